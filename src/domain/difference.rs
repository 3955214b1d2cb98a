//! What changed between two programmes, or between two versions of one: as values, in the order in which
//! a facilitator would ask.

mod order;
mod plans;
mod rules;
#[cfg(test)]
mod tests;
mod texts;

use crate::domain::programme::{
    ActivityKind, Certificate, Completion, Course, GroupSize, Handout, Localised, Programme, RatingTime, Ratings, Rule,
    SessionPlan,
};
use crate::domain::question::Answer;
use crate::domain::standard::Standard;
use chrono::NaiveDate;
use serde::Serialize;
pub use texts::Text;

/// One thing that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub about: About,
    pub change: Change,
    /// Of what decides who may take part or who completes: whether more people do now, or fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<Way>,
}

/// What it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    Programme,
    Version(Localised),
    /// A session of one version, where it stands in its order.
    Place {
        version: Localised,
        session: Localised,
    },
    Session(Localised),
    Activity {
        session: Localised,
        title: Localised,
    },
    Objective {
        session: Localised,
        text: Localised,
    },
    Question {
        session: Localised,
        text: Localised,
    },
    Rule(Rule),
    Rating(Localised),
    Scale,
    Handout(Localised),
    Certificate,
}

/// Which way a rule went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    Looser,
    Stricter,
}

/// How it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Added,
    Removed,
    /// Places from 1.
    Moved {
        was: usize,
        is: usize,
    },
    Minutes {
        was: u16,
        is: u16,
    },
    Essential(bool),
    Interpreter(bool),
    Kind {
        was: ActivityKind,
        is: ActivityKind,
    },
    Rating(Option<RatingTime>),
    /// Titles of what is handed out.
    HandsOut(Vec<Localised>),
    /// With the languages in which it reads differently.
    Title {
        was: Localised,
        is: Localised,
        languages: Vec<String>,
    },
    /// The languages in which it reads differently.
    Reworded {
        text: Text,
        languages: Vec<String>,
    },
    Rule {
        was: Rule,
        is: Rule,
    },
    GroupSize {
        was: GroupSize,
        is: GroupSize,
    },
    PerWeek {
        was: u8,
        is: u8,
    },
    /// Each with the sessions that the version has.
    Completion {
        was: (Completion, usize),
        is: (Completion, usize),
    },
    RetentionMonths {
        was: Option<u16>,
        is: Option<u16>,
    },
    Held {
        as_of: NaiveDate,
        review_by: NaiveDate,
    },
    Answer {
        was: Answer,
        is: Answer,
    },
    MustBeAnswered(bool),
    AskedAfter,
    BlankLines {
        was: u8,
        is: u8,
    },
    Serves(Vec<Standard>),
    /// Tags of languages in which nothing of it was before.
    AlsoIn(Vec<String>),
    /// Tags of languages in which nothing of it is any longer.
    NoLongerIn(Vec<String>),
    /// What whoever leads it has to be trained for.
    Trained(Vec<Localised>),
}

/// What is compared: a whole programme, or one version of it.
struct Whole<'a> {
    title: &'a Localised,
    summary: &'a Localised,
    source: &'a str,
    held: (NaiveDate, NaiveDate),
    group_size: GroupSize,
    retention_months: Option<u16>,
    trained: &'a [Localised],
    eligibility: &'a [Rule],
    ratings: &'a Ratings,
    serves: &'a [Standard],
    handouts: &'a [Handout],
    certificate: Option<&'a Certificate>,
    plans: Vec<&'a SessionPlan>,
    runs: Vec<Run<'a>>,
}

/// One version.
struct Run<'a> {
    /// Nothing where it is the only one that is compared.
    id: &'a str,
    title: &'a Localised,
    sessions: Vec<&'a str>,
    per_week: u8,
    completion: Completion,
}

/// From one programme to the other, all versions.
#[must_use]
pub fn programmes(was: &Programme, is: &Programme) -> Vec<Difference> {
    between(&whole(was), &whole(is))
}

/// From one version to the other.
#[must_use]
pub fn courses(was: &Course, is: &Course) -> Vec<Difference> {
    between(&one(was), &one(is))
}

fn whole(programme: &Programme) -> Whole<'_> {
    let runs = programme.versions.iter().map(|version| Run {
        id: &version.id,
        title: &version.title,
        sessions: version.sessions.iter().map(String::as_str).collect(),
        per_week: version.per_week,
        completion: version.completion,
    });
    Whole {
        title: &programme.title,
        summary: &programme.summary,
        source: &programme.source,
        held: (programme.as_of, programme.review_by),
        group_size: programme.group_size,
        retention_months: programme.retention_months,
        trained: &programme.trained,
        eligibility: &programme.eligibility,
        ratings: &programme.ratings,
        serves: &programme.serves,
        handouts: &programme.handouts,
        certificate: programme.certificate.as_ref(),
        plans: programme.plans.iter().map(|plan| &**plan).collect(),
        runs: runs.collect(),
    }
}

fn one(course: &Course) -> Whole<'_> {
    let run = Run {
        id: "",
        title: &course.version_title,
        sessions: course.sessions.iter().map(|plan| plan.id.as_str()).collect(),
        per_week: course.per_week,
        completion: course.completion,
    };
    Whole {
        title: &course.title,
        summary: &course.summary,
        source: &course.source,
        held: (course.as_of, course.review_by),
        group_size: course.group_size,
        retention_months: course.retention_months,
        trained: &course.trained,
        eligibility: &course.eligibility,
        ratings: &course.ratings,
        serves: &course.serves,
        handouts: &course.handouts,
        certificate: course.certificate.as_ref(),
        plans: course.sessions.iter().map(|plan| &**plan).collect(),
        runs: vec![run],
    }
}

fn between(was: &Whole, is: &Whole) -> Vec<Difference> {
    let mut found = Found::default();
    found.title(&About::Programme, was.title, is.title);
    rules::size(&mut found, was, is);
    found.unlike(&About::Programme, &was.trained, &is.trained, || Change::Trained(is.trained.to_vec()));
    rules::eligibility(&mut found, was.eligibility, is.eligibility);
    order::versions(&mut found, was, is);
    plans::plans(&mut found, was, is);
    plans::handouts(&mut found, was.handouts, is.handouts);
    plans::ratings(&mut found, was.ratings, is.ratings);
    plans::certificate(&mut found, was.certificate, is.certificate);
    found.text(&About::Programme, Text::Summary, was.summary, is.summary);
    if was.source != is.source {
        found.push(&About::Programme, Change::Reworded { text: Text::Source, languages: Vec::new() });
    }
    if was.held != is.held {
        found.push(&About::Programme, Change::Held { as_of: is.held.0, review_by: is.held.1 });
    }
    found.serves(&About::Programme, was.serves, is.serves);
    texts::gather(&mut found, was, is);
    found.all
}

/// What was found so far.
#[derive(Default)]
struct Found {
    all: Vec<Difference>,
}

impl Found {
    fn push(&mut self, about: &About, change: Change) {
        self.all.push(Difference { about: about.clone(), change, way: None });
    }

    fn push_way(&mut self, about: &About, change: Change, way: Option<Way>) {
        self.all.push(Difference { about: about.clone(), change, way });
    }

    /// When the two are not the same.
    fn unlike<T: PartialEq>(&mut self, about: &About, was: &T, is: &T, change: impl FnOnce() -> Change) {
        if was != is {
            self.push(about, change());
        }
    }

    fn serves(&mut self, about: &About, was: &[Standard], is: &[Standard]) {
        if was != is {
            self.push(about, Change::Serves(is.to_vec()));
        }
    }
}
