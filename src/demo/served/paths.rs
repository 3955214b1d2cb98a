//! Pathways of the small desk: one waits for an agency, one is overdue, one is due today, one is over, and one that
//! only whoever opened the demo sees. Every step is taken as at the desk, through its gates.

use super::{FINISHED, HAS_WORK, INTERPRETER, SOON_RELEASED, Served, WAITS, WITH_CONSULATE, noted};
use crate::demo::ACTORS;
use crate::demo::people::before;
use crate::demo::run::at;
use crate::demo::words::AFTERNOON;
use crate::domain::codes::Language;
use crate::domain::concern::{Category, Concern};
use crate::domain::confined::Confined;
use crate::domain::entry::Entry;
use crate::domain::following::{Facts, Following};
use crate::domain::pathway::{Pathway, Reaches};
use crate::domain::person::Person;
use crate::domain::run::{Consent, Run, Taken, pin};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What happened next.
enum Next {
    /// A step was taken, with these answers, by this way.
    Took(&'static str, &'static [(&'static str, &'static str)], Option<&'static str>),
    /// The person agreed that somebody is reached, of this name, for this.
    Agreed(Reaches, &'static str, &'static str),
}

use Next::{Agreed, Took};

/// As an answer: the country, and the first language, of whoever it is.
const COUNTRY: &str = "(country)";
const LANGUAGE: &str = "(language)";

const PROJECT: &[(&str, &str)] = &[
    ("project", "A bicycle repair shop with a cousin"),
    ("country", COUNTRY),
    ("savings", "1200"),
    ("support", "3500"),
];
const MESSAGE: &[(&str, &str)] = &[("recipient", "A sister"), ("country", COUNTRY)];
const CONCERN: &[(&str, &str)] = &[("route", "adults-at-risk"), ("to", "Healthcare")];

impl Served<'_> {
    pub(super) fn paths(&mut self) {
        let week_ago = before(self.today(), 7);
        let agency = |id: &str| Reaches::Agency(id.to_owned());
        let waits = [
            (self.ago(12), Took("request", PROJECT, None)),
            (self.ago(9), Agreed(agency("iss"), "International Social Service (ISS)", "The project and its budget")),
            (self.ago(8), Took("evaluation", &[], None)),
        ];
        self.follow((HAS_WORK, "iss-micro-project", self.ago(14)), &waits);
        // The consulate should have been asked by now.
        let overdue = [
            (self.ago(10), Took("willing", &[], Some("agrees"))),
            (self.ago(9), Agreed(Reaches::Consulate, "The consulate", "Name and date of birth, for a passport")),
        ];
        self.follow((WITH_CONSULATE, "travel-papers", self.ago(13)), &overdue);
        // An appointment is made within a week after the number was found to work.
        let due_today = [
            (self.ago(11), Took("told", &[("language", LANGUAGE)], Some("wants"))),
            (week_ago, Took("number", &[], Some("works"))),
            (week_ago, Agreed(Reaches::Somebody, "Solheim law office", "Letters from the immigration authority")),
        ];
        self.follow((INTERPRETER, "legal-advice", self.ago(13)), &due_today);
        let links = "Red Cross / Red Crescent Family Links";
        let over = [
            (self.ago(38), Took("message", MESSAGE, None)),
            (self.ago(37), Agreed(agency("family-links"), links, "The message")),
            (self.ago(36), Took("handed-over", &[], None)),
            (self.ago(4), Took("reply", &[], Some("came"))),
        ];
        self.follow((FINISHED, "red-cross-message", self.ago(40)), &over);
        self.detained();
        self.restricted();
    }

    /// Somebody is held under immigration powers, and nobody has told them yet of the advice that they can have.
    fn detained(&mut self) {
        let (Some((person, _)), began) = (self.somebody(WAITS + 6), self.ago(16)) else { return };
        self.on(began, vec![Entry::Detention { person, to: noted(began) }]);
    }

