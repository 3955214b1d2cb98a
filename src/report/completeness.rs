//! Completeness: marks and outcomes that are not recorded, what is overdue, who was not told of what has to be offered to
//! them, who runs a group without the training that it asks for, exceptions granted and by whom.

mod groups;
mod part;
mod people;

pub use part::Part;
pub(super) use part::each;

use crate::domain::completeness::Completeness;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::plan::Plan;
use crate::domain::record::{About, GroupRecord};
use crate::domain::training::{self, Training, lacking_in};
use crate::report::request::{Ground, OfWhom, Period};
use crate::report::table::{Document, Fact, Field, Table};
use crate::report::{Fault, stream};
use crate::say;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// Where something was found: of a large record its lines are read again while they are written.
#[derive(Default)]
struct Found {
    groups: u32,
    /// Every training that is recorded.
    had: Vec<Training>,
    missing: Vec<GroupId>,
    overdue: Vec<GroupId>,
    open: Vec<GroupId>,
    untrained: Vec<GroupId>,
    /// Plans in which an action is overdue, and whose of them took part in one of the groups.
    late: BTreeMap<PersonId, Plan>,
    took_part: BTreeSet<PersonId>,
    /// Titles of the programmes that the groups run.
    programmes: BTreeMap<String, String>,
    /// Everybody who has or had a place in one of them, where it is not all of them.
    of_whom: OfWhom,
}

/// Of these groups, or of all; of their sessions those of the period.
///
/// # Errors
/// When the store cannot be read, or a group is not there.
pub fn of(groups: &[GroupId], period: Period, ground: &Ground) -> Result<Document, Fault> {
    let words = ground.words;
    let had = training::recorded(ground.reads.standing("training", About::Everything)?);
    let of_whom = (!groups.is_empty()).then(BTreeSet::new);
    let mut found = Found { had, late: people::late(ground)?, of_whom, ..Found::default() };
    stream::each_group(groups, Period::default(), ground, &mut |record| {
        found.add(&record, period, ground);
        Ok(ControlFlow::Continue(()))
    })?;
    let facts = vec![
        Fact::new("since", say!(words, "report-from"), Field::date(period.since)),
        Fact::new("until", say!(words, "report-to"), Field::date(period.until)),
        Fact::new("groups", say!(words, "evaluation-groups"), Field::Number(found.groups)),
    ];
    let exceptions = people::exceptions(&found.programmes, period, ground)?;
    found.late.retain(|id, _| found.took_part.contains(id));
    let actions = people::actions(&found.late, ground)?;
    let is_owed = people::owed(ground).next().is_some();
    let offers = is_owed.then(|| Part::Offers(found.of_whom.clone()));
    let trained = (!found.untrained.is_empty()).then_some(Part::Trained(found.untrained));
    let parts = [
        Part::Missing(found.missing, period),
        Part::Overdue(found.overdue, period),
        Part::People(found.open),
        Part::Steps(found.of_whom, period),
    ];
    let mut tables: Vec<Table> = parts.into_iter().chain(offers).map(|part| part.table(words)).collect();
    tables.extend([exceptions].into_iter().chain(actions));
    tables.extend(trained.map(|part| part.table(words)));
    let title = say!(words, "report-completeness");
    Ok(Document { facts, tables, ..Document::new("onward.completeness/1", title, words, ground.now) })
}

impl Found {
    fn add(&mut self, record: &GroupRecord, period: Period, ground: &Ground) {
        let (words, today) = (ground.words, ground.now.date_naive());
        let found = Completeness::of(record, today, |day| period.holds(day));
        let lacks = !lacking_in(&record.group, &record.course, &self.had, today).is_empty();
        for (has, groups) in [
            (!found.gaps.is_empty(), &mut self.missing),
            (!found.overdue.is_empty(), &mut self.overdue),
            (!found.open.is_empty(), &mut self.open),
            (lacks, &mut self.untrained),
        ] {
            groups.extend(has.then_some(record.id));
        }
        self.groups += 1;
        for member in &record.members {
            if let Some(people) = &mut self.of_whom {
                people.insert(member.id);
            }
            if member.took_part() && self.late.contains_key(&member.id) {
                self.took_part.insert(member.id);
            }
        }
        self.programmes.entry(record.course.programme.clone()).or_insert_with(|| words.pick(&record.course.title));
    }
}
