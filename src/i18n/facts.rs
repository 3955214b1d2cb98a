//! A person's facts in words: dates, languages with their levels, countries by name.

use crate::domain::attendance::Mark;
use crate::domain::field::Field;
use crate::domain::person::{Person, Spoken};
use crate::i18n::Words;
use crate::say;
use chrono::NaiveDate;

impl Words {
    /// What is recorded in a field, to be read; nothing when it is not recorded. What an eye should
    /// not meet in passing, the note, is there too: who shows it decides.
    #[must_use]
    pub fn fact(&self, field: Field, person: &Person) -> Option<String> {
        let text = match field {
            Field::Languages => self.languages(person),
            Field::Country => person.country.as_ref().map_or_else(String::new, |country| self.country(country)),
            Field::Born => self.maybe_day(person.born),
            Field::SentenceStart => self.maybe_day(person.sentence_start),
            Field::Release => self.maybe_day(person.release),
            Field::WaitingSince => self.maybe_day(person.waiting_since),
            other => other.get(person, self),
        };
        (!text.is_empty()).then_some(text)
    }

    /// `English B1, Lithuanian`.
    #[must_use]
    pub fn languages(&self, person: &Person) -> String {
        let spoken = |spoken: &Spoken| match spoken.level {
            Some(level) => format!("{} {}", self.language(&spoken.language), level.code()),
            None => self.language(&spoken.language),
        };
        person.languages.iter().map(spoken).collect::<Vec<_>>().join(", ")
    }

    /// `late 10`, `present, away 12`, and what made it good; without its note.
    #[must_use]
    pub fn mark(&self, mark: &Mark) -> String {
        let code = say!(self, mark.code.row().message);
        let code = mark.minutes.map_or_else(|| code.clone(), |minutes| format!("{code} {minutes}"));
        let late = mark.late.filter(|_| mark.code.attended());
        let code = late.map_or_else(|| code.clone(), |late| format!("{} {late}, {code}", say!(self, "code-late")));
        let code = match mark.back.filter(|_| mark.code.attended()) {
            Some(back) => say!(self, "mark-back", mark = code, minutes = back.minutes),
            None => code,
        };
        match &mark.caught_up {
            Some(caught) => say!(self, "mark-caught-up", mark = code, day = self.day(caught.on)),
            None => code,
        }
    }

    fn maybe_day(&self, day: Option<NaiveDate>) -> String {
        day.map_or_else(String::new, |day| self.day(day))
    }
}
