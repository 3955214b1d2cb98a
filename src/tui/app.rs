//! The desk as a state: a stack of screens, layers on top, one line that says what happened.

mod carrying;
mod chrome;

use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::About;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place, Told, Way};
use crate::tui::keymap::{Action, Scope};
use crate::tui::keys::Key;
use crate::tui::layers::{Layer, Outcome, help::Help, palette::Palette};
use crate::tui::screen::Screen;
use crate::tui::screens::{self, concerns};
use chrono::{DateTime, FixedOffset};

/// The least the desk can be drawn on: columns and rows.
pub const LEAST: (u16, u16) = (60, 20);

/// Something that comes in from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Key(Key),
    Paste(String),
    /// Nothing but time has passed.
    Time,
}

/// What is said in the status line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Status {
    text: String,
    is_failure: bool,
}

/// The state of the desk while it is unlocked.
pub struct App {
    stack: Vec<Box<dyn Screen>>,
    layers: Vec<Layer>,
    /// The question just answered, while what was answered is not on disk.
    answered: Option<Layer>,
    status: Option<Status>,
    /// Rows of the body when it was last drawn.
    height: u16,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "App({:?})", self.places())
    }
}

impl App {
    /// The desk with nothing open yet.
    pub fn empty() -> Self {
        Self { stack: Vec::new(), layers: Vec::new(), answered: None, status: None, height: 20 }
    }

    /// The desk with `places` open.
    pub fn new(places: &[Place], desk: &mut Desk) -> Self {
        let mut app = Self::empty();
        app.open_all(places, desk);
        app
    }

    /// Opens `places`, the last on top; *Today* when there are none.
    pub fn open_all(&mut self, places: &[Place], desk: &mut Desk) {
        let home = [screens::first_home(desk.keymap)];
        let places = if places.is_empty() { &home[..] } else { places };
        for place in places {
            self.push(place.clone(), desk);
        }
    }

