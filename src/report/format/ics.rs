//! ICS (RFC 5545): a timetable, or what is due, for calendars. Times are in UTC, reckoned by the rules of the prison's zone on each
//! day; what was moved or cancelled is the same event in a later revision.

use crate::domain::text::shown;
use crate::report::Fault;
use crate::report::format::Sheet;
use crate::report::format::spill::Spill;
use crate::report::request::Zone;
use crate::report::table::{Document, Field, LineKind, Table};
use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::io::Write;

/// Octets of a line before it is folded.
const FOLD: usize = 75;

/// A calendar being written.
pub struct Ics<'a> {
    spill: Spill<'a>,
    zone: Zone<'a>,
    written: String,
    /// Minutes from 1970 until then.
    revision: i64,
    /// The ids of the columns.
    columns: Vec<String>,
}

impl std::fmt::Debug for Ics<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ics({:?})", self.spill)
    }
}

impl<'a> Ics<'a> {
    /// `zone` says what is a local time in UTC.
    #[must_use]
    pub fn new(out: &'a mut (dyn Write + Send), zone: Zone<'a>) -> Self {
        Self { spill: Spill::new(out), zone, written: String::new(), revision: 0, columns: Vec::new() }
    }

    /// A line, folded where it is long: never inside a character.
    fn property(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut room = FOLD;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.spill.push("\r\n ");
                room = FOLD - 1;
            }
            room -= c.len_utf8();
            self.spill.push(c.encode_utf8(&mut [0; 4]));
        }
        self.spill.push("\r\n");
    }

    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.property(name, &escaped(text));
        }
    }

    /// What is due on a day. Its date can move: the moment of writing serves as the revision, which only has to grow.
    fn whole_day(&mut self, date: NaiveDate, uid: &str, name: &str, what: &str) -> Result<(), Fault> {
        let summary = if name.is_empty() { what.to_owned() } else { format!("{name}: {what}") };
        let (written, revision) = (self.written.clone(), self.revision.to_string());
        self.property("BEGIN", "VEVENT");
        self.property("UID", uid);
        self.property("DTSTAMP", &written);
        self.property("SEQUENCE", &revision);
        self.property("DTSTART;VALUE=DATE", &date.format("%Y%m%d").to_string());
        self.property("DTEND;VALUE=DATE", &(date + Days::new(1)).format("%Y%m%d").to_string());
        self.text("SUMMARY", &summary);
        self.property("TRANSP", "TRANSPARENT");
        self.property("END", "VEVENT");
        Ok(self.spill.spill()?)
    }

    fn utc(&self, local: NaiveDateTime) -> String {
        let offset = i64::from((self.zone)(local).local_minus_utc());
        stamp(local - TimeDelta::seconds(offset))
    }
}

/// `20261124T090000Z`.
fn stamp(utc: NaiveDateTime) -> String {
    utc.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text with what the format gives a meaning behind a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in shown(text).chars() {
        if matches!(c, '\\' | ';' | ',') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn moment(written: DateTime<FixedOffset>) -> String {
    stamp(written.naive_utc())
}

/// The end of what begins at a time and ends at another: the next day, where that is earlier.
fn end(begins: NaiveDateTime, ends: NaiveTime) -> NaiveDateTime {
    let same_day = begins.date().and_time(ends);
    if same_day < begins { same_day + TimeDelta::days(1) } else { same_day }
}

impl Sheet for Ics<'_> {
    fn open(&mut self, document: &Document) -> Result<(), Fault> {
        self.written = moment(document.written);
        self.revision = document.written.timestamp() / 60;
        self.property("BEGIN", "VCALENDAR");
        self.property("VERSION", "2.0");
        self.property("PRODID", "-//Onward//Onward//EN");
        self.property("CALSCALE", "GREGORIAN");
        self.property("METHOD", "PUBLISH");
        self.text("X-WR-CALNAME", &document.title);
        for text in &document.foot {
            self.text("COMMENT", text);
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), Fault> {
        self.columns = table.columns.iter().map(|column| column.id.to_string()).collect();
        Ok(())
    }

    fn line(&mut self, _: LineKind, fields: &[Field<'_>]) -> Result<(), Fault> {
        let at = |id: &str| self.columns.iter().position(|column| column == id).and_then(|at| fields.get(at));
        let said = |id: &str| match at(id) {
            Some(Field::Text(text) | Field::Term { said: text, .. }) => text.to_string(),
            Some(Field::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        let Some(Field::Date(date)) = at("date") else { return Ok(()) };
        let (Some(Field::Time(time)), Some(Field::Time(ends))) = (at("time"), at("ends")) else {
            let (uid, name) = (said("uid"), said("name"));
            return self.whole_day(*date, &uid, &name, &format!("{}: {}", said("pathway"), said("step")));
        };
        let is_cancelled = matches!(at("state"), Some(Field::Term { id, .. }) if id == "cancelled");
        let begins = date.and_time(*time);
        let (uid, revision, room) = (said("uid"), said("revision"), said("room"));
        let summary = format!("{} {}: {}", said("group"), said("session"), said("title"));
        let about = [said("facilitators"), said("reason")];
        let about = about.iter().filter(|text| !text.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ");
        let written = self.written.clone();
        self.property("BEGIN", "VEVENT");
        self.property("UID", &uid);
        self.property("DTSTAMP", &written);
        self.property("SEQUENCE", &revision);
        self.property("DTSTART", &self.utc(begins));
        self.property("DTEND", &self.utc(end(begins, *ends)));
        self.text("SUMMARY", &summary);
        self.text("LOCATION", &room);
        self.text("DESCRIPTION", &about);
        self.property("STATUS", if is_cancelled { "CANCELLED" } else { "CONFIRMED" });
        self.property("END", "VEVENT");
        Ok(self.spill.spill()?)
    }

    fn close(&mut self) -> Result<(), Fault> {
        self.property("END", "VCALENDAR");
        Ok(self.spill.drain()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut out = Vec::new();
        let zone = |_| FixedOffset::east_opt(0).unwrap();
        let mut ics = Ics::new(&mut out, &zone);
        ics.text("SUMMARY", &"Ørsta, samling; æøå ".repeat(12));
        ics.close().unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.lines().count() > 3 && text.lines().all(|line| line.len() <= FOLD), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.starts_with("SUMMARY:Ørsta\\, samling\\; æøå Ørsta"), "{unfolded}");
    }

    #[test]
    fn what_ends_after_midnight_ends_the_next_day() {
        let at = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let time = |text: &str| text.parse::<NaiveTime>().unwrap();
        for (begins, ends, end_at) in [
            ("2026-11-24T10:00:00", "11:30:00", "2026-11-24T11:30:00"),
            ("2026-11-24T23:00:00", "00:30:00", "2026-11-25T00:30:00"),
            ("2026-11-24T10:00:00", "10:00:00", "2026-11-24T10:00:00"),
        ] {
            assert_eq!(end(at(begins), time(ends)), at(end_at));
        }
    }
}
