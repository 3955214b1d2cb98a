//! A report as a recipient outside is given it: columns left out, people under other names or none, dates less
//! exact, small counts hidden.

mod adding;

use crate::domain::profile::{Dates, People, Profile};
use crate::domain::released::Released;
use crate::domain::seal::LETTERS;
use crate::i18n::Words;
use crate::report::kind::{Format, Report};
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, Rows, Table};
use crate::say;
use std::borrow::Cow;

/// A word for a text that only this store can make: the same for one recipient, another for each.
pub type Keyed<'a> = &'a dyn Fn(&str) -> [u8; 16];

/// A profile at work.
pub struct Release<'a> {
    pub profile: &'a Profile,
    pub keyed: Keyed<'a>,
    /// What the recipient was given of the same report last.
    pub before: Option<Released>,
}

impl std::fmt::Debug for Release<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Release({})", self.profile.id)
    }
}

/// Facts that are given whoever the recipient is: they say nothing about anybody.
const FACTS: [&str; 18] = [
    "group",
    "programme",
    "version",
    "first_session",
    "last_session",
    "completion_rule",
    "since",
    "until",
    "groups",
    "counted",
    "session",
    "plan",
    "date",
    "state",
    "minutes_planned",
    "minutes_delivered",
    "profile",
    "journal_head",
];
/// Facts that name those who work here.
const STAFF: [&str; 1] = ["facilitators"];
/// Facts that somebody wrote.
const NOTES: [&str; 3] = ["note", "next_time", "reason"];

/// What happens to a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Given,
    Renamed,
    LeftOut,
}

/// What happens to the columns of a table, in their order.
#[derive(Debug)]
pub(super) struct Plan(Vec<Fate>);

