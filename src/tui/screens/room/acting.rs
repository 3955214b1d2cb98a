//! Which key of the room does what: the marks to the selected person, the clock to the selected activity.

use super::{RoomScreen, after, agreed, changing, closing, guests, notes, recording};
use crate::domain;
use crate::domain::room::Room;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::Action;
use crate::tui::screens::catching_up;

/// Minutes by which one key makes something longer or shorter.
const STRIDE: i16 = domain::room::changing::STRIDE.cast_signed();

impl RoomScreen {
    /// What an action asks for; `None` where it is not the room's business.
    pub(super) fn record_action(&self, action: Action, room: &Room, desk: &Desk) -> Option<Effects> {
        let person = self.person(room);
        Some(match action {
            Action::NextActivity => recording::go_on(room, desk),
            Action::SkipActivity => recording::skip(room, self.point(), desk),
            Action::Pause => changing::pause(room, desk),
            Action::Longer => changing::time(room, self.point(), STRIDE, desk),
            Action::Shorter => changing::time(room, self.point(), -STRIDE, desk),
            Action::LongerByOne => changing::time(room, self.point(), 1, desk),
            Action::ShorterByOne => changing::time(room, self.point(), -1, desk),
            Action::Minutes => changing::minutes(room, self.point(), desk),
            Action::AddActivity => changing::add(room, self.point(), desk),
            Action::SwapActivity => changing::swap(room, self.point(), desk),
            Action::Fit => changing::fit(room, desk),
            Action::Until if room.is_held() => after::next_date(room, desk),
            Action::Until => changing::until(room, desk),
            Action::AllPresent => recording::all_present(room, desk),
            Action::SessionNote => notes::session_note(room, desk),
            Action::Close => closing::ask(room, desk),
            Action::Mark(code) => recording::mark(room, person?, code, desk),
            Action::Away => recording::choose(room, person?, desk),
            Action::Open => recording::details(room, person?, desk),
            Action::Clear => recording::clear(room, person?, desk),
            Action::Note => notes::note(room, person?, desk),
            Action::AgreeAction => agreed::ask(room, person?, desk),
            Action::Rate if room.rating().is_none() => {
                vec![Effect::Refuse(say!(desk.words, "room-no-rating"))]
            }
            Action::Rate => {
                vec![Effect::Open(Place::Cards { group: self.group, session: self.session, person: person?.id })]
            }
            Action::CatchUp => {
                let member = person?;
                catching_up::which(std::slice::from_ref(room.record), member.id, &member.person.short_name(), desk)
            }
            Action::Guest => guests::ask(room, desk),
            Action::CameBack => recording::came_back(room, person?, None, desk),
            Action::AllAchieved => recording::all_achieved(room, desk),
            Action::Outcomes => {
                vec![Effect::Open(Place::Outcomes { group: self.group, session: self.session, person: person?.id })]
            }
            _ => return None,
        })
    }
}
