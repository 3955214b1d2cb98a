//! Drawing the review: the table of groups above, what there is to say of the selected one below.

use super::ReviewScreen;
use super::shown::Row;
use crate::domain::figures::Share;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::collections::BTreeMap;

/// Lines for what there is to say of the selected group.
const BELOW: u16 = 7;
/// Cells of a share: `83% 20/24`.
const SHARE: u16 = 12;
/// Cells of how many completed, `45/68`, and of how much is missing.
const DONE: u16 = 7;
const MISSING: u16 = 5;
/// Columns from which on there is room for long names.
const WIDE: u16 = 76;

/// How many groups fit above what is said of one.
pub(super) fn rows_of_list(rows: u16) -> usize {
    // Title, heading and total besides.
    usize::from(rows.saturating_sub(BELOW + 4)).max(1)
}

pub(super) fn screen(screen: &ReviewScreen, area: Rect, buf: &mut Buffer, look: &Look) {
    let words = look.words;
    if screen.rows.is_empty() {
        paint::line(buf, area, 1, 1, &say!(words, "review-none"), Style::new());
        return;
    }
    if let Some(page) = &screen.page {
        return one_group(screen, page.top, area, buf, look);
    }
    let totals = &screen.totals;
    let title = say!(words, "review-head", groups = totals.groups, desks = totals.desks, counted = totals.counted);
    let ticked = say!(words, "review-ticked-of", ticked = totals.ticked, counted = totals.counted);
    paint::line(buf, area, 1, 0, &title, look.title());
    paint::line_right(buf, Rect { width: area.width - 1, ..area }, 0, &ticked, look.quiet());
    paint::line(buf, area, 1, 1, &heading(screen, area.width, look), look.quiet());
    let rows = Rect { y: area.y + 2, height: area.height.saturating_sub(BELOW + 4), ..area };
    for (y, index) in screen.list.seen(screen.rows.len()) {
        let Some(row) = screen.rows.get(index) else { continue };
        let selected = index == screen.list.selected;
        let sign = if selected { '>' } else { ' ' };
        let style = if row.is_wrong() { look.warn() } else { Style::new() };
        paint::line(buf, rows, 1, y, &format!("{sign} {}", line(screen, row, area.width, look)), style);
        paint::row_style(buf, rows, y, look.bar(selected));
    }
    let shown = u16::try_from(screen.rows.len().min(screen.list.height)).unwrap_or(rows.height);
    paint::line(buf, area, 1, 2 + shown, &format!("  {}", total(screen, area.width, look)), look.title());
    let below = Rect { y: area.y + area.height.saturating_sub(BELOW), height: BELOW, ..area };
    paint::rule(buf, below, 0, look.quiet());
    let said = Rect { y: below.y + 1, height: BELOW - 1, ..below };
    let row = screen.rows.get(screen.list.selected);
    let lines: Vec<String> = row.iter().flat_map(|row| wrapped(&row.details, area.width)).collect();
    let most = usize::from(said.height);
    for (y, text) in (0..).zip(lines.iter().take(most)) {
        let more = lines.len() > most && usize::from(y) + 1 == most;
        let text = if more { say!(words, "review-more") } else { text.clone() };
        paint::line(buf, said, 1, y, &text, if more { look.quiet() } else { Style::new() });
    }
}

/// Everything there is to say of one group.
fn one_group(screen: &ReviewScreen, top: usize, area: Rect, buf: &mut Buffer, look: &Look) {
    let Some(row) = screen.rows.get(screen.list.selected) else { return };
    let title = [row.name.as_str(), &row.group].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    paint::line(buf, area, 1, 0, &title.join(" · "), look.title());
    paint::line_right(buf, Rect { width: area.width - 1, ..area }, 0, &row.state, look.quiet());
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    for (y, text) in (0..).zip(wrapped(&row.details, area.width).iter().skip(top)) {
        paint::line(buf, body, 1, y, text, Style::new());
    }
}

