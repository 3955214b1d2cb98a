//! What has to be offered to everybody who is held in some way, and to whom it was not.

use crate::domain::following::Following;
use crate::domain::pathway::Pathway;
use crate::domain::person::LegalStatus;
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
