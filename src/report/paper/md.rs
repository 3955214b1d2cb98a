//! A paper as Markdown, to paste or to convert: languages stand behind one another, and what is not translated
//! names its language.

use super::{Block, Paper, Phrase, Said};
use crate::domain::text::shown;
use crate::report::format::html::from_the_right;
use crate::report::format::md::escaped;
use std::fmt::Write;

/// The paper as one Markdown file.
#[must_use]
pub fn md(paper: &Paper) -> String {
    let mut out = String::new();
    // Markdown knows no direction; what it is turned into does.
    let right = paper.tongues.iter().all(|tongue| from_the_right(tongue.tag()));
    if right {
        out.push_str("<div dir=\"rtl\">\n\n");
    }
    for (at, block) in paper.blocks.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        self::block(&mut out, block);
    }
    if right {
        out.push_str("\n</div>\n");
    }
    out
}

fn block(out: &mut String, block: &Block) {
    // Into a text nothing fails.
    let _ = match block {
        Block::Sheet(said) => writeln!(out, "# {}", self::said(said)),
        Block::Heading(said) => writeln!(out, "## {}", self::said(said)),
        Block::Timed(minutes, said) => writeln!(out, "### {minutes} min · {}", self::said(said)),
        Block::Paragraph(said) => writeln!(out, "{}", started(self::said(said))),
        Block::Notice(said) => writeln!(out, "**! {}**", self::said(said)),
        Block::Fact(label, said) if label.is_empty() => writeln!(out, "{}", started(self::said(said))),
        Block::Fact(label, said) => writeln!(out, "**{}:** {}", self::said(label), self::said(said)),
        Block::Items(items) => items.iter().try_for_each(|item| writeln!(out, "- {}", self::said(item))),
        Block::Boxes(items) => items.iter().try_for_each(|item| writeln!(out, "- [ ] {}", self::said(item))),
        Block::Grid(steps, items) => grid(out, steps, items),
        Block::Blanks(labels) => labels.iter().enumerate().try_for_each(|(at, label)| {
            let between = if at == 0 { "" } else { "\n" };
            writeln!(out, "{between}{}: \\_\\_\\_\\_\\_\\_\\_\\_", self::said(label))
        }),
        Block::Lines(count) => (0..*count).try_for_each(|at| out.write_str(if at == 0 { "---\n" } else { "\n---\n" })),
    };
}

fn grid(out: &mut String, steps: &[Said], items: &[Said]) -> std::fmt::Result {
    let head: Vec<String> = steps.iter().map(said).collect();
    writeln!(out, "| | {} |\n|{}", head.join(" | "), " --- |".repeat(steps.len() + 1))?;
    items.iter().try_for_each(|item| writeln!(out, "| {} |{}", said(item), "  |".repeat(steps.len())))
}

/// What would begin a list is text all the same.
fn started(text: String) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let rest = text.get(digits..).unwrap_or_default();
    if digits > 0 && rest.starts_with(['.', ')']) {
        return format!("{}\\{rest}", text.get(..digits).unwrap_or_default());
    }
    if text.starts_with(['-', '+', '=']) { format!("\\{text}") } else { text }
}

fn said(said: &Said) -> String {
    let phrase = |phrase: &Phrase| {
        let text = escaped(&shown(&phrase.text));
        if phrase.stands_in { format!("{text} \\[{}\\]", escaped(&shown(&phrase.tag))) } else { text }
    };
    said.0.iter().map(phrase).collect::<Vec<_>>().join(" / ")
}
