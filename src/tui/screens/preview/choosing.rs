//! Choosing another report or another period: what a report has to be told is asked for.

use crate::domain::id::GroupId;
use crate::domain::record::Failure;
use crate::report::kind::Of;
use crate::report::{Format, Period, Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::prompt::Prompt;
use chrono::NaiveDate;

/// Whether `report` can be told what it needs, starting from what `request` names.
fn is_offered(request: &Request, report: Report) -> bool {
    let group = request.group().is_some();
    match report.of() {
        Of::Group | Of::Session | Of::Member => group,
        Of::Person => group || request.person.is_some(),
        Of::Partner => request.partner.is_some(),
        Of::Groups => true,
        Of::Anything => request.groups.len() <= 1,
    }
}

/// Asks which report is wanted.
pub(super) fn reports(request: &Request, desk: &Desk) -> Effects {
    let request = request.clone();
    let offered: Vec<Report> =
        Report::ALL.into_iter().filter(|report| is_offered(&request, *report) && is_given(&request, *report)).collect();
    let items = offered.iter().map(|report| (None, desk.words.say(report.message(), &[]))).collect();
    let here = offered.iter().position(|report| *report == request.report).unwrap_or(0);
    let choice = Choice::new(say!(desk.words, "preview-which"), items, move |at, desk| {
        let Some(report) = offered.get(at) else { return Vec::new() };
        chosen(Request { report: *report, ..request }, Effect::Replace, desk)
    });
    vec![Effect::Ask(Layer::Choice(choice.at(here)))]
}

/// Whether the recipient is given `report` at all.
fn is_given(request: &Request, report: Report) -> bool {
    let Some(profile) = &request.profile else { return true };
    report.formats().iter().any(|format| profile.gives(report.id(), format.id()))
}

/// The formats in which a report can be written for its recipient.
pub(super) fn formats(request: &Request) -> Vec<Format> {
    let is_given = |format: &&Format| {
        request.profile.as_ref().is_none_or(|profile| profile.gives(request.report.id(), format.id()))
    };
    request.report.formats().iter().filter(is_given).copied().collect()
}

/// How a place is opened: over the present one, or in its stead.
type Opens = fn(Place) -> Effect;

/// Asks for whom a report is: everything stays here, or a recipient is given what their profile says.
pub(in crate::tui::screens) fn recipients(request: &Request, opens: Opens, desk: &Desk) -> Effects {
    let (request, words) = (request.clone(), desk.words);
    let profiles = desk.profiles.to_vec();
    let here = request.profile.as_ref().and_then(|chosen| profiles.iter().position(|profile| profile.id == chosen.id));
    let names = profiles.iter().map(|profile| (None, words.pick(&profile.title)));
    let items = [(None, say!(words, "preview-for-staff"))].into_iter().chain(names).collect();
    let choice = Choice::new(say!(words, "preview-for-whom"), items, move |at, desk| {
        let profile = at.checked_sub(1).and_then(|at| profiles.get(at)).cloned();
        let request = Request { profile, ..request };
        // Where they are not given this report, the first that they are.
        let given = |report: &Report| is_given(&request, *report) && is_offered(&request, *report);
        let mut reports = [request.report].into_iter().chain(Report::ALL);
        match reports.find(given) {
            Some(report) => chosen(Request { report, ..request }, opens, desk),
            None => vec![Effect::Refuse(say!(desk.words, "preview-nothing-for-them"))],
        }
    });
    vec![Effect::Ask(Layer::Choice(choice.at(here.map_or(0, |at| at + 1))))]
}

/// Opens what was chosen, or asks what it still has to be told.
fn chosen(request: Request, opens: Opens, desk: &Desk) -> Effects {
    let formats = formats(&request);
    let usual = formats.first().copied().unwrap_or(Format::Csv);
    let format = if formats.contains(&request.format) { request.format } else { usual };
    // A journal is asked about one thing: the group, where there is one.
    let person = request.person.filter(|_| request.report.of() != Of::Anything || request.groups.is_empty());
    let request = Request { person, format, ..request };
    let asked = match (request.report.of(), request.group()) {
        (Of::Session, Some(group)) => session(&request, group, opens, desk),
        (Of::Member | Of::Person, Some(group)) if request.person.is_none() => somebody(&request, group, opens, desk),
        _ => return vec![opens(Place::Preview(request))],
    };
    asked.unwrap_or_else(|failure| vec![Effect::Refuse(desk.failure(&failure))])
}

fn session(request: &Request, group: GroupId, opens: Opens, desk: &Desk) -> Result<Effects, Failure> {
    let (request, words) = (request.clone(), desk.words);
    let Some(record) = desk.reads.group(group, desk.order())? else { return Ok(Vec::new()) };
    let (mut ids, mut items) = (Vec::new(), Vec::new());
    for dated in &record.sessions {
        let title = record.plan(&dated.session).map_or_else(String::new, |plan| words.pick(&plan.title));
        let day = words.short_date(dated.session.date, desk.today());
        items.push((None, format!("{} {day} {title}", dated.session.label())));
        ids.push(dated.id);
    }
    let choice = Choice::new(say!(words, "preview-which-session"), items, move |at, _| {
        vec![opens(Place::Preview(Request { session: ids.get(at).copied(), ..request }))]
    });
    Ok(vec![Effect::Ask(Layer::Choice(choice))])
}

fn somebody(request: &Request, group: GroupId, opens: Opens, desk: &Desk) -> Result<Effects, Failure> {
    let request = request.clone();
    let Some(record) = desk.reads.group(group, desk.order())? else { return Ok(Vec::new()) };
    let people: Vec<_> = record.members.iter().filter(|member| member.took_part()).collect();
    let ids: Vec<_> = people.iter().map(|member| member.id).collect();
    let items = people.iter().map(|member| (None, member.person.list_name())).collect();
    let choice = Choice::new(say!(desk.words, "preview-whose"), items, move |at, _| {
        vec![opens(Place::Preview(Request { person: ids.get(at).copied(), ..request }))]
    });
    Ok(vec![Effect::Ask(Layer::Choice(choice))])
}

/// Asks from when to when.
pub(super) fn period(request: &Request, desk: &Desk) -> Effects {
    let words = desk.words;
    if !matches!(request.report.of(), Of::Groups | Of::Anything) {
        return vec![Effect::Refuse(say!(words, "preview-no-period"))];
    }
    let request = request.clone();
    let day = |day: Option<NaiveDate>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let Period { since, until } = request.period;
    let text = if since.or(until).is_some() { format!("{} {}", day(since), day(until)) } else { String::new() };
    let prompt =
        Prompt::new(say!(words, "preview-period"), say!(words, "preview-period-hint"), &text, move |text, desk| {
            let period = typed(text).ok_or_else(|| say!(desk.words, "preview-period-fault"))?;
            Ok(vec![Effect::Replace(Place::Preview(Request { period, ..request.clone() }))])
        });
    vec![Effect::Ask(Layer::Prompt(prompt))]
}

/// Two days, or one, or none; `-` for an end that is open.
fn typed(text: &str) -> Option<Period> {
    let mut days = text.split_whitespace().map(|day| match day {
        "-" => Some(None),
        day => crate::domain::field::typed::date(day).ok(),
    });
    let (since, until) = (days.next().unwrap_or(Some(None))?, days.next().unwrap_or(Some(None))?);
    let in_order = since.zip(until).is_none_or(|(since, until)| since <= until);
    (in_order && days.next().is_none()).then_some(Period { since, until })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_typed_as_two_days() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        for (text, period) in [
            ("", Some((None, None))),
            ("2026-01-01", Some((day("2026-01-01"), None))),
            ("- 30.6.2026", Some((None, day("2026-06-30")))),
            ("2026-01-01 2026-06-30", Some((day("2026-01-01"), day("2026-06-30")))),
            ("2026-06-30 2026-01-01", None),
            ("soon", None),
            ("2026-01-01 2026-06-30 2026-07-01", None),
        ] {
            assert_eq!(typed(text), period.map(|(since, until)| Period { since, until }), "{text}");
        }
    }
}
