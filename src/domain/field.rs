//! The one list of a person's fields: form, CSV columns and comparisons are made from it.

pub mod day;
pub mod typed;

pub use day::day;
pub use typed::{Choices, date, split_name};

use crate::domain::codes::{Country, Language};
use crate::domain::person::{LegalStatus, Occupation, Person, PersonFault, Spoken};
use crate::domain::text::{LINE, NOTE, TextFault, clean};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A field of a person, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Reference,
    Given,
    Family,
    Languages,
    Interpreter,
    Country,
    Born,
    SentenceStart,
    Release,
    Occupation,
    LegalStatus,
    Consent,
    WaitingSince,
    Note,
}

/// Why the text of a field was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldFault {
    /// The field may not be empty.
    Required,
    Text(TextFault),
    /// Not a date in any form that is read.
    NotADate,
    /// A year of two digits, which could be in either century.
    ShortYear,
    /// Outside 1900 to 2199.
    YearImplausible {
        year: i32,
    },
    NoSuchMonth {
        month: u32,
    },
    /// 30 February; 29 February in a year that has none.
    NoSuchDay {
        day: u32,
        month: u32,
        year: i32,
    },
    /// `3/4/2026`: 3 April or 4 March.
    DayOrMonth {
        first: NaiveDate,
        second: NaiveDate,
    },
    UnknownLanguage(String),
    UnknownLevel(String),
    LanguageTwice(Language),
    UnknownCountry(String),
    /// None of the choices.
    NotOneOf(Choices),
}

