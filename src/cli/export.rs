//! `onward export`: a report, written to a file or to standard output.

use crate::catalogue::Catalogue;
use crate::catalogue::profiles::Profiles;
use crate::cli::Options;
use crate::cli::check;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::giving::{self, Giving};
use crate::cli::open::{self, Opened};
use crate::cli::place;
use crate::cli::reach::Reach;
use crate::domain::certificate::Withheld;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::profile::Profile;
use crate::domain::record::{Failure, Reads};
use crate::domain::released::Released;
use crate::domain::shelf::Services;
use crate::domain::text::shown;
use crate::domain::trace::Recipient;
use crate::i18n::Words;
use crate::report::file::{self, FileFault};
use crate::report::kind::Of;
use crate::report::{self, Delimiter, Fault, Format, Ground, Period, Report, Request, Watch};
use crate::say;
use crate::tui::shell::clock;
use chrono::NaiveDate;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use signal_hook::consts::{SIGINT, SIGTERM};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Columns of what is printed instead of written.
const WIDE: usize = 100;

/// Write a report: to a file, or to standard output
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is there or not")]
pub struct Export {
    /// What to write
    #[arg(value_parser = PossibleValuesParser::new(Report::ALL.map(Report::id)).try_map(|id| Report::from_id(&id).ok_or(id)))]
    report: Report,
    /// A group, by the code that staff use; may be given several times where a report is of several
    #[arg(long, value_name = "ID", conflicts_with = "all")]
    group: Vec<String>,
    /// The session, as the register calls it: 4, or 4a
    #[arg(long, value_name = "N", requires = "group")]
    session: Option<String>,
    /// The person, by reference
    #[arg(long, value_name = "REF")]
    person: Option<String>,
    /// All groups
    #[arg(long)]
    all: bool,
    /// From this day on
    #[arg(long, value_name = "DATE")]
    since: Option<NaiveDate>,
    /// Up to and with this day
    #[arg(long, value_name = "DATE")]
    until: Option<NaiveDate>,
    /// How to write it; without it the ending of FILE decides, else it is CSV
    #[arg(long, value_parser = PossibleValuesParser::new(Format::ALL.map(Format::id)).try_map(|id| Format::from_id(&id).ok_or(id)))]
    format: Option<Format>,
    /// The file to write, or - for standard output
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "dry_run",
        default_value = "-",
        hide_default_value = true
    )]
    output: PathBuf,
    /// Between the fields of CSV: , or ; or | or tab; without it, what spreadsheets of the language expect
    #[arg(long, value_name = "C", value_parser = delimiter)]
    delimiter: Option<Delimiter>,
    /// For whom, by the name of an export profile: what is left out, changed or hidden
    #[arg(long, value_name = "ID")]
    profile: Option<String>,
    /// Print what would leave, and write nothing
    #[arg(long, requires = "profile")]
    dry_run: bool,
    /// Replace the file when it is there
    #[arg(long)]
    force: bool,
    /// Leave out whoever has not agreed that --to is told, with all their marks: the report says how many they are
    #[arg(long, requires = "to")]
    leave_out: bool,
    #[command(flatten)]
    giving: Giving,
}

fn delimiter(text: &str) -> Result<Delimiter, &'static str> {
    Delimiter::from_text(text).ok_or("write a comma, a semicolon, a bar, or tab")
}

