//! What an audit of the record says: where the journal ends, and the first row that is not what was recorded.

use std::fmt;
use std::str::FromStr;

/// The end of the journal: how many entries there are, and the hash that binds all of them in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub seq: i64,
    /// The hash of the last entry, in hexadecimal: whole, or only its beginning as it is printed.
    pub hash: String,
}

impl Head {
    /// Digits of the hash that are printed: nobody finds another record with the same forty-eight bits by chance.
    const PRINTED: usize = 12;

    /// Whether this is the head that was printed as `other`, or the other way round.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        let shared = self.hash.len().min(other.hash.len());
        self.seq == other.seq && self.hash[..shared] == other.hash[..shared]
    }
}

/// As it is printed on exports: `1042:9f3a77c102be`.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, &self.hash[..self.hash.len().min(Self::PRINTED)])
    }
}

/// What was typed is not a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write it as it is printed: a number, a colon, twelve digits")]
pub struct NoHead;

impl FromStr for Head {
    type Err = NoHead;

    fn from_str(text: &str) -> Result<Self, NoHead> {
        let (seq, hash) = text.trim().split_once(':').ok_or(NoHead)?;
        let hash = hash.to_ascii_lowercase();
        let is_hash = (Self::PRINTED..=64).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let seq = seq.parse().ok().filter(|seq| *seq >= 0 && is_hash).ok_or(NoHead)?;
        Ok(Self { seq, hash })
    }
}

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    pub head: Head,
    /// Entries whose contents were erased; the chain holds without them.
    pub erased: u64,
    /// The first row that is not right; none when the record is whole.
    pub damage: Option<Damage>,
}

/// A row that is not what was recorded. It names the row, never what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    pub table: String,
    /// The keys of the row: `seq 17`, `session 4, person 9`.
    pub row: String,
    pub what: Wrong,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It should be there and is not.
    Missing,
    /// It is there, and no entry says so.
    Extra,
    /// This column does not say what the journal says.
    Column(String),
    /// What the entry says was changed after it was recorded.
    Contents,
    /// Who, when, about what, or its place among the others was changed after it was recorded.
    Place,
    /// No entry that this program knows.
    Unreadable,
    /// The record is not the one that a printed head was taken from, or it lost its end since.
    OtherHead,
}

impl Wrong {
    /// The message that says it.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self {
            Self::Missing => "audit-missing",
            Self::Extra => "audit-extra",
            Self::Column(_) => "audit-column",
            Self::Contents => "audit-contents",
            Self::Place => "audit-place",
            Self::Unreadable => "audit-unreadable",
            Self::OtherHead => "audit-other-head",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_is_printed() {
        let whole = Head { seq: 1042, hash: "9f3a77c102be".repeat(5) + "0000" };
        assert_eq!(whole.to_string(), "1042:9f3a77c102be");
        let typed: Head = " 1042:9F3A77C102BE ".parse().unwrap();
        assert!(whole.is(&typed) && typed.is(&whole));
        assert!(!whole.is(&"1042:9f3a77c102bf".parse().unwrap()));
        assert!(!whole.is(&"1041:9f3a77c102be".parse().unwrap()));
        for text in ["", "1042", "1042:", "1042:9f3a", "x:9f3a77c102be", "-1:9f3a77c102be", "1:9f3a77c102bé"] {
            assert_eq!(text.parse::<Head>(), Err(NoHead), "{text}");
        }
    }
}
