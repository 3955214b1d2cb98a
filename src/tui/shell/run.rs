//! The loop: block until something happens, take all that waits, draw once.

use crate::domain::entry::Entry;
use crate::domain::record::{Reads, Records, Stamp};
use crate::i18n::{Locale, Words};
use crate::store::{self, Cost, DataKey, OpenFailure, Store, system_random};
use crate::tui::app::{App, Input};
use crate::tui::effect::Place;
use crate::tui::look::{Ability, Look};
use crate::tui::shell::clock::now;
use crate::tui::shell::events::{Event, listen};
use crate::tui::shell::gate::{Gate, Wish};
use crate::tui::shell::opening::sentence;
use crate::tui::shell::terminal::Screen;
use crate::tui::shell::timings::milestone;
use crate::tui::shell::workplace::{Asked, LANGUAGE, Setup, Workplace};
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;
use zeroize::Zeroizing;

/// The setting that says that the recovery code was confirmed.
pub const CONFIRMED: &str = "recovery-confirmed";

/// What the desk starts with.
#[derive(Debug)]
pub struct Start {
    /// The folder of the store.
    pub dir: PathBuf,
    pub words: Words,
    /// Whether the language was asked for: then the store's setting does not change it.
    pub language_is_given: bool,
    pub ability: Ability,
    /// A passphrase from a file: then nothing is asked.
    pub secret: Option<Zeroizing<String>>,
    /// The actor's name when the store is made without asking.
    pub name: String,
    pub setup: Setup,
    pub cost: Cost,
}

/// Why the desk could not start, or had to end.
#[derive(Debug, thiserror::Error)]
pub enum Ending {
    #[error(transparent)]
    Opening(#[from] OpenFailure),
    /// Standard output is no terminal, or it cannot be set.
    #[error("no terminal: {0}")]
    Terminal(io::Error),
}

/// What is on the screen.
enum Phase {
    Gate(Gate),
    Work(Box<Workplace>),
}

/// A store that has been opened, on the way to the desk.
struct Opened {
    store: Store,
    actor: String,
}

struct Desk {
    start: Start,
    phase: Phase,
    /// Open behind the gate while the recovery code is confirmed.
    opened: Option<Opened>,
    /// What was open before a lock.
    places: Vec<Place>,
    sender: std::sync::mpsc::Sender<Event>,
}

/// Opens the desk and stays until it is left.
///
/// # Errors
/// [`Ending`]; the terminal is as it was.
pub fn desk(start: Start) -> Result<(), Ending> {
    let is_first = !store::exists(&start.dir)?;
    // Before the key, so that nothing is left to be started between it and the first screen.
    let (sender, receiver) = listen().map_err(Ending::Terminal)?;
    start.words.prepare();
    let opened = match &start.secret {
        Some(secret) => Some(open_or_make(&start, secret, is_first)?),
        None => None,
    };
    let gate = if is_first { Gate::first_start(&start.words) } else { Gate::unlock() };
    let mut screen = Screen::enter(start.ability).map_err(Ending::Terminal)?;
    let mut desk = Desk { start, phase: Phase::Gate(gate), opened: None, places: Vec::new(), sender };
    if let Some(opened) = opened {
        desk.work(opened);
    }
    // A terminal that is gone is no failure: everything recorded is on disk.
    let _ = desk.stay(&mut screen, &receiver);
    Ok(())
}

fn open_or_make(start: &Start, secret: &str, is_first: bool) -> Result<Opened, OpenFailure> {
    if is_first {
        let (store, _) = Store::create(&start.dir, &start.name, secret, start.cost, &mut system_random)?;
        return Ok(Opened { store, actor: start.name.clone() });
    }
    let unlocked = store::unlock(&start.dir, secret)?;
    milestone("key");
    let store = Store::open(&start.dir, &unlocked.key)?;
    Ok(Opened { store, actor: unlocked.actor })
}

impl Desk {
    fn stay(&mut self, screen: &mut Screen, events: &Receiver<Event>) -> io::Result<()> {
        self.draw(screen)?;
        milestone("frame");
        #[cfg(debug_assertions)]
        fault_on_purpose();
        loop {
            let Some(first) = self.wait(events) else { return Ok(()) };
            let mut next = Some(first);
            // Everything that waits is taken before the one drawing: a held key costs one frame, not thirty.
            while let Some(event) = next {
                if self.happen(event, screen)? {
                    return Ok(());
                }
                next = events.try_recv().ok();
            }
            self.draw(screen)?;
        }
    }

