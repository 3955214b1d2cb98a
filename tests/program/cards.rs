//! The screen in other hands: while rating cards go round, only the passphrase leads back to the desk.

use crate::prison::{PASSPHRASE, Prison};
use onward::domain::entry::Entry;
use onward::domain::group::{Enrolment, Session};
use onward::domain::record::{Reads, Records, Stamp};
use onward::store::{self, Store};
use onward::tui::shell::clock::now;
use std::time::Duration;

/// The first session of the next group is today, and its people are there from today on.
fn rating_today() -> Prison {
    let prison = Prison::new();
    let filled = prison.run("--passphrase-file passphrase demo --fill store --people 24 --lang en");
    assert_eq!(filled.code, Some(0), "{filled:?}");
    let dir = prison.path("store");
    let mut store = Store::open(&dir, &store::unlock(&dir, PASSPHRASE).unwrap()).unwrap();
    let id = store.group_by_code("K-08").unwrap().unwrap();
    let record = store.group(id, "en").unwrap().unwrap();
    let today = now().date_naive();
    let first = &record.sessions[0];
    let session = Session { date: today, time: now().time(), ..first.session.clone() };
    let mut entries = vec![Entry::Session { group: id, session: first.id, to: Some(Box::new(session)) }];
    entries.extend(record.members.iter().map(|member| {
        let to = Some(Box::new(Enrolment { from: today, ..member.enrolment.clone() }));
        Entry::Enrolment { group: id, person: member.id, to }
    }));
    store.record(&entries, &Stamp { actor: "Kari".to_owned(), at: now() }).unwrap();
    prison
}

#[test]
fn cards_go_round_and_the_desk_is_behind_its_passphrase() {
    let prison = rating_today();
    let mut desk = prison.desk();
    desk.press("3\u{1b}[H\rs", "session 1 of 10");
    desk.press("AR", "0 of 3 have answered");
    desk.press("\r", "Press Enter to begin.");
    desk.press("\r", "1 of 7");
    desk.press("3", "2 of 7");
    // Neither the palette, help, leaving nor another size shows anything else.
    desk.type_text("\u{1b}");
    desk.wait_for_rest(Duration::from_millis(300));
    desk.type_text(":?q\u{1a}\u{3}");
    desk.resize(60, 20);
    desk.wait_for_rest(Duration::from_millis(300));
    assert!(desk.screen().contents().contains("2 of 7"), "{}", desk.screen().contents());
    desk.press("\u{c}", "Type your passphrase");
    assert!(!desk.screen().contents().contains("Esc"), "{}", desk.screen().contents());
    desk.type_text("\u{1b}");
    desk.wait_for_rest(Duration::from_millis(300));
    desk.press("\u{3}wrong\r", "This passphrase does not open the store");
    desk.press(&format!("{PASSPHRASE}\r"), "0 of 3 have answered");
    desk.wait_for("1 of 7");
    // A power cut with a card on the screen: the answer is there, and the way in is the passphrase.
    desk.press("\r", "Press Enter to begin.");
    desk.press("\r", "2 of 7");
    desk.press("1", "3 of 7");
    desk.power_cut();
    let mut desk = prison.terminal(&["--data", "store", "--lang", "en"]);
    desk.wait_for("Type your passphrase");
    desk.press(&format!("{PASSPHRASE}\r"), "Sessions today");
    desk.press("3\u{1b}[H\rs", "session 1 of 10");
    desk.press("R", "2 of 7");
}
