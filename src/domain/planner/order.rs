//! Another order: the essential sessions before the first release, the dates as they are.

use crate::domain::group::Session;
use crate::domain::record::{Dated, GroupRecord};
use chrono::NaiveDate;
use std::collections::VecDeque;

/// The group with its sessions from `earliest` on in an order that brings the essential ones before the releases of
/// those who have a place; nothing else changes its place more than it must. The same group when there
/// is nothing to bring forward.
#[must_use]
pub fn reordered(record: &GroupRecord, earliest: NaiveDate) -> GroupRecord {
    let slots: Vec<&Dated> = record.movable(earliest).collect();
    let is_essential = |dated: &Dated| record.plan(&dated.session).is_some_and(|plan| plan.essential);
    let before = |release| slots.iter().take_while(|dated| dated.session.date < release).count();
    let people = record.members.iter().filter(|member| member.enrolment.state == crate::domain::group::Place::Enrolled);
    // How many slots somebody reaches: so many essential sessions must stand there, as far as there are any.
    let reach: Vec<usize> = people.filter_map(|member| member.person.release).map(before).collect();
    let order = order(&slots.iter().map(|dated| is_essential(dated)).collect::<Vec<_>>(), &reach);
    let mut after = record.clone();
    for (slot, from) in slots.iter().zip(order) {
        let Some(dated) = slots.get(from).filter(|dated| dated.id != slot.id) else { continue };
        let (date, time) = (slot.session.date, slot.session.time);
        // A session that gets a new place with others was not moved for a reason of its own.
        let session = Session { date, time, moved: None, ..dated.session.clone() };
        if let Some(place) = after.sessions.iter_mut().find(|other| other.id == dated.id) {
            place.session = session;
        }
    }
    after.arrange();
    after
}

/// Which of the things (by index) stands at each place, when by each place of `reach` as many essential
/// ones must stand as fit; otherwise as they stood.
fn order(essential: &[bool], reach: &[usize]) -> Vec<usize> {
    let all = essential.iter().filter(|is| **is).count();
    let queue = |wanted: bool| (0..essential.len()).filter(move |at| essential.get(*at) == Some(&wanted));
    let (mut vital, mut other): (VecDeque<usize>, VecDeque<usize>) = (queue(true).collect(), queue(false).collect());
    let mut order = Vec::with_capacity(essential.len());
    for place in 0..essential.len() {
        let done = all - vital.len();
        // After another one here, could the essential ones still stand where they must?
        let can_wait = |until: &usize| *until <= place || done + (until - place - 1) >= all.min(*until);
        let next = match (vital.front(), other.front()) {
            (Some(vital), Some(other)) => vital > other && reach.iter().all(can_wait),
            (None, _) => true,
            (_, None) => false,
        };
        order.extend(if next { other.pop_front() } else { vital.pop_front() });
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_must_comes_forward() {
        let marks = |text: &str| text.chars().map(|c| c == '*').collect::<Vec<_>>();
        for (essential, reach, expected) in [
            (".*.*.*...*", &[][..], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (".*.*.*...*", &[10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (".*.*.*...*", &[7], [0, 1, 2, 3, 4, 5, 9, 6, 7, 8]),
            (".*.*.*...*", &[5], [0, 1, 3, 5, 9, 2, 4, 6, 7, 8]),
            (".*.*.*...*", &[4], [1, 3, 5, 9, 0, 2, 4, 6, 7, 8]),
            (".*.*.*...*", &[2], [1, 3, 0, 2, 4, 5, 6, 7, 8, 9]),
            (".*.*.*...*", &[2, 6], [1, 3, 0, 2, 5, 9, 4, 6, 7, 8]),
            (".*.*.*...*", &[0], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ] {
            assert_eq!(order(&marks(essential), reach), expected, "{reach:?}");
        }
    }
}
