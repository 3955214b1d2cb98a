//! Others run the group from a day on.

use super::Group;
use crate::domain::attending::following;
use crate::domain::entry::Entry;
use crate::domain::text::LINE;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::screens::asking::{self, Question};

impl Group {
    /// Asks who runs the group, and from which day on.
    pub(super) fn change_facilitators(&self, desk: &Desk) -> Option<Effects> {
        let record = self.record.as_ref()?.clone();
        let code = record.group.code.clone();
        let question = Question {
            title: say!(desk.words, "facilitators-who", code = code.as_str()),
            hint: say!(desk.words, "group-form-hint-facilitators"),
            given: record.group.facilitators.join(", "),
            most: LINE,
            optional: true,
        };
        Some(vec![asking::text(question, move |text, desk| {
            let names = text.split([',', ';']).map(str::trim).filter(|name| !name.is_empty());
            let names: Vec<String> = names.map(str::to_owned).collect();
            if names == record.group.facilitators {
                return vec![Effect::Say(say!(desk.words, "facilitators-same", code = code.as_str()))];
            }
            let who = if names.is_empty() { say!(desk.words, "said-nothing") } else { names.join(", ") };
            let title = say!(desk.words, "facilitators-when", who = who.as_str());
            let hint = say!(desk.words, "facilitators-when-hint");
            let (record, code) = (record.clone(), code.clone());
            vec![asking::date(title, hint, desk.today().max(record.group.start), move |day, desk| {
                let group = record.group.handed_over(names.clone(), day);
                let date = desk.words.weekday_date(day);
                let said = say!(desk.words, "facilitators-said", code = code.as_str(), who = who.as_str(), date = date);
                let entry = Entry::Group { group: record.id, to: Some(Box::new(group)) };
                Ok(vec![Effect::Record { entries: following(&record, vec![entry], desk.today()), said }])
            })]
        })])
    }
}
