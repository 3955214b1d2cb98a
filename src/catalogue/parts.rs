//! Every text of a file, each with the way to it by ids: `plans/start/activities/2/say/1`.

use super::shape::{Field, Fields, Holds, Shape, Use};
use super::tree::{Group, Held, Node, Part, Tree};
use super::value;
use crate::domain::text::one_line;

/// A text for people.
#[derive(Debug)]
pub(super) struct TextPart<'t> {
    /// By ids; where a part has none, by its number from 1.
    pub(super) part: String,
    pub(super) node: &'t Node,
    pub(super) wanted: Use,
}

impl TextPart<'_> {
    /// The words in `language`; those of a text that stands alone are in the `source` language.
    pub(super) fn words(&self, tree: &Tree, language: &str, source: &str) -> Option<String> {
        match &self.node.held {
            Held::Text(_) if language == source => value::words(tree, self.node).map(|words| one_line(&words)),
            Held::Group(group) => {
                let part = group.parts.iter().find(|part| tree.name_of(part) == Some(language))?;
                value::words(tree, &part.value).map(|words| one_line(&words))
            }
            _ => None,
        }
    }
}

/// Every text in `tree` that `fields` describe, in the order of the description.
pub(super) fn texts<'t>(tree: &'t Tree, fields: &'static Fields) -> Vec<TextPart<'t>> {
    let mut walk = Walk { tree, at: Vec::new(), found: Vec::new() };
    walk.value(&tree.root, Shape::Fields(fields));
    walk.found
}

struct Walk<'t, 'a> {
    tree: &'t Tree<'a>,
    at: Vec<String>,
    found: Vec<TextPart<'t>>,
}

impl<'t> Walk<'t, '_> {
    fn within(&mut self, name: String, node: &'t Node, shape: Shape) {
        self.at.push(name);
        self.value(node, shape);
        self.at.pop();
    }

    fn value(&mut self, node: &'t Node, shape: Shape) {
        match (shape, node.group()) {
            (Shape::Text(wanted), _) => self.found.push(TextPart { part: self.at.join("/"), node, wanted }),
            (Shape::Maybe(inner), Some(group)) if self.is_some(group) => {
                if let [Part { name: None, value }] = group.parts.as_slice() {
                    self.value(value, *inner);
                }
            }
            (Shape::Maybe(inner), _) => self.value(node, *inner),
            (Shape::List(inner), Some(group)) => {
                for (number, part) in group.parts.iter().enumerate() {
                    let name = self.id(&part.value).unwrap_or_else(|| (number + 1).to_string());
                    self.within(name, &part.value, *inner);
                }
            }
            (Shape::Fields(fields), Some(group)) => self.fields(group, fields.fields),
            (Shape::Choice(choice), Some(group)) => {
                let name = group.name.as_ref().map(|name| self.tree.slice(name)).unwrap_or_default();
                match choice.option(name).map(|option| option.holds) {
                    Some(Holds::Fields(fields)) => self.fields(group, fields),
                    Some(Holds::Values(shapes)) => {
                        for (part, shape) in group.parts.iter().zip(shapes) {
                            self.value(&part.value, *shape);
                        }
                    }
                    Some(Holds::Nothing) | None => {}
                }
            }
            _ => {}
        }
    }

    fn is_some(&self, group: &Group) -> bool {
        group.name.as_ref().is_some_and(|name| self.tree.slice(name) == "Some")
    }

    fn fields(&mut self, group: &'t Group, fields: &'static [Field]) {
        for field in fields {
            let part = group.parts.iter().find(|part| self.tree.name_of(part) == Some(field.name));
            if let Some(part) = part {
                self.within(field.name.to_owned(), &part.value, field.shape);
            }
        }
    }

    fn id(&self, node: &Node) -> Option<String> {
        let parts = &node.group()?.parts;
        let part = parts.iter().find(|part| self.tree.name_of(part) == Some("id"))?;
        value::words(self.tree, &part.value).map(std::borrow::Cow::into_owned)
    }
}
