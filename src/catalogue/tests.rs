//! The built-in course as it must be, and a catalogue out of good and broken files.

mod closed;
mod described;
mod faults;
mod followed;
mod glanced;
mod mutations;
mod scaffolds;
mod translated;

use super::finding::{Finding, Level};
use super::shape::Kind;
use super::{BUILT_IN, Catalogue, Content, DIRECTORIES, GUIDES, PATHWAYS, check, check_text, review_by, translating};
use crate::domain::eligibility::{Standing, judge, standing};
use crate::domain::pathway::Pathway;
use crate::domain::person::{Occupation, Person, Spoken};
use crate::domain::programme::{Course, Localised, Programme, RatingTime};
use chrono::NaiveDate;
use faults::small;
use std::fs;
use std::path::Path;

fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

fn built_in() -> Programme {
    let catalogue = Catalogue::built_in(today());
    assert_eq!(catalogue.findings, vec![]);
    catalogue.programme("planning-for-resettlement").cloned().expect("the course comes with the desk")
}

#[test]
fn both_versions_are_complete_with_ninety_minutes_each_and_their_essentials() {
    let programme = built_in();
    let courses: Vec<Course> = programme.courses().collect();
    let shape = |course: &Course| {
        let essential: Vec<usize> =
            course.sessions.iter().enumerate().filter(|(_, s)| s.essential).map(|(n, _)| n + 1).collect();
        (course.version.clone(), course.sessions.len(), essential, course.completion.sessions)
    };
    let shapes: Vec<_> = courses.iter().map(shape).collect();
    assert_eq!(
        shapes,
        [
            ("ten-sessions".to_owned(), 10, vec![2, 4, 6, 10], Some(8)),
            ("eight-sessions".to_owned(), 8, vec![2, 3, 5, 8], Some(7)),
        ]
    );
    for session in courses.iter().flat_map(|course| &course.sessions) {
        assert_eq!(session.minutes(), 90, "{}", session.id);
        assert!((2..=3).contains(&session.objectives.len()), "{}", session.id);
        assert!(!session.leaves_with.is_empty() && !session.closing_questions.is_empty(), "{}", session.id);
        let ends = [session.activities.first(), session.activities.last()];
        assert!(ends.into_iter().flatten().all(|activity| activity.minutes == 10), "{}", session.id);
        for activity in &session.activities {
            let full = !activity.say.is_empty() && !activity.steps.is_empty() && !activity.need.is_empty();
            assert!(full, "{}: {}", session.id, activity.title.pick(&["en"]));
        }
    }
    for course in &courses {
        let rated = |time| course.sessions.iter().position(|s| s.rating == Some(time));
        assert_eq!(rated(RatingTime::Before), Some(0));
        assert_eq!(rated(RatingTime::After), Some(course.sessions.len() - 1));
        assert_eq!((course.ratings.scale.len(), course.ratings.items.len()), (4, 7));
    }
}

#[test]
fn what_is_read_in_the_room_fits_a_line_of_its_screen() {
    for plan in &built_in().plans {
        let short = |texts: &Localised, most: usize| {
            for text in texts.0.values() {
                assert!(text.chars().count() <= most, "{}: {text}", plan.id);
            }
        };
        short(&plan.title, 40);
        for activity in &plan.activities {
            short(&activity.title, 40);
            let lines = activity.say.iter().chain(&activity.steps).chain(&activity.need);
            lines.for_each(|line| short(line, 72));
        }
    }
}

#[test]
fn the_pilots_criteria_decide_and_the_preferred_rules_do_not() {
    let course = built_in().course("ten-sessions").unwrap();
    let start = today();
    let person = Person {
        release: start.checked_add_days(chrono::Days::new(14)),
        languages: vec![Spoken {
            language: crate::domain::codes::Language::new("en").unwrap(),
            level: Some(crate::domain::codes::Cefr::A2),
        }],
        occupation: Some(Occupation::None),
        consent: Some(true),
        ..Person::default()
    };
    let judged = |person: &Person| standing(&judge(person, &course, start));
    assert_eq!(judged(&person), Standing::Eligible);
    let at_work = Person { occupation: Some(Occupation::Work), ..person.clone() };
    assert_eq!(judged(&at_work), Standing::NotEligible);
    let too_late = Person { release: start.checked_add_days(chrono::Days::new(13)), ..person };
    assert_eq!(judged(&too_late), Standing::NotEligible);
}

#[test]
fn a_pinned_course_comes_back_the_same() {
    for course in built_in().courses() {
        let json = serde_json::to_string(&course).unwrap();
        assert_eq!(serde_json::from_str::<Course>(&json).unwrap(), course);
    }
}

#[test]
fn every_example_for_trainers_is_sound() {
    let guide = include_str!("../../programmes/README.md");
    let examples: Vec<&str> = guide.split("```ron\n").skip(1).map(|rest| rest.split("\n```").next().unwrap()).collect();
    let mut kinds = Vec::new();
    for example in examples {
        let checked = check_text("README.md", example, today());
        assert_eq!(checked.findings, vec![], "{example}");
        kinds.extend(checked.kind);
    }
    kinds.sort();
    kinds.dedup();
    // All but translations, which are written for their author.
    assert_eq!(kinds, Kind::ALL[..5]);
}

