//! The head of the room.
//!
//! ```text
//!  K-07 · session 4 of 10 · Papers                  00:37 of 90 min  5 min behind
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
pub(super) fn clock(room: &Room, look: &Look) -> String {
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
        SessionState::Running { .. } => room.clock(look.now).map_or_else(String::new, |clock| running(clock, words)),
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

fn running(clock: Clock, words: &Words) -> String {
    let elapsed = format!("{:02}:{:02}", clock.elapsed / 60, clock.elapsed % 60);
    let pace = match clock.behind {
        0 => say!(words, "room-on-time"),
        late if late > 0 => say!(words, "room-behind", minutes = late),
        early => say!(words, "room-ahead", minutes = -early),
    };
    say!(words, "room-clock", elapsed = elapsed, planned = clock.planned, pace = pace)
}
