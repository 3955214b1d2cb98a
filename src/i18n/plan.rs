//! Plans in words: who does something, what is due, who may be told what and why somebody is not.

use crate::domain::pathway::Owner;
use crate::domain::plan::{Action, Closed, Doer, Goal, part_of};
use crate::domain::remedy::Remedy;
use crate::domain::sharing::{Basis, Law, Partner, Topic, Untold};
use crate::domain::shelf::Services;
use crate::domain::task::{Task, What};
use crate::domain::text::{fold, shown};
use crate::domain::training::{PointOfContact, Training};
use crate::i18n::Words;
use crate::say;
use chrono::NaiveDate;

/// Label and value.
type Part = (String, String);

/// Those of the house who can do something, in the order in which they are offered.
pub const DOERS: [Owner; 5] =
    [Owner::Person, Owner::Facilitator, Owner::Coordinator, Owner::SocialWorker, Owner::Healthcare];

impl Words {
    /// Who does something.
    #[must_use]
    pub fn doer(&self, who: &Doer, services: &Services) -> String {
        match who {
            Doer::Owner(owner) => self.owner(owner, services),
            Doer::Named(name) => shown(name).into_owned(),
        }
    }

    /// Who is meant by a text: a number or the words of one of `DOERS`, an agency by any of its names, else
    /// whoever has this name.
    #[must_use]
    pub fn doer_read(&self, text: &str, services: &Services) -> Doer {
        let number = text.parse().ok().and_then(|number: usize| DOERS.get(number.checked_sub(1)?));
        let is = |owner: &&Owner| fold(&self.owner(owner, services)) == fold(text);
        if let Some(owner) = number.or_else(|| DOERS.iter().find(is)) {
            return Doer::Owner(owner.clone());
        }
        let mut agencies = services.directories.iter().flat_map(|directory| &directory.agencies);
        let named = |name: &str| fold(name) == fold(text);
        let agency = agencies.find(|agency| {
            named(&agency.name) || named(&agency.id) || agency.alternate_name.as_deref().is_some_and(named)
        });
        agency.map_or_else(|| Doer::Named(text.to_owned()), |agency| Doer::Owner(Owner::Agency(agency.id.clone())))
    }

    /// Who can do something, each with its number.
    #[must_use]
    pub fn doers(&self, services: &Services) -> String {
        let one = |(number, owner): (usize, &Owner)| format!("{number} {}", self.owner(owner, services));
        (1..).zip(&DOERS).map(one).collect::<Vec<_>>().join(" · ")
    }

    /// What is to be done, in a line.
    #[must_use]
    pub fn task(&self, task: &Task) -> String {
        match &task.what {
            What::Action(_, action) => say!(self, "task-action", what = &action.what),
            What::Remedy(_, remedy) => say!(self, "task-remedy", what = &remedy.response),
            What::Refresher(training) => say!(self, "task-refresher", who = &training.who, what = &training.what),
            What::Contact(contact) => say!(self, "task-contact", what = &contact.what, name = &contact.name),
        }
    }

    /// How something ended; nothing as long as it is open.
    #[must_use]
    pub fn closed_how(&self, closed: Option<&Closed>, today: NaiveDate) -> Option<String> {
        let closed = closed?;
        let day = self.short_date(closed.on, today);
        Some(match &closed.given_up {
            None => say!(self, "plan-done-on", day = day),
            Some(why) if why.is_empty() => say!(self, "plan-given-up", day = day),
            Some(why) => say!(self, "plan-given-up-why", day = day, why = why),
        })
    }

