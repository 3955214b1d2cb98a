//! The rating card of one person, over the whole screen: what is asked in large letters, in the language of
//! whoever reads it. Only an answer, or taking the card over, does anything until the desk is unlocked.

mod draw;

use super::Outcome;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::person::Person;
use crate::domain::record::Member;
use crate::domain::room::Room;
use crate::i18n::spoken::Spoken;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::{Action, Scope};
use crate::tui::keys::Key;
use chrono::{DateTime, Duration, FixedOffset};

/// A key that comes again sooner than this is held down, and answers nothing.
const HELD: Duration = Duration::milliseconds(250);

/// What is on the screen: only what whoever holds it may see.
#[derive(Debug)]
enum Card {
    /// To be passed on: what to say to who holds it, to whom, and what to say to them.
    Pass { thanks: String, name: String, take: String },
    Question {
        name: String,
        number: String,
        text: String,
        answers: Vec<String>,
        /// The answer that was given before.
        given: Option<u8>,
        press: String,
        /// How to go back, and how to leave an answer as it is.
        keys: String,
    },
    /// Everything is answered, and can still be changed by whoever answered it.
    Ready { name: String, done: String, keys: String },
    /// Everybody has answered.
    Done { thanks: String, give_back: String },
}

/// The cards of a session on their way round the table.
#[derive(Debug)]
pub struct Cards {
    group: GroupId,
    session: SessionId,
    /// Who answers now, or takes the card over.
    person: PersonId,
    /// Which item is asked, by its index; past the last one, everything is.
    at: usize,
    /// The answer that is being recorded.
    given: Option<u8>,
    /// The last key, and when it came.
    pressed: Option<(Key, DateTime<FixedOffset>)>,
    card: Card,
    fault: Option<String>,
}

impl Cards {
    /// The cards of the session of `room`, to be given to `first`.
    #[must_use]
    pub fn begin(room: &Room, first: &Member) -> Self {
        let mut cards = Self {
            group: room.record.id,
            session: room.id,
            person: first.id,
            at: 0,
            given: None,
            pressed: None,
            card: Card::Done { thanks: String::new(), give_back: String::new() },
            fault: None,
        };
        cards.pass(room, String::new(), first);
        cards
    }

    /// Says whose the card is: nothing of theirs is shown before they have it.
    fn pass(&mut self, room: &Room, thanks: String, to: &Member) {
        self.person = to.id;
        let reads = Spoken::by(&to.person);
        // Who has answered everything may look through it again.
        let open = room.unrated(to.id).count();
        let count = if open == 0 { room.record.course.ratings.items.len() } else { open };
        self.at = room.unrated(to.id).next().unwrap_or(0);
        let take = say!(reads.words, "card-take", count = count);
        self.card = Card::Pass { thanks, name: to.person.short_name(), take };
    }

    /// Asks what comes next, and at the end whether it may be passed on.
    fn show(&mut self, room: &Room) {
        let Some(member) = room.somebody(self.person).or(room.record.member(self.person)) else {
            return self.end(&Spoken::by(&Person::default()));
        };
        let reads = Spoken::by(&member.person);
        let ratings = &room.record.course.ratings;
        let name = member.person.short_name();
        let back = (self.at > 0).then(|| say!(reads.words, "card-back"));
        if let Some(item) = ratings.items.get(self.at) {
            let given = room.answer(member.id, self.at);
            let keep = given.map(|_| say!(reads.words, "card-keep"));
            let digits = (1..=ratings.scale.len().min(9)).map(|step| step.to_string()).collect::<Vec<_>>().join("  ");
            self.card = Card::Question {
                name,
                number: say!(reads.words, "card-number", number = self.at + 1, of = ratings.items.len()),
                text: reads.pick(&item.text),
                answers: ratings.scale.iter().map(|step| reads.pick(step)).collect(),
                given,
                press: say!(reads.words, "card-press", keys = digits),
                keys: back.into_iter().chain(keep).collect::<Vec<_>>().join("   "),
            };
            return;
        }
        let keys = [say!(reads.words, "card-hand-on")].into_iter().chain(back).collect::<Vec<_>>().join("\n");
        self.card = Card::Ready { name, done: say!(reads.words, "card-ready"), keys };
    }

