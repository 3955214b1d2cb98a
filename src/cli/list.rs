//! How a command lists things: a table to read, or JSON.

use crate::domain::text::shown;
use clap::ValueEnum;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// How a list is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

impl Format {
    /// Its name on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }
}

/// A line of a table: every cell as wide as its column, or wider when it must be.
#[must_use]
pub fn row(cells: &[(&str, usize)]) -> String {
    let mut line = String::new();
    for (text, width) in cells {
        line.push_str(text);
        line.push_str(&" ".repeat(width.saturating_sub(text.width()) + 2));
    }
    line.truncate(line.trim_end().len());
    line
}

/// A list as JSON, one element a line.
#[derive(Debug, Default)]
pub struct JsonList {
    any: bool,
}

impl JsonList {
    /// Writes the next element.
    pub fn push(&mut self, out: &mut dyn Write, element: &impl serde::Serialize) -> io::Result<()> {
        out.write_all(if self.any { b",\n" } else { b"[\n" })?;
        self.any = true;
        // What JSON itself leaves as it is may still be obeyed by the terminal that it is printed on.
        let text = serde_json::to_string(element).map_err(io::Error::from)?;
        out.write_all(shown(&text).as_bytes())
    }

    /// Closes the list.
    pub fn end(self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.any { b"\n]\n" } else { b"[]\n" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_line_up_by_what_the_eye_sees() {
        assert_eq!(row(&[("Ąžuolas", 8), ("x", 3), ("", 4)]), "Ąžuolas   x");
        assert_eq!(row(&[("王伟", 5), ("x", 1)]), "王伟   x");
        assert_eq!(row(&[("longer than it", 5), ("x", 1)]), "longer than it  x");
    }

    #[test]
    fn json_lists_are_whole() {
        let mut out = Vec::new();
        JsonList::default().end(&mut out).unwrap();
        let mut list = JsonList::default();
        list.push(&mut out, &1).unwrap();
        list.push(&mut out, &"a\"b").unwrap();
        list.end(&mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "[]\n[\n1,\n\"a\\\"b\"\n]\n");
    }
}
