//! Every command that writes, as a job that can be done again and again in one prison.

use crate::look::{Copy, copy_store};
use crate::prison::{Answer, OPEN, PROGRAM, Prison};
use std::fs;
use std::process::Command;

/// Whoever works here: Ola has a key too.
pub const WHO: [&str; 2] = ["--as", "kari"];

/// A command.
pub struct Job {
    pub line: String,
    /// Whether it changes the record: then it makes entries.
    pub records: bool,
    /// What it needs beforehand.
    pub prepare: fn(&Prison),
    /// What stands in the way of doing it again.
    pub clean: fn(&Prison),
}

fn nothing(_: &Prison) {}

/// Three people that are not there yet.
fn list_of_people(prison: &Prison) {
    let next = fs::read_to_string(prison.path("next")).map_or(8_000, |next| next.parse::<u32>().unwrap());
    let rows: Vec<String> = (next..next + 3).map(|number| format!("{number};Bo;Lindqvist")).collect();
    fs::write(prison.path("new.csv"), format!("Reference;Given name;Family name\n{}\n", rows.join("\n"))).unwrap();
    fs::write(prison.path("next"), (next + 3).to_string()).unwrap();
}

fn without_register(prison: &Prison) {
    fs::remove_file(prison.path("register.csv")).unwrap();
}

fn without_course(prison: &Prison) {
    fs::remove_file(prison.path("course.ron")).unwrap();
}

fn without_what_was_set_aside(prison: &Prison) {
    fs::remove_dir_all(prison.path("store/set-aside")).unwrap();
}

fn without_backups(prison: &Prison) {
    // In the short form there may be none.
    let _ = fs::remove_dir_all(prison.path("store/backups"));
}

fn without_new_store(prison: &Prison) {
    fs::remove_dir_all(prison.path("new")).unwrap();
}

/// Every command that writes.
pub fn everything() -> Vec<Job> {
    let on_store = |line: &str, records, prepare, clean| {
        let line = format!("{} {} {line}", OPEN.join(" "), WHO.join(" "));
        Job { line, records, prepare, clean }
    };
    let add = "staff add eva --name Eva --role coordinator --new-passphrase-file evas";
    let fill = "--lang en --passphrase-file passphrase demo --fill new --people 5".to_owned();
    let begin = "--lang en new programme course".to_owned();
    vec![
        on_store("people import new.csv --yes", true, list_of_people, nothing),
        on_store("people list", true, nothing, nothing),
        on_store("rules lock-after 7", true, nothing, nothing),
        on_store("backup", false, nothing, nothing),
        on_store("restore --yes", false, nothing, without_what_was_set_aside),
        on_store("export register --all --output register.csv", true, nothing, without_register),
        on_store(add, true, nothing, nothing),
        on_store("staff change eva --new-passphrase-file olas", true, nothing, nothing),
        on_store("staff revoke eva", true, nothing, nothing),
        on_store("staff recovery", true, nothing, without_backups),
        Job { line: fill, records: false, prepare: nothing, clean: without_new_store },
        Job { line: begin, records: false, prepare: nothing, clean: without_course },
    ]
}

/// A prison in which every job can be done.
pub fn prison() -> Prison {
    let prison = Prison::in_session();
    fs::write(prison.path("olas"), "nine green kettles\n").unwrap();
    fs::write(prison.path("evas"), "eight blue bottles\n").unwrap();
    let added =
        prison.run(&format!("{} staff add on --name Ola --role supervisor --new-passphrase-file olas", OPEN.join(" ")));
    assert_eq!(added.code, Some(0), "{added:?}");
    prison
}

/// How many entries there are in `template`, and how many once the job is done in it.
pub fn entries_around(template: &Prison, job: &Job) -> (i64, i64) {
    let before = Copy::sound(&template.path("store")).entries();
    let sound = template.again();
    (job.prepare)(&sound);
    assert_eq!(sound.run(&job.line).code, Some(0));
    (before, Copy::sound(&sound.path("store")).entries())
}

impl Prison {
    /// The same prison once more, in a folder of its own.
    pub fn again(&self) -> Self {
        let other = Self::new();
        copy_store(&self.path(""), &other.path(""));
        other
    }

    /// Runs the program with the words of `line`, by a program that runs programs.
    pub fn run_by(&self, runner: &[String], line: &str) -> Answer {
        let mut command = Command::new(&runner[0]);
        command.current_dir(self.path("")).env_clear().envs(self.environment());
        command.args(&runner[1..]).arg(PROGRAM).args(line.split_whitespace());
        command.output().unwrap().into()
    }
}