    /// Passes the card on, or back when everybody has answered.
    fn hand_on(&mut self, room: &Room) {
        let holder = room.record.member(self.person).map(|member| &member.person);
        let reads = holder.map_or_else(|| Spoken::by(&Person::default()), Spoken::by);
        match room.next_rater(self.person) {
            Some(next) => self.pass(room, say!(reads.words, "card-pass"), next),
            None => self.end(&reads),
        }
    }

    fn end(&mut self, reads: &Spoken) {
        let (thanks, give_back) = (say!(reads.words, "card-thanks"), say!(reads.words, "card-give-back"));
        self.card = Card::Done { thanks, give_back };
    }

    pub(super) fn press(&mut self, key: Key, desk: &Desk) -> Outcome {
        let is_held = self.pressed.is_some_and(|(last, at)| last == key && desk.now - at < HELD);
        self.pressed = Some((key, desk.now));
        let locks = desk.keymap.action(&[Scope::Desk], key) == Some(Action::Lock);
        match (&self.card, key) {
            _ if is_held => Outcome::Stay,
            // The desk is behind its passphrase before anything else of it is seen.
            _ if locks => Outcome::Go(vec![Effect::Lock]),
            (Card::Done { .. }, Key::Enter) => Outcome::Go(vec![Effect::Lock]),
            (Card::Pass { .. }, Key::Enter) => self.turned(desk, Self::show),
            (Card::Ready { .. }, Key::Enter) => self.turned(desk, Self::hand_on),
            (Card::Question { given: Some(_), .. }, Key::Enter) => self.go(self.at + 1, desk),
            (Card::Question { .. } | Card::Ready { .. }, Key::Backspace | Key::Left) if self.at > 0 => {
                self.go(self.at - 1, desk)
            }
            (Card::Question { answers, .. }, Key::Char(digit @ '1'..='9')) => {
                let step = digit.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).unwrap_or(1) - 1;
                if usize::from(step) < answers.len() { Outcome::Go(self.answer(step, desk)) } else { Outcome::Stay }
            }
            _ => Outcome::Stay,
        }
    }

    /// Asks the item with this index.
    fn go(&mut self, at: usize, desk: &Desk) -> Outcome {
        self.at = at;
        self.turned(desk, Self::show)
    }

    fn turned(&mut self, desk: &Desk, then: fn(&mut Self, &Room)) -> Outcome {
        self.turn(desk, then);
        Outcome::Stay
    }

    /// Records an answer; what comes next is asked once it is on disk.
    fn answer(&mut self, step: u8, desk: &Desk) -> Effects {
        let mut entry = None;
        self.given = Some(step);
        self.turn(desk, |cards, room| {
            entry = room.answering(cards.person, cards.at, step);
        });
        entry.map(|entry| Effect::Record { entries: vec![entry], said: String::new() }).into_iter().collect()
    }

    /// Does `then` with the room as it stands now.
    fn turn(&mut self, desk: &Desk, then: impl FnOnce(&mut Self, &Room)) {
        self.fault = None;
        match desk.group(self.group) {
            Ok(Some(record)) => match Room::of(&record, self.session) {
                Some(room) => then(self, &room),
                None => self.end(&Spoken::by(&Person::default())),
            },
            Ok(None) => self.end(&Spoken::by(&Person::default())),
            Err(failure) => self.fault = Some(desk.failure(&failure)),
        }
    }

    /// Something was recorded: an answer that is on disk is followed by the next question.
    pub(super) fn load(&mut self, desk: &Desk) {
        let Some(given) = self.given.take() else { return };
        self.turn(desk, |cards, room| {
            if room.answer(cards.person, cards.at) == Some(given) {
                cards.at += 1;
                cards.show(room);
            }
        });
    }

    /// What was asked for did not happen, and why.
    pub(super) fn refuse(&mut self, fault: String) {
        self.given = None;
        self.fault = Some(fault);
    }
}
