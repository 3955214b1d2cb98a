//! What changed between two programmes, in words: what it is about, then how it is now.

use crate::domain::difference::{About, Change, Difference, Text, Way};
use crate::domain::programme::{Localised, RatingTime, Rule, Weight};
use crate::domain::question::Answer;
use crate::i18n::Words;
use crate::say;

impl Words {
    /// "Session Papers: 100 min instead of 90".
    #[must_use]
    pub fn difference(&self, difference: &Difference) -> String {
        let about = self.about(&difference.about);
        let change = self.difference_change(&difference.change);
        let way = match difference.way {
            None => String::new(),
            Some(Way::Looser) => format!(" ({})", say!(self, "diff-looser")),
            Some(Way::Stricter) => format!(" ({})", say!(self, "diff-stricter")),
        };
        format!("{about}: {change}{way}")
    }

    fn about(&self, about: &About) -> String {
        let within = |session: &Localised, text: String| {
            format!("{}, {text}", say!(self, "diff-about-session", title = self.pick(session)))
        };
        match about {
            About::Programme => say!(self, "diff-about-programme"),
            About::Version(title) => say!(self, "diff-about-version", title = self.pick(title)),
            About::Place { version, session } => {
                say!(self, "diff-about-place", version = self.pick(version), title = self.pick(session))
            }
            About::Session(title) => say!(self, "diff-about-session", title = self.pick(title)),
            About::Activity { session, title } => within(session, self.pick(title)),
            About::Objective { session, text } => {
                within(session, say!(self, "diff-about-objective", text = self.pick(text)))
            }
            About::Question { session, text } => {
                within(session, say!(self, "diff-about-question", text = self.pick(text)))
            }
            About::Rule(rule) => say!(self, "diff-about-rule", rule = self.rule(rule)),
            About::Rating(text) => say!(self, "diff-about-rating", text = self.pick(text)),
            About::Scale => say!(self, "diff-about-scale"),
            About::Handout(title) => say!(self, "diff-about-handout", title = self.pick(title)),
            About::Certificate => say!(self, "paper-certificate"),
        }
    }

    fn difference_change(&self, change: &Change) -> String {
        match change {
            Change::Added => say!(self, "diff-added"),
            Change::Removed => say!(self, "diff-removed"),
            Change::Moved { was, is } => say!(self, "diff-moved", was = *was, is = *is),
            Change::Minutes { was, is } => say!(self, "diff-minutes", was = *was, is = *is),
            Change::Essential(true) => say!(self, "diff-essential"),
            Change::Essential(false) => say!(self, "diff-not-essential"),
            Change::Interpreter(true) => say!(self, "diff-interpreter"),
            Change::Interpreter(false) => say!(self, "diff-no-interpreter"),
            Change::Kind { was, is } => self.instead(self.say(was.message(), &[]), self.say(is.message(), &[])),
            Change::Rating(Some(RatingTime::Before)) => say!(self, "diff-rating-before"),
            Change::Rating(Some(RatingTime::After)) => say!(self, "diff-rating-after"),
            Change::Rating(None) => say!(self, "diff-rating-none"),
            Change::HandsOut(titles) if titles.is_empty() => say!(self, "diff-hands-out-nothing"),
            Change::HandsOut(titles) => {
                let titles = titles.iter().map(|title| self.pick(title)).collect::<Vec<_>>().join(", ");
                say!(self, "diff-hands-out", titles = titles)
            }
            Change::Title { was, is, languages } => self.retitled(was, is, languages),
            Change::Reworded { text, languages } => self.reworded(*text, languages),
            Change::Rule { was, is } if was.weight == is.weight => self.instead(self.asked(was), self.asked(is)),
            Change::Rule { was, is } => self.instead(self.asks(was), self.asks(is)),
            Change::GroupSize { was, is } => {
                say!(self, "diff-group-size", min = is.min, max = is.max, was_min = was.min, was_max = was.max)
            }
            Change::PerWeek { was, is } => say!(self, "diff-per-week", was = *was, is = *is),
            Change::Completion { was: (was, of), is: (is, now_of) } => {
                let (was, is) = (self.completion_rule(*was, *of), self.completion_rule(*is, *now_of));
                say!(self, "diff-completion", was = was, is = is)
            }
            Change::RetentionMonths { is: Some(months), .. } => say!(self, "diff-retention", months = *months),
            Change::RetentionMonths { is: None, .. } => say!(self, "diff-retention-setting"),
            Change::Held { as_of, review_by } => {
                say!(self, "diff-held", as_of = self.date(*as_of), review = self.date(*review_by))
            }
            Change::Answer { was, is } => self.instead(self.answers(was), self.answers(is)),
            Change::MustBeAnswered(true) => say!(self, "diff-required"),
            Change::MustBeAnswered(false) => say!(self, "diff-optional"),
            Change::AskedAfter => say!(self, "diff-asked-after"),
            Change::BlankLines { was, is } => say!(self, "diff-blank-lines", was = *was, is = *is),
            Change::Trained(asked) if asked.is_empty() => say!(self, "diff-trained-nothing"),
            Change::Trained(asked) => {
                let what = asked.iter().map(|what| self.pick(what)).collect::<Vec<_>>().join(", ");
                say!(self, "diff-trained", what = what)
            }
            Change::Serves(standards) if standards.is_empty() => say!(self, "diff-serves-nothing"),
            Change::Serves(standards) => {
                let standards = standards.iter().map(|standard| standard.0.as_str()).collect::<Vec<_>>().join(", ");
                say!(self, "diff-serves", standards = standards)
            }
            Change::AlsoIn(tags) => say!(self, "diff-also-in", languages = self.languages_tagged(tags)),
            Change::NoLongerIn(tags) => say!(self, "diff-no-longer-in", languages = self.languages_tagged(tags)),
        }
    }

