//! Who of the staff is trained for what, until when; and whom the prison names for what.

use crate::domain::entry::Entry;
use crate::domain::group::Group;
use crate::domain::programme::{Course, Localised};
use crate::domain::text::is_same;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A training that somebody had. A refresher gives it another day, and the journal keeps the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// Who was trained, as colleagues know them.
    pub who: String,
    /// For what: vulnerable adults, working with interpreters, leading this programme.
    pub what: String,
    pub on: NaiveDate,
    /// The last day on which it counts; nothing where no refresher is asked for.
    #[serde(rename = "due", default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl Training {
    /// Whether it counts on a day.
    #[must_use]
    pub fn counts(&self, on: NaiveDate) -> bool {
        self.on <= on && self.until.is_none_or(|until| on <= until)
    }

    /// The same after a refresher: it counts again as long as the one before did.
    #[must_use]
    pub fn refreshed(&self, on: NaiveDate) -> Self {
        let days = self.until.map(|until| until.signed_duration_since(self.on));
        Self { on, until: days.and_then(|days| on.checked_add_signed(days)), ..self.clone() }
    }
}

/// A training that is asked for and that somebody lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    pub who: String,
    pub what: Localised,
    /// The last day on which an earlier one counted, where there was one.
    pub until: Option<NaiveDate>,
}

/// What of `asked` those of the staff lack on a day, in the order in which it is asked for. A training is known by its
/// name, in whichever language somebody wrote it down.
#[must_use]
pub fn lacking(asked: &[Localised], staff: &[String], had: &[Training], on: NaiveDate) -> Vec<Lacking> {
    let lacks = |(what, who): (&Localised, &String)| {
        let own = || had.iter().filter(|training| is_same(&training.who, who) && is_called(training, what));
        let until = own().filter_map(|training| training.until).filter(|until| *until < on).max();
        let counts = own().any(|training| training.counts(on));
        (!counts).then(|| Lacking { who: who.clone(), what: what.clone(), until })
    };
    asked.iter().flat_map(|what| staff.iter().map(move |who| (what, who))).filter_map(lacks).collect()
}

/// What whoever runs a group lacks of what its programme asks for: on its first day, once it has begun today; of one that
/// is over nothing is asked any more.
#[must_use]
pub fn lacking_in(group: &Group, course: &Course, had: &[Training], today: NaiveDate) -> Vec<Lacking> {
    if group.finished.is_some() {
        return Vec::new();
    }
    let on = today.max(group.start);
    lacking(&course.trained, group.facilitators_on(on), had, on)
}

/// Who is trained for it on a day, by name.
#[must_use]
pub fn trained_for<'t>(what: &Localised, had: &'t [Training], on: NaiveDate) -> Vec<&'t str> {
    let known = had.iter().filter(|training| training.counts(on) && is_called(training, what));
    let mut names: Vec<&str> = known.map(|training| training.who.trim()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn is_called(training: &Training, what: &Localised) -> bool {
    what.0.values().any(|text| is_same(text, &training.what))
}

/// The trainings among what is recorded.
#[must_use]
pub fn recorded(entries: Vec<Entry>) -> Vec<Training> {
    let training = |entry| if let Entry::Training { to: Some(training), .. } = entry { Some(*training) } else { None };
    entries.into_iter().filter_map(training).collect()
}

/// Until when a yearly training counts.
#[must_use]
pub fn a_year_on(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(Months::new(12)).unwrap_or(day)
}

/// Whom the prison names for something: interpreters, modern slavery, the consulates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointOfContact {
    /// For what.
    pub what: String,
    pub name: String,
    /// How to reach them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reach: String,
    /// The day by which somebody looks whether it is still so.
    #[serde(rename = "due", default, skip_serializing_if = "Option::is_none")]
    pub review: Option<NaiveDate>,
}

