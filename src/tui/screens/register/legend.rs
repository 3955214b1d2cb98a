//! The legend of a register: every sign that is used, with its meaning.

use super::Register;
use crate::domain::attendance::TABLE;
use crate::domain::attending::{Taking, taking};
use crate::domain::figures::{Cell, Register as Figures};
use crate::domain::group::Carries;
use crate::domain::record::{Dated, GroupRecord, Member};
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use std::collections::BTreeSet;

impl Register {
    /// Every sign that is used, with its meaning.
    pub(super) fn legend(&self, record: &GroupRecord, figures: &Figures, look: &Look) -> Vec<String> {
        let words = look.words;
        let (mut codes, mut signs) = (BTreeSet::new(), BTreeSet::new());
        for cell in self.lines.iter().filter_map(|index| figures.rows.get(*index)).flat_map(|row| &row.cells) {
            match cell {
                Cell::Marked(mark) | Cell::Extra(mark) => {
                    codes.insert(mark.code);
                    if mark.caught_up.is_some() {
                        signs.insert(2);
                    } else if !mark.note.is_empty() {
                        signs.insert(3);
                    }
                }
                Cell::NotRecorded => _ = signs.insert(0),
                Cell::NotCounted(_) => _ = signs.insert(1),
                Cell::Ahead => {}
            }
        }
        if record.sessions.iter().any(|dated| waits(record, dated, look)) {
            signs.insert(4);
        }
        for dated in &record.sessions {
            let is_booked = |index: &usize| {
                let member = record.members.get(*index);
                member.is_some_and(|member| self.booked(record, dated, member).is_some())
            };
            if !self.bookings.is_empty() && self.lines.iter().any(is_booked) {
                signs.insert(7);
            }
            match dated.session.carries {
                Carries::Part { .. } => _ = signs.insert(5),
                Carries::Extra => _ = signs.insert(6),
                Carries::Whole | Carries::Joined { .. } => {}
            }
        }
        let rows = TABLE.iter().filter(|row| codes.contains(&row.code));
        let mut parts: Vec<String> =
            rows.map(|row| format!("{} {}", row.symbol, words.say(row.message, &[]))).collect();
        parts.extend(self.guests(record, look));
        let all = [
            say!(words, "register-legend-not-recorded"),
            say!(words, "register-legend-not-counted"),
            say!(words, "register-legend-caught-up"),
            say!(words, "register-legend-note"),
            say!(words, "register-legend-waits"),
            say!(words, "register-legend-parts"),
            say!(words, "register-legend-extra"),
            say!(words, "register-legend-booked"),
        ];
        parts.extend(all.into_iter().enumerate().filter(|(at, _)| signs.contains(at)).map(|(_, text)| text));
        parts
    }

    /// Who came to the selected session without a place here: they have no line, and count nowhere.
    fn guests(&self, record: &GroupRecord, look: &Look) -> Option<String> {
        let dated = record.sessions.get(self.column)?;
        let guest = |guest: &Member| match record.marks.get(&(dated.id, guest.id)) {
            Some(mark) => format!("{}: {}", guest.person.short_name(), look.words.mark(mark)),
            None => guest.person.short_name(),
        };
        let names: Vec<String> = record.guests_at(dated.id).map(guest).collect();
        let said = || say!(look.words, "register-guests", number = dated.session.label(), names = names.join(", "));
        (!names.is_empty()).then(said)
    }
}

/// Parts in lines of at most `most` cells: a sign is never parted from its meaning.
pub(super) fn lines_of(parts: &[String], most: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if paint::width(line) + 3 + paint::width(part) <= most => *line = format!("{line}   {part}"),
            _ => lines.push(part.clone()),
        }
    }
    lines
}

/// Whether a session is over by its plan and nobody has said that it was held.
pub(super) fn waits(record: &GroupRecord, dated: &Dated, look: &Look) -> bool {
    taking(record, &dated.session, look.now) == Taking::Over
}
