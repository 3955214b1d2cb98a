//! Every field, read as people type it.

use super::*;
use crate::domain::codes::Cefr;

/// English as a test knows it.
struct English;

impl Names for English {
    fn name(&self, message: &'static str) -> String {
        message.rsplit('-').next().unwrap_or_default().to_owned()
    }

    fn one_of(&self, text: &str, messages: Choices) -> Option<usize> {
        messages.iter().position(|message| self.name(message) == text)
    }

    fn language(&self, text: &str) -> Option<Language> {
        [("English", "en"), ("Lithuanian", "lt")].iter().find(|n| n.0 == text).and_then(|n| Language::new(n.1).ok())
    }

    fn country(&self, text: &str) -> Option<Country> {
        (text == "Lithuania").then(|| Country::new("LT").unwrap())
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn dates_as_people_write_them() {
    let expected = day("2026-11-24");
    for text in ["2026-11-24", "24.11.2026", "24.11.2026.", "24/11/2026", " 24. 11. 2026 ", "24-11-2026", "2026/11/24"]
    {
        assert_eq!(date(text), Ok(Some(expected)), "{text}");
    }
    assert_eq!(date("1.2.2026"), Ok(Some(day("2026-02-01"))));
    assert_eq!(date("2026/02/01"), Ok(Some(day("2026-02-01"))));
    assert_eq!(date("5/5/2026"), Ok(Some(day("2026-05-05"))));
    assert_eq!(date(" "), Ok(None));
}

#[test]
fn dates_that_cannot_be_are_refused_with_their_reason() {
    for (text, fault) in [
        ("30.2.2026", FieldFault::NoSuchDay { day: 30, month: 2, year: 2026 }),
        ("2026-02-29", FieldFault::NoSuchDay { day: 29, month: 2, year: 2026 }),
        ("0.1.2026", FieldFault::NoSuchDay { day: 0, month: 1, year: 2026 }),
        ("11/24/2026", FieldFault::NoSuchMonth { month: 24 }),
        ("24.11.26", FieldFault::ShortYear),
        ("24.11.1026", FieldFault::YearImplausible { year: 1026 }),
        ("3/4/2026", FieldFault::DayOrMonth { first: day("2026-04-03"), second: day("2026-03-04") }),
        ("46350", FieldFault::NotADate),
        ("soon", FieldFault::NotADate),
        ("24.11", FieldFault::NotADate),
        ("24.11-2026", FieldFault::NotADate),
        ("+1.1.2026", FieldFault::NotADate),
        ("99999999999.1.2026", FieldFault::NotADate),
        ("٢٤.١١.٢٠٢٦", FieldFault::NotADate),
    ] {
        assert_eq!(date(text), Err(fault), "{text}");
    }
}

#[test]
fn languages_with_and_without_levels() {
    let mut ana = Person::default();
    for text in ["en B1; lt", "English (b1), Lithuanian", "eng: B1 | LIT", "en B1\nlt", "English B1 / lt"] {
        Field::Languages.set(&mut ana, text, &English).unwrap();
        assert_eq!(Field::Languages.get(&ana, &English), "en B1; lt", "{text}");
    }
    assert_eq!(ana.languages[0].level, Some(Cefr::B1));
    for (text, fault) in [
        ("en B7", FieldFault::UnknownLevel("B7".into())),
        ("English (fluent)", FieldFault::UnknownLevel("fluent".into())),
        ("xx", FieldFault::UnknownLanguage("xx".into())),
        ("Elvish B1", FieldFault::UnknownLanguage("Elvish B1".into())),
        ("en; eng B1", FieldFault::LanguageTwice(Language::new("en").unwrap())),
    ] {
        assert_eq!(Field::Languages.set(&mut ana, text, &English), Err(fault), "{text}");
    }
    assert_eq!(ana.languages.len(), 2, "a refused text changes nothing");
}

#[test]
fn every_field_reads_back_what_it_gives_and_can_be_emptied() {
    let mut ana = Person::default();
    for (field, text) in [
        (Field::Reference, "0412"),
        (Field::Given, "Ana"),
        (Field::Family, "Petrović"),
        (Field::Languages, "lt; en A2"),
        (Field::Interpreter, "yes"),
        (Field::Country, "LT"),
        (Field::Born, "1990-05-01"),
        (Field::SentenceStart, "2026-01-10"),
        (Field::Release, "2027-03-01"),
        (Field::Occupation, "other"),
        (Field::LegalStatus, "remand"),
        (Field::Consent, "no"),
        (Field::WaitingSince, "2026-11-01"),
        (Field::Note, "Prefers mornings."),
    ] {
        field.set(&mut ana, text, &English).unwrap();
        assert_eq!(field.get(&ana, &English), text);
    }
    assert_eq!((ana.occupation, ana.legal_status), (Some(Occupation::OtherActivity), Some(LegalStatus::Remand)));
    for field in Field::ALL.into_iter().filter(|field| *field != Field::Reference) {
        field.set(&mut ana, "", &English).unwrap();
    }
    assert_eq!(ana, Person { reference: "0412".into(), ..Person::default() });
    assert_eq!(Field::Reference.set(&mut ana, " ", &English), Err(FieldFault::Required));
}

#[test]
fn the_choices_are_in_the_order_of_what_they_choose() {
    assert_eq!(OCCUPATIONS.to_vec(), Occupation::ALL.map(Occupation::message));
    assert_eq!(STATUSES.to_vec(), LegalStatus::ALL.map(LegalStatus::message));
}

#[test]
fn text_that_hides_or_floods_is_refused() {
    let mut ana = Person::default();
    let hidden = FieldFault::Text(TextFault::Hidden { character: '\u{202e}', at: 2 });
    assert_eq!(Field::Given.set(&mut ana, "A\u{202e}na", &English), Err(hidden));
    let long = FieldFault::Text(TextFault::TooLong { length: 10_000, most: LINE });
    assert_eq!(Field::Family.set(&mut ana, &"x".repeat(10_000), &English), Err(long));
    assert!(Field::Given.set(&mut ana, "A\nB", &English).is_err());
    Field::Note.set(&mut ana, "one\r\n two", &English).unwrap();
    assert_eq!(ana.note, "one two");
    assert_eq!(Field::Occupation.set(&mut ana, "juggling", &English), Err(FieldFault::NotOneOf(OCCUPATIONS)));
    assert_eq!(Field::Country.set(&mut ana, "Narnia", &English), Err(FieldFault::UnknownCountry("Narnia".into())));
}

#[test]
fn one_name_is_parted_into_two() {
    for (name, given, family) in [
        ("Petrović, Ana", "Ana", "Petrović"),
        ("Ana Petrović", "Ana", "Petrović"),
        ("Ana Maria  Petrović", "Ana Maria", "Petrović"),
        ("van der Berg, Jan", "Jan", "van der Berg"),
        ("Suharto", "Suharto", ""),
        ("Petrović,", "", "Petrović"),
    ] {
        assert_eq!(split_name(name), (given.to_owned(), family.to_owned()), "{name}");
    }
}

/// Short names of weekdays and months, and three days, as a test knows them.
struct Short;

impl Names for Short {
    fn name(&self, _message: &'static str) -> String {
        String::new()
    }

    fn one_of(&self, text: &str, messages: Choices) -> Option<usize> {
        let short = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let list: &[&str] = match messages.len() {
            7 => &short,
            12 => &months,
            _ => &["yesterday", "today", "tomorrow"],
        };
        list.iter().position(|name| *name == text.to_lowercase())
    }

    fn language(&self, _text: &str) -> Option<Language> {
        None
    }

    fn country(&self, _text: &str) -> Option<Country> {
        None
    }
}

#[test]
fn days_as_people_say_them() {
    // A Sunday.
    let today = day("2026-11-22");
    for (text, said) in [
        ("today", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("yesterday", "2026-11-21"),
        ("+0", "2026-11-22"),
        ("+7", "2026-11-29"),
        ("+ 70", "2027-01-31"),
        ("mon", "2026-11-23"),
        ("Sat", "2026-11-28"),
        ("sun", "2026-11-29"),
        ("22", "2026-11-22"),
        ("21.", "2026-12-21"),
        ("3 dec", "2026-12-03"),
        ("3. Dec", "2026-12-03"),
        ("dec 3", "2026-12-03"),
        ("fri 4 dec", "2026-12-04"),
        ("Fri, 4 Dec 2026", "2026-12-04"),
        ("3.12.", "2026-12-03"),
        ("3.12", "2026-12-03"),
        ("1 mar", "2027-03-01"),
        // Nearer behind than ahead; 183 days behind is further than 182 ahead.
        ("20 nov", "2026-11-20"),
        ("24 may", "2026-05-24"),
        ("23 may", "2027-05-23"),
        ("3 dec 2031", "2031-12-03"),
        ("24.11.2027", "2027-11-24"),
    ] {
        assert_eq!(super::day(text, today, &Short), Ok(Some(day(said))), "{text}");
    }
    assert_eq!(super::day(" ", today, &Short), Ok(None));
    // In two years of four the nearest 29 February is one that there is.
    assert_eq!(super::day("29 feb", day("2027-12-01"), &Short), Ok(Some(day("2028-02-29"))));
    assert_eq!(super::day("31", day("2026-11-22"), &Short), Ok(Some(day("2026-12-31"))));
}

#[test]
fn what_says_no_day_is_refused() {
    let today = day("2026-11-22");
    for (text, fault) in [
        ("soon", FieldFault::NotADate),
        ("0", FieldFault::NotADate),
        ("32", FieldFault::NotADate),
        ("24 11", FieldFault::NotADate),
        ("3 dec 26", FieldFault::NotADate),
        ("3 4 dec", FieldFault::NotADate),
        ("+", FieldFault::NotADate),
        ("+99999", FieldFault::NotADate),
        ("+99999999999999999999", FieldFault::NotADate),
        ("2.13", FieldFault::NoSuchMonth { month: 13 }),
        ("31 feb", FieldFault::NoSuchDay { day: 31, month: 2, year: 2026 }),
        ("29 feb", FieldFault::NoSuchDay { day: 29, month: 2, year: 2026 }),
        ("30 feb 2027", FieldFault::NoSuchDay { day: 30, month: 2, year: 2027 }),
        ("24.11.26", FieldFault::ShortYear),
        ("3 dec 1026", FieldFault::YearImplausible { year: 1026 }),
        ("\u{663} dec", FieldFault::NotADate),
    ] {
        assert_eq!(super::day(text, today, &Short), Err(fault), "{text}");
    }
}
