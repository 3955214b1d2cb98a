//! What somebody missed is made good: which session, and by what. The register, the room and the person's page
//! ask the same.

use crate::domain::attendance::{CaughtUp, MadeGood};
use crate::domain::catching_up::Elsewhere;
use crate::domain::guest::Home;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::{About, Failure, GroupRecord};
use crate::domain::text::LINE;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::{Layer, choice::Choice};
use crate::tui::screens::asking::{self, Question};
use chrono::{Days, NaiveDate};

/// How far around today another group's sessions are looked for.
pub(super) const AROUND: Days = Days::new(90);
/// Keys of the answers to a question with many.
const KEYS: [char; 10] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/// One session that somebody missed.
#[derive(Debug, Clone)]
struct Missed {
    record: GroupRecord,
    session: SessionId,
    /// What it is called.
    number: String,
    date: NaiveDate,
    person: PersonId,
    name: String,
    before: Option<CaughtUp>,
}

/// What can make it good.
#[derive(Debug, Clone)]
enum Way {
    OneToOne,
    Done(CaughtUp),
    /// Another group's session that is still to come, whether booked already, and what it is called.
    Ahead(Elsewhere, bool, String),
}

/// Asks which of the sessions that `person` missed in the groups of `records` was made good, and by what.
pub(super) fn which(records: &[GroupRecord], person: PersonId, name: &str, desk: &Desk) -> Effects {
    let words = desk.words;
    let mut items = Vec::new();
    let mut missed = Vec::new();
    for record in records {
        for (session, mark) in record.missed(person) {
            let Some(found) = Missed::of(record, session, person) else { continue };
            let plan = record.session(session).and_then(|session| record.plan(session));
            let title = plan.map_or_else(String::new, |plan| words.pick(&plan.title));
            let date = words.weekday_date(found.date);
            let number = found.number.as_str();
            let (code, value) = (record.group.code.as_str(), words.mark(&mark));
            let line =
                say!(words, "caught-up-line", code = code, number = number, title = title, date = date, value = value);
            items.push((KEYS.get(items.len()).copied(), line));
            missed.push(found);
        }
    }
    match missed.len() {
        0 => vec![Effect::Say(say!(words, "caught-up-nothing", name = name))],
        1 => missed.remove(0).ask(desk),
        _ => {
            // The first that is still open is the one people come here for.
            let open = missed.iter().position(|missed| missed.before.is_none()).unwrap_or(0);
            let then = move |at: usize, desk: &mut Desk| match missed.into_iter().nth(at) {
                Some(missed) => missed.ask(desk),
                None => Vec::new(),
            };
            let title = say!(words, "caught-up-which", name = name);
            vec![Effect::Ask(Layer::Choice(Choice::new(title, items, then).at(open)))]
        }
    }
}

/// Asks what made good the session `session` that `person` missed; says so when nothing was missed there.
pub(super) fn ask(record: &GroupRecord, session: SessionId, person: PersonId, desk: &Desk) -> Effects {
    if let Some(missed) = Missed::of(record, session, person) {
        return missed.ask(desk);
    }
    let name = record.member(person).map_or_else(String::new, |member| member.person.short_name());
    let number = record.session(session).map_or_else(String::new, crate::domain::group::Session::label);
    let recorded = record.marks.contains_key(&(session, person));
    let expected = record.session(session).zip(record.member(person));
    let expected = expected.is_some_and(|(session, member)| member.enrolment.covers(session.date));
    vec![Effect::Say(if expected && !recorded {
        say!(desk.words, "register-code-first", name = name)
    } else {
        say!(desk.words, "register-not-missed", name = name, number = number)
    })]
}

impl Missed {
    fn of(record: &GroupRecord, session: SessionId, person: PersonId) -> Option<Self> {
        let mark = record.to_make_good(session, person)?;
        let dated = record.session(session)?;
        Some(Self {
            session,
            number: dated.label(),
            date: dated.date,
            person,
            name: record.member(person)?.person.short_name(),
            before: mark.caught_up,
            record: record.clone(),
        })
    }

    /// What made it good; where that is known already, whether it was something else, or nothing.
    fn ask(self, desk: &Desk) -> Effects {
        if self.before.is_none() {
            return self.ways(desk);
        }
        let title = say!(desk.words, "register-caught-up", name = self.name.as_str(), number = self.number.as_str());
        let items = vec![
            (Some('d'), say!(desk.words, "register-caught-up-again")),
            (Some('x'), say!(desk.words, "register-caught-up-not")),
        ];
        let then = move |at: usize, desk: &mut Desk| if at == 0 { self.ways(desk) } else { self.record(None, desk) };
        vec![Effect::Ask(Layer::Choice(Choice::new(title, items, then)))]
    }

