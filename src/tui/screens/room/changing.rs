//! What the keys of the room change of the clock and the agenda: pauses, minutes, order, the end.

use super::recording::{again, recording, refuse, refused};
use crate::domain::agenda::Point;
use crate::domain::entry::Entry;
use crate::domain::group::SessionState;
use crate::domain::pause::Interruption;
use crate::domain::room::Room;
use crate::domain::room::changing::MOST;
use crate::domain::room::fitting::Fit;
use crate::domain::text::{LINE, clean};
use crate::domain::timetable;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::prompt::Prompt;

/// Interrupts the session, or goes on after a pause. An alarm waits for no answer: the session is paused
/// with the key, and why can be said after it.
pub(super) fn pause(room: &Room, desk: &Desk) -> Effects {
    let words = desk.words;
    if let (Some((_, pause)), Some(entry)) = (room.pause(), room.resuming(desk.now)) {
        let minutes = desk.now.signed_duration_since(pause.from).num_minutes().max(0);
        return vec![Effect::Record { entries: vec![entry], said: say!(words, "pause-over", minutes = minutes) }];
    }
    let Some(entry) = room.pausing(Interruption::Other, desk.now) else {
        return refuse(say!(words, "pause-only-running"));
    };
    let items = Interruption::ALL.map(|why| (Some(why.key()), say!(words, why.message()))).to_vec();
    let (group, session) = (room.record.id, room.id);
    let then = move |index: usize, desk: &mut Desk| {
        again(group, session, desk, |room, desk| {
            let why = *Interruption::ALL.get(index)?;
            let said = say!(desk.words, "pause-because", why = say!(desk.words, why.message()));
            Some(vec![Effect::Record { entries: vec![room.explaining(why)?], said }])
        })
    };
    // Enter alone says no more than is known.
    let unsaid = items.len() - 1;
    let ask = Choice::new(say!(words, "pause-why"), items, then).at(unsaid);
    let said = say!(words, "pause-begun");
    vec![Effect::Record { entries: vec![entry], said }, Effect::Ask(Layer::Choice(ask))]
}

/// Makes a thing on the agenda longer by so many minutes, or shorter.
pub(super) fn time(room: &Room, key: u16, by: i16, desk: &Desk) -> Effects {
    let Some(point) = room.point(key) else { return Vec::new() };
    if let Some(why) = settled(room, &point, desk) {
        return why;
    }
    let entries = room.timing(key, by, desk.now);
    if entries.is_empty() {
        let message = if by > 0 { "agenda-longest" } else { "agenda-no-shorter" };
        return refuse(desk.words.say(message, &[]));
    }
    timed(&point, entries, desk)
}

/// Asks how many minutes a thing on the agenda is to take: `12`, or `+3` and `-3` of what it has.
pub(super) fn minutes(room: &Room, key: u16, desk: &Desk) -> Effects {
    let Some(point) = room.point(key) else { return Vec::new() };
    if let Some(why) = settled(room, &point, desk) {
        return why;
    }
    let (group, session, given) = (room.record.id, room.id, point.minutes);
    let then = move |text: &str, desk: &mut Desk| {
        let minutes =
            typed_minutes(text, given).ok_or_else(|| say!(desk.words, "agenda-minutes-fault", most = MOST))?;
        Ok(again(group, session, desk, |room, desk| {
            let (point, entries) = (room.point(key)?, room.giving(key, minutes, desk.now));
            Some(if entries.is_empty() { Vec::new() } else { timed(&point, entries, desk) })
        }))
    };
    let title = say!(desk.words, "agenda-minutes-title", title = desk.words.point(&point));
    let hint = say!(desk.words, "agenda-minutes-hint");
    vec![Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &given.to_string(), then).kept(format!("minutes {key}"))))]
}

/// `12`, or `+3` and `-3` of what is `given`.
fn typed_minutes(text: &str, given: u16) -> Option<u16> {
    let minutes = match text.parse::<i16>().ok()? {
        by if text.starts_with(['+', '-']) => given.checked_add_signed(by)?,
        minutes => minutes.unsigned_abs(),
    };
    (1..=MOST).contains(&minutes).then_some(minutes)
}

