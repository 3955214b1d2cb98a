//! Pathways in words: who does a step, whom it reaches, when it is due and why, what is asked and answered.

use crate::domain::answer::AnswerFault;
use crate::domain::codes::{Country, Language};
use crate::domain::following::due::Dated;
use crate::domain::following::{Closed, Following, Refused};
use crate::domain::need::Need;
use crate::domain::pathway::{Anchor, Fact, Owner, Reaches};
use crate::domain::question::{Answer, Choice, Question};
use crate::domain::run::{Consent, Run, Snooze, Taken};
use crate::domain::shelf::Services;
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;
use chrono::NaiveDate;

/// Label and value.
type Part = (String, String);

impl Words {
    /// A need that an agency or a service meets.
    #[must_use]
    pub fn need_served(&self, need: Need) -> String {
        match need {
            Need::Accommodation => say!(self, "serves-accommodation"),
            Need::Attitudes => say!(self, "serves-attitudes"),
            Need::Family => say!(self, "serves-family"),
            Need::Substances => say!(self, "serves-substances"),
            Need::Work => say!(self, "serves-work"),
            Need::Finance => say!(self, "serves-finance"),
            Need::Health => say!(self, "serves-health"),
        }
    }

    /// Who does a step.
    #[must_use]
    pub fn owner(&self, owner: &Owner, services: &Services) -> String {
        match owner {
            Owner::Person => say!(self, "owner-person"),
            Owner::Facilitator => say!(self, "owner-facilitator"),
            Owner::Coordinator => say!(self, "owner-coordinator"),
            Owner::SocialWorker => say!(self, "owner-social-worker"),
            Owner::Healthcare => say!(self, "owner-healthcare"),
            Owner::Agency(id) => agency(id, services),
        }
    }

    /// Whom a step reaches.
    #[must_use]
    pub fn recipient(&self, to: &Reaches, services: &Services) -> String {
        match to {
            Reaches::Consulate => say!(self, "reaches-consulate"),
            Reaches::Authority => say!(self, "reaches-authority"),
            Reaches::AuthorityAbroad => say!(self, "reaches-authority-abroad"),
            Reaches::Agency(id) => agency(id, services),
            Reaches::Somebody => say!(self, "reaches-somebody"),
        }
    }

    /// `due 2 Dec`, `overdue 3 d`: when, in as few cells as it takes; the year where there could be two such days.
    #[must_use]
    pub fn due_day(&self, day: NaiveDate, today: NaiveDate) -> String {
        match (today - day).num_days() {
            0 => say!(self, "due-today"),
            days if days > 0 => say!(self, "due-over", days = days),
            -180..0 => say!(self, "due-on", day = self.short_date(day, day)),
            _ => say!(self, "due-on", day = self.short_date(day, today)),
        }
    }

    /// `30 days after: Request handed in`, and that it was put off.
    #[must_use]
    pub fn why_due(&self, dated: &Dated, following: &Following, today: NaiveDate) -> String {
        let rule = dated.rule;
        let anchor = self.anchor(&rule.from, following);
        let months = i64::from(rule.months);
        let said = match (months, i64::from(rule.days)) {
            (0, 0) => say!(self, "why-on", what = anchor),
            (0, days) if days > 0 => say!(self, "why-after", days = days, what = anchor),
            (0, days) => say!(self, "why-before", days = -days, what = anchor),
            (months, _) if months > 0 => say!(self, "why-months-after", months = months, what = anchor),
            (months, _) => say!(self, "why-months-before", months = -months, what = anchor),
        };
        let said = match rule.every {
            Some(every) => say!(self, "why-every", said = said, days = every),
            None => said,
        };
        let said = if dated.counted < dated.due {
            say!(self, "why-passed", said = said, day = self.short_date(dated.counted, today))
        } else {
            said
        };
        match (dated.snoozed, &following.snooze) {
            (Some(day), Some(snooze)) => {
                let why = &snooze.why;
                say!(self, "why-put-off", said = said, day = self.short_date(day, today), why = why)
            }
            _ => said,
        }
    }

    /// What a day is counted from.
    #[must_use]
    pub fn anchor(&self, anchor: &Anchor, following: &Following) -> String {
        match anchor {
            Anchor::Start => say!(self, "anchor-start"),
            Anchor::Release => say!(self, "anchor-release"),
            Anchor::Detention => say!(self, "anchor-detention"),
            Anchor::Step(id) => {
                let step = following.pathway.step(id);
                step.map_or_else(|| shown(id).into_owned(), |step| self.pick(&step.title))
            }
            Anchor::Answer(id) => {
                let question = following.pathway.questions().find(|question| question.id == *id);
                question.map_or_else(|| shown(id).into_owned(), |question| self.pick(&question.text))
            }
        }
    }

