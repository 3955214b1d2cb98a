//! What the page of one pathway says, from top to bottom.
//!
//! ```text
//!  Ana Petrović: Red Cross message
//!  ✓ 12 Nov         1. Message written
//!                   To whom? my mother; In which country? Lithuania
//!  ! overdue 3 d    2. Handed to the National Society
//!                   Done by the social worker · 7 days after: Message written
//!                   ! No consent holds for Family Links. Press c to record one.
//!                   3. Reply
//! ```

use super::Read;
use crate::domain::following::due::When;
use crate::domain::following::{Following, Standing};
use crate::domain::pathway::Step;
use crate::domain::run::Taken;
use crate::domain::training::trained_for;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::keymap::{Action, Scope};
use crate::tui::widgets::document::{Block, Tone};
use chrono::NaiveDate;

/// What the page says when the pathway is not recorded any more.
pub(super) fn gone(words: &Words) -> Vec<Block> {
    vec![Block::Text(say!(words, "path-gone"), Tone::Plain)]
}

pub(super) fn blocks(read: &Read, desk: &Desk) -> Vec<Block> {
    let (words, following) = (desk.words, &read.following);
    let title = words.pick(&following.pathway.title);
    let mut blocks = vec![
        Block::Heading(say!(words, "said-part", what = read.person.name(), value = title)),
        Block::Text(words.pick(&following.pathway.summary), Tone::Quiet),
    ];
    blocks.extend(restricted(read, words));
    blocks.extend(trained(read, desk));
    blocks.extend(notices(read, desk));
    blocks.push(Block::Blank);
    for (at, step) in following.pathway.steps.iter().enumerate() {
        blocks.extend(step_blocks(read, at, step, desk));
    }
    blocks.extend(budgets(following, words));
    blocks.push(Block::Blank);
    blocks.push(Block::Heading(say!(words, "path-consents")));
    blocks.extend(consents(following, words, desk.today()));
    blocks
}

/// Who sees it, and what does not belong here.
fn restricted(read: &Read, words: &Words) -> Option<Block> {
    let names = read.confined.as_ref()?.open_to.join(", ");
    Some(Block::Text(say!(words, "path-restricted", names = names), Tone::Warn))
}

/// Who of the staff is trained for what it asks for; that nobody is.
fn trained(read: &Read, desk: &Desk) -> Vec<Block> {
    let words = desk.words;
    let one = |what| {
        let names = trained_for(what, &read.had, desk.today());
        let what = words.pick(what);
        if names.is_empty() {
            return Block::Text(format!("! {}", say!(words, "path-trained-nobody", what = what)), Tone::Warn);
        }
        Block::Text(say!(words, "path-trained", what = what, names = names.join(", ")), Tone::Quiet)
    };
    read.following.pathway.trained.iter().map(one).collect()
}

/// That it is over or stopped, and what went out before.
fn notices(read: &Read, desk: &Desk) -> Vec<Block> {
    let (words, following) = (desk.words, &read.following);
    match following.standing() {
        Standing::At(_) => Vec::new(),
        Standing::Ended(on) => {
            let why = following.run.ended.as_ref().map(|ended| ended.why.as_str()).unwrap_or_default();
            let day = words.day(on);
            let text = if why.is_empty() {
                say!(words, "path-over", day = day)
            } else {
                say!(words, "path-over-why", day = day, why = why)
            };
            vec![Block::Text(text, Tone::Plain)]
        }
        Standing::Stopped(consent) => {
            let item = following.consents.iter().find(|(_, other)| other == consent).map(|(item, _)| item.as_str());
            let sent = sent(read, item.unwrap_or_default(), desk);
            let text = if sent.is_empty() {
                say!(words, "path-stopped", name = &consent.name)
            } else {
                say!(words, "path-stopped-sent", name = &consent.name, sent = sent)
            };
            vec![Block::Text(format!("! {text}"), Tone::Wrong)]
        }
    }
}

/// What went out on a consent: `12 Nov Handed to the National Society`.
pub(super) fn sent(read: &Read, consent: &str, desk: &Desk) -> String {
    let words = desk.words;
    let line = |taken: &Taken| format!("{} {}", words.short_date(taken.on, desk.today()), words.pick(&taken.title));
    read.following.sent(consent).map(line).collect::<Vec<_>>().join(", ")
}

