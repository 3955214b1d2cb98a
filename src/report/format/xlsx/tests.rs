//! A workbook as it is read back.

use super::*;
use crate::domain::sample::moment;
use crate::i18n::Locale;
use crate::report::kind::EVERY;
use crate::report::table::Line;
use calamine::{Reader, Xlsx as Book};
use std::io::Cursor;

#[test]
fn a_table_that_fills_a_sheet_goes_on_in_another_which_is_signed() {
    let (words, stop) = (Words::new(Locale::choose(["en"])), AtomicBool::new(false));
    let columns = vec![Column::new("n", "Number")];
    let table = Table::new("numbers", "Numbers".to_owned(), EVERY, columns, Vec::<Line>::new());
    let document = Document::new("x/1", "Numbers".to_owned(), &words, moment("2026-11-24T09:00:00+01:00"));
    let document = Document { signatures: vec!["Signed".to_owned()], foot: vec!["The end".to_owned()], ..document };
    let mut bytes = Vec::new();
    let mut book = Xlsx { full: 10, ..Xlsx::new(&mut bytes, &words, None, &stop) };
    book.open(&document).unwrap();
    book.table(&table).unwrap();
    for number in 0..20 {
        book.line(LineKind::Body, &[Field::Number(number)]).unwrap();
    }
    book.close().unwrap();
    drop(book);
    let mut read = Book::new(Cursor::new(bytes)).unwrap();
    let column = |range: calamine::Range<calamine::Data>| -> Vec<String> {
        range.rows().map(|row| row[0].to_string()).filter(|text| !text.is_empty()).collect()
    };
    let names = read.sheet_names();
    let sheets: Vec<_> = names.iter().map(|name| column(read.worksheet_range(name).unwrap())).collect();
    assert_eq!(names, ["Numbers", "Numbers 2", "Numbers 3"]);
    let numbers = sheets.iter().flatten().filter(|text| text.parse::<u32>().is_ok()).count();
    assert_eq!(numbers, 20);
    let ends: Vec<_> = sheets.iter().map(|sheet| sheet.last().unwrap().as_str()).collect();
    assert_eq!(ends, ["6", "15", "The end"]);
    assert!(sheets[2].contains(&"Signed".to_owned()) && !sheets[0].contains(&"Signed".to_owned()));
}
