//! One agency of the directory: what it does, for whom, how it is reached, and since when that was not looked at.

use crate::domain::record::Failure;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::screens::proof;
use crate::tui::widgets::document::{Block, Document, Tone};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The page.
#[derive(Debug)]
pub struct Agency {
    id: String,
    page: Document,
}

impl Agency {
    /// The agency `id`.
    #[must_use]
    pub fn new(id: String) -> Self {
        Self { id, page: Document::default() }
    }
}

impl Screen for Agency {
    fn place(&self) -> Place {
        Place::Agency(self.id.clone())
    }

    fn scope(&self) -> Scope {
        Scope::Agency
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let (words, today) = (desk.words, desk.today());
        let found = desk.services.listed().into_iter().find(|listed| listed.agency.id == self.id);
        let blocks = match found {
            None => vec![Block::Text(say!(words, "agency-gone"), Tone::Plain)],
            Some(listed) => {
                let source = listed.agency.source.as_ref().unwrap_or(&listed.file.source);
                let as_of = listed.agency.as_of.unwrap_or(listed.file.as_of);
                let review = words.day(listed.agency.review_by(listed.file));
                let review = if listed.is_past_review(today) {
                    Block::Text(format!("! {}", say!(words, "agency-past-review", day = review)), Tone::Warn)
                } else {
                    Block::Text(say!(words, "agency-review", day = review), Tone::Quiet)
                };
                let mut blocks = proof::agency(listed.agency, words);
                let source = say!(words, "reading-source", source = source, day = words.day(as_of));
                blocks.extend([Block::Blank, Block::Text(source, Tone::Quiet), review]);
                blocks
            }
        };
        self.page.set(blocks, desk.columns);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        Ok(self.page.act(action, desk.columns).then(Vec::new))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.page.draw(area, buf, look);
    }

    fn set_height(&mut self, rows: u16) {
        self.page.set_height(rows);
    }
}
