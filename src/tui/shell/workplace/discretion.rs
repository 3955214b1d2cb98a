//! Room-safe mode: whether a whole group may see the screen. It is as it was set for this desk, until a key
//! says otherwise; what the key says holds for one session.

use super::Workplace;
use crate::domain::id::SessionId;
use crate::say;
use crate::tui::app::App;
use crate::tui::keymap::{Action, Scope};
use chrono::{DateTime, FixedOffset};

/// Whether room-safe mode is on, and since which session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Discretion {
    usual: bool,
    /// What a key said, and in whose room; `None` before one was entered.
    switched: Option<(Option<SessionId>, bool)>,
}

impl Discretion {
    /// As it was set for this desk.
    #[must_use]
    pub fn new(usual: bool) -> Self {
        Self { usual, switched: None }
    }

    /// Whether room-safe mode is on.
    #[must_use]
    pub fn is_on(self) -> bool {
        self.switched.map_or(self.usual, |(_, on)| on)
    }

    /// The other way from now on: for the session whose room is open, or for the next one.
    pub(super) fn switch(&mut self, session: Option<SessionId>) {
        self.switched = Some((session, !self.is_on()));
    }

    /// The room of `session` is open. What was said before any room belongs to it; what was said in the room
    /// of another session is over.
    pub(super) fn enter(&mut self, session: SessionId) {
        self.switched = match self.switched {
            Some((None, on)) => Some((Some(session), on)),
            Some((Some(other), _)) if other != session => None,
            same => same,
        };
    }
}

impl Workplace {
    /// Room-safe mode on, or off.
    pub(super) fn switch_room_safe(&mut self, now: DateTime<FixedOffset>) {
        self.setup.discretion.switch(self.app.session());
        self.be_discreet(now);
        let key = self.setup.keymap.key_for(&[Scope::Desk], Action::RoomSafe);
        self.app.say(if self.words.is_room_safe() {
            say!(self.words, "room-safe-on", key = key)
        } else {
            say!(self.words, "room-safe-off", key = key)
        });
    }

    /// What is seen follows whose room is open, and whether a group may see it.
    pub(super) fn be_discreet(&mut self, now: DateTime<FixedOffset>) {
        if let Some(session) = self.app.session() {
            self.setup.discretion.enter(session);
        }
        let on = self.setup.discretion.is_on();
        if on != self.words.is_room_safe() {
            self.words.set_room_safe(on);
            self.with(now, App::reload);
        }
    }

    /// Whether a whole group may see the screen: to be kept over a lock.
    #[must_use]
    pub fn discretion(&self) -> Discretion {
        self.setup.discretion
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What holds after keys (`!`), rooms (by their session) and leaving them (`-`), set as `usual`.
    fn after(usual: bool, events: &str) -> bool {
        let (mut discretion, mut room) = (Discretion::new(usual), None);
        for event in events.split_whitespace() {
            match event.parse().map(SessionId) {
                Ok(session) => {
                    room = Some(session);
                    discretion.enter(session);
                }
                Err(_) if event == "-" => room = None,
                Err(_) => discretion.switch(room),
            }
        }
        discretion.is_on()
    }

    #[test]
    fn what_the_key_says_holds_for_one_session() {
        for (usual, events, on) in [
            (false, "", false),
            (true, "", true),
            (false, "4 !", true),
            (false, "4 ! 4", true),
            (false, "4 ! ! 4", false),
            // Off for once is not off for the next group.
            (true, "4 ! 4", false),
            (true, "4 ! 5", true),
            // Said before a room was entered, it is meant for that room.
            (false, "! 4", true),
            (false, "! 4 5", false),
            (false, "4 - ! 5", true),
            (true, "4 ! - 5", true),
        ] {
            assert_eq!(after(usual, events), on, "{usual} {events}");
        }
    }
}
