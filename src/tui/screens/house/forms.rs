//! The short forms of the house: a line of an action plan, a training, a contact.

use crate::domain::entry::Entry;
use crate::domain::field;
use crate::domain::id::GroupId;
use crate::domain::remedy::Remedy;
use crate::domain::text::{LINE, NOTE, clean};
use crate::domain::training::{PointOfContact, REVIEWED_AFTER, Training, a_year_on};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::layers::form::{Enter, Form};
use crate::tui::screens::asking::written;
use chrono::NaiveDate;

/// A day that may be left out.
fn a_day(text: &str, desk: &Desk) -> Result<String, String> {
    Ok(written(desk.words.day_read(text, desk.today())?))
}

/// A day that has to be said.
fn the_day(text: &str, desk: &Desk) -> Result<String, String> {
    Ok(desk.words.day_needed(text, desk.today())?.to_string())
}

/// A text that has to be said.
fn needed(text: &str, most: usize, words: &Words) -> Result<String, String> {
    if text.is_empty() {
        return Err(say!(words, "text-needed"));
    }
    clean(text, most).map_err(|fault| words.text_fault(&fault))
}

fn read(text: &str) -> Option<NaiveDate> {
    field::date(text).ok().flatten()
}

fn asked(form: Form) -> Effect {
    Effect::Ask(Layer::Form(Box::new(form)))
}

/// A line of the action plan of the prison, or of a group: a new one, or that with `item`.
pub(super) fn remedy(group: Option<GroupId>, item: Option<String>, remedy: Remedy, desk: &Desk) -> Effect {
    let words = desk.words;
    let understood = |at: usize, text: &str, desk: &Desk| match at {
        0..=2 => needed(text, NOTE, desk.words),
        _ => a_day(text, desk),
    };
    let name = if item.is_some() { "remedy-changed" } else { "remedy" };
    let (concern, response, owner, due) =
        (remedy.concern.clone(), remedy.response.clone(), remedy.owner.clone(), written(remedy.due));
    let then = move |texts: &[String], desk: &mut Desk| {
        let [concern, response, owner, due] = texts else { return Vec::new() };
        let to = Remedy {
            concern: concern.clone(),
            response: response.clone(),
            owner: owner.clone(),
            due: read(due),
            ..remedy.clone()
        };
        let item = item.clone().unwrap_or_else(|| desk.new_id().to_string());
        let entries = vec![Remedy::entry(group, item, Some(to))];
        vec![Effect::Record { entries, said: say!(desk.words, "plan-kept") }]
    };
    asked(
        Form::new(name, say!(words, "house-remedy"), Enter::GoesOn, understood, then)
            .with(say!(words, "house-concern"), say!(words, "house-concern-hint"), &concern)
            .with(say!(words, "house-response"), String::new(), &response)
            .with(say!(words, "house-owner"), String::new(), &owner)
            .with(say!(words, "plan-action-when"), say!(words, "plan-action-when-hint"), &due),
    )
}

/// A training: who, for what, when, until when it counts.
pub(super) fn training(known: Option<(String, Training)>, desk: &Desk) -> Effect {
    let words = desk.words;
    let understood = |at: usize, text: &str, desk: &Desk| match at {
        0 | 1 => needed(text, LINE, desk.words),
        2 => the_day(text, desk),
        _ => a_day(text, desk),
    };
    let name = if known.is_some() { "training-changed" } else { "training" };
    let (item, training) = known.map_or((None, None), |(item, training)| (Some(item), Some(training)));
    let text = |of: fn(&Training) -> &str| training.as_ref().map_or("", of).to_owned();
    let on = training.as_ref().map_or(desk.today(), |training| training.on);
    let until = training.as_ref().map_or(Some(a_year_on(on)), |training| training.until);
    let then = move |texts: &[String], desk: &mut Desk| {
        let [who, what, on, until] = texts else { return Vec::new() };
        let Some(on) = read(on) else { return Vec::new() };
        let to = Training { who: who.clone(), what: what.clone(), on, until: read(until) };
        let item = item.clone().unwrap_or_else(|| desk.new_id().to_string());
        let entries = vec![Entry::Training { item, to: Some(Box::new(to)) }];
        vec![Effect::Record { entries, said: say!(desk.words, "plan-kept") }]
    };
    asked(
        Form::new(name, say!(words, "house-training-form"), Enter::GoesOn, understood, then)
            .with(say!(words, "house-who"), String::new(), &text(|training| &training.who))
            .with(say!(words, "house-for-what"), say!(words, "house-for-what-hint"), &text(|training| &training.what))
            .offering(say!(words, "house-on"), say!(words, "answer-hint-date"), &on.to_string())
            .with(say!(words, "house-until"), say!(words, "house-until-hint"), &written(until)),
    )
}

/// A contact of the prison: for what, who, how to reach them, when to look again.
pub(super) fn contact(known: Option<(String, PointOfContact)>, desk: &Desk) -> Effect {
    let words = desk.words;
    let understood = |at: usize, text: &str, desk: &Desk| match at {
        0 | 1 => needed(text, LINE, desk.words),
        2 => clean(text, LINE).map_err(|fault| desk.words.text_fault(&fault)),
        _ => a_day(text, desk),
    };
    let name = if known.is_some() { "contact-changed" } else { "contact" };
    let (item, contact) = known.map_or((None, None), |(item, contact)| (Some(item), Some(contact)));
    let text = |of: fn(&PointOfContact) -> &str| contact.as_ref().map_or("", of).to_owned();
    let usual = desk.today().checked_add_months(REVIEWED_AFTER);
    let review = contact.as_ref().map_or(usual, |contact| contact.review);
    let then = move |texts: &[String], desk: &mut Desk| {
        let [what, name, reach, review] = texts else { return Vec::new() };
        let to = PointOfContact { what: what.clone(), name: name.clone(), reach: reach.clone(), review: read(review) };
        let item = item.clone().unwrap_or_else(|| desk.new_id().to_string());
        let entries = vec![Entry::Contact { item, to: Some(Box::new(to)) }];
        vec![Effect::Record { entries, said: say!(desk.words, "plan-kept") }]
    };
    asked(
        Form::new(name, say!(words, "house-contact-form"), Enter::GoesOn, understood, then)
            .with(
                say!(words, "house-contact-what"),
                say!(words, "house-contact-what-hint"),
                &text(|contact| &contact.what),
            )
            .with(say!(words, "house-who"), String::new(), &text(|contact| &contact.name))
            .with(say!(words, "house-reach"), say!(words, "answer-hint-optional"), &text(|contact| &contact.reach))
            .with(say!(words, "house-review"), say!(words, "answer-hint-date"), &written(review)),
    )
}
