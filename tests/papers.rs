//! Programmes on paper as the built program writes them: every snapshot was read as whoever holds it reads it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::fs;
use std::path::Path;
use std::process::Command;

const PROGRAMME: &str = include_str!("papers/first-weeks.ron");
const ARABIC: &str = include_str!("papers/first-weeks.ar.ron");

/// A folder with the small programme and its translation.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("first-weeks.ron"), PROGRAMME).unwrap();
    fs::write(folder.path().join("first-weeks.ar.ron"), ARABIC).unwrap();
    folder
}

/// How `onward print` ends with these words, and what it writes to standard output or says.
fn print(folder: &Path, line: &str) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_onward"))
        .arg("print")
        .args(line.split_whitespace())
        .args(["--data", "data"])
        .current_dir(folder)
        .env_remove("ONWARD_DATA")
        .env("LC_ALL", "en")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

fn printed(line: &str) -> String {
    let (code, said) = print(folder().path(), &format!("{line} --output -"));
    assert_eq!(code, 0, "{said}");
    said
}

/// What stands between the style and the end of the page.
fn body(html: &str) -> &str {
    html.split_once("</head>\n").unwrap().1
}

#[test]
fn the_manual_of_the_facilitator() {
    for lang in ["en", "nb"] {
        let manual = printed(&format!("first-weeks.ron --for facilitator --format md --lang {lang}"));
        insta::assert_snapshot!(format!("manual_{lang}"), manual);
    }
    let page = printed("first-weeks.ron --for facilitator --session 1 --lang en");
    insta::assert_snapshot!("manual_of_one_session_html", body(&page));
}

#[test]
fn sheets_for_participants() {
    for (name, lang) in [("en", "--lang en"), ("nb", "--lang nb"), ("both", "--lang nb --lang en"), ("ar", "--lang ar")]
    {
        insta::assert_snapshot!(format!("sheets_{name}"), printed(&format!("first-weeks.ron --format md {lang}")));
    }
    let page = printed("first-weeks.ron --session 1 --lang ar,nb");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"));
    assert!(
        page.contains("size:A4") && !page.contains("<script") && !page.contains("http://") && !page.contains("src=")
    );
    insta::assert_snapshot!("sheet_in_arabic_beside_bokmal_html", body(&page));
}

#[test]
fn what_is_not_translated_says_so_and_what_awaits_review_too() {
    let page = printed("first-weeks.ron --lang ar");
    assert!(
        page.contains("<p class=\"other\" lang=\"en\" dir=\"ltr\">Everyone has a plan for the week.</p>"),
        "{page}"
    );
    assert!(page.contains("<h1 lang=\"ar\" dir=\"rtl\">1. أهلاً وسهلاً</h1>"), "{page}");
    assert_eq!(page.matches("هذه الترجمة لم يراجعها").count(), 4, "on every sheet that is handed out alone");
    let reviewed = folder();
    let text = ARABIC
        .replace("language: \"ar\",", "language: \"ar\",\n    review: Reviewed(by: \"N. N.\", on: \"2026-11-02\"),");
    fs::write(reviewed.path().join("first-weeks.ar.ron"), text).unwrap();
    let (code, page) = print(reviewed.path(), "first-weeks.ron --lang ar --output -");
    assert!(code == 0 && !page.contains("هذه الترجمة لم يراجعها"), "{page}");
}

#[test]
fn the_course_that_comes_with_the_desk_is_printed_by_its_id_in_every_language_it_has() {
    for lang in ["en", "nb", "pl", "lt", "ro", "sq", "es", "fr", "ar"] {
        for reader in ["participant", "facilitator"] {
            let page = printed(&format!("planning-for-resettlement@eight-sessions --for {reader} --lang {lang}"));
            let sheets = page.matches("<section>").count();
            assert_eq!(sheets, 9, "{lang}: a sheet for each session and one for the whole");
            let awaiting =
                page.matches("class=\"notice\"><div><p lang").count() + page.matches("<p class=\"other\"").count();
            assert_eq!(awaiting > 8, !["en", "nb"].contains(&lang) || reader == "facilitator", "{lang} {reader}");
        }
    }
}

#[test]
fn nothing_in_a_programme_becomes_markup() {
    let folder = folder();
    let text = PROGRAMME.replace("The first weeks", "<script>alert(1)</script> | *b* [x](http://e.org)");
    fs::write(folder.path().join("first-weeks.ron"), text).unwrap();
    for reader in ["participant", "facilitator"] {
        let (_, page) = print(folder.path(), &format!("first-weeks.ron --for {reader} --lang en --output -"));
        assert!(page.contains("&lt;script&gt;") && !page.contains("<script"), "{page}");
        let (_, page) =
            print(folder.path(), &format!("first-weeks.ron --for {reader} --format md --lang en --output -"));
        assert!(page.contains("\\<script\\>alert(1)\\</script\\> \\| \\*b\\* \\[x\\](http:\\//e.org)"), "{page}");
    }
}

#[test]
fn it_is_written_to_a_file_and_never_over_one() {
    let folder = folder();
    let line = "first-weeks.ron --session 2 --lang nb --output sheet.html";
    assert_eq!(print(folder.path(), line), (0, String::new()));
    let written = fs::read_to_string(folder.path().join("sheet.html")).unwrap();
    assert!(written.ends_with("</html>\n") && written.contains("2. Uken min") && !written.contains("1. Velkommen"));
    assert_eq!(print(folder.path(), line).0, 2);
    assert_eq!(print(folder.path(), &format!("{line} --force")).0, 0);
}

#[test]
fn what_cannot_be_printed_is_said() {
    let folder = folder();
    fs::write(folder.path().join("broken.ron"), "(id: \"x\"").unwrap();
    for (line, said) in [
        ("first-weeks.ron --session 3 --output -", "The first weeks has 2 sessions."),
        ("first-weeks.ron@ten --output -", "There is no version ten. These there are: two-sessions."),
        ("broken.ron --output -", "broken.ron has faults."),
        ("nothing.ron --output -", "nothing.ron has faults."),
        ("first-week --output -", "No programme is called first-week."),
        ("first-weeks.ron --lang xx --output -", "xx"),
    ] {
        let (code, text) = print(folder.path(), line);
        assert!(code == 2 && text.contains(said), "{line}: {code} {text}");
    }
}
