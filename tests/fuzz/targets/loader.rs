//! Any bytes as a file of trainers, of every kind: there is always an answer, and one that can be shown.

#![no_main]

use libfuzzer_sys::fuzz_target;
use onward::catalogue::finding::Level;
use onward::catalogue::shape::Kind;
use onward::catalogue::{Content, check_bytes, fork, keys, profiles, settings, translating};
use onward::domain::difference;

/// The name says what kind of file it is, where the text does not.
const NAMES: [&str; 6] = ["a.ron", "a.pl.ron", "pathways/a.ron", "guides/a.ron", "directory/a.ron", "closed-days.ron"];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    let today = "2026-11-24".parse().expect("a day");
    let checked = check_bytes(name, bytes.to_vec(), today);
    let broken = checked.findings.iter().any(|finding| finding.level == Level::Error);
    assert_eq!(checked.content.is_none(), broken, "{:?}", checked.findings);
    for finding in &checked.findings {
        let drawn = finding.render("error", "x");
        assert!(drawn.len() < 4_000 && !drawn.contains('\u{1b}'), "{drawn}");
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = keys::read_text("keys.ron", text, |_| Vec::new());
    let _ = settings::read_text("settings.ron", text);
    let _ = profiles::check_profile("profiles/a.ron", text);
    let _ = translating::updated(text, Kind::Programme.fields(), "pl", None);
    let _ = translating::updated("(id: \"a\", title: \"A\")", Kind::Programme.fields(), "pl", Some(text));
    if let Some(Content::Programme(programme)) = checked.content {
        assert_eq!(difference::programmes(&programme, &programme), []);
        let forked = check_bytes("b.ron", fork::fork(text, "b").into_bytes(), today);
        assert!(forked.content.is_some(), "{:?}", forked.findings);
    }
});