    /// Blocks until something happens or the desk changes by itself.
    fn wait(&self, events: &Receiver<Event>) -> Option<Event> {
        let due = match &self.phase {
            Phase::Work(work) => work.due(now()),
            Phase::Gate(_) => None,
        };
        let Some(due) = due else { return events.recv().ok() };
        let left = due.signed_duration_since(now()).to_std().unwrap_or(Duration::ZERO);
        match events.recv_timeout(left + Duration::from_millis(5)) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => Some(Event::Input(Input::Time)),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Whether the desk is left.
    fn happen(&mut self, event: Event, screen: &mut Screen) -> io::Result<bool> {
        match event {
            Event::Input(input) => {
                if let Phase::Work(work) = &mut self.phase {
                    let asked = work.turn(&input, now());
                    return self.follow(&asked, screen);
                }
                return self.knock(&input, screen);
            }
            Event::Work(progress) => {
                if let Phase::Work(work) = &mut self.phase {
                    work.progress(progress, now());
                }
            }
            Event::Suspend => suspend(screen)?,
            // Whoever wrote on the screen meanwhile: it is drawn anew.
            Event::Continue => screen.resume()?,
            Event::Redraw => {}
            Event::Terminate | Event::HangUp => {
                if let Phase::Work(work) = &mut self.phase {
                    work.keep_writing(now());
                }
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn follow(&mut self, asked: &Asked, screen: &mut Screen) -> io::Result<bool> {
        if let Some(text) = &asked.copy {
            screen.offer(text)?;
        }
        if asked.suspend {
            suspend(screen)?;
        }
        if asked.lock {
            self.lock();
            // Nothing of what was there is left, and what another program wrote over it neither.
            screen.resume()?;
        }
        Ok(asked.quit)
    }

    /// An input at the gate.
    fn knock(&mut self, input: &Input, screen: &mut Screen) -> io::Result<bool> {
        let Phase::Gate(gate) = &mut self.phase else { return Ok(false) };
        match gate.press(input, &self.start.words) {
            Wish::Nothing => {}
            Wish::Leave => return Ok(true),
            Wish::Language(locale) => {
                self.start.words = Words::new(locale);
                self.start.language_is_given = true;
            }
            Wish::Create { name, passphrase } => {
                self.draw(screen)?;
                self.create(name, &passphrase);
            }
            Wish::Unlock(secret) => {
                self.draw(screen)?;
                self.unlock(&secret);
            }
            Wish::Enter => self.enter(),
        }
        Ok(false)
    }

    fn refuse(&mut self, failure: &OpenFailure) {
        let text = sentence(failure, &self.start.dir, &self.start.words);
        if let Phase::Gate(gate) = &mut self.phase {
            gate.refuse(text);
        }
    }

    fn create(&mut self, name: String, passphrase: &str) {
        match Store::create(&self.start.dir, &name, passphrase, self.start.cost, &mut system_random) {
            Ok((mut store, code)) => {
                self.keep_language(&mut store, &name);
                self.opened = Some(Opened { store, actor: name });
                self.phase = Phase::Gate(Gate::recovery(&Zeroizing::new(code.to_string())));
            }
            Err(failure) => self.refuse(&failure),
        }
    }

    /// The language chosen at the gate becomes the store's.
    fn keep_language(&self, store: &mut Store, actor: &str) {
        let tag = self.start.words.locale().tag.to_owned();
        let entry = Entry::Setting { item: LANGUAGE.to_owned(), to: Some(Box::new(tag)) };
        // Should it fail, the first real record says why.
        let _ = store.record(&[entry], &Stamp { actor: actor.to_owned(), at: now() });
    }

    fn unlock(&mut self, secret: &str) {
        match self.try_unlock(secret) {
            Ok((opened, None)) => self.work(opened),
            Ok((opened, Some(code))) => {
                self.opened = Some(opened);
                self.phase = Phase::Gate(Gate::recovery(&code));
            }
            Err(failure) => self.refuse(&failure),
        }
    }

    /// The store, and a new recovery code when the last one was never confirmed to be on paper.
    fn try_unlock(&mut self, secret: &str) -> Result<(Opened, Option<Zeroizing<String>>), OpenFailure> {
        let unlocked = store::unlock(&self.start.dir, secret)?;
        milestone("key");
        let store = Store::open(&self.start.dir, &unlocked.key)?;
        let code = if self.start.setup.demo || store.setting(CONFIRMED)?.is_some() {
            None
        } else {
            Some(self.new_code(&unlocked.key, &unlocked.actor)?)
        };
        Ok((Opened { store, actor: unlocked.actor }, code))
    }

    fn new_code(&self, key: &DataKey, actor: &str) -> Result<Zeroizing<String>, OpenFailure> {
        let code = store::renew_recovery(&self.start.dir, key, actor, self.start.cost, &mut system_random)?;
        Ok(Zeroizing::new(code.to_string()))
    }

    /// The recovery code is on paper.
    fn enter(&mut self) {
        let Some(mut opened) = self.opened.take() else { return };
        let entry = Entry::Setting { item: CONFIRMED.to_owned(), to: Some(Box::new("yes".to_owned())) };
        let _ = opened.store.record(&[entry], &Stamp { actor: opened.actor.clone(), at: now() });
        self.work(opened);
    }

    /// The desk, with what was open before.
    fn work(&mut self, opened: Opened) {
        if !self.start.language_is_given
            && let Ok(Some(tag)) = opened.store.setting(LANGUAGE)
        {
            self.start.words = Words::new(Locale::choose([tag.as_str()]));
        }
        let words = Words::new(self.start.words.locale());
        let setup = Setup { actor: opened.actor, ..self.start.setup.clone() };
        let work = Workplace::new(opened.store, words, setup, &self.places, self.sender.clone(), now());
        self.phase = Phase::Work(Box::new(work));
    }

    /// Everything personal is closed; what was open is remembered by its address alone.
    fn lock(&mut self) {
        if let Phase::Work(work) = std::mem::replace(&mut self.phase, Phase::Gate(Gate::unlock())) {
            if work.is_in_other_hands() {
                self.phase = Phase::Gate(Gate::unlock_here());
            }
            self.places = work.places();
            self.start.setup.discretion = work.discretion();
            self.start.words = work.close();
            self.start.words.forget();
        }
    }

    fn draw(&mut self, screen: &mut Screen) -> io::Result<()> {
        let (time, ability) = (now(), self.start.ability);
        screen.draw(|area, buf| match &mut self.phase {
            Phase::Work(work) => {
                // Once a frame: asking the system for the size costs as much as a small frame.
                work.set_size(area.width, area.height);
                work.draw(area, buf, ability, time);
            }
            Phase::Gate(gate) => {
                let Start { words, setup: Setup { keymap, demo, .. }, .. } = &self.start;
                let look = Look { words, keymap, ability, now: time, actor: "", demo: *demo };
                if App::fits(area) { gate.draw(area, buf, &look) } else { App::too_small(area, buf, &look) }
            }
        })
    }
}

/// A fault on purpose when `ONWARD_FAULT` is set, in builds for tests alone: so that a test sees what a
/// real one would do to the terminal.
#[cfg(debug_assertions)]
fn fault_on_purpose() {
    assert!(std::env::var_os("ONWARD_FAULT").is_none(), "a fault on purpose");
}

/// Gives the terminal back and stops; [`Event::Continue`] takes it again.
fn suspend(screen: &mut Screen) -> io::Result<()> {
    screen.suspend();
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}
