//! The desk at work: app, store and words together. It performs what screens ask for, without a terminal.

mod accounting;
mod beside;
mod discretion;
mod staff;
mod turning;
mod waking;

pub use beside::Progress;
pub use discretion::Discretion;

use crate::demo;
use crate::domain::closed::ClosedDays;
use crate::domain::entry::Entry;
use crate::domain::id::{Ids, PersonId};
use crate::domain::profile::Profile;
use crate::domain::record::{Failure, Reads, Records, Stamp};
use crate::domain::shelf::{Programmes, Services};
use crate::domain::staff::{LOCK_AFTER, Who};
use crate::i18n::locale::LOCALES;
use crate::i18n::{Locale, Words};
use crate::say;
use crate::store::{Cost, Store};
use crate::tui::app::{App, Input};
use crate::tui::desk::{Counted, Desk, Remark};
use crate::tui::effect::{Effect, Effects, Judging, Place};
use crate::tui::keymap::Keymap;
use crate::tui::keys::Key;
use crate::tui::look::{Ability, Look};
use crate::tui::manuscript::Manuscripts;
use crate::tui::screens::import::Import;
use crate::tui::shell::beside::Beside;
use crate::tui::shell::company::Company;
use crate::tui::shell::events::Event;
use crate::tui::shell::idle;
use crate::tui::shell::people_file;
use crate::tui::shell::reviews::Reviewing;
use chrono::{DateTime, Duration, FixedOffset, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// The setting that keeps the interface language.
pub const LANGUAGE: &str = "language";

/// What only the one who has the terminal can do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    pub lock: bool,
    pub suspend: bool,
    pub quit: bool,
    /// To be offered to the terminal's clipboard.
    pub copy: Option<String>,
}

/// Who works here, with what.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Shared with every desk that is opened in turn: they are large.
    pub programmes: Arc<Programmes>,
    /// What recipients outside are given.
    pub profiles: Vec<Arc<Profile>>,
    /// What can be done for one person, and who does it.
    pub services: Arc<Services>,
    /// When the prison runs no groups.
    pub closed: ClosedDays,
    pub remarks: Vec<Remark>,
    /// The files that a trainer works on, at a trainer's desk.
    pub manuscripts: Option<Manuscripts>,
    /// The bundles that are reviewed, at a supervisor's desk.
    pub review: Option<Reviewing>,
    pub keymap: Keymap,
    /// Whether the terminal may take what is copied.
    pub clipboard: bool,
    pub actor: String,
    pub demo: bool,
    /// Whether a whole group may see the screen.
    pub discretion: Discretion,
    /// Whether the desk is there to read programmes and opens no store.
    pub programmes_alone: bool,
    /// What stretching a new passphrase costs; nothing where the machine is to be measured.
    pub cost: Option<Cost>,
    /// Where exports are offered to go.
    pub exports: PathBuf,
    /// Decides the identifiers of what is recorded.
    pub seed: u64,
}

/// The desk with its store.
#[derive(Debug)]
pub struct Workplace {
    app: App,
    store: Store,
    words: Words,
    setup: Setup,
    ids: Ids,
    /// Where work beside the desk reports to.
    events: Sender<Event>,
    /// An export or an audit that goes on.
    beside: Option<Beside>,
    /// Nothing until there is something to see.
    company: Option<Company>,
    /// The last entry that this desk knew of.
    known: i64,
    columns: u16,
    patience: Duration,
    /// The step that the status line has just named as the next to go.
    named: Option<i64>,
    /// What was copied last: gone with a lock, like everything else.
    copied: Option<String>,
    /// Whose pages were opened on which day since the desk was unlocked.
    consulted: BTreeSet<(PersonId, NaiveDate)>,
    /// The preview that was counted beside the desk last.
    counted: Option<Counted>,
    /// A file of a trainer is seen as it was saved, and not read whole.
    unread: bool,
}

impl Workplace {
    /// The desk on `store`, with `places` open.
    pub fn new(
        store: Store,
        mut words: Words,
        mut setup: Setup,
        places: &[Place],
        events: Sender<Event>,
        now: DateTime<FixedOffset>,
    ) -> Self {
        words.set_room_safe(setup.discretion.is_on());
        if let Some(manuscripts) = &mut setup.manuscripts {
            manuscripts.read(&words, now);
        }
        let ids = Ids::new(setup.seed);
        let mut work = Self {
            app: App::empty(),
            store,
            words,
            setup,
            ids,
            events,
            beside: None,
            company: None,
            known: 0,
            columns: 80,
            patience: idle::patience(None),
            named: None,
            copied: None,
            consulted: BTreeSet::new(),
            counted: None,
            unread: false,
        };
        work.with(now, |app, desk| app.open_all(places, desk));
        work.account(now);
        work
    }

