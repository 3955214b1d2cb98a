//! Completeness: marks and outcomes that are not recorded, what is overdue, who was not told of what has to be offered to
//! them, who runs a group without the training that it asks for, exceptions granted and by whom.

use crate::domain::completeness::Completeness;
use crate::domain::entry::Entry;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::offered::{Offer, is_owed, offer};
use crate::domain::plan::Plan;
use crate::domain::record::{About, Applicant, DutyRow, GroupRecord};
use crate::domain::shelf::Services;
use crate::domain::training::{self, Training, lacking_in};
use crate::i18n::Words;
use crate::report::kind::{EVERY, READ};
use crate::report::request::{Ground, Period};
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, LineKind, Sums, Table};
use crate::report::{Fault, stream};
use crate::say;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// What was found so far.
#[derive(Default)]
struct Found {
    groups: u32,
    sessions: Vec<Line>,
    overdue: Vec<Line>,
    people: Vec<Line>,
    /// Every training that is recorded, and who lacks one that is asked for.
    had: Vec<Training>,
    lacking: Vec<Line>,
    /// Who took part in one of the groups.
    members: BTreeSet<PersonId>,
    /// Marks and judgements missing, and all there are.
    totals: [u32; 4],
    /// Titles of the programmes that the groups run.
    programmes: BTreeMap<String, String>,
    /// Everybody who has or had a place in one of them.
    people_of: BTreeSet<PersonId>,
}

/// Of these groups, or of all; of their sessions those of the period.
///
/// # Errors
/// When the store cannot be read, or a group is not there.
pub fn of(groups: &[GroupId], period: Period, ground: &Ground) -> Result<Document, Fault> {
    let words = ground.words;
    let had = training::recorded(ground.reads.standing("training", About::Everything)?);
    let mut found = Found { had, ..Found::default() };
    stream::each_group(groups, Period::default(), ground, &mut |record| {
        found.add(&record, period, ground);
        Ok(ControlFlow::Continue(()))
    })?;
    let exceptions = exceptions(&found.programmes, period, ground)?;
    let of_whom = if groups.is_empty() { None } else { Some(&found.people_of) };
    let steps = steps(of_whom, period, ground)?;
    let offers = offers(of_whom, ground)?;
    let actions = actions(&found.members, ground)?;
    let facts = vec![
        Fact::new("since", say!(words, "report-from"), Field::date(period.since)),
        Fact::new("until", say!(words, "report-to"), Field::date(period.until)),
        Fact::new("groups", say!(words, "evaluation-groups"), Field::Number(found.groups)),
    ];
    let mut tables = vec![found.missing(words), found.overdue(words), found.people(words), steps];
    tables.extend(offers.into_iter().chain([exceptions]).chain(actions).chain(found.trained(words)));
    let title = say!(words, "report-completeness");
    Ok(Document { facts, tables, ..Document::new("onward.completeness/1", title, words, ground.now) })
}

impl Found {
    fn add(&mut self, record: &GroupRecord, period: Period, ground: &Ground) {
        let (words, today) = (ground.words, ground.now.date_naive());
        let found = Completeness::of(record, today, |day| period.holds(day));
        self.groups += 1;
        self.people_of.extend(record.members.iter().map(|member| member.id));
        self.members.extend(record.members.iter().filter(|member| member.took_part()).map(|member| member.id));
        self.programmes.entry(record.course.programme.clone()).or_insert_with(|| words.pick(&record.course.title));
        let name = |id: &PersonId| record.member(*id).map_or_else(String::new, |member| member.person.list_name());
        for gap in &found.gaps {
            let counts = [gap.marks, gap.expected, gap.outcomes, gap.to_judge];
            self.totals.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            let mut fields = session(record, gap.dated);
            fields.extend(counts.map(Field::Number));
            fields.push(Field::text(gap.whose.iter().map(name).collect::<Vec<_>>().join("; ")));
            self.sessions.push(Line::body(fields));
        }
        for dated in &found.overdue {
            let days = today.signed_duration_since(dated.session.date).num_days();
            let mut fields = session(record, dated);
            fields.push(Field::Number(u32::try_from(days).unwrap_or(0)));
            self.overdue.push(Line::body(fields));
        }
        for lacks in lacking_in(&record.group, &record.course, &self.had, today) {
            self.lacking.push(Line::body(vec![
                Field::text(&record.group.code),
                Field::text(lacks.who),
                Field::text(words.pick(&lacks.what)),
                Field::date(lacks.until),
            ]));
        }
        for (id, open) in &found.open {
            let Some(member) = record.member(*id) else { continue };
            self.people.push(Line::body(vec![
                Field::text(&record.group.code),
                Field::text(&member.person.reference),
                Field::text(member.person.list_name()),
                Field::term(open.message().trim_start_matches("open-"), words.say(open.message(), &[])),
            ]));
        }
    }

