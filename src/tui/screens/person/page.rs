//! What the page of one person says, from top to bottom.

use super::Read;
use crate::domain::eligibility::{Judgement, Verdict, judge, standing};
use crate::domain::field::Field;
use crate::domain::group::usual_weekdays;
use crate::domain::id::PersonId;
use crate::domain::programme::{Course, Weight};
use crate::domain::record::{About, Membership, Recorded};
use crate::domain::survey::Chance;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::paint;
use crate::tui::widgets::document::{Block, Tone};
use chrono::NaiveDate;

/// Cells of an entry that are enough to know it by: the history has it whole.
const BRIEF: u16 = 110;

/// What the page says when the person is not recorded any more.
pub(super) fn gone(words: &Words) -> Vec<Block> {
    vec![Block::Text(say!(words, "person-gone"), Tone::Plain)]
}

impl Read {
    pub(super) fn blocks(&self, id: PersonId, desk: &Desk) -> Vec<Block> {
        let words = desk.words;
        let mut blocks = vec![Block::Heading(format!("{}, {}", self.person.name(), self.person.reference))];
        blocks.extend(self.facts(words, desk.today()));
        blocks.extend(self.elsewhere(words));
        blocks.push(Block::Blank);
        match &self.course {
            Some(course) => blocks.extend(self.judged(course, desk)),
            None => blocks.push(Block::Text(say!(words, "basis-no-programme"), Tone::Warn)),
        }
        blocks.push(Block::Blank);
        blocks.push(Block::Heading(say!(words, "person-groups")));
        blocks.extend(self.groups(words));
        blocks.push(Block::Blank);
        blocks.push(Block::Heading(say!(words, "person-latest")));
        blocks.extend(self.latest(id, desk));
        blocks
    }

    /// What is recorded in columns, and what is not by its names.
    fn facts(&self, words: &Words, today: NaiveDate) -> Vec<Block> {
        let named = |field: &Field| !matches!(field, Field::Reference | Field::Given | Field::Family);
        let (mut recorded, mut missing) = (Vec::new(), Vec::new());
        for field in Field::ALL.into_iter().filter(named) {
            let label = say!(words, field.message());
            match (field, words.fact(field, &self.person)) {
                (Field::Release, Some(text)) => {
                    let distance = self.person.release.map_or_else(String::new, |day| words.distance(day, today));
                    recorded.push((label, format!("{text}, {distance}")));
                }
                (_, Some(text)) => recorded.push((label, text)),
                (Field::Note | Field::WaitingSince, None) => {}
                (_, None) => missing.push(label),
            }
        }
        let mut blocks = vec![Block::Facts(recorded)];
        if !missing.is_empty() {
            blocks.push(Block::Text(say!(words, "person-missing", fields = missing.join(", ")), Tone::Warn));
        }
        blocks
    }

    /// From whom they are kept apart, and their appointments; nothing when there are none.
    fn elsewhere(&self, words: &Words) -> Vec<Block> {
        let labelled = |label: &str, sign, text, tone| Block::Labelled { sign, label: say!(words, label), text, tone };
        let mut blocks = Vec::new();
        if !self.apart.is_empty() {
            let text = say!(words, "person-apart-from", names = self.apart.join(", "));
            blocks.push(labelled("person-apart", "!", text, Tone::Warn));
        }
        let said: Vec<_> = self.appointments.iter().map(|(_, appointment)| words.appointment(appointment)).collect();
        if !said.is_empty() {
            blocks.push(labelled("person-appointments", "", said.join(" · "), Tone::Plain));
        }
        if let Some((presses, text)) = &self.plan {
            let (sign, tone) = if *presses { ("!", Tone::Warn) } else { ("", Tone::Plain) };
            blocks.push(labelled("person-plan", sign, text.clone(), tone));
        }
        for (at, (presses, text)) in self.pathways.iter().enumerate() {
            let (sign, tone) = if *presses { ("!", Tone::Warn) } else { ("", Tone::Plain) };
            let label = if at == 0 { say!(words, "person-pathways") } else { String::new() };
            blocks.push(Block::Labelled { sign, label, text: text.clone(), tone });
        }
        blocks
    }

