//! The screens, and the one list that says which address opens which.

pub mod agencies;
pub mod agency;
mod asking;
pub mod audit;
pub mod author;
pub mod basis;
pub mod board;
pub mod calendar;
pub mod cards;
mod catching_up;
pub mod change;
pub mod concerns;
pub mod coverage;
pub mod directory;
pub mod duties;
pub mod eligibility;
pub mod ending;
mod erasing;
pub mod group;
pub mod group_form;
pub mod groups;
pub mod guide;
pub mod guides;
pub mod history;
pub mod house;
pub mod import;
pub mod outcomes;
pub mod path;
pub mod paths;
pub mod people;
pub mod person;
pub mod person_form;
pub mod pick_people;
pub mod plan;
pub mod planner;
pub mod preview;
pub mod programme;
pub mod programmes;
pub mod proof;
pub mod register;
pub mod reports;
pub mod retention;
pub mod review;
pub mod room;
pub mod staff;
pub mod today;

use crate::tui::effect::Place;
use crate::tui::keymap::{Action, Keymap};
use crate::tui::screen::Screen;
use crate::tui::screens::basis::Basis;

/// The five homes, in the order of their digits, with the message that names each.
pub static HOMES: [(Place, &str); 5] = [
    (Place::Today, "home-today"),
    (Place::People, "home-people"),
    (Place::Groups, "home-groups"),
    (Place::Programmes, "home-programmes"),
    (Place::Reports, "home-reports"),
];

/// The homes that `keymap` leads to: a role may have fewer.
pub fn homes(keymap: &Keymap) -> impl Iterator<Item = &'static (Place, &'static str)> + Clone {
    const ACTIONS: [Action; 5] = [Action::Today, Action::People, Action::Groups, Action::Programmes, Action::Reports];
    HOMES.iter().zip(ACTIONS).filter(|(_, action)| keymap.permits(*action)).map(|(home, _)| home)
}

/// Where the desk begins.
#[must_use]
pub fn first_home(keymap: &Keymap) -> Place {
    homes(keymap).next().map_or(Place::Programmes, |(place, _)| place.clone())
}

/// The screen at `place`, empty until it is loaded.
#[must_use]
pub fn open(place: Place) -> Box<dyn Screen> {
    match place {
        Place::Today => Box::new(today::Today::default()),
        Place::Room { group, session } => Box::new(room::RoomScreen::at(group, session)),
        Place::Staff => Box::new(staff::StaffScreen::default()),
        Place::Author => Box::new(author::Author::default()),
        Place::Proof(path) => Box::new(proof::Proof::of(path)),
        Place::Audit(found) => Box::new(audit::AuditScreen::of(found)),
        Place::Retention => Box::new(retention::Retention::default()),
        Place::Concerns => Box::new(concerns::Concerns::default()),
        Place::Cards { group, session, person } => Box::new(cards::Cards::at(group, session, person)),
        Place::Outcomes { group, session, person } => Box::new(outcomes::Outcomes::at(group, session, person)),
        Place::People => Box::new(people::People::default()),
        Place::Person(id) => Box::new(person::Person::new(id)),
        Place::Judged { person, course, start } => Box::new(person::Person::against(person, Basis { course, start })),
        Place::Paths(person) => Box::new(paths::Paths::new(person)),
        Place::Path { person, run } => Box::new(path::Path::new(person, run)),
        Place::Plan(person) => Box::new(plan::PlanScreen::new(person)),
        Place::Agencies(person) => Box::new(agencies::Agencies::new(person)),
        Place::Coverage(about) => Box::new(coverage::CoveragePage::of(about)),
        Place::CoverageOfCourse(course) => Box::new(coverage::CoveragePage::of_course(course)),
        Place::House(group) => Box::new(house::House::new(group)),
        Place::Duties => Box::new(duties::Duties::default()),
        Place::Board => Box::new(board::Board::default()),
        Place::Calendar => Box::new(calendar::Calendar::default()),
        Place::PersonForm(id) => Box::new(person_form::PersonForm::new(id)),
        Place::Import(path) => Box::new(import::Import::closed(path)),
        Place::Eligibility { course, start } => Box::new(eligibility::Eligibility::new(Basis { course, start })),
        Place::History(about) => Box::new(history::History::new(about)),
        Place::Directory => Box::new(directory::Directory::default()),
        Place::Agency(id) => Box::new(agency::Agency::new(id)),
        Place::Guides => Box::new(guides::Guides::default()),
        Place::Guide(id) => Box::new(guide::Reader::new(id)),
        Place::Programmes => Box::new(programmes::Programmes::default()),
        Place::Programme { course } => Box::new(programme::Reader::new(course)),
        Place::Reports => Box::new(reports::Reports::default()),
        Place::Review => Box::new(review::ReviewScreen::default()),
        Place::Preview(request) => Box::new(preview::Preview::of(request)),
        Place::Groups => Box::new(groups::Groups::default()),
        Place::Change { group, proposal } => Box::new(change::Changing::new(group, proposal)),
        Place::Group(group) => Box::new(group::Group::new(group)),
        Place::Planner(group) => Box::new(planner::Planner::new(group)),
        Place::Ending(group) => Box::new(ending::EndingScreen::new(group)),
        Place::PickPeople(group) => Box::new(pick_people::PickPeople::new(group)),
        Place::Register(group) => Box::new(register::Register::new(group)),
        Place::GroupForm { group, course } => Box::new(group_form::GroupForm::new(group, course)),
    }
}
