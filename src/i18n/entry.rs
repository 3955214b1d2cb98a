//! What was recorded, in words: what it is about, what it says, and what it said before.

mod parts;
#[cfg(test)]
mod tests;

use crate::domain::attendance::{CaughtUp, Mark};
use crate::domain::entry::Entry;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::{About, GroupRecord, Recorded, Turn};
use crate::i18n::Words;
use crate::say;
use std::collections::BTreeMap;

/// What the identifiers in entries are called.
#[derive(Debug, Default)]
pub struct Known {
    pub people: BTreeMap<PersonId, String>,
    pub groups: BTreeMap<GroupId, GroupRecord>,
    /// Titles of programmes by their ids.
    pub programmes: BTreeMap<String, String>,
}

impl Words {
    /// What one entry says: "attendance: present".
    #[must_use]
    pub fn entry(&self, entry: &Entry, known: &Known) -> String {
        let parts = self.parts(entry, known);
        if parts.is_empty() {
            return say!(self, "said-part", what = self.kind(entry), value = say!(self, "said-nothing"));
        }
        self.joined(&parts)
    }

    /// What one entry changed: "attendance: late 10 → present", "release date: 2 Dec 2026 → 5 Jan 2027".
    #[must_use]
    pub fn change(&self, recorded: &Recorded, known: &Known) -> String {
        if recorded.erased {
            return say!(self, "said-erased", what = self.kind(&recorded.entry));
        }
        let (before, after) = (self.parts(&recorded.before, known), self.parts(&recorded.entry, known));
        let text = match (before.is_empty(), after.is_empty()) {
            _ if self.is_room_safe() => self.recorded_without_reason(recorded, known),
            (true, true) => self.entry(&recorded.entry, known),
            (true, false) if is_thing(&recorded.entry) => {
                say!(self, "said-added", what = self.kind(&recorded.entry), value = self.joined(&after))
            }
            (true, false) => self.joined(&after),
            (false, true) if is_thing(&recorded.entry) => {
                say!(self, "said-removed", what = self.kind(&recorded.entry), value = self.joined(&before))
            }
            _ => self.differences(&before, &after),
        };
        match recorded.turn {
            Turn::New => text,
            Turn::Undo(_) => say!(self, "said-undone", what = text),
            Turn::Redo(_) => say!(self, "said-redone", what = text),
        }
    }

    /// An entry in one line: whom it is about, what it changed, where; without what the whole history
    /// is about: "Petrović, Ana: attendance: late 10 → present (K-07, session 4)".
    #[must_use]
    pub fn line(&self, recorded: &Recorded, known: &Known, about: About) -> String {
        let keys = recorded.entry.keys();
        let group = keys.group.and_then(|id| known.groups.get(&id));
        let mut line = self.change(recorded, known);
        if let Some(id) = keys.person.filter(|id| about != About::Person(*id)) {
            let name = known.people.get(&id).cloned().or_else(|| self.name_within(recorded));
            let name = name.unwrap_or_else(|| say!(self, "said-somebody"));
            line = say!(self, "said-part", what = name, value = line);
        }
        let mut place = Vec::new();
        if let Some(group) = group.filter(|group| about != About::Group(group.id)) {
            place.push(group.group.code.clone());
        }
        if let Some(session) = keys.session.and_then(|id| group?.session(id)) {
            place.push(say!(self, "said-session-number", number = session.label()));
        }
        if matches!((&recorded.entry, about), (Entry::Disclosure { .. }, About::Person(_))) {
            place.push(say!(self, "said-of-everybody"));
        }
        place.extend(self.item(&recorded.entry, group, known));
        if place.is_empty() { line } else { say!(self, "said-at", what = line, place = place.join(", ")) }
    }

    /// What a step did, to be said after "Undone:": "Ana P.: late 5 (K-07, session 4)".
    /// It goes to the status line, which anybody may see: what is written about a person is named, not
    /// repeated.
    #[must_use]
    pub fn step(&self, step: &[Recorded], known: &Known) -> String {
        let about = Recorded::about(step);
        let text = self.whose(step, known, self.kinds(step, |recorded| self.briefly(recorded, known)));
        let Some(group) = about.group.and_then(|id| known.groups.get(&id)) else { return text };
        let mut place = vec![group.group.code.clone()];
        if let Some(session) = about.session.and_then(|id| group.session(id)) {
            place.push(say!(self, "said-session-number", number = session.number()));
        }
        say!(self, "said-at", what = text, place = place.join(", "))
    }

    /// The same in fewer words, for what comes next: "Ana P.: attendance".
    #[must_use]
    pub fn step_in_short(&self, step: &[Recorded], known: &Known) -> String {
        self.whose(step, known, self.kinds(step, |recorded| self.kind(&recorded.entry)))
    }

    /// `what` with the name of the only person that a step is about.
    fn whose(&self, step: &[Recorded], known: &Known, what: String) -> String {
        // About whom something restricted is stands on its own page alone.
        if step.iter().any(|recorded| recorded.entry.is_restricted()) {
            return what;
        }
        match Recorded::about(step).person.and_then(|id| known.people.get(&id)) {
            Some(name) => say!(self, "said-part", what = name, value = what),
            None => what,
        }
    }

