//! A programme as a trainer writes it, and the course: one version of it, complete in itself, that a group pins.

use crate::domain::codes::{Cefr, Language};
use crate::domain::person::{LegalStatus, Occupation};
use crate::domain::question::Question;
use crate::domain::standard::Standard;
use crate::domain::text::one_line;
use chrono::NaiveDate;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// What the reader of a text says that it wants.
pub const TEXT_WANTED: &str = "a text, or texts by language";

/// How the reader of a text begins its complaint about a language that is given twice, before its tag.
pub const LANGUAGE_TWICE: &str = "the same language twice: ";

/// A text in several languages: `"plain"` in a file means English. Each is one line: where the
/// author broke it over several, the breaks are read as spaces.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Localised(pub BTreeMap<String, String>);

impl Localised {
    /// The text in the first of `chain` (BCP 47 tags, best first) that it has, else English, else any.
    #[must_use]
    pub fn pick(&self, chain: &[&str]) -> &str {
        chain
            .iter()
            .find_map(|tag| self.0.get(*tag))
            .or_else(|| self.0.get("en"))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// The one text, then the other, in every language that either has.
    #[must_use]
    pub fn joined(one: &Self, other: &Self, between: &str) -> Self {
        if one.is_empty() || other.is_empty() {
            return if one.is_empty() { other.clone() } else { one.clone() };
        }
        let tags = one.0.keys().chain(other.0.keys());
        let text = |tag: &String| format!("{}{between}{}", one.pick(&[tag]), other.pick(&[tag]));
        Self(tags.map(|tag| (tag.clone(), text(tag))).collect())
    }

    /// The text in this language alone; in whichever there is, where it is not translated.
    #[must_use]
    pub fn only(&self, tag: &str) -> Self {
        if self.0.is_empty() { Self::default() } else { Self::from(self.pick(&[tag])) }
    }

    /// Whether there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }
}

impl From<&str> for Localised {
    fn from(text: &str) -> Self {
        Self(BTreeMap::from([("en".to_owned(), text.to_owned())]))
    }
}

impl<'de> Deserialize<'de> for Localised {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// Not an untagged enum: that would lose the place of a fault inside.
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Localised;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(TEXT_WANTED)
            }

            fn visit_str<E>(self, text: &str) -> Result<Localised, E> {
                Ok(Localised::from(one_line(text).as_str()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Localised, A::Error> {
                let mut texts = BTreeMap::new();
                while let Some((tag, text)) = map.next_entry::<String, String>()? {
                    if texts.insert(tag.clone(), one_line(&text)).is_some() {
                        return Err(serde::de::Error::custom(format!("{LANGUAGE_TWICE}{tag}")));
                    }
                }
                Ok(Localised(texts))
            }
        }
        deserializer.deserialize_any(Text)
    }
}

/// Reads a text that its author may have broken over several lines.
pub(crate) fn line<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    String::deserialize(deserializer).map(|text| one_line(&text))
}

/// A programme: what a trainer writes in one RON file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Lower-case letters, digits and hyphens; never changes.
    pub id: String,
    /// The language of every text that stands alone; English without one.
    #[serde(default)]
    pub language: Option<Language>,
    pub title: Localised,
    pub summary: Localised,
    /// The programme that this one was made from.
    #[serde(default)]
    pub descends_from: Option<String>,
    /// Where the content comes from and what is our own.
    #[serde(deserialize_with = "line")]
    pub source: String,
    /// The day on which the content was last held against its source.
    pub as_of: NaiveDate,
    /// The day by which it must be held against its source again.
    pub review_by: NaiveDate,
    #[serde(default)]
    pub group_size: GroupSize,
    /// Months for which people are kept after a group has ended; without it the setting of the store holds.
    #[serde(default)]
    pub retention_months: Option<u16>,
    /// What whoever leads it has to be trained for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trained: Vec<Localised>,
    #[serde(default)]
    pub eligibility: Vec<Rule>,
    #[serde(default)]
    pub ratings: Ratings,
    /// The rules of the standards that the whole of it serves.
    #[serde(default)]
    pub serves: Vec<Standard>,
    /// What is handed out, by id.
    #[serde(default)]
    pub handouts: Vec<Handout>,
    #[serde(default)]
    pub certificate: Option<Certificate>,
    /// Every session plan that a version may use.
    pub plans: Vec<Arc<SessionPlan>>,
    pub versions: Vec<Version>,
}

