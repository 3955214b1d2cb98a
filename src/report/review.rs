//! A review: bundles of several desks, each held against its seal, its own marks and what was reviewed before; what
//! all that can be trusted comes to.

mod document;
mod recount;
mod remarks;

pub use document::{document, lacking, state};
pub use recount::{Discrepancy, Recount};
pub use remarks::remarks;

use crate::domain::audit::Head;
use crate::domain::figures::Share;
use crate::domain::review::{Reviews, Standing};
use crate::domain::seal::Identity;
use crate::i18n::Words;
use crate::report::bundle::contents::{Complete, Contents, Counted, Figure, label};
use crate::report::bundle::sealed::{self, BundleFault};
use crate::report::table::Field;
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeMap;

/// Figures by topic and name.
pub type Figures = BTreeMap<(String, String), Share>;

/// Some files, and what the supervisor knows.
#[derive(Debug, Clone, Default)]
pub struct Review {
    pub files: Vec<Reviewed>,
    pub reviews: Reviews,
}

/// One file.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// Its name, without where it lies.
    pub file: String,
    pub outcome: Result<Sound, BundleFault>,
}

/// A bundle whose seal holds.
#[derive(Debug, Clone)]
pub struct Sound {
    pub identity: Identity,
    /// What the desk calls itself.
    pub desk: String,
    pub made: DateTime<FixedOffset>,
    pub head: Head,
    pub groups: Vec<GroupPart>,
    /// What it says of all its groups together that does not add up.
    pub discrepancies: Vec<Discrepancy>,
}

/// One group of a bundle.
#[derive(Debug, Clone)]
pub struct GroupPart {
    pub code: String,
    pub programme: String,
    pub first: Option<NaiveDate>,
    pub last: Option<NaiveDate>,
    pub recount: Recount,
    figures: Vec<Figure>,
    pub missing: Vec<Lack>,
    /// Who is in its register: reference and name.
    pub people: Vec<(String, String)>,
    pub discrepancies: Vec<Discrepancy>,
}

/// Something that is not recorded yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// Of a session that was held: marks and outcomes.
    Session { label: String, date: NaiveDate, marks: u32, outcomes: u32 },
    /// A session whose day is over, neither held nor cancelled, since so many days.
    Overdue { label: String, date: NaiveDate, days: u32 },
    /// About somebody, by the name that the report has for it.
    Person { name: String, open: String },
}

/// What there is to say of a group before it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trust {
    /// Nobody compared the fingerprint of its desk.
    Unknown,
    /// Its totals do not add up.
    Unbalanced,
    /// Another of these files has it too, and later.
    Superseded,
    /// As it stands to what was reviewed before.
    Stands(Standing),
}

impl Trust {
    /// Whether it is among the figures of all.
    #[must_use]
    pub fn counts(&self) -> bool {
        matches!(self, Self::Stands(Standing::New | Standing::Ticked(_) | Standing::SentBack(_)))
    }
}

/// The worst that is to be said of a review, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Altered,
    Truncated,
    NotABundle,
    Newer,
    Unbalanced,
    Older,
    Unknown,
    /// Something is not recorded yet.
    Missing,
    Clean,
}

/// A group with its file: what a line of the review is about.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// Which of the files.
    pub file: usize,
    pub bundle: &'a Sound,
    pub group: &'a GroupPart,
}

