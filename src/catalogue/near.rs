//! What somebody may have meant by a word that there is not.

/// The one of `known` that is nearest to `word`, when it is near enough to be meant: a letter wrong in a short
/// word, two or three in a long one, or the same word in capitals.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let folded = word.to_lowercase();
    let distance = |candidate: &&'a str| {
        let near = strsim::osa_distance(&folded, &candidate.to_lowercase());
        // `day` for `days`, `objective` for `objectives`, `title_nb` for `title`.
        near.min(if candidate.starts_with(word) || word.starts_with(candidate) { 2 } else { usize::MAX })
    };
    let allowed = match length {
        0..=2 => 1,
        3..=5 => 2,
        _ => 3,
    };
    let best = known.into_iter().map(|candidate| (distance(&candidate), candidate));
    // Of two that are equally near the first in the order of the description.
    let (distance, candidate) = best.min_by_key(|(distance, _)| *distance)?;
    (distance <= allowed && distance < candidate.chars().count().max(length)).then_some(candidate)
}

/// The longest word that is compared, in characters.
const LONGEST: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_understood_and_another_word_is_not() {
        let known = ["title", "minutes", "kind", "say", "do", "need", "interpreter", "RemainingDays"];
        for (word, meant) in [
            ("minuets", Some("minutes")),
            ("Minutes", Some("minutes")),
            ("minute", Some("minutes")),
            ("tittel", Some("title")),
            ("title_nb", Some("title")),
            ("saay", Some("say")),
            ("dp", Some("do")),
            ("remainingdays", Some("RemainingDays")),
            ("colour", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
        assert_eq!(nearest(&"a".repeat(100_000), known), None);
    }
}
