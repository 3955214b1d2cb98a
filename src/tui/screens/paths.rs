//! The pathways of one person: those that run, those that are over, and another one to start.

use crate::domain::confined::Confined;
use crate::domain::following::due::When;
use crate::domain::following::{Following, Standing};
use crate::domain::id::PersonId;
use crate::domain::pathway::Pathway;
use crate::domain::record::Failure;
use crate::domain::run::pin;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::screens::path::detention;
use crate::tui::widgets::list::ListState;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines of one pathway: what it is, and where it stands.
const ROWS: u16 = 2;
/// Lines above the list.
const ABOVE: u16 = 2;

/// The list.
#[derive(Debug)]
pub struct Paths {
    person: PersonId,
    name: String,
    all: Vec<Following>,
    list: ListState,
}

impl Paths {
    /// Those of `person`.
    #[must_use]
    pub fn new(person: PersonId) -> Self {
        Self { person, name: String::new(), all: Vec::new(), list: ListState::default() }
    }

    /// Asks which pathway is to be started.
    fn ask(&self, desk: &Desk) -> Effect {
        let words = desk.words;
        let offered: Vec<Pathway> = desk.services.pathways.to_vec();
        if offered.is_empty() {
            return Effect::Refuse(say!(words, "paths-nothing-offered"));
        }
        let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
        let called = |pathway: &Pathway| match words.pick(&pathway.title) {
            title if pathway.is_restricted() => say!(words, "paths-restricted", title = title),
            title => title,
        };
        let items = keys.zip(offered.iter().map(called)).collect();
        let person = self.person;
        Effect::Ask(Layer::Choice(Choice::new(say!(words, "paths-which"), items, move |at, desk| {
            offered.get(at).map(|pathway| start(pathway, person, desk)).unwrap_or_default()
        })))
    }
}

/// Starts a pathway, and opens it.
fn start(pathway: &Pathway, person: PersonId, desk: &mut Desk) -> Effects {
    let run = desk.new_id().to_string();
    if pathway.is_restricted() {
        let entries = vec![Confined::starting(pathway, (desk.today(), desk.actor)).of(person, &run)];
        let said = say!(desk.words, "path-started-restricted", title = desk.words.pick(&pathway.title));
        return vec![Effect::Record { entries, said }, Effect::Open(Place::Path { person, run })];
    }
    match desk.reads.is_pinned(&pin(pathway)) {
        Ok(is_pinned) => {
            let entries = pathway.starting(person, &run, is_pinned, (desk.today(), desk.actor));
            let said = say!(desk.words, "path-started", title = desk.words.pick(&pathway.title));
            vec![Effect::Record { entries, said }, Effect::Open(Place::Path { person, run })]
        }
        Err(failure) => vec![Effect::Refuse(desk.failure(&failure))],
    }
}

/// Of somebody's pathways those that run, in a line each, with whether something has to be done about it.
pub(super) fn running(person: PersonId, desk: &Desk) -> Result<Vec<(bool, String)>, Failure> {
    let (words, today) = (desk.words, desk.today());
    let line = |following: &Following| {
        let (title, standing) = (words.pick(&following.pathway.title), standing(following, words, today));
        (presses(following, today), say!(words, "said-part", what = title, value = standing))
    };
    let followings = desk.reads.followings(person)?;
    let runs = followings.iter().filter(|following| !matches!(following.standing(), Standing::Ended(_)));
    Ok(runs.map(line).collect())
}

/// Where a run stands, in a line.
pub(super) fn standing(following: &Following, words: &Words, today: NaiveDate) -> String {
    match following.standing() {
        Standing::Ended(on) => say!(words, "paths-ended", day = words.short_date(on, today)),
        Standing::Stopped(consent) => say!(words, "paths-stopped", name = &consent.name),
        Standing::At(at) => {
            let title = following.pathway.steps.get(at).map(|step| words.pick(&step.title)).unwrap_or_default();
            match following.due() {
                Some(When::On(dated)) => {
                    say!(words, "paths-due", step = title, due = words.due_day(dated.day(), today))
                }
                Some(When::WaitsFor(anchor)) => {
                    say!(words, "paths-waits", step = title, what = words.anchor(anchor, following))
                }
                None => title,
            }
        }
    }
}

/// Whether something has to be done about it.
pub(super) fn presses(following: &Following, today: NaiveDate) -> bool {
    matches!(following.due(), Some(When::On(dated)) if dated.day() <= today)
        || matches!(following.standing(), Standing::Stopped(_))
}

impl Screen for Paths {
    fn place(&self) -> Place {
        Place::Paths(self.person)
    }

    fn scope(&self) -> Scope {
        Scope::Paths
    }

    fn selected_person(&self) -> Option<PersonId> {
        Some(self.person)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.name = desk.reads.person(self.person)?.unwrap_or_default().name();
        self.all = desk.reads.followings(self.person)?;
        // What runs stands before what is over, the latest first.
        let is_over = |following: &Following| matches!(following.standing(), Standing::Ended(_));
        self.all.reverse();
        self.all.sort_by_key(is_over);
        self.list.keep_within(self.all.len());
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.all.len()) {
            return Ok(Some(Vec::new()));
        }
        Ok(Some(vec![match action {
            Action::StartPathway => self.ask(desk),
            Action::Detention => detention::ask(self.person, &self.name, desk)?,
            Action::Open => match self.all.get(self.list.selected) {
                Some(following) => Effect::Open(Place::Path { person: self.person, run: following.id.clone() }),
                None => self.ask(desk),
            },
            _ => return Ok(None),
        }]))
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(ABOVE) / ROWS).max(1);
        self.list.keep_within(self.all.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        paint::line(buf, area, 1, 0, &say!(words, "paths-of", name = &self.name), look.title());
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        if self.all.is_empty() {
            let key = look.keymap.key_for(&[Scope::Paths], Action::StartPathway);
            for (y, line) in (0..).zip(paint::wrap(&say!(words, "paths-none", key = key), area.width.saturating_sub(4)))
            {
                paint::line(buf, rows, 3, y, &line, Style::new());
            }
            return;
        }
        for (y, index) in self.list.seen(self.all.len()) {
            let Some(following) = self.all.get(index) else { continue };
            let (selected, y) = (index == self.list.selected, y * ROWS);
            let sign = if selected { '>' } else { ' ' };
            let mark = if presses(following, look.today()) { '!' } else { ' ' };
            let title = words.pick(&following.pathway.title);
            paint::line(buf, rows, 1, y, &format!("{sign} {mark} {title}"), Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
            let style = if mark == '!' { look.warn() } else { look.quiet() };
            paint::line(buf, rows, 7, y + 1, &standing(following, words, look.today()), style);
        }
    }
}
