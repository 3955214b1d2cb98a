//! The head of a group's page: what the group is, and what to watch.

use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::places::{Fit, fit};
use crate::domain::record::GroupRecord;
use crate::domain::training::Lacking;
use crate::say;
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Warnings shown at the most.
const WARNINGS: usize = 2;

/// `! 2 people; the programme is made for 3–4`.
pub fn size_warning(record: &GroupRecord, people: usize, look: &Look) -> String {
    let size = record.course.group_size;
    say!(look.words, "size-warning", count = people, min = size.min, max = size.max)
}

/// Who runs the group today, and until when, where others will.
fn facilitators(group: &Group, look: &Look) -> Option<String> {
    let today = look.today();
    let names = group.facilitators_on(today).join(", ");
    if names.is_empty() {
        return None;
    }
    let until = group.before.iter().map(|stint| stint.to).find(|last| today <= *last);
    Some(match until {
        Some(last) => say!(look.words, "facilitators-until", names = names, day = look.words.short_date(last, today)),
        None => names,
    })
}

pub(super) fn draw_head(record: &GroupRecord, area: Rect, buf: &mut Buffer, look: &Look) {
    let (words, group) = (look.words, &record.group);
    let title =
        format!("{}  {}, {}", group.code, words.pick(&record.course.title), words.pick(&record.course.version_title));
    paint::line(buf, area, 1, 0, &title, look.title());
    let mut days = group.weekdays.clone();
    days.sort_by_key(chrono::Weekday::num_days_from_monday);
    let days = days.into_iter().map(|day| words.weekday(day)).collect::<Vec<_>>().join(" ");
    let mut parts = vec![format!("{days} {}", words.time(group.time))];
    if !group.room.is_empty() {
        parts.push(say!(words, "group-in-room", room = group.room.as_str()));
    }
    parts.extend(facilitators(group, look));
    if let Some(on) = group.finished {
        parts.insert(0, say!(words, "groups-finished", date = words.short_date(on, look.today())));
    }
    paint::line(buf, area, 1, 1, &parts.join(" · "), Style::new());
}

/// Who lacks which training and where one is recorded, on at most `most` lines of `width` cells: where there is too little
/// room for both, who it is.
pub fn lacking_lines(lacking: &[Lacking], width: u16, most: u16, look: &Look) -> Vec<String> {
    let said = look.words.lacking(lacking, look.today());
    if said.is_empty() {
        return said;
    }
    let who = format!("! {}.", said.join(". "));
    let key = look.keymap.key_for(&[Scope::Today], Action::House);
    let whole = paint::wrap(&format!("{who} {}", say!(look.words, "training-where", key = key)), width);
    let mut lines = if whole.len() > usize::from(most) { paint::wrap(&who, width) } else { whole };
    lines.truncate(usize::from(most));
    lines
}

/// Two people who must be kept apart.
type Pair = (PersonId, PersonId);

/// How many warnings there are.
pub(super) fn watched(record: &GroupRecord, apart: &[Pair], lacking: &[Lacking]) -> usize {
    if record.group.finished.is_some() {
        return 0;
    }
    let released = record.members.iter().filter(|member| !record.missed_by_release(member).sessions.is_empty());
    let outside = fit(record.people(), record.course.group_size) != Fit::Fits;
    let trainings = lacking.chunk_by(|one, other| one.what == other.what);
    (apart.len() + trainings.count() + usize::from(outside) + released.count()).min(WARNINGS)
}

/// What to watch: who must be kept apart, the size, who is released before which sessions, and who lacks a training; the
/// last line says how many more.
pub(super) fn warnings(record: &GroupRecord, apart: &[Pair], lacking: &[Lacking], look: &Look) -> Vec<String> {
    let words = look.words;
    if record.group.finished.is_some() {
        return Vec::new();
    }
    let name = |person| record.member(person).map_or_else(String::new, |member| member.person.short_name());
    // Never why: that is on the page of each, for whoever asks.
    let pair = |(one, other): &Pair| say!(words, "group-apart", one = name(*one), other = name(*other));
    let mut warnings: Vec<String> = apart.iter().map(pair).collect();
    let people = record.people();
    if fit(people, record.course.group_size) != Fit::Fits {
        warnings.push(size_warning(record, people, look));
    }
    for member in &record.members {
        let missed = record.missed_by_release(member);
        let (Some(release), false) = (member.person.release, missed.sessions.is_empty()) else { continue };
        let mut text = say!(
            words,
            "group-released",
            name = member.person.short_name(),
            date = words.short_date(release, look.today()),
            count = missed.sessions.len(),
            sessions = missed.sessions.join(", ")
        );
        if !missed.essential.is_empty() {
            text = say!(words, "group-released-essential", text = text, sessions = missed.essential.join(", "));
        }
        warnings.push(text);
    }
    warnings.extend(words.lacking(lacking, look.today()).into_iter().map(|line| format!("! {line}")));
    let more = warnings.len().saturating_sub(WARNINGS);
    warnings.truncate(WARNINGS);
    if let (Some(last), 1..) = (warnings.last_mut(), more) {
        *last = format!("{} ({})", last, say!(words, "and-more", count = more));
    }
    warnings
}
