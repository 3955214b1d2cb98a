//! The loop: block until something happens, take all that waits, draw once. What nobody touches is locked.

mod entering;

use crate::domain::staff::{Role, Who};
use crate::i18n::Words;
use crate::store::{self, OpenFailure, Store, system_random};
use crate::tui::app::{App, Input};
use crate::tui::effect::Place;
use crate::tui::look::{Ability, Look};
use crate::tui::shell::clock::now;
use crate::tui::shell::events::{Event, listen};
use crate::tui::shell::gate::Gate;
use crate::tui::shell::idle::Idle;
use crate::tui::shell::terminal::Screen;
use crate::tui::shell::timings::milestone;
use crate::tui::shell::workplace::{Asked, Setup, Workplace};
use chrono::{DateTime, FixedOffset};
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
    /// The sign-in name that goes with it.
    pub sign_in: String,
    /// The actor's name when the store is made without asking.
    pub name: String,
    pub setup: Setup,
    /// What is open at first; *Today*, or the first page that the role has, when there is none.
    pub places: Vec<Place>,
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

struct Desk {
    start: Start,
    phase: Phase,
    /// Open behind the gate while the recovery code is confirmed.
    opened: Option<Store>,
    /// What was open before a lock, and whose it was.
    places: Vec<Place>,
    left_by: Option<Who>,
    idle: Idle,
    sender: std::sync::mpsc::Sender<Event>,
}

/// Opens the desk and stays until it is left.
///
/// # Errors
/// [`Ending`]; the terminal is as it was.
pub fn desk(mut start: Start) -> Result<(), Ending> {
    let alone = start.setup.programmes_alone;
    let is_first = !alone && !store::exists(&start.dir)?;
    // Before the key, so that nothing is left to be started between it and the first screen.
    let (sender, receiver) = listen().map_err(Ending::Terminal)?;
    start.words.prepare();
    // It is used once, and then known no longer.
    let opened = match start.secret.take() {
        _ if alone => Some(Store::for_trainers()?),
        Some(secret) => Some(open_or_make(&start, &secret, is_first)?),
        None => None,
    };
    let gate = match &opened {
        Some(_) => Gate::unlock(""),
        None if is_first => Gate::first_start(&start.words),
        None => entering::before(&start.dir, "")?,
    };
    let mut screen = Screen::enter(start.ability).map_err(Ending::Terminal)?;
    let idle = Idle::new(now());
    let places = std::mem::take(&mut start.places);
    let mut desk = Desk { start, phase: Phase::Gate(gate), opened: None, places, left_by: None, idle, sender };
    if let Some(opened) = opened {
        desk.work(opened);
    }
    // A terminal that is gone is no failure: everything recorded is on disk.
    let _ = desk.stay(&mut screen, &receiver);
    Ok(())
}

fn open_or_make(start: &Start, secret: &str, is_first: bool) -> Result<Store, OpenFailure> {
    if is_first {
        let (store, _) = Store::create(&start.dir, &start.name, secret, entering::cost(start), &mut system_random)?;
        return Ok(store);
    }
    let unlocked = loop {
        match store::knock(&start.dir, &start.sign_in, secret, now()) {
            // Nobody is there to be asked again.
            Err(OpenFailure::TooSoon { seconds }) => std::thread::sleep(Duration::from_secs(seconds.into())),
            other => break other?,
        }
    };
    milestone("key");
    Store::open(&start.dir, &unlocked)
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

    /// Blocks until something happens, the desk changes by itself, or nobody has touched it for too long. It
    /// waits with a deadline of its own, whatever becomes of the thread that reads keys.
    fn wait(&mut self, events: &Receiver<Event>) -> Option<Event> {
        let time = now();
        if let Phase::Work(work) = &mut self.phase {
            work.keep_company(time);
            if work.read_rest(time) {
                return Some(Event::Redraw);
            }
        }
        let Some(locks) = self.locks(time) else { return events.recv().ok() };
        let changes = match &self.phase {
            Phase::Work(work) => work.due(time),
            Phase::Gate(_) => None,
        };
        let (due, then) = match changes {
            Some(changes) if changes < locks => (changes, Event::Input(Input::Time)),
            _ => (locks, Event::Lock),
        };
        let left = due.signed_duration_since(time).to_std().unwrap_or(Duration::ZERO);
        match events.recv_timeout(left + Duration::from_millis(5)) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => Some(then),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// When the desk locks by itself; never when it is locked already.
    fn locks(&mut self, time: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        let Phase::Work(work) = &self.phase else { return None };
        if work.who().role == Role::Trainer {
            // Nothing is open that anybody would have to be kept from.
            return None;
        }
        let patience = work.patience();
        #[cfg(debug_assertions)]
        let patience = hurried().unwrap_or(patience);
        Some(self.idle.due(time, patience))
    }

    /// Whether the desk is left.
    fn happen(&mut self, event: Event, screen: &mut Screen) -> io::Result<bool> {
        let time = now();
        // The machine may have slept meanwhile: what is due to be locked is, before anything is shown.
        if self.locks(time).is_some_and(|due| due <= time) {
            self.lock(screen)?;
        }
        match event {
            Event::Input(input) => {
                if !matches!(input, Input::Time) {
                    self.idle.touched(time);
                }
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
            Event::Neighbour => {
                if let Phase::Work(work) = &mut self.phase {
                    work.look_again(now());
                }
            }
            Event::Saved => {
                if let Phase::Work(work) = &mut self.phase {
                    work.saved(now());
                }
            }
            Event::Lock => self.lock(screen)?,
            Event::Suspend => self.suspend(screen)?,
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
            self.suspend(screen)?;
        }
        if asked.lock {
            self.lock(screen)?;
        }
        Ok(asked.quit)
    }

    /// Everything personal is closed and wiped, what is half written kept in the store; what was open is
    /// remembered by its address alone.
    fn lock(&mut self, screen: &mut Screen) -> io::Result<()> {
        let Phase::Work(work) = &mut self.phase else { return Ok(()) };
        if work.who().role == Role::Trainer {
            return Ok(());
        }
        work.keep_writing(now());
        let sign_in = if work.who().id.is_empty() { String::new() } else { work.sign_in() };
        // Should the key file be gone by now, that is told when somebody knocks.
        let mut gate = entering::before(&self.start.dir, &sign_in).unwrap_or_else(|_| Gate::unlock(""));
        if work.is_in_other_hands() {
            gate = gate.that_stays();
        }
        let Phase::Work(work) = std::mem::replace(&mut self.phase, Phase::Gate(gate)) else { return Ok(()) };
        self.places = work.places();
        self.start.setup.discretion = work.discretion();
        self.left_by = Some(work.who().clone());
        self.start.words = work.close();
        self.start.words.forget();
        // Nothing of what was there is left, and what another program wrote over it neither.
        screen.forget()?;
        self.draw(screen)
    }

    /// Locks, gives the terminal back and stops; [`Event::Continue`] takes it again.
    fn suspend(&mut self, screen: &mut Screen) -> io::Result<()> {
        self.lock(screen)?;
        screen.suspend();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
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
                let look = Look { words, keymap, ability, now: time, actor: "", demo: *demo, frozen: false };
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

/// A shorter patience than any setting gives, in milliseconds of `ONWARD_PATIENCE`, in builds for tests alone.
#[cfg(debug_assertions)]
fn hurried() -> Option<chrono::Duration> {
    let patience = std::env::var("ONWARD_PATIENCE").ok()?;
    patience.parse().ok().map(chrono::Duration::milliseconds)
}
