//! Choosing people drawn: the group, everybody with their standing, and how large the group gets.

use super::PickPeople;
use super::candidates::{Candidate, LISTED};
use crate::domain::places::{Fit, fit};
use crate::domain::record::GroupRecord;
use crate::domain::survey::Chance;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint::{self, fill};
use crate::tui::screens::group::size_warning;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines around the list: the group, the counts or what is looked for, and below how many are picked.
pub const AROUND: u16 = 3;

const PICK: u16 = 7;
const STANDING: u16 = 16;
const RELEASE: u16 = 14;
const REACHES: u16 = 10;

impl PickPeople {
    pub(super) fn draw_all(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(record) = &self.record else {
            paint::line(buf, area, 1, 1, &say!(look.words, "group-gone"), Style::new());
            return;
        };
        self.draw_head(record, area, buf, look);
        let rows =
            Rect { y: area.y + 2, height: area.height.saturating_sub(AROUND), width: area.width.min(80), ..area };
        let of = self.candidates.sessions;
        if self.candidates.listed.is_empty() {
            self.draw_nobody(rows, buf, look);
        }
        for (y, index) in self.list.seen(self.candidates.listed.len()) {
            let Some(candidate) = self.candidates.listed.get(index) else { continue };
            let selected = index == self.list.selected;
            let text = self.row(candidate, selected, of, rows.width, look);
            paint::line(buf, rows, 0, y, &text, Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
        self.draw_size(record, area, buf, look);
    }

    fn draw_head(&self, record: &GroupRecord, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let start = words.weekday_date(record.group.start);
        let title = say!(words, "pick-title", code = record.group.code.as_str(), start = start);
        paint::line(buf, area, 1, 0, &title, look.title());
        if self.find.is_seen() {
            return self.find.draw(Rect { y: area.y + 1, ..area }, buf, look);
        }
        let found = &self.candidates;
        let counts = Chance::ALL.into_iter().zip(found.counts).filter(|(_, count)| *count > 0);
        let counts =
            counts.map(|(chance, count)| format!("{} {count} {}", chance.sign(), say!(words, chance.message())));
        let mut counts = counts.collect::<Vec<_>>().join("  ");
        if found.all() > LISTED {
            counts = format!("{counts}  {}", say!(words, "pick-first", count = LISTED));
        }
        paint::line(buf, area, 1, 1, &counts, look.quiet());
    }

    fn draw_nobody(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let text = match self.find.text() {
            "" => say!(look.words, "pick-none"),
            typed => say!(look.words, "pick-none-found", typed = typed),
        };
        for (y, line) in (1..).zip(paint::wrap(&text, area.width.saturating_sub(4))) {
            paint::line(buf, area, 3, y, &line, Style::new());
        }
    }

    fn row(&self, candidate: &Candidate, selected: bool, of: usize, width: u16, look: &Look) -> String {
        let words = look.words;
        let sign = if selected { '>' } else { ' ' };
        let pick = if self.picked.contains_key(&candidate.id) { 'x' } else { ' ' };
        let message = match candidate.chance {
            Chance::ByException => "group-exception",
            chance => chance.message(),
        };
        let standing = format!("{} {}", candidate.chance.sign(), say!(words, message));
        let release = match candidate.release {
            Some(day) => words.short_date(day, look.today()),
            None => say!(words, "pick-no-release"),
        };
        let mut reaches = say!(words, "n-of-m", n = candidate.reaches, m = of);
        if candidate.reaches < of {
            reaches = format!("!{reaches}");
        }
        let placed = candidate.placed.as_ref();
        let placed = placed.map_or_else(String::new, |code| say!(words, "pick-placed", code = code));
        // Where it is narrow the release gives way: how many sessions are reached says the same.
        let (release, after) = if width < 76 { (String::new(), 8) } else { (fill(&release, RELEASE), 11) };
        let release_width = if release.is_empty() { 0 } else { RELEASE };
        let name = width.saturating_sub(PICK + STANDING + release_width + REACHES + after);
        format!(
            " {sign} [{pick}] {} {} {release}{} {}",
            fill(&candidate.name, name.saturating_sub(1)),
            fill(&standing, STANDING - 1),
            fill(&reaches, REACHES - 1),
            fill(&placed, after)
        )
    }

    /// How large the group gets with those picked: a warning, never a refusal.
    fn draw_size(&self, record: &GroupRecord, area: Rect, buf: &mut Buffer, look: &Look) {
        let y = area.height.saturating_sub(1);
        let people = record.people() + self.picked.len();
        let picked = say!(look.words, "pick-picked", count = self.picked.len());
        let x = paint::line(buf, area, 1, y, &picked, look.title()) + 3;
        let (text, style) = match fit(people, record.course.group_size) {
            Fit::Fits => (say!(look.words, "people-in-group", count = people), Style::new()),
            Fit::TooFew | Fit::TooMany => (size_warning(record, people, look), look.warn()),
        };
        paint::line(buf, area, x, y, &text, style);
    }
}
