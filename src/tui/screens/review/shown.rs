//! A review in words: what the screen shows of each group, and of all that count.

use super::Which;
use crate::domain::figures::{Share, Tally};
use crate::domain::review::Standing;
use crate::i18n::Words;
use crate::report::format::said;
use crate::report::review::{Line, Review, Sound, Trust, lacking, state};
use crate::report::table::Field;
use crate::say;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A line of the screen: a group, or a file that is no bundle.
#[derive(Debug)]
pub(super) struct Row {
    /// Which group it is; none for a file that is none.
    pub which: Option<Which>,
    pub trust: Option<Trust>,
    /// What the desk is called, or the file.
    pub name: String,
    /// What the desk calls itself, to begin with when it is given a name.
    pub called: String,
    pub group: String,
    /// Completed, of all who had a place.
    pub completed: Share,
    pub attended: Share,
    pub missing: u32,
    pub state: String,
    pub remarks: String,
    /// Who is in it: reference and name.
    pub people: Vec<(String, String)>,
    pub months: BTreeMap<NaiveDate, Share>,
    /// What there is to say of it besides.
    pub details: Vec<String>,
}

impl Row {
    pub fn is_ticked(&self) -> bool {
        matches!(self.trust, Some(Trust::Stands(Standing::Ticked(_))))
    }

    /// Whether somebody has to look at it.
    pub fn is_wrong(&self) -> bool {
        self.trust.as_ref().is_none_or(|trust| !trust.counts())
    }
}

/// What all that is counted comes to.
#[derive(Debug, Default)]
pub(super) struct Totals {
    pub desks: usize,
    pub groups: usize,
    pub counted: usize,
    pub ticked: usize,
    pub completed: Share,
    pub attended: Share,
    pub missing: u32,
    /// Every month in which one of the groups met.
    pub months: BTreeMap<NaiveDate, Share>,
}

/// The lines of `review`, broken files last.
pub(super) fn of(review: &Review, words: &Words) -> (Vec<Row>, Totals) {
    let mut rows: Vec<Row> = review.lines().map(|line| group(review, line, words)).collect();
    rows.extend(review.files.iter().filter_map(|file| {
        let fault = file.outcome.as_ref().err()?;
        Some(Row {
            which: None,
            trust: None,
            name: file.file.clone(),
            called: String::new(),
            group: String::new(),
            completed: Share::default(),
            attended: Share::default(),
            missing: 0,
            state: format!("! {}", words.say(fault.message(), &[])),
            remarks: String::new(),
            people: Vec::new(),
            months: BTreeMap::new(),
            details: vec![fault.say(words)],
        })
    }));
    (rows, totals(review))
}

fn totals(review: &Review) -> Totals {
    let (mut all, mut months) = (Tally::default(), BTreeMap::<NaiveDate, Tally>::new());
    let mut totals = Totals { groups: review.lines().count(), ..Totals::default() };
    let mut desks: Vec<_> = review.bundles().map(|bundle| bundle.identity).collect();
    desks.sort();
    desks.dedup();
    totals.desks = desks.len();
    for line in review.counted() {
        let is_ticked = matches!(review.trust(line), Trust::Stands(Standing::Ticked(_)));
        (totals.counted, totals.ticked) = (totals.counted + 1, totals.ticked + usize::from(is_ticked));
        totals.missing += line.group.missing_count();
        all.merge(&line.group.recount.total);
        for (month, tally) in &line.group.recount.months {
            months.entry(*month).or_default().merge(tally);
        }
    }
    let figures = review.figures();
    totals.completed = figures.get(&("people".to_owned(), "completed".to_owned())).copied().unwrap_or_default();
    totals.attended = all.attendance();
    totals.months = shares(&months);
    totals
}

fn shares(months: &BTreeMap<NaiveDate, Tally>) -> BTreeMap<NaiveDate, Share> {
    months.iter().filter(|(_, tally)| tally.enrolled > 0).map(|(month, tally)| (*month, tally.attendance())).collect()
}

fn group(review: &Review, line: Line<'_>, words: &Words) -> Row {
    let Line { bundle, group, .. } = line;
    let trust = review.trust(line);
    let state = said(words, &state(&trust, words));
    let remarks = match &trust {
        Trust::Stands(Standing::SentBack(remarks)) => remarks.clone(),
        _ => String::new(),
    };
    Row {
        which: Some(Which { identity: bundle.identity, head: bundle.head.clone(), group: group.code.clone() }),
        name: review.name(bundle).into_owned(),
        called: review.reviews.name(&bundle.identity).unwrap_or(&bundle.desk).to_owned(),
        group: group.code.clone(),
        completed: group.figure("people", "completed").unwrap_or_default(),
        attended: group.recount.total.attendance(),
        missing: group.missing_count(),
        state: if trust.counts() { state } else { format!("! {state}") },
        remarks,
        people: group.people.clone(),
        months: shares(&group.recount.months),
        details: details(review, line, &trust, words),
        trust: Some(trust),
    }
}

/// Where it comes from, what has to be looked at, what is missing, and its figures.
fn details(review: &Review, line: Line<'_>, trust: &Trust, words: &Words) -> Vec<String> {
    let Line { bundle, group, .. } = line;
    let mut lines = vec![origin(review, bundle, words)];
    lines.extend(advice(trust, words));
    for wrong in group.discrepancies.iter().chain(&bundle.discrepancies) {
        let of = [wrong.group.as_str(), &wrong.of, &wrong.what].into_iter().filter(|text| !text.is_empty());
        let number = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
        let (stated, counted) = (number(wrong.stated), number(wrong.counted));
        let of = of.collect::<Vec<_>>().join(" ");
        lines.push(say!(words, "review-differs", of = of, stated = stated, counted = counted));
    }
    let lacking = lacking(group, words);
    if lacking.is_empty() {
        lines.push(say!(words, "review-nothing-missing"));
    }
    lines.extend(lacking);
    lines.push(String::new());
    lines.extend(group.shown_figures(words).into_iter().map(|(topic, figure, share)| {
        format!("{}: {}: {}", said(words, &topic), said(words, &figure), said(words, &Field::Share(share)))
    }));
    lines
}

/// Whose it is, when it was made, and up to where in the journal.
fn origin(review: &Review, bundle: &Sound, words: &Words) -> String {
    let (desk, fingerprint) = (review.name(bundle), bundle.identity.fingerprint());
    let day = words.day(bundle.made.date_naive());
    let desk = if desk == fingerprint { fingerprint } else { format!("{desk} · {fingerprint}") };
    say!(words, "review-origin", desk = desk, day = day, head = bundle.head.to_string())
}

/// What somebody has to know or do.
fn advice(trust: &Trust, words: &Words) -> Option<String> {
    Some(match trust {
        Trust::Unknown => say!(words, "review-unknown-text"),
        Trust::Unbalanced => say!(words, "review-unbalanced-text"),
        Trust::Superseded => say!(words, "review-superseded-text"),
        Trust::Stands(Standing::Older(on)) => say!(words, "review-older-text", day = words.day(*on)),
        Trust::Stands(Standing::Another) => say!(words, "review-another-text"),
        Trust::Stands(Standing::SentBack(remarks)) => say!(words, "review-sent-back-text", remarks = remarks),
        Trust::Stands(Standing::Ticked(on)) => say!(words, "review-ticked-text", day = words.day(*on)),
        Trust::Stands(Standing::New) => return None,
    })
}
