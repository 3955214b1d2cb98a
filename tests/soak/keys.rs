//! Keys that nobody would press, by the thousand: pastes, sizes, letters that turn round. Nothing panics, no frame
//! takes long, and the terminal is given back.

use crate::prison::{OPEN, PASSPHRASE, Prison};
use crate::stage::Stage;
use crate::{random, size, tell};
use onward::domain::random::Random;
use onward::domain::staff::Role;
use onward::tui::keys::Key;
use std::collections::VecDeque;
use std::time::Duration;

/// The most that a key may take of a processor, its frame included. What is not optimised is five times as slow.
const MOST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 500 } else { 100 });

/// What is done to the desk.
#[derive(Debug, Clone)]
enum Deed {
    Key(Key),
    Paste(String),
    Size(u16, u16),
    Minutes(i64),
}

/// Letters that are wide, of no width, combining, from right to left, or nothing that a terminal should get.
const STRANGE: [char; 18] = [
    'å',
    'Ж',
    'ḥ',
    '漢',
    '한',
    '👩',
    '\u{200d}',
    '\u{301}',
    'ع',
    '\u{202e}',
    '\u{2066}',
    '\u{200b}',
    '\u{feff}',
    '\u{1b}',
    '\u{9b}',
    '\u{7}',
    '\u{0}',
    '\u{10ffff}',
];

const NAMED: [Key; 18] = [
    Key::Enter,
    Key::Enter,
    Key::Esc,
    Key::Esc,
    Key::Tab,
    Key::BackTab,
    Key::Up,
    Key::Down,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::ShiftDown,
    Key::ShiftRight,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Backspace,
];

/// A letter from the keyboard; no `/`, so that no path leads out of the folder: `F3` finds too.
fn letter(random: &mut Random) -> char {
    let c = char::from_u32(random.between(0x20, 0x7e)).unwrap();
    if c == '/' { 'a' } else { c }
}

fn text(random: &mut Random) -> String {
    let length = if random.chance(5) { 5_000 } else { random.between(0, 60) };
    let mut one = |_| match random.below(10) {
        0 => *random.pick(&STRANGE).unwrap(),
        1 => *random.pick(&['\n', '\t', ';', ',', ' ']).unwrap(),
        _ => letter(random),
    };
    (0..length).map(&mut one).collect()
}

fn deed(random: &mut Random) -> Deed {
    match random.below(100) {
        0 => Deed::Paste(text(random)),
        1 => Deed::Size(u16::try_from(random.between(1, 300)).unwrap(), u16::try_from(random.between(1, 100)).unwrap()),
        2 => Deed::Size(80, 24),
        3 => Deed::Minutes(random.between(0, 40).into()),
        4..8 => Deed::Key(Key::F(u8::try_from(random.between(1, 12)).unwrap())),
        8..12 => Deed::Key(Key::Ctrl(char::from(b'a' + u8::try_from(random.below(26)).unwrap()))),
        12..15 => Deed::Key(Key::Char(*random.pick(&STRANGE).unwrap())),
        15..45 => Deed::Key(*random.pick(&NAMED).unwrap()),
        _ => Deed::Key(Key::Char(letter(random))),
    }
}

/// The last deeds, told when something goes wrong.
#[derive(Default)]
struct Deeds(VecDeque<Deed>);

impl Deeds {
    fn add(&mut self, deed: Deed) {
        if self.0.len() == 60 {
            self.0.pop_front();
        }
        self.0.push_back(deed);
    }
}

impl Drop for Deeds {
    fn drop(&mut self) {
        if std::thread::panicking() {
            tell(&format!("keys: at last {:?}", self.0));
        }
    }
}

/// One of the desks that people sit at.
fn desk(nth: u32) -> Stage {
    match nth % 6 {
        0 => Stage::typical(),
        1 => Stage::typical().lang("nb").size(60, 20),
        2 => Stage::typical().signed_in("Ola", Role::Supervisor),
        3 => Stage::typical().room_safe(),
        4 => Stage::crowded(),
        _ => Stage::empty(),
    }
}

fn done(stage: Stage, deed: &Deed) -> Stage {
    match deed {
        Deed::Key(Key::Char(c)) => stage.type_text(&c.to_string()),
        Deed::Key(key) => stage.press(&key.to_string()),
        Deed::Paste(text) => stage.paste(text),
        Deed::Size(columns, rows) => stage.size(*columns, *rows),
        Deed::Minutes(minutes) => stage.wait(*minutes),
    }
}

/// What this thread has taken of a processor: others may be busy too.
fn taken() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap()
}

