//! How hard a passphrase is to guess.

/// Fewer characters are refused.
pub const LEAST: usize = crate::domain::staff::LEAST;

/// The five steps from "guessed at once" to "very hard to guess", as messages.
pub const STEPS: [&str; 5] = ["strength-0", "strength-1", "strength-2", "strength-3", "strength-4"];

/// The step of a passphrase, 0 to 4 (zxcvbn's score). `name` is what an attacker would try first.
#[must_use]
pub fn step(passphrase: &str, name: &str) -> usize {
    // Longer than this it is strong whatever it says, and estimating would take long.
    if passphrase.chars().count() > 80 {
        return 4;
    }
    usize::from(u8::from(zxcvbn::zxcvbn(passphrase, &[name, "onward"]).score())).min(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_and_personal_words_are_weak() {
        assert!(step("password", "Kari") <= 1);
        assert!(step("kari", "Kari") <= 1);
        assert_eq!(step("lamp river seven copper owls", "Kari"), 4);
    }
}
