//! RON text from trainers to checked programmes and closed days, or findings at their place.

mod check;
mod closed;
pub mod finding;
pub mod keys;
mod outline;
mod read;
pub mod settings;
mod syntax;
#[cfg(test)]
mod tests;
mod texts;

use crate::domain::closed::ClosedDays;
use crate::domain::programme::Programme;
use chrono::NaiveDate;
use finding::{Finding, Level, What};
use read::Raw;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// The programmes that come with the desk: file name and text.
const BUILT_IN: &[(&str, &str)] =
    &[("planning-for-resettlement.ron", include_str!("../programmes/planning-for-resettlement.ron"))];

/// The file that says when the prison runs no groups; every other holds a programme.
const CLOSED: &str = "closed-days.ron";

/// Every programme that can be run, when none are, and everything that was found on the way.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// No two with the same id.
    pub programmes: Vec<Programme>,
    /// Those of all files together.
    pub closed: ClosedDays,
    pub findings: Vec<Finding>,
}

/// One file that was checked.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The file as it was named, not escaped.
    pub file: String,
    /// The programme, when the file holds one and nothing in it is an error.
    pub programme: Option<Programme>,
    /// The closed days, when the file holds them and nothing in it is an error.
    pub closed: Option<ClosedDays>,
    pub findings: Vec<Finding>,
}

impl Catalogue {
    /// The built-in programmes, then what the data folder `data` has, then what the directory `named`
    /// (which must be there) has; a later programme replaces an earlier of the same id.
    #[must_use]
    pub fn load(data: Option<&Path>, named: Option<&Path>, today: NaiveDate) -> Self {
        let mut catalogue = Self::built_in(today);
        let data = data.map(places).unwrap_or_default();
        for path in data.iter().map(PathBuf::as_path).chain(named) {
            for checked in check(path, today) {
                catalogue.add(checked);
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
        self.closed.closed.extend(checked.closed.unwrap_or_default().closed);
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

/// What there is of the two places in the data folder `data`: the closed days, and the folder of programmes.
#[must_use]
pub fn places(data: &Path) -> Vec<PathBuf> {
    [data.join(CLOSED), data.join("programmes")].into_iter().filter(|path| path.exists()).collect()
}

/// Every file that `path` names: the file itself, or those of a directory, by name.
#[must_use]
pub fn check(path: &Path, today: NaiveDate) -> Vec<Checked> {
    let raws = if path.is_dir() { read::directory(path) } else { vec![read::file(path)] };
    raws.into_iter().map(|raw| check_raw(raw, today)).collect()
}

/// One programme as `text`, seen from `today`; `file` is the name that findings carry.
#[must_use]
pub fn check_text(file: &str, text: &str, today: NaiveDate) -> Checked {
    let (programme, findings) = read_text(file, text, |programme: &Programme, text, escapes| {
        check::programme(file, text, programme, today, escapes)
    });
    Checked { file: file.to_owned(), programme, closed: None, findings }
}

/// The closed days as `text`, seen from `today`; `file` is the name that findings carry.
#[must_use]
pub fn check_closed(file: &str, text: &str, today: NaiveDate) -> Checked {
    let (closed, findings) =
        read_text(file, text, |closed: &ClosedDays, text, escapes| closed::check(file, text, closed, today, escapes));
    Checked { file: file.to_owned(), programme: None, closed, findings }
}

/// What `text` describes, unless something in it is an error, and everything found, in the order of the
/// file. `check` holds it against its rules; it is told whether hidden characters may be written as escapes.
fn read_text<T: DeserializeOwned>(
    file: &str,
    text: &str,
    check: impl Fn(&T, &str, bool) -> Vec<Finding>,
) -> (Option<T>, Vec<Finding>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut findings = texts::hidden_in_source(file, text);
    let read = match syntax::parse(text) {
        Ok(read) => Some(read),
        Err(error) => {
            findings.push(syntax::finding(file, text, &error));
            None
        }
    };
    if let Some(read) = &read {
        let unseen = findings.is_empty();
        findings.extend(check(read, text, unseen));
    }
    let usable = findings.iter().all(|finding| finding.level != Level::Error);
    findings.sort_by_key(Finding::position);
    (read.filter(|_| usable), findings)
}

fn check_raw(raw: Raw, today: NaiveDate) -> Checked {
    match raw.text {
        Ok(text) if is_closed_days(&raw.file) => check_closed(&raw.file, &text, today),
        Ok(text) => check_text(&raw.file, &text, today),
        Err(finding) => Checked { file: raw.file, programme: None, closed: None, findings: vec![*finding] },
    }
}

fn is_closed_days(file: &str) -> bool {
    Path::new(file).file_name().is_some_and(|name| name.eq_ignore_ascii_case(CLOSED))
}
