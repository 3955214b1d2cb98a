//! What must hold of questions, in whichever kind of file they stand.

use super::nothing;
use crate::catalogue::check::Check;
use crate::catalogue::finding::What;
use crate::catalogue::tree::Path;
use crate::domain::question::{Answer, OnlyIf, Question};
use std::collections::BTreeMap;

/// Holds the `list` of questions against their rules; `all` are those whose answers it may look at.
pub(super) fn check<'q>(
    check: &mut Check,
    path: &Path,
    list: &[Question],
    all: &mut (dyn Iterator<Item = &'q Question> + 'q),
) {
    if list.is_empty() {
        return;
    }
    let mut known: BTreeMap<&str, &Question> = BTreeMap::new();
    for question in all {
        known.entry(&question.id).or_insert(question);
    }
    for (number, question) in list.iter().enumerate() {
        let item = path.item(number);
        answer(check, &item.key("answer"), &question.answer);
        if let Some(wanted) = question.only_if.as_ref().filter(|_| !check.is_full()) {
            only_if(check, &item.key("only_if"), question, wanted, &known);
        }
    }
}

fn answer(check: &mut Check, path: &Path, answer: &Answer) {
    if !check.whole(path) {
        return;
    }
    match answer {
        Answer::Number { at_least: Some(least), at_most: Some(most) } if least > most => {
            check.error(path, What::new("finding-answer-nothing"));
        }
        Answer::OneOf(choices) | Answer::AnyOf(choices) if choices.len() < 2 => {
            check.error(path, What::new("finding-answer-choices").with("choices", choices.len()));
        }
        Answer::Amount(currency) if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) => {
            check.error(path, What::new("finding-currency").with("currency", currency));
        }
        _ => {}
    }
}

fn only_if(check: &mut Check, path: &Path, question: &Question, wanted: &OnlyIf, all: &BTreeMap<&str, &Question>) {
    let Some(other) = all.get(wanted.question.as_str()).filter(|other| other.id != question.id) else {
        let (id, known) = (&wanted.question, all.keys().copied().filter(|id| *id != question.id));
        let what = nothing("finding-unknown-question", "finding-unknown-question-near", "question", id, known);
        return check.error(&path.key("question"), what);
    };
    let choices = || other.answer.choices().iter().map(|choice| choice.id.as_str());
    if !choices().any(|choice| choice == wanted.is) {
        let what = nothing("finding-unknown-answer", "finding-unknown-answer-near", "answer", &wanted.is, choices());
        check.error(&path.key("is"), what.with("question", &other.id));
    }
}
