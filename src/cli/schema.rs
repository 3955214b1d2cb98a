//! `onward schema`: everything that may stand in the files of trainers, as Markdown, made from the one
//! description that they are checked against.

use crate::catalogue::shape::{Choice, Field, Fields, Holds, Kind, Shape};
use crate::cli::exit::{Exit, Trouble};
use crate::cli::{Options, output, place};
use crate::domain::text::NOTE;
use crate::i18n::Words;
use crate::say;
use clap::Args;
use std::fmt::Write;

/// Print everything that may stand in programmes, pathways, guides and directories, as Markdown
#[derive(Debug, Args)]
pub struct Schema {}

impl Schema {
    /// Prints the reference in the interface language.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        output::print(&reference(&words), &words)?;
        Ok(Exit::Done)
    }
}

/// A part that is described once, in the order in which it is first needed.
#[derive(Clone, Copy)]
enum Part {
    Fields(&'static Fields),
    Choice(&'static Choice),
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Fields(fields) => fields.name,
            Self::Choice(choice) => choice.name,
        }
    }
}

/// The whole reference.
#[must_use]
pub fn reference(words: &Words) -> String {
    let mut reference = Reference { words, out: String::new(), parts: Vec::new() };
    let _ = writeln!(reference.out, "# {}\n\n{}\n", say!(words, "schema-page"), say!(words, "schema-intro"));
    for kind in Kind::ALL {
        reference.fields(kind.fields());
    }
    let _ = writeln!(reference.out, "# {}\n", say!(words, "schema-parts"));
    let mut at = 0;
    // Describing one part may bring up others.
    while let Some(part) = reference.parts.get(at).copied() {
        match part {
            Part::Fields(fields) => reference.fields(fields),
            Part::Choice(choice) => reference.choice(choice),
        }
        at += 1;
    }
    reference.out.trim_end().to_owned() + "\n"
}

struct Reference<'w> {
    words: &'w Words,
    out: String,
    parts: Vec<Part>,
}

impl Reference<'_> {
    fn fields(&mut self, fields: &'static Fields) {
        let _ = writeln!(self.out, "## {}\n\n{}\n", fields.name, self.words.say(fields.about, &[]));
        self.table(fields.fields);
    }

    fn table(&mut self, fields: &'static [Field]) {
        let words = self.words;
        let head = [say!(words, "schema-field"), say!(words, "schema-holds"), say!(words, "schema-absent")];
        let _ = writeln!(self.out, "| {} | {} |\n|---|---|---|---|", head.join(" | "), say!(words, "schema-about"));
        for field in fields {
            let shape = self.shape(field.shape);
            let absent = field.absent.map_or_else(|| say!(words, "schema-needed"), |absent| format!("`{absent}`"));
            let about = words.say(field.about, &[]);
            let _ = writeln!(self.out, "| `{}` | {shape} | {absent} | {about} |", field.name);
        }
        self.out.push('\n');
    }

    fn choice(&mut self, choice: &'static Choice) {
        let _ = writeln!(self.out, "## {}\n\n{}\n", choice.name, self.words.say(choice.about, &[]));
        let mut within = Vec::new();
        for option in choice.options {
            let about = self.words.say(option.about, &[]);
            let held = match option.holds {
                Holds::Nothing => String::new(),
                Holds::Values(shapes) => {
                    let shapes: Vec<String> = shapes.iter().map(|shape| self.shape(*shape)).collect();
                    format!("({})", shapes.join(", "))
                }
                Holds::Fields(fields) => {
                    within.push((option.name, fields));
                    let names: Vec<String> = fields.iter().map(|field| format!("`{}`", field.name)).collect();
                    format!("({})", names.join(", "))
                }
            };
            let _ = writeln!(self.out, "- `{}`{held}: {about}", option.name);
        }
        self.out.push('\n');
        for (name, fields) in within {
            let _ = writeln!(self.out, "`{name}`:\n");
            self.table(fields);
        }
    }

    /// What a value may be, with a link to the part that describes it.
    fn shape(&mut self, shape: Shape) -> String {
        let words = self.words;
        match shape {
            Shape::Text(wanted) => say!(words, "schema-text", most = wanted.most()),
            Shape::Plain { most } => say!(words, "schema-plain", most = most),
            Shape::Unwritten => say!(words, "schema-plain", most = NOTE),
            Shape::Id => say!(words, "schema-own-id"),
            Shape::IdOf(of) => say!(words, "schema-id-of", of = of),
            Shape::Date => say!(words, "schema-date"),
            Shape::MonthDay => say!(words, "schema-month-day"),
            Shape::Language => say!(words, "schema-language-code"),
            Shape::Country => say!(words, "schema-country-code"),
            Shape::Standard => say!(words, "schema-standard"),
            Shape::Digest => say!(words, "schema-digest"),
            Shape::Number(number) => {
                let (least, most) = number.range();
                say!(words, "schema-number", least = least.to_string(), most = most.to_string())
            }
            Shape::YesNo => "`true`, `false`".to_owned(),
            Shape::Maybe(inner) => self.shape(*inner),
            Shape::List(inner) => {
                let inner = self.shape(*inner);
                say!(words, "schema-list", of = inner)
            }
            Shape::Fields(fields) => self.link(Part::Fields(fields)),
            Shape::Choice(choice) => self.link(Part::Choice(choice)),
        }
    }

    fn link(&mut self, part: Part) -> String {
        if !self.parts.iter().any(|known| known.name() == part.name()) {
            self.parts.push(part);
        }
        format!("[{}](#{})", part.name(), part.name().to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn every_part_is_described_once_and_every_link_leads_to_one() {
        for tag in ["en", "nb"] {
            let text = reference(&Words::new(Locale::choose([tag])));
            let heads: Vec<String> =
                text.lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_lowercase).collect();
            let mut once = heads.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), heads.len(), "{tag}");
            for link in text.split("](#").skip(1).map(|rest| rest.split(')').next().unwrap()) {
                assert!(heads.iter().any(|head| head == link), "{tag}: {link}");
            }
            assert!(!text.contains("schema-"), "{tag}");
        }
    }
}
