//! The wall around the program: what it may not reach is refused, and what it needs it gets.

use crate::prison::{OPEN, Prison};
use std::fs;

const OPENED: &str = "--lang en --data store --passphrase-file passphrase";

/// Whether this kernel can keep a program to its folders; said loudly where it cannot.
fn has_landlock(prison: &Prison) -> bool {
    let said = prison.run("--lang en doctor").out;
    let has = said.lines().any(|line| line.starts_with("ok") && line.contains("folders"));
    if !has {
        eprintln!("SKIPPED in part: this kernel has no Landlock, so that folders are not kept apart");
    }
    has
}

#[test]
fn the_doctor_tries_the_wall() {
    let prison = Prison::new();
    let out = prison.run("--lang en --data store --exports out doctor").out;
    let of = |name: &str| out.lines().find(|line| line.split_whitespace().nth(1) == Some(name)).unwrap().to_owned();
    if cfg!(any(target_arch = "x86_64", target_arch = "aarch64")) {
        assert!(of("network").starts_with("ok"), "{out}");
    }
    if has_landlock(&prison) {
        assert!(of("folders").starts_with("ok") && of("folders").contains("/out"), "{out}");
    }
}

#[test]
fn a_command_reaches_what_is_named_and_nothing_else() {
    let prison = Prison::with(5);
    // A programme file that is a link out of its folder: whoever wrote the link may not make the desk read it.
    fs::create_dir(prison.path("out")).unwrap();
    fs::create_dir(prison.path("elsewhere")).unwrap();
    fs::write(prison.path("elsewhere/secret.ron"), "secret").unwrap();
    fs::create_dir_all(prison.path("store/programmes")).unwrap();
    std::os::unix::fs::symlink(prison.path("elsewhere/secret.ron"), prison.path("store/programmes/a.ron")).unwrap();
    let listed = prison.run(&format!("{OPENED} people list"));
    assert_eq!(listed.code, Some(0), "{listed:?}");
    let exported = prison.run(&format!("{OPENED} export register --all --output out/register.csv"));
    assert_eq!(exported.code, Some(0), "{exported:?}");
    let checked = prison.run("--lang en check elsewhere/secret.ron");
    assert_eq!(checked.code, Some(1), "{checked:?}");
    let own = prison.run("--lang en --data store check");
    if has_landlock(&prison) {
        assert!(own.out.contains("may not"), "{own:?}");
    }
}

#[test]
fn the_desk_writes_exports_where_it_was_told_to() {
    let prison = Prison::with(5);
    fs::create_dir(prison.path("out")).unwrap();
    if !has_landlock(&prison) {
        return;
    }
    let mut desk = prison.terminal(&[&OPEN[..], &["--exports", "out"]].concat());
    desk.wait_for("Sessions today");
    // A report, its preview, and where it is to go.
    desk.press("5\u{1b}[B\r", "write file");
    desk.press("w", "Write to");
    desk.press("\u{15}elsewhere.csv\r", "may not be written");
    desk.press("w", "Write to");
    desk.press("\u{15}out/register.csv\r", "Written: out/register.csv");
    assert!(prison.path("out/register.csv").exists() && !prison.path("elsewhere.csv").exists());
}
