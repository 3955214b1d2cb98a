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

    /// Which are hidden below `threshold`. `before` is what the same recipient was given last, where it was
    /// shown: a count that moved by less than the threshold would give the few it moved by away.
    #[must_use]
    pub fn hidden(&self, threshold: u32, before: &[Option<u32>]) -> Vec<bool> {
        let moved = |place: usize, count: u32| {
            let before = before.get(place).copied().flatten();
            before.is_some_and(|before| before != count && before.abs_diff(count) < threshold)
        };
        let mut hidden: Vec<bool> =
            self.counts.iter().enumerate().map(|(place, count)| *count < threshold || moved(place, *count)).collect();
        while let Some(more) = self.leak(&hidden, threshold).and_then(|leak| self.cover(leak, &hidden)) {
            hidden[more] = true;
        }
        hidden
    }

    /// What is shown of something gives hidden counts away.
    fn leak(&self, hidden: &[bool], threshold: u32) -> Option<Leak<'_>> {
        let few = |sum: &&Sum| {
            let known = !hidden[sum.total] && sum.parts.iter().any(|part| hidden[*part]);
            let shown: u32 = sum.parts.iter().filter(|part| !hidden[**part]).map(|part| self.counts[*part]).sum();
            let few = known && self.counts[sum.total].saturating_sub(shown) < threshold;
            few || sum.cells().filter(|cell| hidden[*cell]).count() == 1
        };
        let few = self.sums.iter().find(few).map(Leak::Few);
        few.or_else(|| self.determined(hidden).map(Leak::Alone))
    }

    /// A hidden count that has one value only, whatever the others are.
    fn determined(&self, hidden: &[bool]) -> Option<usize> {
        let unknown: Vec<usize> = (0..hidden.len()).filter(|place| hidden[*place]).collect();
        let column = |place: usize| unknown.binary_search(&place).ok();
        let mut rows: Vec<Vec<i64>> = Vec::new();
        for sum in &self.sums {
            let mut row = vec![0; unknown.len()];
            for part in sum.parts.iter().filter_map(|part| column(*part)) {
                row[part] += 1;
            }
            if let Some(total) = column(sum.total) {
                row[total] -= 1;
            }
            rows.push(row.into_iter().map(|factor: i64| factor.rem_euclid(PRIME)).collect());
        }
        reduce(&mut rows, unknown.len());
        let alone = |row: &Vec<i64>| row.iter().filter(|factor| **factor != 0).count() == 1;
        let row = rows.iter().find(|row| alone(row))?;
        unknown.get(row.iter().position(|factor| *factor != 0)?).copied()
    }

    /// The count that is hidden next; nothing when nothing is left to hide.
    fn cover(&self, leak: Leak, hidden: &[bool]) -> Option<usize> {
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
        candidates.into_iter().min_by_key(|place| (fresh(*place), self.counts[*place], *place))
    }
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
        let mut counts = Counts::default();
        for count in [12, 30, 7] {
            counts.add(count);
        }
        // Two more than last time; as last time; not shown last time.
        assert_eq!(counts.hidden(5, &[Some(10), Some(30), None]), [true, false, false]);
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

        /// In larger tables no line and no column has one hidden count alone, nor hidden ones that are few together.
        #[test]
        fn every_hidden_count_has_company(cells in proptest::collection::vec(0_u32..40, 30..=30), threshold in 3_u32..=10) {
            let lines: Vec<Vec<u32>> = cells.chunks(5).map(<[u32]>::to_vec).collect();
            let counts = table(&lines);
            let hidden = counts.hidden(threshold, &[]);
            for (place, count) in counts.counts.iter().enumerate() {
                proptest::prop_assert!(hidden[place] || *count >= threshold);
            }
            proptest::prop_assert!(counts.leak(&hidden, threshold).is_none() || hidden.iter().all(|hidden| *hidden));
            for sum in counts.sums.iter().filter(|sum| !hidden[sum.total]) {
                let parts: Vec<usize> = sum.parts.iter().copied().filter(|part| hidden[*part]).collect();
                let together: u32 = parts.iter().map(|part| counts.count(*part)).sum();
                proptest::prop_assert!(parts.is_empty() || (parts.len() > 1 && together >= threshold));
            }
        }
    }
}