/// Why the minutes of a thing cannot be changed.
fn settled(room: &Room, point: &Point, desk: &Desk) -> Option<Effects> {
    if !room.can_run(desk.now) {
        return Some(refused(room, desk));
    }
    let is_over = !(point.is_ahead() || point.is_running());
    is_over.then(|| refuse(say!(desk.words, "agenda-over-already")))
}

/// A thing has other minutes now.
fn timed(point: &Point, entries: Vec<Entry>, desk: &Desk) -> Effects {
    let key = point.key;
    let minutes = entries.iter().find_map(|entry| minutes_of(entry, key)).unwrap_or_else(|| point.planned());
    let said = say!(desk.words, "agenda-timed", title = desk.words.point(point), minutes = minutes);
    vec![Effect::Record { entries, said }]
}

/// The minutes that a changed agenda gives a thing on it.
fn minutes_of(entry: &Entry, key: u16) -> Option<u16> {
    let Entry::Agenda { to: Some(agenda), .. } = entry else { return None };
    agenda.items.iter().find(|item| item.key == key).map(|item| item.minutes)
}

/// Asks what to put on the agenda, after the thing with the key `after`.
pub(super) fn add(room: &Room, after: u16, desk: &Desk) -> Effects {
    if !room.can_run(desk.now) {
        return refused(room, desk);
    }
    let (group, session) = (room.record.id, room.id);
    let then = move |text: &str, desk: &mut Desk| {
        let fault = || say!(desk.words, "agenda-add-fault", most = MOST);
        let (title, minutes) = titled(text).ok_or_else(fault)?;
        let title = clean(title, LINE).map_err(|fault| desk.words.text_fault(&fault))?;
        Ok(again(group, session, desk, |room, desk| {
            let entries = room.adding(&title, minutes, after, desk.now);
            let said = say!(desk.words, "agenda-add-done", title = &title, minutes = minutes);
            (!entries.is_empty()).then(|| vec![Effect::Record { entries, said }])
        }))
    };
    let (title, hint) = (say!(desk.words, "agenda-add-title"), say!(desk.words, "agenda-add-hint"));
    vec![Effect::Ask(Layer::Prompt(Prompt::new(title, hint, "", then)))]
}

/// A title with minutes after it: `Questions 10`, `Questions 10 min`.
fn titled(text: &str) -> Option<(&str, u16)> {
    let text = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.').trim_end();
    let (title, minutes) = text.rsplit_once(char::is_whitespace)?;
    let minutes = minutes.parse().ok().filter(|minutes| (1..=MOST).contains(minutes))?;
    Some((title.trim(), minutes)).filter(|(title, _)| !title.is_empty())
}

/// Swaps a thing on the agenda with the next one.
pub(super) fn swap(room: &Room, key: u16, desk: &Desk) -> Effects {
    let points = room.points();
    let Some(here) = points.iter().position(|point| point.key == key) else { return Vec::new() };
    let first = points[here];
    let entries = room.swapping(key, desk.now);
    let next = points[here + 1..].iter().find(|point| point.is_ahead());
    let Some(second) = next.filter(|_| !entries.is_empty()) else {
        return match () {
            () if !room.can_run(desk.now) => refused(room, desk),
            () if first.is_ahead() || first.is_running() => refuse(say!(desk.words, "agenda-no-swap")),
            () => refuse(say!(desk.words, "agenda-over-already")),
        };
    };
    let (first, second) = (desk.words.point(&first), desk.words.point(second));
    let said = if points[here].is_running() {
        say!(desk.words, "agenda-gave-way", first = first, second = second)
    } else {
        say!(desk.words, "agenda-swapped", first = first, second = second)
    };
    vec![recording(room, entries, said, desk)]
}

