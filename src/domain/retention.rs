//! How long a person is kept: until so many months after the end of the last group that they took part in, or after
//! the last thing that was recorded of whoever took part in none. Who has been kept long enough is due.

use crate::domain::erasure::{Erasure, ErasureRequest, Going, Leave};
use crate::domain::id::PersonId;
use crate::domain::record::{About, Failure, Reads};
use crate::domain::setting::Setting;
use chrono::{DateTime, FixedOffset, Months, NaiveDate};
use std::ops::RangeInclusive;

/// How many months somebody can be kept.
pub const MONTHS: RangeInclusive<u16> = 1..=600;

/// A group that somebody had a place in, or came to as a guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The day on which its last session was closed.
    pub finished: Option<NaiveDate>,
    /// The date of its last session that was not cancelled; its start where there is none.
    pub last_session: NaiveDate,
    /// Whether they wait for a place in it, or have one.
    pub has_place: bool,
    /// The months that its programme names.
    pub months: Option<u16>,
}

impl Stay {
    /// The day on which it ended for them; none while they are in a group that is not finished.
    fn end(&self) -> Option<NaiveDate> {
        self.finished.or_else(|| Some(self.last_session).filter(|_| !self.has_place))
    }
}

/// What decides how long somebody is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub person: PersonId,
    pub stays: Vec<Stay>,
    /// The day on which something was last recorded of whoever took part in nothing.
    pub recorded: Option<NaiveDate>,
}

impl Held {
    /// The last day of what they took part in, and the last day on which they are kept. None: without end, because
    /// they are in a group, or nobody has said how long; `usual` is what holds where the programme does not say.
    #[must_use]
    pub fn term(&self, usual: Option<u16>) -> Option<(NaiveDate, NaiveDate)> {
        if self.stays.is_empty() {
            let recorded = self.recorded?;
            return Some((recorded, until(recorded, usual?)));
        }
        let mut latest: Option<(NaiveDate, NaiveDate)> = None;
        for stay in &self.stays {
            let end = stay.end()?;
            let kept = until(end, stay.months.or(usual)?);
            latest = Some(latest.map_or((end, kept), |(last, until)| (last.max(end), until.max(kept))));
        }
        latest
    }
}

/// The last day of so many months after `last`. A month without that day ends with its own last one, as periods do
/// in Regulation (EEC, Euratom) No 1182/71, Article 3.
fn until(last: NaiveDate, months: u16) -> NaiveDate {
    last.checked_add_months(Months::new(months.into())).unwrap_or(NaiveDate::MAX)
}

/// Somebody who was kept long enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub person: PersonId,
    pub reference: String,
    /// As lists show it.
    pub name: String,
    /// The last day of what they took part in.
    pub last: NaiveDate,
    /// The last day on which they were to be kept.
    pub until: NaiveDate,
    /// Who has asked for their erasure.
    pub request: Option<ErasureRequest>,
}

/// Everybody who has been kept long enough on the day `by`, the longest first.
///
/// # Errors
/// What the record says.
pub fn due(reads: &dyn Reads, by: NaiveDate) -> Result<Vec<Due>, Failure> {
    let usual = Setting::RetentionMonths.read(reads)?.parse().ok();
    let mut over = Vec::new();
    reads.each_held(&mut |held| {
        if let Some((last, until)) = held.term(usual).filter(|(_, until)| *until < by) {
            over.push((held.person, last, until));
        }
    })?;
    let mut due = Vec::new();
    for (id, last, until) in over {
        let Some(person) = reads.person(id)?.filter(|person| !person.erased) else { continue };
        let request = ErasureRequest::among(reads.standing("erasure-request", About::Person(id))?);
        let (name, reference) = (person.list_name(), person.reference);
        due.push(Due { person: id, reference, name, last, until, request });
    }
    due.sort_by(|one, other| (one.until, &one.name).cmp(&(other.until, &other.name)));
    Ok(due)
}

/// What follows when somebody wants all of them erased: shown before it is done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sweep {
    /// They go now.
    pub erased: Vec<(Due, Going, Erasure)>,
    /// It is asked for, and a second person has to approve.
    pub asked: Vec<(Due, Going, ErasureRequest)>,
    /// The same person asked for them, and somebody else has to approve.
    pub waiting: Vec<Due>,
}

