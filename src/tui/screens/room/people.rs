//! The right half of the room: the people.
//!
//! ```text
//!  People                      3 of 4 here
//!    P  Ana P.      present
//!    L  Tomas K.    late 10        ! lt
//!  > ·  Li W.       not recorded
//! ```

use super::{Pane, RoomScreen};
use crate::domain::attendance::Mark;
use crate::domain::record::Member;
use crate::domain::room::Room;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Cells that names get at the most, so that the mark in words has room.
const NAME: u16 = 13;
const NARROW_NAME: u16 = 10;

pub(super) fn draw(screen: &RoomScreen, room: &Room, area: Rect, buf: &mut Buffer, look: &Look) {
    let (here, of) = room.here();
    paint::line(buf, area, 1, 0, &say!(look.words, "room-people"), look.title());
    let count = match room.guests_here() {
        0 => say!(look.words, "room-here", here = here, of = of),
        guests => say!(look.words, "room-here-guests", here = here, of = of, guests = guests),
    };
    paint::line_right(buf, Rect { width: area.width - 1, ..area }, 0, &count, Style::new());
    let focused = screen.pane == Pane::People;
    let rows = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let widest = room.people().map(|member| paint::width(&member.person.short_name())).max().unwrap_or(0);
    let narrow = area.width < 36;
    let name = widest.min(if narrow { NARROW_NAME } else { NAME });
    for (y, index) in screen.people.seen(room.people().count()) {
        let Some(member) = room.people().nth(index) else { continue };
        let selected = index == screen.people.selected;
        let mark = room.mark(member.id);
        let symbol = mark.map_or('·', |mark| symbol(mark, look));
        let flag = flag(member, narrow);
        let beside = flag.as_ref().map_or(1, |flag| paint::width(flag) + 2);
        let words = Rect { width: area.width.saturating_sub(beside), ..rows };
        let text = format!(
            "{} {symbol}  {}  {}",
            sign(selected, focused),
            paint::fill(&member.person.short_name(), name),
            standing(room, member, look)
        );
        paint::line(buf, words, 1, y, &text, Style::new());
        if let Some(flag) = flag {
            paint::line_right(buf, Rect { width: area.width - 1, ..rows }, y, &flag, look.warn());
        }
        paint::row_style(buf, rows, y, look.bar(selected && focused));
    }
}

/// `>` in the half where the arrows move, `-` for what is selected in the other.
pub(super) fn sign(selected: bool, focused: bool) -> char {
    match (selected, focused) {
        (true, true) => '>',
        (true, false) => '-',
        _ => ' ',
    }
}

/// The letter of a mark; no letter that says why somebody is away where a group may see it.
fn symbol(mark: &Mark, look: &Look) -> char {
    if look.words.is_room_safe() && !mark.code.attended() { '–' } else { mark.code.row().symbol }
}

/// The mark in words, and whether there is a note.
fn standing(room: &Room, member: &Member, look: &Look) -> String {
    let mark = room.mark(member.id);
    let words = match mark {
        None => say!(look.words, "room-not-recorded"),
        Some(mark) => match mark.back.filter(|_| mark.code.stays()) {
            // That they are here says the letter; what counts is how long they were not.
            Some(back) => say!(look.words, "room-back", minutes = back.minutes),
            None => look.words.mark(mark),
        },
    };
    let words = match (room.is_guest(member.id), mark) {
        (false, _) => words,
        (true, None) => say!(look.words, "room-guest"),
        (true, Some(_)) => say!(look.words, "room-guest-marked", mark = words),
    };
    let noted =
        room.record.person_notes.contains_key(&(room.id, member.id)) || mark.is_some_and(|m| !m.note.is_empty());
    if noted && !look.words.is_room_safe() { say!(look.words, "room-with-note", mark = words) } else { words }
}

/// Who needs an interpreter, by the language they would rather speak where there is room for it.
fn flag(member: &Member, narrow: bool) -> Option<String> {
    let spoken = member.person.languages.first().filter(|_| !narrow);
    let flag = || spoken.map_or_else(|| "!".to_owned(), |spoken| format!("! {}", spoken.language.code()));
    member.person.interpreter.then(flag)
}
