//! The stage: the real desk on a real temporary store, with a clock that stands still until told.

use chrono::{DateTime, Duration, FixedOffset};
use onward::demo;
use onward::domain::closed::ClosedDays;
use onward::domain::entry::Entry;
use onward::domain::id::Ids;
use onward::domain::programme::{Course, Programme};
use onward::domain::record::{Reads, Records, Stamp};
use onward::domain::shelf::{Programmes, Services};
use onward::domain::staff::Role;
use onward::i18n::{Locale, Words};
use onward::store::{self, Cost, NewStaff, Store};
use onward::tui::app::Input;
use onward::tui::desk::{Desk, Remark};
use onward::tui::effect::Place;
use onward::tui::keymap::Keymap;
use onward::tui::keys::Key;
use onward::tui::look::Ability;
use onward::tui::manuscript::Manuscripts;
use onward::tui::shell::events::Event;
use onward::tui::shell::reviews::Reviewing;
use onward::tui::shell::workplace::{Asked, Discretion, Setup, Workplace};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

/// A key is cheap to stretch here: no test waits for it.
const COST: Cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };
const PASSPHRASE: &str = "seven copper owls";
/// Who is at the desk.
pub const ACTOR: &str = "Kari";

/// Tuesday 24 November 2026, ten o'clock in Norway.
pub fn ten_oclock() -> DateTime<FixedOffset> {
    "2026-11-24T10:00:00+01:00".parse().unwrap()
}

/// The desk, its store and its screen.
pub struct Stage {
    folder: tempfile::TempDir,
    work: Option<Workplace>,
    events: Receiver<Event>,
    pub now: DateTime<FixedOffset>,
    size: (u16, u16),
    ability: Ability,
    locale: &'static Locale,
    demo: bool,
    /// Who has signed in, where several people work on the store.
    sign_in: String,
    programmes: Arc<Programmes>,
    services: Arc<Services>,
    keymap: Keymap,
    closed: ClosedDays,
    discretion: Discretion,
    remarks: Vec<Remark>,
    manuscripts: Option<Manuscripts>,
    review: Option<Reviewing>,
    /// Keys pressed so far; a text that is pasted is one.
    pub keys: usize,
    /// What the last key asked of the terminal's owner.
    pub asked: Asked,
}

