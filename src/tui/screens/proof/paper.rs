//! Pages of pathways, guides and directories, until they have screens of their own.

use crate::domain::agency::{Agency, Directory, Service};
use crate::domain::guide::{self, Guide};
use crate::domain::pathway::{Pathway, Step};
use crate::domain::programme::Localised;
use crate::domain::shelf::Content;
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::tui::widgets::document::{Block, Tone};

/// Texts under each other.
struct Page<'a> {
    blocks: Vec<Block>,
    words: &'a Words,
}

impl Page<'_> {
    fn pick(&self, text: &Localised) -> String {
        self.words.pick(text)
    }

    fn heading(&mut self, text: String) {
        if !self.blocks.is_empty() {
            self.blocks.push(Block::Blank);
        }
        self.blocks.push(Block::Heading(text));
    }

    fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.blocks.push(Block::Text(shown(text).into_owned(), Tone::Plain));
        }
    }

    fn text(&mut self, text: &Localised) {
        self.line(&self.pick(text));
    }

    /// Each with a sign before it.
    fn list(&mut self, sign: &str, texts: &[Localised]) {
        for text in texts {
            self.line(&format!("{sign} {}", self.pick(text)));
        }
    }

    fn numbered<'t>(&mut self, titles: impl Iterator<Item = &'t Localised>) {
        for (number, title) in (1..).zip(titles) {
            self.line(&format!("{number}  {}", self.pick(title)));
        }
    }
}

/// A page of what is no programme: 0 the whole, then its steps, pages or agencies.
pub(super) fn page(content: &Content, number: usize, words: &Words) -> Vec<Block> {
    let mut page = Page { blocks: Vec::new(), words };
    let at = number.checked_sub(1);
    match content {
        Content::Pathway(pathway) => match at.and_then(|at| pathway.steps.get(at)) {
            None => pathway_as_a_whole(&mut page, pathway),
            Some(step) => one_step(&mut page, number, step),
        },
        Content::Guide(guide) => match at.and_then(|at| guide.pages.get(at)) {
            None => guide_as_a_whole(&mut page, guide),
            Some(one) => one_page(&mut page, one, words),
        },
        Content::Directory(directory) => match at.and_then(|at| directory.agencies.get(at)) {
            None => directory_as_a_whole(&mut page, directory),
            Some(agency) => one_agency(&mut page, agency),
        },
        Content::ClosedDays(closed) => {
            for closure in &closed.closed {
                page.text(&closure.why);
            }
        }
        Content::Translation(translation) => {
            for text in &translation.texts {
                page.line(&text.text);
            }
        }
        // It is drawn by the screens of programmes.
        Content::Programme(programme) => page.heading(page.pick(&programme.title)),
    }
    page.blocks
}

fn pathway_as_a_whole(page: &mut Page, pathway: &Pathway) {
    page.heading(page.pick(&pathway.title));
    page.text(&pathway.summary);
    page.blocks.push(Block::Blank);
    page.numbered(pathway.steps.iter().map(|step| &step.title));
}

fn one_step(page: &mut Page, number: usize, step: &Step) {
    let title = page.pick(&step.title);
    page.heading(format!("{number}  {title}"));
    page.list("-", &step.tasks);
    for question in &step.record {
        page.heading(page.pick(&question.text));
    }
    if !step.ways.is_empty() {
        page.blocks.push(Block::Blank);
        let ways: Vec<Localised> = step.ways.iter().map(|way| way.text.clone()).collect();
        page.list("→", &ways);
    }
}

fn guide_as_a_whole(page: &mut Page, guide: &Guide) {
    page.heading(page.pick(&guide.title));
    page.text(&guide.summary);
    page.blocks.push(Block::Blank);
    page.numbered(guide.pages.iter().map(|page| &page.title));
}

fn one_page(page: &mut Page, one: &guide::Page, words: &Words) {
    page.heading(page.pick(&one.title));
    for part in &one.parts {
        match part {
            guide::Block::Heading(text) => page.heading(page.pick(text)),
            guide::Block::Text(text) => page.text(text),
            guide::Block::Points(texts) => page.list("-", texts),
            guide::Block::Steps(texts) => page.numbered(texts.iter()),
            guide::Block::Note(text) => page.blocks.push(Block::Text(format!("! {}", page.pick(text)), Tone::Warn)),
            guide::Block::Chart(lines) => {
                for line in lines {
                    page.line(&format!("{}: {}", words.language(&line.language), line.says));
                }
            }
        }
    }
}

fn directory_as_a_whole(page: &mut Page, directory: &Directory) {
    page.heading(page.pick(&directory.title));
    for (number, agency) in (1..).zip(&directory.agencies) {
        page.line(&format!("{number}  {}", agency.name));
    }
}

fn one_agency(page: &mut Page, agency: &Agency) {
    page.heading(shown(&agency.name).into_owned());
    page.text(&agency.description);
    let reached = [&agency.website, &agency.email].into_iter().flatten();
    for way in reached.chain(agency.phones.iter().map(|phone| &phone.number)) {
        page.line(way);
    }
    for Service { name, description, hours, apply, .. } in &agency.services {
        page.heading(page.pick(name));
        for text in [description, apply, hours] {
            page.text(text);
        }
    }
}
