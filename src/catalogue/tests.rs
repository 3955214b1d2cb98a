//! The built-in course as it must be, and broken files with the place that each finding names.

use super::finding::Level;
use super::{Catalogue, check, check_text};
use crate::domain::eligibility::{Standing, judge, standing};
use crate::domain::person::{Occupation, Person, Spoken};
use crate::domain::programme::{Course, Localised, Programme, RatingTime};
use crate::domain::text::is_hidden;
use chrono::NaiveDate;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use std::fs;

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
fn the_example_for_trainers_is_a_sound_programme() {
    let guide = include_str!("../../programmes/README.md");
    let example = guide.split_once("```ron\n").and_then(|(_, rest)| rest.split_once("\n```")).unwrap().0;
    let checked = check_text("README.md", example, today());
    assert_eq!(checked.findings, vec![]);
    assert_eq!(checked.programme.unwrap().courses().count(), 1);
}

/// A small programme without a fault, with `change` made in it.
fn small(from: &str, to: &str) -> String {
    const SMALL: &str = r#"(
  id: "small",
  title: "Small",
  summary: "A summary",
  source: "Ours",
  as_of: "2026-11-01",
  review_by: "2027-11-01",
  eligibility: [
    (id: "days", test: RemainingDays(14)),
    (id: "age", test: Age(at_least: 18, at_most: None)),
  ],
  ratings: (
    scale: ["Low", "High"],
    items: [(id: "work", text: "Work")],
  ),
  plans: [
    (
      id: "one",
      title: "One",
      aim: "An aim",
      essential: true,
      rating: Before,
      activities: [
        (title: "Talk", minutes: 10, say: ["Hello"]),
        (title: "Work", minutes: 20, do: ["Write"]),
      ],
      objectives: [(id: "first", text: "First")],
    ),
    (
      id: "two",
      title: "Two",
      aim: "An aim",
      rating: Some(After),
      activities: [(title: "Talk", minutes: 10)],
    ),
  ],
  versions: [
    (
      id: "only",
      title: "Only",
      sessions: ["one", "two"],
      completion: (sessions: 2),
    ),
  ],
)
"#;
    assert!(SMALL.contains(from), "the small programme has no {from}");
    SMALL.replacen(from, to, 1)
}

