//! Whole journeys as the system sees them: which sockets are asked for, and which files are opened, made or moved.

use crate::prison::{OPEN, Prison};
use crate::terminal::Terminal;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

/// What a program of the system is asked about: with the folder that a name is told from.
const CALLS: &str = "trace=%network,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,\
                     symlink,symlinkat,unlink,unlinkat,execve,io_uring_setup";

/// What every program of the system reads.
const SYSTEM: [&str; 11] = [
    "/usr",
    "/lib",
    "/lib64",
    "/etc",
    "/proc/self",
    "/proc/meminfo",
    "/proc/sys/vm",
    "/proc/swaps",
    "/sys/fs/cgroup",
    "/sys/devices/system/cpu",
    "/dev/urandom",
];

const TERMINAL: [&str; 2] = ["/dev/tty", "/dev/null"];

/// Whether strace is here, and may trace; said loudly where not.
fn can_trace() -> bool {
    let works = Command::new("strace").args(["-o", "/dev/null", "true"]).status().is_ok_and(|status| status.success());
    if !works {
        eprintln!("SKIPPED: strace is not installed or may not trace here; what the program opens was not looked at");
    }
    works
}

/// Words that run the program under strace.
fn traced(log: &Path) -> Vec<String> {
    let words = ["-f", "-qq", "-y", "-s", "4096", "-e", CALLS, "-o"].map(str::to_owned).into_iter();
    words.chain([log.display().to_string(), env!("CARGO_BIN_EXE_onward").to_owned()]).collect()
}

/// The path without `.` and `..`, as far as names alone tell.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::ParentDir => _ = plain.pop(),
            Component::CurDir => {}
            part => plain.push(part),
        }
        plain
    })
}

/// The files that a line of the log names: each from the folder that stands before it, or from `home`.
fn named(line: &str, home: &Path) -> Vec<PathBuf> {
    let call = line.split_once('(').map_or("", |(_, rest)| rest);
    let call = call.rsplit_once(") = ").map_or(call, |(call, _)| call);
    let (mut found, mut from) = (Vec::new(), home.to_owned());
    for part in call.split(", ") {
        if let Some(folder) = part.strip_suffix('>').and_then(|part| part.split_once('<')) {
            from = PathBuf::from(folder.1);
        } else if let Some(name) = part.strip_prefix('"').and_then(|part| part.strip_suffix('"')) {
            found.push(plain(&from.join(name)));
        }
    }
    found
}

/// Holds the log to the wall: no socket but local ones, nothing run, and every file in its place.
fn hold(prison: &Prison, log: &Path, writes: &[&str]) -> usize {
    let (text, home) = (fs::read_to_string(log).unwrap(), prison.path(""));
    let home = home.canonicalize().unwrap();
    let mut executed = 0;
    let mut opened = BTreeSet::new();
    for line in text.lines() {
        let call = line.split_whitespace().nth(1).unwrap_or_default();
        if call.starts_with("socket") {
            assert!(call.contains("AF_UNIX"), "{line}");
        }
        assert!(!call.starts_with("io_uring"), "{line}");
        executed += usize::from(call.starts_with("execve"));
        let changes =
            !call.starts_with("open") || ["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|way| line.contains(way));
        for path in named(line, &home).into_iter().filter(|_| !call.starts_with("execve") && !call.contains("AF_")) {
            let is_in = |places: &[PathBuf]| places.iter().any(|place| path.starts_with(place));
            let own: Vec<_> = writes.iter().map(|name| plain(&home.join(name))).collect();
            let terminal = TERMINAL.map(PathBuf::from);
            if changes {
                assert!(is_in(&own) || is_in(&terminal), "written: {line}");
            } else {
                // Whatever the wall opens to give a right to is no reading of it.
                let is_asked = line.contains("O_PATH");
                let system = SYSTEM.map(PathBuf::from);
                assert!(is_asked || is_in(&system) || is_in(&terminal) || path.starts_with(&home), "read: {line}");
            }
            opened.insert(path);
        }
    }
    // The program itself, and nothing that it starts.
    assert_eq!(executed, 1, "{text}");
    opened.len()
}

#[test]
fn commands_reach_no_network_and_no_file_elsewhere() {
    if !can_trace() {
        return;
    }
    let prison = Prison::with(12);
    fs::create_dir(prison.path("out")).unwrap();
    fs::write(prison.path("people.csv"), "Reference,Name\n9001,\"Li, Jon\"\n").unwrap();
    let log = prison.path("trace");
    for (line, writes) in [
        ("people import people.csv --yes", &["store"][..]),
        ("people list", &["store"]),
        ("export register --all --output out/register.xlsx", &["store", "out"]),
        ("export register --all --output out/register.csv", &["store", "out"]),
        ("backup", &["store"]),
        ("restore", &["store"]),
        ("verify", &["store"]),
        ("keys", &[]),
        ("salvage", &["store"]),
    ] {
        let mut command = Command::new("strace");
        command.args(traced(&log)).args(OPEN).args(line.split_whitespace());
        command.current_dir(prison.path("")).env_clear().envs(prison.environment()).env("ONWARD_WATCHED", "1");
        let output = command.output().unwrap();
        assert!(output.status.success(), "{line}: {output:?}");
        assert!(hold(&prison, &log, writes) > 3, "{line}: too little was seen");
    }
}

#[test]
fn a_day_at_the_desk_reaches_no_network_and_no_file_elsewhere() {
    if !can_trace() {
        return;
    }
    let prison = Prison::with(24);
    fs::create_dir(prison.path("out")).unwrap();
    let log = prison.path("trace");
    let exports = vec!["--exports".to_owned(), "out".to_owned()];
    let line = [vec!["strace".to_owned()], traced(&log), OPEN.map(str::to_owned).to_vec(), exports].concat();
    let line: Vec<&str> = line.iter().map(String::as_str).collect();
    let watched = [("ONWARD_WATCHED", PathBuf::from("1"))];
    let variables = prison.environment().into_iter().chain(watched);
    let mut desk = Terminal::new(&prison.path(""), &line, variables);
    desk.wait_for("Sessions today");
    desk.press("2", "Find");
    desk.press("\r", "p pathways");
    desk.press("5\u{1b}[B\r", "write file");
    desk.press("w", "Write to");
    desk.press("\u{15}out/register.csv\r", "Written: out/register.csv");
    desk.press("\u{c}", "Type your passphrase");
    desk.press(&format!("{}\r", crate::prison::PASSPHRASE), "write file");
    desk.type_text("\u{3}");
    desk.press("1", "Sessions today");
    desk.type_text("q");
    desk.wait_for_end(std::time::Duration::from_secs(20));
    assert!(hold(&prison, &log, &["store", "out"]) > 5, "too little was seen");
}
