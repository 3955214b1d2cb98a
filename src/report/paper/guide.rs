//! A guide on paper: a sheet for each page, with where it comes from and by when it is to be looked at again.

use super::{Block, Paper, Reader, Writer};
use crate::domain::guide::{self, Guide, Page};
use crate::i18n::Words;
use crate::report::paper::tongue::Tongue;
use crate::say;

/// The guide, or one of its pages, from 1; `None` where it has no such page.
#[must_use]
pub fn of<'a>(guide: &Guide, page: Option<usize>, tongues: &'a [Tongue]) -> Option<Paper<'a>> {
    let chosen: Vec<&Page> = match page {
        None => guide.pages.iter().collect(),
        Some(number) => vec![guide.pages.get(number.checked_sub(1)?)?],
    };
    let mut writer = Writer { tongues, blocks: Vec::new() };
    for page in chosen {
        sheet(&mut writer, page);
        let source = page.source.as_ref().unwrap_or(&guide.source);
        let said = |words: &Words| say!(words, "reading-source", source = source, day = words.day(guide.as_of));
        writer.paragraph(writer.say(said));
        writer.paragraph(writer.say(|words: &Words| say!(words, "agency-review", day = words.day(guide.review_by))));
    }
    let title = writer.text(&guide.title);
    Some(Paper { title, reader: Reader::Participant, tongues, blocks: writer.blocks })
}

fn sheet(writer: &mut Writer, page: &Page) {
    writer.push(Block::Sheet(writer.text(&page.title)));
    writer.awaiting();
    for part in &page.parts {
        match part {
            guide::Block::Heading(text) => writer.push(Block::Heading(writer.text(text))),
            guide::Block::Text(text) => writer.paragraph(writer.text(text)),
            guide::Block::Note(text) => writer.push(Block::Notice(writer.text(text))),
            guide::Block::Points(texts) => writer.push(Block::Items(writer.texts(texts))),
            guide::Block::Steps(texts) => {
                let numbered = (1..).zip(texts).map(|(number, text)| writer.numbered(number, text)).collect();
                writer.push(Block::Items(numbered));
            }
            guide::Block::Chart(lines) => {
                for line in lines {
                    // The language's own line is never translated; beside it staff read which one that is.
                    let name = writer.say(|words: &Words| words.language(&line.language));
                    writer.push(Block::Fact(name, writer.plain(&line.says)));
                }
            }
        }
    }
}
