//! The list of people as it is drawn:
//!
//! ```text
//!  Find ana                                                               3 people
//!    Name                  Ref    Languages Country   Release       Group
//!  > Petrović, Ana         0412   lt en     Lithuania 2 Dec         in 8 d   K-07
//! ```

use super::{ABOVE, People};
use crate::domain::record::PersonRow;
use crate::i18n::Words;
use crate::say;
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The bar is no wider than the home terminal: on a slow line every cell is felt.
pub const WIDEST: u16 = 80;

/// Widths of the columns; those at the end are left out where there is no room.
struct Columns {
    name: u16,
    country: u16,
    group: u16,
}

const REFERENCE: u16 = 6;
const LANGUAGES: u16 = 9;
const RELEASE: u16 = 13;
const DISTANCE: u16 = 8;
/// Days from which on a distance is said in months.
const LONG: i64 = 100;

impl Columns {
    fn of(width: u16) -> Self {
        let (country, group) = if width >= WIDEST { (9, 6) } else { (0, 0) };
        let gaps = if width >= WIDEST { 6 } else { 4 };
        let rest = REFERENCE + LANGUAGES + RELEASE + DISTANCE + country + group + gaps + 3;
        Self { name: width.saturating_sub(rest), country, group }
    }

    fn line(&self, sign: &str, cells: [&str; 7]) -> String {
        let [name, reference, languages, country, release, distance, group] = cells;
        let mut line = format!(" {sign} {}", paint::fill(name, self.name));
        let fixed = [(reference, REFERENCE), (languages, LANGUAGES), (country, self.country), (release, RELEASE)];
        for (text, width) in fixed.into_iter().chain([(distance, DISTANCE), (group, self.group)]) {
            if width > 0 {
                line.push(' ');
                line.push_str(&paint::fill(text, width));
            }
        }
        line
    }
}

impl People {
    pub(super) fn draw_table(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let area = Rect { width: area.width.min(WIDEST), ..area };
        self.draw_find(area, buf, look);
        if self.list.rows.is_empty() {
            return self.draw_empty(area, buf, look);
        }
        let columns = Columns::of(area.width);
        let heading = columns.line(
            " ",
            [
                &say!(words, "people-name"),
                &say!(words, "people-reference"),
                &say!(words, "people-languages"),
                &say!(words, "people-country"),
                &say!(words, "people-release"),
                "",
                &say!(words, "people-group"),
            ],
        );
        paint::line(buf, area, 0, 1, &heading, look.quiet());
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        for (y, selected, row) in self.list.seen() {
            let sign = if selected { ">" } else { " " };
            let group = self.placed.get(&row.id).map_or("", String::as_str);
            paint::line(buf, rows, 0, y, &person_line(&columns, sign, row, group, look), Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
    }

    fn draw_find(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let x = paint::line(buf, area, 1, 0, &say!(look.words, "people-find"), look.title()) + 1;
        let count = self.list.total().filter(|count| *count > 0);
        let count = count.map_or_else(String::new, |count| say!(look.words, "people-count", count = count));
        let right = paint::width(&count) + 2;
        let field = Rect { x: area.x + x, height: 1, width: area.width.saturating_sub(x + right), ..area };
        self.find.draw(field, buf, look, self.finding);
        paint::line_right(buf, Rect { width: area.width - 1, ..area }, 0, &count, look.quiet());
    }

    /// Nobody, or nobody who was looked for: what to do next.
    fn draw_empty(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let key = |action| look.keymap.key_for(&[Scope::People, Scope::Desk], action);
        let lines = if self.nobody {
            vec![
                say!(words, "people-nobody"),
                say!(words, "people-nobody-add", key = key(Action::Add)),
                say!(words, "people-nobody-import", key = key(Action::Import)),
                say!(words, "people-nobody-sample", key = key(Action::SamplePeople)),
            ]
        } else {
            vec![
                say!(words, "people-not-found", text = self.find.text()),
                say!(words, "people-not-found-clear", key = key(Action::Back)),
            ]
        };
        for (y, text) in (ABOVE..).zip(lines) {
            paint::line(buf, area, 3, y, &text, Style::new());
        }
    }
}

fn person_line(columns: &Columns, sign: &str, row: &PersonRow, group: &str, look: &Look) -> String {
    let (words, person, today) = (look.words, &row.person, look.today());
    let country = person.country.as_ref().map_or_else(String::new, |country| words.country(country));
    let release = person.release.map_or_else(|| "?".to_owned(), |day| words.short_date(day, today));
    let distance = person.release.map_or_else(String::new, |day| far(words, day, today));
    let cells = [&person.list_name(), &person.reference, &codes(row), &country, &release, &distance, group];
    columns.line(sign, cells)
}

/// The languages by their codes, the best first: how well is on the person's page.
fn codes(row: &PersonRow) -> String {
    row.person.languages.iter().map(|spoken| spoken.language.code()).collect::<Vec<_>>().join(" ")
}

/// How far the release is, in very few letters; a day that has passed is only said to have.
fn far(words: &Words, release: NaiveDate, today: NaiveDate) -> String {
    match release.signed_duration_since(today).num_days() {
        days if days < 0 => say!(words, "people-release-past"),
        0 => words.distance(release, today),
        days if days < LONG => say!(words, "people-release-days", days = days),
        days => say!(words, "people-release-months", months = days * 12 / 365),
    }
}
