//! The form of a group: its timetable is laid out while it is typed, and saved in one step.

mod draw;
mod item;

use crate::domain::closed::ClosedDays;
use crate::domain::entry::Entry;
use crate::domain::group::{Group, Session, dates, usual_weekdays};
use crate::domain::id::{CourseId, GroupId, SessionId};
use crate::domain::places::begun_anew;
use crate::domain::programme::Course;
use crate::domain::record::{Failure, GroupRecord, GroupsQuery, Window};
use crate::domain::timetable;
use crate::domain::training::Lacking;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::draft::Sheet;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::{Layer, choice::Choice, confirm::Confirm};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::field::Field;
use chrono::{NaiveDate, NaiveTime};
use item::Item;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Where a new group begins: with the version of the programme it runs.
pub fn new_group(desk: &Desk) -> Effects {
    let courses = desk.courses();
    let open = |course| vec![Effect::Open(Place::GroupForm { group: None, course })];
    match courses.len() {
        0 => vec![Effect::Say(say!(desk.words, "group-form-no-programme"))],
        1 => open(0),
        _ => {
            let name = |course: &Course| {
                format!("{}, {}", desk.words.pick(&course.title), desk.words.pick(&course.version_title))
            };
            let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
            let items = keys.zip(courses.iter().map(name)).collect();
            let title = say!(desk.words, "group-form-which-programme");
            vec![Effect::Ask(Layer::Choice(Choice::new(title, items, move |at, _| open(at))))]
        }
    }
}

/// A group that is being planned, or planned anew.
#[derive(Debug)]
pub struct GroupForm {
    group: Option<GroupId>,
    course_at: usize,
    course: Option<Course>,
    /// When the prison runs no groups: no date is laid on such a day.
    closed: ClosedDays,
    /// What is planned for this day stays.
    today: NaiveDate,
    /// What is recorded of a group that exists.
    record: Option<GroupRecord>,
    /// The group as far as what is typed can be read.
    draft: Option<Group>,
    /// What whoever is to run it lacks of the training that its programme asks for.
    lacking: Vec<Lacking>,
    inputs: [Field; 6],
    faults: [Option<String>; 6],
    focus: usize,
    is_changed: bool,
    /// What the fields say, while it is not recorded.
    sheet: Sheet,
}

impl GroupForm {
    /// A form for `group`, or for a new one of the version with this index among the desk's courses.
    #[must_use]
    pub fn new(group: Option<GroupId>, course: usize) -> Self {
        Self {
            group,
            course_at: course,
            course: None,
            closed: ClosedDays::default(),
            today: NaiveDate::default(),
            record: None,
            draft: None,
            lacking: Vec::new(),
            inputs: Default::default(),
            faults: Default::default(),
            focus: 0,
            is_changed: false,
            sheet: Sheet::default(),
        }
    }

    fn fill(&mut self, group: Group, desk: &Desk) {
        for (input, item) in self.inputs.iter_mut().zip(Item::ALL) {
            input.set(&item.get(&group, desk.words));
        }
        self.draft = Some(group);
    }

    /// Takes up what was half written before.
    fn go_on_writing(&mut self, desk: &Desk) -> Result<(), Failure> {
        let place = self.place();
        self.sheet = Sheet::open(&place, "form", &mut self.inputs, desk)?;
        if self.sheet.came_back() {
            self.is_changed = true;
            for at in 0..Item::ALL.len() {
                self.check(at, desk)?;
            }
        }
        Ok(())
    }

    /// Reads the field at `at` into the draft; what cannot be read leaves it as it was.
    fn check(&mut self, at: usize, desk: &Desk) -> Result<(), Failure> {
        let (Some(item), Some(input), Some(draft)) = (Item::ALL.get(at), self.inputs.get(at), &mut self.draft) else {
            return Ok(());
        };
        let mut fault = item.set(draft, input.text(), desk.today(), desk.words).err();
        if fault.is_none() && *item == Item::Code {
            let taken = desk.reads.group_by_code(&draft.code)?.is_some_and(|group| Some(group) != self.group);
            fault = taken.then(|| say!(desk.words, "group-form-fault-taken", code = draft.code.as_str()));
        }
        if let Some(place) = self.faults.get_mut(at) {
            *place = fault;
        }
        Ok(())
    }

    /// Who lacks a training is told, and keeps nobody from founding the group.
    fn check_training(&mut self, desk: &Desk) -> Result<(), Failure> {
        if let (Some(draft), Some(course)) = (&self.draft, &self.course) {
            self.lacking = desk.lacking(draft, course)?;
        }
        Ok(())
    }

