//! A small programme with one fault at a time: what is found, and at which place.

use super::today;
use crate::catalogue::check_text;
use crate::catalogue::finding::Level;
use crate::domain::text::is_hidden;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

/// A small programme without a fault, with `change` made in it.
pub(super) fn small(from: &str, to: &str) -> String {
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
    (found, checked.content.is_some())
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
        ("\"Small\",", "\"Small\"", (3, 17, "finding-comma")),
        ("\"Small\",", "\"Small,", (3, 10, "finding-quote-open")),
        ("  title: \"Small\",", "  title: \"Small\" // yes,", (3, 17, "finding-comma")),
        ("  title: \"Small\",\n", "", (1, 1, "finding-field-missing")),
        ("aim: \"An aim\",", "aims: \"An aim\",", (20, 7, "finding-field-near")),
        ("source:", "title: \"Again\", source:", (5, 3, "finding-field-twice")),
        ("RemainingDays", "Days", (9, 24, "finding-choice-unknown")),
        ("minutes: 10", "minutes: 70000", (24, 34, "finding-number-range")),
        ("minutes: 10", "minutes: \"10\"", (24, 34, "finding-wants-number")),
        ("\"small\"", "7", (2, 7, "finding-wants-plain")),
        ("\"Small\"", "7", (3, 10, "finding-wants-text")),
        ("essential: true", "essential: yes", (21, 18, "finding-yes-or-no-near")),
        ("[\"Hello\"]", "\"Hello\"", (24, 43, "finding-wants-list")),
        ("RemainingDays(14)", "Age: 18", (9, 24, "finding-choice-holds")),
        ("aim: \"An", "aim \"An", (20, 10, "finding-colon")),
        ("2027-11-01", "2027-02-30", (7, 14, "finding-date")),
        ("\"Small\"", "{ \"en\": \"a\", \"en\": \"b\" }", (3, 23, "finding-language-twice")),
        ("RemainingDays(14)", "Speaks(any_of: [\"xx\"], level: A2)", (9, 40, "finding-code-unknown")),
        (")\n", ")\n)", (45, 1, "finding-trailing")),
        // meaning
        ("id: \"small\"", "id: \"Small one\"", (2, 7, "finding-id")),
        ("id: \"two\"", "id: \"one\"", (30, 11, "finding-id-twice")),
        ("\"age\"", "\"days\"", (10, 10, "finding-id-twice")),
        ("at_most: None", "at_most: Some(17)", (10, 23, "finding-rule-nobody")),
        ("at_least: 18", "at_least: None", (10, 23, "finding-rule-everybody")),
        ("RemainingDays(14)", "Occupied(any_of: [])", (9, 24, "finding-rule-nobody")),
        ("  ratings", "  group_size: (min: 5, max: 4),\n  ratings", (12, 15, "finding-group-size")),
        ("  ratings", "  retention_months: 0,\n  ratings", (12, 21, "finding-retention")),
        ("  ratings", "  retention_months: 601,\n  ratings", (12, 21, "finding-retention")),
        ("\"Low\", ", "", (13, 12, "finding-scale")),
        ("minutes: 20", "minutes: 0", (25, 34, "finding-minutes")),
        ("minutes: 20", "minutes: 301", (25, 34, "finding-minutes")),
        ("sessions: 2", "sessions: 3", (42, 30, "finding-completion")),
        ("sessions: 2", "sessions: 0", (42, 30, "finding-completion-nothing")),
        ("completion", "per_week: 0, completion", (42, 17, "finding-per-week")),
        ("\"One\"", "\" \"", (19, 14, "finding-text-empty")),
        ("\"Hello\"", "\"\"", (24, 44, "finding-text-empty")),
        ("\"Hello\"", "{ \"en\": \"Hi\", \"xx\": \"\" }", (24, 58, "finding-language")),
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
        prop_assert_eq!(checked.content.is_none(), has_error);
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
        ("\"Hello\"", "{ \"en\": \"Hello\", \"nb\": \"Hei\" }", (3, 10, "finding-translation-many")),
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
    for (text, place) in [
        ("", (1, 1, "finding-end")),
        ("(", (1, 1, "finding-bracket-open")),
        ("(id", (1, 1, "finding-bracket-open")),
        ("(id:", (1, 5, "finding-value-missing")),
        ("(id: \"x", (1, 6, "finding-quote-open")),
        ("(id: \"x\"", (1, 1, "finding-bracket-open")),
        ("(id: \"x\",", (1, 1, "finding-bracket-open")),
        ("(id: \"x\", title: { \"en\":", (1, 25, "finding-value-missing")),
        ("/* x", (1, 1, "finding-comment-open")),
    ] {
        let (findings, usable) = found(text);
        assert!(findings.contains(&place) && !usable, "{text}: {findings:?}, not {place:?}");
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
            (41, 18, "finding-unknown-plan"),
            (41, 27, "finding-unknown-plan"),
        ]
    );
}
