//! `onward rules`: what the store keeps as its rules, and how one of them is changed.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::list::row;
use crate::cli::open::{self, Opened};
use crate::cli::output::{print, stream};
use crate::domain::entry::Entry;
use crate::domain::record::{Reads, Records, Stamp};
use crate::domain::staff::{LOCK_AFTER, UNLOCK_TIME};
use crate::domain::text::shown;
use crate::say;
use crate::store::Cost;
use crate::tui::shell::clock::now;
use crate::tui::shell::idle;
use clap::Args;

/// Show the rules of the store, or change one
#[derive(Debug, Args)]
pub struct Rules {
    /// Which one
    #[arg(requires = "value")]
    name: Option<String>,
    /// What it is to be
    value: Option<String>,
}

/// A setting that is a number: its name, what it may be, what it is when nobody chose, and what it means.
struct Rule {
    name: &'static str,
    least: u64,
    most: u64,
    usual: u64,
    meaning: &'static str,
}

fn rules() -> [Rule; 2] {
    let (minutes, millis) = (idle::MINUTES, Cost::CHOICE);
    let usual = u64::try_from(Cost::USUAL.as_millis()).unwrap_or_default();
    let whole = |minutes: i64| minutes.unsigned_abs();
    [
        Rule {
            name: LOCK_AFTER,
            least: whole(*minutes.start()),
            most: whole(*minutes.end()),
            usual: whole(idle::USUAL),
            meaning: "rule-lock-after",
        },
        Rule { name: UNLOCK_TIME, least: *millis.start(), most: *millis.end(), usual, meaning: "rule-unlock-time" },
    ]
}

impl Rules {
    /// Shows them, or changes one.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let opened = open::open_store(options)?;
        match (&self.name, &self.value) {
            (Some(name), Some(value)) => change(opened, name, value),
            _ => list(&opened),
        }
    }
}

fn list(opened: &Opened) -> Result<Exit, Trouble> {
    let words = &opened.words;
    stream(words, |out| {
        for rule in rules() {
            let value = opened.store.setting(rule.name)?.unwrap_or_else(|| rule.usual.to_string());
            let meaning = say!(words, rule.meaning, least = rule.least, most = rule.most);
            writeln!(out, "{}", row(&[(rule.name, 14), (&shown(&value), 6), (&meaning, 0)]))?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}

fn change(mut opened: Opened, name: &str, value: &str) -> Result<Exit, Trouble> {
    let words = &opened.words;
    let Some(rule) = rules().into_iter().find(|rule| rule.name == name) else {
        let known = rules().map(|rule| rule.name).join(", ");
        return Err(Trouble::new(Exit::Usage, say!(words, "rule-unknown", name = name, known = known)));
    };
    match value.parse::<u64>() {
        Ok(number) if (rule.least..=rule.most).contains(&number) => {
            let entry = Entry::Setting { item: rule.name.to_owned(), to: Some(Box::new(number.to_string())) };
            let stamp = Stamp { actor: opened.actor.clone(), at: now() };
            opened.store.record(&[entry], &stamp).map_err(|failure| open::failed(&failure, words))?;
            print(&format!("{name} {number}\n"), words)?;
            Ok(Exit::Done)
        }
        _ => Err(Trouble::new(Exit::Usage, say!(words, "rule-range", least = rule.least, most = rule.most))),
    }
}
