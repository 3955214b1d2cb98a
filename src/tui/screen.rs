//! What every screen is: state, what it does with an action, and how it is drawn.

use crate::domain::id::PersonId;
use crate::domain::record::Failure;
use crate::tui::desk::Desk;
use crate::tui::draft::Sheet;
use crate::tui::effect::{Effects, Place, Told};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::widgets::field::Field;
use chrono::{DateTime, FixedOffset};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// One screen. It never sees a key code, changes only its own state, and asks for everything else.
pub trait Screen {
    /// Its address.
    fn place(&self) -> Place;

    /// Where its keys are in the table; lists come after, the desk's own last.
    fn scope(&self) -> Scope;

    /// Who is selected: a concern is about them.
    fn selected_person(&self) -> Option<PersonId> {
        None
    }

    /// Whether it names people and tells of them only as a whole group may see it: through
    /// [`Desk::group`] and words that leave reasons unsaid. What does not is veiled in room-safe mode.
    fn is_room_safe(&self) -> bool {
        false
    }

    /// Whether the keys of lists (movement, open) apply.
    fn has_list(&self) -> bool {
        true
    }

    /// Reads what it shows; again after everything that was recorded.
    ///
    /// # Errors
    /// What the record says; the screen then shows what it had.
    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure>;

    /// Answers an action of its scope, of lists, or of the desk that it wants for itself.
    /// `None`: not its business.
    ///
    /// # Errors
    /// What the record says when it has to be asked.
    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure>;

    /// The focused text field, which takes printable keys.
    fn field(&mut self) -> Option<&mut Field> {
        None
    }

    /// The focused field has changed.
    ///
    /// # Errors
    /// What the record says when it has to be asked.
    fn typed(&mut self, _desk: &mut Desk) -> Result<Effects, Failure> {
        Ok(Vec::new())
    }

    /// Answers what it is told: what is pasted while no field has the keys, and what comes back from questions.
    ///
    /// # Errors
    /// What the record says when it has to be asked.
    fn told(&mut self, _told: Told, _desk: &mut Desk) -> Result<Effects, Failure> {
        Ok(Vec::new())
    }

    /// Draws the body: `area` is what lies between head and foot. `area.height` is what it has.
    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look);

    /// A line of `width` in place of the five homes, where a screen needs all the room it can get: what
    /// stands at its left is cut where the right needs the place.
    fn head(&self, _width: u16, _look: &Look) -> Option<(String, String)> {
        None
    }

    /// How high the body is, told before every turn, so that a page is a page.
    fn set_height(&mut self, _rows: u16) {}

    /// What its fields say, where that is kept while it is written.
    fn sheet(&self) -> Option<&Sheet> {
        None
    }

    /// The same, to be kept.
    fn sheet_mut(&mut self) -> Option<&mut Sheet> {
        None
    }

    /// When the screen changes by itself next.
    fn due(&self, _now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        None
    }
}
