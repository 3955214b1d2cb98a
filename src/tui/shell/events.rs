//! Everything that wakes the desk: keys, signals, the terminal hanging up, work beside it.

use crate::tui::app::Input;
use crate::tui::keys::Key;
use crossterm::event::{self, Event as TerminalEvent};
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// Something that wakes the desk.
#[derive(Debug)]
pub enum Event {
    Input(Input),
    /// The terminal has another size.
    Redraw,
    /// Nobody has touched a key for too long.
    Lock,
    /// Asked to stop for a while: SIGTSTP.
    Suspend,
    /// Goes on after it was stopped, by itself or by another: SIGCONT.
    Continue,
    /// Asked to end: SIGTERM, SIGINT, SIGQUIT.
    Terminate,
    /// The terminal is gone.
    HangUp,
    /// The store was written, by this desk or by another.
    Neighbour,
    /// A file that a trainer works on was saved.
    Saved,
    /// Work beside the desk has something to say.
    Work(super::workplace::Progress),
}

/// Starts what listens to the world. The threads block: at rest nothing wakes.
///
/// # Errors
/// When signals cannot be watched.
pub fn listen() -> io::Result<(Sender<Event>, Receiver<Event>)> {
    let (sender, receiver) = channel();
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGCONT, SIGTSTP])?;
    let to = sender.clone();
    spawn("signals", move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGHUP => Event::HangUp,
                SIGCONT => Event::Continue,
                SIGTSTP => Event::Suspend,
                _ => Event::Terminate,
            };
            if to.send(event).is_err() {
                break;
            }
        }
    })?;
    let to = sender.clone();
    spawn("hang-up", move || {
        // Reading keys may spin without end on a terminal that is gone; this wakes once, for good.
        let stdin = io::stdin();
        let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
        while poll(&mut watched, None).is_err() {}
        let _ = to.send(Event::HangUp);
    })?;
    let to = sender.clone();
    spawn("keys", move || {
        while let Ok(event) = event::read() {
            if let Some(event) = translate(event)
                && to.send(event).is_err()
            {
                return;
            }
        }
        let _ = to.send(Event::HangUp);
    })?;
    Ok((sender, receiver))
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    // They hold little: a small stack each keeps the desk small.
    thread::Builder::new().name(name.to_owned()).stack_size(256 * 1024).spawn(work).map(drop)
}

fn translate(event: TerminalEvent) -> Option<Event> {
    match event {
        TerminalEvent::Key(key) => Key::of(&key).map(|key| Event::Input(Input::Key(key))),
        TerminalEvent::Paste(text) => Some(Event::Input(Input::Paste(lines(&text)))),
        TerminalEvent::Resize(..) => Some(Event::Redraw),
        _ => None,
    }
}

/// A pasted text with one sign between its lines: most terminals send the key that ends a line.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_lines_end_alike_whatever_the_terminal_sends() {
        for text in ["ill\tP\nL 7\n", "ill\tP\rL 7\r", "ill\tP\r\nL 7\r\n"] {
            let pasted = translate(TerminalEvent::Paste(text.to_owned()));
            let Some(Event::Input(Input::Paste(pasted))) = pasted else { panic!("{pasted:?}") };
            assert_eq!(pasted, "ill\tP\nL 7\n");
        }
    }
}
