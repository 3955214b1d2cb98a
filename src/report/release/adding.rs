//! What adds up to what across the tables of a report, so that hiding a small count hides what would give it back.

use crate::domain::figures::suppression::{Before, Counts};
use crate::domain::released::Released;
use crate::report::table::{Field, Holds, Line, LineKind, Rows, Sums, Table};
use std::collections::BTreeMap;

/// In each line of a table: the column of the sum, and those that add up to it.
const LINES: [(&str, &str, &[&str]); 7] = [
    ("sessions", "enrolled", &["present", "late", "left_early", "away", "not_recorded"]),
    ("sessions", "attendance.count", &["present", "late", "left_early"]),
    ("sessions", "attendance.of", &["enrolled"]),
    ("languages", "took_part", &["completed", "enrolled", "left"]),
    ("countries", "took_part", &["completed", "enrolled", "left"]),
    ("rating_changes", "of", &["higher", "same", "lower"]),
    ("objectives", "of", &["achieved", "partly", "not_achieved", "not_recorded"]),
];

/// Topics of the figures that count people or what they attended; the others count sessions, minutes and activities.
const TOPICS: [&str; 5] = ["people", "completion", "attendance", "caught_up", "away"];

/// Across lines and tables: a count, and those that add up to it.
const ACROSS: [(&str, &[&str]); 20] = [
    (
        "figures/people/enrolled/of",
        &[
            "figures/people/enrolled/count",
            "figures/people/completed/count",
            "figures/people/left/count",
            "figures/people/by_mistake/count",
        ],
    ),
    ("figures/people/enrolled/of", &["figures/completion/met/of", "figures/people/by_mistake/count"]),
    (
        "figures/completion/met/of",
        &["figures/completion/met/count", "figures/completion/possible/count", "figures/completion/out_of_reach/count"],
    ),
    (
        "figures/attendance/attended/of",
        &[
            "figures/attendance/attended/count",
            "figures/attendance/away_acceptable/count",
            "figures/attendance/away_not_acceptable/count",
            "figures/attendance/away_prison/count",
            "figures/attendance/not_recorded/count",
        ],
    ),
    (
        "figures/attendance/commitment/count",
        &["figures/attendance/attended/count", "figures/attendance/away_acceptable/count"],
    ),
    (
        "figures/attendance/caught_up/of",
        &[
            "figures/attendance/away_acceptable/count",
            "figures/attendance/away_not_acceptable/count",
            "figures/attendance/away_prison/count",
        ],
    ),
    (
        "figures/caught_up/one_to_one/of",
        &[
            "figures/caught_up/one_to_one/count",
            "figures/caught_up/other_group/count",
            "figures/caught_up/extra_session/count",
            "figures/caught_up/not_said/count",
        ],
    ),
    ("leaving/total/count", &["figures/people/left/count", "figures/people/by_mistake/count"]),
    ("leaving/mistake/count", &["figures/people/by_mistake/count"]),
    ("sessions/total/enrolled", &["figures/attendance/attended/of"]),
    ("sessions/total/away", &["figures/attendance/caught_up/of"]),
    ("sessions/total/not_recorded", &["figures/attendance/not_recorded/count"]),
    ("sessions/total/attendance.count", &["figures/attendance/attended/count"]),
    ("languages/total/took_part", &["figures/completion/met/of"]),
    ("languages/total/completed", &["figures/people/completed/count"]),
    ("languages/total/enrolled", &["figures/people/enrolled/count"]),
    ("languages/total/attendance.count", &["figures/attendance/attended/count"]),
    ("languages/total/attendance.of", &["figures/attendance/attended/of"]),
    ("countries/total/took_part", &["figures/completion/met/of"]),
    ("countries/total/completed", &["figures/people/completed/count"]),
];

/// The counts of some tables by name: `table/line/column`.
#[derive(Default)]
struct Named {
    counts: Counts,
    places: BTreeMap<String, usize>,
}

impl Named {
    fn add(&mut self, name: String, count: u32) -> usize {
        let place = self.counts.add(count);
        self.places.insert(name, place);
        place
    }

