//! The gate: what stands before the desk. First start: language, name, passphrase, recovery code; later: the passphrase.

mod draw;

use crate::domain::text::{LINE, clean};
use crate::i18n::locale::LOCALES;
use crate::i18n::{Locale, Words};
use crate::say;
use crate::tui::app::Input;
use crate::tui::keys::Key;
use crate::tui::shell::strength;
use crate::tui::widgets::field::Field;
use zeroize::Zeroizing;

/// Groups of the recovery code that are asked back, counted from 1.
const ASKED: [usize; 2] = [3, 6];

/// A step of the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Language,
    Name,
    Passphrase,
    Repeat,
    /// Shown once; nothing is asked yet.
    Recovery,
    Confirm,
    Unlock,
}

/// What the gate wants done.
#[derive(Debug, PartialEq, Eq)]
pub enum Wish {
    Nothing,
    Language(&'static Locale),
    /// Make a store for this person with this passphrase.
    Create {
        name: String,
        passphrase: Zeroizing<String>,
    },
    /// Open the store with this passphrase or recovery code.
    Unlock(Zeroizing<String>),
    /// The recovery code has been confirmed.
    Enter,
    Leave,
}

/// The state of the gate.
#[derive(Debug)]
pub struct Gate {
    step: Step,
    language: usize,
    field: Field,
    name: String,
    passphrase: Zeroizing<String>,
    /// The recovery code in its groups, while it is shown.
    code: Vec<Zeroizing<String>>,
    fault: Option<String>,
    /// The store is being opened or made.
    busy: bool,
    /// Whoever stands before it may not be whose desk it is: only the passphrase leads away.
    stays: bool,
}

impl Gate {
    fn at(step: Step, field: Field) -> Self {
        Self {
            step,
            language: 0,
            field,
            name: String::new(),
            passphrase: Zeroizing::default(),
            code: Vec::new(),
            fault: None,
            busy: false,
            stays: false,
        }
    }

    /// Before there is a store.
    #[must_use]
    pub fn first_start(words: &Words) -> Self {
        let language = LOCALES.iter().position(|l| l == words.locale()).unwrap_or(0);
        Self { language, ..Self::at(Step::Language, Field::default()) }
    }

    /// Before an existing store.
    #[must_use]
    pub fn unlock() -> Self {
        Self::at(Step::Unlock, Field::secret())
    }

    /// Before an existing store, on a screen that was in other hands: it cannot be left.
    #[must_use]
    pub fn unlock_here() -> Self {
        Self { stays: true, ..Self::unlock() }
    }

    /// Shows a recovery code that has not been confirmed yet.
    #[must_use]
    pub fn recovery(code: &str) -> Self {
        let code = code.split('-').map(|group| Zeroizing::new(group.to_owned())).collect();
        Self { code, ..Self::at(Step::Recovery, Field::default()) }
    }

    /// What was wished failed: said, and asked again.
    pub fn refuse(&mut self, fault: String) {
        self.busy = false;
        self.fault = Some(fault);
        if self.step == Step::Unlock {
            self.field = Field::secret();
        }
    }

    /// A key.
    pub fn press(&mut self, input: &Input, words: &Words) -> Wish {
        if self.busy {
            return Wish::Nothing;
        }
        match input {
            Input::Key(Key::Ctrl('c' | 'q')) if !self.stays => return Wish::Leave,
            Input::Key(key) => self.fault = self.fault.take().filter(|_| *key == Key::Enter),
            Input::Paste(text) if self.step != Step::Language && self.step != Step::Recovery => self.field.paste(text),
            _ => return Wish::Nothing,
        }
        let Input::Key(key) = *input else { return Wish::Nothing };
        match (self.step, key) {
            (_, Key::Esc) => self.back(),
            (Step::Language, key) => self.choose_language(key),
            (Step::Recovery, Key::Enter) => {
                self.go(Step::Confirm, Field::default());
                Wish::Nothing
            }
            (Step::Recovery, _) => Wish::Nothing,
            (_, Key::Enter) => self.take(words),
            (_, key) => {
                self.field.press(key);
                Wish::Nothing
            }
        }
    }

    fn go(&mut self, step: Step, field: Field) {
        self.step = step;
        self.field = field;
        self.fault = None;
    }

    fn back(&mut self) -> Wish {
        match self.step {
            Step::Unlock if self.stays => {}
            Step::Language | Step::Unlock => return Wish::Leave,
            Step::Name => self.go(Step::Language, Field::default()),
            Step::Passphrase => self.go(Step::Name, Field::new(&self.name.clone())),
            Step::Repeat => self.go(Step::Passphrase, Field::secret()),
            Step::Recovery => {}
            Step::Confirm => self.go(Step::Recovery, Field::default()),
        }
        Wish::Nothing
    }

