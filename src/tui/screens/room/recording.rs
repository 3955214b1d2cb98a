//! What the keys of the room record: marks with their minutes, activities.

use crate::domain::attendance::{Code, Mark, TABLE};
use crate::domain::attending::{Taking, marking};
use crate::domain::entry::Entry;
use crate::domain::group::SessionState;
use crate::domain::id::{GroupId, SessionId};
use crate::domain::outcome::Delivery;
use crate::domain::record::Member;
use crate::domain::room::Room;
use crate::domain::room::coming::NotBack;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::prompt::Prompt;
use crate::tui::screens::asking;

/// Records a mark: minutes are the clock's, what is missing is asked for once the mark is saved.
/// The key of a mark with minutes or a reason, pressed again, asks for others.
pub(super) fn mark(room: &Room, member: &Member, code: Code, desk: &Desk) -> Effects {
    let before = room.mark(member.id);
    if before.is_some_and(|mark| mark.code == code && code.row().minutes) {
        return details(room, member, desk);
    }
    if let Some(mark) = before.filter(|mark| mark.code == code && code.row().note) {
        return vec![Effect::Ask(super::notes::reason(room, member, mark.clone(), desk))];
    }
    let mark = room.marked(member.id, code, desk.now);
    let entries = marking(room.record, room.id, member.id, Some(mark.clone()), desk.now);
    if entries.is_empty() {
        return refused(room, desk);
    }
    let said = say!(desk.words, "room-marked", name = member.person.short_name(), mark = desk.words.mark(&mark));
    let mut effects = vec![recording(room, entries, said, desk)];
    if code.row().minutes && mark.minutes.is_none() {
        effects.push(Effect::Ask(minutes(room, member, mark, desk)));
    } else if code.row().note && mark.note.is_empty() {
        effects.push(Effect::Ask(super::notes::reason(room, member, mark, desk)));
    }
    effects
}

/// What Enter on a person asks: the minutes of a mark that has them, else which mark.
pub(super) fn details(room: &Room, member: &Member, desk: &Desk) -> Effects {
    match room.mark(member.id) {
        Some(mark) if mark.code.row().minutes => vec![Effect::Ask(minutes(room, member, mark.clone(), desk))],
        _ => choose(room, member, desk),
    }
}

/// Every code there is, by its key.
pub(super) fn choose(room: &Room, member: &Member, desk: &Desk) -> Effects {
    let items = TABLE.iter().map(|row| (Some(row.key()), say!(desk.words, row.message))).collect();
    let (group, session, person) = (room.record.id, room.id, member.id);
    // Which of them it is now is a reason too.
    let marked = room.mark(person).filter(|_| !desk.words.is_room_safe());
    let at = marked.map_or(Code::Ill, |mark| mark.code) as usize;
    let then = move |index: usize, desk: &mut Desk| {
        again(group, session, desk, |room, desk| {
            let row = TABLE.get(index)?;
            Some(mark(room, room.somebody(person)?, row.code, desk))
        })
    };
    vec![Effect::Ask(Layer::Choice(Choice::new(member.person.short_name(), items, then).at(at)))]
}

/// Does `then` with the room as it stands now: a layer may have been open for a while.
pub(super) fn again(
    group: GroupId,
    session: SessionId,
    desk: &Desk,
    then: impl FnOnce(&Room, &Desk) -> Option<Effects>,
) -> Effects {
    match desk.group(group) {
        Ok(record) => {
            let room = record.as_ref().and_then(|record| Room::of(record, session));
            room.and_then(|room| then(&room, desk)).unwrap_or_default()
        }
        Err(failure) => vec![Effect::Refuse(desk.failure(&failure))],
    }
}

/// Asks for the minutes missed.
fn minutes(room: &Room, member: &Member, mark: Mark, desk: &Desk) -> Layer {
    let most = room.minutes();
    let name = member.person.short_name();
    let title = say!(desk.words, "room-minutes", name = &name, mark = say!(desk.words, mark.code.row().message));
    let hint = say!(desk.words, "room-minutes-hint", most = most);
    let text = mark.minutes.map_or_else(String::new, |minutes| minutes.to_string());
    let (group, session, person) = (room.record.id, room.id, member.id);
    let then = move |text: &str, desk: &mut Desk| {
        let minutes = text.parse().ok().filter(|minutes| (1..=most).contains(minutes));
        let minutes = minutes.ok_or_else(|| say!(desk.words, "room-minutes-fault", most = most))?;
        // Minutes that somebody knows better than the clock: when it was is no longer the clock's either.
        let mark = Mark { minutes: Some(minutes), left: None, ..mark.clone() };
        let said = say!(desk.words, "room-marked", name = &name, mark = desk.words.mark(&mark));
        let entries = vec![Entry::Mark { group, session, person, to: Some(Box::new(mark)) }];
        Ok(again(group, session, desk, |room, desk| Some(vec![recording(room, entries, said, desk)])))
    };
    Layer::Prompt(Prompt::new(title, hint, &text, then))
}

/// Somebody who was away or had left is back: the minutes missed are the clock's, or asked for.
pub(super) fn came_back(room: &Room, member: &Member, missed: Option<u16>, desk: &Desk) -> Effects {
    let name = member.person.short_name();
    match room.back(member.id, missed, desk.now) {
        Ok(mark) => {
            let said = say!(desk.words, "room-marked", name = name, mark = desk.words.mark(&mark));
            let entries = marking(room.record, room.id, member.id, Some(mark), desk.now);
            vec![recording(room, entries, said, desk)]
        }
        Err(NotBack::NotAway) => refuse(say!(desk.words, "room-not-away", name = name)),
        Err(NotBack::Unclocked) => {
            let (group, session, person) = (room.record.id, room.id, member.id);
            let title = say!(desk.words, "room-back-minutes", name = name);
            vec![asking::minutes(title, 1, room.minutes(), move |missed, desk| {
                again(group, session, desk, |room, desk| {
                    Some(came_back(room, room.somebody(person)?, Some(missed), desk))
                })
            })]
        }
    }
}

