//! The staff: who may open the store, in which role. The owner changes it; everybody has a passphrase of their own.

use crate::domain::entry::Entry;
use crate::domain::record::{About, Failure};
use crate::domain::staff::{LEAST, LOCK_AFTER, Role, Staff};
use crate::domain::text::{LINE, clean, shown};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Phrase, Place, StaffChange};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::confirm::Confirm;
use crate::tui::layers::prompt::Prompt;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::screens::asking;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use zeroize::Zeroizing;

/// Who works on the store, by name.
#[derive(Debug, Default)]
pub struct StaffScreen {
    members: Vec<Staff>,
    /// By which word a supervisor knows what this desk signs.
    fingerprint: String,
    list: ListState,
}

impl StaffScreen {
    fn selected(&self) -> Option<&Staff> {
        self.members.get(self.list.selected)
    }

    /// Whose passphrase is changed: an owner's choice, one's own for everybody else.
    fn whose(&self, desk: &Desk) -> Option<&Staff> {
        if desk.keymap.permits(Action::AddStaff) {
            return self.selected();
        }
        self.members.iter().find(|staff| staff.name == desk.actor)
    }
}

impl Screen for StaffScreen {
    fn place(&self) -> Place {
        Place::Staff
    }

    fn scope(&self) -> Scope {
        Scope::Staff
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.members.clear();
        for entry in desk.reads.standing("staff", About::Everything)? {
            if let Entry::Staff { to: Some(staff), .. } = entry {
                self.members.push(*staff);
            }
        }
        if self.members.is_empty() {
            // While one person works on the store no register is kept: they sign in by their name.
            let (name, sign_in) = (desk.actor.to_owned(), desk.actor.to_owned());
            self.members.push(Staff { name, sign_in, role: Role::Owner, slot: String::new(), recovery: None });
        }
        self.fingerprint = desk.reads.identity().fingerprint();
        self.members.sort_by_key(|staff| staff.name.to_lowercase());
        self.list.keep_within(self.members.len());
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.members.len()) {
            return Ok(Some(Vec::new()));
        }
        let effect = match (action, self.selected()) {
            (Action::AddStaff, _) => ask_name(desk),
            (Action::StaffRole, Some(staff)) => ask_role(staff, desk),
            (Action::Passphrase, _) => match self.whose(desk) {
                Some(staff) => {
                    let sign_in = staff.sign_in.clone();
                    let title = say!(desk.words, "staff-passphrase-of", name = &staff.name);
                    ask_passphrase(title, desk, move |passphrase| StaffChange::Passphrase {
                        sign_in: sign_in.clone(),
                        passphrase,
                    })
                }
                None => return Ok(Some(Vec::new())),
            },
            (Action::Revoke, Some(staff)) => ask_to_revoke(staff, desk),
            (Action::RecoveryCode, _) => ask_for_code(desk),
            (Action::LockAfter, _) => ask_lock_after(desk)?,
            _ => return Ok(None),
        };
        Ok(Some(vec![effect]))
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(6)).max(1);
        self.list.keep_within(self.members.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        paint::line(buf, area, 1, 0, &say!(words, "staff-title"), look.title());
        let rows = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        // The sign-in name is what somebody looks for here: names give way to it.
        let room = area.width.saturating_sub(50).clamp(12, 24);
        for (y, index) in self.list.seen(self.members.len()) {
            let Some(staff) = self.members.get(index) else { continue };
            let selected = index == self.list.selected;
            let sign = if selected { '>' } else { ' ' };
            let (name, role) =
                (paint::fill(&shown(&staff.name), room), paint::fill(&say!(words, staff.role.message()), 14));
            let signs_in = say!(words, "staff-signs-in", sign_in = &staff.sign_in);
            paint::line(buf, rows, 1, y, &format!("{sign} {name}  {role}  {signs_in}"), Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
        let signs = say!(words, "staff-signs", fingerprint = &self.fingerprint);
        paint::line(buf, area, 1, area.height.saturating_sub(3), &signs, Style::new());
        let below = area.height.saturating_sub(2);
        for (y, line) in (below..).zip(paint::wrap(&say!(words, "staff-hint"), area.width.saturating_sub(2))) {
            paint::line(buf, area, 1, y, &line, look.quiet());
        }
    }
}

fn ask_name(desk: &Desk) -> Effect {
    let (title, hint) = (say!(desk.words, "staff-name"), say!(desk.words, "staff-name-hint"));
    line(title, hint, |name, desk| {
        let (title, hint) = (say!(desk.words, "staff-sign-in"), say!(desk.words, "staff-sign-in-hint"));
        line(title, hint, move |sign_in, desk| {
            let name = name.clone();
            choose_role(desk, 1, move |role, desk| {
                let title = say!(desk.words, "staff-passphrase-of", name = &name);
                ask_passphrase(title, desk, move |passphrase| {
                    let (name, sign_in) = (name.clone(), sign_in.clone());
                    StaffChange::Add { name, sign_in, role, passphrase }
                })
            })
        })
    })
}

/// Asks for one line that is not empty.
fn line(title: String, hint: String, mut then: impl FnMut(String, &mut Desk) -> Effect + 'static) -> Effect {
    let answer = move |text: &str, desk: &mut Desk| match clean(text, LINE) {
        Ok(text) if text.is_empty() => Err(say!(desk.words, "text-needed")),
        Ok(text) => Ok(vec![then(text, desk)]),
        Err(fault) => Err(desk.words.text_fault(&fault)),
    };
    Effect::Ask(Layer::Prompt(Prompt::new(title, hint, "", answer)))
}

fn choose_role(desk: &Desk, at: usize, then: impl FnOnce(Role, &mut Desk) -> Effect + 'static) -> Effect {
    let item = |role: Role| {
        let what = match role {
            Role::Owner => say!(desk.words, "role-owner-does"),
            Role::Supervisor => say!(desk.words, "role-supervisor-does"),
            _ => say!(desk.words, "role-coordinator-does"),
        };
        (say!(desk.words, role.message()).chars().next(), format!("{}: {what}", say!(desk.words, role.message())))
    };
    let items = Role::WITH_KEY.map(item).into();
    let answer = move |at: usize, desk: &mut Desk| {
        let role = Role::WITH_KEY.get(at).copied().unwrap_or(Role::Supervisor);
        vec![then(role, desk)]
    };
    Effect::Ask(Layer::Choice(Choice::new(say!(desk.words, "staff-role"), items, answer).at(at)))
}

fn ask_role(staff: &Staff, desk: &Desk) -> Effect {
    let sign_in = staff.sign_in.clone();
    let at = Role::WITH_KEY.iter().position(|role| *role == staff.role).unwrap_or(0);
    choose_role(desk, at, move |role, _| Effect::Staff(StaffChange::Role { sign_in, role }))
}

/// Asks for a passphrase twice, in dots.
fn ask_passphrase(title: String, desk: &Desk, then: impl Fn(Phrase) -> StaffChange + 'static) -> Effect {
    let then = std::rc::Rc::new(then);
    let again = title.clone();
    let first = move |text: &str, desk: &mut Desk| {
        if text.chars().count() < LEAST {
            return Err(say!(desk.words, "gate-too-short", least = LEAST));
        }
        let (chosen, then) = (Zeroizing::new(text.to_owned()), then.clone());
        let second = move |text: &str, desk: &mut Desk| {
            if text != chosen.as_str() {
                return Err(say!(desk.words, "staff-not-the-same"));
            }
            Ok(vec![Effect::Staff(then(Phrase(chosen.clone())))])
        };
        let hint = say!(desk.words, "gate-repeat-text");
        Ok(vec![Effect::Ask(Layer::Prompt(Prompt::new(again.clone(), hint, "", second).hidden()))])
    };
    let hint = say!(desk.words, "staff-passphrase-hint");
    Effect::Ask(Layer::Prompt(Prompt::new(title, hint, "", first).hidden()))
}

fn ask_to_revoke(staff: &Staff, desk: &Desk) -> Effect {
    let sign_in = staff.sign_in.clone();
    let title = say!(desk.words, "staff-revoke", name = &staff.name);
    let text = say!(desk.words, "staff-revoke-text");
    let then = move |_: &mut Desk| vec![Effect::Staff(StaffChange::Revoke { sign_in })];
    Effect::Ask(Layer::Confirm(Confirm::new(title, text, 'y', then)))
}

fn ask_for_code(desk: &Desk) -> Effect {
    let (title, text) = (say!(desk.words, "staff-new-code"), say!(desk.words, "staff-new-code-text"));
    let then = |_: &mut Desk| vec![Effect::Staff(StaffChange::Recovery)];
    Effect::Ask(Layer::Confirm(Confirm::new(title, text, 'y', then)))
}

/// Asks after how many minutes without a key the desk locks.
fn ask_lock_after(desk: &Desk) -> Result<Effect, Failure> {
    let given = desk.reads.setting(LOCK_AFTER)?.and_then(|minutes| minutes.parse().ok()).unwrap_or(5);
    Ok(asking::minutes(say!(desk.words, "staff-lock-after"), given, 15, |minutes, desk| {
        let entries = vec![Entry::Setting { item: LOCK_AFTER.to_owned(), to: Some(Box::new(minutes.to_string())) }];
        vec![Effect::Record { entries, said: say!(desk.words, "staff-locks-after", minutes = minutes) }]
    }))
}
