//! In words who lacks a training that is asked for.

use crate::domain::training::Lacking;
use crate::i18n::Words;
use crate::say;
use chrono::NaiveDate;

impl Words {
    /// `No training in Adults at Risk: Kari Ødegård (until 20 Nov), Bjørn Åsheim`: one line for each training.
    #[must_use]
    pub fn lacking(&self, lacking: &[Lacking], today: NaiveDate) -> Vec<String> {
        let one = |lacking: &Lacking| match lacking.until {
            Some(until) => say!(self, "training-until", who = &lacking.who, day = self.short_date(until, today)),
            None => lacking.who.clone(),
        };
        let line = |same: &[Lacking]| {
            let what = same.first().map(|lacking| self.pick(&lacking.what)).unwrap_or_default();
            let names = same.iter().map(one).collect::<Vec<_>>().join(", ");
            say!(self, "training-lacking", what = what, names = names)
        };
        lacking.chunk_by(|one, other| one.what == other.what).map(line).collect()
    }
}
