//! The timetable: sessions with their dates, also for calendars, where each is known again by its identifier.

use crate::domain::entry::Entry;
use crate::domain::group::{Session, SessionState};
use crate::domain::id::{GroupId, SessionId};
use crate::domain::record::{About, Dated, GroupRecord};
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::kind::DATED;
use crate::report::request::{Ground, Period};
use crate::report::stream::{Stream, Visit};
use crate::report::table::{Column, Document, Field, Holds, LineKind, Rows, Table};
use crate::say;
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// Entries of a history read at once.
const PAGE: usize = 1_000;

/// Of these groups, or of all, in a period; with the sessions that are gone, where they were joined with others.
#[must_use]
pub fn of(
    (groups, period): (Vec<GroupId>, Period),
    with_gone: bool,
    words: &Words,
    now: DateTime<FixedOffset>,
) -> Document {
    let rows = Rows::Streamed(Stream::Timetable(groups, period, with_gone));
    let title = say!(words, "report-timetable");
    let table = Table { rows, ..Table::new("timetable", title.clone(), DATED, columns(words), Vec::new()) };
    Document { tables: vec![table], ..Document::new("onward.timetable/1", title, words, now) }
}

fn columns(words: &Words) -> Vec<Column> {
    vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("session", say!(words, "report-session")).wide(9).centred().key(),
        Column::new("title", say!(words, "report-title")).wide(28),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("time", say!(words, "report-time")).wide(8).centred(),
        Column::new("ends", say!(words, "timetable-ends")).wide(8).centred(),
        Column::new("room", say!(words, "report-room")),
        Column::new("facilitators", say!(words, "report-facilitators")).wide(24).holding(Holds::Staff),
        Column::new("state", say!(words, "report-state")),
        Column::new("reason", say!(words, "report-reason")).wide(24).holding(Holds::Note),
        Column::new("uid", say!(words, "timetable-uid")).wide(30),
        Column::new("revision", say!(words, "timetable-revision")).centred(),
    ]
}

/// Visits the sessions of one group.
///
/// # Errors
/// When the history of the group cannot be read.
pub(super) fn each(
    record: &GroupRecord,
    period: Period,
    with_gone: bool,
    ground: &Ground,
    visit: Visit,
) -> Result<ControlFlow<()>, Fault> {
    let wanted = |dated: &&Dated| period.holds(dated.session.date);
    if !with_gone && !record.sessions.iter().any(|dated| wanted(&dated)) {
        return Ok(ControlFlow::Continue(()));
    }
    let past = Past::of(record, ground)?;
    let gone = if with_gone { past.gone.as_slice() } else { &[] };
    for dated in record.sessions.iter().chain(gone).filter(wanted) {
        let revision = past.revisions.get(&dated.id).copied().unwrap_or(0);
        if visit(LineKind::Body, &fields(record, dated, revision, ground.words)).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// What the history of a group says of its sessions.
#[derive(Default)]
struct Past {
    /// How often each was recorded again: a calendar takes the highest it has seen.
    revisions: BTreeMap<SessionId, u32>,
    /// Those that are gone, as they last were, and cancelled: what was joined with another is no session any more.
    gone: Vec<Dated>,
}

impl Past {
    fn of(record: &GroupRecord, ground: &Ground) -> Result<Self, Fault> {
        let (mut past, mut before) = (Self::default(), None);
        loop {
            let page = ground.reads.history(About::Group(record.id), before, PAGE)?;
            let Some(last) = page.last() else { break };
            before = Some(last.seq);
            for recorded in &page {
                let Entry::Session { session: id, to, .. } = &recorded.entry else { continue };
                // The newest first: what stood before it went is how it was known.
                if to.is_none() && record.session(*id).is_none() && !past.revisions.contains_key(id) {
                    past.gone.extend(cancelled(*id, &recorded.before, ground.words));
                }
                *past.revisions.entry(*id).or_insert(0) += 1;
            }
        }
        // That it was recorded at all is no revision.
        for count in past.revisions.values_mut() {
            *count -= 1;
        }
        past.gone.sort_by_key(|dated| (dated.session.date, dated.session.time, dated.id));
        Ok(past)
    }
}

/// A session that is gone.
fn cancelled(id: SessionId, was: &Entry, words: &Words) -> Option<Dated> {
    let Entry::Session { to: Some(session), .. } = was else { return None };
    let state = SessionState::Cancelled { why: say!(words, "timetable-gone") };
    Some(Dated { id, session: Session { state, moved: None, ..(**session).clone() } })
}

fn fields(record: &GroupRecord, dated: &Dated, revision: u32, words: &Words) -> [Field<'static>; 12] {
    let session = &dated.session;
    let state = session.state.message();
    let why = match (&session.state, &session.moved) {
        (SessionState::Cancelled { why }, _) => Field::text(why),
        (_, Some(moved)) => Field::text(&moved.why),
        _ => Field::Empty,
    };
    let begins = NaiveDateTime::new(session.date, session.time);
    let ends = begins + TimeDelta::minutes(record.minutes(session).into());
    [
        Field::text(&record.group.code),
        Field::session(session.label()),
        record.plan(session).map_or(Field::Empty, |plan| Field::term(&plan.id, words.pick(&plan.title))),
        Field::Date(session.date),
        Field::Time(session.time),
        Field::Time(ends.time()),
        Field::text(&record.group.room),
        Field::text(record.group.facilitators_on(session.date).join(", ")),
        Field::term(state.trim_start_matches("session-"), words.say(state, &[])),
        why,
        Field::text(format!("session-{:x}@onward", dated.id.0)),
        Field::Number(revision),
    ]
}