/// What is found: line, column, message, and whether the programme can be used all the same.
fn found(text: &str) -> (Vec<(usize, usize, &'static str)>, bool) {
    let checked = check_text("small.ron", text, today());
    let found = checked.findings.iter().map(|f| (f.position().0, f.position().1, f.what.id)).collect();
    (found, checked.programme.is_some())
}

#[test]
fn a_sound_file_has_no_findings() {
    for text in [small("", ""), format!("\u{feff}{}", small("", "")), small("", "").replace('\n', "\r\n")] {
        assert_eq!(found(&text), (vec![], true));
    }
}

#[test]
fn a_fault_is_named_at_its_place() {
    let cases: &[(&str, &str, (usize, usize, &str))] = &[
        // form
        ("\"Small\",", "\"Small\"", (4, 3, "finding-comma")),
        ("\"Small\",", "\"Small,", (4, 13, "finding-comma")),
        ("  title: \"Small\",", "  title: \"Small\" // yes,", (4, 3, "finding-comma")),
        ("  title: \"Small\",\n", "", (1, 1, "finding-field-missing")),
        ("aim: \"An aim\",", "aims: \"An aim\",", (20, 7, "finding-field-unknown")),
        ("source:", "title: \"Again\", source:", (5, 3, "finding-field-twice")),
        ("RemainingDays", "Days", (9, 24, "finding-choice-unknown")),
        ("minutes: 10", "minutes: 70000", (24, 34, "finding-number-range")),
        ("minutes: 10", "minutes: \"10\"", (24, 34, "finding-wants-number")),
        ("\"small\"", "7", (2, 7, "finding-wants-text")),
        ("\"Small\"", "7", (3, 10, "finding-wants-text")),
        ("essential: true", "essential: yes", (21, 18, "finding-wants-yes-or-no")),
        ("[\"Hello\"]", "\"Hello\"", (24, 43, "finding-wants-list")),
        ("RemainingDays(14)", "Age: 18", (9, 27, "finding-wants-fields")),
        ("aim: \"An", "aim \"An", (20, 11, "finding-colon")),
        ("2027-11-01", "2027-02-30", (7, 14, "finding-date")),
        ("\"Small\"", "{ \"en\": \"a\", \"en\": \"b\" }", (3, 29, "finding-language-twice")),
        ("RemainingDays(14)", "Speaks(any_of: [\"xx\"], level: A2)", (9, 40, "finding-code-unknown")),
        (")\n", ")\n)", (46, 1, "finding-trailing")),
        // meaning
        ("id: \"small\"", "id: \"Small one\"", (2, 7, "finding-id")),
        ("id: \"two\"", "id: \"one\"", (30, 11, "finding-id-twice")),
        ("\"age\"", "\"days\"", (10, 10, "finding-id-twice")),
        ("at_most: None", "at_most: Some(17)", (10, 23, "finding-rule-nobody")),
        ("at_least: 18", "at_least: None", (10, 23, "finding-rule-everybody")),
        ("RemainingDays(14)", "Occupied(any_of: [])", (9, 24, "finding-rule-nobody")),
        ("  ratings", "  group_size: (min: 5, max: 4),\n  ratings", (12, 15, "finding-group-size")),
        ("\"Low\", ", "", (13, 12, "finding-scale")),
        ("minutes: 20", "minutes: 0", (25, 34, "finding-minutes")),
        ("minutes: 20", "minutes: 301", (25, 34, "finding-minutes")),
        ("sessions: 2", "sessions: 3", (42, 30, "finding-completion")),
        ("sessions: 2", "sessions: 0", (42, 30, "finding-completion-nothing")),
        ("completion", "per_week: 0, completion", (42, 17, "finding-per-week")),
        ("\"One\"", "\" \"", (19, 14, "finding-text-empty")),
        ("\"Hello\"", "\"\"", (24, 44, "finding-text-empty")),
        ("\"Hello\"", "{ \"en\": \"Hi\", \"xx\": \"\" }", (24, 64, "finding-language")),
        ("2027-11-01", "2026-10-31", (7, 14, "finding-review-before")),
        ("Write", "Wr\u{202e}ite", (25, 46, "finding-hidden")),
        ("Write", "Wr\\u{202e}ite", (25, 43, "finding-hidden")),
        ("\"Hello\"", "// \u{200b}\n\"Hello\"", (24, 47, "finding-hidden")),
    ];
    let mut wrong = Vec::new();
    for (from, to, expected) in cases {
        let (findings, usable) = found(&small(from, to));
        if !findings.contains(expected) || usable {
            wrong.push(format!("{to}: {findings:?}, not {expected:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

proptest! {
    /// Whatever a hand does to a file: an answer, and never both a programme and an error.
    #[test]
    fn any_text_has_an_answer(at in 0..2_000_usize, cut in 0..40_usize, put in "[\\(\\)\\[\\]{}:,\"/*r#a-z0-9é\u{202e} \n]{0,6}") {
        let text = small("", "");
        let start = text.floor_char_boundary(at);
        let end = text.floor_char_boundary(start + cut);
        let changed = format!("{}{put}{}", &text[..start], &text[end..]);
        let checked = check_text("small.ron", &changed, today());
        let has_error = checked.findings.iter().any(|f| f.level == Level::Error);
        prop_assert_eq!(checked.programme.is_none(), has_error);
        for finding in &checked.findings {
            let drawn = finding.render("error", finding.what.id);
            prop_assert!(!drawn.chars().any(|c| c != '\n' && is_hidden(c)));
        }
    }
}

#[test]
fn what_only_needs_a_look_does_not_keep_a_programme_from_use() {
    let cases: &[(&str, &str, (usize, usize, &str))] = &[
        ("essential: true", "essential: false", (41, 17, "finding-no-essential")),
        ("2027-11-01", "2026-11-23", (7, 14, "finding-review-past")),
        ("\"Hello\"", "{ \"en\": \"Hello\", \"nb\": \"Hei\" }", (3, 10, "finding-translation")),
        (", \"two\"", "", (30, 11, "finding-plan-unused")),
        ("rating: Before", "rating: None", (41, 17, "finding-no-rating-before")),
        ("rating: Some(After)", "rating: None", (41, 17, "finding-no-rating-after")),
    ];
    for (from, to, expected) in cases {
        let text = small(from, to).replace("sessions: 2", "sessions: 1");
        let (findings, usable) = found(&text);
        assert!(findings.contains(expected), "{to}: {findings:?}, not {expected:?}");
        assert!(usable, "{to}");
    }
}

#[test]
fn a_file_that_breaks_off_is_said_to_end_too_soon() {
    for text in
        ["", "(", "(id", "(id:", "(id: \"x", "(id: \"x\"", "(id: \"x\",", "(id: \"x\", title: { \"en\":", "/* x"]
    {
        let place = (1, text.chars().count() + 1, "finding-end");
        assert_eq!(found(text), (vec![place], false), "{text}");
    }
}

#[test]
fn every_fault_of_a_file_is_named_in_its_order() {
    let text = small("\"one\", \"two\"", "\"three\", \"four\"").replace("minutes: 10", "minutes: 0");
    let (findings, _) = found(&text);
    let errors: Vec<_> = findings.iter().filter(|(_, _, id)| !id.contains("plan-unused")).copied().collect();
    assert_eq!(
        errors,
        [
            (24, 34, "finding-minutes"),
            (34, 45, "finding-minutes"),
            (41, 17, "finding-no-essential"),
            (41, 17, "finding-no-rating-before"),
            (41, 17, "finding-no-rating-after"),
            (41, 18, "finding-unknown-plan"),
            (41, 27, "finding-unknown-plan"),
        ]
    );
}

#[test]
fn a_broken_file_hides_no_other_and_a_later_programme_replaces_an_earlier() {
    let data = tempfile::tempdir().unwrap();
    let named = tempfile::tempdir().unwrap();
    fs::write(data.path().join("a-broken.ron"), "(").unwrap();
    fs::write(data.path().join("b-binary.ron"), b"(id: \"\xff\")").unwrap();
    fs::write(data.path().join("c-large.ron"), " ".repeat(1024 * 1024 + 1)).unwrap();
    fs::create_dir(data.path().join("d-folder.ron")).unwrap();
    fs::write(data.path().join("e-sound.ron"), small("", "")).unwrap();
    fs::write(data.path().join("README.md"), "not a programme").unwrap();
    fs::write(named.path().join("z.ron"), small("\"Small\"", "\"Smaller\"")).unwrap();

    let catalogue = Catalogue::load(Some(data.path()), Some(named.path()), today());
    let titles: Vec<&str> = catalogue.programmes.iter().map(|p| p.title.pick(&["en"])).collect();
    assert_eq!(titles, ["Planning for Resettlement", "Smaller"]);
    let name = |file: &str| file.rsplit('/').next().unwrap_or_default().to_owned();
    let found: Vec<_> = catalogue.findings.iter().map(|f| (name(&f.file), f.position(), f.level, f.what.id)).collect();
    let file = |name: &str, place, level, id| (name.to_owned(), place, level, id);
    assert_eq!(
        found,
        [
            file("a-broken.ron", (1, 2), Level::Error, "finding-end"),
            file("b-binary.ron", (1, 7), Level::Error, "finding-not-utf8"),
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
