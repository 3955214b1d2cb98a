//! The recovery code: 160 random bits that people can write on paper and type again.

use crate::store::key::Random;
use std::fmt;
use std::io;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Crockford's base 32: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES: usize = 20;
const SYMBOLS: usize = 32;

/// A recovery code; `Display` gives eight groups of four. Wiped when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; BYTES]);

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(hidden)")
    }
}

impl RecoveryCode {
    pub(super) fn random(random: Random) -> io::Result<Self> {
        let mut code = Self([0; BYTES]);
        random(&mut code.0)?;
        Ok(code)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What somebody typed: any case, with or without spaces and hyphens, O for 0, I or L for 1.
    /// `None` when it is not 32 symbols of the alphabet.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let mut code = Self([0; BYTES]);
        let (mut count, mut bits, mut held) = (0, 0_u32, 0_u32);
        let mut bytes = code.0.iter_mut();
        for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '_' | '.')) {
            held = (held << 5) | value(c)?;
            bits += 5;
            count += 1;
            if bits >= 8 {
                bits -= 8;
                *bytes.next()? = u8::try_from((held >> bits) & 0xff).ok()?;
                held &= (1 << bits) - 1;
            }
        }
        (count == SYMBOLS).then_some(code)
    }
}

/// The value of a symbol, forgiving what people mistake.
fn value(c: char) -> Option<u32> {
    let symbol = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|a| char::from(*a) == symbol).and_then(|at| u32::try_from(at).ok())
}

impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut bits, mut held, mut count) = (0, 0_u32, 0);
        for byte in self.0 {
            held = (held << 8) | u32::from(byte);
            bits += 8;
            while bits >= 5 {
                bits -= 5;
                if count > 0 && count % 4 == 0 {
                    f.write_str("-")?;
                }
                let symbol = ALPHABET.get(usize::try_from(held >> bits & 31).unwrap_or(0));
                fmt::Write::write_char(f, symbol.map_or('0', |s| char::from(*s)))?;
                held &= (1 << bits) - 1;
                count += 1;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> RecoveryCode {
        let mut next = 0_u8;
        RecoveryCode::random(&mut |bytes| {
            bytes.fill_with(|| {
                next = next.wrapping_mul(31).wrapping_add(17);
                next
            });
            Ok(())
        })
        .unwrap()
    }

    #[test]
    fn a_code_is_eight_groups_of_four() {
        let text = code().to_string();
        assert_eq!(text.len(), 8 * 4 + 7);
        assert!(text.split('-').all(|group| group.len() == 4), "{text}");
    }

    #[test]
    fn a_code_is_read_back_however_it_is_typed() {
        let text = code().to_string();
        let typed = [
            text.clone(),
            text.to_lowercase(),
            text.replace('-', ""),
            format!("  {} ", text.replace('-', " ")),
            text.replace('0', "o").replace('1', "l"),
            text.replace('0', "O").replace('1', "i"),
        ];
        for typed in typed {
            assert_eq!(RecoveryCode::parse(&typed), Some(code()), "{typed}");
        }
    }

    #[test]
    fn anything_else_is_no_code() {
        let text = code().to_string();
        for typed in ["", "kari likes waffles", &text[1..], &format!("{text}0"), &text.replace(&text[..1], "U")] {
            assert_eq!(RecoveryCode::parse(typed), None, "{typed}");
        }
    }
}
