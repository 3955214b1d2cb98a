//! Rating cards as the facilitator sees them: who has answered how much, and in which language they are asked.
//!
//! ```text
//!  First rating, 7 questions                                     2 of 4 answered
//!
//!    Ana P.         English                       all
//!  > Tomas K.       Lithuanian, asked in English  3 of 7
//!
//!  Not answered yet: Tomas K., Yusuf A.
//! ```

use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::programme::RatingTime;
use crate::domain::record::{Failure, GroupRecord, Member};
use crate::domain::room::Room;
use crate::i18n::spoken::Spoken;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::cards::Cards as Card;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines above the first person.
const HEAD: u16 = 2;
/// Lines below the last: who has not answered, and what passing round does.
const BELOW: u16 = 8;
/// Cells of a name at the most.
const NAME: u16 = 20;

/// The rating cards of one session.
#[derive(Debug)]
pub struct Cards {
    group: GroupId,
    session: SessionId,
    /// Who was selected in the room.
    person: PersonId,
    record: Option<GroupRecord>,
    people: ListState,
}

impl Cards {
    /// For a session, at a person; empty until it is loaded.
    #[must_use]
    pub fn at(group: GroupId, session: SessionId, person: PersonId) -> Self {
        Self { group, session, person, record: None, people: ListState { height: 10, ..ListState::default() } }
    }

    fn room(&self) -> Option<Room<'_>> {
        Room::of(self.record.as_ref()?, self.session)
    }

    /// Who is to answer, and whoever the cards were opened for: a card can be answered after the session.
    fn raters<'a>(&self, room: &Room<'a>) -> Vec<&'a Member> {
        let mut raters: Vec<&Member> = room.raters().collect();
        if raters.iter().all(|member| member.id != self.person) {
            raters.extend(room.record.member(self.person));
        }
        raters
    }

    fn count(&self) -> usize {
        self.room().map_or(0, |room| self.raters(&room).len())
    }

    /// Gives the card to the selected person.
    fn hand_over(&self, desk: &Desk) -> Option<Effects> {
        let room = self.room()?;
        if room.rating().is_none() {
            return Some(vec![Effect::Refuse(say!(desk.words, "room-no-rating"))]);
        }
        let first = *self.raters(&room).get(self.people.selected)?;
        Some(vec![Effect::Ask(Layer::Cards(Box::new(Card::begin(&room, first))))])
    }
}

impl Screen for Cards {
    fn place(&self) -> Place {
        Place::Cards { group: self.group, session: self.session, person: self.person }
    }

    fn scope(&self) -> Scope {
        Scope::Cards
    }

