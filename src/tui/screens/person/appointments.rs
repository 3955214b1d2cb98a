//! Appointments of a person: written down, and taken out again.

use crate::domain::appointment::{Appointment, recorded};
use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::record::{About, Failure};
use crate::domain::text::LINE;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::screens::asking::{self, Question};
use chrono::NaiveTime;

/// Minutes of an appointment when nobody says otherwise, and the most there can be.
const USUAL: u16 = 60;
const MOST: u16 = 600;

/// Those from today on, the soonest first, each with its identifier.
pub(super) fn ahead(person: PersonId, desk: &Desk) -> Result<Vec<(String, Appointment)>, Failure> {
    let entries = desk.reads.standing("appointment", About::Person(person))?;
    let all = entries.into_iter().filter_map(recorded).map(|(_, item, appointment)| (item, appointment));
    let mut ahead: Vec<_> = all.filter(|(_, appointment)| appointment.date >= desk.today()).collect();
    ahead.sort_by_key(|(_, appointment)| (appointment.date, appointment.time));
    Ok(ahead)
}

/// Asks when and what; when there are some already, whether one of them is to be taken out.
pub(super) fn ask(person: PersonId, desk: &Desk) -> Result<Effect, Failure> {
    let known = ahead(person, desk)?;
    if known.is_empty() {
        return Ok(when(person, desk));
    }
    let words = desk.words;
    let mut items = vec![(Some('n'), say!(words, "appointment-new"))];
    let remove = |(_, appointment): &(String, Appointment)| {
        (None, say!(words, "appointment-remove", what = words.appointment(appointment)))
    };
    items.extend(known.iter().map(remove));
    let title = say!(words, "appointment-title");
    Ok(Effect::Ask(Layer::Choice(Choice::new(title, items, move |at, desk| {
        let Some((item, appointment)) = at.checked_sub(1).and_then(|at| known.get(at)) else {
            return vec![when(person, desk)];
        };
        let entries = vec![Entry::Appointment { person, item: item.clone(), to: None }];
        let said = say!(desk.words, "appointment-removed", what = desk.words.appointment(appointment));
        vec![Effect::Record { entries, said }]
    }))))
}

fn when(person: PersonId, desk: &Desk) -> Effect {
    let (title, hint) = (say!(desk.words, "appointment-when"), say!(desk.words, "group-move-hint"));
    let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
    asking::date_and_time(title, hint, (desk.today(), ten), move |date, time, desk| {
        let title = say!(desk.words, "appointment-minutes");
        Ok(vec![asking::minutes(title, USUAL, MOST, move |minutes, desk| {
            let question = Question {
                title: say!(desk.words, "appointment-what"),
                hint: say!(desk.words, "appointment-what-hint"),
                given: String::new(),
                most: LINE,
                optional: false,
            };
            vec![asking::text(question, move |what, desk| {
                let appointment = Appointment { date, time, minutes, what: what.to_owned() };
                let said = say!(desk.words, "appointment-recorded", what = desk.words.appointment(&appointment));
                let item = desk.new_id().to_string();
                let entries = vec![Entry::Appointment { person, item, to: Some(Box::new(appointment)) }];
                vec![Effect::Record { entries, said }]
            })]
        })])
    })
}
