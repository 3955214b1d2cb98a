//! The messages of a language: found in one pass over its files, each read when it is first said.
//!
//! A screen says some fifty of them. Read whole, they would take longer than the first frame and more memory
//! than everything else that the desk keeps.

use crate::i18n::locale::Locale;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::{Mutex, PoisonError};

/// The messages of one language.
pub(super) struct Messages {
    /// Every message with its source, in the order of their ids.
    sources: Vec<(&'static str, &'static str)>,
    /// Those that were said.
    read: Mutex<FluentBundle<FluentResource>>,
}

impl Messages {
    pub(super) fn new(locale: &'static Locale) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.tag.parse().unwrap_or_default()]);
        // Isolation marks would be counted and drawn as cells by a terminal.
        bundle.set_use_isolating(false);
        let mut sources: Vec<_> = locale.files.iter().flat_map(|file| entries(file)).collect();
        sources.sort_unstable();
        sources.shrink_to_fit();
        Self { sources, read: Mutex::new(bundle) }
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.source(id).is_some()
    }

    fn source(&self, id: &str) -> Option<&'static str> {
        let at = self.sources.binary_search_by_key(&id, |(id, _)| id).ok()?;
        self.sources.get(at).map(|(_, source)| *source)
    }

    /// The message `id` with its values; nothing when the language does not have it.
    pub(super) fn format(&self, id: &str, args: &FluentArgs) -> Option<String> {
        let source = self.source(id)?;
        let mut bundle = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if !bundle.has_message(id) {
            // A fault in a message fails a test; here what can be read of it is used.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.to_owned());
            bundle.add_resource_overriding(resource);
        }
        let pattern = bundle.get_message(id)?.value()?;
        Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

/// The messages of one file, each with its source: from a line that begins with a letter to the next one that
/// begins with a letter or a comment. No message of ours names another, which a test holds.
fn entries(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let starts = |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#');
    let mut rest = file;
    std::iter::from_fn(move || {
        loop {
            let mut end = 0;
            for line in rest.split_inclusive('\n') {
                if end > 0 && starts(line) {
                    break;
                }
                end += line.len();
            }
            if rest.is_empty() {
                return None;
            }
            let (source, after) = rest.split_at(end);
            rest = after;
            if let Some((id, _)) = source.split_once('=').filter(|_| !source.starts_with('#')) {
                return Some((id.trim_end(), source));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::locale::LOCALES;
    use fluent_syntax::ast::Entry;
    use fluent_syntax::parser::parse;

    #[test]
    fn the_pass_finds_what_the_whole_file_holds() {
        for file in LOCALES.iter().flat_map(|locale| locale.files) {
            let found: Vec<_> = entries(file).collect();
            let whole = parse(*file).unwrap();
            let messages = whole.body.iter().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message),
                _ => None,
            });
            assert!(messages.clone().map(|message| message.id.name).eq(found.iter().map(|(id, _)| *id)));
            for (message, (id, source)) in messages.zip(&found) {
                let Some(Entry::Message(alone)) = parse(*source).unwrap().body.into_iter().next() else {
                    panic!("{id} is no message by itself");
                };
                assert_eq!((&alone.value, &alone.attributes), (&message.value, &message.attributes), "{id}");
            }
        }
    }

    #[test]
    fn no_message_needs_another() {
        for file in LOCALES.iter().flat_map(|locale| locale.files) {
            let whole = parse(*file).unwrap();
            assert!(!whole.body.iter().any(|entry| matches!(entry, Entry::Term(_))));
            let text = format!("{:?}", whole.body);
            assert!(!text.contains("MessageReference") && !text.contains("TermReference"));
        }
    }
}
