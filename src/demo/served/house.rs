//! What the prison of the small desk wants to do better, who of its staff is trained for what, and whom it names.

use super::{Served, noted};
use crate::demo::ACTORS;
use crate::demo::people::{after, before};
use crate::domain::entry::Entry;
use crate::domain::remedy::Remedy;
use crate::domain::training::{PointOfContact, Training};

impl Served<'_> {
    pub(super) fn house(&mut self) {
        let (day, today) = (self.ago(30), self.today());
        let item = self.id(day);
        let telephones = Remedy {
            concern: "Lawyers' numbers are blocked on the wing telephones".to_owned(),
            response: "Ask for the approved list to be opened within a day".to_owned(),
            owner: "Head of security".to_owned(),
            due: Some(after(today, 12)),
            progress: "Two of three wings done".to_owned(),
            closed: None,
        };
        self.on(day, vec![Entry::Remedy { item, to: noted(telephones) }]);
        if let Some((group, _)) = self.group("K-07") {
            let item = self.id(self.ago(7));
            let escort = Remedy {
                concern: "Sessions start late because of the count".to_owned(),
                response: "Bring the group over before the count".to_owned(),
                owner: ACTORS[1].to_owned(),
                due: Some(after(today, 5)),
                progress: String::new(),
                closed: None,
            };
            self.on(self.ago(7), vec![Entry::GroupRemedy { group, item, to: noted(escort) }]);
        }
        let trainings = [
            (ACTORS[0], "Adults at Risk", before(today, 345), Some(after(today, 20))),
            (ACTORS[0], "Working with interpreters", before(today, 200), None),
            (ACTORS[1], "Working with interpreters", before(today, 90), None),
        ];
        for (who, what, on, until) in trainings {
            let item = self.id(day);
            let training = Training { who: who.to_owned(), what: what.to_owned(), on, until };
            self.on(day, vec![Entry::Training { item, to: noted(training) }]);
        }
        let item = self.id(day);
        let contact = PointOfContact {
            what: "Interpreters".to_owned(),
            name: "Ingrid Løkås".to_owned(),
            reach: "office A 110, mornings".to_owned(),
            review: Some(after(today, 60)),
        };
        self.on(day, vec![Entry::Contact { item, to: noted(contact) }]);
    }
}