    /// What kinds of facts a step changed, and how many of each; of a single one what `one` says.
    fn kinds(&self, step: &[Recorded], one: impl Fn(&Recorded) -> String) -> String {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for recorded in step {
            let what = if step.len() == 1 { one(recorded) } else { self.kind(&recorded.entry) };
            match counts.iter_mut().find(|(known, _)| *known == what) {
                Some((_, count)) => *count += 1,
                None => counts.push((what, 1)),
            }
        }
        let whats = counts.into_iter().map(|(what, count)| match count {
            1 => what,
            _ => say!(self, "said-many", what = what, count = count),
        });
        whats.collect::<Vec<_>>().join(", ")
    }

    fn briefly(&self, recorded: &Recorded, known: &Known) -> String {
        if self.is_room_safe() {
            return self.recorded_without_reason(recorded, known);
        }
        let entry = &recorded.entry;
        match entry {
            Entry::Concern { .. }
            | Entry::Confined { .. }
            | Entry::Agenda { .. }
            | Entry::Consent { .. }
            | Entry::Detention { .. }
            | Entry::Exception { .. }
            | Entry::Snooze { .. }
            | Entry::Staff { .. }
            | Entry::Goal { .. }
            | Entry::Action { .. }
            | Entry::PlanPart { .. }
            | Entry::Partner { .. }
            | Entry::Remedy { .. }
            | Entry::GroupRemedy { .. }
            | Entry::SessionNote { .. }
            | Entry::PersonNote { .. } => self.kind(entry),
            Entry::Step { to: Some(taken), .. } => {
                say!(self, "said-part", what = self.kind(entry), value = self.pick(&taken.title))
            }
            // How it was made good is in the history; the line has room for what comes next.
            Entry::Mark { to: Some(mark), .. } => {
                let caught_up = mark.caught_up.as_ref().map(|caught_up| CaughtUp { how: None, ..caught_up.clone() });
                self.mark(&Mark { caught_up, ..(**mark).clone() })
            }
            Entry::Person { .. } | Entry::Session { .. } | Entry::Group { .. } => self.labels_of(recorded, known),
            _ => self.entry(entry, known),
        }
    }

    /// The kind, with the names of the parts that changed.
    fn labels_of(&self, recorded: &Recorded, known: &Known) -> String {
        let (before, after) = (self.parts(&recorded.before, known), self.parts(&recorded.entry, known));
        let kind = self.kind(&recorded.entry);
        if before.is_empty() || after.is_empty() {
            return kind;
        }
        let labels: Vec<String> = changed(&before, &after).into_iter().map(|(label, _, _)| label).collect();
        say!(self, "said-part", what = kind, value = labels.join(", "))
    }

    fn differences(&self, before: &[(String, String)], after: &[(String, String)]) -> String {
        let nothing = say!(self, "said-nothing");
        let lines = changed(before, after).into_iter().map(|(label, old, new)| {
            let (old, new) = (old.unwrap_or_else(|| nothing.clone()), new.unwrap_or_else(|| nothing.clone()));
            say!(self, "said-change", what = label, before = old, after = new)
        });
        let lines: Vec<String> = lines.collect();
        if lines.is_empty() { say!(self, "said-same") } else { lines.join("; ") }
    }

    /// The name in an entry about a person who is no longer recorded.
    fn name_within(&self, recorded: &Recorded) -> Option<String> {
        [&recorded.entry, &recorded.before].into_iter().find_map(|entry| match entry {
            Entry::Person { to: Some(person), .. } if self.is_room_safe() => Some(person.initials()),
            Entry::Person { to: Some(person), .. } => Some(person.list_name()),
            _ => None,
        })
    }

    fn joined(&self, parts: &[(String, String)]) -> String {
        let part = |(what, value): &(String, String)| say!(self, "said-part", what = what, value = value);
        parts.iter().map(part).collect::<Vec<_>>().join("; ")
    }
}

/// Whether the fact is a thing that comes and goes, rather than a value that changes.
fn is_thing(entry: &Entry) -> bool {
    matches!(
        entry,
        Entry::Person { .. } | Entry::Group { .. } | Entry::Session { .. } | Entry::Course { .. } | Entry::Staff { .. }
    )
}

/// Label, old and new value of what differs, in the order of the parts.
fn changed(before: &[(String, String)], after: &[(String, String)]) -> Vec<(String, Option<String>, Option<String>)> {
    let value =
        |parts: &[(String, String)], label: &str| parts.iter().find(|(l, _)| l == label).map(|(_, v)| v.clone());
    let gone = before.iter().filter(|(label, _)| value(after, label).is_none());
    let labels = after.iter().chain(gone).map(|(label, _)| label);
    labels
        .map(|label| (label.clone(), value(before, label), value(after, label)))
        .filter(|(_, old, new)| old != new)
        .collect()
}
