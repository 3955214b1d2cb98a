//! The card drawn, to be read from across a table.
//!
//! ```text
//!  Ana P.                                                                2 of 7
//! ────────────────────────────────────────────────────────────────────────────
//!
//!   █▀▄▀█ █▀█ █▄ █ █▀▀ █ █
//!   …
//!     1   N o t   c o n f i d e n t
//!     2   A   l i t t l e   c o n f i d e n t
//!
//!  Press 1  2  3  4                                                     Ctrl-L
//! ```

use super::{Card, Cards};
use crate::say;
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::banner::{large, spaced};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

/// Cells left free at either side.
const MARGIN: u16 = 3;

impl Cards {
    pub(in crate::tui::layers) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        Clear.render(area, buf);
        let foot = area.height.saturating_sub(1);
        let key = look.keymap.key_for(&[Scope::Desk], Action::Lock);
        let leader = say!(look.words, "card-lock", key = key);
        paint::line_right(buf, Rect { width: area.width - 1, ..area }, foot, &leader, look.quiet());
        if let Some(fault) = &self.fault {
            paint::line(buf, area, 1, foot.saturating_sub(1), &format!("! {fault}"), look.wrong());
        }
        let body = Rect { y: area.y + 3, height: area.height.saturating_sub(5), ..area };
        match &self.card {
            Card::Pass { thanks, name, take } => {
                let text = [thanks.as_str(), take.as_str()];
                Self::draw_pass(text, name, area, buf, look);
            }
            Card::Question { name, number, text, answers, given, press, keys } => {
                paint::line(buf, area, 1, 0, name, look.title());
                paint::line_right(buf, Rect { width: area.width - 1, ..area }, 0, number, Style::new());
                paint::rule(buf, area, 1, look.quiet());
                draw_question(text, answers, *given, body, buf, look);
                let x = paint::line(buf, area, 1, foot, press, look.title());
                self.draw_keys(keys, (x + 3, foot), area, buf, look);
            }
            Card::Ready { name, done, keys } => {
                paint::line(buf, area, 1, 0, name, look.title());
                paint::rule(buf, area, 1, look.quiet());
                let y = put_large(done, body, 2, buf, look);
                put(keys, body, y + 2, buf, look);
            }
            Card::Done { thanks, give_back } => {
                let y = put_large(thanks, body, 2, buf, look);
                put(give_back, body, y + 2, buf, look);
            }
        }
    }

    /// How to go back and to keep an answer: beside the digits, or above them where the line is too short.
    fn draw_keys(&self, keys: &str, (x, foot): (u16, u16), area: Rect, buf: &mut Buffer, look: &Look) {
        let key = look.keymap.key_for(&[Scope::Desk], Action::Lock);
        let leader = paint::width(&say!(look.words, "card-lock", key = key));
        let fits = x + paint::width(keys) + leader + 3 <= area.width;
        if fits {
            paint::line(buf, area, x, foot, keys, Style::new());
        } else if self.fault.is_none() {
            paint::line(buf, area, 1, foot.saturating_sub(1), keys, Style::new());
        }
    }

    /// What is said to who has it, whose it is now, and what is said to them.
    fn draw_pass([thanks, take]: [&str; 2], name: &str, area: Rect, buf: &mut Buffer, look: &Look) {
        let y = put(thanks, area, 3, buf, look);
        let y = put_large(name, area, y + 2, buf, look);
        put(take, area, y + 2, buf, look);
    }
}

/// The question as large as it goes with the answers below it: rather large letters than answers set apart.
fn draw_question(text: &str, answers: &[String], given: Option<u8>, area: Rect, buf: &mut Buffer, look: &Look) {
    let count = u16::try_from(answers.len()).unwrap_or(u16::MAX);
    let (apart, close) = (count.saturating_mul(2), count);
    let room = |answers: u16| area.height.saturating_sub(answers + 1);
    let ways = [(BLOCK, apart), (BLOCK, close), (SPACED, apart), (SPACED, close)];
    let fitting = ways.iter().find_map(|(way, rows)| {
        let lines = way(text, area.width.saturating_sub(MARGIN * 2), look)?;
        (lines.len() <= usize::from(room(*rows))).then_some((*rows, lines))
    });
    let (rows, lines) = fitting.unwrap_or_else(|| (close, plain(text, area.width)));
    for (y, line) in (0..room(rows)).zip(&lines) {
        paint::line(buf, area, MARGIN, y, line, look.title());
    }
    let step = rows / count.max(1);
    let top = area.height.saturating_sub(rows);
    for (number, answer) in (1_u16..).zip(answers) {
        let wide = spaced(answer);
        let room = area.width.saturating_sub(MARGIN * 2 + 5);
        let answer = if paint::width(&wide) > room { answer.clone() } else { wide };
        let y = top + (number - 1) * step;
        if given.is_some_and(|given| u16::from(given) + 1 == number) {
            paint::line(buf, area, MARGIN - 1, y, ">", look.title());
        }
        let x = paint::line(buf, area, MARGIN + 1, y, &format!(" {number} "), look.bar(true));
        paint::line(buf, area, x + 2, y, &answer, look.title());
    }
}

/// Puts a text into `area` from the row `y` on; the row below it is returned.
fn put(text: &str, area: Rect, y: u16, buf: &mut Buffer, look: &Look) -> u16 {
    put_lines(&plain(text, area.width), area, y, buf, look)
}

/// The same in large letters, or set apart, where there is room for them.
fn put_large(text: &str, area: Rect, y: u16, buf: &mut Buffer, look: &Look) -> u16 {
    let room = usize::from(area.height.saturating_sub(y));
    let ways = [BLOCK, SPACED].into_iter().filter_map(|way| way(text, area.width.saturating_sub(MARGIN * 2), look));
    let large = ways.into_iter().find(|lines| lines.len() <= room);
    put_lines(&large.unwrap_or_else(|| plain(text, area.width)), area, y, buf, look)
}

fn put_lines(lines: &[String], area: Rect, y: u16, buf: &mut Buffer, look: &Look) -> u16 {
    for (y, line) in (y..).zip(lines) {
        paint::line(buf, area, MARGIN, y, line, look.title());
    }
    y + u16::try_from(lines.len()).unwrap_or(0)
}

/// A way to draw a text in rows of cells of this width; nothing where the text cannot be drawn so.
type Way = fn(&str, u16, &Look) -> Option<Vec<String>>;

/// In large letters.
const BLOCK: Way = |text, width, look| large(text, width, look.ability.ascii);

/// With letters and lines set apart.
const SPACED: Way = |text, width, _| {
    let lines = paint::wrap(text, width / 2);
    Some(lines.iter().flat_map(|line| [spaced(line), String::new()]).collect())
};

fn plain(text: &str, width: u16) -> Vec<String> {
    paint::wrap(text, width.saturating_sub(MARGIN * 2))
}
