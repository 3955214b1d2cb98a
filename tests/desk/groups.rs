//! Groups as a coordinator plans and keeps them: the list, the form, choosing people, one group.

use crate::stage::Stage;

#[test]
fn no_groups_yet() {
    insta::assert_snapshot!(Stage::empty().press("3").screen());
}

#[test]
fn the_groups_there_are() {
    insta::assert_snapshot!(Stage::typical().press("3").screen());
}

#[test]
fn the_groups_on_a_small_screen() {
    insta::assert_snapshot!(Stage::crowded().size(60, 20).press("3 Down").screen());
}

#[test]
fn planning_a_group() {
    let stage = Stage::typical().press("3 n");
    insta::assert_snapshot!("which_programme", stage.screen());
    let stage = stage.press("1");
    insta::assert_snapshot!("a_new_group", stage.screen());
    let stage = stage.press("Tab Ctrl-U").type_text("2026-12-19").press("Tab Ctrl-U").type_text("sat wed");
    insta::assert_snapshot!("dates_follow_what_is_typed", stage.screen());
    let stage = stage.press("Tab Ctrl-U").type_text("25:00").press("Tab");
    insta::assert_snapshot!("a_time_that_is_none", stage.press("Ctrl-S").screen());
}

#[test]
fn no_session_is_laid_out_on_a_closed_day() {
    let days = r#"(closed: [
        (when: Between("2026-12-23", "2027-01-03"), why: { "en": "Christmas", "nb": "Jul" }),
        (when: Every(Fri), why: { "en": "Searches", "nb": "Visitasjon" }),
    ])"#;
    let stage = Stage::typical().closed(days).press("3 n 1 Tab Tab Ctrl-U").type_text("tue thu");
    insta::assert_snapshot!("christmas_is_left_out", stage.screen());
    let stage = stage.press("Ctrl-U").type_text("fri").press("Ctrl-S");
    insta::assert_snapshot!("never_open_on_these_weekdays", stage.screen());
}

#[test]
fn one_group() {
    insta::assert_snapshot!(Stage::typical().press("3 Down Enter").screen());
}

#[test]
fn one_group_on_a_small_screen() {
    insta::assert_snapshot!(Stage::typical().size(60, 20).press("3 Down Enter Tab Down Down").screen());
}

#[test]
fn choosing_people() {
    let stage = Stage::typical().press("3 Enter a");
    insta::assert_snapshot!("who_may_take_part", stage.screen());
    let stage = stage.press("Space Down Space");
    insta::assert_snapshot!("a_group_too_large", stage.screen());
    let stage = stage.press("/").type_text("ar");
    insta::assert_snapshot!("found_by_language", stage.press("Enter").screen());
}

#[test]
fn among_thousands_the_eligible_come_first() {
    insta::assert_snapshot!(Stage::crowded().press("3 Enter a End").screen());
}

#[test]
fn a_person_who_is_not_eligible_needs_a_decision() {
    let stage = Stage::typical().press("3 Enter a End Space Ctrl-S");
    insta::assert_snapshot!("who_allows_the_exception", stage.screen());
    let stage = stage.type_text("Governor Lien").press("Enter").type_text("asked for by the consulate").press("Enter");
    insta::assert_snapshot!("enrolled_by_exception", stage.press("Tab").screen());
}

/// From a list of groups to a group with its people, the store closed and opened again on the way.
#[test]
fn a_group_is_planned_and_kept() {
    let stage = Stage::typical().press("3 n 2 Tab Ctrl-U").type_text("2026-12-01").press("Ctrl-S");
    let stage = stage.press("Space Down Space Down Space Ctrl-S");
    let before = stage.press("Tab Tab").screen();
    insta::assert_snapshot!("a_group_with_its_people", before);
    let stage = Stage::typical().press("3 n 2 Tab Ctrl-U").type_text("2026-12-01").press("Ctrl-S").reopen();
    let stage = stage.press("Space Down Space Down Space Ctrl-S Tab Tab").reopen();
    assert_eq!(stage.screen().replace('\n', ""), before.replace('\n', ""));
    let stage = stage.press("m Ctrl-U").type_text("2026-12-02 13:30").press("Enter");
    let stage = stage.type_text("the escort is away").press("Enter Enter");
    let stage = stage.press("Down c 2").type_text("lockdown").press("Enter Enter");
    insta::assert_snapshot!("one_session_moved_one_cancelled", stage.screen());
    let stage = stage.press("p Ctrl-U").type_text("2026-12-30").press("Enter Enter");
    let stage = stage.press("Tab l 1 Enter Enter Esc r");
    insta::assert_snapshot!("one_left_and_came_back", stage.screen());
    let stage = stage.press("e Tab Ctrl-U").type_text("2026-12-08").press("Ctrl-S");
    insta::assert_snapshot!("dating_anew_asks", stage.screen());
    insta::assert_snapshot!("dated_anew", stage.press("d Tab").screen());
}

#[test]
fn what_is_planned_for_today_is_dated_anew_only_when_asked() {
    let asked = || Stage::typical().press("3 Down Enter e Tab Tab Ctrl-U").type_text("Mon Wed").press("Ctrl-S");
    insta::assert_snapshot!(asked().screen());
    let of_today = |stage: &Stage| {
        let id = stage.reads().group_by_code("K-07").unwrap().unwrap();
        let record = stage.reads().group(id, "en").unwrap().unwrap();
        record.sessions.iter().filter(|dated| dated.session.date == stage.now.date_naive()).count()
    };
    for (key, count) in [("d", 1), ("t", 0), ("n", 1)] {
        assert_eq!(of_today(&asked().press(key)), count, "{key}");
    }
}

#[test]
fn a_code_that_another_group_has_is_refused_at_its_field() {
    let stage = Stage::typical().press("3 n 1 Ctrl-U").type_text("K-07").press("Ctrl-S");
    insta::assert_snapshot!(stage.screen());
}

#[test]
fn the_form_and_the_group_in_bokmal() {
    let stage = Stage::typical().lang("nb").press("3 Down Enter Tab");
    insta::assert_snapshot!("one_group_in_bokmal", stage.screen());
    insta::assert_snapshot!("the_form_in_bokmal", stage.press("e Tab Tab").screen());
}

#[test]
fn planning_a_group_on_a_small_screen() {
    insta::assert_snapshot!(Stage::typical().size(60, 20).press("3 n 1").screen());
}

#[test]
fn joining_in_mid_course_reaches_what_is_left() {
    insta::assert_snapshot!(Stage::typical().press("3 Down Enter a").screen());
}

/// What was planned by mistake is taken back, and the page says that the group is gone.
#[test]
fn a_group_taken_back() {
    insta::assert_snapshot!(Stage::typical().press("3 n 1 Ctrl-S Esc u").screen());
}
