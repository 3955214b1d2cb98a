//! The gate as it is drawn: a title, what is asked, the field, and what is wrong.

use super::{ASKED, Gate, Step};
use crate::i18n::Words;
use crate::i18n::locale::LOCALES;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::shell::strength;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

impl Gate {
    /// Draws the gate.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        paint::line(buf, area, 2, 1, "Onward", look.title());
        paint::rule(buf, area, 2, look.quiet());
        let body = Rect {
            x: area.x + 2,
            y: area.y + 4,
            width: area.width.saturating_sub(4),
            height: area.height.saturating_sub(5),
        };
        let (title, mut text) = self.text(words);
        if look.demo && self.step == Step::Unlock {
            text = say!(words, "gate-unlock-demo");
        }
        paint::line(buf, body, 0, 0, &title, look.title());
        let mut y = 2;
        for line in paint::wrap(&text, body.width) {
            paint::line(buf, body, 0, y, &line, Style::new());
            y += 1;
        }
        y += 1;
        y = match self.step {
            Step::Language => self.draw_languages(body, y, buf, look),
            Step::Recovery => self.draw_code(body, y, buf, look),
            _ => self.draw_field(body, y, buf, look),
        };
        if let Some(fault) = &self.fault {
            for line in paint::wrap(fault, body.width.saturating_sub(2)) {
                y += 1;
                paint::line(buf, body, 0, y, &format!("! {line}"), look.wrong());
            }
        }
        if self.busy {
            paint::line(buf, body, 0, y + 1, &say!(words, "gate-busy"), Style::new());
        }
        paint::foot(buf, body, &self.foot(words), look.quiet());
    }

    /// The keys that mean something here.
    fn foot(&self, words: &Words) -> String {
        match self.step {
            Step::Unlock | Step::Who if self.stays => String::new(),
            Step::Unlock if self.several => say!(words, "gate-foot-other"),
            Step::Unlock | Step::Who => say!(words, "gate-foot-door"),
            Step::Language => say!(words, "gate-foot-leave"),
            Step::Recovery => say!(words, "gate-foot-on"),
            _ => say!(words, "gate-foot"),
        }
    }

    fn text(&self, words: &Words) -> (String, String) {
        match self.step {
            Step::Language => (say!(words, "gate-language"), say!(words, "gate-language-text")),
            Step::Name => (say!(words, "gate-name"), say!(words, "gate-name-text")),
            Step::Passphrase => (say!(words, "gate-passphrase"), say!(words, "gate-passphrase-text")),
            Step::Repeat => (say!(words, "gate-repeat"), say!(words, "gate-repeat-text")),
            Step::Recovery => (say!(words, "gate-recovery"), say!(words, "gate-recovery-text")),
            Step::Confirm => {
                (say!(words, "gate-confirm"), say!(words, "gate-confirm-text", first = ASKED[0], second = ASKED[1]))
            }
            Step::Who => (say!(words, "gate-who"), say!(words, "gate-who-text")),
            Step::Unlock if self.name.is_empty() && self.several => {
                (say!(words, "gate-unlock"), say!(words, "gate-unlock-code-text"))
            }
            Step::Unlock if self.several => {
                (say!(words, "gate-unlock"), say!(words, "gate-unlock-as-text", name = &self.name))
            }
            Step::Unlock => (say!(words, "gate-unlock"), say!(words, "gate-unlock-text")),
        }
    }

    fn draw_languages(&self, body: Rect, y: u16, buf: &mut Buffer, look: &Look) -> u16 {
        for (line, (index, locale)) in (y..).zip(LOCALES.iter().enumerate()) {
            let selected = index == self.language;
            let sign = if selected { ">" } else { " " };
            paint::line(buf, body, 0, line, &format!("{sign} {}", locale.name), Style::new());
            paint::row_style(buf, Rect { width: 30.min(body.width), ..body }, line, look.bar(selected));
        }
        y + u16::try_from(LOCALES.len()).unwrap_or(0)
    }

    fn draw_code(&self, body: Rect, y: u16, buf: &mut Buffer, look: &Look) -> u16 {
        for (line, groups) in (y..).zip(self.code.chunks(4)) {
            let text = groups.iter().map(|g| g.as_str()).collect::<Vec<_>>().join(" - ");
            paint::line(buf, body, 4, line, &text, look.title());
        }
        y + 2
    }

    fn draw_field(&self, body: Rect, y: u16, buf: &mut Buffer, look: &Look) -> u16 {
        paint::line(buf, body, 0, y, ">", look.title());
        let field = Rect { x: body.x + 2, y: body.y + y, width: body.width.saturating_sub(2).min(60), height: 1 };
        self.field.draw(field, buf, look, !self.busy);
        if self.step == Step::Passphrase && !self.field.text().is_empty() {
            let step = strength::step(self.field.text(), &self.name);
            let bar = format!("[{}{}]", "#".repeat(step + 1), ".".repeat(4 - step));
            let said = look.words.say(strength::STEPS[step], &[]);
            paint::line(buf, body, 2, y + 1, &format!("{bar} {said}"), Style::new());
        }
        y + 2
    }
}
