//! `onward keys`: every key of the desk, by screen, from the key table.

use crate::cli::exit::{Exit, Trouble};
use crate::cli::{Options, output, place};
use crate::i18n::Words;
use crate::say;
use crate::tui::keymap::{Keymap, Scope};
use clap::Args;
use std::fmt::Write;

/// Print every key of the desk, by screen.
#[derive(Debug, Args)]
pub struct Keys {
    /// As Markdown tables, as they stand in the README
    #[arg(long)]
    markdown: bool,
}

impl Keys {
    /// Prints the table.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let keymap = Keymap::built_in();
        let table = if self.markdown { markdown(&keymap, &words) } else { plain(&keymap, &words) };
        output::print(&table, &words)?;
        Ok(Exit::Done)
    }
}

fn plain(keymap: &Keymap, words: &Words) -> String {
    let mut out = String::new();
    for scope in Scope::ALL.into_iter().filter(|scope| keymap.of(*scope).next().is_some()) {
        let _ = writeln!(out, "{}", words.say(scope.message(), &[]));
        for binding in keymap.of(scope) {
            let _ = writeln!(out, "  {:16} {}", binding.names().join(" "), words.say(binding.message, &[]));
        }
        out.push('\n');
    }
    out
}

/// The key table as Markdown.
#[must_use]
pub fn markdown(keymap: &Keymap, words: &Words) -> String {
    let mut out = format!(
        "| {} | {} | {} |\n|---|---|---|\n",
        say!(words, "keys-where"),
        say!(words, "keys-key"),
        say!(words, "keys-does")
    );
    for scope in Scope::ALL {
        for (index, binding) in keymap.of(scope).enumerate() {
            let place = if index == 0 { words.say(scope.message(), &[]) } else { String::new() };
            let keys = binding.names().iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(" ");
            let _ = writeln!(out, "| {place} | {keys} | {} |", words.say(binding.message, &[]));
        }
    }
    out
}
