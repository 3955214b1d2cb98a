//! Notes in the room: on a person, on the session, and why a mark is what it is.

use crate::domain::attendance::Mark;
use crate::domain::entry::Entry;
use crate::domain::record::Member;
use crate::domain::room::Room;
use crate::domain::text::{NOTE, clean};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::prompt::Prompt;

/// Asks why, for the marks that say so.
pub(super) fn reason(room: &Room, member: &Member, mark: Mark, desk: &Desk) -> Layer {
    let name = member.person.short_name();
    let title = say!(desk.words, "room-reason", name = &name, mark = desk.words.mark(&mark));
    let (group, session, person) = (room.record.id, room.id, member.id);
    let old = mark.note.clone();
    let then = move |text: &str, desk: &mut Desk| {
        let note = clean(text, NOTE).map_err(|fault| desk.words.text_fault(&fault))?;
        let mark = Mark { note, ..mark.clone() };
        let entries = vec![Entry::Mark { group, session, person, to: Some(Box::new(mark)) }];
        Ok(vec![Effect::Record { entries, said: say!(desk.words, "room-note-kept", name = &name) }])
    };
    let prompt = Prompt::new(title, say!(desk.words, "room-reason-hint"), &old, then);
    Layer::Prompt(prompt.kept(format!("reason {}", person.0)).for_staff())
}

/// A note on a person.
pub(super) fn note(room: &Room, member: &Member, desk: &Desk) -> Effects {
    let name = member.person.short_name();
    let (group, session, person) = (room.record.id, room.id, member.id);
    let old = room.record.person_notes.get(&(session, person)).map_or("", String::as_str);
    let title = say!(desk.words, "room-note-on", name = &name);
    let then = move |text: &str, desk: &mut Desk| {
        let to = kept(text, desk)?.map(Box::new);
        let said = said_of_note(to.is_some(), &name, desk);
        Ok(vec![Effect::Record { entries: vec![Entry::PersonNote { group, session, person, to }], said }])
    };
    ask_note(title, old, format!("note {}", person.0), desk, then)
}

/// A note on the session.
pub(super) fn session_note(room: &Room, desk: &Desk) -> Effects {
    let (group, session) = (room.record.id, room.id);
    let name = say!(desk.words, "room-session", number = room.session.label());
    let old = room.record.session_notes.get(&session).map_or("", String::as_str);
    let title = say!(desk.words, "room-note-on", name = &name);
    let then = move |text: &str, desk: &mut Desk| {
        let to = kept(text, desk)?.map(Box::new);
        let said = said_of_note(to.is_some(), &name, desk);
        Ok(vec![Effect::Record { entries: vec![Entry::SessionNote { group, session, to }], said }])
    };
    ask_note(title, old, "note".to_owned(), desk, then)
}

fn ask_note(
    title: String,
    old: &str,
    name: String,
    desk: &Desk,
    then: impl FnMut(&str, &mut Desk) -> Result<Effects, String> + 'static,
) -> Effects {
    let prompt = Prompt::new(title, say!(desk.words, "room-note-hint"), old, then);
    vec![Effect::Ask(Layer::Prompt(prompt.kept(name).for_staff()))]
}

/// The note as it is recorded: nothing when it is empty.
fn kept(text: &str, desk: &Desk) -> Result<Option<String>, String> {
    let text = clean(text, NOTE).map_err(|fault| desk.words.text_fault(&fault))?;
    Ok((!text.is_empty()).then_some(text))
}

fn said_of_note(kept: bool, name: &str, desk: &Desk) -> String {
    if kept { say!(desk.words, "room-note-kept", name = name) } else { say!(desk.words, "room-note-gone", name = name) }
}
