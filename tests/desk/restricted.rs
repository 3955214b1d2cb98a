//! Restricted pathways: started like any other, seen by those alone whom they are open to, and shown nowhere else.

use crate::stage::{Stage, ten_oclock};
use insta::assert_snapshot;
use onward::domain::confined::Confined;
use onward::domain::id::PersonId;
use onward::domain::record::About;
use onward::domain::staff::Role;
use onward::report::{Format, Ground, Report, Request};
use std::sync::atomic::AtomicBool;

const ANA: PersonId = PersonId(1);

/// How far down the list of pathways the concern and the referral stand.
const CONCERN: usize = 15;
const REFERRAL: usize = 16;

/// The page of Ana's pathways, with the one at this place of the list started.
fn started(at: usize) -> Stage {
    crate::pathways::paths().press("n").press(&"Down ".repeat(at)).press("Enter")
}

/// The concern is passed on to the nurse, with an interpreter, as Rule 35.
fn raised() -> Stage {
    let form = started(CONCERN).press("d").type_text("yes").press("Tab 2 Tab");
    form.type_text("the nurse on duty").press("Ctrl-S")
}

fn confined(stage: &Stage, actor: &str) -> Vec<Confined> {
    let standing = stage.reads().standing("confined", About::Everything).unwrap();
    Confined::among(standing, actor).map(|(_, _, confined)| confined).collect()
}

#[test]
fn a_concern_says_who_was_told_and_asks_for_nothing_more() {
    assert_snapshot!("restricted_begun", started(CONCERN).screen());
    assert_snapshot!("restricted_begun_nb_small", started(CONCERN).lang("nb").size(60, 20).screen());
    assert_snapshot!("restricted_form", started(CONCERN).press("d").screen());
    assert_snapshot!("restricted_raised", raised().screen());
    assert_eq!(confined(&raised(), "Kari")[0].taken[0].answers["route"], "rule-35");
}

#[test]
fn it_is_found_where_f12_leads_and_nowhere_else() {
    let stage = raised();
    assert_snapshot!("restricted_page", stage.press("F12").screen());
    assert_snapshot!("restricted_page_nb", raised().lang("nb").press("F12").screen());
    let mut stage = raised();
    stage.now = ten_oclock() + chrono::Duration::days(9);
    let stage = stage.reopen();
    for page in ["1", "1 d", "1 b", "1 c Enter", "2", "2 Enter", "2 Enter p", "2 Enter i", "F9", "2 /"] {
        let stage = Stage::press(raised(), "Esc Esc").press(page);
        let screen = stage.screen();
        let is_told = ["Rule 35", "Receipt", "Adults at Risk", "estricted"].iter().any(|word| screen.contains(word));
        assert!(!is_told, "{page}\n{screen}");
    }
    // Overdue by days, it is on no list of what is due either.
    assert_eq!(stage.reads().duties("2030-01-01".parse().unwrap(), 9).unwrap(), []);
    assert!(stage.reads().followings(ANA).unwrap().is_empty());
    assert!(!stage.press("1").screen().contains("Receipt"));
}

#[test]
fn no_export_says_that_there_is_one() {
    let stage = raised();
    let (words, stop) = (onward::i18n::Words::new(onward::i18n::Locale::choose(["en"])), AtomicBool::new(false));
    let zone = |_| *ten_oclock().offset();
    let ground = Ground::new(stage.reads(), &words, ten_oclock(), &zone, &stop);
    for report in [Report::Person, Report::Journal, Report::Duties, Report::Evaluation, Report::Sheet] {
        let about = Request::new(report).written(Format::Json);
        let of_ana = matches!(report, Report::Person | Report::Sheet);
        let request = if of_ana { about.about(ANA) } else { about };
        let mut out = Vec::new();
        let mut watch = onward::report::Watch { told: &mut |_| (), stop: &stop };
        onward::report::write(&request, &ground, &mut out, &mut watch).unwrap();
        let text = String::from_utf8(out).unwrap();
        let is_told = ["rule-35", "Rule 35", "adults-at-risk", "nurse", "estricted"];
        assert!(!is_told.iter().any(|word| text.contains(word)), "{report:?}: {text}");
    }
    // Undone, it is gone; what was undone is not named beyond its kind.
    let undone = stage.press("u");
    assert!(!undone.screen().contains("Undone: Ana"), "{}", undone.screen());
    assert!(confined(&undone, "Kari")[0].taken.is_empty());
}

