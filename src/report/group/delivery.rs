//! What was delivered: a line for everything on the agendas of the sessions that are over, and their pauses.

use crate::domain::figures::Fidelity;
use crate::domain::figures::fidelity::Given;
use crate::domain::id::SessionId;
use crate::domain::pause::Pause;
use crate::domain::record::{Dated, GroupRecord};
use crate::i18n::Words;
use crate::report::kind::READ;
use crate::report::table::{Column, Field, Line, Rows, Table};
use crate::say;

/// Every activity with its minutes, planned and given, in which order, and what became of it; of one session, or of all.
pub(in crate::report) fn activities(record: &GroupRecord, only: Option<SessionId>, words: &Words) -> Table {
    let line = |dated: &Dated, given: &Given| {
        let how = given.how.message();
        Line::body(vec![
            Field::session(dated.session.label()),
            Field::text(words.point(&given.point)),
            Field::Number(given.planned),
            Field::Number(given.minutes),
            given.order.map_or(Field::Empty, Field::Number),
            Field::term(how.trim_start_matches("given-"), say!(words, how)),
        ])
    };
    let mut lines = Vec::new();
    for dated in record.sessions.iter().filter(|dated| only.is_none_or(|id| id == dated.id)) {
        let Some(fidelity) = Fidelity::of(record, dated.id) else { continue };
        lines.extend(fidelity.given.iter().map(|given| line(dated, given)));
    }
    Table {
        id: "activities",
        title: say!(words, "report-activities"),
        formats: READ,
        columns: vec![
            Column::new("session", say!(words, "report-session")).wide(9).key(),
            Column::new("activity", say!(words, "report-activity")).wide(36).key(),
            Column::new("minutes_planned", say!(words, "report-minutes-planned")).centred(),
            Column::new("minutes", say!(words, "report-minutes-given")).centred(),
            Column::new("order", say!(words, "report-order")).centred(),
            Column::new("how", say!(words, "report-how")).wide(16),
        ],
        rows: Rows::Held(lines),
        chart: None,
    }
}

/// The pauses of the sessions that are over; nothing when there were none.
pub(in crate::report) fn pauses(record: &GroupRecord, only: Option<SessionId>, words: &Words) -> Option<Table> {
    let line = |dated: &Dated, pause: &Pause| {
        let to = pause.to?;
        let (minutes, why) = (to.signed_duration_since(pause.from).num_minutes(), pause.why.message());
        Some(Line::body(vec![
            Field::session(dated.session.label()),
            Field::Time(pause.from.time()),
            Field::Time(to.time()),
            Field::Number(u32::try_from(minutes).unwrap_or(0)),
            Field::term(why.trim_start_matches("pause-"), say!(words, why)),
        ]))
    };
    let of = |dated: &Dated| record.pauses_of(dated.id).filter_map(|(_, pause)| line(dated, pause)).collect::<Vec<_>>();
    let lines: Vec<Line> =
        record.sessions.iter().filter(|dated| only.is_none_or(|id| id == dated.id)).flat_map(of).collect();
    (!lines.is_empty()).then(|| Table {
        id: "pauses",
        title: say!(words, "report-pauses"),
        formats: READ,
        columns: vec![
            Column::new("session", say!(words, "report-session")).wide(9).key(),
            Column::new("from", say!(words, "report-from")).centred(),
            Column::new("to", say!(words, "report-to")).centred(),
            Column::new("minutes", say!(words, "report-pause-minutes")).centred(),
            Column::new("why", say!(words, "report-reason")).wide(16),
        ],
        rows: Rows::Held(lines),
        chart: None,
    })
}
