//! Fitting what is left into the time that is left: what to shorten, and what to leave out.
//!
//! Essential parts keep their minutes. The others shrink in proportion, to half of their time and five
//! minutes at the least. Where that is not enough they are left out, as few as will do, the last thing on
//! the agenda last: a session that only breaks off has not been closed.

use crate::domain::agenda::Point;
use crate::domain::entry::Entry;
use crate::domain::outcome::Delivery;
use crate::domain::room::Room;
use crate::domain::room::changing::STRIDE;
use chrono::{DateTime, FixedOffset};

/// A part of what is left, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub key: u16,
    /// Still meant for it.
    pub left: u16,
    /// What it must keep unless it is left out.
    pub least: u16,
    pub leave: Leave,
}

/// Whether a part can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    Yes,
    /// When nothing else can be.
    Last,
    Never,
}

/// What makes the rest fit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fit {
    /// Parts that get less, by their keys: the minutes still meant for each, before and after.
    pub shorter: Vec<(u16, u16, u16)>,
    /// Keys of the parts that are left out.
    pub left_out: Vec<u16>,
    /// Minutes that are missing even so.
    pub over: u16,
}

impl Fit {
    /// Whether there is nothing to change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shorter.is_empty() && self.left_out.is_empty()
    }
}

/// What makes `parts` fit into `room` minutes.
#[must_use]
pub fn fit(parts: &[Part], room: u16) -> Fit {
    let mut kept = parts.to_vec();
    let mut left_out = Vec::new();
    let least = |kept: &[Part]| kept.iter().map(|part| part.least).sum::<u16>();
    while least(&kept) > room {
        let Some(at) = given_up(&kept, least(&kept) - room) else { break };
        left_out.push(kept.remove(at).key);
    }
    let over = least(&kept).saturating_sub(room);
    let shares = shared(&kept, room.saturating_sub(least(&kept)));
    let shorter = kept.iter().zip(shares).filter(|(part, minutes)| *minutes < part.left);
    Fit { shorter: shorter.map(|(part, minutes)| (part.key, part.left, minutes)).collect(), left_out, over }
}

/// The place of the part to leave out where `missing` minutes are needed: the smallest that gives them,
/// else the largest there is; the later of two alike. The last thing on the agenda only when it is alone.
fn given_up(kept: &[Part], missing: u16) -> Option<usize> {
    let of = |leave: Leave| {
        let places = (0..kept.len()).filter(move |at| kept[*at].leave == leave);
        let enough = places.clone().filter(|at| kept[*at].least >= missing);
        let smallest = enough.min_by_key(|at| (kept[*at].left, std::cmp::Reverse(*at)));
        smallest.or_else(|| places.max_by_key(|at| (kept[*at].left, *at)))
    };
    of(Leave::Yes).or_else(|| of(Leave::Last))
}

/// The minutes of each part when `spare` minutes beyond what each must keep are shared in proportion to
/// what each could lose: whole minutes, never more than there are, the odd ones to those nearest to them.
fn shared(kept: &[Part], spare: u16) -> Vec<u16> {
    let loss = |part: &Part| u32::from(part.left - part.least);
    let all: u32 = kept.iter().map(loss).sum();
    let spare = u32::from(spare).min(all);
    let exact = |part: &Part| (loss(part) * spare).checked_div(all).unwrap_or(0);
    let odd = |part: &Part| (loss(part) * spare).checked_rem(all).unwrap_or(0);
    let mut shares: Vec<u32> = kept.iter().map(exact).collect();
    let mut places: Vec<usize> = (0..kept.len()).collect();
    places.sort_by_key(|at| std::cmp::Reverse(odd(&kept[*at])));
    let rest = usize::try_from(spare - shares.iter().sum::<u32>()).unwrap_or(0);
    for at in places.into_iter().take(rest) {
        shares[at] += 1;
    }
    kept.iter().zip(shares).map(|(part, share)| part.least + u16::try_from(share).unwrap_or(0)).collect()
}