    /// Begins what goes on beside the desk, and asks for what no screen shows, once there is something to see: whoever
    /// starts does not wait for it. What another desk recorded before it was listened for is looked for next.
    pub fn keep_company(&mut self, now: DateTime<FixedOffset>) {
        if self.company.is_some() {
            return;
        }
        self.patience = patience(&self.store);
        self.company = Some(Company::begin(&self.store, &self.setup, &self.events, now));
        self.known = self.store.head().map_or(self.known, |head| head.seq);
        // Whoever does not hear it is gone.
        let _ = self.events.send(Event::Neighbour);
    }

    fn with<T>(&mut self, now: DateTime<FixedOffset>, turn: impl FnOnce(&mut App, &mut Desk) -> T) -> T {
        let mut desk = Desk {
            reads: &self.store,
            programmes: &self.setup.programmes,
            profiles: &self.setup.profiles,
            services: &self.setup.services,
            closed: &self.setup.closed,
            remarks: &self.setup.remarks,
            manuscripts: self.setup.manuscripts.as_ref().map_or(&[], Manuscripts::all),
            review: self.setup.review.as_ref().map(|reviewing| &reviewing.review),
            words: &self.words,
            keymap: &self.setup.keymap,
            actor: &self.setup.actor,
            now,
            ids: &mut self.ids,
            copied: self.copied.as_deref(),
            clipboard: self.setup.clipboard,
            counted: self.counted.as_ref(),
            demo: self.setup.demo,
            columns: self.columns,
            exports: &self.setup.exports,
        };
        turn(&mut self.app, &mut desk)
    }

    /// One turn: the input, and all that follows from it.
    pub fn turn(&mut self, input: &Input, now: DateTime<FixedOffset>) -> Asked {
        if let (Some(beside), Input::Key(Key::Esc)) = (&self.beside, input) {
            beside.stop();
            return Asked::default();
        }
        let effects = self.with(now, |app, desk| app.update(input, desk));
        let named = self.named;
        let asked = self.perform(effects, now);
        self.be_discreet(now);
        // Another key, and it is named no longer; time alone leaves the line where it stands.
        if named == self.named && !matches!(input, Input::Time) {
            self.named = None;
        }
        self.account(now);
        asked
    }

