//! The summary of a group: its people, how far they came, what was held and received, who left and why.

pub(super) mod delivery;
mod outcomes;

use crate::domain::attendance::{Kind, TABLE};
use crate::domain::figures::{Register, RegisterRow, Share, Summary, Tally};
use crate::domain::group::{LeavingReason, Place};
use crate::domain::record::{GroupRecord, Member};
use crate::i18n::Words;
use crate::report::kind::{EVERY, READ};
use crate::report::register;
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, LineKind, Rows, Sums, Table, headed};
use crate::say;
use chrono::{DateTime, FixedOffset};

/// The summary of one group.
#[must_use]
pub fn of(record: &GroupRecord, words: &Words, now: DateTime<FixedOffset>) -> Document {
    let register = Register::of(record);
    let summary = Summary::of(record, &register);
    let mut facts = register::facts(record, words);
    facts.push(Fact {
        id: "completion_rule",
        label: say!(words, "report-rule"),
        field: Field::text(words.completes_with(&record.course)),
    });
    let mut tables = vec![
        figures(&register.total, &summary, words),
        people(record, &register, words),
        leaving(&summary, words),
        register::sessions(record, &register, words),
        delivery::activities(record, None, words),
    ];
    tables.extend(delivery::pauses(record, None, words));
    tables.push(outcomes::objectives(record, &summary, words));
    if !record.course.ratings.items.is_empty() {
        tables.push(outcomes::ratings(record, &summary, words));
    }
    Document {
        schema: "onward.group/1",
        language: words.locale().tag,
        title: say!(words, "report-group-of", group = &record.group.code),
        written: now,
        facts,
        tables,
        signatures: Vec::new(),
        foot: Vec::new(),
    }
}

/// A figure: what it belongs to, its stable name, its message, and what of what.
struct Figure {
    id: &'static str,
    message: &'static str,
    share: Share,
}

const fn figure(id: &'static str, message: &'static str, count: u32, of: u32) -> Figure {
    Figure { id, message, share: Share { count, of } }
}

/// The figures by topic. Under each, what adds up stands together.
fn topics(total: &Tally, summary: &Summary) -> [(&'static str, &'static str, Vec<Figure>); 7] {
    let Summary { people, completion, sessions, delivered, made_good, .. } = summary;
    let (had, took, all) = (people.had_place, people.took_part(), sessions.all());
    let away = |kind| total.away_of(kind);
    let (activities, given) = (delivered.activities(), delivered.given());
    [
        (
            "people",
            "report-people",
            vec![
                figure("enrolled", "report-people-enrolled", people.enrolled, had),
                figure("completed", "report-people-completed", people.completed, had),
                figure("left", "report-people-left", people.left, had),
                figure("by_mistake", "report-people-by-mistake", people.by_mistake, had),
            ],
        ),
        (
            "completion",
            "report-completion",
            vec![
                figure("met", "report-completion-met", completion.met, took),
                figure("possible", "report-completion-possible", completion.possible, took),
                figure("out_of_reach", "report-completion-out-of-reach", completion.out_of_reach, took),
            ],
        ),
        (
            "sessions",
            "report-sessions",
            vec![
                figure("held", "report-sessions-held", sessions.held, all),
                figure("cancelled", "report-sessions-cancelled", sessions.cancelled, all),
                figure("ahead", "report-sessions-ahead", sessions.ahead, all),
                figure("moved", "report-sessions-moved", sessions.moved, all),
            ],
        ),
        (
            "attendance",
            "report-attendance",
            vec![
                figure("attended", "report-attended", total.attended(), total.enrolled),
                figure("away_acceptable", "report-away-acceptable", away(Kind::Acceptable), total.enrolled),
                figure("away_not_acceptable", "report-away-not-acceptable", away(Kind::NotAcceptable), total.enrolled),
                figure("away_prison", "report-away-prison", away(Kind::Prison), total.enrolled),
                figure("not_recorded", "report-not-recorded", total.not_recorded, total.enrolled),
                figure("commitment", "report-commitment", total.kept(), total.enrolled),
                figure("caught_up", "report-caught-up-of-away", total.caught_up, total.absent()),
            ],
        ),
        (
            "caught_up",
            "report-caught-up",
            vec![
                figure("one_to_one", "made-good-one-to-one", made_good.one_to_one, total.made_good()),
                figure("other_group", "made-good-other-group", made_good.other_group, total.made_good()),
                figure("extra_session", "made-good-extra", made_good.extra_session, total.made_good()),
                figure("not_said", "report-made-good-not-said", made_good.not_said, total.made_good()),
            ],
        ),
        (
            "dosage",
            "report-dosage",
            vec![
                figure("minutes_received", "report-person-minutes", total.minutes_received, total.minutes_planned),
                figure("minutes_delivered", "report-minutes-delivered", delivered.minutes, delivered.planned),
                figure(
                    "minutes_paused",
                    "report-minutes-paused",
                    delivered.paused,
                    delivered.minutes + delivered.paused,
                ),
            ],
        ),
        (
            "activities",
            "report-activities",
            vec![
                figure("done", "given-as-planned", delivered.done, activities),
                figure("shortened", "given-shortened", delivered.shortened, activities),
                figure("lengthened", "given-lengthened", delivered.lengthened, activities),
                figure("skipped", "given-skipped", delivered.skipped, activities),
                figure("not_recorded", "report-not-recorded", delivered.not_recorded, activities),
                figure("added", "given-added", delivered.added, given),
                figure("out_of_order", "report-out-of-order", delivered.out_of_order, given),
            ],
        ),
    ]
}

