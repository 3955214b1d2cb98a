//! `onward retention`: who was kept long enough, and erasing them.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::giving::{self, Giving};
use crate::cli::list::{Format, JsonList, row};
use crate::cli::open::{self, Opened};
use crate::cli::output::{print, stream};
use crate::domain::record::{Failure, Records, Stamp};
use crate::domain::retention::{Due, Sweep, due};
use crate::domain::staff::Area;
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;
use crate::store::{Order, Store};
use crate::tui::shell::clock::now;
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

/// List who has been kept long enough, or erase them
///
/// For how long somebody is kept is named by the programme (`retention_months`), else by the setting
/// retention-months, counted from the end of the last group they took part in. Where the setting erasure-needs-two is
/// on, the first who erases only asks for it, and a second person, signed in by their own name, does it.
#[derive(Debug, Args)]
pub struct Retention {
    /// As a table to read, or as JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Who will be due on this day; today without it
    #[arg(long, value_name = "DATE", conflicts_with = "erase")]
    by: Option<NaiveDate>,
    /// Say exactly what would go, here and in copies; with --yes erase it for good
    #[arg(long, conflicts_with = "format")]
    erase: bool,
    /// Erase what --erase shows
    #[arg(long, requires = "erase")]
    yes: bool,
    #[command(flatten)]
    giving: Giving,
}

impl Retention {
    /// Lists or erases.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let Opened { store, words, actor } = open::open_store(options)?;
        let who = store.who().role;
        if !who.may(Area::Erasing) {
            return Err(open::failed(&Failure::NotAllowed(who), &words));
        }
        let today = now().date_naive();
        let due = due(&store, self.by.unwrap_or(today)).map_err(|failure| open::failed(&failure, &words))?;
        if self.erase { self.erase(store, &words, actor, due) } else { self.list(store, &words, &actor, &due) }
    }

    fn list(&self, mut store: Store, words: &Words, actor: &str, due: &[Due]) -> Result<Exit, Trouble> {
        let recipient = self.giving.recipient(&store, words)?;
        let people = due.iter().map(|one| one.person);
        giving::told_of(&recipient, people.clone(), &store, words)?;
        giving::disclose_list(&mut store, actor, ("retention", self.format.id()), recipient, people)
            .map_err(|failure| open::failed(&failure, words))?;
        stream(words, |out| match self.format {
            Format::Text => {
                for line in table(due, words) {
                    writeln!(out, "{line}")?;
                }
                Ok(())
            }
            Format::Json => {
                let mut list = JsonList::default();
                for one in due {
                    list.push(out, &Listed::of(one))?;
                }
                Ok(list.end(out)?)
            }
        })?;
        Ok(Exit::Done)
    }

    fn erase(&self, mut store: Store, words: &Words, actor: String, due: Vec<Due>) -> Result<Exit, Trouble> {
        let failed = |failure: Failure| open::failed(&failure, words);
        let at = now();
        let sweep = Sweep::of(due, &store, (&actor, at), &say!(words, "retention-why")).map_err(failed)?;
        for (heading, lines) in words.sweep(&sweep) {
            print(&format!("{heading}\n  {}\n\n", lines.join("\n  ")), words)?;
        }
        if sweep.is_empty() {
            return print(&(say!(words, "retention-nothing") + "\n"), words).map(|()| Exit::Done);
        }
        if !self.yes {
            return print(&(say!(words, "retention-left") + "\n"), words).map(|()| Exit::Done);
        }
        let (erased, asked) = (sweep.erased.len(), sweep.asked.len());
        let orders: Vec<Order> = sweep.erased.into_iter().map(|(due, _, erasure)| (due.person, erasure)).collect();
        let requests: Vec<_> = sweep.asked.into_iter().map(|(due, _, request)| request.of(due.person)).collect();
        let stamp = Stamp { actor, at };
        store.record(&requests, &stamp).map_err(failed)?;
        let called = |number: i64| say!(words, "erased-name", number = number);
        let settled = orders.is_empty() || store.erase(&orders, &called, &stamp).map_err(failed)?;
        let mut said = say!(words, "retention-done", erased = erased, asked = asked) + "\n";
        if !settled {
            said += &(say!(words, "erased-unsettled") + "\n");
        }
        print(&said, words).map(|()| Exit::Done)
    }
}

fn table(due: &[Due], words: &Words) -> Vec<String> {
    let heading = [
        say!(words, "retention-reference"),
        say!(words, "retention-name"),
        say!(words, "retention-last"),
        say!(words, "retention-until"),
        say!(words, "retention-asked"),
    ];
    let lines = due.iter().map(|one| {
        let asked = one.request.as_ref().map_or_else(String::new, |request| shown(&request.by).into_owned());
        let (reference, name) = (shown(&one.reference).into_owned(), shown(&one.name).into_owned());
        [reference, name, one.last.to_string(), one.until.to_string(), asked]
    });
    let line = |cells: [String; 5]| {
        let [reference, name, last, until, asked] = &cells;
        row(&[(reference, 12), (name, 28), (last, 11), (until, 11), (asked, 0)])
    };
    std::iter::once(heading).chain(lines).map(line).collect()
}

/// Somebody as JSON has it.
#[derive(Serialize)]
struct Listed<'a> {
    /// Text, because some readers of JSON round large numbers.
    id: String,
    reference: &'a str,
    name: &'a str,
    last: NaiveDate,
    until: NaiveDate,
    asked_by: Option<&'a str>,
}

impl<'a> Listed<'a> {
    fn of(due: &'a Due) -> Self {
        Self {
            id: due.person.0.to_string(),
            reference: &due.reference,
            name: &due.name,
            last: due.last,
            until: due.until,
            asked_by: due.request.as_ref().map(|request| request.by.as_str()),
        }
    }
}
