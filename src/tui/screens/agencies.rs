//! The agency matrix of one person: who does what before and after release, who may be told what, and why they may.

mod form;

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::record::{About, Failure};
use crate::domain::sharing::{Shared, given, matrix};
use crate::report::{Format, Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::screens::path::consenting::{self, Asked};
use crate::tui::widgets::document::Tone;
use crate::tui::widgets::sections::{Piece, Row, Sections};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines above the matrix.
const ABOVE: u16 = 2;

/// The matrix.
#[derive(Debug)]
pub struct Agencies {
    id: PersonId,
    person: Person,
    lines: Vec<Shared>,
    page: Sections,
}

impl Agencies {
    /// Of `id`.
    #[must_use]
    pub fn new(id: PersonId) -> Self {
        Self { id, person: Person::default(), lines: Vec::new(), page: Sections::default() }
    }

    fn line(&self) -> Option<&Shared> {
        self.lines.get(self.page.selected())
    }

    fn pieces(&self, desk: &Desk) -> Result<Vec<Piece>, Failure> {
        let words = desk.words;
        if self.lines.is_empty() {
            let key = desk.keymap.key_for(&[Scope::Agencies], Action::NewPartner);
            return Ok(vec![Piece::Text(say!(words, "agencies-none", key = key), Tone::Plain)]);
        }
        let rows = self.lines.iter().map(|line| self.row(line, desk).map(Piece::Row));
        rows.collect()
    }

    /// What somebody does, what they may be told and why, and what they were given.
    fn row(&self, line: &Shared, desk: &Desk) -> Result<Row, Failure> {
        let words = desk.words;
        let partner = &line.partner;
        let basis = line.basis(desk.today());
        let mut texts = vec![match &basis {
            Ok(basis) => {
                say!(words, "agencies-told", topics = words.topics(&partner.told), basis = words.basis(basis))
            }
            Err(untold) => words.untold(untold),
        }];
        let told = [("agencies-before", &partner.before), ("agencies-after", &partner.after)];
        let told = told.into_iter().filter(|(_, text)| !text.is_empty());
        texts.extend(told.map(|(message, text)| words.say(message, &[("what", text.into())])));
        let sent = self.sent(&partner.name, desk)?;
        if !sent.is_empty() {
            texts.push(say!(words, "agencies-sent", what = sent));
        }
        Ok(Row::new(partner.name.clone(), texts.join("\n")).noticed(basis.is_err()))
    }

    /// What somebody was given already.
    fn sent(&self, name: &str, desk: &Desk) -> Result<String, Failure> {
        let words = desk.words;
        let one = |(day, report): (chrono::NaiveDate, String)| {
            let what = words.report_named(&report);
            format!("{} {what}", words.short_date(day, desk.today()))
        };
        Ok(given(desk.reads, self.id, name)?.into_iter().map(one).collect::<Vec<_>>().join(", "))
    }

    /// Asks for the consent of the person, in their language, that somebody may be told.
    fn consent(&self, line: &Shared, desk: &Desk) -> Effect {
        let words = desk.words;
        if line.partner.told.is_empty() {
            return Effect::Refuse(say!(words, "untold-nothing"));
        }
        let asked = Asked::Line(self.id, line.clone());
        let what = words.topics(&line.partner.told);
        consenting::form(asked, &line.partner.name, &what, &self.person, desk)
    }

    /// Asks which consent is withdrawn, and says what has gone out already.
    fn withdraw(&self, line: &Shared, desk: &Desk) -> Result<Effect, Failure> {
        let words = desk.words;
        let sent = self.sent(&line.partner.name, desk)?;
        let text = if sent.is_empty() {
            say!(words, "agencies-withdraw", name = &line.partner.name)
        } else {
            say!(words, "agencies-withdraw-sent", name = &line.partner.name, sent = sent)
        };
        let (standing, id) = (line.standing().cloned().collect(), self.id);
        let asked = consenting::which(
            standing,
            |consent| words.consent(consent),
            desk,
            move |item, consent, desk| consenting::confirm((id, item), consent, None, text.clone(), desk),
        );
        Ok(asked.unwrap_or_else(|| Effect::Refuse(say!(words, "agencies-no-consent"))))
    }

    /// The hand-over sheet for somebody who may be told; else why they may not.
    fn hand_over(&self, line: &Shared, desk: &Desk) -> Effect {
        if let Err(untold) = line.basis(desk.today()) {
            return Effect::Refuse(desk.words.untold(&untold));
        }
        let request = Request::new(Report::HandOver).about(self.id).written(Format::Html);
        Effect::Open(Place::Preview(Request { partner: Some(line.item.clone()), ..request }))
    }
}

impl Screen for Agencies {
    fn place(&self) -> Place {
        Place::Agencies(self.id)
    }

    fn scope(&self) -> Scope {
        Scope::Agencies
    }

    fn selected_person(&self) -> Option<PersonId> {
        Some(self.id)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.person = desk.reads.person(self.id)?.unwrap_or_default();
        self.lines = matrix(desk.reads, self.id)?;
        let pieces = self.pieces(desk)?;
        self.page.set(pieces, desk.columns);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.page.act(action, desk.columns) {
            return Ok(Some(Vec::new()));
        }
        let nobody = || Effect::Refuse(say!(desk.words, "agencies-nobody"));
        let effect = match (action, self.line()) {
            (Action::NewPartner, _) | (Action::Open, None) => form::ask(self.id, None, desk),
            (Action::Open, Some(line)) => form::ask(self.id, Some(line), desk),
            (Action::GiveConsent, Some(line)) => self.consent(line, desk),
            (Action::Withdraw, Some(line)) => self.withdraw(line, desk)?,
            (Action::HandOver, Some(line)) => self.hand_over(line, desk),
            (Action::Remove, Some(line)) if line.standing().next().is_some() => {
                Effect::Refuse(say!(desk.words, "agencies-consent-stands"))
            }
            (Action::Remove, Some(line)) => {
                let entries = vec![Entry::Partner { person: self.id, item: line.item.clone(), to: None }];
                Effect::Record { entries, said: say!(desk.words, "agencies-removed", name = &line.partner.name) }
            }
            (Action::GiveConsent | Action::Withdraw | Action::HandOver | Action::Remove, None) => nobody(),
            (Action::History, _) => Effect::Open(Place::History(About::Person(self.id))),
            _ => return Ok(None),
        };
        Ok(Some(vec![effect]))
    }

    fn set_height(&mut self, rows: u16) {
        self.page.set_height(rows.saturating_sub(ABOVE));
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        paint::line(buf, area, 1, 0, &say!(look.words, "agencies-of", name = self.person.name()), look.title());
        let below = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        self.page.draw(below, buf, look);
    }
}
