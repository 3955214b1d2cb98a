//! A report as it will be written: what it says, what personal data it contains, and where it goes.

pub(super) mod choosing;

use crate::domain::record::Failure;
use crate::report::kind::Of;
use crate::report::{self, Fault, Format, Ground, Period, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::prompt::Prompt;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

/// Groups that are counted while somebody waits for the page. Of more, as of years of a whole prison, it is said that
/// they are many: to write them goes on beside the desk, and can be stopped.
const MOST_GROUPS: u64 = 512;

/// Columns that its lines may take.
fn width(desk: &Desk) -> usize {
    usize::from(desk.columns.saturating_sub(2))
}

/// The preview of one report.
#[derive(Debug)]
pub struct Preview {
    request: Request,
    lines: Vec<String>,
    /// Why there is nothing to see.
    fault: Option<String>,
    /// There is too much to count it for a preview.
    is_long: bool,
    path: PathBuf,
    list: ListState,
}

impl Preview {
    /// The preview of `request`.
    #[must_use]
    pub fn of(request: Request) -> Self {
        let (lines, path, list) = (Vec::new(), PathBuf::new(), ListState::default());
        Self { request, lines, fault: None, is_long: false, path, list }
    }

    /// The format after the present one.
    fn next_format(&self) -> Format {
        let formats = choosing::formats(&self.request);
        let here = formats.iter().position(|f| *f == self.request.format).map_or(0, |here| here + 1);
        formats.get(here).or(formats.first()).copied().unwrap_or(Format::Csv)
    }

    /// Asks where to; the name that fits is there already.
    fn ask_path(&self, desk: &Desk) -> Effects {
        let request = self.request.clone();
        let path = self.path.display().to_string();
        let title = say!(desk.words, "preview-path");
        let hint = say!(desk.words, "preview-path-hint");
        vec![Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &path, move |text, desk| {
            if text.is_empty() {
                return Err(say!(desk.words, "preview-path-empty"));
            }
            Ok(vec![Effect::Write { request: request.clone(), path: PathBuf::from(text), force: false }])
        })))]
    }
}

impl Screen for Preview {
    fn place(&self) -> Place {
        Place::Preview(self.request.clone())
    }

    fn scope(&self) -> Scope {
        Scope::Preview
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let width = width(desk);
        let of_somebody = matches!(self.request.report.of(), Of::Member | Of::Person | Of::Partner);
        let code = match (of_somebody, self.request.person, self.request.group()) {
            (true, Some(id), _) => desk.reads.person(id)?.map(|person| person.reference),
            (_, _, Some(id)) => desk.reads.group(id, desk.order())?.map(|record| record.group.code),
            (_, _, None) => None,
        };
        let name = report::suggested_name(self.request.report, code.as_deref(), self.request.format, desk.today());
        self.path = desk.exports.join(name);
        let offset = *desk.now.offset();
        let zone = move |_| offset;
        let stop = AtomicBool::new(false);
        let (reads, words, now) = (desk.reads, desk.words, desk.now);
        let told = |groups| stop.store(groups >= MOST_GROUPS, Ordering::Relaxed);
        let ground = Ground { services: desk.services, told: &told, ..Ground::new(reads, words, now, &zone, &stop) };
        let counted = desk.counted.filter(|counted| {
            (&counted.request, counted.width, counted.language) == (&self.request, width, words.locale().tag)
        });
        let seen = match counted {
            Some(counted) => Ok(counted.lines.clone()),
            None => report::preview(&self.request, &ground, width),
        };
        self.is_long = matches!(seen, Err(Fault::Stopped));
        match seen {
            Ok(lines) => (self.lines, self.fault) = (lines, None),
            Err(Fault::Reads(failure)) => return Err(failure),
            Err(Fault::Stopped) => (self.lines, self.fault) = (Vec::new(), None),
            Err(fault) => (self.lines, self.fault) = (Vec::new(), Some(fault.say(desk.words))),
        }
        self.list.keep_within(self.lines.len());
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        match action {
            Action::Format => self.request.format = self.next_format(),
            Action::Report => return Ok(Some(choosing::reports(&self.request, desk))),
            Action::Period => return Ok(Some(choosing::period(&self.request, desk))),
            Action::Recipient => return Ok(Some(choosing::recipients(&self.request, Effect::Replace, desk))),
            Action::Write if self.fault.is_none() => return Ok(Some(self.ask_path(desk))),
            Action::Write => return Ok(Some(Vec::new())),
            Action::Count if self.is_long => {
                return Ok(Some(vec![Effect::Count(self.request.clone(), width(desk))]));
            }
            // The page moves, not a selection: nothing here can be selected.
            Action::Up => self.list.top = self.list.top.saturating_sub(1),
            Action::Down => self.list.top += 1,
            Action::PageUp => self.list.top = self.list.top.saturating_sub(self.list.height),
            Action::PageDown => self.list.top += self.list.height,
            Action::First => self.list.top = 0,
            Action::Last => self.list.top = self.lines.len(),
            _ => return Ok(None),
        }
        if action == Action::Format {
            self.list.top = 0;
            self.load(desk)?;
        }
        self.list.top = self.list.top.min(self.lines.len().saturating_sub(self.list.height.max(1)));
        Ok(Some(Vec::new()))
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(3));
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let report = words.say(self.request.report.message(), &[]);
        let format = words.say(self.request.format.message(), &[]);
        let mut title = say!(words, "preview-title", report = report, format = format);
        let Period { since, until } = self.request.period;
        if since.or(until).is_some() {
            let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| words.day(day));
            title = format!("{title} · {} – {}", day(since), day(until));
        }
        if let Some(profile) = &self.request.profile {
            title = say!(words, "preview-for", title = title, who = words.pick(&profile.title));
        }
        paint::line(buf, area, 1, 0, &title, look.title());
        paint::line(buf, area, 1, 1, &words.say(self.request.personal().message(), &[]), look.warn());
        let rows = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        if let Some(fault) = &self.fault {
            for (y, line) in (0..).zip(paint::wrap(fault, area.width.saturating_sub(4))) {
                paint::line(buf, rows, 1, y, &format!("! {line}"), look.wrong());
            }
        }
        if self.is_long {
            let text = say!(words, "preview-long", most = MOST_GROUPS);
            for (y, line) in (0..).zip(paint::wrap(&text, area.width.saturating_sub(2))) {
                paint::line(buf, rows, 1, y, &line, Style::new());
            }
        }
        for (y, index) in self.list.seen(self.lines.len()) {
            paint::line(buf, rows, 1, y, &self.lines[index], Style::new());
        }
    }
}
