//! `onward people`: taking people in from a file, and listing them.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::giving::{self, Giving};
use crate::cli::list::{Format, JsonList, row};
use crate::cli::open::{self, Opened};
use crate::cli::output::{Stop, print, stream};
use crate::cli::reach::Reach;
use crate::domain::field::{Field, Names};
use crate::domain::person::Person;
use crate::domain::record::{PeopleQuery, PersonRow, Reads, Records, Stamp};
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::intake::{self, Plan, Unreadable};
use crate::say;
use crate::tui::shell::clock::now;
use crate::tui::shell::people_file;
use clap::{Args, Subcommand};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Take people in from a file, or list them.
#[derive(Debug, Subcommand)]
pub enum People {
    Import(Import),
    List(List),
}

impl People {
    /// Does it.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        match self {
            Self::Import(import) => import.run(options),
            Self::List(list) => list.run(options),
        }
    }
}

impl People {
    /// The file of people.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        match self {
            Self::Import(import) => reach.reading(&import.file),
            Self::List(_) => reach,
        }
    }
}

/// Take people in from a CSV file, after showing what would change
///
/// The first row names the columns, in English or Norwegian, in any order: Reference, Given name, Family
/// name (or Name: "Petrović, Ana", or "Ana Petrović", where the last word is the family name), Languages
/// ("English B1; lt"), Interpreter needed, Country, Date of birth, Sentence began, Release date
/// (2026-11-24 or 24.11.2026), Occupation, Legal status, Consents, Waiting since, Note. Reference and a
/// name are needed. People are found again by their reference; an empty cell, or a column that is not
/// there, leaves what is recorded as it is. Nothing is taken in while any row is refused.
#[derive(Debug, Args)]
pub struct Import {
    /// The file: UTF-8, UTF-16 or Windows-1252, its cells parted by commas, semicolons or tabs
    file: PathBuf,
    /// Take it in without asking, unless something is refused
    #[arg(long)]
    yes: bool,
}

impl Import {
    fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let Opened { mut store, words, actor } = open::open_store(options)?;
        let bytes = people_file::read(&self.file, &words).map_err(|why| Trouble::new(Exit::Usage, why))?;
        let unreadable = |fault: Unreadable| Trouble::new(Exit::Findings, fault.say(&words));
        let table = intake::read(&bytes, &words).map_err(unreadable)?;
        drop(bytes);
        let at = now();
        let plan = table.plan(&store, &words, at.date_naive()).map_err(|failure| open::failed(&failure, &words))?;
        stream(&words, |out| describe(&plan, &words, out))?;
        let mut ids = giving::new_ids();
        let Some(mut entries) = plan.entries(&mut ids, at.timestamp_millis()) else {
            return Err(Trouble::new(Exit::Findings, say!(words, "people-import-refused")));
        };
        if plan.is_empty() {
            return sentence(&say!(words, "people-import-nothing"), &words);
        }
        entries.push(plan.origin(&self.file, &mut ids, at.timestamp_millis()));
        if !self.yes && !confirmed(&words)? {
            return sentence(&say!(words, "people-import-left"), &words);
        }
        store.record(&entries, &Stamp { actor, at: now() }).map_err(|failure| open::failed(&failure, &words))?;
        let done = say!(words, "people-import-done", added = plan.added.len(), changed = plan.changed.len());
        sentence(&done, &words)
    }
}

/// The last word of a command that was done.
fn sentence(text: &str, words: &Words) -> Result<Exit, Trouble> {
    print(&format!("{text}\n"), words).map(|()| Exit::Done)
}