#[test]
fn no_keys_bring_the_desk_down_or_make_it_wait() {
    let (mut random, keys) = (random(7), size(1_500, 100_000));
    // Keys after which another desk is taken.
    let sitting = size(500, 2_500);
    let (mut stage, mut deeds, mut times) = (desk(0), Deeds::default(), Vec::new());
    for nth in 0..keys {
        if nth > 0 && nth % sitting == 0 {
            stage = desk(nth / sitting);
        }
        let deed = deed(&mut random);
        deeds.add(deed.clone());
        let begun = taken();
        stage = done(stage.catch_up(), &deed);
        let buffer = stage.buffer();
        let took = taken().saturating_sub(begun);
        assert!(took < MOST, "{nth}: {took:?} for {deed:?} on\n{}", stage.screen());
        times.push((took, nth));
        let sound = |cell: &ratatui::buffer::Cell| !cell.symbol().chars().any(char::is_control);
        assert!(nth % 10 != 0 || buffer.content.iter().all(sound), "{nth}: {deed:?}");
        if stage.asked.quit || stage.asked.lock || stage.asked.suspend {
            stage = stage.reopen();
        }
    }
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].0;
    tell(&format!(
        "keys: {keys} at a desk, {:?} each, {:?} the slowest of a hundred, {:?} at most",
        at(50),
        at(99),
        at(100)
    ));
}

/// A key as terminals send it; none that would stop the desk or that terminals do not have.
fn sent(deed: &Deed) -> Option<String> {
    let after_escape = |rest: &str| Some(format!("\u{1b}{rest}"));
    match deed {
        Deed::Paste(text) => after_escape(&format!("[200~{}\u{1b}[201~", text.replace('\u{1b}', ""))),
        Deed::Key(key) => match key {
            Key::Char(c) => Some(c.to_string()),
            Key::Ctrl('z') => None,
            Key::Ctrl(c) => Some(char::from(u8::try_from(*c).ok()? & 0x1f).to_string()),
            Key::F(n @ 1..=4) => after_escape(&format!("O{}", char::from(b'O' + n))),
            Key::F(n @ 5..=12) => {
                let numbers = [15, 17, 18, 19, 20, 21, 23, 24];
                after_escape(&format!("[{}~", numbers[usize::from(n - 5)]))
            }
            Key::Enter => Some("\r".to_owned()),
            Key::Esc => after_escape(""),
            Key::Tab => Some("\t".to_owned()),
            Key::Backspace => Some("\u{7f}".to_owned()),
            Key::BackTab => after_escape("[Z"),
            Key::Up => after_escape("[A"),
            Key::Down => after_escape("[B"),
            Key::Right => after_escape("[C"),
            Key::Left => after_escape("[D"),
            Key::ShiftDown => after_escape("[1;2B"),
            Key::ShiftRight => after_escape("[1;2C"),
            Key::Home => after_escape("[H"),
            Key::End => after_escape("[F"),
            Key::PageUp => after_escape("[5~"),
            Key::PageDown => after_escape("[6~"),
            _ => None,
        },
        Deed::Size(..) | Deed::Minutes(_) => None,
    }
}

#[test]
fn whatever_was_typed_the_terminal_is_given_back() {
    let prison = Prison::with(24);
    let (mut random, keys) = (random(77), size(400, 20_000));
    let (mut desk, mut deeds, mut left) = (prison.desk(), Deeds::default(), 0);
    for nth in 0..keys {
        let deed = deed(&mut random);
        deeds.add(deed.clone());
        if let Deed::Size(columns, rows) = deed {
            desk.resize(columns, rows);
        }
        if !desk.has_ended() {
            desk.type_text(&sent(&deed).unwrap_or_default());
        }
        if nth % 20 == 19 {
            desk.wait_for_rest(Duration::from_millis(30));
            let contents = desk.screen().contents();
            if desk.has_ended() {
                assert_eq!(desk.wait_for_end(Duration::from_secs(2)), 0, "{nth}");
                (desk, left) = (prison.desk(), left + 1);
            } else if contents.contains("Type your passphrase") || contents.contains("Who are you?") {
                desk.type_text(&format!("\u{15}{PASSPHRASE}\r"));
            }
        }
    }
    if !desk.has_ended() {
        desk.signal("TERM");
    }
    assert_eq!(desk.wait_for_end(Duration::from_secs(2)), 0);
    let verified = prison.run(&format!("{} verify", OPEN.join(" ")));
    assert_eq!(verified.code, Some(0), "{verified:?}");
    tell(&format!("keys: {keys} in a terminal, left by them {left} times, given back each time"));
}
