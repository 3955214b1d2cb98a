//! The left half of the room: the activities.
//!
//! ```text
//!  Agenda
//!    ✓ 10  Check-in                  11
//!    – 20  What I have, what… left out
//!  > ▸ 30  Letter to the consulate    2
//!      20  Papers through the Red…
//! ```

use super::{Pane, RoomScreen};
use crate::domain::agenda::Point;
use crate::domain::outcome::Delivery;
use crate::domain::room::Room;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub(super) fn draw(screen: &RoomScreen, room: &Room, area: Rect, buf: &mut Buffer, look: &Look) {
    paint::line(buf, area, 1, 0, &say!(look.words, "room-agenda"), look.title());
    let focused = screen.pane == Pane::Agenda;
    let rows = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let (points, paused) = (room.points(), room.pause().is_some());
    for (y, index) in screen.agenda.seen(points.len()) {
        let Some(point) = points.get(index) else { continue };
        let selected = index == screen.agenda.selected;
        let sign = super::people::sign(selected, focused);
        let spent = spent(room, point, look);
        let end = area.width.saturating_sub(paint::width(&spent) + 1);
        let text = format!("{sign} {} {:>2}  {}", glyph(point, paused), point.minutes, look.words.point(point));
        paint::line(buf, Rect { width: end.saturating_sub(1), ..rows }, 1, y, &text, Style::new());
        paint::line(buf, rows, end, y, &spent, Style::new());
        paint::row_style(buf, rows, y, look.bar(selected && focused));
    }
}

fn glyph(point: &Point, paused: bool) -> char {
    match point.delivery {
        None if point.activity.is_none() => '+',
        None => ' ',
        Some(Delivery::Running { .. }) if paused => '‖',
        Some(Delivery::Running { .. }) => '▸',
        Some(Delivery::Done { .. }) => '✓',
        Some(Delivery::Skipped) => '–',
    }
}

/// The minutes it took, or has taken so far.
fn spent(room: &Room, point: &Point, look: &Look) -> String {
    match point.delivery {
        None => String::new(),
        Some(Delivery::Skipped) => say!(look.words, "room-left-out"),
        Some(delivery) => room.record.spent(room.id, delivery, look.now).num_minutes().to_string(),
    }
}
