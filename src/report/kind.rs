//! What can be written and how: the one list that the desk, the command line and every document ask.

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Report {
    /// People × sessions with their totals; of all groups, one line per mark.
    Register,
    /// One line per person and session, to count again.
    Marks,
    /// What happened at one session.
    Session,
    /// The figures of one group.
    Group,
    /// Everything recorded of one person, for staff.
    Person,
    /// What one person took part in, for that person: in their language too, and never a note of staff.
    Sheet,
    /// The plan of one person, for that person: in their language too, and never a note of staff.
    Plan,
    /// What one recipient may be told about one person.
    HandOver,
    /// What one person who completed took part in.
    Certificate,
    /// The figures of several groups, added up.
    Evaluation,
    /// What is not recorded yet, and what was granted.
    Completeness,
    /// What is due of pathways, also for calendars.
    Duties,
    /// Which rules of the standards are served, and what is missing.
    Coverage,
    /// What is to be done better; who is trained for what.
    ActionPlan,
    /// What was recorded, by whom and when.
    Journal,
    /// Sessions with their dates, also for calendars.
    Timetable,
    /// Registers and figures of some groups in one file that the desk signs, for a supervisor.
    Bundle,
}

/// What a report has to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// One group.
    Group,
    /// One session of one group.
    Session,
    /// One person in one group.
    Member,
    /// One person.
    Person,
    /// One person, and somebody who may be told about them.
    Partner,
    /// Some groups, or all of them, and a period.
    Groups,
    /// One group, one person or everything, and a period.
    Anything,
}

/// The personal data that a report holds: what whoever receives it learns about people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// Counts alone; small ones can still point at somebody.
    Counts,
    /// Names and attendance.
    Attendance,
    /// Names, attendance, and what staff wrote.
    Notes,
    /// A name, and what was agreed with the person: no note of staff.
    Plans,
    /// The names of facilitators alone.
    Staff,
    /// Attendance of people under words that only this store can tell apart.
    Pseudonyms,
}

impl Personal {
    /// The message that says it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Counts => "personal-counts",
            Self::Attendance => "personal-attendance",
            Self::Notes => "personal-notes",
            Self::Plans => "personal-plans",
            Self::Staff => "personal-staff",
            Self::Pseudonyms => "personal-pseudonyms",
        }
    }
}

impl Report {
    pub const ALL: [Self; 17] = [
        Self::Register,
        Self::Marks,
        Self::Session,
        Self::Group,
        Self::Person,
        Self::Sheet,
        Self::Plan,
        Self::HandOver,
        Self::Certificate,
        Self::Evaluation,
        Self::Completeness,
        Self::Duties,
        Self::Coverage,
        Self::ActionPlan,
        Self::Journal,
        Self::Timetable,
        Self::Bundle,
    ];

