//! What a screen may ask: the record, the programmes, the words, the time. It changes nothing.

use crate::domain::closed::ClosedDays;
use crate::domain::group::Group;
use crate::domain::id::{GroupId, Ids};
use crate::domain::profile::Profile;
use crate::domain::programme::{Course, Programme};
use crate::domain::record::{About, Failure, GroupRecord, Reads, Stamp};
use crate::domain::shelf::{Programmes, Services};
use crate::domain::training::{self, Lacking};
use crate::i18n::Words;
use crate::report::Request;
use crate::report::review::Review;
use crate::tui::keymap::Keymap;
use crate::tui::manuscript::Manuscript;
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::path::Path;
use std::sync::Arc;

/// A programme file that could not be taken, or something said about one, already in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub is_error: bool,
    pub text: String,
    /// The id of the programme that it is about, where it is known.
    pub about: Option<String>,
}

/// A report that was counted beside the desk, as its preview says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub request: Request,
    /// Columns that its lines were laid out in.
    pub width: usize,
    /// The tag of the language that they are in.
    pub language: &'static str,
    pub lines: Vec<String>,
}

/// What the desk stands on for one turn.
pub struct Desk<'a> {
    pub reads: &'a dyn Reads,
    pub programmes: &'a Programmes,
    /// What recipients outside are given.
    pub profiles: &'a [Arc<Profile>],
    /// What can be done for one person, and who does it.
    pub services: &'a Services,
    /// When the prison runs no groups.
    pub closed: &'a ClosedDays,
    pub remarks: &'a [Remark],
    /// The files that a trainer works on.
    pub manuscripts: &'a [Manuscript],
    /// The bundles that a supervisor reviews.
    pub review: Option<&'a Review>,
    pub words: &'a Words,
    pub keymap: &'a Keymap,
    pub actor: &'a str,
    pub now: DateTime<FixedOffset>,
    pub ids: &'a mut Ids,
    /// What was copied in the desk last.
    pub copied: Option<&'a str>,
    /// Whether the terminal may take what is copied, for other programs.
    pub clipboard: bool,
    /// The preview that was counted last, while nothing has changed since.
    pub counted: Option<&'a Counted>,
    /// Columns of the terminal.
    pub columns: u16,
    /// Where exports are offered to go.
    pub exports: &'a Path,
    /// Whether everything here is invented.
    pub demo: bool,
}

impl std::fmt::Debug for Desk<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Desk({}, {})", self.actor, self.now)
    }
}

impl Desk<'_> {
    /// The date on the wall.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// A new identifier.
    pub fn new_id(&mut self) -> i64 {
        self.ids.next(self.now.timestamp_millis())
    }

    /// Who records now.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp { actor: self.actor.to_owned(), at: self.now }
    }

    /// The language whose alphabet sorts names.
    #[must_use]
    pub fn order(&self) -> &'static str {
        self.words.locale().tag
    }

    /// Every version of every programme.
    #[must_use]
    pub fn courses(&self) -> Vec<Course> {
        self.programmes.iter().flat_map(Programme::courses).collect()
    }

    /// What was found in the file of the programme with this id, and in what translates it.
    #[must_use]
    pub fn remarks_on(&self, programme: &str) -> Vec<Remark> {
        self.remarks.iter().filter(|remark| remark.about.as_deref() == Some(programme)).cloned().collect()
    }

    /// Everything of a group, its people named as they may be where the screen stands: for screens that a
    /// whole group may see. What is recorded there is never a person.
    ///
    /// # Errors
    /// What the record says.
    pub fn group(&self, id: GroupId) -> Result<Option<GroupRecord>, Failure> {
        let record = self.reads.group(id, self.order())?;
        Ok(if self.words.is_room_safe() { record.map(GroupRecord::in_initials) } else { record })
    }

    /// What whoever runs a group lacks of the training that its programme asks for.
    ///
    /// # Errors
    /// What the record says.
    pub fn lacking(&self, group: &Group, course: &Course) -> Result<Vec<Lacking>, Failure> {
        if course.trained.is_empty() {
            return Ok(Vec::new());
        }
        let had = training::recorded(self.reads.standing("training", About::Everything)?);
        Ok(training::lacking_in(group, course, &had, self.today()))
    }

    /// A failure in words: what happened, why, what to do next.
    #[must_use]
    pub fn failure(&self, failure: &Failure) -> String {
        self.words.failure(failure)
    }
}
