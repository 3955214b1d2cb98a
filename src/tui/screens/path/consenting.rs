//! Giving a consent and withdrawing one: to whom, what for, until when, and how it was explained.

use super::Read;
use crate::domain::answer::{self, AnswerFault};
use crate::domain::entry::Entry;
use crate::domain::field::{self, FieldFault};
use crate::domain::id::PersonId;
use crate::domain::pathway::Reaches;
use crate::domain::person::Person;
use crate::domain::run::Consent;
use crate::domain::sharing::Shared;
use crate::domain::text::{LINE, clean};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::confirm::Confirm;
use crate::tui::layers::form::{Enter, Form};
use crate::tui::screens::asking::written;
use std::collections::BTreeSet;

/// What names the form among the drafts.
const NAME: &str = "consent";
/// Where the fields stand.
const WHO: usize = 0;
const WHAT: usize = 1;
const LANGUAGE: usize = 2;
const INTERPRETER: usize = 3;
const UNTIL: usize = 4;

/// Asks for whom, where the pathway reaches several, then everything else in one form.
pub(super) fn ask(read: &Read, desk: &Desk) -> Effect {
    let words = desk.words;
    let recipients = read.following.recipients();
    match &recipients[..] {
        [] => of_run(read, &Reaches::Somebody, desk),
        [only] => of_run(read, only, desk),
        several => {
            let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
            let items = keys.zip(several.iter().map(|to| words.recipient(to, desk.services))).collect();
            let read = read.clone();
            Effect::Ask(Layer::Choice(Choice::new(say!(words, "consent-for-whom"), items, move |at, desk| {
                recipients.get(at).map(|to| of_run(&read, to, desk)).into_iter().collect()
            })))
        }
    }
}

/// What a consent is asked for.
#[derive(Debug, Clone)]
pub(in crate::tui::screens) enum Asked {
    /// For a run that reaches somebody.
    Run(Box<Read>, Reaches),
    /// For a line of the matrix of a person: what it names may be told.
    Line(PersonId, Shared),
}

/// Records it as the run does, where there is one: a restricted run is one fact, consents and all.
fn recording(run: Option<&Read>, entries: Vec<Entry>, said: String) -> Effect {
    match run {
        Some(read) => read.recording(entries, said),
        None => Effect::Record { entries, said },
    }
}

fn of_run(read: &Read, to: &Reaches, desk: &Desk) -> Effect {
    let words = desk.words;
    let name = if *to == Reaches::Somebody { String::new() } else { words.recipient(to, desk.services) };
    let asked = Asked::Run(Box::new(read.clone()), to.clone());
    form(asked, &name, &words.pick(&read.following.pathway.title), &read.person, desk)
}

/// Asks for a consent: for whom and what stand there already, as far as they are known.
pub(in crate::tui::screens) fn form(asked: Asked, name: &str, what: &str, person: &Person, desk: &Desk) -> Effect {
    let words = desk.words;
    let language = person.languages.first().map(|spoken| words.language(&spoken.language));
    let then = move |texts: &[String], desk: &mut Desk| record(texts, &asked, desk);
    let form = Form::new(NAME, say!(words, "consent-give"), Enter::GoesOn, understood, then)
        .with(say!(words, "consent-who"), say!(words, "consent-who-hint"), name)
        .with(say!(words, "consent-what"), say!(words, "consent-what-hint"), what)
        .with(say!(words, "consent-language"), say!(words, "answer-hint-language"), &language.unwrap_or_default())
        .with(say!(words, "path-interpreter"), say!(words, "answer-hint-yes-no"), "")
        .with(say!(words, "consent-last-day"), say!(words, "consent-last-day-hint"), "");
    Effect::Ask(Layer::Form(Box::new(form)))
}

/// How a field is written in full, or why it means nothing.
fn understood(at: usize, text: &str, desk: &Desk) -> Result<String, String> {
    let words = desk.words;
    match at {
        UNTIL => match words.day_read(text, desk.today())? {
            Some(day) if day < desk.today() => Err(say!(words, "consent-past")),
            day => Ok(written(day)),
        },
        _ if text.is_empty() => Err(words.answer_fault(&AnswerFault::Missing)),
        LANGUAGE => match answer::language(text, words) {
            Some(language) => Ok(words.language(&language)),
            None => Err(words.field_fault(&FieldFault::UnknownLanguage(text.to_owned()))),
        },
        INTERPRETER => {
            let yes = answer::yes_or_no(text, words).map_err(|fault| words.answer_fault(&fault))?;
            Ok(say!(words, if yes { "answer-yes" } else { "answer-no" }))
        }
        _ => clean(text, LINE).map_err(|fault| words.text_fault(&fault)),
    }
}

