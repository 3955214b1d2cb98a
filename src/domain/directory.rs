//! Looking an agency up: by what it is called and does, for which need, in which country and language.

use crate::domain::agency::{Agency, Directory};
use crate::domain::codes::{Country, Language};
use crate::domain::record::Needle;
use crate::domain::shelf::Services;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// An agency with the file that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'s> {
    pub file: &'s Directory,
    pub agency: &'s Agency,
}

/// How an agency answers to what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answers {
    /// All of it is said of it.
    Said,
    /// A country was named, and it has a service that is bound to none.
    Everywhere,
}

impl Services {
    /// Every agency once, by name: of several with one id the last, as files replace each other.
    #[must_use]
    pub fn listed(&self) -> Vec<Listed<'_>> {
        let (mut seen, mut listed) = (BTreeSet::new(), Vec::new());
        let all =
            self.directories.iter().flat_map(|file| file.agencies.iter().map(move |agency| Listed { file, agency }));
        for one in all.collect::<Vec<_>>().into_iter().rev() {
            if seen.insert(one.agency.id.as_str()) {
                listed.push(one);
            }
        }
        listed.sort_by_key(|one| one.agency.name.to_lowercase());
        listed
    }
}

impl Listed<'_> {
    /// Whether nobody has looked at the entry since it had to be.
    #[must_use]
    pub fn is_past_review(&self, today: NaiveDate) -> bool {
        self.agency.review_by(self.file) < today
    }
}

impl Agency {
    /// How it answers to all of these, where `text` is everything that is said of it, folded; `None`: it does not.
    #[must_use]
    pub fn answers(&self, needles: &[Needle], text: &str) -> Option<Answers> {
        needles.iter().try_fold(Answers::Said, |sofar, needle| Some(sofar.max(self.answers_one(needle, text)?)))
    }

    fn answers_one(&self, needle: &Needle, text: &str) -> Option<Answers> {
        let said = text.contains(&needle.text)
            || self.countries().any(|country| needle.countries.contains(country))
            || self.languages().any(|language| needle.languages.contains(language));
        if said {
            return Some(Answers::Said);
        }
        let everywhere = self.services.iter().any(|service| service.countries.is_empty());
        (everywhere && !needle.countries.is_empty()).then_some(Answers::Everywhere)
    }

    /// Where it is and what it does is offered.
    pub fn countries(&self) -> impl Iterator<Item = &Country> {
        let offered = self.services.iter().flat_map(|service| &service.countries);
        offered.chain(self.addresses.iter().map(|address| &address.country))
    }

    /// What is spoken there, as far as that is known.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        let phones = self.phones.iter().chain(self.services.iter().flat_map(|service| &service.phones));
        let spoken = self.services.iter().flat_map(|service| &service.languages);
        spoken.chain(phones.flat_map(|phone| &phone.languages))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::shelf::Shelf;

    fn directory(id: &str, agencies: &str) -> Directory {
        let text = format!(
            r#"{{"id": "{id}", "title": "D", "source": "here", "as_of": "2026-11-01", "review_by": "2027-05-01",
                 "agencies": [{agencies}]}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    const HOUSE: &str = r#"{"id": "house", "name": "House", "description": "Beds",
        "services": [{"id": "bed", "name": "Bed", "needs": ["Accommodation"], "countries": ["NO"], "languages": ["lt"]}]}"#;
    const LINE: &str = r#"{"id": "line", "name": "Line", "description": "Advice", "review_by": "2026-11-10",
        "services": [{"id": "call", "name": "Call", "needs": ["Finance"]}]}"#;

    fn needle(text: &str, country: Option<&str>, language: Option<&str>) -> Needle {
        Needle {
            text: text.into(),
            countries: country.and_then(|code| Country::new(code).ok()).into_iter().collect(),
            languages: language.and_then(|code| Language::new(code).ok()).into_iter().collect(),
        }
    }

    #[test]
    fn an_agency_answers_to_its_words_its_country_and_its_language() {
        let file = directory("d", &format!("{HOUSE}, {LINE}"));
        let [house, line] = &file.agencies[..] else { panic!() };
        let (said, everywhere) = (Some(Answers::Said), Some(Answers::Everywhere));
        for (needles, of_house, of_line) in [
            (vec![], said, said),
            (vec![needle("bed", None, None)], said, None),
            (vec![needle("norway", Some("NO"), None)], said, everywhere),
            (vec![needle("lithuania", Some("LT"), Some("lt"))], said, everywhere),
            (vec![needle("bed", None, None), needle("advice", None, None)], None, None),
            (vec![needle("nowhere", None, None)], None, None),
        ] {
            assert_eq!(house.answers(&needles, "house bed"), of_house, "{needles:?}");
            assert_eq!(line.answers(&needles, "line advice"), of_line, "{needles:?}");
        }
    }

    #[test]
    fn there_is_one_list_and_a_later_file_replaces_an_earlier() {
        let mut services = Services { directories: Shelf::default(), ..Services::default() };
        let own = HOUSE.replace("\"House\"", "\"A house of our own\"");
        services.directories.change(|list| {
            list.push(directory("one", &format!("{LINE}, {HOUSE}")));
            list.push(directory("two", &own));
        });
        let names: Vec<&str> = services.listed().iter().map(|one| one.agency.name.as_str()).collect();
        assert_eq!(names, ["A house of our own", "Line"]);
        let day = crate::domain::sample::day;
        let past = |on| services.listed().iter().map(|one| one.is_past_review(day(on))).collect::<Vec<_>>();
        assert_eq!((past("2026-11-10"), past("2026-11-11")), (vec![false, false], vec![false, true]));
        assert_eq!(services.agency("house").map(|agency| agency.name.as_str()), Some("A house of our own"));
    }
}
