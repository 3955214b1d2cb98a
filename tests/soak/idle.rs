//! Nobody touches a key for five minutes: nothing personal is on the screen, and nothing of it in memory. The
//! thread that reads keys waits for one all that time.

use crate::prison::{OPEN, PASSPHRASE, Prison};
use crate::{is_long, memory, tell};
use onward::domain::entry::Entry;
use onward::domain::record::{PeopleQuery, Reads, Records, Stamp, Window};
use onward::store::{Store, unlock};
use onward::tui::shell::clock::now;
use std::time::{Duration, Instant};

/// Milliseconds instead of five minutes, as builds for tests can be told: longer than a slow machine takes to look.
const PATIENCE: &str = "8000";

const FIVE_MINUTES: Duration = Duration::from_mins(5);

/// Written in the note of somebody, and half written on the desk.
const NOTE: &str = "wants-nobody-to-know-7316";
const HALF: &str = "half-a-secret-thought-9152";

/// The key of the store as SQLCipher is given it, and as it is.
fn key(prison: &Prison) -> [Vec<u8>; 2] {
    let pragma = unlock(&prison.path("store"), PASSPHRASE).unwrap().key.pragma();
    let hex = pragma.split('\'').nth(1).unwrap().as_bytes().to_vec();
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    let raw = hex.chunks(2).map(pair).collect();
    [hex, raw]
}

/// Gives the first of the list a note; the family names of everybody who is listed first.
fn names(prison: &Prison) -> Vec<String> {
    let unlocked = unlock(&prison.path("store"), PASSPHRASE).unwrap();
    let mut store = Store::open(&prison.path("store"), &unlocked).unwrap();
    let query = PeopleQuery { order: "en".to_owned(), ..PeopleQuery::default() };
    let people = store.people(&query, &Window::Start, 12).unwrap();
    let first = &people[0].value;
    let mut person = first.person.clone();
    NOTE.clone_into(&mut person.note);
    let entry = Entry::Person { person: first.id, to: Some(Box::new(person)) };
    store.record(&[entry], &Stamp { actor: "Kari".to_owned(), at: now() }).unwrap();
    let names = people.into_iter().map(|row| row.value.person.family);
    names.filter(|name| name.chars().count() > 4).take(2).collect()
}

#[test]
fn an_idle_desk_shows_nothing_and_remembers_nothing() {
    let prison = Prison::with(24);
    let (key, names) = (key(&prison), names(&prison));
    let hurried: &[_] = if is_long() { &[] } else { &[("ONWARD_PATIENCE", PATIENCE)] };
    let mut desk = prison.terminal_with(&OPEN, &[hurried, &[("ONWARD_WATCHED", "yes")]].concat());
    desk.wait_for("Sessions today");
    // Through what shows most, then half a note.
    desk.press("s", "of 4 here");
    desk.press("\u{1b}", "Sessions today");
    desk.press("2", "Find");
    desk.press("\r", NOTE);
    desk.press("\u{1b}", "Find");
    desk.press("a", "Reference");
    // Letter by letter, as people type: what comes in one piece stays where the terminal is read.
    for letter in 1..=HALF.len() {
        desk.press(&HALF[letter - 1..letter], &HALF[..letter]);
    }
    let touched = Instant::now();

    let secrets = key.iter().map(Vec::as_slice).chain([PASSPHRASE, NOTE, HALF].map(str::as_bytes));
    let sought: Vec<&[u8]> = secrets.chain(names.iter().map(String::as_bytes)).collect();
    let open = memory::found(desk.pid, &sought);
    assert!(open[1] > 0 && open[4] > 0 && open[5..].iter().sum::<usize>() > 0, "{open:?}");

    while is_long() && touched.elapsed() + Duration::from_secs(5) < FIVE_MINUTES {
        desk.wait_for_rest(Duration::from_secs(1));
        assert!(desk.screen().contents().contains(HALF), "too soon: {:?}", touched.elapsed());
    }
    desk.wait_for("Type your passphrase");
    let locked = touched.elapsed();
    assert!(!is_long() || locked >= FIVE_MINUTES, "{locked:?}");
    let screen = desk.screen().contents();
    assert!(names.iter().all(|name| !screen.contains(name.as_str())) && !screen.contains(HALF), "{screen}");
    let left = memory::found(desk.pid, &sought);
    assert!(left.iter().all(|count| *count == 0), "key in hex, key, passphrase, note, half, {names:?}: {left:?}");

    desk.press(&format!("{PASSPHRASE}\r"), HALF);
    tell(&format!("idle: locked after {locked:?}, nothing of {} secrets left in memory", sought.len()));
}