    /// Performs what was asked for, in order; after a failure nothing that was to follow happens.
    fn perform(&mut self, effects: Effects, now: DateTime<FixedOffset>) -> Asked {
        let mut asked = Asked::default();
        let mut queue = std::collections::VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            let done = match effect {
                Effect::Record { entries, said } => self.record(&entries, said, now),
                Effect::KeepDraft { place, text } => self.store.keep_draft(&place, text.as_deref()),
                Effect::Copy(text) => {
                    self.copied = Some(text.clone());
                    asked.copy = Some(text).filter(|_| self.setup.clipboard);
                    Ok(())
                }
                Effect::Turn(way) => self.turn_back(way, now),
                Effect::RoomSafe => {
                    self.switch_room_safe(now);
                    Ok(())
                }
                Effect::Staff(change) => {
                    self.change_staff(change, now);
                    Ok(())
                }
                Effect::SamplePeople => self.sample_people(now),
                Effect::Language(tag) => self.language(tag, now),
                Effect::Write { request, path, force } => {
                    let path = from_home(&path, &self.setup.exports);
                    self.give_out(request, path, force, None, now)
                }
                Effect::GiveOut { request, path, force, recipient } => {
                    self.give_out(request, path, force, Some(recipient), now)
                }
                Effect::Count(request, width) => self.count(request, width, now),
                Effect::Verify => self.verify(now),
                Effect::Review(judging) => {
                    self.judge(judging, now);
                    Ok(())
                }
                Effect::ReadAgain => {
                    self.read_again(now);
                    self.app.say(say!(self.words, "author-read-again"));
                    Ok(())
                }
                Effect::Erase(orders) => self.erase(&orders, now),
                Effect::ReadImport(path) => {
                    self.read_import(&path, now);
                    Ok(())
                }
                Effect::Lock => {
                    asked.lock = true;
                    Ok(())
                }
                Effect::Suspend => {
                    asked.suspend = true;
                    Ok(())
                }
                Effect::Quit => {
                    asked.quit = true;
                    Ok(())
                }
                // Opening and closing are the app's own; those that follow a record come back to it.
                other => {
                    self.with(now, |app, desk| app.carry_on(other, desk));
                    Ok(())
                }
            };
            if let Err(failure) = done {
                let text = self.words.failure(&failure);
                self.app.not_recorded(text);
                break;
            }
        }
        asked
    }

    fn stamp(&self, now: DateTime<FixedOffset>) -> Stamp {
        Stamp { actor: self.setup.actor.clone(), at: now }
    }

    fn record(&mut self, entries: &[Entry], mut said: String, now: DateTime<FixedOffset>) -> Result<(), Failure> {
        if !entries.is_empty() {
            let (step, first) = self.store.record_after(self.known, entries, &self.stamp(now))?;
            if let Some(first) = first {
                let time = self.words.time(first.at.time());
                said = say!(self.words, "neighbour-first", said = said, name = first.actor, time = time);
            }
            self.counted = None;
            self.known = step + i64::try_from(entries.len()).unwrap_or(i64::MAX) - 1;
            if entries.iter().any(|entry| matches!(entry, Entry::Setting { .. })) {
                self.patience = patience(&self.store);
            }
        }
        self.with(now, |app, desk| app.recorded(said, desk));
        Ok(())
    }

    /// Keeps what a supervisor says of a bundle, and shows it.
    fn judge(&mut self, judging: Judging, now: DateTime<FixedOffset>) {
        let judging = match judging {
            Judging::Merge(path) => Judging::Merge(from_home(&path, &self.setup.exports)),
            other => other,
        };
        let Some(reviewing) = &mut self.setup.review else { return };
        match reviewing.judge(&judging, &self.words, now) {
            Ok(said) => self.with(now, |app, desk| app.recorded(said, desk)),
            Err(fault) => self.app.fail(fault.say(&self.words)),
        }
    }

    fn sample_people(&mut self, now: DateTime<FixedOffset>) -> Result<(), Failure> {
        let seed = u64::try_from(self.ids.next(now.timestamp_millis())).unwrap_or(1);
        let entries = demo::people_only(seed, now, 24);
        let said = say!(self.words, "sample-people-added", count = entries.len());
        self.record(&entries, said, now)
    }

    /// Reads a file of people and shows its dry run.
    fn read_import(&mut self, path: &Path, now: DateTime<FixedOffset>) {
        let path = from_home(path, &self.setup.exports);
        match people_file::read(&path, &self.words) {
            Ok(bytes) => {
                let screen = Box::new(Import::new(path, bytes));
                self.with(now, |app, desk| app.open(screen, desk));
            }
            Err(why) => self.app.fail(why),
        }
    }

    /// Changes to `tag`, or to the next language when it is empty, and keeps it as a setting.
    fn language(&mut self, tag: &str, now: DateTime<FixedOffset>) -> Result<(), Failure> {
        let here = LOCALES.iter().position(|l| l == self.words.locale()).unwrap_or(0);
        let next = &LOCALES[(here + 1) % LOCALES.len()];
        let locale = Locale::of(tag).unwrap_or(next);
        let entry = Entry::Setting { item: LANGUAGE.to_owned(), to: Some(Box::new(locale.tag.to_owned())) };
        let stamp = self.stamp(now);
        // A store that can only be read is read in either language; it forgets the choice.
        if !self.store.is_frozen() {
            self.store.record(&[entry], &stamp)?;
        }
        self.words = Words::new(locale);
        self.words.set_room_safe(self.setup.discretion.is_on());
        self.read_again(now);
        self.with(now, |app, desk| app.recorded(locale.name.to_owned(), desk));
        Ok(())
    }

    /// Tells the desk how large the terminal is.
    pub fn set_size(&mut self, columns: u16, rows: u16) {
        self.columns = columns;
        self.app.set_rows(rows);
    }

    /// How long it stays open untouched.
    #[must_use]
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// When the desk changes by itself next.
    #[must_use]
    pub fn due(&self, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        self.app.due(now)
    }

    /// Draws the desk.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, ability: Ability, now: DateTime<FixedOffset>) {
        let Setup { keymap, actor, demo, .. } = &self.setup;
        let frozen = self.store.is_frozen();
        let look = Look { words: &self.words, keymap, ability, now, actor, demo: *demo, frozen };
        self.app.draw(area, buf, &look);
    }

    /// Keeps what is half written: the desk is about to close without having been left.
    pub fn keep_writing(&mut self, now: DateTime<FixedOffset>) {
        let effects = self.app.keep_all();
        self.perform(effects, now);
    }

    /// Who works here.
    #[must_use]
    pub fn who(&self) -> &Who {
        self.store.who()
    }

    /// What is open: to come back to.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        // An audit ends with the desk that began it.
        self.app.places().into_iter().filter(|place| *place != Place::Audit(None)).collect()
    }

    /// Whether the screen was given to somebody who is not to see the desk.
    #[must_use]
    pub fn is_in_other_hands(&self) -> bool {
        self.app.is_covered()
    }

    /// The store is closed with everything that was decrypted; the words stay.
    #[must_use]
    pub fn close(self) -> Words {
        self.words
    }

    /// The record, for reading.
    #[must_use]
    pub fn reads(&self) -> &dyn Reads {
        &self.store
    }
}

/// How long the desk stays open untouched. A setting that cannot be read is as good as none.
fn patience(store: &Store) -> Duration {
    idle::patience(store.setting(LOCK_AFTER).ok().flatten().as_deref())
}

/// `~/` means the home folder, as in a shell; `home` is where exports go when nothing else is known.
fn from_home(path: &Path, home: &Path) -> PathBuf {
    let home = directories::BaseDirs::new().map_or_else(|| home.to_owned(), |dirs| dirs.home_dir().to_owned());
    path.strip_prefix("~").map_or_else(|_| path.to_owned(), |rest| home.join(rest))
}
