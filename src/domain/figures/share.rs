//! A part of a whole: a percentage that cannot be printed without its denominator.

/// `count` of `of`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub count: u32,
    /// The denominator.
    pub of: u32,
}

impl Share {
    /// Whole percent, half rounded up; `None` of nothing.
    #[must_use]
    pub fn percent(self) -> Option<u32> {
        let of = u64::from(self.of);
        let percent = (u64::from(self.count) * 200 + of).checked_div(of * 2)?;
        Some(u32::try_from(percent).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_rounds_half_up_and_is_nothing_of_nothing() {
        for (count, of, percent) in
            [(0, 0, None), (0, 4, Some(0)), (1, 8, Some(13)), (2, 3, Some(67)), (1, 3, Some(33)), (7, 7, Some(100))]
        {
            assert_eq!(Share { count, of }.percent(), percent, "{count}/{of}");
        }
    }
}
