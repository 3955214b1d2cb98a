//! Suppression: which counts are not shown, so that no small one can be reckoned back.
//!
//! Groups are of three or four, so a small count can point at somebody. A count below the threshold is hidden,
//! and with it as many others as it takes: what is left must not give a hidden one back by subtraction, over
//! however many steps, nor say that all those hidden of one sum are together fewer than the threshold.

/// A prime below 2^31: sums, whose factors are 1 and -1, are solved modulo it.
const PRIME: i64 = (1 << 31) - 1;

/// Counts, and what they add up to.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    counts: Vec<u32>,
    sums: Vec<Sum>,
}

/// What a recipient was given of a count last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    Shown(u32),
    /// It was so many, and they were not told.
    Hidden(u32),
}

/// One count that is the sum of others.
#[derive(Debug, Clone)]
struct Sum {
    total: usize,
    parts: Vec<usize>,
}

impl Sum {
    fn cells(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().copied().chain([self.total])
    }
}

impl Counts {
    /// Adds a count; by its place it is named from then on.
    pub fn add(&mut self, count: u32) -> usize {
        self.counts.push(count);
        self.counts.len() - 1
    }

    /// Says that `total` is the sum of `parts`; of one part, that the two are the same.
    pub fn sum(&mut self, total: usize, parts: Vec<usize>) {
        self.sums.push(Sum { total, parts });
    }

    /// The count at a place.
    #[must_use]
    pub fn count(&self, place: usize) -> u32 {
        self.counts.get(place).copied().unwrap_or(0)
    }

    /// Which are hidden below `threshold`. `before` is what the same recipient was given last of each, empty where they
    /// were given nothing yet. They hold it still, so that nothing may be reckoned from both: neither what is hidden
    /// now or was hidden then, nor by how few a count has moved.
    #[must_use]
    pub fn hidden(&self, threshold: u32, before: &[Before]) -> Vec<bool> {
        let stays = |(place, count): (usize, &u32)| {
            *count < threshold
                || match before.get(place) {
                    Some(Before::Shown(shown)) => is_few(i64::from(*count) - i64::from(*shown), threshold),
                    // Shown now it would say what it was then.
                    Some(Before::Hidden(hidden)) => hidden == count,
                    None => false,
                }
        };
        let mut hidden: Vec<bool> = self.counts.iter().enumerate().map(stays).collect();
        loop {
            let more = match self.leak(&hidden, before, threshold) {
                Some(leak) => self.cover(leak, &hidden, before),
                None => self
                    .drift(&hidden, before, threshold)
                    .and_then(|leak| self.blur(leak, &hidden, before).or_else(|| self.cover(leak, &hidden, before))),
            };
            let Some(more) = more else { return hidden };
            hidden[more] = true;
        }
    }

