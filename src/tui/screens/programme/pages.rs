//! The pages of a programme as lines of text: the overview, and each session.

use crate::domain::programme::{Course, Localised, SessionPlan, Weight};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Remark;
use crate::tui::paint;

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    Heading(String),
    Line(String),
    /// Something found that keeps a file from being used.
    Fault(String),
    /// Something found that somebody should look at.
    Doubt(String),
}

/// Page 0 is the overview, page n session n.
pub(super) fn lines(course: &Course, page: usize, words: &Words, width: u16) -> Vec<Said> {
    let mut text = Text { lines: Vec::new(), width, words };
    match page.checked_sub(1).and_then(|index| course.sessions.get(index)) {
        None => overview(&mut text, course),
        Some(plan) => session(&mut text, course, plan, page),
    }
    text.lines
}

/// What was found in a file.
pub(super) fn remarks(remarks: &[Remark], width: u16) -> Vec<Said> {
    let mut lines = Vec::new();
    for remark in remarks {
        let said = if remark.is_error { Said::Fault } else { Said::Doubt };
        for (index, line) in paint::wrap(&remark.text, width.saturating_sub(2)).into_iter().enumerate() {
            lines.push(said(format!("{}{line}", if index == 0 { "! " } else { "  " })));
        }
    }
    lines
}

struct Text<'a> {
    lines: Vec<Said>,
    width: u16,
    words: &'a Words,
}

impl Text<'_> {
    fn heading(&mut self, text: String) {
        if !self.lines.is_empty() {
            self.lines.push(Said::Line(String::new()));
        }
        self.lines.push(Said::Heading(text));
    }

    /// A paragraph, indented, with `lead` before its first line.
    fn paragraph(&mut self, lead: &str, text: &str) {
        let indent = paint::width(lead);
        for (index, line) in paint::wrap(text, self.width.saturating_sub(indent)).into_iter().enumerate() {
            let lead = if index == 0 { lead.to_owned() } else { " ".repeat(usize::from(indent)) };
            self.lines.push(Said::Line(format!("{lead}{line}")));
        }
    }

    fn list(&mut self, lead: &str, texts: &[Localised]) {
        for text in texts {
            let text = self.words.pick(text);
            self.paragraph(lead, &text);
        }
    }
}

fn overview(text: &mut Text, course: &Course) {
    let words = text.words;
    text.paragraph("", &words.pick(&course.summary));
    text.heading(say!(words, "programme-sessions"));
    for (number, plan) in (1_usize..).zip(&course.sessions) {
        let essential = if plan.essential { say!(words, "programme-essential") } else { String::new() };
        let title = words.pick(&plan.title);
        text.lines.push(Said::Line(format!("{number:2}  {} {essential}", paint::fill(&title, 34))));
    }
    text.heading(say!(words, "programme-who"));
    for rule in &course.eligibility {
        let weight = match rule.weight {
            Weight::Required => say!(words, "programme-required"),
            Weight::Preferred => say!(words, "programme-preferred"),
        };
        text.paragraph("- ", &format!("{}: {} ({weight})", words.rule(rule), words.asked(rule)));
        text.paragraph("  ", &words.pick(&rule.why));
    }
    text.heading(say!(words, "programme-completed"));
    let needed = course.completion.sessions.map_or(course.sessions.len(), usize::from);
    text.paragraph("", &say!(words, "programme-completion", needed = needed, of = course.sessions.len()));
    if course.completion.essentials {
        text.paragraph("", &say!(words, "programme-completion-essentials"));
    }
    certificate(text, course);
    ratings(text, course);
    text.heading(say!(words, "programme-source"));
    text.paragraph("", &course.source);
    let (as_of, review) = (words.date(course.as_of), words.date(course.review_by));
    text.paragraph("", &say!(words, "programme-dates", as_of = as_of, review = review));
}

fn ratings(text: &mut Text, course: &Course) {
    if course.ratings.items.is_empty() {
        return;
    }
    let words = text.words;
    text.heading(say!(words, "programme-ratings"));
    let scale: Vec<String> = course.ratings.scale.iter().map(|step| words.pick(step)).collect();
    text.paragraph("", &scale.join(" · "));
    for item in &course.ratings.items {
        text.paragraph("- ", &words.pick(&item.text));
    }
}

