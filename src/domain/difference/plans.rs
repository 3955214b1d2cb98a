//! What stands in the sessions, and what goes with them: handouts, the self-rating, the certificate.

use super::{About, Change, Found, Text, Whole};
use crate::domain::programme::{Activity, Certificate, Handout, Localised, Ratings, SessionPlan};
use crate::domain::question::Question;

/// What a session that is in both says now. Which sessions are new or gone is told of the versions.
pub(super) fn plans(found: &mut Found, was: &Whole, is: &Whole) {
    for plan in &is.plans {
        let Some(before) = was.plans.iter().find(|before| before.id == plan.id) else { continue };
        if before != plan {
            session(found, before, plan, is.handouts);
        }
    }
}

fn session(found: &mut Found, was: &SessionPlan, is: &SessionPlan, handouts: &[Handout]) {
    let about = About::Session(is.title.clone());
    found.title(&about, &was.title, &is.title);
    let (before, after) = (was.minutes(), is.minutes());
    found.unlike(&about, &before, &after, || Change::Minutes { was: before, is: after });
    found.unlike(&about, &was.essential, &is.essential, || Change::Essential(is.essential));
    found.unlike(&about, &was.rating, &is.rating, || Change::Rating(is.rating));
    found.text(&about, Text::Aim, &was.aim, &is.aim);
    activities(found, was, is, handouts);
    for objective in &is.objectives {
        let about = About::Objective { session: is.title.clone(), text: objective.text.clone() };
        match was.objectives.iter().find(|before| before.id == objective.id) {
            Some(before) => found.text(&about, Text::Wording, &before.text, &objective.text),
            None => found.push(&about, Change::Added),
        }
    }
    for gone in was.objectives.iter().filter(|gone| is.objectives.iter().all(|after| after.id != gone.id)) {
        let about = About::Objective { session: is.title.clone(), text: gone.text.clone() };
        found.push(&about, Change::Removed);
    }
    found.texts(&about, Text::LeavesWith, &was.leaves_with, &is.leaves_with);
    found.texts(&about, Text::ClosingQuestions, &was.closing_questions, &is.closing_questions);
    questions(found, was, is);
    found.serves(&about, &was.serves, &is.serves);
}

fn activities(found: &mut Found, was: &SessionPlan, is: &SessionPlan, handouts: &[Handout]) {
    let pairs = pairs(&was.activities, &is.activities);
    let about = |activity: &Activity| About::Activity { session: is.title.clone(), title: activity.title.clone() };
    for (at, after) in is.activities.iter().enumerate() {
        match pairs.iter().find(|(_, new)| *new == at).and_then(|(old, _)| was.activities.get(*old)) {
            Some(before) => activity(found, &about(after), (before, after), handouts),
            None => found.push(&about(after), Change::Added),
        }
    }
    for (at, gone) in was.activities.iter().enumerate() {
        if pairs.iter().all(|(old, _)| *old != at) {
            found.push(&about(gone), Change::Removed);
        }
    }
}

/// Which activity became which: they have no ids, so by a title that reads the same in some language, then those that are left in their order when
/// equally many are left.
fn pairs(was: &[Activity], is: &[Activity]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (new, activity) in is.iter().enumerate() {
        let taken = |old: usize| pairs.iter().any(|(other, _)| *other == old);
        let reads_alike = |before: &Activity| {
            let is = &activity.title.0;
            before.title.0.iter().any(|(tag, title)| is.get(tag) == Some(title))
        };
        let same = |(old, before): &(usize, &Activity)| reads_alike(before) && !taken(*old);
        if let Some((old, _)) = was.iter().enumerate().find(same) {
            pairs.push((old, new));
        }
    }
    let old: Vec<usize> = (0..was.len()).filter(|at| pairs.iter().all(|(old, _)| old != at)).collect();
    let new: Vec<usize> = (0..is.len()).filter(|at| pairs.iter().all(|(_, new)| new != at)).collect();
    if old.len() == new.len() {
        pairs.extend(old.into_iter().zip(new));
    }
    pairs
}

