//! A tree written out again as RON that loads, in memory only: what cannot be read gives way to something
//! harmless, so that the rules of meaning can be asked about all the rest.

use super::shape::{Choice, Field, Fields, Holds, Shape, Use, Variant};
use super::translating::Beside;
use super::tree::{Group, Held, Node, Part, Tree};
use super::value;
use std::ops::Range;

/// The text, and the places where something was put that its author did not write.
pub(super) struct Mended {
    pub(super) text: String,
    pub(super) places: Vec<Range<usize>>,
}

/// Writes `tree` as what `fields` describe. Texts that stand alone are in the language `source`; others stand
/// `beside` them.
pub(super) fn mended(tree: &Tree, fields: &'static Fields, source: &str, beside: &Beside) -> Mended {
    let out = String::with_capacity(tree.text.len());
    let mut layout = Layout { tree, source, beside, out, places: Vec::new(), made: 0 };
    layout.value(&tree.root, Shape::Fields(fields));
    Mended { text: layout.out, places: layout.places }
}

/// The simplest value that `shape` allows, as a file would have it.
pub(super) fn simplest(shape: Shape) -> String {
    let mut out = String::new();
    let mut made = 0;
    put(&mut out, shape, &mut made);
    out
}

struct Layout<'t, 'a> {
    tree: &'t Tree<'a>,
    source: &'t str,
    beside: &'t Beside,
    out: String,
    places: Vec<Range<usize>>,
    /// Ids that were made up: no two the same.
    made: usize,
}

impl Layout<'_, '_> {
    fn instead(&mut self, at: Range<usize>, shape: Shape) {
        self.places.push(at);
        put(&mut self.out, shape, &mut self.made);
    }

    fn copy(&mut self, node: &Node) {
        self.out.push_str(self.tree.slice(&(node.start..node.end)));
    }

    fn text(&mut self, words: &str) {
        self.out.push_str(&ron::to_string(words).unwrap_or_default());
    }

    fn value(&mut self, node: &Node, shape: Shape) {
        let unfit = matches!(node.held, Held::Missing) || value::objection(self.tree, node, shape).is_some();
        match (shape, &node.held) {
            _ if unfit => self.instead(node.mark(), shape),
            (Shape::Text(_), Held::Group(group)) => self.languages(node, group, shape),
            (Shape::Text(_), Held::Text(_)) if !value::is_readable(self.tree, node) => self.instead(node.mark(), shape),
            (Shape::Text(_), Held::Text(_)) => {
                let words = value::words(self.tree, node).unwrap_or_default();
                self.out.push('{');
                self.one_language(self.source, &words);
                self.other_languages(node, &[]);
                self.out.push('}');
            }
            (Shape::Maybe(inner), _) => self.maybe(node, *inner),
            (Shape::List(inner), Held::Group(group)) if group.open == b'[' => {
                self.out.push('[');
                for part in &group.parts {
                    self.value(&part.value, *inner);
                    self.out.push(',');
                }
                self.out.push(']');
            }
            (Shape::Fields(fields), Held::Group(group)) if group.open == b'(' => {
                self.fields(node, group, fields.fields);
            }
            (Shape::Choice(choice), _) => self.choice(node, choice),
            (Shape::List(_) | Shape::Fields(_), _) => self.instead(node.mark(), shape),
            (_, Held::Text(_)) => {
                let words = value::words(self.tree, node).unwrap_or_default();
                self.text(&words);
            }
            (Shape::Text(_), _) => self.instead(node.mark(), shape),
            _ => self.copy(node),
        }
    }

    fn languages(&mut self, node: &Node, group: &Group, shape: Shape) {
        let mut seen = Vec::new();
        self.out.push('{');
        for part in &group.parts {
            let (Some(tag), Some(words)) = (self.tree.name_of(part), value::words(self.tree, &part.value)) else {
                self.places.push(node.mark());
                continue;
            };
            if !seen.contains(&tag) {
                seen.push(tag);
                self.one_language(tag, &words);
            }
        }
        self.other_languages(node, &seen);
        self.out.push('}');
        if seen.is_empty() && shape_wants_words(shape) {
            self.places.push(node.mark());
        }
    }

    fn one_language(&mut self, tag: &str, words: &str) {
        self.text(tag);
        self.out.push(':');
        self.text(words);
        self.out.push(',');
    }

    /// What stands beside a text in languages that it does not have itself.
    fn other_languages(&mut self, node: &Node, have: &[&str]) {
        let beside = self.beside.get(&node.start).map(Vec::as_slice).unwrap_or_default();
        for (tag, words) in beside.iter().filter(|(tag, _)| !have.contains(&tag.as_str())) {
            self.one_language(tag, words);
        }
    }

