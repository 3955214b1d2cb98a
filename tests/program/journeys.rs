//! Journeys through the desk as somebody sees it: from the first start to a power cut in the room.

use crate::prison::{OPEN, PASSPHRASE, Prison};
use crate::terminal::Terminal;
use std::time::Duration;

const AT_ONCE: Duration = Duration::from_secs(2);

/// The groups of the recovery code, read from the screen.
fn recovery_code(desk: &Terminal) -> Vec<String> {
    let screen = desk.screen().contents();
    let rows = screen.lines().filter(|line| line.contains(" - "));
    rows.flat_map(|row| row.split(" - ").map(|group| group.trim().to_owned())).collect()
}

fn leave(mut desk: Terminal) {
    desk.type_text("q");
    assert_eq!(desk.wait_for_end(AT_ONCE), 0);
    assert!(!String::from_utf8_lossy(&desk.bytes).contains("herons"), "the passphrase was shown");
}

#[test]
fn from_the_first_start_to_the_third() {
    let prison = Prison::new();
    let mut desk = prison.terminal(&["--data", "store"]);
    desk.wait_for("Choose the language");
    desk.press("j", "Velg språket");
    desk.press("\r", "Hvem er du?");
    desk.press("Kari\r", "Passordfrase");
    desk.press("kari", "gjettes med en gang");
    desk.press("\u{15}", "\n  >");
    desk.press(PASSPHRASE, "svært god");
    desk.press("\r", "en gang til");
    desk.press(PASSPHRASE, &"*".repeat(PASSPHRASE.len()));
    desk.press("\r", "Gjenopprettingskode");
    let code = recovery_code(&desk);
    assert!(code.len() == 8 && code.iter().all(|group| !group.is_empty()), "{code:?}");
    desk.press("\r", "Skriv gruppe 3 og 6");
    desk.press("wrong\r", "Det er ikke det koden sier");
    desk.type_text("\u{15}");
    desk.press(&format!("{} {}\r", code[2], code[5]), "Ingen er registrert ennå");
    desk.wait_for("P  legg til eksempelpersoner");
    desk.press("P", "24 eksempelpersoner lagt til");
    leave(desk);

    let mut desk = prison.terminal(&["--data", "store"]);
    desk.wait_for("Type your passphrase");
    desk.press("seven grey heron\r", "This passphrase does not open the store");
    desk.press(&format!("{PASSPHRASE}\r"), "Ingen gruppe er planlagt");
    leave(desk);

    let mut desk = prison.terminal(&["--data", "store", "--lang", "en"]);
    desk.wait_for("or the recovery code");
    desk.press(&format!("{}\r", code.join("-").to_lowercase()), "No group is planned");
    leave(desk);
}

#[test]
fn a_mark_that_was_shown_survives_a_power_cut() {
    let prison = Prison::new();
    let filled = prison.run("--passphrase-file passphrase demo --fill store --people 24 --lang en");
    assert_eq!((filled.code, filled.err.as_str()), (Some(0), ""), "{filled:?}");
    let mut desk = prison.desk();
    desk.press("s", "0 of 4 here");
    desk.press("p", "1 of 4 here");
    desk.power_cut();

    let mut desk = prison.desk();
    desk.press("s", "1 of 4 here");
    desk.press("\u{c}", "Type your passphrase");
    assert!(!desk.screen().contents().contains("here"));
    desk.press(&format!("{PASSPHRASE}\r"), "1 of 4 here");
    desk.press("u", "0 of 4 here");
    desk.power_cut();
    let mut desk = prison.terminal(&OPEN);
    desk.wait_for("Sessions today");
    desk.press("s", "0 of 4 here");
}

#[test]
fn a_power_cut_costs_no_more_than_a_second_of_typing() {
    let prison = Prison::new();
    let filled = prison.run("--passphrase-file passphrase demo --fill store --people 24 --lang en");
    assert_eq!(filled.code, Some(0), "{filled:?}");
    let mut desk = prison.desk();
    desk.press("s", "0 of 4 here");
    desk.press("n", "Note: ");
    desk.press("Wants to call the consul", "Wants to call the consul");
    // Longer than a second; then nothing wakes the desk any more.
    desk.wait_for_rest(Duration::from_millis(1_300));
    let sleeps = desk.sleeps();
    desk.wait_for_rest(Duration::from_millis(500));
    assert_eq!(desk.sleeps(), sleeps);
    desk.press("ate", "the consulate");
    desk.power_cut();

    let mut desk = prison.desk();
    desk.press("s", "0 of 4 here");
    desk.press("n", "Half written before");
    desk.wait_for("Wants to call the consul");
    // Locked and asked to end in mid-word: not even that second is lost.
    desk.press("ate on", "the consulate on");
    desk.type_text("\u{c}");
    desk.wait_for("Type your passphrase");
    desk.press(&format!("{PASSPHRASE}\r"), "0 of 4 here");
    desk.press("n", "the consulate on");
    desk.press(" Monday", "on Monday");
    desk.signal("TERM");
    assert_eq!(desk.wait_for_end(AT_ONCE), 0);
    let mut desk = prison.desk();
    desk.press("s", "0 of 4 here");
    desk.press("n", "the consulate on Monday");
    desk.press("\r", "Noted:");
    desk.press("n", "Note: ");
    assert!(!desk.screen().contents().contains("Half written"), "{}", desk.screen().contents());
}
