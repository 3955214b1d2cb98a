//! What is done about a group's sessions: moved, cancelled, planned again, inserted, split, joined. Each is
//! asked for here, and looked at before it is recorded.

use super::Group;
use crate::domain::change::{Change, Days, next_day};
use crate::domain::group::{Session, SessionState};
use crate::domain::id::{GroupId, SessionId};
use crate::domain::record::{Dated, GroupRecord};
use crate::domain::text::NOTE;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::{Layer, choice::Choice};
use crate::tui::screens::asking::{self, Question};
use crate::tui::screens::change;
use chrono::{NaiveDate, NaiveTime};

/// Keys of the answers to a question with many.
const KEYS: [char; 10] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

impl Group {
    /// The selected session with its group.
    fn at_session(&self) -> Option<(&GroupRecord, &Dated)> {
        self.record.as_ref().zip(self.session())
    }

    /// The selected session, or why it cannot be changed: it took place, or was cancelled.
    fn planned(&self, desk: &Desk) -> Option<Result<(&GroupRecord, &Dated), Effects>> {
        let (record, dated) = self.at_session()?;
        let is_planned = dated.session.state == SessionState::Planned;
        Some(if is_planned { Ok((record, dated)) } else { Err(vec![Effect::Say(not_planned(&dated.session, desk))]) })
    }

    /// Moves the selected session to another date or time, with a reason.
    pub(super) fn move_session(&self, desk: &Desk) -> Option<Effects> {
        Some(match self.planned(desk)? {
            Ok((record, dated)) => vec![ask_move(record, dated, desk)],
            Err(why) => why,
        })
    }

    /// Cancels the selected session, with a reason: it is put off, or falls out.
    pub(super) fn cancel_session(&self, desk: &Desk) -> Option<Effects> {
        let (record, Dated { id, session }) = match self.planned(desk)? {
            Ok(planned) => planned,
            Err(why) => return Some(why),
        };
        let (group, id, label, stands) = (record.id, *id, session.label(), (session.date, session.time));
        let when = desk.words.weekday_date(session.date);
        let next = next_day(&record.group, session.date, days(desk)).filter(|_| !session.is_extra());
        let mut items = Vec::new();
        let mut ways = Vec::new();
        if let Some(day) = next {
            let when = desk.words.moment(day, session.time);
            items.push((Some('1'), say!(desk.words, "change-cancel-off", when = when)));
            ways.push((Some(day), true));
        }
        items.push((Some('2'), say!(desk.words, "change-cancel-out")));
        ways.push((None, false));
        if later(record, id, stands).next().is_some() {
            items.push((Some('3'), say!(desk.words, "change-cancel-up")));
            ways.push((None, true));
        }
        let title = say!(desk.words, "change-cancel-how", number = label.as_str(), when = when.as_str());
        let then = move |at: usize, desk: &mut Desk| {
            let (day, cascade) = ways.get(at).copied().unwrap_or((None, false));
            let question = why(say!(desk.words, "group-cancel-why", number = label.as_str(), when = when), desk);
            vec![asking::text(question, move |why, _| {
                let why = why.to_owned();
                let change = match day {
                    Some(date) => Change::Move { session: id, date, time: stands.1, why },
                    None => Change::Cancel { session: id, why },
                };
                vec![change::ask(group, change, cascade)]
            })]
        };
        Some(vec![Effect::Ask(Layer::Choice(Choice::new(title, items, then)))])
    }

    /// Plans the selected session again after it was cancelled, on a new date.
    pub(super) fn plan_again(&self, desk: &Desk) -> Option<Effects> {
        let (record, Dated { id, session }) = self.at_session()?;
        if !session.state.is_cancelled() {
            let text = say!(desk.words, "group-not-cancelled", number = session.label());
            return Some(vec![Effect::Say(text)]);
        }
        let (group, id) = (record.id, *id);
        let title = say!(desk.words, "group-again-title", number = session.label());
        let given = (after_last(record, desk), session.time);
        let taken = stands(record);
        Some(vec![when(title, given, desk, move |date, time, _| {
            let cascade = taken.contains(&(date, time));
            vec![change::ask(group, Change::Again { session: id, date, time }, cascade)]
        })])
    }

