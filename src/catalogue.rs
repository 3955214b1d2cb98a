//! RON text from trainers to what it describes, checked, or findings at their place.
//!
//! A text is read twice: by `tree` and `form`, which never fail and find every fault, and by the loader,
//! which takes only what is sound. The rules of meaning are asked about what was loaded; of a broken file,
//! about what of it can be mended in memory.

mod check;
mod family;
pub mod finding;
pub mod fork;
mod form;
pub mod glance;
pub mod hsds;
pub mod keys;
mod layout;
mod names;
mod near;
mod outline;
mod parts;
pub mod profiles;
mod read;
mod rules;
pub mod scaffold;
pub mod settings;
pub mod shape;
mod syntax;
#[cfg(test)]
mod tests;
mod texts;
mod token;
pub mod translating;
mod tree;
mod value;

pub use crate::domain::shelf::Content;
pub use crate::domain::translation::Standing;
pub use family::source_of;

use crate::domain::closed::ClosedDays;
use crate::domain::guide::Guide;
use crate::domain::programme::Programme;
use crate::domain::shelf::{Programmes, Services, Shelf};
use crate::domain::translation::Translation;
use check::Check;
use chrono::NaiveDate;
use finding::{Finding, Level, Lines, What};
use form::Found;
use glance::Reading;
use read::{Decoded, Listed, Raw};
use rules::Ruled;
use serde::de::DeserializeOwned;
use shape::Kind;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use translating::Beside;
use tree::Tree;

/// The programmes that come with the desk: file name and text.
const BUILT_IN: &[(&str, &str)] =
    &[("planning-for-resettlement.ron", include_str!("../programmes/planning-for-resettlement.ron"))];

/// Their translations: cards that go round a table and sheets that are handed out are in the languages of participants.
const BUILT_IN_TRANSLATIONS: &[(&str, &str)] = &[
    ("planning-for-resettlement.ar.ron", include_str!("../programmes/planning-for-resettlement.ar.ron")),
    ("planning-for-resettlement.es.ron", include_str!("../programmes/planning-for-resettlement.es.ron")),
    ("planning-for-resettlement.fr.ron", include_str!("../programmes/planning-for-resettlement.fr.ron")),
    ("planning-for-resettlement.lt.ron", include_str!("../programmes/planning-for-resettlement.lt.ron")),
    ("planning-for-resettlement.pl.ron", include_str!("../programmes/planning-for-resettlement.pl.ron")),
    ("planning-for-resettlement.ro.ron", include_str!("../programmes/planning-for-resettlement.ro.ron")),
    ("planning-for-resettlement.sq.ron", include_str!("../programmes/planning-for-resettlement.sq.ron")),
];

macro_rules! files {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$((
            concat!($folder, "/", $name, ".ron"),
            include_str!(concat!("../programmes/", $folder, "/", $name, ".ron")),
        )),+]
    };
}

/// The pathways that come with the desk, in the order in which they are offered.
const PATHWAYS: &[(&str, &str)] = files!(
    "pathways":
    "legal-advice",
    "detention-notice",
    "detention-review",
    "deportation-notice",
    "bail-accommodation",
    "early-release",
    "immigration-questions",
    "travel-papers",
    "red-cross-message",
    "red-cross-tracing",
    "red-cross-papers",
    "safe-way-home",
    "hibiscus",
    "repatriation-help",
    "hand-over",
    "adults-at-risk",
    "modern-slavery",
    "iss-micro-project",
);

/// The agencies that these name.
const DIRECTORIES: &[(&str, &str)] = files!("directory": "agencies");

/// What there is to read about them.
const GUIDES: &[(&str, &str)] = files!(
    "guides":
    "language-chart",
    "immigration-process",
    "rights",
    "stay-not-sure-leave",
    "returning",
    "country-pages",
);

/// Their translations.
const GUIDE_TRANSLATIONS: &[(&str, &str)] = files!("guides": "rights.es", "rights.fr");

/// The file that says when the prison runs no groups.
const CLOSED: &str = "closed-days.ron";

/// The most findings that are kept of one file.
const MOST_FINDINGS: usize = 100;

/// Everything that the files of trainers hold, and everything that was found on the way.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    pub programmes: Programmes,
    pub services: Services,
    /// Those of all files together.
    pub closed: ClosedDays,
    pub findings: Vec<Finding>,
    /// Of each file that is a programme or translates one: the id of the programme.
    pub about: BTreeMap<String, String>,
}

/// One file that was checked.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The file as it was named, not escaped.
    pub file: String,
    /// `None` when nothing of it could be read.
    pub kind: Option<Kind>,
    /// What it holds, when nothing in it is an error.
    pub content: Option<Content>,
    /// In the order of the file.
    pub findings: Vec<Finding>,
    /// How much of its source it translates; `None` of whatever is no translation, or has no source beside it.
    pub standing: Option<Standing>,
}

