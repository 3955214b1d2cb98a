//! A hand-over sheet: what one recipient may be told about a person, on the basis that holds today, and nothing else.

use crate::domain::coverage::is_ordinary;
use crate::domain::field::Field as Asked;
use crate::domain::following::Standing;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::plan::{Action, Part, Plan};
use crate::domain::record::Membership;
use crate::domain::sharing::{Shared, Topic, matrix};
use crate::domain::shelf::Services;
use crate::report::Fault;
use crate::report::both::Both;
use crate::report::kind::READ;
use crate::report::request::Ground;
use crate::report::table::{Column, Document, Fact, Field, Line, Table};
use crate::say;

/// The sheet about a person for the line of their matrix with this item.
///
/// # Errors
/// When there is no such line, it has no basis that holds today, or the store cannot be read.
pub fn of(id: PersonId, partner: &str, ground: &Ground) -> Result<Document, Fault> {
    let (reads, words) = (ground.reads, ground.words);
    let person = reads.person(id)?.ok_or(Fault::NoPerson)?;
    let lines = matrix(reads, id)?;
    let line = lines.iter().find(|line| line.item == partner).ok_or(Fault::ToWhom)?;
    let today = ground.now.date_naive();
    let basis = line.basis(today).map_err(Fault::Untold)?;
    let mut facts = vec![
        Fact::new("to", say!(words, "hand-over-to"), Field::text(&line.partner.name)),
        Fact::new("basis", say!(words, "hand-over-basis"), Field::text(words.basis(&basis))),
    ];
    facts.extend(about(&person, line, ground));
    let text = |text: &str| if text.is_empty() { Field::Empty } else { Field::text(text) };
    facts.push(Fact::new("before", say!(words, "hand-over-before"), text(&line.partner.before)));
    facts.push(Fact::new("after", say!(words, "hand-over-after"), text(&line.partner.after)));
    let plan = Plan::read(reads, id)?;
    let mut tables = of_the_plan(&plan, line, ground);
    if told(line, Topic::Programmes) {
        tables.push(programmes(id, ground)?);
    }
    if told(line, Topic::Pathways) {
        tables.push(pathways(id, ground)?);
    }
    let title = say!(words, "hand-over-title", name = &line.partner.name);
    let signatures = vec![say!(words, "report-signature-open")];
    Ok(Document { facts, tables, signatures, ..Document::new("onward.hand-over/1", title, words, ground.now) })
}

fn told(line: &Shared, topic: Topic) -> bool {
    line.partner.told.contains(&topic)
}

fn about(person: &Person, line: &Shared, ground: &Ground) -> Vec<Fact> {
    let words = ground.words;
    let mut facts = Vec::new();
    if told(line, Topic::Identity) {
        facts.push(Fact::new("name", say!(words, "report-name"), Field::text(person.name())));
        let asked = [
            ("reference", Asked::Reference),
            ("languages", Asked::Languages),
            ("interpreter", Asked::Interpreter),
            ("country", Asked::Country),
            ("born", Asked::Born),
        ];
        facts.extend(asked.into_iter().filter_map(|(id, asked)| {
            Some(Fact::new(id, words.say(asked.message(), &[]), Field::text(words.fact(asked, person)?)))
        }));
    }
    if told(line, Topic::Release) {
        facts.push(Fact::new("release", words.say(Asked::Release.message(), &[]), Field::date(person.release)));
    }
    facts
}

/// The parts of the plan that may be told.
fn of_the_plan(plan: &Plan, line: &Shared, ground: &Ground) -> Vec<Table> {
    let words = ground.words;
    let both = Both::alone(words);
    let mut tables = Vec::new();
    if told(line, Topic::Needs) {
        tables.push(super::plan::needs(plan, &both));
    }
    if told(line, Topic::Goals) {
        tables.push(super::plan::goals(plan, &both));
    }
    if told(line, Topic::Actions) {
        let open = |(_, action): &(String, Action)| {
            Line::body(vec![
                Field::text(&action.what),
                Field::text(words.doer(&action.who, &Services::default())),
                Field::date(action.due),
            ])
        };
        let columns = vec![
            Column::new("what", say!(words, "plan-action-what")).wide(48).key(),
            Column::new("who", say!(words, "plan-action-who")).wide(24),
            Column::new("by", say!(words, "plan-action-when")).centred(),
        ];
        tables.push(Table::new("actions", say!(words, "plan-actions"), READ, columns, plan.open().map(open).collect()));
    }
    if told(line, Topic::AfterRelease) {
        let branch = plan.branch();
        let parts = Part::ALL.into_iter().filter(|part| !plan.part(branch, *part).is_empty());
        let line = |part: Part| {
            Line::body(vec![Field::term(part.id(), say!(words, part.message())), Field::text(plan.part(branch, part))])
        };
        let columns = vec![
            Column::new("part", say!(words, branch.message())).wide(32).key(),
            Column::new("text", say!(words, "paper-plan-text")).wide(60),
        ];
        let title = say!(words, "topic-after-release");
        tables.push(Table::new("after_release", title, READ, columns, parts.map(line).collect()));
    }
    tables
}

fn programmes(id: PersonId, ground: &Ground) -> Result<Table, Fault> {
    let words = ground.words;
    let line = |membership: Membership| {
        let place = membership.enrolment.state.message();
        Line::body(vec![
            Field::text(words.pick(&membership.title)),
            Field::term(place.trim_start_matches("place-"), words.say(place, &[])),
            Field::Number(membership.attended),
            Field::Number(membership.held),
        ])
    };
    let lines = ground.reads.memberships(id)?.into_iter().map(line).collect();
    let columns = vec![
        Column::new("programme", say!(words, "report-programme")).wide(40).key(),
        Column::new("place", say!(words, "report-place")).wide(20),
        Column::new("attended", say!(words, "report-attended")).centred(),
        Column::new("held", say!(words, "report-sessions-held")).centred(),
    ];
    Ok(Table::new("programmes", say!(words, "topic-programmes"), READ, columns, lines))
}

fn pathways(id: PersonId, ground: &Ground) -> Result<Table, Fault> {
    let words = ground.words;
    let followings = ground.reads.followings(id)?;
    let ordinary = followings.iter().filter(|following| is_ordinary(&following.pathway));
    let lines = ordinary.map(|following| {
        let next = match following.standing() {
            Standing::At(_) => following.step().map_or(Field::Empty, |step| Field::text(words.pick(&step.title))),
            Standing::Stopped(_) | Standing::Ended(_) => Field::Empty,
        };
        let ended = if let Standing::Ended(on) = following.standing() { Some(on) } else { None };
        Line::body(vec![
            Field::term(&following.pathway.id, words.pick(&following.pathway.title)),
            Field::Date(following.run.started),
            next,
            Field::date(ended),
        ])
    });
    let columns = vec![
        Column::new("pathway", say!(words, "report-pathway")).wide(32).key(),
        Column::new("started", say!(words, "report-started")).centred(),
        Column::new("next", say!(words, "report-next-step")).wide(32),
        Column::new("ended", say!(words, "report-ended")).centred(),
    ];
    Ok(Table::new("pathways", say!(words, "topic-pathways"), READ, columns, lines.collect()))
}
