//! The manual of whoever leads the programme: what it is, who may take part, and every session as it is held.

use super::{Block, Said, Wanted, Writer};
use crate::domain::programme::{Activity, Course, Localised, RatingTime, Rule, SessionPlan, Weight};
use crate::domain::question::{Answer, Question};
use crate::domain::standard::Standard;
use crate::i18n::Words;
use crate::report::table::headed;
use crate::say;

pub(super) fn write(writer: &mut Writer, wanted: &Wanted, sessions: &[(usize, &SessionPlan)]) {
    if wanted.session.is_none() {
        overview(writer, wanted);
    }
    for (number, plan) in sessions {
        session(writer, *number, plan, wanted.course);
    }
    let used = |id: &String| sessions.iter().any(|(_, plan)| plan.activities.iter().any(|a| a.handouts.contains(id)));
    for handout in wanted.course.handouts.iter().filter(|handout| wanted.session.is_none() || used(&handout.id)) {
        writer.handout(handout);
    }
}

fn overview(writer: &mut Writer, wanted: &Wanted) {
    let course = wanted.course;
    writer.push(Block::Sheet(writer.both(|words, pick| {
        say!(words, "manual-title", title = pick(&course.title), version = pick(&course.version_title))
    })));
    writer.awaiting();
    writer.paragraph(writer.text(&course.summary));
    let (size, weekly) = (course.group_size, course.per_week);
    writer
        .paragraph(writer.say(|words| say!(words, "manual-group", min = size.min, max = size.max, per_week = weekly)));
    let titles =
        (1..).zip(&course.sessions).map(|(number, plan)| writer.both(|words, pick| heading(words, number, plan, pick)));
    let titles = titles.collect();
    writer.listed(writer.say(|words| say!(words, "programme-sessions")), titles, Block::Items);
    writer.listed(writer.say(|words| say!(words, "programme-who")), rules(writer, course), Block::Items);
    writer.push(Block::Heading(writer.say(|words| say!(words, "programme-completed"))));
    writer.paragraph(writer.say(|words| headed(&words.completes_with(course))));
    certificate(writer, course);
    if !course.ratings.items.is_empty() {
        writer.push(Block::Heading(writer.say(|words| say!(words, "programme-ratings"))));
        let items = writer.texts(course.ratings.items.iter().map(|item| &item.text));
        writer.push(Block::Grid(writer.texts(&course.ratings.scale), items));
    }
    writer.push(Block::Heading(writer.say(|words| say!(words, "programme-source"))));
    writer.paragraph(writer.plain(&course.source));
    if let Some(from) = wanted.descends_from {
        writer.paragraph(writer.say(|words| say!(words, "manual-descends", from = from)));
    }
    writer.paragraph(writer.say(|words| {
        say!(words, "programme-dates", as_of = words.date(course.as_of), review = words.date(course.review_by))
    }));
    serves(writer, &course.serves);
}

/// "4 Papers · 90 min · essential"
fn heading(words: &Words, number: usize, plan: &SessionPlan, pick: &dyn Fn(&Localised) -> String) -> String {
    let head = say!(words, "programme-session", number = number, title = pick(&plan.title), minutes = plan.minutes());
    if plan.essential { format!("{head} · {}", say!(words, "programme-essential")) } else { head }
}

fn rules(writer: &Writer, course: &Course) -> Vec<Said> {
    let rule = |rule: &Rule| {
        writer.both(|words, pick| {
            let weight = match rule.weight {
                Weight::Required => say!(words, "programme-required"),
                Weight::Preferred => say!(words, "programme-preferred"),
            };
            let why = pick(&rule.why);
            let why = if why.is_empty() { why } else { format!(". {why}") };
            format!("{}: {} ({weight}){why}", words.rule(rule), words.asked(rule))
        })
    };
    course.eligibility.iter().map(rule).collect()
}

fn certificate(writer: &mut Writer, course: &Course) {
    let Some(certificate) = &course.certificate else { return };
    writer.push(Block::Heading(writer.label("paper-certificate")));
    writer.paragraph(writer.text(&certificate.text));
    for office in &certificate.signed_by {
        let label = writer.say(|words| say!(words, "manual-signed-by"));
        writer.push(Block::Fact(label, writer.text(office)));
    }
}

