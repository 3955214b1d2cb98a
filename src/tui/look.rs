//! How the desk looks: theme, glyphs, words, time; everything drawing may know besides the state.

use crate::i18n::Words;
use crate::tui::keymap::Keymap;
use chrono::{DateTime, FixedOffset, NaiveDate};
use ratatui::style::{Color, Modifier, Style};

/// What the terminal can do, or is asked to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ability {
    pub ascii: bool,
    /// The selection is a `>` alone.
    pub marker: bool,
    pub colour: bool,
}

/// Everything a draw may know besides the screen's own state.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    pub words: &'a Words,
    pub keymap: &'a Keymap,
    pub ability: Ability,
    pub now: DateTime<FixedOffset>,
    pub actor: &'a str,
    pub demo: bool,
    /// The store can only be read.
    pub frozen: bool,
}

impl Look<'_> {
    /// The date on the wall.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// The selected row: a bar, or nothing beside the `>` that is there anyway.
    #[must_use]
    pub fn bar(&self, selected: bool) -> Style {
        if selected && !self.ability.marker { Style::new().add_modifier(Modifier::REVERSED) } else { Style::new() }
    }

    /// Headings.
    #[must_use]
    pub fn title(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Less important: plain where there is no colour, because dim is unreadable on old screens.
    #[must_use]
    pub fn quiet(&self) -> Style {
        self.colour(Color::DarkGray)
    }

    /// Needs attention; always beside a `!` or a word.
    #[must_use]
    pub fn warn(&self) -> Style {
        self.colour(Color::Yellow)
    }

    /// Wrong; always beside a word.
    #[must_use]
    pub fn wrong(&self) -> Style {
        self.colour(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// Good.
    #[must_use]
    pub fn good(&self) -> Style {
        self.colour(Color::Green)
    }

    fn colour(&self, colour: Color) -> Style {
        if self.ability.colour { Style::new().fg(colour) } else { Style::new() }
    }
}
