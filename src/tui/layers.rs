//! What lies over a screen and takes every key until it is answered.

pub mod cards;
pub mod choice;
pub mod confirm;
pub mod dry_run;
pub mod finder;
pub mod form;
pub mod help;
pub mod palette;
pub mod prompt;

use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::Action;
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::field::Field;
use chrono::{DateTime, FixedOffset};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

/// A layer.
#[derive(Debug)]
pub enum Layer {
    Help(help::Help),
    Palette(palette::Palette),
    Choice(choice::Choice),
    Prompt(prompt::Prompt),
    Confirm(confirm::Confirm),
    Finder(finder::Finder),
    Form(Box<form::Form>),
    DryRun(dry_run::DryRun),
    Cards(Box<cards::Cards>),
}

/// What became of a layer after a key.
#[derive(Debug)]
pub enum Outcome {
    Stay,
    /// Open still, and asks for this.
    Go(Effects),
    Close,
    /// Closed, with what follows from it.
    Done(Effects),
    /// Closed, and the screen below gets this action.
    Act(Action),
}

impl Layer {
    /// Gives the layer a key.
    pub fn press(&mut self, key: Key, desk: &mut Desk) -> Outcome {
        match self {
            Self::Help(help) => help.press(key),
            Self::Palette(palette) => palette.press(key, desk),
            Self::Choice(choice) => choice.press(key, desk),
            Self::Prompt(prompt) => prompt.press(key, desk),
            Self::Confirm(confirm) => confirm.press(key, desk),
            Self::Finder(finder) => finder.press(key, desk),
            Self::Form(form) => form.press(key, desk),
            Self::DryRun(dry_run) => dry_run.press(key),
            Self::Cards(cards) => cards.press(key, desk),
        }
    }

    /// Gives the layer a pasted text.
    pub fn paste(&mut self, text: &str, desk: &Desk) {
        match self {
            Self::Palette(palette) => palette.field.paste(text),
            Self::Prompt(prompt) => prompt.paste(text, desk),
            Self::Finder(finder) => finder.paste(text, desk),
            Self::Form(form) => form.paste(text, desk),
            _ => {}
        }
    }

    /// The field that takes what is typed.
    #[must_use]
    pub fn field(&self) -> Option<&Field> {
        match self {
            Self::Palette(palette) => Some(&palette.field),
            Self::Prompt(prompt) => Some(prompt.field()),
            Self::Finder(finder) => Some(finder.field()),
            Self::Form(form) => form.field(),
            _ => None,
        }
    }

    /// Whether it hides everything else: no other key of the desk means anything under it.
    #[must_use]
    pub fn covers(&self) -> bool {
        matches!(self, Self::Cards(_))
    }

    /// Something was recorded: what shows the record reads it again.
    pub fn load(&mut self, desk: &Desk) {
        if let Self::Cards(cards) = self {
            cards.load(desk);
        }
    }

    /// What it asked for did not happen; whether it says so itself.
    pub fn refuse(&mut self, why: &str) -> bool {
        match self {
            Self::Cards(cards) => cards.refuse(why.to_owned()),
            _ => return false,
        }
        true
    }

    /// The layer is put over the screen at `place`.
    pub fn open(&mut self, place: &Place, desk: &Desk) {
        match self {
            Self::Prompt(prompt) => prompt.open(place, desk),
            Self::Form(form) => form.open(place, desk),
            _ => {}
        }
    }

    /// When something typed has to be kept.
    #[must_use]
    pub fn due(&self) -> Option<DateTime<FixedOffset>> {
        match self {
            Self::Prompt(prompt) => prompt.due(),
            Self::Form(form) => form.due(),
            _ => None,
        }
    }

    /// Keeps what is being written, if that is due by `time`.
    pub fn keep(&mut self, time: DateTime<FixedOffset>) -> Option<Effect> {
        match self {
            Self::Prompt(prompt) => prompt.keep(time),
            Self::Form(form) => form.keep(time),
            _ => None,
        }
    }

    /// Draws the layer over the body.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        match self {
            Self::Help(help) => help.draw(area, buf, look),
            Self::Palette(palette) => palette.draw(area, buf, look),
            Self::Choice(choice) => choice.draw(area, buf, look),
            Self::Prompt(prompt) => prompt.draw(area, buf, look),
            Self::Confirm(confirm) => confirm.draw(area, buf, look),
            Self::Finder(finder) => finder.draw(area, buf, look),
            Self::Form(form) => form.draw(area, buf, look),
            Self::DryRun(dry_run) => dry_run.draw(area, buf, look),
            Self::Cards(cards) => cards.draw(area, buf, look),
        }
    }
}

/// Beside a box that leaves fewer cells than this nothing of the screen below is shown.
const ASIDE: u16 = 10;

/// A cleared box of `rows` inner lines in the middle of `area`, ruled above and below, with a title;
/// the inner area is returned.
fn boxed(area: Rect, buf: &mut Buffer, look: &Look, title: &str, width: u16, rows: u16) -> Rect {
    let width = width.min(area.width);
    let height = (rows + 3).min(area.height);
    let frame = Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    // A few cells of what lies below, left and right of a wide box, are no words.
    let cleared = if area.width - width < ASIDE { Rect { x: area.x, width: area.width, ..frame } } else { frame };
    Clear.render(cleared, buf);
    paint::rule(buf, frame, 0, look.quiet());
    paint::line(buf, frame, 1, 1, title, look.title());
    paint::rule(buf, frame, height.saturating_sub(1), look.quiet());
    Rect { x: frame.x + 1, y: frame.y + 2, width: width.saturating_sub(2), height: height.saturating_sub(3) }
}

#[cfg(test)]
mod tests {
    use crate::i18n::{Locale, Words};
    use crate::tui::paint;

    /// The feet that are written as one text.
    const FEET: [&str; 12] = [
        "finder-foot",
        "prompt-foot",
        "short-form-foot",
        "short-form-foot-saves",
        "dry-run-asks",
        "dry-run-foot",
        "dry-run-nothing",
        "gate-foot",
        "gate-foot-leave",
        "gate-foot-on",
        "gate-foot-door",
        "gate-foot-other",
    ];

    #[test]
    fn every_foot_is_whole_on_the_smallest_screen_in_every_language() {
        // Sixty columns without the edges of a box and what it keeps free.
        let most = crate::tui::app::LEAST.0 - 6;
        for tag in ["en", "nb"] {
            let words = Words::new(Locale::choose([tag]));
            for message in FEET {
                let foot = words.say(message, &[]);
                assert_eq!(paint::hints(&foot, most), foot, "{tag} {message}");
                assert!(paint::width(&foot) <= most, "{tag} {message}: {foot}");
            }
        }
    }
}