impl Sweep {
    /// What follows when `actor` wants everybody of `due` erased, for the reason `why`.
    ///
    /// # Errors
    /// What the record says.
    pub fn of(
        due: Vec<Due>,
        reads: &dyn Reads,
        (actor, at): (&str, DateTime<FixedOffset>),
        why: &str,
    ) -> Result<Self, Failure> {
        let needs_two = Setting::ErasureNeedsTwo.is_on(reads)?;
        let mut sweep = Self::default();
        for one in due {
            match Leave::of(needs_two, one.request.as_ref(), (actor, at), why) {
                Leave::OtherNeeded => sweep.waiting.push(one),
                Leave::Given(erasure) => {
                    let going = reads.going(one.person)?;
                    sweep.erased.push((one, going, erasure));
                }
                Leave::Asked(request) => {
                    let going = reads.going(one.person)?;
                    sweep.asked.push((one, going, request));
                }
            }
        }
        Ok(sweep)
    }

    /// Whether nothing follows from it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.erased.is_empty() && self.asked.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    /// Groups, what holds where the programme does not say, and the last day and until when they are kept.
    type Case<'a> = (&'a [Stay], Option<u16>, Option<(&'a str, &'a str)>);

    fn stay(finished: Option<&str>, last_session: &str, has_place: bool, months: Option<u16>) -> Stay {
        Stay { finished: finished.map(day), last_session: day(last_session), has_place, months }
    }

    fn held(stays: &[Stay], recorded: Option<&str>) -> Held {
        Held { person: PersonId(1), stays: stays.to_vec(), recorded: recorded.map(day) }
    }

    #[test]
    fn months_are_calendar_months_and_end_with_the_shorter_ones() {
        for (last, months, kept) in [
            ("2026-11-24", 24, "2028-11-24"),
            ("2026-11-30", 1, "2026-12-30"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2028-02-29", 12, "2029-02-28"),
            ("2028-02-29", 48, "2032-02-29"),
            ("2026-12-31", 2, "2027-02-28"),
            ("2026-11-24", 600, "2076-11-24"),
        ] {
            assert_eq!(until(day(last), months), day(kept), "{last} and {months} months");
        }
    }

    #[test]
    fn the_end_of_the_last_group_counts_by_its_own_programme() {
        let short = stay(Some("2026-01-10"), "2026-01-08", true, Some(6));
        let long = stay(Some("2024-03-31"), "2024-03-31", true, Some(36));
        let of_setting = stay(Some("2025-05-31"), "2025-05-31", true, None);
        let left = stay(None, "2026-02-01", false, Some(6));
        let unfinished = stay(None, "2020-02-01", true, Some(6));
        let cases: [Case; 9] = [
            (&[short], None, Some(("2026-01-10", "2026-07-10"))),
            // The latest of both: the last day is one group's, the longest term another's.
            (&[short, long], None, Some(("2026-01-10", "2027-03-31"))),
            (&[of_setting], Some(9), Some(("2025-05-31", "2026-02-28"))),
            (&[of_setting, short], Some(24), Some(("2026-01-10", "2027-05-31"))),
            // Nobody has said how long: they are kept.
            (&[of_setting], None, None),
            (&[of_setting, short], None, None),
            // Whoever left does not wait until somebody closes it; whoever is in it does.
            (&[left], None, Some(("2026-02-01", "2026-08-01"))),
            (&[unfinished], Some(1), None),
            (&[short, unfinished], Some(1), None),
        ];
        for (at, (stays, usual, kept)) in cases.into_iter().enumerate() {
            let kept = kept.map(|(last, until)| (day(last), day(until)));
            assert_eq!(held(stays, Some("2026-11-01")).term(usual), kept, "case {at}");
        }
    }

    #[test]
    fn whoever_took_part_in_nothing_is_kept_by_the_setting_from_the_last_thing_recorded() {
        let term = |recorded, usual| held(&[], recorded).term(usual);
        assert_eq!(term(Some("2024-02-29"), Some(12)), Some((day("2024-02-29"), day("2025-02-28"))));
        assert_eq!(term(Some("2024-02-29"), None), None);
        assert_eq!(term(None, Some(12)), None);
    }
}
