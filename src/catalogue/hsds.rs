//! A directory as Open Referral HSDS 3.0 has it, in one language: organisations with their services, as JSON.
//!
//! What HSDS has no field for stands in its attributes: the needs of a service, and by when an entry is to be looked
//! at again, and what it is called with us. Identifiers are UUIDs, made of ours: the same whenever and wherever it is written.
//! A directory that is written and read again is the same, in the one language in which it was written.

pub mod file;
pub mod tables;
#[cfg(test)]
mod tests;
mod uuid;

use crate::domain::agency::{Address, Agency, Contact, Directory, Phone, Service};
use crate::domain::codes::{Country, Language};
use crate::domain::need::Need;
use crate::domain::programme::Localised;
use serde_json::{Map, Value, json};

/// Why a text is no directory: where, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {what}")]
pub struct Unreadable {
    /// The way to it: `organizations[2].services[0].name`.
    pub place: String,
    pub what: &'static str,
}

/// What is missing, or not what it should be.
const MISSING: &str = "a text is needed";
const NO_LIST: &str = "a list is needed";

/// The type of the attribute that says what something is called with us.
const OWN_ID: &str = "onward_id";

/// How a text is said in the one language.
pub type Pick<'p> = &'p dyn Fn(&Localised) -> String;

/// The organisations, those of several files one after another.
#[must_use]
pub fn written(directories: &[&Directory], pick: Pick) -> Value {
    let one = |directory: &Directory| {
        directory.agencies.iter().map(|agency| organization(agency, directory, pick)).collect::<Vec<_>>()
    };
    let mut organizations = Value::Array(directories.iter().flat_map(|directory| one(directory)).collect());
    uuid::instead(&mut organizations);
    organizations
}

/// An object of those values that say something.
fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let says = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => true,
    };
    let said = fields.into_iter().filter(|(_, value)| says(value));
    Value::Object(said.map(|(name, value)| (name.to_owned(), value)).collect())
}

fn organization(agency: &Agency, directory: &Directory, pick: Pick) -> Value {
    let id = &agency.id;
    let review = agency.review_by(directory);
    let source = agency.source.as_ref().unwrap_or(&directory.source);
    let as_of = agency.as_of.unwrap_or(directory.as_of);
    let attribute = json!({
        "id": format!("{id}/review-by"), "link_id": id, "link_entity": "organization", "link_type": "review_by",
        "value": review.to_string(),
    });
    let own = own_id(id, "organization", id);
    let metadata = json!({
        "id": format!("{id}/checked"), "resource_id": id, "resource_type": "organization",
        "last_action_date": as_of.to_string(), "last_action_type": "update", "field_name": "", "previous_value": "",
        "replacement_value": "", "updated_by": source,
    });
    let services = agency.services.iter().map(|service| self::service(service, id, pick)).collect();
    let contacts = agency.contacts.iter().enumerate().map(|(at, contact)| {
        let id = format!("{id}/contact-{}", at + 1);
        object([
            ("id", json!(id)),
            ("name", json!(contact.name)),
            ("title", json!(pick(&contact.title))),
            ("email", json!(contact.email)),
            ("phones", phones(&contact.phones, &id, pick)),
        ])
    });
    let locations = agency.addresses.iter().enumerate().map(|(at, address)| {
        let id = format!("{id}/location-{}", at + 1);
        json!({ "id": id, "location_type": "physical", "addresses": [written_address(address, &id)] })
    });
    object([
        ("id", json!(id)),
        ("name", json!(agency.name)),
        ("alternate_name", json!(agency.alternate_name)),
        ("description", json!(pick(&agency.description))),
        ("website", json!(agency.website)),
        ("email", json!(agency.email)),
        ("services", Value::Array(services)),
        ("phones", phones(&agency.phones, id, pick)),
        ("contacts", contacts.collect()),
        ("locations", locations.collect()),
        ("attributes", json!([attribute, own])),
        ("metadata", json!([metadata])),
    ])
}

/// What the thing with this identifier is called with us, as an attribute of it.
fn own_id(id: &str, entity: &str, own: &str) -> Value {
    json!({
        "id": format!("{id}/id"), "link_id": id, "link_entity": entity, "link_type": OWN_ID, "value": own,
    })
}

