//! The parts of what an entry says, each with its label: what differs between two is the change.

use super::Known;
use crate::domain::entry::Entry;
use crate::domain::field::Field;
use crate::domain::group::{Enrolment, Group, Place, Session, SessionState};
use crate::domain::id::SessionId;
use crate::domain::need::Need;
use crate::domain::outcome::Delivery;
use crate::domain::person::Person;
use crate::domain::record::GroupRecord;
use crate::domain::staff::Staff;
use crate::domain::text::shown;
use crate::domain::trace::{Disclosure, Recipient};
use crate::i18n::Words;
use crate::say;

/// Label and value.
type Part = (String, String);

impl Words {
    /// What kind of fact it is.
    pub(in crate::i18n) fn kind(&self, entry: &Entry) -> String {
        let message = match entry {
            Entry::Person { .. } => "said-person",
            Entry::Exception { .. } => "said-exception",
            Entry::Course { .. } => "said-course",
            Entry::Group { .. } => "said-group",
            Entry::Session { .. } => "said-session",
            Entry::Enrolment { .. } => "said-place",
            Entry::Mark { .. } => "said-mark",
            Entry::Outcome { .. } => "said-outcome",
            Entry::Delivery { .. } => "said-delivery",
            Entry::SessionNote { .. } => "said-session-note",
            Entry::PersonNote { .. } => "said-person-note",
            Entry::Rating { .. } => "said-rating",
            Entry::Agenda { .. } => "said-agenda",
            Entry::Pause { .. } => "said-pause-kind",
            Entry::Apart { .. } => "said-apart",
            Entry::Concern { .. } => "said-concern",
            Entry::Confined { .. } => "said-confined",
            Entry::Appointment { .. } => "said-appointment",
            Entry::Guest { .. } => "said-guest",
            Entry::LeftAside { .. } => "said-proposal",
            Entry::Staff { .. } => "said-staff",
            Entry::Setting { .. } => "said-setting",
            Entry::Consultation { .. } => "said-consultation",
            Entry::Disclosure { .. } | Entry::GroupDisclosure { .. } | Entry::PersonDisclosure { .. } => {
                "said-disclosure"
            }
            Entry::Released { .. } => "said-released",
            Entry::Combination { .. } => "said-combination",
            Entry::Pathway { .. } | Entry::Run { .. } => "said-pathway",
            Entry::Step { .. } => "said-step",
            Entry::Consent { .. } => "said-consent-given",
            Entry::Snooze { .. } => "said-put-off",
            Entry::Detention { .. } => "said-detention",
            Entry::Need { .. } => "said-need",
            Entry::Goal { .. } => "said-goal",
            Entry::Action { .. } => "said-action",
            Entry::PlanBranch { .. } => "said-plan-branch",
            Entry::PlanPart { .. } => "said-plan-part",
            Entry::Partner { .. } => "said-partner",
            Entry::Remedy { .. } | Entry::GroupRemedy { .. } => "said-remedy",
            Entry::Training { .. } => "said-training",
            Entry::Contact { .. } => "said-contact",
            Entry::ErasureRequest { .. } => "said-erasure-request",
            Entry::Erasure { .. } => "said-erasure",
        };
        say!(self, message)
    }