    /// Weekdays on which the prison is closed for years make no timetable.
    fn check_days(&mut self, desk: &Desk) {
        let (Some(draft), Some(course)) = (&self.draft, &self.course) else { return };
        let count = course.sessions.len();
        let fits = dates(draft.start, &draft.weekdays, count, desk.closed).len() == count;
        let at = Item::ALL.iter().position(|item| *item == Item::Weekdays);
        if let Some(fault @ None) = at.and_then(|at| self.faults.get_mut(at)).filter(|_| !fits) {
            *fault = Some(say!(desk.words, "group-form-fault-closed"));
        }
    }

    fn step(&mut self, by: usize, desk: &Desk) -> Result<(), Failure> {
        self.check(self.focus, desk)?;
        self.focus = (self.focus + by) % Item::ALL.len();
        Ok(())
    }

    fn save(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        for at in 0..Item::ALL.len() {
            self.check(at, desk)?;
        }
        self.check_days(desk);
        if let Some(at) = self.faults.iter().position(Option::is_some) {
            self.focus = at;
            return Ok(Vec::new());
        }
        let (Some(draft), Some(course)) = (&self.draft, &self.course) else { return Ok(Vec::new()) };
        match (self.group, &self.record) {
            (Some(_), Some(record)) => Ok(save_old(record, draft, self.sheet.forget(), desk)),
            _ => Ok(save_new(draft, course, desk)?.into_iter().chain(self.sheet.forget()).collect()),
        }
    }

    /// What the timetable would be: session number, and what is planned.
    fn sessions(&self) -> Vec<Session> {
        let (Some(draft), Some(course)) = (&self.draft, &self.course) else { return Vec::new() };
        let Some(record) = &self.record else { return timetable::lay_out(GroupId(0), draft, course, &self.closed) };
        let anew = timetable::redated(record, draft, &self.closed, Some(self.today));
        let session = |id: SessionId, old: &Session| {
            anew.iter().find(|(other, _)| *other == id).map_or_else(|| old.clone(), |(_, session)| session.clone())
        };
        let mut sessions: Vec<_> = record.sessions.iter().map(|dated| session(dated.id, &dated.session)).collect();
        sessions.sort_by_key(|session| (session.date, session.time, session.plan));
        sessions
    }
}

/// The code to suggest: after the newest group's, and free.
fn suggested_code(desk: &Desk) -> Result<String, Failure> {
    let newest = desk.reads.groups(&GroupsQuery::default(), &Window::Start, 40)?;
    let last = newest.iter().map(|row| row.value.group.code.as_str()).max_by_key(|code| (code.len(), *code));
    let mut code = last.map_or_else(|| "K-01".to_owned(), timetable::next_code);
    while desk.reads.group_by_code(&code)?.is_some() {
        code = timetable::next_code(&code);
    }
    Ok(code)
}

fn blank(course: &Course, desk: &Desk) -> Result<Group, Failure> {
    let weekdays = usual_weekdays(course.per_week);
    let tomorrow = desk.today().succ_opt().unwrap_or(desk.today());
    Ok(Group {
        code: suggested_code(desk)?,
        course: CourseId(0),
        start: dates(tomorrow, &weekdays, 1, desk.closed).first().copied().unwrap_or(tomorrow),
        weekdays,
        time: NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default(),
        room: String::new(),
        facilitators: Vec::new(),
        before: Vec::new(),
        finished: None,
    })
}

fn save_new(draft: &Group, course: &Course, desk: &mut Desk) -> Result<Effects, Failure> {
    let mut entries = Vec::new();
    let pinned = if let Some(id) = desk.reads.pinned(course)? {
        id
    } else {
        let id = CourseId(desk.new_id());
        entries.push(Entry::Course { course: id, to: Some(Box::new(course.clone())) });
        id
    };
    let id = GroupId(desk.new_id());
    let group = Group { course: pinned, ..draft.clone() };
    let sessions = timetable::lay_out(id, &group, course, desk.closed);
    let said = say!(desk.words, "group-form-planned", code = group.code.as_str(), count = sessions.len());
    entries.push(Entry::Group { group: id, to: Some(Box::new(group)) });
    for session in sessions {
        entries.push(timetable::entry(id, SessionId(desk.new_id()), session));
    }
    let record = Effect::Record { entries, said };
    Ok(vec![record, Effect::Replace(Place::Group(id)), Effect::Open(Place::PickPeople(id))])
}

