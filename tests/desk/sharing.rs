//! The agency matrix: nobody is told without a basis, a consent that is withdrawn stops it, and says what was given.

use crate::plans::{ANA, ana, written};
use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::sharing::{Untold, matrix};

fn empty() -> Stage {
    ana().press("2 Enter m")
}

/// Probation: sees her after release, and may be told who she is and what she needs.
fn probation() -> Stage {
    let stage = empty().press("n").type_text("Probation").press("Tab").type_text("meets Ana once").press("Tab");
    stage.type_text("sees her every week").press("Tab").type_text("1, 3").press("Ctrl-S")
}

fn agreed() -> Stage {
    probation().press("c Tab Tab Tab").type_text("yes").press("Ctrl-S")
}

fn basis(stage: &Stage) -> Option<Untold> {
    matrix(stage.reads(), ANA).unwrap()[0].basis(stage.now.date_naive()).err()
}

#[test]
fn who_does_what_and_who_may_be_told_what() {
    assert_snapshot!("agencies_none", empty().screen());
    assert_snapshot!("agencies_form", empty().press("n").screen());
    assert_snapshot!("agencies_no_basis", probation().screen());
    assert_snapshot!("agencies_agreed", agreed().screen());
    assert_snapshot!("agencies_agreed_nb", agreed().lang("nb").screen());
    assert_snapshot!("agencies_agreed_small", agreed().size(60, 20).screen());
    assert_snapshot!("agencies_consent_form", probation().press("c").screen());
}

#[test]
fn a_hand_over_is_refused_without_a_basis_and_says_why() {
    let refused = probation().press("p");
    assert_eq!(basis(&refused), Some(Untold::NoBasis));
    assert!(refused.screen().contains("No consent and no law allows it"), "{}", refused.screen());
    // Told more than was agreed to.
    let wider = agreed().press("Enter Tab Tab Tab Ctrl-U").type_text("1, 3, 4").press("Ctrl-S p");
    assert!(matches!(basis(&wider), Some(Untold::Beyond(_))));
    assert!(wider.screen().contains("Not agreed to: goals"), "{}", wider.screen());
    // A law that is named is a basis too.
    let law = probation().press("Enter Tab Tab Tab Tab").type_text("Execution of Sentences Act, section 1");
    let law = law.press("Ctrl-S");
    assert_eq!(basis(&law), None);
}

/// From the first key to the sheet, left half-way; then the consent is withdrawn.
#[test]
fn a_hand_over_sheet_holds_only_what_was_agreed_and_withdrawing_stops_it() {
    let stage = agreed().press("Esc l o").type_text("Live near my children").press("Enter Esc").reopen();
    let stage = stage.press("m p");
    assert_snapshot!("hand_over_sheet", stage.screen());
    let stage = stage.press("f w Enter").finish_work();
    let sheet = written(&stage, "hand-over-", ".md");
    assert_snapshot!("hand_over_md", sheet);
    // Goals, the release and notes are not among what she agreed to.
    for untold in ["children", "2027", "Only for staff"] {
        assert!(!sheet.contains(untold), "{untold}: {sheet}");
    }
    let asked = stage.press("Esc w");
    assert_snapshot!("agencies_withdraw", asked.screen());
    let gone = asked.press("y p");
    assert!(matches!(basis(&gone), Some(Untold::Withdrawn(_))));
    assert_snapshot!("agencies_withdrawn", gone.screen());
    // Undone, it may go out again.
    assert_eq!(basis(&gone.press("u")), None);
}