    fn choose_language(&mut self, key: Key) -> Wish {
        match key {
            Key::Up | Key::Char('k') => self.language = self.language.saturating_sub(1),
            Key::Down | Key::Char('j') => self.language = (self.language + 1).min(LOCALES.len() - 1),
            Key::Enter => {
                self.go(Step::Name, Field::new(&self.name.clone()));
                return Wish::Nothing;
            }
            _ => return Wish::Nothing,
        }
        LOCALES.get(self.language).map_or(Wish::Nothing, Wish::Language)
    }

    /// Enter in a text field.
    fn take(&mut self, words: &Words) -> Wish {
        let text = Zeroizing::new(self.field.text().to_owned());
        match self.step {
            Step::Name => match clean(&text, LINE) {
                Ok(name) if !name.is_empty() => {
                    self.name = name;
                    self.go(Step::Passphrase, Field::secret());
                }
                Ok(_) => self.fault = Some(say!(words, "gate-name-empty")),
                Err(fault) => self.fault = Some(words.text_fault(&fault)),
            },
            Step::Passphrase if text.chars().count() < strength::LEAST => {
                self.fault = Some(say!(words, "gate-too-short", least = strength::LEAST));
            }
            Step::Passphrase => {
                self.passphrase = text;
                self.go(Step::Repeat, Field::secret());
            }
            Step::Repeat if *text != *self.passphrase => {
                self.go(Step::Passphrase, Field::secret());
                self.fault = Some(say!(words, "gate-not-the-same"));
            }
            Step::Repeat => {
                self.busy = true;
                return Wish::Create { name: self.name.clone(), passphrase: std::mem::take(&mut self.passphrase) };
            }
            Step::Unlock if !text.is_empty() => {
                self.busy = true;
                return Wish::Unlock(text);
            }
            Step::Confirm => return self.confirm(&text, words),
            _ => {}
        }
        Wish::Nothing
    }

    fn confirm(&mut self, typed: &str, words: &Words) -> Wish {
        let plain = |text: &str| -> String {
            let symbols = text.chars().filter(|c| c.is_alphanumeric());
            symbols.map(|c| c.to_ascii_uppercase()).map(|c| if c == 'O' { '0' } else { c }).collect()
        };
        let wanted: String = ASKED.iter().filter_map(|n| self.code.get(n - 1)).map(|g| plain(g)).collect();
        if plain(typed) == wanted {
            return Wish::Enter;
        }
        self.fault = Some(say!(words, "gate-code-wrong"));
        Wish::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn type_in(gate: &mut Gate, text: &str, words: &Words) -> Wish {
        for c in text.chars() {
            gate.press(&Input::Key(Key::Char(c)), words);
        }
        gate.press(&Input::Key(Key::Enter), words)
    }

    #[test]
    fn a_first_start_asks_name_and_passphrase_twice() {
        let words = Words::new(Locale::choose(["en"]));
        let mut gate = Gate::first_start(&words);
        gate.press(&Input::Key(Key::Enter), &words);
        assert_eq!(type_in(&mut gate, " ", &words), Wish::Nothing);
        gate.field = Field::default();
        type_in(&mut gate, "Kari", &words);
        assert_eq!(type_in(&mut gate, "short", &words), Wish::Nothing);
        assert!(gate.fault.is_some());
        gate.field = Field::secret();
        type_in(&mut gate, "seven copper owls", &words);
        assert_eq!(type_in(&mut gate, "seven copper owl", &words), Wish::Nothing);
        type_in(&mut gate, "seven copper owls", &words);
        let wish = type_in(&mut gate, "seven copper owls", &words);
        assert_eq!(wish, Wish::Create { name: "Kari".into(), passphrase: "seven copper owls".to_owned().into() });
    }

    #[test]
    fn a_gate_before_other_hands_cannot_be_left() {
        let words = Words::new(Locale::choose(["en"]));
        for (mut gate, wish) in [(Gate::unlock(), Wish::Leave), (Gate::unlock_here(), Wish::Nothing)] {
            for key in [Key::Esc, Key::Ctrl('c'), Key::Ctrl('q')] {
                assert_eq!(gate.press(&Input::Key(key), &words), wish, "{key}");
            }
        }
        assert_eq!(type_in(&mut Gate::unlock_here(), "owls", &words), Wish::Unlock("owls".to_owned().into()));
    }

    #[test]
    fn the_code_is_asked_back_in_part() {
        let words = Words::new(Locale::choose(["en"]));
        let mut gate = Gate::recovery("AAAA-BBBB-C0CC-DDDD-EEEE-FFF1-GGGG-HHHH");
        gate.press(&Input::Key(Key::Enter), &words);
        assert_eq!(type_in(&mut gate, "cccc ffff", &words), Wish::Nothing);
        gate.field = Field::default();
        assert_eq!(type_in(&mut gate, "cocc fff1", &words), Wish::Enter);
    }
}
