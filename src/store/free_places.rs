//! Reading which groups have a place for somebody, and how many people would fit.

use crate::domain::eligibility::{Standing, standing_of};
use crate::domain::id::GroupId;
use crate::domain::programme::{GroupSize, Rule};
use crate::domain::record::{Failure, FreePlaces};
use crate::store::{applicants, row};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use std::ops::ControlFlow;

/// Unfinished groups that are looked at, at the most: the latest starts.
const GROUPS: u32 = 48;
/// People who are read for a group, at the most: those who are released soonest after its start.
const READ: u32 = 500;
/// Of those who fit, whose places are looked up, at the most: each lies on other pages of a large store.
const LOOKED_UP: u32 = 16;
/// People who fit that are counted, at the most: two groups full of them.
const FITTING: u32 = 8;

/// Unfinished groups with a place that start by a day, the latest start first.
pub(super) const SELECT: &str = "SELECT chosen.id, chosen.code, chosen.start, c.least, c.most, c.rules,
      (SELECT count(*) FROM enrolment e WHERE e.grp = chosen.id AND e.state IN ('enrolled', 'completed')) people,
      (SELECT count(*) FROM enrolment e WHERE e.grp = chosen.id AND e.state = 'waiting'),
      EXISTS (SELECT 1 FROM session s WHERE s.grp = chosen.id AND s.state IN ('running', 'held')), c.programme
    FROM (SELECT id, code, start, course FROM grp WHERE finished IS NULL AND start <= ?1
      ORDER BY start DESC, id DESC LIMIT ?2) chosen
    CROSS JOIN course c ON c.id = chosen.course WHERE people < c.most";

pub(super) fn read(
    db: &Connection,
    today: NaiveDate,
    soon: NaiveDate,
    limit: usize,
) -> Result<Vec<FreePlaces>, Failure> {
    let mut statement = db.prepare_cached(SELECT)?;
    let mut rows = statement.query(params![soon.to_string(), GROUPS])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut places = free_places(row)?;
        // One that should have begun, and of which nothing was held, is somebody else's worry.
        let is_ahead = !places.begun && places.start >= today;
        if is_ahead {
            count_fitting(db, &mut places, row::text(row, 9)?, &row::json::<Vec<Rule>>(row, 5)?)?;
        }
        if is_ahead || (places.begun && places.waiting > 0) {
            found.push(places);
        }
    }
    found.sort_by_key(|places| (places.start, places.group));
    found.truncate(limit);
    Ok(found)
}

fn free_places(row: &Row) -> Result<FreePlaces, Failure> {
    Ok(FreePlaces {
        group: GroupId(row.get(0)?),
        code: row.get(1)?,
        start: row::day(row::text(row, 2)?)?,
        begun: row.get(8)?,
        people: row.get(6)?,
        size: GroupSize { min: row.get(3)?, max: row.get(4)? },
        waiting: row.get(7)?,
        fitting: 0,
        more_fit: false,
    })
}

/// Counts who may take part by `rules`, has no place and has not completed `programme`: of the first who are
/// released after the start, as far as it takes to know that there are plenty.
fn count_fitting(db: &Connection, places: &mut FreePlaces, programme: &str, rules: &[Rule]) -> Result<(), Failure> {
    let (mut read, mut looked_up) = (0, 0);
    places.more_fit = applicants::first(db, places.start, &mut |applicant| {
        read += 1;
        if standing_of(&applicant.person, rules, places.start) == Standing::Eligible {
            looked_up += 1;
            places.fitting += u32::from(!applicants::has_place(db, applicant.id, programme)?);
        }
        let is_enough = places.fitting == FITTING || looked_up == LOOKED_UP || read == READ;
        Ok(if is_enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    Ok(())
}