    fn selected_person(&self) -> Option<PersonId> {
        let room = self.room()?;
        self.raters(&room).get(self.people.selected).map(|member| member.id)
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let is_first = self.record.is_none();
        self.record = desk.group(self.group)?;
        if is_first {
            let here = |room: Room| {
                let raters = self.raters(&room);
                let open = raters.iter().position(|member| room.unrated(member.id).next().is_some());
                let at = raters.iter().position(|member| member.id == self.person);
                // Back from the lock, it goes on with who has not answered.
                at.filter(|_| room.unrated(self.person).next().is_some()).or(open).or(at)
            };
            self.people.selected = self.room().and_then(here).unwrap_or(0);
        }
        self.people.keep_within(self.count());
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.people.act(action, self.count()) {
            return Ok(Some(Vec::new()));
        }
        Ok(if action == Action::Open { self.hand_over(desk) } else { None })
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(room) = self.room() else {
            paint::line(buf, area, 1, 1, &say!(look.words, "room-gone"), Style::new());
            return;
        };
        let words = look.words;
        let raters = self.raters(&room);
        let (done, open): (Vec<&Member>, Vec<&Member>) =
            raters.iter().partition(|member| room.unrated(member.id).next().is_none());
        let count = room.record.course.ratings.items.len();
        let title = match room.rating() {
            Some(RatingTime::Before) => say!(words, "cards-before", count = count),
            Some(RatingTime::After) => say!(words, "cards-after", count = count),
            None => say!(words, "room-no-rating"),
        };
        paint::line(buf, area, 1, 0, &title, look.title());
        let progress = say!(words, "cards-progress", done = done.len(), of = raters.len());
        paint::line_right(buf, Rect { width: area.width - 1, ..area }, 0, &progress, Style::new());
        let rows = Rect { y: area.y + HEAD, height: area.height.saturating_sub(HEAD + BELOW), ..area };
        for (y, index) in self.people.seen(raters.len()) {
            let Some(member) = raters.get(index) else { continue };
            draw_rater(&room, member, index == self.people.selected, (y, rows), buf, look);
        }
        let y = HEAD + u16::try_from(raters.len()).unwrap_or(u16::MAX).min(rows.height) + 1;
        let names = open.iter().map(|member| member.person.short_name()).collect::<Vec<_>>().join(", ");
        let missing = match (raters.is_empty(), open.is_empty()) {
            (true, _) => say!(words, "cards-nobody"),
            (_, true) => say!(words, "cards-all"),
            _ => say!(words, "cards-missing", names = names),
        };
        let how = say!(words, "cards-how");
        let texts = [(missing, look.warn()), (String::from(" "), Style::new()), (how, look.quiet())];
        let lines = texts.iter().flat_map(|(text, style)| {
            paint::wrap(text, area.width.saturating_sub(2)).into_iter().map(move |line| (line, *style))
        });
        for (y, (line, style)) in (y..area.height).zip(lines) {
            paint::line(buf, area, 1, y, &line, style);
        }
    }

    fn head(&self, _width: u16, look: &Look) -> Option<(String, String)> {
        let room = self.room()?;
        Some((super::room::title(&room, look), say!(look.words, "cards-title")))
    }

    fn set_height(&mut self, rows: u16) {
        self.people.height = usize::from(rows.saturating_sub(HEAD + BELOW));
        self.people.keep_within(self.count());
    }
}

/// One person: the language of the card, and how much is answered.
fn draw_rater(room: &Room, member: &Member, selected: bool, (y, rows): (u16, Rect), buf: &mut Buffer, look: &Look) {
    let words = look.words;
    let sign = if selected { '>' } else { ' ' };
    let x = paint::line(
        buf,
        rows,
        1,
        y,
        &format!("{sign} {}", paint::fill(&member.person.short_name(), NAME)),
        Style::new(),
    );
    let answered = match room.answered(member.id) {
        (done, of) if done == of => say!(words, "cards-answered-all"),
        (0, _) => say!(words, "cards-answered-none"),
        (done, of) => say!(words, "n-of-m", n = done, m = of),
    };
    paint::line_right(buf, Rect { width: rows.width - 1, ..rows }, y, &answered, Style::new());
    let within = Rect { width: rows.width.saturating_sub(paint::width(&answered) + 3), ..rows };
    paint::line(buf, within, x + 2, y, &language(room, member, look), Style::new());
    paint::row_style(buf, rows, y, look.bar(selected));
}

/// The language that the questions are asked in, beside the one that is preferred where that is another.
fn language(room: &Room, member: &Member, look: &Look) -> String {
    let words = look.words;
    if words.is_room_safe() {
        return String::new();
    }
    let Some(preferred) = member.person.languages.first().map(|spoken| &spoken.language) else {
        return say!(words, "cards-no-language");
    };
    let reads = Spoken::by(&member.person);
    let asked = room.record.course.ratings.items.first().and_then(|item| reads.language(&item.text));
    match asked {
        Some(asked) if asked == *preferred => words.language(preferred),
        Some(asked) => {
            say!(words, "cards-asked-in", preferred = words.language(preferred), asked = words.language(&asked))
        }
        None => words.language(preferred),
    }
}
