//! What each export says, and how each format writes it.

pub mod action_plan;
mod ahead;
mod both;
pub mod bundle;
pub mod certificate;
pub mod completeness;
pub mod coverage;
pub mod duties;
pub mod evaluation;
pub mod file;
pub mod format;
mod gate;
pub mod group;
pub mod hand_over;
pub mod journal;
pub mod kind;
pub mod paper;
pub mod person;
pub mod plan;
pub mod preview;
pub mod register;
pub mod release;
pub mod request;
pub mod review;
pub mod session;
pub mod sheet;
pub mod stream;
pub mod table;
pub mod timetable;

pub use gate::all_may_be_told;
pub use kind::{Delimiter, Format, Report};
pub use request::{Ground, Period, Request, Zone};

use crate::domain::certificate::Withheld;
use crate::domain::id::PersonId;
use crate::domain::profile::Profile;
use crate::domain::record::{About, Failure, GroupRecord};
use crate::domain::released::Released;
use crate::domain::sharing::Untold;
use crate::domain::text::fold;
use crate::i18n::Words;
use crate::say;
use chrono::{DateTime, FixedOffset, NaiveDate};
use file::FileFault;
use format::Sheet;
use release::{Plan, Release};
use std::io::Write;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use stream::{Source, Stream, Visit};
use table::{Column, Document, Fact, Field, Holds, Line, Rows, Table};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Reads(#[from] Failure),
    #[error(transparent)]
    File(#[from] FileFault),
    /// It was told to stop.
    #[error("stopped")]
    Stopped,
    /// The group is not there (any more).
    #[error("no such group")]
    NoGroup,
    /// The report is of one person, and it is not said of whom.
    #[error("of whom?")]
    NoPerson,
    /// The sheet is for one recipient, and it is not said for whom, or nobody has that name.
    #[error("for whom?")]
    ToWhom,
    /// Whoever is named has no basis on which they may be told.
    #[error("not told: {0:?}")]
    Untold(Untold),
    /// Whoever is named has no basis on which they may be told of so many of those who are named in it: the first of them,
    /// and how many would be left without them, where it can be written so.
    #[error("{count} have not agreed that {to} is told")]
    NotAllAgreed { to: String, names: Vec<String>, count: usize, left: usize },
    /// Nobody in it has agreed, so that nothing would be left.
    #[error("nobody has agreed that {0} is told")]
    NobodyLeft(String),
    /// It would not add up without some of those it names.
    #[error("not without some of those it names")]
    NotWithout,
    /// The report is of one session, and it is not said of which, or there is none.
    #[error("of which session?")]
    NoSession,
    /// There is no certificate for somebody who has not completed.
    #[error("not completed: {0:?}")]
    Withheld(Withheld),
    /// The report is of one group.
    #[error("not for several groups at once")]
    NotForAll,
    /// Of which groups is not said.
    #[error("of which groups?")]
    NotSaid,
    /// The profile does not give it to whoever it is for.
    #[error("not given by this profile")]
    NotGiven(Box<Profile>),
    /// No group met in the period.
    #[error("no group met then")]
    NoneMet,
    /// More than a bundle may hold.
    #[error("too much for a bundle")]
    TooMuch,
    /// The format has nothing to say it with.
    #[error("not in this format")]
    NotInThis,
    /// The fonts have not all letters of this text.
    #[error("no letters for {0}")]
    Letters(String),
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self::File(FileFault::from(error))
    }
}

impl Fault {
    /// What happened and what to do next.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Reads(failure) => words.failure(failure),
            Self::File(fault) => fault.say(words),
            Self::Stopped => say!(words, "report-stopped"),
            Self::NoGroup => say!(words, "report-no-group"),
            Self::NoPerson => say!(words, "certificate-whose"),
            Self::ToWhom => say!(words, "hand-over-to-whom"),
            Self::Untold(untold) => words.untold(untold),
            Self::NotAllAgreed { to, names, count, .. } => {
                let more = count - names.len();
                let names = names.join(", ");
                let names =
                    if more > 0 { format!("{names} ({})", say!(words, "and-more", count = more)) } else { names };
                say!(words, "untold-of-some", to = to, names = names, count = *count)
            }
            Self::NobodyLeft(to) => say!(words, "untold-nobody-left", to = to),
            Self::NotWithout => say!(words, "untold-not-without"),
            Self::NoSession => say!(words, "report-no-session"),
            Self::Withheld(withheld) => words.withheld(withheld),
            Self::NotForAll => say!(words, "report-not-for-all"),
            Self::NotSaid => say!(words, "report-not-said"),
            Self::NotGiven(profile) => {
                let (reports, formats) = (profile.reports.join(", "), profile.formats.join(", "));
                say!(words, "release-not-given", who = words.pick(&profile.title), reports = reports, formats = formats)
            }
            Self::NoneMet => say!(words, "bundle-none-met"),
            Self::TooMuch => say!(words, "bundle-too-much"),
            Self::NotInThis => say!(words, "report-not-in-this"),
            Self::Letters(text) => say!(words, "report-letters", text = text),
        }
    }
}

