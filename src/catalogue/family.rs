//! A file with its translations beside it: `first-weeks.ron`, `first-weeks.nb.ron`, `first-weeks.pl.ron`.

use super::finding::{Finding, Level, What};
use super::read::{Listed, Raw};
use super::shape::Fields;
use super::translating::{self, Beside};
use super::tree::Tree;
use super::{Checked, Content, MOST_FINDINGS, Source, check_source, findings, kind, texts};
use crate::domain::translation::Translation;
use chrono::NaiveDate;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use std::collections::BTreeMap;
use std::path::Path;

/// A source and what translates it, either of which may be missing.
#[derive(Default)]
struct Family {
    source: Option<Listed>,
    translations: Vec<Listed>,
}

/// The name of the file that `file` translates, if its name says that it translates one.
#[must_use]
pub fn source_of(file: &str) -> Option<String> {
    let path = Path::new(file);
    let stem = path.file_stem()?.to_str()?;
    let (source, tag) = stem.rsplit_once('.')?;
    let name = format!("{source}.{}", path.extension()?.to_str()?);
    texts::is_language(tag).then(|| path.with_file_name(name).to_string_lossy().into_owned())
}

/// Checks the files, each translation with its source: the sources in their order, then what translates each. No family
/// knows of another: as many are looked at together as there are processors, and of each file stays what `keep` makes
/// of it.
pub(super) fn check<T: Send>(files: Vec<Listed>, today: NaiveDate, keep: impl Fn(Checked) -> T + Sync) -> Vec<T> {
    let mut order = Vec::new();
    let mut families: BTreeMap<String, Family> = BTreeMap::new();
    for file in files {
        let name = file.name();
        let source = source_of(&name);
        let is_source = source.is_none();
        let key = source.unwrap_or(name);
        if !families.contains_key(&key) {
            order.push(key.clone());
        }
        let family = families.entry(key).or_default();
        if is_source {
            family.source = Some(file);
        } else {
            family.translations.push(file);
        }
    }
    let families: Vec<Family> = order.into_iter().filter_map(|key| families.remove(&key)).collect();
    let kept = |family| one(family, today).into_iter().map(&keep).collect::<Vec<_>>();
    side_by_side(families, kept).into_iter().flatten().collect()
}

/// What `make` makes of each, in their order. One alone needs no second thread, nor the memory that goes with it.
fn side_by_side<I: Send, T: Send>(items: Vec<I>, make: impl Fn(I) -> T + Sync) -> Vec<T> {
    if items.len() < 2 {
        return items.into_iter().map(make).collect();
    }
    items.into_par_iter().map(&make).collect()
}

fn one(family: Family, today: NaiveDate) -> Vec<Checked> {
    let translation = |file: Listed| {
        let raw = file.read();
        let checked = check_source(&raw, &Source::alone(today));
        (raw, checked)
    };
    let translations: Vec<(Raw, Checked)> = side_by_side(family.translations, translation);
    let source = family.source.map(Listed::read);
    let read: Vec<&Translation> = translations
        .iter()
        .filter_map(|(_, checked)| match &checked.content {
            Some(Content::Translation(translation)) => Some(&**translation),
            _ => None,
        })
        .collect();
    let languages: Vec<String> = read.iter().map(|translation| translation.language.code().to_owned()).collect();
    let source = source.as_ref();
    let checked = source.map(|raw| check_source(raw, &Source { today, languages: &languages, translations: &read }));
    let original = source.filter(|_| !translations.is_empty()).and_then(Original::of);
    let held = |(raw, checked)| held(&raw, checked, original.as_ref());
    checked.into_iter().chain(side_by_side(translations, held)).collect()
}

/// A source as its translations are held against it.
struct Original<'a> {
    tree: Tree<'a>,
    fields: &'static Fields,
}

impl<'a> Original<'a> {
    /// None where it could not be read.
    fn of(raw: &'a Raw) -> Option<Self> {
        let text = &raw.text.as_ref().ok()?.text;
        let tree = Tree::of(text.strip_prefix('\u{feff}').unwrap_or(text));
        let fields = kind(&raw.file, &tree).fields();
        Some(Self { tree, fields })
    }
}

/// The translation with what is found when it is held against its source.
fn held(raw: &Raw, mut checked: Checked, original: Option<&Original>) -> Checked {
    let (Ok(decoded), Some(Content::Translation(translation))) = (&raw.text, &checked.content) else { return checked };
    let text = decoded.text.strip_prefix('\u{feff}').unwrap_or(&decoded.text);
    let Some(Original { tree, fields }) = original else {
        let what = What::new("finding-translation-alone").with("file", source_of(&raw.file).unwrap_or_default());
        checked.findings.push(Finding::of_file(&raw.file, Level::Warning, what));
        return checked;
    };
    let found = translating::held(&Tree::of(text), tree, fields, translation);
    checked.findings.extend(findings(&raw.file, text, found));
    checked.standing = Some(translating::standing(tree, fields, translation));
    checked.findings.sort_by_key(Finding::position);
    checked.findings.truncate(MOST_FINDINGS);
    checked
}

/// What the translations bring to a source.
pub(super) fn beside(tree: &Tree, file: &str, translations: &[&Translation]) -> Beside {
    let mut beside = Beside::new();
    for translation in translations {
        translating::beside(tree, kind(file, tree).fields(), translation, &mut beside);
    }
    beside
}
