//! Who sees a restricted pathway: colleagues with a key of their own, let in or shut out one by one.

use super::Read;
use crate::domain::entry::Entry;
use crate::domain::record::{About, Failure};
use crate::domain::staff::Role;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;

/// Asks who is let in, or shut out again; what is not restricted everybody sees who works with the person.
pub(super) fn ask(read: &Read, desk: &Desk) -> Result<Effect, Failure> {
    let words = desk.words;
    let Some(confined) = &read.confined else { return Ok(Effect::Refuse(say!(words, "path-open-to-all"))) };
    let mut colleagues: Vec<String> = desk
        .reads
        .standing("staff", About::Everything)?
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Staff { to: Some(staff), .. } if Role::WITH_KEY.contains(&staff.role) => Some(staff.name),
            _ => None,
        })
        .filter(|name| *name != confined.run.by && *name != desk.actor)
        .collect();
    colleagues.sort();
    if colleagues.is_empty() {
        return Ok(Effect::Refuse(say!(words, "path-nobody-else")));
    }
    let line = |name: &String| {
        if confined.is_open_to(name) {
            say!(words, "path-shut-to", name = name)
        } else {
            say!(words, "path-open-to", name = name)
        }
    };
    let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
    let items = keys.zip(colleagues.iter().map(line)).collect();
    let (id, run, confined) = (read.id, read.following.id.clone(), confined.clone());
    Ok(Effect::Ask(Layer::Choice(Choice::new(say!(words, "path-who-sees"), items, move |at, desk| {
        let Some(name) = colleagues.get(at) else { return Vec::new() };
        let after = confined.open_or_shut_to(name);
        let said = say!(desk.words, "path-restricted", names = after.open_to.join(", "));
        vec![Effect::Record { entries: vec![after.of(id, &run)], said }]
    }))))
}
