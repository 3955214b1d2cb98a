//! Looking up what the identifiers in entries are called.

use crate::domain::entry::Keys;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::programme::Course;
use crate::domain::record::{About, Failure, Recorded};
use crate::i18n::entry::Known;
use crate::tui::desk::Desk;

/// What is needed to say these entries.
///
/// # Errors
/// What the record says.
pub fn known(entries: &[Recorded], desk: &Desk) -> Result<Known, Failure> {
    let title = |course: Course| (course.programme, desk.words.pick(&course.title));
    let programmes = desk.courses().into_iter().map(title).collect();
    let mut known = Known { programmes, ..Known::default() };
    add(&mut known, entries, desk)?;
    Ok(known)
}

/// What is needed to say what `keys` are about, with the person's short name.
///
/// # Errors
/// What the record says.
pub fn of_keys(keys: &Keys, desk: &Desk) -> Result<Known, Failure> {
    let mut known = Known::default();
    add_keys(&mut known, keys, desk)?;
    if let Some(id) = keys.person
        && !desk.words.is_room_safe()
        && let Some(person) = desk.reads.person(id)?
    {
        known.people.insert(id, person.short_name());
    }
    Ok(known)
}

/// Adds what is needed to say these entries as well.
pub(super) fn add(known: &mut Known, entries: &[Recorded], desk: &Desk) -> Result<(), Failure> {
    entries.iter().try_for_each(|recorded| add_keys(known, &recorded.entry.keys(), desk))
}

fn add_keys(known: &mut Known, keys: &Keys, desk: &Desk) -> Result<(), Failure> {
    if let Some(id) = keys.group {
        add_group(known, id, desk)?;
    }
    if let Some(id) = keys.person {
        add_person(known, id, desk)?;
    }
    Ok(())
}

/// Adds what the history itself is about.
pub(super) fn add_about(known: &mut Known, about: About, desk: &Desk) -> Result<(), Failure> {
    match about {
        About::Everything => Ok(()),
        About::Person(id) => add_person(known, id, desk),
        About::Group(id) => add_group(known, id, desk),
    }
}

fn add_group(known: &mut Known, id: GroupId, desk: &Desk) -> Result<(), Failure> {
    if known.groups.contains_key(&id) {
        return Ok(());
    }
    let Some(group) = desk.group(id)? else { return Ok(()) };
    let everybody = group.members.iter().chain(&group.visitors);
    known.people.extend(everybody.map(|member| (member.id, member.person.list_name())));
    known.groups.insert(id, group);
    Ok(())
}

fn add_person(known: &mut Known, id: PersonId, desk: &Desk) -> Result<(), Failure> {
    if known.people.contains_key(&id) {
        return Ok(());
    }
    if let Some(person) = desk.reads.person(id)? {
        let name = if desk.words.is_room_safe() { person.initials() } else { person.list_name() };
        known.people.insert(id, name);
    }
    Ok(())
}