/// `forget` is what is to happen once the form is recorded.
fn save_old(record: &GroupRecord, draft: &Group, forget: Option<Effect>, desk: &Desk) -> Effects {
    // Nobody who is on the way to today's session finds it moved, unless that is asked for.
    let anew = timetable::redated(record, draft, desk.closed, Some(desk.today()));
    let all = timetable::redated(record, draft, desk.closed, None);
    let id = record.id;
    let group = Entry::Group { group: id, to: Some(Box::new(draft.clone())) };
    let said = say!(desk.words, "group-form-saved", code = draft.code.as_str());
    let done = move |entries, said| {
        let record = Effect::Record { entries, said };
        [record, Effect::Back].into_iter().chain(forget).collect::<Effects>()
    };
    if all.is_empty() {
        let is_same = *draft == record.group;
        return if is_same { done(Vec::new(), String::new()) } else { done(vec![group], said) };
    }
    let numbers: Vec<_> = all.iter().map(|(_, session)| session.label()).collect();
    let title = say!(desk.words, "group-form-redate", count = numbers.len(), sessions = numbers.join(", "));
    let keeps_today = anew != all;
    let mut ways = Vec::new();
    if !anew.is_empty() {
        // Whoever comes today has a place today.
        let start = if keeps_today { draft.start.min(desk.today()) } else { draft.start };
        ways.push(('d', "group-form-redate-yes", redating(record, &anew, start)));
    }
    if keeps_today {
        ways.push(('t', "group-form-redate-today", redating(record, &all, draft.start)));
    }
    ways.push(('n', "group-form-redate-no", Vec::new()));
    let items = ways.iter().map(|(key, message, _)| (Some(*key), desk.words.say(message, &[]))).collect();
    let then = move |at: usize, _: &mut Desk| {
        let dated = ways.get(at).map_or_else(Vec::new, |(_, _, entries)| entries.clone());
        done(std::iter::once(group.clone()).chain(dated).collect(), said.clone())
    };
    vec![Effect::Ask(Layer::Choice(Choice::new(title, items, then)))]
}

/// The entries that date these sessions anew, and the places in a group that then begins on `start`.
fn redating(record: &GroupRecord, anew: &[(SessionId, Session)], start: NaiveDate) -> Vec<Entry> {
    let sessions = anew.iter().map(|(session, to)| timetable::entry(record.id, *session, to.clone()));
    let place = |(person, to)| Entry::Enrolment { group: record.id, person, to: Some(Box::new(to)) };
    sessions.chain(begun_anew(record, start).into_iter().map(place)).collect()
}

impl Screen for GroupForm {
    fn place(&self) -> Place {
        Place::GroupForm { group: self.group, course: self.course_at }
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn has_list(&self) -> bool {
        false
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.closed.clone_from(desk.closed);
        self.today = desk.today();
        // What is typed outlives a change of language or a record made elsewhere.
        if self.draft.is_some() {
            return self.check_training(desk);
        }
        if let Some(id) = self.group {
            let Some(record) = desk.reads.group(id, desk.order())? else { return Ok(()) };
            self.course = Some(Course::clone(&record.course));
            self.fill(record.group.clone(), desk);
            self.record = Some(record);
        } else if let Some(course) = desk.courses().into_iter().nth(self.course_at) {
            self.fill(blank(&course, desk)?, desk);
            self.course = Some(course);
        }
        self.go_on_writing(desk)?;
        self.check_training(desk)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        match action {
            Action::NextPane => self.step(1, desk)?,
            Action::PreviousPane => self.step(Item::ALL.len() - 1, desk)?,
            Action::Save => return self.save(desk).map(Some),
            Action::Back if self.is_changed => {
                let (title, text) = (say!(desk.words, "group-form-leave"), say!(desk.words, "group-form-leave-lost"));
                let leave: Effects = self.sheet.forget().into_iter().chain([Effect::Back]).collect();
                let confirm = Confirm::new(title, text, 'x', |_| leave);
                return Ok(Some(vec![Effect::Ask(Layer::Confirm(confirm))]));
            }
            _ => return Ok(None),
        }
        Ok(Some(Vec::new()))
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.inputs.get_mut(self.focus)
    }

    fn typed(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        self.is_changed = true;
        self.sheet.typed(&self.inputs, desk.now);
        let (Some(item), Some(input)) = (Item::ALL.get(self.focus), self.inputs.get(self.focus)) else {
            return Ok(Vec::new());
        };
        if let Some(draft) = &mut self.draft {
            // Half a date is no fault yet: it is checked when the field is left.
            let _ = item.set(draft, input.text(), desk.today(), desk.words);
        }
        if let Some(fault) = self.faults.get_mut(self.focus) {
            *fault = None;
        }
        self.check_training(desk)?;
        Ok(Vec::new())
    }

    fn sheet(&self) -> Option<&Sheet> {
        Some(&self.sheet)
    }

    fn sheet_mut(&mut self) -> Option<&mut Sheet> {
        Some(&mut self.sheet)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_form(area, buf, look);
    }
}
