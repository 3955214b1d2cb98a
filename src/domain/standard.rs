//! The rules that a part serves: of which instrument, and which number.

use serde::{Deserialize, Serialize};

/// An instrument whose rules can be served: how a file names it, and what it is.
pub const INSTRUMENTS: &[(&str, &str)] = &[
    ("CM/Rec(2012)12", "Council of Europe: foreign prisoners"),
    ("CM/Rec(2010)1", "Council of Europe: Probation Rules"),
    ("Rec(2006)2-rev", "Council of Europe: European Prison Rules"),
    ("Rec(2003)22", "Council of Europe: conditional release"),
    ("Rec(2003)23", "Council of Europe: life sentence and other long-term prisoners"),
    ("Nelson Mandela Rules", "United Nations: Standard Minimum Rules for the Treatment of Prisoners"),
    ("Bangkok Rules", "United Nations: Rules for the Treatment of Women Prisoners"),
    ("Vienna Convention on Consular Relations", "United Nations, 1963"),
];

/// One rule of an instrument, as a file names it: `CM/Rec(2012)12 35.1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Standard(pub String);

impl Standard {
    /// The instrument and the number of the rule; `None` when the instrument is not known or there is no
    /// number that begins with a digit.
    #[must_use]
    pub fn parts(&self) -> Option<(&'static str, &str)> {
        let of = |(name, _): &(&'static str, &str)| {
            let number = self.0.strip_prefix(name)?.strip_prefix(' ')?.trim();
            number.starts_with(|c: char| c.is_ascii_digit()).then_some((*name, number))
        };
        INSTRUMENTS.iter().find_map(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_an_instrument_and_a_number() {
        for (text, parts) in [
            ("CM/Rec(2012)12 35.1", Some(("CM/Rec(2012)12", "35.1"))),
            ("Rec(2006)2-rev 107.1", Some(("Rec(2006)2-rev", "107.1"))),
            ("Nelson Mandela Rules 62", Some(("Nelson Mandela Rules", "62"))),
            ("CM/Rec(2012)12", None),
            ("CM/Rec(2012)12 ", None),
            ("Rec(2012)12 35.1", None),
            ("", None),
        ] {
            assert_eq!(Standard(text.to_owned()).parts(), parts, "{text}");
        }
    }
}