/// Takes what the desk suggests so that the rest ends in time.
pub(super) fn fit(room: &Room, desk: &Desk) -> Effects {
    let Some(clock) = room.clock(desk.now) else { return refuse(say!(desk.words, "fit-not-running")) };
    let Some(fit) = room.fit(desk.now) else {
        let in_time = || say!(desk.words, "fit-nothing");
        return vec![Effect::Say(if clock.over > 0 { say!(desk.words, "fit-nothing-left") } else { in_time() })];
    };
    let entries = room.fitting(desk.now);
    let until = desk.words.time(clock.until.time());
    if entries.is_empty() {
        return refuse(say!(desk.words, "fit-cannot", minutes = fit.over, until = until));
    }
    let said = say!(desk.words, "fit-taken", until = until, changes = changes(&fit, &room.points(), desk.words));
    vec![Effect::Record { entries, said }]
}

/// What a fit changes: `Papers 20 → 14 min, without Song`.
pub(super) fn changes(fit: &Fit, points: &[Point], words: &Words) -> String {
    let title =
        |key: u16| points.iter().find(|point| point.key == key).map_or_else(String::new, |point| words.point(point));
    let mut parts: Vec<String> = fit
        .shorter
        .iter()
        .map(|(key, before, after)| say!(words, "fit-part", title = title(*key), before = *before, after = *after))
        .collect();
    if !fit.left_out.is_empty() {
        let titles = fit.left_out.iter().map(|key| title(*key)).collect::<Vec<_>>().join(", ");
        parts.push(say!(words, "fit-without", titles = titles));
    }
    parts.join(", ")
}

/// Asks when the session must end, where that is not what its timetable says.
pub(super) fn until(room: &Room, desk: &Desk) -> Effects {
    if !room.can_run(desk.now) {
        return refused(room, desk);
    }
    let since = room.session.state.since().unwrap_or_else(|| room.planned_start(desk.now));
    let usual = room.usual_end(since).time();
    let given = room.until(since).time();
    let (group, session) = (room.record.id, room.id);
    let then = move |text: &str, desk: &mut Desk| {
        let time = match text {
            "" => None,
            text => Some(timetable::time(text).ok_or_else(|| say!(desk.words, "time-fault", text = text))?),
        };
        let time = time.filter(|time| *time != usual);
        Ok(again(group, session, desk, |room, desk| {
            let entries = room.ending_at(time, desk.now);
            let said = match time {
                Some(time) => say!(desk.words, "until-set", time = desk.words.time(time)),
                None => say!(desk.words, "until-usual", time = desk.words.time(usual)),
            };
            (!entries.is_empty()).then(|| vec![Effect::Record { entries, said }])
        }))
    };
    let hint = say!(desk.words, "until-hint", time = desk.words.time(usual));
    let text = given.format("%H:%M").to_string();
    vec![Effect::Ask(Layer::Prompt(Prompt::new(say!(desk.words, "until-title"), hint, &text, then)))]
}

/// Why the session has to go on before anything else does.
pub(super) fn paused(room: &Room, desk: &Desk) -> Option<Effects> {
    let runs = matches!(room.session.state, SessionState::Running { .. });
    room.pause().filter(|_| runs).map(|_| refuse(say!(desk.words, "pause-lasts")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_typed_as_they_are_or_as_more_and_fewer() {
        for (text, minutes) in [
            ("12", Some(12)),
            ("+3", Some(23)),
            ("-3", Some(17)),
            ("-20", None),
            ("0", None),
            ("241", None),
            ("twelve", None),
            ("", None),
        ] {
            assert_eq!(typed_minutes(text, 20), minutes, "{text}");
        }
    }

    #[test]
    fn a_title_with_minutes_is_read_as_people_type_it() {
        for (text, read) in [
            ("Questions 10", Some(("Questions", 10))),
            ("Questions and tea  5 min.", Some(("Questions and tea", 5))),
            ("Part 2 15", Some(("Part 2", 15))),
            ("Questions", None),
            ("10", None),
            (" 10 min", None),
            ("Questions 0", None),
            ("Questions 241", None),
        ] {
            assert_eq!(titled(text), read, "{text}");
        }
    }
}
