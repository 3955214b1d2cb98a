//! What may stand in the files of trainers: the one description from which faults are told, suggestions are
//! made, scaffolds are written and the reference is printed. A test holds it to the types that are loaded.

mod agency;
mod closed;
mod guide;
mod pathway;
mod programme;
mod translation;

use crate::domain::text::{LINE, NOTE};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Programme,
    Pathway,
    Guide,
    Directory,
    ClosedDays,
    Translation,
}

impl Kind {
    /// Every kind, in the order of the reference.
    pub const ALL: [Self; 6] =
        [Self::Programme, Self::Pathway, Self::Guide, Self::Directory, Self::ClosedDays, Self::Translation];

    /// The fields of the whole file.
    #[must_use]
    pub fn fields(self) -> &'static Fields {
        match self {
            Self::Programme => &programme::PROGRAMME,
            Self::Pathway => &pathway::PATHWAY,
            Self::Guide => &guide::GUIDE,
            Self::Directory => &agency::DIRECTORY,
            Self::ClosedDays => &closed::CLOSED_DAYS,
            Self::Translation => &translation::TRANSLATION,
        }
    }

    /// The folder, under that of the programmes, whose files are of this kind.
    #[must_use]
    pub fn folder(self) -> Option<&'static str> {
        match self {
            Self::Pathway => Some("pathways"),
            Self::Guide => Some("guides"),
            Self::Directory => Some("directory"),
            Self::Programme | Self::ClosedDays | Self::Translation => None,
        }
    }

    /// The kind of a file in the folder of this name.
    #[must_use]
    pub fn of_folder(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == Some(name))
    }

    /// The kind of a file that has fields of these names at the top: the one that knows most of them and
    /// misses the fewest; a programme when none does.
    #[must_use]
    pub fn likely(names: &[&str]) -> Self {
        let score = |kind: &Self| {
            let fields = kind.fields();
            let known = names.iter().filter(|name| fields.field(name).is_some()).count();
            let missed = fields.fields.iter().filter(|field| field.absent.is_none());
            let missed = missed.filter(|field| !names.contains(&field.name)).count();
            (known, std::cmp::Reverse(missed))
        };
        // The first of those that are equal.
        Self::ALL.into_iter().rev().max_by_key(score).unwrap_or(Self::Programme)
    }
}

/// What a text for people is for, and with that how long it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Must be there, and fit on a line of a list.
    Title,
    /// As a title; longer than this it is cut in the room, which is worth a warning.
    Heading,
    /// Must be there; read at a glance in the room.
    Line,
    /// Must be there.
    Text,
    /// May be left out.
    Optional,
}

impl Use {
    /// The most characters that are accepted.
    #[must_use]
    pub fn most(self) -> usize {
        if matches!(self, Self::Title | Self::Heading) { LINE } else { NOTE }
    }

    /// The most characters that the room shows at 80×24 without cutting or breaking.
    #[must_use]
    pub fn fits(self) -> Option<usize> {
        match self {
            Self::Heading => Some(40),
            Self::Line => Some(72),
            Self::Title | Self::Text | Self::Optional => None,
        }
    }
}