#[test]
fn a_colleague_sees_it_only_once_let_in() {
    let stage = raised().press("v");
    assert!(stage.screen().contains("Nobody else has a key"), "{}", stage.screen());
    let stage = stage.press("Esc Esc Esc").signed_in("Ola", Role::Coordinator);
    let theirs = stage.press("F12");
    assert!(theirs.screen().contains("None."), "{}", theirs.screen());
    let run = theirs.reads().standing("confined", About::Everything).unwrap();
    let run = run[0].keys().item.unwrap();
    // Not even whoever knows where it lies.
    let opened = theirs.at(onward::tui::effect::Place::Path { person: ANA, run });
    assert!(opened.screen().contains("not recorded"), "{}", opened.screen());
    let back = opened.signed_in_as("Kari").press("F12 Enter v");
    assert_snapshot!("restricted_who_sees", back.screen());
    let shared = back.press("1");
    assert_eq!(confined(&shared, "Ola").len(), 1);
    let theirs = shared.signed_in_as("ola").press("F12");
    assert_snapshot!("restricted_shared", theirs.screen());
    // And shut out again, by whoever started it.
    let shut = theirs.signed_in_as("Kari").press("F12 Enter v 1");
    assert!(confined(&shut, "Ola").is_empty());
}

#[test]
fn a_referral_needs_the_adults_consent() {
    let asked = started(REFERRAL).press("d 1").type_text("yes").press("Tab").type_text("Lithuanian").press("Ctrl-S");
    let refused = asked.press("d");
    assert_snapshot!("referral_needs_consent", refused.screen());
    let agreed = refused.press("c Tab Tab Tab").type_text("yes").press("Ctrl-S");
    let passed = agreed.press("d").type_text("the local authority").press("Ctrl-S");
    assert_snapshot!("referral_passed", passed.screen());
    // Withdrawn, it stops and says what went out.
    let stopped = passed.press("w y");
    assert!(stopped.screen().contains("Stopped"), "{}", stopped.screen());
    // A no ends it.
    let no = started(REFERRAL).press("d 3").type_text("yes").press("Tab").type_text("Lithuanian").press("Ctrl-S");
    assert!(no.screen().contains("Ended"), "{}", no.screen());
}

#[test]
fn an_ordinary_pathway_is_open_to_all_who_work_with_the_person() {
    let stage = started(0).press("v");
    assert!(stage.screen().contains("Everybody who works with the person"), "{}", stage.screen());
}

#[test]
fn a_person_who_is_removed_takes_along_what_is_restricted_and_brings_it_back() {
    // The same keys, whether there is something restricted or not: nobody is told that there is.
    let plain = started(0).press("u Esc Esc D");
    let stage = raised().press("Esc Esc Esc").signed_in("Ola", Role::Coordinator).press("2 Enter D");
    let asked = |screen: &str| screen.lines().find(|line| line.contains("Remove")).map(str::to_owned);
    assert_eq!(asked(&stage.screen()), asked(&plain.screen()));
    let removed = stage.press("y");
    assert_eq!(removed.reads().standing("confined", About::Everything).unwrap(), vec![]);
    assert!(!removed.press("Ctrl-J").screen().contains("Rule 35"));
    let kari = Stage::signed_in_as(raised_and_removed(), "kari").press("F12");
    assert!(kari.screen().contains("None."), "{}", kari.screen());
    let back = raised_and_removed().press("u");
    assert_eq!(confined(&back, "Kari").len(), 1);
    assert_eq!(confined(&back, "Kari")[0].taken.len(), 1);
}

/// Ana, of whom something restricted stood, removed by a colleague who never saw it.
fn raised_and_removed() -> Stage {
    raised().press("Esc Esc Esc").signed_in("Ola", Role::Coordinator).press("2 Enter D y")
}
