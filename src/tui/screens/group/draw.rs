//! One group drawn: its sessions above its people.

use super::delivered::delivered;
use super::head::{draw_head, warnings, watched};
use super::{Group, Pane};
use crate::domain::figures::RegisterRow;
use crate::domain::group::{Place, SessionState};
use crate::domain::record::{Dated, GroupRecord, Member};
use crate::report::format::share;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint::{self, fill};
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines of the head, of the two titles, and the last line, which says more of what is selected.
const HEAD: u16 = 2;
const AROUND: u16 = HEAD + 3;
/// Rows that the half without the keys keeps when there is too little room.
const LEAST: u16 = 3;

impl Group {
    /// The rows that sessions and people get of a body of `height`.
    pub(super) fn rows(&self, record: &GroupRecord, height: u16) -> (u16, u16) {
        let count = |len: usize| u16::try_from(len.max(1)).unwrap_or(u16::MAX);
        let (sessions, people) = (count(record.sessions.len()), count(record.members.len()));
        let warnings = u16::try_from(watched(record, &self.apart, &self.lacking)).unwrap_or(2);
        let room = height.saturating_sub(AROUND + warnings);
        if sessions + people <= room {
            return (sessions, people);
        }
        let larger = |wanted: u16, other: u16| wanted.min(room.saturating_sub(other.min(LEAST)));
        match self.pane {
            Pane::Sessions => {
                let rows = larger(sessions, people);
                (rows, people.min(room - rows))
            }
            Pane::People => {
                let rows = larger(people, sessions);
                (sessions.min(room - rows), rows)
            }
        }
    }

    pub(super) fn draw_group(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(record) = &self.record else {
            paint::line(buf, area, 1, 1, &say!(look.words, "group-gone"), Style::new());
            return;
        };
        draw_head(record, area, buf, look);
        let warnings = warnings(record, &self.apart, &self.lacking, look);
        let mut y = HEAD;
        for warning in &warnings {
            paint::line(buf, area, 1, y, warning, look.warn());
            y += 1;
        }
        let (sessions, people) = self.rows(record, area.height);
        let part = |y: u16, height: u16| Rect { y: area.y + y, height, width: area.width.min(80), ..area };
        self.draw_title(Pane::Sessions, part(y, 1), record, buf, look);
        self.draw_sessions(part(y + 1, sessions), record, buf, look);
        y += sessions + 1;
        self.draw_title(Pane::People, part(y, 1), record, buf, look);
        self.draw_people(part(y + 1, people), record, buf, look);
        let more = self.more(record, look);
        paint::line(buf, area, 1, area.height.saturating_sub(1), &more, look.quiet());
    }

    fn draw_title(&self, pane: Pane, area: Rect, record: &GroupRecord, buf: &mut Buffer, look: &Look) {
        let has_keys = self.pane == pane;
        let (mut title, rows, len) = match pane {
            Pane::Sessions => {
                let len = record.sessions.len();
                (say!(look.words, "group-sessions", count = len), &self.sessions, len)
            }
            Pane::People => {
                let len = record.members.len();
                (people_title(record, look), &self.people, len)
            }
        };
        if rows.height < len {
            let (first, last) = (rows.top + 1, (rows.top + rows.height).min(len));
            title = format!("{title}, {}", say!(look.words, "rows-seen", first = first, last = last));
        }
        let style = if has_keys { look.title() } else { look.quiet() };
        let sign = if has_keys { "▸" } else { " " };
        let x = paint::line(buf, area, 0, 0, &format!("{sign}{title} "), style);
        let rule = "─".repeat(usize::from(area.width.saturating_sub(x)));
        paint::line(buf, area, x, 0, &rule, look.quiet());
    }

    fn draw_sessions(&self, area: Rect, record: &GroupRecord, buf: &mut Buffer, look: &Look) {
        let mut list = ListState { height: usize::from(area.height), ..self.sessions };
        list.keep_within(record.sessions.len());
        for (y, index) in list.seen(record.sessions.len()) {
            let Some(dated) = record.sessions.get(index) else { continue };
            let selected = index == list.selected;
            let has_keys = selected && self.pane == Pane::Sessions;
            let text = self.session_row(record, dated, sign(selected, has_keys), area.width, look);
            paint::line(buf, area, 0, y, &text, Style::new());
            paint::row_style(buf, area, y, look.bar(has_keys));
        }
    }

