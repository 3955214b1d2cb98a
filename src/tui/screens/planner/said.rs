//! What the planner says: a person's time line, a rhythm, a proposal and why.

use super::{Pace, Read};
use crate::domain::group::Session;
use crate::domain::id::SessionId;
use crate::domain::planner::proposal::{Idea, Proposal};
use crate::domain::planner::{Line, Outlook, Spot};
use crate::domain::record::{GroupRecord, Member};
use crate::i18n::Words;
use crate::i18n::numbers::ranges;
use crate::say;
use chrono::{NaiveDate, Weekday};

/// Sessions that count for somebody, and those of them that are attended or can still be.
pub(super) fn reach(line: &Line) -> (usize, usize) {
    let counted = line.spots.iter().filter(|spot| **spot != Spot::Off);
    let lost = counted.clone().filter(|spot| matches!(spot, Spot::Away | Spot::Missed));
    (counted.clone().count() - lost.count(), counted.count())
}

/// What is proposed.
pub(super) fn what(record: &GroupRecord, proposal: &Proposal, words: &Words, today: NaiveDate) -> String {
    let group = &record.group;
    match &proposal.idea {
        Idea::Start(to) => {
            say!(words, "planner-start", to = words.weekday_date(*to), from = words.weekday_date(group.start))
        }
        Idea::Rhythm { weekdays: days, start } => {
            let (count, was, weekdays) = (days.len(), group.weekdays.len(), weekdays(days, words));
            match start {
                Some(day) => {
                    let start = words.weekday_date(*day);
                    say!(words, "planner-rhythm-start", weekdays = weekdays, count = count, was = was, start = start)
                }
                None => say!(words, "planner-rhythm", weekdays = weekdays, count = count, was = was),
            }
        }
        Idea::Order(forward) => {
            let one = |(id, date): &(SessionId, NaiveDate)| {
                let session = record.session(*id).map_or_else(String::new, Session::label);
                say!(words, "planner-forward", session = session, date = words.short_date(*date, today))
            };
            let list = forward.iter().map(one).collect::<Vec<_>>().join(", ");
            say!(words, "planner-order", sessions = list)
        }
        Idea::Shorter(count) => {
            let version = words.pick(&proposal.after.course.version_title);
            say!(words, "planner-shorter", version = version, count = *count, was = record.sessions.len())
        }
    }
}

/// What it changes, in numbers.
pub(super) fn why(read: &Read, proposal: &Proposal, words: &Words, today: NaiveDate) -> String {
    let (was, will) = (&read.outlook, &proposal.outlook);
    let people = was.counted().count();
    let mut parts = Vec::new();
    if will.finishing() != was.finishing() {
        let (count, was) = (will.finishing(), was.finishing());
        parts.push(if count == people {
            say!(words, "planner-why-all", count = count, was = was)
        } else {
            say!(words, "planner-why-finish", count = count, all = people, was = was)
        });
    }
    if will.essential_missed() != was.essential_missed() {
        let (count, was) = (will.essential_missed(), was.essential_missed());
        parts.push(say!(words, "planner-why-essential", count = count, was = was));
    }
    if will.collisions() != was.collisions() {
        parts.push(say!(words, "planner-why-clashes", count = will.collisions(), was = was.collisions()));
    }
    let missed = |outlook: &Outlook| outlook.counted().map(|line| line.missed.len()).sum::<usize>();
    if parts.is_empty() {
        parts.push(say!(words, "planner-why-missed", count = missed(will), was = missed(was)));
    }
    match &proposal.idea {
        Idea::Start(_) => parts.push(say!(words, "planner-why-latest")),
        Idea::Shorter(_) => parts.push(say!(words, "planner-why-shorter", was = read.record.sessions.len())),
        Idea::Rhythm { .. } | Idea::Order(_) => {}
    }
    if let (Some(last), Some(before)) = (will.last.filter(|last| Some(*last) != was.last), was.last) {
        let (last, was) = (words.short_date(last, today), words.short_date(before, today));
        parts.push(say!(words, "planner-why-last", last = last, was = was));
    }
    parts.join(" ")
}

/// What another rhythm would change for everybody: `3 a week (Mon Tue Thu): to 22 Dec, 4 of 4 finish`.
pub(super) fn pace(read: &Read, pace: &Pace, words: &Words, today: NaiveDate) -> String {
    let last = pace.outlook.last.map_or_else(String::new, |last| words.short_date(last, today));
    say!(
        words,
        "planner-pace",
        count = pace.weekdays.len(),
        weekdays = weekdays(&pace.weekdays, words),
        last = last,
        finish = pace.outlook.finishing(),
        all = read.outlook.counted().count()
    )
}

pub(super) fn weekdays(days: &[Weekday], words: &Words) -> String {
    let mut days = days.to_vec();
    days.sort_by_key(Weekday::num_days_from_monday);
    days.iter().map(|day| words.weekday(*day)).collect::<Vec<_>>().join(" ")
}

/// What the time line of one person says in words: the release, what is missed, and what another rhythm
/// would change.
pub(super) fn person(read: &Read, at: usize, member: &Member, words: &Words) -> Vec<String> {
    let Some(line) = read.outlook.lines.get(at) else { return Vec::new() };
    let name = member.person.short_name();
    let mut said = vec![match (member.person.release, line.missed.is_empty()) {
        (None, _) => say!(words, "planner-no-release", name = name),
        (Some(day), true) => say!(words, "planner-reaches-all", name = name, release = words.date(day)),
        (Some(day), false) => {
            let labels = line.missed.iter().filter_map(|id| read.record.session(*id)).map(Session::label);
            let (count, sessions) = (line.missed.len(), ranges(&labels.collect::<Vec<_>>()));
            say!(words, "planner-misses", name = name, release = words.date(day), count = count, sessions = sessions)
        }
    }];
    if !line.essential.is_empty() {
        let (count, sessions) = (line.essential.len(), sessions(read, &line.essential, words));
        said.push(say!(words, "planner-misses-essential", count = count, sessions = sessions));
    }
    let clashes = words.clashes(&read.record, super::Planner::collide(read, line.person));
    said.extend(Some(clashes).filter(|text| !text.is_empty()));
    if line.missed.is_empty() && read.fewer.as_ref().is_none_or(|pace| misses(pace, at) == 0) {
        return said;
    }
    let with = |pace: &Option<Pace>| pace.as_ref().map(|pace| misses(pace, at));
    said.push(match (with(&read.more), with(&read.fewer)) {
        (Some(more), Some(fewer)) => say!(words, "planner-with-both", more = more, fewer = fewer),
        (Some(more), None) => say!(words, "planner-with-more", more = more),
        (None, Some(fewer)) => say!(words, "planner-with-fewer", fewer = fewer),
        (None, None) => String::new(),
    });
    said
}

fn misses(pace: &Pace, at: usize) -> usize {
    pace.outlook.lines.get(at).map_or(0, |line| line.missed.len())
}

/// `6 First 72 hours, 10 My plan`.
fn sessions(read: &Read, missed: &[SessionId], words: &Words) -> String {
    let named = |session: &Session| {
        let plan = read.record.plan(session);
        format!("{} {}", session.label(), plan.map_or_else(String::new, |plan| words.pick(&plan.title)))
    };
    missed.iter().filter_map(|id| read.record.session(*id)).map(named).collect::<Vec<_>>().join(", ")
}
