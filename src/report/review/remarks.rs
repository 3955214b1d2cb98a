//! What goes back to a desk: of each group of a bundle what was said of it, and what is missing.

use super::document::{lacking, state};
use super::{Line as Of, Review, Trust};
use crate::domain::review::Standing;
use crate::i18n::Words;
use crate::report::kind::EVERY;
use crate::report::table::{Column, Document, Fact, Field, Line, Table};
use crate::say;
use chrono::{DateTime, FixedOffset};

/// The remarks on the bundle that is this file; nothing where it is none.
#[must_use]
pub fn remarks(review: &Review, file: usize, words: &Words, now: DateTime<FixedOffset>) -> Option<Document> {
    let bundle = review.files.get(file)?.outcome.as_ref().ok()?;
    let facts = vec![
        Fact::new("desk", say!(words, "bundle-desk"), Field::text(review.name(bundle))),
        Fact::new("signed_as", say!(words, "bundle-signs-as"), Field::text(bundle.identity.fingerprint())),
        Fact::new("journal_head", say!(words, "bundle-journal"), Field::text(bundle.head.to_string())),
        Fact::new("made", say!(words, "review-made"), Field::Date(bundle.made.date_naive())),
    ];
    let columns = vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("state", say!(words, "report-state")),
        Column::new("remarks", say!(words, "review-remarks")).wide(50),
        Column::new("missing", say!(words, "report-completeness")).wide(50),
    ];
    let line = |of: Of<'_>| {
        let (trust, group) = (review.trust(of), of.group);
        let said = match &trust {
            Trust::Stands(Standing::SentBack(remarks)) => Field::text(remarks),
            _ => Field::Empty,
        };
        Line::body(vec![
            Field::text(&group.code),
            state(&trust, words),
            said,
            Field::text(lacking(group, words).join("; ")),
        ])
    };
    let lines = review.lines().filter(|line| line.file == file).map(line).collect();
    let tables = vec![Table::new("remarks", say!(words, "review-remarks"), EVERY, columns, lines)];
    let title = say!(words, "review-remarks");
    Some(Document { facts, tables, ..Document::new("onward.remarks/1", title, words, now) })
}
