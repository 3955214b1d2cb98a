//! Below the two halves: what to say, do and need in the selected activity, and what to know before it.
//!
//! ```text
//! ─ Letter to the consulate · 30 min ────────────────────────────────
//!  ! Interpreter: Yusuf A. (Arabic)
//!  Say:   A consulate can give travel papers. You choose whether to write.
//!  Do:    Consent form first, with interpreter. No is a good answer too.
//!  Need:  Consent form, in each person's language
//! ```

use crate::domain::agenda::Point;
use crate::domain::attending::Taking;
use crate::domain::group::SessionState;
use crate::domain::programme::Activity;
use crate::domain::record::Member;
use crate::domain::room::Room;
use crate::domain::room::clock::TOLERATED;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// One line, with the label that stands before the first of its kind.
pub(super) struct Line {
    label: String,
    text: String,
    style: Style,
    /// The whole line is a bar: nobody is to miss it.
    stands_out: bool,
}

impl Line {
    /// A text in lines of its own.
    pub(super) fn plain(text: &str, style: Style, width: u16) -> Vec<Self> {
        let line = |text| Self { label: String::new(), text, style, stands_out: false };
        paint::wrap(text, width.saturating_sub(2)).into_iter().map(line).collect()
    }

    /// Texts beside a label that takes `indent` cells; each begins a line of its own.
    pub(super) fn labelled(label: &str, texts: &[String], style: Style, indent: u16, width: u16) -> Vec<Self> {
        let wrapped = texts.iter().flat_map(|text| paint::wrap(text, width.saturating_sub(indent + 2)));
        let line = |(index, text)| {
            let label = if index == 0 { label } else { "" };
            Self { label: paint::fill(label, indent), text, style, stands_out: false }
        };
        wrapped.enumerate().map(line).collect()
    }
}

/// Where the guide stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub area: Rect,
    /// The column in which the line between the two halves ends.
    pub corner: Option<u16>,
    /// The message that says how to see what does not fit.
    pub more: &'static str,
}

pub(super) fn draw(room: &Room, point: u16, frame: Frame, buf: &mut Buffer, look: &Look) {
    let point = room.point(point);
    let title = point.map_or_else(String::new, |point| title(room, &point, look));
    sheet(&title, &lines(room, point.as_ref(), frame.area.width, look), frame, buf, look);
}

/// Lines under a rule with a title; the last says how to see what does not fit.
pub(super) fn sheet(title: &str, lines: &[Line], frame: Frame, buf: &mut Buffer, look: &Look) {
    let Frame { area, corner, more } = frame;
    paint::rule(buf, area, 0, look.quiet());
    if let Some(x) = corner {
        paint::line(buf, area, x, 0, "┴", look.quiet());
    }
    if !title.is_empty() {
        let above = Rect { width: area.width.saturating_sub(2), ..area };
        paint::line(buf, above, 1, 0, &format!(" {title} "), look.title());
    }
    let rows = usize::from(area.height.saturating_sub(1));
    for (y, line) in (1..).zip(lines.iter().take(rows)) {
        let x = paint::line(buf, area, 1, y, &line.label, look.title());
        paint::line(buf, area, x, y, &line.text, line.style);
        if line.stands_out {
            paint::row_style(buf, area, y, look.bar(true));
        }
    }
    if lines.len() > rows {
        let more = look.words.say(more, &[]);
        let room = Rect { width: area.width.saturating_sub(1), ..area };
        paint::line_right(buf, room, area.height.saturating_sub(1), &format!("  {more}"), look.quiet());
    }
}

/// What the selected thing is, how long it is meant to take, and how it stands.
fn title(room: &Room, point: &Point, look: &Look) -> String {
    let words = look.words;
    let mut parts = vec![words.point(point)];
    let usual = point.planned();
    parts.push(if usual == 0 || usual == point.minutes {
        say!(words, "agenda-minutes", minutes = point.minutes)
    } else {
        say!(words, "agenda-minutes-changed", minutes = point.minutes, planned = usual)
    });
    if point.activity.is_none() {
        parts.push(say!(words, "agenda-added"));
    }
    if point.is_essential() {
        parts.push(say!(words, "agenda-essential"));
    }
    if let Some(running) = point.delivery.filter(|_| point.is_running()) {
        let left = i64::from(point.minutes) - room.record.spent(room.id, running, look.now).num_minutes();
        parts.push(match left {
            left if left < 0 => say!(words, "agenda-over", minutes = -left),
            left => say!(words, "agenda-left", minutes = left),
        });
    }
    parts.join(" · ")
}

