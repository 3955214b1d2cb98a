//! The board: every pathway that runs, by the step that it is at, with what waits for whom.

use crate::domain::following::{Closed, Following, Standing};
use crate::domain::id::PersonId;
use crate::domain::pathway::Owner;
use crate::domain::person::Person;
use crate::domain::programme::Localised;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Lanes by pathway, by the index of the step in it, and by its id: pathways that were pinned at different times may
/// have different steps.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Board {
    lanes: BTreeMap<(String, usize, String), Lane>,
}

/// One step of one pathway, and everybody who is at it.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// What tells it from others, in any language.
    pub key: String,
    pub pathway: Localised,
    /// Its number, from 1.
    pub number: usize,
    pub step: Localised,
    /// Who does it.
    pub owner: Owner,
    /// The soonest due first, then those without a day.
    pub waiting: Vec<Waiting>,
}

/// A run that is at a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    pub person: PersonId,
    pub run: String,
    pub name: String,
    pub short_name: String,
    /// The day on which it came to the step.
    pub since: NaiveDate,
    /// The day on which somebody is reminded.
    pub due: Option<NaiveDate>,
    pub on: WaitsOn,
}

/// What has to happen before the step can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaitsOn {
    /// Nothing but whoever does it.
    Owner,
    /// What keeps it closed.
    Closed(Closed),
    /// A consent was withdrawn: from whom, as the person was told.
    Stopped(String),
}

impl Board {
    /// Puts a run where it belongs; one that is over belongs nowhere.
    pub fn add(&mut self, person: PersonId, of: &Person, following: &Following, today: NaiveDate) {
        let on = match following.standing() {
            Standing::Ended(_) => return,
            Standing::Stopped(consent) => WaitsOn::Stopped(consent.name.clone()),
            Standing::At(_) => match following.closed(today).into_iter().next() {
                Some(closed) => WaitsOn::Closed(closed),
                None => WaitsOn::Owner,
            },
        };
        let pathway = &following.pathway;
        let Some((at, step)) = following.at().and_then(|at| Some((at, pathway.steps.get(at)?))) else { return };
        let lane = self.lanes.entry((pathway.id.clone(), at, step.id.clone())).or_insert_with(|| Lane {
            key: format!("{}/{at}/{}", pathway.id, step.id),
            pathway: pathway.title.clone(),
            number: at + 1,
            step: step.title.clone(),
            owner: step.owner.clone(),
            waiting: Vec::new(),
        });
        lane.waiting.push(Waiting {
            person,
            run: following.id.clone(),
            name: of.name(),
            short_name: of.short_name(),
            since: following.entered(),
            due: following.reminded(),
            on,
        });
    }

    /// The lanes, pathway by pathway, step by step.
    #[must_use]
    pub fn lanes(self) -> Vec<Lane> {
        let mut lanes: Vec<Lane> = self.lanes.into_values().collect();
        for lane in &mut lanes {
            lane.waiting.sort_by_key(|waiting| (waiting.due.unwrap_or(NaiveDate::MAX), waiting.since));
        }
        lanes
    }
}

impl Lane {
    /// How many of them were due before `today`.
    #[must_use]
    pub fn overdue(&self, today: NaiveDate) -> usize {
        self.waiting.iter().filter(|waiting| waiting.due.is_some_and(|due| due < today)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::confined::Confined;
    use crate::domain::entry::Entry;
    use crate::domain::following::Facts;
    use crate::domain::run::{Consent, Ended};
    use crate::domain::sample::{self, day};

    /// The letter as far as these entries tell it.
    fn letter(entries: impl IntoIterator<Item = Entry>) -> Following {
        let confined = Confined::starting(&sample::pathway(), (day("2026-11-10"), "Kari"));
        entries.into_iter().fold(confined, Confined::with).following("70", Facts::default())
    }

    fn waits(following: &Following) -> Option<(usize, Option<String>, WaitsOn)> {
        let mut board = Board::default();
        board.add(PersonId(1), &Person::default(), following, day("2026-11-24"));
        let lane = board.lanes().pop()?;
        let waiting = lane.waiting.into_iter().next()?;
        Some((lane.number, waiting.due.map(|day| day.to_string()), waiting.on))
    }

    #[test]
    fn a_run_stands_at_its_step_with_what_it_waits_for() {
        assert_eq!(waits(&letter([])), Some((1, Some("2026-11-24".into()), WaitsOn::Owner)));
        let all = sample::letter(PersonId(1));
        let written = || all.iter().filter(|entry| matches!(entry, Entry::Step { .. })).cloned();
        let needed = Closed::Consent(Some(crate::domain::pathway::Reaches::Consulate));
        assert_eq!(waits(&letter(written())), Some((2, None, WaitsOn::Closed(needed))));
        let mut agreed = letter(all.clone());
        assert_eq!(waits(&agreed).map(|(number, _, on)| (number, on)), Some((2, WaitsOn::Owner)));
        let (item, consent) = agreed.consents.remove(0);
        agreed.consents.push((item, Consent { withdrawn: Some(day("2026-11-14")), ..consent }));
        let stopped = WaitsOn::Stopped("Consulate of Lithuania".into());
        assert_eq!(waits(&agreed).map(|(number, _, on)| (number, on)), Some((2, stopped)));
        agreed.run.ended = Some(Ended { on: day("2026-11-20"), why: "enough".into() });
        assert_eq!(waits(&agreed), None);
    }

    #[test]
    fn those_at_one_step_stand_together_the_soonest_due_first() {
        let mut board = Board::default();
        for (id, started) in [(1, "2026-11-12"), (2, "2026-11-10")] {
            let mut following = letter([]);
            following.run.started = day(started);
            board.add(PersonId(id), &Person::default(), &following, day("2026-11-24"));
        }
        let lanes = board.lanes();
        let [lane] = &lanes[..] else { panic!("{lanes:?}") };
        assert_eq!(lane.waiting.iter().map(|waiting| waiting.person.0).collect::<Vec<_>>(), [2, 1]);
        assert_eq!((lane.overdue(day("2026-11-24")), lane.overdue(day("2026-11-27"))), (0, 2));
    }
}
