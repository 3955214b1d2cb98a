//! A month with its sessions and with what is due: how much on each day, and below it what there is on the chosen one.
//!
//! ```text
//!  November 2026
//!      Mon       Tue       Wed       Thu       Fri       Sat       Sun
//!      23        24 2s 1!  25        26 1s     27        28        29
//! ```

use crate::domain::calendar::{first, last, next, previous, weeks};
use crate::domain::change::Booked;
use crate::domain::record::{DutyRow, Failure};
use crate::i18n::Words;
use crate::report::{Format, Period, Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use chrono::{Datelike, Days, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Duties of a month at the most.
const MOST: usize = 2_000;
/// Lines above the weeks: the month, the names of the days.
const ABOVE: u16 = 2;

/// The month of a day.
#[derive(Debug, Default)]
pub struct Calendar {
    /// The chosen day; today until somebody moves.
    day: NaiveDate,
    sessions: Vec<Booked>,
    duties: Vec<DutyRow>,
}

/// What there is on a day.
struct Thing {
    place: Place,
    said: String,
    is_overdue: bool,
}

impl Calendar {
    fn count(&self, day: NaiveDate) -> (usize, usize) {
        let sessions = self.sessions.iter().filter(|booked| booked.date == day).count();
        (sessions, self.duties.iter().filter(|row| row.due == day).count())
    }

    /// Everything on the chosen day, sessions first.
    fn things(&self, words: &Words, today: NaiveDate) -> Vec<Thing> {
        let session = |booked: &Booked| Thing {
            place: Place::Group(booked.group),
            said: say!(
                words,
                "calendar-session",
                time = words.time(booked.time),
                code = &booked.code,
                number = &booked.label,
                room = &booked.room
            ),
            is_overdue: false,
        };
        let duty = |row: &DutyRow| Thing {
            place: Place::Path { person: row.person, run: row.run.clone() },
            said: say!(
                words,
                "calendar-duty",
                name = &row.short_name,
                pathway = words.pick(&row.pathway),
                step = words.pick(&row.step)
            ),
            is_overdue: row.due < today,
        };
        let sessions = self.sessions.iter().filter(|booked| booked.date == self.day).map(session);
        sessions.chain(self.duties.iter().filter(|row| row.due == self.day).map(duty)).collect()
    }

    /// Moves to another day, and reads its month where it is another one.
    fn go(&mut self, day: NaiveDate, desk: &Desk) -> Result<(), Failure> {
        let is_same = (day.year(), day.month()) == (self.day.year(), self.day.month());
        self.day = day;
        if is_same { Ok(()) } else { self.read(desk) }
    }

    fn read(&mut self, desk: &Desk) -> Result<(), Failure> {
        let (from, to) = (first(self.day), last(self.day));
        self.sessions = desk.reads.booked(from, to)?;
        self.duties = desk.reads.duties_between(from, to, MOST)?;
        Ok(())
    }

    /// Opens what there is on the day; asks which, where there are several.
    fn open(&self, desk: &Desk) -> Effects {
        let things = self.things(desk.words, desk.today());
        match &things[..] {
            [] => vec![Effect::Say(say!(desk.words, "calendar-nothing"))],
            [only] => vec![Effect::Open(only.place.clone())],
            _ => {
                let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
                let items = keys.zip(things.iter().map(|thing| thing.said.clone())).collect();
                let places: Vec<Place> = things.into_iter().map(|thing| thing.place).collect();
                let title = desk.words.date(self.day);
                vec![Effect::Ask(Layer::Choice(Choice::new(title, items, move |at, _| {
                    places.get(at).cloned().map(Effect::Open).into_iter().collect()
                })))]
            }
        }
    }

    fn draw_week(&self, week: &[NaiveDate; 7], (area, y): (Rect, u16), buf: &mut Buffer, look: &Look) {
        let wide = area.width.saturating_sub(2) / 7;
        for (n, day) in (0_u16..).zip(week) {
            let (sessions, duties) = self.count(*day);
            let mut text = format!("{:>2}", day.day());
            if sessions > 0 {
                text += &say!(look.words, "calendar-sessions", count = sessions);
            }
            if duties > 0 {
                text += &say!(look.words, "calendar-duties", count = duties);
            }
            let x = 1 + n * wide;
            let sign = if *day == self.day { ">" } else { " " };
            let is_beside = day.month() != self.day.month();
            let style = match () {
                () if is_beside => look.quiet(),
                () if duties > 0 && *day < look.today() => look.warn(),
                () if *day == look.today() => look.title().add_modifier(Modifier::UNDERLINED),
                () => Style::new(),
            };
            let style = if *day == self.day { style.patch(look.bar(true)) } else { style };
            let cell = Rect { x: area.x + x, width: wide, ..area };
            let mut text = format!("{sign}{text}");
            // Where there is little room the counts stand close together rather than not at all.
            if paint::width(&text) > wide {
                let (day, counts) = text.split_at(3);
                text = format!("{day} {}", counts.replace(' ', ""));
            }
            paint::line(buf, cell, 0, y, &paint::cut(&text, wide), style);
        }
    }
}

impl Screen for Calendar {
    fn place(&self) -> Place {
        Place::Calendar
    }

    fn scope(&self) -> Scope {
        Scope::Calendar
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        if self.day == NaiveDate::default() {
            self.day = desk.today();
        }
        self.read(desk)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        let day = self.day;
        let to = match action {
            Action::Left => day - Days::new(1),
            Action::Right => day + Days::new(1),
            Action::Up => day - Days::new(7),
            Action::Down => day + Days::new(7),
            Action::PageUp => previous(day),
            Action::PageDown => next(day),
            Action::First => first(day),
            Action::Last => last(day),
            Action::ThisDay => desk.today(),
            Action::Open => return Ok(Some(self.open(desk))),
            Action::Duties => return Ok(Some(vec![Effect::Open(Place::Duties)])),
            Action::Board => return Ok(Some(vec![Effect::Open(Place::Board)])),
            Action::Write => {
                let period = Period { since: Some(first(day)), until: Some(last(day)) };
                let request = Request { period, ..Request::new(Report::Duties).written(Format::Ics) };
                return Ok(Some(vec![Effect::Open(Place::Preview(request))]));
            }
            _ => return Ok(None),
        };
        self.go(to, desk)?;
        Ok(Some(Vec::new()))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let month = say!(words, "calendar-month", month = words.month(self.day), year = self.day.year().to_string());
        paint::line(buf, area, 1, 0, &month, look.title());
        let right = say!(words, "calendar-legend");
        paint::line_right(buf, Rect { width: area.width.saturating_sub(1), ..area }, 0, &right, look.quiet());
        let weeks = weeks(self.day);
        let wide = area.width.saturating_sub(2) / 7;
        for (n, day) in (0_u16..).zip(weeks.first().into_iter().flatten()) {
            paint::line(buf, area, 2 + n * wide, 1, &words.weekday(day.weekday()), look.quiet());
        }
        for (y, week) in (ABOVE..).zip(&weeks) {
            self.draw_week(week, (area, y), buf, look);
        }
        let below = ABOVE + 1 + u16::try_from(weeks.len()).unwrap_or(6);
        let rows = Rect { y: area.y + below, height: area.height.saturating_sub(below), ..area };
        paint::line(buf, rows, 1, 0, &words.date(self.day), look.title());
        let things = self.things(words, look.today());
        if things.is_empty() {
            paint::line(buf, rows, 3, 1, &say!(words, "calendar-nothing"), look.quiet());
        }
        let fit = usize::from(rows.height.saturating_sub(1));
        let seen = if things.len() > fit { fit.saturating_sub(1) } else { things.len() };
        for (y, thing) in (1_u16..).zip(things.iter().take(seen)) {
            let (mark, style) = if thing.is_overdue { ('!', look.warn()) } else { (' ', Style::new()) };
            let line = Rect { width: rows.width.saturating_sub(1), ..rows };
            paint::line(buf, line, 1, y, &format!("{mark} {}", thing.said), style);
        }
        if seen < things.len() && rows.height > 0 {
            let more = say!(words, "calendar-more", count = things.len() - seen);
            paint::line(buf, rows, 3, rows.height - 1, &more, look.quiet());
        }
    }
}
