//! The sheets of those who take part: large, little on each, room to write; nothing that is meant for staff.

use super::{Block, Said, Wanted, Writer};
use crate::domain::programme::{Course, SessionPlan};
use crate::domain::question::{Answer, Question};

/// Lines to write notes on.
const NOTES: u8 = 4;
/// Lines to answer on in one's own words.
const ANSWER: u8 = 2;

pub(super) fn write(writer: &mut Writer, wanted: &Wanted, sessions: &[(usize, &SessionPlan)]) {
    if wanted.session.is_none() {
        cover(writer, wanted.course);
    }
    for (number, plan) in sessions {
        session(writer, *number, plan, wanted.course);
    }
}

fn cover(writer: &mut Writer, course: &Course) {
    writer.push(Block::Sheet(writer.text(&course.title)));
    writer.awaiting();
    writer.paragraph(writer.text(&course.summary));
    writer.push(Block::Blanks(vec![writer.label("paper-name")]));
    let titles = (1..).zip(&course.sessions).map(|(number, plan)| writer.numbered(number, &plan.title)).collect();
    writer.listed(writer.label("paper-sessions"), titles, Block::Boxes);
    if let Some(certificate) = &course.certificate {
        writer.push(Block::Heading(writer.label("paper-certificate")));
        writer.paragraph(writer.text(&certificate.text));
    }
}

fn session(writer: &mut Writer, number: usize, plan: &SessionPlan, course: &Course) {
    writer.push(Block::Sheet(writer.numbered(number, &plan.title)));
    writer.awaiting();
    writer.paragraph(writer.text(&plan.aim));
    writer.push(Block::Blanks(vec![writer.label("paper-name"), writer.label("paper-date")]));
    writer.listed(writer.label("paper-take"), writer.texts(&plan.leaves_with), Block::Boxes);
    if plan.rating.is_some() {
        writer.rating(&course.ratings);
    }
    if !plan.questions.is_empty() {
        writer.push(Block::Heading(writer.label("paper-answer")));
        for question in &plan.questions {
            ask(writer, question, &plan.questions);
        }
    }
    writer.listed(writer.label("paper-think"), writer.texts(&plan.closing_questions), Block::Items);
    writer.push(Block::Heading(writer.label("paper-notes")));
    writer.push(Block::Lines(NOTES));
    let handed_out = |id: &String| plan.activities.iter().any(|activity| activity.handouts.contains(id));
    for handout in course.handouts.iter().filter(|handout| handed_out(&handout.id)) {
        writer.handout(handout);
    }
}

/// A question, with room for the kind of answer that it takes.
fn ask(writer: &mut Writer, question: &Question, all: &[Question]) {
    writer.paragraph(asked(writer, question, all));
    match &question.answer {
        Answer::Text => writer.push(Block::Lines(ANSWER)),
        Answer::YesNo => writer.push(Block::Boxes(vec![writer.label("paper-yes"), writer.label("paper-no")])),
        Answer::Number { .. } | Answer::Date | Answer::Language | Answer::Country => writer.push(Block::Lines(1)),
        Answer::Amount(currency) => {
            let currency = writer.plain(currency);
            writer.push(Block::Blanks(vec![currency]));
        }
        Answer::OneOf(choices) | Answer::AnyOf(choices) => {
            let any = matches!(question.answer, Answer::AnyOf(_));
            writer.paragraph(writer.label(if any { "paper-any" } else { "paper-one" }));
            writer.push(Block::Boxes(writer.texts(choices.iter().map(|choice| &choice.text))));
        }
    }
}

/// The question; one that depends on another begins with the answer after which it is asked.
fn asked(writer: &Writer, question: &Question, all: &[Question]) -> Said {
    let after = question.only_if.as_ref().and_then(|only| {
        let other = all.iter().find(|other| other.id == only.question)?;
        other.answer.choices().iter().find(|choice| choice.id == only.is)
    });
    let Some(choice) = after else { return writer.text(&question.text) };
    writer.both_texts(&choice.text, " → ", &question.text)
}
