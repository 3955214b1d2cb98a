//! How much of the programme a session carries: a whole plan, a part of one, several, or one again.

use crate::domain::programme::{Course, Localised, RatingTime, SessionPlan};
use serde::{Deserialize, Serialize};

/// How much of the programme a session carries.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Carries {
    /// One whole session plan.
    #[default]
    Whole,
    /// The part `number` (from 1) of `of` parts of its plan: the activities from the index `from` to before `to`.
    Part { number: u8, of: u8, from: u16, to: u16 },
    /// Its plan and these others as one session, in this order.
    Joined { with: Vec<u16> },
    /// Its plan again, for those who missed it.
    Extra,
}

impl Carries {
    /// Whether it is one whole plan, as nearly every session is.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        *self == Self::Whole
    }

    /// The plans it carries besides the first.
    #[must_use]
    pub fn others(&self) -> &[u16] {
        match self {
            Self::Joined { with } => with,
            _ => &[],
        }
    }

    /// Whether it is the last part of its plan, or not a part at all: the session that reaches the end.
    #[must_use]
    pub fn is_last(&self) -> bool {
        !matches!(self, Self::Part { number, of, .. } if number < of)
    }

    /// The plan that a session of `course` follows which carries this much of the plan `first`, made
    /// from the plans of the course; `None` when there is no such plan.
    ///
    /// A part has its activities. What is reached at the end (objectives, what people leave with,
    /// questions, the rating after) belongs to the last part, the rating before to the first. Sessions
    /// joined have everything of all.
    #[must_use]
    pub fn composed(&self, first: u16, course: &Course) -> Option<SessionPlan> {
        let plan = |index: u16| course.sessions.get(usize::from(index)).map(|plan| (**plan).clone());
        match self {
            Self::Whole | Self::Extra => plan(first),
            Self::Part { number, of, from, to } => Some(part(plan(first)?, (*number, *of), (*from, *to))),
            Self::Joined { with } => {
                let others: Vec<SessionPlan> = with.iter().map(|index| plan(*index)).collect::<Option<_>>()?;
                Some(others.into_iter().fold(plan(first)?, joined))
            }
        }
    }
}

fn part(plan: SessionPlan, (number, of): (u8, u8), (from, to): (u16, u16)) -> SessionPlan {
    let length = usize::from(to.saturating_sub(from));
    let activities = plan.activities.iter().skip(usize::from(from)).take(length).cloned().collect();
    let (is_first, is_last) = (number <= 1, number >= of);
    let rating = plan.rating.filter(|time| match time {
        RatingTime::Before => is_first,
        RatingTime::After => is_last,
    });
    let part = SessionPlan { activities, rating, ..plan };
    if is_last {
        return part;
    }
    SessionPlan { objectives: Vec::new(), leaves_with: Vec::new(), closing_questions: Vec::new(), ..part }
}

fn joined(mut one: SessionPlan, other: SessionPlan) -> SessionPlan {
    one.id = format!("{}+{}", one.id, other.id);
    one.title = Localised::joined(&one.title, &other.title, " + ");
    one.aim = Localised::joined(&one.aim, &other.aim, " ");
    one.essential |= other.essential;
    one.activities.extend(other.activities);
    // Two plans may call an objective the same: one judgement is kept for it.
    one.objectives.extend(
        other.objectives.into_iter().filter(|o| one.objectives.iter().all(|had| had.id != o.id)).collect::<Vec<_>>(),
    );
    one.leaves_with.extend(other.leaves_with);
    one.closing_questions.extend(other.closing_questions);
    one.rating = one.rating.or(other.rating);
    one
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn a_part_has_its_activities_and_the_last_one_what_is_reached() {
        let mut course = sample::course();
        sample::plan_of(&mut course, 0).rating = Some(RatingTime::Before);
        let part = |number, from, to| Carries::Part { number, of: 2, from, to }.composed(0, &course).unwrap();
        let (first, last) = (part(1, 0, 1), part(2, 1, 2));
        assert_eq!((first.minutes(), first.objectives.len(), first.rating), (30, 0, Some(RatingTime::Before)));
        assert_eq!((last.minutes(), last.objectives.len(), last.rating), (60, 1, None));
        assert!(first.essential && last.essential);
    }

    #[test]
    fn two_joined_have_everything_of_both() {
        let course = sample::course();
        let both = Carries::Joined { with: vec![4] }.composed(1, &course).unwrap();
        assert_eq!((both.minutes(), both.activities.len(), both.objectives.len()), (180, 3, 2));
        assert!(both.essential);
        assert_eq!(both.title.pick(&["nb"]), "Papirer + Neste steg");
        assert_eq!(Carries::Joined { with: vec![9] }.composed(1, &course), None);
    }
}