/// Hears how many lines are written, and says whether to go on.
pub struct Watch<'a> {
    /// Told every few thousand lines.
    pub told: &'a mut dyn FnMut(u64),
    /// Set from elsewhere to stop: that of the [`Ground`].
    pub stop: &'a AtomicBool,
}

impl std::fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Watch({:?})", self.stop)
    }
}

impl Watch<'_> {
    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// What `request` asks for, ready to be written in any format.
///
/// # Errors
/// When the store cannot be read, something is not there, or the report asks for more than it is told.
pub fn document(request: &Request, ground: &Ground) -> Result<Document, Fault> {
    Ok(given(request, ground)?.document)
}

/// What happens to the lines of each stream for the recipient of a profile.
type Shaped<'a> = (&'a Profile, Vec<(Stream, Plan)>);

/// A report as whoever receives it is given it.
struct Given<'a> {
    document: Document,
    /// What happens to lines that are read while it is written.
    plan: Option<Shaped<'a>>,
    /// What of its counts is to be remembered, so that the next one tells nothing beside it.
    released: Option<Released>,
}

/// What a recipient is given by `request`, to be remembered when it is.
///
/// # Errors
/// As [`document`] has them.
pub fn released(request: &Request, ground: &Ground) -> Result<Option<Released>, Fault> {
    Ok(given(request, ground)?.released)
}

/// The same ground without those whom the request leaves out.
fn without<'g>(request: &'g Request, ground: &'g Ground) -> Ground<'g> {
    Ground { without: &request.without, ..*ground }
}

fn given<'a>(request: &'a Request, ground: &Ground) -> Result<Given<'a>, Fault> {
    let ground = &without(request, ground);
    let Some(profile) = request.profile.as_deref() else {
        return Ok(Given { document: whole(request, ground)?, plan: None, released: None });
    };
    let keyed = keyed(profile, ground);
    let before = Released::read(ground.reads, &profile.id, request.report.id())?;
    let release = Release { profile, keyed: &keyed, before };
    if !release.allows(request.report, request.format) {
        return Err(Fault::NotGiven(profile.clone().into()));
    }
    let mut document = whole(request, ground)?;
    if profile.threshold.is_some() {
        hold_counts(&mut document, ground)?;
    }
    let plan = |table: &Table| match &table.rows {
        Rows::Streamed(stream) => Some((stream.clone(), release.plan(table))),
        Rows::Held(_) => None,
    };
    let plan = Some((profile, document.tables.iter().filter_map(plan).collect()));
    let (document, released) = release.of(request.report, document, ground.words);
    Ok(Given { document, plan, released })
}

/// What only this store can make of a text, for the recipient of a profile.
fn keyed(profile: &Profile, ground: &Ground) -> impl Fn(&str) -> [u8; 16] {
    let reads = ground.reads;
    move |text| reads.keyed(&profile.id, text)
}

/// Reads tables with counts now that would else be read while they are written: what is too small to be told of them is
/// found in the whole alone.
fn hold_counts(document: &mut Document, ground: &Ground) -> Result<(), Fault> {
    let counts = |column: &Column| column.holds == Holds::Count;
    for table in document.tables.iter_mut().filter(|table| table.columns.iter().any(counts)) {
        if let Rows::Streamed(stream) = &table.rows {
            let mut held = Vec::new();
            stream::lines(stream, ground, &mut |kind, fields| {
                held.push(Line::kept(kind, fields));
                ControlFlow::Continue(())
            })?;
            table.rows = Rows::Held(held);
        }
    }
    Ok(())
}

