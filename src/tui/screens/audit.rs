//! The check of the record: that it goes on, and then what it found, as `onward verify` says it.

use crate::domain::audit::Audit;
use crate::domain::record::Failure;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// One audit: the shell opens it anew with what was found.
#[derive(Debug)]
pub struct AuditScreen {
    found: Option<Audit>,
}

impl AuditScreen {
    /// What was found; nothing while it goes on.
    #[must_use]
    pub fn of(found: Option<Audit>) -> Self {
        Self { found }
    }
}

impl Screen for AuditScreen {
    fn place(&self) -> Place {
        Place::Audit(self.found.clone())
    }

    fn scope(&self) -> Scope {
        Scope::Audit
    }

    /// It names rows, never what stands in them.
    fn is_room_safe(&self) -> bool {
        true
    }

    fn has_list(&self) -> bool {
        false
    }

    fn load(&mut self, _desk: &mut Desk) -> Result<(), Failure> {
        Ok(())
    }

    fn act(&mut self, _action: Action, _desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        Ok(None)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        paint::line(buf, area, 1, 0, &say!(words, "audit-title"), look.title());
        let damaged = self.found.as_ref().is_some_and(|found| found.damage.is_some());
        let said = match &self.found {
            Some(found) => words.audit(found, None),
            None => vec![say!(words, "audit-begun")],
        };
        let lines = said.iter().flat_map(|text| paint::wrap(text, area.width.saturating_sub(4)));
        for (y, line) in (2..area.height).zip(lines) {
            paint::line(buf, area, 3, y, &line, if damaged { look.wrong() } else { Style::new() });
        }
        if damaged {
            paint::line(buf, area, 1, 2, "!", look.wrong());
        }
    }
}
