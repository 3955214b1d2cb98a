//! `onward check`: every fault of programme files, each with its line and a mark under it.

mod formats;

use crate::catalogue::finding::{Finding, Level};
use crate::catalogue::{self, Checked};
use crate::cli::exit::{Exit, Trouble};
use crate::cli::reach::Reach;
use crate::cli::{Options, output, place};
use crate::i18n::Words;
use crate::i18n::words::Value;
use crate::report::file::directory;
use crate::say;
use crate::tui::shell::clock::now;
use clap::{Args, ValueEnum};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Check programme files: every fault, with its place.
#[derive(Debug, Args)]
pub struct Check {
    /// Files, or folders that hold them; without any, those that the desk would load
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, in the interface language
    Text,
    /// One object
    Json,
    /// Commands that GitHub shows beside a change
    Github,
}

impl Check {
    /// Prints what was found; [`Exit::Findings`] when anything was.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let paths = if self.paths.is_empty() { loaded(options) } else { self.paths.clone() };
        let today = now().date_naive();
        // What the files hold is wanted by nobody here.
        let findings = |checked: Checked| Checked { content: None, ..checked };
        let checked: Vec<Checked> = paths.iter().flat_map(|path| catalogue::each(path, today, findings)).collect();
        if checked.is_empty() {
            return Err(Trouble::new(Exit::Usage, say!(words, "check-nothing")));
        }
        let text = match self.format {
            Format::Text => report(&checked, &words),
            Format::Json => formats::json(&checked, &words),
            Format::Github => formats::github(&checked, &words),
        };
        output::print(&text, &words)?;
        Ok(if checked.iter().all(|file| file.findings.is_empty()) { Exit::Done } else { Exit::Findings })
    }
}

impl Check {
    /// What is to be checked, with what may lie beside it in other languages.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        let beside = |path: &Path| if path.is_dir() { path.to_owned() } else { directory(path).to_owned() };
        // A file may be a link to one that lies elsewhere.
        self.paths.iter().fold(reach, |reach, path| reach.reading(path).reading(&beside(path)))
    }
}

/// What the desk takes programmes and closed days from, outside the program.
fn loaded(options: &Options) -> Vec<PathBuf> {
    let data = place::data_dir(options).map(|data| catalogue::places(&data)).unwrap_or_default();
    data.into_iter().chain(options.programmes.clone()).collect()
}

fn report(checked: &[Checked], words: &Words) -> String {
    let findings: Vec<&Finding> = checked.iter().flat_map(|file| &file.findings).collect();
    let out = drawn(findings.iter().copied(), words);
    let errors = findings.iter().filter(|finding| finding.level == Level::Error).count();
    let summary = if findings.is_empty() {
        say!(words, "check-clean", files = checked.len())
    } else {
        say!(words, "check-found", files = checked.len(), findings = findings.len(), errors = errors)
    };
    out + &summary + "\n"
}

/// Findings as a terminal shows them, each with a mark under its place and a blank line after it.
pub fn drawn<'a>(findings: impl IntoIterator<Item = &'a Finding>, words: &Words) -> String {
    let mut out = String::new();
    for finding in findings {
        let level = words.say(finding.level.message(), &[]);
        let _ = writeln!(out, "{}\n", finding.render(&level, &sentence(finding, words)));
    }
    out
}

/// What a finding says, without its place.
#[must_use]
pub fn sentence(finding: &Finding, words: &Words) -> String {
    let value = |text: &String| match text.parse::<i64>() {
        Ok(number) if number.to_string() == *text => Value::Number(number),
        _ => text.clone().into(),
    };
    let values: Vec<(&str, Value)> = finding.what.args.iter().map(|(name, text)| (*name, value(text))).collect();
    words.say(finding.what.id, &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use chrono::NaiveDate;

    fn today() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    #[test]
    fn a_fault_is_drawn_in_the_readers_language() {
        let checked = [catalogue::check_text("a.ron", "(\n  id: 7,", today())]
            .map(|checked| Checked { findings: checked.findings[1..].to_vec(), ..checked });
        let nb = Words::new(Locale::choose(["nb"]));
        assert_eq!(
            report(&checked, &nb),
            "feil: Her skal det stå en tekst, i anførselstegn: \"slik\".\n --> a.ron:2:7\n  |\n\
             2 |   id: 7,\n  |       ^\n\n1 fil kontrollert, 1 funn: 1 feil å rette.\n"
        );
    }

    #[test]
    fn every_finding_is_a_sentence_without_gaps_in_every_language() {
        let broken = r#"(id: "A b", title: "", summary: { "xx": "1", "nb": "" }, source: "", as_of: "2026-11-01",
            review_by: "2026-10-01", group_size: (min: 9, max: 1),
            eligibility: [(id: "a", test: Held(any_of: [])), (id: "a", test: Age())],
            ratings: (scale: [], items: [(id: "x", text: "X")]),
            plans: [(id: "p", title: "P", aim: "P", activities: []),
                    (id: "q", title: "Q", aim: "Q", activities: [(title: "Q", minutes: 0)]),
                    (id: "r", title: "R", aim: "R", activities: [(title: "R", minutes: 300), (title: "R", minutes: 300)])],
            versions: [(id: "v", title: "V", sessions: ["none", "p"], per_week: 9, completion: (sessions: 9)),
                       (id: "w", title: "W", sessions: ["q"], completion: (sessions: 0)),
                       (id: "u", title: "U", sessions: [])])"#;
        let checked = catalogue::check_text("a.ron", broken, today());
        assert!(checked.findings.len() > 20, "{}", checked.findings.len());
        for tag in ["en", "nb"] {
            let words = Words::new(Locale::choose([tag]));
            for finding in &checked.findings {
                let said = sentence(finding, &words);
                assert!(said.contains(' ') && !said.contains("{$"), "{tag} {}: {said}", finding.what.id);
            }
        }
    }
}