/// The lines of a stream as they are given.
fn lines(stream: &Stream, plan: Option<&Shaped<'_>>, ground: &Ground, visit: Visit) -> Result<(), Fault> {
    let Some((profile, plans)) = plan else { return stream::lines(stream, ground, visit) };
    let Some((_, plan)) = plans.iter().find(|(of, _)| of == stream) else { return Ok(()) };
    let keyed = keyed(profile, ground);
    let release = Release { profile, keyed: &keyed, before: None };
    stream::lines(stream, ground, &mut |kind, fields| visit(kind, &release.fields(plan, fields)))
}

/// The whole report.
fn whole(request: &Request, ground: &Ground) -> Result<Document, Fault> {
    let (words, now) = (ground.words, ground.now);
    if !request.report.formats().contains(&request.format) {
        return Err(Fault::NotInThis);
    }
    let record = || match request.groups.as_slice() {
        [id] => {
            let record = ground.reads.group(*id, words.locale().tag)?.ok_or(Fault::NoGroup)?;
            Ok(record.without(ground.without))
        }
        _ => Err(Fault::NotForAll),
    };
    let (groups, period) = (request.groups.clone(), request.period);
    let mut document = match request.report {
        // As long as all marks are, nobody signs it: a sheet is of one group.
        Report::Register if groups.is_empty() && request.format == Format::Pdf => return Err(Fault::NotForAll),
        // Of all groups a register is its long form.
        Report::Register | Report::Marks if groups.is_empty() => {
            register::of_all(Stream::EveryMark(period), words, now)
        }
        Report::Marks => register::of_all(Stream::MarksOf(groups, period), words, now),
        Report::Register | Report::Group | Report::Certificate => {
            of_group(request.report, request.person, &record()?, words, now)?
        }
        Report::Session => session::of(&record()?, request.session.ok_or(Fault::NoSession)?, words, now)?,
        Report::Person => person::of(request.person.ok_or(Fault::NoPerson)?, ground)?,
        Report::Plan => plan::of(request.person.ok_or(Fault::NoPerson)?, ground)?,
        Report::HandOver => {
            let partner = request.partner.as_deref().ok_or(Fault::ToWhom)?;
            hand_over::of(request.person.ok_or(Fault::NoPerson)?, partner, ground)?
        }
        Report::Coverage => coverage::of(about(request)?, period, ground)?,
        Report::ActionPlan => action_plan::of(about(request)?, ground)?,
        Report::Sheet => sheet::of(request.person.ok_or(Fault::NoPerson)?, &groups, ground)?,
        Report::Evaluation => evaluation::of(&groups, period, ground)?,
        Report::Completeness => completeness::of(&groups, period, ground)?,
        Report::Duties => duties::of(&groups, period, ground)?,
        Report::Journal => journal::of(about(request)?, period, ground),
        // A calendar has to be told of sessions that are gone; a list has not.
        Report::Timetable => timetable::of((groups, period), request.format == Format::Ics, words, now),
        Report::Bundle => bundle::of(&groups, period, ground)?,
    };
    if !ground.without.is_empty() {
        let count = u32::try_from(ground.without.len()).unwrap_or(u32::MAX);
        document.facts.push(Fact::new("left_out", say!(words, "report-left-out"), Field::Number(count)));
    }
    document.foot = ground.foot.to_vec();
    Ok(document)
}

/// What a journal is asked about.
fn about(request: &Request) -> Result<About, Fault> {
    match (request.person, request.groups.as_slice()) {
        (Some(person), []) => Ok(About::Person(person)),
        (None, [group]) => Ok(About::Group(*group)),
        (None, []) => Ok(About::Everything),
        _ => Err(Fault::NotForAll),
    }
}

/// A report on a group that is already read, or on a person of it.
///
/// # Errors
/// When a certificate is asked for and it is not said whose, or the person has not completed; when the
/// report is of something else.
pub fn of_group(
    report: Report,
    person: Option<PersonId>,
    record: &GroupRecord,
    words: &Words,
    now: DateTime<FixedOffset>,
) -> Result<Document, Fault> {
    Ok(match report {
        Report::Register => register::of(record, words, now),
        Report::Group => group::of(record, words, now),
        Report::Certificate => certificate::of(record, person.ok_or(Fault::NoPerson)?, words, now)?,
        _ => return Err(Fault::NotForAll),
    })
}