/// Everything the plan would do, and everything it refuses.
fn describe(plan: &Plan, words: &Words, out: &mut dyn Write) -> Result<(), Stop> {
    for note in &plan.notes {
        writeln!(out, "{}", note.say(words))?;
    }
    let mut part = |heading: String, lines: &mut dyn Iterator<Item = String>| -> io::Result<()> {
        for (index, line) in lines.enumerate() {
            if index == 0 {
                writeln!(out, "\n{heading}")?;
            }
            writeln!(out, "  {line}")?;
        }
        Ok(())
    };
    part(say!(words, "people-import-adds"), &mut plan.added.iter().map(|added| added.say(words)))?;
    part(say!(words, "people-import-changes"), &mut plan.changed.iter().map(|changed| changed.say(words)))?;
    part(say!(words, "people-import-refuses"), &mut plan.refused.iter().map(|refusal| refusal.say(words)))?;
    Ok(writeln!(out, "\n{}", plan.say(words))?)
}

/// Whether somebody types yes. The end of input is no.
fn confirmed(words: &Words) -> Result<bool, Trouble> {
    if io::stdin().is_terminal() {
        print(&(say!(words, "people-import-ask") + " "), words)?;
    }
    let mut line = String::new();
    // Nobody types a longer yes; a line that is no text is none either.
    let read = io::stdin().lock().take(100).read_line(&mut line);
    Ok(read.is_ok() && words.one_of(&line, Field::Consent.choices()) == Some(0))
}

/// List people by name
#[derive(Debug, Args)]
pub struct List {
    /// As a table to read, or as JSON with everything recorded of each person
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Only those whose name, reference, language or country has these words
    #[arg(long, value_name = "TEXT", default_value = "")]
    find: String,
    #[command(flatten)]
    giving: Giving,
}

impl List {
    fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let Opened { mut store, words, actor } = open::open_store(options)?;
        let recipient = self.giving.recipient(&store, &words)?;
        let query = PeopleQuery { order: words.locale().tag.to_owned(), needles: words.needles(&self.find) };
        // Of those alone who are found, where somebody looks for some.
        let of_some = !query.needles.is_empty();
        let failed = |failure| open::failed(&failure, &words);
        let mut found =
            if of_some || !recipient.to.is_empty() { store.found(&query).map_err(failed)? } else { BTreeSet::new() };
        giving::told_of(&recipient, found.iter().copied(), &store, &words)?;
        if !of_some {
            found.clear();
        }
        giving::disclose_list(&mut store, &actor, ("people", self.format.id()), recipient, found).map_err(failed)?;
        stream(&words, |out| match self.format {
            Format::Text => {
                writeln!(out, "{}", line(COLUMNS.map(|column| say!(words, column.message()))))?;
                each(&store, &query, |found| writeln!(out, "{}", line(cells(&found.person, &words))))
            }
            Format::Json => {
                let mut list = JsonList::default();
                each(&store, &query, |found| {
                    let id = found.id.0.to_string();
                    list.push(out, &Listed { id, person: &found.person })
                })?;
                Ok(list.end(out)?)
            }
        })?;
        Ok(Exit::Done)
    }
}

/// A person with the identifier, which is text because some readers of JSON round large numbers.
#[derive(Serialize)]
struct Listed<'a> {
    id: String,
    #[serde(flatten)]
    person: &'a Person,
}

fn each(
    reads: &dyn Reads,
    query: &PeopleQuery,
    mut write: impl FnMut(&PersonRow) -> io::Result<()>,
) -> Result<(), Stop> {
    let mut written = Ok(());
    reads.each_person(query, &mut |found| {
        written = write(&found);
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    Ok(written?)
}

const COLUMNS: [intake::Column; 5] = [
    intake::Column::Field(Field::Reference),
    intake::Column::Name,
    intake::Column::Field(Field::Release),
    intake::Column::Field(Field::Country),
    intake::Column::Field(Field::Languages),
];

fn cells(person: &Person, words: &Words) -> [String; 5] {
    COLUMNS.map(|column| match column {
        intake::Column::Name => shown(&person.list_name()).into_owned(),
        intake::Column::Field(field) if field.is_date() => field.get(person, words),
        intake::Column::Field(field) => shown(&words.fact(field, person).unwrap_or_default()).into_owned(),
    })
}

fn line([reference, name, release, country, languages]: [String; 5]) -> String {
    row(&[(&reference, 12), (&name, 28), (&release, 16), (&country, 16), (&languages, 0)])
}
