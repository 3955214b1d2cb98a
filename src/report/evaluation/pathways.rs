//! What became of pathways that were started in the period: by pathway, and by step.

use crate::domain::figures::pathways::{PathwayCount, PathwayFigures, StepCount};
use crate::i18n::Words;
use crate::report::kind::READ;
use crate::report::table::{Column, Field, Holds, Line, Table};
use crate::say;

/// The tables; none where nothing was started.
pub(super) fn tables(figures: &PathwayFigures, words: &Words) -> Vec<Table> {
    if figures.by_pathway.is_empty() { Vec::new() } else { vec![runs(figures, words), steps(figures, words)] }
}

fn count(id: &'static str, label: String) -> Column {
    Column::new(id, label).centred().holding(Holds::Count)
}

fn runs(figures: &PathwayFigures, words: &Words) -> Table {
    let columns = vec![
        Column::new("pathway", say!(words, "report-pathway")).wide(32).key(),
        count("started", say!(words, "report-started")),
        count("running", say!(words, "report-running")),
        count("done", say!(words, "report-to-the-end")),
        count("ended_early", say!(words, "report-ended-early")),
    ];
    let line = |(id, of): (&String, &PathwayCount)| {
        let counts = [of.started, of.running, of.done, of.ended_early].map(Field::Number);
        Line::body([Field::term(id, words.pick(&of.title))].into_iter().chain(counts).collect())
    };
    let lines = figures.by_pathway.iter().map(line).collect();
    Table::new("pathways", say!(words, "person-pathways"), READ, columns, lines)
}

fn steps(figures: &PathwayFigures, words: &Words) -> Table {
    let columns = vec![
        Column::new("pathway", say!(words, "report-pathway")).wide(28).key(),
        Column::new("step", say!(words, "report-step")).wide(32).key(),
        count("waiting", say!(words, "report-waiting-now")),
        count("done", say!(words, "report-times-done")),
        // The days of few people are about somebody: kept from whoever gets no notes.
        Column::new("median_days", say!(words, "report-median-days")).centred().holding(Holds::Note),
    ];
    let line = |id: &str, of: &PathwayCount, step: &StepCount| {
        Line::body(vec![
            Field::term(id, words.pick(&of.title)),
            Field::term(&step.id, words.pick(&step.title)),
            Field::Number(step.waiting),
            Field::Number(step.done),
            step.median_days().map_or(Field::Empty, Field::Number),
        ])
    };
    let lines = figures.by_pathway.iter().flat_map(|(id, of)| of.steps.iter().map(move |step| line(id, of, step)));
    Table::new("pathway_steps", say!(words, "report-steps-by-pathway"), READ, columns, lines.collect())
}
