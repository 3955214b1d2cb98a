//! Numbers in a row, as people say them.

/// `5, 7–10`: what sessions are called, in order, with runs of three and more numbers drawn together.
#[must_use]
pub fn ranges(labels: &[String]) -> String {
    let follows = |before: &String, after: &String| {
        let number = |label: &String| label.parse::<u32>().ok();
        number(before).is_some_and(|before| before.checked_add(1) == number(after))
    };
    let said = labels.chunk_by(follows).map(|run| match run {
        [first, _, .., last] => format!("{first}–{last}"),
        run => run.join(", "),
    });
    said.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_drawn_together() {
        for (labels, said) in [
            ("", ""),
            ("9", "9"),
            ("9 10", "9, 10"),
            ("5 7 8 9 10", "5, 7–10"),
            ("1 2 3 5 6", "1–3, 5, 6"),
            ("3 4a 4b 5 6 7", "3, 4a, 4b, 5–7"),
            ("2+3 4 5 6x", "2+3, 4, 5, 6x"),
        ] {
            let labels: Vec<String> = labels.split_whitespace().map(str::to_owned).collect();
            assert_eq!(ranges(&labels), said);
        }
    }
}
