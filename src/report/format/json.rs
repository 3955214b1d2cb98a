//! JSON: stable keys in no language, one line of text per line of a table, written as it comes.

use crate::domain::text::{SUSPECT, shown};
use crate::report::Fault;
use crate::report::format::Sheet;
use crate::report::format::spill::Spill;
use crate::report::table::{Document, Field, LineKind, Table};
use serde_json::Value;
use std::io::{self, Write};

/// Bytes that cannot stand in a text as they are, or could belong to a character that cannot.
const ASKS: [bool; 256] = {
    let mut table = SUSPECT;
    table[b'"' as usize] = true;
    table[b'\\' as usize] = true;
    table
};

/// A JSON file being written.
///
/// Each table is an array of objects under its id; what is added up at its end stands under `<id>_totals`.
#[derive(Debug)]
pub struct Json<'a> {
    spill: Spill<'a>,
    /// The id of the table that is open.
    table: &'static str,
    /// `,"key":` of each column of it; empty for one that is left out.
    keys: Vec<Vec<u8>>,
    /// The kind of the last line of it.
    last: Option<LineKind>,
}

impl<'a> Json<'a> {
    #[must_use]
    pub fn new(out: &'a mut (dyn Write + Send)) -> Self {
        Self { spill: Spill::new(out), table: "", keys: Vec::new(), last: None }
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        // No way out half-way: a loop without one is the quicker.
        if !text.bytes().fold(false, |asks, byte| asks | ASKS[usize::from(byte)]) {
            self.spill.bytes.push(b'"');
            self.spill.push(text);
            self.spill.bytes.push(b'"');
            return Ok(());
        }
        Ok(serde_json::to_writer(&mut self.spill.bytes, &*shown(text)).map_err(io::Error::from)?)
    }

    fn key(&mut self, key: &str) {
        // Keys are ours: letters, digits and underscores.
        self.spill.bytes.push(b'"');
        self.spill.push(key);
        self.spill.push("\":");
    }

    fn field(&mut self, field: &Field<'_>) -> Result<(), Fault> {
        match field {
            Field::Empty => self.spill.push("null"),
            Field::Text(text) | Field::Term { id: text, .. } => self.text(text)?,
            Field::Number(number) => self.spill.number(*number),
            Field::Date(date) => {
                self.spill.bytes.push(b'"');
                self.spill.date(*date);
                self.spill.bytes.push(b'"');
            }
            Field::Time(time) => {
                self.spill.bytes.push(b'"');
                self.spill.time(*time);
                self.spill.bytes.push(b'"');
            }
            Field::Share(share) => {
                self.spill.push("{\"count\":");
                self.spill.number(share.count);
                self.spill.push(",\"of\":");
                self.spill.number(share.of);
                self.spill.bytes.push(b'}');
            }
        }
        Ok(())
    }

    fn end_table(&mut self) {
        if !self.table.is_empty() {
            self.spill.push("\n]");
        }
    }

    /// Begins the array of the lines of `kind`, or goes on with it.
    fn between_lines(&mut self, kind: LineKind) {
        let (before, now) = (self.last.unwrap_or(LineKind::Body), kind);
        if before == LineKind::Body && now != LineKind::Body {
            self.end_table();
            self.spill.push(",\n\"");
            self.spill.push(self.table);
            self.spill.push("_totals\":[\n");
        } else if self.last.is_some() {
            self.spill.push(",\n");
        } else {
            self.spill.bytes.push(b'\n');
        }
        self.last = Some(kind);
    }
}

impl Sheet for Json<'_> {
    fn open(&mut self, document: &Document) -> Result<(), Fault> {
        self.spill.push("{\"schema\":");
        self.text(document.schema)?;
        for (key, value) in [
            ("title", document.title.as_str()),
            ("language", document.language),
            ("written", &document.written.format("%Y-%m-%dT%H:%M:%S%:z").to_string()),
        ] {
            self.spill.push(",\n");
            self.key(key);
            self.text(value)?;
        }
        if !document.foot.is_empty() {
            self.spill.push(",\n");
            self.key("foot");
            self.text(&document.foot.join(" · "))?;
        }
        for fact in &document.facts {
            self.spill.push(",\n");
            self.key(fact.id);
            self.field(&fact.field)?;
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), Fault> {
        self.end_table();
        self.table = table.id;
        self.last = None;
        self.keys.clear();
        for column in &table.columns {
            // What a trainer calls an objective is part of some.
            let key = if column.spoken { String::new() } else { format!(",{}:", Value::from(&*shown(&column.id))) };
            self.keys.push(key.into_bytes());
        }
        self.spill.push(",\n");
        self.key(table.id);
        self.spill.bytes.push(b'[');
        Ok(())
    }

    fn line(&mut self, kind: LineKind, fields: &[Field<'_>]) -> Result<(), Fault> {
        self.between_lines(kind);
        let start = self.spill.bytes.len();
        for (index, field) in fields.iter().enumerate() {
            // In a line of totals only what is added up is there.
            let wanted = kind == LineKind::Body || *field != Field::Empty;
            let Some(key) = self.keys.get(index).filter(|key| wanted && !key.is_empty()) else { continue };
            self.spill.bytes.extend_from_slice(key);
            self.field(field)?;
        }
        // The comma before the first field makes way for the brace.
        match self.spill.bytes.get_mut(start) {
            Some(comma) => *comma = b'{',
            None => self.spill.bytes.push(b'{'),
        }
        self.spill.bytes.push(b'}');
        Ok(self.spill.spill()?)
    }

    fn close(&mut self) -> Result<(), Fault> {
        self.end_table();
        self.spill.push("}\n");
        Ok(self.spill.drain()?)
    }
}
