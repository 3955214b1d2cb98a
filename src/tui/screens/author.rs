//! Where a trainer starts: the files of a folder, each with its state.
//!
//! ```text
//!  > first-weeks.ron                                 ! 2 errors, 1 warning
//!      First weeks · 1 version, 3 sessions · en; pl: 4 missing, 2 stale
//! ```

use crate::domain::level::Level;
use crate::domain::programme::Localised;
use crate::domain::record::Failure;
use crate::domain::shelf::Content;
use crate::domain::translation::Standing;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::manuscript::Manuscript;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The files of a trainer.
#[derive(Debug, Default)]
pub struct Author {
    files: Vec<Manuscript>,
    list: ListState,
}

impl Screen for Author {
    fn place(&self) -> Place {
        Place::Author
    }

    fn scope(&self) -> Scope {
        Scope::Author
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let here = self.files.get(self.list.selected).map(|file| file.path.clone());
        self.files = desk.manuscripts.to_vec();
        // A file that comes or goes does not move the selection to another.
        let at = here.and_then(|here| self.files.iter().position(|file| file.path == here));
        self.list.selected = at.unwrap_or(self.list.selected);
        self.list.keep_within(self.files.len());
        Ok(())
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.files.len()) {
            return Ok(Some(Vec::new()));
        }
        let selected = self.files.get(self.list.selected).map(|file| Place::Proof(file.path.clone()));
        Ok(match action {
            Action::Open => Some(selected.map(Effect::Open).into_iter().collect()),
            Action::ReadAgain => Some(vec![Effect::ReadAgain]),
            _ => None,
        })
    }

    fn set_height(&mut self, rows: u16) {
        // Two lines each, under the title and a blank line.
        self.list.height = usize::from(rows.saturating_sub(2) / 2).max(1);
        self.list.keep_within(self.files.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        if self.files.is_empty() {
            for (y, line) in (1..).zip(paint::wrap(&say!(words, "author-none"), area.width.saturating_sub(2))) {
                paint::line(buf, area, 1, y, &line, Style::new());
            }
            return;
        }
        let broken = self.files.iter().filter(|file| file.count(Level::Error) > 0).count();
        let right =
            if broken == 0 { String::new() } else { format!("! {}", say!(words, "author-broken", count = broken)) };
        paint::line(buf, area, 1, 0, &say!(words, "author-files", count = self.files.len()), look.title());
        paint::line_right(buf, Rect { width: area.width - 1, ..area }, 0, &right, look.wrong());
        let rows = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        for (line, index) in self.list.seen(self.files.len()) {
            let Some(file) = self.files.get(index) else { continue };
            let (y, selected) = (line * 2, index == self.list.selected);
            let state = state(file, words);
            let room = area.width.saturating_sub(paint::width(&state) + 3);
            let sign = if selected { '>' } else { ' ' };
            paint::line(buf, Rect { width: room, ..rows }, 1, y, &format!("{sign} {}", file.name()), Style::new());
            let edge = Rect { width: area.width - 1, ..rows };
            paint::line_right(buf, edge, y, &state, tone(file, look));
            paint::row_style(buf, rows, y, look.bar(selected));
            paint::line(buf, edge, 5, y + 1, &facts(file, words), look.quiet());
        }
    }

    fn head(&self, _width: u16, look: &Look) -> Option<(String, String)> {
        Some((say!(look.words, "author-title"), look.words.weekday_date(look.today())))
    }
}

/// What was found in a file, counted.
pub(super) fn state(file: &Manuscript, words: &Words) -> String {
    let errors = file.count(Level::Error);
    let warnings = file.flaws.len() - errors;
    let errors = (errors > 0).then(|| say!(words, "author-errors", count = errors));
    let warnings = (warnings > 0).then(|| say!(words, "author-warnings", count = warnings));
    let found: Vec<String> = errors.into_iter().chain(warnings).collect();
    if found.is_empty() { say!(words, "author-clean") } else { format!("! {}", found.join(", ")) }
}

fn tone(file: &Manuscript, look: &Look) -> Style {
    if file.count(Level::Error) > 0 {
        look.wrong()
    } else if file.flaws.is_empty() {
        look.good()
    } else {
        look.warn()
    }
}

/// What it holds, and its languages: first those in which something is missing.
fn facts(file: &Manuscript, words: &Words) -> String {
    let held = match &file.picture {
        Some(picture) => held(&picture.content, words),
        None => say!(words, "author-unread"),
    };
    let mut whole = file.languages.clone();
    let mut tongues = Vec::new();
    for (tag, standing) in &file.beside {
        let behind = standing.as_ref().map(|standing| behind(standing, words));
        match behind {
            None => tongues.push(say!(words, "author-translation-broken", language = tag)),
            Some(behind) if behind.is_empty() => whole.push(tag.clone()),
            Some(behind) => tongues.push(format!("{tag}: {behind}")),
        }
    }
    whole.sort();
    tongues.extend(Some(whole.join(", ")).filter(|tags| !tags.is_empty()));
    [held, tongues.join("; ")].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What a translation lacks.
fn behind(standing: &Standing, words: &Words) -> String {
    let missing = (standing.missing > 0).then(|| say!(words, "author-missing", count = standing.missing));
    let stale = (standing.stale > 0).then(|| say!(words, "author-stale", count = standing.stale));
    missing.into_iter().chain(stale).collect::<Vec<_>>().join(", ")
}

fn held(content: &Content, words: &Words) -> String {
    let counted = |title: &Localised, count: String| format!("{} · {count}", words.pick(title));
    match content {
        Content::Programme(programme) => {
            let sessions: Vec<String> =
                programme.versions.iter().map(|version| version.sessions.len().to_string()).collect();
            let versions = say!(words, "author-versions", count = sessions.len(), sessions = sessions.join(", "));
            counted(&programme.title, versions)
        }
        Content::Pathway(pathway) => counted(&pathway.title, say!(words, "author-steps", count = pathway.steps.len())),
        Content::Guide(guide) => counted(&guide.title, say!(words, "author-pages", count = guide.pages.len())),
        Content::Directory(directory) => {
            counted(&directory.title, say!(words, "author-agencies", count = directory.agencies.len()))
        }
        Content::ClosedDays(closed) => say!(words, "author-closures", count = closed.closed.len()),
        Content::Translation(_) => say!(words, "author-translation"),
    }
}
