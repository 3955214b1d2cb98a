//! A person's place in a group: waiting, enrolled, left and why, completed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A person's place in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    pub state: Place,
    /// The first day on which sessions count for the person: of the present spell, for who came back.
    pub from: NaiveDate,
    /// The spells before this one, in order, for who left and came back: what lies between does not count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Spell>,
}

/// A time in a group that ended; the last day still counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spell {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub reason: LeavingReason,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What a person's place is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Waiting,
    Enrolled,
    Left {
        on: NaiveDate,
        reason: LeavingReason,
        #[serde(default)]
        note: String,
    },
    Completed {
        on: NaiveDate,
    },
}

impl Place {
    /// The message that names it.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self {
            Self::Waiting => "place-waiting",
            Self::Enrolled => "place-enrolled",
            Self::Left { .. } => "place-left",
            Self::Completed { .. } => "place-completed",
        }
    }
}

impl Enrolment {
    /// A place from `from` on, without anything before it.
    #[must_use]
    pub fn new(state: Place, from: NaiveDate) -> Self {
        Self { state, from, earlier: Vec::new() }
    }

    /// The first and the last day of every spell that counts, in order, none reaching into another; the
    /// last of them may be open. A place by mistake, and the wait for one, count nothing.
    pub fn spells(&self) -> impl Iterator<Item = (NaiveDate, Option<NaiveDate>)> {
        let present = match &self.state {
            Place::Waiting | Place::Left { reason: LeavingReason::Mistake, .. } => None,
            Place::Enrolled | Place::Completed { .. } => Some((self.from, None)),
            Place::Left { on, .. } => Some((self.from, Some(*on))),
        };
        self.earlier.iter().map(|spell| (spell.from, Some(spell.to))).chain(present)
    }

    /// Whether sessions on `date` count for the person. The day of leaving still counts.
    #[must_use]
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.spells().any(|(first, last)| date >= first && last.is_none_or(|last| date <= last))
    }

    /// Whether the person ever had a place that was meant.
    #[must_use]
    pub fn took_part(&self) -> bool {
        self.spells().next().is_some()
    }

    /// Why the person is out of the group: of the last spell that was meant, or by mistake when none was.
    /// `None` for who is in it, and for who waits and never had a place.
    #[must_use]
    pub fn out(&self) -> Option<LeavingReason> {
        let before = self.earlier.last().map(|spell| spell.reason);
        match &self.state {
            Place::Enrolled | Place::Completed { .. } => None,
            Place::Waiting => before,
            Place::Left { reason: LeavingReason::Mistake, .. } => before.or(Some(LeavingReason::Mistake)),
            Place::Left { reason, .. } => Some(*reason),
        }
    }

    /// Why a session on `date`, which does not count, comes after a spell; `None` before the first one.
    #[must_use]
    pub fn gone_by(&self, date: NaiveDate) -> Option<LeavingReason> {
        let ended = self.earlier.iter().map(|spell| (spell.to, spell.reason));
        let present = match &self.state {
            Place::Left { on, reason, .. } => Some((*on, *reason)),
            _ => None,
        };
        ended.chain(present).rfind(|(to, _)| *to < date).map(|(_, reason)| reason)
    }

    /// The place of who comes back on `day`. What went before stays; a place by mistake is forgotten, and
    /// who is back the day after leaving, or sooner, never left.
    #[must_use]
    pub fn back(&self, day: NaiveDate) -> Self {
        let mut back = Self { state: Place::Enrolled, from: day, earlier: self.earlier.clone() };
        match &self.state {
            Place::Left { reason: LeavingReason::Mistake, .. }
            | Place::Waiting
            | Place::Enrolled
            | Place::Completed { .. } => {}
            Place::Left { on, .. } if on.succ_opt().is_none_or(|next| next >= day) => back.from = self.from,
            Place::Left { on, .. } if *on < self.from => {}
            Place::Left { on, reason, note } => {
                back.earlier.push(Spell { from: self.from, to: *on, reason: *reason, note: note.clone() });
            }
        }
        // Never into a spell that ended: those do not reach into each other.
        if let Some(free) = back.earlier.last().and_then(|spell| spell.to.succ_opt()) {
            back.from = back.from.max(free);
        }
        back
    }
}

/// Why somebody left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeavingReason {
    Released,
    Transferred,
    Removed,
    Withdrew,
    Health,
    WorkOrEducation,
    Behaviour,
    Safety,
    NotSuitable,
    Mistake,
    Died,
    Other,
}

