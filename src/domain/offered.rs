//! What has to be offered to everybody who is held in some way, and to whom it was not.

use crate::domain::following::Following;
use crate::domain::following::due::shifted;
use crate::domain::id::PersonId;
use crate::domain::pathway::{Anchor, Pathway};
use crate::domain::person::LegalStatus;
use crate::domain::programme::Localised;
use crate::domain::record::{Failure, Reads};
use crate::domain::shelf::Services;
use chrono::NaiveDate;

/// How far somebody was told of a pathway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    Never,
    /// It was started on that day, and its first step, telling the person, was not taken.
    Begun(NaiveDate),
    Told,
}

/// Whether it has to be offered to somebody of this status, whose detention under immigration powers began on a day: who
/// is detained is held so, whatever else the sentence says. A restricted one shows on no list that it is missing.
#[must_use]
pub fn is_owed(pathway: &Pathway, status: Option<LegalStatus>, detained: Option<NaiveDate>) -> bool {
    let held = status.into_iter().chain(detained.map(|_| LegalStatus::ImmigrationDetention));
    !pathway.is_restricted() && held.into_iter().any(|status| pathway.offered_to.contains(&status))
}

/// How far it was, by everything that was started for them, whichever pinned form of it that was.
#[must_use]
pub fn offer(pathway: &Pathway, followings: &[Following]) -> Offer {
    let runs = || followings.iter().filter(|following| following.pathway.id == pathway.id);
    let is_told = |following: &Following| {
        let first = following.pathway.steps.first();
        first.is_some_and(|first| following.taken.iter().any(|taken| taken.step == first.id))
    };
    if runs().any(is_told) {
        return Offer::Told;
    }
    runs().map(|following| following.run.started).min().map_or(Offer::Never, Offer::Begun)
}

/// Somebody to whom a pathway has to be offered, and for whom it was never started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unoffered {
    pub person: PersonId,
    pub name: String,
    /// As the room has it.
    pub short_name: String,
    /// Waiting since then, or recorded then.
    pub since: NaiveDate,
    pub detained: Option<NaiveDate>,
    pub release: Option<NaiveDate>,
}

impl Unoffered {
    /// The day by which they are told: as long after they were first held so, or came here, as the pathway gives its
    /// first step; on that very day where it gives none.
    #[must_use]
    pub fn due(&self, pathway: &Pathway) -> NaiveDate {
        let held = self.detained.map_or(self.since, |day| day.max(self.since));
        let Some(rule) = pathway.steps.first().and_then(|first| first.due.as_ref()) else { return held };
        let base = match rule.from {
            Anchor::Release => self.release,
            Anchor::Detention => self.detained,
            Anchor::Start | Anchor::Step(_) | Anchor::Answer(_) => None,
        };
        shifted(base.unwrap_or(held), rule).unwrap_or(held)
    }
}

/// That somebody is to be told of a pathway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToTell {
    pub due: NaiveDate,
    pub who: Unoffered,
    /// What it is called.
    pub pathway: Localised,
}

