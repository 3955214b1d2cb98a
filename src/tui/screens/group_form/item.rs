//! The fields of the group form, and how what is typed in each is read.

use crate::domain::field::Names;
use crate::domain::field::day::WEEKDAYS;
use crate::domain::group::Group;
use crate::domain::text::{LINE, clean};
use crate::domain::timetable;
use crate::i18n::Words;
use crate::say;
use chrono::{NaiveDate, Weekday};

/// The longest code, in user-perceived characters: it stands in every list.
const CODE: usize = 20;

/// A field, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Code,
    Start,
    Weekdays,
    Time,
    Room,
    Facilitators,
}

impl Item {
    pub const ALL: [Self; 6] = [Self::Code, Self::Start, Self::Weekdays, Self::Time, Self::Room, Self::Facilitators];

    /// The message that names it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Code => "group-code",
            Self::Start => "group-start",
            Self::Weekdays => "group-weekdays",
            Self::Time => "group-time",
            Self::Room => "group-room",
            Self::Facilitators => "group-facilitators",
        }
    }

    /// The message that says what to write in it.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Code => "group-form-hint-code",
            Self::Start => "group-form-hint-start",
            Self::Weekdays => "group-form-hint-weekdays",
            Self::Time => "group-form-hint-time",
            Self::Room => "group-form-hint-room",
            Self::Facilitators => "group-form-hint-facilitators",
        }
    }

    /// What `group` has here, as it would be typed.
    pub fn get(self, group: &Group, words: &Words) -> String {
        match self {
            Self::Code => group.code.clone(),
            Self::Start => group.start.to_string(),
            Self::Weekdays => {
                let day = |day: &Weekday| words.weekday(*day).trim_end_matches('.').to_owned();
                let mut days = group.weekdays.clone();
                days.sort_by_key(Weekday::num_days_from_monday);
                days.iter().map(day).collect::<Vec<_>>().join(" ")
            }
            Self::Time => words.time(group.time),
            Self::Room => group.room.clone(),
            Self::Facilitators => group.facilitators.join(", "),
        }
    }

    /// Gives `group` what `text`, written on `today`, says, or says in words why it cannot be.
    pub fn set(self, group: &mut Group, text: &str, today: NaiveDate, words: &Words) -> Result<(), String> {
        let most = if self == Self::Code { CODE } else { LINE };
        let text = clean(text, most).map_err(|fault| words.text_fault(&fault))?;
        match self {
            Self::Code if text.is_empty() => return Err(say!(words, "group-form-fault-code")),
            Self::Code => group.code = text,
            Self::Start => group.start = words.day_needed(&text, today)?,
            Self::Weekdays => group.weekdays = weekdays(&text, words)?,
            Self::Time => {
                group.time = timetable::time(&text).ok_or_else(|| say!(words, "time-fault", text = text))?;
            }
            Self::Room => group.room = text,
            Self::Facilitators => {
                let names = text.split([',', ';']).map(str::trim).filter(|name| !name.is_empty());
                group.facilitators = names.map(str::to_owned).collect();
            }
        }
        Ok(())
    }
}

/// `tue thu`, `tirsdag, torsdag`: in any language of the interface, kept from Monday on.
fn weekdays(text: &str, words: &Words) -> Result<Vec<Weekday>, String> {
    let mut days = Vec::new();
    for word in text.split([' ', ',', ';', '+', '/']).map(|word| word.trim_matches('.')).filter(|w| !w.is_empty()) {
        let at = words.one_of(word, WEEKDAYS).and_then(|at| u8::try_from(at).ok());
        let day = at.and_then(|at| Weekday::try_from(at).ok());
        days.push(day.ok_or_else(|| say!(words, "group-form-fault-weekday", text = word))?);
    }
    if days.is_empty() {
        return Err(say!(words, "group-form-fault-weekdays"));
    }
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    Ok(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;
    use crate::i18n::Locale;
    use chrono::Weekday::{Fri, Mon, Thu, Tue};

    #[test]
    fn weekdays_are_understood_in_every_language() {
        for tag in ["en", "nb"] {
            let words = Words::new(Locale::choose([tag]));
            for (text, days) in [
                ("tue thu", Some(vec![Tue, Thu])),
                ("Thursday, Tuesday", Some(vec![Tue, Thu])),
                ("tir. tor.", Some(vec![Tue, Thu])),
                ("tirsdag+torsdag", Some(vec![Tue, Thu])),
                ("Mon mandag Fri", Some(vec![Mon, Fri])),
                ("tue someday", None),
                (" ", None),
            ] {
                assert_eq!(weekdays(text, &words).ok(), days, "{tag}: {text}");
            }
        }
    }

    #[test]
    fn every_field_reads_back_what_it_shows() {
        for tag in ["en", "nb"] {
            let words = Words::new(Locale::choose([tag]));
            let group = sample::group().group;
            let mut read = Group { facilitators: vec![], weekdays: vec![], ..group.clone() };
            for item in Item::ALL {
                item.set(&mut read, &item.get(&group, &words), group.start, &words).unwrap();
            }
            assert_eq!(read, group, "{tag}");
        }
    }
}
