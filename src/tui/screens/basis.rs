//! What people are held against: a programme version and a start date, and the questions that change them.

use crate::domain::closed::ClosedDays;
use crate::domain::eligibility::reaches;
use crate::domain::group::{dates, usual_weekdays};
use crate::domain::person::Person;
use crate::domain::programme::Course;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Place};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::screens::asking;
use chrono::{Days, NaiveDate, Weekday};

/// A programme version, by its index among the desk's courses, and the day a group would start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    pub course: usize,
    pub start: NaiveDate,
}

impl Basis {
    /// Before anybody has chosen: the first version, from the next Monday on.
    #[must_use]
    pub fn usual(today: NaiveDate) -> Self {
        let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
        let week = NaiveDate::week(&tomorrow, Weekday::Mon);
        let monday = if week.first_day() == tomorrow { Some(tomorrow) } else { week.last_day().succ_opt() };
        Self { course: 0, start: monday.unwrap_or(today) }
    }

    /// Asks for the start; the screen is opened again at the place for it.
    pub fn ask_start(self, words: &Words, place: impl Fn(Self) -> Place + 'static) -> Effect {
        let (title, hint) = (say!(words, "basis-start"), say!(words, "form-hint-date"));
        asking::date(title, hint, self.start, move |start, _| Ok(vec![Effect::Replace(place(Self { start, ..self }))]))
    }

    /// Asks for the version; the screen is opened again at the place for it.
    pub fn ask_version(self, desk: &Desk, place: impl Fn(Self) -> Place + 'static) -> Effect {
        let versions = desk.courses().iter().map(|course| (None, version(desk.words, course))).collect();
        let choice = Choice::new(say!(desk.words, "basis-version"), versions, move |course, _| {
            vec![Effect::Replace(place(Self { course, ..self }))]
        });
        Effect::Ask(Layer::Choice(choice.at(self.course)))
    }

    /// The version with its title and the start, for a heading.
    #[must_use]
    pub fn heading(self, words: &Words, course: &Course) -> String {
        say!(words, "basis-heading", version = version(words, course), start = words.day(self.start))
    }

    /// How many of its sessions a person reaches before release when the group meets as usual.
    #[must_use]
    pub fn reached(self, course: &Course, person: &Person, closed: &ClosedDays) -> usize {
        reaches(&self.dates(course, closed), person.release)
    }

    /// The dates of the sessions when the group meets as usual.
    #[must_use]
    pub fn dates(self, course: &Course, closed: &ClosedDays) -> Vec<NaiveDate> {
        dates(self.start, &usual_weekdays(course.per_week), course.sessions.len(), closed)
    }
}

fn version(words: &Words, course: &Course) -> String {
    format!("{}, {}", words.pick(&course.title), words.pick(&course.version_title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    #[test]
    fn a_group_usually_starts_next_monday() {
        for (today, monday) in
            [("2026-11-22", "2026-11-23"), ("2026-11-23", "2026-11-30"), ("2026-11-24", "2026-11-30")]
        {
            assert_eq!(Basis::usual(day(today)).start, day(monday), "{today}");
        }
    }
}
