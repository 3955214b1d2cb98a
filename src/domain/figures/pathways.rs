//! What became of pathways: how many were started, run, reached their end or were ended before it; and of each step how
//! many wait there, how often it was done, and after how many days. What is restricted is counted nowhere.

use crate::domain::following::{Following, Standing};
use crate::domain::programme::Localised;
use std::collections::BTreeMap;

/// By pathway.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PathwayFigures {
    pub by_pathway: BTreeMap<String, PathwayCount>,
}

/// One pathway: `started` is the sum of the three below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PathwayCount {
    pub title: Localised,
    pub started: u32,
    /// Those that run, the ones that a withdrawn consent has stopped among them.
    pub running: u32,
    /// Those that came to their end.
    pub done: u32,
    /// Those that somebody ended before it.
    pub ended_early: u32,
    /// In the order of the pathway.
    pub steps: Vec<StepCount>,
}

/// One step of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepCount {
    pub id: String,
    pub title: Localised,
    /// Runs that are at it.
    pub waiting: u32,
    /// How often it was done: more than once in a run that came back to it.
    pub done: u32,
    /// Each time: days from coming to it until it was done.
    days: Vec<u32>,
}

impl StepCount {
    /// The days in the middle of all; of an even number the mean of the two, half a day rounded up.
    #[must_use]
    pub fn median_days(&self) -> Option<u32> {
        let mut days = self.days.clone();
        days.sort_unstable();
        let upper = *days.get(days.len() / 2)?;
        if days.len() % 2 == 1 {
            return Some(upper);
        }
        let lower = *days.get(days.len() / 2 - 1)?;
        Some((lower + upper).div_ceil(2))
    }
}

impl PathwayFigures {
    /// Counts a run.
    pub fn add(&mut self, following: &Following) {
        let pathway = &following.pathway;
        let count = self.by_pathway.entry(pathway.id.clone()).or_default();
        count.title = pathway.title.clone();
        count.started += 1;
        let at = match following.standing() {
            Standing::Ended(_) => {
                let early = following.run.ended.is_some();
                *(if early { &mut count.ended_early } else { &mut count.done }) += 1;
                None
            }
            Standing::At(_) | Standing::Stopped(_) => {
                count.running += 1;
                following.at()
            }
        };
        // Pathways that were pinned at different times may have different steps: each keeps its first place.
        for (index, step) in pathway.steps.iter().enumerate() {
            if !count.steps.iter().any(|known| known.id == step.id) {
                let known = StepCount { id: step.id.clone(), title: step.title.clone(), ..StepCount::default() };
                count.steps.insert(index.min(count.steps.len()), known);
            }
        }
        let mut came = following.run.started;
        for taken in &following.taken {
            if let Some(step) = count.steps.iter_mut().find(|step| step.id == taken.step) {
                step.done += 1;
                step.days.push(u32::try_from((taken.on - came).num_days()).unwrap_or(0));
            }
            came = taken.on;
        }
        let waits = at.and_then(|at| pathway.steps.get(at));
        if let Some(step) = waits.and_then(|at| count.steps.iter_mut().find(|step| step.id == at.id)) {
            step.waiting += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::confined::Confined;
    use crate::domain::following::Facts;
    use crate::domain::run::{Ended, Taken};
    use crate::domain::sample::{self, day};

    /// The letter, started on a day, its steps taken on these.
    fn letter(started: &str, taken: &[&str], ended: Option<&str>) -> Following {
        let mut confined = Confined::starting(&sample::pathway(), (day(started), "Kari"));
        for (step, on) in ["write", "send"].into_iter().zip(taken) {
            confined.taken.push(Taken { step: step.into(), on: day(on), by: "Kari".into(), ..Taken::default() });
        }
        confined.run.ended = ended.map(|on| Ended { on: day(on), why: "enough".into() });
        confined.following("70", Facts::default())
    }

    #[test]
    fn runs_and_steps_are_counted_where_they_stand() {
        let mut figures = PathwayFigures::default();
        for (started, taken, ended) in [
            ("2026-11-01", &[][..], None),
            ("2026-11-01", &["2026-11-04"], None),
            ("2026-11-01", &["2026-11-08", "2026-11-20"], None),
            ("2026-11-01", &["2026-11-02"], Some("2026-11-09")),
        ] {
            figures.add(&letter(started, taken, ended));
        }
        let count = &figures.by_pathway["letter"];
        assert_eq!((count.started, count.running, count.done, count.ended_early), (4, 2, 1, 1));
        let steps: Vec<_> =
            count.steps.iter().map(|step| (step.id.as_str(), step.waiting, step.done, step.median_days())).collect();
        assert_eq!(steps, [("write", 1, 3, Some(3)), ("send", 1, 1, Some(12))]);
    }

    #[test]
    fn the_median_is_in_the_middle() {
        for (days, median) in
            [(&[][..], None), (&[4], Some(4)), (&[9, 1], Some(5)), (&[1, 2], Some(2)), (&[30, 1, 2], Some(2))]
        {
            let step = StepCount { days: days.to_vec(), ..StepCount::default() };
            assert_eq!(step.median_days(), median, "{days:?}");
        }
    }
}
