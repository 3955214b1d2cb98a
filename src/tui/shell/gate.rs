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
    /// Who it is, where several people work on the store.
    Who,
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
    /// Open the store with this passphrase or recovery code, of who signs in under this name.
    Unlock {
        name: String,
        secret: Zeroizing<String>,
    },
    /// Read programmes, without the store.
    Programmes,
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
    /// Several people work on the store: a sign-in name is asked.
    several: bool,
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
            several: false,
            stays: false,
        }
    }

    /// Before there is a store.
    #[must_use]
    pub fn first_start(words: &Words) -> Self {
        let language = LOCALES.iter().position(|l| l == words.locale()).unwrap_or(0);
        Self { language, ..Self::at(Step::Language, Field::default()) }
    }

    /// Before an existing store; `name` is who signs in, where that has to be known.
    #[must_use]
    pub fn unlock(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::at(Step::Unlock, Field::secret()) }
    }

    /// Before a store that several people work on. Whoever signed in last need not say so again.
    #[must_use]
    pub fn several(last: &str) -> Self {
        let gate = if last.is_empty() { Self::at(Step::Who, Field::default()) } else { Self::unlock(last) };
        Self { several: true, ..gate }
    }

    /// On a screen that was in other hands: it cannot be left.
    #[must_use]
    pub fn that_stays(self) -> Self {
        Self { stays: true, ..self }
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

    /// What was wished has to wait: said, and what was typed stays.
    pub fn hold(&mut self, why: String) {
        self.busy = false;
        self.fault = Some(why);
    }

    /// A key.
    pub fn press(&mut self, input: &Input, words: &Words) -> Wish {
        if self.busy {
            return Wish::Nothing;
        }
        match input {
            Input::Key(Key::Ctrl('c' | 'q')) if !self.stays => return Wish::Leave,
            Input::Key(Key::F(4)) if self.is_door() && !self.stays => return Wish::Programmes,
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

    /// Whether it stands before a store, and not before one that is being made.
    fn is_door(&self) -> bool {
        matches!(self.step, Step::Who | Step::Unlock)
    }

    fn go(&mut self, step: Step, field: Field) {
        self.step = step;
        self.field = field;
        self.fault = None;
    }

    fn back(&mut self) -> Wish {
        match self.step {
            Step::Unlock | Step::Who if self.stays => {}
            Step::Unlock if self.several => self.go(Step::Who, Field::new(&self.name.clone())),
            Step::Language | Step::Unlock | Step::Who => return Wish::Leave,
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
            Step::Who => {
                self.name = text.trim().to_owned();
                self.go(Step::Unlock, Field::secret());
            }
            Step::Unlock if !text.is_empty() => {
                self.busy = true;
                return Wish::Unlock { name: self.name.clone(), secret: text };
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
        let stays = || Gate::unlock("").that_stays();
        for (mut gate, wish) in [(Gate::unlock(""), Wish::Leave), (stays(), Wish::Nothing)] {
            for key in [Key::Esc, Key::Ctrl('c'), Key::Ctrl('q')] {
                assert_eq!(gate.press(&Input::Key(key), &words), wish, "{key}");
            }
        }
        assert_eq!(stays().press(&Input::Key(Key::F(4)), &words), Wish::Nothing);
        let wish = Wish::Unlock { name: String::new(), secret: "owls".to_owned().into() };
        assert_eq!(type_in(&mut stays(), "owls", &words), wish);
    }

    #[test]
    fn where_several_work_the_gate_asks_who_it_is_and_remembers_who_it_was() {
        let words = Words::new(Locale::choose(["en"]));
        let unlock = |name: &str| Wish::Unlock { name: name.to_owned(), secret: "owls".to_owned().into() };
        let mut gate = Gate::several("");
        assert_eq!(type_in(&mut gate, " kari ", &words), Wish::Nothing);
        assert_eq!(type_in(&mut gate, "owls", &words), unlock("kari"));
        let mut gate = Gate::several("kari");
        assert_eq!(type_in(&mut gate, "owls", &words), unlock("kari"));
        gate.refuse("no".to_owned());
        for key in [Key::Esc, Key::Ctrl('u')] {
            assert_eq!(gate.press(&Input::Key(key), &words), Wish::Nothing);
        }
        type_in(&mut gate, "ola", &words);
        assert_eq!(type_in(&mut gate, "owls", &words), unlock("ola"));
        // Too soon: what was typed is not typed again.
        gate.hold("wait".to_owned());
        assert_eq!(gate.press(&Input::Key(Key::Enter), &words), unlock("ola"));
        assert_eq!(Gate::several("").press(&Input::Key(Key::F(4)), &words), Wish::Programmes);
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
