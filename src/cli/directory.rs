//! `onward directory`: the agencies that the desk knows, as other programs have them (Open Referral HSDS), and theirs
//! as a file of ours. No store is opened.

use crate::catalogue::finding::Level;
use crate::catalogue::hsds::{self, Unreadable, tables};
use crate::catalogue::{self, Catalogue, Content};
use crate::cli::check::drawn;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::reach::Reach;
use crate::cli::{Options, output, place};
use crate::domain::agency::Directory as File;
use crate::domain::codes::Language;
use crate::domain::programme::Localised;
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::file::{directory, write_new};
use crate::say;
use crate::tui::shell::clock::now;
use chrono::Months;
use clap::{Args, Subcommand, ValueEnum};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Bytes of a file that is taken in, at the most.
const LARGEST: u64 = 16 << 20;

/// The agencies that the desk knows: give them to other programs, or take theirs in
#[derive(Debug, Subcommand)]
pub enum Directory {
    Export(Export),
    Import(Import),
}

/// Write every agency as Open Referral HSDS: JSON, or a folder of CSV tables
#[derive(Debug, Args)]
pub struct Export {
    /// A directory file; without one, all that the desk knows
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// The file to write, or - for standard output; the folder for CSV
    #[arg(long, value_name = "PATH")]
    output: PathBuf,
    /// Replace files that are there
    #[arg(long)]
    force: bool,
}

/// Make a directory file from Open Referral HSDS: a JSON file, or a folder of CSV tables
#[derive(Debug, Args)]
pub struct Import {
    /// What is taken in
    #[arg(value_name = "PATH")]
    from: PathBuf,
    /// The file to write, such as agencies-of-ours.ron; its name becomes its id
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
    /// The language of its texts, such as nb
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = crate::cli::translate::language)]
    texts: String,
    /// Where it comes from, as it is to stand in the file
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// Replace the file when it is there
    #[arg(long)]
    force: bool,
}

/// How a directory is given to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Csv,
}

impl Directory {
    /// What it reads, and where it writes.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        match self {
            Self::Export(export) => {
                let reach = export.file.iter().fold(reach, |reach, file| reach.reading(file).reading(directory(file)));
                match export.format {
                    _ if export.is_printed() => reach,
                    Format::Json => reach.writing(directory(&export.output)),
                    Format::Csv => reach.making(&export.output),
                }
            }
            Self::Import(import) => reach.reading(&import.from).writing(directory(&import.output)),
        }
    }

    /// Does it; [`Exit::Findings`] when what was taken in has to be looked at.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        match self {
            Self::Export(export) => export.run(options, &words),
            Self::Import(import) => import.run(&words),
        }
    }
}

impl Export {
    fn is_printed(&self) -> bool {
        self.output == Path::new("-") && self.format == Format::Json
    }

    fn run(&self, options: &Options, words: &Words) -> Result<Exit, Trouble> {
        let files = self.files(options, words)?;
        let pick = |text: &Localised| words.pick(text);
        let organizations = hsds::written(&files.iter().collect::<Vec<_>>(), &pick);
        if self.format == Format::Csv {
            fs::create_dir_all(&self.output).map_err(|error| unreadable(&self.output, &error, words))?;
            for table in tables::written(&organizations) {
                self.write(&self.output.join(table.name).with_extension("csv"), &table.text, words)?;
            }
        } else {
            // What is all text can be written.
            let text = serde_json::to_string_pretty(&organizations).unwrap_or_default() + "\n";
            if self.is_printed() {
                output::print(&shown_json(&text), words)?;
                return Ok(Exit::Done);
            }
            self.write(&self.output, &text, words)?;
        }
        let count = organizations.as_array().map_or(0, Vec::len);
        let said = say!(words, "directory-written", count = count, file = named(&self.output));
        output::print(&(said + "\n"), words)?;
        Ok(Exit::Done)
    }

    fn files(&self, options: &Options, words: &Words) -> Result<Vec<File>, Trouble> {
        let today = now().date_naive();
        let Some(file) = &self.file else {
            let data = place::data_dir(options);
            let known = Catalogue::load(data.as_deref(), options.programmes.as_deref(), today).services;
            // One list: what replaces something stands in its place.
            let mut files: Vec<File> = known.directories.to_vec();
            let listed = known.listed();
            for file in &mut files {
                let is_listed = |id: &str| listed.iter().any(|one| one.agency.id == id && one.file.id == file.id);
                file.agencies.retain(|agency| is_listed(&agency.id));
            }
            return Ok(files);
        };
        let found = catalogue::family(file, today).into_iter().find_map(|checked| match checked.content {
            Some(Content::Directory(directory)) => Some(*directory),
            _ => None,
        });
        found
            .map(|directory| vec![directory])
            .ok_or_else(|| Trouble::new(Exit::Usage, say!(words, "directory-none", file = named(file))))
    }

