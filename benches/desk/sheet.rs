//! The lines of the result: every figure beside its floor and its target.

use std::fmt::Display;

/// What a figure is held to.
#[derive(Debug, Clone, Copy)]
pub enum Target {
    /// At most so many times the floor.
    Times(f64),
    /// At most so much; the ratio to the floor is told as well.
    Most(f64),
}

/// Prints figures as they come, and counts those that miss their target.
#[derive(Debug, Default)]
pub struct Sheet {
    missed: u32,
}

impl Sheet {
    /// A heading.
    pub fn head(text: &str) {
        println!("\n{text}");
    }

    /// Something to know about the figures around it.
    pub fn note(text: impl Display) {
        println!("  {text}");
    }

    /// One figure.
    pub fn figure(&mut self, name: &str, unit: &str, value: f64, floor: f64, target: Target) {
        let ratio = if floor > 0.0 { value / floor } else { f64::NAN };
        let (is_met, most) = match target {
            Target::Times(most) => (ratio <= most, format!("{most} x")),
            Target::Most(most) => (value <= most, format!("{most} {unit}")),
        };
        let times = if floor > 0.0 { format!("{ratio:.2} x") } else { "-".to_owned() };
        let verdict = if is_met { "met" } else { "MISSED" };
        self.missed += u32::from(!is_met);
        println!(
            "  {name:<46} {:>10} {unit:<8} floor {:>10} {times:>10}  at most {most:<10} {verdict}",
            short(value),
            short(floor)
        );
    }

    /// How it went.
    pub fn end(&self) {
        match self.missed {
            0 => println!("\nEvery figure meets its target."),
            missed => println!("\n{missed} figures miss their target."),
        }
    }
}

fn short(value: f64) -> String {
    if value >= 100.0 || value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.3}") }
}

/// The value below which `share` of the values lie.
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index"
    )]
    let at = (sorted.len().saturating_sub(1) as f64 * share).round() as usize;
    sorted.get(at).copied().unwrap_or(f64::NAN)
}

/// The middle value.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}