fn activity(found: &mut Found, about: &About, (was, is): (&Activity, &Activity), handouts: &[Handout]) {
    found.title(about, &was.title, &is.title);
    found.unlike(about, &was.minutes, &is.minutes, || Change::Minutes { was: was.minutes, is: is.minutes });
    found.unlike(about, &was.kind, &is.kind, || Change::Kind { was: was.kind, is: is.kind });
    found.unlike(about, &was.essential, &is.essential, || Change::Essential(is.essential));
    found.unlike(about, &was.interpreter, &is.interpreter, || Change::Interpreter(is.interpreter));
    found.texts(about, Text::Say, &was.say, &is.say);
    found.texts(about, Text::Do, &was.steps, &is.steps);
    found.texts(about, Text::Need, &was.need, &is.need);
    found.unlike(about, &was.handouts, &is.handouts, || {
        let named = handouts.iter().filter(|handout| is.handouts.contains(&handout.id));
        Change::HandsOut(named.map(|handout| handout.title.clone()).collect())
    });
    found.serves(about, &was.serves, &is.serves);
}

fn questions(found: &mut Found, was: &SessionPlan, is: &SessionPlan) {
    let about = |text: &Localised| About::Question { session: is.title.clone(), text: text.clone() };
    for question in &is.questions {
        let about = about(&question.text);
        match was.questions.iter().find(|before| before.id == question.id) {
            Some(before) => asked(found, &about, before, question),
            None => found.push(&about, Change::Added),
        }
    }
    for gone in was.questions.iter().filter(|gone| is.questions.iter().all(|after| after.id != gone.id)) {
        found.push(&about(&gone.text), Change::Removed);
    }
}

fn asked(found: &mut Found, about: &About, was: &Question, is: &Question) {
    found.text(about, Text::Wording, &was.text, &is.text);
    let kind = |question: &Question| {
        let ids: Vec<String> = question.answer.choices().iter().map(|choice| choice.id.clone()).collect();
        (std::mem::discriminant(&question.answer), ids)
    };
    if kind(was) == kind(is) && !is.answer.choices().is_empty() {
        let (before, after) = (was.answer.choices().iter(), is.answer.choices().iter());
        found.texts(about, Text::Choices, before.map(|choice| &choice.text), after.map(|choice| &choice.text));
    } else {
        let change = || Change::Answer { was: was.answer.clone(), is: is.answer.clone() };
        found.unlike(about, &was.answer, &is.answer, change);
    }
    found.unlike(about, &was.required, &is.required, || Change::MustBeAnswered(is.required));
    found.unlike(about, &was.only_if, &is.only_if, || Change::AskedAfter);
}

pub(super) fn handouts(found: &mut Found, was: &[Handout], is: &[Handout]) {
    for handout in is {
        let about = About::Handout(handout.title.clone());
        let Some(before) = was.iter().find(|before| before.id == handout.id) else {
            found.push(&about, Change::Added);
            continue;
        };
        found.title(&about, &before.title, &handout.title);
        found.texts(&about, Text::Lines, &before.lines, &handout.lines);
        let lines = (before.blank_lines, handout.blank_lines);
        found.unlike(&about, &lines.0, &lines.1, || Change::BlankLines { was: lines.0, is: lines.1 });
    }
    for gone in was.iter().filter(|gone| is.iter().all(|after| after.id != gone.id)) {
        found.push(&About::Handout(gone.title.clone()), Change::Removed);
    }
}

pub(super) fn ratings(found: &mut Found, was: &Ratings, is: &Ratings) {
    found.texts(&About::Scale, Text::Wording, &was.scale, &is.scale);
    for item in &is.items {
        let about = About::Rating(item.text.clone());
        match was.items.iter().find(|before| before.id == item.id) {
            Some(before) => found.text(&about, Text::Wording, &before.text, &item.text),
            None => found.push(&about, Change::Added),
        }
    }
    for gone in was.items.iter().filter(|gone| is.items.iter().all(|after| after.id != gone.id)) {
        found.push(&About::Rating(gone.text.clone()), Change::Removed);
    }
}

pub(super) fn certificate(found: &mut Found, was: Option<&Certificate>, is: Option<&Certificate>) {
    match (was, is) {
        (None, Some(_)) => found.push(&About::Certificate, Change::Added),
        (Some(_), None) => found.push(&About::Certificate, Change::Removed),
        (Some(was), Some(is)) => {
            found.text(&About::Certificate, Text::Wording, &was.text, &is.text);
            found.texts(&About::Certificate, Text::SignedBy, &was.signed_by, &is.signed_by);
        }
        (None, None) => {}
    }
}
