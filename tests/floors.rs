//! The floors of the house: every module uses only floors below its own. ARCHITECTURE.md draws them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module, what it stands on, in the order in which a path is looked up (longest first).
const FLOORS: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    ("cli", &["tui", "report", "intake", "catalogue", "store", "i18n", "demo", "domain", "cli"]),
    ("tui::shell", &["tui", "report", "intake", "store", "i18n", "demo", "domain"]),
    ("tui", &["tui", "report", "intake", "i18n", "domain"]),
    ("report", &["report", "i18n", "domain"]),
    ("intake", &["intake", "i18n", "domain"]),
    ("catalogue", &["catalogue", "domain"]),
    ("store", &["store", "domain"]),
    ("i18n", &["i18n", "domain"]),
    ("demo", &["demo", "domain"]),
    ("domain", &["domain"]),
];

/// Crates and modules that a module must not name: what touches the world stays in the shell.
const OUTSIDE: &[(&str, &[&str])] = &[
    (
        "domain",
        &["std::fs", "std::io", "std::env", "std::thread", "rusqlite", "ratatui", "crossterm", "fluent", "ron::"],
    ),
    ("tui", &["std::fs", "std::env", "std::thread", "rusqlite", "crossterm::terminal", "crossterm::execute"]),
    ("i18n", &["std::fs", "std::env", "std::thread", "rusqlite", "ratatui", "crossterm"]),
    ("store", &["ratatui", "crossterm", "fluent"]),
    ("report", &["rusqlite", "ratatui", "crossterm"]),
];

fn sources() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.insert(module(&root, &path), fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

fn module(root: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(root).unwrap().with_extension("");
    inner.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("::")
}

fn floor(module: &str) -> Option<&'static (&'static str, &'static [&'static str])> {
    FLOORS.iter().find(|(name, _)| module == *name || module.starts_with(&format!("{name}::")))
}

/// The modules of ours that a source uses: the first part of every `crate::` path outside comments
/// (a module's own tests may reach further).
fn uses(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
        .filter(|name| !matches!(*name, "say" | ""))
}

fn is_test(module: &str) -> bool {
    module.ends_with("::tests") || module.contains("::tests::") || module.ends_with("::fixture")
}

#[test]
fn every_module_stands_on_lower_floors_only() {
    let mut wrong = Vec::new();
    for (module, source) in sources().iter().filter(|(module, _)| *module != "lib" && !is_test(module)) {
        let (_, below) = floor(module).unwrap_or_else(|| panic!("no floor for {module}: say where it belongs"));
        for used in uses(source).filter(|used| !below.contains(used)) {
            wrong.push(format!("{module} uses {used}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_touches_the_world_stays_where_it_belongs() {
    let mut wrong = Vec::new();
    for (module, source) in sources().iter().filter(|(module, _)| !is_test(module)) {
        let Some((name, _)) = floor(module) else { continue };
        let Some((_, banned)) = OUTSIDE.iter().find(|(outside, _)| outside == name) else { continue };
        let code = source.split("#[cfg(test)]").next().unwrap_or("");
        for word in banned.iter().filter(|word| code.contains(*word)) {
            wrong.push(format!("{module} names {word}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_says_in_its_first_line_what_it_owns() {
    for (module, source) in sources() {
        assert!(source.starts_with("//! "), "{module}");
    }
}
