//! The end of a course in words: who completed, what is missing, why there is no certificate.

use crate::domain::certificate::Withheld;
use crate::domain::figures::Completion;
use crate::domain::figures::ending::Ending;
use crate::domain::programme::{Completion as Rule, Course};
use crate::i18n::Words;
use crate::say;

impl Words {
    /// When a course is completed: "at least 8 of 10 sessions, every essential one among them".
    #[must_use]
    pub fn completes_with(&self, course: &Course) -> String {
        self.completion_rule(course.completion, course.sessions.len())
    }

    /// The same of a rule alone, for a version with `all` sessions.
    pub(crate) fn completion_rule(&self, rule: Rule, all: usize) -> String {
        match (rule.sessions, rule.essentials) {
            (None, _) => say!(self, "report-rule-all", sessions = all),
            (Some(least), false) => say!(self, "report-rule-some", least = least, sessions = all),
            (Some(least), true) => say!(self, "report-rule-essentials", least = least, sessions = all),
        }
    }

    /// Where somebody stands at the end, with the reason: "completed: 9 of 10 sessions, 1 caught up".
    #[must_use]
    pub fn ending(&self, ending: &Ending, of: usize) -> String {
        if self.is_room_safe() {
            return self.ending_in_short(ending);
        }
        let Completion { done, needed, .. } = ending.completion;
        if ending.completion.is_met() {
            return match ending.caught_up {
                0 => say!(self, "ending-completed", done = done, of = of),
                caught_up => say!(self, "ending-completed-caught-up", done = done, of = of, count = caught_up),
            };
        }
        let list = |numbers: &[u16]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let mut why = Vec::new();
        if done < needed {
            why.push(say!(self, "ending-too-few", done = done, needed = needed));
        }
        if !ending.missed.is_empty() {
            why.push(say!(self, "ending-essential-missed", sessions = list(&ending.missed)));
        }
        if !ending.open.is_empty() {
            why.push(say!(self, "ending-open", sessions = list(&ending.open)));
        }
        let why = why.join(", ");
        if ending.completion.is_possible() {
            say!(self, "ending-not-yet", why = why)
        } else {
            say!(self, "ending-not-completed", why = why)
        }
    }

    /// Why there is no certificate.
    #[must_use]
    pub fn withheld(&self, withheld: &Withheld) -> String {
        match withheld {
            Withheld::Unknown => say!(self, "certificate-unknown"),
            Withheld::NotCompleted(completion) => {
                let missing = completion.essentials_missed + completion.essentials_ahead;
                let (done, needed) = (completion.done, completion.needed);
                match missing {
                    0 => say!(self, "certificate-too-few", done = done, needed = needed),
                    _ => say!(self, "certificate-essential", done = done, needed = needed, count = missing),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::PersonId;
    use crate::i18n::Locale;

    fn ending(done: u32, possible: u32, missed: &[u16], open: &[u16], caught_up: u32) -> Ending {
        let missing = u32::try_from(missed.len()).unwrap();
        let completion = Completion { done, needed: 8, essentials_missed: missing, essentials_ahead: 0, possible };
        let (missed, open) = (missed.to_vec(), open.to_vec());
        Ending { person: PersonId(1), completion, caught_up, missed, open, unrated: 0 }
    }

    #[test]
    fn the_end_is_said_with_its_reason() {
        let (en, nb) = (Words::new(Locale::choose(["en"])), Words::new(Locale::choose(["nb"])));
        for (ending, in_english, in_bokmal) in [
            (ending(9, 9, &[], &[], 0), "completed: 9 of 10 sessions", "fullført: 9 av 10 samlinger"),
            (
                ending(9, 9, &[], &[], 1),
                "completed: 9 of 10 sessions, 1 caught up",
                "fullført: 9 av 10 samlinger, 1 tatt igjen",
            ),
            (
                ending(7, 8, &[], &[10], 0),
                "not yet: 7 of the 8 sessions needed, still open: 10",
                "ikke ennå: 7 av de 8 samlingene som trengs, fortsatt åpen: 10",
            ),
            (
                ending(6, 6, &[4, 6], &[], 0),
                "not completed: 6 of the 8 sessions needed, essential missed: 4, 6",
                "ikke fullført: 6 av de 8 samlingene som trengs, nødvendige mangler: 4, 6",
            ),
            (ending(8, 8, &[4], &[], 0), "not completed: essential missed: 4", "ikke fullført: nødvendige mangler: 4"),
        ] {
            assert_eq!((en.ending(&ending, 10), nb.ending(&ending, 10)), (in_english.into(), in_bokmal.into()));
        }
    }
}
