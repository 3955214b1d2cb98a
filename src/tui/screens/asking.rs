//! Questions that several screens ask by a prompt: a date, a few words, minutes.

use crate::domain::field;
use crate::domain::text::clean;
use crate::i18n::Words;
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
    let answer = move |text: &str, desk: &mut Desk| match field::date(text) {
        Ok(Some(day)) => then(day, desk),
        Ok(None) => Err(desk.words.field_fault(&field::FieldFault::NotADate)),
        Err(fault) => Err(desk.words.field_fault(&fault)),
    };
    Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &given.to_string(), answer)))
}

/// Asks for a date and a time, `2026-11-24 10:00`; a date alone keeps the time that stands there.
pub fn date_and_time(
    title: String,
    hint: String,
    given: (NaiveDate, NaiveTime),
    mut then: impl FnMut(NaiveDate, NaiveTime, &mut Desk) -> Result<Effects, String> + 'static,
) -> Effect {
    let answer = move |text: &str, desk: &mut Desk| {
        let (day, time) = when(text, given.1, desk.words)?;
        then(day, time, desk)
    };
    let text = format!("{} {}", given.0, given.1.format("%H:%M"));
    Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &text, answer)))
}

pub fn when(text: &str, usual: NaiveTime, words: &Words) -> Result<(NaiveDate, NaiveTime), String> {
    let fault = |fault: &field::FieldFault| words.field_fault(fault);
    let (day, time) = match text.rsplit_once(' ') {
        Some((day, time)) => match crate::domain::timetable::time(time) {
            Some(time) => (day, time),
            None => return Err(say!(words, "time-fault", text = time)),
        },
        None => (text, usual),
    };
    let day = field::date(day).map_err(|f| fault(&f))?;
    day.map(|day| (day, time)).ok_or_else(|| fault(&field::FieldFault::NotADate))
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
    Effect::Ask(Layer::Prompt(Prompt::new(title, String::new(), &given.min(most).to_string(), answer)))
}