    /// What keeps a step closed.
    #[must_use]
    pub fn closed(&self, closed: &Closed, services: &Services) -> String {
        match closed {
            Closed::Consent(Some(to)) => say!(self, "closed-consent", to = self.recipient(to, services)),
            Closed::Consent(None) => say!(self, "closed-any-consent"),
            Closed::Unknown(Fact::Release) => say!(self, "closed-release"),
            Closed::Unknown(Fact::Detention) => say!(self, "closed-detention"),
            Closed::Unknown(Fact::Nationality) => say!(self, "closed-nationality"),
            Closed::Unknown(Fact::Languages) => say!(self, "closed-languages"),
        }
    }

    /// The same in as few words as it takes, where no key has to be named.
    #[must_use]
    pub fn missing(&self, closed: &Closed, services: &Services) -> String {
        match closed {
            Closed::Consent(Some(to)) => say!(self, "missing-consent", to = self.recipient(to, services)),
            Closed::Consent(None) => say!(self, "missing-any-consent"),
            Closed::Unknown(Fact::Release) => say!(self, "missing-release"),
            Closed::Unknown(Fact::Detention) => say!(self, "missing-detention"),
            Closed::Unknown(Fact::Nationality) => say!(self, "missing-nationality"),
            Closed::Unknown(Fact::Languages) => say!(self, "missing-languages"),
        }
    }

    /// Why a step was not taken.
    #[must_use]
    pub fn step_refused(&self, refused: &Refused, services: &Services) -> String {
        match refused {
            Refused::NotNow => say!(self, "refused-not-now"),
            Refused::Closed(closed) => self.closed(closed, services),
            Refused::Day { from, to } => {
                say!(self, "refused-day", from = self.weekday_date(*from), to = self.weekday_date(*to))
            }
            Refused::NoWay => say!(self, "refused-no-way"),
            Refused::Missing(_) => say!(self, "answer-fault-missing"),
            Refused::NoPaper => say!(self, "refused-no-paper"),
            Refused::TooMuch { sum, at_most } => say!(self, "refused-too-much", sum = *sum, most = *at_most),
        }
    }

    /// Why a text is no answer.
    #[must_use]
    pub fn answer_fault(&self, fault: &AnswerFault) -> String {
        match fault {
            AnswerFault::Missing => say!(self, "answer-fault-missing"),
            AnswerFault::Text(fault) => self.text_fault(fault),
            AnswerFault::Field(fault) => self.field_fault(fault),
            AnswerFault::YesOrNo => say!(self, "answer-fault-yes-no"),
            AnswerFault::Number(least, most) => {
                let end = |end: &Option<i32>| end.map_or_else(|| "…".to_owned(), |end| end.to_string());
                say!(self, "answer-fault-number", least = end(least), most = end(most))
            }
            AnswerFault::Amount(currency) => say!(self, "answer-fault-amount", currency = currency),
            AnswerFault::Choice => say!(self, "answer-fault-choice"),
        }
    }

    /// What can be answered, where that is not said by the question.
    #[must_use]
    pub fn answer_hint(&self, question: &Question) -> String {
        match &question.answer {
            Answer::Text if question.required => String::new(),
            Answer::Text => say!(self, "answer-hint-optional"),
            Answer::YesNo => say!(self, "answer-hint-yes-no"),
            Answer::Number { .. } => say!(self, "answer-hint-number"),
            Answer::Date => say!(self, "answer-hint-date"),
            Answer::Language => say!(self, "answer-hint-language"),
            Answer::Country => say!(self, "answer-hint-country"),
            Answer::Amount(currency) => say!(self, "answer-hint-amount", currency = currency),
            Answer::OneOf(choices) => self.numbered(choices),
            Answer::AnyOf(choices) => say!(self, "answer-hint-several", choices = self.numbered(choices)),
        }
    }

    /// `1 Visit · 2 Video`.
    fn numbered(&self, choices: &[Choice]) -> String {
        let one = |(at, choice): (usize, &Choice)| format!("{} {}", at + 1, self.pick(&choice.text));
        choices.iter().enumerate().map(one).collect::<Vec<_>>().join(" · ")
    }

