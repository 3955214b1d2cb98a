//! Proposals: the group as it might be, what that changes for whom, and the entries that make it so.

use super::order::reordered;
use super::rhythm::{latest_starts, more, relaid};
use super::{Outlook, Taken};
use crate::domain::closed::ClosedDays;
use crate::domain::entry::Entry;
use crate::domain::group::{Carries, Group};
use crate::domain::id::{CourseId, SessionId};
use crate::domain::programme::Course;
use crate::domain::record::GroupRecord;
use crate::domain::timetable;
use chrono::{NaiveDate, Weekday};
use std::sync::Arc;

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Idea {
    /// Another first day: the latest with which as many as can reach everything.
    Start(NaiveDate),
    /// More sessions a week, and another first day when that is needed too.
    Rhythm { weekdays: Vec<Weekday>, start: Option<NaiveDate> },
    /// The same dates in another order: the essential sessions that come forward, with their new dates.
    Order(Vec<(SessionId, NaiveDate)>),
    /// A version of the programme with so few sessions.
    Shorter(usize),
}

/// Something that is better for somebody and worse for nobody.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    pub idea: Idea,
    /// The group as it would be.
    pub after: GroupRecord,
    /// Everybody's time line then.
    pub outlook: Outlook,
}

/// What the planner stands on besides the group.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// Every version of every programme that there is.
    pub versions: &'a [Course],
    pub closed: &'a ClosedDays,
    /// The first day on which a session can still be planned.
    pub earliest: NaiveDate,
    /// What a proposal may not collide with more than the group does now.
    pub taken: &'a Taken,
}

/// Starts before the latest that are tried where that one collides with something.
const TRIED: usize = 12;

/// What could be done for those who do not reach every session; nothing when everybody does.
#[must_use]
pub fn proposals(record: &GroupRecord, ground: &Ground) -> Vec<Proposal> {
    let now = Outlook::among(record, ground.taken);
    if now.all_finish() || record.group.finished.is_some() {
        return Vec::new();
    }
    let start = latest_free(starts(record, &record.group.weekdays, ground), Idea::Start, &now, ground);
    let fits = start.as_ref().is_some_and(|proposal| proposal.outlook.all_finish());
    let shorter = if fits { None } else { shorter(record, &now, ground) };
    let order = reordered(record, ground.earliest);
    let order = better(Idea::Order(forward(record, &order)), order, &now, ground);
    [start, rhythm(record, &now, ground), order, shorter].into_iter().flatten().collect()
}

impl Proposal {
    /// The entries that make the group so, of which `course` is the pinned version.
    #[must_use]
    pub fn entries(&self, record: &GroupRecord, course: CourseId) -> Vec<Entry> {
        let (id, after) = (record.id, &self.after);
        let group = Group { course, ..after.group.clone() };
        let mut entries = Vec::new();
        if group != record.group {
            entries.push(Entry::Group { group: id, to: Some(Box::new(group)) });
        }
        for dated in &record.sessions {
            match after.session(dated.id) {
                Some(session) if *session == dated.session => {}
                Some(session) => entries.push(timetable::entry(id, dated.id, session.clone())),
                None => entries.push(Entry::Session { group: id, session: dated.id, to: None }),
            }
        }
        for (was, is) in record.members.iter().zip(&after.members) {
            if was.enrolment != is.enrolment {
                let to = Some(Box::new(is.enrolment.clone()));
                entries.push(Entry::Enrolment { group: id, person: is.id, to });
            }
        }
        entries
    }
}

fn better(idea: Idea, after: GroupRecord, now: &Outlook, ground: &Ground) -> Option<Proposal> {
    let outlook = Outlook::among(&after, ground.taken);
    outlook.is_better_than(now).then_some(Proposal { idea, after, outlook })
}

/// The latest start on `weekdays` with which everybody reaches every session who could with the earliest,
/// and the group with it; `None` once something was held.
#[must_use]
pub fn start(record: &GroupRecord, weekdays: &[Weekday], ground: &Ground) -> Option<(NaiveDate, GroupRecord)> {
    starts(record, weekdays, ground).next()
}

/// That start and those before it, the latest first.
fn starts<'a>(
    record: &'a GroupRecord,
    weekdays: &'a [Weekday],
    ground: &'a Ground,
) -> impl Iterator<Item = (NaiveDate, GroupRecord)> + 'a {
    let count = record.planned().count();
    let at = move |start| relaid(record, start, weekdays, ground.earliest, ground.closed);
    let deadline = || {
        let earliest = Outlook::of(&at(ground.earliest)?);
        let could = |person| earliest.counted().any(|line| line.person == person && line.missed.is_empty());
        let finishing = record.members.iter().filter(|member| could(member.id));
        finishing.filter_map(|member| member.person.release).min()
    };
    let deadline = if record.has_begun(ground.earliest) { None } else { deadline() };
    let days = deadline
        .into_iter()
        .flat_map(move |deadline| latest_starts(count, weekdays, deadline, ground.earliest, ground.closed));
    days.take(TRIED).filter_map(move |day| at(day).map(|after| (day, after)))
}