fn session(text: &mut Text, course: &Course, plan: &SessionPlan, number: usize) {
    let words = text.words;
    let essential = if plan.essential { format!(" · {}", say!(words, "programme-essential")) } else { String::new() };
    let head =
        say!(words, "programme-session", number = number, title = words.pick(&plan.title), minutes = plan.minutes());
    text.heading(format!("{head}{essential}"));
    text.paragraph("", &words.pick(&plan.aim));
    for activity in &plan.activities {
        let interpreter =
            if activity.interpreter { format!("  ! {}", say!(words, "programme-interpreter")) } else { String::new() };
        text.heading(format!("{:3}  {}{interpreter}", activity.minutes, words.pick(&activity.title)));
        let labels = [say!(words, "programme-say"), say!(words, "programme-do"), say!(words, "programme-need")];
        let widest = labels.iter().map(|label| paint::width(label)).max().unwrap_or(0);
        for (label, texts) in labels.iter().zip([&activity.say, &activity.steps, &activity.need]) {
            text.list(&format!("     {} ", paint::fill(label, widest)), texts);
        }
        for title in course.handed_out(activity) {
            text.paragraph("     ", &format!("{}: {}", say!(words, "programme-handout"), words.pick(title)));
        }
    }
    questions(text, plan);
    if !plan.objectives.is_empty() {
        text.heading(say!(words, "programme-objectives"));
        for objective in &plan.objectives {
            text.paragraph("- ", &words.pick(&objective.text));
        }
    }
    for (message, texts) in
        [("programme-leaves-with", &plan.leaves_with), ("programme-closing", &plan.closing_questions)]
    {
        if !texts.is_empty() {
            text.heading(words.say(message, &[]));
            text.list("- ", texts);
        }
    }
}

/// What each person is asked, with the kind of answer.
fn questions(text: &mut Text, plan: &SessionPlan) {
    let words = text.words;
    if !plan.questions.is_empty() {
        text.heading(say!(words, "programme-questions"));
    }
    for question in &plan.questions {
        let choices: Vec<String> = question.answer.choices().iter().map(|choice| words.pick(&choice.text)).collect();
        let kind = if choices.is_empty() { words.answer_kind(&question.answer) } else { choices.join(", ") };
        let open = if question.required { String::new() } else { format!(", {}", say!(words, "programme-optional")) };
        text.paragraph("- ", &format!("{} ({kind}{open})", words.pick(&question.text)));
    }
}

/// What the certificate says, and which offices sign it.
fn certificate(text: &mut Text, course: &Course) {
    let Some(certificate) = &course.certificate else { return };
    let words = text.words;
    text.heading(say!(words, "paper-certificate"));
    text.paragraph("", &words.pick(&certificate.text));
    for office in &certificate.signed_by {
        text.paragraph("- ", &format!("{}: {}", say!(words, "manual-signed-by"), words.pick(office)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::programme::{Certificate, Handout};
    use crate::domain::question::{Answer, Choice, Question};
    use crate::domain::sample::{course, plan_of};
    use crate::i18n::Locale;

    #[test]
    fn what_is_handed_out_asked_and_certified_is_read_too() {
        let mut course = course();
        let text = |said: &str| Localised::from(said);
        course.handouts =
            vec![Handout { id: "map".to_owned(), title: text("A map"), lines: Vec::new(), blank_lines: 0 }];
        course.certificate = Some(Certificate { text: text("was there"), signed_by: vec![text("The governor")] });
        plan_of(&mut course, 0).activities[1].handouts = vec!["map".to_owned()];
        let choices = ["Yes, now", "Later"].map(|said| Choice { id: said.to_lowercase(), text: text(said) });
        let question = |said: &str, answer, required| Question {
            id: "q".to_owned(),
            text: text(said),
            answer,
            required,
            only_if: None,
        };
        plan_of(&mut course, 0).questions = vec![
            question("Do you want to work?", Answer::OneOf(choices.to_vec()), true),
            question("Hours a week", Answer::Number { at_least: None, at_most: None }, false),
        ];
        for (tag, overview, session) in [
            (
                "en",
                ["Certificate", "was there", "- Signed by: The governor"],
                [
                    "     Hand out: A map",
                    "- Do you want to work? (Yes, now, Later)",
                    "- Hours a week (a whole number, may stay open)",
                ],
            ),
            (
                "nb",
                ["Kursbevis", "was there", "- Underskrives av: The governor"],
                [
                    "     Deles ut: A map",
                    "- Do you want to work? (Yes, now, Later)",
                    "- Hours a week (et helt tall, kan stå åpent)",
                ],
            ),
        ] {
            let words = Words::new(Locale::choose([tag]));
            for (page, wanted) in [(0, overview), (1, session)] {
                let lines = lines(&course, page, &words, 70);
                let said = |wanted: &str| {
                    lines.iter().any(|line| matches!(line, Said::Heading(t) | Said::Line(t) if t.trim_end() == wanted))
                };
                assert!(wanted.into_iter().all(said), "{lines:#?}");
            }
        }
    }
}
