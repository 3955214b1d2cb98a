//! A pasted list: everybody who is meant without doubt is picked, the others are asked one after another,
//! and whoever is not found stays named until somebody settles it.

use super::PickPeople;
use crate::domain::id::PersonId;
use crate::domain::record::{Failure, PersonRow};
use crate::domain::roll::{self, Meant};
use crate::domain::text::LINE;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Told};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::prompt::Prompt;

/// A line that is not settled.
#[derive(Debug, Clone)]
pub struct Open {
    line: String,
    why: Why,
}

#[derive(Debug, Clone)]
enum Why {
    NotFound,
    /// Nobody of those who could be meant was chosen yet.
    Several(Vec<PersonRow>),
    /// Found, and released by the day they would join.
    Released,
}

/// Asks for a list, for whoever cannot paste it onto the screen.
pub(super) fn ask(desk: &Desk) -> Effect {
    let (title, hint) = (say!(desk.words, "roll-ask"), say!(desk.words, "roll-hint"));
    let prompt = Prompt::new(title, hint, "", |text, _| Ok(vec![Effect::Tell(Told::Paste(text.to_owned()))]));
    Effect::Ask(Layer::Prompt(prompt.joining("; ")))
}

impl PickPeople {
    /// Picks whoever is meant by the lines of `text`, and asks about the first who is in doubt.
    pub(super) fn take_roll(&mut self, text: &str, desk: &Desk) -> Result<Effects, Failure> {
        let lines = roll::lines(text);
        if lines.len() > roll::MOST {
            return Ok(vec![Effect::Refuse(say!(desk.words, "roll-too-long", most = roll::MOST))]);
        }
        let (mut picked, mut there) = (0, 0);
        for line in lines {
            self.open.retain(|open| open.line != line);
            match roll::meant(&line, desk.reads, desk.order())? {
                Meant::Nobody => self.open.push(Open { line, why: Why::NotFound }),
                Meant::Several(people) => self.open.push(Open { line, why: Why::Several(people) }),
                Meant::One(person) => match self.take(person, &line, desk)? {
                    Taken::Picked => picked += 1,
                    Taken::There => there += 1,
                    Taken::Not => {}
                },
            }
        }
        let mut said = say!(desk.words, "roll-picked", count = picked);
        if there > 0 {
            said = format!("{said} {}", say!(desk.words, "roll-there", count = there));
        }
        if !self.open.is_empty() {
            said = format!("{said} {}", say!(desk.words, "roll-open", count = self.open.len()));
        }
        let mut effects = vec![Effect::Say(said)];
        effects.extend(self.ask_first(desk));
        Ok(effects)
    }

    /// Takes the answer to a line that was in doubt, and asks about the next.
    pub(super) fn take_answer(
        &mut self,
        line: &str,
        person: Option<PersonId>,
        desk: &Desk,
    ) -> Result<Effects, Failure> {
        let Some(at) = self.open.iter().position(|open| open.line == line) else { return Ok(Vec::new()) };
        match person {
            Some(person) => {
                self.open.remove(at);
                self.take(person, line, desk)?;
            }
            None => {
                if let Some(open) = self.open.get_mut(at) {
                    open.why = Why::NotFound;
                }
            }
        }
        Ok(self.ask_first(desk).into_iter().collect())
    }

    /// Picks somebody who is among the candidates; whoever cannot be stays named.
    fn take(&mut self, person: PersonId, line: &str, desk: &Desk) -> Result<Taken, Failure> {
        let member = self.record.as_ref().is_some_and(|record| record.member(person).is_some());
        if member || self.picked.contains_key(&person) {
            return Ok(Taken::There);
        }
        let Some(candidate) = self.candidates.of(person).copied() else {
            self.open.push(Open { line: line.to_owned(), why: Why::Released });
            return Ok(Taken::Not);
        };
        self.pick(candidate, desk)?;
        Ok(Taken::Picked)
    }

    /// Asks who is meant by the first line that several people fit.
    fn ask_first(&self, desk: &Desk) -> Option<Effect> {
        self.open.iter().find_map(|open| match &open.why {
            Why::Several(people) => Some(which(&open.line, people, desk)),
            Why::NotFound | Why::Released => None,
        })
    }

    /// Asks about the first line that is open; one that was not found can be written anew.
    pub(super) fn settle(&self, desk: &Desk) -> Effects {
        if let Some(ask) = self.ask_first(desk) {
            return vec![ask];
        }
        let Some(Open { line, why }) = self.open.first() else {
            return vec![Effect::Say(say!(desk.words, "roll-settled"))];
        };
        let title = match why {
            Why::Released => say!(desk.words, "roll-is-released", line = line),
            _ => say!(desk.words, "roll-not-found", line = line),
        };
        let asked = line.clone();
        let prompt = Prompt::new(title, say!(desk.words, "roll-again-hint"), line, move |text, _| {
            let mut effects = vec![Effect::Tell(Told::Settled(asked.clone()))];
            if text != asked {
                effects.push(Effect::Tell(Told::Paste(text.to_owned())));
            }
            Ok(effects)
        });
        vec![Effect::Ask(Layer::Prompt(prompt))]
    }

    /// Forgets a line that was settled in another way.
    pub(super) fn forget_line(&mut self, line: &str) {
        self.open.retain(|open| open.line != line);
    }

    /// The lines that are open, in words; empty when there is none.
    pub(super) fn open_lines(&self, words: &Words) -> String {
        let said = |open: &Open| match &open.why {
            Why::NotFound => say!(words, "roll-line-not-found", line = &open.line),
            Why::Several(people) => say!(words, "roll-line-several", line = &open.line, count = people.len()),
            Why::Released => say!(words, "roll-line-released", line = &open.line),
        };
        self.open.iter().map(said).collect::<Vec<_>>().join(", ")
    }
}

/// What became of somebody who is meant.
enum Taken {
    Picked,
    /// In the group or picked already.
    There,
    Not,
}

/// Who is meant: everybody whom the line fits, and nobody of them.
fn which(line: &str, people: &[PersonRow], desk: &Desk) -> Effect {
    let words = desk.words;
    let one = |row: &PersonRow| {
        let release = row.person.release.map_or_else(
            || say!(words, "pick-no-release"),
            |day| say!(words, "roll-released", date = words.short_date(day, desk.today())),
        );
        format!("{}  {}  {release}", row.person.list_name(), row.person.reference)
    };
    let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
    let mut items: Vec<_> = keys.zip(people.iter().map(one)).collect();
    items.push((Some('n'), say!(words, "roll-none-of-them")));
    let ids: Vec<PersonId> = people.iter().map(|row| row.id).collect();
    let asked = line.to_owned();
    let title = say!(words, "roll-which", line = crate::tui::paint::cut(line, u16::try_from(LINE / 5).unwrap_or(40)));
    Effect::Ask(Layer::Choice(Choice::new(title, items, move |at, _| {
        vec![Effect::Tell(Told::Meant { line: asked, person: ids.get(at).copied() })]
    })))
}
