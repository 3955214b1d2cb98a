//! What is done about a group's people: a place given or taken, somebody leaving or coming back.

use super::{Group, Pane};
use crate::domain::attending::following;
use crate::domain::entry::Entry;
use crate::domain::group::{Enrolment, LeavingReason, Place};
use crate::domain::places::{Change, left, toggled};
use crate::domain::record::{GroupRecord, Member};
use crate::domain::text::NOTE;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::{Layer, choice::Choice};
use crate::tui::screens::asking::{self, Question};

impl Group {
    /// The person that an action is about, when the people have the keys.
    fn chosen(&self, desk: &Desk) -> Result<(&GroupRecord, &Member), Effects> {
        let chosen = self.record.as_ref().zip(self.member()).filter(|_| self.pane == Pane::People);
        chosen.ok_or_else(|| vec![Effect::Say(say!(desk.words, "group-choose-person"))])
    }

    /// A waiting person gets a place, an enrolled one waits again, one who left comes back.
    pub(super) fn enrol(&self, desk: &Desk) -> Effects {
        let (record, member) = match self.chosen(desk) {
            Ok(chosen) => chosen,
            Err(effects) => return effects,
        };
        let name = member.person.name();
        match toggled(record, member, desk.today()) {
            Change::HasMarks => vec![Effect::Say(say!(desk.words, "group-has-marks", name = name))],
            Change::Completed => vec![Effect::Say(say!(desk.words, "group-has-completed", name = name))],
            Change::To(enrolment) => {
                let from = desk.words.short_date(enrolment.from, desk.today());
                let said = match (&member.enrolment.state, &enrolment.state) {
                    (_, Place::Waiting) => say!(desk.words, "group-waits", name = name),
                    (Place::Left { .. }, _) => say!(desk.words, "group-back", name = name, from = from),
                    _ => say!(desk.words, "group-enrolled", name = name, from = from),
                };
                set(record, member, enrolment, said, desk)
            }
        }
    }

    /// Somebody leaves: why, on which day, and a note.
    pub(super) fn leave(&self, desk: &Desk) -> Effects {
        let (record, member) = match self.chosen(desk) {
            Ok(chosen) => chosen,
            Err(effects) => return effects,
        };
        let name = member.person.name();
        if matches!(member.enrolment.state, Place::Left { .. }) {
            return vec![Effect::Say(say!(desk.words, "group-has-left", name = name))];
        }
        let keys = ('1'..='9').chain('a'..).map(Some);
        let items = keys.zip(LeavingReason::ALL.map(|reason| desk.words.say(reason.message(), &[]))).collect();
        let (record, member) = (record.clone(), member.clone());
        let then = move |at: usize, desk: &mut Desk| {
            let reason = LeavingReason::ALL.get(at).copied().unwrap_or(LeavingReason::Other);
            vec![ask_day(record, member, reason, desk)]
        };
        vec![Effect::Ask(Layer::Choice(Choice::new(say!(desk.words, "group-leave-why", name = name), items, then)))]
    }
}

/// Asks when somebody left: today, or the day of release where that is the reason and past.
fn ask_day(record: GroupRecord, member: Member, reason: LeavingReason, desk: &Desk) -> Effect {
    let release = member.person.release.filter(|day| reason == LeavingReason::Released && *day <= desk.today());
    let title = say!(desk.words, "group-leave-when", name = member.person.name());
    let hint = say!(desk.words, "group-leave-when-hint");
    asking::date(title, hint, release.unwrap_or(desk.today()), move |on, desk| {
        if on < member.enrolment.from.min(desk.today()) {
            let from = desk.words.short_date(member.enrolment.from, desk.today());
            return Err(say!(desk.words, "group-leave-too-early", from = from));
        }
        let question = Question {
            title: say!(desk.words, "group-leave-note", name = member.person.name()),
            hint: if reason == LeavingReason::Other {
                say!(desk.words, "group-leave-note-needed")
            } else {
                say!(desk.words, "group-leave-note-hint")
            },
            given: String::new(),
            most: NOTE,
            optional: reason != LeavingReason::Other,
        };
        let (record, member) = (record.clone(), member.clone());
        Ok(vec![asking::text(question, move |note, desk| {
            let date = desk.words.short_date(on, desk.today());
            let said = say!(desk.words, "group-left", name = member.person.name(), date = date);
            let mut effects = set(&record, &member, left(&member, on, reason, note), said, desk);
            effects.extend(offered(&record, &member, &effects, desk));
            effects
        })])
    })
}

/// Asks who takes the place of somebody who leaves; not of who had none, and not in a group that is over.
fn offered(record: &GroupRecord, member: &Member, leaving: &Effects, desk: &Desk) -> Option<Effect> {
    if member.enrolment.state != Place::Enrolled || record.group.finished.is_some() {
        return None;
    }
    let entries = leaving.iter().find_map(|effect| match effect {
        Effect::Record { entries, .. } => Some(entries.as_slice()),
        _ => None,
    });
    let after = record.with(entries.unwrap_or_default());
    let title = say!(desk.words, "offer-free", name = member.person.short_name());
    super::offer::ask(&after, title, desk).unwrap_or_else(|failure| Some(Effect::Refuse(desk.failure(&failure))))
}

fn set(record: &GroupRecord, member: &Member, to: Enrolment, said: String, desk: &Desk) -> Effects {
    let entry = Entry::Enrolment { group: record.id, person: member.id, to: Some(Box::new(to)) };
    vec![Effect::Record { entries: following(record, vec![entry], desk.today()), said }]
}