    /// What is open, the top last: to come back to after a lock.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        self.stack.iter().map(|screen| screen.place()).collect()
    }

    /// Whose page is on top.
    #[must_use]
    pub fn consulted(&self) -> Option<PersonId> {
        self.stack.last()?.place().consults()
    }

    /// Whether a layer hides everything else.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        self.layers.last().is_some_and(Layer::covers)
    }

    /// How many rows the terminal has: a page is a page.
    pub fn set_rows(&mut self, rows: u16) {
        let height = rows.saturating_sub(4);
        // Asked at every frame: what is open lays itself out anew only where it has to.
        if self.height != height {
            self.height = height;
            self.stack.iter_mut().for_each(|screen| screen.set_height(height));
        }
    }

    /// Answers an input. What only the shell can do is returned.
    pub fn update(&mut self, input: &Input, desk: &mut Desk) -> Effects {
        self.answered = None;
        let mut effects = match input {
            Input::Key(key) => {
                self.status = None;
                self.press(*key, desk)
            }
            Input::Paste(text) => self.paste(text, desk),
            // What was due may be another day, or another desk's doing.
            Input::Time => {
                self.reload(desk);
                Vec::new()
            }
        };
        effects.extend(self.keep(desk.now));
        self.follow(effects, desk)
    }

    /// Keeps what is being written on top, if that is due by `time`.
    fn keep(&mut self, time: DateTime<FixedOffset>) -> Option<Effect> {
        match self.layers.last_mut() {
            Some(layer) => layer.keep(time),
            None => self.stack.last_mut()?.sheet_mut()?.keep(time),
        }
    }

    /// Keeps everything half written, because the desk is about to close.
    pub fn keep_all(&mut self) -> Effects {
        let time = DateTime::<chrono::Utc>::MAX_UTC.fixed_offset();
        let screens = self.stack.iter_mut().filter_map(|screen| screen.sheet_mut()?.keep(time));
        screens.chain(self.layers.iter_mut().filter_map(|layer| layer.keep(time))).collect()
    }

    fn press(&mut self, key: Key, desk: &mut Desk) -> Effects {
        if locks(key, desk) {
            // Locked first, whatever becomes of the rest.
            return std::iter::once(Effect::Lock).chain(self.keep_all()).collect();
        }
        if self.is_concern(key, desk) {
            return self.concern(desk);
        }
        if let Some(mut layer) = self.layers.pop() {
            return match layer.press(key, desk) {
                Outcome::Stay => {
                    self.layers.push(layer);
                    Vec::new()
                }
                Outcome::Go(effects) => {
                    self.layers.push(layer);
                    effects
                }
                Outcome::Close => Vec::new(),
                Outcome::Done(effects) => {
                    let records = effects.iter().any(|effect| matches!(effect, Effect::Record { .. }));
                    self.answered =
                        Some(layer).filter(|layer| records && matches!(layer, Layer::Prompt(_) | Layer::Form(_)));
                    effects
                }
                Outcome::Act(action) => self.act(action, desk),
            };
        }
        let veiled = self.is_veiled(desk.words);
        let Some(screen) = self.stack.last_mut() else { return vec![Effect::Quit] };
        if !veiled && screen.field().is_some_and(|field| field.press(key)) {
            return match screen.typed(desk) {
                Ok(effects) => effects,
                Err(failure) => self.unanswered(&failure, desk),
            };
        }
        match desk.keymap.action(&self.scopes(desk.words), key) {
            Some(action) => self.act(action, desk),
            None => Vec::new(),
        }
    }

    fn paste(&mut self, text: &str, desk: &mut Desk) -> Effects {
        if let Some(layer) = self.layers.last_mut() {
            layer.paste(text, desk);
            return Vec::new();
        }
        if self.is_veiled(desk.words) {
            return Vec::new();
        }
        let Some(screen) = self.stack.last_mut() else { return Vec::new() };
        let Some(field) = screen.field() else { return self.tell(Told::Paste(text.to_owned()), desk) };
        field.paste(text);
        match screen.typed(desk) {
            Ok(effects) => effects,
            Err(failure) => self.unanswered(&failure, desk),
        }
    }

    fn tell(&mut self, told: Told, desk: &mut Desk) -> Effects {
        let answered = self.stack.last_mut().map_or(Ok(Vec::new()), |screen| screen.told(told, desk));
        answered.unwrap_or_else(|failure| self.unanswered(&failure, desk))
    }

    /// Whether the screen on top is not drawn, because a whole group may see it and it is not made for that.
    fn is_veiled(&self, words: &Words) -> bool {
        words.is_room_safe() && self.stack.last().is_some_and(|screen| !screen.is_room_safe())
    }

    /// The session whose room is open.
    #[must_use]
    pub fn session(&self) -> Option<SessionId> {
        self.stack.iter().rev().find_map(|screen| match screen.place() {
            Place::Room { session, .. } => Some(session),
            _ => None,
        })
    }

    fn scopes(&self, words: &Words) -> Vec<Scope> {
        let Some(screen) = self.stack.last().filter(|_| !self.is_veiled(words)) else { return vec![Scope::Desk] };
        let mut scopes = vec![screen.scope()];
        if screen.has_list() {
            scopes.push(Scope::List);
        }
        scopes.push(Scope::Desk);
        scopes
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Effects {
        if action == Action::Refused {
            return vec![Effect::Refuse(say!(desk.words, "role-refuses"))];
        }
        let screen = if self.is_veiled(desk.words) { None } else { self.stack.last_mut() };
        let answered = screen.map_or(Ok(None), |screen| screen.act(action, desk));
        match answered {
            Ok(Some(effects)) => effects,
            Ok(None) if action == Action::Concern => self.concern(desk),
            Ok(None) => self.act_everywhere(action, desk),
            Err(failure) => self.unanswered(&failure, desk),
        }
    }

    /// Whether the key is to record a concern, whatever is open: not where it is a letter of a text, nor while
    /// the screen is in other hands.
    fn is_concern(&mut self, key: Key, desk: &Desk) -> bool {
        let scopes = if self.layers.is_empty() { self.scopes(desk.words) } else { vec![Scope::Desk] };
        let is_open = matches!(self.layers.last(), Some(Layer::Form(form)) if form.name() == concerns::NAME);
        if desk.keymap.action(&scopes, key) != Some(Action::Concern) || is_open || self.is_covered() {
            return false;
        }
        let field = match self.layers.last() {
            Some(layer) => layer.field(),
            None if self.is_veiled(desk.words) => None,
            None => self.stack.last_mut().and_then(|screen| screen.field()).map(|field| &*field),
        };
        !matches!(key, Key::Char(_)) || field.is_none_or(|field| field.text().is_empty())
    }

    /// Asks for a concern, about whoever is selected, over all that is open.
    fn concern(&mut self, desk: &Desk) -> Effects {
        let person = self.stack.last().and_then(|screen| screen.selected_person());
        match concerns::ask(person, desk) {
            Ok(asked) => vec![asked],
            Err(failure) => self.unanswered(&failure, desk),
        }
    }

    fn act_everywhere(&mut self, action: Action, desk: &Desk) -> Effects {
        let effect = match action {
            Action::Today => Effect::Home(Place::Today),
            Action::People => Effect::Home(Place::People),
            Action::Groups => Effect::Home(Place::Groups),
            Action::Programmes => Effect::Home(Place::Programmes),
            Action::Reports => Effect::Home(Place::Reports),
            Action::NextHome => Effect::Home(self.next_home(desk)),
            Action::Back => Effect::Back,
            Action::Quit if self.stack.len() > 1 => Effect::Back,
            Action::Quit => Effect::Quit,
            Action::Undo => Effect::Turn(Way::Undo),
            Action::Redo => Effect::Turn(Way::Redo),
            Action::Journal => Effect::Open(Place::History(About::Everything)),
            Action::Help => Effect::Ask(Layer::Help(Help::new(self.scopes(desk.words)))),
            Action::Palette => Effect::Ask(Layer::Palette(Palette::new(self.scopes(desk.words)))),
            Action::Concerns => Effect::Open(Place::Concerns),
            Action::Staff => Effect::Open(Place::Staff),
            Action::Retention => Effect::Open(Place::Retention),
            Action::Verify => Effect::Verify,
            Action::Lock => Effect::Lock,
            Action::RoomSafe => Effect::RoomSafe,
            Action::Suspend => Effect::Suspend,
            Action::Language => Effect::Language(""),
            _ => return Vec::new(),
        };
        vec![effect]
    }

    /// The home after the one that is open below everything.
    fn next_home(&self, desk: &Desk) -> Place {
        let here = self.stack.first().map(|screen| screen.place());
        let mut homes = screens::homes(desk.keymap).map(|(place, _)| place).cycle();
        let after = homes.clone().take(screens::HOMES.len()).position(|place| here.as_ref() == Some(place));
        homes.nth(after.map_or(0, |at| at + 1)).cloned().unwrap_or(Place::Programmes)
    }

    /// When the desk changes by itself next.
    #[must_use]
    pub fn due(&self, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        let screen = self.stack.last();
        let writing = match self.layers.last() {
            Some(layer) => layer.due(),
            None => screen.and_then(|screen| screen.sheet()?.due()),
        };
        let changes = screen.and_then(|screen| screen.due(now));
        writing.into_iter().chain(changes).min()
    }
}

/// Locking goes before everything that may be open, so its key is taken wherever it is no letter to be typed.
fn locks(key: Key, desk: &Desk) -> bool {
    !matches!(key, Key::Char(_)) && desk.keymap.action(&[Scope::Desk], key) == Some(Action::Lock)
}
