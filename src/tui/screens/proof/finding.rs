//! What was found in the file, one at a time: where, what, and the line with a mark under it.
//!
//! ```text
//! ─ error, 1 of 3 · line 12, column 9 ────────────────────────────
//!  ! A whole number belongs here, without quotation marks.
//!    minutes: "ten",
//!             ^^^^^
//! ```

use super::Proof;
use crate::domain::level::Level;
use crate::domain::record::Failure;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::look::Look;
use crate::tui::manuscript::Flaw;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rows for what a finding says.
const SAID: u16 = 3;
/// The same where there is little room.
const SAID_SHORT: u16 = 2;
/// A body with fewer rows has little room.
const ROOMY: u16 = 19;

/// Which finding is looked at.
#[derive(Debug, Default)]
pub(super) struct Pane {
    flaws: Vec<Flaw>,
    selected: usize,
    /// Somebody has gone to the selected one.
    gone_to: bool,
    hidden: bool,
    /// Columns of the terminal when it was last asked.
    columns: u16,
}

impl Pane {
    /// Takes what was found by now. Whoever looks at a finding goes on looking at it while it is there, wherever
    /// its line has moved to.
    pub(super) fn renew(&mut self, flaws: &[Flaw]) {
        let here = self.current().and_then(|flaw| {
            let alike =
                |other: &&Flaw| (&flaw.text, &flaw.within, &flaw.file) == (&other.text, &other.within, &other.file);
            let alike = flaws.iter().enumerate().filter(|(_, other)| alike(other));
            alike.min_by_key(|(_, other)| other.position.0.abs_diff(flaw.position.0)).map(|(at, _)| at)
        });
        self.gone_to &= here.is_some();
        self.selected = here.unwrap_or(self.selected).min(flaws.len().saturating_sub(1));
        self.flaws = flaws.to_vec();
    }

    /// How many columns the terminal has.
    pub(super) fn set_columns(&mut self, columns: u16) {
        self.columns = columns;
    }

    /// The one that is looked at.
    fn current(&self) -> Option<&Flaw> {
        self.flaws.get(self.selected)
    }

    /// Shows the findings or leaves the room to the picture.
    pub(super) fn toggle(&mut self) {
        self.hidden = !self.hidden;
    }

    /// How many rows it takes of a body of so many: what it needs, and not more than the picture can spare.
    pub(super) fn rows(&self, body: u16) -> u16 {
        let Some(flaw) = self.current().filter(|_| !self.hidden) else { return 0 };
        let most = if body >= ROOMY { SAID } else { SAID_SHORT };
        let said = said(flaw, self.columns, most).len();
        let excerpt = if flaw.excerpt.is_some() { 2 } else { 0 };
        (1 + u16::try_from(said).unwrap_or(most) + excerpt).min(body)
    }

    /// Goes to the next finding or the one before; at first to the one that is seen already.
    fn go(&mut self, forward: bool) {
        let count = self.flaws.len().max(1);
        if self.gone_to {
            self.selected = (self.selected + if forward { 1 } else { count - 1 }) % count;
        }
        (self.gone_to, self.hidden) = (true, false);
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(flaw) = self.current().filter(|_| area.height > 0) else { return };
        paint::rule(buf, area, 0, look.quiet());
        let title = title(flaw, self.selected + 1, self.flaws.len(), look.words);
        let above = Rect { width: area.width.saturating_sub(2), ..area };
        paint::line(buf, above, 1, 0, &format!(" {title} "), look.title());
        let style = match flaw.level {
            Level::Error => look.wrong(),
            Level::Warning => look.warn(),
            Level::Note => Style::new(),
        };
        let excerpted = if flaw.excerpt.is_some() { 2 } else { 0 };
        let lines = said(flaw, area.width, area.height.saturating_sub(1 + excerpted));
        for (y, line) in (1..).zip(&lines) {
            paint::line(buf, area, 1, y, if y == 1 { "!" } else { "" }, style);
            paint::line(buf, area, 3, y, line, style);
        }
        let y = area.y + area.height.saturating_sub(excerpted);
        excerpt(flaw, Rect { x: area.x + 3, y, width: area.width.saturating_sub(4), height: excerpted }, buf, look);
    }
}

