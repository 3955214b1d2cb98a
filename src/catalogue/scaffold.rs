//! A new file to begin with, made from the description: every field with what it is for, and sound at once.

use super::shape::{Field, Fields, Holds, Kind, Shape};
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What a new file is to be.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'w> {
    pub kind: Kind,
    pub id: &'w str,
    /// Sessions, steps or pages.
    pub count: usize,
    pub today: NaiveDate,
    /// The language of its texts.
    pub language: &'w str,
}

/// How messages are said: by their name, with a number.
pub type Say<'s> = &'s dyn Fn(&'static str, usize) -> String;

/// The file as text.
#[must_use]
pub fn scaffold(wanted: Wanted, say: Say) -> String {
    let mut scaffold = Scaffold { wanted, say, out: String::new(), told: BTreeSet::new() };
    scaffold.comment(0, wanted.kind.fields().about);
    scaffold.comment(0, "scaffold-head");
    scaffold.fields(wanted.kind.fields(), 0, 1);
    scaffold.out.push('\n');
    scaffold.out
}

struct Scaffold<'w> {
    wanted: Wanted<'w>,
    say: Say<'w>,
    out: String,
    /// The parts whose fields have been explained.
    told: BTreeSet<&'static str>,
}

impl Scaffold<'_> {
    fn comment(&mut self, indent: usize, message: &'static str) {
        let text = (self.say)(message, 0);
        let _ = writeln!(self.out, "{:indent$}// {text}", "");
    }

    /// The `number`th part of this kind, from its bracket to its bracket.
    fn fields(&mut self, fields: &'static Fields, indent: usize, number: usize) {
        let first = self.told.insert(fields.name);
        self.out.push_str("(\n");
        for field in fields.fields {
            self.field(fields, field, indent + 4, number, first);
        }
        let _ = write!(self.out, "{:indent$})", "");
    }

    fn field(&mut self, fields: &'static Fields, field: &'static Field, indent: usize, number: usize, first: bool) {
        let own = self.own(fields.name, field.name, number);
        if own.is_none() && !first && field.absent.is_some() {
            return;
        }
        if first {
            self.comment(indent, field.about);
        }
        match (own, field.absent) {
            (None, Some(absent)) => {
                let _ = writeln!(self.out, "{:indent$}// {}: {absent},", "", field.name);
            }
            (own, _) => {
                let _ = write!(self.out, "{:indent$}{}: ", "", field.name);
                match own {
                    Some(Own::Written(text)) => self.out.push_str(&text),
                    Some(Own::Parts(count)) => self.list(field.shape, indent, count),
                    None => self.simplest(field.shape, indent, number),
                }
                self.out.push_str(",\n");
            }
        }
    }

    fn list(&mut self, shape: Shape, indent: usize, count: usize) {
        self.out.push_str("[\n");
        for number in 1..=count {
            let inner = indent + 4;
            let _ = write!(self.out, "{:inner$}", "");
            match shape {
                Shape::List(item) => self.simplest(*item, inner, number),
                other => self.simplest(other, inner, number),
            }
            self.out.push_str(",\n");
        }
        let _ = write!(self.out, "{:indent$}]", "");
    }

    fn text(&self, message: &'static str, number: usize) -> String {
        quoted(&(self.say)(message, number))
    }

    fn simplest(&mut self, shape: Shape, indent: usize, number: usize) {
        let text = match shape {
            Shape::Fields(fields) => return self.fields(fields, indent, number),
            Shape::Choice(choice) => {
                // The first that needs nothing more, else the first.
                let simple = choice.options.iter().find(|option| matches!(option.holds, Holds::Nothing));
                if let Some(option) = simple {
                    self.out.push_str(option.name);
                } else if let Some((option, shapes)) = choice.options.iter().find_map(|option| match option.holds {
                    Holds::Values(shapes) => Some((option, shapes)),
                    _ => None,
                }) {
                    let _ = write!(self.out, "{}(", option.name);
                    for shape in shapes {
                        self.simplest(*shape, indent, number);
                    }
                    self.out.push(')');
                }
                return;
            }
            Shape::Text(_) | Shape::Plain { .. } | Shape::Unwritten => self.text("scaffold-write", number),
            Shape::Id => quoted(&format!("part-{number}")),
            Shape::Date => quoted(&self.wanted.today.to_string()),
            Shape::List(_) => "[]".to_owned(),
            Shape::Maybe(_) => "None".to_owned(),
            Shape::YesNo => "false".to_owned(),
            Shape::Number(_) => "1".to_owned(),
            Shape::Language => quoted(self.wanted.language),
            other => super::layout::simplest(other),
        };
        self.out.push_str(&text);
    }

    /// What a scaffold has to say of its own at this place.
    fn own(&self, part: &str, field: &str, number: usize) -> Option<Own> {
        let Wanted { kind, id, count, today, language } = self.wanted;
        let whole = part == kind.fields().name;
        let written = |text: String| Some(Own::Written(text));
        match (part, field) {
            (_, "id") if whole => written(quoted(id)),
            (_, "title") if whole => written(quoted(&title(id))),
            (_, "language") if whole && language != "en" => written(quoted(language)),
            (_, "source") if whole => written(self.text("scaffold-source", 0)),
            (_, "review_by") if whole => {
                let next = today.checked_add_months(Months::new(12)).unwrap_or(today);
                written(quoted(&next.to_string()))
            }
            ("Programme", "plans") | ("Pathway", "steps") | ("Guide", "pages") | ("Directory", "agencies") => {
                Some(Own::Parts(count))
            }
            ("Programme", "versions") | ("Agency", "services") => Some(Own::Parts(1)),
            ("SessionPlan", "id") => written(quoted(&format!("session-{number}"))),
            ("SessionPlan", "title") => written(self.text("scaffold-session", number)),
            ("SessionPlan", "essential") if number == 1 => written("true".to_owned()),
            ("SessionPlan", "minutes") => written("90".to_owned()),
            ("SessionPlan", "activities") => Some(Own::Parts(3)),
            ("Activity", "title") => written(self.text(
                match number {
                    1 => "scaffold-begin",
                    2 => "scaffold-work",
                    _ => "scaffold-close",
                },
                number,
            )),
            ("Activity", "minutes") => written(if number == 2 { "70" } else { "10" }.to_owned()),
            ("Version", "id") => written("\"all\"".to_owned()),
            ("Version", "title") => written(self.text("scaffold-version", count)),
            ("Version", "sessions") => {
                let ids: Vec<String> = (1..=count).map(|number| quoted(&format!("session-{number}"))).collect();
                written(format!("[{}]", ids.join(", ")))
            }
            ("Step", "id") => written(quoted(&format!("step-{number}"))),
            ("Step", "title") => written(self.text("scaffold-step", number)),
            ("Service", "needs") => written("[Accommodation]".to_owned()),
            ("Page", "id") => written(quoted(&format!("page-{number}"))),
            ("Page", "title") => written(self.text("scaffold-page", number)),
            ("Page", "parts") => written(format!(
                "[Text({}), Points([{}])]",
                self.text("scaffold-write", 0),
                self.text("scaffold-write", 0)
            )),
            _ => None,
        }
    }
}

/// A value that is not the simplest one.
enum Own {
    Written(String),
    /// So many parts of a list.
    Parts(usize),
}

fn quoted(text: &str) -> String {
    ron::to_string(text).unwrap_or_default()
}

/// `first-weeks` as people would write it.
fn title(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
