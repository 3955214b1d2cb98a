//! What is wrong with a programme file, at its place, as values: sentences are said by the caller.

pub use crate::domain::level::Level;

use crate::domain::text::shown;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level as Drawn, Renderer, Snippet};
use std::cell::OnceCell;
use std::ops::Range;

/// The message that says it, and the values it names: safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct What {
    pub id: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl What {
    pub(super) fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// The same with a list of words of ours, whole.
    pub(super) fn with_known<'w>(mut self, known: impl IntoIterator<Item = &'w str>) -> Self {
        self.args.push(("known", known.into_iter().collect::<Vec<_>>().join(", ")));
        self
    }

    /// The same with a value, escaped and cut to a length that a line can hold.
    #[expect(clippy::needless_pass_by_value, reason = "counts, dates and texts are all written where they are found")]
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        let value = value.to_string();
        let mut short: String = value.chars().take(LONGEST_VALUE).collect();
        if short.len() < value.len() {
            short.push('…');
        }
        self.args.push((name, shown(&short).into_owned()));
        self
    }
}

const LONGEST_VALUE: usize = 120;

/// A place in a file, with the line as it is written there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The line, or of a very long one what stands around the place.
    text: String,
    /// What is marked, as bytes of `text`.
    mark: Range<usize>,
    /// The same place as a byte of the file.
    pub(super) at: usize,
}

/// Characters kept before and after a place in a long line.
const AROUND: usize = 60;

/// A text whose lines have been counted.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where each line begins; counted when the first place is asked for.
    starts: OnceCell<Vec<usize>>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, starts: OnceCell::new() }
    }

    /// The line of the byte `at`, from 0, and where that line begins.
    fn line(&self, at: usize) -> (usize, usize) {
        let starts = self.starts.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(ends).collect()
        });
        let line = starts.partition_point(|start| *start <= at).saturating_sub(1);
        (line, starts.get(line).copied().unwrap_or(0))
    }
}

impl Place {
    /// The place of the bytes `span` of a text; of several lines the first is marked.
    pub(super) fn of(lines: &Lines, span: &Range<usize>) -> Self {
        let source = lines.text;
        let start = source.floor_char_boundary(span.start);
        let (line, line_start) = lines.line(start);
        let head = source.get(line_start..start).unwrap_or_default();
        let rest = source.get(start..).unwrap_or_default();
        let tail = rest.lines().next().unwrap_or_default();
        let length = source.ceil_char_boundary(span.end).saturating_sub(start);
        let marked = tail.get(..length).unwrap_or(tail);
        let column = head.chars().count() + 1;
        let cut = head.char_indices().nth_back(AROUND).map_or(0, |(at, _)| at);
        let head = head.get(cut..).unwrap_or_default();
        let end = tail.char_indices().nth(2 * AROUND).map_or(tail.len(), |(at, _)| at);
        let tail = tail.get(..end).unwrap_or_default();
        let mark = head.len()..head.len() + marked.len().min(tail.len());
        Self { line: line + 1, column, text: format!("{head}{tail}"), mark, at: start }
    }
}

/// One thing that is wrong, or worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file as it was named: shown only through [`shown`].
    pub file: String,
    /// `None` when it concerns the file as a whole.
    pub place: Option<Place>,
    pub level: Level,
    pub what: What,
    /// The part that it lies in.
    pub within: Option<Within>,
}

/// A part of a file that has a place of its own in what is made of it: a session plan, a step, a page, an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Within {
    /// From 0, in the order of the file.
    pub number: usize,
    /// As far as it can be read.
    pub id: String,
}

impl Finding {
    pub(super) fn of_file(file: &str, level: Level, what: What) -> Self {
        Self { file: file.to_owned(), place: None, level, what, within: None }
    }

    pub(super) fn at(file: &str, lines: &Lines, span: &Range<usize>, level: Level, what: What) -> Self {
        Self { file: file.to_owned(), place: Some(Place::of(lines, span)), level, what, within: None }
    }

    /// How many characters of its line are marked; none when the place lies between two.
    #[must_use]
    pub fn width(&self) -> usize {
        self.place.as_ref().map_or(0, |place| place.text.get(place.mark.clone()).map_or(0, |text| text.chars().count()))
    }

