//! The description of the files is held to the types that are loaded, so that neither can drift from the other.

use crate::catalogue::layout::simplest;
use crate::catalogue::shape::{Choice, Field, Fields, Holds, Kind, Number, Shape};
use crate::catalogue::syntax;
use crate::domain::agency::Directory;
use crate::domain::closed::ClosedDays;
use crate::domain::guide::Guide;
use crate::domain::pathway::Pathway;
use crate::domain::programme::Programme;
use crate::domain::translation::Translation;
use ron::error::Error;

/// Why a file of this kind cannot be loaded from `text`; what it is otherwise, as its debug form.
fn loaded(kind: Kind, text: &str) -> Result<String, Error> {
    fn load<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> Result<String, Error> {
        syntax::parse::<T>(text).map(|value| format!("{value:?}")).map_err(|error| error.code)
    }
    match kind {
        Kind::Programme => load::<Programme>(text),
        Kind::Pathway => load::<Pathway>(text),
        Kind::Guide => load::<Guide>(text),
        Kind::Directory => load::<Directory>(text),
        Kind::ClosedDays => load::<ClosedDays>(text),
        Kind::Translation => load::<Translation>(text),
    }
}

/// A place in a file: a text with a hole in it.
type Hole<'a> = &'a dyn Fn(&str) -> String;

/// Everything that the description says of a place is tried out at that place.
struct Trial {
    kind: Kind,
    /// Types that have been tried: each once is enough.
    tried: Vec<&'static str>,
    wrong: Vec<String>,
}

impl Trial {
    fn expect(&mut self, text: &str, holds: bool, why: &str) {
        let loaded = loaded(self.kind, text);
        if loaded.is_ok() != holds {
            self.wrong.push(format!("{:?}: {why}: {text}: {loaded:?}", self.kind));
        }
    }

    /// The names that the loader says there are, when it is given one that there is not.
    fn names(&mut self, text: &str, ours: &[&str], what: &str) {
        let theirs = match loaded(self.kind, text) {
            Err(Error::NoSuchStructField { expected, .. } | Error::NoSuchEnumVariant { expected, .. }) => expected,
            other => return self.wrong.push(format!("{what}: {text}: {other:?}")),
        };
        if theirs != ours {
            self.wrong.push(format!("{what}: described {ours:?}, loaded {theirs:?}"));
        }
    }

    fn shape(&mut self, shape: Shape, hole: Hole) {
        self.expect(&hole(&simplest(shape)), true, "the simplest value");
        match shape {
            Shape::Fields(fields) if !self.tried.contains(&fields.name) => {
                self.tried.push(fields.name);
                self.named(fields, hole);
            }
            Shape::Choice(choice) if !self.tried.contains(&choice.name) => {
                self.tried.push(choice.name);
                self.choice(choice, hole);
            }
            Shape::Maybe(inner) => self.shape(*inner, &|value| hole(&format!("Some({value})"))),
            Shape::List(inner) => {
                self.expect(&hole("7"), false, "a number for a list");
                self.shape(*inner, &|value| hole(&format!("[{value}]")));
            }
            Shape::Number(number) => self.number(number, hole),
            Shape::YesNo => self.expect(&hole("1"), false, "a number for yes or no"),
            Shape::Date | Shape::MonthDay | Shape::Language | Shape::Country => {
                self.expect(&hole("\"?\""), false, "no date, no code");
            }
            Shape::Text(_) => {
                self.expect(&hole("{ \"en\": \"a\", \"nb\": \"b\" }"), true, "two languages");
                self.expect(&hole("7"), false, "a number for a text");
            }
            Shape::Plain { .. } | Shape::Unwritten | Shape::Id | Shape::IdOf(_) | Shape::Standard | Shape::Digest => {
                self.expect(&hole("{ \"en\": \"a\" }"), false, "languages for a plain text");
            }
            Shape::Fields(_) | Shape::Choice(_) => {}
        }
    }

    fn number(&mut self, number: Number, hole: Hole) {
        let (least, most) = number.range();
        for (value, holds) in [(least, true), (most, true), (least - 1, false), (most + 1, false)] {
            self.expect(&hole(&value.to_string()), holds, "the range of a number");
        }
    }

    fn named(&mut self, fields: &'static Fields, hole: Hole) {
        self.expect(&hole(&format!("{}{}", fields.name, simplest(Shape::Fields(fields)))), true, "with its name");
        self.expect(&hole("Other()"), false, "with another name");
        self.fields(fields.name, fields.fields, hole);
    }

    fn fields(&mut self, name: &str, fields: &'static [Field], hole: Hole) {
        let ours: Vec<&str> = fields.iter().map(|field| field.name).collect();
        self.names(&hole("(no_such_field: 1)"), &ours, name);
        for field in fields {
            let others = |but: &str| -> String {
                let others = fields.iter().filter(|other| other.absent.is_none() && other.name != but);
                others
                    .flat_map(|other| [other.name.to_owned(), ": ".to_owned(), simplest(other.shape), ", ".to_owned()])
                    .collect()
            };
            let without = hole(&format!("({})", others(field.name)));
            self.expect(&without, field.absent.is_some(), &format!("{name} without {}", field.name));
            if let Some(absent) = field.absent {
                let with = hole(&format!("({}{}: {absent})", others(field.name), field.name));
                if loaded(self.kind, &with).ok() != loaded(self.kind, &without).ok() {
                    self.wrong.push(format!("{name}: without {} it is not {absent}", field.name));
                }
            }
            let part = |value: &str| hole(&format!("({}{}: {value})", others(field.name), field.name));
            self.shape(field.shape, &part);
        }
    }

    fn choice(&mut self, choice: &'static Choice, hole: Hole) {
        let ours: Vec<&str> = choice.options.iter().map(|option| option.name).collect();
        self.names(&hole("NoSuchChoice"), &ours, choice.name);
        for option in choice.options {
            match option.holds {
                Holds::Nothing => {
                    self.expect(&hole(option.name), true, option.name);
                    self.expect(&hole(&format!("{}(1)", option.name)), false, option.name);
                }
                Holds::Values(shapes) => {
                    self.expect(&hole(option.name), false, option.name);
                    for (at, shape) in shapes.iter().enumerate() {
                        let values = |value: &str| {
                            let all = shapes.iter().enumerate();
                            let all = all.map(|(n, s)| if n == at { value.to_owned() } else { simplest(*s) });
                            hole(&format!("{}({})", option.name, all.collect::<Vec<_>>().join(", ")))
                        };
                        self.shape(*shape, &values);
                    }
                }
                Holds::Fields(fields) => {
                    self.expect(&hole(option.name), false, option.name);
                    self.fields(option.name, fields, &|value| hole(&format!("{}{value}", option.name)));
                }
            }
        }
    }
}

#[test]
fn every_field_every_choice_and_every_default_is_as_the_description_says() {
    for kind in Kind::ALL {
        let mut trial = Trial { kind, tried: Vec::new(), wrong: Vec::new() };
        trial.named(kind.fields(), &str::to_owned);
        assert!(trial.wrong.is_empty(), "{:#?}", trial.wrong);
        assert!(!trial.tried.is_empty());
    }
}
