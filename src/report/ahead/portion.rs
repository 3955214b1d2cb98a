//! Lines of a table on their way from whoever reads them to whoever writes them.

use crate::domain::figures::Share;
use crate::report::Fault;
use crate::report::format::Sheet;
use crate::report::table::{Field, LineKind};
use chrono::{NaiveDate, NaiveTime};
use std::borrow::Cow;

/// Bytes of text that are sent at once, and lines: few enough to stay in the caches of the processor.
const FULL: usize = 32 * 1024;
const MOST: usize = 512;

/// Some lines, packed: their texts stand in one string one after the other, so that no line costs memory of its own.
#[derive(Debug, Default)]
pub struct Portion {
    texts: String,
    fields: Vec<Packed>,
    /// What kind each line is, and how many fields it has.
    lines: Vec<(LineKind, usize)>,
}

/// A field whose text stands elsewhere: how long it is is kept here. It is small, as a million lines go from one
/// processor to another so.
#[derive(Debug)]
enum Packed {
    Empty,
    Text(Length),
    Number(u32),
    Date(NaiveDate),
    Time(NaiveTime),
    Share(Share),
    Term { id: Length, said: Length },
}

/// How long a text is, in bytes: none comes near what this holds.
type Length = u32;

impl Portion {
    /// Adds a line.
    pub fn push(&mut self, kind: LineKind, fields: &[Field<'_>]) {
        let mut text = |text: &str| {
            self.texts.push_str(text);
            Length::try_from(text.len()).unwrap_or(Length::MAX)
        };
        self.fields.extend(fields.iter().map(|field| match field {
            Field::Empty => Packed::Empty,
            Field::Text(said) => Packed::Text(text(said)),
            Field::Number(number) => Packed::Number(*number),
            Field::Date(date) => Packed::Date(*date),
            Field::Time(time) => Packed::Time(*time),
            Field::Share(share) => Packed::Share(*share),
            Field::Term { id, said } => Packed::Term { id: text(id), said: text(said) },
        }));
        self.lines.push((kind, fields.len()));
    }

    /// Whether there are so many of them that it is time to send them.
    pub fn is_full(&self) -> bool {
        self.texts.len() >= FULL || self.lines.len() >= MOST
    }

    /// Writes each of them, as it was added.
    ///
    /// # Errors
    /// What `sheet` says.
    pub fn write(&self, sheet: &mut dyn Sheet) -> Result<(), Fault> {
        let (mut texts, mut packed) = (self.texts.as_str(), self.fields.iter());
        let mut text = |length: Length| {
            // Always a whole text: they are taken as they were added.
            let (text, rest) = texts.split_at_checked(length as usize).unwrap_or_default();
            texts = rest;
            Cow::Borrowed(text)
        };
        let mut fields = Vec::new();
        for (kind, count) in &self.lines {
            fields.clear();
            fields.extend(packed.by_ref().take(*count).map(|field| match field {
                Packed::Empty => Field::Empty,
                Packed::Text(length) => Field::Text(text(*length)),
                Packed::Number(number) => Field::Number(*number),
                Packed::Date(date) => Field::Date(*date),
                Packed::Time(time) => Field::Time(*time),
                Packed::Share(share) => Field::Share(*share),
                Packed::Term { id, said } => Field::Term { id: text(*id), said: text(*said) },
            }));
            sheet.line(*kind, &fields)?;
        }
        Ok(())
    }

    /// None of them, with the room that they took.
    pub fn emptied(mut self) -> Self {
        self.texts.clear();
        self.fields.clear();
        self.lines.clear();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::{Document, Line, Table};

    #[test]
    fn a_field_is_small() {
        assert!(size_of::<Packed>() <= 12, "{}", size_of::<Packed>());
    }

    /// Keeps what it is given.
    #[derive(Default)]
    struct Kept(Vec<Line>);

    impl Sheet for Kept {
        fn open(&mut self, _: &Document) -> Result<(), Fault> {
            Ok(())
        }

        fn table(&mut self, _: &Table) -> Result<(), Fault> {
            Ok(())
        }

        fn line(&mut self, kind: LineKind, fields: &[Field<'_>]) -> Result<(), Fault> {
            if fields.is_empty() {
                return Err(Fault::Stopped);
            }
            self.0.push(Line::kept(kind, fields));
            Ok(())
        }

        fn close(&mut self) -> Result<(), Fault> {
            Ok(())
        }
    }

    #[test]
    fn lines_arrive_as_they_were_sent() {
        let sent = [
            Line::body(vec![
                Field::Empty,
                Field::text("Yılmaz"),
                Field::Number(7),
                Field::text(""),
                Field::term("late", "kom for seint"),
            ]),
            Line {
                kind: LineKind::Total,
                fields: vec![
                    Field::Date("2026-11-24".parse().unwrap()),
                    Field::Time("10:00".parse().unwrap()),
                    Field::Share(Share { count: 2, of: 3 }),
                    Field::text("Мария"),
                ],
            },
        ];
        let (mut lines, mut kept) = (Portion::default(), Kept::default());
        for round in 1..=2 {
            for line in &sent {
                lines.push(line.kind, &line.fields);
            }
            lines.write(&mut kept).unwrap();
            assert_eq!(kept.0.len(), round * sent.len());
            lines = lines.emptied();
        }
        assert_eq!(kept.0, [sent.clone(), sent].concat());
    }

    #[test]
    fn they_are_sent_when_there_are_enough_and_end_where_they_cannot_be_written() {
        let mut lines = Portion::default();
        lines.push(LineKind::Body, &[Field::text("æ".repeat(FULL))]);
        assert!(lines.is_full());
        let (mut lines, mut kept) = (lines.emptied(), Kept::default());
        assert!(!lines.is_full());
        for _ in 0..MOST {
            lines.push(LineKind::Body, &[Field::Empty]);
        }
        assert!(lines.is_full());
        lines.push(LineKind::Body, &[]);
        lines.push(LineKind::Body, &[Field::Empty]);
        assert!(matches!(lines.write(&mut kept), Err(Fault::Stopped)));
        assert_eq!(kept.0.len(), MOST);
    }
}