/// A sheet that people take with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handout {
    pub id: String,
    pub title: Localised,
    /// Its lines; none when the sheet itself lies elsewhere.
    #[serde(default)]
    pub lines: Vec<Localised>,
    /// Lines to write on under the text.
    #[serde(default)]
    pub blank_lines: u8,
}

/// What the certificate of a completed course says beside name, course and dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    pub text: Localised,
    /// Who signs, by office.
    #[serde(default)]
    pub signed_by: Vec<Localised>,
}

/// One version of a programme: which plans, in which order, and when it counts as completed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    pub id: String,
    pub title: Localised,
    /// Ids of session plans, in order.
    pub sessions: Vec<String>,
    /// Sessions a week that the version was made for.
    #[serde(default = "two")]
    pub per_week: u8,
    #[serde(default)]
    pub completion: Completion,
}

fn two() -> u8 {
    2
}

/// How many people a group has, at least and at most: outside it the desk warns, never refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupSize {
    pub min: u8,
    pub max: u8,
}

impl Default for GroupSize {
    fn default() -> Self {
        Self { min: 3, max: 4 }
    }
}

/// When a person has completed the programme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Completion {
    /// Sessions attended or caught up, at least; none means every one.
    pub sessions: Option<u16>,
    /// Whether every essential session must be among them.
    pub essentials: bool,
}

/// The self-rating before and after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ratings {
    /// The steps of the scale, lowest first.
    pub scale: Vec<Localised>,
    pub items: Vec<RatingItem>,
}

/// One thing that is rated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingItem {
    pub id: String,
    pub text: Localised,
}

/// One session as the programme describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionPlan {
    pub id: String,
    pub title: Localised,
    pub aim: Localised,
    /// Must be reached before release if time runs out.
    #[serde(default)]
    pub essential: bool,
    /// How long it is meant to be; what its activities add up to is then held against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    pub activities: Vec<Activity>,
    #[serde(default)]
    pub objectives: Vec<Objective>,
    /// What each person leaves the session with.
    #[serde(default)]
    pub leaves_with: Vec<Localised>,
    #[serde(default)]
    pub closing_questions: Vec<Localised>,
    /// Which self-rating belongs to this session.
    #[serde(default)]
    pub rating: Option<RatingTime>,
    /// What is asked of each person, with the kind of answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// The rules of the standards that the session serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<Standard>,
}

impl SessionPlan {
    /// Length in minutes: the sum of its activities.
    #[must_use]
    pub fn minutes(&self) -> u16 {
        self.activities.iter().map(|a| a.minutes).sum()
    }
}

/// When a self-rating is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RatingTime {
    Before,
    After,
}

impl RatingTime {
    /// Its name in the store and in programmes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "Before",
            Self::After => "After",
        }
    }
}

/// A timed block of a session plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    pub title: Localised,
    pub minutes: u16,
    #[serde(default)]
    pub kind: ActivityKind,
    /// Kept when the session must be shortened.
    #[serde(default)]
    pub essential: bool,
    #[serde(default)]
    pub say: Vec<Localised>,
    #[serde(default, rename = "do")]
    pub steps: Vec<Localised>,
    #[serde(default)]
    pub need: Vec<Localised>,
    /// Whether those who need an interpreter cannot follow this part without one.
    #[serde(default)]
    pub interpreter: bool,
    /// Ids of what is handed out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handouts: Vec<String>,
    /// The rules of the standards that this part serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<Standard>,
}

