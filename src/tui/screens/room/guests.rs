//! Guests in the room: letting somebody in who has no place here, and taking that back.

use super::recording::again;
use crate::domain::entry::Entry;
use crate::domain::guest::at_home;
use crate::domain::record::{Failure, Member};
use crate::domain::room::Room;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::finder::{Finder, Found};

/// Asks who comes.
pub(super) fn ask(room: &Room, desk: &Desk) -> Effects {
    if room.session.state.is_cancelled() {
        return vec![Effect::Refuse(super::recording::cancelled(room, desk.words))];
    }
    let (group, session) = (room.record.id, room.id);
    let title = say!(desk.words, "room-guest-who", number = room.session.label());
    let then = move |found: Found, desk: &mut Desk| {
        again(group, session, desk, |room, desk| Some(vec![let_in(room, found, desk)]))
    };
    vec![Effect::Ask(Layer::Finder(Finder::new(title, desk, then)))]
}

fn let_in(room: &Room, found: Found, desk: &Desk) -> Effect {
    let name = found.person.short_name();
    match room.record.inviting(room.id, found.id, found.home) {
        Some(entry) => Effect::Record { entries: vec![entry], said: say!(desk.words, "room-guest-in", name = name) },
        None => Effect::Refuse(say!(desk.words, "room-guest-expected", name = name)),
    }
}

/// Takes back a guest who is not marked.
pub(super) fn take_back(room: &Room, member: &Member, desk: &Desk) -> Option<Effects> {
    let entry = room.record.uninviting(room.id, member.id)?;
    let said = say!(desk.words, "room-guest-out", name = member.person.short_name());
    Some(vec![Effect::Record { entries: vec![entry], said }])
}

/// The entries of the room, and with them what follows in the own group of each guest whom they mark.
pub(super) fn with_home(room: &Room, mut entries: Vec<Entry>, desk: &Desk) -> Result<Vec<Entry>, Failure> {
    let marked = |entry: &Entry| match entry {
        Entry::Mark { session, person, .. } if *session == room.id => Some(*person),
        _ => None,
    };
    let guests: Vec<_> = entries.iter().filter_map(marked).filter(|person| room.is_guest(*person)).collect();
    if guests.is_empty() {
        return Ok(entries);
    }
    let host = room.record.with(&entries);
    for person in guests {
        let home = host.guests.get(&(room.id, person)).and_then(|guest| guest.home.as_ref());
        let home = home.map(|home| desk.reads.group(home.group, desk.order())).transpose()?.flatten();
        entries.extend(home.iter().flat_map(|home| at_home(home, &host, room.id, person, desk.today())));
    }
    Ok(entries)
}