/// Writes what `request` asks for to `out`, which needs no buffer of its own; what of it is to be remembered for the
/// recipient of a profile is handed back.
///
/// # Errors
/// What is written until then is of no use: write through [`file::write_new`].
pub fn write(
    request: &Request,
    ground: &Ground,
    out: &mut (dyn Write + Send),
    watch: &mut Watch,
) -> Result<Option<Released>, Fault> {
    if request.report == Report::Bundle && request.profile.is_none() && request.format == Format::Bundle {
        return bundle::write(request, ground, out, watch).map(|()| None);
    }
    let ground = &without(request, ground);
    let Given { document, plan, released } = given(request, ground)?;
    let source = |stream: &Stream, visit: Visit| lines(stream, plan.as_ref(), ground, visit);
    pour(&document, request, &source, (ground.words, ground.zone), out, watch)?;
    Ok(released)
}

/// What `request` asks for as lines of plain text, none wider than `width` cells.
///
/// # Errors
/// As [`document`] has them.
pub fn preview(request: &Request, ground: &Ground, width: usize) -> Result<Vec<String>, Fault> {
    let ground = &without(request, ground);
    let Given { document, plan, .. } = given(request, ground)?;
    let source = |stream: &Stream, visit: Visit| lines(stream, plan.as_ref(), ground, visit);
    let shown = preview::lines(&document, &source, ground.words, width)?;
    if request.profile.is_none() {
        return Ok(shown);
    }
    // Exactly what leaves stands first.
    let leaves = release::leaves(&document, ground.words);
    let leaves = leaves.iter().flat_map(|line| preview::wrapped(line, width));
    Ok(leaves.chain([String::new()]).chain(shown).collect())
}

/// Writes a document that is held, in any format of tables.
///
/// # Errors
/// What the file says; and when the format has nothing to say it with.
pub fn write_held(
    document: &Document,
    format: Format,
    words: &Words,
    out: &mut (dyn Write + Send),
) -> Result<(), Fault> {
    let request =
        Request { delimiter: Delimiter::usual(words.locale().tag), ..Request::new(Report::Group).written(format) };
    let stop = AtomicBool::new(false);
    let mut watch = Watch { told: &mut |_| (), stop: &stop };
    pour(document, &request, &|_, _| Ok(()), (words, &|_| *document.written.offset()), out, &mut watch)
}

/// A document that is held as lines of plain text, none wider than `width` cells.
#[must_use]
pub fn held_lines(document: &Document, words: &Words, width: usize) -> Vec<String> {
    // Nothing of it is read while it is shown: there is nothing to fail.
    preview::lines(document, &|_, _| Ok(()), words, width).unwrap_or_default()
}

fn pour(
    document: &Document,
    request: &Request,
    source: Source<'_>,
    (words, zone): (&Words, Zone<'_>),
    out: &mut (dyn Write + Send),
    watch: &mut Watch,
) -> Result<(), Fault> {
    let mut sheet: Box<dyn Sheet + Send + '_> = match request.format {
        Format::Csv => Box::new(format::csv::Csv::new(out, request.delimiter)),
        Format::Xlsx => Box::new(format::xlsx::Xlsx::new(out, words, request.scratch.as_deref(), watch.stop)),
        Format::Markdown => Box::new(format::md::Markdown::new(out, words)),
        Format::Json => Box::new(format::json::Json::new(out)),
        Format::Html => Box::new(format::html::Html::new(out, words)),
        Format::Pdf => {
            // What the data of the file say names nobody: a title may.
            let called = words.say(request.report.message(), &[]);
            Box::new(format::pdf::Pdf::new(out, words, called)?)
        }
        Format::Ics => Box::new(format::ics::Ics::new(out, zone)),
        // It is no table: `bundle` writes it.
        Format::Bundle => return Err(Fault::NotInThis),
    };
    sheet.open(document)?;
    for table in document.tables.iter().filter(|table| table.is_in(request.format)) {
        sheet.table(table)?;
        match &table.rows {
            Rows::Held(lines) => lines.iter().try_for_each(|line| sheet.line(line.kind, &line.fields))?,
            Rows::Streamed(stream) => stream::write(sheet.as_mut(), stream, source, watch)?,
        }
    }
    if watch.is_stopped() {
        return Err(Fault::Stopped);
    }
    sheet.close()
}

/// A name for the file: `register-k-07-2026-11-24.csv`. Letters, digits and hyphens only, whatever the code is.
#[must_use]
pub fn suggested_name(report: Report, code: Option<&str>, format: Format, today: NaiveDate) -> String {
    let folded = fold(code.unwrap_or("all"));
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let code: String = words.join("-").chars().take(40).collect();
    format!("{}-{code}-{}.{}", report.id(), today.format("%Y-%m-%d"), format.id())
}

#[cfg(test)]
mod tests;