/// Who is to be told of what by `until`, the longest overdue first: of each pathway at most `limit` of those who are
/// still here, the soonest released. It is done as soon as the pathway is started, and stands nowhere. A restricted one
/// shows on no list.
///
/// # Errors
/// What the record says.
pub fn to_tell(
    reads: &dyn Reads,
    services: &Services,
    (today, until): (NaiveDate, NaiveDate),
    limit: usize,
) -> Result<Vec<ToTell>, Failure> {
    let mut found = Vec::new();
    for pathway in services.pathways.iter().filter(|pathway| !pathway.offered_to.is_empty() && !pathway.is_restricted())
    {
        for who in reads.unoffered(pathway, today, limit)? {
            found.push(ToTell { due: who.due(pathway), who, pathway: pathway.title.clone() });
        }
    }
    found.retain(|told| told.due <= until);
    found.sort_by_key(|told| told.due);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::following::Facts;
    use crate::domain::id::PersonId;
    use crate::domain::pathway::Access;
    use crate::domain::run::{Run, Taken, pin};
    use crate::domain::sample::{self, day};

    fn owed() -> Pathway {
        Pathway { offered_to: vec![LegalStatus::ImmigrationDetention], ..sample::pathway() }
    }

    fn run(pathway: &Pathway, taken: &[&str]) -> Following {
        let taken = taken.iter().map(|step| Taken { step: (*step).to_owned(), ..Taken::default() });
        let starting = pathway.starting(PersonId(1), "7", true, (day("2026-11-10"), "Kari"));
        assert_eq!(starting.len(), 1);
        let (title, by) = (pathway.title.clone(), "Kari".to_owned());
        Following {
            id: "7".into(),
            run: Run { pathway: pin(pathway), title, started: day("2026-11-10"), by, ended: None },
            pathway: pathway.clone().into(),
            taken: taken.collect(),
            consents: Vec::new(),
            snooze: None,
            facts: Facts::default(),
        }
    }

    #[test]
    fn it_is_owed_to_whoever_is_held_so_or_whose_detention_is_recorded() {
        use LegalStatus::{ImmigrationDetention, Sentenced};
        let since = Some(day("2026-11-01"));
        for (status, detained, is) in [
            (Some(ImmigrationDetention), None, true),
            (Some(Sentenced), None, false),
            (Some(Sentenced), since, true),
            (None, since, true),
            (None, None, false),
        ] {
            assert_eq!(is_owed(&owed(), status, detained), is, "{status:?} {detained:?}");
        }
        assert!(!is_owed(&sample::pathway(), Some(ImmigrationDetention), since));
        let restricted = Pathway { access: Access::Restricted, ..owed() };
        assert!(!is_owed(&restricted, Some(ImmigrationDetention), since));
    }

    #[test]
    fn they_are_told_as_soon_as_the_pathway_says_for_its_first_step() {
        use crate::domain::pathway::Due;
        let who = |detained: Option<&str>| Unoffered {
            person: PersonId(1),
            name: "Ana Petrović".into(),
            short_name: "Ana P.".into(),
            since: day("2026-11-10"),
            detained: detained.map(day),
            release: Some(day("2027-03-01")),
        };
        let asks = |from: Option<Anchor>, days: i16| {
            let mut pathway = owed();
            pathway.steps[0].due = from.map(|from| Due { from, days, months: 0, every: None });
            pathway
        };
        for (from, days, detained, due) in [
            (None, 0, None, "2026-11-10"),
            // Held so before they came here, and since.
            (None, 0, Some("2026-11-02"), "2026-11-10"),
            (Some(Anchor::Start), 2, Some("2026-11-20"), "2026-11-22"),
            (Some(Anchor::Start), 2, None, "2026-11-12"),
            (Some(Anchor::Detention), 2, Some("2026-11-02"), "2026-11-04"),
            (Some(Anchor::Detention), 2, None, "2026-11-12"),
            (Some(Anchor::Release), -28, None, "2027-02-01"),
        ] {
            assert_eq!(who(detained).due(&asks(from.clone(), days)), day(due), "{from:?} {detained:?}");
        }
    }

    #[test]
    fn somebody_is_told_once_the_first_step_was_taken_in_any_run() {
        let pathway = owed();
        let first = pathway.steps[0].id.clone();
        let other = Pathway { id: "other".into(), ..owed() };
        for (runs, found) in [
            (vec![], Offer::Never),
            (vec![run(&other, &[&first])], Offer::Never),
            (vec![run(&pathway, &[])], Offer::Begun(day("2026-11-10"))),
            (vec![run(&pathway, &[]), run(&pathway, &[&first])], Offer::Told),
        ] {
            assert_eq!(offer(&pathway, &runs), found);
        }
    }
}
