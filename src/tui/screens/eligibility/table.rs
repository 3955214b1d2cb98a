//! Who may take part, as it is drawn:
//!
//! ```text
//!  From 30 Nov 2026: Planning for Resettlement, ten sessions
//!  + 12 eligible  ! 1 eligible by exception  ? 3 facts missing  - 8 not eligible
//!  76 are released by the start and not listed. 4 have a place already.
//!
//!      Name                  Ref     Sessions  What stands in the way
//!  > + Petrović, Ana         0412    10 of 10  released 5 Jan 2027
//!    - Wójcik, Tomasz        0398    3 of 10   5 days short, released 2 Dec
//! ```

use super::{ABOVE, Eligibility};
use crate::domain::survey::Chance;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The bar is no wider than the home terminal.
const WIDEST: u16 = 80;
const REFERENCE: u16 = 6;
const SESSIONS: u16 = 9;

impl Eligibility {
    pub(super) fn draw_table(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let area = Rect { width: area.width.min(WIDEST), ..area };
        let Some(course) = &self.course else {
            paint::line(buf, area, 1, 0, &say!(words, "basis-no-programme"), look.warn());
            return;
        };
        paint::line(buf, area, 1, 0, &self.basis.heading(words, course), look.title());
        self.draw_counts(area, buf, look);
        if self.candidates.is_empty() {
            paint::line(buf, area, 1, ABOVE, &say!(words, "eligibility-nobody"), Style::new());
            return;
        }
        let columns = Columns::of(area.width);
        let heading = columns.line([
            "",
            "",
            &say!(words, "people-name"),
            &say!(words, "people-reference"),
            &say!(words, "eligibility-sessions"),
            &say!(words, "eligibility-in-the-way"),
        ]);
        paint::line(buf, area, 0, ABOVE - 1, &heading, look.quiet());
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        for ((y, index), seen) in self.list.seen(self.candidates.len()).zip(&self.seen) {
            let Some(candidate) = self.candidates.get(index) else { break };
            let selected = index == self.list.selected;
            let reached = say!(words, "eligibility-reached", reached = candidate.reached, of = course.sessions.len());
            let sign = if selected { ">" } else { " " };
            let line =
                columns.line([sign, candidate.chance.sign(), &seen.name, &seen.reference, &reached, &seen.remark]);
            paint::line(buf, rows, 0, y, &line, Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
    }

    /// How many of each; the signs are those of the rows.
    fn draw_counts(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let counts = Chance::ALL.map(|chance| {
            let count = self.candidates.iter().filter(|candidate| candidate.chance == chance).count();
            format!("{} {count} {}", chance.sign(), say!(look.words, chance.message()))
        });
        let wide = area.width.saturating_sub(2);
        let all = counts.join("  ");
        let (best, rest) = counts.split_at(2);
        let mut lines = if paint::width(&all) <= wide { vec![all] } else { vec![best.join("  "), rest.join("  ")] };
        let placed = self.candidates.iter().filter(|candidate| candidate.placed).count();
        let released = match self.released {
            0 => String::new(),
            count => say!(look.words, "eligibility-not-listed", count = count),
        };
        let placed = match placed {
            0 => String::new(),
            count => say!(look.words, "eligibility-have-place", count = count),
        };
        lines.extend(paint::wrap(&format!("{released} {placed}"), wide));
        // How many are left out is always said; the rest where there is room.
        let room = usize::from(ABOVE) - 2;
        if lines.len() > room {
            lines.truncate(room - 1);
            lines.push(released);
        }
        for (y, line) in (1..).zip(&lines) {
            paint::line(buf, area, 1, y, line, Style::new());
        }
    }
}

struct Columns {
    name: u16,
    remark: u16,
}

impl Columns {
    fn of(width: u16) -> Self {
        let name = if width >= WIDEST { 22 } else { 16 };
        Self { name, remark: width.saturating_sub(5 + name + 1 + REFERENCE + 1 + SESSIONS + 1) }
    }

    fn line(&self, cells: [&str; 6]) -> String {
        let [sign, chance, name, reference, sessions, remark] = cells;
        let (name, reference) = (paint::fill(name, self.name), paint::fill(reference, REFERENCE));
        let (sessions, remark) = (paint::fill(sessions, SESSIONS), paint::fill(remark, self.remark));
        format!(" {sign:1} {chance:1} {name} {reference} {sessions} {remark}")
    }
}
