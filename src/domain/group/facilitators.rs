//! Who runs a group, and who ran it before.

use super::Group;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who ran a group until others took over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stint {
    pub facilitators: Vec<String>,
    /// Their last day.
    pub to: NaiveDate,
}

impl Group {
    /// Who runs the group on `date`.
    #[must_use]
    pub fn facilitators_on(&self, date: NaiveDate) -> &[String] {
        let stint = self.before.iter().find(|stint| date <= stint.to);
        stint.map_or(&self.facilitators, |stint| &stint.facilitators)
    }

    /// Everybody in turn with the first day of each, none for who ran it from the start.
    #[must_use]
    pub fn in_turn(&self) -> Vec<(Option<NaiveDate>, &[String])> {
        let first_days = std::iter::once(None).chain(self.before.iter().map(|stint| stint.to.succ_opt()));
        let people = self.before.iter().map(|stint| stint.facilitators.as_slice());
        first_days.zip(people.chain([self.facilitators.as_slice()])).collect()
    }

    /// The group run by `names` from `day` on. Whoever was to run it later than that never will; from the
    /// first day on it is theirs alone, because nobody ran it before.
    #[must_use]
    pub fn handed_over(&self, names: Vec<String>, day: NaiveDate) -> Self {
        let mut group = self.clone();
        if let Some(last) = day.pred_opt().filter(|_| day > self.start) {
            let until = self.facilitators_on(last).to_vec();
            group.before.retain(|stint| stint.to < last);
            // Those before them may be the same people: then it is one stint.
            if until != names {
                group.before.push(Stint { facilitators: until, to: last });
            }
        } else {
            group.before.clear();
        }
        group.facilitators = names;
        group
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{self, day};

    fn names(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    fn turns(group: &Group) -> Vec<String> {
        let turn = |(from, who): (Option<NaiveDate>, &[String])| match from {
            Some(day) => format!("{} {}", day.format("%d"), who.join("+")),
            None => who.join("+"),
        };
        group.in_turn().into_iter().map(turn).collect()
    }

    #[test]
    fn whoever_takes_over_does_so_from_a_day_on() {
        // The group starts on 10 November.
        let group = Group { facilitators: names("Kari"), ..sample::group().group };
        let once = group.handed_over(names("Ola Eva"), day("2026-11-17"));
        assert_eq!(turns(&once), ["Kari", "17 Ola+Eva"]);
        assert_eq!(once.facilitators_on(day("2026-11-16")), names("Kari"));
        assert_eq!(once.facilitators_on(day("2026-11-17")), names("Ola Eva"));
        for (who, from, then) in [
            ("Ida", "2026-11-24", vec!["Kari", "17 Ola+Eva", "24 Ida"]),
            // Earlier than the change before: that never comes.
            ("Ida", "2026-11-12", vec!["Kari", "12 Ida"]),
            ("Ida", "2026-11-17", vec!["Kari", "17 Ida"]),
            ("Ida", "2026-11-10", vec!["Ida"]),
            // Back to the same people: one stint.
            ("Kari", "2026-11-17", vec!["Kari"]),
        ] {
            assert_eq!(turns(&once.handed_over(names(who), day(from))), then, "{who} {from}");
        }
    }
}