/// What is wrong, in at most so many lines: what does not fit is seen to be missing.
fn said(flaw: &Flaw, columns: u16, most: u16) -> Vec<String> {
    let (width, most) = (columns.saturating_sub(4), usize::from(most));
    let mut lines = paint::wrap(&flaw.text, width);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(paint::cut(&rest, width));
    }
    lines
}

/// How much it matters, which one it is, and where.
fn title(flaw: &Flaw, number: usize, of: usize, words: &Words) -> String {
    let level = words.say(flaw.level.message(), &[]);
    let place = match flaw.position {
        (0, _) => String::new(),
        (line, column) => format!(" · {}", say!(words, "proof-place", line = line, column = column)),
    };
    let file = flaw.file.as_ref().map_or_else(String::new, |file| format!(" · {file}"));
    format!("{}{file}{place}", say!(words, "proof-finding", level = level, number = number, of = of))
}

/// The line as it is written, from where what is marked can be seen, and the mark.
fn excerpt(flaw: &Flaw, area: Rect, buf: &mut Buffer, look: &Look) {
    let Some((line, mark)) = &flaw.excerpt else { return };
    let text = line.trim_start();
    let indent = line.len() - text.len();
    let part = |range: std::ops::Range<usize>| line.get(range).unwrap_or_default();
    let marked = paint::width(part(mark.clone())).max(1);
    let mut from = indent.min(mark.start);
    let mut before = paint::width(part(from..mark.start));
    if before + marked.min(area.width / 2) > area.width {
        let back = area.width / 2;
        let start = part(from..mark.start).char_indices().rev().nth(usize::from(back)).map_or(0, |(at, _)| at);
        from += start;
        before = paint::width(part(from..mark.start));
    }
    paint::line(buf, area, 0, 0, part(from..line.len()), Style::new());
    let carets = "^".repeat(usize::from(marked.min(area.width.saturating_sub(before))));
    paint::line(buf, area, before, 1, &carets, look.title());
}

impl Proof {
    /// Goes to the next finding, in the picture too: to the session that it lies in.
    pub(super) fn jump(&mut self, forward: bool, desk: &Desk) -> Result<Effects, Failure> {
        if self.pane.flaws.is_empty() {
            return Ok(vec![Effect::Say(say!(desk.words, "programme-no-findings"))]);
        }
        self.pane.go(forward);
        if let Some((number, id)) = self.pane.current().and_then(|flaw| flaw.within.clone()) {
            self.turn_to((number, &id));
        }
        self.show(desk)?;
        Ok(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaw(text: &str) -> Flaw {
        Flaw { level: Level::Error, file: None, position: (1, 1), text: text.to_owned(), excerpt: None, within: None }
    }

    #[test]
    fn the_first_key_goes_to_the_finding_that_is_seen_and_then_round() {
        let mut pane = Pane::default();
        pane.renew(&["a", "b", "c"].map(flaw));
        for (forward, at) in [(true, 0), (true, 1), (true, 2), (true, 0), (false, 2), (false, 1)] {
            pane.go(forward);
            assert_eq!(pane.selected, at);
        }
    }

    #[test]
    fn of_findings_alike_the_nearest_is_the_same() {
        let on = |line: usize| Flaw { position: (line, 1), ..flaw("a") };
        let mut pane = Pane::default();
        pane.renew(&[on(3), on(20)]);
        pane.go(true);
        pane.go(true);
        // A line more above both, and another like them.
        pane.renew(&[on(4), on(9), on(21)]);
        assert_eq!(pane.selected, 2);
    }

    #[test]
    fn a_finding_is_looked_at_until_it_is_mended() {
        let mut pane = Pane::default();
        pane.renew(&["a", "b", "c"].map(flaw));
        pane.go(true);
        pane.go(true);
        // Another comes before it; then it is mended, and the one in its place comes next.
        pane.renew(&["new", "a", "b", "c"].map(flaw));
        assert_eq!((pane.selected, pane.gone_to), (2, true));
        pane.renew(&["new", "a", "c"].map(flaw));
        assert_eq!((pane.selected, pane.gone_to), (2, false));
        pane.renew(&[]);
        assert_eq!((pane.rows(20), pane.current()), (0, None));
    }
}
