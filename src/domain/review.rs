//! What a supervisor keeps of the bundles of several desks: whose keys they know, and what they said of which group.

use crate::domain::audit::Head;
use crate::domain::seal::Identity;
use crate::domain::text::fold;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Desks and verdicts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviews {
    /// By fingerprint.
    #[serde(default)]
    pub desks: BTreeMap<String, Known>,
    #[serde(default)]
    pub verdicts: Vec<Verdict>,
}

/// A desk whose fingerprint was compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The whole key.
    pub key: String,
    pub name: String,
    pub since: NaiveDate,
}

/// What was said of a group, as it stood at the end of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The fingerprint of the desk.
    pub desk: String,
    pub group: String,
    pub entries: i64,
    pub hash: String,
    pub on: NaiveDate,
    /// Sent back with these; without them it was ticked off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
}

/// Letters from which on a word of a name is looked for: shorter ones are words of any language too.
const TELLING: usize = 3;

/// How a group in a bundle stands to what was reviewed before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was said of it yet.
    New,
    Ticked(NaiveDate),
    /// Sent back with these remarks.
    SentBack(String),
    /// A later state of it was reviewed on this day.
    Older(NaiveDate),
    /// What was reviewed at the same place of the journal was another record.
    Another,
}

/// The reference of the first of these people, each a reference and a name, whom `remarks` name: what is kept of a review
/// nothing encrypts, and a reference says enough to the desk that it goes to.
#[must_use]
pub fn named<'p>(remarks: &str, people: &'p [(String, String)]) -> Option<&'p str> {
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= TELLING);
        words.map(str::to_owned).collect()
    };
    let said = words(remarks);
    let is_named = |name: &str| words(name).iter().any(|word| said.contains(word));
    people.iter().find(|(_, name)| is_named(name)).map(|(reference, _)| reference.as_str())
}

impl Reviews {
    /// From now on the desk with this key is known by `name`.
    pub fn enrol(&mut self, identity: &Identity, name: &str, since: NaiveDate) {
        let known = Known { key: identity.whole(), name: name.to_owned(), since };
        self.desks.insert(identity.fingerprint(), known);
    }

    /// What the desk with this key is called; nothing where nobody compared its fingerprint.
    #[must_use]
    pub fn name(&self, identity: &Identity) -> Option<&str> {
        let known = self.desks.get(&identity.fingerprint())?;
        (known.key == identity.whole()).then_some(known.name.as_str())
    }

    /// How a group of a desk stands whose bundle was made at `head`.
    #[must_use]
    pub fn standing(&self, identity: &Identity, group: &str, head: &Head) -> Standing {
        let desk = identity.fingerprint();
        let of_it = || self.verdicts.iter().filter(|verdict| verdict.desk == desk && verdict.group == group);
        if let Some(later) = of_it().filter(|verdict| verdict.entries > head.seq).max_by_key(|verdict| verdict.entries)
        {
            return Standing::Older(later.on);
        }
        match of_it().find(|verdict| verdict.entries == head.seq) {
            Some(same) if same.hash != head.hash => Standing::Another,
            Some(Verdict { remarks: Some(remarks), .. }) => Standing::SentBack(remarks.clone()),
            Some(same) => Standing::Ticked(same.on),
            None => Standing::New,
        }
    }

    /// Says `remarks` of a group, or ticks it off without; what was said of the same state before is replaced.
    pub fn judge(&mut self, identity: &Identity, group: &str, head: &Head, remarks: Option<&str>, on: NaiveDate) {
        self.unsay(identity, group, head);
        self.verdicts.push(Verdict {
            desk: identity.fingerprint(),
            group: group.to_owned(),
            entries: head.seq,
            hash: head.hash.clone(),
            on,
            remarks: remarks.map(str::to_owned),
        });
    }

    /// Takes back what was said of a group at this state.
    pub fn unsay(&mut self, identity: &Identity, group: &str, head: &Head) {
        let desk = identity.fingerprint();
        self.verdicts.retain(|verdict| verdict.desk != desk || verdict.group != group || verdict.entries != head.seq);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    fn head(seq: i64, hash: &str) -> Head {
        Head { seq, hash: hash.to_owned() }
    }

    #[test]
    fn a_group_stands_as_it_was_judged_at_the_same_state() {
        let (mut reviews, desk, on) = (Reviews::default(), Identity([3; 32]), day("2026-11-24"));
        assert_eq!(reviews.standing(&desk, "K-07", &head(10, "aa")), Standing::New);
        reviews.judge(&desk, "K-07", &head(10, "aa"), None, on);
        for (group, at, standing) in [
            ("K-07", head(10, "aa"), Standing::Ticked(on)),
            ("K-07", head(10, "bb"), Standing::Another),
            ("K-07", head(9, "cc"), Standing::Older(on)),
            ("K-07", head(11, "dd"), Standing::New),
            ("K-08", head(9, "cc"), Standing::New),
        ] {
            assert_eq!(reviews.standing(&desk, group, &at), standing, "{group} {at}");
        }
        assert_eq!(reviews.standing(&Identity([4; 32]), "K-07", &head(9, "cc")), Standing::New);
        reviews.judge(&desk, "K-07", &head(10, "aa"), Some("Who was away on Tuesday?"), on);
        let sent_back = Standing::SentBack("Who was away on Tuesday?".to_owned());
        assert_eq!(reviews.standing(&desk, "K-07", &head(10, "aa")), sent_back);
        assert_eq!(reviews.verdicts.len(), 1);
        reviews.unsay(&desk, "K-07", &head(10, "aa"));
        assert_eq!(reviews.standing(&desk, "K-07", &head(9, "cc")), Standing::New);
    }

    #[test]
    fn whoever_is_named_in_remarks_is_found_by_any_telling_word_of_the_name() {
        let people = [("0412", "Petrović, Ana"), ("0426", "Li, Wei"), ("0434", "Ḥasanayn, Maḥmūd")];
        let people = people.map(|(reference, name)| (reference.to_owned(), name.to_owned()));
        for (remarks, found) in [
            ("Who was away on Tuesday?", None),
            ("Was ANA away?", Some("0412")),
            ("petrovic: why away", Some("0412")),
            ("Mahmud's marks", Some("0434")),
            // Too short to tell a name from a word, and a part of a longer word.
            ("li is missing; an analysis", None),
            ("0412: why away?", None),
        ] {
            assert_eq!(named(remarks, &people), found, "{remarks}");
        }
    }

    #[test]
    fn a_desk_is_known_by_its_whole_key() {
        let (mut reviews, desk) = (Reviews::default(), Identity([3; 32]));
        assert_eq!(reviews.name(&desk), None);
        reviews.enrol(&desk, "Halden, wing C", day("2026-11-24"));
        assert_eq!(reviews.name(&desk), Some("Halden, wing C"));
        assert_eq!(reviews.name(&Identity([4; 32])), None);
        // A fingerprint alone is not enough, should anybody ever find a second key for one.
        reviews.desks.get_mut(&desk.fingerprint()).unwrap().key = Identity([4; 32]).whole();
        assert_eq!(reviews.name(&desk), None);
        let json = serde_json::to_string(&reviews).unwrap();
        assert_eq!(serde_json::from_str::<Reviews>(&json).unwrap(), reviews);
    }
}
