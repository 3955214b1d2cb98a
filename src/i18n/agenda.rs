//! What stands on an agenda, in words: activities of the plan, what was added, what was put off.

use crate::domain::agenda::{Agenda, Item, Point, What};
use crate::domain::pause::Pause;
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;

impl Words {
    /// What a thing on the agenda is called.
    #[must_use]
    pub fn point(&self, point: &Point) -> String {
        let title =
            point.activity.map_or_else(|| shown(point.title).into_owned(), |activity| self.pick(&activity.title));
        if point.is_rest() { say!(self, "agenda-rest", title = title) } else { title }
    }

    /// An agenda as a history has it, without the titles that the plan gives: "1: 10 min, Song: 5 min".
    pub(super) fn agenda(&self, agenda: &Agenda) -> String {
        let what = |item: &Item| match &item.what {
            What::Planned => (item.key + 1).to_string(),
            What::Rest(root) => say!(self, "agenda-rest", title = root + 1),
            What::Own(title) => shown(title).into_owned(),
        };
        let item = |item: &Item| say!(self, "said-agenda-item", what = what(item), minutes = item.minutes);
        let items = agenda.items.iter().map(item).collect::<Vec<_>>().join(", ");
        match agenda.until {
            Some(until) => say!(self, "said-agenda-until", items = items, until = self.time(until)),
            None => items,
        }
    }

    /// A pause as a history has it: "count, 10:20–10:31".
    pub(super) fn pause(&self, pause: &Pause) -> String {
        let (why, from) = (say!(self, pause.why.message()), self.time(pause.from.time()));
        match pause.to {
            Some(to) => say!(self, "said-paused", why = why, from = from, to = self.time(to.time())),
            None => say!(self, "said-pause", why = why, from = from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::pause::Interruption;
    use crate::domain::sample::moment;
    use crate::i18n::Locale;

    #[test]
    fn agendas_and_pauses_are_said_in_both_languages() {
        let item = |key, minutes, what| Item { key, minutes, what };
        let items = vec![
            item(1, 15, What::Planned),
            item(1000, 5, What::Own("So\u{1b}ng".into())),
            item(1001, 6, What::Rest(0)),
        ];
        let agenda = Agenda { items, until: chrono::NaiveTime::from_hms_opt(11, 15, 0) };
        let from = moment("2026-11-24T10:20:00+01:00");
        let pause = Pause { why: Interruption::Count, from, to: None };
        for (tag, said, paused, over) in [
            (
                "en",
                "2: 15 min, So<U+001B>ng: 5 min, rest of 1: 6 min; until 11:15",
                "count, from 10:20",
                "count, 10:20–10:20",
            ),
            (
                "nb",
                "2: 15 min, So<U+001B>ng: 5 min, resten av 1: 6 min; til 11:15",
                "opptelling, fra 10:20",
                "opptelling, 10:20–10:20",
            ),
        ] {
            let words = Words::new(Locale::choose([tag]));
            assert_eq!(words.agenda(&agenda), said);
            assert_eq!(words.pause(&pause), paused);
            assert_eq!(words.pause(&Pause { to: Some(from), ..pause.clone() }), over);
        }
    }
}
