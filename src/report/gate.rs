//! The gate before what is about one person: to somebody who is named it goes only on a basis that holds today.

use crate::domain::record::{Failure, Reads};
use crate::domain::sharing::{Topic, matrix, may_be_given};
use crate::domain::text::fold;
use crate::domain::trace::Recipient;
use crate::report::Fault;
use crate::report::kind::Report;
use crate::report::request::Request;
use chrono::NaiveDate;
use std::collections::BTreeSet;

impl Report {
    /// What whoever receives it learns about a person.
    #[must_use]
    fn topics(self) -> BTreeSet<Topic> {
        match self {
            Self::Sheet | Self::Certificate => [Topic::Programmes].into(),
            Self::Plan => [Topic::Needs, Topic::Goals, Topic::Actions, Topic::AfterRelease].into(),
            // Everything that there is, and more than any line of a matrix can name.
            _ => Topic::ALL.into_iter().collect(),
        }
    }
}

impl Request {
    /// To whom it goes, once it is certain that they may have it. A hand-over sheet names its recipient itself.
    ///
    /// # Errors
    /// [`Fault::Untold`]: why they may not; what the record says.
    pub fn released_to(&self, recipient: Recipient, reads: &dyn Reads, today: NaiveDate) -> Result<Recipient, Fault> {
        let Some(id) = self.person else { return Ok(recipient) };
        let lines = matrix(reads, id)?;
        if self.report == Report::HandOver {
            let line = lines.iter().find(|line| Some(&line.item) == self.partner.as_ref()).ok_or(Fault::ToWhom)?;
            line.basis(today).map_err(Fault::Untold)?;
            return Ok(Recipient { to: line.partner.name.clone(), ..recipient });
        }
        let person = reads.person(id)?.unwrap_or_default();
        may_be_given(&recipient.to, &self.report.topics(), &person, &lines, today).map_err(Fault::Untold)?;
        Ok(recipient)
    }

    /// The same for the line of the matrix whose name is `to`.
    ///
    /// # Errors
    /// What the record says.
    pub fn for_partner(self, to: &str, reads: &dyn Reads) -> Result<Self, Failure> {
        let Some(id) = self.person else { return Ok(self) };
        let named = matrix(reads, id)?.into_iter().find(|line| fold(&line.partner.name) == fold(to));
        Ok(Self { partner: named.map(|line| line.item), ..self })
    }
}
