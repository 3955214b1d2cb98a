//! A simple value as RON reads it, and whether it is one of the kind that belongs at its place.

use super::finding::What;
use super::near::nearest;
use super::shape::{Number, Shape};
use super::token::{Quote, is_smart};
use super::tree::{Held, Node, Tree};
use crate::domain::closed::MonthDay;
use crate::domain::codes::{Country, Language};
use chrono::NaiveDate;
use std::borrow::Cow;

/// The words of a text, whichever marks it stands in; `None` when the value is no text.
pub(super) fn words<'a>(tree: &Tree<'a>, node: &Node) -> Option<Cow<'a, str>> {
    let Held::Text(quote) = &node.held else { return None };
    let source = tree.slice(&(node.start..node.end));
    let inside = source.trim_matches(|c: char| matches!(c, '"' | '\'') || is_smart(c));
    Some(match quote {
        Quote::Plain if !source.contains('\\') => source.get(1..source.len() - 1).unwrap_or_default().into(),
        Quote::Plain | Quote::Raw => ron::from_str::<String>(source).map_or(inside.into(), Cow::Owned),
        Quote::Char => ron::from_str::<char>(source).map_or(inside.into(), |c| c.to_string().into()),
        Quote::Single | Quote::Smart | Quote::Unclosed | Quote::Bytes => inside.into(),
    })
}

/// Whether RON can read the escapes of a text: `\n` it knows, `\d` it does not.
pub(super) fn is_readable(tree: &Tree, node: &Node) -> bool {
    let source = tree.slice(&(node.start..node.end));
    match &node.held {
        Held::Text(Quote::Plain) => !source.contains('\\') || ron::from_str::<String>(source).is_ok(),
        Held::Text(Quote::Char) => ron::from_str::<char>(source).is_ok(),
        _ => true,
    }
}

/// Why the value cannot stand where `shape` belongs. Of shapes that hold others nothing is said, nor of a
/// value that is missing: that has been told.
pub(super) fn objection(tree: &Tree, node: &Node, shape: Shape) -> Option<What> {
    if matches!(node.held, Held::Missing) {
        return None;
    }
    match shape {
        Shape::Number(number) => self::number(tree, node, number),
        Shape::YesNo => yes_or_no(tree, node),
        Shape::Text(_) | Shape::Maybe(_) | Shape::List(_) | Shape::Fields(_) | Shape::Choice(_) => None,
        Shape::Date => text(tree, node, date),
        Shape::MonthDay => {
            text(tree, node, |words| words.parse::<MonthDay>().err().map(|_| What::new("finding-month-day")))
        }
        Shape::Language => text(tree, node, |words| {
            Language::new(words).err().map(|_| What::new("finding-code-unknown").with("code", words))
        }),
        Shape::Country => text(tree, node, |words| {
            Country::new(words).err().map(|_| What::new("finding-country-unknown").with("code", words))
        }),
        Shape::Plain { .. } | Shape::Unwritten | Shape::Id | Shape::IdOf(_) | Shape::Standard | Shape::Digest => {
            text(tree, node, |_| None)
        }
    }
}

fn text(tree: &Tree, node: &Node, refuse: impl FnOnce(&str) -> Option<What>) -> Option<What> {
    match &node.held {
        Held::Text(Quote::Char) => Some(What::new("finding-quote-single")),
        Held::Text(_) if !is_readable(tree, node) => Some(What::new("finding-backslash")),
        Held::Text(_) => refuse(&words(tree, node)?),
        _ => Some(What::new("finding-wants-plain")),
    }
}

fn date(words: &str) -> Option<What> {
    if words.parse::<NaiveDate>().is_ok() {
        return None;
    }
    // 24.11.2026 or 24/11/2026: what was meant can be said.
    let parts: Vec<&str> = words.split(['.', '/', '-']).map(str::trim).collect();
    let meant = match parts.as_slice() {
        [day, month, year] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [year, month, day] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => String::new(),
    };
    Some(match meant.parse::<NaiveDate>() {
        Ok(_) => What::new("finding-date-meant").with("meant", meant),
        Err(_) => What::new("finding-date"),
    })
}

fn number(tree: &Tree, node: &Node, number: Number) -> Option<What> {
    let word = match &node.held {
        Held::Word => tree.slice(&(node.start..node.end)),
        _ => return Some(What::new("finding-wants-number")),
    };
    let read = match number {
        Number::U8 => ron::from_str::<u8>(word).map(drop),
        Number::U16 => ron::from_str::<u16>(word).map(drop),
        Number::U32 => ron::from_str::<u32>(word).map(drop),
        Number::I8 => ron::from_str::<i8>(word).map(drop),
        Number::I16 => ron::from_str::<i16>(word).map(drop),
        Number::I32 => ron::from_str::<i32>(word).map(drop),
    };
    let digits = word.trim_start_matches(['-', '+']);
    let whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let (least, most) = number.range();
    match read {
        Ok(()) => None,
        // `7,5` has been told.
        Err(_) if word.contains(',') => Some(What::new("finding-decimal-comma")),
        Err(_) if whole => Some(What::new("finding-number-range").with("least", least).with("most", most)),
        Err(_) if digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') => Some(What::new("finding-number-whole")),
        Err(_) => Some(What::new("finding-wants-number")),
    }
}

fn yes_or_no(tree: &Tree, node: &Node) -> Option<What> {
    let word = tree.slice(&(node.start..node.end));
    if matches!(node.held, Held::Word) && matches!(word, "true" | "false") {
        return None;
    }
    let bare = word.trim_matches(['"', '\'']).to_lowercase();
    let meant = match bare.as_str() {
        "yes" | "ja" | "on" | "1" => Some("true"),
        "no" | "nei" | "off" | "0" => Some("false"),
        other => nearest(other, ["true", "false"]),
    };
    Some(match meant {
        Some(meant) => What::new("finding-yes-or-no-near").with("near", meant),
        None => What::new("finding-wants-yes-or-no"),
    })
}
