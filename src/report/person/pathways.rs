//! The pathways of a person: where each stands, every step that was taken, and on which consents.

use crate::domain::following::{Following, Standing};
use crate::domain::run::Taken;
use crate::i18n::Words;
use crate::report::kind::READ;
use crate::report::table::{Column, Field, Holds, Line, Table};
use crate::say;

/// The tables; none when nothing was started.
pub(super) fn tables(followings: &[Following], words: &Words) -> Vec<Table> {
    if followings.is_empty() {
        return Vec::new();
    }
    vec![runs(followings, words), steps(followings, words), consents(followings, words)]
}

fn text_or_empty(text: &str) -> Field<'static> {
    if text.is_empty() { Field::Empty } else { Field::text(text) }
}

fn runs(followings: &[Following], words: &Words) -> Table {
    let line = |following: &Following| {
        let why = following.run.ended.as_ref().map(|ended| ended.why.clone()).unwrap_or_default();
        let (next, ended) = match following.standing() {
            Standing::At(_) => (following.step().map(|step| words.pick(&step.title)).unwrap_or_default(), None),
            Standing::Stopped(consent) => (say!(words, "paths-stopped", name = &consent.name), None),
            Standing::Ended(on) => (String::new(), Some(on)),
        };
        Line::body(vec![
            Field::term(&following.pathway.id, words.pick(&following.pathway.title)),
            Field::Date(following.run.started),
            text_or_empty(&next),
            Field::date(following.reminded()),
            Field::date(ended),
            text_or_empty(&why),
        ])
    };
    let columns = vec![
        Column::new("pathway", say!(words, "report-pathway")).wide(28).key(),
        Column::new("started", say!(words, "report-started")).centred(),
        Column::new("next", say!(words, "report-next-step")).wide(32),
        Column::new("due", say!(words, "report-due")).centred(),
        Column::new("ended", say!(words, "report-ended")).centred(),
        Column::new("why", say!(words, "report-reason")).wide(40).holding(Holds::Note),
    ];
    Table::new("pathways", say!(words, "person-pathways"), READ, columns, followings.iter().map(line).collect())
}

fn steps(followings: &[Following], words: &Words) -> Table {
    let line = |following: &Following, taken: &Taken| {
        let interpreter = taken.interpreter.map(|there| say!(words, if there { "answer-yes" } else { "answer-no" }));
        Line::body(vec![
            Field::term(&following.pathway.id, words.pick(&following.pathway.title)),
            Field::Date(taken.on),
            Field::term(&taken.step, words.pick(&taken.title)),
            text_or_empty(&words.pick(&taken.chose)),
            text_or_empty(&answers(following, taken, words)),
            text_or_empty(&taken.why),
            text_or_empty(&interpreter.unwrap_or_default()),
            Field::text(&taken.by),
        ])
    };
    let lines = followings.iter().flat_map(|following| following.taken.iter().map(move |taken| line(following, taken)));
    let columns = vec![
        Column::new("pathway", say!(words, "report-pathway")).wide(28).key(),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("step", say!(words, "report-step")).wide(32),
        Column::new("way", say!(words, "report-chosen")).wide(24),
        Column::new("answers", say!(words, "report-answers")).wide(48).holding(Holds::Note),
        Column::new("why", say!(words, "report-reason")).wide(40).holding(Holds::Note),
        Column::new("interpreter", say!(words, "report-interpreter")).centred(),
        Column::new("by", say!(words, "completeness-by")).wide(24).holding(Holds::Staff),
    ];
    Table::new("pathway_steps", say!(words, "report-steps"), READ, columns, lines.collect())
}

/// `To whom? my mother; In which country? Lithuania`.
fn answers(following: &Following, taken: &Taken, words: &Words) -> String {
    let answered = following.pathway.questions().filter_map(|question| {
        let answer = words.answered(question, taken.answers.get(&question.id)?);
        Some(say!(words, "path-answer", question = words.pick(&question.text), answer = answer))
    });
    answered.collect::<Vec<_>>().join("; ")
}

fn consents(followings: &[Following], words: &Words) -> Table {
    let mut lines = Vec::new();
    for following in followings {
        for (_, consent) in &following.consents {
            lines.push(Line::body(vec![
                Field::term(&following.pathway.id, words.pick(&following.pathway.title)),
                Field::text(&consent.name),
                Field::text(&consent.what),
                Field::Date(consent.given),
                Field::date(consent.until),
                Field::term(consent.language.code(), words.language(&consent.language)),
                Field::text(say!(words, if consent.interpreter { "answer-yes" } else { "answer-no" })),
                Field::date(consent.withdrawn),
                Field::text(&consent.by),
            ]));
        }
    }
    let columns = vec![
        Column::new("pathway", say!(words, "report-pathway")).wide(28).key(),
        Column::new("to", say!(words, "consent-who")).wide(28),
        Column::new("what", say!(words, "consent-what")).wide(40).holding(Holds::Note),
        Column::new("given", say!(words, "report-given")).centred(),
        Column::new("until", say!(words, "consent-last-day")).centred(),
        Column::new("language", say!(words, "consent-language")),
        Column::new("interpreter", say!(words, "report-interpreter")).centred(),
        Column::new("withdrawn", say!(words, "report-withdrawn")).centred(),
        Column::new("by", say!(words, "completeness-by")).wide(24).holding(Holds::Staff),
    ];
    Table::new("consents", say!(words, "path-consents"), READ, columns, lines)
}
