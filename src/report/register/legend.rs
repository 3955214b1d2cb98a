//! The letters of a register: what they mean, and how often each stands there.

use crate::domain::attendance::{self, Code, TABLE};
use crate::domain::figures::{Cell, Register};
use crate::domain::record::GroupRecord;
use crate::i18n::Words;
use crate::report::kind::PAPER;
use crate::report::register::{listed, long};
use crate::report::table::{Column, Field, Line, Rows, Table};
use crate::say;

/// Those that occur, in the order of the attendance table.
pub(super) fn legend(record: &GroupRecord, register: &Register, words: &Words) -> Table {
    let cells: Vec<&Cell> = listed(record, register).flat_map(|(row, _)| &row.cells).collect();
    let times = |meant: &dyn Fn(&Cell) -> bool| {
        u32::try_from(cells.iter().filter(|cell| meant(cell)).count()).unwrap_or(u32::MAX)
    };
    let mut lines = Vec::new();
    let mut explain = |id, symbol: String, said: String, times| {
        if times > 0 {
            lines.push(Line::body(vec![Field::term(id, symbol), Field::text(said), Field::Number(times)]));
        }
    };
    for row in &TABLE {
        explain(row.id, row.symbol.into(), say!(words, row.message), times(&|cell| code(cell) == Some(row.code)));
    }
    let not_recorded = times(&|cell| *cell == Cell::NotRecorded);
    explain(long::NOT_RECORDED, attendance::NOT_RECORDED.into(), say!(words, "report-not-recorded"), not_recorded);
    explain(long::AHEAD, String::new(), say!(words, "report-ahead"), times(&|cell| *cell == Cell::Ahead));
    explain("caught-up", "+".to_owned(), say!(words, "report-caught-up-later"), register.total.made_good());
    Table {
        id: "codes",
        title: say!(words, "report-codes"),
        formats: PAPER,
        columns: vec![
            Column::new("code", say!(words, "report-code")).key(),
            Column::new("meaning", say!(words, "report-meaning")).wide(32),
            Column::new("times", say!(words, "report-times")).centred(),
        ],
        rows: Rows::Held(lines),
        chart: None,
    }
}

fn code(cell: &Cell) -> Option<Code> {
    match cell {
        Cell::Marked(mark) | Cell::Extra(mark) => Some(mark.code),
        Cell::NotCounted(code) => Some(*code),
        Cell::NotRecorded | Cell::Ahead => None,
    }
}