fn wrapped(lines: &[String], width: u16) -> Vec<String> {
    let wrap = |text: &String| if text.is_empty() { vec![String::new()] } else { paint::wrap(text, width - 2) };
    lines.iter().flat_map(wrap).collect()
}

/// What a group is called, as wide as there is room.
fn names(name: &str, group: &str, width: u16) -> String {
    let (desk, code) = if width >= WIDE { (18, 10) } else { (9, 7) };
    if group.is_empty() {
        return paint::fill(name, desk + code + 2);
    }
    format!("{} {} ", paint::fill(name, desk), paint::fill(group, code))
}

/// `83% 20/24`, or the percentage alone where the whole does not fit.
fn share(share: Share) -> String {
    let Some(percent) = share.percent() else { return String::new() };
    let whole = format!("{percent}% {}/{}", share.count, share.of);
    if paint::width(&whole) < SHARE { whole } else { format!("{percent}%") }
}

/// A cell of a table: a space parts it from the next whatever it says.
fn cell(text: &str, wide: u16) -> String {
    paint::fill(text, wide.saturating_sub(1)) + " "
}

/// Months as cells.
fn by_month(shares: &BTreeMap<NaiveDate, Share>, months: &[NaiveDate]) -> String {
    let of = |month: &NaiveDate| shares.get(month).copied().map_or_else(String::new, share);
    months.iter().map(|month| cell(&of(month), SHARE)).collect()
}

fn fraction(share: Share) -> String {
    if share.of == 0 { String::new() } else { format!("{}/{}", share.count, share.of) }
}

fn heading(screen: &ReviewScreen, width: u16, look: &Look) -> String {
    let words = look.words;
    let names = names(&say!(words, "bundle-desk"), &say!(words, "report-group-code"), width);
    if screen.by_month {
        let months = months(screen, width).into_iter().map(|month| {
            let said = format!("{} {}", words.month(month), month.year());
            cell(&said, SHARE)
        });
        return format!("  {names}{}", months.collect::<String>());
    }
    let done = cell(&say!(words, "review-done"), DONE);
    let attended = cell(&say!(words, "report-attendance"), SHARE);
    let missing = cell(&say!(words, "review-miss"), MISSING);
    format!("  {names}{done}{attended}{missing}{}", say!(words, "report-state"))
}

fn line(screen: &ReviewScreen, row: &Row, width: u16, look: &Look) -> String {
    let names = names(&row.name, &row.group, width);
    if row.which.is_none() {
        return format!("{names}{}", row.state);
    }
    if screen.by_month {
        return names + &by_month(&row.months, &months(screen, width));
    }
    let missing = if row.missing == 0 { say!(look.words, "review-zero") } else { row.missing.to_string() };
    names + &counts(row.completed, row.attended, &missing) + &row.state
}

/// How many completed, how they attended, and what is missing.
fn counts(completed: Share, attended: Share, missing: &str) -> String {
    cell(&fraction(completed), DONE) + &cell(&share(attended), SHARE) + &cell(missing, MISSING)
}

fn total(screen: &ReviewScreen, width: u16, look: &Look) -> String {
    let totals = &screen.totals;
    let names = names(&say!(look.words, "review-counted"), "", width);
    if screen.by_month {
        return names + &by_month(&totals.months, &months(screen, width));
    }
    names + &counts(totals.completed, totals.attended, &totals.missing.to_string())
}

/// The months that there is room for: the latest, or those so many before.
fn months(screen: &ReviewScreen, width: u16) -> Vec<NaiveDate> {
    let mut all: Vec<NaiveDate> = screen.rows.iter().flat_map(|row| row.months.keys().copied()).collect();
    all.sort_unstable();
    all.dedup();
    let room = usize::from(width.saturating_sub(paint::width(&names("x", "x", width)) + 3) / SHARE);
    let end = all.len().saturating_sub(screen.later).max(room.min(all.len()));
    all[end.saturating_sub(room)..end].to_vec()
}
