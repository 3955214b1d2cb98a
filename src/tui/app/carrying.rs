//! What a turn asks for: the app opens and closes, says and asks by itself; what touches the world is the shell's.

use super::{App, Status};
use crate::domain::record::Failure;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::layers::Layer;
use crate::tui::screen::Screen;
use crate::tui::screens;
use std::collections::VecDeque;

impl App {
    /// What comes before the first thing that the shell has to do is done; that and all after it is
    /// returned, so that nothing overtakes a record that may yet fail.
    pub(super) fn follow(&mut self, effects: Effects, desk: &mut Desk) -> Effects {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            if let Effect::Tell(told) = effect {
                // What follows from it comes before what was to follow.
                let answer = self.tell(told, desk);
                answer.into_iter().rev().for_each(|effect| effects.push_front(effect));
            } else if let Some(rest) = self.carry_on(effect, desk) {
                effects.push_front(rest);
                return effects.into();
            }
        }
        Vec::new()
    }

    /// Does what the app can do itself; what is the shell's comes back.
    pub fn carry_on(&mut self, effect: Effect, desk: &mut Desk) -> Option<Effect> {
        match effect {
            Effect::Open(place) => self.push(place, desk),
            Effect::Replace(place) => {
                self.stack.pop();
                self.push(place, desk);
            }
            Effect::Home(_) if self.is_of_a_trainer() => self.bottom(desk),
            Effect::Home(place) => {
                self.stack.clear();
                self.push(place, desk);
            }
            Effect::Back if self.stack.len() > 1 => {
                self.stack.pop();
                self.reload(desk);
            }
            Effect::Back => self.home(desk),
            Effect::Ask(mut layer) => {
                if let Some(screen) = self.stack.last() {
                    layer.open(&screen.place(), desk);
                }
                self.ask(layer);
            }
            Effect::Say(text) => self.say(text),
            Effect::Refuse(text) => self.fail(text),
            effect => return Some(effect),
        }
        None
    }

    /// Whether the desk stands on the work of a trainer, or on bundles: that is its only home then.
    fn is_of_a_trainer(&self) -> bool {
        let bottom = self.stack.first().map(|screen| screen.place());
        matches!(bottom, Some(Place::Author | Place::Proof(_) | Place::Review))
    }

    /// Back to what is open below everything.
    fn bottom(&mut self, desk: &mut Desk) {
        self.stack.truncate(1);
        self.reload(desk);
    }

    /// Esc on a home goes to the first of them, *Today*, and stays there.
    fn home(&mut self, desk: &mut Desk) {
        if self.is_of_a_trainer() {
            return;
        }
        let first = screens::first_home(desk.keymap);
        if self.stack.last().is_none_or(|screen| screen.place() != first) {
            self.stack.clear();
            self.push(first, desk);
        }
    }

    pub(super) fn push(&mut self, place: Place, desk: &mut Desk) {
        self.open(screens::open(place), desk);
    }

    /// Opens a screen that the shell made.
    pub fn open(&mut self, mut screen: Box<dyn Screen>, desk: &mut Desk) {
        screen.set_height(self.height);
        match screen.load(desk) {
            Ok(()) => self.stack.push(screen),
            Err(failure) => {
                let text = desk.failure(&failure);
                self.fail(text);
                // Never left without a screen: what could not be read stays empty.
                if self.stack.is_empty() {
                    self.stack.push(screen);
                }
            }
        }
    }

    /// What was asked for is on disk: the screen reads again, then says so.
    pub fn recorded(&mut self, said: String, desk: &mut Desk) {
        self.reload(desk);
        if let Some(layer) = self.layers.last_mut() {
            layer.load(desk);
        }
        if !said.is_empty() {
            self.say(said);
        }
    }

    /// What was to be recorded is not: the question is open again with its answer, and the line says why.
    pub fn not_recorded(&mut self, text: String) {
        self.layers.extend(self.answered.take());
        if !self.layers.last_mut().is_some_and(|layer| layer.refuse(&text)) {
            self.fail(text);
        }
    }

    /// Lays a question over the screen.
    pub fn ask(&mut self, layer: Layer) {
        self.layers.push(layer);
    }

    /// Says something in the status line.
    pub fn say(&mut self, text: String) {
        self.status = Some(Status { text, is_failure: false });
    }

    /// What was asked for did not happen: nothing moves, and the line says why.
    pub fn fail(&mut self, text: String) {
        self.status = Some(Status { text, is_failure: true });
    }

    /// The record could not be asked: the line says why, and nothing follows.
    pub(super) fn unanswered(&mut self, failure: &Failure, desk: &Desk) -> Effects {
        self.fail(desk.failure(failure));
        Vec::new()
    }

    /// The top screen reads again.
    pub fn reload(&mut self, desk: &mut Desk) {
        let answered: Result<(), Failure> = self.stack.last_mut().map_or(Ok(()), |screen| screen.load(desk));
        if let Err(failure) = answered {
            self.fail(desk.failure(&failure));
        }
    }
}
