//! A proposed change of a timetable in words: what is to happen, what it comes to, why it cannot be.

use crate::domain::change::{Change, Clash, Reach, Refused};
use crate::domain::places::Missed;
use crate::domain::record::GroupRecord;
use crate::i18n::Words;
use crate::i18n::numbers::ranges;
use crate::say;
use chrono::{NaiveDate, NaiveTime};

impl Words {
    /// `Thu 26 Nov 10:00`.
    #[must_use]
    pub fn moment(&self, date: NaiveDate, time: NaiveTime) -> String {
        format!("{} {}", self.weekday_date(date), self.time(time))
    }

    /// What is to happen: `Session 4, Papers, moves to Thu 26 Nov 10:00.`
    #[must_use]
    pub fn change_of(&self, record: &GroupRecord, change: &Change) -> String {
        let plan = |index: u16| record.course.sessions.get(usize::from(index)).map(|plan| &**plan);
        let named = |id| record.session(id).map(|session| (session.label(), record.plan(session)));
        let title = |(label, plan): (String, Option<&crate::domain::programme::SessionPlan>)| {
            let title = plan.map_or_else(String::new, |plan| self.pick(&plan.title));
            say!(self, "change-session", number = label, title = title)
        };
        let session = |id| named(id).map_or_else(String::new, title);
        match change {
            Change::Move { session: id, date, time, .. } => {
                say!(self, "change-move", session = session(*id), when = self.moment(*date, *time))
            }
            Change::Cancel { session: id, .. } => say!(self, "change-cancel", session = session(*id)),
            Change::Again { session: id, date, time } => {
                say!(self, "change-again", session = session(*id), when = self.moment(*date, *time))
            }
            Change::Insert { plan: index, date, time } => {
                let session = title(((index + 1).to_string(), plan(*index)));
                say!(self, "change-insert", session = session, when = self.moment(*date, *time))
            }
            Change::Split { session: id, at, date, time } => {
                let activities = record.session(*id).map_or_else(Vec::new, |session| record.activities(session));
                let from = activities.get(usize::from(*at)).map_or_else(String::new, |first| self.pick(&first.title));
                let when = self.moment(*date, *time);
                say!(self, "change-split", session = session(*id), activity = from, when = when)
            }
            Change::Join { session: id } => {
                let other = record.partner(*id).map_or_else(String::new, |dated| dated.session.label());
                say!(self, "change-join", session = session(*id), other = other)
            }
        }
    }

    /// Why a change cannot be made, and what to do.
    #[must_use]
    pub fn refused(&self, refused: &Refused) -> String {
        match refused {
            Refused::Gone => say!(self, "change-gone"),
            Refused::NotPlanned => say!(self, "change-not-planned"),
            Refused::NotCancelled => say!(self, "change-not-cancelled"),
            Refused::Closed(date, why) => {
                say!(self, "change-closed", date = self.weekday_date(*date), why = self.pick(why))
            }
            Refused::Same => say!(self, "group-move-same"),
            Refused::NotThere => say!(self, "change-not-there"),
            Refused::BeforeTheFirst => say!(self, "change-before-first"),
            Refused::Alone => say!(self, "change-alone"),
            Refused::NoDay => say!(self, "change-no-day"),
        }
    }

    /// Two sessions at the same time, and what both need.
    #[must_use]
    pub fn clash(&self, clash: &Clash) -> String {
        let mut needs = clash.facilitators.clone();
        if clash.room {
            needs.insert(0, say!(self, "group-in-room", room = clash.with.room.as_str()));
        }
        let when = self.moment(clash.with.date, clash.with.time);
        let (number, code, other) = (clash.label.as_str(), clash.with.code.as_str(), clash.with.label.as_str());
        if needs.is_empty() {
            say!(self, "change-clash-own", number = number, other = other, when = when)
        } else {
            say!(
                self,
                "change-clash",
                number = number,
                code = code,
                other = other,
                when = when,
                needs = needs.join(", ")
            )
        }
    }

    /// What somebody would not reach any more, and what they would; one line for each.
    #[must_use]
    pub fn reach(&self, reach: &Reach, record: &GroupRecord, today: NaiveDate) -> Vec<(bool, String)> {
        let Some(member) = record.member(reach.person) else { return Vec::new() };
        let name = member.person.short_name();
        let release = member.person.release.map(|day| self.short_date(day, today));
        let who = match release {
            Some(release) => say!(self, "change-released", name = name, date = release),
            None => name,
        };
        let line = |message: &str, missed: &Missed| {
            let (count, sessions) = (missed.sessions.len(), ranges(&missed.sessions));
            let text = match message {
                "change-lost" => say!(self, "change-lost", who = who.as_str(), count = count, sessions = sessions),
                _ => say!(self, "change-won", who = who.as_str(), count = count, sessions = sessions),
            };
            if missed.essential.is_empty() {
                text
            } else {
                say!(self, "group-released-essential", text = text, sessions = ranges(&missed.essential))
            }
        };
        let lost = (!reach.lost.sessions.is_empty()).then(|| (true, line("change-lost", &reach.lost)));
        let won = (!reach.won.sessions.is_empty()).then(|| (false, line("change-won", &reach.won)));
        lost.into_iter().chain(won).collect()
    }
}
