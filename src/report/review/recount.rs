//! Counting again: the marks of a bundle, one by one, against every total that the bundle states.

use crate::domain::attendance::{CaughtUp, Code, Kind, Mark};
use crate::domain::figures::{Cell, Share, Tally};
use crate::report::bundle::contents::{Contents, Counted, Evaluated, Figure, Fraction, MarkRow, Part, label};
use crate::report::register::long;
use crate::report::review::Figures;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// A total that says something else than the marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discrepancy {
    /// The group; empty where it is of all of them together.
    pub group: String,
    /// A person by reference, a session by what it is called; empty for a total.
    pub of: String,
    /// The count, by its name in exports.
    pub what: String,
    pub stated: Option<u32>,
    pub counted: Option<u32>,
}

/// The marks of one group, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recount {
    pub total: Tally,
    people: BTreeMap<String, Tally>,
    sessions: BTreeMap<(NaiveDate, String), Tally>,
    /// By the first day of the month.
    pub months: BTreeMap<NaiveDate, Tally>,
    /// Codes that nobody knows.
    unknown: Vec<String>,
}

impl Recount {
    /// Counts every line of the long form.
    #[must_use]
    pub fn of(part: &Part) -> Self {
        let mut counted = Self::default();
        let minutes = minutes(&part.register.sessions);
        for row in part.register.marks.iter().filter(|row| row.guest.is_none()) {
            let key = (row.date, label(&row.session));
            let Some(cell) = cell(row) else {
                counted.unknown.push(row.code.clone());
                continue;
            };
            let planned = minutes.get(&key).copied().unwrap_or(0);
            let month = row.date.with_day(1).unwrap_or(row.date);
            let (people, sessions, months) = (&mut counted.people, &mut counted.sessions, &mut counted.months);
            let person = people.entry(row.reference.clone()).or_default();
            let (session, month) = (sessions.entry(key).or_default(), months.entry(month).or_default());
            for tally in [person, session, month, &mut counted.total] {
                tally.add(&cell, planned);
            }
        }
        counted
    }

    /// Every total of the group that says something else.
    #[must_use]
    pub fn against(&self, part: &Part) -> Vec<Discrepancy> {
        let register = &part.register;
        let mut found = Findings { group: &register.group, found: Vec::new() };
        for code in &self.unknown {
            found.hold("", code, Some(1), Some(0));
        }
        let none = Tally::default();
        for row in &register.register {
            let reference = row.reference.clone().unwrap_or_default();
            found.line(&reference, row, self.people.get(&reference).unwrap_or(&none));
        }
        for row in &register.sessions {
            let (date, called) = (row.date.unwrap_or_default(), label(&row.session));
            found.line(&called, row, self.sessions.get(&(date, called.clone())).unwrap_or(&none));
        }
        // The counts under the matrix have a line each; those of everybody stand in the last.
        let last = register.register_totals.iter().filter(|row| row.enrolled.is_some());
        for row in last.chain(&register.sessions_totals) {
            found.line("", row, &self.total);
        }
        found.figures(part, &self.total);
        found.found
    }
}

/// What a session takes of everybody, by its date and what it is called.
fn minutes(sessions: &[Counted]) -> BTreeMap<(NaiveDate, String), u16> {
    let of = |row: &Counted| {
        let each = row.minutes_planned?.checked_div(row.enrolled?)?;
        Some(((row.date?, label(&row.session)), u16::try_from(each).ok()?))
    };
    sessions.iter().filter_map(of).collect()
}

/// What stands in the register, as a line of the long form says it; nothing for a code that nobody knows.
fn cell(row: &MarkRow) -> Option<Cell> {
    let called = label(&row.session);
    match row.code.as_str() {
        long::NOT_RECORDED => return Some(Cell::NotRecorded),
        long::AHEAD => return Some(Cell::Ahead),
        _ => {}
    }
    let code = Code::from_id(&row.code)?;
    // An extra session is shown, and counted nowhere.
    if called.ends_with('x') {
        return Some(Cell::NotCounted(code));
    }
    let caught_up = row.caught_up.map(|on| CaughtUp { on, minutes: 0, how: None });
    Some(Cell::Marked(Mark { minutes: row.minutes_missed, caught_up, ..Mark::from(code) }))
}

/// What is found about one group, or about all of them together.
struct Findings<'a> {
    group: &'a str,
    found: Vec<Discrepancy>,
}