    /// Line and column from 1, or zeros when it concerns the file as a whole.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        self.place.as_ref().map_or((0, 0), |place| (place.line, place.column))
    }

    /// The line as it is drawn, with nothing hidden, and the bytes of it that are marked.
    #[must_use]
    pub fn excerpt(&self) -> Option<(String, Range<usize>)> {
        let place = self.place.as_ref()?;
        let part = |range: Range<usize>| drawable(place.text.get(range).unwrap_or_default());
        let before = part(0..place.mark.start);
        let marked = part(place.mark.clone());
        let after = part(place.mark.end..place.text.len());
        let mark = before.len()..before.len() + marked.len();
        Some((format!("{before}{marked}{after}"), mark))
    }

    /// The finding as a terminal without colour shows it: `level` and `message` as the reader's
    /// language says them, then the file, the line and a mark under what is meant.
    #[must_use]
    pub fn render(&self, level: &str, message: &str) -> String {
        let (level, message, file) = (shown(level), shown(message), shown(&self.file));
        let (Some(place), Some((line, mark))) = (&self.place, self.excerpt()) else {
            return format!("{level}: {message}\n --> {file}");
        };
        let drawn = match self.level {
            Level::Error => Drawn::ERROR,
            Level::Warning => Drawn::WARNING,
            Level::Note => Drawn::NOTE,
        };
        let snippet = Snippet::source(line.as_str())
            .line_start(place.line)
            .annotation(AnnotationKind::Primary.span(mark).label(""));
        let report = [drawn.with_name(level.as_ref()).primary_title(message.as_ref()).element(snippet)];
        let report = Renderer::plain().decor_style(DecorStyle::Ascii).render(&report);
        // The renderer would name the column of the line as drawn; editors want that of the file.
        let (title, below) = report.split_once('\n').unwrap_or((&report, ""));
        let gutter = " ".repeat(place.line.to_string().len());
        format!("{title}\n{gutter}--> {file}:{}:{}\n{below}", place.line, place.column)
    }
}

/// Tabs as spaces, everything hidden written out.
fn drawable(text: &str) -> String {
    shown(&text.replace('\t', "    ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters_from_one() {
        let source = "æ: 1,\r\n\tøl: 22,\n";
        let at = source.find("22").unwrap();
        let place = Place::of(&Lines::of(source), &(at..at + 2));
        assert_eq!((place.line, place.column, place.text.as_str()), (2, 6, "\tøl: 22,"));
        assert_eq!(&place.text[place.mark], "22");
    }

    #[test]
    fn a_place_may_lie_at_the_end_or_beyond_it() {
        for span in [3..3, 3..9, 7..9] {
            let place = Place::of(&Lines::of("ab\n"), &span);
            assert_eq!((place.line, place.column, place.text.as_str()), (2, 1, ""));
        }
    }

    #[test]
    fn of_a_long_line_only_the_surroundings_are_kept() {
        let source = format!("{}X{}", "ø".repeat(5_000), "å".repeat(5_000));
        let place = Place::of(&Lines::of(&source), &(10_000..10_001));
        assert_eq!(place.column, 5_001);
        assert!(place.text.chars().count() < 200);
        assert_eq!(&place.text[place.mark], "X");
    }

    #[test]
    fn it_is_drawn_at_its_place_with_nothing_hidden() {
        let source = "(\n\tminutes: 0, // \u{202e}x\n)";
        let at = source.find('0').unwrap();
        let what = What::new("finding-minutes");
        let finding = Finding::at("a\u{1b}.ron", &Lines::of(source), &(at..at + 1), Level::Error, what);
        let drawn = finding.render("error", "0 minutes");
        assert_eq!(
            drawn,
            "error: 0 minutes\n --> a<U+001B>.ron:2:11\n  |\n2 |     minutes: 0, // <U+202E>x\n  |              ^"
        );
    }

    #[test]
    fn a_value_from_outside_is_escaped_and_cut() {
        let what = What::new("finding-id").with("id", "a\u{202e}").with("text", "x".repeat(500));
        assert_eq!(what.args[0].1, "a<U+202E>");
        assert_eq!(what.args[1].1.chars().count(), LONGEST_VALUE + 1);
    }
}