impl Export {
    /// The folder of the file that is written.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        self.file().iter().fold(reach, |reach, target| reach.writing(file::directory(target)))
    }

    /// Writes the report.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let early = place::words(options, None);
        let profile = self.profile.as_deref().map(|id| profile(id, options, &early)).transpose()?.map(Arc::new);
        self.check(&early)?;
        let opened = open::open_store(options)?;
        let words = Words::new(opened.words.locale());
        let recipient = self.giving.recipient(&opened.store, &words)?;
        self.write(profile, opened, &recipient, &self.services(options)).or_else(|fault| match fault {
            Fault::File(FileFault::Other(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Done),
            fault @ Fault::NotAllAgreed { left: 1.., .. } => {
                let text = format!("{} {}", fault.say(&words), say!(words, "untold-leave-out-option"));
                Err(Trouble::new(Exit::from(&fault), text))
            }
            fault => Err(Trouble::of(&fault, &words)),
        })
    }

    /// What can be done for one person, where the report asks what was not.
    fn services(&self, options: &Options) -> Services {
        if self.report != Report::Completeness {
            return Services::default();
        }
        let data = place::data_dir(options);
        Catalogue::load(data.as_deref(), options.programmes.as_deref(), clock::now().date_naive()).services
    }

    /// What can be told to be wrong before anybody is asked for a passphrase.
    fn check(&self, words: &Words) -> Result<(), Trouble> {
        if let Err(fault) = self.told() {
            return Err(Trouble::of(&fault, words));
        }
        match self.file() {
            Some(target) => file::check(target, self.force).map_err(|fault| Trouble::of(&fault.into(), words)),
            None if self.format().is_binary() && io::stdout().is_terminal() => {
                Err(Trouble::new(Exit::Usage, say!(words, "export-not-to-a-terminal")))
            }
            None => Ok(()),
        }
    }

    /// Whether the report is told what it is of, and can be written so.
    fn told(&self) -> Result<(), Fault> {
        let (groups, person) = (self.group.len(), self.person.is_some());
        // A register of all groups is its long form, which is on no paper to sign.
        let of_all = self.all && self.report == Report::Register && self.format() != Format::Pdf;
        match self.report.of() {
            Of::Group | Of::Session | Of::Member if groups != 1 && !of_all => return Err(Fault::NotForAll),
            Of::Session if self.session.is_none() => return Err(Fault::NoSession),
            Of::Member | Of::Person | Of::Partner if !person => return Err(Fault::NoPerson),
            Of::Groups if groups == 0 && !self.all => return Err(Fault::NotSaid),
            _ => {}
        }
        if self.report.formats().contains(&self.format()) { Ok(()) } else { Err(Fault::NotInThis) }
    }

    /// The file; none for standard output.
    fn file(&self) -> Option<&Path> {
        Some(self.output.as_path()).filter(|path| *path != Path::new("-"))
    }

    fn format(&self) -> Format {
        let ending = self.output.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
        self.format
            .or_else(|| Format::from_id(&ending?))
            .or_else(|| self.report.formats().first().copied())
            .unwrap_or(Format::Csv)
    }

    /// What the options ask for, looked up in the record.
    fn request(&self, profile: Option<Arc<Profile>>, reads: &dyn Reads, words: &Words) -> Result<Request, Fault> {
        let groups = self.group.iter().map(|code| group(reads, code)).collect::<Result<Vec<_>, _>>()?;
        let session = match (&self.session, groups.as_slice()) {
            (Some(label), [group]) => Some(session(reads, *group, label)?),
            (Some(_), _) => return Err(Fault::NotForAll),
            (None, _) => None,
        };
        let delimiter = self.delimiter.unwrap_or_else(|| Delimiter::usual(words.locale().tag));
        Ok(Request {
            groups,
            session,
            person: self.person.as_deref().map(|reference| person(reads, reference)).transpose()?,
            period: Period { since: self.since, until: self.until },
            profile,
            format: self.format(),
            delimiter,
            leave_out: self.leave_out,
            scratch: self.file().map(|target| file::directory(target).to_owned()),
            ..Request::new(self.report)
        })
    }

    fn write(
        &self,
        profile: Option<Arc<Profile>>,
        opened: Opened,
        recipient: &Recipient,
        services: &Services,
    ) -> Result<Exit, Fault> {
        let Opened { store, words, actor } = opened;
        let request = self.request(profile, &store, &words)?;
        let request =
            if self.report.of() == Of::Partner { request.for_partner(&recipient.to, &store)? } else { request };
        let (request, recipient) = request.released_to(recipient.clone(), &store, clock::now().date_naive())?;
        // Before anything else is read: whoever checks it finds at least what stands here.
        let head = store.head()?;
        let stop = stop_on_signals()?;
        let mut foot = vec![say!(words, "export-head", head = head.to_string())];
        foot.extend(store.is_frozen().then(|| say!(words, "export-unrecorded")));
        let (now, zone) = (clock::now(), &clock::zone);
        let ground = Ground { services, foot: &foot, ..Ground::new(&store, &words, now, zone, &stop) };
        if self.dry_run {
            for line in report::preview(&request, &ground, WIDE)? {
                writeln!(io::stdout(), "{line}")?;
            }
            return Ok(Exit::Done);
        }
        let mut keeper = store.another().map_err(Failure::from)?;
        let mut disclose = |released: &Option<Released>| {
            let given = |item: String| request.given_out(recipient.clone(), &head, &item, released.clone());
            giving::disclose(&mut keeper, &actor, given)
        };
        let mut watch = Watch { told: &mut |_| (), stop: &stop };
        if let Some(target) = self.file() {
            let write = |out: &mut (dyn Write + Send)| report::write(&request, &ground, out, &mut watch);
            file::give_out(target, self.force, write, |released| Ok::<_, Fault>(disclose(released)?))?;
            let mut out = io::stdout().lock();
            writeln!(out, "{}", say!(words, "export-written", path = shown(&target.to_string_lossy()).into_owned()))?;
            if !request.without.is_empty() {
                writeln!(out, "{}: {}", say!(words, "report-left-out"), request.without.len())?;
            }
            writeln!(out, "{}", foot.join("\n"))?;
        } else if self.format() == Format::Pdf {
            // It may be refused until it is whole, and what is refused is not given out.
            let mut whole = Vec::new();
            disclose(&report::write(&request, &ground, &mut whole, &mut watch)?)?;
            io::stdout().lock().write_all(&whole)?;
        } else {
            // What there is none of is not given out; what is begun to be printed cannot be taken back.
            disclose(&report::released(&request, &ground)?)?;
            report::write(&request, &ground, &mut io::stdout(), &mut watch)?;
            io::stdout().flush()?;
        }
        Ok(Exit::Done)
    }
}

