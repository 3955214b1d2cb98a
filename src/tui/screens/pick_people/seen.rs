//! What a row says of somebody: who must not be near, which sessions collide with something else, else how
//! pressing it is; and the warnings in full, for the line below. Where there is none that line is empty, so
//! that going from row to row changes little on the screen.

use super::PickPeople;
use crate::domain::appointment::clashes;
use crate::domain::group::Session;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, Spoken};
use crate::domain::record::{Failure, GroupRecord};
use crate::say;
use crate::tui::desk::Desk;

/// A row that is seen.
#[derive(Debug, Default)]
pub struct Seen {
    pub name: String,
    /// The country and the languages, by their codes.
    pub speaks: String,
    /// In a word or two.
    pub remark: String,
    /// What there is to warn of, in a line.
    pub warning: Option<String>,
}

impl PickPeople {
    /// Reads what the rows need that are seen now.
    pub(super) fn read_seen(&mut self, desk: &Desk) -> Result<(), Failure> {
        let mut seen = Vec::with_capacity(self.list.height);
        if let Some(record) = &self.record {
            for (_, row) in self.list.seen(self.candidates.listed()) {
                seen.push(self.row_of(record, row, desk)?);
            }
        }
        self.seen = seen;
        Ok(())
    }

    fn row_of(&self, record: &GroupRecord, row: usize, desk: &Desk) -> Result<Seen, Failure> {
        let words = desk.words;
        let Some(candidate) = self.candidates.get(row) else { return Ok(Seen::default()) };
        let person = desk.reads.person(candidate.person)?.unwrap_or_default();
        let (name, speaks) = (person.list_name(), speaks(&person));
        if let Some(other) = self.apart.from(candidate.person, self.together(record)).next() {
            let other = self.name_of(record, other);
            let detail = say!(words, "pick-apart-detail", name = person.short_name(), other = other);
            return Ok(Seen { name, speaks, remark: say!(words, "pick-apart"), warning: Some(detail) });
        }
        let engaged = desk.reads.engagements(candidate.person, self.group, &record.dates())?;
        let clashes = clashes(record, &engaged);
        if !clashes.is_empty() {
            let labels = clashes.iter().filter_map(|clash| record.session(clash.session)).map(Session::label);
            let labels = labels.collect::<Vec<_>>().join(", ");
            let detail = words.clashes(record, &clashes);
            let remark = say!(words, "pick-clash", sessions = labels);
            return Ok(Seen { name, speaks, remark, warning: Some(detail) });
        }
        let placed = self.candidates.placed.get(&candidate.person);
        let placed = placed.map(|code| say!(words, "pick-placed", code = code));
        let remark = match (&placed, candidate.last_chance) {
            (Some(placed), _) => placed.clone(),
            (None, true) => say!(words, "pick-last-chance"),
            (None, false) => say!(words, "pick-since", date = words.short_date(candidate.since, desk.today())),
        };
        Ok(Seen { name, speaks, remark, warning: None })
    }

    /// Everybody who would be in the group: those who have a place, and those who are picked.
    pub(super) fn together<'a>(&'a self, record: &'a GroupRecord) -> impl Iterator<Item = PersonId> + 'a {
        record.enrolled().chain(self.picked.keys().copied())
    }

    fn name_of(&self, record: &GroupRecord, person: PersonId) -> String {
        let member = record.member(person).map(|member| member.person.short_name());
        member.or_else(|| self.picked.get(&person).map(|picked| picked.facts.short_name())).unwrap_or_default()
    }
}

/// `RS sr C2, en A2`: an interpreter who is needed is a `!` before the language, as in the room.
fn speaks(person: &Person) -> String {
    let one = |spoken: &Spoken| match spoken.level {
        Some(level) => format!("{} {}", spoken.language.code(), level.code()),
        None => spoken.language.code().to_owned(),
    };
    let languages = person.languages.iter().map(one).collect::<Vec<_>>().join(", ");
    let sign = if person.interpreter { "! " } else { "" };
    let country = person.country.as_ref().map_or("", |country| country.code());
    format!("{country} {sign}{languages}").trim().to_owned()
}