    fn session_row(&self, record: &GroupRecord, dated: &Dated, sign: char, width: u16, look: &Look) -> String {
        let (words, session) = (look.words, &dated.session);
        let plan = record.plan(session);
        let essential = if plan.is_some_and(|plan| plan.essential) { '*' } else { ' ' };
        let title = plan.map_or_else(String::new, |plan| words.pick(&plan.title));
        let remark = match (&session.state, &session.moved) {
            (SessionState::Cancelled { .. }, _) | (_, None) => String::new(),
            // From when and why is said below of the selected one.
            (_, Some(_)) => say!(words, "group-moved-mark"),
        };
        let any_moved = record.sessions.iter().any(|dated| dated.session.moved.is_some());
        let remark_width = if width < 76 || !any_moved { 0 } else { 8 };
        // As wide as what the sessions are called.
        let called = record.sessions.iter().map(|dated| dated.session.label().len()).max().unwrap_or(2).max(2);
        let wide = u16::try_from(called).unwrap_or(2);
        let title_width = width.saturating_sub(5 + wide + 21 + 11 + 8 + remark_width);
        let remark = if remark_width == 0 { String::new() } else { fill(&remark, remark_width) };
        format!(
            " {sign} {:>called$}{essential} {} {} {} {} {remark}",
            session.label(),
            fill(&title, title_width.saturating_sub(2)),
            fill(&format!("{} {}", words.weekday_date(session.date), words.time(session.time)), 20),
            fill(&words.say(session.state.message(), &[]), 10),
            fill(&self.marked(record, dated, look), 7),
        )
    }

    /// How many of those expected are marked at a session that was held.
    fn marked(&self, record: &GroupRecord, dated: &Dated, look: &Look) -> String {
        let column = record.sessions.iter().position(|other| other.id == dated.id);
        let tally = column.zip(self.register.as_ref()).and_then(|(at, register)| register.columns.get(at));
        match tally.filter(|_| dated.session.state.is_held()) {
            Some(tally) => say!(look.words, "n-of-m", n = tally.enrolled - tally.not_recorded, m = tally.enrolled),
            None => String::new(),
        }
    }

    fn draw_people(&self, area: Rect, record: &GroupRecord, buf: &mut Buffer, look: &Look) {
        if record.members.is_empty() {
            paint::line(buf, area, 3, 0, &say!(look.words, "group-nobody"), Style::new());
        }
        let mut list = ListState { height: usize::from(area.height), ..self.people };
        list.keep_within(record.members.len());
        let remarks = record.members.iter().any(|member| !remark(record, member, look).is_empty());
        for (y, line) in list.seen(self.lines.len()) {
            let index = self.lines.get(line).copied().unwrap_or(line);
            let Some(member) = record.members.get(index) else { continue };
            let selected = line == list.selected;
            let has_keys = selected && self.pane == Pane::People;
            let row = self.register.as_ref().and_then(|register| register.rows.get(index));
            let sign = sign(selected, has_keys);
            let text = person_row(record, member, row, (sign, remarks), area.width, look);
            paint::line(buf, area, 0, y, &text, Style::new());
            paint::row_style(buf, area, y, look.bar(has_keys));
        }
    }

    /// What the row of the selected thing has no room for: why a session was cancelled or moved, why a
    /// person left or takes part by exception.
    fn more(&self, record: &GroupRecord, look: &Look) -> String {
        let words = look.words;
        match self.pane {
            Pane::Sessions => self.session().map_or_else(String::new, |dated| {
                if let SessionState::Cancelled { why } = &dated.session.state {
                    return say!(words, "group-why-cancelled", why = why);
                }
                let moved = dated.session.moved.as_ref().filter(|moved| !moved.why.is_empty()).map(|moved| {
                    let date = words.short_date(moved.from, look.today());
                    say!(words, "group-why-moved", date = date, why = moved.why.as_str())
                });
                // Who ran it is said where that was not always the same people.
                let run_by = (!record.group.before.is_empty()).then(|| {
                    let names = record.group.facilitators_on(dated.session.date).join(", ");
                    say!(words, "group-run-by", names = names)
                });
                let told: Vec<_> = [delivered(record, dated.id, look), moved, run_by].into_iter().flatten().collect();
                if told.is_empty() { essential_note(record, look) } else { told.join(" · ") }
            }),
            Pane::People => self.member().map_or_else(String::new, |member| person_more(member, look)),
        }
    }
}

