//! The gate before what is about people: to somebody who is named it goes only on a basis that holds today, for each of
//! them.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::record::{About, Failure, PeopleQuery, Reads};
use crate::domain::sharing::{Topic, matrix, may_be_given};
use crate::domain::text::fold;
use crate::domain::trace::Recipient;
use crate::report::Fault;
use crate::report::kind::{Personal, Report};
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
    /// To whom it goes, once it is certain that they may have it. A hand-over sheet names its recipient itself; colleagues
    /// are the prison itself.
    ///
    /// # Errors
    /// [`Fault::Untold`]: why they may not; what the record says.
    pub fn released_to(&self, recipient: Recipient, reads: &dyn Reads, today: NaiveDate) -> Result<Recipient, Fault> {
        let Some(id) = self.person else {
            if !recipient.to.is_empty() && self.names_people() {
                let (people, leading) = self.named(reads)?;
                if !leading.iter().any(|name| fold(name) == fold(&recipient.to)) {
                    all_may_be_told(&recipient.to, &self.report.topics(), people, reads, today)?;
                }
            }
            return Ok(recipient);
        };
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

    /// Whether whoever receives it learns who somebody is.
    fn names_people(&self) -> bool {
        matches!(self.personal(), Personal::Attendance | Personal::Notes | Personal::Plans)
    }

    /// Everybody who may be named in it, and those who run the groups that it is of.
    fn named(&self, reads: &dyn Reads) -> Result<(Vec<PersonId>, Vec<String>), Failure> {
        if self.groups.is_empty() {
            return Ok((reads.found(&PeopleQuery::default())?.into_iter().collect(), Vec::new()));
        }
        let (mut people, mut leading) = (Vec::new(), Vec::new());
        for group in &self.groups {
            let Some(record) = reads.group(*group, "en")? else { continue };
            people.extend(record.members.iter().chain(&record.visitors).map(|member| member.id));
            leading.extend(record.group.in_turn().into_iter().flat_map(|(_, names)| names.to_vec()));
        }
        Ok((people, leading))
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

/// Whether `topics` about each of these people may go to somebody who is named `to`. Whoever is not named, and whoever
/// is of the staff, is the prison itself.
///
/// # Errors
/// [`Fault::NotAllAgreed`]: of how many they may not, and who is the first; what the record says.
pub fn all_may_be_told(
    to: &str,
    topics: &BTreeSet<Topic>,
    people: impl IntoIterator<Item = PersonId>,
    reads: &dyn Reads,
    today: NaiveDate,
) -> Result<(), Fault> {
    if to.is_empty() || is_colleague(to, reads)? {
        return Ok(());
    }
    // Most have no line for them at all: that is asked once, not once for each person.
    let known: BTreeSet<PersonId> = partners(to, reads)?;
    let (mut first, mut count) = (None, 0_usize);
    for id in people.into_iter().collect::<BTreeSet<_>>() {
        let is_told = |id| -> Result<bool, Fault> {
            let person = reads.person(id)?.unwrap_or_default();
            Ok(may_be_given(to, topics, &person, &matrix(reads, id)?, today).is_ok())
        };
        if !known.contains(&id) || !is_told(id)? {
            first = first.or(Some(id));
            count += 1;
        }
    }
    let Some(first) = first else { return Ok(()) };
    let name = reads.person(first)?.unwrap_or_default().name();
    Err(Fault::NotAllAgreed { to: to.to_owned(), name, count })
}

/// Whether somebody of the staff is called so.
fn is_colleague(name: &str, reads: &dyn Reads) -> Result<bool, Failure> {
    let staff = reads.standing("staff", About::Everything)?;
    Ok(staff
        .iter()
        .any(|entry| matches!(entry, Entry::Staff { to: Some(staff), .. } if fold(&staff.name) == fold(name))))
}

/// Whose matrix has a line for somebody of this name.
fn partners(name: &str, reads: &dyn Reads) -> Result<BTreeSet<PersonId>, Failure> {
    let lines = reads.standing("partner", About::Everything)?.into_iter();
    let of = |entry| match entry {
        Entry::Partner { person, to: Some(partner), .. } if fold(&partner.name) == fold(name) => Some(person),
        _ => None,
    };
    Ok(lines.filter_map(of).collect())
}
