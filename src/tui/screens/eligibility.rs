//! Who may take part: everybody against a programme version and a start date, best chance first.

mod table;

use crate::domain::eligibility::{Verdict, judge};
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::programme::{Course, Weight};
use crate::domain::record::{Failure, PeopleQuery};
use crate::domain::survey::{Candidate, Survey};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::screens::basis::Basis;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// Lines above the list: what is asked, the counts, the headings of the columns.
const ABOVE: u16 = 5;

/// Everybody against one version and start.
#[derive(Debug)]
pub struct Eligibility {
    basis: Basis,
    course: Option<Course>,
    candidates: Vec<Candidate>,
    /// People who are released by the start: counted, not listed.
    released: usize,
    placed: BTreeMap<PersonId, String>,
    list: ListState,
    /// The people of the rows that are seen, in their order.
    seen: Vec<Seen>,
}

/// What a row says besides what the survey knows.
#[derive(Debug)]
struct Seen {
    name: String,
    reference: String,
    remark: String,
}

impl Eligibility {
    /// Everybody against `basis`.
    #[must_use]
    pub fn new(basis: Basis) -> Self {
        Self {
            basis,
            course: None,
            candidates: Vec::new(),
            released: 0,
            placed: BTreeMap::new(),
            list: ListState::default(),
            seen: Vec::new(),
        }
    }

    /// Only small rows are kept of everybody; names and reasons are read for the rows that are seen.
    fn survey(&mut self, course: &Course, desk: &Desk) -> Result<(), Failure> {
        let excepted = desk.reads.exceptions_for(&course.programme)?;
        let dates = self.basis.dates(course, desk.closed);
        let mut survey = Survey::new(course, self.basis.start, &dates);
        let query = PeopleQuery { order: desk.order().to_owned(), needles: Vec::new() };
        desk.reads.each_person(&query, &mut |row| {
            survey.take(row.id, &row.person, excepted.contains_key(&row.id), self.placed.contains_key(&row.id));
            ControlFlow::Continue(())
        })?;
        (self.candidates, self.released) = survey.end();
        Ok(())
    }

    fn read_seen(&mut self, desk: &Desk) -> Result<(), Failure> {
        let Some(course) = &self.course else { return Ok(()) };
        let mut seen = Vec::with_capacity(self.list.height);
        for (_, index) in self.list.seen(self.candidates.len()) {
            let Some(candidate) = self.candidates.get(index) else { break };
            let person = desk.reads.person(candidate.person)?.unwrap_or_default();
            let remark = match self.placed.get(&candidate.person) {
                Some(group) => say!(desk.words, "eligibility-placed", group = group),
                None => in_the_way(&person, course, self.basis, desk.words),
            };
            seen.push(Seen { name: person.list_name(), reference: person.reference, remark });
        }
        self.seen = seen;
        Ok(())
    }
}

/// The first required rule that is not met, else the first fact that is missing; for everybody else
/// the release.
fn in_the_way(person: &Person, course: &Course, basis: Basis, words: &Words) -> String {
    let judgements = judge(person, course, basis.start);
    let first = |verdict| judgements.iter().find(|j| j.rule.weight == Weight::Required && j.verdict == verdict);
    match (first(Verdict::NotMet).or_else(|| first(Verdict::Unknown)), person.release) {
        (Some(judgement), _) => words.in_the_way(judgement, basis.start),
        (None, Some(release)) => say!(words, "eligibility-released", day = words.short_date(release, basis.start)),
        (None, None) => String::new(),
    }
}

impl Screen for Eligibility {
    fn place(&self) -> Place {
        Place::Eligibility { course: self.basis.course, start: self.basis.start }
    }

    fn scope(&self) -> Scope {
        Scope::Eligibility
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let course = desk.courses().into_iter().nth(self.basis.course);
        self.placed = desk.reads.placed()?;
        if let Some(course) = &course {
            self.survey(course, desk)?;
        }
        self.course = course;
        self.list.keep_within(self.candidates.len());
        self.read_seen(desk)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        let top = self.list.top;
        if self.list.act(action, self.candidates.len()) {
            if self.list.top != top {
                self.read_seen(desk)?;
            }
            return Ok(Some(Vec::new()));
        }
        let place = |basis: Basis| Place::Eligibility { course: basis.course, start: basis.start };
        let Basis { course, start } = self.basis;
        let effect = match action {
            Action::Open => {
                let selected = self.candidates.get(self.list.selected);
                let open = selected.map(|c| Effect::Open(Place::Judged { person: c.person, course, start }));
                return Ok(Some(open.into_iter().collect()));
            }
            Action::ChangeStart => self.basis.ask_start(desk.words, place),
            Action::ChangeProgramme => self.basis.ask_version(desk, place),
            Action::NewGroup => Effect::Open(Place::GroupForm { group: None, course }),
            _ => return Ok(None),
        };
        Ok(Some(vec![effect]))
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(ABOVE));
        self.list.keep_within(self.candidates.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_table(area, buf, look);
    }
}
