//! Good files that a hand has slipped in: never a panic, always an answer, always at or before the damage; and
//! both readers agree on what is sound.

use super::faults::small;
use super::today;
use crate::catalogue::check_text;
use crate::catalogue::finding::Level;
use crate::catalogue::form;
use crate::catalogue::shape::Kind;
use crate::catalogue::syntax;
use crate::catalogue::tree::Tree;
use crate::domain::programme::Programme;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};

/// What a hand may do to a file.
#[derive(Debug, Clone)]
enum Slip {
    /// So many characters.
    Delete(usize),
    Duplicate(usize),
    /// Two characters that stand side by side.
    Swap,
    /// A character for another.
    Misspell(char),
    Insert(char),
}

fn slip() -> impl Strategy<Value = Slip> {
    let any = || proptest::sample::select("(){}[]:,\"'a1=;#/ \n“”é-_\\".chars().collect::<Vec<_>>());
    prop_oneof![
        (1..6_usize).prop_map(Slip::Delete),
        (1..20_usize).prop_map(Slip::Duplicate),
        Just(Slip::Swap),
        any().prop_map(Slip::Misspell),
        any().prop_map(Slip::Insert),
    ]
}

fn slipped(text: &str, at: usize, slip: &Slip) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = at % chars.len();
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
    }
}

/// Whether the reader that never fails finds nothing against the form.
fn reads(text: &str) -> bool {
    let tree = Tree::of(text);
    tree.faults.is_empty() && form::read(&tree, Kind::Programme.fields(), true, &[]).fits
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn both_readers_agree_on_what_is_sound(at in 0..5_000_usize, slip in slip()) {
        let text = slipped(&small("", ""), at, &slip);
        let loaded = syntax::parse::<Programme>(&text);
        prop_assert_eq!(reads(&text), loaded.is_ok(), "{:?}\n{}", loaded.err(), text);
    }

    #[test]
    fn what_is_found_points_at_the_damage_or_before_it(at in 0..5_000_usize, slip in slip()) {
        let good = small("", "");
        let text = slipped(&good, at, &slip);
        let at = at % good.chars().count();
        let checked = check_text("small.ron", &text, today());
        let broken = checked.findings.iter().any(|f| f.level == Level::Error);
        prop_assert_eq!(checked.content.is_none(), broken);
        // A name that is wrong may be told where it is used, and at itself that nobody uses it.
        if let Some(first) = checked.findings.first() {
            let width = if let Slip::Delete(count) | Slip::Duplicate(count) = slip { count } else { 2 };
            // A line ends after what stands on it, so that a fault at its end lies on the next one.
            let damage = good.chars().take(at + width).filter(|c| *c == '\n').count() + 2;
            prop_assert!(first.position().0 <= damage, "line {damage}, said {first:?}\n{text}");
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
