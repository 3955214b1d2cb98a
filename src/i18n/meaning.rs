//! What typed names mean: languages, countries and choices in any language of the interface.

use crate::domain::codes::{Country, Language};
use crate::domain::field::{Choices, Field, Names};
use crate::domain::text::fold;
use crate::i18n::Words;
use crate::i18n::locale::LOCALES;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

/// Every name there is, folded, for reading many of them.
#[derive(Debug)]
pub struct Lexicon<'a> {
    words: &'a Words,
    /// Gathered at the first name that is no code.
    languages: OnceCell<HashMap<String, Language>>,
    countries: OnceCell<HashMap<String, Country>>,
    choices: BTreeMap<Choices, HashMap<String, usize>>,
}

impl<'a> Lexicon<'a> {
    /// The names of the language of `words`, and of all the others.
    #[must_use]
    pub fn new(words: &'a Words) -> Self {
        let choices = Field::ALL.map(Field::choices);
        Self {
            words,
            languages: OnceCell::new(),
            countries: OnceCell::new(),
            choices: choices.into_iter().map(|list| (list, meanings(words, list))).collect(),
        }
    }
}

impl Names for Lexicon<'_> {
    fn name(&self, message: &'static str) -> String {
        self.words.say(message, &[])
    }

    fn one_of(&self, text: &str, messages: Choices) -> Option<usize> {
        self.choices.get(messages)?.get(&fold(text.trim())).copied()
    }

    fn language(&self, text: &str) -> Option<Language> {
        self.languages.get_or_init(|| languages(self.words)).get(&fold(text.trim())).cloned()
    }

    fn country(&self, text: &str) -> Option<Country> {
        self.countries.get_or_init(|| countries(self.words)).get(&fold(text.trim())).cloned()
    }
}

/// For reading a single field: no lexicon is kept.
impl Names for Words {
    fn name(&self, message: &'static str) -> String {
        self.say(message, &[])
    }

    fn one_of(&self, text: &str, messages: Choices) -> Option<usize> {
        meanings(self, messages).remove(&fold(text.trim()))
    }

    fn language(&self, text: &str) -> Option<Language> {
        languages(self).remove(&fold(text.trim()))
    }

    fn country(&self, text: &str) -> Option<Country> {
        countries(self).remove(&fold(text.trim()))
    }
}

impl Words {
    /// Asks this language, then each of the others that there are.
    pub(crate) fn each_tongue(&self, mut ask: impl FnMut(&Self)) {
        ask(self);
        LOCALES.iter().filter(|locale| *locale != self.locale()).map(Self::new).for_each(|words| ask(&words));
    }

    /// Everything that is understood as `message`: what it says, and the other words for it.
    pub(crate) fn ways_to_say(&self, message: &str) -> Vec<String> {
        let other = format!("{message}-also");
        let mut ways = vec![self.say(message, &[])];
        if self.has(&other) {
            ways.extend(self.say(&other, &[]).split(';').map(|word| word.trim().to_owned()));
        }
        ways
    }
}

fn meanings(words: &Words, messages: Choices) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    words.each_tongue(|words| {
        for (at, message) in messages.iter().enumerate() {
            for way in words.ways_to_say(message) {
                found.entry(fold(&way)).or_insert(at);
            }
        }
    });
    found
}

fn languages(words: &Words) -> HashMap<String, Language> {
    let all: Vec<Language> = Language::all().collect();
    let mut named = Named::default();
    words.each_tongue(|words| {
        named.add_pairs(&words.say("languages-also", &[]), |code| Language::new(code).ok());
        // Of the thousands that it does not name it says what the standard says, which comes last.
        let here: Vec<Language> = words.names().languages.keys().filter_map(|code| Language::new(code).ok()).collect();
        named.add_all(&here, |language| words.language(language));
    });
    named.add_all(&all, |language| language.name().to_owned());
    named.whole()
}

fn countries(words: &Words) -> HashMap<String, Country> {
    let all: Vec<Country> = rust_iso3166::ALL.iter().filter_map(|c| Country::new(c.alpha2).ok()).collect();
    let mut named = Named::default();
    words.each_tongue(|words| {
        named.add_pairs(&words.say("countries-also", &[]), |code| Country::new(code).ok());
        named.add_all(&all, |country| words.country(country));
    });
    named.add_all(&all, |country| country.name().to_owned());
    named.whole()
}

