//! `onward diff`: what changed between two programmes or two versions of one, in words; and which running groups
//! stay on the version that they began with.

use crate::cli::exit::{Exit, Trouble};
use crate::cli::giving::{self, Giving};
use crate::cli::list::Format;
use crate::cli::open::{self, Opened};
use crate::cli::reach::Reach;
use crate::cli::which::{Found, Which};
use crate::cli::{Options, output, place};
use crate::domain::difference::{self, Difference};
use crate::domain::programme::Course;
use crate::domain::record::{Failure, GroupsQuery, Reads, Window};
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;
use clap::Args;
use serde::Serialize;

/// Say what changed between two versions of a programme
#[derive(Debug, Args)]
pub struct Diff {
    /// As it was: a file, or the id of a programme that the desk knows; `@VERSION` behind it: one version alone
    #[arg(value_name = "A")]
    was: Which,
    /// As it is
    #[arg(value_name = "B")]
    is: Which,
    /// Say too which running groups stay on another version than B; opens the store
    #[arg(long)]
    groups: bool,
    #[command(flatten)]
    giving: Giving,
    /// As sentences, or as JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// A running group that does not run what B says.
#[derive(Debug, Serialize)]
struct Staying {
    code: String,
    version: String,
    title: String,
    as_of: chrono::NaiveDate,
    held: u32,
    sessions: u32,
    /// What is different in B; `None` when B has no such version.
    #[serde(skip_serializing_if = "Option::is_none")]
    differences: Option<usize>,
}

/// Groups read at once.
const PAGE: usize = 200;

impl Diff {
    /// Both are read; the store only for the groups.
    pub(super) fn reach(&self, reach: Reach, options: &Options) -> Reach {
        let reach = self.is.reach(self.was.reach(reach));
        if self.groups { reach.with_store(options) } else { reach }
    }

    /// Prints what changed; [`Exit::Findings`] when anything did.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let (was, is) = (self.was.read(options, &words)?, self.is.read(options, &words)?);
        let found = if was.version.is_some() || is.version.is_some() {
            // Of one that names no version the same is meant, where it has that.
            let (was, is) = (like(&was, &is, &words)?, like(&is, &was, &words)?);
            difference::courses(&was, &is)
        } else {
            difference::programmes(&was.programme, &is.programme)
        };
        let staying = if self.groups { Some(self.staying(&was, &is, options)?) } else { None };
        let text = match self.format {
            Format::Text => text(&was, &is, &found, staying.as_deref(), &words),
            Format::Json => json(&was, &is, &found, staying.as_deref(), &words),
        };
        output::print(&text, &words)?;
        Ok(if found.is_empty() { Exit::Done } else { Exit::Findings })
    }

    /// That it is read out of the store is recorded there first.
    fn staying(&self, was: &Found, is: &Found, options: &Options) -> Result<Vec<Staying>, Trouble> {
        let Opened { mut store, words, actor } = open::open_store(options)?;
        let recipient = self.giving.recipient(&store, &words)?;
        giving::disclose_list(&mut store, &actor, ("groups", self.format.id()), recipient, [])
            .and_then(|()| staying(&store, was, is, &words))
            .map_err(|failure| open::failed(&failure, &words))
    }
}

/// The version that `one` names, else that of its versions which `other` names, else its first.
fn like(one: &Found, other: &Found, words: &Words) -> Result<Course, Trouble> {
    let named = one.version.as_deref().or(other.version.as_deref()).and_then(|id| one.programme.course(id));
    named.map_or_else(|| one.course(words), Ok)
}

/// The groups that are not finished and were planned with `was` or `is`, where `is` says something else now.
fn staying(reads: &dyn Reads, was: &Found, is: &Found, words: &Words) -> Result<Vec<Staying>, Failure> {
    let mut staying = Vec::new();
    let mut window = Window::Start;
    loop {
        let page = reads.groups(&GroupsQuery::default(), &window, PAGE)?;
        for row in page.iter().map(|row| &row.value).filter(|row| row.group.finished.is_none()) {
            let Some(record) = reads.group(row.id, words.locale().tag)? else { continue };
            let pinned = &record.course;
            let is_of = |found: &Found| found.programme.id == pinned.programme;
            if !is_of(was) && !is_of(is) {
                continue;
            }
            let now = is.programme.course(&pinned.version);
            let differences = now.as_ref().map(|now| difference::courses(pinned, now).len());
            if differences != Some(0) {
                staying.push(Staying {
                    code: row.group.code.clone(),
                    version: pinned.version.clone(),
                    title: words.pick(&pinned.version_title),
                    as_of: pinned.as_of,
                    held: row.held,
                    sessions: row.sessions.saturating_sub(row.cancelled),
                    differences,
                });
            }
        }
        match page.into_iter().next_back() {
            Some(last) => window = Window::After(last.cursor),
            None => return Ok(staying),
        }
    }
}

fn text(was: &Found, is: &Found, found: &[Difference], staying: Option<&[Staying]>, words: &Words) -> String {
    let mut lines = Vec::new();
    if is.programme.id != was.programme.id {
        let descends = is.programme.descends_from.as_ref() == Some(&was.programme.id);
        let (from, to) = (was.programme.id.as_str(), is.programme.id.as_str());
        lines.push(if descends {
            say!(words, "diff-descends", was = from, is = to)
        } else {
            say!(words, "diff-unrelated", was = from, is = to)
        });
    }
    if found.is_empty() {
        lines.push(say!(words, "diff-none"));
    } else {
        lines.push(say!(words, "diff-count", count = found.len(), was = &was.named, is = &is.named));
        lines.extend(found.iter().map(|difference| format!("- {}", words.difference(difference))));
    }
    if let Some(staying) = staying {
        lines.push(String::new());
        lines.push(say!(words, "diff-groups", count = staying.len()));
        lines.extend(staying.iter().map(|group| format!("- {}", group.said(&is.named, words))));
    }
    lines.join("\n") + "\n"
}

impl Staying {
    fn said(&self, is: &str, words: &Words) -> String {
        let (code, version, as_of) = (self.code.as_str(), self.title.as_str(), words.date(self.as_of));
        let (held, of) = (self.held, self.sessions);
        match self.differences {
            Some(count) => say!(
                words,
                "diff-group",
                code = code,
                version = version,
                as_of = as_of,
                held = held,
                sessions = of,
                count = count,
                is = is
            ),
            None => say!(
                words,
                "diff-group-gone",
                code = code,
                version = version,
                as_of = as_of,
                held = held,
                sessions = of,
                is = is
            ),
        }
    }
}

fn json(was: &Found, is: &Found, found: &[Difference], staying: Option<&[Staying]>, words: &Words) -> String {
    /// A difference with the sentence that says it.
    #[derive(Serialize)]
    struct Said<'a> {
        #[serde(flatten)]
        difference: &'a Difference,
        said: String,
    }
    let said: Vec<Said> =
        found.iter().map(|difference| Said { difference, said: words.difference(difference) }).collect();
    let value = serde_json::json!({
        "was": was.named,
        "is": is.named,
        "descends_from": is.programme.descends_from,
        "differences": said,
        "groups": staying,
    });
    // What JSON itself leaves as it is may still be obeyed by the terminal that it is printed on.
    format!("{value:#}").lines().map(|line| shown(line).into_owned() + "\n").collect()
}
