//! Today on a store in which very much is due: 50,000 pathways run for 20,000 people, against the empty store.

use crate::ground::{Ground, PASSPHRASE, crowd, kept};
use crate::screens::start_of_desk;
use crate::sheet::{Sheet, Target, median};
use anyhow::Result;
use onward::catalogue::Catalogue;
use onward::domain::id::PersonId;
use onward::domain::record::{About, Reads, Records, Stamp};
use onward::store::{self, Store};
use onward::tui::shell::clock::now;
use std::fs;
use std::path::PathBuf;

const PEOPLE: u32 = 20_000;
const RUNS: usize = 50_000;
/// Runs that are recorded as one step.
const STEP: usize = 4_000;

/// The start of the desk, as `start` measures it.
pub fn followed(ground: &Ground, sheet: &mut Sheet) -> Result<()> {
    Sheet::head("Pathways: from the key being known to Today, with 50,000 running steps of 20,000 people");
    let (empty, full) = (ground.empty()?, running()?);
    let (mut on_empty, mut on_full) = (vec![], vec![]);
    for round in 0..12 {
        let (first, second) = (start_of_desk(ground, &empty)?, start_of_desk(ground, &full)?);
        // The first round only warms the caches.
        if round > 0 {
            on_empty.push(first);
            on_full.push(second);
        }
    }
    let (empty, full) = (median(&on_empty), median(&on_full));
    sheet.figure("Today; floor: the empty store", "ms", full, empty, Target::Times(1.5));
    Ok(())
}

/// A copy of the planner's crowd with its pathways, made unless an earlier run has left them.
fn running() -> Result<PathBuf> {
    let dir = kept("followed");
    if !store::exists(&dir)? {
        // The planner's own stays as it is.
        let crowd = crowd(PEOPLE)?;
        fs::create_dir_all(&dir)?;
        for name in ["onward.db", "onward.key", "onward.tries"] {
            fs::copy(crowd.join(name), dir.join(name))?;
        }
    }
    let mut store = Store::open(&dir, &store::unlock(&dir, PASSPHRASE)?)?;
    let there = store.standing("run", About::Everything)?.len();
    if there < RUNS {
        follow(&mut store, there)?;
    }
    Ok(dir)
}

/// Starts built-in pathways for one person after another, again and again, since some weeks.
fn follow(store: &mut Store, there: usize) -> Result<()> {
    let (today, mut people) = (now().date_naive(), Vec::<PersonId>::new());
    store.each_applicant(today, &mut |applicant| people.push(applicant.id))?;
    let built_in = Catalogue::built_in(today);
    let open: Vec<_> = built_in.services.pathways.iter().filter(|pathway| !pathway.is_restricted()).collect();
    store.filling(true)?;
    let mut entries = Vec::new();
    for nth in there..RUNS {
        let (Some(person), Some(pathway)) = (people.get(nth % people.len().max(1)), open.get(nth % open.len().max(1)))
        else {
            break;
        };
        let started = today - chrono::Days::new(u64::try_from(nth % 60)?);
        let is_pinned = there > 0 || nth >= open.len();
        entries.extend(pathway.starting(*person, &(nth + 1).to_string(), is_pinned, (started, "Bench")));
        if entries.len() >= STEP || nth + 1 == RUNS {
            store.record(&std::mem::take(&mut entries), &Stamp { actor: "Bench".to_owned(), at: now() })?;
        }
    }
    store.filling(false)?;
    Ok(())
}
