//! A block as text: what a spreadsheet puts on a clipboard, rows of cells with tabs between them.

use super::Value;
use crate::domain::attendance::{Code, NOT_RECORDED};
use crate::domain::figures::Cell;

/// What the text of one cell means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// Empty: the cell stays as it is.
    Leave,
    /// Not recorded: a mark is taken away.
    Clear,
    Value(Value),
    /// No code is called so.
    Unknown,
}

/// The cells of a pasted text, row by row; what lies empty at its end is left out.
pub fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines = text.trim_end_matches(['\r', '\n']).lines();
    lines.map(|line| line.split('\t').map(|cell| cell.trim().trim_matches('"').trim()).collect()).collect()
}

/// What `text` means: a letter of the attendance table, or what `meaning` knows, with minutes after it.
pub fn typed(text: &str, meaning: impl Fn(&str) -> Option<Code>) -> Typed {
    let text = text.trim_end_matches(['+', '*']).trim_end();
    if text.is_empty() {
        return Typed::Leave;
    }
    if text.chars().eq([NOT_RECORDED]) {
        return Typed::Clear;
    }
    let from = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (name, rest) = text.split_at(from);
    let to = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, unit) = rest.split_at(to);
    let minutes = match (digits.is_empty(), digits.parse()) {
        (true, _) => None,
        (false, Ok(minutes)) => Some(minutes),
        (false, Err(_)) => return Typed::Unknown,
    };
    // Nothing but a word for minutes comes after them.
    if unit.chars().any(|c| !c.is_alphabetic() && !matches!(c, ' ' | '.' | '\'' | ')')) {
        return Typed::Unknown;
    }
    let name = name.trim_end_matches([' ', '(', ',', ':', '-']);
    let mut letters = name.chars();
    let letter = letters.next().filter(|_| letters.next().is_none());
    let code = letter.and_then(|letter| Code::from_key(letter.to_ascii_lowercase())).or_else(|| Code::from_id(name));
    match code.or_else(|| meaning(name)) {
        Some(code) => Typed::Value(Value { minutes, ..Value::from(code) }),
        None => Typed::Unknown,
    }
}

/// A cell as [`typed`] reads it back: its letter, with minutes where they belong to it.
#[must_use]
pub fn written(cell: &Cell) -> String {
    match cell {
        Cell::Marked(mark) | Cell::Extra(mark) => {
            let symbol = mark.code.row().symbol;
            mark.minutes.map_or_else(|| symbol.to_string(), |minutes| format!("{symbol} {minutes}"))
        }
        Cell::NotRecorded => NOT_RECORDED.to_string(),
        Cell::Ahead | Cell::NotCounted(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Mark, TABLE};

    #[test]
    fn a_cell_is_read_by_letter_name_or_label_with_minutes() {
        let meaning = |name: &str| (name == "til stede").then_some(Code::Present);
        let value = |code, minutes| Typed::Value(Value { minutes, ..Value::from(code) });
        for (text, means) in [
            ("", Typed::Leave),
            (".", Typed::Clear),
            ("P", value(Code::Present, None)),
            ("p", value(Code::Present, None)),
            ("til stede", value(Code::Present, None)),
            ("left-early", value(Code::LeftEarly, None)),
            ("L 10", value(Code::Late, Some(10))),
            ("l10", value(Code::Late, Some(10))),
            ("late 10 min", value(Code::Late, Some(10))),
            ("late (10 min.)", value(Code::Late, Some(10))),
            ("L: 5'", value(Code::Late, Some(5))),
            ("I+", value(Code::Ill, None)),
            ("F*", value(Code::Refused, None)),
            ("J", Typed::Unknown),
            ("10", Typed::Unknown),
            ("L 99999", Typed::Unknown),
            ("L 5 5", Typed::Unknown),
            ("=1+1", Typed::Unknown),
            ("somewhere", Typed::Unknown),
        ] {
            assert_eq!(typed(text, meaning), means, "{text}");
        }
    }

    #[test]
    fn rows_are_lines_and_cells_have_tabs_between() {
        for (text, cells) in [
            ("P\tL 10\r\n\t.\r\n", vec![vec!["P", "L 10"], vec!["", "."]]),
            ("\"present\" \t x", vec![vec!["present", "x"]]),
            ("P\n\nP\n\n", vec![vec!["P"], vec![""], vec!["P"]]),
            ("", vec![]),
        ] {
            assert_eq!(rows(text), cells, "{text:?}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for row in &TABLE {
            let minutes = row.minutes.then_some(25);
            let cell = Cell::Marked(Mark { minutes, ..Mark::from(row.code) });
            let back = Typed::Value(Value { minutes, ..Value::from(row.code) });
            assert_eq!(typed(&written(&cell), |_| None), back, "{:?}", row.code);
        }
        assert_eq!(typed(&written(&Cell::NotRecorded), |_| None), Typed::Clear);
        assert_eq!(typed(&written(&Cell::Ahead), |_| None), Typed::Leave);
    }
}