impl Review {
    /// Opens `files`, each with its name.
    #[must_use]
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>, reviews: Reviews) -> Self {
        let reviewed = |(file, bytes): (String, Vec<u8>)| Reviewed { file, outcome: Sound::of(&bytes) };
        Self { files: files.into_iter().map(reviewed).collect(), reviews }
    }

    /// The bundles whose seal holds.
    pub fn bundles(&self) -> impl Iterator<Item = &Sound> {
        self.files.iter().filter_map(|file| file.outcome.as_ref().ok())
    }

    /// Every group of them, in the order of the files.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let bundles = self.files.iter().enumerate().filter_map(|(at, file)| Some((at, file.outcome.as_ref().ok()?)));
        bundles.flat_map(|(file, bundle)| bundle.groups.iter().map(move |group| Line { file, bundle, group }))
    }

    /// What there is to say of a group.
    #[must_use]
    pub fn trust(&self, line: Line<'_>) -> Trust {
        let Line { file, bundle, group } = line;
        if self.reviews.name(&bundle.identity).is_none() {
            return Trust::Unknown;
        }
        if !group.discrepancies.is_empty() || !bundle.discrepancies.is_empty() {
            return Trust::Unbalanced;
        }
        // Of the same state the first counts.
        let same = |other: &Line| other.bundle.identity == bundle.identity && other.group.code == group.code;
        let best = self
            .lines()
            .filter(same)
            .reduce(|best, other| if other.bundle.head.seq > best.bundle.head.seq { other } else { best });
        if best.is_some_and(|best| best.file != file) {
            return Trust::Superseded;
        }
        Trust::Stands(self.reviews.standing(&bundle.identity, &group.code, &bundle.head))
    }

    /// Whether a group still waits to be ticked off.
    #[must_use]
    pub fn is_open(&self, line: Line<'_>) -> bool {
        !matches!(self.trust(line), Trust::Stands(Standing::Ticked(_)))
    }

    /// The groups that are counted.
    pub fn counted(&self) -> impl Iterator<Item = Line<'_>> {
        self.lines().filter(|line| self.trust(*line).counts())
    }

    /// The figures of all that is counted, by topic and name.
    #[must_use]
    pub fn figures(&self) -> Figures {
        recount::added(self.counted().flat_map(|line| &line.group.figures))
    }

    /// What the desk that made a bundle is called here: as the supervisor knows it, else as it calls itself, else by
    /// its fingerprint.
    #[must_use]
    pub fn name<'a>(&'a self, bundle: &'a Sound) -> std::borrow::Cow<'a, str> {
        match self.reviews.name(&bundle.identity) {
            Some(name) => name.into(),
            None if bundle.desk.is_empty() => bundle.identity.fingerprint().into(),
            None => bundle.desk.as_str().into(),
        }
    }

    /// The worst that is to be said.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let of_file = |file: &Reviewed| match file.outcome {
            Ok(_) => Outcome::Clean,
            Err(BundleFault::Altered | BundleFault::Unreadable) => Outcome::Altered,
            Err(BundleFault::Truncated) => Outcome::Truncated,
            Err(BundleFault::NotABundle) => Outcome::NotABundle,
            Err(BundleFault::Newer) => Outcome::Newer,
        };
        let of_group = |line: Line<'_>| match self.trust(line) {
            Trust::Unknown => Outcome::Unknown,
            Trust::Unbalanced => Outcome::Unbalanced,
            Trust::Superseded | Trust::Stands(Standing::Older(_) | Standing::Another) => Outcome::Older,
            Trust::Stands(_) if line.group.missing.is_empty() => Outcome::Clean,
            Trust::Stands(_) => Outcome::Missing,
        };
        let worst = self.files.iter().map(of_file).chain(self.lines().map(of_group)).min();
        worst.unwrap_or(Outcome::Clean)
    }
}

impl Sound {
    fn of(bytes: &[u8]) -> Result<Self, BundleFault> {
        let (identity, body) = sealed::open(bytes)?;
        let contents: Contents = serde_json::from_slice(body).map_err(|_| BundleFault::Unreadable)?;
        let discrepancies = recount::together(&contents);
        let Contents { desk, made, journal, groups, completeness, .. } = contents;
        let groups = groups.into_iter().map(|part| {
            let (recount, missing) = (Recount::of(&part), lacks(&part.register.group, &completeness));
            let named = |line: &Counted| line.reference.clone().zip(line.name.clone());
            GroupPart {
                people: part.register.register.iter().filter_map(named).collect(),
                discrepancies: recount.against(&part),
                code: part.register.group,
                programme: part.register.programme,
                first: part.register.first_session,
                last: part.register.last_session,
                recount,
                figures: part.summary.figures,
                missing,
            }
        });
        Ok(Self { identity, desk, made, head: Head::from(&journal), groups: groups.collect(), discrepancies })
    }
}

impl GroupPart {
    /// A figure of its summary.
    #[must_use]
    pub fn figure(&self, topic: &str, figure: &str) -> Option<Share> {
        let line = self.figures.iter().find(|line| line.topic == topic && line.figure == figure)?;
        Some(Share { count: line.count, of: line.of })
    }

    /// Its figures in words.
    #[must_use]
    pub fn shown_figures(&self, words: &Words) -> Vec<(Field<'static>, Field<'static>, Share)> {
        document::shown_figures(&recount::added(self.figures.iter()), words)
    }

    /// How many marks, outcomes, sessions and answers are not there yet.
    #[must_use]
    pub fn missing_count(&self) -> u32 {
        let count = |lack: &Lack| if let Lack::Session { marks, outcomes, .. } = lack { marks + outcomes } else { 1 };
        self.missing.iter().map(count).sum()
    }
}

/// What is not recorded of one group.
fn lacks(group: &str, complete: &Complete) -> Vec<Lack> {
    let sessions = complete.missing.iter().filter(|line| line.group == group).map(|line| Lack::Session {
        label: label(&line.session),
        date: line.date,
        marks: line.marks_missing,
        outcomes: line.outcomes_missing,
    });
    let overdue = complete.overdue.iter().filter(|line| line.group == group);
    let overdue = overdue.map(|line| Lack::Overdue { label: label(&line.session), date: line.date, days: line.days });
    let people = complete.people.iter().filter(|line| line.group == group);
    let people = people.map(|line| Lack::Person { name: line.name.clone(), open: line.open.clone() });
    sessions.chain(overdue).chain(people).collect()
}

#[cfg(test)]
pub(crate) mod tests;
