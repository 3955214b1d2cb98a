//! The buffer that CSV, JSON and Markdown are put together in: it grows to its size once and is spilled when full.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use std::io::{self, Write};

/// What is written at once.
const FULL: usize = 64 * 1024;

/// Bytes on their way to a file.
pub struct Spill<'a> {
    pub bytes: Vec<u8>,
    out: &'a mut (dyn Write + Send),
}

impl std::fmt::Debug for Spill<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Spill({} bytes waiting)", self.bytes.len())
    }
}

impl<'a> Spill<'a> {
    #[must_use]
    pub fn new(out: &'a mut (dyn Write + Send)) -> Self {
        // A line is seldom longer than the room above the mark, so the buffer does not grow again.
        Self { bytes: Vec::with_capacity(FULL + 4096), out }
    }

    /// Adds text as it is.
    pub fn push(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Adds a number.
    pub fn number(&mut self, number: u32) {
        if number >= 10 {
            self.number(number / 10);
        }
        self.digit(number);
    }

    /// Adds `2026-11-24`.
    pub fn date(&mut self, date: NaiveDate) {
        let Ok(year @ 0..=9999) = u32::try_from(date.year()) else {
            return self.push(&date.to_string());
        };
        self.digit(year / 1000);
        self.digit(year / 100);
        self.pair(year % 100);
        self.bytes.push(b'-');
        self.pair(date.month());
        self.bytes.push(b'-');
        self.pair(date.day());
    }

    /// Adds `10:00`.
    pub fn time(&mut self, time: NaiveTime) {
        self.pair(time.hour());
        self.bytes.push(b':');
        self.pair(time.minute());
    }

    fn pair(&mut self, number: u32) {
        self.digit(number / 10);
        self.digit(number);
    }

    /// The last digit of `number`.
    fn digit(&mut self, number: u32) {
        self.bytes.push(b'0' + u8::try_from(number % 10).unwrap_or(0));
    }

    /// Passes everything on when there is enough of it.
    ///
    /// # Errors
    /// What the file says.
    pub fn spill(&mut self) -> io::Result<()> {
        if self.bytes.len() < FULL { Ok(()) } else { self.drain() }
    }

    /// Passes everything on.
    ///
    /// # Errors
    /// What the file says.
    pub fn drain(&mut self) -> io::Result<()> {
        self.out.write_all(&self.bytes)?;
        self.bytes.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_dates_and_times_are_as_the_library_writes_them() {
        for (year, month, day, hour, minute) in
            [(2026, 11, 24, 10, 0), (1, 1, 1, 0, 5), (9999, 12, 31, 23, 59), (-5, 2, 3, 1, 1)]
        {
            let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
            let mut out = Vec::new();
            let mut spill = Spill::new(&mut out);
            spill.date(date);
            spill.time(time);
            spill.number(minute);
            spill.number(u32::MAX);
            spill.drain().unwrap();
            let expected = format!("{}{}{minute}{}", date, time.format("%H:%M"), u32::MAX);
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }
}
