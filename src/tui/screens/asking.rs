//! Questions that several screens ask by a prompt: a date, a few words, minutes.

use crate::domain::field::{self, FieldFault};
use crate::domain::text::clean;
use crate::domain::timetable::time;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::{Layer, prompt::Prompt};
use chrono::{NaiveDate, NaiveTime};

/// The most minutes that a prompt takes: half a day.
const MINUTES: u16 = 720;

/// Asks for a date that `then` may refuse in words; `given` stands there at first.
pub fn date(
    title: String,
    hint: String,
    given: NaiveDate,
    mut then: impl FnMut(NaiveDate, &mut Desk) -> Result<Effects, String> + 'static,
) -> Effect {
    let answer = move |text: &str, desk: &mut Desk| then(desk.words.day_needed(text, desk.today())?, desk);
    Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &given.to_string(), answer).replaced()))
}

/// Asks for a date and a time, `2026-11-24 10:00`; either alone keeps what stands there of the other.
pub fn date_and_time(
    title: String,
    hint: String,
    given: (NaiveDate, NaiveTime),
    mut then: impl FnMut(NaiveDate, NaiveTime, &mut Desk) -> Result<Effects, String> + 'static,
) -> Effect {
    let answer = move |text: &str, desk: &mut Desk| {
        let (day, time) = when(text, given, desk)?;
        then(day, time, desk)
    };
    let text = format!("{} {}", given.0, given.1.format("%H:%M"));
    Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &text, answer).replaced()))
}

/// The day and time that `text` says: `fri`, `fri 9:30`, `9:30`; what it does not say is as in `usual`.
///
/// # Errors
/// What cannot be read, in words.
pub fn when(text: &str, usual: (NaiveDate, NaiveTime), desk: &Desk) -> Result<(NaiveDate, NaiveTime), String> {
    let (today, words) = (desk.today(), desk.words);
    let day = |text: &str| field::day(text, today, words).and_then(|day| day.ok_or(FieldFault::NotADate));
    let fault = match day(text) {
        Ok(day) => return Ok((day, usual.1)),
        Err(fault) => fault,
    };
    match (text.rsplit_once(' '), time(text)) {
        // Four figures after a day may be a time: `26 nov 1315`.
        _ if !matches!(fault, FieldFault::NotADate | FieldFault::YearImplausible { .. }) => {
            Err(words.field_fault(&fault))
        }
        (None, Some(time)) if text.contains(':') => Ok((usual.0, time)),
        (Some((before, hour)), _) => match (day(before), time(hour)) {
            (Ok(day), Some(time)) => Ok((day, time)),
            // `3 dec 25:00`: the day is one, so it is the time that is not.
            (Ok(_), None) => Err(say!(words, "time-fault", text = hour)),
            (Err(fault), _) => Err(words.field_fault(&fault)),
        },
        _ => Err(words.field_fault(&fault)),
    }
}

/// A day as it stands in a field of a form, empty for none.
pub fn written(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// What is asked for in words.
#[derive(Debug)]
pub struct Question {
    pub title: String,
    pub hint: String,
    /// What stands there at first.
    pub given: String,
    /// The most user-perceived characters.
    pub most: usize,
    /// Whether nothing is an answer too.
    pub optional: bool,
}

/// Asks for a few words, which are kept while they are typed.
pub fn text(question: Question, mut then: impl FnMut(&str, &mut Desk) -> Effects + 'static) -> Effect {
    let Question { title, hint, given, most, optional } = question;
    let name = title.clone();
    let answer = move |text: &str, desk: &mut Desk| match clean(text, most) {
        Ok(text) if text.is_empty() && !optional => Err(say!(desk.words, "text-needed")),
        Ok(text) => Ok(then(&text, desk)),
        Err(fault) => Err(desk.words.text_fault(&fault)),
    };
    Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &given, answer).kept(name)))
}

/// Asks for minutes, of which there may be at most `most`.
pub fn minutes(
    title: String,
    given: u16,
    most: u16,
    mut then: impl FnMut(u16, &mut Desk) -> Effects + 'static,
) -> Effect {
    let most = most.clamp(1, MINUTES);
    let answer = move |text: &str, desk: &mut Desk| match text.parse::<u16>() {
        Ok(minutes) if (1..=most).contains(&minutes) => Ok(then(minutes, desk)),
        _ => Err(say!(desk.words, "minutes-fault", most = most)),
    };
    Effect::Ask(Layer::Prompt(Prompt::new(title, String::new(), &given.min(most).to_string(), answer).replaced()))
}