    /// A one-to-one, an extra session of the group, or another group's session: those that there are.
    fn ways(self, desk: &Desk) -> Effects {
        let (others, booked) = match self.elsewhere(desk) {
            Ok(found) => found,
            Err(failure) => return vec![Effect::Refuse(desk.failure(&failure))],
        };
        let words = desk.words;
        let mut ways = vec![(Way::OneToOne, say!(words, "made-good-one-to-one"))];
        for extra in self.record.extras_for(self.session) {
            let minutes = self.record.minutes(&extra.session);
            let how = Some(MadeGood::Extra { session: extra.id });
            let when = words.weekday_date(extra.session.date);
            let said = say!(words, "caught-up-extra", number = extra.session.label(), when = when);
            ways.push((Way::Done(CaughtUp { on: extra.session.date, minutes, how }), said));
        }
        for other in others {
            let session = &other.dated.session;
            let when = words.moment(session.date, session.time);
            let said = say!(words, "made-good-elsewhere", code = other.code.as_str(), number = session.label());
            let said = say!(words, "said-part", what = said, value = when);
            if other.is_over() {
                ways.push((Way::Done(other.caught_up()), said));
                continue;
            }
            let is_booked = booked.contains(&other.dated.id);
            let message = if is_booked { "caught-up-unbook" } else { "caught-up-book" };
            let line = say!(words, message, what = said.as_str());
            ways.push((Way::Ahead(other, is_booked, said), line));
        }
        ways.truncate(KEYS.len());
        if ways.len() == 1 {
            return vec![self.ask_day(desk)];
        }
        let (ways, texts): (Vec<Way>, Vec<String>) = ways.into_iter().unzip();
        let items = texts.into_iter().enumerate().map(|(at, text)| (KEYS.get(at).copied(), text)).collect();
        let title = say!(words, "caught-up-how", name = self.name.as_str(), number = self.number.as_str());
        let then = move |at: usize, desk: &mut Desk| match ways.into_iter().nth(at) {
            Some(Way::OneToOne) => vec![self.ask_day(desk)],
            Some(Way::Done(caught_up)) => self.record(Some(caught_up), desk),
            Some(Way::Ahead(other, is_booked, what)) => self.book(&other, is_booked, &what, desk),
            None => Vec::new(),
        };
        vec![Effect::Ask(Layer::Choice(Choice::new(title, items, then)))]
    }

    /// Sessions of other groups that carry the same, and those at which the person is expected as a guest.
    fn elsewhere(&self, desk: &Desk) -> Result<(Vec<Elsewhere>, Vec<SessionId>), Failure> {
        let from = self.date.checked_sub_days(AROUND).unwrap_or(self.date);
        let to = desk.today().checked_add_days(AROUND).unwrap_or(desk.today());
        let others = desk.reads.carried(&self.record.course.programme, from, to)?;
        let guest = desk.reads.standing("guest", About::Person(self.person))?;
        let booked = guest.iter().filter_map(|entry| entry.keys().session).collect();
        Ok((self.record.elsewhere(self.session, others), booked))
    }

    /// Lets the person come to a coming session of another group as a guest, or no longer.
    fn book(&self, other: &Elsewhere, is_booked: bool, what: &str, desk: &Desk) -> Effects {
        let host = match desk.reads.group(other.group, desk.order()) {
            Ok(host) => host,
            Err(failure) => return vec![Effect::Refuse(desk.failure(&failure))],
        };
        let home = Some(Home { group: self.record.id, code: self.record.group.code.clone() });
        let entry = host.and_then(|host| {
            if is_booked {
                return host.uninviting(other.dated.id, self.person);
            }
            host.inviting(other.dated.id, self.person, home)
        });
        let name = self.name.as_str();
        let message = if is_booked { "caught-up-unbooked" } else { "caught-up-booked" };
        match entry {
            Some(entry) => {
                let said = say!(desk.words, message, name = name, what = what);
                vec![Effect::Record { entries: vec![entry], said }]
            }
            None => vec![Effect::Refuse(say!(desk.words, "caught-up-not-booked", name = name, what = what))],
        }
    }

    /// A one-to-one: on which day, in how many minutes, and who gave it.
    fn ask_day(self, desk: &Desk) -> Effect {
        let given = self.before.as_ref().map_or(desk.today(), |caught_up| caught_up.on);
        let title =
            say!(desk.words, "register-caught-up-when", name = self.name.as_str(), number = self.number.as_str());
        let hint = say!(desk.words, "register-caught-up-hint");
        asking::date(title, hint, given, move |on, desk| {
            if on < self.date || on > desk.today() {
                let (missed, today) = (desk.words.weekday_date(self.date), desk.words.weekday_date(desk.today()));
                return Err(say!(desk.words, "register-caught-up-fault", missed = missed, today = today));
            }
            Ok(vec![self.clone().ask_minutes(on, desk)])
        })
    }

    fn ask_minutes(self, on: NaiveDate, desk: &Desk) -> Effect {
        let whole = self.record.session(self.session).map_or(60, |session| self.record.minutes(session));
        let given = self.before.as_ref().map_or(whole, |caught_up| caught_up.minutes);
        let title = say!(desk.words, "register-caught-up-minutes", name = self.name.as_str());
        asking::minutes(title, given, u16::MAX, move |minutes, desk| vec![self.clone().ask_who(on, minutes, desk)])
    }

    fn ask_who(self, on: NaiveDate, minutes: u16, desk: &Desk) -> Effect {
        let given = match self.before.as_ref().and_then(|caught_up| caught_up.how.as_ref()) {
            Some(MadeGood::OneToOne { with }) => with.clone(),
            _ => desk.actor.to_owned(),
        };
        let question = Question {
            title: say!(desk.words, "caught-up-who", name = self.name.as_str()),
            hint: say!(desk.words, "caught-up-who-hint"),
            given,
            most: LINE,
            optional: true,
        };
        asking::text(question, move |with, desk| {
            let how = Some(MadeGood::OneToOne { with: with.to_owned() });
            self.clone().record(Some(CaughtUp { on, minutes, how }), desk)
        })
    }

    fn record(self, to: Option<CaughtUp>, desk: &Desk) -> Effects {
        let entries = self.record.catching_up(self.session, self.person, to, desk.today());
        let after = self.record.with(&entries);
        let mark = after.marks.get(&(self.session, self.person));
        let value = mark.map_or_else(|| say!(desk.words, "said-nothing"), |mark| desk.words.mark(mark));
        let (name, number) = (self.name.as_str(), self.number.as_str());
        if entries.is_empty() {
            return vec![Effect::Say(say!(desk.words, "register-same", name = name, value = value))];
        }
        let said = say!(desk.words, "register-marked", name = name, number = number, value = value);
        vec![Effect::Record { entries, said }]
    }
}