/// What a topic or a figure is called: its stable name and its message.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub id: &'static str,
    pub message: &'static str,
}

/// Every figure with its topic, in the order of a summary; those away by reason last.
pub(super) fn names() -> Vec<(Named, Named)> {
    let topics = topics(&Tally::default(), &Summary::default()).into_iter();
    let figures = topics.flat_map(|(id, message, figures)| {
        let topic = Named { id, message };
        figures.into_iter().map(move |Figure { id, message, .. }| (topic, Named { id, message }))
    });
    let away = Named { id: "away", message: "report-away" };
    let reasons = TABLE.iter().map(|row| (away, Named { id: row.id, message: row.message }));
    figures.chain(reasons).collect()
}

/// Every figure of one group, or of several added up, with what it is of.
pub(super) fn figures(total: &Tally, summary: &Summary, words: &Words) -> Table {
    let line = |topic: &Field<'static>, Figure { id, message, share }: &Figure| {
        Line::body(vec![
            topic.clone(),
            Field::term(*id, headed(&say!(words, *message))),
            Field::Number(share.count),
            Field::Number(share.of),
            share.percent().map_or(Field::Empty, Field::Number),
        ])
    };
    let mut lines = Vec::new();
    for (id, message, figures) in topics(total, summary) {
        let topic = Field::term(id, say!(words, message));
        lines.extend(figures.iter().map(|figure| line(&topic, figure)));
    }
    lines.extend(away(total, words));
    Table {
        id: "figures",
        title: say!(words, "report-figures"),
        formats: EVERY,
        columns: vec![
            Column::new("topic", say!(words, "report-topic")).wide(22).key(),
            Column::new("figure", say!(words, "report-figure")).wide(36).key(),
            Column::new("count", say!(words, "report-count")).centred(),
            Column::new("of", say!(words, "report-of")).centred(),
            Column::new("percent", say!(words, "report-percent")).centred(),
        ],
        rows: Rows::Held(lines),
        chart: None,
    }
}

