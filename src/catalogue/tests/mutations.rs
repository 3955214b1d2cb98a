//! Good files that a hand has slipped in: never a panic, always an answer, always at or before the damage; and
//! both readers agree on what is sound.

use super::faults::small;
use super::scaffolds::made;
use super::today;
use crate::catalogue::check_text;
use crate::catalogue::finding::Level;
use crate::catalogue::form;
use crate::catalogue::shape::Kind;
use crate::catalogue::syntax;
use crate::catalogue::tree::Tree;
use crate::catalogue::{BUILT_IN, check_bytes};
use crate::domain::programme::Programme;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};

/// What a hand may do to a file.
#[derive(Debug, Clone)]
pub(super) enum Slip {
    /// So many characters.
    Delete(usize),
    Duplicate(usize),
    /// Two characters that stand side by side.
    Swap,
    /// A character for another.
    Misspell(char),
    Insert(char),
    /// The whole line, as an editor does it with one key.
    DeleteLine,
    DuplicateLine,
    /// With the one below it.
    SwapLines,
}

pub(super) fn slip() -> impl Strategy<Value = Slip> {
    let any = || proptest::sample::select("(){}[]:,\"'a1=;#/ \n“”é-_\\".chars().collect::<Vec<_>>());
    prop_oneof![
        (1..6_usize).prop_map(Slip::Delete),
        (1..20_usize).prop_map(Slip::Duplicate),
        Just(Slip::Swap),
        any().prop_map(Slip::Misspell),
        any().prop_map(Slip::Insert),
        Just(Slip::DeleteLine),
        Just(Slip::DuplicateLine),
        Just(Slip::SwapLines),
    ]
}

pub(super) fn slipped(text: &str, at: usize, slip: &Slip) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = at % chars.len();
    if matches!(slip, Slip::DeleteLine | Slip::DuplicateLine | Slip::SwapLines) {
        return lines_slipped(text, chars[..at].iter().filter(|c| **c == '\n').count(), slip);
    }
    let (before, rest) = chars.split_at(at);
    let before: String = before.iter().collect();
    let rest = |skip: usize| rest.iter().skip(skip).collect::<String>();
    match slip {
        Slip::Delete(count) => before + &rest(*count),
        Slip::Duplicate(count) => before + &rest(0).chars().take(*count).collect::<String>() + &rest(0),
        Slip::Swap => {
            let two: String = rest(0).chars().take(2).collect();
            before + &two.chars().rev().collect::<String>() + &rest(2)
        }
        Slip::Misspell(c) => format!("{before}{c}{}", rest(1)),
        Slip::Insert(c) => format!("{before}{c}{}", rest(0)),
        Slip::DeleteLine | Slip::DuplicateLine | Slip::SwapLines => unreachable!("told apart above"),
    }
}

fn lines_slipped(text: &str, at: usize, slip: &Slip) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    match slip {
        Slip::DuplicateLine => lines.insert(at, lines[at]),
        Slip::SwapLines if at + 1 < lines.len() => lines.swap(at, at + 1),
        _ => drop(lines.remove(at)),
    }
    lines.concat()
}

/// Whether the reader that never fails finds nothing against the form.
fn reads(kind: Kind, text: &str) -> bool {
    let tree = Tree::of(text);
    tree.faults.is_empty() && form::read(&tree, kind.fields(), true, &[]).fits
}

/// Sound files of every kind that people write by hand, the shortest and one with everything in it.
fn good(which: usize) -> (Kind, String) {
    match which {
        0 => (Kind::Programme, small("", "")),
        1 => (Kind::Programme, made(Kind::Programme, 3, "en")),
        2 => (Kind::Programme, include_str!("../../../tests/papers/first-weeks.ron").to_owned()),
        3 => (Kind::Translation, include_str!("../../../tests/papers/first-weeks.ar.ron").to_owned()),
        4 => (Kind::Pathway, made(Kind::Pathway, 4, "nb")),
        _ => (Kind::Guide, made(Kind::Guide, 3, "en")),
    }
}

/// Milliseconds of the processor that `work` takes, whoever else is busy on the machine: the best of three runs,
/// or the first that is quick enough.
fn millis(enough: f64, mut work: impl FnMut()) -> f64 {
    let now = || {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        let nanos = u32::try_from(time.tv_nsec).unwrap();
        f64::from(u32::try_from(time.tv_sec).unwrap()) * 1e3 + f64::from(nanos) / 1e6
    };
    let mut best = f64::MAX;
    for _ in 0..3 {
        let from = now();
        work();
        best = best.min(now() - from);
        if best < enough {
            break;
        }
    }
    best
}

