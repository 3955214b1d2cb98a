//! The terminal goes, or a signal comes: the desk ends at once, without spinning, and loses nothing.

use crate::look::{Copy, shown};
use crate::prison::{OPEN, PASSPHRASE, PROGRAM, Prison};
use crate::terminal::Terminal;
use crate::{size, tell};
use std::fs;
use std::time::{Duration, Instant};

const AT_ONCE: Duration = Duration::from_secs(2);

/// The most that ending may take of a processor.
const LIGHT: Duration = Duration::from_millis(200);

/// How the desk comes to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The terminal is closed; the signal that says so is ignored by whoever started the desk.
    Closed,
    /// The terminal is closed, and no signal reaches the desk: it is in a session of its own.
    ClosedUnheard,
    Signal(&'static str),
    /// Stopped, gone on, unlocked, and left.
    Stopped,
}

const WAYS: [Way; 5] = [Way::Closed, Way::ClosedUnheard, Way::Signal("HUP"), Way::Signal("TERM"), Way::Stopped];

/// Runs the desk, then writes down how it ended and what it took of the processor.
const WITNESS: &str = r#"trap "" HUP; "$@"; echo "$?" >ended; cat "/proc/$$/stat" >>ended"#;

/// Ticks of the processor, a hundredth of a second each, in these fields of a `stat` of the system.
fn ticks(stat: &str, fields: [usize; 2]) -> Duration {
    // Counted from behind the name, which may hold anything.
    let numbers: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks = fields.map(|field| numbers[field - 3].parse::<u64>().unwrap());
    Duration::from_millis(10 * (ticks[0] + ticks[1]))
}

/// The desk on the store, started by a witness; the process of the desk itself.
fn watched(prison: &Prison, way: Way) -> (Terminal, u32) {
    let own_session: &[&str] = if way == Way::ClosedUnheard { &["setsid", "--wait"] } else { &[] };
    let line = [&["sh", "-c", WITNESS, "witness"], own_session, &[PROGRAM], &OPEN[..]].concat();
    let mut desk = prison.terminal_of(&line, &[]);
    desk.wait_for("Sessions today");
    desk.wait_for("Kari");
    let mut pid = desk.pid;
    while let Some(child) = only_child(pid) {
        pid = child;
    }
    (desk, pid)
}

fn only_child(pid: u32) -> Option<u32> {
    let children = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap();
    children.split_whitespace().next().map(|child| child.parse().unwrap())
}

fn kill(signal: &str, pid: u32) {
    let status = std::process::Command::new("kill").args([&format!("-{signal}"), &pid.to_string()]).status();
    assert!(status.unwrap().success());
}

/// One mark, one half-written note, and the end; how long it took, and what of the processor.
fn end(prison: &Prison, way: Way) -> (Duration, Duration) {
    let (mut desk, pid) = watched(prison, way);
    desk.press("s", "of 4 here");
    let code = if shown(desk.screen()).first() == Some(&'X') { 'P' } else { 'X' };
    desk.type_text(&format!("\u{1b}[H{}", code.to_lowercase()));
    desk.wait_until("mark", |screen| shown(screen).first() == Some(&code));
    desk.press("\u{1b}[Hn", "Note");
    desk.press("half a thought", "half a thought");
    let stat = || fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    if way == Way::Stopped {
        kill("TSTP", pid);
        desk.wait_until_given_back();
        // Only a program that stands can go on, and it stands a moment after it has given the terminal back.
        while !stat().rsplit(')').next().unwrap().trim_start().starts_with('T') {
            std::thread::sleep(Duration::from_millis(1));
        }
        kill("CONT", pid);
        desk.wait_until("gate", |screen| screen.alternate_screen() && screen.contents().contains("Locked"));
        assert!(!desk.screen().contents().contains("half a thought"));
        desk.press(&format!("{PASSPHRASE}\r"), "of 4 here");
    }
    let (before, begun) = (ticks(&stat(), [14, 15]), Instant::now());
    match way {
        Way::Closed | Way::ClosedUnheard => drop(desk.hang_up(AT_ONCE)),
        Way::Signal(name) => {
            kill(name, pid);
            assert_eq!(desk.wait_for_end(AT_ONCE), 0, "{way:?}");
        }
        Way::Stopped => {
            desk.press("\u{1b}", "Sessions today");
            desk.type_text("q");
            assert_eq!(desk.wait_for_end(AT_ONCE), 0, "{way:?}");
        }
    }
    let took = begun.elapsed();
    let ended = fs::read_to_string(prison.path("ended")).unwrap();
    let (code_of_desk, stat) = ended.split_once('\n').unwrap();
    assert_eq!(code_of_desk, "0", "{way:?}");
    let light = ticks(stat, [16, 17]).saturating_sub(before);

    assert_eq!(Copy::sound(&prison.path("store")).marks()[0], code, "{way:?}");
    let mut desk = prison.desk();
    desk.press("s", "of 4 here");
    desk.press("\u{1b}[Hn", "half a thought");
    (took, light)
}

#[test]
fn whatever_ends_the_desk_it_ends_at_once_and_loses_nothing() {
    // Each time anew: what is half written would come back, and once it is as long as it may be nothing more is drawn.
    let template = Prison::in_session();
    for way in WAYS {
        let ends: Vec<_> = (0..size(1, 40)).map(|_| end(&template.again(), way)).collect();
        let (took, light) = (ends.iter().map(|end| end.0).max().unwrap(), ends.iter().map(|end| end.1).max().unwrap());
        assert!(took < AT_ONCE && light < LIGHT, "{way:?}: {took:?}, {light:?} of a processor");
        tell(&format!("gone: {way:?} × {}: {took:?}, {light:?} of a processor at most", ends.len()));
    }
}
