//! The parts of the program, as cargo resolves them: what is built in, and what only builds it.

use crate::root;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// What is delivered runs on this; elsewhere fewer or other crates are built in.
const PLATFORM: &str = "x86_64-unknown-linux-gnu";

/// One part.
#[derive(Debug, Clone)]
pub struct Part {
    /// As cargo names it; empty for what is no crate.
    pub id: String,
    pub name: String,
    pub version: String,
    pub licence: String,
    /// Where it is made.
    pub home: String,
    /// SHA-256 of what was published.
    pub checksum: Option<String>,
    /// What it needs to be built and to run.
    pub needs: BTreeSet<String>,
    /// Whether it is in the program, and not only needed to build it.
    pub is_built_in: bool,
    /// The files that hold its licence.
    pub texts: Vec<PathBuf>,
}

impl Part {
    /// Its package URL.
    pub fn purl(&self) -> String {
        let kind = if self.id.is_empty() { "generic" } else { "cargo" };
        format!("pkg:{kind}/{}@{}", self.name, self.version.replace('+', "%2B"))
    }
}

/// The desk, then everything that is built in or builds it, by name.
pub fn of_cargo() -> Vec<Part> {
    let (metadata, checksums) = (metadata(), checksums());
    let root = text(&metadata["resolve"], "root");
    let nodes = || metadata["resolve"]["nodes"].as_array().unwrap().iter();
    let packages = || metadata["packages"].as_array().unwrap().iter();
    // What only tests need is not in it.
    let edges = |kinds: &[Option<&str>]| -> BTreeMap<String, BTreeSet<String>> {
        nodes().map(|node| (text(node, "id"), needs(node, kinds))).collect()
    };
    let (all, at_run) = (edges(&[None, Some("build")]), edges(&[None]));
    let macros: BTreeSet<String> = packages().filter(|package| is_macro(package)).map(|p| text(p, "id")).collect();
    let (met, built_in) = (reached(&root, &all, &BTreeSet::new()), reached(&root, &at_run, &macros));
    let mut parts: Vec<Part> = packages()
        .filter(|package| met.contains(&text(package, "id")))
        .map(|package| {
            let (id, name, version) = (text(package, "id"), text(package, "name"), text(package, "version"));
            Part {
                licence: text(package, "license").replace('/', " OR ").split_whitespace().collect::<Vec<_>>().join(" "),
                home: text(package, "repository"),
                checksum: checksums.get(&(name.clone(), version.clone())).cloned(),
                needs: all[&id].clone(),
                is_built_in: built_in.contains(&id),
                texts: texts(&PathBuf::from(text(package, "manifest_path")).with_file_name("")),
                id,
                name,
                version,
            }
        })
        .collect();
    parts.sort_by_key(|part| (part.id != root, part.name.clone(), part.version.clone()));
    parts
}

/// What is built in that is no crate: the database, its encryption and its cryptography, which two of the crates
/// bring as sources in C. The versions stand in theirs.
pub fn in_c(parts: &[Part]) -> Vec<Part> {
    let of = |source: &str, name: &str, licence: &str, home: &str, text: &str| {
        let source = parts.iter().find(|part| part.name == source).unwrap();
        let brought = source.version.split_once('+').unwrap().1;
        // `3.6.3`, or `sqlcipher-4.19.0-sqlite-3.53.4`.
        let version = brought.split('-').skip_while(|word| *word != name).nth(1).unwrap_or(brought);
        let folder = source.texts[0].with_file_name("");
        let texts = Some(text).filter(|text| !text.is_empty()).map(|text| folder.join(text)).into_iter().collect();
        Part {
            id: String::new(),
            name: name.to_owned(),
            version: version.to_owned(),
            licence: licence.to_owned(),
            home: home.to_owned(),
            checksum: None,
            needs: BTreeSet::new(),
            is_built_in: true,
            texts,
        }
    };
    let cipher = ("https://github.com/sqlcipher/sqlcipher", "sqlcipher/LICENSE-sqlcipher");
    vec![
        of("openssl-src", "openssl", "Apache-2.0", "https://github.com/openssl/openssl", "openssl/LICENSE.txt"),
        of("sqlcipher-src", "sqlcipher", "BSD-3-Clause", cipher.0, cipher.1),
        // In the public domain: its blessing asks for nothing.
        of("sqlcipher-src", "sqlite", "blessing", "https://sqlite.org/src", ""),
    ]
}

/// The fonts that PDF is written with, as they name themselves.
pub fn fonts() -> Part {
    let folder = root().join("src/report/format/pdf/fonts");
    let bytes = fs::read(folder.join("NotoSans-Regular.ttf")).unwrap();
    let font = rustybuzz::Face::from_slice(&bytes, 0).unwrap();
    let names = || font.names().into_iter().filter_map(|name| Some((name.name_id, name.to_string()?)));
    let (_, version) = names().find(|(id, _)| *id == rustybuzz::ttf_parser::name_id::VERSION).unwrap();
    Part {
        id: String::new(),
        name: "noto-sans".to_owned(),
        version: version.trim_start_matches("Version ").split(';').next().unwrap().to_owned(),
        licence: "OFL-1.1".to_owned(),
        home: "https://github.com/notofonts/latin-greek-cyrillic".to_owned(),
        checksum: None,
        needs: BTreeSet::new(),
        is_built_in: true,
        texts: vec![folder.join("OFL.txt")],
    }
}

fn metadata() -> Value {
    let mut command = Command::new(env!("CARGO"));
    command.args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", PLATFORM]);
    let output = command.current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The checksums of `Cargo.lock`, by name and version.
fn checksums() -> BTreeMap<(String, String), String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let of = |part: &str, name: &str| {
        let line = part.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    let parts = lock.split("[[package]]").skip(1);
    parts.filter_map(|part| Some(((of(part, "name")?, of(part, "version")?), of(part, "checksum")?))).collect()
}

/// What a crate needs in one of these ways.
fn needs(node: &Value, kinds: &[Option<&str>]) -> BTreeSet<String> {
    let of = |need: &&Value| {
        let mut ways = need["dep_kinds"].as_array().unwrap().iter();
        ways.any(|way| kinds.contains(&way["kind"].as_str()))
    };
    node["deps"].as_array().unwrap().iter().filter(of).map(|need| text(need, "pkg")).collect()
}

/// Everything that is reached from `root` without going through one of `without`.
fn reached(root: &str, needs: &BTreeMap<String, BTreeSet<String>>, without: &BTreeSet<String>) -> BTreeSet<String> {
    let (mut met, mut next) = (BTreeSet::new(), vec![root.to_owned()]);
    while let Some(id) = next.pop() {
        if !without.contains(&id) && met.insert(id.clone()) {
            next.extend(needs[&id].iter().cloned());
        }
    }
    met
}

/// Whether the compiler runs it, and nothing of it is in the program.
fn is_macro(package: &Value) -> bool {
    let mut targets = package["targets"].as_array().unwrap().iter();
    targets.any(|target| target["kind"].as_array().unwrap().iter().any(|kind| kind == "proc-macro"))
}

/// The files of a crate that hold its licence.
fn texts(folder: &std::path::Path) -> Vec<PathBuf> {
    let named = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().to_lowercase();
        ["licen", "copying", "copyright", "notice", "unlicense"].iter().any(|start| name.starts_with(start))
    };
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut found: Vec<PathBuf> = files.filter(named).collect();
    found.sort();
    found
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}
