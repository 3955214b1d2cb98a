//! A bundle: the register and the summary of some groups, what they come to together and what is missing, in one file
//! that its desk has signed. Whoever reviews it needs neither the store nor a network.

pub mod contents;
pub mod sealed;

use crate::domain::audit::Head;
use crate::domain::completeness::Completeness;
use crate::domain::figures::Register;
use crate::domain::id::GroupId;
use crate::domain::record::GroupRecord;
use crate::domain::setting;
use crate::report::kind::{Format, Report};
use crate::report::request::{Ground, Period, Request};
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, Table};
use crate::report::{Fault, Watch, stream};
use crate::say;
use serde_json::json;
use std::io::Write;
use std::ops::ControlFlow;

/// What is in a bundle, to be looked at before it is written: a line for each group.
///
/// # Errors
/// When the store cannot be read, or no group is meant.
pub fn of(groups: &[GroupId], period: Period, ground: &Ground) -> Result<Document, Fault> {
    let (words, mut lines) = (ground.words, Vec::new());
    let today = ground.now.date_naive();
    each(groups, period, ground, &mut |record| {
        let register = Register::of(record);
        let missing = Completeness::of(record, today, |_| true);
        let dates = record.dates();
        let took_part = record.members.iter().filter(|member| member.took_part()).count();
        lines.push(Line::body(vec![
            Field::text(&record.group.code),
            Field::term(&record.course.programme, words.pick(&record.course.title)),
            Field::date(dates.first().copied()),
            Field::date(dates.last().copied()),
            Field::Number(u32::try_from(took_part).unwrap_or(u32::MAX)),
            Field::Share(register.total.attendance()),
            Field::Number(missing.gaps.iter().map(|gap| gap.marks + gap.outcomes).sum()),
        ]));
        Ok(())
    })?;
    let columns = vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("programme", say!(words, "report-programme")).wide(28),
        Column::new("first_session", say!(words, "report-first-session")).centred(),
        Column::new("last_session", say!(words, "report-last-session")).centred(),
        Column::new("people", say!(words, "report-people")).centred().holding(Holds::Count),
        Column::new("attendance", say!(words, "report-attendance")).centred(),
        Column::new("missing", say!(words, "review-missing")).centred(),
    ];
    let identity = ground.reads.identity();
    let facts = vec![
        Fact::new("desk", say!(words, "bundle-desk"), Field::text(setting::desk_name(ground.reads)?)),
        Fact::new("signed_as", say!(words, "bundle-signs-as"), Field::text(identity.fingerprint())),
        Fact::new("journal_head", say!(words, "bundle-journal"), Field::text(ground.reads.head()?.to_string())),
        Fact::new("since", say!(words, "report-from"), Field::date(period.since)),
        Fact::new("until", say!(words, "report-to"), Field::date(period.until)),
    ];
    let title = say!(words, "report-bundle");
    let tables = vec![Table::new("groups", say!(words, "evaluation-groups"), &[Format::Markdown], columns, lines)];
    Ok(Document { facts, tables, ..Document::new("onward.bundle/1", title, words, ground.now) })
}

/// Writes the bundle that `request` asks for, sealed.
///
/// # Errors
/// As [`of`] has them; and when it is larger than a reviewer's machine is asked to hold.
pub(super) fn write(
    request: &Request,
    ground: &Ground,
    out: &mut (dyn Write + Send),
    watch: &mut Watch,
) -> Result<(), Fault> {
    // Before anything else is read: whoever checks the record finds at least what stands here.
    let head = ground.reads.head()?;
    let mut body = start(request, &head, ground)?;
    let (mut ids, mut between) = (Vec::new(), "");
    each(&request.groups, request.period, ground, &mut |record| {
        ids.push(record.id);
        body.extend_from_slice(between.as_bytes());
        between = ",\n";
        for (report, before, after) in [(Report::Register, "{\"register\":", ""), (Report::Group, ",\"summary\":", "}")]
        {
            body.extend_from_slice(before.as_bytes());
            let json = Request::new(report).in_group(record.id).written(Format::Json);
            super::write(&json, ground, &mut body, watch)?;
            body.extend_from_slice(after.as_bytes());
        }
        (watch.told)(ids.len() as u64);
        if body.len() > sealed::MOST { Err(Fault::TooMuch) } else { Ok(()) }
    })?;
    for (report, before) in
        [(Report::Evaluation, "],\n\"evaluation\":"), (Report::Completeness, ",\n\"completeness\":")]
    {
        body.extend_from_slice(before.as_bytes());
        let json = Request { groups: ids.clone(), ..Request::new(report).written(Format::Json) };
        super::write(&json, ground, &mut body, watch)?;
    }
    body.push(b'}');
    let identity = ground.reads.identity();
    Ok(out.write_all(&sealed::seal(&body, &identity, &|text| ground.reads.sign(text)))?)
}

/// What stands before the groups: which desk, when, and up to where in its journal.
fn start(request: &Request, head: &Head, ground: &Ground) -> Result<Vec<u8>, Fault> {
    let Period { since, until } = request.period;
    let about = json!({
        "desk": setting::desk_name(ground.reads)?,
        "made": ground.now,
        "journal": { "entries": head.seq, "hash": head.hash },
        "since": since,
        "until": until,
    });
    let mut body = about.to_string();
    // The groups come into the same braces.
    body.pop();
    body.push_str(",\n\"groups\":[\n");
    Ok(body.into_bytes())
}

/// Visits these groups, or all, that met in the period: each is in a bundle as a whole, so that its totals add up.
fn each(
    groups: &[GroupId],
    period: Period,
    ground: &Ground,
    visit: &mut dyn FnMut(&GroupRecord) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut any = false;
    stream::each_group(groups, Period::default(), ground, &mut |record| {
        if record.sessions.iter().any(|dated| period.holds(dated.session.date)) {
            any = true;
            visit(&record)?;
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if any { Ok(()) } else { Err(Fault::NoneMet) }
}
