//! What is wanted of a report, and on what ground it is made.

use crate::domain::audit::Head;
use crate::domain::entry::Entry;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::profile::{People, Profile};
use crate::domain::record::{About, Reads};
use crate::domain::released::Released;
use crate::domain::shelf::Services;
use crate::domain::trace::{Disclosure, Recipient};
use crate::i18n::Words;
use crate::report::kind::{Delimiter, Format, Personal, Report};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub report: Report,
    /// Of which groups; of all, when it is empty.
    pub groups: Vec<GroupId>,
    pub session: Option<SessionId>,
    pub person: Option<PersonId>,
    /// For which line of the person's matrix, where it is a hand-over sheet.
    pub partner: Option<String>,
    pub period: Period,
    /// Whether those who have not agreed that its recipient is told are left out; else they are in its way.
    pub leave_out: bool,
    /// Who is: in none of its lines and none of its counts.
    pub without: BTreeSet<PersonId>,
    /// For whom: what is left out or changed before it is given out.
    pub profile: Option<Arc<Profile>>,
    pub format: Format,
    /// Between the fields of a CSV file.
    pub delimiter: Delimiter,
    /// Where a large XLSX file may keep what does not fit into memory: the directory of the target,
    /// which is to hold the same names anyway. Without one it is made in memory.
    pub scratch: Option<PathBuf>,
}

impl Request {
    /// A report in CSV, of everything there is.
    #[must_use]
    pub fn new(report: Report) -> Self {
        Self {
            report,
            groups: Vec::new(),
            session: None,
            person: None,
            partner: None,
            period: Period::default(),
            leave_out: false,
            without: BTreeSet::new(),
            profile: None,
            format: Format::Csv,
            delimiter: Delimiter::default(),
            scratch: None,
        }
    }

    /// The same of one group.
    #[must_use]
    pub fn in_group(self, group: GroupId) -> Self {
        Self { groups: vec![group], ..self }
    }

    /// The same of one person.
    #[must_use]
    pub fn about(self, person: PersonId) -> Self {
        Self { person: Some(person), ..self }
    }

    /// The same in a format.
    #[must_use]
    pub fn written(self, format: Format) -> Self {
        Self { format, ..self }
    }

    /// What is recorded before anybody gets it: in the history of each group, where it is of some; `item` tells it
    /// from other exports, and `released` is what of its counts is remembered.
    #[must_use]
    pub fn given_out(&self, recipient: Recipient, head: &Head, item: &str, released: Option<Released>) -> Vec<Entry> {
        let (report, format) = (self.report.id().to_owned(), self.format.id().to_owned());
        let disclosure = Disclosure { report, format, recipient, head: head.to_string() };
        let of = |about| disclosure.clone().of(about, item.to_owned());
        let mut entries = match (self.person, self.groups.as_slice()) {
            (Some(person), _) => vec![of(About::Person(person))],
            (None, []) => vec![of(About::Everything)],
            (None, groups) => groups.iter().map(|group| of(About::Group(*group))).collect(),
        };
        let kept = released.zip(self.profile.as_ref());
        entries.extend(kept.map(|(released, profile)| released.entry(&profile.id, self.report.id())));
        entries
    }

    /// What it tells about people whoever receives it.
    #[must_use]
    pub fn personal(&self) -> Personal {
        match self.profile.as_ref().map(|profile| profile.people) {
            None | Some(People::Named) => self.report.personal(),
            Some(People::Pseudonyms) => Personal::Pseudonyms,
            Some(People::Nobody) => Personal::Counts,
        }
    }

    /// The group, where there is one only.
    #[must_use]
    pub fn group(&self) -> Option<GroupId> {
        if let [group] = self.groups.as_slice() { Some(*group) } else { None }
    }
}

/// A time, open at either end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub since: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

impl Period {
    /// Whether the day lies in it.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// These people, or all.
pub type OfWhom = Option<BTreeSet<PersonId>>;

/// By how much a local time differs from UTC: the rules of a time zone, daylight saving among them.
pub type Zone<'a> = &'a (dyn Fn(NaiveDateTime) -> FixedOffset + Sync);

/// What a report is made from.
pub struct Ground<'a> {
    pub reads: &'a dyn Reads,
    pub words: &'a Words,
    /// What can be done for one person, where a report asks what was not.
    pub services: &'a Services,
    pub now: DateTime<FixedOffset>,
    /// The time zone of the prison.
    pub zone: Zone<'a>,
    /// Set from elsewhere to stop: reading many groups takes its time.
    pub stop: &'a AtomicBool,
    /// Told now and then how many groups were read.
    pub told: &'a dyn Fn(u64),
    /// Who is left out.
    pub without: &'a BTreeSet<PersonId>,
    /// What is printed at the foot of every format that has one.
    pub foot: &'a [String],
}

impl<'a> Ground<'a> {
    /// A ground with no services, nobody who is told how far it is, and nothing at the foot.
    #[must_use]
    pub fn new(
        reads: &'a dyn Reads,
        words: &'a Words,
        now: DateTime<FixedOffset>,
        zone: Zone<'a>,
        stop: &'a AtomicBool,
    ) -> Self {
        static NONE: LazyLock<Services> = LazyLock::new(Services::default);
        static NOBODY: BTreeSet<PersonId> = BTreeSet::new();
        Self { reads, words, services: &NONE, now, zone, stop, told: &|_| (), without: &NOBODY, foot: &[] }
    }

    /// Whether somebody is one of these people, or of all, and not left out.
    #[must_use]
    pub fn is_of(&self, person: PersonId, of_whom: Option<&BTreeSet<PersonId>>) -> bool {
        of_whom.is_none_or(|people| people.contains(&person)) && !self.without.contains(&person)
    }

    /// Whether it was told to stop.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

impl std::fmt::Debug for Ground<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ground({:?}, {})", self.words, self.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    #[test]
    fn a_period_holds_both_its_ends() {
        let period = |since: Option<&str>, until: Option<&str>| Period { since: since.map(day), until: until.map(day) };
        for (since, until, held) in [
            (None, None, true),
            (Some("2026-11-24"), Some("2026-11-24"), true),
            (Some("2026-11-25"), None, false),
            (None, Some("2026-11-23"), false),
        ] {
            assert_eq!(period(since, until).holds(day("2026-11-24")), held, "{since:?} {until:?}");
        }
    }
}