    /// Marks and judgements that are missing, session by session.
    fn missing(&mut self, words: &Words) -> Table {
        let count = |id: &'static str, label: String| Column::new(id, label).summed(Sums::Body).holding(Holds::Count);
        let mut columns = session_columns(words);
        columns.extend([
            count("marks_missing", say!(words, "completeness-marks")),
            count("expected", say!(words, "report-of")),
            count("outcomes_missing", say!(words, "completeness-outcomes")),
            count("to_judge", say!(words, "report-of")),
            Column::new("whose", say!(words, "completeness-whose")).wide(40).holding(Holds::Name),
        ]);
        let mut lines = std::mem::take(&mut self.sessions);
        let mut fields = vec![Field::term("total", say!(words, "report-total"))];
        fields.resize(session_columns(words).len(), Field::Empty);
        fields.extend(self.totals.map(Field::Number));
        fields.push(Field::Empty);
        lines.push(Line { kind: LineKind::Total, fields });
        Table::new("missing", say!(words, "completeness-missing"), EVERY, columns, lines)
    }

    /// Sessions whose day is over.
    fn overdue(&mut self, words: &Words) -> Table {
        let mut columns = session_columns(words);
        columns.push(Column::new("days", say!(words, "completeness-days")).centred());
        Table::new("overdue", say!(words, "completeness-overdue"), READ, columns, std::mem::take(&mut self.overdue))
    }

    /// What is open about people.
    fn people(&mut self, words: &Words) -> Table {
        let columns = vec![
            Column::new("group", say!(words, "report-group-code")).key(),
            Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
            Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
            Column::new("open", say!(words, "completeness-open")).wide(32),
        ];
        Table::new("people", say!(words, "report-people"), READ, columns, std::mem::take(&mut self.people))
    }

    /// Who runs a group without a training that it asks for; nothing where nobody does.
    fn trained(&mut self, words: &Words) -> Option<Table> {
        let columns = vec![
            Column::new("group", say!(words, "report-group-code")).key(),
            Column::new("who", say!(words, "house-who")).wide(24).key().holding(Holds::Staff),
            Column::new("training", say!(words, "said-training")).wide(32),
            Column::new("until", say!(words, "house-until")).centred(),
        ];
        let lines = std::mem::take(&mut self.lacking);
        let title = say!(words, "completeness-trained");
        (!lines.is_empty()).then(|| Table::new("trained", title, READ, columns, lines))
    }
}

fn session_columns(words: &Words) -> Vec<Column> {
    vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("session", say!(words, "report-session")).wide(9).key(),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("facilitators", say!(words, "report-facilitators")).wide(24).holding(Holds::Staff),
    ]
}

fn session(record: &GroupRecord, dated: &crate::domain::record::Dated) -> Vec<Field<'static>> {
    vec![
        Field::text(&record.group.code),
        Field::session(dated.session.label()),
        Field::Date(dated.session.date),
        Field::text(record.group.facilitators_on(dated.session.date).join(", ")),
    ]
}

/// Whether somebody is one of these people, or of all, and not left out.
fn is_of(person: PersonId, of_whom: Option<&BTreeSet<PersonId>>, ground: &Ground) -> bool {
    of_whom.is_none_or(|people| people.contains(&person)) && !ground.without.contains(&person)
}

/// Steps of pathways whose day is over, of these people or of all, the oldest first.
fn steps(of_whom: Option<&BTreeSet<PersonId>>, period: Period, ground: &Ground) -> Result<Table, Fault> {
    let (words, today) = (ground.words, ground.now.date_naive());
    let mut lines = Vec::new();
    if let Some(yesterday) = today.pred_opt() {
        let wanted = |duty: &DutyRow| period.holds(duty.due) && is_of(duty.person, of_whom, ground);
        for duty in ground.reads.duties(yesterday, usize::MAX)?.iter().filter(|duty| wanted(duty)) {
            let person = ground.reads.person(duty.person)?.unwrap_or_default();
            let days = today.signed_duration_since(duty.due).num_days();
            lines.push(Line::body(vec![
                Field::text(&person.reference),
                Field::text(person.list_name()),
                Field::text(words.pick(&duty.pathway)),
                Field::text(words.pick(&duty.step)),
                Field::Date(duty.due),
                Field::Number(u32::try_from(days).unwrap_or(0)),
            ]));
        }
    }
    let columns = vec![
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
        Column::new("pathway", say!(words, "said-pathway")).wide(28),
        Column::new("step", say!(words, "completeness-step")).wide(36),
        Column::new("due", say!(words, "completeness-due")).centred(),
        Column::new("days", say!(words, "completeness-days")).centred(),
    ];
    Ok(Table::new("steps", say!(words, "completeness-steps"), READ, columns, lines))
}

