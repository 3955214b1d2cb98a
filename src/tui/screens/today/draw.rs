//! The first screen, drawn.
//!
//! ```text
//!  Sessions today
//!  > 10:00  K-07  Planning for Resettl…  4 of 10  Papers    4 people  planned
//!
//!  Due
//!    ! K-07  session 3, Fri 20 Nov: 1 of 4 not recorded
//!      K-07  session 3, Fri 20 Nov: 2 of 9 outcomes missing
//!
//!  Watch
//!    ! K-07  Li Wei, released 2 Dec: misses 9, essential 10
//!      K-08  starts Fri 27 Nov, 1 place free: 4 people could take it
//!
//!  Coming
//!    Thu 26 Nov 10:00  K-07  5 of 10  Family                 4 people
//! ```

use super::Today;
use super::rows::{Line, Row};
use super::said::{now, said};
use super::table::Table;
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub(super) fn draw(today: &Today, area: Rect, buf: &mut Buffer, look: &Look) {
    let of = |is_today| {
        let sessions = today.rows.iter().filter_map(|row| match row {
            Row::Session(row) if is_today => Some(row),
            Row::Coming(row) if !is_today => Some(row),
            _ => None,
        });
        Table::of(&sessions.collect::<Vec<_>>(), is_today, area.width, look)
    };
    let tables = [of(true), of(false)];
    for (y, line) in (0..area.height).zip(today.lines.iter().skip(today.top)) {
        match line {
            Line::Blank => {}
            Line::Heading(message) => {
                paint::line(buf, area, 1, y, &look.words.say(message, &[]), look.title());
            }
            Line::Sentence(message) => {
                paint::line(buf, area, 3, y, &look.words.say(message, &[]), Style::new());
            }
            Line::Now(id) => {
                let Some(room) = today.rooms().find(|room| room.id == *id) else { continue };
                paint::line(
                    buf,
                    Rect { width: area.width.saturating_sub(1), ..area },
                    3,
                    y,
                    &now(&room, area.width, look),
                    Style::new(),
                );
            }
            Line::Row(index) => {
                let Some(row) = today.rows.get(*index) else { continue };
                let selected = *index == today.list.selected;
                let sign = if selected { '>' } else { ' ' };
                let (text, style) = said(row, &tables, area.width, look);
                let x = paint::line(buf, area, 1, y, &format!("{sign} "), Style::new());
                let line = Rect { width: area.width.saturating_sub(1), ..area };
                let end = paint::line(buf, line, x, y, &text, style);
                paint::row_style(buf, Rect { width: end, ..area }, y, look.bar(selected));
            }
        }
    }
}