impl Checked {
    /// The programme that the file holds.
    #[must_use]
    pub fn programme(self) -> Option<Programme> {
        if let Some(Content::Programme(programme)) = self.content { Some(*programme) } else { None }
    }

    /// The closed days that the file holds.
    #[must_use]
    pub fn closed(self) -> Option<ClosedDays> {
        if let Some(Content::ClosedDays(closed)) = self.content { Some(*closed) } else { None }
    }
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

    /// What comes with the desk; of what has to be reviewed it is found that it has.
    #[must_use]
    pub fn built_in(today: NaiveDate) -> Self {
        let all = [BUILT_IN, PATHWAYS, DIRECTORIES, GUIDES].into_iter().flatten();
        let due = all.filter(|(_, text)| review_by(text).is_none_or(|day| day < today));
        let findings = due.flat_map(|(file, text)| check_text(file, text, today).findings).collect();
        let about = BUILT_IN.iter().map(|(file, _)| (*file, file.trim_end_matches(".ron")));
        let about = about.map(|(file, id)| (file.to_owned(), id.to_owned())).collect();
        let services = Services {
            pathways: Shelf::later(|| parsed(PATHWAYS)),
            directories: Shelf::later(|| parsed(DIRECTORIES)),
            guides: Shelf::later(guides),
        };
        Self { programmes: Programmes::later(programmes), services, findings, about, ..Self::default() }
    }

    /// The programme `id`.
    #[must_use]
    pub fn programme(&self, id: &str) -> Option<&Programme> {
        self.programmes.iter().find(|p| p.id == id)
    }

    fn add(&mut self, checked: Checked) {
        self.findings.extend(checked.findings);
        let (file, found) = (&checked.file, &mut self.findings);
        match checked.content {
            Some(Content::Programme(programme)) => {
                self.about.insert(file.clone(), programme.id.clone());
                self.programmes.change(|list| put(list, *programme, |p| &p.id, file, found));
            }
            Some(Content::Pathway(pathway)) => {
                self.services.pathways.change(|list| put(list, *pathway, |p| &p.id, file, found));
            }
            Some(Content::Directory(directory)) => {
                self.services.directories.change(|list| put(list, *directory, |d| &d.id, file, found));
            }
            Some(Content::Guide(guide)) => {
                self.services.guides.change(|list| put(list, *guide, |g| &g.id, file, found));
            }
            Some(Content::ClosedDays(closed)) => self.closed.closed.extend(closed.closed),
            Some(Content::Translation(translation)) => {
                self.about.insert(file.clone(), translation.translates);
            }
            None => {}
        }
    }
}

/// Files that come with the desk, each followed by what translates it.
fn families(files: &[(&str, &str)], translations: &[(&str, &str)], today: NaiveDate) -> Vec<Checked> {
    let raw = |(file, text): &(&str, &str)| {
        let decoded = Decoded { text: (*text).to_owned(), found: Vec::new() };
        Listed::Here(Raw { file: (*file).to_owned(), text: Ok(decoded) })
    };
    family::check(files.iter().chain(translations).map(raw).collect(), today, |checked| checked)
}

/// The programmes among them.
fn built_in(today: NaiveDate) -> Vec<Checked> {
    families(BUILT_IN, BUILT_IN_TRANSLATIONS, today)
}

/// The guides, in the languages of all of them.
fn guides() -> Vec<Guide> {
    let read = families(GUIDES, GUIDE_TRANSLATIONS, NaiveDate::MIN).into_iter();
    let guide = |checked: Checked| match checked.content {
        Some(Content::Guide(guide)) => Some(*guide),
        _ => None,
    };
    read.filter_map(guide).collect()
}

/// The same, in the languages of all of them.
fn programmes() -> Vec<Programme> {
    // Whether its review is due is told without reading it.
    let read = built_in(NaiveDate::MIN).into_iter().filter_map(|checked| match checked.content {
        Some(Content::Programme(programme)) => Some(*programme),
        _ => None,
    });
    read.collect()
}

/// They were checked when the desk was built, so that opening them costs no more than loading.
fn parsed<T: DeserializeOwned>(files: &[(&str, &str)]) -> Vec<T> {
    files.iter().filter_map(|(_, text)| syntax::parse(text).ok()).collect()
}

/// The day by which the file `text` wants to be reviewed, without reading the rest of it.
fn review_by(text: &str) -> Option<NaiveDate> {
    let (_, after) = text.split_once("review_by:")?;
    after.trim_start().strip_prefix('"')?.get(..10)?.parse().ok()
}

