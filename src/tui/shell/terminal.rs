//! The terminal: entered, drawn on in one write a frame, and always given back as it was.

use crate::i18n::Words;
use crate::say;
use crate::tui::ascii::flatten;
use crate::tui::look::Ability;
use crossterm::{cursor, event, execute, queue, terminal};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use zeroize::Zeroize;

/// What the environment says the terminal can do. `TERM=dumb` and a locale without UTF-8 mean ASCII.
#[must_use]
pub fn ability(ascii: bool, marker: bool, variable: impl Fn(&str) -> Option<String>) -> Ability {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let dumb = set("TERM").is_some_and(|term| term == "dumb");
    let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG"));
    let narrow = locale.is_some_and(|l| !l.to_lowercase().replace('-', "").contains("utf8"));
    Ability { ascii: ascii || dumb || narrow, marker: marker || dumb, colour: !dumb && set("NO_COLOR").is_none() }
}

/// Whether the terminal may know what to do with a text that is offered to it: the console and a dumb one
/// do not.
#[must_use]
pub fn has_clipboard(variable: impl Fn(&str) -> Option<String>) -> bool {
    variable("TERM").is_some_and(|term| !matches!(term.as_str(), "" | "dumb" | "linux"))
}

/// Collects a frame, so that it leaves in one write.
#[derive(Clone, Default)]
struct Frame(Rc<RefCell<Vec<u8>>>);

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Nothing: the screen sends the frame when it is whole.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The terminal while the desk has it. Dropping it gives it back.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Frame>>,
    frame: Frame,
    out: File,
    ability: Ability,
    /// What the terminal was at the last frame.
    area: Rect,
}

impl std::fmt::Debug for Screen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Screen")
    }
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When standard output is no terminal, or it cannot be set.
    pub fn enter(ability: Ability) -> io::Result<Self> {
        // Our own theme decides about colour; left to itself the library sends resets that kill the bar.
        crossterm::style::force_color_output(true);
        let out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        let frame = Frame::default();
        let area =
            size_of(&out).map_or_else(terminal::size, Ok).map(|(width, height)| Rect::new(0, 0, width, height))?;
        // Fixed, because the library would open the terminal anew at every frame to ask for its size.
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let terminal = Terminal::with_options(CrosstermBackend::new(frame.clone()), options)?;
        let mut screen = Self { terminal, frame, out, ability, area };
        screen.resume()?;
        Ok(screen)
    }

    /// Takes the terminal, again after [`Screen::suspend`], and forgets what is drawn on it.
    ///
    /// # Errors
    /// When the terminal cannot be set.
    pub fn resume(&mut self) -> io::Result<()> {
        terminal::enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        // It leaves with the frame that follows, in one write.
        queue!(self.frame, terminal::EnterAlternateScreen, event::EnableBracketedPaste, cursor::Hide)?;
        // Not `clear`: it asks the terminal where its cursor is, and the answer would be read as keys by the
        // thread that waits for them. This draws everything anew without asking.
        self.measure();
        self.terminal.resize(self.area)
    }

    /// Asks how large the terminal is; whether it is another size than it was. One that does not say stays
    /// as it is.
    fn measure(&mut self) -> bool {
        let Some((width, height)) = size_of(&self.out) else { return false };
        let before = std::mem::replace(&mut self.area, Rect::new(0, 0, width, height));
        before != self.area
    }

    /// Gives the terminal back for a while.
    pub fn suspend(&mut self) {
        TAKEN.store(false, Ordering::SeqCst);
        restore();
    }

    /// Wipes what was last drawn from memory: to be drawn anew after it.
    ///
    /// # Errors
    /// When the terminal cannot be set.
    pub fn forget(&mut self) -> io::Result<()> {
        self.frame.0.borrow_mut().zeroize();
        self.resume()
    }

    /// Offers a text to the terminal for its clipboard (OSC 52): whether it takes it, it does not say.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn offer(&mut self, text: &str) -> io::Result<()> {
        write!(self.out, "\x1b]52;c;{}\x07", base64(text.as_bytes()))?;
        self.out.flush()
    }

    /// Draws a frame; only what changed is sent, in one write. Nothing while the terminal is given back.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(Rect, &mut Buffer)) -> io::Result<()> {
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        if self.measure() {
            self.terminal.resize(self.area)?;
        }
        let ascii = self.ability.ascii;
        self.terminal.draw(|frame| {
            let area = frame.area();
            draw(area, frame.buffer_mut());
            if ascii {
                flatten(frame.buffer_mut());
            }
        })?;
        let mut frame = self.frame.0.borrow_mut();
        if frame.as_slice() != UNCHANGED {
            self.out.write_all(&frame)?;
        }
        frame.clear();
        Ok(())
    }
}

