//! Reading the first screen: a handful of questions that indexes answer, each with a limit.

use super::fold::{Wish, seen, shares};
use super::rows::{Line, Part, Row};
use crate::domain::group::SessionState;
use crate::domain::id::SessionId;
use crate::domain::offered::{ToTell, to_tell};
use crate::domain::record::{Failure, Forgotten, GroupRecord, SessionRow};
use crate::tui::desk::Desk;
use crate::tui::keymap::Action;
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Days before its start in which a group is looked at whether it has its people.
const SOON: u64 = 14;
/// Rows of one kind at the most, apart from today's sessions.
const MOST: usize = 12;
/// How many are counted at the most who are to be told of one thing.
pub(super) const MOST_UNTOLD: usize = 100;
/// Days before which what is due of a pathway is told.
const AHEAD: u64 = 7;
/// Coming sessions at the most.
const COMING: usize = 8;

/// Everything that was read.
#[derive(Debug, Default)]
pub(super) struct Parts {
    rows: BTreeMap<Part, Vec<Row>>,
    /// Everything of the groups of which a session of today runs.
    pub running: Vec<(SessionId, GroupRecord)>,
    is_empty: bool,
    is_new: bool,
    /// Whether it was asked what needs watching, which takes as long as all the rest, and what is to be done of plans
    /// and of the prison's own.
    pub is_whole: bool,
}

impl Parts {
    /// Everything, or (not `whole`) what does not have to wait for a second look.
    pub fn read(desk: &Desk, whole: bool) -> Result<Self, Failure> {
        let (today, reads) = (desk.today(), desk.reads);
        let (sessions, before): (Vec<_>, Vec<_>) =
            reads.sessions_on(today)?.into_iter().partition(|row| row.session.date == today);
        let forgotten = reads.sessions_forgotten(today, MOST)?;
        let coming = reads.sessions_after(today, COMING)?;
        let is_new = sessions.is_empty() && before.is_empty() && forgotten.is_empty() && coming.is_empty();
        let mut parts = Self { is_new, is_empty: is_new && reads.is_empty()?, is_whole: whole, ..Self::default() };
        for row in sessions.iter().filter(|row| matches!(row.session.state, SessionState::Running { .. })) {
            let record = desk.group(row.session.group)?;
            parts.running.extend(record.map(|record| (row.id, record)));
        }
        let places = if whole { reads.free_places(today, today + Days::new(SOON), MOST)? } else { Vec::new() };
        // A group that is large enough, and that nobody fits, needs no watching.
        let wanting = places.into_iter().filter(|p| p.people < u32::from(p.size.min) || p.waiting > 0 || p.fitting > 0);
        // Who is released when is for staff alone.
        let has_releases = whole && !desk.words.is_room_safe();
        let releases = if has_releases { reads.release_watch(today, MOST)? } else { Vec::new() };
        let watch = releases.into_iter().map(Row::Release).chain(wanting.map(Row::Places));
        let begin = [Action::Add, Action::Import, Action::SamplePeople];
        let plan = [Action::NewGroup, Action::People];
        let offers = match (parts.is_empty, parts.is_new) {
            (true, _) => &begin[..],
            (false, true) => &plan,
            _ => &[],
        };
        // So are their pathways.
        let duties = if desk.words.is_room_safe() { Vec::new() } else { owed(desk, whole)? };
        let due = due(before, &sessions, forgotten).into_iter().chain(duties).collect();
        let now = sessions.into_iter().map(Row::Session).chain(offers.iter().copied().map(Row::Offer));
        parts.rows = BTreeMap::from([
            (Part::Now, now.collect()),
            (Part::Due, due),
            (Part::Watch, watch.collect()),
            (Part::Coming, coming.into_iter().map(Row::Coming).collect()),
            (Part::Files, desk.remarks.iter().cloned().map(Row::Remark).collect()),
        ]);
        Ok(parts)
    }

    /// The rows that are seen on `height` lines, and the lines that show them: everything of a part that is
    /// unfolded, whether it fits or not.
    pub fn lay_out(&self, unfolded: &BTreeSet<Part>, height: usize) -> (Vec<Row>, Vec<Line>) {
        let parts: Vec<(Part, &[Row])> = Part::ALL
            .into_iter()
            .filter_map(|part| Some((part, self.rows.get(&part)?.as_slice())))
            .filter(|(part, rows)| *part == Part::Now || !rows.is_empty())
            .collect();
        let wishes: Vec<Wish> = parts.iter().map(|(part, rows)| self.wish(*part, rows, unfolded)).collect();
        let around = parts.len();
        let wanted: usize = wishes.iter().map(|wish| wish.lines).sum::<usize>() + around;
        let is_airy = wanted + around.saturating_sub(1) <= height;
        let shares = shares(&wishes, height.saturating_sub(around));
        let (mut seen_rows, mut lines) = (Vec::new(), Vec::new());
        for ((part, rows), share) in parts.into_iter().zip(shares) {
            if is_airy && part != Part::Now {
                lines.push(Line::Blank);
            }
            let before = self.lead(part, &mut lines);
            let things: Vec<_> =
                rows.iter().map(|row| (1 + usize::from(self.now(row).is_some()), row.rank())).collect();
            let seen = seen(&things, share.saturating_sub(before));
            let hidden = rows.len() - seen.len();
            for row in seen.into_iter().filter_map(|at| rows.get(at)) {
                lines.push(Line::Row(seen_rows.len()));
                lines.extend(self.now(row).map(Line::Now));
                seen_rows.push(row.clone());
            }
            if hidden > 0 {
                lines.push(Line::Row(seen_rows.len()));
                seen_rows.push(Row::More(part, hidden));
            }
        }
        (seen_rows, lines)
    }