/// Adds to `list`, in place of an earlier one of the same id.
fn put<T>(list: &mut Vec<T>, item: T, id: fn(&T) -> &String, file: &str, findings: &mut Vec<Finding>) {
    match list.iter_mut().find(|earlier| id(earlier) == id(&item)) {
        Some(earlier) => {
            let what = What::new("finding-replaces").with("id", id(&item));
            findings.push(Finding::of_file(file, Level::Note, what));
            *earlier = item;
        }
        None => list.push(item),
    }
}

/// What there is of the two places in the data folder `data`: the closed days, and the folder of programmes.
#[must_use]
pub fn places(data: &Path) -> Vec<PathBuf> {
    [data.join(CLOSED), data.join("programmes")].into_iter().filter(|path| path.exists()).collect()
}

/// The folder `path`, and those in it that hold other kinds of file.
#[must_use]
pub fn folders(path: &Path) -> Vec<PathBuf> {
    let inside = Kind::ALL.into_iter().filter_map(Kind::folder).map(|folder| path.join(folder));
    std::iter::once(path.to_owned()).chain(inside.filter(|folder| folder.is_dir())).collect()
}

/// Every file that `path` names: the file itself, or those of a directory, by name.
#[must_use]
pub fn check(path: &Path, today: NaiveDate) -> Vec<Checked> {
    each(path, today, |checked| checked)
}

/// The same, where of each file only what `keep` makes of it is wanted: a folder may hold more than memory does.
#[must_use]
pub fn each<T: Send>(path: &Path, today: NaiveDate, keep: impl Fn(Checked) -> T + Sync) -> Vec<T> {
    if path.is_dir() {
        return family::check(read::directory(path), today, keep);
    }
    let named = path.display().to_string();
    let own = |checked: Checked| (checked.file == named).then(|| keep(checked));
    family::check(read::with_its_family(path), today, own).into_iter().flatten().collect()
}

/// The file at `path`, then what translates it: its texts are in the languages of all of them.
#[must_use]
pub fn family(path: &Path, today: NaiveDate) -> Vec<Checked> {
    family::check(read::with_its_family(path), today, |checked| checked)
}

/// The same, and how the file is seen at a glance when it is saved again: nothing where that takes the whole reading.
#[must_use]
pub fn followed(path: &Path, today: NaiveDate) -> (Vec<Checked>, Option<Reading>) {
    let files: Vec<Raw> = read::with_its_family(path).into_iter().map(Listed::read).collect();
    let alone = if let [Raw { text: Ok(decoded), .. }] = &files[..] { Some(decoded.text.clone()) } else { None };
    let checked = family::check(files.into_iter().map(Listed::Here).collect(), today, |checked| checked);
    let reading = alone.zip(checked.first()).and_then(|(text, checked)| Reading::of(&text, checked));
    (checked, reading)
}

/// Every programme and guide that a desk would load, in the order in which a later one replaces an earlier: each file
/// is followed by what translates it.
#[must_use]
pub fn shelf(data: Option<&Path>, named: Option<&Path>, today: NaiveDate) -> Vec<Checked> {
    let mut shelf = built_in(today);
    shelf.extend(families(GUIDES, GUIDE_TRANSLATIONS, today));
    let data = data.map(places).unwrap_or_default();
    shelf.extend(data.iter().map(PathBuf::as_path).chain(named).flat_map(|path| check(path, today)));
    shelf
}

/// One file as `text`, seen from `today`; `file` is the name that findings carry, and with its folder says
/// what kind of file it is, where the text does not.
#[must_use]
pub fn check_text(file: &str, text: &str, today: NaiveDate) -> Checked {
    let decoded = Decoded { text: text.to_owned(), found: Vec::new() };
    check_source(&Raw { file: file.to_owned(), text: Ok(decoded) }, &Source::alone(today))
}

/// One file as its bytes, as [`check_text`] does.
#[must_use]
pub fn check_bytes(file: &str, bytes: Vec<u8>, today: NaiveDate) -> Checked {
    if read::is_too_large(bytes.len()) {
        return check_source(&read::too_large(file), &Source::alone(today));
    }
    check_source(&Raw { file: file.to_owned(), text: Ok(read::decode(bytes)) }, &Source::alone(today))
}

/// How a file is looked at: from which day, and with which translations beside it.
struct Source<'s> {
    today: NaiveDate,
    /// Those that the translations bring.
    languages: &'s [String],
    translations: &'s [&'s Translation],
}

impl Source<'_> {
    fn alone(today: NaiveDate) -> Self {
        Self { today, languages: &[], translations: &[] }
    }
}