/// Who of these people, or of all, was not told of what has to be offered to them, the soonest released first; nothing
/// where no pathway has to be offered to anybody.
fn offers(of_whom: Option<&BTreeSet<PersonId>>, ground: &Ground) -> Result<Option<Table>, Fault> {
    let (words, today) = (ground.words, ground.now.date_naive());
    let owed: Vec<_> = ground.services.pathways.iter().filter(|pathway| !pathway.offered_to.is_empty()).collect();
    if owed.is_empty() {
        return Ok(None);
    }
    let mut detained = BTreeMap::new();
    for entry in ground.reads.standing("detention", About::Everything)? {
        if let Entry::Detention { person, to: Some(day) } = entry {
            detained.insert(person, *day);
        }
    }
    let mut here = Vec::new();
    let yesterday = today.pred_opt().unwrap_or(today);
    ground.reads.each_applicant(yesterday, &mut |Applicant { id, person, .. }| {
        let since = detained.get(&id).copied();
        if is_of(id, of_whom, ground) && owed.iter().any(|pathway| is_owed(pathway, person.legal_status, since)) {
            here.push((id, person.legal_status, since));
        }
    })?;
    let mut lines = Vec::new();
    for (id, status, since) in here {
        let followings = ground.reads.followings(id)?;
        for pathway in owed.iter().filter(|pathway| is_owed(pathway, status, since)) {
            let begun = match offer(pathway, &followings) {
                Offer::Told => continue,
                Offer::Begun(day) => Some(day),
                Offer::Never => None,
            };
            let person = ground.reads.person(id)?.unwrap_or_default();
            lines.push(Line::body(vec![
                Field::text(&person.reference),
                Field::text(person.list_name()),
                Field::text(words.pick(&pathway.title)),
                Field::date(since),
                Field::date(begun),
            ]));
        }
    }
    let columns = vec![
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
        Column::new("pathway", say!(words, "said-pathway")).wide(28),
        Column::new("since", say!(words, "completeness-since")).centred(),
        Column::new("started", say!(words, "completeness-started")).centred(),
    ];
    Ok(Some(Table::new("offers", say!(words, "completeness-offers"), READ, columns, lines)))
}

/// Exceptions to the rules of these programmes that were granted in the period, the latest first.
fn exceptions(programmes: &BTreeMap<String, String>, period: Period, ground: &Ground) -> Result<Table, Fault> {
    let words = ground.words;
    let mut granted = Vec::new();
    for (id, title) in programmes {
        for (person, exception) in ground.reads.exceptions_for(id)? {
            if period.holds(exception.at.date_naive()) && !ground.without.contains(&person) {
                granted.push((exception, person, (id, title)));
            }
        }
    }
    granted.sort_by_key(|(exception, person, _)| (std::cmp::Reverse(exception.at), *person));
    let mut lines = Vec::new();
    for (exception, person, (id, title)) in granted {
        let person = ground.reads.person(person)?.unwrap_or_default();
        lines.push(Line::body(vec![
            Field::text(&person.reference),
            Field::text(person.list_name()),
            Field::term(id, title),
            Field::Date(exception.at.date_naive()),
            Field::text(exception.by),
            Field::text(exception.why),
        ]));
    }
    let columns = vec![
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
        Column::new("programme", say!(words, "report-programme")).wide(28),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("by", say!(words, "completeness-by")).wide(24).holding(Holds::Staff),
        Column::new("why", say!(words, "report-reason")).wide(40).holding(Holds::Note),
    ];
    Ok(Table::new("exceptions", say!(words, "completeness-exceptions"), READ, columns, lines))
}

/// Actions of these people's plans that are overdue, the longest first; nothing where none is.
fn actions(members: &BTreeSet<PersonId>, ground: &Ground) -> Result<Option<Table>, Fault> {
    let (words, today) = (ground.words, ground.now.date_naive());
    let mut found = Vec::new();
    for (id, plan) in Plan::of_everybody(ground.reads, "action")? {
        if members.contains(&id) {
            found.extend(plan.overdue(today).map(|(_, action)| (id, action.clone())));
        }
    }
    found.sort_by_key(|(id, action)| (action.due, *id));
    let mut lines = Vec::new();
    for (id, action) in found {
        let person = ground.reads.person(id)?.unwrap_or_default();
        let days = action.due.map_or(0, |due| today.signed_duration_since(due).num_days());
        lines.push(Line::body(vec![
            Field::text(&person.reference),
            Field::text(person.list_name()),
            Field::text(&action.what),
            Field::text(words.doer(&action.who, &Services::default())),
            Field::date(action.due),
            Field::Number(u32::try_from(days).unwrap_or(0)),
        ]));
    }
    let columns = vec![
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
        Column::new("what", say!(words, "plan-action-what")).wide(40).holding(Holds::Note),
        Column::new("who", say!(words, "plan-action-who")).wide(24).holding(Holds::Note),
        Column::new("by", say!(words, "plan-action-when")).centred(),
        Column::new("days", say!(words, "completeness-days")).centred(),
    ];
    let is_empty = lines.is_empty();
    let table = Table::new("actions", say!(words, "completeness-actions"), READ, columns, lines);
    Ok((!is_empty).then_some(table))
}
