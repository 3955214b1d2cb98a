//! The agency matrix of whoever is soon released: one told with consent, one by law, one whose consent was withdrawn.

use super::{SOON_RELEASED, Served, noted};
use crate::demo::ACTORS;
use crate::domain::entry::Entry;
use crate::domain::pathway::Reaches;
use crate::domain::run::Consent;
use crate::domain::sharing::{Law, Partner, Topic};
use std::collections::BTreeSet;

/// Somebody with a part: whom, by which name, what they do before and after release, what they may be told.
type Part = (Reaches, &'static str, &'static str, &'static str, &'static [Topic]);

/// Why somebody may be told, or may not any more.
enum Why {
    Agreed,
    Law(&'static str),
    /// So many days ago.
    Withdrawn(u32),
}

/// What whoever meets somebody has to know.
const ARRIVAL: &[Topic] = &[Topic::Identity, Topic::Release, Topic::AfterRelease];
const WHOLE_PLAN: &[Topic] = &[Topic::Identity, Topic::Release, Topic::Needs, Topic::Goals, Topic::Actions];

impl Served<'_> {
    pub(super) fn agencies(&mut self) {
        let agency = |id: &str| Reaches::Agency(id.to_owned());
        let chaplains = "Safe Way Home, Salvation Army chaplaincy";
        let meets =
            (agency("safe-way-home"), chaplains, "A first talk with the chaplain", "Meets at the airport", ARRIVAL);
        self.partner(meets, &Why::Agreed);
        let police = (Reaches::Authority, "Immigration Police", "Plans the journey", "", &ARRIVAL[..2]);
        self.partner(police, &Why::Law("Immigration Act"));
        let shop = (Reaches::Somebody, "Painter's shop in the home town", "", "A trial month", WHOLE_PLAN);
        self.partner(shop, &Why::Withdrawn(2));
    }

    /// Enters somebody, and the consent of the person where that is why they may be told.
    fn partner(&mut self, (to, name, before, after, told): Part, why: &Why) {
        let Some((person, about)) = self.somebody(SOON_RELEASED) else { return };
        let (day, name) = (self.ago(6), name.to_owned());
        let told: BTreeSet<Topic> = told.iter().copied().collect();
        let line = self.id(day);
        let (before, after) = (before.to_owned(), after.to_owned());
        let law = match why {
            Why::Law(named) => Some(Law { named: (*named).to_owned(), until: None }),
            Why::Agreed | Why::Withdrawn(_) => None,
        };
        let by_law = law.is_some();
        let partner = Partner { to: to.clone(), name: name.clone(), before, after, told: told.clone(), law };
        self.on(day, vec![Entry::Partner { person, item: line.clone(), to: noted(partner) }]);
        let Some(language) = about.languages.first().filter(|_| !by_law) else { return };
        let language = language.language.clone();
        let item = format!("{line}/{}", self.id(day));
        let consent = Consent {
            to,
            name,
            what: "To prepare the time after release".to_owned(),
            given: day,
            until: None,
            language,
            interpreter: about.interpreter,
            by: ACTORS[0].to_owned(),
            withdrawn: None,
            told,
        };
        self.on(day, vec![Entry::Consent { person, item: item.clone(), to: noted(consent.clone()) }]);
        if let Why::Withdrawn(days) = why {
            let withdrawn = self.ago(*days);
            let consent = Consent { withdrawn: Some(withdrawn), ..consent };
            self.on(withdrawn, vec![Entry::Consent { person, item, to: noted(consent) }]);
        }
    }
}
