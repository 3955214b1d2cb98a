//! Who of the register is booked with another group, to make good what they missed.

use super::Register;
use crate::domain::booking::Booking;
use crate::domain::catching_up::Elsewhere;
use crate::domain::entry::Entry;
use crate::domain::record::{About, Dated, Failure, GroupRecord, Member};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::screens::catching_up::AROUND;

/// The bookings of everybody in `record`.
pub(super) fn read(record: &GroupRecord, desk: &Desk) -> Result<Vec<Booking>, Failure> {
    let mut guests: Vec<Entry> = Vec::new();
    for member in &record.members {
        guests.extend(desk.reads.standing("guest", About::Person(member.id))?);
    }
    if guests.is_empty() {
        return Ok(Vec::new());
    }
    let today = desk.today();
    let until = today.checked_add_days(AROUND).unwrap_or(today);
    Ok(record.bookings(&guests, &desk.reads.carried(&record.course.programme, today, until)?))
}

impl Register {
    /// Where somebody is to make good a session.
    pub(super) fn booked(&self, record: &GroupRecord, dated: &Dated, member: &Member) -> Option<&Elsewhere> {
        record.goes_to(&self.bookings, dated.id, member.id)
    }
}

/// Where that is, and when.
pub(super) fn at(other: &Elsewhere, words: &Words) -> String {
    let session = &other.dated.session;
    let what = say!(words, "made-good-elsewhere", code = other.code.as_str(), number = session.label());
    say!(words, "said-part", what = what, value = words.moment(session.date, session.time))
}
