//! Which sessions collide with something else, in words.

use crate::domain::appointment::{Clash, What};
use crate::domain::group::Session;
use crate::domain::record::GroupRecord;
use crate::i18n::Words;
use crate::say;

impl Words {
    /// `Session 4 collides: dentist, Tue 8 Dec 10:30`, and how many more; empty when nothing does.
    #[must_use]
    pub fn clashes(&self, record: &GroupRecord, clashes: &[Clash]) -> String {
        let Some(Clash { session, with }) = clashes.first() else { return String::new() };
        let what = match &with.what {
            What::Appointment(what) => what.clone(),
            What::Group(code) => say!(self, "clash-group", code = code),
        };
        let session = record.session(*session).map_or_else(String::new, Session::label);
        let (date, time) = (self.weekday_date(with.date), self.time(with.time));
        let text = say!(self, "clash-detail", session = session, date = date, time = time, what = what);
        match clashes.len() {
            1 => text,
            more => format!("{text} ({})", say!(self, "and-more", count = more - 1)),
        }
    }
}