/// One step: what was recorded of it, and, where it is the one to take, when it is due, by whom, and what it needs.
fn step_blocks(read: &Read, at: usize, step: &Step, desk: &Desk) -> Vec<Block> {
    let (words, following) = (desk.words, &read.following);
    let numbered = |text: String| format!("{}. {text}", at + 1);
    let mut blocks = Vec::new();
    let times: Vec<&Taken> = following.taken.iter().filter(|taken| taken.step == step.id).collect();
    for taken in &times {
        blocks.push(labelled(
            "✓",
            words.short_date(taken.on, desk.today()),
            numbered(done_title(step, taken, words)),
            Tone::Plain,
        ));
        blocks.extend(recorded(taken, following, words));
    }
    if following.at_index() != Some(at) {
        if times.is_empty() {
            blocks.push(labelled(" ", String::new(), numbered(words.pick(&step.title)), Tone::Quiet));
        }
        return blocks;
    }
    let today = desk.today();
    let (sign, label, tone) = match following.due() {
        Some(When::On(dated)) => {
            let presses = dated.day() <= today;
            let (sign, tone) = if presses { ("!", Tone::Warn) } else { (">", Tone::Title) };
            (sign, words.due_day(dated.day(), today), tone)
        }
        _ => (">", say!(words, "path-now"), Tone::Title),
    };
    blocks.push(labelled(sign, label, numbered(words.pick(&step.title)), tone));
    let task = |task| labelled(" ", String::new(), words.pick(task), Tone::Plain);
    blocks.extend(step.tasks.iter().map(task));
    blocks.push(labelled(" ", String::new(), who_and_why(step, following, desk), Tone::Quiet));
    blocks.extend(needs(read, desk));
    blocks
}

fn labelled(sign: &'static str, label: String, text: String, tone: Tone) -> Block {
    Block::Labelled { sign, label, text, tone }
}

/// `ISS decides: Changes wanted`.
fn done_title(step: &Step, taken: &Taken, words: &Words) -> String {
    let title = words.pick(&step.title);
    if taken.chose.is_empty() {
        return title;
    }
    say!(words, "said-part", what = title, value = words.pick(&taken.chose))
}

/// What was answered, why, without an interpreter, and by whom.
fn recorded(taken: &Taken, following: &Following, words: &Words) -> Vec<Block> {
    let answered = following.pathway.questions().filter_map(|question| {
        let answer = taken.answers.get(&question.id)?;
        Some(say!(
            words,
            "path-answer",
            question = words.pick(&question.text),
            answer = words.answered(question, answer)
        ))
    });
    let why = (!taken.why.is_empty()).then(|| say!(words, "path-because", why = &taken.why));
    let by = say!(words, "path-by", name = &taken.by);
    let lines = answered.chain(why).chain([by]).collect::<Vec<_>>().join(" · ");
    let mut blocks = vec![labelled(" ", String::new(), lines, Tone::Quiet)];
    if taken.interpreter == Some(false) {
        blocks.push(labelled(" ", String::new(), format!("! {}", say!(words, "path-no-interpreter")), Tone::Warn));
    }
    blocks
}

/// Who does it, and why on that day; where nobody knows the day, what it waits for.
fn who_and_why(step: &Step, following: &Following, desk: &Desk) -> String {
    let words = desk.words;
    let owner = say!(words, "path-who", who = words.owner(&step.owner, desk.services));
    match following.due() {
        Some(When::On(dated)) => format!("{owner} · {}", words.why_due(&dated, following, desk.today())),
        Some(When::WaitsFor(anchor)) => {
            let what = words.anchor(anchor, following);
            format!("{owner} · {}", say!(words, "path-waits", what = what))
        }
        None => owner,
    }
}

/// What keeps the step closed, with the key that opens it, and who is to be told that it is late.
fn needs(read: &Read, desk: &Desk) -> Vec<Block> {
    let (words, following) = (desk.words, &read.following);
    let closed = following.closed(desk.today()).into_iter().map(|closed| words.closed(&closed, desk.services));
    let told = following.told(desk.today()).map(|to| say!(words, "path-tell", who = words.owner(to, desk.services)));
    let mut blocks: Vec<Block> =
        closed.chain(told).map(|text| labelled(" ", String::new(), format!("! {text}"), Tone::Warn)).collect();
    if blocks.is_empty() {
        let key = desk.keymap.key_for(&[Scope::Path], Action::DoStep);
        blocks.push(labelled(" ", String::new(), say!(words, "path-do", key = key), Tone::Quiet));
    }
    blocks
}

/// What amounts sum to, and to what they may.
fn budgets(following: &Following, words: &Words) -> Vec<Block> {
    let line = |(sum, most, currency): (u64, u32, &str)| {
        Block::Text(say!(words, "path-budget", sum = sum, most = most, currency = currency), Tone::Plain)
    };
    following.budgets().map(line).collect()
}

fn consents(following: &Following, words: &Words, today: NaiveDate) -> Vec<Block> {
    if following.consents.is_empty() {
        return vec![Block::Text(say!(words, "path-no-consent"), Tone::Quiet)];
    }
    let line = |consent: &crate::domain::run::Consent| {
        let (sign, tone) = if consent.holds(today) { ("✓", Tone::Plain) } else { ("!", Tone::Warn) };
        let label = words.short_date(consent.given, today);
        labelled(sign, label, words.consent(consent), tone)
    };
    following.consents.iter().map(|(_, consent)| line(consent)).collect()
}
