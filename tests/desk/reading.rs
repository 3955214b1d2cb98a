//! What there is to read: the directory of agencies, and the guides.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::guide::Guide;

#[test]
fn an_agency_is_found_as_one_types() {
    assert_snapshot!("directory", Stage::empty().press("4 d").screen());
    assert_snapshot!("directory_nb", Stage::empty().lang("nb").press("4 d").screen());
    assert_snapshot!("directory_small", Stage::empty().size(60, 20).press("4 d").type_text("hou").screen());
    // By need, by country, by name; what is bound to no country comes last.
    for (typed, first) in [
        ("accommodation", "First responder"),
        ("norway", "First responder"),
        ("Netherlands", "Return and Repatriation"),
        ("tracing", "Red Cross"),
        ("ISS", "International Social"),
    ] {
        let screen = Stage::empty().press("4 d").type_text(typed).screen();
        let row = screen.lines().find(|line| line.contains("> ")).unwrap_or_default().to_owned();
        let is_last_resort = typed == "norway" && !row.is_empty();
        assert!(row.contains(first) || is_last_resort, "{typed}\n{screen}");
    }
    let nothing = Stage::empty().press("4 d").type_text("xyzzy").screen();
    assert!(nothing.contains("No agency answers to that"), "{nothing}");
}

#[test]
fn an_agency_is_read_and_says_when_it_was_not_looked_at() {
    assert_snapshot!("agency", Stage::empty().press("4 d").type_text("family").press("Enter Enter").screen());
    let mut late = Stage::empty();
    late.now += chrono::Duration::days(200);
    let late = late.reopen().press("4 d");
    assert!(
        late.screen().contains("! International") && late.screen().contains("look at it again"),
        "{}",
        late.screen()
    );
    let page = late.type_text("hibiscus").press("Enter Enter End");
    assert!(page.screen().contains("! This should have been looked at again"), "{}", page.screen());
}

#[test]
fn a_guide_is_read_page_by_page_in_any_of_its_languages() {
    assert_snapshot!("guides", Stage::empty().press("4 t").screen());
    assert_snapshot!("guides_nb_small", Stage::empty().lang("nb").size(60, 20).press("4 t").screen());
    assert_snapshot!("guide", Stage::empty().press("4 t Down Enter n n n").screen());
    assert_snapshot!("guide_in_norwegian", Stage::empty().press("4 t Down Enter n n n l").screen());
    assert_snapshot!("language_chart", Stage::empty().press("4 t Enter n").screen());
    // To its last page and no further, and back to the first.
    let end = Stage::empty().press("4 t Enter n n n");
    assert!(end.screen().contains("1 of 1"), "{}", end.screen());
    assert!(end.press("b b").screen().contains("0 of 1"));
}

#[test]
fn whoever_has_no_store_reads_them_too() {
    let stage = Stage::of_a_trainer().press("d");
    assert!(stage.screen().contains("Hibiscus"), "{}", stage.screen());
    let stage = stage.press("Esc Esc t");
    assert!(stage.screen().contains("Language chart"), "{}", stage.screen());
}

/// Guides never press for a destination: no word of any of them tells somebody to go, or that it is better.
#[test]
fn guides_stay_neutral() {
    let built_in = onward::catalogue::Catalogue::built_in(crate::stage::ten_oclock().date_naive());
    let pressing =
        ["you should go", "you should leave", "you must leave", "go home", "better to", "du bør reise", "du må reise"];
    for guide in built_in.services.guides.iter() {
        let text = serde_json::to_string::<Guide>(guide).unwrap().to_lowercase();
        for word in pressing {
            assert!(!text.contains(word), "{}: {word}", guide.id);
        }
        assert!(!guide.source.is_empty() && guide.review_by > guide.as_of, "{}", guide.id);
        assert!(guide.languages().count() >= 2, "{}", guide.id);
    }
}