    /// What is known of something gives hidden counts away.
    fn leak(&self, hidden: &[bool], before: &[Before], threshold: u32) -> Option<Leak<'_>> {
        // What stands as it was shown is known, whether it is shown again or not.
        let unknown: Vec<bool> =
            (0..hidden.len()).map(|place| hidden[place] && !self.stands_as_shown(place, before)).collect();
        let few = |sum: &&Sum| {
            let is_known = !unknown[sum.total] && sum.parts.iter().any(|part| unknown[*part]);
            let known: u32 = sum.parts.iter().filter(|part| !unknown[**part]).map(|part| self.counts[*part]).sum();
            let few = is_known && self.counts[sum.total].saturating_sub(known) < threshold;
            few || sum.cells().filter(|cell| unknown[*cell]).count() == 1
        };
        let count = |place: usize| i64::from(self.counts[place]);
        let few = self.sums.iter().find(few).map(Leak::Few);
        few.or_else(|| self.solved(&unknown, &count).first().map(|(place, _)| Leak::Alone(*place)))
    }

    /// What was shown then and is shown now gives away by how few a count has moved, or what was hidden then.
    fn drift(&self, hidden: &[bool], before: &[Before], threshold: u32) -> Option<Leak<'_>> {
        let moved = |place: usize| match before.get(place) {
            Some(Before::Shown(shown)) if !hidden[place] => Some(i64::from(self.counts[place]) - i64::from(*shown)),
            _ => None,
        };
        if before.is_empty() {
            return None;
        }
        let few = |sum: &&Sum| {
            let rest: i64 = sum.parts.iter().filter_map(|part| moved(*part)).sum();
            let is_partly_known = sum.parts.iter().any(|part| moved(*part).is_none());
            moved(sum.total).is_some_and(|total| is_partly_known && is_few(total - rest, threshold))
        };
        let unknown: Vec<bool> = (0..hidden.len()).map(|place| moved(place).is_none()).collect();
        let tells = |(place, by): &&(usize, i64)| {
            let says_what_was = !hidden[*place] && matches!(before.get(*place), Some(Before::Hidden(_)));
            is_few(*by, threshold) || says_what_was
        };
        let few = self.sums.iter().find(few).map(Leak::Few);
        few.or_else(|| {
            let solved = self.solved(&unknown, &|place| moved(place).unwrap_or(0));
            solved.iter().find(tells).map(|(place, _)| Leak::Alone(*place))
        })
    }

    /// Whether the recipient holds the count as it is.
    fn stands_as_shown(&self, place: usize, before: &[Before]) -> bool {
        before.get(place) == Some(&Before::Shown(self.counts[place]))
    }

    /// The unknown ones that have one value only, whatever the others are; `value` is what the known ones have.
    fn solved(&self, unknown: &[bool], value: &dyn Fn(usize) -> i64) -> Vec<(usize, i64)> {
        let places: Vec<usize> = (0..unknown.len()).filter(|place| unknown[*place]).collect();
        let mut rows: Vec<Vec<i64>> = Vec::new();
        for sum in &self.sums {
            // Parts less their total are nothing; what is known of that goes to the other side.
            let mut row = vec![0; places.len() + 1];
            let signed = sum.parts.iter().map(|part| (*part, 1)).chain([(sum.total, -1)]);
            for (place, sign) in signed {
                match places.binary_search(&place) {
                    Ok(column) => row[column] += sign,
                    Err(_) => row[places.len()] -= sign * value(place),
                }
            }
            rows.push(row.into_iter().map(|factor: i64| factor.rem_euclid(PRIME)).collect());
        }
        reduce(&mut rows, places.len());
        let alone = |row: &Vec<i64>| {
            let mut factors = (0..places.len()).filter(|column| row[*column] != 0);
            let only = factors.next().filter(|_| factors.next().is_none())?;
            let value = row[places.len()];
            Some((places[only], if value > PRIME / 2 { value - PRIME } else { value }))
        };
        rows.iter().filter_map(alone).collect()
    }

    /// The count that is hidden next, so that it no longer tells by how many it moved.
    fn blur(&self, leak: Leak, hidden: &[bool], before: &[Before]) -> Option<usize> {
        let is_near = |sum: &&Sum| match leak {
            Leak::Few(few) => std::ptr::eq(*sum, few),
            Leak::Alone(place) => sum.cells().any(|cell| cell == place),
        };
        let has_moved = |place: &usize| {
            let was = before.get(*place).is_some_and(|before| matches!(before, Before::Shown(_)));
            was && !hidden[*place] && !self.stands_as_shown(*place, before)
        };
        let near = self.sums.iter().filter(is_near).flat_map(Sum::cells).filter(has_moved);
        near.min_by_key(|place| (self.counts[*place], *place))
    }

    /// The count that is hidden next; nothing when nothing is left to hide.
    fn cover(&self, leak: Leak, hidden: &[bool], before: &[Before]) -> Option<usize> {
        let shown = |sum: &Sum| sum.parts.iter().copied().filter(|part| !hidden[*part]).collect::<Vec<_>>();
        let of = |place: usize| self.sums.iter().filter(move |sum| sum.cells().any(|cell| cell == place));
        let near = match leak {
            Leak::Few(sum) => vec![sum],
            Leak::Alone(place) => of(place).collect(),
        };
        let mut candidates: Vec<usize> = near.iter().flat_map(|sum| shown(sum)).collect();
        if candidates.is_empty() {
            let sums = near.into_iter().chain(self.sums.iter().filter(|sum| sum.cells().any(|cell| hidden[cell])));
            candidates = sums.flat_map(Sum::cells).filter(|place| !hidden[*place]).collect();
        }
        // Where something is hidden already it costs nothing more; then the smaller says less.
        let fresh = |place: usize| of(place).filter(|sum| !sum.parts.iter().any(|part| hidden[*part])).count();
        // What stands as it was shown hides nothing: it comes last.
        candidates
            .into_iter()
            .min_by_key(|place| (self.stands_as_shown(*place, before), fresh(*place), self.counts[*place], *place))
    }
}

/// Whether so many came or went that they could be pointed at.
fn is_few(moved: i64, threshold: u32) -> bool {
    moved != 0 && moved.unsigned_abs() < threshold.into()
}

/// What gives hidden counts away.
#[derive(Clone, Copy)]
enum Leak<'a> {
    /// All those hidden of a sum that is shown are few together, or one is hidden alone.
    Few(&'a Sum),
    /// This one has one value only.
    Alone(usize),
}

