//! What is done about a group's sessions: moved, cancelled, planned again.

use super::Group;
use crate::domain::attending::following;
use crate::domain::group::{Session, SessionState};
use crate::domain::id::SessionId;
use crate::domain::record::{Dated, GroupRecord};
use crate::domain::text::NOTE;
use crate::domain::timetable;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::screens::asking::{self, Question};

impl Group {
    /// Moves the selected session to another date or time, with a reason.
    pub(super) fn move_session(&self, desk: &Desk) -> Option<Effects> {
        let (record, Dated { id, session }) = (self.record.as_ref()?, self.session()?);
        if session.state != SessionState::Planned {
            return Some(vec![Effect::Say(not_planned(session, desk))]);
        }
        let (id, session, record) = (*id, session.clone(), record.clone());
        let title = say!(desk.words, "group-move-title", number = session.label());
        let given = (session.date, session.time);
        let ask = asking::date_and_time(title, say!(desk.words, "group-move-hint"), given, move |date, time, desk| {
            if (date, time) == given {
                return Err(say!(desk.words, "group-move-same"));
            }
            let (record, session) = (record.clone(), session.clone());
            let when = format!("{} {}", desk.words.weekday_date(date), desk.words.time(time));
            let question = why(say!(desk.words, "group-move-why", number = session.label(), when = when), desk);
            Ok(vec![asking::text(question, move |why, desk| {
                let said = say!(
                    desk.words,
                    "group-moved",
                    number = session.label(),
                    date = desk.words.weekday_date(date),
                    time = desk.words.time(time)
                );
                set(&record, id, timetable::moved(&session, date, time, why), said, desk)
            })])
        });
        Some(vec![ask])
    }

    /// Cancels the selected session, with a reason.
    pub(super) fn cancel_session(&self, desk: &Desk) -> Option<Effects> {
        let (record, Dated { id, session }) = (self.record.as_ref()?, self.session()?);
        if session.state != SessionState::Planned {
            return Some(vec![Effect::Say(not_planned(session, desk))]);
        }
        let (id, session, record) = (*id, session.clone(), record.clone());
        let when = desk.words.weekday_date(session.date);
        let question = why(say!(desk.words, "group-cancel-why", number = session.label(), when = when), desk);
        let ask = asking::text(question, move |why, desk| {
            let said = say!(desk.words, "group-cancelled", number = session.label());
            set(&record, id, timetable::cancelled(&session, why), said, desk)
        });
        Some(vec![ask])
    }

    /// Plans the selected session again after it was cancelled, on a new date.
    pub(super) fn plan_again(&self, desk: &Desk) -> Option<Effects> {
        let (record, Dated { id, session }) = (self.record.as_ref()?, self.session()?);
        if !session.state.is_cancelled() {
            let text = say!(desk.words, "group-not-cancelled", number = session.label());
            return Some(vec![Effect::Say(text)]);
        }
        let (id, session, record) = (*id, session.clone(), record.clone());
        let title = say!(desk.words, "group-again-title", number = session.label());
        let given = (next_date(&record, desk), session.time);
        let ask = asking::date_and_time(title, say!(desk.words, "group-move-hint"), given, move |date, time, desk| {
            let said = say!(
                desk.words,
                "group-again",
                number = session.label(),
                date = desk.words.weekday_date(date),
                time = desk.words.time(time)
            );
            Ok(set(&record, id, timetable::planned_again(&session, date, time), said, desk))
        });
        Some(vec![ask])
    }
}

/// The first day of the group's rhythm after its last session, and not before today.
fn next_date(record: &GroupRecord, desk: &Desk) -> chrono::NaiveDate {
    let last = record.dates().into_iter().max().and_then(|day| day.succ_opt());
    let from = last.unwrap_or(record.group.start).max(desk.today());
    crate::domain::group::dates(from, &record.group.weekdays, 1, desk.closed).first().copied().unwrap_or(from)
}

fn why(title: String, desk: &Desk) -> Question {
    let hint = say!(desk.words, "group-why-hint");
    Question { title, hint, given: String::new(), most: NOTE, optional: false }
}

/// Why a session that is not planned cannot be moved or cancelled.
fn not_planned(session: &Session, desk: &Desk) -> String {
    let number = session.label();
    if session.state.is_cancelled() {
        say!(desk.words, "group-session-cancelled", number = number)
    } else {
        say!(desk.words, "group-session-held", number = number)
    }
}

fn set(record: &GroupRecord, id: SessionId, to: Session, said: String, desk: &Desk) -> Effects {
    let entries = following(record, vec![timetable::entry(record.id, id, to)], desk.today());
    vec![Effect::Record { entries, said }]
}