/// What names mean in the languages of the interface.
pub trait Names {
    /// What the message says in the interface language.
    fn name(&self, message: &'static str) -> String;
    /// Which of `messages` is meant, in any interface language.
    fn one_of(&self, text: &str, messages: Choices) -> Option<usize>;
    /// The language that has this name.
    fn language(&self, text: &str) -> Option<Language>;
    /// The country that has this name.
    fn country(&self, text: &str) -> Option<Country>;
}

const YES_NO: Choices = &["answer-yes", "answer-no"];
const OCCUPATIONS: Choices = &["occupation-none", "occupation-work", "occupation-education", "occupation-other"];
const STATUSES: Choices = &["status-sentenced", "status-remand", "status-immigration", "status-recalled"];

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 14] = [
        Self::Reference,
        Self::Given,
        Self::Family,
        Self::Languages,
        Self::Interpreter,
        Self::Country,
        Self::Born,
        Self::SentenceStart,
        Self::Release,
        Self::Occupation,
        Self::LegalStatus,
        Self::Consent,
        Self::WaitingSince,
        Self::Note,
    ];

    /// The message that names it: the label of the form, the column of a file.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Reference => "field-reference",
            Self::Given => "field-given",
            Self::Family => "field-family",
            Self::Languages => "field-languages",
            Self::Interpreter => "field-interpreter",
            Self::Country => "field-country",
            Self::Born => "field-born",
            Self::SentenceStart => "field-sentence-start",
            Self::Release => "field-release",
            Self::Occupation => "field-occupation",
            Self::LegalStatus => "field-legal-status",
            Self::Consent => "field-consent",
            Self::WaitingSince => "field-waiting-since",
            Self::Note => "field-note",
        }
    }

    /// The messages of what can be chosen; empty where anything can be typed.
    #[must_use]
    pub fn choices(self) -> Choices {
        match self {
            Self::Interpreter | Self::Consent => YES_NO,
            Self::Occupation => OCCUPATIONS,
            Self::LegalStatus => STATUSES,
            _ => &[],
        }
    }

    /// Whether a date is typed here.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::Born | Self::SentenceStart | Self::Release | Self::WaitingSince)
    }

    /// The value as it would be typed: ISO dates and codes, choices by their names; empty when not
    /// recorded. [`Field::set`] reads it back.
    #[must_use]
    pub fn get(self, person: &Person, names: &dyn Names) -> String {
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let choice = |message: Option<&'static str>| message.map_or_else(String::new, |m| names.name(m));
        match self {
            Self::Reference => person.reference.clone(),
            Self::Given => person.given.clone(),
            Self::Family => person.family.clone(),
            Self::Languages => person.languages.iter().map(spoken).collect::<Vec<_>>().join("; "),
            Self::Interpreter => choice(Some(yes_no(person.interpreter))),
            Self::Country => person.country.as_ref().map_or_else(String::new, |c| c.code().to_owned()),
            Self::Born => day(person.born),
            Self::SentenceStart => day(person.sentence_start),
            Self::Release => day(person.release),
            Self::Occupation => choice(person.occupation.map(Occupation::message)),
            Self::LegalStatus => choice(person.legal_status.map(LegalStatus::message)),
            Self::Consent => choice(person.consent.map(yes_no)),
            Self::WaitingSince => day(person.waiting_since),
            Self::Note => person.note.clone(),
        }
    }

    /// Sets the field to what `text` says; nothing when it is empty.
    ///
    /// # Errors
    /// [`FieldFault`]; the person is then as before.
    pub fn set(self, person: &mut Person, text: &str, names: &dyn Names) -> Result<(), FieldFault> {
        let text = &self.clean(text)?;
        match self {
            Self::Reference if text.is_empty() => return Err(FieldFault::Required),
            Self::Reference => person.reference.clone_from(text),
            Self::Given => person.given.clone_from(text),
            Self::Family => person.family.clone_from(text),
            Self::Languages => person.languages = typed::languages(text, names)?,
            Self::Interpreter => person.interpreter = typed::choice(text, YES_NO, names)? == Some(0),
            Self::Country => person.country = typed::country(text, names)?,
            Self::Born => person.born = date(text)?,
            Self::SentenceStart => person.sentence_start = date(text)?,
            Self::Release => person.release = date(text)?,
            Self::Occupation => {
                person.occupation =
                    typed::choice(text, OCCUPATIONS, names)?.and_then(|at| Occupation::ALL.get(at).copied());
            }
            Self::LegalStatus => {
                person.legal_status =
                    typed::choice(text, STATUSES, names)?.and_then(|at| LegalStatus::ALL.get(at).copied());
            }
            Self::Consent => person.consent = typed::choice(text, YES_NO, names)?.map(|at| at == 0),
            Self::WaitingSince => person.waiting_since = date(text)?,
            Self::Note => person.note.clone_from(text),
        }
        Ok(())
    }

    /// The text as it can be kept. Line breaks are blanks in a note, and part languages from each other.
    fn clean(self, text: &str) -> Result<String, FieldFault> {
        let broken = text.contains(['\n', '\r']);
        let (text, most) = match self {
            Self::Note if broken => (join_lines(text, " "), NOTE),
            Self::Note => (Cow::Borrowed(text), NOTE),
            Self::Languages if broken => (join_lines(text, "; "), LINE),
            _ => (Cow::Borrowed(text), LINE),
        };
        clean(&text, most).map_err(FieldFault::Text)
    }
}

impl PersonFault {
    /// The field at which it is shown.
    #[must_use]
    pub fn field(self) -> Field {
        match self {
            Self::NoReference => Field::Reference,
            Self::NoName => Field::Family,
            Self::ReleasePast { .. } | Self::ReleaseBeforeSentence { .. } => Field::Release,
            Self::BornImplausible { .. } => Field::Born,
            Self::SentenceBeforeBirth { .. } => Field::SentenceStart,
            Self::LanguageTwice => Field::Languages,
        }
    }
}

fn join_lines(text: &str, between: &str) -> Cow<'static, str> {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    Cow::Owned(lines.collect::<Vec<_>>().join(between))
}

fn spoken(spoken: &Spoken) -> String {
    match spoken.level {
        Some(level) => format!("{} {}", spoken.language, level.code()),
        None => spoken.language.to_string(),
    }
}

fn yes_no(yes: bool) -> &'static str {
    if yes { YES_NO[0] } else { YES_NO[1] }
}

#[cfg(test)]
mod tests;