/// Brings the rows into reduced echelon form.
fn reduce(rows: &mut [Vec<i64>], columns: usize) {
    let mut done = 0;
    for column in 0..columns {
        let Some(pivot) = (done..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
        rows.swap(done, pivot);
        let inverse = power(rows[done][column], PRIME - 2);
        for factor in &mut rows[done] {
            *factor = *factor * inverse % PRIME;
        }
        let pivot = rows[done].clone();
        for (at, row) in rows.iter_mut().enumerate() {
            let times = row[column];
            if at != done && times != 0 {
                for (factor, pivot) in row.iter_mut().zip(&pivot).filter(|(_, pivot)| **pivot != 0) {
                    *factor = (*factor - times * pivot % PRIME).rem_euclid(PRIME);
                }
            }
        }
        done += 1;
    }
}

fn power(base: i64, mut exponent: i64) -> i64 {
    let (mut result, mut base) = (1, base);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table with the sums of its lines, of its columns, and of everything, in this order after the cells.
    fn table(cells: &[Vec<u32>]) -> Counts {
        let mut counts = Counts::default();
        let places: Vec<Vec<usize>> =
            cells.iter().map(|line| line.iter().map(|count| counts.add(*count)).collect()).collect();
        let lines: Vec<usize> = cells.iter().map(|line| counts.add(line.iter().sum())).collect();
        let width = cells[0].len();
        let columns: Vec<usize> =
            (0..width).map(|column| counts.add(cells.iter().map(|line| line[column]).sum())).collect();
        let all = counts.add(cells.iter().flatten().sum());
        for (line, places) in lines.iter().zip(&places) {
            counts.sum(*line, places.clone());
        }
        for (column, total) in columns.iter().enumerate() {
            counts.sum(*total, places.iter().map(|line| line[column]).collect());
        }
        counts.sum(all, lines);
        counts.sum(all, columns);
        counts
    }

    #[test]
    fn one_small_count_takes_three_others_along() {
        let counts = table(&[vec![2, 20, 30], vec![40, 50, 60], vec![70, 80, 90]]);
        let hidden = counts.hidden(5, &[]);
        let shown: Vec<usize> = (0..9).filter(|place| hidden[*place]).collect();
        assert_eq!(shown, [0, 1, 3, 4]);
        assert!(hidden[9..].iter().all(|hidden| !hidden));
    }

    #[test]
    fn nothing_is_hidden_where_nothing_is_small() {
        assert!(!table(&[vec![5, 20], vec![40, 50]]).hidden(5, &[]).contains(&true));
    }

    #[test]
    fn a_total_that_is_its_only_part_is_hidden_with_it() {
        let mut counts = Counts::default();
        let (part, total, same) = (counts.add(3), counts.add(3), counts.add(3));
        counts.sum(total, vec![part]);
        counts.sum(same, vec![total]);
        assert_eq!(counts.hidden(5, &[]), [true; 3]);
    }

    #[test]
    fn few_who_came_since_the_last_export_are_not_given_away() {
        use Before::{Hidden, Shown};
        let mut counts = Counts::default();
        for count in [12, 30, 7] {
            counts.add(count);
        }
        // Two more than last time; as last time; not shown last time.
        assert_eq!(counts.hidden(5, &[Shown(10), Shown(30), Hidden(2)]), [true, false, false]);
        // What was hidden and stands as it was stays hidden.
        assert_eq!(counts.hidden(5, &[Shown(12), Shown(30), Hidden(7)]), [false, false, true]);
    }

    #[test]
    fn what_moved_is_not_reckoned_from_two_exports() {
        use Before::{Hidden, Shown};
        let mut counts = Counts::default();
        let places: Vec<usize> = [9, 20, 29].into_iter().map(|count| counts.add(count)).collect();
        counts.sum(places[2], places[..2].to_vec());
        // Three were hidden; six have come since, and by the total and the others everybody could tell both: it is
        // hidden, and with it one of what it is the sum of.
        assert_eq!(counts.hidden(5, &[Hidden(3), Shown(20), Shown(23)]), [true, false, true]);
        // Nothing was given before.
        assert_eq!(counts.hidden(5, &[]), [false; 3]);
        // Two have come, and the total alone would say so: it is hidden, and with it what adds up to it.
        assert_eq!(counts.hidden(5, &[Shown(7), Shown(20), Shown(27)])[..1], [true]);
    }

    /// Everything that what is shown of a table of two lines allows: the least and the most of each count.
    fn possible(counts: &Counts, hidden: &[bool], width: usize, most: u32) -> Vec<(u32, u32)> {
        let mut found = vec![(u32::MAX, 0); hidden.len()];
        let mut cells = vec![vec![0; width]; 2];
        loop {
            let table = table(&cells);
            if (0..hidden.len()).all(|place| hidden[place] || table.count(place) == counts.count(place)) {
                for (place, (least, greatest)) in found.iter_mut().enumerate() {
                    *least = (*least).min(table.count(place));
                    *greatest = (*greatest).max(table.count(place));
                }
            }
            // The next table, as an odometer turns.
            let mut turned = cells.iter_mut().flatten().map(|cell| {
                *cell = if *cell == most { 0 } else { *cell + 1 };
                *cell
            });
            if turned.all(|cell| cell == 0) {
                return found;
            }
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

        /// Whoever tries every table that fits what is shown finds several values for each hidden count.
        #[test]
        fn no_hidden_count_can_be_reckoned_back(cells in proptest::collection::vec(0_u32..12, 4..=4)) {
            let counts = table(&[cells[..2].to_vec(), cells[2..].to_vec()]);
            let hidden = counts.hidden(3, &[]);
            for (place, (least, greatest)) in possible(&counts, &hidden, 2, 14).into_iter().enumerate() {
                if hidden[place] {
                    proptest::prop_assert!(least < greatest, "{cells:?} {hidden:?} {place}");
                } else {
                    proptest::prop_assert!(counts.count(place) >= 3);
                }
            }
        }

        /// Whoever holds the export before tries every way in which things may have moved, and finds several of each
        /// that is not told, none that is few, and nothing of what was hidden then.
        #[test]
        fn nothing_can_be_reckoned_from_this_export_and_the_one_before(
            first in proptest::collection::vec(0_u32..9, 4..=4),
            by in proptest::collection::vec(proptest::sample::select(vec![0_i64, 0, 0, 1, -2, 3, 5]), 4..=4),
        ) {
            let second: Vec<u32> = first.iter().zip(&by).map(|(count, by)| u32::try_from((i64::from(*count) + by).max(0)).unwrap()).collect();
            let (then, now) = (table(&[first[..2].to_vec(), first[2..].to_vec()]), table(&[second[..2].to_vec(), second[2..].to_vec()]));
            let was_hidden = then.hidden(3, &[]);
            let before: Vec<Before> = (0..9).map(|place| {
                if was_hidden[place] { Before::Hidden(then.count(place)) } else { Before::Shown(then.count(place)) }
            }).collect();
            let hidden = now.hidden(3, &before);
            let told = |place: usize| !hidden[place] && !was_hidden[place];
            let mut found = vec![(i64::MAX, i64::MIN); 9];
            for tried in 0..15_i64.pow(4) {
                let cell = |at: u32| tried / 15_i64.pow(at) % 15 - 7;
                let [a, b, c, d] = [cell(0), cell(1), cell(2), cell(3)];
                let moved = [a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d];
                let fits = |place: usize| moved[place] == i64::from(now.count(place)) - i64::from(then.count(place));
                if (0..9).all(|place| !told(place) || fits(place)) {
                    for (place, (least, most)) in found.iter_mut().enumerate() {
                        (*least, *most) = ((*least).min(moved[place]), (*most).max(moved[place]));
                    }
                }
            }
            for (place, (least, most)) in found.into_iter().enumerate() {
                // Where it moved further than was tried nothing is said.
                if least > most {
                    continue;
                }
                let all_is_hidden = hidden.iter().all(|hidden| *hidden);
                proptest::prop_assert!(least < most || !is_few(least, 3) || all_is_hidden, "{first:?} {second:?} {hidden:?} {place}");
                let shows_what_was = !hidden[place] && was_hidden[place];
                proptest::prop_assert!(!shows_what_was || least < most, "{first:?} {second:?} {hidden:?} {place}");
                let same = now.count(place) == then.count(place);
                proptest::prop_assert!(!shows_what_was || !same, "{first:?} {second:?} {hidden:?} {place}");
            }
        }

        /// In larger tables no line and no column has one hidden count alone, nor hidden ones that are few together.
        #[test]
        fn every_hidden_count_has_company(cells in proptest::collection::vec(0_u32..40, 30..=30), threshold in 3_u32..=10) {
            let lines: Vec<Vec<u32>> = cells.chunks(5).map(<[u32]>::to_vec).collect();
            let counts = table(&lines);
            let hidden = counts.hidden(threshold, &[]);
            for (place, count) in counts.counts.iter().enumerate() {
                proptest::prop_assert!(hidden[place] || *count >= threshold);
            }
            proptest::prop_assert!(counts.leak(&hidden, &[], threshold).is_none() || hidden.iter().all(|hidden| *hidden));
            for sum in counts.sums.iter().filter(|sum| !hidden[sum.total]) {
                let parts: Vec<usize> = sum.parts.iter().copied().filter(|part| hidden[*part]).collect();
                let together: u32 = parts.iter().map(|part| counts.count(*part)).sum();
                proptest::prop_assert!(parts.is_empty() || (parts.len() > 1 && together >= threshold));
            }
        }
    }
}