    /// Its name on the command line and in file names: in no language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Marks => "marks",
            Self::Session => "session",
            Self::Group => "group",
            Self::Person => "person",
            Self::Sheet => "sheet",
            Self::Plan => "plan",
            Self::HandOver => "hand-over",
            Self::Coverage => "coverage",
            Self::ActionPlan => "action-plan",
            Self::Certificate => "certificate",
            Self::Evaluation => "evaluation",
            Self::Completeness => "completeness",
            Self::Duties => "duties",
            Self::Journal => "journal",
            Self::Timetable => "timetable",
            Self::Bundle => "bundle",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Register => "report-register",
            Self::Marks => "report-long-form",
            Self::Session => "report-session-record",
            Self::Group => "report-group",
            Self::Person => "report-person-record",
            Self::Sheet => "report-sheet",
            Self::Plan => "report-plan",
            Self::HandOver => "report-hand-over",
            Self::Coverage => "report-coverage",
            Self::ActionPlan => "report-action-plan",
            Self::Certificate => "report-certificate",
            Self::Evaluation => "report-evaluation",
            Self::Completeness => "report-completeness",
            Self::Duties => "report-duties",
            Self::Journal => "report-journal",
            Self::Timetable => "report-timetable",
            Self::Bundle => "report-bundle",
        }
    }

    /// From its name on the command line.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|report| report.id() == id)
    }

    /// What it has to be told.
    #[must_use]
    pub fn of(self) -> Of {
        match self {
            Self::Register | Self::Group => Of::Group,
            Self::Session => Of::Session,
            Self::Certificate => Of::Member,
            Self::Person | Self::Sheet | Self::Plan => Of::Person,
            Self::HandOver => Of::Partner,
            Self::Marks | Self::Evaluation | Self::Completeness | Self::Duties | Self::Timetable | Self::Bundle => {
                Of::Groups
            }
            Self::Journal | Self::Coverage | Self::ActionPlan => Of::Anything,
        }
    }

    /// What it holds about people.
    #[must_use]
    pub fn personal(self) -> Personal {
        match self {
            Self::Evaluation | Self::Coverage => Personal::Counts,
            Self::Plan | Self::HandOver => Personal::Plans,
            Self::Sheet | Self::Certificate => Personal::Attendance,
            Self::ActionPlan | Self::Timetable => Personal::Staff,
            _ => Personal::Notes,
        }
    }

    /// How it can be written; the first where nobody says.
    #[must_use]
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::Timetable | Self::Duties => DATED,
            Self::Bundle => &[Format::Bundle],
            Self::Plan | Self::HandOver => SHEETS,
            Self::Register | Self::Sheet | Self::Certificate => SIGNED,
            _ => EVERY,
        }
    }
}

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    Csv,
    Xlsx,
    Markdown,
    Json,
    Html,
    /// With fonts of its own, for what is signed and handed out.
    Pdf,
    /// For calendars.
    Ics,
    /// Signed, for `onward review`.
    Bundle,
}

/// Every format of tables.
pub const EVERY: &[Format] = &[Format::Csv, Format::Xlsx, Format::Markdown, Format::Json, Format::Html];
/// What is signed, and handed out on paper.
pub const SIGNED: &[Format] = &[Format::Csv, Format::Xlsx, Format::Markdown, Format::Json, Format::Html, Format::Pdf];
/// Those of tables, and that of calendars.
pub const DATED: &[Format] = &[Format::Csv, Format::Xlsx, Format::Markdown, Format::Json, Format::Html, Format::Ics];
/// CSV has one header row: it writes one table of a report, and these write the others.
pub const READ: &[Format] = &[Format::Xlsx, Format::Markdown, Format::Json, Format::Html];
/// What is printed and read, and tells machines nothing new.
pub const PAPER: &[Format] = &[Format::Xlsx, Format::Markdown, Format::Html];
/// What somebody takes along.
pub const SHEETS: &[Format] = &[Format::Html, Format::Markdown];
/// What is for counting again, and too long to be read beside its own totals.
pub const COUNTED: &[Format] = &[Format::Csv, Format::Xlsx, Format::Json];

impl Format {
    pub const ALL: [Self; 8] =
        [Self::Csv, Self::Xlsx, Self::Markdown, Self::Json, Self::Html, Self::Pdf, Self::Ics, Self::Bundle];

    /// Its name on the command line, which is the ending of its files too.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Ics => "ics",
            Self::Bundle => "onward",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Csv => "format-csv",
            Self::Xlsx => "format-xlsx",
            Self::Markdown => "format-md",
            Self::Json => "format-json",
            Self::Html => "format-html",
            Self::Pdf => "format-pdf",
            Self::Ics => "format-ics",
            Self::Bundle => "format-bundle",
        }
    }

    /// Whether it is no text that a terminal could show.
    #[must_use]
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Pdf)
    }

    /// From its name on the command line.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// What stands between the fields of a CSV file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Delimiter {
    #[default]
    Comma,
    Semicolon,
    Tab,
    Bar,
}

impl Delimiter {
    /// The byte itself.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// From the character, or from `tab` or `\t`, which a shell passes on more easily.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        match text {
            "," => Some(Self::Comma),
            ";" => Some(Self::Semicolon),
            "\t" | "\\t" | "tab" => Some(Self::Tab),
            "|" => Some(Self::Bar),
            _ => None,
        }
    }

    /// What spreadsheets of a language expect: a semicolon where the comma parts decimals.
    #[must_use]
    pub fn usual(tag: &str) -> Self {
        if tag == "en" { Self::Comma } else { Self::Semicolon }
    }
}
