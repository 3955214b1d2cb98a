//! Who may take part: everybody against a programme version and a start date, best chance first.

mod table;

use crate::domain::eligibility::{Verdict, judge};
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::programme::{Course, Weight};
use crate::domain::record::Failure;
use crate::domain::survey::{self, Candidate, Survey};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::screens::basis::Basis;
use crate::tui::widgets::list::ListState;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeMap;

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
        let (dates, start) = (self.basis.dates(course, desk.closed), self.basis.start);
        let basis = survey::Basis { course, start, joins: start, dates: &dates };
        Survey { candidates: self.candidates, released: self.released } = Survey::of(desk.reads, basis)?;
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
                None => in_the_way(candidate, &person, course, (self.basis, desk.words)),
            };
            seen.push(Seen { name: person.list_name(), reference: person.reference, remark });
        }
        self.seen = seen;
        Ok(())
    }
}

/// The first required rule that is not met, else the first fact that is missing; for everybody else
/// how pressing it is: the release, and how long they have been waiting.
fn in_the_way(candidate: &Candidate, person: &Person, course: &Course, (basis, words): (Basis, &Words)) -> String {
    let judgements = judge(person, course, basis.start);
    let first = |verdict| judgements.iter().find(|j| j.rule.weight == Weight::Required && j.verdict == verdict);
    match (first(Verdict::NotMet).or_else(|| first(Verdict::Unknown)), person.release) {
        (Some(judgement), _) => words.in_the_way(judgement, basis.start),
        (None, release) => pressing(words, release.filter(|_| candidate.last_chance), candidate.since, basis.start),
    }
}

/// How pressing it is to ask somebody: the release where this is the last chance before it, else since when
/// they have been waiting.
fn pressing(words: &Words, release: Option<NaiveDate>, since: NaiveDate, today: NaiveDate) -> String {
    match release {
        Some(day) => say!(words, "eligibility-last-chance", day = words.short_date(day, today)),
        None => say!(words, "eligibility-waits", day = words.short_date(since, today)),
    }
}

impl Screen for Eligibility {
    fn place(&self) -> Place {
        Place::Eligibility { course: self.basis.course, start: self.basis.start }
    }

    fn scope(&self) -> Scope {
        Scope::Eligibility
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.candidates.get(self.list.selected).map(|candidate| candidate.person)
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