    fn at(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// Says that one is the sum of the others, where all of them are there.
    fn sum(&mut self, total: &str, parts: &[&str]) {
        let parts: Option<Vec<usize>> = parts.iter().map(|part| self.at(part)).collect();
        if let (Some(total), Some(parts)) = (self.at(total), parts) {
            self.counts.sum(total, parts);
        }
    }
}

/// The name of a line: what its key columns say.
fn line_name(table: &Table, line: &Line) -> String {
    if line.kind == LineKind::Total {
        return "total".to_owned();
    }
    let keys = table.columns.iter().zip(&line.fields).filter(|(column, _)| column.key);
    let said = |field: &Field<'_>| match field {
        Field::Text(text) | Field::Term { id: text, .. } => text.to_string(),
        Field::Number(number) => number.to_string(),
        _ => String::new(),
    };
    keys.map(|(_, field)| said(field)).collect::<Vec<_>>().join("/")
}

/// Whether a field counts people: in the figures that is a matter of the topic.
fn counts(table: &Table, line: &str, column: usize) -> bool {
    let Some(column) = table.columns.get(column) else { return false };
    if table.id == "figures" {
        let topic = line.split('/').next().unwrap_or("");
        return TOPICS.contains(&topic) && matches!(&*column.id, "count" | "of");
    }
    column.holds == Holds::Count
}

/// Every count of `tables` by name, and what adds up. Of a line that was given before and is gone there are none.
fn named(tables: &[Table], before: Option<&Released>) -> Named {
    let mut named = Named::default();
    for table in tables {
        let Rows::Held(lines) = &table.rows else { continue };
        for line in lines {
            add_line(&mut named, table, line);
        }
        let gone = gone(&named, table, before);
        for name in gone.iter().flat_map(|line| at_line(before, table.id, line)) {
            named.add(name, 0);
        }
        add_columns(&mut named, table, lines, gone);
    }
    for (total, parts) in ACROSS {
        named.sum(total, parts);
    }
    add_topics(&mut named);
    named
}

