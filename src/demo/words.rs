//! What staff write in the sample data.

use chrono::NaiveTime;

/// The two who keep the desk in the sample data.
pub const ACTORS: [&str; 2] = ["Kari Ødegård", "Bjørn Åsheim"];

pub(super) const MORNING: NaiveTime = time(10);
pub(super) const AFTERNOON: NaiveTime = time(14);

const fn time(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// What is written down for the session that comes next, by its plan.
const NEXT_TIME: &[(&str, &str)] = &[
    ("status-and-dates", "Bring the lawyer list and blank timelines."),
    ("dates-and-scenarios", "Bring the lawyer list and blank timelines; leave time for the pairs."),
    ("two-scenarios", "Two-column sheets; the timeline of one person is still open."),
    ("papers", "Consent forms and consulate addresses; ask who has a passport in storage."),
    ("family", "Telephone cards; the visit room is booked."),
    ("first-72-hours", "Arrival cards in the languages of the group."),
    ("work", "Ask the workshop for the certificates before the CV is written."),
    ("work-and-money", "CV forms and budget sheets; somebody wants to pitch a food stall."),
    ("money-and-project", "Budget sheets; somebody wants to pitch a food stall."),
    ("health-and-safety", "Help cards; the nurse comes for the first half-hour."),
    ("my-plan", "Certificates to be signed; sheets for the second self-rating."),
];

/// What is written down for the session of this plan.
pub(super) fn next_time(plan: &str) -> &'static str {
    NEXT_TIME.iter().find(|(id, _)| *id == plan).map_or("", |(_, text)| text)
}

pub(super) const SESSION_NOTES: &[&str] = &[
    "Good talk; the map on the wall stays up for next time.",
    "Started late because of the count.",
    "Pairs worked better than the whole round.",
    "Two questions for the lawyer were sent on the same day.",
    "The alarm in B wing cost ten minutes.",
];

pub(super) const PERSON_NOTES: &[&str] = &[
    "Asked for a word alone afterwards.",
    "Helped the others with the form.",
    "Waits for an answer from the consulate.",
    "Quiet today; check in next time.",
    "Wants to ring home before the next session.",
    "Knows which papers are missing now.",
];

/// Why a session does not stand where it was planned.
pub(super) const MOVED: &str = "No officer free to bring the group over.";
pub(super) const SENT_OUT: &str = "Would not put the newspaper away; talked it over afterwards.";
pub(super) const LEFT: &str = "Got a place in the welding course, which meets at the same time.";
pub(super) const EXCEPTION: &str =
    "Heard of the course from others and asked to join in spite of it; the workshop agrees.";
pub(super) const EXCEPTION_BY: &str = "Ingrid Løkås, head of activities";

#[cfg(test)]
mod tests {
    use super::super::fixture::course;
    use super::*;

    #[test]
    fn every_session_but_the_first_is_prepared() {
        for plan in [course(10), course(8)].iter().flat_map(|course| course.sessions.iter().skip(1)) {
            assert!(!next_time(&plan.id).is_empty(), "{}", plan.id);
        }
    }
}
