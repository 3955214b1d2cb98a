//! People: the list, one person, the form, who may take part, history.

use crate::stage::Stage;
use insta::assert_snapshot;

#[test]
fn people_empty_says_what_to_do() {
    assert_snapshot!(Stage::empty().press("2").screen());
}

#[test]
fn people_typical() {
    assert_snapshot!(Stage::typical().press("2 Down").screen());
}

#[test]
fn people_crowded() {
    assert_snapshot!(Stage::crowded().press("2 PgDn PgDn").screen());
}

#[test]
fn people_on_a_small_screen() {
    assert_snapshot!(Stage::typical().size(60, 20).press("2").screen());
}

#[test]
fn people_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").press("2").screen());
}

#[test]
fn one_person() {
    assert_snapshot!(Stage::typical().press("2 Enter").screen());
}

#[test]
fn one_person_further_down() {
    assert_snapshot!(Stage::typical().press("2 Enter End").screen());
}

#[test]
fn one_person_on_a_small_screen_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").size(60, 20).press("2 Enter").screen());
}

#[test]
fn who_may_take_part() {
    assert_snapshot!(Stage::typical().press("2 e").screen());
}

#[test]
fn who_may_take_part_crowded() {
    assert_snapshot!(Stage::crowded().press("2 e PgDn").screen());
}

#[test]
fn who_may_take_part_on_a_small_screen_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").size(60, 20).press("2 e").screen());
}

#[test]
fn a_new_person_with_fields_that_cannot_be_right() {
    let stage = Stage::typical().press("2 a").type_text("0412").press("Tab").type_text("Ana").press("Tab Tab");
    let stage = stage.type_text("elvish").press("Tab Tab Tab Tab Tab").type_text("30.2.2027").press("Tab");
    assert_snapshot!(stage.screen());
}

#[test]
fn history_of_a_person() {
    assert_snapshot!(Stage::typical().press("2 Enter i Down Enter").screen());
}

/// The row of the list that is selected.
fn selected(stage: &Stage) -> String {
    let screen = stage.screen();
    screen.lines().find(|line| line.starts_with(" >")).unwrap_or_default().trim_start_matches([' ', '>']).to_owned()
}

#[test]
fn people_are_found_by_name_language_and_country() {
    let stage = Stage::typical().press("2 /").type_text("ostergaard");
    assert!(selected(&stage).starts_with("Østergaard, Søren"), "{}", stage.screen());
    let stage = stage.press("Esc").type_text("danm");
    assert!(stage.screen().contains("Nobody has “danm”"), "{}", stage.screen());
    let stage = stage.press("Backspace Backspace").type_text("nish denmark");
    assert!(selected(&stage).starts_with("Østergaard, Søren"), "{}", stage.screen());
    // Enter goes to the list, where letters are keys again; Esc clears, then leaves.
    let stage = stage.press("Enter Enter");
    assert!(stage.screen().contains(" Søren Østergaard, 0443"), "{}", stage.screen());
    let stage = stage.press("Esc Esc");
    assert!(stage.screen().contains("24 people"), "{}", stage.screen());
    assert!(stage.press("Esc").screen().contains("Sessions today"));
}

#[test]
fn a_person_is_added_and_found_again_after_a_power_cut() {
    let stage = Stage::empty().press("2 a").type_text("0412").press("Tab").type_text("Ana").press("Enter");
    let stage = stage.type_text("Petrović").press("Down").type_text("lithuanian; English B1").press("Tab Tab");
    let stage = stage.type_text("lt").press("Ctrl-S").reopen();
    assert_snapshot!(stage.screen());
    let stage = stage.press("2 a").type_text("0412").press("Tab");
    assert!(stage.screen().contains("! Petrović, Ana has this reference already."), "{}", stage.screen());
    // Nothing typed is lost without being asked.
    assert_snapshot!(stage.press("Esc").screen());
}

#[test]
fn facts_that_contradict_each_other_are_shown_where_they_belong() {
    let stage =
        Stage::empty().press("2 a").type_text("1").press("Tab").type_text("Bo").press("Tab Tab Tab Tab Tab Tab");
    let stage = stage.type_text("1.3.2026").press("Tab").type_text("2.2.2026").press("F2");
    let screen = stage.screen();
    assert!(screen.contains("! The release on 2 Feb 2026 is before today."), "{screen}");
    assert!(screen.contains("Nothing was saved: one field has to be put right first."), "{screen}");
    let stage = stage.press("Ctrl-U").type_text("2.2.2027").press("F2");
    assert!(stage.screen().contains(" Bo, 1"), "{}", stage.screen());
}

#[test]
fn an_exception_is_recorded_with_who_and_why_and_taken_back() {
    let stage = Stage::typical().press("2 Enter x").type_text(", coordinator").press("Enter Enter");
    assert!(stage.screen().contains("Write something here"), "{}", stage.screen());
    let stage = stage.type_text("Asks for it; lives nearby").press("Enter").reopen();
    let screen = stage.screen();
    assert!(screen.contains(" ! Overall        eligible by exception"), "{screen}");
    assert!(screen.contains("not met: released 1 Dec"), "{screen}");
    assert!(screen.contains(" ! Exception      Kari, coordinator, 24 Nov 2026: Asks for it; lives nearby"), "{screen}");
    let stage = stage.press("x r");
    assert!(stage.screen().contains(" - Overall        not eligible"), "{}", stage.screen());
    let stage = stage.press("u");
    let screen = stage.screen();
    assert!(
        screen.contains("Undone: Bestûn a.: exception. Next u: Bestûn a.: exception")
            && screen.contains("eligible by exception"),
        "{screen}"
    );
}

