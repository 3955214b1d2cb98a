//! Translations beside their file: written, filled in, shown, and stale when the file changes.

use super::faults::small;
use super::today;
use crate::catalogue::shape::Kind;
use crate::catalogue::translating::{Updated, updated};
use crate::catalogue::{Catalogue, check, each};
use std::fs;
use std::path::Path;

fn update(source: &str, before: Option<&str>) -> Updated {
    updated(source, Kind::Programme.fields(), "nb", before).unwrap()
}

/// What is found in the translation.
fn found(folder: &Path) -> Vec<&'static str> {
    check(&folder.join("small.nb.ron"), today()).iter().flat_map(|file| &file.findings).map(|f| f.what.id).collect()
}

fn title(folder: &Path) -> String {
    let catalogue = Catalogue::load(None, Some(folder), today());
    catalogue.programme("small").unwrap().title.pick(&["nb", "en"]).to_owned()
}

#[test]
fn a_translation_is_written_filled_in_shown_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (source, nb) = (folder.path().join("small.ron"), folder.path().join("small.nb.ron"));
    fs::write(&source, small("", "")).unwrap();
    let new = update(&small("", ""), None);
    assert_eq!((new.missing, new.stale), (16, 0), "{}", new.text);
    fs::write(&nb, &new.text).unwrap();
    assert_eq!(found(folder.path()), ["finding-translation-partial"]);
    assert_eq!(title(folder.path()), "Small");

    // Filled in: shown, and nothing is touched when it is brought up to date.
    let filled = new.text.replacen("text: \"\"", "text: \"Liten\" /* ours */", 1);
    fs::write(&nb, &filled).unwrap();
    assert_eq!(title(folder.path()), "Liten");
    let again = update(&small("", ""), Some(&filled));
    assert_eq!((again.text.as_str(), again.missing), (filled.as_str(), 15));

    // The file changes: the translation is not shown, and marked, and all the rest stays.
    let changed = small("\"Small\"", "\"Smaller\"").replace("\"Hello\"", "\"Hello\", \"You\"");
    fs::write(&source, &changed).unwrap();
    assert_eq!(found(folder.path()), ["finding-translation-partial", "finding-translation-stale"]);
    assert_eq!(title(folder.path()), "Smaller");
    let marked = update(&changed, Some(&filled));
    assert_eq!((marked.missing, marked.stale), (16, 1));
    assert!(marked.text.contains("changed: true, text: \"Liten\" /* ours */"), "{}", marked.text);
    assert!(marked.text.contains("plans/one/activities/1/say/2"), "{}", marked.text);
    fs::write(&nb, &marked.text).unwrap();
    assert_eq!(title(folder.path()), "Smaller");
    assert_eq!(update(&changed, Some(&marked.text)).text, marked.text);
    // Somebody has looked at it.
    fs::write(&nb, marked.text.replace(", changed: true", "")).unwrap();
    assert_eq!(title(folder.path()), "Liten");
}

#[test]
fn what_does_not_fit_its_file_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let text = "(translates: \"small\", language: \"nb\", texts: [(part: \"titel\", of: \"0000000000\", text: \"x\")])";
    fs::write(folder.path().join("small.nb.ron"), text).unwrap();
    assert_eq!(found(folder.path()), ["finding-translation-alone"]);
    fs::write(folder.path().join("small.ron"), small("", "")).unwrap();
    assert_eq!(found(folder.path()), ["finding-translation-partial", "finding-translates-nothing"]);
    let all = check(folder.path(), today());
    let files: Vec<_> = all.iter().map(|file| (file.kind, file.findings.len())).collect();
    assert_eq!(files, [(Some(Kind::Programme), 0), (Some(Kind::Translation), 2)]);
}

#[test]
fn what_participants_read_of_the_built_in_course_is_there_in_seven_more_languages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("programmes");
    let checked = check(&folder, today());
    let found: Vec<_> = checked.iter().flat_map(|file| &file.findings).collect();
    assert_eq!(found, Vec::<&crate::catalogue::finding::Finding>::new());
    let catalogue = Catalogue::load(None, Some(&folder), today());
    let programme = catalogue.programme("planning-for-resettlement").unwrap();
    for tag in ["pl", "lt", "ro", "sq", "es", "fr", "ar"] {
        let has = |text: &crate::domain::programme::Localised| text.0.contains_key(tag);
        let rated = programme.ratings.scale.iter().chain(programme.ratings.items.iter().map(|item| &item.text));
        let plans = programme.plans.iter().flat_map(|plan| plan.leaves_with.iter().chain([&plan.title]));
        let missing: Vec<_> = rated.chain(plans).chain([&programme.title]).filter(|text| !has(text)).collect();
        assert!(missing.is_empty(), "{tag}: {missing:?}");
    }
}

#[test]
fn many_families_are_told_in_the_order_of_their_names_each_source_before_what_translates_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut expected = Vec::new();
    for number in 10..60 {
        for tag in ["", ".nb", ".pl"] {
            let path = folder.path().join(format!("course-{number}{tag}.ron"));
            std::fs::write(&path, "(").unwrap();
            expected.push(path.display().to_string());
        }
    }
    let told = each(folder.path(), today(), |checked| (checked.file, checked.findings.is_empty()));
    assert_eq!(told, expected.into_iter().map(|file| (file, false)).collect::<Vec<_>>());
}
