//! The shape of every report: facts and tables of typed fields, the same for all formats.

use crate::domain::figures::Share;
use crate::i18n::Words;
use crate::report::Format;
use crate::report::stream::Stream;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use std::borrow::Cow;

/// Characters of all columns together above which a table lies on its side on paper.
const WIDE: usize = 110;

/// A report, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Name and version of its JSON form: `onward.register/1`. Keys may be added; a change needs a new version.
    pub schema: &'static str,
    /// The interface language that it is written in.
    pub language: &'static str,
    pub title: String,
    pub written: DateTime<FixedOffset>,
    pub facts: Vec<Fact>,
    pub tables: Vec<Table>,
    /// What stands before each line that is signed on paper.
    pub signatures: Vec<String>,
    /// What is printed at the foot: what the file is, and how it can be held against the record.
    pub foot: Vec<String>,
}

/// One fact above the tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Its key in JSON: in no language, like every `id` here.
    pub id: &'static str,
    pub label: String,
    pub field: Field<'static>,
}

/// A table of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub id: &'static str,
    pub title: String,
    /// Who writes it.
    pub formats: &'static [Format],
    pub columns: Vec<Column>,
    pub rows: Rows,
    /// What of it is better looked at.
    pub chart: Option<Chart>,
}

/// A bar for each line of a table: its parts beside each other, against the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The column that names the bar.
    pub label: usize,
    /// The columns of counts that the bar is made of.
    pub parts: Vec<usize>,
    /// The column of what the parts are of.
    pub of: usize,
}

/// Where the lines of a table come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    Held(Vec<Line>),
    /// Read line by line while it is written.
    Streamed(Stream),
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub id: Cow<'static, str>,
    pub label: String,
    /// A second line under the label (the date of a session), where a format has room for it.
    pub below: String,
    /// How wide a spreadsheet shows it, in characters.
    pub width: u8,
    /// Repeated at the left of everything that does not fit beside it.
    pub key: bool,
    /// Says in words what another column says as a code: left out of JSON.
    pub spoken: bool,
    /// Counts and letters stand in the middle of their column.
    pub centred: bool,
    /// What its field in the line of totals adds up.
    pub sums: Sums,
    /// What it says about people.
    pub holds: Holds,
}

/// What a column says about people: an export for outsiders keeps, changes or leaves it out by this.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Holds {
    /// Nothing about anybody in particular.
    #[default]
    Plain,
    /// The prison's reference of a person.
    Reference,
    /// The name of a person.
    Name,
    /// The name of somebody who works here.
    Staff,
    /// What somebody wrote.
    Note,
    /// How many people, or attendances of people.
    Count,
}

/// What a field in a line of totals adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sums {
    Nothing,
    /// The lines of the table above it.
    Body,
    /// The foot lines above it.
    Foot,
}

/// What kind of line it is; a table has its lines in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineKind {
    Body,
    /// A count over the lines above.
    Foot,
    Total,
}

/// A line of a table: one field per column.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub kind: LineKind,
    pub fields: Vec<Field<'static>>,
}

/// A field of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Field<'a> {
    Empty,
    /// Words, or text from outside: escaped by whoever writes it.
    Text(Cow<'a, str>),
    Number(u32),
    Date(NaiveDate),
    Time(NaiveTime),
    Share(Share),
    /// Something with a stable name for machines and another text for people.
    Term {
        id: Cow<'a, str>,
        said: Cow<'a, str>,
    },
}

impl<'a> Field<'a> {
    /// What a session is called: a number where it is no more than that, else text (`4a`).
    #[must_use]
    pub fn session(label: impl Into<Cow<'a, str>>) -> Self {
        let label = label.into();
        label.parse().map_or(Self::Text(label), Self::Number)
    }

    /// The number that it is, if it is one.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The field with its texts its own.
    #[must_use]
    pub fn kept(self) -> Field<'static> {
        match self {
            Self::Empty => Field::Empty,
            Self::Text(text) => Field::text(text),
            Self::Number(number) => Field::Number(number),
            Self::Date(date) => Field::Date(date),
            Self::Time(time) => Field::Time(time),
            Self::Share(share) => Field::Share(share),
            Self::Term { id, said } => Field::term(id, said),
        }
    }
}

