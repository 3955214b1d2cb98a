//! The pages of a programme as lines of text: the overview, and each session.

use crate::domain::programme::{Course, Localised, SessionPlan, Weight};
use crate::i18n::Words;
use crate::say;
use crate::tui::paint;

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    Heading(String),
    Line(String),
}

/// Page 0 is the overview, page n session n.
pub(super) fn lines(course: &Course, page: usize, words: &Words, width: u16) -> Vec<Said> {
    let mut text = Text { lines: Vec::new(), width, words };
    match page.checked_sub(1).and_then(|index| course.sessions.get(index)) {
        None => overview(&mut text, course),
        Some(plan) => session(&mut text, plan, page),
    }
    text.lines
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

fn session(text: &mut Text, plan: &SessionPlan, number: usize) {
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
    }
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
