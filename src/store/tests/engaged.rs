//! What takes somebody's time: appointments and sessions of other groups, on the days that are asked about.

use super::*;
use crate::domain::appointment::What;
use crate::domain::group::Place;
use crate::domain::id::GroupId;
use crate::domain::record::{Reads, Records};

#[test]
fn appointments_and_other_groups_on_the_days_that_are_asked_about() {
    let (home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    store.record(&kept(&record), &noon()).unwrap();
    let store = reopened(&home, store);
    let ana = record.members[0].id;
    let days = ["2026-11-24", "2026-12-08"].map(sample::day);
    let found = store.engagements(ana, GroupId(99), &days).unwrap();
    let said: Vec<_> = found.iter().map(|e| (e.date, e.minutes, e.what.clone())).collect();
    let session = (days[0], 90, What::Group("K-07".to_owned()));
    assert_eq!(said, [(days[1], 30, What::Appointment("dentist".to_owned())), session]);
    // The group itself does not collide with itself, and other days are not asked about.
    assert_eq!(store.engagements(ana, record.id, &days[..1]).unwrap(), []);
    // Who waits for a place is not engaged.
    let waiting = record.members.iter().find(|member| member.enrolment.state == Place::Waiting).unwrap().id;
    assert_eq!(store.engagements(waiting, GroupId(99), &days).unwrap(), []);
}
