//! A guide to read, page by page, in any of its languages; with where it comes from.

use crate::domain::guide::Guide;
use crate::domain::record::Failure;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::screens::proof;
use crate::tui::widgets::document::{Block, Document, Tone};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines above the page.
const ABOVE: u16 = 2;

/// The reader.
#[derive(Debug)]
pub struct Reader {
    id: String,
    guide: Option<Guide>,
    /// The page that is open; 0 is what the guide is about.
    at: usize,
    /// The language that it is read in; that of the desk until another is asked for.
    tag: Option<String>,
    page: Document,
}

impl Reader {
    /// The guide `id`.
    #[must_use]
    pub fn new(id: String) -> Self {
        Self { id, guide: None, at: 0, tag: None, page: Document::default() }
    }

    fn turn(&mut self, to: usize, desk: &Desk) {
        self.at = to.min(self.guide.as_ref().map_or(0, |guide| guide.pages.len()));
        self.page = Document::default();
        self.lay_out(desk);
    }

    /// The next of the languages that the guide has.
    fn other_language(&mut self, desk: &Desk) {
        let Some(guide) = &self.guide else { return };
        let tags: Vec<String> = guide.languages().map(str::to_owned).collect();
        let now = self.tag.clone().unwrap_or_else(|| desk.words.locale().tag.to_owned());
        let at = tags.iter().position(|tag| *tag == now);
        self.tag = at.map_or(tags.first(), |at| tags.get((at + 1) % tags.len())).cloned();
        self.lay_out(desk);
    }

    fn lay_out(&mut self, desk: &Desk) {
        let words = desk.words;
        let Some(guide) = &self.guide else {
            self.page.set(vec![Block::Text(say!(words, "guide-gone"), Tone::Plain)], desk.columns);
            return;
        };
        let read = self.tag.as_ref().map_or_else(|| guide.clone(), |tag| guide.in_language(tag));
        let mut blocks = proof::guide(&read, self.at, words);
        let page = self.at.checked_sub(1).and_then(|at| guide.pages.get(at));
        let source = page.and_then(|page| page.source.as_ref()).unwrap_or(&guide.source);
        let source = say!(words, "reading-source", source = source, day = words.day(guide.as_of));
        blocks.extend([Block::Blank, Block::Text(source, Tone::Quiet)]);
        let review = words.day(guide.review_by);
        blocks.push(if guide.review_by < desk.today() {
            Block::Text(format!("! {}", say!(words, "agency-past-review", day = review)), Tone::Warn)
        } else {
            Block::Text(say!(words, "agency-review", day = review), Tone::Quiet)
        });
        self.page.set(blocks, desk.columns);
    }
}

impl Screen for Reader {
    fn place(&self) -> Place {
        Place::Guide(self.id.clone())
    }

    fn scope(&self) -> Scope {
        Scope::Guide
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.guide = desk.services.guides.iter().find(|guide| guide.id == self.id).cloned();
        self.lay_out(desk);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        match action {
            Action::NextPane => self.turn(self.at + 1, desk),
            Action::PreviousPane => self.turn(self.at.saturating_sub(1), desk),
            Action::SheetLanguage => self.other_language(desk),
            _ if self.page.act(action, desk.columns) => {}
            _ => return Ok(None),
        }
        Ok(Some(Vec::new()))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        if let Some(guide) = &self.guide {
            let words = look.words;
            let tag = self.tag.as_deref().unwrap_or(words.locale().tag);
            let right = say!(words, "guide-page", page = self.at, of = guide.pages.len(), language = tag);
            let room = area.width.saturating_sub(paint::width(&right) + 3);
            paint::line(buf, Rect { width: room, ..area }, 1, 0, &words.pick(&guide.title), look.title());
            paint::line_right(buf, Rect { width: area.width.saturating_sub(1), ..area }, 0, &right, look.quiet());
        }
        let body = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        self.page.draw(body, buf, look);
    }

    fn set_height(&mut self, rows: u16) {
        self.page.set_height(rows.saturating_sub(ABOVE));
    }
}
