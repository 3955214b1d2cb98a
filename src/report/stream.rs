//! Tables that are too long to be held: each line goes from the store to the file and is forgotten.

use crate::domain::figures::Register;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::{About, Failure, GroupRecord, GroupRow, GroupsQuery, Window};
use crate::report::ahead::{Portion, ahead};
use crate::report::format::Sheet;
use crate::report::register::long::{self, Said};
use crate::report::request::{Ground, OfWhom, Period};
use crate::report::table::{Field, LineKind};
use crate::report::{Fault, Watch, completeness, duties, journal, timetable};
use std::collections::BTreeSet;
use std::mem::replace;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, channel};

/// Groups read at once.
const PAGE: usize = 200;
/// Groups between two calls of [`Ground::told`].
const STRIDE: u64 = 256;
/// Lines between two calls of [`Watch::told`].
const LINES: u64 = 4_096;
/// Portions that wait for the sheet while one is written.
const AHEAD: usize = 1;

/// Where the lines of a table come from that are read while it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stream {
    /// Every mark of all groups.
    EveryMark(Period),
    /// Every person at every session of some groups.
    MarksOf(Vec<GroupId>, Period),
    /// What was recorded.
    Journal(About, Period),
    /// The sessions of some groups, or of all; with those that are gone, where somebody may have them still.
    Timetable(Vec<GroupId>, Period, bool),
    /// What is due of the pathways of these people, or of all.
    Duties(OfWhom, Period),
    /// A table of what is missing.
    Completeness(completeness::Part),
}

/// Whom each line is given to, with its kind.
pub type Visit<'v> = &'v mut dyn FnMut(LineKind, &[Field<'_>]) -> ControlFlow<()>;

/// Where the lines of a [`Stream`] come from: calls what it is given with each of them.
pub(super) type Source<'a> = &'a dyn Fn(&Stream, Visit) -> Result<(), Fault>;

/// Each line goes from its source through `sheet` and is forgotten: some are read while those before them are written.
///
/// # Errors
/// What the source or the sheet says; [`Fault::Stopped`] when it is told to stop.
pub(super) fn write(
    sheet: &mut (dyn Sheet + Send + '_),
    stream: &Stream,
    source: Source<'_>,
    watch: &mut Watch,
) -> Result<(), Fault> {
    let (give_back, spare) = channel::<Portion>();
    let write = |portions: Receiver<Portion>| {
        portions.into_iter().try_for_each(|portion| {
            portion.write(sheet)?;
            // Whoever reads may have ended already.
            let _ = give_back.send(portion.emptied());
            Ok(())
        })
    };
    let read = |portions: &SyncSender<Portion>| -> Result<(), Fault> {
        let (mut portion, mut count, mut stopped) = (Portion::default(), 0_u64, false);
        source(stream, &mut |kind, fields| {
            portion.push(kind, fields);
            count += 1;
            if count.is_multiple_of(LINES) {
                (watch.told)(count);
                stopped = watch.is_stopped();
            }
            let full = portion.is_full();
            // When nobody takes them any more, whoever wrote them says why.
            let ended = full && portions.send(replace(&mut portion, spare.try_recv().unwrap_or_default())).is_err();
            if stopped || ended { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        let _ = portions.send(portion);
        if stopped { Err(Fault::Stopped) } else { Ok(()) }
    };
    let (read, written) = ahead(AHEAD, read, write)?;
    written.and(read)
}

/// Visits the lines of `stream`.
///
/// # Errors
/// When the store cannot be read, or a group is not there.
pub(super) fn lines(stream: &Stream, ground: &Ground, visit: Visit) -> Result<(), Fault> {
    match stream {
        Stream::EveryMark(period) => every_mark(*period, ground, visit),
        Stream::MarksOf(groups, period) => {
            let said = Said::new(ground.words);
            each_group(groups, Period::default(), ground, &mut |record| {
                Ok(long::of_group(&record, &Register::of(&record), *period, &said, visit))
            })
        }
        Stream::Journal(about, period) => journal::each(*about, *period, ground, visit),
        Stream::Timetable(groups, period, with_gone) => each_group(groups, Period::default(), ground, &mut |record| {
            timetable::each(&record, *period, *with_gone, ground, visit)
        }),
        Stream::Duties(people, period) => duties::each(people.as_ref(), *period, ground, visit),
        Stream::Completeness(part) => completeness::each(part, ground, visit),
    }
}

fn every_mark(period: Period, ground: &Ground, visit: Visit) -> Result<(), Fault> {
    let said = Said::new(ground.words);
    let person = |id: &PersonId| Ok(ground.reads.person(*id)?.unwrap_or_default().reference);
    let without = ground.without.iter().map(person).collect::<Result<BTreeSet<_>, Failure>>()?;
    Ok(ground.reads.each_mark(None, &mut |mark| {
        if period.holds(mark.date) && !without.contains(mark.reference) {
            visit(LineKind::Body, &long::fields(mark, &said))
        } else {
            ControlFlow::Continue(())
        }
    })?)
}

/// Visits these groups, or all those that start in the period, newest first: one of them is held at a time.
///
/// # Errors
/// When the store cannot be read, or a group is not there.
pub(super) fn each_group(
    groups: &[GroupId],
    period: Period,
    ground: &Ground,
    visit: &mut dyn FnMut(GroupRecord) -> Result<ControlFlow<()>, Fault>,
) -> Result<(), Fault> {
    let order = ground.words.locale().tag;
    let mut count = 0_u64;
    let mut one = |id: GroupId| -> Result<ControlFlow<()>, Fault> {
        if ground.is_stopped() {
            return Err(Fault::Stopped);
        }
        count += 1;
        if count.is_multiple_of(STRIDE) {
            (ground.told)(count);
        }
        visit(ground.reads.group_in_passing(id, order)?.ok_or(Fault::NoGroup)?.without(ground.without))
    };
    if !groups.is_empty() {
        for id in groups {
            if one(*id)?.is_break() {
                break;
            }
        }
        return Ok(());
    }
    let mut window = Window::Start;
    loop {
        let rows = ground.reads.groups(&GroupsQuery::default(), &window, PAGE)?;
        let Some(last) = rows.last() else { return Ok(()) };
        let next = Window::After(last.cursor.clone());
        for row in &rows {
            let GroupRow { id, group, .. } = &row.value;
            if period.since.is_some_and(|since| group.start < since) {
                // Newest first: what follows started earlier still.
                return Ok(());
            }
            if period.holds(group.start) && one(*id)?.is_break() {
                return Ok(());
            }
        }
        window = next;
    }
}
