//! Closing the session: what is not recorded yet, what to do next time, and when that is.

use super::recording::again;
use crate::domain::entry::Entry;
use crate::domain::group::Place as Standing;
use crate::domain::record::{Dated, GroupRecord};
use crate::domain::room::Room;
use crate::domain::text::{NOTE, clean};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::layers::Layer;
use crate::tui::layers::form::{Enter, Form};
use crate::tui::layers::prompt::Prompt;
use crate::tui::screens::asking::when;
use crate::tui::screens::group::{move_to, open};
use chrono::{NaiveDate, NaiveTime};

/// Lists what is missing and asks what to do next time; Enter closes. On a session that was closed
/// before it changes what was left for next time.
pub(super) fn ask(room: &Room, desk: &Desk) -> Effects {
    let words = desk.words;
    if !room.can_close(desk.now) {
        return vec![Effect::Refuse(say!(words, "room-not-begun"))];
    }
    let missing = told(&missing(room, words), words);
    if room.is_held() {
        return vec![Effect::Ask(again_next_time(room, missing, desk))];
    }
    let (group, session) = (room.record.id, room.id);
    let usual = room
        .next_session()
        .map_or((room.session.date, room.session.time), |next| (next.session.date, next.session.time));
    let read = move |at: usize, text: &str, desk: &Desk| {
        if at == 0 {
            return clean(text, NOTE).map_err(|fault| desk.words.text_fault(&fault));
        }
        let (date, time) = when(text, usual, desk)?;
        open(date, desk)?;
        Ok(written(date, time))
    };
    let then = move |texts: &[String], desk: &mut Desk| {
        again(group, session, desk, |room, desk| {
            let to = texts.get(1).and_then(|text| when(text, usual, desk).ok());
            Some(close(room, texts.first().map_or("", String::as_str), to, desk))
        })
    };
    let title = say!(words, "room-close-title", number = room.session.label());
    let closes = say!(words, "room-close-hint");
    let hint = match room.next_session() {
        Some(_) => format!("{closes}\n{missing}"),
        None => format!("{closes} {}\n{missing}", say!(words, "close-last")),
    };
    let form = Form::new("next time", title, Enter::Saves, read, then);
    let form = form.with(say!(words, "close-word"), hint, &room.session.next_time);
    let form = match (room.next_session(), next(room, words)) {
        (Some(Dated { session, .. }), Some(next)) => {
            let label = say!(words, "close-session", number = session.label());
            form.offering(label, say!(words, "close-next", next = next), &written(session.date, session.time))
        }
        _ => form,
    };
    vec![Effect::Ask(Layer::Form(Box::new(form)))]
}

/// A date and a time as they are typed.
fn written(date: NaiveDate, time: NaiveTime) -> String {
    format!("{date} {}", time.format("%H:%M"))
}

/// Changes what was left for next time by a session that was closed before.
fn again_next_time(room: &Room, hint: String, desk: &Desk) -> Layer {
    let (group, session) = (room.record.id, room.id);
    let then = move |text: &str, desk: &mut Desk| {
        let next_time = clean(text, NOTE).map_err(|fault| desk.words.text_fault(&fault))?;
        Ok(again(group, session, desk, |room, desk| Some(close(room, &next_time, None, desk))))
    };
    let title = say!(desk.words, "room-next-time-title", number = room.session.label());
    Layer::Prompt(Prompt::new(title, hint, &room.session.next_time, then).kept("next time").for_staff())
}

/// Closes the session with a word for next time; `to` is when the next one is to begin, wherever it stands.
fn close(room: &Room, next_time: &str, to: Option<(NaiveDate, NaiveTime)>, desk: &Desk) -> Effects {
    let entries = room.closing(next_time, desk.now);
    let number = room.session.label();
    let is_last = entries.iter().any(|entry| matches!(entry, Entry::Group { .. }));
    let said = if room.is_held() {
        say!(desk.words, "room-next-time-kept", number = number)
    } else if is_last {
        let (completed, of) = completed(&room.record.with(&entries));
        say!(desk.words, "room-closed-last", number = number, completed = completed, of = of)
    } else {
        let next =
            next(room, desk.words).map_or_else(String::new, |next| say!(desk.words, "room-next-is", next = next));
        say!(desk.words, "room-closed-now", number = number, next = next)
    };
    if entries.is_empty() {
        return Vec::new();
    }
    let mut effects = vec![Effect::Record { entries, said }];
    if is_last {
        effects.push(Effect::Open(Place::Ending(room.record.id)));
    }
    let moved = room.next_session().zip(to);
    let moved = moved.filter(|(next, to)| (next.session.date, next.session.time) != *to);
    effects.extend(moved.map(|(next, to)| move_to(room.record, next, to, desk)));
    effects
}

/// How many completed, of those who took part.
fn completed(record: &GroupRecord) -> (usize, usize) {
    let took_part = record.members.iter().filter(|member| member.took_part());
    let completed = took_part.clone().filter(|member| matches!(member.enrolment.state, Standing::Completed { .. }));
    (completed.count(), took_part.count())
}

/// When the group meets again, and for what.
pub(super) fn next(room: &Room, words: &Words) -> Option<String> {
    let next = &room.next_session()?.session;
    let title = room.record.plan(next).map_or_else(String::new, |plan| words.pick(&plan.title));
    Some(say!(
        words,
        "room-next",
        date = words.weekday_date(next.date),
        time = words.time(next.time),
        number = next.label(),
        title = title
    ))
}

/// What is not recorded yet, a line each.
pub(super) fn missing(room: &Room, words: &Words) -> Vec<String> {
    let missing = room.missing();
    let names = |ids: &[crate::domain::id::PersonId]| {
        let members = ids.iter().filter_map(|id| room.record.member(*id));
        members.map(|member| member.person.short_name()).collect::<Vec<_>>().join(", ")
    };
    let titles = |activities: &[u16]| {
        let points = activities.iter().filter_map(|key| room.point(*key));
        points.map(|point| words.point(&point)).collect::<Vec<_>>().join(", ")
    };
    let mut lines = Vec::new();
    if !missing.people.is_empty() {
        lines.push(say!(words, "room-missing-people", names = names(&missing.people)));
    }
    if missing.outcomes.0 > 0 {
        lines.push(say!(words, "room-missing-outcomes", count = missing.outcomes.0, of = missing.outcomes.1));
    }
    if !missing.ratings.is_empty() {
        lines.push(say!(words, "room-missing-ratings", names = names(&missing.ratings)));
    }
    if !missing.activities.is_empty() {
        lines.push(say!(words, "room-missing-activities", titles = titles(&missing.activities)));
    }
    lines
}

/// The same as a text: under a heading, or that nothing is missing.
fn told(missing: &[String], words: &Words) -> String {
    if missing.is_empty() {
        return say!(words, "room-missing-nothing");
    }
    let lines = missing.iter().map(|line| format!("· {line}"));
    std::iter::once(say!(words, "room-missing")).chain(lines).collect::<Vec<_>>().join("\n")
}
