//! What a row says of somebody, and the line below of whoever is selected: who must not be near, which
//! sessions collide with something else, else how pressing it is.

use super::PickPeople;
use crate::domain::appointment::clashes;
use crate::domain::group::Session;
use crate::domain::id::PersonId;
use crate::domain::record::{Failure, GroupRecord};
use crate::say;
use crate::tui::desk::Desk;

/// A row that is seen.
#[derive(Debug, Default)]
pub struct Seen {
    pub name: String,
    /// In a word or two.
    pub remark: String,
    /// In a line.
    pub detail: String,
    /// Whether the line is a warning.
    pub warns: bool,
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
        let name = person.list_name();
        if let Some(other) = self.apart.from(candidate.person, self.together(record)).next() {
            let other = self.name_of(record, other);
            let detail = say!(words, "pick-apart-detail", name = person.short_name(), other = other);
            return Ok(Seen { name, remark: say!(words, "pick-apart"), detail, warns: true });
        }
        let engaged = desk.reads.engagements(candidate.person, self.group, &record.dates())?;
        let clashes = clashes(record, &engaged);
        if !clashes.is_empty() {
            let labels = clashes.iter().filter_map(|clash| record.session(clash.session)).map(Session::label);
            let labels = labels.collect::<Vec<_>>().join(", ");
            let detail = words.clashes(record, &clashes);
            return Ok(Seen { name, remark: say!(words, "pick-clash", sessions = labels), detail, warns: true });
        }
        let country = person.country.as_ref().map_or_else(String::new, |country| words.country(country));
        let placed = self.candidates.placed.get(&candidate.person);
        let placed = placed.map(|code| say!(words, "pick-placed", code = code));
        let remark = match (&placed, candidate.last_chance) {
            (Some(placed), _) => placed.clone(),
            (None, true) => say!(words, "pick-last-chance"),
            (None, false) => say!(words, "pick-since", date = words.short_date(candidate.since, desk.today())),
        };
        let interpreter = person.interpreter.then(|| say!(words, "pick-interpreter"));
        let spoken = person.languages.iter().map(|spoken| match spoken.level {
            Some(level) => format!("{} {}", spoken.language.code(), level.code()),
            None => spoken.language.code().to_owned(),
        });
        let parts = [Some(country), Some(spoken.collect::<Vec<_>>().join(", ")), interpreter];
        let parts: Vec<_> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        Ok(Seen { name, remark, detail: parts.join(" · "), warns: false })
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
