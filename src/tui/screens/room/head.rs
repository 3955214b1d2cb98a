//! The head of the room.
//!
//! ```text
//!  K-07 · session 4 of 10 · Papers      00:37 of 90 min  5 min behind: ends 11:35
//! ```

use crate::domain::group::SessionState;
use crate::domain::room::{Clock, Room};
use crate::i18n::Words;
use crate::say;
use crate::tui::look::Look;

/// Which session this is.
pub(in crate::tui::screens) fn title(room: &Room, look: &Look) -> String {
    say!(
        look.words,
        "room-title",
        code = &room.record.group.code,
        number = room.session.label(),
        of = room.record.course.sessions.len(),
        title = look.words.pick(&room.plan.title)
    )
}

/// The clock, or what stands in its place when none runs.
pub(in crate::tui::screens) fn clock(room: &Room, width: u16, look: &Look) -> String {
    let words = look.words;
    match &room.session.state {
        SessionState::Planned => say!(
            words,
            "room-planned",
            date = words.weekday_date(room.session.date),
            time = words.time(room.session.time),
            planned = room.minutes()
        ),
        SessionState::Running { since } if room.is_left_open(look.today()) => {
            say!(
                words,
                "room-left-open",
                date = words.weekday_date(since.date_naive()),
                time = words.time(since.time())
            )
        }
        SessionState::Running { .. } => {
            room.clock(look.now).map_or_else(String::new, |clock| running(room, clock, width, look))
        }
        SessionState::Held { from, to } => say!(
            words,
            "room-held",
            date = words.weekday_date(from.date_naive()),
            from = words.time(from.time()),
            to = words.time(to.time())
        ),
        state @ SessionState::Cancelled { .. } => say!(words, state.message()),
    }
}

fn running(room: &Room, clock: Clock, width: u16, look: &Look) -> String {
    let words = look.words;
    if let Some((_, pause)) = room.pause() {
        let minutes = look.now.signed_duration_since(pause.from).num_minutes().max(0);
        return say!(words, "clock-paused", minutes = minutes, why = say!(words, pause.why.message()));
    }
    let elapsed = format!("{:02}:{:02}", clock.elapsed / 60, clock.elapsed % 60);
    let pace = pace(&clock, words);
    if width < 72 {
        return say!(words, "room-clock-short", elapsed = elapsed, pace = pace);
    }
    say!(words, "room-clock", elapsed = elapsed, planned = clock.planned, pace = pace)
}

/// Ahead or behind, and when it ends. What a pause took is nobody's delay.
fn pace(clock: &Clock, words: &Words) -> String {
    let (behind, ends) = (clock.behind(), words.time(clock.ends().time()));
    match clock.over {
        0 => say!(words, "clock-on-time", ends = ends),
        early if early < 0 => say!(words, "clock-ahead", minutes = -early, ends = ends),
        _ if clock.paused == 0 => say!(words, "clock-behind", minutes = behind, ends = ends),
        _ if behind == 0 => say!(words, "clock-paused-so-far", minutes = clock.paused, ends = ends),
        _ => say!(words, "clock-behind-and-paused", minutes = behind, paused = clock.paused, ends = ends),
    }
}
