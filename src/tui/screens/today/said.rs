//! What each line of the first screen says.

use super::parts::MOST_UNTOLD;
use super::rows::Row;
use super::table::Table;
use crate::domain::group::SessionState;
use crate::domain::offered::ToTell;
use crate::domain::record::{Forgotten, FreePlaces, ReleaseWatch, SessionRow};
use crate::domain::room::Room;
use crate::i18n::numbers::ranges;
use crate::say;
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screens::duties;
use crate::tui::screens::room::head;
use ratatui::style::Style;

/// A line and how it is drawn, on so many cells.
pub(super) fn said(row: &Row, [sessions, coming]: &[Table; 2], width: u16, look: &Look) -> (String, Style) {
    let due = |text: String| (format!("! {text}"), look.warn());
    let plain = |text: String| (format!("  {text}"), Style::new());
    match row {
        Row::Session(session) => (sessions.line(session, true, look), Style::new()),
        Row::Coming(session) => (coming.line(session, false, look), Style::new()),
        Row::LeftOpen(session) => due(about("today-left-open", session, look)),
        Row::NotHeld(session) => due(about("today-not-held", session, look)),
        Row::MarksMissing(session) => due(marks_missing(session, look)),
        Row::Promise(session) => plain(promise(session, look)),
        Row::Duty(row) if row.due < look.today() => due(duties::line(row, width, look)),
        Row::Duty(row) => plain(duties::line(row, width, look)),
        Row::Task(row) if row.task.due < look.today() => due(duties::task_line(row, width, look)),
        Row::Task(row) => plain(duties::task_line(row, width, look)),
        Row::Untold(all) => untold(all, width, look),
        Row::OutcomesMissing(forgotten) => plain(outcomes_missing(forgotten, look)),
        Row::RatingsMissing(forgotten) => plain(ratings_missing(forgotten, look)),
        Row::Release(watch) if is_late(watch, look) => due(release(watch, width, look)),
        Row::Release(watch) => plain(release(watch, width, look)),
        Row::Places(places) if is_small(places) => due(free_places(places, look)),
        Row::Places(places) => plain(free_places(places, look)),
        Row::Remark(remark) if remark.is_error => (format!("! {}", remark.text), look.wrong()),
        Row::Remark(remark) => plain(remark.text.clone()),
        Row::Offer(action) => (offer(*action, look), Style::new()),
        Row::More(_, count) => {
            let key = look.keymap.key_for(&[Scope::Today, Scope::List], Action::Open);
            (say!(look.words, "today-more", count = *count, key = key), Style::new())
        }
    }
}

/// Who is to be told of something: one by name, more by how many they are.
fn untold(all: &[ToTell], width: u16, look: &Look) -> (String, Style) {
    let Some(first) = all.first() else { return (String::new(), Style::new()) };
    let text = match all.len() {
        1 => duties::tell_line(first, width, look),
        count if count < MOST_UNTOLD => duties::tell_all_line(first, &count.to_string(), look),
        count => duties::tell_all_line(first, &format!("{count}+"), look),
    };
    if first.due < look.today() { (format!("! {text}"), look.warn()) } else { (format!("  {text}"), Style::new()) }
}

/// What runs in a session and how far it is: the activity, then the clock of the room.
pub(super) fn now(room: &Room, width: u16, look: &Look) -> String {
    let activity = room.running().and_then(|key| room.point(key));
    let activity = activity.map_or_else(
        || say!(look.words, "today-nothing-runs"),
        |point| {
            let left = room.left(&point, look.now).num_minutes();
            let title = look.words.point(&point);
            if left < 0 {
                say!(look.words, "today-activity-over", title = title, minutes = -left)
            } else {
                say!(look.words, "today-activity", title = title, minutes = left)
            }
        },
    );
    let most = width.saturating_sub(4);
    let clock = head::clock(room, most.min(71), look);
    let spare = most.saturating_sub(paint::width(&clock) + 2);
    format!("{}  {clock}", paint::cut(&activity, spare))
}

/// What can be done, with its key.
fn offer(action: Action, look: &Look) -> String {
    let message = match action {
        Action::Add => "today-offer-add",
        Action::Import => "today-offer-import",
        Action::SamplePeople => "today-offer-sample",
        Action::NewGroup => "today-offer-group",
        _ => "today-offer-people",
    };
    let key = look.keymap.key_for(&[Scope::Today, Scope::Desk], action);
    format!("{key}  {}", look.words.say(message, &[]))
}