    /// Inserts an extra session of a plan, for those who missed it.
    pub(super) fn insert_session(&self, desk: &Desk) -> Option<Effects> {
        let record = self.record.as_ref()?;
        let (group, time, taken) = (record.id, record.group.time, stands(record));
        let plans: Vec<String> = record.course.sessions.iter().map(|plan| desk.words.pick(&plan.title)).collect();
        let items = plans.into_iter().enumerate().map(|(at, title)| (KEYS.get(at).copied(), title)).collect();
        let selected = self.session().map_or(0, |dated| usize::from(dated.session.plan));
        let day = next_day(&record.group, desk.today(), days(desk)).unwrap_or(desk.today());
        let then = move |at: usize, desk: &mut Desk| {
            let Ok(plan) = u16::try_from(at) else { return Vec::new() };
            let title = say!(desk.words, "change-insert-when", number = format!("{}x", plan + 1));
            vec![when(title, (day, time), desk, move |date, time, _| {
                let cascade = taken.contains(&(date, time));
                vec![change::ask(group, Change::Insert { plan, date, time }, cascade)]
            })]
        };
        let choice = Choice::new(say!(desk.words, "change-insert-which"), items, then).at(selected);
        Some(vec![Effect::Ask(Layer::Choice(choice))])
    }

    /// Splits the selected session: what is left of it comes on another day.
    pub(super) fn split_session(&self, desk: &Desk) -> Option<Effects> {
        let (record, Dated { id, session }) = self.at_session()?;
        let (group, id, label) = (record.id, *id, session.label());
        let cuts = record.cuts(id);
        let (Some(usual), activities) = (record.usual_cut(id), record.activities(session)) else {
            return Some(vec![Effect::Say(say!(desk.words, "change-split-none", number = label))]);
        };
        let all = record.minutes(session);
        let item = |cut: &u16| {
            let before: u16 = activities.iter().take(usize::from(*cut)).map(|activity| activity.minutes).sum();
            let from =
                activities.get(usize::from(*cut)).map_or_else(String::new, |first| desk.words.pick(&first.title));
            say!(desk.words, "change-split-from", activity = from, minutes = before, all = all)
        };
        let items = cuts.iter().enumerate().map(|(at, cut)| (KEYS.get(at).copied(), item(cut))).collect();
        let selected = cuts.iter().position(|cut| *cut == usual).unwrap_or(0);
        let day = next_day(&record.group, session.date, days(desk)).unwrap_or(session.date);
        let given = (day, session.time);
        let title = say!(desk.words, "change-split-where", number = label.as_str());
        let then = move |at: usize, desk: &mut Desk| {
            let at = cuts.get(at).copied().unwrap_or(usual);
            let title = say!(desk.words, "change-split-when", number = label);
            vec![when(title, given, desk, move |date, time, _| {
                vec![change::ask(group, Change::Split { session: id, at, date, time }, true)]
            })]
        };
        Some(vec![Effect::Ask(Layer::Choice(Choice::new(title, items, then).at(selected)))])
    }

    /// Joins the selected session with the next one, or with the next part of its plan.
    pub(super) fn join_sessions(&self, desk: &Desk) -> Option<Effects> {
        let (record, Dated { id, session }) = match self.planned(desk)? {
            Ok(planned) => planned,
            Err(why) => return Some(why),
        };
        if record.partner(*id).is_none() {
            return Some(vec![Effect::Say(say!(desk.words, "change-join-none", number = session.label()))]);
        }
        Some(vec![change::ask(record.id, Change::Join { session: *id }, true)])
    }
}