/// The fewest more sessions a week with which everybody reaches all of them, or as many people as can.
fn rhythm(record: &GroupRecord, now: &Outlook, ground: &Ground) -> Option<Proposal> {
    let mut weekdays = record.group.weekdays.clone();
    let mut best: Option<Proposal> = None;
    loop {
        // Of those with one day more the first, best spread, that is better for somebody and collides no more.
        let options = more(&weekdays, ground.closed);
        let found = options.iter().find_map(|weekdays| oftener(record, weekdays, now, ground));
        best = most(best, found);
        if all_finish(best.as_ref()) {
            return best;
        }
        let Some(next) = options.into_iter().next() else { return best };
        weekdays = next;
    }
}

/// The group on these weekdays: from its own start on, or from an earlier one when that helps more.
fn oftener(record: &GroupRecord, weekdays: &[Weekday], now: &Outlook, ground: &Ground) -> Option<Proposal> {
    let idea = |start| Idea::Rhythm { weekdays: weekdays.to_vec(), start };
    let kept = relaid(record, record.group.start, weekdays, ground.earliest, ground.closed);
    let kept = kept.and_then(|after| better(idea(None), after, now, ground));
    if all_finish(kept.as_ref()) {
        return kept;
    }
    let starts = starts(record, weekdays, ground).filter(|(day, _)| *day < record.group.start);
    most(kept, latest_free(starts, |day| idea(Some(day)), now, ground))
}

/// The latest of these starts; where it collides with something, the one before it.
fn latest_free(
    mut starts: impl Iterator<Item = (NaiveDate, GroupRecord)>,
    idea: impl Fn(NaiveDate) -> Idea,
    now: &Outlook,
    ground: &Ground,
) -> Option<Proposal> {
    let is_free = |after: &GroupRecord| Outlook::among(after, ground.taken).collides_no_more_than(now);
    let (day, after) = starts.find(|(_, after)| is_free(after))?;
    better(idea(day), after, now, ground)
}

fn all_finish(proposal: Option<&Proposal>) -> bool {
    proposal.is_some_and(|proposal| proposal.outlook.all_finish())
}

/// The one with which more people reach everything; the first of equals.
fn most(one: Option<Proposal>, other: Option<Proposal>) -> Option<Proposal> {
    match (one, other) {
        (Some(one), Some(other)) if other.outlook.finishing() > one.outlook.finishing() => Some(other),
        (one, other) => one.or(other),
    }
}

/// The longest version of the programme with fewer sessions that helps most; `None` once anything was
/// recorded of the sessions.
fn shorter(record: &GroupRecord, now: &Outlook, ground: &Ground) -> Option<Proposal> {
    if !record.is_untouched() || record.has_begun(ground.earliest) {
        return None;
    }
    let fewer =
        |course: &&Course| course.programme == record.course.programme && course.sessions.len() < record.sessions.len();
    let mut versions: Vec<&Course> = ground.versions.iter().filter(fewer).collect();
    versions.sort_by_key(|course| std::cmp::Reverse(course.sessions.len()));
    let run = |course: &Course| better(Idea::Shorter(course.sessions.len()), cut(record, course, ground)?, now, ground);
    versions.into_iter().map(run).fold(None, most)
}

/// The group as it would run `course`, with the first of its sessions, on its days.
fn cut(record: &GroupRecord, course: &Course, ground: &Ground) -> Option<GroupRecord> {
    let mut after = record.clone();
    after.course = Arc::new(course.clone());
    after.sessions.truncate(course.sessions.len());
    for (plan, dated) in (0..).zip(&mut after.sessions) {
        dated.session.plan = plan;
        dated.session.carries = Carries::Whole;
    }
    after.arrange();
    relaid(&after, record.group.start, &record.group.weekdays, ground.earliest, ground.closed)
}

/// The essential sessions that stand earlier in `after` than in `record`, by their new dates.
fn forward(record: &GroupRecord, after: &GroupRecord) -> Vec<(SessionId, NaiveDate)> {
    let was = |id: SessionId| record.session(id).map(|session| session.date);
    let earlier = after.sessions.iter().filter(|dated| was(dated.id).is_some_and(|date| dated.session.date < date));
    let essential = earlier.filter(|dated| after.plan(&dated.session).is_some_and(|plan| plan.essential));
    essential.map(|dated| (dated.id, dated.session.date)).collect()
}
