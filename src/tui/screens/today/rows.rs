//! What stands on the first screen, and where each line of it leads.

use crate::domain::group::SessionState;
use crate::domain::id::{GroupId, SessionId};
use crate::domain::record::{Failure, GroupRecord, GroupRow, GroupsQuery, ReleaseWatch, SessionRow, Window};
use crate::tui::desk::{Desk, Remark};
use crate::tui::effect::Place;
use crate::tui::keymap::Action;
use chrono::Days;

/// Days before its start in which a group that is too small is pointed out.
const SOON: u64 = 14;
/// Lines of one kind at the most, apart from today's sessions.
const MOST: usize = 8;

/// Something that can be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    Session(SessionRow),
    /// A session before today that is not recorded, or not wholly.
    Forgotten(SessionRow),
    Release(ReleaseWatch),
    /// A group that starts soon with fewer people than its programme asks for.
    Small {
        group: Box<GroupRow>,
        least: u8,
    },
    Coming(SessionRow),
    Remark(Remark),
    /// What can be done when there is nothing yet.
    Offer(Action),
}

/// One line of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    Blank,
    /// The message of a heading.
    Heading(&'static str),
    /// The message of a sentence.
    Sentence(&'static str),
    /// The row with this index.
    Row(usize),
    /// What runs now in the session above.
    Now(SessionId),
}

impl Row {
    /// Where the work is.
    pub(super) fn work(&self) -> Option<Place> {
        match self {
            Self::Session(_) | Self::Forgotten(_) | Self::Coming(_) => self.room(),
            Self::Release(watch) => Some(Place::Group(watch.group)),
            Self::Small { group, .. } => Some(Place::PickPeople(group.id)),
            Self::Remark(_) => Some(Place::Programmes),
            Self::Offer(_) => None,
        }
    }

    /// The room of a session.
    pub(super) fn room(&self) -> Option<Place> {
        match self {
            Self::Session(row) | Self::Forgotten(row) | Self::Coming(row) => {
                Some(Place::Room { group: row.session.group, session: row.id })
            }
            _ => None,
        }
    }

    /// Whether it is a session that is running, or still ahead today.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Session(row) if !row.session.state.is_cancelled() && !matches!(row.session.state, SessionState::Held { .. }))
    }

    /// The group in question.
    pub(super) fn group(&self) -> Option<GroupId> {
        match self {
            Self::Session(row) | Self::Forgotten(row) | Self::Coming(row) => Some(row.session.group),
            Self::Release(watch) => Some(watch.group),
            Self::Small { group, .. } => Some(group.id),
            Self::Remark(_) | Self::Offer(_) => None,
        }
    }
}

/// Everything that is read, and the lines that show it.
pub(super) fn read(desk: &Desk) -> Result<(Vec<Row>, Vec<Line>), Failure> {
    let today = desk.today();
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    let sessions = desk.reads.sessions_on(today)?;
    let forgotten = desk.reads.sessions_forgotten(today, MOST)?;
    let coming = desk.reads.sessions_after(today, MOST)?;
    let is_new = sessions.is_empty() && forgotten.is_empty() && coming.is_empty();
    let is_empty = is_new && desk.reads.is_empty()?;

    let mut watch: Vec<Row> = forgotten.into_iter().map(Row::Forgotten).collect();
    watch.extend(desk.reads.release_watch(today, MOST)?.into_iter().map(Row::Release));
    watch.extend(small(desk)?);

    if is_empty {
        lines.extend([Line::Heading("today-nobody"), Line::Sentence("today-nobody-then"), Line::Blank]);
        let offers = [Action::Add, Action::Import, Action::SamplePeople];
        add(&mut rows, &mut lines, offers.into_iter().map(Row::Offer));
    } else if sessions.is_empty() {
        lines.extend([Line::Heading("today-sessions"), Line::Sentence("today-no-session")]);
    } else {
        lines.push(Line::Heading("today-sessions"));
        for session in sessions {
            let now = matches!(session.session.state, SessionState::Running { .. }).then_some(Line::Now(session.id));
            add(&mut rows, &mut lines, [Row::Session(session)]);
            lines.extend(now);
        }
    }
    if is_new && !is_empty {
        lines.extend([Line::Blank, Line::Sentence("today-nothing-planned")]);
        add(&mut rows, &mut lines, [Action::NewGroup, Action::People].into_iter().map(Row::Offer));
    }
    section(&mut rows, &mut lines, "today-watch", watch);
    section(&mut rows, &mut lines, "today-coming", coming.into_iter().map(Row::Coming).collect());
    section(&mut rows, &mut lines, "today-files", desk.remarks.iter().cloned().map(Row::Remark).collect());
    Ok((rows, lines))
}

/// Everything of the groups whose session runs today: what their room would say is said here too.
pub(super) fn running(rows: &[Row], desk: &Desk) -> Result<Vec<(SessionId, GroupRecord)>, Failure> {
    let mut found = Vec::new();
    for row in rows {
        let Row::Session(session) = row else { continue };
        if !matches!(session.session.state, SessionState::Running { .. }) {
            continue;
        }
        if let Some(record) = desk.reads.group(session.session.group, desk.order())? {
            found.push((session.id, record));
        }
    }
    Ok(found)
}

/// Groups that start soon with too few people.
fn small(desk: &Desk) -> Result<Vec<Row>, Failure> {
    let query = GroupsQuery { text: String::new(), unfinished: true };
    let (today, soon) = (desk.today(), desk.today() + Days::new(SOON));
    let mut found = Vec::new();
    for row in desk.reads.groups(&query, &Window::Start, 4 * MOST)? {
        let group = row.value;
        if group.group.start < today || group.group.start > soon || group.held > 0 {
            continue;
        }
        let Some(course) = desk.reads.course(group.group.course)? else { continue };
        let least = course.group_size.min;
        if group.people < u32::from(least) {
            found.push(Row::Small { group: Box::new(group), least });
        }
    }
    // The soonest first: groups are read by their start, the latest first.
    found.reverse();
    Ok(found)
}

fn section(rows: &mut Vec<Row>, lines: &mut Vec<Line>, heading: &'static str, new: Vec<Row>) {
    if !new.is_empty() {
        lines.extend([Line::Blank, Line::Heading(heading)]);
        add(rows, lines, new);
    }
}

fn add(rows: &mut Vec<Row>, lines: &mut Vec<Line>, new: impl IntoIterator<Item = Row>) {
    for row in new {
        lines.push(Line::Row(rows.len()));
        rows.push(row);
    }
}