    fn instead(&self, was: String, is: String) -> String {
        say!(self, "diff-instead", was = was, is = is)
    }

    /// A title in the language of the interface; where it reads the same there, that its translations do not.
    fn retitled(&self, was: &Localised, is: &Localised, languages: &[String]) -> String {
        let (was, is) = (self.pick(was), self.pick(is));
        if was == is {
            return say!(self, "diff-retitled-elsewhere", languages = self.languages_tagged(languages));
        }
        say!(self, "diff-retitled", was = was)
    }

    fn languages_tagged(&self, tags: &[String]) -> String {
        tags.iter().map(|tag| self.language_tagged(tag)).collect::<Vec<_>>().join(", ")
    }

    fn reworded(&self, text: Text, languages: &[String]) -> String {
        let what = self.say(part(text), &[]);
        if languages.is_empty() {
            return say!(self, "diff-reworded", what = what);
        }
        say!(self, "diff-reworded-in", what = what, languages = self.languages_tagged(languages))
    }

    /// "at least 14 days from the start (required)"
    fn asks(&self, rule: &Rule) -> String {
        let weight = match rule.weight {
            Weight::Required => say!(self, "programme-required"),
            Weight::Preferred => say!(self, "programme-preferred"),
        };
        format!("{} ({weight})", self.asked(rule))
    }

    /// The kind of answer, with what can be chosen.
    fn answers(&self, answer: &Answer) -> String {
        let kind = self.answer_kind(answer);
        let choices = answer.choices().iter().map(|choice| self.pick(&choice.text)).collect::<Vec<_>>().join(", ");
        match answer {
            Answer::Number { at_least, at_most } if at_least.is_some() || at_most.is_some() => {
                let end = |number: &Option<i32>| number.map_or_else(|| "…".to_owned(), |number| number.to_string());
                format!("{kind} ({}–{})", end(at_least), end(at_most))
            }
            _ if choices.is_empty() => kind,
            _ => format!("{kind} ({choices})"),
        }
    }
}

/// The message that names a text.
fn part(text: Text) -> &'static str {
    match text {
        Text::Summary => "diff-text-summary",
        Text::Source => "diff-text-source",
        Text::Aim => "diff-text-aim",
        Text::Say => "diff-text-say",
        Text::Do => "diff-text-do",
        Text::Need => "diff-text-need",
        Text::LeavesWith => "diff-text-leaves-with",
        Text::ClosingQuestions => "diff-text-closing",
        Text::Why => "diff-text-why",
        Text::Wording => "diff-text-wording",
        Text::Choices => "diff-text-choices",
        Text::Lines => "diff-text-lines",
        Text::SignedBy => "diff-text-signed-by",
    }
}
