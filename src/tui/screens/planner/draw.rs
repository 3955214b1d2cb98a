//! The planner drawn: time lines, what they say of the selected person, other rhythms, proposals.

use super::lines::HEAD;
use super::{Pane, Planner, Read, said};
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screens::group::lacking_lines;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// How the rows of the body are shared out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rows {
    pub(super) people: u16,
    /// Who lacks a training, and where one is recorded.
    lacking: u16,
    /// What the selected person's line says.
    detail: u16,
    /// Other rhythms.
    paces: u16,
    pub(super) proposals: u16,
    /// Why the selected proposal is made.
    why: u16,
}

impl Planner {
    /// The title, the head of the lines and the title of the proposals are always there; of the rest first
    /// what cannot be done without.
    pub(super) fn rows(&self, height: u16) -> Rows {
        let count = |len: usize| u16::try_from(len.max(1)).unwrap_or(u16::MAX);
        let people = count(self.read.as_ref().map_or(0, |read| read.outlook.lines.len()));
        let proposals = count(self.shown().len());
        let mut room = height.saturating_sub(1 + HEAD + 1);
        let mut take = |wanted: u16| {
            let given = wanted.min(room);
            room -= given;
            given
        };
        let lacks = self.read.as_ref().is_some_and(|read| !read.lacking.is_empty());
        let mut rows = Rows {
            people: take(people.min(4)),
            lacking: take(if lacks { 2 } else { 0 }),
            detail: take(3),
            paces: 0,
            proposals: take(1),
            why: take(2),
        };
        rows.paces = take(2);
        rows.proposals += take(proposals - 1);
        rows.people += take(people - rows.people.min(people));
        rows.why += take(1);
        rows
    }

    pub(super) fn draw_all(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(read) = &self.read else {
            paint::line(buf, area, 1, 1, &say!(look.words, "group-gone"), Style::new());
            return;
        };
        let area = Rect { width: area.width.min(100), ..area };
        draw_title(read, area, buf, look);
        let rows = self.rows(area.height);
        let part = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
        let mut y = 1;
        draw_lacking(read, part(y, rows.lacking), buf, look);
        y += rows.lacking;
        self.draw_lines(read, part(y, HEAD + rows.people), buf, look);
        y += HEAD + rows.people;
        self.draw_person(read, part(y, rows.detail), buf, look);
        y += rows.detail;
        draw_paces(read, part(y, rows.paces), buf, look);
        y += rows.paces;
        self.draw_proposals(read, part(y, 1 + rows.proposals + rows.why), rows, buf, look);
    }

    fn draw_person(&self, read: &Read, area: Rect, buf: &mut Buffer, look: &Look) {
        let member = self.line().and_then(|line| read.record.member(line.person));
        let said = member.map(|member| said::person(read, self.people.selected, member, look.words));
        let lines = said.unwrap_or_default();
        // One sentence a line where there is room; else they follow each other.
        let width = area.width.saturating_sub(4);
        let lines: Vec<String> = lines.iter().flat_map(|text| paint::wrap(text, width)).collect();
        let lines = if lines.len() > usize::from(area.height) { paint::wrap(&lines.join(" "), width) } else { lines };
        for (y, text) in (0..).zip(&lines) {
            paint::line(buf, area, 3, y, text, Style::new());
        }
    }

    fn draw_proposals(&self, read: &Read, area: Rect, rows: Rows, buf: &mut Buffer, look: &Look) {
        let (words, shown) = (look.words, self.shown());
        let has_keys = self.pane == Pane::Proposals;
        let sign = if has_keys { "▸" } else { " " };
        let aside = shown.iter().filter(|proposal| self.is_aside(proposal)).count();
        let mut title = say!(words, "planner-proposals", count = shown.len() - aside);
        if aside > 0 {
            title = format!("{title}, {}", say!(words, "planner-aside", count = aside));
        }
        let x = paint::line(buf, area, 0, 0, &format!("{sign}{title} "), look.title());
        let rule = "─".repeat(usize::from(area.width.saturating_sub(x)));
        paint::line(buf, area, x, 0, &rule, look.quiet());
        if shown.is_empty() {
            let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
            return draw_nothing(read, below, buf, look);
        }
        let list = crate::tui::widgets::list::ListState { height: usize::from(rows.proposals), ..self.proposals };
        for (y, at) in list.seen(shown.len()) {
            let Some(proposal) = shown.get(at) else { continue };
            let selected = at == list.selected;
            let aside = self.is_aside(proposal);
            let mark = if aside { "– " } else { "" };
            let text = said::what(&read.record, proposal, words, look.today());
            let style = if aside { look.quiet() } else { Style::new() };
            paint::line(buf, area, 0, y + 1, &format!(" {} {mark}{text}", if selected { '>' } else { ' ' }), style);
            paint::row_style(buf, Rect { y: area.y + 1, ..area }, y, look.bar(selected && has_keys));
        }
        let why = self.proposal().map(|proposal| said::why(read, proposal, words, look.today())).unwrap_or_default();
        let below = Rect { y: area.y + 1 + rows.proposals, height: rows.why, ..area };
        for (y, text) in (0..).zip(paint::wrap(&why, area.width.saturating_sub(6))) {
            paint::line(buf, below, 5, y, &text, look.quiet());
        }
    }
}

fn draw_title(read: &Read, area: Rect, buf: &mut Buffer, look: &Look) {
    let words = look.words;
    let (finish, all) = (read.outlook.finishing(), read.outlook.counted().count());
    let right = say!(words, "planner-finish", count = finish, all = all);
    let short = look.words.pick(&read.record.course.version_title);
    let days = said::weekdays(&read.record.group.weekdays, words);
    let title = format!("{}  {short}, {days}", read.record.group.code);
    let room = area.width.saturating_sub(paint::width(&right) + 3);
    paint::line(buf, Rect { width: room, ..area }, 1, 0, &title, look.title());
    let style = if finish == all { look.good() } else { look.warn() };
    paint::line_right(buf, Rect { width: area.width.saturating_sub(1), ..area }, 0, &right, style);
}

/// Who lacks which training: it is told, and keeps nobody from planning.
fn draw_lacking(read: &Read, area: Rect, buf: &mut Buffer, look: &Look) {
    let lines = lacking_lines(&read.lacking, area.width.saturating_sub(2), area.height, look);
    for (y, line) in (0..area.height).zip(&lines) {
        paint::line(buf, area, 1, y, line, look.warn());
    }
}

fn draw_paces(read: &Read, area: Rect, buf: &mut Buffer, look: &Look) {
    for (y, pace) in (0..).zip([&read.more, &read.fewer].into_iter().flatten()) {
        paint::line(buf, area, 3, y, &said::pace(read, pace, look.words, look.today()), look.quiet());
    }
}

/// Nothing to propose: why not, and until when the group could start all the same.
fn draw_nothing(read: &Read, area: Rect, buf: &mut Buffer, look: &Look) {
    let words = look.words;
    let mut text = match (read.outlook.counted().next(), read.outlook.all_finish()) {
        (None, _) => say!(words, "planner-none-yet"),
        (_, true) => say!(words, "planner-all-finish"),
        (_, false) => say!(words, "planner-no-help"),
    };
    if let Some(latest) = read.latest.filter(|day| *day > read.record.group.start && read.outlook.all_finish()) {
        text = format!("{text} {}", say!(words, "planner-latest", date = words.date(latest)));
    }
    for (y, line) in (0..).zip(paint::wrap(&text, area.width.saturating_sub(4))) {
        paint::line(buf, area, 3, y, &line, Style::new());
    }
}
