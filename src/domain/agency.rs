//! A directory as a trainer writes it: agencies and what they do, in the terms of Open Referral HSDS.

use crate::domain::codes::{Country, Language};
use crate::domain::need::Need;
use crate::domain::programme::{Localised, line};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One file of agencies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Directory {
    pub id: String,
    #[serde(default)]
    pub language: Option<Language>,
    pub title: Localised,
    #[serde(deserialize_with = "line")]
    pub source: String,
    pub as_of: NaiveDate,
    pub review_by: NaiveDate,
    pub agencies: Vec<Agency>,
}

/// An organisation (HSDS `organization`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    pub id: String,
    /// As it calls itself: never translated.
    pub name: String,
    #[serde(default)]
    pub alternate_name: Option<String>,
    pub description: Localised,
    #[serde(default)]
    pub website: Option<String>,
    #[serde(default)]
    pub email: Option<String>,
    #[serde(default)]
    pub phones: Vec<Phone>,
    #[serde(default)]
    pub addresses: Vec<Address>,
    #[serde(default)]
    pub contacts: Vec<Contact>,
    #[serde(default)]
    pub services: Vec<Service>,
    /// Where this entry comes from, when not from where the file does.
    #[serde(default)]
    pub source: Option<String>,
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
    #[serde(default)]
    pub review_by: Option<NaiveDate>,
}

/// What an agency does for people (HSDS `service`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    pub id: String,
    pub name: Localised,
    #[serde(default)]
    pub description: Localised,
    pub needs: Vec<Need>,
    /// Where it is offered (HSDS `service_area`); none when everywhere.
    #[serde(default)]
    pub countries: Vec<Country>,
    /// In which languages (HSDS `language`); none when that is not known.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// For whom (HSDS `eligibility_description`).
    #[serde(default)]
    pub eligibility: Localised,
    /// What it costs (HSDS `fees_description`).
    #[serde(default)]
    pub fees: Localised,
    /// How one comes to it (HSDS `application_process`).
    #[serde(default)]
    pub apply: Localised,
    /// When (HSDS `schedule`, its description).
    #[serde(default)]
    pub hours: Localised,
    #[serde(default)]
    pub website: Option<String>,
    #[serde(default)]
    pub email: Option<String>,
    #[serde(default)]
    pub phones: Vec<Phone>,
}

/// A number to call (HSDS `phone`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    pub number: String,
    #[serde(default)]
    pub description: Localised,
    #[serde(default)]
    pub languages: Vec<Language>,
}

/// Where it is (HSDS `address`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// Street and number, or a post-office box.
    pub lines: Vec<String>,
    pub city: String,
    #[serde(default)]
    pub postal_code: Option<String>,
    pub country: Country,
}

/// Whom to ask for (HSDS `contact`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// A name, or the name of an office.
    pub name: String,
    #[serde(default)]
    pub title: Localised,
    #[serde(default)]
    pub email: Option<String>,
    #[serde(default)]
    pub phones: Vec<Phone>,
}

impl Agency {
    /// By when the entry must be looked at again: its own day, else that of its file.
    #[must_use]
    pub fn review_by(&self, file: &Directory) -> NaiveDate {
        self.review_by.unwrap_or(file.review_by)
    }
}
