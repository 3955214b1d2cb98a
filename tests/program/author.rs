//! A trainer's desk beside an editor: each save is seen, a broken one keeps the picture, and nothing else is touched.

use crate::prison::Prison;
use crate::terminal::Terminal;
use std::fs;
use std::io::Write;
use std::time::{Duration, Instant};

/// The most that a save may take to the screen; a build for tests on a busy machine is not held to more than this.
const SEEN: Duration = Duration::from_secs(1);

/// A trainer's folder with a course that has just been begun.
fn prison() -> Prison {
    let prison = Prison::new();
    let begun = prison.run("--lang en new programme first-weeks --sessions 3");
    assert_eq!(begun.code, Some(0), "{begun:?}");
    prison
}

fn text(prison: &Prison) -> String {
    fs::read_to_string(prison.path("first-weeks.ron")).unwrap()
}

/// The course with another aim of its first session, and where that stands.
fn with_aim(text: &str, aim: &str) -> String {
    let at = text.find("aim: \"").unwrap() + 6;
    let end = at + text[at..].find('"').unwrap();
    format!("{}{aim}{}", &text[..at], &text[end..])
}

fn preview(prison: &Prison) -> Terminal {
    let mut terminal = prison.terminal(&["--lang", "en", "preview", "first-weeks.ron"]);
    terminal.wait_for("first-weeks.ron · as it is read");
    terminal.press("n", "session 1 of 3");
    terminal
}

#[test]
fn a_save_is_seen_however_the_editor_saves() {
    let prison = prison();
    let before = text(&prison);
    let mut terminal = preview(&prison);
    let path = prison.path("first-weeks.ron");
    // In place of the old file; over it; over it in two pieces; with the old one kept beside it, as vim does.
    let renamed = |text: &str| {
        fs::write(prison.path("first-weeks.ron.part"), text).unwrap();
        fs::rename(prison.path("first-weeks.ron.part"), &path).unwrap();
    };
    let in_pieces = |text: &str| {
        let (one, two) = text.split_at(text.len() / 2);
        let mut file = fs::File::create(&path).unwrap();
        file.write_all(one.as_bytes()).unwrap();
        file.write_all(two.as_bytes()).unwrap();
    };
    let kept_beside = |text: &str| {
        fs::rename(&path, prison.path("first-weeks.ron~")).unwrap();
        fs::write(&path, text).unwrap();
    };
    let over = |text: &str| fs::write(&path, text).unwrap();
    let ways: [&dyn Fn(&str); 4] = [&renamed, &over, &in_pieces, &kept_beside];
    for (way, save) in ["renamed", "over it", "in pieces", "kept beside"].into_iter().zip(ways) {
        let aim = format!("Everybody has seen it {way}.");
        let saved = Instant::now();
        save(&with_aim(&before, &aim));
        terminal.wait_for(&aim);
        assert!(saved.elapsed() < SEEN, "{way}: {:?}", saved.elapsed());
        assert!(terminal.screen().contents().contains("session 1 of 3"), "{way}: the place is kept");
    }
    terminal.type_text("q");
    assert_eq!(terminal.wait_for_end(Duration::from_secs(5)), 0);
}

#[test]
fn a_broken_save_keeps_the_picture_and_a_key_goes_to_the_fault() {
    let prison = prison();
    let good = with_aim(&text(&prison), "This is the aim.");
    fs::write(prison.path("first-weeks.ron"), &good).unwrap();
    let mut terminal = preview(&prison);
    terminal.wait_for("This is the aim.");
    // The second session has minutes in words.
    let at = good.rfind("minutes: ").unwrap();
    let end = at + good[at..].find(',').unwrap();
    fs::write(prison.path("first-weeks.ron"), format!("{}minutes: \"ten\"{}", &good[..at], &good[end..])).unwrap();
    terminal.wait_for("the file has errors now");
    let screen = terminal.screen().contents();
    assert!(screen.contains("This is the aim.") && screen.contains("A whole number belongs here"), "{screen}");
    terminal.press("f", "session 3 of 3");
    assert!(terminal.screen().contents().contains("minutes: \"ten\""));
    fs::write(prison.path("first-weeks.ron"), &good).unwrap();
    terminal.wait_until("mended file", |screen| !screen.contents().contains("has errors now"));
    assert!(terminal.screen().contents().contains("session 3 of 3"));
}

#[test]
fn a_folder_is_followed_and_no_store_is_opened() {
    let prison = prison();
    let mut terminal = prison.terminal(&["--lang", "en", "author"]);
    terminal.wait_for("One file");
    let begun = prison.run("--lang en new guide calling");
    assert_eq!(begun.code, Some(0), "{begun:?}");
    terminal.wait_for("2 files");
    fs::write(prison.path("first-weeks.ron"), "(").unwrap();
    terminal.wait_for("one with errors");
    terminal.press("\x1b[B\r", "first-weeks.ron · ");
    terminal.press("q", "2 files");
    terminal.type_text("q");
    assert_eq!(terminal.wait_for_end(Duration::from_secs(5)), 0);
    let mut left: Vec<_> =
        fs::read_dir(prison.path("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    assert_eq!(left, ["calling.ron", "first-weeks.ron", "passphrase", "tmp"]);
}

#[test]
fn the_terminal_is_given_back_and_taken_again() {
    let prison = prison();
    let mut terminal = preview(&prison);
    terminal.resize(60, 20);
    terminal.wait_for_rest(Duration::from_millis(300));
    terminal.press("r", "the room");
    terminal.signal("TSTP");
    terminal.wait_for_state('T');
    terminal.wait_until_given_back();
    terminal.signal("CONT");
    terminal.wait_for("the room");
    terminal.signal("TERM");
    assert_eq!(terminal.wait_for_end(Duration::from_secs(5)), 0);
}

#[test]
fn what_is_not_there_is_refused() {
    let prison = prison();
    for (line, said) in [
        ("--lang en preview none.ron", "There is no file none.ron."),
        ("--lang en author none", "none is not a folder."),
        ("--lang nb preview .", "Det finnes ingen fil"),
    ] {
        let answer = prison.run(line);
        assert_eq!(answer.code, Some(2), "{line}: {answer:?}");
        assert!(answer.err.contains(said), "{line}: {answer:?}");
    }
}