fn service(service: &Service, organization: &str, pick: Pick) -> Value {
    let id = format!("{organization}/{}", service.id);
    let area = |country: &Country| {
        let code = country.code();
        json!({ "id": format!("{id}/in-{code}"), "name": country.name(), "extent": code, "extent_type": "country" })
    };
    let need = |need: &Need| {
        json!({
            "id": format!("{id}/need-{need:?}"), "link_id": id, "link_entity": "service", "link_type": "need",
            "value": format!("{need:?}"),
        })
    };
    let hours = pick(&service.hours);
    let schedules =
        if hours.is_empty() { Vec::new() } else { vec![json!({ "id": format!("{id}/hours"), "description": hours })] };
    object([
        ("id", json!(id)),
        ("name", json!(pick(&service.name))),
        ("description", json!(pick(&service.description))),
        ("url", json!(service.website)),
        ("email", json!(service.email)),
        ("status", json!("active")),
        ("application_process", json!(pick(&service.apply))),
        ("fees_description", json!(pick(&service.fees))),
        ("eligibility_description", json!(pick(&service.eligibility))),
        ("phones", phones(&service.phones, &id, pick)),
        ("schedules", Value::Array(schedules)),
        ("service_areas", service.countries.iter().map(area).collect()),
        ("languages", languages(&service.languages, &id)),
        ("attributes", service.needs.iter().map(need).chain([own_id(&id, "service", &service.id)]).collect()),
    ])
}

fn phones(phones: &[Phone], of: &str, pick: Pick) -> Value {
    let one = |(at, phone): (usize, &Phone)| {
        let id = format!("{of}/phone-{}", at + 1);
        object([
            ("id", json!(id)),
            ("number", json!(phone.number)),
            ("description", json!(pick(&phone.description))),
            ("languages", languages(&phone.languages, &id)),
        ])
    };
    phones.iter().enumerate().map(one).collect()
}

fn languages(languages: &[Language], of: &str) -> Value {
    let one = |language: &Language| {
        let code = language.code();
        json!({ "id": format!("{of}/speaks-{code}"), "name": language.name(), "code": code })
    };
    languages.iter().map(one).collect()
}

fn written_address(address: &Address, of: &str) -> Value {
    let (first, rest) = address.lines.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    object([
        ("id", json!(format!("{of}/address"))),
        ("address_1", json!(first)),
        ("address_2", json!(rest.join("\n"))),
        ("city", json!(address.city)),
        ("postal_code", json!(address.postal_code)),
        ("country", json!(address.country.code())),
        ("address_type", json!("physical")),
    ])
}

/// An object of what is read, and the way to it.
struct At<'v> {
    value: &'v Map<String, Value>,
    place: String,
}

impl<'v> At<'v> {
    fn fault<T>(&self, field: &str, what: &'static str) -> Result<T, Unreadable> {
        Err(Unreadable { place: format!("{}.{field}", self.place), what })
    }

    fn text(&self, field: &str) -> Option<String> {
        let text = match self.value.get(field)? {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        Some(text).filter(|text| !text.trim().is_empty())
    }

    fn needed(&self, field: &str) -> Result<String, Unreadable> {
        self.text(field).map_or_else(|| self.fault(field, MISSING), Ok)
    }

    fn said(&self, field: &str) -> Localised {
        self.text(field).map(|text| Localised::from(text.as_str())).unwrap_or_default()
    }

    fn list(&self, field: &str) -> Result<Vec<At<'v>>, Unreadable> {
        match self.value.get(field) {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::Array(list)) => objects(list, &format!("{}.{field}", self.place)),
            Some(_) => self.fault(field, NO_LIST),
        }
    }
}

fn objects<'v>(list: &'v [Value], place: &str) -> Result<Vec<At<'v>>, Unreadable> {
    let one = |(at, value): (usize, &'v Value)| {
        let place = format!("{place}[{at}]");
        match value {
            Value::Object(value) => Ok(At { value, place }),
            _ => Err(Unreadable { place, what: "an object is needed" }),
        }
    };
    list.iter().enumerate().map(one).collect()
}

/// The agencies of a list of organisations: written by us, or by anybody who keeps to HSDS. What has no field with us is
/// left out. The days and the source are those of `directory` where an entry names none.
///
/// # Errors
/// [`Unreadable`]: where something is missing without which there is no entry.
pub fn read(organizations: &Value, directory: Directory) -> Result<Directory, Unreadable> {
    let list = match organizations {
        Value::Array(list) => list.as_slice(),
        // An answer of an HSDS service has them page by page.
        Value::Object(page) => match page.get("contents").or(page.get("organizations")) {
            Some(Value::Array(list)) => list,
            _ => std::slice::from_ref(organizations),
        },
        _ => return Err(Unreadable { place: "organizations".to_owned(), what: NO_LIST }),
    };
    let found = objects(list, "organizations")?;
    let mut agencies = found.iter().map(|at| agency(at, &directory)).collect::<Result<Vec<_>, _>>()?;
    tell_apart(agencies.iter_mut().map(|agency| &mut agency.id));
    Ok(Directory { agencies, ..directory })
}

/// Ids that are equal get a number behind them.
fn tell_apart<'i>(ids: impl Iterator<Item = &'i mut String>) {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        let first = id.clone();
        for number in 2.. {
            if seen.insert(id.clone()) {
                break;
            }
            *id = format!("{first}-{number}");
        }
    }
}

