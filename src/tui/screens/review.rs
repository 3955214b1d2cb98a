//! Where a supervisor reviews what desks sent: groups side by side, or month by month, with what is missing.
//!
//! ```text
//!    Desk             Group     Done   Attended    Miss  State
//!  > Halden, wing C   K-07      2/4    83% 20/24      3  ! not reviewed
//!  Halden, wing C · k7mq-2hva-9xtr-c4nw · made 24 Nov 2026 · journal up to 1042:9f3a77c102be
//! ```

mod draw;
mod shown;

use crate::domain::audit::Head;
use crate::domain::record::Failure;
use crate::domain::review::named;
use crate::domain::seal::Identity;
use crate::domain::text::{LINE, clean};
use crate::report::review::Trust;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Judging, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::prompt::Prompt;
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use shown::{Row, Totals};
use std::path::PathBuf;

/// Which group of which bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Which {
    identity: Identity,
    head: Head,
    group: String,
}

/// The groups of every bundle, and the files that are none.
#[derive(Debug, Default)]
pub struct ReviewScreen {
    rows: Vec<Row>,
    totals: Totals,
    list: ListState,
    /// Month by month, instead of side by side.
    by_month: bool,
    /// Months to the right of those that are shown.
    later: usize,
    /// One group, page by page.
    page: Option<ListState>,
}

impl ReviewScreen {
    fn row(&self) -> Option<&Row> {
        self.rows.get(self.list.selected)
    }

    /// The group that is selected, if something may be said of it; else why not.
    fn judged(&self, desk: &Desk) -> Result<(&Row, &Which), String> {
        let row = self.row().ok_or_else(String::new)?;
        let which = row.which.as_ref().ok_or_else(|| say!(desk.words, "review-not-a-bundle"))?;
        match &row.trust {
            Some(Trust::Unknown) => Err(say!(desk.words, "review-know-first")),
            Some(trust) if !trust.counts() && *trust != Trust::Unbalanced => Err(say!(desk.words, "review-not-this")),
            _ => Ok((row, which)),
        }
    }

    /// Ticks the group off, or takes that back.
    fn tick(&self, desk: &Desk) -> Effect {
        match self.judged(desk) {
            Ok((row, _)) if row.trust == Some(Trust::Unbalanced) => Effect::Refuse(say!(desk.words, "review-unequal")),
            Ok((row, which)) if row.is_ticked() => Effect::Review(Judging::Unsay(said_of(which, None))),
            Ok((_, which)) => Effect::Review(Judging::Say(said_of(which, None))),
            Err(why) => Effect::Refuse(why),
        }
    }

    /// Asks for the remarks that go back.
    fn send_back(&self, desk: &Desk) -> Effect {
        let (row, which) = match self.judged(desk) {
            Ok(judged) => judged,
            Err(why) => return Effect::Refuse(why),
        };
        let (which, people) = (which.clone(), row.people.clone());
        // What names somebody is told once; the second time it was meant.
        let mut told = String::new();
        let title = say!(desk.words, "review-remarks-on", group = &which.group);
        let hint = say!(desk.words, "review-remarks-hint");
        Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &row.remarks, move |text, desk| match clean(text, LINE) {
            Ok(text) if text.is_empty() => Err(say!(desk.words, "text-needed")),
            Ok(text) => match named(&text, &people).filter(|_| told != text) {
                Some(reference) => {
                    let why = say!(desk.words, "review-remarks-name", reference = reference);
                    told = text;
                    Err(format!("{why} {}", say!(desk.words, "review-remarks-again")))
                }
                None => Ok(vec![Effect::Review(Judging::Say(said_of(&which, Some(text))))]),
            },
            Err(fault) => Err(desk.words.text_fault(&fault)),
        })))
    }

    /// Asks whether the desk shows the same fingerprint, and what it is called.
    fn know(&self, desk: &Desk) -> Effect {
        let Some((row, which)) = self.row().and_then(|row| Some((row, row.which.as_ref()?))) else {
            return Effect::Refuse(say!(desk.words, "review-not-a-bundle"));
        };
        let identity = which.identity;
        let title = say!(desk.words, "review-know", fingerprint = identity.fingerprint());
        let hint = say!(desk.words, "review-know-hint");
        Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &row.called, move |text, desk| match clean(text, LINE) {
            Ok(name) if name.is_empty() => Err(say!(desk.words, "text-needed")),
            Ok(name) => Ok(vec![Effect::Review(Judging::Know { identity, name })]),
            Err(fault) => Err(desk.words.text_fault(&fault)),
        })))
    }

    /// Asks where the figures of all go.
    fn merge(desk: &Desk) -> Effect {
        let path = desk.exports.join(format!("review-{}.xlsx", desk.today()));
        let (title, hint) = (say!(desk.words, "preview-path"), say!(desk.words, "review-merge-hint"));
        Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &path.display().to_string(), |text, desk| {
            if text.is_empty() {
                return Err(say!(desk.words, "preview-path-empty"));
            }
            Ok(vec![Effect::Review(Judging::Merge(PathBuf::from(text)))])
        })))
    }
}

fn said_of(which: &Which, remarks: Option<String>) -> crate::tui::effect::Said {
    let Which { identity, head, group } = which.clone();
    crate::tui::effect::Said { identity, head, group, remarks }
}

impl Screen for ReviewScreen {
    fn place(&self) -> Place {
        Place::Review
    }

    fn scope(&self) -> Scope {
        Scope::Review
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        if let Some(review) = desk.review {
            (self.rows, self.totals) = shown::of(review, desk.words);
        }
        self.list.keep_within(self.rows.len());
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if let Some(page) = &mut self.page {
            let lines = self.rows.get(self.list.selected).map_or(0, |row| row.details.len());
            match action {
                Action::Open | Action::Back => self.page = None,
                Action::Up => page.top = page.top.saturating_sub(1),
                Action::Down => page.top = (page.top + 1).min(lines.saturating_sub(1)),
                _ => return Ok(None),
            }
            return Ok(Some(Vec::new()));
        }
        if self.list.act(action, self.rows.len()) {
            return Ok(Some(Vec::new()));
        }
        let effect = match action {
            Action::TickOff => self.tick(desk),
            Action::SendBack => self.send_back(desk),
            Action::KnowDesk => self.know(desk),
            Action::Write => Self::merge(desk),
            Action::Open => {
                self.page = Some(ListState::default());
                return Ok(Some(Vec::new()));
            }
            Action::ByMonth => {
                self.by_month = !self.by_month;
                self.later = 0;
                return Ok(Some(Vec::new()));
            }
            Action::Left if self.by_month => {
                self.later = (self.later + 1).min(self.totals.months.len().saturating_sub(1));
                return Ok(Some(Vec::new()));
            }
            Action::Right if self.by_month => {
                self.later = self.later.saturating_sub(1);
                return Ok(Some(Vec::new()));
            }
            _ => return Ok(None),
        };
        Ok(Some(vec![effect]))
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = draw::rows_of_list(rows);
        self.list.keep_within(self.rows.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        draw::screen(self, area, buf, look);
    }

    fn head(&self, _width: u16, look: &Look) -> Option<(String, String)> {
        Some((say!(look.words, "review-title"), look.words.weekday_date(look.today())))
    }
}