    fn write(&self, path: &Path, text: &str, words: &Words) -> Result<(), Trouble> {
        write_new(path, self.force, |out| Ok::<_, Fault>(out.write_all(text.as_bytes())?))
            .map_err(|fault| Trouble::of(&fault, words))
    }
}

impl Import {
    fn run(&self, words: &Words) -> Result<Exit, Trouble> {
        let today = now().date_naive();
        let organizations = self.organizations(words)?;
        let stem = self.output.file_stem().and_then(|stem| stem.to_str()).unwrap_or("directory");
        let source = self.source.clone().unwrap_or_else(|| {
            let from = self.from.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            say!(words, "directory-source", file = shown(&from).into_owned())
        });
        let empty = File {
            id: hsds::id(stem, "directory"),
            language: Language::new(&self.texts).ok().filter(|language| language.code() != "en"),
            title: Localised::from(stem.replace('-', " ").as_str()),
            source,
            as_of: today,
            // Lists of agencies are looked at again every six months.
            review_by: today.checked_add_months(Months::new(6)).unwrap_or(today),
            agencies: Vec::new(),
        };
        let made = hsds::read(&organizations, empty).map_err(|fault| self.refused(&fault, words))?;
        let text = hsds::file::text(&made);
        // What others wrote is held to the same rules as what a trainer writes.
        let name = format!("directory/{}.ron", made.id);
        let checked = catalogue::check_text(&name, &text, today);
        output::print(&drawn(&checked.findings, words), words)?;
        if checked.findings.iter().any(|finding| finding.level == Level::Error) {
            return Err(Trouble::new(Exit::Findings, say!(words, "directory-not-taken", file = named(&self.from))));
        }
        write_new(&self.output, self.force, |out| Ok::<_, Fault>(out.write_all(text.as_bytes())?))
            .map_err(|fault| Trouble::of(&fault, words))?;
        let said = say!(words, "directory-written", count = made.agencies.len(), file = named(&self.output));
        output::print(&(said + "\n"), words)?;
        Ok(if checked.findings.is_empty() { Exit::Done } else { Exit::Findings })
    }

    fn organizations(&self, words: &Words) -> Result<serde_json::Value, Trouble> {
        if !self.from.is_dir() {
            let bytes = bytes(&self.from, words)?;
            let no_json = Unreadable { place: named(&self.from), what: "this is no JSON in UTF-8" };
            return serde_json::from_slice(&bytes).map_err(|_| self.refused(&no_json, words));
        }
        let mut files = BTreeMap::new();
        let entries = fs::read_dir(&self.from).map_err(|error| unreadable(&self.from, &error, words))?;
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let is_table = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
            if let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()).filter(|_| is_table) {
                files.insert(stem.to_owned(), bytes(&path, words)?);
            }
        }
        tables::read(&files).map_err(|fault| self.refused(&fault, words))
    }

    fn refused(&self, fault: &Unreadable, words: &Words) -> Trouble {
        let (file, place) = (named(&self.from), shown(&fault.place).into_owned());
        Trouble::new(Exit::Findings, say!(words, "directory-unreadable", file = file, place = place, what = fault.what))
    }
}

fn bytes(path: &Path, words: &Words) -> Result<Vec<u8>, Trouble> {
    let size = fs::metadata(path).map_err(|error| unreadable(path, &error, words))?.len();
    if size > LARGEST {
        return Err(Trouble::new(Exit::Usage, say!(words, "directory-too-large", file = named(path))));
    }
    fs::read(path).map_err(|error| unreadable(path, &error, words))
}

fn unreadable(path: &Path, error: &std::io::Error, words: &Words) -> Trouble {
    let reason = words.io_fault(error);
    Trouble::new(Exit::Disk, say!(words, "new-unwritable", file = named(path), reason = reason))
}

fn named(path: &Path) -> String {
    shown(&path.display().to_string()).into_owned()
}

/// JSON leaves characters as they are that a terminal may obey.
fn shown_json(text: &str) -> String {
    text.lines().map(|line| shown(line).into_owned() + "\n").collect()
}