/// What the library writes for a frame like the one before: it says nothing, as the cursor is never shown.
const UNCHANGED: &[u8] = b"\x1b[39m\x1b[49m\x1b[59m\x1b[0m\x1b[?25l";

/// Columns and rows of the terminal behind `out`, as far as it says.
fn size_of(out: &File) -> Option<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(out).ok()?;
    (size.ws_col > 0 && size.ws_row > 0).then_some((size.ws_col, size.ws_row))
}

impl Drop for Screen {
    fn drop(&mut self) {
        TAKEN.store(false, Ordering::SeqCst);
        restore();
    }
}

/// Should the program ever fail by a fault of its own, on whichever thread: the terminal is given back, one
/// sentence says so, and the program ends with `code`. Everything recorded is on disk by then. The place in
/// the source is all that is told: values may be personal.
pub fn end_on_panic(words: Words, code: u8) {
    std::panic::set_hook(Box::new(move |info| {
        if TAKEN.swap(false, Ordering::SeqCst) {
            restore();
        }
        let place = info.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        eprintln!("{}", say!(words, "open-stopped", place = place));
        signal_hook::low_level::exit(code.into());
    }));
}

/// Whether the desk has the terminal.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Gives the terminal back, as far as it can still be reached.
pub fn restore() {
    let mut out = io::stdout();
    let _ = execute!(out, event::DisableBracketedPaste, cursor::Show, terminal::LeaveAlternateScreen);
    let _ = terminal::disable_raw_mode();
}

/// Bytes as the terminal wants to be offered them (RFC 4648, with padding).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS.get(usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or(0));
            out.push(if place <= three.len() { letter.copied().map_or('=', char::from) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_like_the_one_before_is_known_by_its_bytes() {
        crossterm::style::force_color_output(true);
        let frame = Frame::default();
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 9, 2)) };
        let mut terminal = Terminal::with_options(CrosstermBackend::new(frame.clone()), options).unwrap();
        for is_first in [true, false] {
            frame.0.borrow_mut().clear();
            terminal.draw(|f| f.buffer_mut().set_string(0, 0, "K-07", ratatui::style::Style::default())).unwrap();
            assert_eq!(frame.0.borrow().as_slice() != UNCHANGED, is_first);
        }
    }

    #[test]
    fn what_is_offered_is_written_in_letters() {
        for (text, letters) in [("", ""), ("P", "UA=="), ("P\t", "UAk="), ("P\tL", "UAlM"), ("sjø", "c2rDuA==")] {
            assert_eq!(base64(text.as_bytes()), letters, "{text:?}");
        }
        for (term, has) in
            [(Some("xterm-256color"), true), (Some("linux"), false), (Some("dumb"), false), (None, false)]
        {
            assert_eq!(has_clipboard(|_| term.map(str::to_owned)), has, "{term:?}");
        }
    }

    #[test]
    fn the_environment_decides_what_is_drawn() {
        let with = |pairs: &'static [(&'static str, &'static str)]| {
            ability(false, false, move |name| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
        };
        let full = Ability { ascii: false, marker: false, colour: true };
        assert_eq!(with(&[("TERM", "xterm"), ("LANG", "nb_NO.UTF-8")]), full);
        assert_eq!(with(&[]), full);
        assert_eq!(with(&[("NO_COLOR", "1")]), Ability { colour: false, ..full });
        assert_eq!(with(&[("NO_COLOR", "")]), full);
        assert_eq!(with(&[("LC_ALL", "C"), ("LANG", "nb_NO.UTF-8")]), Ability { ascii: true, ..full });
        assert_eq!(with(&[("TERM", "dumb")]), Ability { ascii: true, marker: true, colour: false });
    }
}
