//! What the people of a session have agreed to do: told before it begins and after it ends; one key adds to it.

use super::RoomScreen;
use crate::domain::group::SessionState;
use crate::domain::id::PersonId;
use crate::domain::plan::{Action, Plan};
use crate::domain::record::{Failure, Member};
use crate::domain::room::Room;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::Effects;
use crate::tui::look::Look;
use crate::tui::screens::plan::form;

/// An action that is open, and whose.
pub(super) type Agreed = (PersonId, Action);

impl RoomScreen {
    /// Reads what is agreed, where it is told: while a session runs nobody waits for it.
    pub(super) fn recall(&mut self, desk: &Desk) -> Result<(), Failure> {
        let is_told = |room: &Room| self.is_read() || !matches!(room.session.state, SessionState::Running { .. });
        self.agreed = match self.room().filter(is_told) {
            Some(room) => read(&room, desk)?,
            None => Vec::new(),
        };
        Ok(())
    }
}

/// What is open of everybody who is here or expected, the soonest first.
fn read(room: &Room, desk: &Desk) -> Result<Vec<Agreed>, Failure> {
    let mut found = Vec::new();
    for member in room.people().filter(|member| !room.is_away(member.id)) {
        let plan = Plan::of(desk.reads.standing("action", crate::domain::record::About::Person(member.id))?);
        found.extend(plan.open().map(|(_, action)| (member.id, action.clone())));
    }
    found.sort_by_key(|(_, action)| (action.due.is_none(), action.due));
    Ok(found)
}

/// A line for each, or that there are some where a group may see the screen.
pub(super) fn lines(room: &Room, agreed: &[Agreed], look: &Look) -> Vec<String> {
    let (words, today) = (look.words, look.today());
    if words.is_room_safe() && !agreed.is_empty() {
        return vec![say!(words, "room-safe-hidden")];
    }
    let line = |(person, action): &Agreed| {
        let name = room.somebody(*person)?.person.short_name();
        let said = say!(words, "said-part", what = name, value = &action.what);
        let said = match action.due {
            Some(due) => say!(words, "plan-with-day", what = said, day = words.due_day(due, today)),
            None => said,
        };
        Some(if action.is_overdue(today) { format!("! {said}") } else { said })
    };
    agreed.iter().filter_map(line).collect()
}

/// Asks what somebody will do until the next session: what was noted on them stands there already.
pub(super) fn ask(room: &Room, member: &Member, desk: &Desk) -> Effects {
    let note = room.record.person_notes.get(&(room.id, member.id)).cloned().unwrap_or_default();
    vec![form::ask(member.id, None, begun(room, note), desk)]
}

/// An action as it follows from a session: to be done by the next one.
pub(in crate::tui::screens) fn begun(room: &Room, what: String) -> Action {
    Action {
        what,
        due: room.next_session().map(|next| next.session.date),
        agreed: format!("{}, {}", room.record.group.code, room.session.label()),
        ..Action::default()
    }
}