fn session(writer: &mut Writer, number: usize, plan: &SessionPlan, course: &Course) {
    writer.push(Block::Sheet(writer.both(|words, pick| heading(words, number, plan, pick))));
    writer.awaiting();
    writer.paragraph(writer.text(&plan.aim));
    let mut needed: Vec<&Localised> = Vec::new();
    for thing in plan.activities.iter().flat_map(|activity| &activity.need) {
        if !needed.contains(&thing) {
            needed.push(thing);
        }
    }
    writer.listed(writer.say(|words| say!(words, "manual-bring")), writer.texts(needed), Block::Boxes);
    for part in &plan.activities {
        activity(writer, part, course);
    }
    let objectives = writer.texts(plan.objectives.iter().map(|objective| &objective.text));
    writer.listed(writer.say(|words| say!(words, "programme-objectives")), objectives, Block::Items);
    let leaves_with = writer.texts(&plan.leaves_with);
    writer.listed(writer.say(|words| say!(words, "programme-leaves-with")), leaves_with, Block::Items);
    let closing = writer.texts(&plan.closing_questions);
    writer.listed(writer.say(|words| say!(words, "programme-closing")), closing, Block::Items);
    let asked = plan.questions.iter().map(|question| asked(writer, question)).collect();
    writer.listed(writer.say(|words| say!(words, "programme-questions")), asked, Block::Items);
    if let Some(time) = plan.rating {
        writer.push(Block::Notice(writer.say(|words| match time {
            RatingTime::Before => say!(words, "manual-rating-before"),
            RatingTime::After => say!(words, "manual-rating-after"),
        })));
    }
    serves(writer, &plan.serves);
}

fn activity(writer: &mut Writer, activity: &Activity, course: &Course) {
    let essential = activity.essential;
    writer.push(Block::Timed(
        activity.minutes,
        writer.both(|words, pick| {
            let kind = words.say(activity.kind.message(), &[]);
            let marks = if essential { format!(" · {}", say!(words, "programme-essential")) } else { String::new() };
            format!("{} · {kind}{marks}", pick(&activity.title))
        }),
    ));
    if activity.interpreter {
        writer.push(Block::Notice(writer.say(|words| say!(words, "manual-interpreter"))));
    }
    for (message, texts) in
        [("programme-say", &activity.say), ("programme-do", &activity.steps), ("programme-need", &activity.need)]
    {
        // The label stands once, before the first of its kind.
        for (at, text) in texts.iter().enumerate() {
            let label = if at == 0 { writer.say(|words| words.say(message, &[])) } else { Said(Vec::new()) };
            writer.push(Block::Fact(label, writer.text(text)));
        }
    }
    for handout in course.handouts.iter().filter(|handout| activity.handouts.contains(&handout.id)) {
        let label = writer.say(|words| say!(words, "programme-handout"));
        writer.push(Block::Fact(label, writer.text(&handout.title)));
    }
    serves(writer, &activity.serves);
}

/// A question with the kind of its answer: "Hours a week (a number)".
fn asked(writer: &Writer, question: &Question) -> Said {
    writer.both(|words, pick| {
        let choices = question.answer.choices().iter().map(|choice| pick(&choice.text)).collect::<Vec<_>>().join(", ");
        let kind = match &question.answer {
            Answer::OneOf(_) | Answer::AnyOf(_) => choices,
            kind => words.answer_kind(kind),
        };
        let must = if question.required { String::new() } else { format!(", {}", say!(words, "programme-optional")) };
        format!("{} ({kind}{must})", pick(&question.text))
    })
}

fn serves(writer: &mut Writer, standards: &[Standard]) {
    if !standards.is_empty() {
        let all = standards.iter().map(|standard| standard.0.as_str()).collect::<Vec<_>>().join(", ");
        let label = writer.say(|words| say!(words, "manual-serves"));
        writer.push(Block::Fact(label, writer.plain(&all)));
    }
}
