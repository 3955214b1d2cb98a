//! What typed names mean: languages, countries and choices in any language of the interface.

use crate::domain::codes::{Country, Language};
use crate::domain::field::{Choices, Names};
use crate::domain::text::fold;
use crate::i18n::Words;
use crate::i18n::locale::LOCALES;
use crate::say;

impl Names for Words {
    fn name(&self, message: &'static str) -> String {
        say!(self, message)
    }

    fn one_of(&self, text: &str, messages: Choices) -> Option<usize> {
        let wanted = fold(text.trim());
        // `work` of `occupation-work`: the name in no language.
        let id = |message: &str| message.split_once('-').is_some_and(|(_, id)| id == wanted);
        self.try_all(|words| messages.iter().position(|message| words.calls(message, &wanted)))
            .or_else(|| messages.iter().position(|message| id(message)))
    }

    fn language(&self, text: &str) -> Option<Language> {
        let wanted = fold(text.trim());
        let coded = |code: &str| Language::new(code).ok();
        self.try_all(|words| also(words, "languages-also", &wanted).and_then(|code| coded(&code))).or_else(|| {
            let all: Vec<Language> = isolang::languages().filter_map(|l| coded(l.to_639_3())).collect();
            self.try_all(|words| meant(&all, &wanted, |language| words.language(language)))
                .or_else(|| meant(&all, &wanted, |language| language.name().to_owned()))
        })
    }

    fn country(&self, text: &str) -> Option<Country> {
        let wanted = fold(text.trim());
        let coded = |code: &str| Country::new(code).ok();
        self.try_all(|words| also(words, "countries-also", &wanted).and_then(|code| coded(&code))).or_else(|| {
            let all: Vec<Country> = rust_iso3166::ALL.iter().filter_map(|c| coded(c.alpha2)).collect();
            self.try_all(|words| meant(&all, &wanted, |country| words.country(country)))
                .or_else(|| meant(&all, &wanted, |country| country.name().to_owned()))
        })
    }
}

impl Words {
    /// The first answer, from this language and then from the others that there are.
    fn try_all<T>(&self, ask: impl Fn(&Self) -> Option<T>) -> Option<T> {
        let others = LOCALES.iter().filter(|locale| *locale != self.locale());
        ask(self).or_else(|| others.map(Self::new).find_map(|words| ask(&words)))
    }

    /// Whether the message, or one of the other words for it, is `wanted`, which is folded.
    pub(crate) fn calls(&self, message: &str, wanted: &str) -> bool {
        let other = format!("{message}-also");
        fold(&say!(self, message)) == wanted
            || self.has(&other) && say!(self, &other).split(';').any(|word| fold(word.trim()) == wanted)
    }
}

/// The code before the name `wanted` in a list such as `GB UK; US USA`.
fn also(words: &Words, list: &str, wanted: &str) -> Option<String> {
    let list = say!(words, list);
    let mut pairs = list.split(';').filter_map(|pair| pair.trim().split_once(' '));
    pairs.find(|(_, name)| fold(name) == wanted).map(|(code, _)| code.to_owned())
}

/// The one whose name is `wanted`, or `wanted` and something in parentheses, if no other has that.
fn meant<T: Clone>(all: &[T], wanted: &str, name: impl Fn(&T) -> String) -> Option<T> {
    let mut near = None;
    let mut nears = 0;
    for one in all {
        let name = fold(&name(one));
        if name == wanted {
            return Some(one.clone());
        }
        if name.split_once(" (").is_some_and(|(name, _)| name == wanted) {
            near = Some(one.clone());
            nears += 1;
        }
    }
    near.filter(|_| nears == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::Field;
    use crate::domain::person::Person;
    use crate::i18n::Locale;

    #[test]
    fn names_of_any_interface_language_are_understood() {
        for tag in ["en", "nb"] {
            let words = Words::new(Locale::choose([tag]));
            let mut ana = Person::default();
            for (field, text, value) in [
                (Field::Languages, "english (B1); norsk", "en B1; no"),
                (Field::Languages, "Greek, dari", "el; prs"),
                (Field::Country, "UK", "GB"),
                (Field::Country, "Viet Nam", "VN"),
                (Field::Country, "iran", "IR"),
                (Field::Country, "Storbritannia", "GB"),
            ] {
                field.set(&mut ana, text, &words).unwrap();
                assert_eq!(field.get(&ana, &words), value, "{tag} {text}");
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
                assert_eq!(words.one_of(text, field.choices()), Some(at), "{tag} {text}");
            }
            assert_eq!(words.one_of("answer-yes", Field::Consent.choices()), None);
        }
    }

    #[test]
    fn every_other_name_of_a_language_or_country_has_a_code_of_its_standard() {
        for words in LOCALES.iter().map(Words::new) {
            for pair in say!(words, "languages-also").split(';') {
                assert!(Language::new(pair.trim().split(' ').next().unwrap()).is_ok(), "{pair}");
            }
            for pair in say!(words, "countries-also").split(';') {
                assert!(Country::new(pair.trim().split(' ').next().unwrap()).is_ok(), "{pair}");
            }
        }
    }

    #[test]
    fn a_name_that_several_share_is_not_guessed() {
        let words = Words::new(Locale::choose(["en"]));
        assert_eq!(Names::country(&words, "Korea"), None);
        assert_eq!(Names::language(&words, "Elvish"), None);
    }
}
