//! Before a session begins: what was left from last time, who was away, who needs an interpreter, what to
//! bring. It stands where the guide will stand, so that it is in nobody's way.
//!
//! ```text
//! ─ Before session 4 ───────────────────────────────────────────────
//!  Planned for 10:00, B 214. The first mark or Space begins it.
//!  Last time:    Ask who has a passport in storage.
//!  Was away:     Emir I. (court or legal)
//!  Interpreter:  ! Fatos G. (Albanian)
//!  Bring:        papers checklist; consent form; consulate addresses
//! ```

use super::agreed::{self, Agreed};
use super::guide::{Frame, Line, needs, sheet, standing};
use crate::domain::attendance::Mark;
use crate::domain::programme::Objective;
use crate::domain::record::Member;
use crate::domain::room::Room;
use crate::domain::room::before::LastTime;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::style::Style;

pub(super) fn draw(room: &Room, agreed: &[Agreed], frame: Frame, buf: &mut Buffer, look: &Look) {
    let title = say!(look.words, "before-title", number = room.session.label());
    sheet(&title, &lines(room, agreed, frame.area.width, look), frame, buf, look);
}

fn lines(room: &Room, agreed: &[Agreed], width: u16, look: &Look) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(text) = standing(room, look) {
        lines.extend(Line::plain(&text, look.warn(), width));
    }
    let told = told(room, agreed, look);
    let indent = told.iter().map(|(label, _, _)| paint::width(label)).max().unwrap_or(0) + 2;
    lines.extend(told.iter().flat_map(|(label, texts, style)| Line::labelled(label, texts, *style, indent, width)));
    lines
}

/// Everything there is to tell, by its label, what is most often forgotten first.
fn told(room: &Room, agreed: &[Agreed], look: &Look) -> Vec<(String, Vec<String>, Style)> {
    let words = look.words;
    let mut told = Vec::new();
    let mut tell = |label: String, texts: Vec<String>, style| {
        if texts.iter().any(|text| !text.is_empty()) {
            told.push((label, texts, style));
        }
    };
    let before = room.before();
    tell(
        say!(words, "before-last-time"),
        room.last_time().map(|note| words.for_staff(note)).into_iter().collect(),
        Style::new(),
    );
    tell(say!(words, "before-agreed"), agreed::lines(room, agreed, look), Style::new());
    tell(say!(words, "before-away"), away(before.as_ref(), look), Style::new());
    tell(say!(words, "before-open"), open(before.as_ref(), look), Style::new());
    let people: Vec<String> = room.needing_interpreter().map(|member| needs(member, look)).collect();
    let people = if people.is_empty() { Vec::new() } else { vec![format!("! {}", people.join(", "))] };
    tell(say!(words, "before-interpreter"), people, look.warn());
    let bring: Vec<String> = room.materials().into_iter().map(|thing| words.pick(thing)).collect();
    tell(say!(words, "before-bring"), vec![bring.join("; ")], Style::new());
    if room.plan.rating.is_some() {
        tell(say!(words, "before-rating"), vec![say!(words, "before-rating-key")], Style::new());
    }
    tell(say!(words, "before-aim"), vec![words.pick(&room.plan.aim)], Style::new());
    told
}

/// Who was away last time, and how.
fn away(before: Option<&LastTime>, look: &Look) -> Vec<String> {
    let one = |(member, mark): &(&Member, &Mark)| {
        say!(look.words, "before-who-was-away", name = member.person.short_name(), mark = look.words.mark(mark))
    };
    let names = before.map(|before| before.away.iter().map(one).collect::<Vec<_>>().join(", "));
    names.into_iter().collect()
}

/// What was not reached last time, or only partly, and by whom.
fn open(before: Option<&LastTime>, look: &Look) -> Vec<String> {
    let one = |(objective, members): &(&Objective, Vec<&Member>)| {
        let names = members.iter().map(|member| member.person.short_name()).collect::<Vec<_>>().join(", ");
        say!(look.words, "before-who-not-yet", objective = look.words.pick(&objective.text), names = names)
    };
    before.map_or_else(Vec::new, |before| before.open.iter().map(one).collect())
}
