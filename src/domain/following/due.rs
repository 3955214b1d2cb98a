//! When a step is due: computed from facts whenever it is asked, so that a fact that moves takes the day with it.

use super::{Facts, Following, Standing};
use crate::domain::pathway::{Anchor, Due, Escalation, Owner};
use chrono::{Days, Months, NaiveDate};

/// When the step that a run is at is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When<'f> {
    On(Dated<'f>),
    /// Nobody can say as long as this is not known.
    WaitsFor(&'f Anchor),
}

/// A day on which a step is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<'f> {
    pub rule: &'f Due,
    /// The day that the rule gives.
    pub counted: NaiveDate,
    /// The day on which it is due: not before one came to the step, unless it comes again and again.
    pub due: NaiveDate,
    /// The day until which it is put off, when that is later.
    pub snoozed: Option<NaiveDate>,
}

impl Dated<'_> {
    /// The day on which somebody is reminded.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.snoozed.unwrap_or(self.due)
    }
}

impl Following {
    /// When the step is due; nothing where nothing presses.
    #[must_use]
    pub fn due(&self) -> Option<When<'_>> {
        let Standing::At(at) = self.standing() else { return None };
        let step = self.pathway.steps.get(at)?;
        let rule = step.due.as_ref()?;
        let Some((base, since)) = self.base(&step.id, rule) else { return Some(When::WaitsFor(&rule.from)) };
        let first = shifted(base, rule)?;
        let times = self.taken.get(since..)?.iter().filter(|taken| taken.step == step.id).count();
        let counted = match rule.every.map(u64::from) {
            Some(every) if every > 0 => {
                let times = u64::try_from(times).ok()?;
                let over = (self.run.started - first).num_days().max(0).unsigned_abs();
                let missed = if is_moving(&rule.from) { 0 } else { over.div_ceil(every) };
                first.checked_add_days(Days::new((missed + times).checked_mul(every)?))?
            }
            _ => first,
        };
        let due = if rule.every.is_some() { counted } else { counted.max(self.entered()) };
        let snooze = self.snooze.as_ref().filter(|snooze| snooze.steps == self.taken.len());
        let snoozed = snooze.map(|snooze| snooze.until).filter(|until| *until > due);
        Some(When::On(Dated { rule, counted, due, snoozed }))
    }

    /// The day on which somebody is reminded, if it is known.
    #[must_use]
    pub fn reminded(&self) -> Option<NaiveDate> {
        if let Some(When::On(dated)) = self.due() { Some(dated.day()) } else { None }
    }

    /// Whether that would be another day, were these the facts.
    #[must_use]
    pub fn moves_with(&self, facts: Facts) -> bool {
        Self { facts, ..self.clone() }.reminded() != self.reminded()
    }

    /// The day that a rule counts from, and the number of steps that had been taken then.
    fn base(&self, step: &str, rule: &Due) -> Option<(NaiveDate, usize)> {
        match &rule.from {
            // Whoever comes back to a step has as long for it as at first.
            Anchor::Start if rule.every.is_none() && self.taken.iter().any(|taken| taken.step == step) => {
                Some((self.entered(), 0))
            }
            Anchor::Start => Some((self.run.started, 0)),
            Anchor::Release => Some((self.facts.release?, 0)),
            Anchor::Detention => Some((self.facts.detained?, 0)),
            Anchor::Step(id) => {
                let at = self.taken.iter().rposition(|taken| taken.step == *id)?;
                Some((self.taken.get(at)?.on, at + 1))
            }
            Anchor::Answer(id) => {
                let at = self.taken.iter().rposition(|taken| taken.answers.contains_key(id))?;
                Some((self.taken.get(at)?.answers.get(id)?.parse().ok()?, at + 1))
            }
        }
    }

    /// Who is to be told on `today` that it is overdue.
    #[must_use]
    pub fn told(&self, today: NaiveDate) -> Option<&Owner> {
        let Some(When::On(dated)) = self.due() else { return None };
        let Escalation { to, after_days } = self.step()?.escalates.as_ref()?;
        let last = dated.day().checked_add_days(Days::new(u64::from(*after_days)))?;
        (today > last).then_some(to)
    }
}

/// Whether the day is one of the run's own, and so never before its start.
fn is_moving(anchor: &Anchor) -> bool {
    matches!(anchor, Anchor::Step(_) | Anchor::Answer(_) | Anchor::Start)
}

/// Months first, then days. A month without such a day ends on its last.
pub(in crate::domain) fn shifted(base: NaiveDate, rule: &Due) -> Option<NaiveDate> {
    let months = Months::new(u32::from(rule.months.unsigned_abs()));
    let days = Days::new(u64::from(rule.days.unsigned_abs()));
    let day = if rule.months < 0 { base.checked_sub_months(months)? } else { base.checked_add_months(months)? };
    if rule.days < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}