impl Stage {
    /// A store with nothing in it.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let built_in = onward::catalogue::Catalogue::built_in(ten_oclock().date_naive());
        let (programmes, services) = (Arc::new(built_in.programmes), Arc::new(built_in.services));
        let (store, _) = Store::create(folder.path(), ACTOR, PASSPHRASE, COST, &mut counting_bytes()).unwrap();
        drop(store);
        let (_, events) = channel();
        let ability = Ability { ascii: false, marker: false, colour: false };
        let mut stage = Self {
            folder,
            work: None,
            events,
            now: ten_oclock(),
            size: (80, 24),
            ability,
            locale: Locale::choose(["en"]),
            demo: false,
            sign_in: String::new(),
            keymap: Keymap::built_in(),
            programmes,
            services,
            closed: ClosedDays::default(),
            discretion: Discretion::default(),
            remarks: Vec::new(),
            manuscripts: None,
            review: None,
            keys: 0,
            asked: Asked::default(),
        };
        stage.open();
        stage
    }

    /// The small desk of the demo: a group with a session today, one finished, one planned, people waiting.
    pub fn typical() -> Self {
        let mut stage = Self::empty();
        let (ten, eight) = stage.courses();
        let steps = demo::desk(1, stage.now, &ten, &eight);
        stage.fill(steps);
        stage
    }

    /// The desk of `onward demo`: the small desk, and what is done for its people.
    pub fn served() -> Self {
        Self::served_at(ten_oclock())
    }

    /// The same at another moment.
    pub fn served_at(now: DateTime<FixedOffset>) -> Self {
        let mut stage = Self::empty();
        stage.now = now;
        let (ten, eight) = stage.courses();
        let steps = demo::served((1, now), &ten, &eight, &stage.services, ACTOR);
        stage.fill(steps);
        stage
    }

    /// What can be done for one person.
    pub fn services(&self) -> &Services {
        &self.services
    }

    /// Very many people and groups, and the small desk among them.
    pub fn crowded() -> Self {
        let mut stage = Self::empty();
        let (ten, eight) = stage.courses();
        let steps: Vec<_> = demo::large(1, stage.now, &ten, &eight, 400).collect();
        stage.fill(steps);
        stage
    }

    /// The ten-session and the eight-session version of the built-in programme.
    pub fn courses(&self) -> (Course, Course) {
        let mut courses = self.programmes.iter().flat_map(Programme::courses);
        (courses.next().unwrap(), courses.next().unwrap())
    }

    /// Records steps as another desk would, then opens the desk anew.
    pub fn fill(&mut self, steps: impl IntoIterator<Item = (Stamp, Vec<Entry>)>) {
        self.work = None;
        let mut store = open_store(self.folder.path());
        store.filling(true).unwrap();
        for (stamp, entries) in steps {
            store.record(&entries, &stamp).unwrap();
        }
        store.filling(false).unwrap();
        drop(store);
        self.open();
    }

    /// Records entries now, by the one at the desk.
    pub fn record(&mut self, entries: Vec<Entry>) {
        let stamp = Stamp { actor: ACTOR.to_owned(), at: self.now };
        self.fill([(stamp, entries)]);
    }

    fn open(&mut self) {
        let places = self.work.take().map(|work| work.places()).unwrap_or_default();
        self.open_at(&places);
    }

    fn open_at(&mut self, places: &[onward::tui::effect::Place]) {
        let store = open_store_as(self.folder.path(), &self.sign_in);
        self.open_on(store, places);
    }

    fn open_on(&mut self, store: Store, places: &[onward::tui::effect::Place]) {
        let (sender, events) = channel();
        self.events = events;
        let who = store.who().clone();
        let setup = Setup {
            programmes: self.programmes.clone(),
            profiles: profiles(),
            services: self.services.clone(),
            closed: self.closed.clone(),
            remarks: self.remarks.clone(),
            manuscripts: self.manuscripts.clone(),
            review: self.review.clone(),
            keymap: self.keymap.clone().for_role(who.role),
            clipboard: true,
            discretion: self.discretion,
            actor: who.name,
            exports: self.folder.path().to_owned(),
            demo: self.demo,
            programmes_alone: false,
            cost: Some(COST),
            seed: 7,
        };
        let mut work = Workplace::new(store, Words::new(self.locale), setup, places, sender, self.now);
        work.set_size(self.size.0, self.size.1);
        self.work = Some(work);
        self.follow_up();
    }

    /// What is due by itself happens at once, as in the loop of the desk.
    fn follow_up(&mut self) {
        let now = self.now;
        if self.work().due(now).is_some_and(|due| due <= now) {
            self.work().turn(&Input::Time, now);
        }
    }

    /// Closes the store and opens it again on the same screens, as after a power cut.
    pub fn reopen(mut self) -> Self {
        self.open();
        self
    }

    /// In a prison that is closed on the days of this RON text.
    pub fn closed(mut self, days: &str) -> Self {
        let checked = onward::catalogue::check_text("closed-days.ron", days, self.now.date_naive());
        self.closed = checked.closed().unwrap();
        self.open();
        self
    }

    /// With other programmes.
    pub fn programmes(mut self, change: impl FnOnce(&mut Vec<Programme>)) -> Self {
        Arc::make_mut(&mut self.programmes).change(change);
        self.open();
        self
    }

    /// In another language.
    pub fn lang(mut self, tag: &str) -> Self {
        self.locale = Locale::choose([tag]);
        self.open();
        self
    }

    /// On a desk whose screen a whole group may see.
    pub fn room_safe(mut self) -> Self {
        self.discretion = Discretion::new(true);
        self.open();
        self
    }

    /// With other keys.
    pub fn keymap(mut self, keymap: Keymap) -> Self {
        self.keymap = keymap;
        self.open();
        self
    }

    /// On another screen size.
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self.work().set_size(columns, rows);
        self
    }

    /// On a terminal that can do other things.
    pub fn ability(mut self, ability: Ability) -> Self {
        self.ability = ability;
        self
    }

    /// A colleague has a key too, and signs in on the screens that are open.
    pub fn signed_in(mut self, name: &str, role: Role) -> Self {
        let places = self.work.take().map(|work| work.places()).unwrap_or_default();
        let sign_in = name.to_lowercase();
        let mut store = open_store(self.folder.path());
        let new = NewStaff { name: name.to_owned(), sign_in: sign_in.clone(), role };
        let stamp = Stamp { actor: ACTOR.to_owned(), at: self.now };
        store.add_staff(new, PASSPHRASE, (COST, &mut counting_bytes()), &stamp).unwrap();
        drop(store);
        self.sign_in = sign_in;
        self.open_at(&places);
        self
    }

    /// Somebody who has a key already signs in, on the first screen.
    pub fn signed_in_as(mut self, sign_in: &str) -> Self {
        self.work = None;
        sign_in.clone_into(&mut self.sign_in);
        self.open_at(&[]);
        self
    }

    /// On a screen that no key leads to from here.
    pub fn at(mut self, place: Place) -> Self {
        self.work = None;
        self.open_at(&[place]);
        self
    }

    /// The same store where nothing can be written.
    pub fn frozen(mut self) -> Self {
        let places = self.work.take().map(|work| work.places()).unwrap_or_default();
        let unlocked = store::unlock_as(self.folder.path(), &self.sign_in, PASSPHRASE).unwrap();
        self.open_on(Store::open_for_reading(self.folder.path(), &unlocked).unwrap(), &places);
        self
    }

    /// A trainer's desk: no store, no data.
    pub fn of_a_trainer() -> Self {
        let mut stage = Self::empty();
        stage.open_on(Store::for_trainers().unwrap(), &[]);
        stage
    }

    /// A trainer's desk on the files that they work on, in the language `tag`.
    pub fn of_an_author(manuscripts: Manuscripts, place: Place, tag: &str) -> Self {
        let mut stage = Self::empty();
        stage.locale = Locale::choose([tag]);
        stage.manuscripts = Some(manuscripts);
        stage.open_on(Store::for_trainers().unwrap(), &[place]);
        stage
    }

    /// A supervisor's desk on bundles, in the language `tag`.
    pub fn of_a_review(reviewing: Reviewing, tag: &str) -> Self {
        let mut stage = Self::empty();
        stage.locale = Locale::choose([tag]);
        stage.review = Some(reviewing);
        stage.open_on(Store::for_trainers().unwrap(), &[Place::Review]);
        stage
    }

    /// What was found in the files when the desk was opened.
    pub fn remarks(mut self, remarks: Vec<Remark>) -> Self {
        self.remarks = remarks;
        self.open();
        self
    }

    /// A file was saved, the desk is told, and has drawn what it saw at a glance.
    pub fn glanced(mut self) -> Self {
        let now = self.now;
        self.work().saved(now);
        self
    }

    /// The same, and the desk has read it whole.
    pub fn saved(self) -> Self {
        let mut stage = self.glanced();
        let now = stage.now;
        stage.work().read_rest(now);
        stage
    }

    /// Minutes go by.
    pub fn wait(mut self, minutes: i64) -> Self {
        self.now += Duration::minutes(minutes);
        let now = self.now;
        self.work().turn(&Input::Time, now);
        self
    }

    /// Seconds go by, if something is due in them.
    pub fn rest(mut self, seconds: i64) -> Self {
        let until = self.now + Duration::seconds(seconds);
        while let Some(due) = self.due().filter(|due| *due <= until) {
            self.now = due;
            self.input(&Input::Time);
            assert!(self.due() > Some(due) || self.due().is_none(), "what was due is done");
        }
        self.now = until;
        self
    }

    /// When the desk would wake by itself.
    pub fn due(&self) -> Option<DateTime<FixedOffset>> {
        self.work.as_ref().unwrap().due(self.now)
    }

    /// How long the desk stays open untouched.
    pub fn patience(&self) -> Duration {
        self.work.as_ref().unwrap().patience()
    }

    fn work(&mut self) -> &mut Workplace {
        self.work.as_mut().unwrap()
    }

    /// Presses keys, named as the key table names them, with spaces between: `"3 n Enter"`.
    pub fn press(mut self, keys: &str) -> Self {
        for name in keys.split_whitespace() {
            let key = Key::from_name(name).unwrap_or_else(|| panic!("no key is called {name}"));
            self.input(&Input::Key(key));
        }
        self
    }

    /// Types a text, letter by letter.
    pub fn type_text(mut self, text: &str) -> Self {
        for c in text.chars() {
            self.input(&Input::Key(Key::Char(c)));
        }
        self
    }

    /// Pastes a text in one piece.
    pub fn paste(mut self, text: &str) -> Self {
        self.input(&Input::Paste(text.to_owned()));
        self
    }

    fn input(&mut self, input: &Input) {
        self.keys += usize::from(!matches!(input, Input::Time));
        let now = self.now;
        self.asked = self.work().turn(input, now);
        self.follow_up();
    }

    /// Waits for the work beside the desk (an export, an audit) to end.
    pub fn finish_work(mut self) -> Self {
        let mut ended = false;
        while !ended {
            let told = self.events.recv_timeout(std::time::Duration::from_secs(20));
            let Event::Work(progress) = told.expect("the work beside the desk ends") else { continue };
            ended = progress.is_end();
            let now = self.now;
            self.work().progress(progress, now);
        }
        self
    }

    /// Takes in what work beside the desk has to say by now.
    #[allow(dead_code, reason = "for whoever presses keys while work is done beside the desk")]
    pub fn catch_up(mut self) -> Self {
        while let Ok(event) = self.events.try_recv() {
            let now = self.now;
            match event {
                Event::Work(progress) => self.work().progress(progress, now),
                Event::Neighbour => self.work().look_again(now),
                Event::Saved => self.work().read_again(now),
                other => panic!("nobody sends {other:?} here"),
            }
        }
        self
    }

    /// The screen as text, without the spaces at the ends of lines.
    pub fn screen(&self) -> String {
        let buf = self.buffer();
        let rows = buf.content.chunks(usize::from(buf.area.width));
        rows.map(|row| text_of(row).trim_end().to_owned() + "\n").collect()
    }

    /// The screen's cells.
    pub fn buffer(&self) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let area = buf.area;
        self.work.as_ref().unwrap().draw(area, &mut buf, self.ability, self.now);
        if self.ability.ascii {
            onward::tui::ascii::flatten(&mut buf);
        }
        buf
    }

    /// The record, for looking at what is on disk.
    pub fn reads(&self) -> &dyn Reads {
        self.work.as_ref().unwrap().reads()
    }

    /// What a screen may ask of this stage: for turning an app by hand.
    pub fn desk<'a>(
        &'a self,
        words: &'a Words,
        closed: &'a ClosedDays,
        keymap: &'a Keymap,
        ids: &'a mut Ids,
    ) -> Desk<'a> {
        Desk {
            reads: self.reads(),
            programmes: &self.programmes,
            profiles: &[],
            services: &self.services,
            closed,
            remarks: &[],
            manuscripts: &[],
            review: None,
            words,
            keymap,
            actor: ACTOR,
            now: self.now,
            ids,
            copied: None,
            clipboard: false,
            counted: None,
            columns: 80,
            exports: self.folder(),
            demo: false,
        }
    }

    /// The database as somebody reaches it who has the key and not the program.
    pub fn behind_its_back(&self, sql: &str) {
        let key = store::unlock(self.folder.path(), PASSPHRASE).unwrap().key;
        let db = rusqlite::Connection::open(self.folder.path().join("onward.db")).unwrap();
        db.execute_batch(&key.pragma()).unwrap();
        db.execute_batch(sql).unwrap();
    }

    /// The folder of the store.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The recipients that come with the desk.
fn profiles() -> Vec<Arc<onward::domain::profile::Profile>> {
    onward::catalogue::profiles::Profiles::load(None).profiles.into_iter().map(Arc::new).collect()
}

fn text_of(row: &[ratatui::buffer::Cell]) -> String {
    use unicode_width::UnicodeWidthStr;
    let mut text = String::new();
    let mut skip = 0;
    for cell in row {
        if skip == 0 {
            text.push_str(cell.symbol());
            skip = cell.symbol().width().saturating_sub(1);
        } else {
            skip -= 1;
        }
    }
    text
}

fn open_store(dir: &Path) -> Store {
    open_store_as(dir, "")
}

fn open_store_as(dir: &Path, sign_in: &str) -> Store {
    let unlocked = store::unlock_as(dir, sign_in, PASSPHRASE).unwrap();
    Store::open(dir, &unlocked).unwrap()
}

/// Bytes that are the same in every run.
fn counting_bytes() -> impl FnMut(&mut [u8]) -> std::io::Result<()> {
    let mut next = 0_u8;
    move |bytes| {
        for byte in bytes {
            next = next.wrapping_add(41);
            *byte = next;
        }
        Ok(())
    }
}
