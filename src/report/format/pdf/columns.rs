//! How wide the columns of a table are on paper, and which stand beside each other.

/// How wide a column has to be, in points, and how wide it is where nothing in it is broken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wide {
    pub least: f32,
    pub most: f32,
}

/// Which columns stand beside each other: each panel begins with the `keys` first ones, and none is left with what the
/// others had no room for.
pub(super) fn panels(columns: &[Wide], keys: usize, width: f32) -> Vec<Vec<usize>> {
    let full = filled(columns, keys, width);
    let narrower = (1_u16..).map(|step| width - f32::from(step) * 10.0).take_while(|narrow| *narrow > 0.0);
    let as_many = narrower.map(|narrow| filled(columns, keys, narrow)).take_while(|panels| panels.len() == full.len());
    as_many.last().unwrap_or(full)
}

/// Panels that are filled one after the other.
fn filled(columns: &[Wide], keys: usize, width: f32) -> Vec<Vec<usize>> {
    let named: Vec<usize> = (0..keys).collect();
    let start: f32 = columns.iter().take(keys).map(|wide| wide.least).sum();
    let (mut panels, mut panel, mut taken) = (Vec::new(), named.clone(), start);
    for (column, wide) in columns.iter().enumerate().skip(keys) {
        if panel.len() > keys && taken + wide.least > width {
            panels.push(std::mem::replace(&mut panel, named.clone()));
            taken = start;
        }
        taken += wide.least;
        panel.push(column);
    }
    panels.push(panel);
    panels
}

/// How wide the columns of a panel are: those that ask for little beyond their least are given it first, so that as
/// few as possible are broken.
pub(super) fn shared(panel: &[usize], columns: &[Wide], width: f32) -> Vec<f32> {
    let columns: Vec<Wide> = panel.iter().filter_map(|column| columns.get(*column)).copied().collect();
    let mut widths: Vec<f32> = columns.iter().map(|wide| wide.least).collect();
    let mut asking: Vec<(usize, f32)> = columns.iter().map(|wide| wide.most - wide.least).enumerate().collect();
    asking.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let mut left = (width - widths.iter().sum::<f32>()).max(0.0);
    for (served, (column, asked)) in asking.iter().enumerate() {
        let equal = left / f32::from(u16::try_from(asking.len() - served).unwrap_or(u16::MAX));
        let given = asked.min(equal);
        if let Some(wide) = widths.get_mut(*column) {
            *wide += given;
        }
        left -= given;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(columns: &[(f32, f32)]) -> Vec<Wide> {
        columns.iter().map(|(least, most)| Wide { least: *least, most: *most }).collect()
    }

    #[test]
    fn columns_that_do_not_fit_go_on_below_evenly_with_the_keys_again() {
        let five = wide(&[(20.0, 20.0); 5]);
        for (width, expected) in [
            (100.0, vec![vec![0, 1, 2, 3, 4]]),
            (80.0, vec![vec![0, 1, 2], vec![0, 3, 4]]),
            (60.0, vec![vec![0, 1, 2], vec![0, 3, 4]]),
            (40.0, vec![vec![0, 1], vec![0, 2], vec![0, 3], vec![0, 4]]),
            // One column is always there, whatever there is room for.
            (10.0, vec![vec![0, 1], vec![0, 2], vec![0, 3], vec![0, 4]]),
        ] {
            assert_eq!(panels(&five, 1, width), expected, "{width}");
        }
    }

    #[test]
    fn what_is_left_goes_first_to_those_that_ask_for_little() {
        let columns = wide(&[(20.0, 30.0), (20.0, 220.0), (10.0, 10.0), (20.0, 120.0)]);
        let all = [0, 1, 2, 3];
        for (width, expected) in [
            (70.0, [20.0, 20.0, 10.0, 20.0]),
            (100.0, [30.0, 30.0, 10.0, 30.0]),
            (180.0, [30.0, 70.0, 10.0, 70.0]),
            (1000.0, [30.0, 220.0, 10.0, 120.0]),
        ] {
            assert_eq!(shared(&all, &columns, width), expected, "{width}");
        }
    }
}