/// `4 people, 2 waiting, 1 gone`.
fn people_title(record: &GroupRecord, look: &Look) -> String {
    let words = look.words;
    let count = |of: &dyn Fn(&Place) -> bool| record.members.iter().filter(|m| of(&m.enrolment.state)).count();
    let mut parts = vec![say!(words, "group-people", count = record.people())];
    let (waiting, gone) =
        (count(&|place| *place == Place::Waiting), count(&|place| matches!(place, Place::Left { .. })));
    if waiting > 0 {
        parts.push(say!(words, "group-people-waiting", count = waiting));
    }
    if gone > 0 {
        parts.push(say!(words, "group-people-gone", count = gone));
    }
    parts.join(", ")
}

/// The selected row keeps its `>` while the other half has the keys, as `·`.
fn sign(selected: bool, has_keys: bool) -> char {
    match (selected, has_keys) {
        (_, true) => '>',
        (true, false) => '·',
        _ => ' ',
    }
}

fn essential_note(record: &GroupRecord, look: &Look) -> String {
    if record.group.finished.is_none()
        && record.members.iter().any(|m| !record.missed_by_release(m).sessions.is_empty())
    {
        return say!(look.words, "group-planner-note");
    }
    let any = record.course.sessions.iter().any(|plan| plan.essential);
    if any { say!(look.words, "group-essential-note") } else { String::new() }
}

fn person_row(
    record: &GroupRecord,
    member: &Member,
    row: Option<&RegisterRow>,
    (sign, remarks): (char, bool),
    width: u16,
    look: &Look,
) -> String {
    let words = look.words;
    let enrolment = &member.enrolment;
    let place = words.say(enrolment.state.message(), &[]);
    let day = match &enrolment.state {
        Place::Waiting => String::new(),
        Place::Enrolled => say!(words, "group-from", date = words.short_date(enrolment.from, look.today())),
        Place::Left { on, .. } | Place::Completed { on } => words.short_date(*on, look.today()),
    };
    let attended = row.map(|row| row.tally.attendance()).filter(|of| of.of > 0);
    let attendance = attended.map_or_else(String::new, |of| share(words, of));
    let (day_width, name) = match (width < 76, remarks) {
        (true, _) => (0, 18),
        (false, true) => (12, 19),
        (false, false) => (12, 32),
    };
    let day = if day_width == 0 { String::new() } else { fill(&day, day_width) + " " };
    let remark = remark(record, member, look);
    let used = 3 + name + 1 + 10 + if day_width > 0 { day_width + 1 } else { 0 } + 16;
    format!(
        " {sign} {} {} {day}{} {}",
        fill(&member.person.list_name(), name),
        fill(&place, 9),
        fill(&attendance, 15),
        fill(&remark, width.saturating_sub(used)),
    )
}

fn remark(record: &GroupRecord, member: &Member, look: &Look) -> String {
    let missed = record.missed_by_release(member);
    if let (Place::Waiting, Some(release)) = (&member.enrolment.state, member.person.release) {
        return say!(look.words, "group-waiting-release", date = look.words.short_date(release, look.today()));
    }
    match (missed.sessions.first(), &member.exception) {
        (Some(number), _) => say!(look.words, "group-released-before", number = number),
        (None, Some(_)) => say!(look.words, "group-exception"),
        (None, None) => String::new(),
    }
}

fn person_more(member: &Member, look: &Look) -> String {
    let words = look.words;
    match (&member.enrolment.state, &member.exception) {
        (Place::Left { reason, note, .. }, _) => {
            let reason = words.say(reason.message(), &[]);
            let note = if note.is_empty() { String::new() } else { format!(": {note}") };
            say!(words, "group-why-left", reason = reason, note = note)
        }
        // Who came back, or waits to: when they were here before, and why they left.
        _ if !member.enrolment.earlier.is_empty() => {
            let spells = member.enrolment.earlier.iter().map(|spell| words.spell(spell));
            say!(words, "group-earlier", spells = spells.collect::<Vec<_>>().join("; "))
        }
        (_, Some(exception)) => {
            say!(words, "group-why-exception", by = exception.by.as_str(), why = exception.why.as_str())
        }
        _ => String::new(),
    }
}