    /// What somebody may be told, by its names.
    #[must_use]
    pub fn topics<'t>(&self, topics: impl IntoIterator<Item = &'t Topic>) -> String {
        topics.into_iter().map(|topic| say!(self, topic.message())).collect::<Vec<_>>().join(", ")
    }

    /// On which basis something is told.
    #[must_use]
    pub fn basis(&self, basis: &Basis) -> String {
        match basis {
            Basis::Consent(consent) => match consent.until {
                Some(until) => {
                    say!(self, "told-by-consent-until", day = self.day(consent.given), until = self.day(until))
                }
                None => say!(self, "told-by-consent", day = self.day(consent.given)),
            },
            Basis::Law(law) => self.law(law),
        }
    }

    fn law(&self, law: &Law) -> String {
        match law.until {
            Some(until) => say!(self, "told-by-law-until", law = &law.named, until = self.day(until)),
            None => say!(self, "told-by-law", law = &law.named),
        }
    }

    /// Why somebody is not told.
    #[must_use]
    pub fn untold(&self, untold: &Untold) -> String {
        match untold {
            Untold::Nobody(name) => say!(self, "untold-nobody", name = name),
            Untold::NoBasis => say!(self, "untold-no-basis"),
            Untold::Withdrawn(day) => say!(self, "untold-withdrawn", day = self.day(*day)),
            Untold::Expired(day) => say!(self, "untold-expired", day = self.day(*day)),
            Untold::Beyond(topics) => say!(self, "untold-beyond", topics = self.topics(topics)),
            Untold::Nothing => say!(self, "untold-nothing"),
        }
    }

    pub(in crate::i18n) fn goal_parts(&self, goal: &Goal) -> Vec<Part> {
        let reached = goal.reached.map(|day| self.day(day)).unwrap_or_default();
        self.labelled([("said-goal", goal.text.clone()), ("said-reached", reached)])
    }

    pub(in crate::i18n) fn action_parts(&self, action: &Action) -> Vec<Part> {
        let day = |day: Option<NaiveDate>| day.map(|day| self.day(day)).unwrap_or_default();
        self.labelled([
            ("said-action", action.what.clone()),
            ("said-who", self.doer(&action.who, &Services::default())),
            ("said-by-when", day(action.due)),
            ("said-agreed-at", action.agreed.clone()),
            ("said-closed", self.closed_in_full(action.closed.as_ref())),
        ])
    }

    pub(in crate::i18n) fn partner_parts(&self, partner: &Partner) -> Vec<Part> {
        self.labelled([
            ("said-partner", partner.name.clone()),
            ("said-before-release", partner.before.clone()),
            ("said-after-release", partner.after.clone()),
            ("said-told", self.topics(&partner.told)),
            ("said-law", partner.law.as_ref().map(|law| self.law(law)).unwrap_or_default()),
        ])
    }

    pub(in crate::i18n) fn remedy_parts(&self, remedy: &Remedy) -> Vec<Part> {
        self.labelled([
            ("said-concern-of", remedy.concern.clone()),
            ("said-response", remedy.response.clone()),
            ("said-who", remedy.owner.clone()),
            ("said-by-when", remedy.due.map(|day| self.day(day)).unwrap_or_default()),
            ("said-progress", remedy.progress.clone()),
            ("said-closed", self.closed_in_full(remedy.closed.as_ref())),
        ])
    }

    pub(in crate::i18n) fn training_parts(&self, training: &Training) -> Vec<Part> {
        self.labelled([
            ("said-training", format!("{}: {}", training.who, training.what)),
            ("said-on", self.day(training.on)),
            ("said-until", training.until.map(|day| self.day(day)).unwrap_or_default()),
        ])
    }

    pub(in crate::i18n) fn contact_parts(&self, contact: &PointOfContact) -> Vec<Part> {
        self.labelled([
            ("said-contact", format!("{}: {}", contact.what, contact.name)),
            ("said-reach", contact.reach.clone()),
            ("said-by-when", contact.review.map(|day| self.day(day)).unwrap_or_default()),
        ])
    }

    /// The branch and the part that an item names.
    pub(in crate::i18n) fn plan_part(&self, item: &str) -> Option<String> {
        let (branch, part) = part_of(item)?;
        Some(format!("{}, {}", say!(self, branch.message()), say!(self, part.message())))
    }

    fn closed_in_full(&self, closed: Option<&Closed>) -> String {
        let Some(closed) = closed else { return String::new() };
        let day = self.day(closed.on);
        match &closed.given_up {
            Some(why) => format!("{day}, {why}"),
            None => day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn who_does_something_is_a_number_a_word_or_a_name() {
        let services = Services::default();
        for (tag, text, who) in [
            ("en", "3", Doer::Owner(Owner::Coordinator)),
            ("en", "the social worker", Doer::Owner(Owner::SocialWorker)),
            ("nb", "Koordinatoren", Doer::Owner(Owner::Coordinator)),
            ("en", "6", Doer::Named("6".into())),
            ("en", "my sister", Doer::Named("my sister".into())),
        ] {
            let words = Words::new(Locale::choose([tag]));
            assert_eq!(words.doer_read(text, &services), who, "{tag} {text}");
            // As it is said, it is read again.
            assert_eq!(words.doer_read(&words.doer(&who, &services), &services), who, "{tag} {text}");
        }
    }
}
