//! After a session: when the next one is, what to do then, what was given, and what is not recorded yet.
//!
//! ```text
//! ─ After session 4 ────────────────────────────────────────────────
//!  Next:       Fri 27 Nov 10:00, session 5, Family. T moves it.
//!  Next time:  Bring forms
//!  Given:      85 of 90 min, 4 as planned, 1 shortened
//!  Missing:    no mark: Emir I.
//! ```

use super::agreed::{self, Agreed};
use super::guide::{Frame, Line, sheet};
use crate::domain::room::Room;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screens::group::{ask_move, delivered};
use ratatui::buffer::Buffer;
use ratatui::style::Style;

pub(super) fn draw(room: &Room, agreed: &[Agreed], frame: Frame, buf: &mut Buffer, look: &Look) {
    let title = say!(look.words, "after-title", number = room.session.label());
    let width = frame.area.width;
    let told = told(room, agreed, look);
    let indent = told.iter().map(|(label, _)| paint::width(label)).max().unwrap_or(0) + 2;
    let labelled = |(label, texts): &(String, Vec<String>)| Line::labelled(label, texts, Style::new(), indent, width);
    let mut lines: Vec<Line> = told.iter().flat_map(labelled).collect();
    lines.extend(Line::plain(&say!(look.words, "room-closed"), look.quiet(), width));
    sheet(&title, &lines, frame, buf, look);
}

fn told(room: &Room, agreed: &[Agreed], look: &Look) -> Vec<(String, Vec<String>)> {
    let words = look.words;
    let next = match super::closing::next(room, words) {
        Some(next) => say!(words, "after-next-moves", next = next),
        None => say!(words, "after-none"),
    };
    let note = &room.session.next_time;
    let note = if note.is_empty() { say!(words, "after-next-time-none") } else { words.for_staff(note) };
    let given = delivered(room.record, room.id, look).unwrap_or_default();
    let mut missing = super::closing::missing(room, words);
    if missing.is_empty() {
        missing.push(say!(words, "room-missing-nothing"));
    }
    let agreed = agreed::lines(room, agreed, look);
    let mut told = vec![(say!(words, "after-next"), vec![next]), (say!(words, "after-next-time"), vec![note])];
    told.extend((!agreed.is_empty()).then(|| (say!(words, "before-agreed"), agreed)));
    told.extend([(say!(words, "after-delivered"), vec![given]), (say!(words, "after-missing"), missing)]);
    told
}

/// Moves the next session, or shows who completed when none is left.
pub(super) fn next_date(room: &Room, desk: &Desk) -> Effects {
    vec![match room.next_session() {
        Some(next) => ask_move(room.record, next, desk),
        None => Effect::Open(Place::Ending(room.record.id)),
    }]
}
