//! Answers to the questions of a pathway: how a typed text is read, and how it is written down.

use crate::domain::codes::{Country, Language};
use crate::domain::field::{FieldFault, Names, day};
use crate::domain::question::{Answer, Choice, Question};
use crate::domain::text::{NOTE, TextFault, clean, fold};
use chrono::NaiveDate;

/// Messages for yes and no.
pub const YES_NO: &[&str] = &["answer-yes", "answer-no"];

/// Why a text is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerFault {
    Missing,
    Text(TextFault),
    Field(FieldFault),
    YesOrNo,
    /// Not a whole number, or not between these.
    Number(Option<i32>, Option<i32>),
    /// Not whole units of this currency.
    Amount(String),
    /// None of the choices, or more than one of them.
    Choice,
}

/// What `text`, written on `today`, means as an answer to `question`, as it is written down; empty when nothing is said.
///
/// # Errors
/// [`AnswerFault`] when it means nothing. Whether something has to be said is not asked here.
pub fn read(question: &Question, text: &str, today: NaiveDate, names: &dyn Names) -> Result<String, AnswerFault> {
    let text = clean(text, NOTE).map_err(AnswerFault::Text)?;
    if text.is_empty() {
        return Ok(text);
    }
    match &question.answer {
        Answer::Text => Ok(text),
        Answer::YesNo => yes_or_no(&text, names).map(|yes| if yes { "yes" } else { "no" }.to_owned()),
        Answer::Number { at_least, at_most } => {
            let within = |number: &i32| {
                at_least.is_none_or(|least| *number >= least) && at_most.is_none_or(|most| *number <= most)
            };
            let number = text.parse().ok().filter(within);
            number.map(|number: i32| number.to_string()).ok_or(AnswerFault::Number(*at_least, *at_most))
        }
        Answer::Date => match day(&text, today, names) {
            Ok(Some(day)) => Ok(day.to_string()),
            Ok(None) => Err(AnswerFault::Field(FieldFault::NotADate)),
            Err(fault) => Err(AnswerFault::Field(fault)),
        },
        Answer::Language => {
            let unknown = || AnswerFault::Field(FieldFault::UnknownLanguage(text.clone()));
            language(&text, names).map(|language| language.code().to_owned()).ok_or_else(unknown)
        }
        Answer::Country => {
            let found = Country::new(&text).ok().or_else(|| names.country(&text));
            let unknown = || AnswerFault::Field(FieldFault::UnknownCountry(text.clone()));
            found.map(|country| country.code().to_owned()).ok_or_else(unknown)
        }
        Answer::Amount(currency) => {
            let bare = text.strip_prefix(currency.as_str()).or_else(|| text.strip_suffix(currency.as_str()));
            let digits: String = bare.unwrap_or(&text).chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
            let amount: Option<u32> = digits.parse().ok();
            amount.map(|amount| amount.to_string()).ok_or_else(|| AnswerFault::Amount(currency.clone()))
        }
        Answer::OneOf(choices) => one_of(choices, &text).map(|choice| choice.id.clone()),
        Answer::AnyOf(choices) => {
            let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
            let ids = parts.map(|part| one_of(choices, part).map(|choice| choice.id.as_str()));
            let mut ids: Vec<&str> = ids.collect::<Result<_, _>>()?;
            ids.sort_by_key(|id| choices.iter().position(|choice| choice.id == *id));
            ids.dedup();
            Ok(ids.join(","))
        }
    }
}

/// What `text` says to a question that is answered by yes or no.
///
/// # Errors
/// [`AnswerFault::YesOrNo`].
pub fn yes_or_no(text: &str, names: &dyn Names) -> Result<bool, AnswerFault> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => names.one_of(text, YES_NO).map(|at| at == 0).ok_or(AnswerFault::YesOrNo),
    }
}

/// The language with this code or name.
#[must_use]
pub fn language(text: &str, names: &dyn Names) -> Option<Language> {
    Language::new(text).ok().or_else(|| names.language(text))
}

/// The choice with this number from 1, this id, or the only one whose text begins so, in any language.
fn one_of<'c>(choices: &'c [Choice], text: &str) -> Result<&'c Choice, AnswerFault> {
    let by_number = text.parse::<usize>().ok().and_then(|number| choices.get(number.checked_sub(1)?));
    if let Some(choice) = by_number.or_else(|| choices.iter().find(|choice| choice.id == text)) {
        return Ok(choice);
    }
    let text = fold(text);
    let says = |choice: &&Choice, test: &dyn Fn(&str) -> bool| choice.text.0.values().any(|words| test(&fold(words)));
    if let Some(choice) = choices.iter().find(|choice| says(choice, &|words| words == text)) {
        return Ok(choice);
    }
    let mut begin = choices.iter().filter(|choice| says(choice, &|words| words.starts_with(&text)));
    match (begin.next(), begin.next()) {
        (Some(choice), None) => Ok(choice),
        _ => Err(AnswerFault::Choice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::Choices;
    use crate::domain::programme::Localised;

    struct English;

    impl Names for English {
        fn name(&self, message: &'static str) -> String {
            message.trim_start_matches("answer-").to_owned()
        }
        fn one_of(&self, text: &str, messages: Choices) -> Option<usize> {
            messages.iter().position(|message| message.trim_start_matches("answer-") == fold(text))
        }
        fn language(&self, text: &str) -> Option<Language> {
            (fold(text) == "lithuanian").then(|| Language::new("lt").unwrap())
        }
        fn country(&self, text: &str) -> Option<Country> {
            (fold(text) == "lithuania").then(|| Country::new("LT").unwrap())
        }
    }

    #[test]
    fn what_is_typed_is_read_by_what_is_asked() {
        let choice = |id: &str, text: &str| Choice { id: id.into(), text: Localised::from(text) };
        let choices = || vec![choice("birth", "Birth"), choice("divorce", "Divorce"), choice("other", "Another")];
        let number = || Answer::Number { at_least: Some(1), at_most: Some(40) };
        for (answer, text, read_as) in [
            (Answer::Text, "  a shop ", Some("a shop")),
            (Answer::Text, "", Some("")),
            (Answer::YesNo, "Yes", Some("yes")),
            (Answer::YesNo, "perhaps", None),
            (number(), "40", Some("40")),
            (number(), "41", None),
            (Answer::Date, "24.11.2026", Some("2026-11-24")),
            (Answer::Date, "30 Feb", None),
            (Answer::Language, "Lithuanian", Some("lt")),
            (Answer::Country, "LT", Some("LT")),
            (Answer::Country, "Atlantis", None),
            (Answer::Amount("CHF".into()), "CHF 1 200", Some("1200")),
            (Answer::Amount("CHF".into()), "3'800", Some("3800")),
            (Answer::Amount("CHF".into()), "12.50", None),
            (Answer::Amount("CHF".into()), "-1", None),
            (Answer::OneOf(choices()), "2", Some("divorce")),
            (Answer::OneOf(choices()), "an", Some("other")),
            (Answer::OneOf(choices()), "4", None),
            (Answer::AnyOf(choices()), "other, 1, birth", Some("birth,other")),
        ] {
            let question =
                Question { id: "q".into(), text: Localised::from("?"), answer, required: true, only_if: None };
            let today = "2026-11-22".parse().unwrap();
            assert_eq!(read(&question, text, today, &English).ok().as_deref(), read_as, "{:?} {text}", question.answer);
        }
    }
}