fn lines(room: &Room, point: Option<&Point>, width: u16, look: &Look) -> Vec<Line> {
    let activity = point.and_then(|point| point.activity);
    let mut lines = Vec::new();
    if let Some(text) = interruption(room, look) {
        let bar = |line| Line { stands_out: true, ..line };
        lines.extend(Line::plain(&text, look.warn(), width).into_iter().map(bar));
    }
    for (text, style) in notices(room, activity, look) {
        lines.extend(Line::plain(&text, style, width));
    }
    let Some(activity) = activity else { return lines };
    let labels = ["room-say", "room-do", "room-need"].map(|id| look.words.say(id, &[]));
    let indent = labels.iter().map(|label| paint::width(label)).max().unwrap_or(0) + 2;
    let handed_out: Vec<_> = room.record.course.handed_out(activity).cloned().collect();
    // What is handed out is needed too: it has to lie there.
    let needed = [activity.need.as_slice(), &handed_out].concat();
    for (label, texts) in labels.iter().zip([&activity.say, &activity.steps, &needed]) {
        let texts: Vec<String> = texts.iter().map(|text| look.words.pick(text)).collect();
        lines.extend(Line::labelled(label, &texts, Style::new(), indent, width));
    }
    lines
}

/// What to know before anything is said: where the session stands, who needs an interpreter, what was
/// left for this time, what was noted.
fn notices(room: &Room, activity: Option<&Activity>, look: &Look) -> Vec<(String, Style)> {
    let mut notices = Vec::new();
    if let Some(text) = standing(room, look) {
        notices.push((text, look.warn()));
    }
    if let Some(text) = suggestion(room, look) {
        notices.push((text, look.warn()));
    }
    let is_planned = room.session.state == SessionState::Planned;
    let people: Vec<String> = room.needing_interpreter().map(|member| needs(member, look)).collect();
    let is_told = is_planned || activity.is_some_and(|activity| activity.interpreter);
    if is_told && !people.is_empty() {
        notices.push((say!(look.words, "room-interpreter", people = people.join(", ")), look.warn()));
    }
    let at_the_start = room.points().iter().filter(|point| !point.is_ahead()).count() < 2;
    if let Some(note) = room.last_time().filter(|_| at_the_start && !room.is_held()) {
        notices.push((say!(look.words, "room-last-time", note = look.words.for_staff(note)), Style::new()));
    }
    if let Some(note) = room.record.session_notes.get(&room.id) {
        notices.push((say!(look.words, "room-noted", note = look.words.for_staff(note)), Style::new()));
    }
    notices
}

/// That the session is paused, since when and why.
fn interruption(room: &Room, look: &Look) -> Option<String> {
    let (_, pause) = room.pause().filter(|_| !room.is_held())?;
    let why = say!(look.words, pause.why.message());
    Some(say!(look.words, "clock-paused-since", since = look.words.time(pause.from.time()), why = why))
}

/// What would make the rest end in time, once it will not; not in a pause, whose end nobody knows.
fn suggestion(room: &Room, look: &Look) -> Option<String> {
    let words = look.words;
    let clock = room.clock(look.now).filter(|clock| clock.over > TOLERATED && room.pause().is_none())?;
    let fit = room.fit(look.now)?;
    let until = words.time(clock.until.time());
    if fit.is_empty() {
        return Some(say!(words, "fit-cannot", minutes = fit.over, until = until));
    }
    let changes = super::changing::changes(&fit, &room.points(), words);
    let offer = say!(words, "fit-offer", until = until, changes = changes);
    let missing = (fit.over > 0).then(|| say!(words, "fit-still-over", minutes = fit.over));
    Some([Some(offer), missing].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

pub(super) fn needs(member: &Member, look: &Look) -> String {
    let name = member.person.short_name();
    match member.person.languages.first() {
        Some(spoken) => say!(look.words, "room-needs", name = name, language = look.words.language(&spoken.language)),
        None => name,
    }
}

/// Where a session stands that is not running.
pub(super) fn standing(room: &Room, look: &Look) -> Option<String> {
    let words = look.words;
    let (date, time) = (words.weekday_date(room.session.date), words.time(room.session.time));
    Some(match room.taking(look.now) {
        Taking::Open if room.is_held() => after(room, look),
        Taking::Open if room.is_left_open(look.today()) => say!(words, "room-left-open-then"),
        Taking::Open => return None,
        Taking::Due if room.record.group.room.is_empty() => say!(words, "room-due", time = time),
        Taking::Due => say!(words, "room-due-in", time = time, room = &room.record.group.room),
        Taking::Over if room.can_run(look.now) => say!(words, "room-over-today", time = time),
        Taking::Over => say!(words, "room-over", date = date, time = time),
        Taking::Ahead => {
            say!(words, "room-ahead-of-time", date = date, distance = words.distance(room.session.date, look.today()))
        }
        Taking::Cancelled => super::recording::cancelled(room, words),
    })
}

/// A session that was closed: what comes next.
fn after(room: &Room, look: &Look) -> String {
    let closed = say!(look.words, "room-closed");
    let next = super::closing::next(room, look.words).map(|next| say!(look.words, "room-next-is", next = next));
    let next = next.unwrap_or_else(|| say!(look.words, "room-no-next"));
    let note = &room.session.next_time;
    let note = if note.is_empty() {
        String::new()
    } else {
        say!(look.words, "room-for-next-time", note = look.words.for_staff(note))
    };
    format!("{next} {note}\n{closed}")
}
