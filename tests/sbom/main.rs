//! What is built into the desk, for whoever has to account for it: `sbom.json` (CycloneDX) and the licence texts, which
//! `onward licences` prints, made from what cargo resolves. `SBOM=write cargo test --test sbom` writes them anew;
//! without it they are held to be up to date.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod bill;
mod parts;
mod texts;

use parts::Part;
use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Holds the file beside the command to what was made just now, or writes it.
fn hold(name: &str, made: &str) {
    let path = root().join("src/cli/licences").join(name);
    if std::env::var("SBOM").is_ok_and(|value| value == "write") {
        fs::write(&path, made).unwrap();
    }
    let stands = fs::read_to_string(&path).unwrap_or_default();
    assert!(stands == made, "{name} is behind what is built in: SBOM=write cargo test --test sbom renews it");
}

#[test]
fn what_is_built_in_is_written_down() {
    let parts = parts::of_cargo();
    assert!(parts.len() > 100 && parts[0].name == "onward", "{}", parts.len());
    for part in &parts {
        assert!(!part.licence.is_empty(), "{} says no licence", part.name);
        assert_eq!(part.checksum.is_none(), part.name == "onward", "{} has no checksum", part.name);
    }
    let (in_c, fonts) = (parts::in_c(&parts), parts::fonts());
    hold("sbom.json", &bill::of(&parts, &in_c, &fonts));
    let crates = parts[1..].iter().filter(|part| part.is_built_in);
    let built_in: Vec<&Part> = crates.chain(&in_c).chain([&fonts]).collect();
    hold("texts.txt", &texts::of(&built_in));
}

/// The versions that the parts in C say of themselves are those of the bill.
#[test]
fn what_runs_is_what_is_written_down() {
    let db = rusqlite::Connection::open_in_memory().unwrap();
    db.execute_batch("PRAGMA key = 'x'").unwrap();
    let said = |pragma: &str| db.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, String>(0)).unwrap();
    let (cipher, openssl) = (said("cipher_version"), said("cipher_provider_version"));
    let written = parts::in_c(&parts::of_cargo());
    let running = [
        ("openssl", openssl.split_whitespace().nth(1).unwrap()),
        ("sqlcipher", cipher.split_whitespace().next().unwrap()),
        ("sqlite", rusqlite::version()),
    ];
    for (name, version) in running {
        let part = written.iter().find(|part| part.name == name).unwrap();
        assert_eq!(part.version, version, "{name}");
    }
}

/// `onward licences` prints the same in all three forms.
#[test]
fn the_command_prints_what_is_written_down() {
    let print = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_onward"));
        let output = command.env_clear().args(["--lang", "en", "licences"]).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let file = |name: &str| fs::read_to_string(root().join("src/cli/licences").join(name)).unwrap();
    assert_eq!(print(&["--sbom"]), file("sbom.json"));
    assert_eq!(print(&["--texts"]), file("texts.txt"));
    let list = print(&[]);
    for part in parts::of_cargo().iter().skip(1) {
        let named = |line: &str| line.starts_with(&format!("{} ", part.name)) && line.contains(&part.version);
        let line = list.lines().find(|line| named(line)).unwrap_or_else(|| panic!("{} is not listed", part.name));
        assert!(line.contains(&part.licence), "{line}");
        assert_eq!(line.ends_with("only builds it"), !part.is_built_in, "{line}");
    }
}
