//! The command line: one file per command, exit codes.

pub mod author;
pub mod backup;
pub mod check;
pub mod completions;
pub mod coverage;
pub mod demo;
pub mod diff;
pub mod directory;
pub mod doctor;
pub mod exit;
pub mod export;
pub mod fingerprint;
pub mod giving;
pub mod groups;
pub mod keymap;
pub mod keys;
pub mod licences;
pub mod list;
pub mod new;
pub mod open;
pub mod output;
pub mod people;
pub mod place;
pub mod print;
pub mod reach;
pub mod restore;
pub mod retention;
pub mod review;
pub mod rules;
pub mod salvage;
pub mod schema;
pub mod settings;
pub mod shield;
pub mod staff;
pub mod translate;
pub mod verify;
pub mod wall;
pub mod which;

use crate::domain::text::shown;
use crate::i18n::Locale;
use crate::i18n::locale::LOCALES;
use crate::tui::shell::{terminal, timings};
use clap::{Args, CommandFactory, Parser, Subcommand};
use exit::{Exit, Trouble};
use reach::Reach;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// A terminal desk for the people who run group reintegration sessions in prisons.
///
/// Without a command the desk opens.
#[derive(Debug, Parser)]
#[command(name = "onward", version, max_term_width = 100)]
struct CommandLine {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Options that mean the same before and after every command.
#[derive(Debug, Clone, Default, Args)]
pub struct Options {
    /// The folder that holds the store
    #[arg(long, global = true, value_name = "DIR", env = "ONWARD_DATA")]
    pub data: Option<PathBuf>,
    /// The interface language: en, nb
    #[arg(long, global = true, value_name = "TAG", value_parser = language)]
    pub lang: Option<String>,
    /// Read the passphrase from the first line of this file and ask nothing
    #[arg(long, global = true, value_name = "FILE", env = "ONWARD_PASSPHRASE_FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Read the passphrase from the first line of this open file descriptor and ask nothing
    #[arg(long, global = true, value_name = "N", conflicts_with = "passphrase_file")]
    pub passphrase_fd: Option<u32>,
    /// The sign-in name, where several people work on the store
    #[arg(long = "as", global = true, value_name = "NAME", env = "ONWARD_AS")]
    pub sign_in: Option<String>,
    /// A further folder of programme files
    #[arg(long, global = true, value_name = "DIR")]
    pub programmes: Option<PathBuf>,
    /// The folder that the desk writes reports into; it reads no other folder then. Usually the documents folder
    #[arg(long, global = true, value_name = "DIR", env = "ONWARD_EXPORTS")]
    pub exports: Option<PathBuf>,
    /// A file of other keys, in place of the usual one
    #[arg(long, global = true, value_name = "FILE")]
    pub keys: Option<PathBuf>,
    /// Draw with ASCII characters only
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Show the selected row by a > instead of a bar: fewer bytes on a slow line
    #[arg(long, global = true)]
    pub marker: bool,
    /// Initials instead of names, and no reasons or notes: for a screen that the group can see
    #[arg(long, global = true, value_name = "on|off", num_args = 0..=1, require_equals = true,
          default_missing_value = "on", value_parser = switch, env = "ONWARD_ROOM_SAFE")]
    pub room_safe: Option<bool>,
}

/// What to do instead of opening the desk.
#[derive(Debug, Subcommand)]
enum Command {
    /// Open the desk on invented data that is gone when it is left
    Demo(demo::Demo),
    /// Check programme files: every fault, with its place
    Check(check::Check),
    Preview(author::Preview),
    Author(author::Author),
    New(new::New),
    Translate(translate::Translate),
    Print(print::Print),
    Diff(diff::Diff),
    #[command(subcommand)]
    Directory(directory::Directory),
    Coverage(coverage::Coverage),
    Schema(schema::Schema),
    /// Take people in from a file, or list them
    #[command(subcommand)]
    People(people::People),
    Groups(groups::Groups),
    /// Write a report: to a file, or to standard output
    Export(export::Export),
    Review(review::Review),
    /// Print the fingerprint of the key that signs bundles: whoever reviews them compares it once
    Fingerprint,
    /// Who may open the store: list, add, change, revoke
    #[command(subcommand)]
    Staff(staff::Staff),
    /// Show the rules of the store, or change one
    Rules(rules::Rules),
    /// Open the desk to read programmes: no store is opened, nobody's data is shown
    Programmes,
    /// Say what protects the data on this machine, and what could be better
    Doctor,
    Verify(verify::Verify),
    Backup(backup::BackUp),
    Restore(restore::Restore),
    Salvage(salvage::Salvage),
    Settings(settings::Settings),
    Retention(retention::Retention),
    /// Print every key of the desk, by screen
    Keys(keys::Keys),
    Licences(licences::Licences),
    Completions(completions::Completions),
    Man(completions::Man),
}

/// Runs the program with these arguments.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    shield::raise();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let line = match CommandLine::try_parse_from(&arguments) {
        Ok(line) => line,
        Err(error) => return usage(&error, &arguments),
    };
    terminal::end_on_panic(place::words(&line.options, None), Exit::Fault as u8);
    wall::raise(&reach(line.command.as_ref(), &line.options));
    match perform(line.command, &line.options) {
        Ok(exit) => exit.into(),
        Err(trouble) => {
            // Sentences escape what they quote; should one ever forget, nothing is obeyed all the same.
            let lines: Vec<_> = trouble.text().lines().map(shown).collect();
            eprintln!("{}", lines.join("\n"));
            trouble.exit().into()
        }
    }
}

