//! The form of a file: its tree held against the description of its kind, every fault at its place.

use super::finding::{Level, What};
use super::near::nearest;
use super::shape::{Choice, Field, Fields, Holds, Shape, Use, Variant};
use super::tree::{Group, Held, Node, Part, Path, Tree};
use super::{texts, value};
use crate::domain::standard::{INSTRUMENTS, Standard};
use crate::domain::text::NOTE;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// Something that was found, not yet at a line and column.
pub(super) type Found = (Range<usize>, Level, What);

/// Errors after which a file is not looked at any further: more than are ever told.
pub(super) const MOST_FAULTS: usize = 10 * super::MOST_FINDINGS;

/// The most parts of a list: the rules that hold parts against each other then end soon, whatever is in them.
const MOST_PARTS: usize = 10_000;

/// Whether a file is so broken that mending it in memory, to find more, would only cost time and memory.
pub(super) fn is_hopeless(found: &[Found]) -> bool {
    found.iter().filter(|(_, level, _)| *level == Level::Error).take(MOST_FAULTS).count() == MOST_FAULTS
}

/// What was found in a tree.
pub(super) struct Read {
    pub(super) found: Vec<Found>,
    /// Whether RON can load the text as what it is meant to be, apart from faults of syntax.
    pub(super) fits: bool,
}

/// Holds `tree` against `fields`. `escapes`: look for hidden characters written as escapes, because none
/// stands in the source itself. `languages`: those in which every text is there, beside the file.
pub(super) fn read(tree: &Tree, fields: &'static Fields, escapes: bool, languages: &[String]) -> Read {
    let texts = texts::Languages::of(source_language(tree));
    let mut form = Form { tree, escapes, found: Vec::new(), errors: 0, fits: true, texts };
    if !matches!(tree.root.held, Held::Missing) {
        form.value(&tree.root, Shape::Fields(fields));
    }
    let missing = form.texts.missing(languages);
    form.found.extend(missing);
    Read { found: form.found, fits: form.fits }
}

/// The language of the texts that stand alone.
pub(super) fn source_language<'a>(tree: &Tree<'a>) -> Cow<'a, str> {
    let said = tree.node(&Path::Root.key("language")).and_then(|node| value::words(tree, node));
    said.filter(|tag| texts::is_language(tag)).unwrap_or(Cow::Borrowed(texts::DEFAULT_LANGUAGE))
}

struct Form<'t, 'a> {
    tree: &'t Tree<'a>,
    escapes: bool,
    found: Vec<Found>,
    /// Those of them that keep the file from being used, as far as anybody counts.
    errors: usize,
    fits: bool,
    texts: texts::Languages<'a>,
}

