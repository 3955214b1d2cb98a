//! Coverage as a page: rule by rule what serves it, what is still to come, and what is missing.

use crate::domain::coverage::{Coverage, Served, Source, State};
use crate::domain::plan::Plan;
use crate::domain::record::{About, Failure};
use crate::domain::sharing::matrix;
use crate::i18n::Words;
use crate::report::{Format, Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::document::{Block, Document, Tone};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Whose coverage it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// A person's or a group's.
    Recorded(About),
    /// A programme version's, by the index among the desk's courses.
    Course(usize),
}

/// The page.
#[derive(Debug)]
pub struct CoveragePage {
    whose: Whose,
    page: Document,
}

impl CoveragePage {
    /// Of a person or a group.
    #[must_use]
    pub fn of(about: About) -> Self {
        Self { whose: Whose::Recorded(about), page: Document::default() }
    }

    /// Of the version with this index among the desk's courses.
    #[must_use]
    pub fn of_course(course: usize) -> Self {
        Self { whose: Whose::Course(course), page: Document::default() }
    }

    /// Its name, and what is served; nothing when it is not there any more.
    fn read(&self, desk: &Desk) -> Result<Option<(String, Coverage)>, Failure> {
        let words = desk.words;
        Ok(match self.whose {
            Whose::Course(index) => desk.courses().into_iter().nth(index).map(|course| {
                let title = format!("{}, {}", words.pick(&course.title), words.pick(&course.version_title));
                (title, Coverage::of_course(&course))
            }),
            Whose::Recorded(About::Group(id)) => {
                let record = desk.reads.group(id, desk.order())?;
                record.map(|record| (record.group.code.clone(), Coverage::of_group(&record)))
            }
            Whose::Recorded(About::Person(id)) => {
                let Some(person) = desk.reads.person(id)? else { return Ok(None) };
                let mut records = Vec::new();
                for membership in desk.reads.memberships(id)? {
                    records.extend(desk.reads.group(membership.group, desk.order())?);
                }
                let (followings, plan) = (desk.reads.followings(id)?, Plan::read(desk.reads, id)?);
                let partners = matrix(desk.reads, id)?;
                Some((person.name(), Coverage::of_person(id, &records, &followings, &plan, &partners)))
            }
            Whose::Recorded(About::Everything) => None,
        })
    }
}

fn blocks(name: &str, coverage: &Coverage, words: &Words) -> Vec<Block> {
    let [served, ahead, missing] = coverage.counts();
    let mut blocks = vec![
        Block::Heading(say!(words, "coverage-of", name = name)),
        Block::Text(say!(words, "coverage-counts", served = served, ahead = ahead, missing = missing), Tone::Plain),
        Block::Blank,
    ];
    for (rule, message, served) in coverage.rules() {
        let (sign, tone) = match served.state() {
            State::Served => ("✓", Tone::Good),
            State::Ahead => ("·", Tone::Plain),
            State::Missing => ("!", Tone::Warn),
        };
        let asks = message.map_or_else(String::new, |message| say!(words, message));
        let how = how(&served, words);
        let text = if asks.is_empty() { how } else { format!("{asks}\n{how}") };
        blocks.push(Block::Labelled { sign, label: rule.0, text, tone });
    }
    blocks
}

/// What serves a rule, in words.
fn how(served: &Served, words: &Words) -> String {
    let names = |sources: &[Source]| sources.iter().map(|source| words.source(source)).collect::<Vec<_>>().join(", ");
    match served.state() {
        State::Missing => say!(words, "coverage-missing"),
        State::Ahead => say!(words, "coverage-ahead-by", what = names(&served.ahead)),
        State::Served => say!(words, "coverage-served-by", what = names(&served.done)),
    }
}

impl Screen for CoveragePage {
    fn place(&self) -> Place {
        match self.whose {
            Whose::Recorded(about) => Place::Coverage(about),
            Whose::Course(course) => Place::CoverageOfCourse(course),
        }
    }

    fn scope(&self) -> Scope {
        Scope::Coverage
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let found = self.read(desk)?;
        let blocks = match &found {
            Some((name, coverage)) => blocks(name, coverage, desk.words),
            None => vec![Block::Text(say!(desk.words, "coverage-gone"), Tone::Plain)],
        };
        self.page.set(blocks, desk.columns);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.page.act(action, desk.columns) {
            return Ok(Some(Vec::new()));
        }
        let request = || Request::new(Report::Coverage).written(Format::Html);
        Ok(match (action, self.whose) {
            (Action::Write, Whose::Recorded(About::Person(id))) => {
                Some(vec![Effect::Open(Place::Preview(request().about(id)))])
            }
            (Action::Write, Whose::Recorded(About::Group(id))) => {
                Some(vec![Effect::Open(Place::Preview(request().in_group(id)))])
            }
            (Action::Write, _) => Some(vec![Effect::Refuse(say!(desk.words, "coverage-by-command"))]),
            _ => None,
        })
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.page.draw(area, buf, look);
    }

    fn set_height(&mut self, rows: u16) {
        self.page.set_height(rows);
    }
}