/// What kind of work an activity is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActivityKind {
    #[default]
    Talk,
    Pairs,
    Worksheet,
    Film,
    Visit,
    Break,
}

impl ActivityKind {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Talk => "activity-kind-talk",
            Self::Pairs => "activity-kind-pairs",
            Self::Worksheet => "activity-kind-worksheet",
            Self::Film => "activity-kind-film",
            Self::Visit => "activity-kind-visit",
            Self::Break => "activity-kind-break",
        }
    }
}

/// What a session sets out to reach, judged per person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    pub id: String,
    pub text: Localised,
}

/// One eligibility rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: String,
    #[serde(default)]
    pub weight: Weight,
    pub test: Test,
    /// Why the rule is there, for whoever has to explain it.
    #[serde(default)]
    pub why: Localised,
}

/// Whether a rule decides, or only speaks for a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weight {
    #[default]
    Required,
    Preferred,
}

/// What a rule asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Test {
    /// At least this many days of the sentence left from the start of the group.
    RemainingDays(u16),
    /// Speaks one of these languages at this level or better.
    Speaks { any_of: Vec<Language>, level: Cefr },
    /// Is occupied in one of these ways.
    Occupied { any_of: Vec<Occupation> },
    /// Is held on one of these grounds.
    Held { any_of: Vec<LegalStatus> },
    /// Is of this age, in whole years, at the start of the group; both ends included.
    Age { at_least: Option<u8>, at_most: Option<u8> },
    /// Consents to take part.
    Consents,
    /// A question that staff answer about the person.
    Answer { question: Localised, expected: bool },
}

/// One version of a programme, complete in itself: what a group pins and runs, whatever later
/// happens to the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    pub programme: String,
    pub version: String,
    pub title: Localised,
    pub version_title: Localised,
    pub summary: Localised,
    pub source: String,
    pub as_of: NaiveDate,
    pub review_by: NaiveDate,
    pub group_size: GroupSize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention_months: Option<u16>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trained: Vec<Localised>,
    pub eligibility: Vec<Rule>,
    pub ratings: Ratings,
    pub per_week: u8,
    pub completion: Completion,
    pub sessions: Vec<Arc<SessionPlan>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<Standard>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handouts: Vec<Handout>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
}

impl Course {
    /// The titles of what is handed out in a part of it.
    pub fn handed_out(&self, activity: &Activity) -> impl Iterator<Item = &Localised> {
        let handed = |handout: &&Handout| activity.handouts.contains(&handout.id);
        self.handouts.iter().filter(handed).map(|handout| &handout.title)
    }
}

impl Programme {
    /// The version `id` with everything it needs; `None` when there is no such version or it names
    /// a plan that does not exist.
    #[must_use]
    pub fn course(&self, id: &str) -> Option<Course> {
        let version = self.versions.iter().find(|v| v.id == id)?;
        let plan = |id: &String| self.plans.iter().find(|p| &p.id == id).cloned();
        Some(Course {
            programme: self.id.clone(),
            version: version.id.clone(),
            title: self.title.clone(),
            version_title: version.title.clone(),
            summary: self.summary.clone(),
            source: self.source.clone(),
            as_of: self.as_of,
            review_by: self.review_by,
            group_size: self.group_size,
            retention_months: self.retention_months,
            trained: self.trained.clone(),
            eligibility: self.eligibility.clone(),
            ratings: self.ratings.clone(),
            per_week: version.per_week,
            completion: version.completion,
            sessions: version.sessions.iter().map(plan).collect::<Option<_>>()?,
            serves: self.serves.clone(),
            handouts: self.handouts.clone(),
            certificate: self.certificate.clone(),
        })
    }

    /// Every version as a course, in the file's order.
    pub fn courses(&self) -> impl Iterator<Item = Course> {
        self.versions.iter().filter_map(|v| self.course(&v.id))
    }
}
