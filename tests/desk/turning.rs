//! Undo and redo as they are met: across screens and restarts, saying what goes and what goes next.

use crate::stage::Stage;

fn last(stage: &Stage) -> String {
    stage.screen().lines().last().unwrap().trim().to_owned()
}

#[test]
fn undo_and_redo_say_what_they_did_and_what_is_next() {
    // Marks in the register, an exception on a person's page, then back from Today.
    let stage = Stage::typical().press("3 Down w p Down x 2 Enter x Enter").type_text("Asks for it").press("Enter 1");
    let mut said = Vec::new();
    let mut stage = stage;
    for key in ["u", "u", "u", "Ctrl-R", "F6", "Ctrl-R", "Ctrl-R"] {
        stage = stage.press(key);
        said.push(format!("{key}: {}", last(&stage)));
        if said.len() % 3 == 2 {
            stage = stage.reopen();
        }
    }
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn undo_and_redo_in_bokmal() {
    let stage = Stage::typical().lang("nb").press("3 Down w p Down x u");
    let undone = last(&stage);
    let redone = last(&stage.press("F6"));
    insta::assert_snapshot!(format!("{undone}\n{redone}"));
}

#[test]
fn what_is_not_of_today_is_named_before_it_goes() {
    // One key names it, the same key again does it, any other does not.
    let stage = Stage::typical().press("3 Down w p Down x 1").wait(24 * 60).press("u");
    let named = last(&stage);
    assert_eq!(named, "u again undoes (from 24 Nov): Fatos G.: unexplained (K-07, session 3)");
    let stage = stage.press("Down u");
    assert_eq!(last(&stage), named);
    let before = stage.reads().history(onward::domain::record::About::Everything, None, 1).unwrap();
    let stage = stage.wait(1).press("u");
    assert!(last(&stage).starts_with("Undone: "), "{}", last(&stage));
    assert_ne!(stage.reads().history(onward::domain::record::About::Everything, None, 1).unwrap(), before);
    // What has been named as the next one goes at once.
    assert!(last(&stage).contains("Next u: "), "{}", last(&stage));
    let stage = stage.press("u");
    assert!(last(&stage).starts_with("Undone: "), "{}", last(&stage));
}

#[test]
fn the_history_tells_undo_from_redo() {
    let stage = Stage::typical().press("3 Down w p u Ctrl-R F9");
    let screen = stage.screen();
    let lines: Vec<&str> = screen.lines().skip(3).take(3).collect();
    assert!(lines[0].contains("redone:") && lines[1].contains("undone:") && !lines[2].contains("done:"), "{screen}");
}