    /// The heading of a part, and what is said where there is nothing else; how many lines more than the
    /// heading.
    fn lead(&self, part: Part, lines: &mut Vec<Line>) -> usize {
        if part != Part::Now {
            lines.push(Line::Heading(part.message()));
            return 0;
        }
        let before = lines.len();
        if self.is_empty {
            lines.extend([Line::Heading("today-nobody"), Line::Sentence("today-nobody-then"), Line::Blank]);
        } else if self.is_new {
            lines.extend([Line::Heading(part.message()), Line::Sentence("today-no-session")]);
            lines.extend([Line::Blank, Line::Sentence("today-nothing-planned")]);
        } else {
            lines.push(Line::Heading(part.message()));
            let nothing = self.rows.get(&part).is_none_or(Vec::is_empty);
            lines.extend(nothing.then_some(Line::Sentence("today-no-session")));
        }
        lines.len() - before - 1
    }

    fn wish(&self, part: Part, rows: &[Row], unfolded: &BTreeSet<Part>) -> Wish {
        let said = self.lead(part, &mut Vec::new());
        let lines = said + rows.len() + rows.iter().filter_map(|row| self.now(row)).count();
        let least = if unfolded.contains(&part) || self.is_new { lines } else { said + part.least() };
        Wish { lines, least }
    }

    /// The session of which it is said below its row what runs now.
    fn now(&self, row: &Row) -> Option<SessionId> {
        let id = row.running()?.id;
        self.running.iter().any(|(running, _)| *running == id).then_some(id)
    }
}

/// What is due of pathways, and (`whole`) of plans, of the prison itself and of what has to be offered, the longest overdue first.
fn owed(desk: &Desk, whole: bool) -> Result<Vec<Row>, Failure> {
    let until = desk.today() + Days::new(AHEAD);
    let duties = desk.reads.duties(until, MOST)?.into_iter().map(|duty| (duty.due, Row::Duty(duty)));
    let tasks = if whole { desk.reads.tasks(until, MOST)? } else { Vec::new() };
    let tasks = tasks.into_iter().map(|row| (row.task.due, Row::Task(row)));
    let told = if whole { untold(desk, until)? } else { Vec::new() };
    let mut owed: Vec<_> = duties.chain(tasks).chain(told).collect();
    owed.sort_by_key(|(due, _)| *due);
    Ok(owed.into_iter().take(MOST).map(|(_, row)| row).collect())
}

/// Who is to be told of what has to be offered to them: one row for all of one thing, with the day of the first.
fn untold(desk: &Desk, until: NaiveDate) -> Result<Vec<(NaiveDate, Row)>, Failure> {
    let mut rows: Vec<Vec<ToTell>> = Vec::new();
    for told in to_tell(desk.reads, desk.services, (desk.today(), until), MOST_UNTOLD)? {
        match rows.iter_mut().find(|row| row.first().is_some_and(|first| first.pathway == told.pathway)) {
            Some(row) => row.push(told),
            None => rows.push(vec![told]),
        }
    }
    Ok(rows.into_iter().filter_map(|row| Some((row.first()?.due, Row::Untold(row)))).collect())
}

/// What is due: sessions left open and not recorded, marks, what was promised for today, second self-ratings,
/// outcomes; of each the latest first.
fn due(left_open: Vec<SessionRow>, today: &[SessionRow], forgotten: Vec<Forgotten>) -> Vec<Row> {
    let mut due: Vec<Row> = left_open.into_iter().rev().map(Row::LeftOpen).collect();
    let (planned, held): (Vec<_>, Vec<_>) =
        forgotten.into_iter().partition(|f| f.session.session.state == SessionState::Planned);
    due.extend(planned.into_iter().map(|f| Row::NotHeld(f.session)));
    // What is missing of a session of today is told in its own line.
    let is_today = |f: &Forgotten| today.iter().any(|row| row.id == f.session.id);
    let lacks_marks = |f: &&Forgotten| f.session.marked < f.session.people;
    due.extend(held.iter().filter(lacks_marks).filter(|f| !is_today(f)).map(|f| Row::MarksMissing(f.session.clone())));
    let promised = today.iter().filter(|row| row.session.state == SessionState::Planned && !row.promised.is_empty());
    due.extend(promised.cloned().map(Row::Promise));
    due.extend(held.iter().filter(|f| f.unrated > 0).cloned().map(Row::RatingsMissing));
    due.extend(held.into_iter().filter(|f| f.outcomes.0 > 0).map(Row::OutcomesMissing));
    due
}
