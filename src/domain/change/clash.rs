//! Clashes: another session at the same time that needs the same room or the same facilitator.

use super::{Altered, Preview};
use crate::domain::group::Session;
use crate::domain::id::{GroupId, SessionId};
use crate::domain::record::GroupRecord;
use crate::domain::text::is_same;
use chrono::{NaiveDate, NaiveTime, Timelike};

/// A session that takes a room and somebody's time, of whichever group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    pub group: GroupId,
    /// What staff call the group.
    pub code: String,
    /// What the session is called.
    pub label: String,
    pub date: NaiveDate,
    pub time: NaiveTime,
    /// Its length by its plan.
    pub minutes: u16,
    pub room: String,
    /// Who runs the group on that day.
    pub facilitators: Vec<String>,
}

/// Two sessions at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The one that is planned.
    pub label: String,
    /// The one that is there already.
    pub with: Booked,
    /// Whether both need the same room.
    pub room: bool,
    /// Whoever would have to be in both.
    pub facilitators: Vec<String>,
}

impl Booked {
    fn overlaps(&self, other: &Self) -> bool {
        let span = |booked: &Self| {
            let from = booked.time.num_seconds_from_midnight() / 60;
            (from, from + u32::from(booked.minutes.max(1)))
        };
        let ((from, to), (other_from, other_to)) = (span(self), span(other));
        self.date == other.date && from < other_to && other_from < to
    }

    /// What this session and `other`, which is there already, both need; none where their times are apart.
    /// Two sessions of one group always clash: its people would have to be in both.
    #[must_use]
    pub fn clash(&self, other: &Self) -> Option<Clash> {
        if !self.overlaps(other) {
            return None;
        }
        let same = |one: &str, other: &str| !one.trim().is_empty() && is_same(one, other);
        let room = same(&self.room, &other.room);
        let both = |name: &&String| other.facilitators.iter().any(|other| same(name, other));
        let facilitators: Vec<String> = self.facilitators.iter().filter(both).cloned().collect();
        let clashes = room || !facilitators.is_empty() || self.group == other.group;
        clashes.then(|| Clash { label: self.label.clone(), with: other.clone(), room, facilitators })
    }
}

impl GroupRecord {
    /// What a session of this group takes.
    #[must_use]
    pub fn booked(&self, session: &Session) -> Booked {
        Booked {
            group: self.id,
            code: self.group.code.clone(),
            label: session.label(),
            date: session.date,
            time: session.time,
            minutes: self.minutes(session),
            room: self.group.room.clone(),
            facilitators: self.group.facilitators_on(session.date).to_vec(),
        }
    }
}

impl Preview {
    /// What the sessions that come to stand elsewhere run into: sessions of their own group, and `others`.
    #[must_use]
    pub fn clashes(&self, others: &[Booked]) -> Vec<Clash> {
        let stays = |altered: &&Altered| match (&altered.before, &altered.after) {
            (Some(before), Some(after)) => (before.date, before.time) == (after.date, after.time),
            (None, Some(_)) => false,
            (_, None) => true,
        };
        let moved: Vec<&Altered> = self.sessions.iter().filter(|altered| !stays(altered)).collect();
        let takes_place = self.after.sessions.iter().filter(|dated| !dated.session.state.is_cancelled());
        let own: Vec<(SessionId, Booked)> =
            takes_place.map(|dated| (dated.id, self.after.booked(&dated.session))).collect();
        let mut clashes = Vec::new();
        for (at, altered) in moved.iter().enumerate() {
            let Some((_, booked)) = own.iter().find(|(id, _)| *id == altered.id) else { continue };
            // Two that both move are told once.
            let told = |id: &SessionId| moved.iter().skip(at).any(|other| other.id == *id);
            let own = own.iter().filter(|(id, _)| !told(id)).map(|(_, own)| own);
            let others = others.iter().filter(|other| other.group != self.after.id);
            clashes.extend(own.chain(others).filter_map(|other| booked.clash(other)));
        }
        clashes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    fn booked(group: i64, time: &str, room: &str, facilitators: &[&str]) -> Booked {
        Booked {
            group: GroupId(group),
            code: format!("K-0{group}"),
            label: "4".to_owned(),
            date: day("2026-11-24"),
            time: time.parse().unwrap(),
            minutes: 90,
            room: room.to_owned(),
            facilitators: facilitators.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    #[test]
    fn two_sessions_clash_when_they_need_the_same_at_the_same_time() {
        let planned = booked(7, "10:00:00", "B2", &["Kari", "Ola"]);
        for (other, clash) in [
            (booked(8, "11:00:00", "b2 ", &["Eva"]), Some((true, vec![]))),
            (booked(8, "09:00:00", "C1", &["kari"]), Some((false, vec!["Kari"]))),
            (booked(8, "11:30:00", "B2", &["Kari"]), None),
            (booked(8, "10:00:00", "C1", &["Eva"]), None),
            // Nobody said which room: that is no room that two could need.
            (booked(8, "10:00:00", "", &[]), None),
            (booked(7, "10:30:00", "", &[]), Some((false, vec![]))),
        ] {
            let found = planned.clash(&other).map(|clash| (clash.room, clash.facilitators));
            assert_eq!(
                found,
                clash.map(|(room, who)| (room, who.into_iter().map(str::to_owned).collect())),
                "{other:?}"
            );
        }
        let tomorrow = Booked { date: day("2026-11-25"), ..planned.clone() };
        assert_eq!(planned.clash(&tomorrow), None);
        let roomless = Booked { room: String::new(), facilitators: vec![], ..planned.clone() };
        assert_eq!(roomless.clash(&booked(8, "10:00:00", "", &[])), None);
    }
}
