//! However the desk ends or is stopped, it does so at once and gives the terminal back as it was.

use crate::prison::{OPEN, PASSPHRASE, Prison};
use std::fs;
use std::time::Duration;

const AT_ONCE: Duration = Duration::from_secs(2);

#[test]
fn the_terminal_is_given_back() {
    let prison = Prison::with(24);
    for way in ["q", "TERM", "INT", "QUIT", "HUP"] {
        let mut desk = prison.desk();
        assert!(desk.screen().alternate_screen() && desk.screen().bracketed_paste(), "{way}");
        if way == "q" {
            desk.type_text(way);
        } else {
            desk.signal(way);
        }
        assert_eq!(desk.wait_for_end(AT_ONCE), 0, "{way}");
    }
}

#[test]
fn a_terminal_that_is_gone_ends_the_desk() {
    let status = Prison::with(24).desk().hang_up(AT_ONCE);
    assert!(status.success(), "{status:?}");
}

#[test]
fn a_stopped_desk_gives_the_terminal_back_and_takes_it_again() {
    let prison = Prison::with(24);
    let mut desk = prison.desk();
    desk.press("2", "Find");
    for by_key in [true, false] {
        if by_key {
            desk.type_text("\u{1a}");
        } else {
            desk.signal("TSTP");
        }
        desk.wait_for_state('T');
        desk.wait_until_given_back();
        desk.signal("CONT");
        // Whoever goes on need not be who stopped it.
        desk.wait_until("gate", |screen| screen.alternate_screen() && screen.contents().contains("Locked"));
        assert!(!desk.is_given_back());
        desk.press(&format!("{PASSPHRASE}\r"), "Find");
    }
    // It does not only look alive.
    desk.press("1", "Sessions today");
    desk.type_text("q");
    assert_eq!(desk.wait_for_end(AT_ONCE), 0);
}

#[test]
fn what_others_wrote_on_the_screen_goes_when_the_desk_goes_on_or_is_locked() {
    let prison = Prison::with(24);
    let mut desk = prison.desk();
    desk.signal("STOP");
    desk.wait_for_state('T');
    desk.scribble("Message from root");
    desk.signal("CONT");
    desk.wait_until("clean screen", |screen| !screen.contents().contains("root"));
    desk.wait_for("Kari");
    desk.scribble("Message from root");
    desk.press("\u{c}", "Type your passphrase");
    assert!(!desk.screen().contents().contains("root"), "{}", desk.screen().contents());
}

#[test]
fn a_desk_that_cannot_open_says_why_on_the_screen_of_before() {
    let prison = Prison::with(1);
    fs::write(prison.path("store/onward.db"), "no database").unwrap();
    let mut desk = prison.terminal(&OPEN);
    assert_eq!(desk.wait_for_end(Duration::from_secs(20)), 4);
    assert!(desk.screen().contents().starts_with("The store is damaged"), "{}", desk.screen().contents());
}

#[test]
fn a_fault_of_the_program_gives_the_terminal_back_and_says_where() {
    let prison = Prison::with(24);
    let mut desk = prison.terminal_with(&OPEN, &[("ONWARD_FAULT", "yes")]);
    assert_eq!(desk.wait_for_end(Duration::from_secs(20)), 70);
    let said = desk.screen().contents();
    assert!(said.contains("src/tui/shell/run.rs") && !said.contains("on purpose"), "{said}");
    // And the store is as it was.
    assert_eq!(prison.run("--lang en --data store --passphrase-file passphrase people list").code, Some(0));
}

#[test]
fn a_demo_leaves_nothing_behind() {
    let prison = Prison::new();
    for way in ["q", "TERM"] {
        let mut demo = prison.terminal(&["demo", "--lang", "en"]);
        demo.wait_for("Sessions today");
        demo.press("2", "DEMO");
        demo.press("3", "DEMO");
        assert!(fs::read_dir(prison.path("tmp")).unwrap().next().is_some());
        if way == "q" {
            demo.type_text("q");
        } else {
            demo.signal(way);
        }
        assert_eq!(demo.wait_for_end(AT_ONCE), 0, "{way}");
        assert!(fs::read_dir(prison.path("tmp")).unwrap().next().is_none(), "{way}");
    }
    assert_eq!(fs::read_dir(prison.path("")).unwrap().count(), 2);
}