    /// An answer to be read.
    #[must_use]
    pub fn answered(&self, question: &Question, answer: &str) -> String {
        let chosen = |id: &str| {
            let choice = question.answer.choices().iter().find(|choice| choice.id == id);
            choice.map_or_else(|| shown(id).into_owned(), |choice| self.pick(&choice.text))
        };
        match &question.answer {
            Answer::YesNo => say!(self, if answer == "yes" { "answer-yes" } else { "answer-no" }),
            Answer::Date => answer.parse().map_or_else(|_| shown(answer).into_owned(), |day| self.day(day)),
            Answer::Language => {
                Language::new(answer).map_or_else(|_| shown(answer).into_owned(), |code| self.language(&code))
            }
            Answer::Country => {
                Country::new(answer).map_or_else(|_| shown(answer).into_owned(), |code| self.country(&code))
            }
            Answer::Amount(currency) => format!("{} {}", shown(currency), shown(answer)),
            Answer::OneOf(_) => chosen(answer),
            Answer::AnyOf(_) => answer.split(',').map(chosen).collect::<Vec<_>>().join(", "),
            Answer::Text | Answer::Number { .. } => shown(answer).into_owned(),
        }
    }

    /// An answer as it stands in a field: what is read there again means the same.
    #[must_use]
    pub fn answer_written(&self, question: &Question, answer: &str) -> String {
        let is_list = |choice: &Choice| self.pick(&choice.text).contains([',', ';']);
        match &question.answer {
            Answer::Date => answer.to_owned(),
            Answer::AnyOf(choices) if choices.iter().any(is_list) => answer.to_owned(),
            _ => self.answered(question, answer),
        }
    }

    /// `Consulate of Lithuania: travel papers; until 1 Mar 2027; explained in Lithuanian, with an interpreter`.
    #[must_use]
    pub fn consent(&self, consent: &Consent) -> String {
        let (name, what) = (&consent.name, &consent.what);
        let mut said = say!(self, "consent-line", name = name, what = what, day = self.day(consent.given));
        let language = self.language(&consent.language);
        let explained = if consent.interpreter { "consent-interpreted" } else { "consent-explained" };
        said = say!(self, "consent-joined", one = said, other = say!(self, explained, language = language));
        if let Some(until) = consent.until {
            said = say!(self, "consent-joined", one = said, other = say!(self, "consent-until", day = self.day(until)));
        }
        if let Some(day) = consent.withdrawn {
            said = say!(self, "consent-joined", one = said, other = say!(self, "consent-gone", day = self.day(day)));
        }
        said
    }

    pub(in crate::i18n) fn run_parts(&self, run: &Run) -> Vec<Part> {
        let ended = run.ended.as_ref().map(|ended| format!("{}, {}", self.day(ended.on), ended.why));
        self.labelled([("said-pathway", self.pick(&run.title)), ("said-ended", ended.unwrap_or_default())])
    }

    pub(in crate::i18n) fn step_parts(&self, taken: &Taken) -> Vec<Part> {
        let interpreter = taken.interpreter.map(|there| say!(self, if there { "answer-yes" } else { "answer-no" }));
        let answers = taken.answers.values().map(String::as_str).collect::<Vec<_>>().join("; ");
        self.labelled([
            ("said-step", self.pick(&taken.title)),
            ("said-on", self.day(taken.on)),
            ("said-chosen", self.pick(&taken.chose)),
            ("said-why", taken.why.clone()),
            ("said-answers", answers),
            ("said-interpreter", interpreter.unwrap_or_default()),
        ])
    }

    pub(in crate::i18n) fn consent_parts(&self, consent: &Consent) -> Vec<Part> {
        let day = |day: Option<NaiveDate>| day.map(|day| self.day(day)).unwrap_or_default();
        self.labelled([
            ("said-consent-given", consent.name.clone()),
            ("said-for", consent.what.clone()),
            ("said-on", self.day(consent.given)),
            ("said-until", day(consent.until)),
            ("said-explained", self.language(&consent.language)),
            ("said-withdrawn", day(consent.withdrawn)),
        ])
    }

    pub(in crate::i18n) fn snooze_parts(&self, snooze: &Snooze) -> Vec<Part> {
        self.labelled([("said-put-off", self.day(snooze.until)), ("said-why", snooze.why.clone())])
    }
}

/// What an agency is called for short, or its id where no directory has it.
fn agency(id: &str, services: &Services) -> String {
    let name = services.agency(id).map(|agency| agency.alternate_name.as_ref().unwrap_or(&agency.name));
    shown(name.map_or(id, String::as_str)).into_owned()
}