fn add_line(to: &mut Named, table: &Table, line: &Line) {
    let name = line_name(table, line);
    let shares = table.columns.iter().any(|column| column.holds == Holds::Count);
    for (at, (column, field)) in table.columns.iter().zip(&line.fields).enumerate() {
        match field {
            Field::Number(number) if counts(table, &name, at) => {
                to.add(format!("{}/{name}/{}", table.id, column.id), *number);
            }
            // A share says two counts, and the third that is left.
            Field::Share(share) if shares => {
                let count = to.add(format!("{}/{name}/{}.count", table.id, column.id), share.count);
                let of = to.add(format!("{}/{name}/{}.of", table.id, column.id), share.of);
                let rest = to.add(format!("{}/{name}/{}.rest", table.id, column.id), share.of - share.count);
                to.counts.sum(of, vec![count, rest]);
            }
            _ => {}
        }
    }
    let at = |column: &str| format!("{}/{name}/{column}", table.id);
    for (_, total, parts) in LINES.iter().filter(|(id, ..)| *id == table.id) {
        let parts: Vec<String> = parts.iter().map(|part| at(part)).collect();
        to.sum(&at(total), &parts.iter().map(String::as_str).collect::<Vec<_>>());
    }
    // How many chose each step, of those who answered.
    let steps: Vec<String> =
        table.columns.iter().filter(|column| column.id.starts_with("step_")).map(|column| at(&column.id)).collect();
    if !steps.is_empty() {
        to.sum(&at("of"), &steps.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// The lines of a table that were given before, and are gone.
fn gone(named: &Named, table: &Table, before: Option<&Released>) -> Vec<String> {
    let start = format!("{}/", table.id);
    let were = before.into_iter().flat_map(Released::names).filter(|name| named.at(name).is_none());
    let mut lines: Vec<String> =
        were.filter_map(|name| Some(name.strip_prefix(&start)?.rsplit_once('/')?.0.to_owned())).collect();
    lines.sort();
    lines.dedup();
    lines
}

/// The counts that a line had before.
fn at_line<'a>(before: Option<&'a Released>, table: &str, line: &str) -> impl Iterator<Item = String> + use<'a> {
    let start = format!("{table}/{line}/");
    let names = before.into_iter().flat_map(Released::names);
    // What a figure is of is the same for its whole topic: no line less makes it smaller.
    let is_of = move |name: &str| name.starts_with("figures/") && name.ends_with("/of");
    let counts = names.filter(move |name| name.strip_prefix(&start).is_some_and(|rest| !rest.contains('/')));
    counts.filter(move |name| !is_of(name)).map(str::to_owned)
}

/// What the line of totals adds up.
fn add_columns(to: &mut Named, table: &Table, lines: &[Line], gone: Vec<String>) {
    let mut body: Vec<String> =
        lines.iter().filter(|line| line.kind == LineKind::Body).map(|line| line_name(table, line)).collect();
    if body.len() == lines.len() {
        return;
    }
    let is_gone = |line: &String| !body.contains(line);
    let gone: Vec<String> = gone.into_iter().filter(is_gone).collect();
    body.extend(gone);
    for column in &table.columns {
        let summed = [String::new(), ".count".to_owned(), ".of".to_owned()];
        for end in summed.iter().filter(|end| end.is_empty() == (column.sums == Sums::Body)) {
            let at = |line: &str| format!("{}/{line}/{}{end}", table.id, column.id);
            let parts: Vec<String> = body.iter().map(|line| at(line)).collect();
            to.sum(&at("total"), &parts.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}

/// The figures of a topic are of the same whole; those away add up to all who were.
fn add_topics(to: &mut Named) {
    let names: Vec<String> = to.places.keys().filter(|name| name.starts_with("figures/")).cloned().collect();
    for topic in TOPICS {
        let of: Vec<&String> = names
            .iter()
            .filter(|name| name.starts_with(&format!("figures/{topic}/")) && name.ends_with("/of"))
            .collect();
        // Of those away is another whole than of everybody.
        let same = of.iter().filter(|name| !name.ends_with("caught_up/of") || topic == "caught_up");
        let same: Vec<&&String> = same.collect();
        for other in same.iter().skip(1) {
            to.sum(other, &[same[0].as_str()]);
        }
    }
    let away: Vec<&str> = names
        .iter()
        .filter(|name| name.starts_with("figures/away/") && name.ends_with("/count"))
        .map(String::as_str)
        .collect();
    if let Some(of) = names.iter().find(|name| name.starts_with("figures/away/") && name.ends_with("/of")) {
        to.sum(of, &away);
        to.sum(of, &["figures/attendance/caught_up/of"]);
    }
}

/// Hides counts below `threshold` in `tables`, and what would give them back, be it with what the recipient was given
/// `before`; `said` stands in their place. What they are given is handed back.
pub(super) fn hide(tables: &mut [Table], threshold: u32, before: Option<&Released>, said: &str) -> Released {
    let all = named(tables, before);
    let mut was = vec![Before::Shown(0); before.map_or(0, |_| all.places.len())];
    if let Some(before) = before {
        for (name, place) in &all.places {
            was[*place] = before.before(name);
        }
    }
    let hidden = all.counts.hidden(threshold, &was);
    let (kept, shown) = all.places.iter().partition::<Vec<_>, _>(|(_, place)| hidden[**place]);
    let counts = |places: Vec<(&String, &usize)>| {
        places.into_iter().map(|(name, place)| (name.clone(), all.counts.count(*place))).collect()
    };
    let given = Released { shown: counts(shown), hidden: counts(kept) };
    let is_hidden = |name: &str| all.at(name).is_some_and(|place| hidden[place]);
    for table in tables {
        let names: Vec<String> = match &table.rows {
            Rows::Held(lines) => lines.iter().map(|line| line_name(table, line)).collect(),
            Rows::Streamed(_) => continue,
        };
        let columns: Vec<String> = table.columns.iter().map(|column| column.id.to_string()).collect();
        let Rows::Held(lines) = &mut table.rows else { continue };
        for (line, name) in lines.iter_mut().zip(&names) {
            let at = |column: &str| format!("{}/{name}/{column}", table.id);
            for (field, column) in line.fields.iter_mut().zip(&columns) {
                let hides = match field {
                    // A percentage is as good as the count.
                    Field::Number(_) if column == "percent" => is_hidden(&at("count")) || is_hidden(&at("of")),
                    Field::Number(_) => is_hidden(&at(column)),
                    Field::Share(_) => {
                        ["count", "of", "rest"].iter().any(|part| is_hidden(&at(&format!("{column}.{part}"))))
                    }
                    _ => false,
                };
                if hides {
                    *field = Field::term("hidden", said);
                }
            }
        }
    }
    given
}
