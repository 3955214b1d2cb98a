//! Which functions a day at the desk calls: the list by which the linker lays them together.

use crate::ground::{Ground, ONWARD, kept, passphrase_file};
use crate::pty::Session;
use crate::screens::room;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/hot.txt");

/// Through the lists, a page of a person, a register and a room where everybody is marked.
const DAY: [&str; 23] = [
    "2", "\x1b[B", "\x1b[6~", "\x1b[H", "/", "a", "\x1b", "\r", "\x1b", "3", "\r", "r", "\x1b[C", "\x1b", "\x1b", "1",
    "s", " ", "p", "A", "\x1b", "u", "\x1b",
];

/// Draws up the list anew: a day under callgrind, which names every function that is called.
pub fn hot(ground: &Ground) -> Result<()> {
    let (dir, called) = (room(ground, "hot")?, kept("hot.callgrind"));
    let out = format!("--callgrind-out-file={}", called.display());
    let (dir, file) = (dir.to_string_lossy(), passphrase_file());
    let file = file.to_string_lossy();
    let arguments =
        ["--tool=callgrind", "--demangle=no", &out, ONWARD, "--data", &dir, "--passphrase-file", &file, "--lang", "en"];
    let mut day = Session::start(Path::new("/usr/bin/valgrind"), &arguments, &[])?;
    day.wait_for("? keys").context("valgrind is needed")?;
    for key in DAY {
        day.press(key)?;
        day.settle();
    }
    day.leave()?;
    let called = fs::read_to_string(&called)?;
    let called: BTreeSet<&str> = called.lines().filter_map(function).collect();
    let symbols = Command::new("nm").arg(ONWARD).output().context("nm is needed")?;
    let symbols = String::from_utf8(symbols.stdout)?;
    let ours: BTreeSet<&str> = symbols.lines().filter_map(|line| line.split(' ').next_back()).collect();
    let hot: Vec<&str> = called.intersection(&ours).copied().collect();
    ensure!(hot.len() > 500, "only {} functions were called", hot.len());
    fs::write(LIST, format!("{}\n", hot.join("\n")))?;
    println!("{} functions in {LIST}", hot.len());
    Ok(())
}

/// `fn=(12) sqlite3_step`, or a Rust function by its symbol. Other compilers than that of the list may call those
/// otherwise: they then lie where the compiler put them.
fn function(line: &str) -> Option<&str> {
    let (_, named) = line.strip_prefix("fn=(").or_else(|| line.strip_prefix("cfn=("))?.split_once(") ")?;
    let name = named.split('\'').next().unwrap_or(named);
    (!name.starts_with('_') || name.starts_with("_ZN") || name.starts_with("_R")).then_some(name)
}