    /// Everything the entry says; empty when it sets its fact to nothing. `known` has the pauses that an
    /// activity was given between.
    pub(super) fn parts(&self, entry: &Entry, known: &Known) -> Vec<Part> {
        let one = |value: String| vec![(self.kind(entry), value)];
        match entry {
            Entry::Person { to: Some(person), .. } => self.person_parts(person),
            Entry::Exception { to: Some(exception), .. } => {
                one(say!(self, "said-exception-value", by = &exception.by, why = &exception.why))
            }
            Entry::Course { to: Some(course), .. } => {
                one(format!("{}, {}", self.pick(&course.title), self.pick(&course.version_title)))
            }
            Entry::Group { to: Some(group), .. } => self.group_parts(group),
            Entry::Session { to: Some(session), .. } => self.session_parts(session),
            Entry::Enrolment { to: Some(enrolment), .. } => self.enrolment_parts(enrolment),
            Entry::Mark { to: Some(mark), .. } => {
                let note = (say!(self, "said-mark-note"), mark.note.clone());
                [(self.kind(entry), self.mark(mark)), note].into_iter().filter(|(_, value)| !value.is_empty()).collect()
            }
            Entry::Outcome { to: Some(outcome), .. } => one(say!(self, outcome.message())),
            Entry::Delivery { group, session, to: Some(delivery), .. } => {
                one(self.delivered(delivery, known.groups.get(group), *session))
            }
            Entry::Agenda { to: Some(agenda), .. } => one(self.agenda(agenda)),
            Entry::Pause { to: Some(pause), .. } => one(self.pause(pause)),
            Entry::SessionNote { to: Some(note), .. } | Entry::PersonNote { to: Some(note), .. } => {
                one(shown(note).into_owned())
            }
            Entry::Rating { to: Some(step), .. } => one(step.to_string()),
            Entry::LeftAside { to: Some(_), .. } => one(say!(self, "said-left-aside")),
            Entry::Guest { to: Some(_), .. } => one(say!(self, "said-expected")),
            // Why is restricted: a history says that it was recorded, never what.
            Entry::Apart { to: Some(_), .. }
            | Entry::Concern { to: Some(_), .. }
            | Entry::Confined { to: Some(_), .. } => one(say!(self, "said-restricted")),
            Entry::Appointment { to: Some(appointment), .. } => one(self.appointment(appointment)),
            Entry::Pathway { to: Some(pathway), .. } => one(self.pick(&pathway.title)),
            Entry::Run { to: Some(run), .. } => self.run_parts(run),
            Entry::Step { to: Some(taken), .. } => self.step_parts(taken),
            Entry::Consent { to: Some(consent), .. } => self.consent_parts(consent),
            Entry::Snooze { to: Some(snooze), .. } => self.snooze_parts(snooze),
            Entry::Detention { to: Some(day), .. } => one(self.day(**day)),
            Entry::Need { to: Some(progress), .. } => one(say!(self, progress.message())),
            Entry::Goal { to: Some(goal), .. } => self.goal_parts(goal),
            Entry::Action { to: Some(action), .. } => self.action_parts(action),
            Entry::PlanBranch { to: Some(branch), .. } => one(say!(self, branch.message())),
            Entry::PlanPart { to: Some(text), .. } => one(shown(text).into_owned()),
            Entry::Partner { to: Some(partner), .. } => self.partner_parts(partner),
            Entry::Remedy { to: Some(remedy), .. } | Entry::GroupRemedy { to: Some(remedy), .. } => {
                self.remedy_parts(remedy)
            }
            Entry::Training { to: Some(training), .. } => self.training_parts(training),
            Entry::Contact { to: Some(contact), .. } => self.contact_parts(contact),
            Entry::Staff { to: Some(staff), .. } => self.staff_parts(staff),
            Entry::Setting { item, to: Some(value) } => one(format!("{} {}", shown(item), shown(value))),
            Entry::Consultation { to: Some(_), .. } => one(say!(self, "said-opened")),
            Entry::Disclosure { to: Some(to), .. }
            | Entry::GroupDisclosure { to: Some(to), .. }
            | Entry::PersonDisclosure { to: Some(to), .. } => one(self.disclosed(to)),
            Entry::ErasureRequest { to: Some(to), .. } => one(say!(self, "said-erased-by", why = &to.why, by = &to.by)),
            Entry::Erasure { to: Some(to), .. } => one(match &to.approved_by {
                Some(other) => say!(self, "said-erased-by-two", why = &to.why, by = &to.asked_by, other = other),
                None => say!(self, "said-erased-by", why = &to.why, by = &to.asked_by),
            }),
            Entry::Released { item, to: Some(to) } => {
                one(say!(self, "said-released-counts", report = item, shown = to.shown.len(), hidden = to.hidden.len()))
            }
            Entry::Combination { to: Some(to), .. } => {
                one(say!(self, "said-combined", source = &to.source, added = to.added, changed = to.changed))
            }
            _ => Vec::new(),
        }
    }

    /// What was given out, to whom, and for what.
    fn disclosed(&self, disclosure: &Disclosure) -> String {
        let Recipient { to, purpose } = &disclosure.recipient;
        let report = self.report_named(&disclosure.report);
        let mut said = say!(self, "said-given", report = report, format = &disclosure.format);
        if !to.is_empty() {
            said = say!(self, "said-given-to", what = said, to = to);
        }
        if !purpose.is_empty() {
            said = say!(self, "said-given-for", what = said, purpose = purpose);
        }
        say!(self, "said-given-head", what = said, head = &disclosure.head)
    }

