//! A run as it stands: which step it is at, what keeps that closed, what is asked to take it. Everything follows
//! from what was recorded and from the pathway as it was pinned; nothing here knows any one service.

pub mod due;
#[cfg(test)]
mod tests;

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::pathway::{Before, Fact, Goal, Pathway, Reaches, Step, Way};
use crate::domain::person::Person;
use crate::domain::programme::Localised;
use crate::domain::question::{Answer, Question};
use crate::domain::run::{Consent, Ended, Run, Snooze, Taken, step_item};
use chrono::NaiveDate;
use std::sync::Arc;

/// Everything of one run.
#[derive(Debug, Clone, PartialEq)]
pub struct Following {
    pub id: String,
    pub run: Run,
    /// Shared by all runs of it that are read together.
    pub pathway: Arc<Pathway>,
    /// In the order in which they were taken.
    pub taken: Vec<Taken>,
    /// Each with its item, in the order in which they were given.
    pub consents: Vec<(String, Consent)>,
    pub snooze: Option<Snooze>,
    pub facts: Facts,
}

/// What pathways ask about a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    pub release: Option<NaiveDate>,
    /// The day on which detention under immigration powers began.
    pub detained: Option<NaiveDate>,
    pub has_nationality: bool,
    pub has_languages: bool,
    pub needs_interpreter: bool,
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'f> {
    /// At the step with this index.
    At(usize),
    /// A consent was withdrawn, and not given again.
    Stopped(&'f Consent),
    Ended(NaiveDate),
}

/// What keeps a step closed, and no form can ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    /// No consent that holds: for this recipient, or for anybody.
    Consent(Option<Reaches>),
    Unknown(Fact),
}

/// What is asked of whoever takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask<'f> {
    /// Whether this paper is there.
    Paper(&'f Localised),
    /// Whether an interpreter was there.
    Interpreter,
    Question(&'f Question),
    Why,
}

/// Why a step was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The run is not at this step.
    NotNow,
    Closed(Closed),
    /// The day lies before the step could be taken, or is still to come.
    Day {
        from: NaiveDate,
        to: NaiveDate,
    },
    NoWay,
    /// Something has to be said: at the ask with this index.
    Missing(usize),
    /// A paper is not there.
    NoPaper,
    /// Amounts sum to more than they may.
    TooMuch {
        sum: u64,
        at_most: u32,
    },
}

impl Facts {
    /// Those of `person`, detained since then.
    #[must_use]
    pub fn of(person: &Person, detained: Option<NaiveDate>) -> Self {
        Self {
            release: person.release,
            detained,
            has_nationality: person.country.is_some(),
            has_languages: !person.languages.is_empty(),
            needs_interpreter: person.interpreter,
        }
    }

    fn has(&self, fact: Fact) -> bool {
        match fact {
            Fact::Release => self.release.is_some(),
            Fact::Detention => self.detained.is_some(),
            Fact::Nationality => self.has_nationality,
            Fact::Languages => self.has_languages,
        }
    }
}

/// For whom a consent is needed.
#[derive(Debug, Clone, Copy)]
enum Needed<'s> {
    Nobody,
    Anybody,
    One(&'s Reaches),
}

impl Step {
    /// For whom it needs a consent: whom it reaches, or anybody where it names nobody.
    fn needs_consent(&self) -> Needed<'_> {
        match &self.reaches {
            Some(to) => Needed::One(to),
            None if self.before.contains(&Before::Consent) => Needed::Anybody,
            None => Needed::Nobody,
        }
    }
}

