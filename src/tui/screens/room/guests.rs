//! Guests in the room: letting somebody in who has no place here, and taking that back.

use super::recording::again;
use crate::domain::record::Member;
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
