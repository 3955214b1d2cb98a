//! One field of the form: what it holds, what is typed in it, what is wrong with it.

use crate::domain::field::{Field, FieldFault, Names};
use crate::domain::person::Person;
use crate::domain::programme::{Localised, Test};
use crate::domain::text::clean;
use crate::i18n::Words;
use crate::i18n::meaning::Lexicon;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::widgets::field::Field as TextField;

/// What a slot holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Holds {
    Field(Field),
    /// The answer to a question that a programme puts to staff, by the id of its rule.
    Answer {
        rule: String,
        question: Localised,
    },
}

/// Why a slot is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    Field(FieldFault),
    /// The reference is that of somebody else, of this name.
    Taken(String),
}

/// A field of the form.
#[derive(Debug)]
pub(super) struct Slot {
    holds: Holds,
    pub text: TextField,
    initial: String,
    /// Whether it was left since it was typed in: only then is it judged.
    pub left: bool,
    pub fault: Option<Fault>,
}

impl Slot {
    /// Every field of a person, then the questions of the programmes there are.
    pub fn all(person: &Person, desk: &Desk) -> Vec<Self> {
        let mut slots: Vec<Self> = Vec::new();
        for field in Field::ALL {
            slots.push(Self::new(Holds::Field(field), &field.get(person, desk.words)));
        }
        for rule in desk.programmes.iter().flat_map(|programme| &programme.eligibility) {
            let Test::Answer { question, .. } = &rule.test else { continue };
            let holds = Holds::Answer { rule: rule.id.clone(), question: question.clone() };
            if slots.iter().all(|slot| slot.holds != holds) {
                let answer = person.answers.get(&rule.id);
                let text = answer.map_or_else(String::new, |yes| yes_or_no(*yes, desk.words));
                slots.push(Self::new(holds, &text));
            }
        }
        slots
    }

    fn new(holds: Holds, text: &str) -> Self {
        Self { holds, text: TextField::new(text), initial: text.to_owned(), left: false, fault: None }
    }

    pub fn is(&self, field: Field) -> bool {
        self.holds == Holds::Field(field)
    }

    /// The field that it holds, unless it is an answer.
    pub fn field(&self) -> Option<Field> {
        match self.holds {
            Holds::Field(field) => Some(field),
            Holds::Answer { .. } => None,
        }
    }

    /// Whether something else is typed than what was there.
    pub fn is_touched(&self) -> bool {
        self.text.text() != self.initial
    }

    /// Puts what is typed into `person`.
    pub fn read(&self, person: &mut Person, words: &Words) -> Result<(), FieldFault> {
        match &self.holds {
            // The names of thousands of languages are gathered once, and not for each word that may be one.
            Holds::Field(field @ Field::Languages) => field.set(person, self.text.text(), &Lexicon::new(words)),
            Holds::Field(field) => field.set(person, self.text.text(), words),
            Holds::Answer { rule, .. } => {
                let text = clean(self.text.text(), crate::domain::text::LINE).map_err(FieldFault::Text)?;
                let choices = Field::Consent.choices();
                match words.one_of(&text, choices) {
                    _ if text.is_empty() => _ = person.answers.remove(rule),
                    Some(at) => _ = person.answers.insert(rule.clone(), at == 0),
                    None => return Err(FieldFault::NotOneOf(choices)),
                }
                Ok(())
            }
        }
    }

    pub fn label(&self, words: &Words) -> String {
        match &self.holds {
            Holds::Field(field) => say!(words, field.message()),
            Holds::Answer { question, .. } => words.pick(question),
        }
    }

    /// What can be typed here.
    pub fn hint(&self, words: &Words) -> String {
        let Holds::Field(field) = &self.holds else { return one_of(Field::Consent, words) };
        match field {
            Field::Reference => say!(words, "form-hint-reference"),
            Field::Given | Field::Family => say!(words, "form-hint-name"),
            Field::Languages => say!(words, "form-hint-languages"),
            Field::Country => say!(words, "form-hint-country"),
            Field::Note => say!(words, "form-hint-note"),
            field if field.is_date() => say!(words, "form-hint-date"),
            field => one_of(*field, words),
        }
    }
}

/// The accepted words of a field, listed.
fn one_of(field: Field, words: &Words) -> String {
    let choices = field.choices().iter().map(|message| say!(words, message)).collect::<Vec<_>>().join(", ");
    say!(words, "form-hint-choice", choices = choices)
}

fn yes_or_no(yes: bool, words: &Words) -> String {
    if yes { say!(words, "answer-yes") } else { say!(words, "answer-no") }
}
