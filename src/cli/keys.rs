//! `onward keys`: every key of the desk, by screen, from the key table, and how to have others.

use crate::cli::exit::{Exit, Trouble};
use crate::cli::keymap::{InForce, in_force};
use crate::cli::{Options, check, output, place};
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;
use crate::tui::keymap::{Keymap, Scope};
use clap::Args;
use std::fmt::Write;

/// What a file of other keys may look like.
const EXAMPLE: &str = r#"{
  "room": { "all-present": "Ctrl-E A" },
  "desk": { "undo": "u F11" },
}"#;

/// Print every key of the desk, by screen, and where others can be set.
#[derive(Debug, Args)]
pub struct Keys {
    /// As Markdown tables, as they stand in the README
    #[arg(long)]
    markdown: bool,
}

impl Keys {
    /// Prints what is wrong with the file of other keys, if anything, and the table.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let in_force = in_force(options, &words);
        let table = if self.markdown {
            markdown(&in_force.keymap, &words)
        } else {
            plain(&in_force.keymap, &words) + &how(&in_force, &words)
        };
        output::print(&(check::drawn(&in_force.findings, &words) + &table), &words)?;
        Ok(if in_force.findings.is_empty() { Exit::Done } else { Exit::Findings })
    }
}

fn plain(keymap: &Keymap, words: &Words) -> String {
    let mut out = String::new();
    for scope in Scope::ALL.into_iter().filter(|scope| keymap.of(*scope).next().is_some()) {
        let _ = writeln!(out, "{}  [{}]", words.say(scope.message(), &[]), scope.name());
        for binding in keymap.of(scope) {
            let (keys, does) = (binding.key_names().join(" "), words.say(binding.message, &[]));
            let _ = writeln!(out, "  {keys:18} {does:34} {}", binding.name());
        }
        out.push('\n');
    }
    out
}

/// Where the file is, and what is written in it.
fn how(in_force: &InForce, words: &Words) -> String {
    let Some(file) = &in_force.file else { return String::new() };
    let path = shown(&file.display().to_string()).into_owned();
    let text = match (file.exists(), in_force.findings.is_empty()) {
        (false, _) => say!(words, "keys-file-none", path = &path),
        (true, true) => say!(words, "keys-file", path = &path),
        (true, false) => say!(words, "keys-file-refused", path = &path),
    };
    format!("{text}\n{}\n\n{EXAMPLE}\n", say!(words, "keys-how"))
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
        let bindings = keymap.of(scope).filter(|binding| !binding.keys.is_empty());
        for (index, binding) in bindings.enumerate() {
            let place = if index == 0 { words.say(scope.message(), &[]) } else { String::new() };
            let keys = binding.key_names().iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(" ");
            let _ = writeln!(out, "| {place} | {keys} | {} |", words.say(binding.message, &[]));
        }
    }
    out
}