/// The text before a character, and the rest.
fn parts(text: &str, at: usize) -> (&str, &str) {
    text.split_at(text.char_indices().nth(at).map_or(text.len(), |(start, _)| start))
}

/// The longest that checking a file may take.
const MOST_MILLIS: f64 = 50.0;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn both_readers_agree_on_what_is_sound(at in 0..5_000_usize, slip in slip()) {
        let text = slipped(&small("", ""), at, &slip);
        let loaded = syntax::parse::<Programme>(&text);
        prop_assert_eq!(reads(Kind::Programme, &text), loaded.is_ok(), "{:?}\n{}", loaded.err(), text);
    }

    #[test]
    fn what_is_found_points_at_the_damage_or_before_it(at in 0..5_000_usize, slip in slip()) {
        let good = small("", "");
        let text = slipped(&good, at, &slip);
        let at = at % good.chars().count();
        let checked = check_text("small.ron", &text, today());
        let broken = checked.findings.iter().any(|f| f.level == Level::Error);
        prop_assert_eq!(checked.content.is_none(), broken);
        // Of a whole line that is gone it may be told where something is missed.
        let whole_line = matches!(slip, Slip::DeleteLine | Slip::DuplicateLine | Slip::SwapLines);
        if whole_line && reads(Kind::Programme, &text) {
            return Ok(());
        }
        // A name that is wrong may be told where it is used, and at itself that nobody uses it.
        if let Some(first) = checked.findings.first() {
            let width = if let Slip::Delete(count) | Slip::Duplicate(count) = slip { count } else { 2 };
            // A line ends after what stands on it, so that a fault at its end lies on the next one.
            let damage = good.chars().take(at + width).filter(|c| *c == '\n').count() + 2;
            prop_assert!(first.position().0 <= damage, "line {damage}, said {first:?}\n{text}");
        }
    }

    #[test]
    fn of_every_kind_of_file_a_fault_of_form_is_told_at_the_damage_or_before_it(
        which in 0..6_usize, at in 0..20_000_usize, slip in slip(),
    ) {
        let (kind, good) = good(which);
        let name = if kind == Kind::Translation { "good.ar.ron" } else { "good.ron" };
        let text = slipped(&good, at, &slip);
        let mut checked = None;
        let millis = millis(MOST_MILLIS, || checked = Some(check_text(name, &text, today())));
        prop_assert!(millis < MOST_MILLIS, "{millis} ms\n{text}");
        let checked = checked.unwrap();
        let mut errors = checked.findings.iter().filter(|finding| finding.level == Level::Error);
        let first = errors.next();
        prop_assert_eq!(checked.content.is_none(), first.is_some());
        if checked.kind == Some(kind) && !reads(kind, &text) {
            let (before, after) = parts(&good, at % good.chars().count() + 20);
            // A part that is closed too early is as it should be, until what follows the comments after it.
            let comments = after.lines().skip(1).take_while(|line| line.trim_start().starts_with("//")).count();
            let damage = before.matches('\n').count() + 2 + comments;
            let line = first.map(|finding| finding.position().0);
            prop_assert!(line.is_some_and(|line| line <= damage), "line {damage}, said {first:?}\n{text}");
        }
    }
}

#[test]
fn the_longest_file_that_comes_with_the_desk_is_checked_in_time_wherever_a_hand_slips() {
    let (file, good) = BUILT_IN[0];
    for (number, slip) in [Slip::Delete(1), Slip::Insert('"'), Slip::Insert('('), Slip::DeleteLine].iter().enumerate() {
        for part in 0..4 {
            let text = slipped(good, (part * 7 + number) * good.chars().count() / 31, slip);
            let millis = millis(MOST_MILLIS, || drop(check_text(file, &text, today())));
            // This file has 130 kB, and an unoptimised program is given more time for it.
            let most = if cfg!(debug_assertions) { 4.0 * MOST_MILLIS } else { MOST_MILLIS };
            assert!(millis < most, "{millis} ms after {slip:?} in part {part}");
        }
    }
}

