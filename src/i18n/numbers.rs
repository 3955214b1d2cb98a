//! Numbers in a row, as people say them.

/// `5, 7–10`: numbers in order, with runs of three and more drawn together.
#[must_use]
pub fn ranges(numbers: &[u16]) -> String {
    let runs = numbers.chunk_by(|before, after| before.checked_add(1) == Some(*after));
    let said = runs.map(|run| match run {
        [first, _, .., last] => format!("{first}–{last}"),
        run => run.iter().map(u16::to_string).collect::<Vec<_>>().join(", "),
    });
    said.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_drawn_together() {
        for (numbers, said) in [
            (vec![], ""),
            (vec![9], "9"),
            (vec![9, 10], "9, 10"),
            (vec![5, 7, 8, 9, 10], "5, 7–10"),
            (vec![1, 2, 3, 5, 6], "1–3, 5, 6"),
            (vec![65_535, 1], "65535, 1"),
        ] {
            assert_eq!(ranges(&numbers), said);
        }
    }
}
