//! Folding: how many lines each part of the screen gets when not all of them fit.

/// A part of the screen: how many lines it would take, and how few it gets at the least when others need
/// theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wish {
    pub lines: usize,
    pub least: usize,
}

/// The lines of each part on `height` lines, those before others in order being those that matter more:
/// everything that fits, else the least of each, and what is left over to the first that wants it.
pub(super) fn shares(wishes: &[Wish], height: usize) -> Vec<usize> {
    let mut shares: Vec<usize> = wishes.iter().map(|wish| wish.lines.min(wish.least)).collect();
    let mut spare = height.saturating_sub(shares.iter().sum());
    for (share, wish) in shares.iter_mut().zip(wishes) {
        let more = (wish.lines - *share).min(spare);
        *share += more;
        spare -= more;
    }
    shares
}

/// Which of some things are seen on `share` lines, by how many lines each takes: all, or those of the best
/// `rank` (the lowest; of equals the first) beside a line that says how many there are more. Always the best
/// one.
pub(super) fn seen(things: &[(usize, u8)], share: usize) -> Vec<usize> {
    if things.iter().map(|(lines, _)| lines).sum::<usize>() <= share {
        return (0..things.len()).collect();
    }
    let mut order: Vec<usize> = (0..things.len()).collect();
    order.sort_by_key(|at| things[*at].1);
    let mut left = share.saturating_sub(1);
    let mut seen = Vec::new();
    for at in order {
        if !seen.is_empty() && things[at].0 > left {
            break;
        }
        left = left.saturating_sub(things[at].0);
        seen.push(at);
    }
    seen.sort_unstable();
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_folded_by_what_matters() {
        let wish = |lines, least| Wish { lines, least };
        for (wishes, height, expected) in [
            (vec![wish(3, 4), wish(2, 3)], 9, vec![3, 2]),
            (vec![wish(12, 4), wish(5, 3), wish(8, 2)], 16, vec![11, 3, 2]),
            (vec![wish(6, 4), wish(5, 3), wish(8, 2)], 16, vec![6, 5, 5]),
            (vec![wish(12, 4), wish(5, 3)], 3, vec![4, 3]),
            (vec![], 9, vec![]),
        ] {
            assert_eq!(shares(&wishes, height), expected, "{wishes:?}");
        }
    }

    #[test]
    fn the_best_are_seen_in_their_order() {
        for (things, share, expected) in [
            (vec![(1, 0), (1, 1), (1, 0)], 3, vec![0, 1, 2]),
            // A line for those that are not seen.
            (vec![(1, 1), (1, 0), (1, 0), (1, 0)], 3, vec![1, 2]),
            (vec![(1, 1), (2, 0), (1, 0)], 3, vec![1]),
            (vec![(2, 0), (1, 0)], 1, vec![0]),
            (vec![], 1, vec![]),
        ] {
            assert_eq!(seen(&things, share), expected, "{things:?}");
        }
    }
}