impl LeavingReason {
    pub const ALL: [Self; 12] = [
        Self::Released,
        Self::Transferred,
        Self::Removed,
        Self::Withdrew,
        Self::Health,
        Self::WorkOrEducation,
        Self::Behaviour,
        Self::Safety,
        Self::NotSuitable,
        Self::Mistake,
        Self::Died,
        Self::Other,
    ];

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Released => "leaving-released",
            Self::Transferred => "leaving-transferred",
            Self::Removed => "leaving-removed",
            Self::Withdrew => "leaving-withdrew",
            Self::Health => "leaving-health",
            Self::WorkOrEducation => "leaving-work",
            Self::Behaviour => "leaving-behaviour",
            Self::Safety => "leaving-safety",
            Self::NotSuitable => "leaving-not-suitable",
            Self::Mistake => "leaving-mistake",
            Self::Died => "leaving-died",
            Self::Other => "leaving-other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;
    use proptest::prelude::*;

    #[test]
    fn an_enrolment_covers_its_days() {
        let left = Place::Left { on: day("2026-11-26"), reason: LeavingReason::Released, note: String::new() };
        let enrolment = Enrolment::new(left, day("2026-11-12"));
        for (date, covered) in
            [("2026-11-10", false), ("2026-11-12", true), ("2026-11-26", true), ("2026-12-01", false)]
        {
            assert_eq!(enrolment.covers(day(date)), covered, "{date}");
        }
    }

    fn left(on: &str, reason: LeavingReason) -> Place {
        Place::Left { on: day(on), reason, note: "moved".to_owned() }
    }

    #[test]
    fn who_comes_back_has_two_spells_and_a_gap() {
        use LeavingReason::{Health, Mistake, Released};
        // Left on the 12th, having come on the 10th; back on the day given: the first days of the spells.
        for (reason, back, spells) in [
            (Health, "2026-11-17", vec!["2026-11-10", "2026-11-17"]),
            (Released, "2026-11-14", vec!["2026-11-10", "2026-11-14"]),
            // The next day, or the same: no gap, so nobody left.
            (Health, "2026-11-13", vec!["2026-11-10"]),
            (Health, "2026-11-12", vec!["2026-11-10"]),
            (Mistake, "2026-11-17", vec!["2026-11-17"]),
        ] {
            let enrolment = Enrolment::new(left("2026-11-12", reason), day("2026-11-10")).back(day(back));
            let first: Vec<_> = enrolment.spells().map(|(first, _)| first.to_string()).collect();
            assert_eq!(first, spells, "{reason:?} {back}");
            assert_eq!(enrolment.state, Place::Enrolled);
        }
        let twice = Enrolment::new(left("2026-11-12", Health), day("2026-11-10")).back(day("2026-11-17"));
        for (date, covered) in
            [("2026-11-12", true), ("2026-11-13", false), ("2026-11-16", false), ("2026-11-17", true)]
        {
            assert_eq!(twice.covers(day(date)), covered, "{date}");
        }
        assert_eq!((twice.gone_by(day("2026-11-14")), twice.gone_by(day("2026-11-09"))), (Some(Health), None));
        assert_eq!((twice.out(), twice.took_part()), (None, true));
        let waits = Enrolment { state: Place::Waiting, ..twice };
        assert_eq!((waits.out(), waits.took_part()), (Some(Health), true));
    }

    #[test]
    fn a_place_of_an_older_store_has_one_spell() {
        let enrolment: Enrolment = serde_json::from_str(r#"{"state":"enrolled","from":"2026-11-10"}"#).unwrap();
        assert_eq!(enrolment, Enrolment::new(Place::Enrolled, day("2026-11-10")));
        assert!(!serde_json::to_string(&enrolment).unwrap().contains("earlier"));
    }

    proptest! {
        /// However often somebody leaves and comes back, spells are in order and apart.
        #[test]
        fn spells_never_reach_into_each_other(steps in prop::collection::vec((0_i64..40, 0_usize..12, 0_i64..40), 0..6)) {
            let at = |days: i64| day("2026-11-10") + chrono::TimeDelta::days(days);
            let mut enrolment = Enrolment::new(Place::Enrolled, at(0));
            for (leaves, reason, comes) in steps {
                let (on, reason) = (at(leaves).max(enrolment.from), LeavingReason::ALL[reason]);
                let away = Enrolment { state: Place::Left { on, reason, note: String::new() }, ..enrolment };
                enrolment = away.back(at(comes));
                let spells: Vec<_> = enrolment.spells().collect();
                prop_assert!(spells.iter().all(|(first, last)| last.is_none_or(|last| *first <= last)));
                prop_assert!(spells.windows(2).all(|two| two[0].1.is_some_and(|last| last < two[1].0)));
                let covered = |date| spells.iter().filter(|(first, last)| date >= *first && last.is_none_or(|last| date <= last)).count();
                prop_assert!((0..90).all(|days| covered(at(days)) == usize::from(enrolment.covers(at(days)))));
            }
        }
    }
}