impl<'a> Form<'_, 'a> {
    /// A fault that keeps the file from being loaded.
    fn misfit(&mut self, at: Range<usize>, what: What) {
        self.fits = false;
        self.errors += 1;
        self.found.push((at, Level::Error, what));
    }

    fn value(&mut self, node: &Node, shape: Shape) {
        if let Some(what) = value::objection(self.tree, node, shape) {
            self.misfit(node.mark(), what);
            return;
        }
        match shape {
            Shape::Text(wanted) => self.text(node, wanted),
            Shape::Plain { most } => self.words(node, |form, words| {
                if words.trim().is_empty() {
                    form.error(node, What::new("finding-text-empty"));
                }
                form.characters(node, words, most);
            }),
            Shape::Unwritten => self.words(node, |form, words| form.characters(node, words, NOTE)),
            Shape::Id => self.words(node, |form, words| form.id(node, words)),
            Shape::Standard => self.words(node, |form, words| form.standard(node, words)),
            Shape::Maybe(inner) => self.maybe(node, *inner),
            Shape::List(inner) => self.list(node, *inner),
            Shape::Fields(fields) => self.fields(node, fields),
            Shape::Choice(choice) => self.choice(node, choice),
            Shape::Number(_)
            | Shape::YesNo
            | Shape::Date
            | Shape::MonthDay
            | Shape::Language
            | Shape::Country
            | Shape::Digest
            | Shape::IdOf(_) => {}
        }
    }

    /// Whether so many faults were found that the rest is not looked at: nobody wrote this by hand.
    fn is_hopeless(&self) -> bool {
        self.errors >= MOST_FAULTS
    }

    fn error(&mut self, node: &Node, what: What) {
        self.errors += 1;
        self.found.push((node.mark(), Level::Error, what));
    }

    fn words(&mut self, node: &Node, check: impl FnOnce(&mut Self, &str)) {
        if let Some(words) = value::words(self.tree, node) {
            check(self, &words);
        }
    }

    fn id(&mut self, node: &Node, id: &str) {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || id.len() > 60 || !id.chars().all(allowed) {
            self.error(node, What::new("finding-id").with("id", id));
        }
    }

    fn standard(&mut self, node: &Node, words: &str) {
        if self.found.len() >= MOST_FAULTS || Standard(words.to_owned()).parts().is_some() {
            return;
        }
        let named = words.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
        let known = INSTRUMENTS.iter().map(|(name, _)| *name);
        let what = match nearest(named, known.clone()).filter(|near| *near != named) {
            Some(near) => What::new("finding-standard-near").with("near", near),
            None if known.clone().any(|name| words.starts_with(name)) => What::new("finding-standard-number"),
            None => What::new("finding-standard").with_known(known),
        };
        self.found.push((node.mark(), Level::Warning, what));
    }

    fn characters(&mut self, node: &Node, words: &str, most: usize) {
        if words.len() > most {
            let length = crate::domain::text::one_line(words).chars().count();
            if length > most {
                self.error(node, What::new("finding-text-long").with("length", length).with("most", most));
            }
        }
        let escaped = self.escapes && self.tree.slice(&(node.start..node.end)).contains('\\');
        if escaped || words.contains('\t') {
            self.found.extend(texts::hidden_in_words(words).map(|what| (node.mark(), Level::Error, what)));
        }
    }

    /// One text, or one for each language.
    fn text(&mut self, node: &Node, wanted: Use) {
        match &node.held {
            Held::Missing => {}
            Held::Text(_) if !value::is_readable(self.tree, node) => {
                self.misfit(node.mark(), What::new("finding-backslash"));
            }
            Held::Text(_) => {
                self.line(node, wanted);
                self.texts.plain(node.mark());
            }
            Held::Group(group) if holds_languages(group) => {
                let mut tags = Vec::new();
                let mut empty = true;
                for part in &group.parts {
                    empty &= self.language(part, wanted, &mut tags, group.open);
                }
                if empty && wanted != Use::Optional {
                    self.error(node, What::new("finding-text-empty"));
                } else if !empty {
                    self.texts.group(node.mark(), &tags);
                }
                self.placeholders(group);
            }
            _ => self.misfit(node.mark(), What::new("finding-wants-text")),
        }
    }

    /// One language of a text; whether there is nothing in it.
    fn language(&mut self, part: &Part, wanted: Use, tags: &mut Vec<&'a str>, open: u8) -> bool {
        let Some(name) = &part.name else {
            self.misfit(part.value.mark(), What::new("finding-name-missing"));
            return false;
        };
        let (written, tag) = (self.tree.slice(name), self.tree.name_of(part).unwrap_or_default());
        if open == b'{' && !written.starts_with('"') {
            self.misfit(name.clone(), What::new("finding-language-unquoted").with("language", tag));
        }
        if tags.contains(&tag) {
            self.misfit(name.clone(), What::new("finding-language-twice").with("language", tag));
        } else if !texts::is_language(tag) {
            self.found.push((name.clone(), Level::Error, What::new("finding-language").with("language", tag)));
        }
        tags.push(tag);
        if let Some(what) = value::objection(self.tree, &part.value, Shape::Plain { most: wanted.most() }) {
            self.misfit(part.value.mark(), what);
            return false;
        }
        self.line(&part.value, wanted)
    }

    /// The words of one language; whether there are none.
    fn line(&mut self, node: &Node, wanted: Use) -> bool {
        let Some(words) = value::words(self.tree, node) else { return false };
        let empty = words.trim().is_empty();
        if empty && wanted != Use::Optional {
            self.error(node, What::new("finding-text-empty"));
        }
        self.characters(node, &words, wanted.most());
        if let Some(fits) = wanted.fits().filter(|fits| words.len() > *fits) {
            let length = crate::domain::text::one_line(&words).chars().count();
            if length > fits && length <= wanted.most() {
                let what = What::new("finding-text-wide").with("length", length).with("most", fits);
                self.found.push((node.mark(), Level::Warning, what));
            }
        }
        empty
    }

    /// What is put in later must be there in every language.
    fn placeholders(&mut self, group: &Group) {
        let texts: Vec<_> = group.parts.iter().map(|part| (part, value::words(self.tree, &part.value))).collect();
        if !texts.iter().any(|(_, words)| words.as_ref().is_some_and(|words| words.contains('{'))) {
            return;
        }
        let first = texts.first().and_then(|(_, words)| words.as_deref()).unwrap_or_default();
        for (part, words) in texts.iter().skip(1).filter(|(_, words)| words.is_some()) {
            if let Some(lost) = texts::lost_placeholder(first, words.as_deref().unwrap_or_default()) {
                let what = What::new("finding-placeholder").with("placeholder", lost);
                self.found.push((part.value.mark(), Level::Warning, what));
            }
        }
    }

    /// `None`, `Some(…)`, or the value alone.
    fn maybe(&mut self, node: &Node, inner: Shape) {
        match &node.held {
            Held::Word if self.tree.slice(&(node.start..node.end)) == "None" => {}
            Held::Group(group) if group.name.as_ref().is_some_and(|name| self.tree.slice(name) == "Some") => {
                match group.parts.as_slice() {
                    [Part { name: None, value }] => self.value(value, inner),
                    _ => self.misfit(node.mark(), What::new("finding-some").with("count", group.parts.len())),
                }
            }
            _ => self.value(node, inner),
        }
    }

    fn list(&mut self, node: &Node, inner: Shape) {
        let group = match &node.held {
            Held::Missing => return,
            Held::Group(group) if group.open == b'[' && group.name.is_none() => group,
            _ => return self.misfit(node.mark(), What::new("finding-wants-list")),
        };
        if group.parts.len() > MOST_PARTS {
            let what = What::new("finding-list-long").with("count", group.parts.len()).with("most", MOST_PARTS);
            return self.misfit(node.mark(), what);
        }
        let mut ids = BTreeSet::new();
        let named = matches!(inner, Shape::Fields(fields) if fields.fields.first().is_some_and(|f| f.name == "id"));
        for part in &group.parts {
            if self.is_hopeless() {
                return;
            }
            self.value(&part.value, inner);
            if named {
                self.once(&part.value, &mut ids);
            }
        }
    }

    /// No two of a list have the same id.
    fn once(&mut self, item: &Node, ids: &mut BTreeSet<Cow<'a, str>>) {
        let parts = item.group().map(|group| group.parts.as_slice()).unwrap_or_default();
        let Some(part) = parts.iter().find(|part| self.tree.name_of(part) == Some("id")) else { return };
        let Some(id) = value::words(self.tree, &part.value) else { return };
        if ids.contains(&id) {
            self.error(&part.value, What::new("finding-id-twice").with("id", id));
        } else {
            ids.insert(id);
        }
    }

    fn fields(&mut self, node: &Node, fields: &'static Fields) {
        let group = match &node.held {
            Held::Missing => return,
            Held::Group(group) if group.open == b'(' => group,
            _ => return self.misfit(node.mark(), What::new("finding-wants-fields")),
        };
        if let Some(name) = group.name.as_ref().filter(|name| self.tree.slice(name) != fields.name) {
            let what = What::new("finding-name-wrong").with("found", self.tree.slice(name)).with("wanted", fields.name);
            self.misfit(name.clone(), what);
        }
        self.parts(node, group, fields.fields);
    }

    fn parts(&mut self, node: &Node, group: &Group, fields: &'static [Field]) {
        let mut seen: Vec<&str> = Vec::new();
        let mut meant: Vec<&str> = Vec::new();
        for part in &group.parts {
            let (Some(span), Some(name)) = (&part.name, self.tree.name_of(part)) else {
                // Said twice it is said once.
                self.misfit(part.value.mark(), What::new("finding-name-missing"));
                continue;
            };
            let Some(field) = fields.iter().find(|field| field.name == name) else {
                let near = nearest(name, fields.iter().map(|field| field.name).filter(|name| !seen.contains(name)));
                meant.extend(near);
                let what = match near {
                    Some(near) => What::new("finding-field-near").with("field", name).with("near", near),
                    None => What::new("finding-field-unknown").with("field", name).with_known(names(fields)),
                };
                self.misfit(span.clone(), what);
                continue;
            };
            if seen.contains(&field.name) {
                self.misfit(span.clone(), What::new("finding-field-twice").with("field", name));
                continue;
            }
            seen.push(field.name);
            self.value(&part.value, field.shape);
        }
        let missing = fields.iter().filter(|field| field.absent.is_none());
        for field in missing.filter(|field| !seen.contains(&field.name)) {
            self.fits = false;
            // Of a group whose end was guessed the field may stand behind it.
            if !group.torn && !meant.contains(&field.name) {
                self.misfit(node.mark(), What::new("finding-field-missing").with("field", field.name));
            }
        }
    }

    fn choice(&mut self, node: &Node, choice: &'static Choice) {
        let (name, group) = match &node.held {
            Held::Missing => return,
            Held::Word => (node.start..node.end, None),
            Held::Group(Group { name: Some(name), .. }) => (name.clone(), node.group()),
            Held::Text(_) => {
                let words = value::words(self.tree, node).unwrap_or_default();
                if choice.option(&words).is_some() {
                    return self.misfit(node.mark(), What::new("finding-choice-quoted").with("choice", words));
                }
                return self.misfit(node.mark(), What::new("finding-wants-choice").with_known(options(choice)));
            }
            Held::Group(_) => {
                return self.misfit(node.mark(), What::new("finding-wants-choice").with_known(options(choice)));
            }
        };
        let written = self.tree.slice(&name);
        let Some(option) = choice.option(written) else {
            let what = match nearest(written, choice.options.iter().map(|option| option.name)) {
                Some(near) => What::new("finding-choice-near").with("choice", written).with("near", near),
                None => What::new("finding-choice-unknown").with("choice", written).with_known(options(choice)),
            };
            return self.misfit(name, what);
        };
        self.option(node, name, option, group);
    }

    fn option(&mut self, node: &Node, name: Range<usize>, option: &'static Variant, group: Option<&Group>) {
        match (option.holds, group) {
            (Holds::Nothing, None) => {}
            (Holds::Nothing, Some(_)) => {
                self.misfit(node.mark(), What::new("finding-choice-alone").with("choice", option.name));
            }
            (Holds::Values(_) | Holds::Fields(_), None) => {
                self.misfit(name, What::new("finding-choice-holds").with("choice", option.name));
            }
            (Holds::Values(shapes), Some(group)) => {
                if group.parts.len() != shapes.len() && !group.torn {
                    let what = What::new("finding-choice-count").with("choice", option.name);
                    self.misfit(node.mark(), what.with("count", shapes.len()));
                }
                for (part, shape) in group.parts.iter().zip(shapes) {
                    if let Some(name) = &part.name {
                        let what = What::new("finding-choice-unnamed").with("choice", option.name);
                        self.misfit(name.clone(), what);
                    }
                    self.value(&part.value, *shape);
                }
            }
            (Holds::Fields(fields), Some(group)) => self.parts(node, group, fields),
        }
    }
}

/// Whether a group can be one text in several languages.
fn holds_languages(group: &Group) -> bool {
    let fields = group.open == b'(' && !group.parts.is_empty() && group.parts.iter().all(|part| part.name.is_some());
    fields || group.open == b'{' && group.name.is_none()
}

fn names(fields: &[Field]) -> impl Iterator<Item = &str> {
    fields.iter().map(|field| field.name)
}

fn options(choice: &Choice) -> impl Iterator<Item = &str> {
    choice.options.iter().map(|option| option.name)
}