impl Following {
    /// Where it stands.
    #[must_use]
    pub fn standing(&self) -> Standing<'_> {
        if let Some(ended) = &self.run.ended {
            return Standing::Ended(ended.on);
        }
        let Some(at) = self.at() else { return Standing::Ended(self.entered()) };
        let again = |to: &Reaches| self.consents.iter().any(|(_, other)| other.to == *to && other.withdrawn.is_none());
        let withdrawn = self.consents.iter().map(|(_, consent)| consent);
        let stopping = withdrawn.filter(|consent| consent.withdrawn.is_some()).find(|consent| !again(&consent.to));
        stopping.map_or(Standing::At(at), Standing::Stopped)
    }

    /// The step that comes next, whether it may be taken or not; none at the end.
    #[must_use]
    pub fn at(&self) -> Option<usize> {
        let Some(last) = self.taken.last() else { return Some(0).filter(|at| *at < self.pathway.steps.len()) };
        let index = self.index(&last.step)?;
        let step = self.pathway.steps.get(index)?;
        let way = step.ways.iter().find(|way| Some(&way.id) == last.way.as_ref());
        match way.map_or(&step.then, |way| &way.to) {
            Goal::Next => Some(index + 1).filter(|next| *next < self.pathway.steps.len()),
            Goal::Step(id) => self.index(id),
            Goal::End => None,
        }
    }

    /// The index of the step that it is at.
    #[must_use]
    pub fn at_index(&self) -> Option<usize> {
        if let Standing::At(at) = self.standing() { Some(at) } else { None }
    }

    fn index(&self, id: &str) -> Option<usize> {
        self.pathway.steps.iter().position(|step| step.id == id)
    }

    /// The step that it is at.
    #[must_use]
    pub fn step(&self) -> Option<&Step> {
        self.pathway.steps.get(self.at_index()?)
    }

    /// The day on which it came to where it stands.
    #[must_use]
    pub fn entered(&self) -> NaiveDate {
        self.taken.last().map_or(self.run.started, |taken| taken.on)
    }

    /// The latest answer to a question.
    #[must_use]
    pub fn answer(&self, question: &str) -> Option<&str> {
        self.taken.iter().rev().find_map(|taken| taken.answers.get(question)).map(String::as_str)
    }

    /// What keeps the step closed on a day, if it is at one.
    #[must_use]
    pub fn closed(&self, on: NaiveDate) -> Vec<Closed> {
        let Some(step) = self.step() else { return Vec::new() };
        let needed = step.needs_consent();
        let consent = match needed {
            Needed::Nobody => None,
            _ if self.consent(needed, on).is_some() => None,
            Needed::Anybody => Some(Closed::Consent(None)),
            Needed::One(to) => Some(Closed::Consent(Some(to.clone()))),
        };
        let unknown = step.before.iter().filter_map(|before| match before {
            Before::Known(fact) if !self.facts.has(*fact) => Some(Closed::Unknown(*fact)),
            _ => None,
        });
        consent.into_iter().chain(unknown).collect()
    }

    /// The consent that holds on a day for whom it is needed.
    fn consent(&self, needed: Needed, on: NaiveDate) -> Option<&str> {
        let is_for = |consent: &Consent| match needed {
            Needed::Nobody => false,
            Needed::Anybody => true,
            Needed::One(to) => consent.to == *to,
        };
        let holds = |consent: &Consent| consent.holds(on) && is_for(consent);
        self.consents.iter().rev().find(|(_, consent)| holds(consent)).map(|(item, _)| item.as_str())
    }

    /// What is asked when the step is taken by `way`: what must be there before it, what it records, and why.
    #[must_use]
    pub fn asks(&self, way: Option<&Way>) -> Vec<Ask<'_>> {
        let Some(step) = self.step() else { return Vec::new() };
        let before = step.before.iter().filter_map(|before| match before {
            Before::Paper(paper) => Some(Ask::Paper(paper)),
            Before::Interpreter if self.facts.needs_interpreter => Some(Ask::Interpreter),
            // What an earlier step should have recorded and did not is asked now.
            Before::Answer(id) if self.answer(id).is_none() && !step.record.iter().any(|asked| asked.id == *id) => {
                self.pathway.questions().find(|question| question.id == *id).map(Ask::Question)
            }
            _ => None,
        });
        let why = way.filter(|way| way.why).map(|_| Ask::Why);
        before.chain(step.record.iter().map(Ask::Question)).chain(why).collect()
    }

    /// The entry that takes the step of `taken`, with the consent on which it rests.
    ///
    /// # Errors
    /// [`Refused`]: no step is skipped, and no gate.
    pub fn taking(&self, person: PersonId, mut taken: Taken, today: NaiveDate) -> Result<Entry, Refused> {
        let step = self.step().filter(|step| step.id == taken.step).ok_or(Refused::NotNow)?;
        if taken.on < self.entered() || taken.on > today {
            return Err(Refused::Day { from: self.entered(), to: today });
        }
        if let Some(closed) = self.closed(taken.on).into_iter().next() {
            return Err(Refused::Closed(closed));
        }
        let way = step.ways.iter().find(|way| Some(&way.id) == taken.way.as_ref());
        if way.is_none() != step.ways.is_empty() {
            return Err(Refused::NoWay);
        }
        let asks = self.asks(way);
        for (number, ask) in asks.iter().enumerate() {
            match ask {
                Ask::Paper(_) if !taken.papers => return Err(Refused::NoPaper),
                Ask::Interpreter if taken.interpreter.is_none() => return Err(Refused::Missing(number)),
                Ask::Why if taken.why.is_empty() => return Err(Refused::Missing(number)),
                Ask::Question(question) => {
                    self.answered(question, &mut taken).map_err(|()| Refused::Missing(number))?;
                }
                _ => {}
            }
        }
        taken.answers.retain(|id, _| asks.iter().any(|ask| matches!(ask, Ask::Question(asked) if asked.id == *id)));
        self.within_limits(&taken)?;
        taken.title = step.title.clone();
        taken.chose = way.map(|way| way.text.clone()).unwrap_or_default();
        taken.consent = self.consent(step.needs_consent(), taken.on).map(str::to_owned);
        Ok(Entry::Step { person, item: step_item(&self.id, self.taken.len()), to: Some(Box::new(taken)) })
    }

    /// Whether the question is answered where it is asked and must be; an answer that nobody asked for is dropped.
    fn answered(&self, question: &Question, taken: &mut Taken) -> Result<(), ()> {
        let asked = question.only_if.as_ref().is_none_or(|wanted| {
            let given = taken.answers.get(&wanted.question).map(String::as_str).or(self.answer(&wanted.question));
            given.is_some_and(|given| given.split(',').any(|id| id == wanted.is))
        });
        if !asked {
            taken.answers.remove(&question.id);
            return Ok(());
        }
        let is_needed = question.required || self.is_gate(&question.id);
        let answer = taken.answers.get(&question.id).filter(|answer| !answer.is_empty());
        if answer.is_none() {
            taken.answers.remove(&question.id);
            return if is_needed { Err(()) } else { Ok(()) };
        }
        Ok(())
    }

    /// Whether the step cannot be taken without the answer.
    fn is_gate(&self, question: &str) -> bool {
        let named = |before: &Before| matches!(before, Before::Answer(id) if id == question);
        self.step().is_some_and(|step| step.before.iter().any(named))
    }

    fn within_limits(&self, taken: &Taken) -> Result<(), Refused> {
        for limit in &self.pathway.limits {
            let amount = |id: &String| -> u64 {
                let answer = taken.answers.get(id).map(String::as_str).or(self.answer(id));
                answer.and_then(|answer| answer.parse().ok()).unwrap_or(0)
            };
            let sum = limit.of.iter().map(amount).sum();
            if sum > u64::from(limit.at_most) && limit.of.iter().any(|id| taken.answers.contains_key(id)) {
                return Err(Refused::TooMuch { sum, at_most: limit.at_most });
            }
        }
        Ok(())
    }

    /// Whom it needs a consent for now and has none, or would on a later step.
    #[must_use]
    pub fn recipients(&self) -> Vec<Reaches> {
        let now = self.step().and_then(|step| step.reaches.clone());
        let all = self.pathway.steps.iter().filter_map(|step| step.reaches.clone());
        let mut found: Vec<Reaches> = Vec::new();
        for to in now.into_iter().chain(all) {
            if !found.contains(&to) {
                found.push(to);
            }
        }
        found
    }

    /// What went out on a consent.
    pub fn sent<'f>(&'f self, consent: &'f str) -> impl Iterator<Item = &'f Taken> {
        self.taken.iter().filter(move |taken| taken.consent.as_deref() == Some(consent))
    }

    /// The entry that ends it before its end.
    #[must_use]
    pub fn ending(&self, person: PersonId, on: NaiveDate, why: &str) -> Entry {
        let ended = Some(Ended { on: on.max(self.entered()), why: why.to_owned() });
        Entry::Run { person, item: self.id.clone(), to: Some(Box::new(Run { ended, ..self.run.clone() })) }
    }

    /// The sum and the most of every limit, as far as amounts are known, with the currency.
    pub fn budgets(&self) -> impl Iterator<Item = (u64, u32, &str)> {
        self.pathway.limits.iter().filter_map(|limit| {
            let amounts: Vec<u64> = limit.of.iter().filter_map(|id| self.answer(id)?.parse().ok()).collect();
            let first = limit.of.first()?;
            let question = self.pathway.questions().find(|question| question.id == *first)?;
            let Answer::Amount(currency) = &question.answer else { return None };
            (!amounts.is_empty()).then(|| (amounts.iter().sum(), limit.at_most, currency.as_str()))
        })
    }
}
