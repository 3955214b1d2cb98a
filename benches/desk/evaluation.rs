//! An evaluation of a million marks, beside what SQLite's own shell needs to count the same unencrypted.

use crate::exports::{export, peak_of, plain_copy, shell, timed};
use crate::ground::{Ground, filled};
use crate::sheet::{Sheet, Target, median};
use anyhow::Result;
use std::path::Path;
use std::process::{Command, Stdio};

/// What an evaluation counts, as far as it stands in columns: places and sessions by state, attendance by session plan
/// with its minutes, by language and by country, ratings, deliveries. Which of these is met of a completion rule, or how
/// many minutes somebody received, no query says; an evaluation does.
const COUNTS: &str = "
    SELECT e.state, count(*) FROM enrolment e GROUP BY 1;
    SELECT s.state, count(*) FROM session s GROUP BY 1;
    SELECT c.programme, s.plan, m.code, count(*), sum(m.minutes), sum(m.caught_up_on IS NOT NULL)
      FROM grp g CROSS JOIN course c ON c.id = g.course CROSS JOIN session s ON s.grp = g.id
        CROSS JOIN mark m ON m.session = s.id
      GROUP BY 1, 2, 3;
    SELECT json_extract(p.json, '$.languages[0].language'), e.state, m.code, count(*)
      FROM enrolment e CROSS JOIN person_facts p ON p.id = e.person CROSS JOIN session s ON s.grp = e.grp
        LEFT JOIN mark m ON m.session = s.id AND m.person = e.person
      GROUP BY 1, 2, 3;
    SELECT json_extract(p.json, '$.country'), e.state, m.code, count(*)
      FROM enrolment e CROSS JOIN person_facts p ON p.id = e.person CROSS JOIN session s ON s.grp = e.grp
        LEFT JOIN mark m ON m.session = s.id AND m.person = e.person
      GROUP BY 1, 2, 3;
    SELECT item, json, count(*) FROM rating GROUP BY 1, 2;
    SELECT item, json, count(*) FROM delivery GROUP BY 1, 2;";

/// Rounds of each.
const ROUNDS: usize = 3;

/// The large store, and that ten times as many marks take no more memory.
pub fn evaluation(ground: &Ground, sheet: &mut Sheet, large: &Path) -> Result<()> {
    Sheet::head("Evaluation of 1,000,000 marks, key derivation included; floor: sqlite3 counts an unencrypted copy");
    if Command::new("sqlite3").arg("-version").stdout(Stdio::null()).status().is_ok_and(|status| status.success()) {
        let plain = plain_copy(large)?;
        let (mut ours, mut theirs) = (vec![], vec![]);
        for _ in 0..ROUNDS {
            ours.push(timed(export(ground, large, "evaluation", "csv")?)?);
            theirs.push(timed(shell(ground, &plain, "-csv", COUNTS)?)?);
        }
        sheet.figure("an evaluation, median", "s", median(&ours), median(&theirs), Target::Times(1.0));
    } else {
        Sheet::note("!!! sqlite3 is not installed: the evaluation has no floor and is NOT measured !!!");
    }
    let medium = filled("medium", 10_000)?;
    let (tenth, whole) = (peak_of(ground, &medium, "evaluation", "csv")?, peak_of(ground, large, "evaluation", "csv")?);
    sheet.figure("memory; floor: of 100,000 marks", "MB", whole, tenth, Target::Times(1.5));
    Ok(())
}
