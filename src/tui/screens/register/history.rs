//! The history of one mark: who recorded what, when, and what it was before.

use super::aim::Aim;
use crate::domain::entry::Entry;
use crate::domain::record::{About, Failure, Recorded};
use crate::i18n::entry::Known;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::{Layer, choice::Choice};

/// Lines shown at the most: the newest.
const LINES: usize = 14;
/// Entries read at a time.
const STEP: usize = 200;

/// Shows the history of the mark in the cell.
pub fn of(aim: &Aim, desk: &Desk) -> Effects {
    match read(aim, desk) {
        Ok(found) if found.is_empty() => {
            vec![Effect::Say(say!(desk.words, "register-no-history", name = aim.name.as_str()))]
        }
        Ok(found) => {
            let items = found.iter().map(|recorded| (None, line(recorded, desk))).collect();
            let title = say!(desk.words, "register-history", name = aim.name.as_str(), number = aim.number.as_str());
            vec![Effect::Ask(Layer::Choice(Choice::new(title, items, |_, _| Vec::new())))]
        }
        Err(failure) => vec![Effect::Say(desk.failure(&failure))],
    }
}

fn read(aim: &Aim, desk: &Desk) -> Result<Vec<Recorded>, Failure> {
    let mut found = Vec::new();
    let mut before = None;
    loop {
        let page = desk.reads.history(About::Group(aim.record.id), before, STEP)?;
        before = page.last().map(|recorded| recorded.seq);
        let is_last = page.len() < STEP;
        found.extend(page.into_iter().filter(|recorded| is_of(aim, &recorded.entry)));
        if is_last || found.len() >= LINES {
            found.truncate(LINES);
            return Ok(found);
        }
    }
}

fn is_of(aim: &Aim, entry: &Entry) -> bool {
    matches!(entry, Entry::Mark { session, person, .. } if (*session, *person) == (aim.session, aim.person))
}

fn line(recorded: &Recorded, desk: &Desk) -> String {
    let (words, at) = (desk.words, recorded.stamp.at);
    say!(
        words,
        "register-history-line",
        date = words.short_date(at.date_naive(), desk.today()),
        time = words.time(at.time()),
        actor = recorded.stamp.actor.as_str(),
        change = words.change(recorded, &Known::default())
    )
}
