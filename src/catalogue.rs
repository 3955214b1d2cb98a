//! RON text from trainers to checked programmes, or findings at their place.

mod check;
pub mod finding;
mod outline;
mod read;
mod syntax;
#[cfg(test)]
mod tests;
mod texts;

use crate::domain::programme::Programme;
use chrono::NaiveDate;
use finding::{Finding, Level, What};
use read::Raw;
use std::path::Path;

/// The programmes that come with the desk: file name and text.
const BUILT_IN: &[(&str, &str)] =
    &[("planning-for-resettlement.ron", include_str!("../programmes/planning-for-resettlement.ron"))];

/// Every programme that can be run, and everything that was found on the way.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// No two with the same id.
    pub programmes: Vec<Programme>,
    pub findings: Vec<Finding>,
}

/// One file that was checked.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The file as it was named, not escaped.
    pub file: String,
    /// The programme, when nothing in the file is an error.
    pub programme: Option<Programme>,
    pub findings: Vec<Finding>,
}

impl Catalogue {
    /// The built-in programmes, then those in the directory `data` (which may be missing), then those
    /// in the directory `named` (which may not); a later one replaces an earlier of the same id.
    #[must_use]
    pub fn load(data: Option<&Path>, named: Option<&Path>, today: NaiveDate) -> Self {
        let mut catalogue = Self::built_in(today);
        let optional = data.filter(|path| path.exists());
        for directory in optional.into_iter().chain(named) {
            for raw in read::directory(directory) {
                catalogue.add(check_raw(raw, today));
            }
        }
        catalogue
    }

    /// The programmes that come with the desk.
    #[must_use]
    pub fn built_in(today: NaiveDate) -> Self {
        let mut catalogue = Self::default();
        for (file, text) in BUILT_IN {
            catalogue.add(check_text(file, text, today));
        }
        catalogue
    }

    /// The programme `id`.
    #[must_use]
    pub fn programme(&self, id: &str) -> Option<&Programme> {
        self.programmes.iter().find(|p| p.id == id)
    }

    fn add(&mut self, checked: Checked) {
        self.findings.extend(checked.findings);
        let Some(programme) = checked.programme else { return };
        if let Some(earlier) = self.programmes.iter_mut().find(|p| p.id == programme.id) {
            let what = What::new("finding-replaces").with("programme", &programme.id);
            self.findings.push(Finding::of_file(&checked.file, Level::Note, what));
            *earlier = programme;
        } else {
            self.programmes.push(programme);
        }
    }
}

/// Every programme file that `path` names: the file itself, or those of a directory, by name.
#[must_use]
pub fn check(path: &Path, today: NaiveDate) -> Vec<Checked> {
    let raws = if path.is_dir() { read::directory(path) } else { vec![read::file(path)] };
    raws.into_iter().map(|raw| check_raw(raw, today)).collect()
}

/// One programme as `text`, seen from `today`; `file` is the name that findings carry.
#[must_use]
pub fn check_text(file: &str, text: &str, today: NaiveDate) -> Checked {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut findings = texts::hidden_in_source(file, text);
    let mut programme = match syntax::parse(text) {
        Ok(programme) => Some(programme),
        Err(error) => {
            findings.push(syntax::finding(file, text, &error));
            None
        }
    };
    if let Some(programme) = &programme {
        let unseen = findings.is_empty();
        findings.extend(check::programme(file, text, programme, today, unseen));
    }
    if findings.iter().any(|f| f.level == Level::Error) {
        programme = None;
    }
    findings.sort_by_key(Finding::position);
    Checked { file: file.to_owned(), programme, findings }
}

fn check_raw(raw: Raw, today: NaiveDate) -> Checked {
    match raw.text {
        Ok(text) => check_text(&raw.file, &text, today),
        Err(finding) => Checked { file: raw.file, programme: None, findings: vec![*finding] },
    }
}
