//! What a program does to its files, as `strace` tells it: every write with its bytes, every sync, every name.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The calls that change files, or the place in one.
const CALLS: &str = "openat,open,creat,write,writev,pwrite64,pwritev,pwritev2,lseek,ftruncate,truncate,fallocate,\
    copy_file_range,sendfile,splice,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,link,linkat,unlink,\
    unlinkat,mkdir,mkdirat,rmdir";

/// Whether this machine has what is needed; says so where not.
pub fn is_there() -> bool {
    let asked = Command::new("strace").args(["-qq", "-e", "trace=none", "true"]).stderr(Stdio::null()).status();
    let there = asked.is_ok_and(|status| status.success());
    if !there {
        crate::tell("SKIPPED: strace is not there, or may not look");
    }
    there
}

/// What runs a program and writes down what it does in `log`.
pub fn recorder(log: &Path) -> Vec<String> {
    let log = log.to_str().unwrap();
    let words = ["strace", "-f", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", "16777216", "-o", log, "-e"];
    words.map(str::to_owned).into_iter().chain([format!("trace={CALLS}"), "--".to_owned()]).collect()
}

/// What runs a program and lets its `nth` call of this name fail: `how` is `error=EIO`, or `retval=0` for a write
/// that takes nothing.
pub fn saboteur(call: &str, nth: usize, how: &str) -> Vec<String> {
    let inject = format!("inject={call}:{how}:when={nth}");
    let words = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        &format!("trace={call}"),
        "-e",
        &inject,
        "--",
    ];
    words.map(str::to_owned).into()
}

/// One call that succeeded.
#[derive(Debug)]
pub struct Call {
    pub name: String,
    pub given: Vec<Given>,
    pub result: u64,
}

/// What was given to a call.
#[derive(Debug)]
pub enum Given {
    /// An open file, or the folder that names are looked up from, by its path; none when it has no name any more.
    File(i32, Option<PathBuf>),
    Bytes(Vec<u8>),
    Other(String),
}

impl Call {
    pub fn file(&self, at: usize) -> Option<(i32, &Path)> {
        match &self.given[at] {
            Given::File(number, Some(path)) => Some((*number, path)),
            _ => None,
        }
    }

    pub fn bytes(&self, at: usize) -> &[u8] {
        match &self.given[at] {
            Given::Bytes(bytes) => bytes,
            other => panic!("{other:?} is no bytes"),
        }
    }

    pub fn word(&self, at: usize) -> &str {
        match &self.given[at] {
            Given::Other(word) => word,
            other => panic!("{other:?} is no word"),
        }
    }

    pub fn number(&self, at: usize) -> usize {
        self.word(at).parse().unwrap()
    }
}

/// Everything that a log tells, in the order in which it was done.
pub fn read(log: &Path) -> Vec<Call> {
    let mut begun: HashMap<String, String> = HashMap::new();
    let mut calls = Vec::new();
    for line in fs::read_to_string(log).unwrap().lines() {
        let (pid, told) = line.split_once(' ').unwrap();
        let told = told.trim_start();
        if let Some(start) = told.strip_suffix(" <unfinished ...>") {
            begun.insert(pid.to_owned(), start.to_owned());
        } else if let Some((_, rest)) = told.strip_prefix("<... ").and_then(|told| told.split_once(" resumed>")) {
            let start = begun.remove(pid).unwrap();
            calls.extend(call(&format!("{start}{rest}")));
        } else {
            calls.extend(call(told));
        }
    }
    calls
}

/// A call from its line; none for one that failed, and for what is no call.
fn call(line: &str) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (given, result) = rest.rsplit_once(") ")?;
    let result = result.trim_start().strip_prefix("= ")?;
    let result = result.split(['<', ' ']).next()?.parse().ok()?;
    let given = given.split(", ").filter(|word| !word.is_empty()).map(one).collect();
    Some(Call { name: name.to_owned(), given, result })
}

fn one(word: &str) -> Given {
    if let Some(text) = word.strip_prefix('"') {
        assert!(!word.ends_with("..."), "longer than is written down");
        return Given::Bytes(unhex(text.trim_end_matches('"')));
    }
    let file = word.split_once('<').and_then(|(number, rest)| {
        let number = if number == "AT_FDCWD" { Some(-100) } else { number.parse().ok() };
        Some((number?, rest.split_once('>')?))
    });
    match file {
        Some((number, (path, ""))) => Given::File(number, Some(PathBuf::from(text(unhex(path))))),
        Some((number, _)) => Given::File(number, None),
        None => Given::Other(word.to_owned()),
    }
}

fn unhex(text: &str) -> Vec<u8> {
    text.split("\\x").skip(1).map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect()
}

pub fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}