fn check_source(raw: &Raw, source: &Source) -> Checked {
    let file = raw.file.clone();
    let decoded = match &raw.text {
        Ok(decoded) => decoded,
        Err(finding) => {
            return Checked { file, kind: None, content: None, findings: vec![(**finding).clone()], standing: None };
        }
    };
    let text = decoded.text.strip_prefix('\u{feff}').unwrap_or(&decoded.text);
    let tree = Tree::of(text);
    let kind = kind(&file, &tree);
    let mut found = decoded.found.clone();
    let beside = family::beside(&tree, &file, source.translations);
    let content = match kind {
        Kind::Programme => load(&tree, kind, source, &beside, &mut found).map(Content::Programme),
        Kind::Pathway => load(&tree, kind, source, &beside, &mut found).map(Content::Pathway),
        Kind::Guide => load(&tree, kind, source, &beside, &mut found).map(Content::Guide),
        Kind::Directory => load(&tree, kind, source, &beside, &mut found).map(Content::Directory),
        Kind::ClosedDays => load(&tree, kind, source, &beside, &mut found).map(Content::ClosedDays),
        Kind::Translation => load(&tree, kind, source, &beside, &mut found).map(Content::Translation),
    };
    let usable = found.iter().all(|(_, level, _)| *level != Level::Error);
    let mut findings = findings(&file, text, found);
    outline::place(&mut findings, &tree, kind);
    Checked { file, kind: Some(kind), content: content.filter(|_| usable), findings, standing: None }
}

/// What kind of file it is: by the name before its first bracket, by its own name, by its folder, or by the
/// fields that it has.
fn kind(file: &str, tree: &Tree) -> Kind {
    let group = tree.root.group();
    let named = group.and_then(|group| group.name.as_ref()).map(|name| tree.slice(name));
    let path = Path::new(file);
    let is_closed_days = path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(CLOSED));
    let folder = path.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    let parts = group.map(|group| group.parts.as_slice()).unwrap_or_default();
    let by_name = Kind::ALL.into_iter().find(|kind| Some(kind.fields().name) == named);
    by_name
        .or_else(|| source_of(file).map(|_| Kind::Translation))
        .or_else(|| is_closed_days.then_some(Kind::ClosedDays))
        .or_else(|| folder.and_then(Kind::of_folder))
        .unwrap_or_else(|| {
            let fields: Vec<&str> = parts.iter().take(MOST_FINDINGS).filter_map(|part| tree.name_of(part)).collect();
            Kind::likely(&fields)
        })
}

/// What `tree` describes, unless it cannot be read as that, and everything found.
fn load<T: DeserializeOwned + Ruled>(
    tree: &Tree,
    kind: Kind,
    source: &Source,
    beside: &Beside,
    found: &mut Vec<Found>,
) -> Option<Box<T>> {
    found.extend(texts::hidden_in_source(tree.text));
    found.extend(tree.faults.iter().map(|fault| (fault.span.clone(), Level::Error, fault.what.clone())));
    let escapes = found.is_empty();
    let form = form::read(tree, kind.fields(), escapes, source.languages);
    found.extend(form.found);
    if tree.faults.is_empty() && form.fits {
        let language = form::source_language(tree);
        let loaded = if beside.is_empty() && language == texts::DEFAULT_LANGUAGE {
            syntax::parse::<T>(tree.text)
        } else {
            syntax::parse::<T>(&layout::mended(tree, kind.fields(), &language, beside).text)
        };
        return match loaded {
            Ok(value) => {
                found.extend(ruled(&value, tree, &[], source.today));
                Some(Box::new(value))
            }
            Err(error) => {
                found.push(syntax::found(tree.text, &error));
                None
            }
        };
    }
    if form::is_hopeless(found) {
        return None;
    }
    let mended = layout::mended(tree, kind.fields(), texts::DEFAULT_LANGUAGE, &Beside::new());
    if let Ok(value) = syntax::parse::<T>(&mended.text) {
        found.extend(ruled(&value, tree, &mended.places, source.today));
    }
    None
}

fn ruled<T: Ruled>(value: &T, tree: &Tree, mended: &[std::ops::Range<usize>], today: NaiveDate) -> Vec<Found> {
    let mut check = Check::new(tree, mended);
    value.check(&mut check, today);
    check.found()
}

/// What was found in `text`, each at its line and column, in the order of the file.
fn findings(file: &str, text: &str, mut found: Vec<Found>) -> Vec<Finding> {
    found.sort_by(|(one, level, _), (other, other_level, _)| {
        (one.start, level, one.end).cmp(&(other.start, other_level, other.end))
    });
    found.dedup_by(|(one, _, what), (other, _, earlier)| one == other && what.id == earlier.id);
    let more = found.len().saturating_sub(MOST_FINDINGS);
    let lines = Lines::of(text);
    let kept = found.into_iter().take(MOST_FINDINGS);
    let mut findings: Vec<Finding> =
        kept.map(|(span, level, what)| Finding::at(file, &lines, &span, level, what)).collect();
    if more > 0 {
        findings.push(Finding::of_file(file, Level::Note, What::new("finding-more").with("count", more)));
    }
    findings
}
