//! Another start or rhythm: on which days a group could meet, and the latest start that is early enough.

use crate::domain::closed::ClosedDays;
use crate::domain::group::{Group, Session, dates};
use crate::domain::places::begun_anew;
use crate::domain::record::GroupRecord;
use chrono::{Datelike, NaiveDate, Weekday};

/// Weekdays that a group may be given when it meets more often.
const WORKING: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// The weekdays with one more, as far from the others as can be; `None` when there is none left.
#[must_use]
pub fn one_more(weekdays: &[Weekday], closed: &ClosedDays) -> Option<Vec<Weekday>> {
    more(weekdays, closed).into_iter().next()
}

/// The weekdays with each one more that there is: first those as far from each other as can be, of equals the
/// earlier in the week.
pub(super) fn more(weekdays: &[Weekday], closed: &ClosedDays) -> Vec<Vec<Weekday>> {
    let is_open = |day: &Weekday| !closed.closed.iter().any(|c| c.when == crate::domain::closed::When::Every(*day));
    let free = WORKING.into_iter().filter(|day| !weekdays.contains(day)).filter(is_open);
    let with = |day: Weekday| sorted(weekdays.iter().copied().chain([day]).collect());
    let mut more: Vec<_> = free.map(with).collect();
    more.sort_by_key(|days| std::cmp::Reverse(spread(days)));
    more
}

/// The weekdays with one fewer, the others as far apart as can be; `None` when there is only one.
#[must_use]
pub fn one_fewer(weekdays: &[Weekday]) -> Option<Vec<Weekday>> {
    let without = |day: &Weekday| sorted(weekdays.iter().copied().filter(|other| other != day).collect());
    (weekdays.len() > 1).then(|| weekdays.iter().map(without).max_by_key(|days| spread(days))).flatten()
}

fn sorted(mut weekdays: Vec<Weekday>) -> Vec<Weekday> {
    weekdays.sort_by_key(Weekday::num_days_from_monday);
    weekdays
}

/// The fewest days between two meetings, round the week.
fn spread(weekdays: &[Weekday]) -> u32 {
    let next = weekdays.iter().cycle().skip(1);
    let gap = |(a, b): (&Weekday, &Weekday)| (b.days_since(*a) + 6) % 7 + 1;
    weekdays.iter().zip(next).map(gap).min().unwrap_or(0)
}

/// The group with its sessions from `earliest` on laid out on `weekdays`, from `start` on and after whatever
/// comes before them, in the order in which they stand, none on a closed day; `None` when they find no dates.
/// What was held stays, and what is planned for an earlier day. Places that began with the group begin with
/// it anew. The same group when it meets so already.
#[must_use]
pub fn relaid(
    record: &GroupRecord,
    start: NaiveDate,
    weekdays: &[Weekday],
    earliest: NaiveDate,
    closed: &ClosedDays,
) -> Option<GroupRecord> {
    let begun = record.has_begun(earliest);
    let mut after = record.clone();
    if weekdays == record.group.weekdays && (begun || start == record.group.start) {
        return Some(after);
    }
    let movable: Vec<_> = record.movable(earliest).map(|dated| dated.id).collect();
    let settled =
        record.sessions.iter().filter(|dated| !movable.contains(&dated.id) && !dated.session.state.is_cancelled());
    let next = settled.filter_map(|dated| dated.session.date.succ_opt()).max();
    let from = start.max(earliest);
    let dates = dates(next.map_or(from, |next| next.max(from)), weekdays, movable.len(), closed);
    if dates.len() < movable.len() {
        return None;
    }
    for (id, date) in movable.into_iter().zip(dates) {
        if let Some(dated) = after.sessions.iter_mut().find(|dated| dated.id == id) {
            // A session that is dated anew with all others was not moved.
            dated.session = Session { date, time: record.group.time, moved: None, ..dated.session.clone() };
        }
    }
    after.arrange();
    // What has begun keeps its first day, whatever becomes of the rest.
    let start = if begun { record.group.start } else { from };
    after.group = Group { start, weekdays: weekdays.to_vec(), ..record.group.clone() };
    for (person, enrolment) in begun_anew(record, start) {
        if let Some(member) = after.members.iter_mut().find(|member| member.id == person) {
            member.enrolment = enrolment;
        }
    }
    Some(after)
}

/// The first sessions with which `count` sessions on `weekdays` are over before `deadline`, the latest first;
/// none before `earliest`.
pub(super) fn latest_starts<'a>(
    count: usize,
    weekdays: &'a [Weekday],
    deadline: NaiveDate,
    earliest: NaiveDate,
    closed: &'a ClosedDays,
) -> impl Iterator<Item = NaiveDate> + 'a {
    let meets = |day: &NaiveDate| weekdays.contains(&day.weekday()) && closed.is_open(*day);
    let days = deadline.pred_opt().filter(|_| count > 0).into_iter();
    let days = days.flat_map(|last| last.iter_days().rev()).take_while(move |day| *day >= earliest);
    days.filter(meets).skip(count.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::closed::{Closure, When};
    use crate::domain::sample::day;
    use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};

    #[test]
    fn a_day_more_or_fewer_keeps_the_others() {
        let open = ClosedDays::default();
        for (days, more, fewer) in [
            (&[Tue][..], Some(vec![Tue, Fri]), None),
            (&[Tue, Thu], Some(vec![Mon, Tue, Thu]), Some(vec![Tue])),
            (&[Mon, Wed, Fri], Some(vec![Mon, Tue, Wed, Fri]), Some(vec![Mon, Fri])),
            (&[Mon, Tue, Wed, Thu, Fri], None, Some(vec![Mon, Tue, Wed, Thu])),
        ] {
            assert_eq!((one_more(days, &open), one_fewer(days)), (more, fewer), "{days:?}");
        }
        let closed = ClosedDays { closed: vec![Closure { when: When::Every(Fri), why: "searches".into() }] };
        assert_eq!(one_more(&[Tue], &closed), Some(vec![Tue, Thu]));
    }

    #[test]
    fn the_latest_start_is_counted_back_from_the_deadline() {
        let mut closed = ClosedDays::default();
        let latest = |count, deadline, closed: &ClosedDays| {
            let mut starts = latest_starts(count, &[Tue, Thu], day(deadline), day("2026-11-25"), closed);
            starts.next().map(|day| day.to_string())
        };
        // The day of the deadline itself is too late.
        assert_eq!(latest(4, "2026-12-10", &closed).as_deref(), Some("2026-11-26"));
        assert_eq!(latest(4, "2026-12-11", &closed).as_deref(), Some("2026-12-01"));
        assert_eq!(latest(5, "2026-12-10", &closed), None);
        closed.closed.push(Closure { when: When::On(day("2026-12-08")), why: "painting".into() });
        assert_eq!(latest(4, "2026-12-11", &closed).as_deref(), Some("2026-11-26"));
    }
}
