//! Where parts are found, and what is made of a text that a hand has slipped in.

use super::*;

fn marked<'a>(text: &'a str, path: &Path) -> &'a str {
    let tree = Tree::of(text);
    tree.slice(&tree.mark(path))
}

/// The faults, each with the line it is on.
fn faults(text: &str) -> Vec<(usize, &'static str)> {
    let mut faults = Tree::of(text).faults;
    faults.sort_by_key(|fault| fault.span.start);
    faults.iter().map(|fault| (text[..fault.span.start].matches('\n').count() + 1, fault.what.id)).collect()
}

/// The ids of the plans that are read.
fn plans(text: &str) -> Vec<String> {
    let tree = Tree::of(text);
    let list = tree.node(&Path::Root.key("plans")).map(Node::parts).unwrap_or_default();
    let parts = list.iter().flat_map(|part| part.value.parts()).filter(|part| tree.name_of(part) == Some("id"));
    parts.map(|part| tree.slice(&part.value.mark()).trim_matches(['"', '\'', '“', '”']).to_owned()).collect()
}

#[test]
fn a_part_is_found_by_the_way_to_it() {
    let text = r##"#![enable(implicit_some)]
        Programme( // id: "no", (
          id: "a\"b", /* plans: [ /* ( */ ] */
          plans: [(id: r#"one" ("#, steps: { "en": "x", "nb": "é" }), Plan (id: "two", rating: Some((at: 3)))],
        )"##;
    let root = Path::Root;
    let plans = root.key("plans");
    let (first, second) = (plans.item(0), plans.item(1));
    let (steps, rating) = (first.key("steps"), second.key("rating"));
    for (path, expected) in [
        (root.key("id"), r#""a\"b""#),
        (first.key("id"), r##"r#"one" ("#"##),
        (steps.key("nb"), "\"é\""),
        (second, "Plan ("),
        (rating.key("at"), "3"),
        (second.key("aim"), "Plan ("),
        (plans.item(7), "["),
        (root, "Programme("),
    ] {
        assert_eq!(marked(text, &path), expected, "{path:?}");
    }
    assert_eq!(faults(text), []);
}

const GOOD: &str = "(
  id: \"x\",
  plans: [
    (
      id: \"one\",
      say: [\"a\", \"b\"],
      minutes: 10,
    ),
    (
      id: \"two\",
      say: [\"c\"],
    ),
    (
      id: \"three\",
    ),
  ],
)";

#[test]
fn one_slip_leaves_everything_else_readable() {
    for (from, to, expected) in [
        ("", "", vec![]),
        ("\"one\",", "\"one\"", vec![(5, "finding-comma")]),
        ("\"one\",", "\"one,", vec![(5, "finding-quote-open")]),
        ("\"one\",", "“one”,", vec![(5, "finding-quote-smart")]),
        ("\"one\",", "'one',", vec![(5, "finding-quote-single")]),
        ("\"one\",", "\"one\";", vec![(5, "finding-semicolon")]),
        ("id: \"one\",", "id = \"one\",", vec![(5, "finding-equals")]),
        ("id: \"one\",", "id \"one\",", vec![(5, "finding-colon")]),
        ("id: \"one\",", "\"id\": \"one\",", vec![(5, "finding-name-quoted")]),
        ("\"b\"],\n      minutes", "\"b\",\n      minutes", vec![(6, "finding-bracket-open")]),
        ("\"b\"],", "\"b\"),", vec![(6, "finding-bracket-wrong")]),
        ("\"a\", \"b\"", "\"a\" \"b\"", vec![(6, "finding-comma")]),
        ("10,\n    ),", "10,\n", vec![(4, "finding-bracket-open")]),
        ("10,\n    ),", "10,\n    ,", vec![(4, "finding-bracket-open"), (8, "finding-comma-twice")]),
        ("    (\n      id: \"two\"", "      id: \"two\"", vec![(9, "finding-bracket-missing")]),
        ("10,", ",", vec![(7, "finding-value-missing")]),
        ("10,", "7,5,", vec![(7, "finding-decimal-comma")]),
        ("10,", "10,,", vec![(7, "finding-comma-twice")]),
        ("10,", "10, # ten\n", vec![(7, "finding-hash")]),
        ("10,", "\u{a0}10,", vec![(7, "finding-odd-space")]),
        ("10,", "10 min,", vec![(7, "finding-number-unit")]),
    ] {
        let text = GOOD.replacen(from, to, 1);
        assert_eq!(faults(&text), expected, "{to}\n{text}");
        assert_eq!(plans(&text), ["one", "two", "three"], "{to}\n{text}");
    }
}

#[test]
fn slips_in_several_plans_are_all_told() {
    let text = GOOD.replace("\"one\",", "“one”,").replace("[\"c\"],", "[\"c\",").replace("\"three\",", "\"three,");
    let expected = [(5, "finding-quote-smart"), (11, "finding-bracket-open"), (14, "finding-quote-open")];
    assert_eq!(faults(&text), expected);
    assert_eq!(plans(&text), ["one", "two", "three"]);
}

#[test]
fn a_bracket_too_many_or_too_few_at_the_ends() {
    for (text, expected) in [
        (format!("{GOOD})"), vec![(17, "finding-trailing")]),
        (GOOD.trim_end_matches(')').to_owned(), vec![(1, "finding-bracket-open")]),
        (GOOD.trim_start_matches('(').to_owned(), vec![(2, "finding-bracket-around")]),
    ] {
        assert_eq!(faults(&text), expected, "{text}");
        assert_eq!(plans(&text), ["one", "two", "three"], "{text}");
    }
}

#[test]
fn any_text_comes_to_an_end() {
    let deep = "(".repeat(100_000);
    for text in ["", "(", ")", "((a:", "\"", "r#\"", "/* /*", "]]]", "§(,:§", "a:b:c", "'", "b", "#![", deep.as_str()]
    {
        let _ = Tree::of(text).mark(&Path::Root);
    }
}
