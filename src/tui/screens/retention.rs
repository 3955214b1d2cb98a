//! Who was kept long enough: the longest first, and erasing them after a dry run.

use crate::domain::record::Failure;
use crate::domain::retention::{Due, Sweep, due};
use crate::domain::setting::Setting;
use crate::domain::text::shown;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::confirm::Confirm;
use crate::tui::layers::dry_run::{DryRun, Tone};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines above the list.
const ABOVE: u16 = 3;

/// The list of who is due.
#[derive(Debug, Default)]
pub struct Retention {
    due: Vec<Due>,
    /// Months where the programme does not say, or that there are none.
    usual: String,
    list: ListState,
}

impl Screen for Retention {
    fn place(&self) -> Place {
        Place::Retention
    }

    fn scope(&self) -> Scope {
        Scope::Retention
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.usual = Setting::RetentionMonths.read(desk.reads)?;
        self.due = due(desk.reads, desk.today())?;
        self.list.keep_within(self.due.len());
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.due.len()) {
            return Ok(Some(Vec::new()));
        }
        Ok(match action {
            Action::Open => {
                let due = self.due.get(self.list.selected);
                due.map(|due| vec![Effect::Open(Place::Person(due.person))])
            }
            Action::Erase => Some(vec![dry_run(self.due.clone(), desk)?]),
            _ => None,
        })
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(ABOVE));
        self.list.keep_within(self.due.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        paint::line(buf, area, 1, 0, &say!(words, "retention-title", count = self.due.len()), look.title());
        let rule = match self.usual.parse::<u16>() {
            Ok(months) => say!(words, "retention-rule", months = months),
            Err(_) => say!(words, "retention-rule-none"),
        };
        paint::line(buf, area, 1, 1, &rule, look.quiet());
        if self.due.is_empty() {
            paint::line(buf, area, 3, ABOVE, &say!(words, "retention-none"), Style::new());
            return;
        }
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        for (y, index) in self.list.seen(self.due.len()) {
            let Some(due) = self.due.get(index) else { continue };
            let selected = index == self.list.selected;
            let sign = if selected { ">" } else { " " };
            let request = due.request.as_ref();
            let asked = request.map_or_else(String::new, |request| say!(words, "retention-asked-by", by = &request.by));
            let (reference, name) = (paint::fill(&shown(&due.reference), 8), paint::fill(&shown(&due.name), 22));
            let until = say!(words, "retention-kept-until", date = words.date(due.until));
            paint::line(buf, rows, 1, y, &format!("{sign} {reference} {name} {until}  {asked}"), Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
    }
}

/// Says exactly what would go; once that is agreed to, asks a last time.
fn dry_run(due: Vec<Due>, desk: &Desk) -> Result<Effect, Failure> {
    let words = desk.words;
    let sweep = Sweep::of(due, desk.reads, (desk.actor, desk.now), &say!(words, "retention-why"))?;
    let mut lines = Vec::new();
    for (heading, part) in words.sweep(&sweep) {
        lines.push((Tone::Heading, heading));
        lines.extend(part.into_iter().map(|line| (Tone::Plain, line)));
    }
    if lines.is_empty() {
        lines.push((Tone::Plain, say!(words, "retention-none")));
    }
    let then = if sweep.is_empty() { Vec::new() } else { vec![confirm(sweep, desk)] };
    Ok(Effect::Ask(Layer::DryRun(DryRun::new(say!(words, "retention-dry-run"), lines, then))))
}

fn confirm(sweep: Sweep, desk: &Desk) -> Effect {
    let (title, text) = (
        say!(desk.words, "retention-sure"),
        say!(desk.words, "retention-sure-text", erased = sweep.erased.len(), asked = sweep.asked.len()),
    );
    let then = move |desk: &mut Desk| {
        let mut effects = Vec::new();
        if !sweep.asked.is_empty() {
            let said = say!(desk.words, "retention-done", erased = sweep.erased.len(), asked = sweep.asked.len());
            let entries = sweep.asked.into_iter().map(|(due, _, request)| request.of(due.person)).collect();
            effects.push(Effect::Record { entries, said });
        }
        if !sweep.erased.is_empty() {
            effects
                .push(Effect::Erase(sweep.erased.into_iter().map(|(due, _, erasure)| (due.person, erasure)).collect()));
        }
        effects
    };
    Effect::Ask(Layer::Confirm(Confirm::new(title, text, 'y', then)))
}
