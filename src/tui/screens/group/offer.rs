//! A place that became free is offered: to whom, in one key.

use super::Group;
use crate::domain::attending::following;
use crate::domain::entry::Entry;
use crate::domain::group::{Enrolment, Place};
use crate::domain::offer::{Offer, Taker};
use crate::domain::record::{About, Failure, GroupRecord};
use crate::domain::together::KeptApart;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::{Layer, choice::Choice};

/// People offered at the most: as many as there are keys for.
const OFFERED: usize = 9;

impl Group {
    /// Offers a place to who waits, or to who may take part and has none.
    pub(super) fn offer_place(&self, desk: &Desk) -> Option<Effects> {
        let record = self.record.as_ref()?;
        let title = say!(desk.words, "offer-title", code = record.group.code.as_str());
        Some(match ask(record, title, desk) {
            Ok(Some(ask)) => vec![ask],
            Ok(None) => vec![Effect::Say(say!(desk.words, "offer-nobody"))],
            Err(failure) => vec![Effect::Refuse(desk.failure(&failure))],
        })
    }
}

/// Asks who takes a place in `record`; nothing when nobody can.
pub(super) fn ask(record: &GroupRecord, title: String, desk: &Desk) -> Result<Option<Effect>, Failure> {
    let (takers, left) = takers(record, desk)?;
    if takers.is_empty() {
        return Ok(None);
    }
    let mut items = Vec::new();
    let mut people = Vec::new();
    for (key, taker) in ('1'..='9').zip(&takers) {
        let Some(person) = desk.reads.person(taker.person)? else { continue };
        items.push((Some(key), line(taker, &person.name(), left, record, desk)));
        people.push((taker.person, person.name()));
    }
    let record = record.clone();
    let then = move |at: usize, desk: &mut Desk| {
        let Some((person, name)) = people.get(at) else { return Vec::new() };
        let day = record.joins_on(desk.today());
        let enrolment = match record.member(*person) {
            Some(member) => member.enrolment.back(day),
            None => Enrolment::new(Place::Enrolled, day),
        };
        let from = desk.words.short_date(enrolment.from, desk.today());
        let said = say!(desk.words, "group-enrolled", name = name.as_str(), from = from);
        let entry = Entry::Enrolment { group: record.id, person: *person, to: Some(Box::new(enrolment)) };
        vec![Effect::Record { entries: following(&record, vec![entry], desk.today()), said }]
    };
    Ok(Some(Effect::Ask(Layer::Choice(Choice::new(title, items, then)))))
}

/// Whom the place can be offered, and how many sessions are left.
fn takers(record: &GroupRecord, desk: &Desk) -> Result<(Vec<Taker>, usize), Failure> {
    let reads = desk.reads;
    let placed = reads.placed()?.into_keys().collect();
    let excepted = reads.exceptions_for(&record.course.programme)?.into_keys().collect();
    let apart = KeptApart::of(&reads.standing("apart", About::Everything)?);
    let mut offer = Offer::new(record, desk.today(), placed, excepted, apart);
    reads.each_applicant(offer.joins(), &mut |applicant| offer.ask(&applicant))?;
    let left = offer.left();
    let mut takers = offer.takers();
    takers.truncate(OFFERED);
    Ok((takers, left))
}

/// `Li Wei (waits for this group), released 2 Dec, reaches 5 of 7`.
fn line(taker: &Taker, name: &str, left: usize, record: &GroupRecord, desk: &Desk) -> String {
    let words = desk.words;
    let release = taker.release.map_or_else(
        || say!(words, "offer-no-release"),
        |day| say!(words, "offer-released", date = words.short_date(day, desk.today())),
    );
    let release = match taker.since {
        Some(since) => say!(words, "offer-since", release = release, date = words.short_date(since, desk.today())),
        None => release,
    };
    let name = if taker.waits_here { say!(words, "offer-waits-here", name = name) } else { name.to_owned() };
    let line = say!(words, "offer-line", name = name, release = release, n = taker.reaches, m = left);
    let names = taker.apart.iter().filter_map(|id| record.member(*id)).map(|member| member.person.short_name());
    let names = names.collect::<Vec<_>>().join(", ");
    if names.is_empty() { line } else { say!(words, "offer-apart", line = line, names = names) }
}