/// The export profile with this name, of the built-in ones and those of the data folder.
fn profile(id: &str, options: &Options, words: &Words) -> Result<Profile, Trouble> {
    let found = Profiles::load(place::data_dir(options).as_deref());
    if !found.findings.is_empty() {
        return Err(Trouble::new(Exit::Findings, check::drawn(&found.findings, words)));
    }
    let known = found.profiles.iter().map(|profile| profile.id.clone()).collect::<Vec<_>>().join(", ");
    found.profiles.into_iter().find(|profile| profile.id == id).ok_or_else(|| {
        Trouble::new(Exit::Usage, say!(words, "release-unknown", name = shown(id).into_owned(), known = known))
    })
}

/// Ctrl-C and an order to end stop the writing in good order: nothing half written is left behind.
fn stop_on_signals() -> io::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        signal_hook::flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}

/// The group by its code, or by the identifier that `onward groups` lists.
fn group(reads: &dyn Reads, code: &str) -> Result<GroupId, Fault> {
    let by_id = || code.parse().ok().map(GroupId);
    reads.group_by_code(code)?.or_else(by_id).ok_or(Fault::NoGroup)
}

/// The session by what it is called in the register.
fn session(reads: &dyn Reads, group: GroupId, label: &str) -> Result<SessionId, Fault> {
    let record = reads.group(group, "en")?.ok_or(Fault::NoGroup)?;
    let named = record.sessions.iter().find(|dated| dated.session.label() == label);
    named.map(|dated| dated.id).ok_or(Fault::NoSession)
}

/// The person by the reference that staff use.
fn person(reads: &dyn Reads, reference: &str) -> Result<PersonId, Fault> {
    reads.person_by_reference(reference)?.ok_or(Fault::Withheld(Withheld::Unknown))
}
