//! The planner: everybody's time line against the dates of a group, and proposals that are taken or left.

mod draw;
mod lines;
mod said;

use crate::domain::appointment::{Clash, clashes};
use crate::domain::attending::following;
use crate::domain::entry::Entry;
use crate::domain::id::{CourseId, GroupId, PersonId};
use crate::domain::planner::proposal::{Ground, Idea, Proposal, proposals, start};
use crate::domain::planner::rhythm::{one_fewer, one_more, relaid};
use crate::domain::planner::{Line, Outlook, Taken};
use crate::domain::programme::Course;
use crate::domain::record::{About, Failure, GroupRecord};
use crate::domain::training::Lacking;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use chrono::{NaiveDate, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeMap;

/// Which half has the keys of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    People,
    Proposals,
}

/// The planner of one group.
#[derive(Debug)]
pub struct Planner {
    id: GroupId,
    read: Option<Read>,
    pane: Pane,
    people: ListState,
    proposals: ListState,
    height: u16,
}

/// What was read for it, and all that follows from that.
#[derive(Debug)]
struct Read {
    record: GroupRecord,
    outlook: Outlook,
    /// With one more session a week, and with one fewer.
    more: Option<Pace>,
    fewer: Option<Pace>,
    /// The latest start with which everybody finishes, where nothing was held.
    latest: Option<NaiveDate>,
    proposals: Vec<Proposal>,
    /// The keys of what somebody did not want: it stands last, and can still be taken.
    aside: Vec<String>,
    /// Sessions that collide with something else, by person.
    clashes: BTreeMap<PersonId, Vec<Clash>>,
    /// What whoever runs it lacks of the training that its programme asks for.
    lacking: Vec<Lacking>,
}

/// Another rhythm, and everybody's time line with it.
#[derive(Debug)]
struct Pace {
    weekdays: Vec<Weekday>,
    outlook: Outlook,
}

impl Read {
    /// Of a group whose programme has these versions.
    fn of(record: GroupRecord, versions: &[Course], desk: &Desk) -> Result<Self, Failure> {
        let earliest = desk.today().succ_opt().unwrap_or(desk.today());
        let taken = taken(&record, earliest, desk)?;
        let ground = Ground { versions, closed: desk.closed, earliest, taken: &taken };
        let group = &record.group;
        let pace = |weekdays: Vec<Weekday>| {
            let after = relaid(&record, group.start, &weekdays, earliest, desk.closed)?;
            Some(Pace { weekdays, outlook: Outlook::of(&after) })
        };
        let outlook = Outlook::among(&record, &taken);
        let collide = taken.people.iter().map(|(person, engaged)| (*person, clashes(&record, engaged))).collect();
        let latest = start(&record, &group.weekdays, &ground);
        Ok(Self {
            outlook,
            clashes: collide,
            lacking: desk.lacking(group, &record.course)?,
            aside: record.left_aside(&desk.reads.standing("left-aside", About::Group(record.id))?),
            more: one_more(&group.weekdays, desk.closed).and_then(pace),
            fewer: one_fewer(&group.weekdays).and_then(pace),
            latest: latest.filter(|(_, after)| Outlook::of(after).all_finish()).map(|(day, _)| day),
            proposals: proposals(&record, &ground),
            record,
        })
    }
}

/// How far ahead it is asked what else takes people's time: as long as a group may be put off.
const AHEAD: usize = 365;

/// What else takes the time of the group's people, its room and its facilitators.
fn taken(record: &GroupRecord, earliest: NaiveDate, desk: &Desk) -> Result<Taken, Failure> {
    let days: Vec<NaiveDate> = earliest.iter_days().take(AHEAD).collect();
    let mut people = BTreeMap::new();
    for member in &record.members {
        people.insert(member.id, desk.reads.engagements(member.id, record.id, &days)?);
    }
    let until = days.last().copied().unwrap_or(earliest);
    Ok(Taken { people, sessions: desk.reads.booked(earliest, until)? })
}

impl Planner {
    /// Of the group `id`.
    #[must_use]
    pub fn new(id: GroupId) -> Self {
        let list = ListState { height: 4, ..ListState::default() };
        Self { id, read: None, pane: Pane::People, people: list, proposals: list, height: 20 }
    }

    /// Shows the group as it is now, of a programme with these versions.
    ///
    /// # Errors
    /// What the record says of other groups.
    pub(super) fn show(
        &mut self,
        record: Option<GroupRecord>,
        versions: &[Course],
        desk: &Desk,
    ) -> Result<(), Failure> {
        let selected = self.person();
        self.read = record.map(|record| Read::of(record, versions, desk)).transpose()?;
        let lines = self.read.iter().flat_map(|read| &read.outlook.lines);
        if let Some(at) = lines.map(|line| line.person).position(|person| Some(person) == selected) {
            self.people.selected = at;
        }
        self.settle();
        Ok(())
    }