    /// What a report is called that the journal names as the command line does.
    #[must_use]
    pub fn report_named(&self, id: &str) -> String {
        match id {
            "people" => say!(self, "said-list-people"),
            "groups" => say!(self, "said-list-groups"),
            "register" => lower(&say!(self, "report-register")),
            "marks" => lower(&say!(self, "report-long-form")),
            "session" => lower(&say!(self, "report-session-record")),
            "group" => lower(&say!(self, "report-group")),
            "person" => lower(&say!(self, "report-person-record")),
            "sheet" => lower(&say!(self, "report-sheet")),
            "certificate" => lower(&say!(self, "report-certificate")),
            "evaluation" => lower(&say!(self, "report-evaluation")),
            "completeness" => lower(&say!(self, "report-completeness")),
            "duties" => lower(&say!(self, "report-duties")),
            "journal" => lower(&say!(self, "report-journal")),
            "timetable" => lower(&say!(self, "report-timetable")),
            "plan" => lower(&say!(self, "report-plan")),
            "hand-over" => lower(&say!(self, "report-hand-over")),
            "coverage" => lower(&say!(self, "report-coverage")),
            "action-plan" => lower(&say!(self, "report-action-plan")),
            "retention" => lower(&say!(self, "scope-retention")),
            other => shown(other).into_owned(),
        }
    }

    fn person_parts(&self, person: &Person) -> Vec<Part> {
        let no = |field: Field| field == Field::Interpreter && !person.interpreter;
        let fields = Field::ALL.into_iter().filter(|field| !no(*field));
        let fields = fields.filter_map(|field| Some((lower(&say!(self, field.message())), self.fact(field, person)?)));
        let answers = person.answers.iter().map(|(rule, yes)| {
            let value = if *yes { say!(self, "answer-yes") } else { say!(self, "answer-no") };
            (say!(self, "said-answer", rule = rule), value)
        });
        fields.chain(answers).collect()
    }

    fn group_parts(&self, group: &Group) -> Vec<Part> {
        let weekdays = group.weekdays.iter().map(|day| self.weekday(*day)).collect::<Vec<_>>().join(" ");
        let parts = [
            ("said-code", group.code.clone()),
            ("said-start", self.day(group.start)),
            ("said-weekdays", weekdays),
            ("said-time", self.time(group.time)),
            ("said-room", group.room.clone()),
            ("said-facilitators", self.facilitators(group)),
            ("said-finished", group.finished.map_or_else(String::new, |day| self.day(day))),
        ];
        self.labelled(parts)
    }

    fn session_parts(&self, session: &Session) -> Vec<Part> {
        let state = match &session.state {
            SessionState::Cancelled { why } => format!("{}: {why}", say!(self, session.state.message())),
            state => say!(self, state.message()),
        };
        let moved = session.moved.as_ref();
        let parts = [
            ("said-session-number-label", session.label()),
            ("said-date", self.day(session.date)),
            ("said-time", self.time(session.time)),
            ("said-state", state),
            ("said-moved", moved.map_or_else(String::new, |moved| moved.why.clone())),
            ("said-next-time", session.next_time.clone()),
        ];
        self.labelled(parts)
    }

    fn enrolment_parts(&self, enrolment: &Enrolment) -> Vec<Part> {
        let state = say!(self, enrolment.state.message());
        let state = match &enrolment.state {
            Place::Waiting | Place::Enrolled => state,
            Place::Completed { on } => format!("{state} {}", self.day(*on)),
            Place::Left { on, reason, note } => {
                let note = if note.is_empty() { String::new() } else { format!(": {note}") };
                format!("{state} {}, {}{note}", self.day(*on), say!(self, reason.message()))
            }
        };
        let earlier: Vec<String> = enrolment.earlier.iter().map(|spell| self.spell(spell)).collect();
        let from = self.day(enrolment.from);
        self.labelled([("said-place", state), ("said-from", from), ("said-earlier", earlier.join(", "))])
    }

