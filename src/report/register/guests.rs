//! The guests of a group: who came to which session without a place here. They are in none of its figures.

use crate::domain::record::{Dated, GroupRecord, Member};
use crate::i18n::Words;
use crate::report::kind::READ;
use crate::report::table::{Column, Field, Holds, Line, Rows, Table};
use crate::say;

/// Those who came, by session; nothing where nobody did.
pub(super) fn guests(record: &GroupRecord, words: &Words) -> Option<Table> {
    let of = |dated: &'_ Dated| {
        let (id, label, date) = (dated.id, dated.session.label(), dated.session.date);
        let guests = record.guests_at(id).map(|guest| (guest, record.marks.get(&(id, guest.id))));
        let line = move |(guest, mark): (&Member, Option<&crate::domain::attendance::Mark>)| {
            let home = record.guests.get(&(id, guest.id)).and_then(|guest| guest.home.as_ref());
            Line::body(vec![
                Field::session(label.clone()),
                Field::Date(date),
                Field::text(&guest.person.reference),
                Field::text(guest.person.list_name()),
                home.map_or(Field::Empty, |home| Field::text(&home.code)),
                Field::text(mark.map_or_else(|| say!(words, "report-not-recorded"), |mark| words.mark(mark))),
            ])
        };
        guests.map(line).collect::<Vec<_>>()
    };
    let lines: Vec<Line> = record.sessions.iter().flat_map(of).collect();
    (!lines.is_empty()).then(|| Table {
        id: "guests",
        title: say!(words, "report-guests"),
        formats: READ,
        columns: vec![
            Column::new("session", say!(words, "report-session")).wide(9).centred().key(),
            Column::new("date", say!(words, "report-date")).centred(),
            Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
            Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
            Column::new("own_group", say!(words, "report-own-group")),
            Column::new("attendance", say!(words, "report-attendance")).wide(22),
        ],
        rows: Rows::Held(lines),
        chart: None,
    })
}
