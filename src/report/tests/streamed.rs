//! Tables that are read while they are written: whole, stopped, and where the one or the other fails.

use super::{now, poured, sheet, words};
use crate::domain::record::Failure;
use crate::domain::sample;
use crate::report::file::FileFault;
use crate::report::format::{Sheet, xlsx};
use crate::report::register::{self, long};
use crate::report::stream::{Stream, Visit};
use crate::report::table::LineKind;
use crate::report::{Fault, Format, Period, Report, Request, Watch, pour};
use chrono::NaiveTime;
use std::cell::Cell;
use std::io::Write;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

/// Ten thousand marks, as the store would give them.
#[expect(clippy::unnecessary_wraps, reason = "it stands in for a store, which can fail")]
fn many(_: &Stream, visit: Visit) -> Result<(), Fault> {
    let line = crate::domain::record::MarkLine {
        group: "K-07",
        session: "1",
        date: sample::day("2026-11-10"),
        time: NaiveTime::from_hms_opt(10, 0, 0).unwrap(),
        reference: "0412",
        given: "Ana",
        family: "=cmd|' /C calc'!A0",
        code: "left-early",
        minutes: Some(5),
        caught_up: None,
        made_good: None,
        is_guest: false,
        note: "",
    };
    let said = long::Said::new(&words("en"));
    for _ in 0..10_000 {
        if visit(LineKind::Body, &long::fields(&line, &said)).is_break() {
            break;
        }
    }
    Ok(())
}

#[test]
fn all_groups_are_written_as_they_are_read_and_can_be_stopped() {
    let (words, scratch) = (words("en"), tempfile::tempdir().unwrap());
    for format in [Format::Csv, Format::Json, Format::Xlsx, Format::Html, Format::Markdown] {
        let all = Request { scratch: Some(scratch.path().to_owned()), ..Request::new(Report::Marks).written(format) };
        let document = register::of_all(Stream::EveryMark(Period::default()), &words, now());
        let out = poured(&document, &all, &many, &words, false).unwrap();
        match format {
            Format::Csv => {
                let text = String::from_utf8(out).unwrap();
                assert_eq!(text.lines().count(), 10_001);
                let line = "K-07,1,2026-11-10,10:00,\"0412\",'=cmd|' /C calc'!A0,Ana,left-early,left early,5,,,,,";
                assert_eq!(text.lines().nth(1), Some(line));
            }
            Format::Json => {
                let value: serde_json::Value = serde_json::from_slice(&out).unwrap();
                assert_eq!(value["marks"].as_array().map(Vec::len), Some(10_000));
            }
            // The title and a free row stand above the header.
            Format::Xlsx => assert_eq!(sheet(&out, "Marks").len(), 10_003),
            _ => assert_eq!(String::from_utf8(out).unwrap().matches("cmd").count(), 10_000),
        }
        assert!(matches!(poured(&document, &all, &many, &words, true), Err(Fault::Stopped)), "{format:?}");
    }
    assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 0);
}

/// A disk with room for so many bytes.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(std::io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_cannot_be_written_ends_the_reading() {
    let (words, stop, read) = (words("en"), AtomicBool::new(false), Cell::new(0_u64));
    let all = Request::new(Report::Marks).written(Format::Csv);
    let document = register::of_all(Stream::EveryMark(Period::default()), &words, now());
    let much = |stream: &Stream, visit: Visit| {
        let mut ended = false;
        while !ended {
            many(stream, &mut |kind, fields| {
                read.set(read.get() + 1);
                ended = visit(kind, fields).is_break();
                if ended { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })?;
        }
        Ok(())
    };
    let mut watch = Watch { told: &mut |_| (), stop: &stop };
    let poured = pour(&document, &all, &much, (&words, &|_| *now().offset()), &mut Full(200_000), &mut watch);
    assert!(matches!(poured, Err(Fault::File(FileFault::DiskFull))), "{poured:?}");
    assert!((1..100_000).contains(&read.get()), "{}", read.get());
}

#[test]
fn what_cannot_be_read_is_told_before_anything_else() {
    let (words, stop) = (words("en"), AtomicBool::new(false));
    let all = Request::new(Report::Marks).written(Format::Csv);
    let document = register::of_all(Stream::EveryMark(Period::default()), &words, now());
    let damaged = |stream: &Stream, visit: Visit| {
        many(stream, visit)?;
        Err(Fault::Reads(Failure::Damaged("a page".to_owned())))
    };
    let mut watch = Watch { told: &mut |_| (), stop: &stop };
    let poured = pour(&document, &all, &damaged, (&words, &|_| *now().offset()), &mut Vec::new(), &mut watch);
    assert!(matches!(poured, Err(Fault::Reads(Failure::Damaged(_)))), "{poured:?}");
}

/// Stops once the lines are written: only packing is left then.
#[test]
fn packing_a_workbook_can_be_stopped() {
    let (words, scratch, stop) = (words("en"), tempfile::tempdir().unwrap(), AtomicBool::new(false));
    let mut out = Vec::new();
    let mut book = xlsx::Xlsx::new(&mut out, &words, Some(scratch.path()), &stop);
    let document = register::of_all(Stream::EveryMark(Period::default()), &words, now());
    book.open(&document).unwrap();
    book.table(&document.tables[0]).unwrap();
    many(&Stream::EveryMark(Period::default()), &mut |kind, fields| {
        book.line(kind, fields).unwrap();
        ControlFlow::Continue(())
    })
    .unwrap();
    stop.store(true, Ordering::Relaxed);
    assert!(matches!(book.close(), Err(Fault::Stopped)));
    drop(book);
    assert!(out.is_empty());
    assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 0);
}