/// Folded names as they are gathered: the first thing that has a name keeps it.
struct Named<T> {
    exact: HashMap<String, T>,
    /// Names without what stands in parentheses; `None` when several things share one.
    bare: HashMap<String, Option<T>>,
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self { exact: HashMap::new(), bare: HashMap::new() }
    }
}

impl<T: Clone + PartialEq> Named<T> {
    fn add(&mut self, name: &str, thing: &T) {
        let name = fold(name);
        if let Some((bare, _)) = name.split_once(" (") {
            let known = self.bare.entry(bare.to_owned()).or_insert_with(|| Some(thing.clone()));
            if known.as_ref() != Some(thing) {
                *known = None;
            }
        }
        self.exact.entry(name).or_insert_with(|| thing.clone());
    }

    fn add_all(&mut self, things: &[T], name: impl Fn(&T) -> String) {
        for thing in things {
            self.add(&name(thing), thing);
        }
    }

    /// Adds what a list such as `GB UK; US USA` names.
    fn add_pairs(&mut self, list: &str, thing: impl Fn(&str) -> Option<T>) {
        for (code, name) in list.split(';').filter_map(|pair| pair.trim().split_once(' ')) {
            if let Some(thing) = thing(code) {
                self.add(name, &thing);
            }
        }
    }

    fn whole(self) -> HashMap<String, T> {
        let mut whole = self.exact;
        for (name, thing) in self.bare {
            if let Some(thing) = thing {
                whole.entry(name).or_insert(thing);
            }
        }
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Person;
    use crate::i18n::Locale;

    #[test]
    fn names_of_any_interface_language_are_understood() {
        for tag in ["en", "nb"] {
            let words = Words::new(Locale::choose([tag]));
            let lexicon = Lexicon::new(&words);
            let mut ana = Person::default();
            for (field, text, value) in [
                (Field::Languages, "english (B1); norsk", "en B1; no"),
                (Field::Languages, "Greek, dari", "el; prs"),
                (Field::Country, "UK", "GB"),
                (Field::Country, "Viet Nam", "VN"),
                (Field::Country, "iran", "IR"),
                (Field::Country, "Storbritannia", "GB"),
            ] {
                field.set(&mut ana, text, &lexicon).unwrap();
                assert_eq!(field.get(&ana, &lexicon), value, "{tag} {text}");
            }
            for (field, text, at) in [
                (Field::Consent, "JA", 0),
                (Field::Consent, "n", 1),
                (Field::Occupation, "Annen aktivitet", 3),
                (Field::Occupation, "other", 3),
                (Field::Occupation, "None", 0),
                (Field::LegalStatus, "immigration", 2),
                (Field::LegalStatus, "DØMT", 0),
            ] {
                assert_eq!(lexicon.one_of(text, field.choices()), Some(at), "{tag} {text}");
                assert_eq!(words.one_of(text, field.choices()), Some(at), "{tag} {text}");
            }
            assert_eq!(lexicon.one_of("answer-yes", Field::Consent.choices()), None);
        }
    }

    #[test]
    fn every_other_name_of_a_language_or_country_has_a_code_of_its_standard() {
        for words in LOCALES.iter().map(Words::new) {
            for pair in words.say("languages-also", &[]).split(';') {
                assert!(Language::new(pair.trim().split(' ').next().unwrap()).is_ok(), "{pair}");
            }
            for pair in words.say("countries-also", &[]).split(';') {
                assert!(Country::new(pair.trim().split(' ').next().unwrap()).is_ok(), "{pair}");
            }
        }
    }

    #[test]
    fn a_name_that_several_share_is_not_guessed() {
        let words = Words::new(Locale::choose(["en"]));
        assert_eq!(Names::country(&words, "Korea"), None);
        assert_eq!(Names::country(&words, "South Korea").unwrap().code(), "KR");
        assert_eq!(Names::language(&words, "Elvish"), None);
    }
}