/// Away by reason, for the reasons that occur.
fn away(total: &Tally, words: &Words) -> Vec<Line> {
    let topic = Field::term("away", say!(words, "report-away"));
    let absent = total.absent();
    let reasons = TABLE.iter().filter_map(|row| Some((row, *total.away.get(&row.code)?)));
    let line = |(row, count): (&crate::domain::attendance::Row, u32)| {
        Line::body(vec![
            topic.clone(),
            Field::term(row.id, headed(&say!(words, row.message))),
            Field::Number(count),
            Field::Number(absent),
            Share { count, of: absent }.percent().map_or(Field::Empty, Field::Number),
        ])
    };
    reasons.map(line).collect()
}

fn people(record: &GroupRecord, register: &Register, words: &Words) -> Table {
    let rows = register.rows.iter().zip(&record.members).filter(|(_, member)| member.took_part());
    Table {
        id: "people",
        title: say!(words, "report-people"),
        formats: READ,
        columns: vec![
            Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
            Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
            Column::new("place", say!(words, "report-place")),
            Column::new("left_on", say!(words, "report-left-on")).centred(),
            Column::new("reason", say!(words, "report-reason")).wide(24),
            Column::new("earlier", say!(words, "report-earlier")).wide(30),
            Column::new("attendance", say!(words, "report-attendance")).wide(13).centred(),
            Column::new("commitment", say!(words, "report-commitment")).wide(13).centred(),
            Column::new("still_possible", say!(words, "report-still-possible")).wide(13).centred(),
            Column::new("caught_up", say!(words, "report-caught-up")).centred(),
            Column::new("minutes_received", say!(words, "report-minutes-received")).wide(18).centred(),
            Column::new("completion", say!(words, "report-completion")).wide(26),
        ],
        rows: Rows::Held(rows.map(|(row, member)| person(row, member, words)).collect()),
        chart: None,
    }
}

fn person(row: &RegisterRow, member: &Member, words: &Words) -> Line {
    let place = member.enrolment.state.message();
    let earlier = member.enrolment.earlier.iter().map(|spell| words.spell(spell)).collect::<Vec<_>>().join("; ");
    let (left_on, reason) = match &member.enrolment.state {
        Place::Left { on, reason, .. } => (Field::Date(*on), term(*reason, words)),
        Place::Completed { on } => (Field::Date(*on), Field::Empty),
        _ => (Field::Empty, Field::Empty),
    };
    Line::body(vec![
        Field::text(&member.person.reference),
        Field::text(member.person.list_name()),
        Field::term(place.trim_start_matches("place-"), say!(words, place)),
        left_on,
        reason,
        if earlier.is_empty() { Field::Empty } else { Field::text(earlier) },
        Field::Share(row.tally.attendance()),
        Field::Share(row.tally.commitment()),
        Field::Share(row.still_possible()),
        Field::Number(row.tally.made_good()),
        Field::Share(Share { count: row.tally.minutes_received, of: row.tally.minutes_planned }),
        register::completion(row.completion, words),
    ])
}

fn term(reason: LeavingReason, words: &Words) -> Field<'static> {
    Field::term(reason.message().trim_start_matches("leaving-"), say!(words, reason.message()))
}

/// Why people left; by mistake among them, so that everybody who is gone is there.
pub(super) fn leaving(summary: &Summary, words: &Words) -> Table {
    let line = |(reason, count): (&LeavingReason, &u32)| Line::body(vec![term(*reason, words), Field::Number(*count)]);
    let mut lines: Vec<Line> = summary.leaving.iter().map(line).collect();
    let all = Field::Number(summary.leaving.values().sum());
    lines.push(Line { kind: LineKind::Total, fields: vec![Field::term("total", say!(words, "report-total")), all] });
    Table {
        id: "leaving",
        title: say!(words, "report-leaving"),
        formats: READ,
        columns: vec![
            Column::new("reason", say!(words, "report-reason")).wide(32).key(),
            Column::new("count", say!(words, "report-count")).centred().summed(Sums::Body).holding(Holds::Count),
        ],
        rows: Rows::Held(lines),
        chart: None,
    }
}
