//! Findings for machines: JSON, and the commands that GitHub shows beside a change.

use super::sentence;
use crate::catalogue::Checked;
use crate::catalogue::finding::{Finding, Level};
use crate::i18n::Words;
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// One object: how many files, and every finding with its file, line, column, level, id and sentence.
pub(super) fn json(checked: &[Checked], words: &Words) -> String {
    let one = |finding: &Finding| {
        let (line, column) = finding.position();
        let values: Map<String, Value> =
            finding.what.args.iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into())).collect();
        json!({
            "file": finding.file,
            "line": line,
            "column": column,
            "width": finding.width(),
            "level": level(finding.level),
            "id": finding.what.id,
            "message": sentence(finding, words),
            "values": values,
        })
    };
    let findings: Vec<Value> = checked.iter().flat_map(|file| &file.findings).map(one).collect();
    serde_json::to_string_pretty(&json!({ "files": checked.len(), "findings": findings })).unwrap_or_default() + "\n"
}

/// One line for each finding: `::error file=…,line=…,col=…::…`.
pub(super) fn github(checked: &[Checked], words: &Words) -> String {
    let mut out = String::new();
    for finding in checked.iter().flat_map(|file| &file.findings) {
        let (line, column) = finding.position();
        let (file, message) = (property(&finding.file), data(&sentence(finding, words)));
        let level = level(finding.level);
        let end = column + finding.width();
        let place = if line > 0 { format!(",line={line},col={column},endColumn={end}") } else { String::new() };
        let _ = writeln!(out, "::{level} file={file}{place}::{message}");
    }
    out
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
