//! Pages of pathways, guides and directories, as they are previewed; those of guides and agencies also as they are read.

use crate::domain::agency::{Agency, Directory, Phone, Service};
use crate::domain::guide::{self, Guide};
use crate::domain::pathway::{Pathway, Step};
use crate::domain::programme::Localised;
use crate::domain::shelf::Content;
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;
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

    /// A label with what it says, where there is anything.
    fn fact(&mut self, label: &'static str, text: &str) {
        if !text.is_empty() {
            let label = self.words.say(label, &[]);
            self.blocks.push(Block::Labelled { sign: " ", label, text: shown(text).into_owned(), tone: Tone::Plain });
        }
    }

    /// How somebody is reached.
    fn reached(&mut self, website: Option<&str>, email: Option<&str>, phones: &[Phone]) {
        self.fact("agency-website", website.unwrap_or_default());
        self.fact("agency-email", email.unwrap_or_default());
        for phone in phones {
            let languages = phone.languages.iter().map(|language| self.words.language(language));
            let about = [self.pick(&phone.description)].into_iter().chain(languages).filter(|text| !text.is_empty());
            let text = [phone.number.clone()].into_iter().chain(about).collect::<Vec<_>>().join(" · ");
            self.fact("agency-phone", &text);
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
    let words = page.words;
    page.heading(match &agency.alternate_name {
        Some(other) => say!(words, "agency-also", name = &agency.name, other = other),
        None => shown(&agency.name).into_owned(),
    });
    page.text(&agency.description);
    page.reached(agency.website.as_deref(), agency.email.as_deref(), &agency.phones);
    for address in &agency.addresses {
        let place = [address.postal_code.as_deref().unwrap_or(""), &address.city].join(" ");
        let lines = address.lines.iter().map(String::as_str).chain([place.trim()]);
        let country = words.country(&address.country);
        page.line(&lines.chain([country.as_str()]).collect::<Vec<_>>().join(", "));
    }
    for contact in &agency.contacts {
        page.line(&say!(words, "said-part", what = &contact.name, value = page.pick(&contact.title)));
        page.reached(None, contact.email.as_deref(), &contact.phones);
    }
    for service in &agency.services {
        one_service(page, service);
    }
}

fn one_service(page: &mut Page, service: &Service) {
    let words = page.words;
    page.heading(page.pick(&service.name));
    page.text(&service.description);
    let needs = service.needs.iter().map(|need| words.need_served(*need)).collect::<Vec<_>>().join(", ");
    page.fact("agency-needs", &needs);
    let countries = service.countries.iter().map(|country| words.country(country)).collect::<Vec<_>>().join(", ");
    let countries = if countries.is_empty() { say!(words, "agency-everywhere") } else { countries };
    page.fact("agency-countries", &countries);
    let languages = service.languages.iter().map(|language| words.language(language)).collect::<Vec<_>>().join(", ");
    let languages = if languages.is_empty() { say!(words, "agency-languages-unknown") } else { languages };
    page.fact("agency-languages", &languages);
    let texts = [
        ("agency-eligibility", &service.eligibility),
        ("agency-fees", &service.fees),
        ("agency-apply", &service.apply),
        ("agency-hours", &service.hours),
    ];
    for (label, text) in texts {
        page.fact(label, &page.pick(text));
    }
    page.reached(service.website.as_deref(), service.email.as_deref(), &service.phones);
}

/// Everything about an agency.
pub(in crate::tui::screens) fn agency(agency: &Agency, words: &Words) -> Vec<Block> {
    let mut page = Page { blocks: Vec::new(), words };
    one_agency(&mut page, agency);
    page.blocks
}

/// A page of a guide: 0 what it is about, then its pages.
pub(in crate::tui::screens) fn guide(guide: &Guide, number: usize, words: &Words) -> Vec<Block> {
    let mut page = Page { blocks: Vec::new(), words };
    match number.checked_sub(1).and_then(|at| guide.pages.get(at)) {
        None => guide_as_a_whole(&mut page, guide),
        Some(one) => one_page(&mut page, one, words),
    }
    page.blocks
}
