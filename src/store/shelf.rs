//! What was read last, kept while it cannot have changed: a course is large, and the room reads its group after
//! every mark, of which nothing but the marks is another.

use crate::domain::entry::Entry;
use crate::domain::id::{CourseId, GroupId};
use crate::domain::programme::Course;
use crate::domain::record::{Failure, GroupRecord};
use crate::store::alphabet::Sorter;
use crate::store::groups;
use crate::store::part;
use rusqlite::Connection;
use std::cell::RefCell;
use std::sync::Arc;

/// The course and the group that were read last.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// With what `data_version` was.
    course: RefCell<Option<(CourseId, i64, Arc<Course>)>>,
    group: RefCell<Option<Read>>,
}

/// Of which state of the store something is: the first number changes when another connection commits, the second
/// with every row that this one changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Version(i64, u64);

impl Version {
    fn of(db: &Connection) -> Result<Self, Failure> {
        Ok(Self(super::data_version(db)?, db.total_changes()))
    }
}

#[derive(Debug)]
struct Read {
    version: Version,
    /// The alphabet in which its people stand.
    order: String,
    record: GroupRecord,
}

impl Shelf {
    /// What this connection has just recorded, after it had changed `before` rows. What it recorded of the group that
    /// was read last stands in it now; of anything else it is not known what of the group it changes.
    pub(super) fn recorded(&self, db: &Connection, before: u64, entries: &[Entry]) {
        if entries.iter().any(|entry| matches!(entry, Entry::Course { .. })) {
            self.course.take();
        }
        let mut kept = self.group.borrow_mut();
        let Some(read) = kept.as_mut().filter(|read| read.version.1 == before) else { return };
        if entries.iter().all(|entry| part::put(&mut read.record, entry)) {
            read.version.1 = db.total_changes();
        } else {
            *kept = None;
        }
    }

    pub(super) fn course(&self, db: &Connection, id: CourseId) -> Result<Option<Arc<Course>>, Failure> {
        let version = super::data_version(db)?;
        if let Some((_, _, course)) = self.course.borrow().as_ref().filter(|kept| (kept.0, kept.1) == (id, version)) {
            return Ok(Some(Arc::clone(course)));
        }
        let Some(course) = groups::course(db, id)?.map(Arc::new) else { return Ok(None) };
        self.course.replace(Some((id, version, Arc::clone(&course))));
        Ok(Some(course))
    }

    /// The group, where it is the one that was read last and nothing was recorded since but by this desk.
    pub(super) fn kept(&self, db: &Connection, id: GroupId, order: &str) -> Result<Option<GroupRecord>, Failure> {
        let kept = self.group.borrow();
        let Some(read) = kept.as_ref().filter(|read| read.record.id == id && read.order == order) else {
            return Ok(None);
        };
        Ok((read.version == Version::of(db)?).then(|| read.record.clone()))
    }

    /// Everything of one group. To be called inside a read transaction.
    pub(super) fn group(
        &self,
        db: &Connection,
        sorter: &Sorter,
        id: GroupId,
        order: &str,
    ) -> Result<Option<GroupRecord>, Failure> {
        let version = Version::of(db)?;
        let Some(record) = groups::record(db, (sorter, self), id, order)? else { return Ok(None) };
        self.group.replace(Some(Read { version, order: order.to_owned(), record: record.clone() }));
        Ok(Some(record))
    }
}