impl Field<'static> {
    /// Text that the report keeps.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(Cow::Owned(text.into()))
    }

    /// A term that the report keeps.
    #[must_use]
    pub fn term(id: impl Into<String>, said: impl Into<String>) -> Self {
        Self::Term { id: Cow::Owned(id.into()), said: Cow::Owned(said.into()) }
    }

    /// A date, or nothing.
    #[must_use]
    pub fn date(date: Option<NaiveDate>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }
}

/// The words with a capital: terms are lower case, and also head a column or begin a line.
#[must_use]
pub fn headed(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

impl Column {
    /// A column of the usual width.
    #[must_use]
    pub fn new(id: impl Into<Cow<'static, str>>, label: impl AsRef<str>) -> Self {
        Self {
            id: id.into(),
            label: headed(label.as_ref()),
            below: String::new(),
            width: 12,
            key: false,
            spoken: false,
            centred: false,
            sums: Sums::Nothing,
            holds: Holds::Plain,
        }
    }

    /// Says this about people.
    #[must_use]
    pub fn holding(self, holds: Holds) -> Self {
        Self { holds, ..self }
    }

    /// Shown `width` characters wide.
    #[must_use]
    pub fn wide(self, width: u8) -> Self {
        Self { width, ..self }
    }

    /// Names the line.
    #[must_use]
    pub fn key(self) -> Self {
        Self { key: true, ..self }
    }

    /// In the middle of the column.
    #[must_use]
    pub fn centred(self) -> Self {
        Self { centred: true, ..self }
    }

    /// Added up in the line of totals.
    #[must_use]
    pub fn summed(self, sums: Sums) -> Self {
        Self { sums, ..self.centred() }
    }
}

impl Document {
    /// A report without facts and tables.
    #[must_use]
    pub fn new(schema: &'static str, title: String, words: &Words, written: DateTime<FixedOffset>) -> Self {
        let language = words.locale().tag;
        let (facts, tables, signatures, foot) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { schema, language, title, written, facts, tables, signatures, foot }
    }
}

impl Document {
    /// The facts that say something: on paper the others would be in the way.
    pub fn told(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| fact.field != Field::Empty)
    }

    /// Whether it lies on its side on paper: with a wide table all sheets do, so that none is alone among others.
    #[must_use]
    pub fn lies(&self) -> bool {
        self.tables.iter().any(|table| table.is_in(Format::Html) && table.is_wide())
    }
}

impl Fact {
    /// A fact by its key.
    #[must_use]
    pub fn new(id: &'static str, label: impl AsRef<str>, field: Field<'static>) -> Self {
        Self { id, label: headed(label.as_ref()), field }
    }
}

impl Table {
    /// A table whose lines are held.
    #[must_use]
    pub fn new(
        id: &'static str,
        title: String,
        formats: &'static [Format],
        columns: Vec<Column>,
        lines: Vec<Line>,
    ) -> Self {
        Self { id, title, formats, columns, rows: Rows::Held(lines), chart: None }
    }

    /// Whether it is written in `format`: in PDF stands what stands on the printed page of HTML.
    #[must_use]
    pub fn is_in(&self, format: Format) -> bool {
        self.formats.contains(if format == Format::Pdf { &Format::Html } else { &format })
    }

    /// Whether it is wider than a page is.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.columns.iter().map(|column| usize::from(column.width)).sum::<usize>() > WIDE
    }

    /// With a chart of it.
    #[must_use]
    pub fn charted(self, label: usize, parts: Vec<usize>, of: usize) -> Self {
        Self { chart: Some(Chart { label, parts, of }), ..self }
    }
}

impl Line {
    /// A line of the table itself.
    #[must_use]
    pub fn body(fields: Vec<Field<'static>>) -> Self {
        Self { kind: LineKind::Body, fields }
    }

    /// A line that was visited, with its texts its own.
    #[must_use]
    pub fn kept(kind: LineKind, fields: &[Field<'_>]) -> Self {
        Self { kind, fields: fields.iter().cloned().map(Field::kept).collect() }
    }
}
