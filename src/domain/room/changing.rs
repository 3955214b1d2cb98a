//! Changing the agenda while the session runs: longer, shorter, added, swapped, another end.

use crate::domain::agenda::{ADDED, Agenda, Item, Point, What};
use crate::domain::entry::Entry;
use crate::domain::outcome::Delivery;
use crate::domain::room::Room;
use chrono::{DateTime, Duration, FixedOffset, NaiveTime};

/// Minutes by which one key makes something longer or shorter.
pub const STRIDE: u16 = 5;
/// The most minutes that one thing on an agenda takes.
pub const MOST: u16 = 240;

impl Room<'_> {
    /// The entry that makes the thing with this key longer `by` minutes, or shorter when they are negative, but
    /// no shorter than so many. What runs keeps what it has had, and counts on from there when that is more
    /// than it was meant to have. Nothing when that changes nothing, or for what is over.
    #[must_use]
    pub fn timing(&self, key: u16, by: i16, now: DateTime<FixedOffset>) -> Vec<Entry> {
        let Some(point) = self.changeable(key, now) else { return Vec::new() };
        let had = self.had(&point, now);
        let minutes = if by > 0 {
            point.minutes.max(had).saturating_add(by.unsigned_abs())
        } else {
            let least = if point.is_running() { had.max(1) } else { by.unsigned_abs() };
            point.minutes.saturating_sub(by.unsigned_abs()).max(least).min(point.minutes)
        };
        self.meaning(&point, minutes)
    }

    /// The entry that gives the thing with this key so many minutes, what runs no fewer than it has had.
    /// Nothing when that changes nothing, or for what is over.
    #[must_use]
    pub fn giving(&self, key: u16, minutes: u16, now: DateTime<FixedOffset>) -> Vec<Entry> {
        let Some(point) = self.changeable(key, now) else { return Vec::new() };
        self.meaning(&point, minutes.max(self.had(&point, now)))
    }

    /// The entry after which a thing is meant to take so many minutes, as far as anything does.
    fn meaning(&self, point: &Point, minutes: u16) -> Vec<Entry> {
        let minutes = minutes.clamp(1, MOST);
        if minutes == point.minutes { Vec::new() } else { vec![self.agreeing(self.lasting(&[(point.key, minutes)]))] }
    }

    /// The thing with this key, where its minutes can be changed: it is not over, and the session can be run.
    fn changeable(&self, key: u16, now: DateTime<FixedOffset>) -> Option<Point<'_>> {
        self.point(key).filter(|point| self.can_run(now) && (point.is_ahead() || point.is_running()))
    }

    /// The entry that puts something of `minutes` on the agenda: after the thing with the key `after`, but
    /// never before what has begun. Nothing when the session cannot be run now.
    #[must_use]
    pub fn adding(&self, title: &str, minutes: u16, after: u16, now: DateTime<FixedOffset>) -> Vec<Entry> {
        if !self.can_run(now) {
            return Vec::new();
        }
        let points = self.points();
        let begun = |point: &Point| point.is_running() || matches!(point.delivery, Some(Delivery::Done { .. }));
        let begun = points.iter().rposition(begun).map_or(0, |at| at + 1);
        let after = points.iter().position(|point| point.key == after).map_or(points.len(), |at| at + 1);
        let mut agenda = self.record.agenda(self.id);
        let what = What::Own(title.to_owned());
        agenda.items.insert(after.max(begun), Item { key: added(&agenda), minutes: minutes.clamp(1, MOST), what });
        vec![self.agreeing(agenda)]
    }

    /// The entries that swap the thing with this key and the next one ahead. What runs gives way to it: the
    /// next one begins, and what is left of the first comes after. Nothing for what is over, or when nothing
    /// is left of it or ahead after it.
    #[must_use]
    pub fn swapping(&self, key: u16, now: DateTime<FixedOffset>) -> Vec<Entry> {
        let points = self.points();
        let Some(here) = points.iter().position(|point| point.key == key).filter(|_| self.can_run(now)) else {
            return Vec::new();
        };
        let (first, rest) = (points[here], &points[here + 1..]);
        let Some(there) = rest.iter().position(Point::is_ahead).map(|at| here + 1 + at) else { return Vec::new() };
        let mut agenda = self.record.agenda(self.id);
        match first.delivery {
            None => {
                agenda.items.swap(here, there);
                vec![self.agreeing(agenda)]
            }
            Some(Delivery::Running { since }) => self.giving_way(&first, *since, (here, there), agenda, now),
            Some(_) => Vec::new(),
        }
    }

    fn giving_way(
        &self,
        first: &Point,
        since: DateTime<FixedOffset>,
        (here, there): (usize, usize),
        mut agenda: Agenda,
        now: DateTime<FixedOffset>,
    ) -> Vec<Entry> {
        let begins = |since| Some(Delivery::Running { since });
        let next = agenda.items[there].key;
        // Within the first minute it has not really begun.
        if self.record.worked(self.id, since, now) < Duration::minutes(1) {
            agenda.items.swap(here, there);
            let entries = [self.delivering(first.key, None), self.delivering(next, begins(since))];
            return entries.into_iter().chain([self.agreeing(agenda)]).collect();
        }
        let had = self.had(first, now);
        let Some(left) = first.minutes.checked_sub(had).filter(|left| *left > 0) else { return Vec::new() };
        let rest = Item { key: added(&agenda), minutes: left, what: What::Rest(first.root) };
        agenda.items[here].minutes = had;
        agenda.items.insert(there + 1, rest);
        let over = Some(Delivery::Done { from: since, to: now.max(since) });
        vec![self.delivering(first.key, over), self.delivering(next, begins(now)), self.agreeing(agenda)]
    }

    /// The entry after which the session must end at `until`, or by its timetable. Nothing when that
    /// changes nothing or the session cannot be run now.
    #[must_use]
    pub fn ending_at(&self, until: Option<NaiveTime>, now: DateTime<FixedOffset>) -> Vec<Entry> {
        let agenda = self.record.agenda(self.id);
        if agenda.until == until || !self.can_run(now) {
            return Vec::new();
        }
        vec![self.agreeing(Agenda { until, ..agenda })]
    }

    /// Whole minutes that a thing on the agenda has had at `now`, begun ones included.
    pub(super) fn had(&self, point: &Point, now: DateTime<FixedOffset>) -> u16 {
        let spent = point.delivery.map_or(Duration::zero(), |delivery| self.record.spent(self.id, delivery, now));
        u16::try_from((spent + Duration::seconds(59)).num_minutes()).unwrap_or(MOST)
    }

    /// The agenda with other minutes for some things on it.
    pub(super) fn lasting(&self, minutes: &[(u16, u16)]) -> Agenda {
        let mut agenda = self.record.agenda(self.id);
        for item in &mut agenda.items {
            let changed = minutes.iter().find(|(key, _)| *key == item.key);
            item.minutes = changed.map_or(item.minutes, |(_, minutes)| *minutes);
        }
        agenda
    }

    /// The entry after which `agenda` stands; none of its own when it says what the plan says.
    pub(super) fn agreeing(&self, agenda: Agenda) -> Entry {
        let to = (!self.record.is_as_planned(self.id, &agenda)).then(|| Box::new(agenda));
        Entry::Agenda { group: self.record.id, session: self.id, to }
    }
}

