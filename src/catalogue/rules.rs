//! What must hold of a file beyond its form: for each kind of file a list of small rules.

mod agency;
mod closed;
mod guide;
mod pathway;
mod programme;
mod questions;

use super::check::Check;
use super::finding::What;
use super::near::nearest;
use super::tree::Path;
use crate::domain::agency::Directory;
use crate::domain::closed::ClosedDays;
use crate::domain::guide::Guide;
use crate::domain::pathway::Pathway;
use crate::domain::programme::Programme;
use crate::domain::translation::Translation;
use chrono::NaiveDate;

/// What is loaded from a file, with the rules that it must keep, seen from a day.
pub(super) trait Ruled {
    fn check(&self, check: &mut Check, today: NaiveDate);
}

impl Ruled for Programme {
    fn check(&self, check: &mut Check, today: NaiveDate) {
        reviewed(check, self.as_of, self.review_by, today);
        for rule in programme::RULES {
            rule(check, self);
        }
    }
}

impl Ruled for Pathway {
    fn check(&self, check: &mut Check, today: NaiveDate) {
        reviewed(check, self.as_of, self.review_by, today);
        for rule in pathway::RULES {
            rule(check, self);
        }
    }
}

impl Ruled for Guide {
    fn check(&self, check: &mut Check, today: NaiveDate) {
        reviewed(check, self.as_of, self.review_by, today);
        guide::check(check, self);
    }
}

impl Ruled for Directory {
    fn check(&self, check: &mut Check, today: NaiveDate) {
        reviewed(check, self.as_of, self.review_by, today);
        agency::check(check, self, today);
    }
}

impl Ruled for ClosedDays {
    fn check(&self, check: &mut Check, today: NaiveDate) {
        closed::check(check, self, today);
    }
}

impl Ruled for Translation {
    /// It is held against what it translates, where that is at hand.
    fn check(&self, _: &mut Check, _: NaiveDate) {}
}

/// The two dates of content that can grow old.
fn reviewed(check: &mut Check, as_of: NaiveDate, review_by: NaiveDate, today: NaiveDate) {
    reviewed_at(check, &Path::Root, as_of, review_by, today);
}

fn reviewed_at(check: &mut Check, part: &Path, as_of: NaiveDate, review_by: NaiveDate, today: NaiveDate) {
    let path = part.key("review_by");
    if review_by < as_of && check.whole(&part.key("as_of")) && check.whole(&path) {
        check.error(&path, What::new("finding-review-before").with("as_of", as_of));
    } else if review_by < today {
        check.warning(&path, What::new("finding-review-past").with("date", review_by));
    }
}

/// A reference to nothing: `plain` with the reference as `name`, or `near` with what was probably meant too.
fn nothing<'a>(
    plain: &'static str,
    near: &'static str,
    name: &'static str,
    id: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> What {
    match nearest(id, known) {
        Some(meant) => What::new(near).with(name, id).with("near", meant),
        None => What::new(plain).with(name, id),
    }
}
