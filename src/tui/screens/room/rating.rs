//! The self-rating that belongs to a session: one question after the other, one key each.

use crate::domain::entry::Entry;
use crate::domain::programme::RatingTime;
use crate::domain::record::Member;
use crate::domain::room::Room;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;

/// Asks what the person has not answered yet, or everything again when all is answered.
pub(super) fn ask(room: &Room, member: &Member, desk: &Desk) -> Effects {
    let ratings = &room.record.course.ratings;
    let Some(time) = room.plan.rating.filter(|_| !ratings.items.is_empty() && !ratings.scale.is_empty()) else {
        return vec![Effect::Refuse(say!(desk.words, "room-no-rating"))];
    };
    let unrated: Vec<usize> = room.unrated(member.id).collect();
    let items = if unrated.is_empty() { (0..ratings.items.len()).collect() } else { unrated };
    question(room, member, time, items, desk).into_iter().collect()
}

/// The first of `items`, after which the others are asked.
fn question(room: &Room, member: &Member, time: RatingTime, mut items: Vec<usize>, desk: &Desk) -> Option<Effect> {
    let ratings = &room.record.course.ratings;
    if items.is_empty() {
        return None;
    }
    let number = items.remove(0);
    let item = ratings.items.get(number)?;
    let key = time.key(&item.id);
    let name = member.person.short_name();
    let title = say!(
        desk.words,
        "room-rating",
        name = &name,
        number = number + 1,
        of = ratings.items.len(),
        text = desk.words.pick(&item.text)
    );
    let scale: Vec<String> = ratings.scale.iter().map(|step| desk.words.pick(step)).collect();
    let answers = ('1'..='9').map(Some).chain(std::iter::repeat(None)).zip(scale.clone()).collect();
    let before = room.record.ratings.get(&(member.id, key.clone())).map_or(0, |step| usize::from(*step));
    let (group, session, person) = (room.record.id, room.id, member.id);
    let then = move |step: usize, desk: &mut Desk| {
        let said = say!(desk.words, "room-rated", name = name, answer = scale.get(step).cloned().unwrap_or_default());
        let to = u8::try_from(step).ok().map(Box::new);
        let mut effects = vec![Effect::Record { entries: vec![Entry::Rating { group, person, item: key, to }], said }];
        effects.extend(super::recording::again(group, session, desk, |room, desk| {
            question(room, room.somebody(person)?, time, items, desk).map(|effect| vec![effect])
        }));
        effects
    };
    Some(Effect::Ask(Layer::Choice(Choice::new(title, answers, then).at(before))))
}