/// Records what the form says, every field of which was understood.
fn record(texts: &[String], asked: &Asked, desk: &mut Desk) -> Effects {
    let text = |at: usize| texts.get(at).cloned().unwrap_or_default();
    let Some(language) = answer::language(&text(LANGUAGE), desk.words) else { return Vec::new() };
    let (run, person, under, to, told) = match asked {
        Asked::Run(read, to) => (Some(&**read), read.id, &read.following.id, to, BTreeSet::new()),
        Asked::Line(person, line) => (None, *person, &line.item, &line.partner.to, line.partner.told.clone()),
    };
    let consent = Consent {
        to: to.clone(),
        name: text(WHO),
        what: text(WHAT),
        given: desk.today(),
        until: field::date(&text(UNTIL)).ok().flatten(),
        language,
        interpreter: answer::yes_or_no(&text(INTERPRETER), desk.words) == Ok(true),
        by: desk.actor.to_owned(),
        withdrawn: None,
        told,
    };
    let said = say!(desk.words, "consent-recorded", name = &consent.name);
    let item = format!("{under}/{}", desk.new_id());
    let entries = vec![Entry::Consent { person, item, to: Some(Box::new(consent)) }];
    vec![recording(run, entries, said)]
}

/// Asks which consent is withdrawn, and says what has gone out on it already.
pub(super) fn withdraw(read: &Read, desk: &Desk) -> Effect {
    let standing = read.following.consents.iter().filter(|(_, consent)| consent.withdrawn.is_none());
    let (standing, read) = (standing.cloned().collect(), read.clone());
    let name = |consent: &Consent| consent.name.clone();
    which(standing, name, desk, move |item, consent, desk| of_a_run(&read, item, consent, desk))
        .unwrap_or_else(|| Effect::Refuse(say!(desk.words, "consent-none")))
}

/// The one consent that stands, or asks which of them, as `named`; nothing where there is none.
pub(in crate::tui::screens) fn which(
    standing: Vec<(String, Consent)>,
    named: impl Fn(&Consent) -> String,
    desk: &Desk,
    then: impl Fn(&str, &Consent, &Desk) -> Effect + 'static,
) -> Option<Effect> {
    match &standing[..] {
        [] => None,
        [(item, consent)] => Some(then(item, consent, desk)),
        several => {
            let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
            let items = keys.zip(several.iter().map(|(_, consent)| named(consent))).collect();
            Some(Effect::Ask(Layer::Choice(Choice::new(say!(desk.words, "consent-which"), items, move |at, desk| {
                standing.get(at).map(|(item, consent)| then(item, consent, desk)).into_iter().collect()
            }))))
        }
    }
}

/// Asks before a consent of a run is withdrawn, and says what has gone out on it.
fn of_a_run(read: &Read, item: &str, consent: &Consent, desk: &Desk) -> Effect {
    let words = desk.words;
    let sent = super::page::sent(read, item, desk);
    let text = if sent.is_empty() {
        say!(words, "consent-withdraw-nothing", name = &consent.name)
    } else {
        say!(words, "consent-withdraw-sent", name = &consent.name, sent = sent)
    };
    confirm((read.id, item), consent, Some(read), text, desk)
}

/// Asks before a consent is withdrawn: `text` says what follows.
pub(in crate::tui::screens) fn confirm(
    (person, item): (PersonId, &str),
    consent: &Consent,
    run: Option<&Read>,
    text: String,
    desk: &Desk,
) -> Effect {
    let words = desk.words;
    let gone = Consent { withdrawn: Some(desk.today().max(consent.given)), ..consent.clone() };
    let said = say!(words, "consent-withdrawn", name = &consent.name);
    let entries = vec![Entry::Consent { person, item: item.to_owned(), to: Some(Box::new(gone)) }];
    let run = run.cloned();
    let withdraw = move |_: &mut Desk| vec![recording(run.as_ref(), entries, said)];
    Effect::Ask(Layer::Confirm(Confirm::new(say!(words, "consent-withdraw"), text, 'y', withdraw)))
}