    fn judged(&self, course: &Course, desk: &Desk) -> Vec<Block> {
        let words = desk.words;
        let judgements = judge(&self.person, course, self.basis.start);
        let exception = self.exceptions.get(&course.programme);
        let chance = Chance::of(standing(&judgements), exception.is_some());
        let good = matches!(chance, Chance::Eligible | Chance::ByException);
        let tone = if good { Tone::Good } else { Tone::Warn };
        let mut blocks = vec![Block::Heading(self.basis.heading(words, course))];
        blocks.push(Block::Labelled {
            sign: chance.sign(),
            label: say!(words, "person-standing"),
            text: say!(words, chance.message()),
            tone,
        });
        let rule = |judgement: &Judgement| self.rule(words, judgement);
        blocks.extend(judgements.iter().filter(|j| j.rule.weight == Weight::Required).map(rule));
        if let Some(exception) = exception {
            let day = words.day(exception.at.date_naive());
            let text = say!(words, "person-exception-by", by = &exception.by, day = day, why = &exception.why);
            let label = say!(words, "person-exception");
            blocks.push(Block::Labelled { sign: "!", label, text, tone: Tone::Plain });
        }
        let (reached, of) = (self.basis.reached(course, &self.person, desk.closed), course.sessions.len());
        let weekdays = usual_weekdays(course.per_week).into_iter().map(|day| words.weekday(day));
        let weekdays = weekdays.collect::<Vec<_>>().join(" ");
        let text = match self.person.release {
            Some(_) => say!(words, "person-reaches", reached = reached, of = of, weekdays = weekdays),
            None => say!(words, "person-reaches-unknown", of = of),
        };
        blocks.push(Block::Labelled { sign: "", label: say!(words, "person-sessions"), text, tone: Tone::Plain });
        if judgements.iter().any(|j| j.rule.weight == Weight::Preferred) {
            blocks.push(Block::Text(say!(words, "person-preferred"), Tone::Quiet));
            blocks.extend(judgements.iter().filter(|j| j.rule.weight == Weight::Preferred).map(rule));
        }
        blocks
    }

    fn rule(&self, words: &Words, judgement: &Judgement) -> Block {
        let tone = match (judgement.verdict, judgement.rule.weight) {
            (Verdict::Met, _) | (_, Weight::Preferred) => Tone::Plain,
            (Verdict::NotMet, Weight::Required) => Tone::Wrong,
            (Verdict::Unknown, Weight::Required) => Tone::Warn,
        };
        let verdict = say!(words, judgement.verdict.message());
        let text = say!(words, "said-part", what = verdict, value = words.ground(judgement, self.basis.start));
        Block::Labelled { sign: judgement.verdict.mark(), label: words.rule(judgement.rule), text, tone }
    }

    fn groups(&self, words: &Words) -> Vec<Block> {
        if self.memberships.is_empty() {
            return vec![Block::Text(say!(words, "person-in-no-group"), Tone::Plain)];
        }
        let line = |membership: &Membership| {
            let place = say!(words, membership.enrolment.state.message());
            let (attended, held) = (membership.attended, membership.held);
            let text = match held {
                0 => say!(words, "person-membership", title = words.pick(&membership.title), place = place),
                _ => say!(
                    words,
                    "person-membership-attended",
                    title = words.pick(&membership.title),
                    place = place,
                    attended = attended,
                    held = held
                ),
            };
            Block::Labelled { sign: "", label: membership.code.clone(), text, tone: Tone::Plain }
        };
        self.memberships.iter().map(line).collect()
    }

    fn latest(&self, id: PersonId, desk: &Desk) -> Vec<Block> {
        let words = desk.words;
        let line = |recorded: &Recorded| {
            let at = recorded.stamp.at;
            let when = format!("{} {}", words.short_date(at.date_naive(), desk.today()), words.time(at.time()));
            let line = words.line(recorded, &self.known, About::Person(id));
            let text = format!("{}: {line}", recorded.stamp.actor);
            Block::Labelled { sign: "", label: when, text: paint::cut(&text, BRIEF), tone: Tone::Plain }
        };
        self.latest.iter().map(line).collect()
    }
}
