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

/// By the session after which it was written.
pub(super) const NEXT_TIME: &[&str] = &[
    "Bring the lawyer list and the blank timelines.",
    "Start with the two scenarios; the timeline ran over.",
    "Consent forms and consulate addresses; ask who has a passport in storage.",
    "Telephone cards; book the visit room for the family session.",
    "Arrival cards in the languages of the group.",
    "Ask the workshop for the certificates before the CV session.",
    "Budget sheets; somebody wants to pitch a food stall.",
    "Help cards; the nurse comes for the first half-hour.",
    "Certificates to be signed; self-rating sheets.",
];

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
