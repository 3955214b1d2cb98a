//! The day on which somebody's detention under immigration powers began: entered, and taken out again.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::record::{About, Failure};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::layers::prompt::Prompt;
use chrono::NaiveDate;

/// Since when somebody is detained, if they are.
pub(in crate::tui::screens) fn since(person: PersonId, desk: &Desk) -> Result<Option<NaiveDate>, Failure> {
    let began = |entry| if let Entry::Detention { to: Some(day), .. } = entry { Some(*day) } else { None };
    Ok(desk.reads.standing("detention", About::Person(person))?.into_iter().find_map(began))
}

/// Asks for the day; nothing takes it out.
pub(in crate::tui::screens) fn ask(person: PersonId, name: &str, desk: &Desk) -> Result<Effect, Failure> {
    let known = since(person, desk)?;
    let (title, hint) = (say!(desk.words, "detention-since", name = name), say!(desk.words, "detention-hint"));
    let given = known.map(|day| day.to_string()).unwrap_or_default();
    Ok(Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &given, move |text, desk| {
        let day = desk.words.day_read(text, desk.today())?;
        if day.is_some_and(|day| day > desk.today()) {
            return Err(say!(desk.words, "detention-future"));
        }
        if day == known {
            return Ok(Vec::new());
        }
        let said = match day {
            Some(day) => say!(desk.words, "detention-recorded", day = desk.words.day(day)),
            None => say!(desk.words, "detention-removed"),
        };
        Ok(vec![Effect::Record { entries: vec![Entry::Detention { person, to: day.map(Box::new) }], said }])
    }))))
}
