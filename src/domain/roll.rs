//! A roll: a list of names or references that somebody pastes, and who is meant by each of its lines.

use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::record::{Failure, Needle, PeopleQuery, PersonRow, Reads, Window};
use crate::domain::text::{fold, is_hidden};

/// Lines taken at the most: a group is small, and a file of people is imported.
pub const MOST: usize = 200;
/// People looked at for one line at the most.
const LOOKED_AT: usize = 60;

/// Who is meant by a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    Nobody,
    One(PersonId),
    /// Any of these, by name.
    Several(Vec<PersonRow>),
}

/// The lines of a pasted text, each once: what stands between line breaks or semicolons, without the marks
/// and numbers that lists begin their lines with. No more than one past [`MOST`]: the list is too long then.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split(['\n', '\r', ';']) {
        let visible: String =
            line.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect();
        let line = without_mark(visible.trim()).to_owned();
        if !line.is_empty() && !lines.contains(&line) && lines.len() <= MOST {
            lines.push(line);
        }
    }
    lines
}

/// Without `-`, `*`, `•`, `3.` or `3)` and the blank after it.
fn without_mark(line: &str) -> &str {
    let Some((mark, rest)) = line.split_once(' ') else { return line };
    let number = mark.strip_suffix(['.', ')']).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if number || ["-", "*", "•", "–"].contains(&mark) { rest.trim_start() } else { line }
}

/// Who is meant by `line`: a reference, a name in any order, a part of one, or both. Where the reference is
/// one person's and the name another's, it may be either.
///
/// # Errors
/// What the record says.
pub fn meant(line: &str, reads: &dyn Reads, order: &str) -> Result<Meant, Failure> {
    let words: Vec<&str> = line.split([' ', ',', '(', ')', '/']).filter(|word| !word.is_empty()).collect();
    let mut referred: Vec<(PersonId, &str)> = Vec::new();
    for word in &words {
        if let Some(id) = reads.person_by_reference(word)? {
            referred.push((id, word));
        }
    }
    let names: Vec<String> = words
        .iter()
        .filter(|word| referred.iter().all(|(_, reference)| reference != *word))
        .map(|word| fold(word.trim_end_matches('.')))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = if names.is_empty() { Vec::new() } else { named(&names, reads, order)? };
    for (id, _) in referred {
        let Some(person) = reads.person(id)? else { continue };
        // The name says the same, or nothing: there is no doubt.
        if names.is_empty() || rank(&names, &person).is_some() {
            return Ok(Meant::One(id));
        }
        found.insert(0, PersonRow { id, person });
    }
    Ok(match found.as_slice() {
        [] => Meant::Nobody,
        [one] => Meant::One(one.id),
        _ => Meant::Several(found),
    })
}

/// Which of a few people are meant by `line`: the one whose reference stands in it, else whom the name names best.
#[must_use]
pub fn meant_among<'p>(line: &str, people: impl Iterator<Item = (PersonId, &'p Person)> + Clone) -> Vec<PersonId> {
    let words: Vec<&str> = line.split([' ', ',', '(', ')', '/']).filter(|word| !word.is_empty()).collect();
    let referred = people.clone().find(|(_, person)| words.contains(&person.reference.as_str()));
    if let Some((id, _)) = referred {
        return vec![id];
    }
    let names: Vec<String> =
        words.iter().map(|word| fold(word.trim_end_matches('.'))).filter(|word| !word.is_empty()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let ranked: Vec<_> = people.filter_map(|(id, person)| Some((rank(&names, person)?, id))).collect();
    let best = ranked.iter().map(|(rank, _)| *rank).min();
    ranked.into_iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, id)| id).collect()
}

/// Those whom the folded words name best.
fn named(words: &[String], reads: &dyn Reads, order: &str) -> Result<Vec<PersonRow>, Failure> {
    let needles = words.iter().map(|word| Needle { text: word.clone(), ..Needle::default() }).collect();
    let query = PeopleQuery { order: order.to_owned(), needles };
    let people = reads.people(&query, &Window::Start, LOOKED_AT)?;
    let ranked: Vec<_> =
        people.into_iter().filter_map(|row| Some((rank(words, &row.value.person)?, row.value))).collect();
    let best = ranked.iter().map(|(rank, _)| *rank).min();
    Ok(ranked.into_iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, row)| row).collect())
}

/// How well folded words name somebody: with the whole name, with whole parts of it, with their beginnings.
fn rank(words: &[String], person: &Person) -> Option<u8> {
    let folded = fold(&person.name());
    let parts: Vec<&str> = folded.split([' ', '-']).filter(|part| !part.is_empty()).collect();
    let words: Vec<&str> = words.iter().flat_map(|word| word.split('-')).collect();
    let fits = |matches: fn(&str, &str) -> bool| {
        let mut free = parts.clone();
        words.iter().all(|word| {
            let at = free.iter().position(|part| matches(part, word));
            at.map(|at| free.remove(at)).is_some()
        })
    };
    let whole = fits(|part, word| part == word);
    match whole {
        true if words.len() == parts.len() => Some(0),
        true => Some(1),
        false => fits(|part, word| part.starts_with(word)).then_some(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_line_by_line_whatever_it_begins_with() {
        let text = "- Ana Petrović\r\n2.  Li Wei\n\n0412\tYusuf Al-Amin; • Tomas K.\nAna Petrović\n12) Noor\u{202e}\n";
        assert_eq!(lines(text), ["Ana Petrović", "Li Wei", "0412 Yusuf Al-Amin", "Tomas K.", "Noor"]);
    }

    #[test]
    fn a_list_that_is_too_long_is_known_to_be() {
        let list = |count: usize| (0..count).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
        for (count, read) in [(MOST, MOST), (MOST + 1, MOST + 1), (100 * MOST, MOST + 1)] {
            assert_eq!(lines(&list(count)).len(), read);
        }
    }

    #[test]
    fn one_of_a_few_is_meant_by_a_reference_or_a_name() {
        let person = |reference: &str, given: &str, family: &str| Person {
            reference: reference.into(),
            given: given.into(),
            family: family.into(),
            ..Person::default()
        };
        let people = [person("0412", "Ana", "Petrović"), person("0413", "Ana", "Lopes"), person("0414", "Li", "Wei")];
        let ids = || (1..).map(PersonId).zip(&people);
        for (line, meant) in [
            ("0413", vec![2]),
            ("Petrovic, Ana", vec![1]),
            ("Ana Petrović (0412)", vec![1]),
            ("ana", vec![1, 2]),
            ("Li W.", vec![3]),
            ("Ana P.", vec![1]),
            ("Jon", vec![]),
            ("", vec![]),
        ] {
            let found: Vec<_> = meant_among(line, ids()).into_iter().map(|id| id.0).collect();
            assert_eq!(found, meant, "{line}");
        }
    }

    #[test]
    fn a_name_is_named_whole_in_part_or_by_its_beginning() {
        let person = Person { given: "Ana Marija".into(), family: "Petrović-Øye".into(), ..Person::default() };
        for (words, expected) in [
            ("petrovic-oye ana marija", Some(0)),
            ("ana petrovic", Some(1)),
            ("ana", Some(1)),
            ("ana p", Some(2)),
            ("ana ana", None),
            ("anna", None),
            ("mar pet", Some(2)),
        ] {
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            assert_eq!(rank(&words, &person), expected, "{words:?}");
        }
    }
}
