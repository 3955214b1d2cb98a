//! Initials in place of names: what may stand on a screen that a whole group can see.

use crate::domain::person::Person;
use crate::domain::record::{GroupRecord, Member};
use unicode_segmentation::UnicodeSegmentation;

/// Letters of a given name that may be shown to tell two people apart.
const LETTERS: usize = 3;

impl Person {
    /// The first letters of both names: `AP` of Ana Petrović.
    #[must_use]
    pub fn initials(&self) -> String {
        beginning(&self.given, 1) + &beginning(&self.family, 1)
    }

    /// The person as a group may see them: called `name`, with the languages of their rating card, without
    /// any other fact.
    fn called(&self, name: String) -> Self {
        Self { given: name, languages: self.languages.clone(), ..Self::default() }
    }
}

impl GroupRecord {
    /// The record with everybody in it called by initials that nobody else in it has, and without their
    /// facts. Marks and notes are as they were: what is recorded is made of them.
    #[must_use]
    pub fn in_initials(mut self) -> Self {
        let mut everybody: Vec<&mut Member> = self.members.iter_mut().chain(&mut self.visitors).collect();
        // A list may be sorted anew; a number stays with whoever has it.
        everybody.sort_by_key(|member| member.id);
        let names = apart(&everybody.iter().map(|member| &member.person).collect::<Vec<_>>());
        for (member, name) in everybody.into_iter().zip(names) {
            member.person = member.person.called(name);
            member.exception = None;
        }
        self
    }
}

/// What to call each of `people`, so that no two are called the same: by initials; where those are the same,
/// with more letters of the given name, and where those are the same too, with a number.
fn apart(people: &[&Person]) -> Vec<String> {
    let plain: Vec<String> = people.iter().map(|person| person.initials()).collect();
    let longer = |person: &Person, letters| beginning(&person.given, letters) + &beginning(&person.family, 1);
    let name = |(at, person): (usize, &&Person)| {
        let alike: Vec<usize> = (0..people.len()).filter(|other| plain[*other] == plain[at]).collect();
        if alike.len() == 1 {
            return plain[at].clone();
        }
        let differ = |letters: &usize| {
            let names: std::collections::BTreeSet<_> =
                alike.iter().map(|other| longer(people[*other], *letters)).collect();
            names.len() == alike.len()
        };
        match (2..=LETTERS).find(differ) {
            Some(letters) => longer(person, letters),
            None => format!("{} {}", plain[at], alike.iter().take_while(|other| **other < at).count() + 1),
        }
    };
    people.iter().enumerate().map(name).collect()
}

/// The first letters of a name, the first of them a capital.
fn beginning(name: &str, letters: usize) -> String {
    let mut letters = name.graphemes(true).take(letters);
    letters.next().map_or_else(String::new, |first| first.to_uppercase() + &letters.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    fn names(people: &[(&str, &str)]) -> Vec<String> {
        let person = |(given, family): &(&str, &str)| Person {
            given: (*given).to_owned(),
            family: (*family).to_owned(),
            ..Person::default()
        };
        let people: Vec<Person> = people.iter().map(person).collect();
        apart(&people.iter().collect::<Vec<_>>())
    }

    #[test]
    fn nobody_is_taken_for_somebody_else() {
        for (people, called) in [
            (vec![("Ana", "Petrović"), ("Tomas", "Kazlauskas")], vec!["AP", "TK"]),
            (vec![("María José", "Fernández Solà"), ("", "Suharto"), ("émile", "")], vec!["MF", "S", "É"]),
            // Told apart by letters of the given name, as few as it takes.
            (vec![("Ana", "Petrović"), ("Amir", "Pašić"), ("Li", "Wei")], vec!["AnP", "AmP", "LW"]),
            (vec![("Anna", "Popa"), ("Anita", "Pinto"), ("Ali", "Peric")], vec!["AnnP", "AniP", "AliP"]),
            // By a number where that would take the whole name.
            (vec![("Ana", "Petrović"), ("Ana", "Popa"), ("Ana", "Pinto")], vec!["AP 1", "AP 2", "AP 3"]),
        ] {
            assert_eq!(names(&people), called);
        }
    }

    #[test]
    fn a_record_in_initials_keeps_what_is_recorded_and_tells_no_fact() {
        let record = sample::group();
        let shown = record.clone().in_initials();
        let names: Vec<_> = shown.members.iter().map(|member| member.person.short_name()).collect();
        assert_eq!(names, ["AP", "YA", "LW", "TK", "JN"]);
        assert!(shown.members.iter().all(|member| member.person.release.is_none() && member.person.family.is_empty()));
        let ids = |record: &GroupRecord| record.members.iter().map(|member| member.id).collect::<Vec<_>>();
        assert_eq!((ids(&shown), &shown.marks), (ids(&record), &record.marks));
    }
}