#[test]
fn the_start_and_the_version_change_what_a_person_reaches() {
    let stage = Stage::typical().press("2 Enter s Ctrl-U").type_text("30.2.2027").press("Enter");
    assert!(stage.screen().contains("30 Feb 2027 does not exist."), "{}", stage.screen());
    let stage = stage.press("Ctrl-U").type_text("9.11.2026").press("Enter v Down Enter");
    let screen = stage.screen();
    assert!(screen.contains("From 9 Nov 2026: Planning for Resettlement, Eight sessions"), "{screen}");
    assert!(screen.contains("met: released 1 Dec, 22 days after the start: 8 days to spare"), "{screen}");
    assert!(screen.contains("reaches 6 of 8 before release"), "{screen}");
}

#[test]
fn whoever_is_in_a_group_is_not_removed() {
    let stage = Stage::typical().press("2 /").type_text("gjonaj").press("Enter Enter D");
    assert!(stage.screen().contains("! In K-07: whoever is in a register is not removed."), "{}", stage.screen());
    let stage = stage.press("Esc Esc /").type_text("bestun").press("Enter Enter D");
    assert!(stage.screen().contains("Remove Bestûn al-Jubūrī with all facts?"), "{}", stage.screen());
    let stage = stage.press("Enter D y");
    assert!(stage.screen().contains("Removed: Bestûn al-Jubūrī"), "{}", stage.screen());
    assert!(stage.press("Esc").screen().contains("23 people"));
}

#[test]
fn a_file_is_shown_before_it_is_taken_in_and_all_of_it_or_nothing() {
    let stage = Stage::typical();
    let path = stage.folder().join("people.csv");
    let refused = "Reference;Given name;Release date\n0480;Bestûn;2.1.2027\n0700;Ana;30.2.2027\n0701;Li;\n";
    std::fs::write(&path, refused).unwrap();
    let stage = stage.press("2 i").type_text(path.to_str().unwrap()).press("Enter");
    assert_snapshot!(stage.screen());
    let stage = stage.press("Ctrl-S");
    assert!(stage.screen().contains("! Correct the file and read it again"), "{}", stage.screen());
    std::fs::write(&path, refused.replace("30.2.", "28.2.")).unwrap();
    let stage = stage.press("Esc i").type_text(path.to_str().unwrap()).press("Enter");
    assert!(stage.screen().contains("2 to add, 1 to change, 0 unchanged, 0 refused"), "{}", stage.screen());
    let stage = stage.press("F2");
    let screen = stage.screen();
    assert!(screen.contains("Imported: 2 added, 1 changed") && screen.contains("26 people"), "{screen}");
    let stage = stage.reopen().press("Enter i");
    assert!(stage.screen().contains("release date: 1 Dec 2026 → 2 Jan 2027"), "{}", stage.screen());
    assert!(stage.press("Esc Esc u").screen().contains("24 people"));
}

#[test]
fn history_of_everything() {
    assert_snapshot!(Stage::typical().press("F9").screen());
}

#[test]
fn a_form_on_a_small_screen_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").size(60, 20).press("2 Enter e Up Up").screen());
}

#[test]
fn a_file_that_is_no_table_says_what_to_do() {
    let stage = Stage::typical();
    let path = stage.folder().join("people.xlsx");
    std::fs::write(&path, b"PK\x03\x04 and the rest").unwrap();
    let stage = stage.press("2 i").type_text(path.to_str().unwrap()).press("Enter");
    assert!(stage.screen().contains("This is a spreadsheet file: open it in the spreadsheet and save it as CSV"));
    let stage = stage.press("Ctrl-S");
    assert!(stage.screen().contains("! This is a spreadsheet file"), "{}", stage.screen());
}

#[test]
fn sample_people_are_for_an_empty_desk() {
    let stage = Stage::empty().press("2 P");
    assert!(stage.screen().contains("24 people"), "{}", stage.screen());
    assert!(stage.press("P").screen().contains("! There are people here"));
}

#[test]
fn one_person_in_the_middle_of_a_course() {
    assert_snapshot!(Stage::typical().press("2 /").type_text("gjonaj").press("Enter Enter End").screen());
}

#[test]
fn history_shows_what_was_undone_and_what_it_was_before() {
    let stage = Stage::typical().press("2 Enter e").press("Tab Tab Tab Tab Tab Tab Tab Tab Ctrl-U");
    let stage = stage.type_text("5.1.2027").press("Ctrl-S u i Enter");
    assert_snapshot!(stage.screen());
}

#[test]
fn a_text_without_end_is_refused_where_it_stands() {
    let stage =
        Stage::empty().press("2 a").paste(&"x".repeat(10_000)).press("Tab").paste("A\u{202e}na\u{1b}").press("Tab");
    let screen = stage.screen();
    assert!(screen.contains("! This is 10000 characters long: 200 are the most."), "{screen}");
    assert!(screen.contains("Given name         Ana"), "{screen}");
}