#[test]
fn a_hostile_file_is_refused_in_bounded_work() {
    let million = |part: &str| part.repeat(300_000 / part.len());
    for text in [
        million("("),
        million("["),
        million("{\"a\":"),
        million(")"),
        million("\""),
        million("\"\n"),
        million("'"),
        million("“"),
        million("a:"),
        million("a "),
        million("@"),
        million("9"),
        million("r#"),
        million("/*"),
        million("/*/"),
        million("x(y,"),
        million("[)"),
        million("(]\n"),
        format!("(plans: [{}])", million("(id: \"x\"),")),
        format!("(plans: [{}])", million("(),")),
        format!("(id: \"{}\")", million("x")),
        format!("({})", million("id: \"x\", ")),
        format!("(\nversions: [(sessions: [{}])])", million("\"x\",")),
        format!("(minutes: {})", million("9")),
        format!("(title: {{ {} }})", million("\"en\": \"x\", ")),
    ] {
        let tree = Tree::of(&text);
        assert!(tree.faults.len() <= 200);
        let checked = check_text("hostile.ron", &text, today());
        assert!(checked.content.is_none() && checked.findings.len() <= 101, "{}", &text[..20]);
        let drawn = checked.findings[0].render("error", "x");
        assert!(drawn.len() < 2_000, "{drawn}");
    }
}

/// A file as large as one may be, of `part` over and over.
fn a_mebibyte(before: &str, part: &str, after: &str) -> Vec<u8> {
    let room = 1024 * 1024 - before.len() - after.len();
    format!("{before}{}{after}", part.repeat(room / part.len())).into_bytes()
}

#[test]
fn the_largest_hostile_files_are_refused_in_bounded_time() {
    // What grows with the square of the file would take minutes.
    let longest = if cfg!(debug_assertions) { 10_000.0 } else { 1_000.0 };
    let line = format!("\"{}\",", "x".repeat(50_000));
    let nested = "(".repeat(100) + &")".repeat(100) + ",";
    for (name, bytes) in [
        ("a hundred thousand sessions", a_mebibyte("(plans: [", "(id:\"x\"),", "])")),
        ("a version with as many", a_mebibyte("(versions: [(sessions: [", "\"x\",", "])])")),
        ("deep nesting", a_mebibyte("", "[", "")),
        ("nesting again and again", a_mebibyte("(plans: [", &nested, "])")),
        ("a huge number", a_mebibyte("(id: \"a\", group_size: (min: ", "9", ", max: 4))")),
        ("a number with a huge exponent", a_mebibyte("(retention_months: 1e", "9", ")")),
        ("one long line", a_mebibyte("(id: \"", "x", "\")")),
        ("long lines", a_mebibyte("(plans: [", &line, "])")),
        ("one long name", a_mebibyte("(", "x", ": 1)")),
        ("one long comment", a_mebibyte("/*", "/*", "")),
        ("quotation marks without end", a_mebibyte("", "\"\n", "")),
        ("hidden characters", a_mebibyte("(id: \"", "\u{202e}", "\")")),
        ("bytes that are no text", vec![0xff; 1024 * 1024]),
        ("nothing but zeros", vec![0; 1024 * 1024]),
        ("languages without end", a_mebibyte("(title: {", "\"en\": \"x\", ", "})")),
        ("a language for each", a_mebibyte("(title: \"a\", summary: {", "\"qaa-x\": \"\",", "})")),
        (
            "rules that all exclude each other",
            a_mebibyte("(eligibility: [", "(id: \"a\", test: Age(at_most: Some(1))),", "])"),
        ),
    ] {
        let mut checked = None;
        let millis = millis(longest, || checked = Some(check_bytes("hostile.ron", bytes.clone(), today())));
        let checked = checked.unwrap();
        assert!(checked.content.is_none() && checked.findings.len() <= 101, "{name}");
        let said: usize = checked.findings.iter().map(|finding| finding.render("error", "x").len()).sum();
        assert!(said < 200_000, "{name}: {said} bytes");
        assert!(millis < longest, "{name}: {millis} ms");
    }
    let more = [a_mebibyte("", " ", ""), vec![b' '; 2]].concat();
    let checked = check_bytes("large.ron", more, today());
    assert_eq!(checked.findings.iter().map(|finding| finding.what.id).collect::<Vec<_>>(), ["finding-too-large"]);
}
