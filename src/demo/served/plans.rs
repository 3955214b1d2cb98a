//! Plans of three people of the group mid-course: one who is soon released and goes home, one who does not know yet,
//! one who goes and wants to work there.

use super::{HAS_WORK, INTERPRETER, SOON_RELEASED, Served, noted};
use crate::demo::people::after;
use crate::domain::entry::Entry;
use crate::domain::need::Need;
use crate::domain::pathway::Owner;
use crate::domain::plan::{Action, Branch, Closed, Doer, Goal, Part, Progress, part_item};
use chrono::NaiveDate;

/// What is thought through for whoever is soon released.
const GOING_HOME: &[(Branch, Part, &str)] = &[
    (Branch::Leave, Part::BestCase, "Home within a day of release, with a room at my sister's."),
    (Branch::Leave, Part::WorstCase, "Some weeks in detention first, because the passport is late."),
    (Branch::Leave, Part::FirstDays, "Ring my sister from the airport; bus to her town; register at the town hall."),
    (Branch::Leave, Part::Meets, "My sister, at the airport"),
    (Branch::Leave, Part::Funds, "Savings from the workshop, paid out on the day"),
    (Branch::Leave, Part::Belongings, "One bag in storage, a telephone"),
    (Branch::Leave, Part::Papers, "Passport asked for; birth certificate is with my sister"),
    (Branch::Stay, Part::Meets, "A friend in the city, if the decision changes"),
];

/// And for whoever does not know yet.
const NOT_SURE: &[(Branch, Part, &str)] = &[
    (Branch::Stay, Part::BestCase, "The appeal is granted and my old employer takes me back."),
    (Branch::Stay, Part::FirstDays, "Hostel for three nights; appointment at the job centre."),
    (Branch::Leave, Part::WorstCase, "Sent back without having told my family."),
    (Branch::Leave, Part::Meets, "Nobody yet; an aunt could be asked"),
];

/// Something to be done: what, by whom, for which need, by which day, agreed at which session.
type Agreed = (&'static str, Doer, Need, Option<NaiveDate>, &'static str);

impl Served<'_> {
    pub(super) fn plans(&mut self) {
        let (soon, today) = (self.ago(5), self.today());
        self.plan(SOON_RELEASED, soon, (Branch::Leave, GOING_HOME));
        self.needs(
            SOON_RELEASED,
            soon,
            &[
                (Need::Accommodation, Progress::InProgress),
                (Need::Family, Progress::InProgress),
                (Need::Substances, Progress::Declined),
                (Need::Work, Progress::NotStarted),
                (Need::Finance, Progress::InProgress),
                (Need::Health, Progress::Met),
            ],
        );
        self.goals(SOON_RELEASED, soon, &["See my children every week.", "Work as a painter again before summer."]);
        let overdue = Some(self.ago(1));
        let (worker, facilitator) = (Doer::Owner(Owner::SocialWorker), Doer::Owner(Owner::Facilitator));
        let sister = Doer::Named("My sister".to_owned());
        self.actions(
            SOON_RELEASED,
            soon,
            vec![
                ("Ask the store where the passport lies", facilitator, Need::Finance, overdue, "K-07, 2"),
                ("Send the birth certificate", sister, Need::Finance, Some(after(today, 9)), ""),
                ("Ask for the bus fare from the airport", worker, Need::Accommodation, Some(after(today, 2)), ""),
            ],
        );
        self.done(SOON_RELEASED, "Ring my sister about the room", Need::Accommodation);
        self.plan(INTERPRETER, self.ago(6), (Branch::NotSure, NOT_SURE));
        self.needs(INTERPRETER, self.ago(6), &[(Need::Family, Progress::InProgress), (Need::Work, Progress::Met)]);
        self.goals(INTERPRETER, self.ago(6), &["Know what happens to my case before the new year."]);
        let letters = ("Bring the letters from the authority", Doer::default(), Need::Finance);
        let letters = (letters.0, letters.1, letters.2, Some(after(today, 3)), "K-07, 3");
        self.actions(INTERPRETER, self.ago(6), vec![letters]);
        self.plan(HAS_WORK, self.ago(7), (Branch::Leave, &[]));
        self.needs(HAS_WORK, self.ago(7), &[(Need::Work, Progress::InProgress), (Need::Finance, Progress::InProgress)]);
        self.goals(HAS_WORK, self.ago(7), &["Open a repair shop with my cousin."]);
        self.done(HAS_WORK, "Write the business plan for the social worker", Need::Work);
    }

    /// Where life most likely goes on, and what is thought through for it.
    fn plan(&mut self, who: usize, day: NaiveDate, (branch, parts): (Branch, &[(Branch, Part, &str)])) {
        let Some((person, _)) = self.somebody(who) else { return };
        self.on(day, vec![Entry::PlanBranch { person, to: noted(branch) }]);
        for (branch, part, text) in parts {
            let item = part_item(*branch, *part);
            self.on(day, vec![Entry::PlanPart { person, item, to: noted((*text).to_owned()) }]);
        }
    }

    fn needs(&mut self, who: usize, day: NaiveDate, needs: &[(Need, Progress)]) {
        let Some((person, _)) = self.somebody(who) else { return };
        for (need, progress) in needs {
            self.on(day, vec![Entry::Need { person, item: need.id().to_owned(), to: noted(*progress) }]);
        }
    }

    fn goals(&mut self, who: usize, day: NaiveDate, goals: &[&str]) {
        let Some((person, _)) = self.somebody(who) else { return };
        for text in goals {
            let item = self.id(day);
            let to = noted(Goal { text: (*text).to_owned(), reached: None });
            self.on(day, vec![Entry::Goal { person, item, to }]);
        }
    }

    fn actions(&mut self, who: usize, day: NaiveDate, actions: Vec<Agreed>) {
        let Some((person, _)) = self.somebody(who) else { return };
        for (what, who, need, due, agreed) in actions {
            let (what, agreed) = (what.to_owned(), agreed.to_owned());
            let item = self.id(day);
            let to = noted(Action { what, who, due, need: Some(need), agreed, closed: None });
            self.on(day, vec![Entry::Action { person, item, to }]);
        }
    }

    /// Something that the person has done by now, agreed at the second session.
    fn done(&mut self, who: usize, what: &str, need: Need) {
        let Some((person, _)) = self.somebody(who) else { return };
        let (agreed, closed) = (self.ago(6), self.ago(3));
        let item = self.id(agreed);
        let action = Action {
            what: what.to_owned(),
            due: Some(after(closed, 1)),
            need: Some(need),
            agreed: "K-07, 2".to_owned(),
            ..Action::default()
        };
        self.on(agreed, vec![Entry::Action { person, item: item.clone(), to: noted(action.clone()) }]);
        let action = Action { closed: Some(Closed { on: closed, given_up: None }), ..action };
        self.on(closed, vec![Entry::Action { person, item, to: noted(action) }]);
    }
}
