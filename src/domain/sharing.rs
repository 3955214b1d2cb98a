//! The agency matrix of a person: who does what before and after release, who may be told what, and on which basis.
//! Nothing about a person goes to anybody by name without one.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::pathway::Reaches;
use crate::domain::person::Person;
use crate::domain::record::{About, Failure, Reads};
use crate::domain::run::{Consent, run_of};
use crate::domain::text::{fold, is_same};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Something about a person that somebody may be told. Nothing here is restricted, and nothing is a note of staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Name, reference, languages, country.
    Identity,
    /// The day of release.
    Release,
    Needs,
    Goals,
    Actions,
    /// What is thought through for the time after release: the first days, who meets, funds, belongings, papers.
    AfterRelease,
    /// Programmes, and how far they were completed.
    Programmes,
    /// Ordinary pathways, and where they stand.
    Pathways,
}

impl Topic {
    pub const ALL: [Self; 8] = [
        Self::Identity,
        Self::Release,
        Self::Needs,
        Self::Goals,
        Self::Actions,
        Self::AfterRelease,
        Self::Programmes,
        Self::Pathways,
    ];

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Identity => "topic-identity",
            Self::Release => "topic-release",
            Self::Needs => "topic-needs",
            Self::Goals => "topic-goals",
            Self::Actions => "topic-actions",
            Self::AfterRelease => "topic-after-release",
            Self::Programmes => "topic-programmes",
            Self::Pathways => "topic-pathways",
        }
    }
}

/// A law, or another rule, on which somebody may be told whatever the person says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Law {
    /// By its name and section.
    pub named: String,
    /// The last day; none as long as it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// Somebody who has a part in what becomes of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    pub to: Reaches,
    /// As the person was told.
    pub name: String,
    /// What they do before release.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// What they do after it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// What they may be told, where there is a basis for it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub told: BTreeSet<Topic>,
    /// The law, where it is not the person who agrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<Law>,
}

/// On which basis something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis<'s> {
    Consent(&'s Consent),
    Law(&'s Law),
}

/// Why somebody is not told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Untold {
    /// Nobody with this name is in the matrix.
    Nobody(String),
    /// Nothing was ever agreed to, and no law is named.
    NoBasis,
    Withdrawn(NaiveDate),
    /// The consent, or the law, held until then.
    Expired(NaiveDate),
    /// This goes beyond what was agreed to.
    Beyond(BTreeSet<Topic>),
    /// It is not said what they may be told.
    Nothing,
}

/// A line of the matrix: somebody with a part in it, and every consent that was given for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    pub item: String,
    pub partner: Partner,
    /// Each with its item, in the order in which they were given.
    pub consents: Vec<(String, Consent)>,
}

impl Shared {
    /// The basis on which everything is told on a day that the line names.
    ///
    /// # Errors
    /// Why it is not.
    pub fn basis(&self, on: NaiveDate) -> Result<Basis<'_>, Untold> {
        self.covers(&self.partner.told, on)
    }

    /// The basis on which `topics` are told on a day.
    ///
    /// # Errors
    /// Why they are not.
    pub fn covers(&self, topics: &BTreeSet<Topic>, on: NaiveDate) -> Result<Basis<'_>, Untold> {
        if topics.is_empty() {
            return Err(Untold::Nothing);
        }
        let beyond: BTreeSet<Topic> = topics.difference(&self.partner.told).copied().collect();
        if !beyond.is_empty() {
            return Err(Untold::Beyond(beyond));
        }
        if let Some(law) = &self.partner.law {
            return match law.until.filter(|until| on > *until) {
                Some(until) => Err(Untold::Expired(until)),
                None => Ok(Basis::Law(law)),
            };
        }
        let holding = || self.consents.iter().rev().map(|(_, consent)| consent).filter(|consent| consent.holds(on));
        if let Some(consent) = holding().find(|consent| topics.is_subset(&consent.told)) {
            return Ok(Basis::Consent(consent));
        }
        if let Some(consent) = holding().next() {
            return Err(Untold::Beyond(topics.difference(&consent.told).copied().collect()));
        }
        match self.consents.last().map(|(_, consent)| (consent.withdrawn, consent.until)) {
            Some((Some(day), _)) => Err(Untold::Withdrawn(day)),
            Some((None, Some(until))) => Err(Untold::Expired(until)),
            _ => Err(Untold::NoBasis),
        }
    }

    /// The consents that were not withdrawn.
    pub fn standing(&self) -> impl Iterator<Item = &(String, Consent)> {
        self.consents.iter().filter(|(_, consent)| consent.withdrawn.is_none())
    }
}

/// The matrix of `person`, by name.
///
/// # Errors
/// What the record says.
pub fn matrix(reads: &dyn Reads, person: PersonId) -> Result<Vec<Shared>, Failure> {
    let about = About::Person(person);
    let mut lines: Vec<Shared> = Vec::new();
    for entry in reads.standing("partner", about)? {
        if let Entry::Partner { item, to: Some(partner), .. } = entry {
            lines.push(Shared { item, partner: *partner, consents: Vec::new() });
        }
    }
    if lines.is_empty() {
        return Ok(lines);
    }
    for entry in reads.standing("consent", about)? {
        let Entry::Consent { item, to: Some(consent), .. } = entry else { continue };
        if let Some(line) = lines.iter_mut().find(|line| line.item == run_of(&item)) {
            line.consents.push((item, *consent));
        }
    }
    lines.sort_by_cached_key(|line| (fold(&line.partner.name), line.item.clone()));
    Ok(lines)
}

