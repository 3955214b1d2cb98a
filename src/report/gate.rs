//! The gate before what is about people: to somebody who is named it goes only on a basis that holds today, for each of
//! them.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::record::{About, Failure, PeopleQuery, Reads};
use crate::domain::sharing::{Topic, matrix, may_be_given};
use crate::domain::text::is_same;
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

    /// Whether it still adds up when some of those it names are left out. A journal has every entry or is none, a bundle
    /// is held against its own marks, and of one person nothing would be left.
    fn adds_up_without(self) -> bool {
        matches!(self, Self::Register | Self::Marks | Self::Session | Self::Group | Self::Completeness | Self::Duties)
    }
}

impl Request {
    /// The request as it may be written and to whom it goes, once it is certain that they may have it: where it is wanted
    /// so, without those who have not agreed. A hand-over sheet names its recipient itself; colleagues are the prison itself.
    ///
    /// # Errors
    /// [`Fault::Untold`], [`Fault::NotAllAgreed`]: why they may not; [`Fault::NotWithout`], [`Fault::NobodyLeft`]: without
    /// them it does not add up, or is empty; what the record says.
    pub fn released_to(
        self,
        recipient: Recipient,
        reads: &dyn Reads,
        today: NaiveDate,
    ) -> Result<(Self, Recipient), Fault> {
        let Some(id) = self.person else {
            return Ok((self.without_untold(&recipient.to, reads, today)?, recipient));
        };
        let lines = matrix(reads, id)?;
        if self.report == Report::HandOver {
            let line = lines.iter().find(|line| Some(&line.item) == self.partner.as_ref()).ok_or(Fault::ToWhom)?;
            line.basis(today).map_err(Fault::Untold)?;
            let to = line.partner.name.clone();
            return Ok((self, Recipient { to, ..recipient }));
        }
        let person = reads.person(id)?.unwrap_or_default();
        may_be_given(&recipient.to, &self.report.topics(), &person, &lines, today).map_err(Fault::Untold)?;
        Ok((self, recipient))
    }

    /// The same without those of whom `to` may not be told, where that is wanted.
    fn without_untold(self, to: &str, reads: &dyn Reads, today: NaiveDate) -> Result<Self, Fault> {
        if to.is_empty() || !self.names_people() {
            return Ok(self);
        }
        let (people, leading) = self.named(reads)?;
        if leading.iter().any(|name| is_same(name, to)) {
            return Ok(self);
        }
        let without = untold(to, &self.report.topics(), &people, reads, today)?;
        let left = if self.report.adds_up_without() { people.len() - without.len() } else { 0 };
        match (without.is_empty(), self.leave_out) {
            (true, _) => Ok(self),
            (false, true) if !self.report.adds_up_without() => Err(Fault::NotWithout),
            (false, true) if left == 0 => Err(Fault::NobodyLeft(to.to_owned())),
            (false, true) => Ok(Self { without, ..self }),
            (false, false) => Err(not_all_agreed(to, &without, left, reads)?),
        }
    }

    /// Whether whoever receives it learns who somebody is.
    fn names_people(&self) -> bool {
        matches!(self.personal(), Personal::Attendance | Personal::Notes | Personal::Plans)
    }

    /// Everybody who may be named in it, and those who run the groups that it is of.
    fn named(&self, reads: &dyn Reads) -> Result<(BTreeSet<PersonId>, Vec<String>), Failure> {
        if self.groups.is_empty() {
            return Ok((reads.found(&PeopleQuery::default())?, Vec::new()));
        }
        let (mut people, mut leading) = (BTreeSet::new(), Vec::new());
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
        let named = matrix(reads, id)?.into_iter().find(|line| is_same(&line.partner.name, to));
        Ok(Self { partner: named.map(|line| line.item), ..self })
    }
}

/// Whether `topics` about each of these people may go to somebody who is named `to`.
///
/// # Errors
/// [`Fault::NotAllAgreed`]: of how many they may not, and who they are; what the record says.
pub fn all_may_be_told(
    to: &str,
    topics: &BTreeSet<Topic>,
    people: impl IntoIterator<Item = PersonId>,
    reads: &dyn Reads,
    today: NaiveDate,
) -> Result<(), Fault> {
    let untold = untold(to, topics, &people.into_iter().collect(), reads, today)?;
    if untold.is_empty() { Ok(()) } else { Err(not_all_agreed(to, &untold, 0, reads)?) }
}

/// Of whom `topics` may not go to somebody who is named `to`. Whoever is not named, and whoever is of the staff, is the
/// prison itself.
fn untold(
    to: &str,
    topics: &BTreeSet<Topic>,
    people: &BTreeSet<PersonId>,
    reads: &dyn Reads,
    today: NaiveDate,
) -> Result<BTreeSet<PersonId>, Failure> {
    if to.is_empty() || is_colleague(to, reads)? {
        return Ok(BTreeSet::new());
    }
    // Most have no line for them at all: that is asked once, not once for each person.
    let known = partners(to, reads)?;
    let mut untold: BTreeSet<PersonId> = people.difference(&known).copied().collect();
    for id in people.intersection(&known) {
        let person = reads.person(*id)?.unwrap_or_default();
        if may_be_given(to, topics, &person, &matrix(reads, *id)?, today).is_err() {
            untold.insert(*id);
        }
    }
    Ok(untold)
}

/// Names that are said of those who have not agreed.
const NAMED: usize = 3;

/// That they have not agreed, and how many would be `left` without them.
fn not_all_agreed(to: &str, untold: &BTreeSet<PersonId>, left: usize, reads: &dyn Reads) -> Result<Fault, Failure> {
    let name = |id: &PersonId| Ok(reads.person(*id)?.unwrap_or_default().name());
    let names = untold.iter().take(NAMED).map(name).collect::<Result<_, Failure>>()?;
    Ok(Fault::NotAllAgreed { to: to.to_owned(), names, count: untold.len(), left })
}

/// Whether somebody of the staff is called so.
fn is_colleague(name: &str, reads: &dyn Reads) -> Result<bool, Failure> {
    let staff = reads.standing("staff", About::Everything)?;
    Ok(staff.iter().any(|entry| matches!(entry, Entry::Staff { to: Some(staff), .. } if is_same(&staff.name, name))))
}

/// Whose matrix has a line for somebody of this name.
fn partners(name: &str, reads: &dyn Reads) -> Result<BTreeSet<PersonId>, Failure> {
    let lines = reads.standing("partner", About::Everything)?.into_iter();
    let of = |entry| match entry {
        Entry::Partner { person, to: Some(partner), .. } if is_same(&partner.name, name) => Some(person),
        _ => None,
    };
    Ok(lines.filter_map(of).collect())
}