/// Whether essential sessions are lost, or the next one already.
fn is_late(watch: &ReleaseWatch, look: &Look) -> bool {
    !watch.essential.is_empty() || watch.release <= watch.next || watch.release <= look.today()
}

/// Somebody who is released before the end of a group; where the line is short the name gives way, so that what
/// is missed is seen.
fn release(watch: &ReleaseWatch, width: u16, look: &Look) -> String {
    let name = if width < 70 { &watch.short_name } else { &watch.name };
    let said = released(watch, name, look);
    // What stands before it, and a cell after it.
    let over = (paint::width(&said) + 6).saturating_sub(width);
    if over == 0 {
        return said;
    }
    released(watch, &paint::cut(name, paint::width(name).saturating_sub(over).max(4)), look)
}

/// Gone already, before the next session, or what is missed.
fn released(watch: &ReleaseWatch, name: &str, look: &Look) -> String {
    let words = look.words;
    let (code, date) = (watch.code.as_str(), words.short_date(watch.release, look.today()));
    if watch.release <= look.today() {
        return say!(words, "today-release-gone", code = code, name = name, date = date);
    }
    if watch.release <= watch.next {
        return say!(words, "today-release-next", code = code, name = name, date = date);
    }
    let labels = |essential: bool| {
        let missed = watch.missed.iter().map(|(label, _)| label);
        ranges(&missed.filter(|label| watch.essential.contains(label) == essential).cloned().collect::<Vec<_>>())
    };
    let (sessions, essential) = (labels(false), labels(true));
    let message = match (sessions.is_empty(), essential.is_empty()) {
        (_, true) => "today-release",
        (true, false) => "today-release-all-essential",
        (false, false) => "today-release-essential",
    };
    say!(words, message, code = code, name = name, date = date, sessions = sessions, essential = essential)
}

/// A message about a session: its group, its number, its day.
fn about(message: &'static str, row: &SessionRow, look: &Look) -> String {
    let date = look.words.weekday_date(row.session.date);
    say!(look.words, message, code = &row.group_code, number = row.session.label(), date = date)
}

fn marks_missing(row: &SessionRow, look: &Look) -> String {
    say!(
        look.words,
        "today-marks-missing",
        code = &row.group_code,
        number = row.session.label(),
        date = look.words.weekday_date(row.session.date),
        count = row.people.saturating_sub(row.marked),
        of = row.people
    )
}

fn outcomes_missing(forgotten: &Forgotten, look: &Look) -> String {
    let row = &forgotten.session;
    let (count, of) = forgotten.outcomes;
    say!(
        look.words,
        "today-outcomes-missing",
        code = &row.group_code,
        number = row.session.label(),
        date = look.words.weekday_date(row.session.date),
        count = count,
        of = of
    )
}

fn ratings_missing(forgotten: &Forgotten, look: &Look) -> String {
    say!(look.words, "today-ratings-missing", code = &forgotten.session.group_code, people = forgotten.unrated)
}

fn promise(row: &SessionRow, look: &Look) -> String {
    say!(
        look.words,
        "today-promise",
        code = &row.group_code,
        number = row.session.label(),
        text = look.words.for_staff(&row.promised)
    )
}

fn is_small(places: &FreePlaces) -> bool {
    !places.begun && places.people < u32::from(places.size.min)
}

/// A group with a place: when it starts, how many there are, how many could come.
fn free_places(places: &FreePlaces, look: &Look) -> String {
    let words = look.words;
    let (code, date) = (&places.code, words.weekday_date(places.start));
    let free = u32::from(places.size.max).saturating_sub(places.people);
    if places.begun {
        return say!(words, "today-place-waiting", code = code, places = free, people = places.waiting);
    }
    let said = if is_small(places) {
        say!(words, "today-small", code = code, date = date, people = places.people, least = places.size.min)
    } else {
        say!(words, "today-places", code = code, date = date, places = free)
    };
    match places.waiting + places.fitting {
        0 => said,
        count if places.more_fit => say!(words, "today-more-fit", said = said, people = count),
        count => say!(words, "today-fit", said = said, people = count),
    }
}

/// Where a session of today stands.
pub(super) fn standing(row: &SessionRow, look: &Look) -> String {
    let words = look.words;
    match &row.session.state {
        SessionState::Running { since } => say!(words, "today-running", time = words.time(since.time())),
        SessionState::Held { .. } if row.marked < row.people => {
            say!(words, "today-missing", count = row.people - row.marked, of = row.people)
        }
        state => say!(words, state.message()),
    }
}