/// Whether `topics` about `person` may go to somebody who is named `to`. Whoever is not named is the prison itself,
/// and everybody may have what is about themselves.
///
/// # Errors
/// Why they may not.
pub fn may_be_given(
    to: &str,
    topics: &BTreeSet<Topic>,
    person: &Person,
    lines: &[Shared],
    on: NaiveDate,
) -> Result<(), Untold> {
    let is = |name: &str| !name.is_empty() && is_same(name, to);
    if to.is_empty() || [person.name(), person.list_name(), person.reference.clone()].iter().any(|name| is(name)) {
        return Ok(());
    }
    let line = lines.iter().find(|line| is(&line.partner.name)).ok_or_else(|| Untold::Nobody(to.to_owned()))?;
    line.covers(topics, on).map(drop)
}

/// What was given to somebody by name: on which day, and what it was, the latest first.
///
/// # Errors
/// What the record says.
pub fn given(reads: &dyn Reads, person: PersonId, name: &str) -> Result<Vec<(NaiveDate, String)>, Failure> {
    const SOME: usize = 200;
    let (mut found, mut before) = (Vec::new(), None);
    loop {
        let some = reads.history(About::Person(person), before, SOME)?;
        before = some.last().map(|last| last.seq);
        let at_end = some.len() < SOME;
        found.extend(some.into_iter().filter_map(|recorded| match recorded.entry {
            Entry::PersonDisclosure { to: Some(to), .. } if is_same(&to.recipient.to, name) => {
                Some((recorded.stamp.at.date_naive(), to.report))
            }
            _ => None,
        }));
        if at_end {
            return Ok(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::Language;
    use crate::domain::sample::day;

    fn told(topics: &[Topic]) -> BTreeSet<Topic> {
        topics.iter().copied().collect()
    }

    fn consent(topics: &[Topic], until: Option<&str>, withdrawn: Option<&str>) -> Consent {
        Consent {
            to: Reaches::Authority,
            name: "Probation".into(),
            what: "the plan".into(),
            given: day("2026-11-10"),
            until: until.map(day),
            language: Language::new("lt").unwrap(),
            interpreter: true,
            by: "Kari".into(),
            withdrawn: withdrawn.map(day),
            told: told(topics),
        }
    }

    fn line(law: Option<Law>, consents: Vec<Consent>) -> Shared {
        let partner = Partner {
            to: Reaches::Authority,
            name: "Probation".into(),
            before: String::new(),
            after: "supervises".into(),
            told: told(&[Topic::Identity, Topic::Needs]),
            law,
        };
        let consents = consents.into_iter().enumerate().map(|(at, consent)| (format!("7/{at}"), consent)).collect();
        Shared { item: "7".into(), partner, consents }
    }

    #[test]
    fn nobody_is_told_without_a_basis_that_holds_and_covers_it() {
        use Topic::{Goals, Identity, Needs};
        let whole = || consent(&[Identity, Needs], None, None);
        let law = |until: Option<&str>| Some(Law { named: "Act 1".into(), until: until.map(day) });
        for (line, untold) in [
            (line(None, vec![]), Some(Untold::NoBasis)),
            (line(None, vec![whole()]), None),
            (line(None, vec![consent(&[Identity], None, None)]), Some(Untold::Beyond(told(&[Needs])))),
            (line(None, vec![consent(&[Identity, Needs, Goals], None, None)]), None),
            (
                line(None, vec![consent(&[Identity, Needs], None, Some("2026-11-20"))]),
                Some(Untold::Withdrawn(day("2026-11-20"))),
            ),
            // Given again, it holds again.
            (line(None, vec![consent(&[Identity, Needs], None, Some("2026-11-20")), whole()]), None),
            (
                line(None, vec![consent(&[Identity, Needs], Some("2026-11-23"), None)]),
                Some(Untold::Expired(day("2026-11-23"))),
            ),
            (line(None, vec![consent(&[Identity, Needs], Some("2026-11-24"), None)]), None),
            (line(law(None), vec![]), None),
            (line(law(Some("2026-11-23")), vec![]), Some(Untold::Expired(day("2026-11-23")))),
        ] {
            assert_eq!(line.basis(day("2026-11-24")).err(), untold, "{line:?}");
        }
        let mut nothing = line(law(None), vec![]);
        nothing.partner.told.clear();
        assert_eq!(nothing.basis(day("2026-11-24")).err(), Some(Untold::Nothing));
    }

    #[test]
    fn what_is_about_somebody_goes_to_whoever_is_named_only_on_a_basis() {
        let ana =
            Person { reference: "0412".into(), given: "Ana".into(), family: "Petrović".into(), ..Person::default() };
        let lines = [line(None, vec![consent(&[Topic::Identity, Topic::Needs], None, None)])];
        let needs = told(&[Topic::Needs]);
        for (to, topics, untold) in [
            ("", &needs, None),
            ("0412", &needs, None),
            ("Ana Petrović", &needs, None),
            ("probation", &needs, None),
            ("Probation", &told(&[Topic::Goals]), Some(Untold::Beyond(told(&[Topic::Goals])))),
            ("Embassy", &needs, Some(Untold::Nobody("Embassy".into()))),
        ] {
            assert_eq!(may_be_given(to, topics, &ana, &lines, day("2026-11-24")).err(), untold, "{to}");
        }
    }
}
