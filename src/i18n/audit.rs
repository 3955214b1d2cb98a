//! What an audit found, in words.

use crate::domain::audit::{Audit, Damage, Head, Wrong};
use crate::i18n::Words;
use crate::say;

impl Words {
    /// Sentence after sentence; `printed` is the head that the record was held against.
    #[must_use]
    pub fn audit(&self, audit: &Audit, printed: Option<&Head>) -> Vec<String> {
        if let Some(damage) = &audit.damage {
            return vec![self.damage(damage), say!(self, "audit-damage-next")];
        }
        let mut said = vec![say!(self, "audit-whole", entries = audit.head.seq)];
        if audit.erased > 0 {
            said.push(say!(self, "audit-erased", count = audit.erased));
        }
        if let Some(printed) = printed {
            said.push(say!(self, "audit-same-head", head = printed.to_string()));
        }
        said.push(say!(self, "audit-head", head = audit.head.to_string()));
        said
    }

    fn damage(&self, damage: &Damage) -> String {
        let what = match &damage.what {
            Wrong::Column(column) => say!(self, damage.what.message(), column = column),
            what => say!(self, what.message()),
        };
        let row = crate::domain::text::shown(&damage.row).into_owned();
        say!(self, "audit-damage", table = &damage.table, row = row, what = what)
    }
}
