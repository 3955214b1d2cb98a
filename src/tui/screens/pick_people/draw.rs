//! Choosing people drawn: the group, everybody with their standing, what they bring together, how large the
//! group gets.
//!
//! ```text
//!  K-08: who takes part? Starts Tue 8 Dec
//!  + 12 eligible  ? 3 facts missing  - 6 not eligible
//!    [x] Petrović, Ana        + RS sr C2, en A2  3 Feb 2027 10 of 10 last chance
//!  > [ ] Al-Amin, Yusuf       + SY ! ar          5 Jun 2028 10 of 10 ! clash 4, 6
//!  interpreter: Serbian · en 3, sr · Nigeria 2, Serbia
//!  ! Session 4 collides: dentist, Tue 8 Dec 10:30
//!  1 picked   4 people in the group
//! ```

use super::PickPeople;
use super::seen::Seen;
use crate::domain::codes::{Country, Language};
use crate::domain::group::Place;
use crate::domain::places::{Fit, fit};
use crate::domain::record::GroupRecord;
use crate::domain::survey::{Candidate, Chance};
use crate::domain::together::Composition;
use crate::i18n::Words;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint::{self, fill};
use crate::tui::screens::group::size_warning;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines around the list: the group, the counts or what is looked for; below what comes together, what
/// to warn of about the selected person, and how many are picked.
pub const AROUND: u16 = 5;

const PICK: u16 = 7;
/// The sign of the standing, explained above the list; country and languages.
const STANDING: u16 = 18;
const RELEASE: u16 = 13;
const REACHES: u16 = 10;

impl PickPeople {
    pub(super) fn draw_all(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(record) = &self.record else {
            paint::line(buf, area, 1, 1, &say!(look.words, "group-gone"), Style::new());
            return;
        };
        self.draw_head(record, area, buf, look);
        let rows =
            Rect { y: area.y + 2, height: area.height.saturating_sub(AROUND), width: area.width.min(90), ..area };
        if self.candidates.listed() == 0 {
            self.draw_nobody(rows, buf, look);
        }
        for ((y, row), seen) in self.list.seen(self.candidates.listed()).zip(&self.seen) {
            let Some(candidate) = self.candidates.get(row) else { continue };
            let selected = row == self.list.selected;
            let text = self.row(candidate, seen, selected, rows.width, look);
            paint::line(buf, rows, 0, y, &text, Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
        let below = Rect { y: rows.y + rows.height, height: 3, ..area };
        self.draw_together(record, below, buf, look);
    }

    fn draw_head(&self, record: &GroupRecord, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let start = words.weekday_date(record.group.start);
        let title = say!(words, "pick-title", code = record.group.code.as_str(), start = start);
        paint::line(buf, area, 1, 0, &title, look.title());
        if self.find.is_seen() {
            return self.find.draw(Rect { y: area.y + 1, ..area }, buf, look);
        }
        let open = self.open_lines(words);
        if !open.is_empty() {
            let text = say!(words, "roll-open-lines", lines = open);
            paint::line(buf, area, 1, 1, &text, look.warn());
            return;
        }
        let counts = Chance::ALL.into_iter().zip(self.candidates.counts).filter(|(_, count)| *count > 0);
        let counts =
            counts.map(|(chance, count)| format!("{} {count} {}", chance.sign(), say!(words, chance.message())));
        paint::line(buf, area, 1, 1, &counts.collect::<Vec<_>>().join("  "), look.quiet());
    }

    fn draw_nobody(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let text = match self.find.text() {
            "" => say!(look.words, "pick-none"),
            typed => say!(look.words, "pick-none-found", typed = typed),
        };
        for (y, line) in (1..).zip(paint::wrap(&text, area.width.saturating_sub(4))) {
            paint::line(buf, area, 3, y, &line, Style::new());
        }
    }

    fn row(&self, candidate: &Candidate, seen: &Seen, selected: bool, width: u16, look: &Look) -> String {
        let words = look.words;
        let sign = if selected { '>' } else { ' ' };
        let pick = if self.picked.contains_key(&candidate.person) { 'x' } else { ' ' };
        let release = match candidate.release {
            Some(day) => words.short_date(day, look.today()),
            None => say!(words, "pick-no-release"),
        };
        let of = self.candidates.sessions;
        let mut reaches = say!(words, "n-of-m", n = candidate.reached, m = of);
        if candidate.reached < of {
            reaches = format!("!{reaches}");
        }
        let remark = if seen.warning.is_some() { format!("! {}", seen.remark) } else { seen.remark.clone() };
        // Where it is narrow the release gives way: how many sessions are reached says the same.
        let (release, after) = if width < 76 { (String::new(), 11) } else { (fill(&release, RELEASE - 1) + " ", 14) };
        let release_width = if release.is_empty() { 0 } else { RELEASE };
        let name = width.saturating_sub(PICK + STANDING + release_width + REACHES + after);
        format!(
            " {sign} [{pick}] {} {} {release}{} {}",
            fill(&seen.name, name.saturating_sub(1)),
            fill(&format!("{} {}", candidate.chance.sign(), seen.speaks), STANDING - 1),
            fill(&reaches, REACHES - 1),
            fill(&remark, after)
        )
    }

    /// What the group is made of with those picked, what to warn of about the selected person, and how large it gets.
    fn draw_together(&self, record: &GroupRecord, area: Rect, buf: &mut Buffer, look: &Look) {
        let members = record.members.iter().filter(|member| member.enrolment.state == Place::Enrolled);
        let picked = self.picked.values().map(|picked| &picked.facts);
        let together = Composition::of(members.map(|member| &member.person).chain(picked));
        paint::line(buf, area, 1, 0, &composition(&together, look.words), look.quiet());
        let selected = self.list.selected.checked_sub(self.list.top).and_then(|row| self.seen.get(row));
        if let Some(warning) = selected.and_then(|seen| seen.warning.as_ref()) {
            paint::line(buf, area, 1, 1, &format!("! {warning}"), look.warn());
        }
        self.draw_size(record, area, buf, look);
    }

    /// How large the group gets with those picked: a warning, never a refusal.
    fn draw_size(&self, record: &GroupRecord, area: Rect, buf: &mut Buffer, look: &Look) {
        let people = record.people() + self.picked.len();
        let picked = say!(look.words, "pick-picked", count = self.picked.len());
        let x = paint::line(buf, area, 1, 2, &picked, look.title()) + 3;
        let (text, style) = match fit(people, record.course.group_size) {
            Fit::Fits => (say!(look.words, "people-in-group", count = people), Style::new()),
            Fit::TooFew | Fit::TooMany => (size_warning(record, people, look), look.warn()),
        };
        paint::line(buf, area, x, 2, &text, style);
    }
}

/// `interpreter: Serbian · en 3, sr · Nigeria 2, Serbia`.
fn composition(together: &Composition, words: &Words) -> String {
    let counted = |name: String, people: usize| if people > 1 { format!("{name} {people}") } else { name };
    let country = |(country, people): &(Country, usize)| counted(words.country(country), *people);
    // By their codes, as in the list of people: a handful must fit.
    let language = |(language, people): &(Language, usize)| counted(language.code().to_owned(), *people);
    let interpreters: Vec<_> = together.interpreters.iter().map(|language| words.language(language)).collect();
    let mut parts = Vec::new();
    if !interpreters.is_empty() {
        parts.push(say!(words, "pick-interpreters", languages = interpreters.join(", ")));
    }
    parts.push(together.languages.iter().map(language).collect::<Vec<_>>().join(", "));
    parts.push(together.countries.iter().map(country).collect::<Vec<_>>().join(", "));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