/// The name of every command.
#[must_use]
pub fn commands() -> Vec<String> {
    CommandLine::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

fn perform(command: Option<Command>, options: &Options) -> Result<Exit, Trouble> {
    match command {
        Some(Command::Demo(demo)) => demo.run(options),
        Some(Command::Check(check)) => check.run(options),
        Some(Command::Preview(preview)) => preview.run(options),
        Some(Command::Author(author)) => author.run(options),
        Some(Command::New(new)) => new.run(options),
        Some(Command::Translate(translate)) => translate.run(options),
        Some(Command::Print(print)) => print.run(options),
        Some(Command::Diff(diff)) => diff.run(options),
        Some(Command::Directory(directory)) => directory.run(options),
        Some(Command::Coverage(coverage)) => coverage.run(options),
        Some(Command::Schema(schema)) => schema.run(options),
        Some(Command::People(people)) => people.run(options),
        Some(Command::Groups(groups)) => groups.run(options),
        Some(Command::Export(export)) => export.run(options),
        Some(Command::Review(review)) => review.run(options),
        Some(Command::Fingerprint) => fingerprint::run(options),
        Some(Command::Staff(staff)) => staff.run(options),
        Some(Command::Rules(rules)) => rules.run(options),
        Some(Command::Programmes) => open::read_programmes(options),
        Some(Command::Doctor) => doctor::run(options),
        Some(Command::Keys(keys)) => keys.run(options),
        Some(Command::Licences(licences)) => licences.run(options),
        Some(Command::Completions(completions)) => completions.run(options),
        Some(Command::Man(man)) => man.run(options),
        Some(Command::Verify(verify)) => verify.run(options),
        Some(Command::Backup(backup)) => backup.run(options),
        Some(Command::Restore(restore)) => restore.run(options),
        Some(Command::Retention(retention)) => retention.run(options),
        Some(Command::Salvage(salvage)) => salvage.run(options),
        Some(Command::Settings(settings)) => settings.run(options),
        None => open::open_desk(options),
    }
}

/// What the command may reach. Whatever is not named here reads what the options name, and writes nothing.
fn reach(command: Option<&Command>, options: &Options) -> Reach {
    let reach = Reach::of_options(options);
    match command {
        None | Some(Command::Doctor) => {
            let reach = reach.with_store(options).with_desk(options);
            timings::file().iter().fold(reach, |reach, file| reach.writing(file))
        }
        Some(Command::Demo(demo)) => demo.reach(reach, options),
        Some(Command::Check(check)) => check.reach(reach),
        Some(Command::Preview(preview)) => preview.reach(reach),
        Some(Command::Author(author)) => author.reach(reach),
        Some(Command::New(new)) => new.reach(reach),
        Some(Command::Translate(translate)) => translate.reach(reach),
        Some(Command::Print(print)) => print.reach(reach),
        Some(Command::Diff(diff)) => diff.reach(reach, options),
        Some(Command::Directory(directory)) => directory.reach(reach),
        Some(Command::Coverage(coverage)) => coverage.reach(reach),
        Some(Command::People(people)) => people.reach(reach.with_store(options)),
        Some(Command::Export(export)) => export.reach(reach.with_store(options)),
        Some(Command::Review(review)) => review.reach(reach, options),
        Some(Command::Staff(staff)) => staff.reach(reach.with_store(options)),
        Some(Command::Man(man)) => man.reach(reach),
        Some(
            Command::Groups(_)
            | Command::Fingerprint
            | Command::Rules(_)
            | Command::Verify(_)
            | Command::Backup(_)
            | Command::Restore(_)
            | Command::Retention(_)
            | Command::Salvage(_)
            | Command::Settings(_),
        ) => reach.with_store(options),
        Some(
            Command::Schema(_)
            | Command::Programmes
            | Command::Keys(_)
            | Command::Licences(_)
            | Command::Completions(_),
        ) => reach,
    }
}

/// `on` or `off`.
fn switch(word: &str) -> Result<bool, String> {
    crate::catalogue::settings::switch(word).ok_or_else(|| "it is on or off".to_owned())
}

/// A language that the desk speaks.
fn language(tag: &str) -> Result<String, String> {
    let known = || LOCALES.iter().map(|locale| locale.tag).collect::<Vec<_>>().join(", ");
    Locale::of(tag).map(|_| tag.to_owned()).ok_or_else(|| format!("the desk speaks {}", known()))
}

/// Help and version are no errors; everything else is a fault of usage.
fn usage(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
    // Clap quotes the arguments it was given: they come from outside, and a line break in one would speak for us.
    let harmless = arguments.iter().map(|argument| shown(&argument.to_string_lossy()).into_owned());
    let said = CommandLine::try_parse_from(harmless).err().map_or_else(|| error.kind().to_string(), |e| e.to_string());
    let text: String = said.lines().map(|line| shown(line).into_owned() + "\n").collect();
    if error.use_stderr() {
        eprint!("{text}");
        Exit::Usage.into()
    } else {
        print!("{text}");
        Exit::Done.into()
    }
}
