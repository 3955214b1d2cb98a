//! The sheet that people take with them from a session, as it will be printed.

use crate::domain::programme::Course;
use crate::domain::text::shown;
use crate::report::paper::tongue::Tongue;
use crate::report::paper::{self, Reader, Said, Wanted};
use crate::tui::widgets::document::{Block, Tone};

/// Where somebody is to write.
const LINE: &str = "________________________________________";
/// Where somebody is to tick.
const BOX: &str = "[ ]";

/// The sheet of the session with this index, in one language.
pub(super) fn blocks(course: &Course, session: usize, tongue: Tongue) -> Vec<Block> {
    let wanted = Wanted { course, descends_from: None, reader: Reader::Participant, session: Some(session + 1) };
    let tongues = [tongue];
    let paper = paper::of(&wanted, &tongues);
    // Each part begins with a blank line, the first of them with none.
    paper.iter().flat_map(|paper| &paper.blocks).flat_map(block).skip(1).collect()
}

fn block(block: &paper::Block) -> Vec<Block> {
    let lines =
        |sign: &str, texts: &[Said]| texts.iter().map(|text| plain(&format!("{sign} {}", said(text)))).collect();
    match block {
        paper::Block::Sheet(text) | paper::Block::Heading(text) => vec![Block::Blank, Block::Heading(said(text))],
        paper::Block::Timed(minutes, text) => vec![plain(&format!("{minutes} {}", said(text)))],
        paper::Block::Paragraph(text) => vec![plain(&said(text))],
        paper::Block::Notice(text) => vec![Block::Text(format!("! {}", said(text)), Tone::Warn)],
        paper::Block::Fact(label, text) => vec![plain(&format!("{}: {}", said(label), said(text)))],
        paper::Block::Items(texts) => lines("-", texts),
        paper::Block::Boxes(texts) => lines(BOX, texts),
        paper::Block::Grid(steps, items) => {
            let steps = steps.iter().map(said).collect::<Vec<_>>().join(" · ");
            let boxes = [BOX].repeat(steps.split(" · ").count()).join(" ");
            std::iter::once(plain(&steps)).chain(lines(&boxes, items)).collect()
        }
        paper::Block::Blanks(labels) => labels.iter().map(|label| plain(&format!("{}: {LINE}", said(label)))).collect(),
        paper::Block::Lines(count) => (0..*count).map(|_| Block::Text(LINE.to_owned(), Tone::Quiet)).collect(),
    }
}

fn plain(text: &str) -> Block {
    Block::Text(text.to_owned(), Tone::Plain)
}

/// The words, and behind what is not translated the language that it is in.
fn said(said: &Said) -> String {
    let phrases = said.0.iter().map(|phrase| {
        let text = shown(&phrase.text);
        if phrase.stands_in { format!("{text} [{}]", phrase.tag) } else { text.into_owned() }
    });
    phrases.collect::<Vec<_>>().join(" / ")
}