#[test]
fn a_broken_file_hides_no_other_and_a_later_programme_replaces_an_earlier() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("programmes");
    fs::create_dir(&data).unwrap();
    let named = tempfile::tempdir().unwrap();
    fs::write(data.join("a-broken.ron"), "(").unwrap();
    fs::write(data.join("b-binary.ron"), b"(id: \"\xff\")").unwrap();
    fs::write(data.join("c-large.ron"), " ".repeat(1024 * 1024 + 1)).unwrap();
    fs::create_dir(data.join("d-folder.ron")).unwrap();
    fs::write(data.join("e-sound.ron"), small("", "")).unwrap();
    fs::write(data.join("README.md"), "not a programme").unwrap();
    fs::write(named.path().join("z.ron"), small("\"Small\"", "\"Smaller\"")).unwrap();

    let catalogue = Catalogue::load(Some(folder.path()), Some(named.path()), today());
    let titles: Vec<&str> = catalogue.programmes.iter().map(|p| p.title.pick(&["en"])).collect();
    assert_eq!(titles, ["Planning for Resettlement", "Smaller"]);
    let name = |file: &str| file.rsplit('/').next().unwrap_or_default().to_owned();
    let first = |f: &&Finding| !["finding-field-missing", "finding-id"].contains(&f.what.id);
    let found: Vec<_> =
        catalogue.findings.iter().filter(first).map(|f| (name(&f.file), f.position(), f.level, f.what.id)).collect();
    let file = |name: &str, place, level, id| (name.to_owned(), place, level, id);
    assert_eq!(
        found,
        [
            file("a-broken.ron", (1, 1), Level::Error, "finding-bracket-open"),
            file("b-binary.ron", (1, 7), Level::Error, "finding-windows-1252"),
            file("c-large.ron", (0, 0), Level::Error, "finding-too-large"),
            file("d-folder.ron", (0, 0), Level::Error, "finding-not-a-file"),
            file("z.ron", (0, 0), Level::Note, "finding-replaces"),
        ]
    );
}

#[test]
fn a_directory_that_was_named_must_be_there_the_data_directory_need_not() {
    let nowhere = std::path::Path::new("/nowhere/at/all");
    assert_eq!(Catalogue::load(Some(nowhere), None, today()).findings, vec![]);
    let findings = Catalogue::load(None, Some(nowhere), today()).findings;
    assert_eq!(findings.iter().map(|f| f.what.id).collect::<Vec<_>>(), ["finding-missing"]);
    assert_eq!(check(nowhere, today()).len(), 1);
}

#[test]
fn the_programmes_that_come_with_the_desk_can_all_be_read_and_say_when_they_are_due() {
    let catalogue = Catalogue::built_in("2026-11-24".parse().unwrap());
    assert_eq!(catalogue.programmes.len(), BUILT_IN.len());
    for (programme, (file, text)) in catalogue.programmes.iter().zip(BUILT_IN) {
        assert_eq!(review_by(text), Some(programme.review_by), "{file}");
    }
}

/// Sound when the desk is built, and found on the first day on which they have to be reviewed.
#[test]
fn what_comes_with_the_desk_besides_programmes_is_sound_and_names_its_agencies() {
    let services = Catalogue::built_in(today()).services;
    for (file, text) in [PATHWAYS, DIRECTORIES, GUIDES].into_iter().flatten() {
        assert_eq!(check_text(file, text, today()).findings, vec![], "{file}");
        assert!(
            text.contains(&format!("id: \"{}\"", Path::new(file).file_stem().unwrap().to_str().unwrap())),
            "{file}"
        );
    }
    assert_eq!((services.pathways.len(), services.directories.len()), (PATHWAYS.len(), DIRECTORIES.len()));
    // A guide that was not taken would be missing from the shelf without a word.
    assert_eq!(services.guides.len(), GUIDES.len());
    for pathway in services.pathways.iter() {
        for id in &pathway.agencies {
            assert!(services.agency(id).is_some(), "{} names {id}", pathway.id);
        }
        let json = serde_json::to_string(pathway).unwrap();
        assert_eq!(serde_json::from_str::<Pathway>(&json).unwrap(), *pathway);
    }
    let late = Catalogue::built_in("2027-11-02".parse().unwrap()).findings;
    assert_eq!(late.len(), BUILT_IN.len() + PATHWAYS.len() + DIRECTORIES.len() + GUIDES.len());
}

/// A pathway is translated as a programme is.
#[test]
fn a_pathway_takes_its_texts_from_a_translation_beside_it() {
    let (file, text) = PATHWAYS[8];
    let empty = translating::updated(text, Kind::Pathway.fields(), "pl", None).unwrap();
    assert!(empty.missing > 10, "{}", empty.missing);
    let filled = empty.text.replacen("text: \"\"", "text: \"Wiadomość Czerwonego Krzyża\"", 1);
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("pathways");
    fs::create_dir_all(&folder).unwrap();
    let name = Path::new(file).file_stem().unwrap().to_str().unwrap();
    fs::write(folder.join(format!("{name}.ron")), text).unwrap();
    fs::write(folder.join(format!("{name}.pl.ron")), filled).unwrap();
    let checked = check(&folder, today());
    let Some(Content::Pathway(pathway)) = &checked[0].content else { panic!("{:?}", checked[0].findings) };
    assert_eq!(pathway.title.pick(&["pl"]), "Wiadomość Czerwonego Krzyża");
}
