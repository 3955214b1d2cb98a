//! A supervisor’s desk: bundles of two desks side by side and month by month, what is missing, what goes back.

use crate::stage::{ACTOR, Stage, ten_oclock};
use insta::assert_snapshot;
use onward::demo;
use onward::domain::audit::Head;
use onward::domain::entry::Entry;
use onward::domain::record::{Reads, Records, Stamp};
use onward::domain::setting::DESK_NAME;
use onward::i18n::{Locale, Words};
use onward::report::{Format, Ground, Report, Request, Watch, write};
use onward::store::{Cost, Store};
use onward::tui::effect::Judging;
use onward::tui::shell::reviews::Reviewing;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

/// A folder with the bundles of two desks, and what is reviewed of them.
struct Mail(TempDir);

fn bundle(reads: &dyn Reads, path: &Path) {
    let (words, stop) = (Words::new(Locale::choose(["en"])), AtomicBool::new(false));
    let zone = |_| *ten_oclock().offset();
    let ground = Ground::new(reads, &words, ten_oclock(), &zone, &stop);
    let mut file = fs::File::create(path).unwrap();
    let request = Request::new(Report::Bundle).written(Format::Bundle);
    write(&request, &ground, &mut file, &mut Watch { told: &mut |_| (), stop: &stop }).unwrap();
}

impl Mail {
    fn new() -> Self {
        let mail = Self(tempfile::tempdir().unwrap());
        let mut halden = Stage::typical();
        let name = Some(Box::new("Halden, wing C".to_owned()));
        halden.record(vec![Entry::Setting { item: DESK_NAME.to_owned(), to: name }]);
        bundle(halden.reads(), &mail.path("halden.onward"));
        let cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };
        let mut random = |bytes: &mut [u8]| {
            bytes.fill(9);
            Ok(())
        };
        let (mut store, _) =
            Store::create(&mail.path("ullersmo"), ACTOR, "seven copper owls", cost, &mut random).unwrap();
        let (ten, eight) = halden.courses();
        for (stamp, entries) in demo::desk(3, ten_oclock(), &ten, &eight) {
            store.record(&entries, &Stamp { actor: ACTOR.to_owned(), ..stamp }).unwrap();
        }
        bundle(&store, &mail.path("ullersmo.onward"));
        let cut_off = fs::read(mail.path("halden.onward")).unwrap();
        fs::write(mail.path("copied.onward"), &cut_off[..cut_off.len() / 2]).unwrap();
        mail
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Opened by somebody who knows Halden.
    fn opened(&self, files: &[&str]) -> Reviewing {
        let files: Vec<PathBuf> = files.iter().map(|name| self.path(name)).collect();
        let mut reviewing = Reviewing::open(self.path("kept"), &files).unwrap();
        let halden = reviewing.review.bundles().next().unwrap().identity;
        let know = Judging::Know { identity: halden, name: "Halden, wing C".to_owned() };
        reviewing.judge(&know, &Words::new(Locale::choose(["en"])), ten_oclock()).unwrap();
        // The end of a journal is another in every run.
        for file in &mut reviewing.review.files {
            if let Ok(bundle) = &mut file.outcome {
                bundle.head = Head { seq: bundle.head.seq, hash: "9f3a77c102be".repeat(5) + "0000" };
            }
        }
        reviewing
    }
}

const ALL: [&str; 3] = ["halden.onward", "ullersmo.onward", "copied.onward"];

#[test]
fn groups_of_two_desks_side_by_side() {
    let mail = Mail::new();
    let stage = Stage::of_a_review(mail.opened(&ALL), "en");
    assert_snapshot!("side_by_side", stage.screen());
    assert_snapshot!("by_month", stage.press("v").screen());
    assert_snapshot!("small_in_bokmål", Stage::of_a_review(mail.opened(&ALL), "nb").size(60, 20).screen());
    let stage = Stage::of_a_review(mail.opened(&ALL), "en").size(60, 20).press("v");
    assert_snapshot!("by_month_small", stage.screen());
    assert_snapshot!("one_group", stage.press("v Enter").screen());
    assert_snapshot!("a_file_that_is_cut_off", Stage::of_a_review(mail.opened(&ALL), "en").press("End").screen());
}

#[test]
fn a_group_is_ticked_off_or_sent_back_and_that_is_kept() {
    let mail = Mail::new();
    let stage = Stage::of_a_review(mail.opened(&ALL), "en").press("y");
    assert!(stage.screen().contains("is ticked off"), "{}", stage.screen());
    assert!(stage.screen().contains("1 of "), "{}", stage.screen());
    // Once more takes it back.
    let stage = stage.press("y");
    assert!(stage.screen().contains("open again"), "{}", stage.screen());
    // A remark that names somebody of the group is told so once; nothing of it is kept before it was meant.
    let review = mail.opened(&ALL).review;
    let bundle = review.bundles().next().unwrap();
    let named = stage.press("b").type_text(&format!("Why was {} away?", bundle.groups[0].people[0].1)).press("Enter");
    assert_snapshot!("remarks_name_somebody", named.screen());
    assert!(!mail.path("halden.remarks.md").exists());
    let stage = named.press("Ctrl-U").type_text("Who was away on Tuesday?").press("Enter");
    assert_snapshot!("sent_back", stage.screen().replace(&mail.0.path().display().to_string(), "MAIL"));
    let back = fs::read_to_string(mail.path("halden.remarks.md")).unwrap();
    assert!(back.contains("Who was away on Tuesday?") && back.contains("# Remarks"), "{back}");
    // Another day the same is still said of it.
    let again = mail.opened(&ALL);
    let stage = Stage::of_a_review(again, "en");
    assert!(stage.screen().contains("sent back"), "{}", stage.screen());
}

#[test]
fn a_desk_is_known_once_its_fingerprint_was_compared() {
    let mail = Mail::new();
    let stage = Stage::of_a_review(mail.opened(&ALL), "en").press("End Up");
    assert!(stage.screen().contains("desk not known"), "{}", stage.screen());
    let refused = stage.press("y");
    assert!(refused.screen().contains("First compare the fingerprint"), "{}", refused.screen());
    let asked = refused.press("e");
    assert_snapshot!("is_it_the_same", asked.screen());
    let known = asked.type_text("Ullersmo").press("Enter");
    assert!(known.screen().contains("Ullersmo is known"), "{}", known.screen());
    assert!(!known.screen().contains("desk not known"), "{}", known.screen());
}

#[test]
fn the_figures_of_all_are_written_to_a_file() {
    let mail = Mail::new();
    let path = mail.path("all.json");
    let stage = Stage::of_a_review(mail.opened(&ALL), "en").press("w Ctrl-U");
    let stage = stage.type_text(&path.display().to_string()).press("Enter");
    assert!(stage.screen().contains("all.json"), "{}", stage.screen());
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("{\"schema\":\"onward.review/1\"") && text.contains("\"truncated\""), "{text}");
    let stage = stage.press("w Ctrl-U").type_text("/nowhere/all.json").press("Enter");
    assert!(stage.screen().contains("There is no folder"), "{}", stage.screen());
}
