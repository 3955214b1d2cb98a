//! The licences of what is built in, word for word. Most are one text under many names: it stands once, below who
//! holds the rights in each part.

use crate::parts::Part;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

/// Between two texts.
const RULE: &str = "--------------------------------------------------------------------------------";

/// What tells the licences that a part may be taken under, the one that is taken first before those that then need
/// not be carried.
const CHOICE: [&str; 5] = [
    "Permission is hereby granted, free of charge",
    "Apache License",
    "GNU GENERAL PUBLIC LICENSE",
    "free and unencumbered software",
    "Boost Software License",
];

/// How the terms of Apache end; how to use them follows.
const END: &str = "END OF TERMS AND CONDITIONS";

/// A text, and under which parts with which notices it stands.
#[derive(Default)]
struct Shared {
    text: String,
    parts: Vec<String>,
}

/// Every text with the parts that it belongs to, those with most parts first; then the parts that bring none.
pub fn of(parts: &[&Part]) -> String {
    let mut shared: BTreeMap<String, Shared> = BTreeMap::new();
    let mut without = Vec::new();
    for part in parts {
        let texts = chosen(part);
        if texts.is_empty() {
            without.push(format!("{} {}: {}, {}", part.name, part.version, part.licence, part.home));
        }
        for text in texts {
            let (notices, body) = apart(&text);
            let words = body.split_whitespace().collect::<Vec<_>>().join(" ");
            let one = shared.entry(words.to_lowercase().replace("https:", "http:")).or_default();
            let notices = if notices.is_empty() { String::new() } else { format!(": {}", notices.join("; ")) };
            one.parts.push(format!("{} {}{notices}", part.name, part.version));
            one.text = body;
        }
    }
    let mut texts: Vec<Shared> = shared.into_values().collect();
    texts.sort_by_key(|one| (std::cmp::Reverse(one.parts.len()), one.parts.clone()));
    let mut out = String::new();
    for Shared { text, parts } in texts {
        let _ = writeln!(out, "{}\n\n{}\n\n{RULE}", parts.join("\n"), text.trim_matches('\n'));
    }
    let _ = writeln!(out, "Published without a text of its licence:\n\n{}", without.join("\n"));
    out
}

/// The texts of a part that have to be carried: where one of several may be chosen, the first of [`CHOICE`].
fn chosen(part: &Part) -> Vec<String> {
    let read = |path| String::from_utf8_lossy(&fs::read(path).unwrap()).replace('\r', "");
    let mut texts: Vec<String> = part.texts.iter().map(read).collect();
    let of = |text: &String| CHOICE.iter().position(|start| text.contains(start));
    let first = texts.iter().filter_map(of).min().filter(|_| part.licence.contains(" OR "));
    // What only says which files there are says nothing.
    texts.retain(|text| {
        text.split_whitespace().count() > 40
            && (of(text).is_none() || first.is_none_or(|first| of(text) == Some(first)))
    });
    texts
}

/// The notices of who holds the rights, and the text without them and without its title.
fn apart(text: &str) -> (Vec<String>, String) {
    let (mut notices, mut body, mut in_head) = (Vec::new(), Vec::new(), true);
    let (terms, use_of_them) = text.split_once(END).unwrap_or((text, ""));
    for line in use_of_them.lines().map(str::trim).filter(|line| line.starts_with("Copyright ")) {
        if !line.contains("yyyy") {
            notices.push(line.to_owned());
        }
    }
    for line in terms.lines() {
        let plain = line.trim();
        let lower = plain.to_lowercase();
        if in_head && lower.starts_with("copyright ") {
            notices.push(plain.to_owned());
        } else if in_head && (plain.is_empty() || is_title(&lower)) {
        } else {
            in_head = false;
            body.push(line.trim_end());
        }
    }
    (notices, body.join("\n"))
}

fn is_title(lower: &str) -> bool {
    matches!(lower, "mit license" | "the mit license" | "the mit license (mit)" | "mit license (mit)")
}