/// Asks for another date or time of a planned session, and why; what follows is looked at first.
pub(in crate::tui::screens) fn ask_move(record: &GroupRecord, Dated { id, session }: &Dated, desk: &Desk) -> Effect {
    let (group, id, label, given) = (record.id, *id, session.label(), (session.date, session.time));
    let next = later(record, id, given).next();
    let title = say!(desk.words, "group-move-title", number = label.as_str());
    asking::date_and_time(title, say!(desk.words, "group-move-hint"), given, move |date, time, desk| {
        if (date, time) == given {
            return Err(say!(desk.words, "group-move-same"));
        }
        open(date, desk)?;
        Ok(vec![ask_why(Moving { group, session: id, label: label.clone(), to: (date, time), next }, desk)])
    })
}

/// A session on its way to another date or time.
struct Moving {
    group: GroupId,
    session: SessionId,
    label: String,
    to: (NaiveDate, NaiveTime),
    /// When the session after it begins.
    next: Option<(NaiveDate, NaiveTime)>,
}

/// Moves a planned session of `record` to a date and time that are known: asks why, and shows what follows.
pub(in crate::tui::screens) fn move_to(
    record: &GroupRecord,
    Dated { id, session }: &Dated,
    to: (NaiveDate, NaiveTime),
    desk: &Desk,
) -> Effect {
    let next = later(record, *id, (session.date, session.time)).next();
    ask_why(Moving { group: record.id, session: *id, label: session.label(), to, next }, desk)
}

fn ask_why(Moving { group, session, label, to: (date, time), next }: Moving, desk: &Desk) -> Effect {
    let when = desk.words.moment(date, time);
    let question = why(say!(desk.words, "group-move-why", number = label.as_str(), when = when), desk);
    asking::text(question, move |why, _| {
        // The others have to follow where the order would be another, or two of them on one day.
        let cascade = next.is_some_and(|(day, _)| date >= day);
        vec![change::ask(group, Change::Move { session, date, time, why: why.to_owned() }, cascade)]
    })
}

/// When the planned sessions after one that stands at `given` begin, besides extra ones.
fn later(
    record: &GroupRecord,
    id: SessionId,
    given: (NaiveDate, NaiveTime),
) -> impl Iterator<Item = (NaiveDate, NaiveTime)> {
    let planned = record.sessions.iter().filter(move |dated| dated.id != id && !dated.session.is_extra());
    let planned = planned.filter(|dated| dated.session.state == SessionState::Planned);
    planned.map(|dated| (dated.session.date, dated.session.time)).filter(move |when| *when > given)
}

/// When the sessions begin that are planned.
fn stands(record: &GroupRecord) -> Vec<(NaiveDate, NaiveTime)> {
    let planned = record.sessions.iter().filter(|dated| dated.session.state == SessionState::Planned);
    planned.map(|dated| (dated.session.date, dated.session.time)).collect()
}

fn days<'a>(desk: &Desk<'a>) -> Days<'a> {
    Days { closed: desk.closed, today: desk.today() }
}

/// The first day of the group's rhythm after its last session, and not before today.
fn after_last(record: &GroupRecord, desk: &Desk) -> NaiveDate {
    let last = record.dates().into_iter().max().unwrap_or(record.group.start);
    next_day(&record.group, last, days(desk)).unwrap_or(desk.today())
}

/// Refuses a day on which the prison is closed, and says why it is.
pub(in crate::tui::screens) fn open(date: NaiveDate, desk: &Desk) -> Result<(), String> {
    let closed = desk.closed.closed(date);
    closed.map_or(Ok(()), |why| {
        let (date, why) = (desk.words.weekday_date(date), desk.words.pick(why));
        Err(say!(desk.words, "group-move-closed", date = date, why = why))
    })
}

/// Asks when; a closed day is refused.
fn when(
    title: String,
    given: (NaiveDate, NaiveTime),
    desk: &Desk,
    mut then: impl FnMut(NaiveDate, NaiveTime, &mut Desk) -> Effects + 'static,
) -> Effect {
    asking::date_and_time(title, say!(desk.words, "group-move-hint"), given, move |date, time, desk| {
        open(date, desk)?;
        Ok(then(date, time, desk))
    })
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
