//! What stands on the first screen, and where each line of it leads.

use crate::domain::group::SessionState;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::offered::ToTell;
use crate::domain::record::{DutyRow, Forgotten, FreePlaces, ReleaseWatch, SessionRow, TaskRow};
use crate::tui::desk::Remark;
use crate::tui::effect::Place;
use crate::tui::keymap::Action;
use crate::tui::screens::duties;

/// The parts of the screen, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Now,
    Due,
    Watch,
    Coming,
    Files,
}

impl Part {
    pub const ALL: [Self; 5] = [Self::Now, Self::Due, Self::Watch, Self::Coming, Self::Files];

    /// The message of its heading.
    pub fn message(self) -> &'static str {
        match self {
            Self::Now => "today-sessions",
            Self::Due => "today-due",
            Self::Watch => "today-watch",
            Self::Coming => "today-coming",
            Self::Files => "today-files",
        }
    }

    /// How many lines it keeps when others need theirs.
    pub fn least(self) -> usize {
        match self {
            Self::Now => 4,
            Self::Due | Self::Watch => 3,
            Self::Coming | Self::Files => 2,
        }
    }
}

/// Something that can be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    Session(SessionRow),
    /// A session that runs since another day.
    LeftOpen(SessionRow),
    /// A session planned for a day that is gone.
    NotHeld(SessionRow),
    MarksMissing(SessionRow),
    /// What the last session left to be done at one of today.
    Promise(SessionRow),
    /// A step of a pathway that is due.
    Duty(DutyRow),
    /// Something with a day of its own.
    Task(TaskRow),
    /// Who is to be told of one pathway that has to be offered to them.
    Untold(Vec<ToTell>),
    OutcomesMissing(Forgotten),
    RatingsMissing(Forgotten),
    Release(ReleaseWatch),
    /// A group with a place, or with fewer people than its programme asks for.
    Places(FreePlaces),
    Coming(SessionRow),
    Remark(Remark),
    /// What can be done when there is nothing yet.
    Offer(Action),
    /// So many rows of this part are not seen.
    More(Part, usize),
}

/// One line of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    Blank,
    /// The message of a heading.
    Heading(&'static str),
    /// The message of a sentence.
    Sentence(&'static str),
    /// The row with this index.
    Row(usize),
    /// What runs now in the session above.
    Now(SessionId),
}

impl Row {
    /// Where the work is.
    pub(super) fn work(&self) -> Option<Place> {
        match self {
            Self::OutcomesMissing(Forgotten { session, unjudged: Some(person), .. }) => {
                Some(Place::Outcomes { group: session.session.group, session: session.id, person: *person })
            }
            Self::RatingsMissing(forgotten) => Some(Place::Ending(forgotten.session.session.group)),
            Self::Release(watch) => Some(Place::Group(watch.group)),
            Self::Duty(duty) => Some(Place::Path { person: duty.person, run: duty.run.clone() }),
            Self::Task(task) => Some(duties::place(task)),
            Self::Untold(all) => Some(match all.as_slice() {
                [one] => Place::Paths(one.who.person),
                _ => Place::Duties,
            }),
            Self::Places(places) if places.begun => Some(Place::Group(places.group)),
            Self::Places(places) => Some(Place::PickPeople(places.group)),
            Self::Remark(_) => Some(Place::Programmes),
            _ => self.room(),
        }
    }

    /// The session that it is about.
    pub(super) fn session(&self) -> Option<&SessionRow> {
        match self {
            Self::Session(row)
            | Self::LeftOpen(row)
            | Self::NotHeld(row)
            | Self::MarksMissing(row)
            | Self::Promise(row)
            | Self::Coming(row) => Some(row),
            Self::OutcomesMissing(forgotten) | Self::RatingsMissing(forgotten) => Some(&forgotten.session),
            Self::Duty(_)
            | Self::Task(_)
            | Self::Untold(_)
            | Self::Release(_)
            | Self::Places(_)
            | Self::Remark(_)
            | Self::Offer(_)
            | Self::More(..) => None,
        }
    }

    /// The room of a session.
    pub(super) fn room(&self) -> Option<Place> {
        self.session().map(|row| Place::Room { group: row.session.group, session: row.id })
    }

    /// Whom it is about, where that is one person.
    pub(super) fn person(&self) -> Option<PersonId> {
        match self {
            Self::Release(watch) => Some(watch.person),
            Self::Duty(duty) => Some(duty.person),
            Self::Task(task) => duties::person(task),
            Self::Untold(all) => {
                if let [one] = all.as_slice() {
                    Some(one.who.person)
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    /// Whether it is a session that is running, or still ahead today.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Session(row) if matches!(row.session.state, SessionState::Planned | SessionState::Running { .. }))
    }

    /// The session that runs, of today.
    pub(super) fn running(&self) -> Option<&SessionRow> {
        match self {
            Self::Session(row) if matches!(row.session.state, SessionState::Running { .. }) => Some(row),
            _ => None,
        }
    }

    /// What is folded last (the lowest): a session that runs, then those of today where something is left to do.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Session(row) => match row.session.state {
                SessionState::Running { .. } => 0,
                SessionState::Held { .. } if row.marked >= row.people => 2,
                SessionState::Cancelled { .. } => 2,
                SessionState::Planned | SessionState::Held { .. } => 1,
            },
            _ => 1,
        }
    }

    /// The group in question.
    pub(super) fn group(&self) -> Option<GroupId> {
        match self {
            Self::Release(watch) => Some(watch.group),
            Self::Places(places) => Some(places.group),
            _ => self.session().map(|row| row.session.group),
        }
    }

    /// Whether it is the same line as another that was read before or after it.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::More(part, _), Self::More(other, _)) => part == other,
            (Self::Offer(action), Self::Offer(other)) => action == other,
            (Self::Remark(remark), Self::Remark(other)) => remark == other,
            (Self::Task(task), Self::Task(other)) => task == other,
            (Self::Untold(all), Self::Untold(others)) => {
                all.first().map(|first| &first.pathway) == others.first().map(|first| &first.pathway)
            }
            (Self::Release(watch), Self::Release(other)) => (watch.group, watch.person) == (other.group, other.person),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other) && self.work() == other.work(),
        }
    }
}