/// Everybody here achieved every objective that was not judged yet.
pub(super) fn all_achieved(room: &Room, desk: &Desk) -> Effects {
    let objectives = room.plan.objectives.iter().map(|objective| objective.id.as_str());
    let entries = room.all_achieved(objectives);
    if room.plan.objectives.is_empty() {
        return refuse(say!(desk.words, "room-no-objectives"));
    }
    if entries.is_empty() {
        return refuse(say!(desk.words, "room-nothing-new"));
    }
    let said = say!(desk.words, "room-all-achieved", count = entries.len());
    vec![Effect::Record { entries, said }]
}

/// Takes a mark away; of a guest without one, that there is a guest.
pub(super) fn clear(room: &Room, member: &Member, desk: &Desk) -> Effects {
    let entries = marking(room.record, room.id, member.id, None, desk.now);
    if entries.is_empty() {
        return super::guests::take_back(room, member, desk).unwrap_or_default();
    }
    let said = say!(desk.words, "room-cleared", name = member.person.short_name());
    vec![recording(room, entries, said, desk)]
}

/// Everybody without a mark is present.
pub(super) fn all_present(room: &Room, desk: &Desk) -> Effects {
    let entries = room.all_present(desk.now);
    if entries.is_empty() {
        return refused(room, desk);
    }
    let said = say!(desk.words, "room-all-present", count = room.unmarked().count());
    vec![recording(room, entries, said, desk)]
}

/// On to the next activity.
pub(super) fn go_on(room: &Room, desk: &Desk) -> Effects {
    if let Some(effects) = super::changing::paused(room, desk) {
        return effects;
    }
    let entries = room.go_on(desk.now);
    if entries.is_empty() {
        let done = || vec![Effect::Say(say!(desk.words, "room-all-done"))];
        return if room.can_run(desk.now) { done() } else { refused(room, desk) };
    }
    vec![recording(room, entries, now(room, desk), desk)]
}

/// What comes now, of what comes next in `room`.
fn now(room: &Room, desk: &Desk) -> String {
    match room.next().and_then(|next| room.point(next)) {
        Some(point) => say!(desk.words, "room-now", title = desk.words.point(&point), minutes = point.minutes),
        None => say!(desk.words, "room-all-done"),
    }
}

/// Leaves an activity out, or takes it in again; what runs is left where it is.
pub(super) fn skip(room: &Room, activity: u16, desk: &Desk) -> Effects {
    let Some(point) = room.point(activity) else { return Vec::new() };
    let title = desk.words.point(&point);
    if let Some(effects) = super::changing::paused(room, desk).filter(|_| point.is_running()) {
        return effects;
    }
    let entries = room.skipping(activity, desk.now);
    if entries.is_empty() {
        return match point.delivery {
            Some(Delivery::Running { .. } | Delivery::Done { .. }) => refuse(say!(desk.words, "room-not-skipped")),
            _ => refused(room, desk),
        };
    }
    let said = match point.delivery {
        Some(running @ Delivery::Running { .. }) => match room.record.spent(room.id, running, desk.now).num_minutes() {
            0 => say!(desk.words, "room-skipped-now", title = title, next = now(room, desk)),
            given => say!(desk.words, "room-broken-off", title = title, minutes = given, next = now(room, desk)),
        },
        Some(_) => say!(desk.words, "room-taken-in", title = title),
        None => say!(desk.words, "room-skipped", title = title),
    };
    vec![recording(room, entries, said, desk)]
}

/// The entries as one step; when they begin or hold the session, that is said first.
pub(super) fn recording(room: &Room, entries: Vec<Entry>, said: String, desk: &Desk) -> Effect {
    let entries = match super::guests::with_home(room, entries, desk) {
        Ok(entries) => entries,
        Err(failure) => return Effect::Refuse(desk.failure(&failure)),
    };
    let number = room.session.label();
    let state = entries.iter().find_map(|entry| match entry {
        Entry::Session { to: Some(session), .. } => Some(&session.state),
        _ => None,
    });
    let said = match state {
        Some(SessionState::Running { .. }) => say!(desk.words, "room-begun", number = number, said = said),
        Some(SessionState::Held { .. }) => say!(desk.words, "room-held-as-planned", number = number, said = said),
        _ => said,
    };
    Effect::Record { entries, said }
}

/// Why a key of the room does nothing now, and what would help.
pub(super) fn refused(room: &Room, desk: &Desk) -> Effects {
    let words = desk.words;
    refuse(match room.taking(desk.now) {
        Taking::Ahead => say!(words, "room-not-yet", date = words.weekday_date(room.session.date)),
        Taking::Cancelled => cancelled(room, words),
        Taking::Over => say!(words, "room-over-already"),
        Taking::Open if room.is_held() => say!(words, "room-over-already"),
        Taking::Open | Taking::Due => say!(words, "room-nothing-new"),
    })
}

/// That the session was cancelled, and why.
pub(super) fn cancelled(room: &Room, words: &Words) -> String {
    let why = match &room.session.state {
        SessionState::Cancelled { why } => why.as_str(),
        _ => "",
    };
    say!(words, "room-cancelled", why = words.for_staff(why))
}

pub(super) fn refuse(text: String) -> Effects {
    vec![Effect::Refuse(text)]
}