    /// Name, role, sign-in name, and the beginning of the slot's number: a new passphrase is a new slot.
    fn staff_parts(&self, staff: &Staff) -> Vec<Part> {
        let begin = |number: &str| number.chars().take(6).collect::<String>();
        let recovery = staff.recovery.as_deref().map(begin).unwrap_or_default();
        self.labelled([
            ("said-staff", staff.name.clone()),
            ("said-role", say!(self, staff.role.message())),
            ("said-sign-in", staff.sign_in.clone()),
            ("said-slot", begin(&staff.slot)),
            ("said-recovery", recovery),
        ])
    }

    /// The parts that say something, escaped.
    pub(in crate::i18n) fn labelled<const N: usize>(&self, parts: [(&str, String); N]) -> Vec<Part> {
        let said = parts.into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(label, value)| (say!(self, label), shown(&value).into_owned())).collect()
    }

    /// What was given of an activity, in minutes of the session: what it was paused for is named apart.
    fn delivered(&self, delivery: &Delivery, group: Option<&GroupRecord>, session: SessionId) -> String {
        match delivery {
            Delivery::Running { since } => say!(self, "said-running", since = self.time(since.time())),
            Delivery::Done { from, to } => {
                let paused = group.map_or(0, |group| group.paused(session, *from, *to).num_minutes());
                let minutes = ((*to - *from).num_minutes() - paused).max(0);
                if paused > 0 {
                    say!(self, "said-done-and-paused", minutes = minutes, paused = paused)
                } else {
                    say!(self, "said-done", minutes = minutes)
                }
            }
            Delivery::Skipped => say!(self, "said-skipped"),
        }
    }

    /// The thing inside the thing: an objective, an activity, a rated item, a programme.
    pub(super) fn item(&self, entry: &Entry, group: Option<&GroupRecord>, known: &Known) -> Option<String> {
        let keys = entry.keys();
        let item = keys.item?;
        let plan = || group.and_then(|group| group.plan(group.session(keys.session?)?));
        let named = match entry {
            // A pause has a number, an appointment, a proposal and the other of a pair an identifier that nobody says.
            Entry::Setting { .. }
            | Entry::Pause { .. }
            | Entry::Appointment { .. }
            | Entry::Apart { .. }
            | Entry::Confined { .. }
            | Entry::Pathway { .. }
            | Entry::Step { .. }
            | Entry::Consent { .. }
            | Entry::Snooze { .. }
            | Entry::Goal { .. }
            | Entry::Action { .. }
            | Entry::Partner { .. }
            | Entry::Remedy { .. }
            | Entry::GroupRemedy { .. }
            | Entry::Training { .. }
            | Entry::Contact { .. }
            | Entry::Staff { .. }
            | Entry::Released { .. }
            | Entry::LeftAside { .. } => return None,
            Entry::Need { .. } => Need::from_id(&item).map(|need| say!(self, need.message())),
            Entry::PlanPart { .. } => self.plan_part(&item),
            // What was ended is told beside when and why.
            Entry::Run { to, .. } => {
                return to.as_ref().filter(|run| run.ended.is_some()).map(|run| self.pick(&run.title));
            }
            _ if entry.is_trace() => return None,
            Entry::Exception { .. } => known.programmes.get(&item).cloned(),
            Entry::Outcome { .. } => {
                plan().and_then(|plan| plan.objectives.iter().find(|o| o.id == item)).map(|o| self.pick(&o.text))
            }
            Entry::Delivery { .. } => {
                let points = group.zip(keys.session).map(|(group, id)| group.points(id)).unwrap_or_default();
                let key: Option<u16> = item.parse().ok();
                points.iter().find(|point| Some(point.key) == key).map(|point| self.point(point))
            }
            Entry::Rating { .. } => {
                let (time, id) = item.split_once(':')?;
                let rated = group.and_then(|group| group.course.ratings.items.iter().find(|rated| rated.id == id));
                let text = rated.map_or_else(|| shown(id).into_owned(), |rated| self.pick(&rated.text));
                let time = if time == "before" { say!(self, "said-before") } else { say!(self, "said-after") };
                Some(format!("{time}: {text}"))
            }
            _ => None,
        };
        Some(named.unwrap_or_else(|| shown(&item).into_owned()))
    }
}

/// A label inside a line begins with a small letter.
fn lower(label: &str) -> String {
    let mut chars = label.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