/// Months after which the list of contacts is looked at again.
pub const REVIEWED_AFTER: Months = Months::new(6);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{self, day};

    #[test]
    fn a_training_counts_until_its_last_day_and_as_long_again_after_a_refresher() {
        let training = |until: Option<&str>| Training {
            who: "Kari".into(),
            what: "Interpreters".into(),
            on: day("2026-02-01"),
            until: until.map(day),
        };
        for (until, on, counts) in [
            (Some("2027-02-01"), "2027-02-01", true),
            (Some("2027-02-01"), "2027-02-02", false),
            (Some("2027-02-01"), "2026-01-31", false),
            (None, "2040-01-01", true),
        ] {
            assert_eq!(training(until).counts(day(on)), counts, "{until:?} {on}");
        }
        let again = training(Some("2027-02-01")).refreshed(day("2027-01-10"));
        assert_eq!((again.on, again.until), (day("2027-01-10"), Some(day("2028-01-10"))));
        assert_eq!(training(None).refreshed(day("2027-01-10")).until, None);
        assert_eq!(a_year_on(day("2028-02-29")), day("2029-02-28"));
    }

    #[test]
    fn whoever_leads_lacks_what_is_asked_for_and_does_not_count_today() {
        let training = |who: &str, what: &str, until: Option<&str>| Training {
            who: who.into(),
            what: what.into(),
            on: day("2026-02-01"),
            until: until.map(day),
        };
        let had = [
            training(" kari ", "adults  at risk", None),
            training("Kari", "Tolk", Some("2026-11-23")),
            training("Bjørn", "Voksne i risiko", Some("2026-11-24")),
        ];
        let texts = |en: &str, nb: &str| Localised([("en".into(), en.into()), ("nb".into(), nb.into())].into());
        let risk = texts("Adults at Risk", "Voksne i risiko");
        let asked = [risk.clone(), texts("Interpreters", "Tolk")];
        let staff = ["Kari".to_owned(), "Bjørn".to_owned()];
        let found = |on: &str| -> Vec<(String, &str, Option<NaiveDate>)> {
            let all = lacking(&asked, &staff, &had, day(on)).into_iter();
            all.map(|lacks| (lacks.who, if lacks.what == risk { "risk" } else { "tolk" }, lacks.until)).collect()
        };
        let (bjorn, kari) = (|| "Bjørn".to_owned(), || "Kari".to_owned());
        assert_eq!(found("2026-11-23"), [(bjorn(), "tolk", None)]);
        assert_eq!(
            found("2026-11-25"),
            [
                (bjorn(), "risk", Some(day("2026-11-24"))),
                (kari(), "tolk", Some(day("2026-11-23"))),
                (bjorn(), "tolk", None)
            ]
        );
        assert_eq!(lacking(&[], &staff, &had, day("2026-11-25")), []);
        assert_eq!(trained_for(&risk, &had, day("2026-11-24")), ["Bjørn", "kari"]);
    }

    #[test]
    fn a_group_asks_on_its_first_day_then_today_and_no_longer_once_it_is_over() {
        let risk = Localised([("en".into(), "Adults at Risk".into())].into());
        let course = Course { trained: vec![risk], ..(*sample::group().course).clone() };
        let until = |last: &str| {
            vec![Training {
                who: "KARI".into(),
                what: "Adults at Risk".into(),
                on: day("2026-02-01"),
                until: Some(day(last)),
            }]
        };
        // It starts on 10 November; Ola takes over on the 24th.
        let group = Group { facilitators: vec!["Kari".into()], ..sample::group().group };
        let handed = group.handed_over(vec!["Ola".into()], day("2026-11-24"));
        let over = Group { finished: Some(day("2026-11-20")), ..group.clone() };
        for (group, last, today, who) in [
            (&group, "2026-11-09", "2026-11-01", vec!["Kari"]),
            (&group, "2026-11-10", "2026-11-01", vec![]),
            (&group, "2026-11-10", "2026-11-11", vec!["Kari"]),
            (&handed, "2027-01-01", "2026-11-23", vec![]),
            (&handed, "2027-01-01", "2026-11-24", vec!["Ola"]),
            (&over, "2026-11-09", "2026-11-01", vec![]),
        ] {
            let found = lacking_in(group, &course, &until(last), day(today));
            assert_eq!(found.iter().map(|lacks| lacks.who.as_str()).collect::<Vec<_>>(), who, "{last} {today}");
        }
    }
}
