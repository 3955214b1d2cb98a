//! Keys as the desk knows them, whatever the terminal sends.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::fmt;

/// One key. Letters carry their case, so shift needs no flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    Char(char),
    Ctrl(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    ShiftUp,
    ShiftDown,
    ShiftLeft,
    ShiftRight,
    Home,
    End,
    PageUp,
    PageDown,
    Backspace,
    Delete,
}

impl Key {
    /// The key of a terminal event; `None` for releases and for keys that mean nothing here.
    #[must_use]
    pub fn of(event: &KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        Some(match event.code {
            KeyCode::Char(c) if ctrl => Self::Ctrl(c.to_ascii_lowercase()),
            KeyCode::Char(c) if shift && c.is_lowercase() => Self::Char(c.to_uppercase().next().unwrap_or(c)),
            KeyCode::Char(c) => Self::Char(c),
            KeyCode::F(n) => Self::F(n),
            KeyCode::Enter => Self::Enter,
            KeyCode::Esc => Self::Esc,
            KeyCode::Tab => Self::Tab,
            KeyCode::BackTab => Self::BackTab,
            KeyCode::Up if shift => Self::ShiftUp,
            KeyCode::Down if shift => Self::ShiftDown,
            KeyCode::Left if shift => Self::ShiftLeft,
            KeyCode::Right if shift => Self::ShiftRight,
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::Left => Self::Left,
            KeyCode::Right => Self::Right,
            KeyCode::Home => Self::Home,
            KeyCode::End => Self::End,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::Backspace => Self::Backspace,
            KeyCode::Delete => Self::Delete,
            _ => return None,
        })
    }

    /// From the name that [`fmt::Display`] gives it (`Enter`, `Ctrl-L`, `F1`, `p`, `Space`).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let mut chars = name.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Some(Self::Char(c));
        }
        if let Some(letter) = name.strip_prefix("Ctrl-") {
            let letter = letter.parse::<char>().ok().filter(char::is_ascii_alphabetic)?;
            return Some(Self::Ctrl(letter.to_ascii_lowercase()));
        }
        if let Some(n) = name.strip_prefix('F').and_then(|n| n.parse().ok()) {
            return (1..=12).contains(&n).then_some(Self::F(n));
        }
        NAMED.iter().find(|(_, known)| *known == name).map(|(key, _)| *key)
    }
}

const NAMED: [(Key, &str); 19] = [
    (Key::Char(' '), "Space"),
    (Key::Enter, "Enter"),
    (Key::Esc, "Esc"),
    (Key::Tab, "Tab"),
    (Key::BackTab, "Shift-Tab"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::ShiftUp, "Shift-Up"),
    (Key::ShiftDown, "Shift-Down"),
    (Key::ShiftLeft, "Shift-Left"),
    (Key::ShiftRight, "Shift-Right"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PgUp"),
    (Key::PageDown, "PgDn"),
    (Key::Backspace, "Backspace"),
    (Key::Delete, "Del"),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((_, name)) = NAMED.iter().find(|(key, _)| key == self) {
            return f.write_str(name);
        }
        match self {
            Self::Char(c) => write!(f, "{c}"),
            Self::Ctrl(c) => write!(f, "Ctrl-{}", c.to_ascii_uppercase()),
            Self::F(n) => write!(f, "F{n}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_keys() {
        for key in [Key::Char('p'), Key::Char('F'), Key::Char(' '), Key::Ctrl('l'), Key::F(1), Key::PageDown] {
            assert_eq!(Key::from_name(&key.to_string()), Some(key));
        }
        for name in ["Hyper", "Ctrl-", "Ctrl-LX", "Ctrl-7", "F0", "F13", "Fx", ""] {
            assert_eq!(Key::from_name(name), None, "{name}");
        }
    }

    #[test]
    fn shift_is_in_the_letter_and_releases_are_dropped() {
        let shifted = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::SHIFT);
        assert_eq!(Key::of(&shifted), Some(Key::Char('A')));
        let extended = KeyEvent::new(KeyCode::Down, KeyModifiers::SHIFT);
        assert_eq!(Key::of(&extended), Some(Key::ShiftDown));
        let released = KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(Key::of(&released), None);
    }
}