    /// The line of the selected person.
    fn line(&self) -> Option<&Line> {
        self.read.as_ref()?.outlook.lines.get(self.people.selected)
    }

    /// What collides with something else for somebody.
    fn collide(read: &Read, person: PersonId) -> &[Clash] {
        read.clashes.get(&person).map_or(&[], Vec::as_slice)
    }

    fn person(&self) -> Option<PersonId> {
        self.line().map(|line| line.person)
    }

    /// The proposals, those that were left aside last.
    fn shown(&self) -> Vec<&Proposal> {
        let all = self.read.iter().flat_map(|read| &read.proposals);
        let (mut wanted, aside): (Vec<_>, Vec<_>) = all.partition(|proposal| !self.is_aside(proposal));
        wanted.extend(aside);
        wanted
    }

    fn proposal(&self) -> Option<&Proposal> {
        self.shown().get(self.proposals.selected).copied()
    }

    fn settle(&mut self) {
        let (people, proposals) = (self.read.as_ref().map_or(0, |read| read.outlook.lines.len()), self.shown().len());
        let rows = self.rows(self.height);
        (self.people.height, self.proposals.height) = (usize::from(rows.people), usize::from(rows.proposals));
        self.people.keep_within(people);
        self.proposals.keep_within(proposals);
    }

    /// Makes the group as the selected proposal has it, in one step.
    fn take(&self, desk: &mut Desk) -> Result<Effects, Failure> {
        let (Some(read), Some(proposal)) = (&self.read, self.proposal()) else {
            return Ok(vec![Effect::Say(say!(desk.words, "planner-nothing-to-take"))]);
        };
        let said =
            say!(desk.words, "planner-taken", what = said::what(&read.record, proposal, desk.words, desk.today()));
        let mut entries = Vec::new();
        let course = match (&proposal.idea, desk.reads.pinned(&proposal.after.course)?) {
            (Idea::Shorter(_), Some(pinned)) => pinned,
            (Idea::Shorter(_), None) => {
                let id = CourseId(desk.new_id());
                entries.push(Entry::Course { course: id, to: Some(Box::new((*proposal.after.course).clone())) });
                id
            }
            _ => read.record.group.course,
        };
        entries.extend(following(&read.record, proposal.entries(&read.record, course), desk.today()));
        Ok(vec![Effect::Record { entries, said }])
    }

    /// Whether somebody did not want a proposal.
    fn is_aside(&self, proposal: &Proposal) -> bool {
        self.read.as_ref().is_some_and(|read| read.aside.contains(&proposal.idea.key()))
    }

    /// Puts the selected proposal last, or back when it was there: kept with the group until its plan changes.
    fn leave_aside(&self, desk: &Desk) -> Effects {
        let (Some(read), Some(proposal)) = (&self.read, self.proposal()) else { return Vec::new() };
        let aside = !self.is_aside(proposal);
        let what = said::what(&read.record, proposal, desk.words, desk.today());
        let message = if aside { "planner-left-aside" } else { "planner-taken-up" };
        let entries = vec![read.record.leaving_aside(&proposal.idea, aside)];
        vec![Effect::Record { entries, said: say!(desk.words, message, what = what) }]
    }
}

impl Screen for Planner {
    fn place(&self) -> Place {
        Place::Planner(self.id)
    }

    fn scope(&self) -> Scope {
        Scope::Planner
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.person()
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let record = desk.reads.group(self.id, desk.order())?;
        self.show(record, &desk.courses(), desk)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        let proposals = self.shown().len();
        let people = self.read.as_ref().map_or(0, |read| read.outlook.lines.len());
        let moved = match self.pane {
            Pane::People => self.people.act(action, people),
            Pane::Proposals => self.proposals.act(action, proposals),
        };
        if moved {
            return Ok(Some(Vec::new()));
        }
        let id = self.id;
        let effects = match action {
            Action::NextPane => {
                self.pane = if self.pane == Pane::People { Pane::Proposals } else { Pane::People };
                Vec::new()
            }
            Action::Take => self.take(desk)?,
            Action::LeaveAside => self.leave_aside(desk),
            Action::Open => self.person().map(|person| Effect::Open(Place::Person(person))).into_iter().collect(),
            Action::AddPeople => vec![Effect::Open(Place::PickPeople(id))],
            Action::Edit => vec![Effect::Open(Place::GroupForm { group: Some(id), course: 0 })],
            Action::Register => vec![Effect::Open(Place::Register(id))],
            _ => return Ok(None),
        };
        Ok(Some(effects))
    }

    fn set_height(&mut self, rows: u16) {
        self.height = rows;
        self.settle();
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_all(area, buf, look);
    }
}