impl Findings<'_> {
    fn hold(&mut self, of: &str, what: &str, stated: Option<u32>, counted: Option<u32>) {
        if stated != counted {
            let (group, of, what) = (self.group.to_owned(), of.to_owned(), what.to_owned());
            self.found.push(Discrepancy { group, of, what, stated, counted });
        }
    }

    /// A line of counts against what its marks come to.
    fn line(&mut self, of: &str, row: &Counted, tally: &Tally) {
        let share = |share: Option<Fraction>| (share.map(|share| share.count), share.map(|share| share.of));
        let (count, whole) = share(row.attendance);
        let Share { count: attended, of: enrolled } = tally.attendance();
        for (what, stated, counted) in [
            ("present", row.present, tally.present),
            ("late", row.late, tally.late),
            ("left_early", row.left_early, tally.left_early),
            ("away", row.away, tally.absent()),
            ("not_recorded", row.not_recorded, tally.not_recorded),
            ("enrolled", row.enrolled, tally.enrolled),
            ("caught_up", row.caught_up, tally.made_good()),
            ("attendance", count, attended),
            ("attendance", whole, enrolled),
        ] {
            self.hold(of, what, stated, Some(counted));
        }
        // A person's line has no minutes; a session nobody was expected at says nothing of its own.
        if row.minutes_planned.is_some() {
            self.hold(of, "minutes_planned", row.minutes_planned, Some(tally.minutes_planned));
            self.hold(of, "minutes_received", row.minutes_received, Some(tally.minutes_received));
        }
    }

    /// The figures of the summary against the marks and the people.
    fn figures(&mut self, part: &Part, total: &Tally) {
        let (figures, people) = (&part.summary.figures, &part.summary.people);
        let stated = |topic: &str, figure: &str| {
            figures.iter().find(|line| line.topic == topic && line.figure == figure).map(|line| line.count)
        };
        for (figure, counted) in [
            ("attended", total.attended()),
            ("away_acceptable", total.away_of(Kind::Acceptable)),
            ("away_not_acceptable", total.away_of(Kind::NotAcceptable)),
            ("away_prison", total.away_of(Kind::Prison)),
            ("not_recorded", total.not_recorded),
            ("commitment", total.kept()),
            ("caught_up", total.caught_up),
        ] {
            self.hold("", figure, stated("attendance", figure), Some(counted));
        }
        for line in figures.iter().filter(|line| line.topic == "away") {
            let counted = Code::from_id(&line.figure).and_then(|code| total.away.get(&code).copied());
            self.hold("", &line.figure, Some(line.count), Some(counted.unwrap_or(0)));
        }
        let places = |place: &str| count(people.iter().filter(|person| person.place == place).count());
        for place in ["enrolled", "completed", "left"] {
            self.hold("", place, stated("people", place), places(place));
        }
        for (figure, id) in [("met", "met"), ("possible", "possible"), ("out_of_reach", "out-of-reach")] {
            let stands = people.iter().filter(|person| person.completion == id).count();
            self.hold("", figure, stated("completion", figure), count(stands));
        }
        let gone = stated("people", "left").zip(stated("people", "by_mistake")).map(|(left, mistake)| left + mistake);
        self.hold("", "leaving", part.summary.leaving_totals.first().map(|total| total.count), gone);
    }
}

fn count(count: usize) -> Option<u32> {
    u32::try_from(count).ok()
}

/// The figures of some groups added up, by topic and name.
pub(super) fn added<'a>(figures: impl Iterator<Item = &'a Figure>) -> Figures {
    let mut sums = Figures::new();
    for line in figures {
        let sum = sums.entry((line.topic.clone(), line.figure.clone())).or_insert(Share { count: 0, of: 0 });
        sum.count += line.count;
        sum.of += line.of;
    }
    sums
}

/// What the bundle says of all groups together, against the groups themselves.
pub(super) fn together(contents: &Contents) -> Vec<Discrepancy> {
    let mut found = Findings { group: "", found: Vec::new() };
    let Evaluated { groups, figures } = &contents.evaluation;
    found.hold("", "groups", Some(*groups), count(contents.groups.len()));
    let sums = added(contents.groups.iter().flat_map(|part| &part.summary.figures));
    let stated = added(figures.iter());
    for key in sums.keys().chain(stated.keys().filter(|key| !sums.contains_key(*key))) {
        let (_, figure) = key;
        found.hold("", figure, stated.get(key).map(|share| share.count), sums.get(key).map(|share| share.count));
        // Of those away is not added up where a group has none of a reason.
        if key.0 != "away" {
            found.hold("", figure, stated.get(key).map(|share| share.of), sums.get(key).map(|share| share.of));
        }
    }
    for part in &contents.groups {
        let group = &part.register.group;
        let missing = contents.completeness.missing.iter().filter(|line| line.group == *group);
        let stated = missing.map(|line| line.marks_missing).sum();
        let counted = Recount::of(part).total.not_recorded;
        let mut of_group = Findings { group, found: Vec::new() };
        of_group.hold("", "marks_missing", Some(stated), Some(counted));
        found.found.extend(of_group.found);
    }
    found.found
}