    /// Starts a pathway for somebody on a day and takes it as far as `nexts` say, or as its gates let it: a trainer's
    /// own pathway of that name may go another way.
    fn follow(&mut self, (who, id, started): (usize, &str, NaiveDate), nexts: &[(NaiveDate, Next)]) {
        let services = self.services;
        let pathway = services.pathways.iter().find(|pathway| pathway.id == id && !pathway.is_restricted());
        let (Some(pathway), Some((person, about))) = (pathway, self.somebody(who)) else { return };
        let run = self.id(started);
        self.on(started, pathway.starting(person, &run, false, (started, ACTORS[0])));
        let mut following = begun(pathway, run, &about, started);
        for (day, next) in nexts {
            let entry = match next {
                Took(step, answers, way) => {
                    let taken = taken((step, answers, *way), &about, (*day, ACTORS[0]));
                    following.taking(person, taken, *day).ok()
                }
                Agreed(to, name, what) => {
                    let item = format!("{}/{}", following.id, self.id(*day));
                    agreed((to, name, what), &about, *day).map(|consent| Entry::Consent {
                        person,
                        item,
                        to: noted(consent),
                    })
                }
            };
            let Some(entry) = entry else { return };
            match &entry {
                Entry::Step { to: Some(taken), .. } => following.taken.push((**taken).clone()),
                Entry::Consent { item, to: Some(consent), .. } => {
                    following.consents.push((item.clone(), (**consent).clone()));
                }
                _ => {}
            }
            self.on(*day, vec![entry]);
        }
    }

    /// A concern and where it goes, which only `by` sees.
    fn restricted(&mut self) {
        let Some((person, about)) = self.somebody(SOON_RELEASED) else { return };
        let (day, by) = (self.ago(2), self.by.to_owned());
        let concern = Concern {
            category: Category::Exploitation,
            to: "Duty manager".to_owned(),
            at: at(day, AFTERNOON, *self.now.offset()),
            receipt: String::new(),
            by: by.clone(),
        };
        let item = self.id(day);
        self.by(&by, day, vec![Entry::Concern { person, item, to: noted(concern) }]);
        let services = self.services;
        let Some(pathway) = services.pathways.iter().find(|pathway| pathway.id == "adults-at-risk") else { return };
        let id = self.id(day);
        let confined = Confined::starting(pathway, (day, &by));
        self.by(&by, day, vec![confined.clone().of(person, &id)]);
        let following = confined.following(&id, Facts::of(&about, None));
        let raised = taken(("raised", CONCERN, None), &about, (day, &by));
        if let Ok(entry) = following.taking(person, raised, day) {
            self.by(&by, day, vec![confined.with(entry).of(person, &id)]);
        }
    }
}

/// The pathway as it begins for somebody.
fn begun(pathway: &Pathway, id: String, about: &Person, started: NaiveDate) -> Following {
    let (title, by) = (pathway.title.clone(), ACTORS[0].to_owned());
    Following {
        id,
        run: Run { pathway: pin(pathway), title, started, by, ended: None },
        pathway: pathway.clone().into(),
        taken: Vec::new(),
        consents: Vec::new(),
        snooze: None,
        facts: Facts::of(about, None),
    }
}

/// A step as it is taken for somebody, with an interpreter where they need one.
fn taken(
    (step, answers, way): (&str, &[(&str, &str)], Option<&str>),
    about: &Person,
    (on, by): (NaiveDate, &str),
) -> Taken {
    let answer = |text: &str| match text {
        COUNTRY => about.country.as_ref().map_or("", |country| country.code()).to_owned(),
        LANGUAGE => first_language(about).map_or("", Language::code).to_owned(),
        text => text.to_owned(),
    };
    Taken {
        step: step.to_owned(),
        on,
        by: by.to_owned(),
        answers: answers.iter().map(|(id, text)| ((*id).to_owned(), answer(text))).collect(),
        way: way.map(str::to_owned),
        interpreter: about.interpreter.then_some(true),
        ..Taken::default()
    }
}

/// What somebody agreed to; nothing where nobody knows in which language it could be explained.
fn agreed((to, name, what): (&Reaches, &str, &str), about: &Person, given: NaiveDate) -> Option<Consent> {
    Some(Consent {
        to: to.clone(),
        name: name.to_owned(),
        what: what.to_owned(),
        given,
        until: None,
        language: first_language(about)?.clone(),
        interpreter: about.interpreter,
        by: ACTORS[0].to_owned(),
        withdrawn: None,
        told: BTreeSet::new(),
    })
}

fn first_language(about: &Person) -> Option<&Language> {
    about.languages.first().map(|spoken| &spoken.language)
}