    fn maybe(&mut self, node: &Node, inner: Shape) {
        match &node.held {
            Held::Word if self.tree.slice(&(node.start..node.end)) == "None" => self.out.push_str("None"),
            Held::Group(group) if group.name.as_ref().is_some_and(|name| self.tree.slice(name) == "Some") => {
                if let [Part { name: None, value }] = group.parts.as_slice() {
                    self.some(value, inner);
                } else {
                    self.places.push(node.mark());
                    self.out.push_str("None");
                }
            }
            _ => self.some(node, inner),
        }
    }

    fn some(&mut self, node: &Node, inner: Shape) {
        self.out.push_str("Some(");
        self.value(node, inner);
        self.out.push(')');
    }

    fn fields(&mut self, node: &Node, group: &Group, fields: &'static [Field]) {
        self.out.push('(');
        for field in fields {
            let part = group.parts.iter().find(|part| self.tree.name_of(part) == Some(field.name));
            if part.is_none() && field.absent.is_some() {
                continue;
            }
            self.out.push_str(field.name);
            self.out.push(':');
            match part {
                Some(part) => self.value(&part.value, field.shape),
                None => self.instead(node.mark(), field.shape),
            }
            self.out.push(',');
        }
        self.out.push(')');
    }

    fn choice(&mut self, node: &Node, choice: &'static Choice) {
        let (name, group) = match &node.held {
            Held::Word => (node.start..node.end, None),
            Held::Group(Group { name: Some(name), .. }) => (name.clone(), node.group()),
            _ => return self.instead(node.mark(), Shape::Choice(choice)),
        };
        let option = choice.option(self.tree.slice(&name));
        match option.map(|option| (option, option.holds, group)) {
            Some((option, Holds::Nothing, None)) => self.out.push_str(option.name),
            Some((option, Holds::Values(shapes), Some(group))) if group.parts.len() == shapes.len() => {
                self.out.push_str(option.name);
                self.out.push('(');
                for (part, shape) in group.parts.iter().zip(shapes) {
                    self.value(&part.value, *shape);
                    self.out.push(',');
                }
                self.out.push(')');
            }
            Some((option, Holds::Fields(fields), Some(group))) => {
                self.out.push_str(option.name);
                self.fields(node, group, fields);
            }
            _ => self.instead(node.mark(), Shape::Choice(choice)),
        }
    }
}

fn shape_wants_words(shape: Shape) -> bool {
    matches!(shape, Shape::Text(wanted) if wanted != Use::Optional)
}

/// Writes the simplest value of a shape; `made` counts the ids that were made up.
fn put(out: &mut String, shape: Shape, made: &mut usize) {
    match shape {
        Shape::Text(_) | Shape::Plain { .. } | Shape::Unwritten => out.push_str("\"…\""),
        Shape::Id => {
            *made += 1;
            out.extend(["\"x-", &made.to_string(), "\""]);
        }
        Shape::IdOf(_) => out.push_str("\"x\""),
        Shape::Date => out.push_str("\"2000-01-01\""),
        Shape::MonthDay => out.push_str("\"01-01\""),
        Shape::Language => out.push_str("\"en\""),
        Shape::Country => out.push_str("\"NO\""),
        Shape::Standard => out.push_str("\"CM/Rec(2012)12 35.1\""),
        Shape::Digest => out.push_str("\"0000000000\""),
        Shape::Number(_) => out.push('1'),
        Shape::YesNo => out.push_str("false"),
        Shape::Maybe(_) => out.push_str("None"),
        Shape::List(_) => out.push_str("[]"),
        Shape::Fields(fields) => put_fields(out, fields.fields, made),
        Shape::Choice(choice) => {
            let simple = |option: &&Variant| matches!(option.holds, Holds::Nothing);
            let option = choice.options.iter().find(simple).or(choice.options.first());
            if let Some(option) = option {
                put_option(out, option, made);
            }
        }
    }
}

fn put_fields(out: &mut String, fields: &[Field], made: &mut usize) {
    out.push('(');
    for field in fields.iter().filter(|field| field.absent.is_none()) {
        out.push_str(field.name);
        out.push_str(": ");
        put(out, field.shape, made);
        out.push_str(", ");
    }
    out.push(')');
}

fn put_option(out: &mut String, option: &Variant, made: &mut usize) {
    out.push_str(option.name);
    match option.holds {
        Holds::Nothing => {}
        Holds::Values(shapes) => {
            out.push('(');
            for shape in shapes {
                put(out, *shape, made);
                out.push_str(", ");
            }
            out.push(')');
        }
        Holds::Fields(fields) => put_fields(out, fields, made),
    }
}
