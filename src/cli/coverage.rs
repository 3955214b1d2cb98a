//! `onward coverage`: which rules of the standards a programme serves, by which of its parts, and which it does not.

use crate::cli::exit::{Exit, Trouble};
use crate::cli::list::Format;
use crate::cli::reach::Reach;
use crate::cli::which::Which;
use crate::cli::{Options, output, place};
use crate::domain::coverage::{Coverage as Covered, Source};
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;
use clap::Args;

/// Say which rules of the standards a programme serves, and which are missing
#[derive(Debug, Args)]
pub struct Coverage {
    /// A file, or the id of a programme that the desk knows; `@VERSION` behind it: one version
    #[arg(value_name = "PROGRAMME")]
    programme: Which,
    /// As sentences, or as JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

impl Coverage {
    /// The programme is read, and no store.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        self.programme.reach(reach)
    }

    /// Prints it; [`Exit::Findings`] when a rule is missing.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let course = self.programme.read(options, &words)?.course(&words)?;
        let covered = Covered::of_course(&course);
        let title = format!("{}, {}", words.pick(&course.title), words.pick(&course.version_title));
        let text = match self.format {
            Format::Text => text(&title, &covered, &words),
            Format::Json => json(&title, &covered, &words),
        };
        output::print(&text, &words)?;
        let [_, _, missing] = covered.counts();
        Ok(if missing == 0 { Exit::Done } else { Exit::Findings })
    }
}

fn names(sources: &[Source], words: &Words) -> Vec<String> {
    sources.iter().map(|source| words.source(source)).collect()
}

fn text(title: &str, covered: &Covered, words: &Words) -> String {
    let [served, ahead, missing] = covered.counts();
    let mut lines = vec![
        say!(words, "coverage-of", name = title),
        say!(words, "coverage-counts", served = served, ahead = ahead, missing = missing),
    ];
    for (rule, message, served) in covered.rules() {
        let asks = message.map_or_else(String::new, |message| format!(": {}", say!(words, message)));
        let by = if served.done.is_empty() {
            say!(words, "coverage-missing")
        } else {
            say!(words, "coverage-served-by", what = names(&served.done, words).join(", "))
        };
        lines.push(format!("- {}{asks}. {by}", shown(&rule.0)));
    }
    lines.join("\n") + "\n"
}

fn json(title: &str, covered: &Covered, words: &Words) -> String {
    let rule = |(rule, message, served): (
        crate::domain::standard::Standard,
        Option<&str>,
        crate::domain::coverage::Served,
    )| {
        serde_json::json!({
            "rule": rule.0,
            "asks": message.map(|message| words.say(message, &[])),
            "state": served.state().said().0,
            "by": names(&served.done, words),
        })
    };
    let rules: Vec<_> = covered.rules().map(rule).collect();
    let value = serde_json::json!({ "programme": title, "rules": rules });
    // What JSON itself leaves as it is may still be obeyed by the terminal that it is printed on.
    format!("{value:#}").lines().map(|line| shown(line).into_owned() + "\n").collect()
}