impl Room<'_> {
    /// What would make the rest of the agenda end in time; `None` when it does, when nothing is left of it
    /// that could, or when nothing runs.
    #[must_use]
    pub fn fit(&self, now: DateTime<FixedOffset>) -> Option<Fit> {
        let clock = self.clock(now).filter(|clock| clock.over > 0)?;
        let room = u16::try_from(clock.until.signed_duration_since(now).num_minutes().max(0)).ok()?;
        let points = self.points();
        let last = points.iter().rev().find(|point| point.is_ahead()).map(|point| point.key);
        let parts: Vec<Part> = points.iter().filter_map(|point| self.part(point, last, now)).collect();
        Some(fit(&parts, room)).filter(|fit| !fit.is_empty() || fit.over > 0)
    }

    fn part(&self, point: &Point, last: Option<u16>, now: DateTime<FixedOffset>) -> Option<Part> {
        if !(point.is_ahead() || point.is_running()) {
            return None;
        }
        let had = self.had(point, now);
        let kept = if point.is_essential() { point.minutes } else { least(point.minutes) };
        let leave = match () {
            () if point.is_essential() || point.is_running() => Leave::Never,
            () if last == Some(point.key) => Leave::Last,
            () => Leave::Yes,
        };
        Some(Part { key: point.key, left: point.minutes.saturating_sub(had), least: kept.saturating_sub(had), leave })
    }

    /// The entries that take the suggestion, as one step; none when there is nothing to change.
    #[must_use]
    pub fn fitting(&self, now: DateTime<FixedOffset>) -> Vec<Entry> {
        let Some(fit) = self.fit(now) else { return Vec::new() };
        let had = |key: u16| self.point(key).map_or(0, |point| self.had(&point, now));
        let minutes: Vec<_> = fit.shorter.iter().map(|(key, _, left)| (*key, had(*key) + left)).collect();
        let agenda = (!minutes.is_empty()).then(|| self.agreeing(self.lasting(&minutes)));
        let left_out = fit.left_out.iter().map(|key| self.delivering(*key, Some(Delivery::Skipped)));
        agenda.into_iter().chain(left_out).collect()
    }
}

