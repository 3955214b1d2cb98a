//! Closing the session: what is not recorded yet, what to do next time, and when that is.

use crate::domain::entry::Entry;
use crate::domain::group::Place as Standing;
use crate::domain::record::GroupRecord;
use crate::domain::room::Room;
use crate::domain::text::{NOTE, clean};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::layers::Layer;
use crate::tui::layers::prompt::Prompt;

/// Lists what is missing and asks what to do next time; Enter closes. On a session that was closed
/// before it changes what was left for next time.
pub(super) fn ask(room: &Room, desk: &Desk) -> Effects {
    let words = desk.words;
    if !room.can_close(desk.now) {
        return vec![Effect::Refuse(say!(words, "room-not-begun"))];
    }
    let number = room.session.label();
    let (title, hint) = if room.is_held() {
        (say!(words, "room-next-time-title", number = number), told(&missing(room, words), words))
    } else {
        let next =
            next(room, words).map_or_else(|| say!(words, "close-last"), |next| say!(words, "close-next", next = next));
        let closes = format!("{} {next}", say!(words, "room-close-hint"));
        (say!(words, "room-close-title", number = number), format!("{closes}\n{}", told(&missing(room, words), words)))
    };
    let (group, session) = (room.record.id, room.id);
    let then = move |text: &str, desk: &mut Desk| {
        let next_time = clean(text, NOTE).map_err(|fault| desk.words.text_fault(&fault))?;
        Ok(super::recording::again(group, session, desk, |room, desk| Some(close(room, &next_time, desk))))
    };
    let prompt = Prompt::new(title, hint, &room.session.next_time, then);
    vec![Effect::Ask(Layer::Prompt(prompt.kept("next time").for_staff()))]
}

fn close(room: &Room, next_time: &str, desk: &Desk) -> Effects {
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