impl Release<'_> {
    /// Whether the recipient is given this report in this format.
    #[must_use]
    pub fn allows(&self, report: Report, format: Format) -> bool {
        // A bundle is whole, or its seal proves nothing.
        report != Report::Bundle && self.profile.gives(report.id(), format.id())
    }

    /// The report as it is given, and what of its counts is to be remembered.
    #[must_use]
    pub fn of(&self, report: Report, document: Document, words: &Words) -> (Document, Option<Released>) {
        let is_named = self.profile.people == People::Named;
        let mut facts: Vec<Fact> = document.facts.into_iter().filter(|fact| self.gives_fact(fact.id)).collect();
        for fact in &mut facts {
            fact.field = self.given(std::mem::replace(&mut fact.field, Field::Empty));
        }
        let recipient = Field::term(&self.profile.id, words.pick(&self.profile.title));
        facts.push(Fact::new("profile", say!(words, "release-for"), recipient));
        let tables = document.tables.into_iter().filter(|table| self.gives_table(table));
        let mut tables: Vec<Table> = tables.map(|table| self.table(table)).collect();
        let before = self.before.as_ref();
        let released = self.profile.threshold.map(|threshold| {
            let given = adding::hide(&mut tables, threshold.into(), before, &say!(words, "release-hidden"));
            before.map_or(given.clone(), |before| given.after(before))
        });
        let signatures = if self.profile.staff { document.signatures } else { Vec::new() };
        // A title may name somebody.
        let title = if is_named { document.title } else { words.say(report.message(), &[]) };
        (Document { title, facts, tables, signatures, ..document }, released)
    }

    fn gives_fact(&self, id: &str) -> bool {
        let is_named = self.profile.people == People::Named;
        match id {
            id if STAFF.contains(&id) => self.profile.staff,
            id if NOTES.contains(&id) => self.profile.notes,
            id => is_named || FACTS.contains(&id),
        }
    }

    /// Where there are only counts, a table with a line for each person is not given.
    fn gives_table(&self, table: &Table) -> bool {
        let is_of_people = |column: &Column| matches!(column.holds, Holds::Reference | Holds::Name);
        self.profile.people != People::Nobody || !table.columns.iter().any(is_of_people)
    }

    /// What happens to the columns of `table`.
    pub(super) fn plan(&self, table: &Table) -> Plan {
        let fate = |column: &Column| match (column.holds, self.profile.people) {
            _ if self.profile.leaves_out(table.id, &column.id) => Fate::LeftOut,
            (Holds::Note, _) if !self.profile.notes => Fate::LeftOut,
            (Holds::Staff, _) if !self.profile.staff => Fate::LeftOut,
            (Holds::Reference, People::Pseudonyms) => Fate::Renamed,
            (Holds::Name, People::Pseudonyms) => Fate::LeftOut,
            _ => Fate::Given,
        };
        Plan(table.columns.iter().map(fate).collect())
    }

    fn table(&self, table: Table) -> Table {
        let plan = self.plan(&table);
        let kept = |at: &usize| plan.0.get(*at) != Some(&Fate::LeftOut);
        let columns = table.columns.into_iter().enumerate().filter(|(at, _)| kept(at));
        // The dates of sessions stand under their numbers.
        let columns: Vec<Column> = columns
            .map(|(_, column)| match self.profile.dates {
                Dates::Exact => column,
                _ => Column { below: String::new(), ..column },
            })
            .collect();
        let rows = match table.rows {
            Rows::Held(lines) => Rows::Held(
                lines.into_iter().map(|line| Line { fields: self.fields(&plan, &line.fields), ..line }).collect(),
            ),
            streamed @ Rows::Streamed(_) => streamed,
        };
        // A chart counts columns by their place.
        let chart = table.chart.filter(|_| !plan.0.contains(&Fate::LeftOut));
        Table { columns, rows, chart, ..table }
    }

    /// A line as it is given.
    pub(super) fn fields(&self, plan: &Plan, fields: &[Field<'_>]) -> Vec<Field<'static>> {
        let mut given = Vec::with_capacity(fields.len());
        for (field, fate) in fields.iter().zip(&plan.0) {
            match (fate, field) {
                (Fate::LeftOut, _) => {}
                (Fate::Renamed, Field::Text(text)) => given.push(Field::Text(Cow::Owned(self.pseudonym(text)))),
                (Fate::Renamed, _) => given.push(Field::Empty),
                (Fate::Given, field) => given.push(self.given(field.clone().kept())),
            }
        }
        given
    }

    fn given(&self, field: Field<'static>) -> Field<'static> {
        match field {
            Field::Date(day) => Field::Date(self.profile.dates.given(day, self.weeks())),
            field => field,
        }
    }

    /// By how many weeks dates are shifted for this recipient: a year at most, and never not at all.
    fn weeks(&self) -> i64 {
        let [first, second, ..] = (self.keyed)("\u{1}dates");
        let weeks = i64::from(first) % 52 + 1;
        if second % 2 == 0 { weeks } else { -weeks }
    }

    /// Twenty letters, a hundred bits.
    fn pseudonym(&self, reference: &str) -> String {
        let bytes = (self.keyed)(reference);
        let mut bits = u128::from_be_bytes(bytes);
        let mut word = String::with_capacity(20);
        for _ in 0..20 {
            word.push(char::from(LETTERS[usize::try_from(bits % 32).unwrap_or(0)]));
            bits /= 32;
        }
        word
    }
}

/// What leaves with `document`: its facts, and each table with its columns.
pub(super) fn leaves(document: &Document, words: &Words) -> Vec<String> {
    let facts: Vec<&str> = document.told().map(|fact| fact.label.as_str()).collect();
    let mut lines = vec![say!(words, "release-facts", facts = facts.join(", "))];
    lines.extend(document.tables.iter().map(|table| {
        let columns: Vec<&str> = table.columns.iter().map(|column| column.label.as_str()).collect();
        say!(words, "release-table", table = &table.title, columns = columns.join(", "))
    }));
    lines
}