/// What is left of a part that is not essential when it is shortened as far as makes sense.
fn least(minutes: u16) -> u16 {
    minutes.div_ceil(2).max(STRIDE).min(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SessionId;
    use crate::domain::room::tests::{apply, at, record};
    use crate::domain::sample::plan_of;
    use std::sync::Arc;

    /// Parts of these minutes: essential where `e`, the last where `l`.
    fn parts(text: &str) -> Vec<Part> {
        let part = |(key, word): (u16, &str)| {
            let minutes: u16 = word.trim_end_matches(['e', 'l']).parse().unwrap();
            let (leave, least) = match word.chars().last() {
                Some('e') => (Leave::Never, minutes),
                Some('l') => (Leave::Last, least(minutes)),
                _ => (Leave::Yes, least(minutes)),
            };
            Part { key, left: minutes, least, leave }
        };
        (0..).zip(text.split(' ')).map(part).collect()
    }

    #[test]
    fn the_others_shrink_so_that_the_essential_parts_fit() {
        for (text, room, minutes, over) in [
            // All fits.
            ("30e 20 10l", 60, "30 20 10", 0),
            // In proportion to what each could lose: ten and five.
            ("30e 20 10l", 54, "30 16 8", 0),
            ("30e 20 10l", 59, "30 19 10", 0),
            ("30e 20 10l", 45, "30 10 5", 0),
            // Not under half: the middle one is left out, and the last has its time again.
            ("30e 20 10l", 44, "30 - 10", 0),
            ("30e 20 10l", 38, "30 - 8", 0),
            // Then the last one too.
            ("30e 20 10l", 34, "30 - -", 0),
            ("30e 20 10l", 25, "30 - -", 5),
            // As few as will do, and the smallest of those.
            ("30e 15 20 25 10l", 64, "30 - 12 16 6", 0),
            ("30e 15 20 25 10l", 56, "30 8 - 13 5", 0),
            ("40", 30, "30", 0),
            ("40e", 30, "40", 10),
            ("40 40", 0, "- -", 0),
        ] {
            let parts = parts(text);
            let fit = fit(&parts, room);
            let minutes_of = |part: &Part| {
                let shorter = fit.shorter.iter().find(|(key, _, _)| *key == part.key);
                match (fit.left_out.contains(&part.key), shorter) {
                    (true, _) => "-".to_owned(),
                    (false, Some((_, _, minutes))) => minutes.to_string(),
                    (false, None) => part.left.to_string(),
                }
            };
            let found = parts.iter().map(minutes_of).collect::<Vec<_>>().join(" ");
            assert_eq!((found.as_str(), fit.over), (minutes, over), "{text} in {room}");
        }
    }

    #[test]
    fn what_fits_uses_every_minute_and_touches_nothing_essential() {
        for text in ["30e 20 10l", "10 15 25e 40 10l", "7 11 13 17e 19 5l", "90", "3 4 5"] {
            let parts = parts(text);
            let all: u16 = parts.iter().map(|part| part.left).sum();
            for room in 0..=all {
                let fit = fit(&parts, room);
                let now = |part: &Part| {
                    let shorter = fit.shorter.iter().find(|(key, _, _)| *key == part.key);
                    let left = shorter.map_or(part.left, |(_, _, minutes)| *minutes);
                    if fit.left_out.contains(&part.key) { 0 } else { left }
                };
                let total: u16 = parts.iter().map(now).sum();
                assert!(total <= room + fit.over, "{text} in {room}: {fit:?}");
                assert!(fit.over == 0 || parts.iter().all(|part| part.leave == Leave::Never || now(part) == 0));
                for part in &parts {
                    let kept = now(part) >= part.least && now(part) <= part.left;
                    assert!(kept || fit.left_out.contains(&part.key), "{text} in {room}: {part:?}");
                    assert!(part.leave != Leave::Never || now(part) == part.left, "{text} in {room}: {part:?}");
                }
            }
        }
    }

    #[test]
    fn where_nothing_is_left_nothing_is_suggested() {
        let mut record = record();
        let done = |from, to| Delivery::Done { from: at(from), to: at(to) };
        let deliveries = [done(0, 20), done(20, 40), done(40, 70), Delivery::Running { since: at(70) }];
        record.deliveries.extend((0..).zip(deliveries).map(|(key, delivery)| ((SessionId(4), key), delivery)));
        let room = Room::of(&record, SessionId(4)).unwrap();
        // The last thing has some of its time left, then none; the session ends late all the same.
        assert!(room.fit(at(74)).is_some());
        assert_eq!((room.clock(at(85)).map(|clock| clock.over), room.fit(at(85))), (Some(15), None));
    }

    #[test]
    fn the_suggestion_brings_the_end_back_to_the_plan() {
        // Activities of 10, 20, 30 and 10 minutes until 70; the third is essential.
        for (since, now, over, after) in [
            // On time there is nothing to suggest.
            (10, 12, 0, "20 30 10"),
            // The running one and the last shrink alike.
            (16, 18, 6, "16 30 8"),
            // The running one keeps what it has had.
            (22, 40, 12, "18 30 -"),
        ] {
            let mut record = record();
            plan_of(Arc::make_mut(&mut record.course), 3).activities[2].essential = true;
            record.deliveries.insert((SessionId(4), 0), Delivery::Done { from: at(0), to: at(since) });
            record.deliveries.insert((SessionId(4), 1), Delivery::Running { since: at(since) });
            let room = Room::of(&record, SessionId(4)).unwrap();
            assert_eq!(room.clock(at(now)).map(|clock| clock.over), Some(over), "at {now}");
            assert_eq!(room.fit(at(now)).is_some(), over > 0);
            let entries = room.fitting(at(now));
            apply(&mut record, &entries);
            let room = Room::of(&record, SessionId(4)).unwrap();
            let say = |point: &Point| match point.delivery {
                Some(Delivery::Skipped) => "-".to_owned(),
                _ => point.minutes.to_string(),
            };
            assert_eq!(room.points()[1..].iter().map(say).collect::<Vec<_>>().join(" "), after, "at {now}");
            assert!(room.clock(at(now)).unwrap().over <= 0);
        }
    }
}
