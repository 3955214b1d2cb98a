//! A gallery of broken files, one fault each: what `onward check` says about it, in English and in Bokmål.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use chrono::NaiveDate;
use onward::catalogue;
use onward::cli::check::drawn;
use onward::i18n::{Locale, Words};
use std::fs;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "ron"))
        .collect();
    files.sort();
    files
}

#[test]
fn every_broken_file_is_told_at_its_place_in_plain_words() {
    let today: NaiveDate = "2026-11-24".parse().unwrap();
    let files = files();
    assert!(files.len() >= 60, "{}", files.len());
    let mut buried = Vec::new();
    for path in files {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let checked = catalogue::check_bytes(&format!("{name}.ron"), fs::read(&path).unwrap(), today);
        assert!(!checked.findings.is_empty(), "{name} is not broken");
        // What one fault brings with it must not bury it.
        if checked.findings.len() > 3 {
            buried.push((name.clone(), checked.findings.iter().map(|f| (f.position(), f.what.id)).collect::<Vec<_>>()));
        }
        let said = ["en", "nb"].map(|tag| drawn(&checked.findings, &Words::new(Locale::choose([tag]))));
        assert!(said.iter().all(|said| !said.contains("finding-")), "{name}: {}", said[0]);
        insta::with_settings!({ snapshot_path => "gallery/said", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, said.join("\n"));
        });
    }
    assert!(buried.is_empty(), "{buried:#?}");
}