/// What a value may be.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Words for people: one text, or one for each language.
    Text(Use),
    /// Words that are in no language, or in whatever language they are: a name, an address, a source.
    Plain {
        most: usize,
    },
    /// As [`Shape::Plain`], and empty until somebody has written it.
    Unwritten,
    /// What the part is called elsewhere: small letters, digits and hyphens; no two in a list the same.
    Id,
    /// The id of another part, of this kind.
    IdOf(&'static str),
    Date,
    MonthDay,
    Language,
    Country,
    Standard,
    /// The mark of a text that was translated.
    Digest,
    /// A whole number of this type.
    Number(Number),
    YesNo,
    Maybe(&'static Shape),
    List(&'static Shape),
    Fields(&'static Fields),
    Choice(&'static Choice),
}

/// A type of whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    U8,
    U16,
    U32,
    I8,
    I16,
    I32,
}

impl Number {
    /// The least and the greatest.
    #[must_use]
    pub fn range(self) -> (i64, i64) {
        match self {
            Self::U8 => (0, u8::MAX.into()),
            Self::U16 => (0, u16::MAX.into()),
            Self::U32 => (0, u32::MAX.into()),
            Self::I8 => (i8::MIN.into(), i8::MAX.into()),
            Self::I16 => (i16::MIN.into(), i16::MAX.into()),
            Self::I32 => (i32::MIN.into(), i32::MAX.into()),
        }
    }
}

/// Named fields in round brackets.
#[derive(Debug)]
pub struct Fields {
    /// As the type is called: may stand before the bracket.
    pub name: &'static str,
    /// The message that says what it is.
    pub about: &'static str,
    pub fields: &'static [Field],
}

impl Fields {
    /// The field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// One field.
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub shape: Shape,
    /// What it means when it is left out, as it would be written; `None` when it must be there.
    pub absent: Option<&'static str>,
    /// The message that says what it is for.
    pub about: &'static str,
}

/// One of several.
#[derive(Debug)]
pub struct Choice {
    pub name: &'static str,
    pub about: &'static str,
    pub options: &'static [Variant],
}

impl Choice {
    /// The option of this name.
    #[must_use]
    pub fn option(&self, name: &str) -> Option<&'static Variant> {
        self.options.iter().find(|option| option.name == name)
    }
}

/// One of the options of a choice.
#[derive(Debug)]
pub struct Variant {
    pub name: &'static str,
    pub holds: Holds,
    pub about: &'static str,
}

/// What stands in the brackets after the name of an option.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    Nothing,
    /// These, in this order.
    Values(&'static [Shape]),
    Fields(&'static [Field]),
}

/// Fields, each `name: shape, "about"`, with `= "default"` where it may be left out.
macro_rules! fields {
    ($($name:literal: $shape:expr, $about:literal $(= $absent:literal)?;)+) => {
        &[$($crate::catalogue::shape::Field {
            name: $name,
            shape: $shape,
            absent: fields!(@absent $($absent)?),
            about: $about,
        }),+]
    };
    (@absent) => { None };
    (@absent $absent:literal) => { Some($absent) };
}

/// Options, each `Name, "about"`, with what it holds in brackets.
macro_rules! options {
    ($($name:ident $(($($shape:expr),+))? $({ $($fields:tt)+ })?, $about:literal;)+) => {
        &[$($crate::catalogue::shape::Variant {
            name: stringify!($name),
            holds: options!(@holds [$($($shape),+)?] [$($($fields)+)?]),
            about: $about,
        }),+]
    };
    (@holds [] []) => { $crate::catalogue::shape::Holds::Nothing };
    (@holds [$($shape:expr),+] []) => { $crate::catalogue::shape::Holds::Values(&[$($shape),+]) };
    (@holds [] [$($fields:tt)+]) => { $crate::catalogue::shape::Holds::Fields(fields!($($fields)+)) };
}
use {fields, options};

const TITLE: Shape = Shape::Text(Use::Title);
const HEADING: Shape = Shape::Text(Use::Heading);
const SAID: Shape = Shape::Text(Use::Line);
const TEXT: Shape = Shape::Text(Use::Text);
const OPTIONAL: Shape = Shape::Text(Use::Optional);
const LINES: Shape = Shape::List(&SAID);
const TEXTS: Shape = Shape::List(&TEXT);
const NAME: Shape = Shape::Plain { most: LINE };
const NOTED: Shape = Shape::Plain { most: NOTE };
const STANDARDS: Shape = Shape::List(&Shape::Standard);
const LANGUAGES: Shape = Shape::List(&Shape::Language);
const COUNTRIES: Shape = Shape::List(&Shape::Country);
const MAYBE_LANGUAGE: Shape = Shape::Maybe(&Shape::Language);
const MAYBE_NAME: Shape = Shape::Maybe(&NAME);
const MAYBE_NOTED: Shape = Shape::Maybe(&NOTED);
const NEEDS: Shape = Shape::List(&Shape::Choice(&NEED));
const QUESTIONS: Shape = Shape::List(&Shape::Fields(&QUESTION));

static NEED: Choice = Choice {
    name: "Need",
    about: "schema-Need",
    options: options! {
        Accommodation, "schema-Need-Accommodation";
        Attitudes, "schema-Need-Attitudes";
        Family, "schema-Need-Family";
        Substances, "schema-Need-Substances";
        Work, "schema-Need-Work";
        Finance, "schema-Need-Finance";
        Health, "schema-Need-Health";
    },
};

static QUESTION: Fields = Fields {
    name: "Question",
    about: "schema-Question",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "text": TEXT, "schema-Question-text";
        "answer": Shape::Choice(&ANSWER), "schema-Question-answer" = "Text";
        "required": Shape::YesNo, "schema-Question-required" = "true";
        "only_if": Shape::Maybe(&Shape::Fields(&ONLY_IF)), "schema-Question-only_if" = "None";
    },
};

static ONLY_IF: Fields = Fields {
    name: "OnlyIf",
    about: "schema-OnlyIf",
    fields: fields! {
        "question": Shape::IdOf("Question"), "schema-OnlyIf-question";
        "is": Shape::IdOf("Choice"), "schema-OnlyIf-is";
    },
};

static ANSWER: Choice = Choice {
    name: "Answer",
    about: "schema-Answer",
    options: options! {
        Text, "schema-Answer-Text";
        YesNo, "schema-Answer-YesNo";
        Number {
            "at_least": Shape::Maybe(&Shape::Number(Number::I32)), "schema-Answer-at_least" = "None";
            "at_most": Shape::Maybe(&Shape::Number(Number::I32)), "schema-Answer-at_most" = "None";
        }, "schema-Answer-Number";
        Date, "schema-Answer-Date";
        Language, "schema-Answer-Language";
        Country, "schema-Answer-Country";
        Amount(NAME), "schema-Answer-Amount";
        OneOf(CHOICES), "schema-Answer-OneOf";
        AnyOf(CHOICES), "schema-Answer-AnyOf";
    },
};

const CHOICES: Shape = Shape::List(&Shape::Fields(&CHOICE));

static CHOICE: Fields = Fields {
    name: "Choice",
    about: "schema-Choice",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "text": TEXT, "schema-Choice-text";
    },
};
