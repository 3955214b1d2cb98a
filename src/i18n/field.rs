//! What is wrong with a field, or with a person's facts, in words.

use crate::domain::field::day::MONTHS;
use crate::domain::field::{self, Choices, FieldFault};
use crate::domain::person::PersonFault;
use crate::domain::text::TextFault;
use crate::i18n::Words;
use crate::say;
use chrono::NaiveDate;

impl Words {
    /// Why a field was not taken, and what to write instead.
    #[must_use]
    pub fn field_fault(&self, fault: &FieldFault) -> String {
        match fault {
            FieldFault::Required => say!(self, "field-fault-required"),
            FieldFault::Text(fault) => self.text_fault(fault),
            FieldFault::NotADate => say!(self, "date-fault-form"),
            FieldFault::ShortYear => say!(self, "date-fault-short-year"),
            FieldFault::YearImplausible { year } => say!(self, "date-fault-year", year = year.to_string()),
            FieldFault::NoSuchMonth { month } => say!(self, "date-fault-month", month = *month),
            FieldFault::NoSuchDay { day, month, year } => {
                let name = (*month as usize).checked_sub(1).and_then(|at| MONTHS.get(at));
                let month = name.map_or_else(|| month.to_string(), |id| say!(self, id));
                say!(self, "date-fault-day", day = *day, month = month, year = year.to_string())
            }
            FieldFault::DayOrMonth { first, second } => say!(
                self,
                "date-fault-either",
                first = self.day(*first),
                second = self.day(*second),
                first_iso = first.to_string(),
                second_iso = second.to_string()
            ),
            FieldFault::UnknownLanguage(name) => say!(self, "language-fault-unknown", name = name),
            FieldFault::UnknownLevel(level) => say!(self, "language-fault-level", level = level),
            FieldFault::LanguageTwice(language) => {
                say!(self, "language-fault-twice", language = self.language(language))
            }
            FieldFault::UnknownCountry(name) => say!(self, "country-fault-unknown", name = name),
            FieldFault::NotOneOf(choices) => say!(self, "choice-fault", choices = self.choices(choices)),
        }
    }

    /// The day that `text` says to somebody who writes on `today`, none when it is empty, or why it says none.
    ///
    /// # Errors
    /// Why, and what to write instead, in words.
    pub fn day_read(&self, text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, String> {
        field::day(text, today, self).map_err(|fault| self.field_fault(&fault))
    }

    /// A day that has to be said.
    ///
    /// # Errors
    /// Why `text` says none, and what to write instead, in words.
    pub fn day_needed(&self, text: &str, today: NaiveDate) -> Result<NaiveDate, String> {
        self.day_read(text, today)?.ok_or_else(|| self.field_fault(&FieldFault::NotADate))
    }

    /// Why a text was not taken.
    #[must_use]
    pub fn text_fault(&self, fault: &TextFault) -> String {
        match fault {
            TextFault::Hidden { character, at } => {
                say!(self, "text-fault-hidden", character = *character, at = *at)
            }
            TextFault::TooLong { length, most } => say!(self, "text-fault-long", length = *length, most = *most),
        }
    }

    /// What cannot be right about a person's facts.
    #[must_use]
    pub fn person_fault(&self, fault: PersonFault) -> String {
        match fault {
            PersonFault::NoReference => say!(self, "field-fault-required"),
            PersonFault::NoName => say!(self, "person-fault-no-name"),
            PersonFault::ReleasePast { release, .. } => {
                say!(self, "person-fault-release-past", release = self.day(release))
            }
            PersonFault::ReleaseBeforeSentence { release, start } => {
                say!(self, "person-fault-release-before-sentence", release = self.day(release), start = self.day(start))
            }
            PersonFault::BornImplausible { born } => say!(self, "person-fault-born", born = self.day(born)),
            PersonFault::SentenceBeforeBirth { start, born } => {
                say!(self, "person-fault-sentence-before-birth", start = self.day(start), born = self.day(born))
            }
            PersonFault::LanguageTwice => say!(self, "person-fault-language-twice"),
        }
    }

    /// `24 Nov 2026`.
    #[must_use]
    pub fn day(&self, day: NaiveDate) -> String {
        // No day is in the year of this one, so that the year is always said.
        self.short_date(day, NaiveDate::MIN)
    }

    fn choices(&self, choices: Choices) -> String {
        choices.iter().map(|id| say!(self, id)).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::{Field, date};
    use crate::domain::person::Person;
    use crate::i18n::Locale;

    #[test]
    fn faults_say_what_is_wrong_and_what_to_write() {
        let (en, nb) = (Words::new(Locale::choose(["en"])), Words::new(Locale::choose(["nb"])));
        for (text, in_english, in_bokmal) in [
            ("30.2.2026", "30 Feb 2026 does not exist.", "30. feb. 2026 finnes ikke."),
            (
                "3/4/2026",
                "This can be 3 Apr 2026 or 4 Mar 2026: write 2026-04-03 or 2026-03-04.",
                "Dette kan være 3. apr. 2026 eller 4. mars 2026: skriv 2026-04-03 eller 2026-03-04.",
            ),
        ] {
            let fault = date(text).unwrap_err();
            assert_eq!((en.field_fault(&fault).as_str(), nb.field_fault(&fault).as_str()), (in_english, in_bokmal));
        }
        let fault = Field::Consent.set(&mut Person::default(), "perhaps", &nb).unwrap_err();
        assert_eq!(nb.field_fault(&fault), "Skriv ett av disse: ja, nei.");
        let fault = Field::Given.set(&mut Person::default(), "A\u{202e}", &en).unwrap_err();
        assert_eq!(en.field_fault(&fault), "Character 2 is <U+202E>, which cannot be seen: delete it.");
    }
}
