//! What a proposed change says, from top to bottom.
//!
//! ```text
//!  K-07: before anything is recorded
//!  Session 4, Papers, moves to Thu 26 Nov 10:00.
//!  Why: no escort
//!  The later sessions follow, along the weekdays of the group.
//!
//!  Session                            now                then
//!  4    Papers                        Tue 24 Nov 10:00 → Thu 26 Nov 10:00
//!  5    Family                        Thu 26 Nov 10:00 → Tue 1 Dec 10:00
//!
//!  ! Li W., released 2 Dec: no longer reaches session 10; essential: 10
//! ```

use super::Read;
use crate::domain::change::{Altered, Preview, Proposal};
use crate::domain::group::{Place, Session, SessionState};
use crate::domain::record::GroupRecord;
use crate::domain::timetable::oddity;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::paint;
use crate::tui::widgets::document::{Block, Tone};

/// Cells of what a session is called.
const LABEL: u16 = 8;

pub(super) fn blocks(read: Option<&Read>, proposal: &Proposal, desk: &Desk) -> Vec<Block> {
    let words = desk.words;
    let Some(Read { record, preview, clashes }) = read else {
        return vec![Block::Text(say!(words, "group-gone"), Tone::Plain)];
    };
    let title = say!(words, "change-title", code = record.group.code.as_str());
    let mut blocks = vec![Block::Heading(title), text(words.change_of(record, &proposal.change), Tone::Plain)];
    if !proposal.change.why().is_empty() {
        blocks.push(text(say!(words, "change-why", why = proposal.change.why()), Tone::Plain));
    }
    let later = if proposal.cascade { "change-follow" } else { "change-stay" };
    blocks.push(text(words.say(later, &[]), Tone::Plain));
    blocks.push(Block::Blank);
    let preview = match preview {
        Ok(preview) => preview,
        Err(refused) => {
            blocks.push(text(format!("! {}", words.refused(refused)), Tone::Wrong));
            return blocks;
        }
    };
    blocks.extend(sessions(preview, record, desk));
    blocks.push(Block::Blank);
    let odd = |altered: &Altered| odd(altered, desk);
    let order = preview.out_of_order().into_iter();
    let order = order.map(|(first, then)| say!(words, "change-order", number = then, before = first));
    let clashes = clashes.iter().map(|clash| words.clash(clash));
    let warnings = preview.sessions.iter().filter_map(odd).chain(order).chain(clashes);
    blocks.extend(warnings.map(|warning| text(format!("! {warning}"), Tone::Warn)));
    blocks.extend(people(preview, record, desk));
    if let (Some(before), Some(after)) = preview.ends
        && before != after
    {
        let (before, after) = (words.weekday_date(before), words.weekday_date(after));
        blocks.push(text(say!(words, "change-ends", before = before, after = after), Tone::Plain));
    }
    blocks
}

fn text(text: String, tone: Tone) -> Block {
    Block::Text(text, tone)
}

/// Every session that changes: what it is called, when it is now, and when it would be.
fn sessions(preview: &Preview, record: &GroupRecord, desk: &Desk) -> Vec<Block> {
    let words = desk.words;
    let stands = |session: &Session| words.moment(session.date, session.time);
    let both = preview.sessions.iter().flat_map(|altered| altered.before.iter().chain(&altered.after));
    let wide = both.map(|session| paint::width(&stands(session))).max().unwrap_or(0);
    let then = desk.columns.min(80).saturating_sub(wide + 4);
    let now = then.saturating_sub(wide + 1);
    let at = |label: String, title: String, before: String, after: String, tone: Tone| {
        let title = paint::cut(&title, now.saturating_sub(LABEL + 2));
        Block::Row(vec![(1, label), (1 + LABEL, title), (now, before), (then, after)], tone)
    };
    let head = say!(words, "change-head-session");
    let (before, after) = (say!(words, "change-head-now"), say!(words, "change-head-then"));
    let mut rows = vec![at(head, String::new(), before, after, Tone::Quiet)];
    for Altered { before, after, .. } in &preview.sessions {
        let (of, session) = match (before, after) {
            (_, Some(after)) => (&preview.after, after),
            (Some(before), None) => (record, before),
            (None, None) => continue,
        };
        let title = of.plan(session).map_or_else(String::new, |plan| words.pick(&plan.title));
        let now = before.as_ref().map_or_else(|| say!(words, "change-new"), stands);
        let then = match after {
            None => say!(words, "change-gone-then"),
            Some(after) if after.state.is_cancelled() => say!(words, "session-cancelled"),
            Some(after) => format!("→ {}", stands(after)),
        };
        rows.push(at(label(before.as_ref(), session), title, now, then, Tone::Plain));
    }
    rows
}

/// `4`, or `4→4a` where it is called something else then.
fn label(before: Option<&Session>, session: &Session) -> String {
    match before.map(Session::label).filter(|label| *label != session.label()) {
        Some(before) => format!("{before}→{}", session.label()),
        None => session.label(),
    }
}

/// What is odd about the day that a session would come to stand on.
fn odd(altered: &Altered, desk: &Desk) -> Option<String> {
    let after = altered.after.as_ref().filter(|after| after.state == SessionState::Planned)?;
    let comes = altered.before.as_ref().is_none_or(|before| before.date != after.date);
    let odd = oddity(after.date, desk.today(), desk.closed).filter(|_| comes)?;
    Some(say!(desk.words, "said-part", what = desk.words.weekday_date(after.date), value = desk.words.oddity(odd)))
}

/// Who would reach other sessions than now, and whose release nobody knows.
fn people(preview: &Preview, record: &GroupRecord, desk: &Desk) -> Vec<Block> {
    let words: &Words = desk.words;
    let lines = preview.people.iter().flat_map(|reach| words.reach(reach, record, desk.today()));
    let line = |(lost, line): (bool, String)| {
        if lost { text(format!("! {line}"), Tone::Warn) } else { text(line, Tone::Plain) }
    };
    let mut blocks: Vec<Block> = lines.map(line).collect();
    if preview.people.iter().all(|reach| reach.lost.sessions.is_empty()) {
        blocks.push(text(say!(words, "change-nobody"), Tone::Plain));
    }
    let unknown = record.members.iter().filter(|m| m.enrolment.state == Place::Enrolled && m.person.release.is_none());
    match unknown.count() {
        0 => {}
        count => blocks.push(text(say!(words, "change-unknown", count = count), Tone::Quiet)),
    }
    blocks
}
