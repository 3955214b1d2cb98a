//! What would be erased, in words: who goes, who is asked for, and what goes with them.

use crate::domain::erasure::Going;
use crate::domain::retention::{Due, Sweep};
use crate::i18n::Words;
use crate::say;

impl Words {
    /// Each part of the dry run with its lines, those that nobody is in left out.
    #[must_use]
    pub fn sweep(&self, sweep: &Sweep) -> Vec<(String, Vec<String>)> {
        let erased = sweep.erased.iter().map(|(due, going, _)| self.goes(due, going)).collect();
        let asked = sweep.asked.iter().map(|(due, going, _)| self.goes(due, going)).collect();
        let waiting = sweep.waiting.iter().map(|due| self.due(due)).collect();
        let goings =
            sweep.erased.iter().map(|(_, going, _)| going).chain(sweep.asked.iter().map(|(_, going, _)| going));
        let copies = goings.map(|going| going.copies).max().unwrap_or(0);
        let parts = [
            (say!(self, "retention-erases", count = sweep.erased.len(), copies = copies), erased),
            (say!(self, "retention-asks", count = sweep.asked.len(), copies = copies), asked),
            (say!(self, "retention-waits", count = sweep.waiting.len()), waiting),
        ];
        parts.into_iter().filter(|(_, lines): &(String, Vec<String>)| !lines.is_empty()).collect()
    }

    fn due(&self, due: &Due) -> String {
        say!(self, "retention-who", reference = &due.reference, name = &due.name, until = self.date(due.until))
    }

    fn goes(&self, due: &Due, going: &Going) -> String {
        let who = self.due(due);
        let mut said = say!(self, "retention-goes", who = who, entries = going.entries);
        if going.naming > 0 {
            said = say!(self, "retention-named", said = said, naming = going.naming);
        }
        if going.stays { say!(self, "retention-stays", said = said) } else { said }
    }
}