/// A key that nothing on the agenda has.
fn added(agenda: &Agenda) -> u16 {
    agenda.items.iter().map(|item| item.key + 1).max().unwrap_or(ADDED).max(ADDED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SessionId;
    use crate::domain::record::GroupRecord;
    use crate::domain::room::tests::{apply, at, record};

    fn room(record: &GroupRecord) -> Room<'_> {
        Room::of(record, SessionId(4)).unwrap()
    }

    /// Key, minutes and a sign for what became of it, of everything on the agenda.
    fn agenda(record: &GroupRecord) -> String {
        let say = |point: &Point| {
            let sign = match point.delivery {
                None => "",
                Some(Delivery::Running { .. }) => ">",
                Some(Delivery::Done { .. }) => "+",
                Some(Delivery::Skipped) => "-",
            };
            let rest = if point.is_rest() { format!("({})", point.root) } else { String::new() };
            format!("{sign}{}{rest}:{}", point.key, point.minutes)
        };
        room(record).points().iter().map(say).collect::<Vec<_>>().join(" ")
    }

    fn running(key: u16, since: i64) -> GroupRecord {
        let mut record = record();
        record.deliveries.extend((0..key).map(|key| ((SessionId(4), key), Delivery::Done { from: at(0), to: at(1) })));
        record.deliveries.insert((SessionId(4), key), Delivery::Running { since: at(since) });
        record
    }

    #[test]
    fn longer_and_shorter_keep_what_was_had() {
        // Activities of 10, 20, 30 and 10 minutes.
        for (key, by, now, minutes) in [
            (2, 5, 5, Some(35)),
            (2, -5, 5, Some(25)),
            (2, 1, 5, Some(31)),
            (2, -1, 5, Some(29)),
            // Ahead, nothing is made shorter than by how much it is.
            (3, -5, 5, Some(5)),
            // What runs keeps what it has had, the minute that has begun included.
            (1, -5, 12, Some(15)),
            (1, -5, 18, Some(18)),
            (1, -5, 20, None),
            (1, -1, 24, None),
            // Over its time it gets more from now on.
            (1, 5, 24, Some(29)),
            (1, 1, 24, Some(25)),
            // What is over stays as it was.
            (0, 5, 5, None),
            (9, 5, 5, None),
        ] {
            let mut record = running(1, 0);
            let entries = room(&record).timing(key, by, at(now));
            assert_eq!(entries.is_empty(), minutes.is_none(), "{key} {by} at {now}");
            apply(&mut record, &entries);
            let found = room(&record).point(key).map(|point| point.minutes);
            assert_eq!(found.filter(|_| minutes.is_some()), minutes, "{key} {by} at {now}");
        }
        // So many minutes: what runs no fewer than it has had.
        for (key, given, minutes) in
            [(2, 12, Some(12)), (2, 30, None), (1, 8, Some(12)), (1, 900, Some(MOST)), (0, 7, None)]
        {
            let mut record = running(1, 0);
            let entries = room(&record).giving(key, given, at(12));
            apply(&mut record, &entries);
            let found = room(&record).point(key).map(|point| point.minutes).filter(|_| !entries.is_empty());
            assert_eq!(found, minutes, "{key} {given}");
        }
        // Back to the plan, nothing stands any more.
        let mut record = running(0, 0);
        for by in [5, -5] {
            let entries = room(&record).timing(2, by, at(1));
            apply(&mut record, &entries);
        }
        assert!(record.agendas.is_empty());
    }

    #[test]
    fn something_is_added_after_what_has_begun() {
        for (after, agendas) in [
            (0, "+0:10 >1:20 1000:7 2:30 3:10"),
            (1, "+0:10 >1:20 1000:7 2:30 3:10"),
            (2, "+0:10 >1:20 2:30 1000:7 3:10"),
            (77, "+0:10 >1:20 2:30 3:10 1000:7"),
        ] {
            let mut record = running(1, 1);
            let entries = room(&record).adding("Song", 7, after, at(5));
            apply(&mut record, &entries);
            assert_eq!(agenda(&record), agendas);
            assert_eq!(room(&record).point(1000).map(|point| point.title), Some("Song"));
            // Another one gets another key.
            let entries = room(&record).adding("Talk", 5, 1000, at(5));
            apply(&mut record, &entries);
            assert!(agenda(&record).contains("1000:7 1001:5"), "{}", agenda(&record));
        }
    }

    #[test]
    fn things_swap_and_what_runs_gives_way() {
        for (key, since, now, agendas) in [
            (2, 1, 5, "+0:10 >1:20 3:10 2:30"),
            // The first seven minutes are done; the other thirteen come after.
            (1, 1, 8, "+0:10 +1:7 >2:30 1000(1):13 3:10"),
            // Only just begun.
            (1, 8, 8, "+0:10 >2:30 1:20 3:10"),
            // Nothing is left of it; nothing comes after; it is over.
            (1, 1, 21, "+0:10 >1:20 2:30 3:10"),
            (3, 1, 5, "+0:10 >1:20 2:30 3:10"),
            (0, 1, 5, "+0:10 >1:20 2:30 3:10"),
        ] {
            let mut record = running(1, since);
            let entries = room(&record).swapping(key, at(now));
            apply(&mut record, &entries);
            assert_eq!(agenda(&record), agendas, "{key} since {since} at {now}");
        }
        // The rest gives way again, over what was left out, and stays the rest of the first.
        let mut record = running(1, 1);
        for (now, key) in [(8, 1), (20, 2)] {
            let entries = room(&record).swapping(key, at(now));
            apply(&mut record, &entries);
        }
        assert_eq!(agenda(&record), "+0:10 +1:7 +2:12 >1000(1):13 1001(2):18 3:10");
        record.deliveries.insert((SessionId(4), 1001), Delivery::Skipped);
        let entries = room(&record).swapping(1000, at(25));
        apply(&mut record, &entries);
        assert_eq!(agenda(&record), "+0:10 +1:7 +2:12 +1000(1):5 -1001(2):18 >3:10 1002(1):8");
    }

    #[test]
    fn another_end_is_agreed_and_taken_back() {
        let mut record = running(1, 1);
        let eleven = NaiveTime::from_hms_opt(11, 0, 0);
        let entries = room(&record).ending_at(eleven, at(5));
        apply(&mut record, &entries);
        assert_eq!(record.agenda(SessionId(4)).until, eleven);
        assert!(room(&record).ending_at(eleven, at(5)).is_empty());
        let entries = room(&record).ending_at(None, at(5));
        apply(&mut record, &entries);
        assert!(record.agendas.is_empty());
    }
}
