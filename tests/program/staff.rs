//! Several people on one store: at the gate, and on the command line.

use crate::prison::{OPEN, PASSPHRASE, Prison};

const OLAS: &str = "nine green kettles";

/// A store on which Ola has a key too.
fn of_two(role: &str) -> Prison {
    let prison = Prison::with(24);
    std::fs::write(prison.path("olas"), OLAS).unwrap();
    let added = prison.run(&format!(
        "--lang en --data store --passphrase-file passphrase staff add on --name Ola --role {role} --new-passphrase-file olas"
    ));
    assert_eq!((added.code, added.out.as_str()), (Some(0), "Ola signs in as on from now on.\n"), "{added:?}");
    prison
}

#[test]
fn a_desk_that_was_locked_opens_for_another_under_their_name_and_role() {
    let prison = of_two("supervisor");
    let mut desk = prison.terminal(&["--lang", "en", "--data", "store"]);
    desk.wait_for("Who are you?");
    assert!(!desk.screen().contents().contains("Kari"), "the gate lists nobody");
    desk.press("kari\r", "Type the passphrase of kari");
    desk.press(&format!("{PASSPHRASE}\r"), "Sessions today");
    desk.press("2", "Find");
    desk.press("a", "Reference");
    desk.press("Quick secret thought", "secret thought");
    desk.press("\u{c}", "Type the passphrase of Kari");
    assert!(!desk.screen().contents().contains("secret"));

    // Somebody else: their own desk, from its first page, and nothing of what was half written.
    desk.press("\u{1b}", "Who are you?");
    desk.press("\u{15}on\r", "Type the passphrase of on");
    desk.press(&format!("{OLAS}\r"), "Sessions today");
    desk.wait_for("Ola");
    assert!(!desk.screen().contents().contains("secret"));
    desk.press("2", "Find");
    desk.press("a", "not for your role");

    // And the first one finds it where it was.
    desk.press("\u{c}", "Type the passphrase of on");
    desk.press("\u{1b}", "Who are you?");
    desk.press("\u{15}kari\r", "Type the passphrase of kari");
    desk.press(&format!("{PASSPHRASE}\r"), "Sessions today");
    desk.press("2", "Find");
    desk.press("a", "secret thought");
}

#[test]
fn a_trainer_needs_no_key() {
    let prison = Prison::with(24);
    let mut desk = prison.terminal(&["--lang", "en", "--data", "store"]);
    desk.wait_for("Type your passphrase");
    desk.press("\u{1b}OS", "Planning for Resettlement");
    assert!(!desk.screen().contents().contains("People"), "{}", desk.screen().contents());
    let mut desk = prison.terminal(&["--lang", "en", "programmes"]);
    desk.wait_for("Planning for Resettlement");
    desk.type_text("q");
    assert_eq!(desk.wait_for_end(std::time::Duration::from_secs(2)), 0);
}

#[test]
fn the_command_line_asks_who_it_is_and_holds_to_the_role() {
    let prison = of_two("supervisor");
    let asked = prison.run("--lang en --data store --passphrase-file olas people list");
    assert!(asked.code == Some(2) && asked.err.contains("--as"), "{asked:?}");
    let ola = |line: &str| prison.run(&format!("--lang en --data store --as on --passphrase-file olas {line}"));
    assert_eq!(ola("people list").code, Some(0));
    std::fs::write(prison.path("new.csv"), "reference,given name,family name\n0999,Eva,Ny\n").unwrap();
    for line in ["people import new.csv --yes", "rules lock-after 15", "staff revoke kari", "staff recovery"] {
        let refused = ola(line);
        assert!(refused.code == Some(3) && refused.err.contains("supervisor"), "{line}: {refused:?}");
    }
    let listed = ola("staff list");
    assert!(listed.out.contains("Kari") && listed.out.contains("owner"), "{listed:?}");
    std::fs::write(prison.path("other"), "eight blue bottles").unwrap();
    assert_eq!(ola("staff change on --new-passphrase-file other").code, Some(0));
    assert_eq!(ola("people list").code, Some(3));
    let kari = |line: &str| prison.run(&format!("--as kari {} {line}", OPEN.join(" ")));
    assert_eq!(kari("rules lock-after 16").code, Some(2));
    assert_eq!(kari("rules lock-after 15").code, Some(0));
    assert!(kari("rules").out.contains("lock-after      15"), "{:?}", kari("rules"));
    assert_eq!(kari("staff revoke on").code, Some(0));
    assert_eq!(kari("staff revoke kari").code, Some(2));
}

#[test]
fn the_doctor_says_what_is_in_force() {
    let prison = Prison::with(1);
    for (tag, said) in [("en", "Core dumps are off"), ("nb", "Minnedump er av")] {
        let answer = prison.run(&format!("--lang {tag} --data store doctor"));
        assert!(answer.out.contains(said), "{answer:?}");
        assert_eq!(answer.out.lines().count(), 9, "{answer:?}");
        // 1 where this machine has something to look at, 0 where not.
        let looks = answer.out.lines().any(|line| line.starts_with("look") || line.starts_with("se "));
        assert_eq!(answer.code, Some(i32::from(looks)), "{answer:?}");
    }
}