/// What our files take for an id: small letters, digits and hyphens.
#[must_use]
pub fn id(text: &str, otherwise: &str) -> String {
    let words = |text: &str| {
        let folded = crate::domain::text::fold(text);
        let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join("-").chars().take(60).collect::<String>()
    };
    let made = words(text);
    if made.is_empty() { words(otherwise) } else { made }
}

fn agency(at: &At, directory: &Directory) -> Result<Agency, Unreadable> {
    let name = at.needed("name")?;
    let own = called(at)?;
    let mut services = at.list("services")?.iter().map(read_service).collect::<Result<Vec<_>, _>>()?;
    tell_apart(services.iter_mut().map(|service| &mut service.id));
    let contacts = at.list("contacts")?.iter().map(contact).collect::<Result<Vec<_>, _>>()?;
    let mut addresses = Vec::new();
    for location in at.list("locations")? {
        for one in location.list("addresses")? {
            addresses.extend(address(&one)?);
        }
    }
    let review_by = value_of(at, "review_by")?.into_iter().find_map(|text| text.parse().ok());
    let checked = at.list("metadata")?.into_iter().next();
    let text = |field| checked.as_ref().and_then(|at| at.text(field));
    let as_of = text("last_action_date").and_then(|date| date.get(..10)?.parse().ok());
    Ok(Agency {
        id: id(&own, &name),
        alternate_name: at.text("alternate_name"),
        description: Localised::from(at.text("description").as_deref().unwrap_or(&name)),
        website: at.text("website").or_else(|| at.text("url")),
        email: at.text("email"),
        phones: at.list("phones")?.iter().map(phone).collect::<Result<Vec<_>, _>>()?,
        addresses,
        contacts,
        services,
        source: text("updated_by").filter(|source| *source != directory.source),
        as_of: as_of.filter(|day| *day != directory.as_of),
        review_by: review_by.filter(|day| *day != directory.review_by),
        name,
    })
}

/// What something is called with us where it was written by us, else as others call it.
fn called(at: &At) -> Result<String, Unreadable> {
    let own = value_of(at, OWN_ID)?.into_iter().next();
    Ok(own.or_else(|| at.text("id")).unwrap_or_default())
}

/// The values of the attributes of one type.
fn value_of(at: &At, link_type: &str) -> Result<Vec<String>, Unreadable> {
    let all = at.list("attributes")?;
    let of_it = all.iter().filter(|attribute| attribute.text("link_type").as_deref() == Some(link_type));
    Ok(of_it.filter_map(|attribute| attribute.text("value")).collect())
}

fn read_service(at: &At) -> Result<Service, Unreadable> {
    let name = at.needed("name")?;
    let needs = value_of(at, "need")?;
    let need = |named: &String| Need::ALL.into_iter().find(|need| *named == format!("{need:?}"));
    let areas = at.list("service_areas")?;
    let country = |area: &At| Country::new(&area.text("extent").or_else(|| area.text("name"))?).ok();
    let hours = at.list("schedules")?.into_iter().next();
    Ok(Service {
        id: id(&called(at)?, &name),
        name: Localised::from(name.as_str()),
        description: at.said("description"),
        needs: needs.iter().filter_map(need).collect(),
        countries: areas.iter().filter_map(country).collect(),
        languages: spoken(at)?,
        eligibility: at.said("eligibility_description"),
        fees: at.said("fees_description"),
        apply: at.said("application_process"),
        hours: hours.map(|hours| hours.said("description")).unwrap_or_default(),
        website: at.text("url"),
        email: at.text("email"),
        phones: at.list("phones")?.iter().map(phone).collect::<Result<Vec<_>, _>>()?,
    })
}

fn spoken(at: &At) -> Result<Vec<Language>, Unreadable> {
    let language = |at: &At| Language::new(&at.text("code")?).ok();
    Ok(at.list("languages")?.iter().filter_map(language).collect())
}

fn phone(at: &At) -> Result<Phone, Unreadable> {
    Ok(Phone { number: at.needed("number")?, description: at.said("description"), languages: spoken(at)? })
}

fn contact(at: &At) -> Result<Contact, Unreadable> {
    let phones = at.list("phones")?.iter().map(phone).collect::<Result<Vec<_>, _>>()?;
    Ok(Contact { name: at.needed("name")?, title: at.said("title"), email: at.text("email"), phones })
}

/// Nothing for an address in a country that nobody knows.
fn address(at: &At) -> Result<Option<Address>, Unreadable> {
    let Ok(country) = Country::new(&at.needed("country")?) else { return Ok(None) };
    let lines = at.text("address_1").into_iter().chain(at.text("address_2"));
    let lines = lines.flat_map(|lines| lines.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    Ok(Some(Address { lines, city: at.text("city").unwrap_or_default(), postal_code: at.text("postal_code"), country }))
}
