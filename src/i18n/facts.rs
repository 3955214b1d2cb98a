//! A person's facts in words: dates, languages with their levels, countries by name.

use crate::domain::appointment::Appointment;
use crate::domain::attendance::{MadeGood, Mark};
use crate::domain::field::Field;
use crate::domain::group::{Group, Spell};
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

    /// `Tue 8 Dec 10:30, 30 min: dentist`.
    #[must_use]
    pub fn appointment(&self, appointment: &Appointment) -> String {
        let (date, time) = (self.weekday_date(appointment.date), self.time(appointment.time));
        let (minutes, what) = (appointment.minutes, &appointment.what);
        say!(self, "appointment-line", date = date, time = time, minutes = minutes, what = what)
    }

    /// `late 10`, `present, away 12`, and what made it good; without its note.
    #[must_use]
    pub fn mark(&self, mark: &Mark) -> String {
        if let Some(told) = self.is_room_safe().then(|| self.mark_without_reason(mark)).flatten() {
            return told;
        }
        let code = say!(self, mark.code.row().message);
        let code = mark.minutes.map_or_else(|| code.clone(), |minutes| format!("{code} {minutes}"));
        let late = mark.late.filter(|_| mark.code.attended());
        let code = late.map_or_else(|| code.clone(), |late| format!("{} {late}, {code}", say!(self, "code-late")));
        let code = match mark.back.filter(|_| mark.code.attended()) {
            Some(back) => say!(self, "mark-back", mark = code, minutes = back.minutes),
            None => code,
        };
        match &mark.caught_up {
            Some(caught) => {
                let caught_up = say!(self, "mark-caught-up", mark = code, day = self.day(caught.on));
                match &caught.how {
                    Some(how) => say!(self, "said-part", what = caught_up, value = self.made_good(how)),
                    None => caught_up,
                }
            }
            None => code,
        }
    }

    /// How a missed session was made good: `one-to-one, Kari`, `K-08, session 4`, `extra session`.
    #[must_use]
    pub fn made_good(&self, how: &MadeGood) -> String {
        match how {
            MadeGood::OneToOne { with } if with.is_empty() => say!(self, "made-good-one-to-one"),
            MadeGood::OneToOne { with } => say!(self, "made-good-with", name = with.as_str()),
            MadeGood::Elsewhere { code, label, .. } => {
                say!(self, "made-good-elsewhere", code = code.as_str(), number = label.as_str())
            }
            MadeGood::Extra { .. } => say!(self, "made-good-extra"),
        }
    }

    /// Who runs a group, and who ran it before: `Kari until 16 Nov 2026; Ola, Eva from 17 Nov 2026`.
    #[must_use]
    pub fn facilitators(&self, group: &Group) -> String {
        let turns = group.in_turn();
        let until = |at: usize| group.before.get(at).map(|stint| self.day(stint.to));
        let turn = |(at, (from, names)): (usize, &(Option<NaiveDate>, &[String]))| {
            let names = if names.is_empty() { say!(self, "said-nothing") } else { names.join(", ") };
            match (from, until(at)) {
                (Some(day), _) => say!(self, "facilitators-from", names = names, day = self.day(*day)),
                (None, Some(day)) => say!(self, "facilitators-until", names = names, day = day),
                (None, None) => names,
            }
        };
        if group.before.is_empty() {
            return group.facilitators.join(", ");
        }
        turns.iter().enumerate().map(turn).collect::<Vec<_>>().join("; ")
    }

    /// A time in a group that ended: `10 Nov 2026 – 12 Nov 2026, withdrew, health`.
    #[must_use]
    pub fn spell(&self, spell: &Spell) -> String {
        let reason = say!(self, spell.reason.message());
        say!(self, "spell", from = self.day(spell.from), to = self.day(spell.to), reason = reason)
    }

    fn maybe_day(&self, day: Option<NaiveDate>) -> String {
        day.map_or_else(String::new, |day| self.day(day))
    }
}
