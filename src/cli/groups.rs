//! `onward groups`: the groups there are, newest first.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::giving::{self, Giving};
use crate::cli::list::{Format, JsonList, row};
use crate::cli::open::{self, Opened};
use crate::cli::output::{Stop, stream};
use crate::domain::record::{GroupRow, GroupsQuery, Reads, Window};
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;
use chrono::{NaiveDate, NaiveTime, Weekday};
use clap::Args;
use serde::Serialize;
use std::io;

/// Groups read at once.
const PAGE: usize = 500;

/// List groups, newest start first
#[derive(Debug, Args)]
pub struct Groups {
    /// As a table to read, or as JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    giving: Giving,
}

impl Groups {
    /// Prints the list.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let Opened { mut store, words, actor } = open::open_store(options)?;
        let recipient = self.giving.recipient(&store, &words)?;
        giving::disclose_list(&mut store, &actor, ("groups", self.format.id()), recipient, [])
            .map_err(|failure| open::failed(&failure, &words))?;
        stream(&words, |out| match self.format {
            Format::Text => {
                writeln!(out, "{}", heading(&words))?;
                each(&store, |group| writeln!(out, "{}", line(group, &words)))
            }
            Format::Json => {
                let mut list = JsonList::default();
                each(&store, |group| list.push(out, &Listed::of(group, &words)))?;
                Ok(list.end(out)?)
            }
        })?;
        Ok(Exit::Done)
    }
}

fn each(reads: &dyn Reads, mut write: impl FnMut(&GroupRow) -> io::Result<()>) -> Result<(), Stop> {
    let mut window = Window::Start;
    loop {
        let page = reads.groups(&GroupsQuery::default(), &window, PAGE)?;
        for row in &page {
            write(&row.value)?;
        }
        match page.into_iter().next_back() {
            Some(last) => window = Window::After(last.cursor),
            None => return Ok(()),
        }
    }
}

fn heading(words: &Words) -> String {
    columns(&[
        &say!(words, "list-code"),
        &say!(words, "list-start"),
        &say!(words, "list-next"),
        &say!(words, "list-people"),
        &say!(words, "list-held"),
        &say!(words, "list-programme"),
    ])
}

fn line(group: &GroupRow, words: &Words) -> String {
    columns(&[
        &shown(&group.group.code),
        &group.group.start.to_string(),
        &group.next.map_or_else(String::new, |next| next.to_string()),
        &group.people.to_string(),
        &format!("{}/{}", group.held, group.sessions - group.cancelled.min(group.sessions)),
        &words.pick(&group.title),
    ])
}

fn columns([code, start, next, people, held, programme]: &[&str; 6]) -> String {
    row(&[(code, 10), (start, 10), (next, 12), (people, 8), (held, 8), (programme, 0)])
}

/// A group as JSON has it.
#[derive(Serialize)]
struct Listed<'a> {
    /// Text, because some readers of JSON round large numbers.
    id: String,
    code: &'a str,
    programme: String,
    version: String,
    start: NaiveDate,
    weekdays: &'a [Weekday],
    time: NaiveTime,
    room: &'a str,
    facilitators: &'a [String],
    people: u32,
    sessions: u32,
    held: u32,
    cancelled: u32,
    next: Option<NaiveDate>,
    finished: Option<NaiveDate>,
}

impl<'a> Listed<'a> {
    fn of(row: &'a GroupRow, words: &Words) -> Self {
        let group = &row.group;
        Self {
            id: row.id.0.to_string(),
            code: &group.code,
            programme: words.pick(&row.title),
            version: words.pick(&row.version_title),
            start: group.start,
            weekdays: &group.weekdays,
            time: group.time,
            room: &group.room,
            facilitators: &group.facilitators,
            people: row.people,
            sessions: row.sessions,
            held: row.held,
            cancelled: row.cancelled,
            next: row.next,
            finished: group.finished,
        }
    }
}
