//! Which programme or guide a command is about: a file, or the id of one that the desk knows; with `@VERSION` behind
//! it, one version of a programme.

use crate::catalogue::{self, Checked, Content};
use crate::cli::exit::{Exit, Trouble};
use crate::cli::reach::Reach;
use crate::cli::{Options, place};
use crate::domain::guide::Guide;
use crate::domain::programme::{Course, Programme};
use crate::domain::text::shown;
use crate::domain::translation::Translation;
use crate::i18n::Words;
use crate::report::file::directory;
use crate::say;
use crate::tui::shell::clock::now;
use std::path::{Path, PathBuf};

/// A programme as somebody named it on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    /// A path or an id.
    name: String,
    version: Option<String>,
}

/// What was read.
#[derive(Debug)]
pub struct Found {
    /// As it was named.
    pub named: String,
    pub programme: Programme,
    pub translations: Vec<Translation>,
    /// The version that was asked for.
    pub version: Option<String>,
}

/// A guide that was read.
#[derive(Debug)]
pub struct FoundGuide {
    pub guide: Guide,
    pub translations: Vec<Translation>,
}

/// What is meant where it may be either.
#[derive(Debug)]
pub enum Meant {
    Guide(FoundGuide),
    Programme(Found),
}

impl FoundGuide {
    /// The language in which texts stand that name none.
    #[must_use]
    pub fn language(&self) -> &str {
        self.guide.language.as_ref().map_or("en", |language| language.code())
    }
}

impl std::str::FromStr for Which {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let whole = || Self { name: text.to_owned(), version: None };
        // A file may have the sign in its name.
        if Path::new(text).exists() {
            return Ok(whole());
        }
        let split = text.rsplit_once('@').filter(|(name, version)| !name.is_empty() && !version.contains(['/', '\\']));
        Ok(split
            .map_or_else(whole, |(name, version)| Self { name: name.to_owned(), version: Some(version.to_owned()) }))
    }
}

impl Which {
    fn file(&self) -> Option<PathBuf> {
        let path = Path::new(&self.name);
        let is_file = path.exists() || self.name.contains(['/', '\\']) || path.extension().is_some();
        is_file.then(|| path.to_owned())
    }

    /// A file is read with what lies beside it: translations.
    pub fn reach(&self, reach: Reach) -> Reach {
        self.file().iter().fold(reach, |reach, file| reach.reading(file).reading(directory(file)))
    }

    fn checked(&self, options: &Options) -> Vec<Checked> {
        let today = now().date_naive();
        match self.file() {
            Some(file) => catalogue::family(&file, today),
            None => catalogue::shelf(place::data_dir(options).as_deref(), options.programmes.as_deref(), today),
        }
    }

    /// The last of these files that is meant, when `id` says what each of the kind is called.
    fn last(&self, checked: &[Checked], id: fn(&Content) -> Option<&str>) -> Option<usize> {
        let is_file = self.file().is_some();
        let is_meant = |file: &Checked| file.content.as_ref().and_then(id).is_some_and(|id| is_file || id == self.name);
        checked.iter().rposition(is_meant)
    }

    /// Reads a guide, or else a programme; everything is read once for both.
    ///
    /// # Errors
    /// When it has faults, there is none of the name, or it has no such version.
    pub fn guide_or_programme(&self, options: &Options, words: &Words) -> Result<Meant, Trouble> {
        let checked = self.checked(options);
        let Some(at) = self.last(&checked, guide_id) else { return self.found(checked, words).map(Meant::Programme) };
        let mut checked = checked.into_iter().skip(at);
        match checked.next().and_then(|file| file.content) {
            Some(Content::Guide(guide)) => {
                Ok(Meant::Guide(FoundGuide { translations: translations(checked, &guide.id), guide: *guide }))
            }
            _ => Err(self.missing(&[], words)),
        }
    }

    /// Reads it.
    ///
    /// # Errors
    /// When it has faults, there is none of the name, or it has no such version.
    pub fn read(&self, options: &Options, words: &Words) -> Result<Found, Trouble> {
        self.found(self.checked(options), words)
    }

    fn found(&self, checked: Vec<Checked>, words: &Words) -> Result<Found, Trouble> {
        let Some(at) = self.last(&checked, programme_id) else { return Err(self.missing(&checked, words)) };
        let mut checked = checked.into_iter().skip(at);
        let programme = checked.next().and_then(Checked::programme).ok_or_else(|| self.missing(&[], words))?;
        let version = self.version.as_ref().map_or_else(String::new, |version| format!("@{version}"));
        let found = Found {
            named: shown(&format!("{}{version}", self.name)).into_owned(),
            translations: translations(checked, &programme.id),
            programme,
            version: self.version.clone(),
        };
        found.course(words).map(|_| found)
    }

    fn missing(&self, checked: &[Checked], words: &Words) -> Trouble {
        let name = shown(&self.name).into_owned();
        if self.file().is_some() {
            return Trouble::new(Exit::Usage, say!(words, "which-broken", file = name));
        }
        let known = checked.iter().filter_map(|file| file.content.as_ref().and_then(programme_id));
        let known = known.collect::<Vec<_>>().join(", ");
        Trouble::new(Exit::Usage, say!(words, "which-none", name = name, known = known))
    }
}

fn programme_id(content: &Content) -> Option<&str> {
    if let Content::Programme(programme) = content { Some(&programme.id) } else { None }
}

fn guide_id(content: &Content) -> Option<&str> {
    if let Content::Guide(guide) = content { Some(&guide.id) } else { None }
}

/// What follows a file and translates it: of the next file those are that follow that.
fn translations(checked: impl Iterator<Item = Checked>, id: &str) -> Vec<Translation> {
    let translation = |file: Checked| match file.content {
        Some(Content::Translation(translation)) => Some(*translation),
        _ => None,
    };
    checked.map_while(translation).filter(|other| other.translates == id).collect()
}

impl Found {
    /// The version that was asked for, or the first.
    ///
    /// # Errors
    /// When the programme has no such version.
    pub fn course(&self, words: &Words) -> Result<Course, Trouble> {
        let known = || self.programme.versions.iter().map(|version| version.id.as_str()).collect::<Vec<_>>();
        let id = self.version.as_deref().or_else(|| known().first().copied()).unwrap_or_default();
        self.programme.course(id).ok_or_else(|| {
            let known = known().join(", ");
            Trouble::new(Exit::Usage, say!(words, "which-no-version", version = id, known = known))
        })
    }

    /// The language in which texts stand that name none.
    #[must_use]
    pub fn language(&self) -> &str {
        self.programme.language.as_ref().map_or("en", |language| language.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_stands_behind_the_last_sign() {
        for (text, name, version) in [
            ("first-weeks", "first-weeks", None),
            ("first-weeks@all", "first-weeks", Some("all")),
            ("a@b/first-weeks.ron", "a@b/first-weeks.ron", None),
            ("a@b/first-weeks.ron@all", "a@b/first-weeks.ron", Some("all")),
            ("@all", "@all", None),
        ] {
            let which: Which = text.parse().unwrap();
            assert_eq!((which.name.as_str(), which.version.as_deref()), (name, version), "{text}");
        }
    }
}
