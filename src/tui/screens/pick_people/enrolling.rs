//! Enrolling those who are picked: a decision is asked for everybody who is not eligible, then all is one step.

use crate::domain::eligibility::Exception;
use crate::domain::entry::Entry;
use crate::domain::group::{Enrolment, Place as Seat};
use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::GroupRecord;
use crate::domain::text::NOTE;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::screens::asking::{self, Question};
use chrono::NaiveDate;
use std::collections::VecDeque;

/// Enrols `people`; for the `undecided` it is asked first who allows it and why. `planner`: the planner comes next.
pub(super) fn enrol(
    record: &GroupRecord,
    people: Vec<PersonId>,
    undecided: VecDeque<(PersonId, String)>,
    planner: bool,
    desk: &Desk,
) -> Effects {
    let enrolling = Enrolling {
        group: record.id,
        code: record.group.code.clone(),
        programme: record.course.programme.clone(),
        from: record.joins_on(desk.today()),
        people,
        undecided,
        exceptions: Vec::new(),
        planner,
    };
    enrolling.go_on(desk)
}

/// An enrolment on its way: who is picked, and for whom a decision is still to be asked.
#[derive(Debug, Clone)]
struct Enrolling {
    group: GroupId,
    code: String,
    programme: String,
    from: NaiveDate,
    people: Vec<PersonId>,
    undecided: VecDeque<(PersonId, String)>,
    exceptions: Vec<(PersonId, Exception)>,
    planner: bool,
}

impl Enrolling {
    /// Asks for the next decision, or records everything in one step.
    fn go_on(mut self, desk: &Desk) -> Effects {
        let Some((person, name)) = self.undecided.pop_front() else { return self.record(desk) };
        let by = self.exceptions.last().map_or_else(String::new, |(_, exception)| exception.by.clone());
        let question = Question {
            title: say!(desk.words, "pick-exception-who", name = name.as_str()),
            hint: say!(desk.words, "pick-exception-hint"),
            given: by,
            most: crate::domain::text::LINE,
            optional: false,
        };
        vec![asking::text(question, move |by, desk| self.clone().ask_why(person, &name, by, desk))]
    }

    fn ask_why(self, person: PersonId, name: &str, by: &str, desk: &Desk) -> Effects {
        let by = by.to_owned();
        let question = Question {
            title: say!(desk.words, "pick-exception-why", name = name, by = by.as_str()),
            hint: say!(desk.words, "pick-exception-hint"),
            given: String::new(),
            most: NOTE,
            optional: false,
        };
        vec![asking::text(question, move |why, desk| {
            let mut next = self.clone();
            next.exceptions.push((person, Exception { why: why.to_owned(), by: by.clone(), at: desk.now }));
            next.go_on(desk)
        })]
    }

    fn record(self, desk: &Desk) -> Effects {
        let said = say!(desk.words, "pick-enrolled", count = self.people.len(), code = self.code.as_str());
        let exception = |(person, exception): (PersonId, Exception)| Entry::Exception {
            person,
            item: self.programme.clone(),
            to: Some(Box::new(exception)),
        };
        let mut entries: Vec<Entry> = self.exceptions.into_iter().map(exception).collect();
        entries.extend(self.people.into_iter().map(|person| {
            let enrolment = Enrolment::new(Seat::Enrolled, self.from);
            Entry::Enrolment { group: self.group, person, to: Some(Box::new(enrolment)) }
        }));
        let next = if self.planner { Effect::Replace(Place::Planner(self.group)) } else { Effect::Back };
        vec![Effect::Record { entries, said }, next]
    }
}
