//! What is written is read again as it was: from JSON and from tables.

use super::{Unreadable, read, tables, written};
use crate::domain::agency::{Address, Agency, Contact, Directory, Phone, Service};
use crate::domain::codes::{Country, Language};
use crate::domain::need::Need;
use crate::domain::programme::Localised;
use crate::domain::sample::day;
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;

fn empty() -> Directory {
    Directory {
        id: "imported".into(),
        language: None,
        title: Localised::from("Imported"),
        source: "here".into(),
        as_of: day("2026-11-01"),
        review_by: day("2027-05-01"),
        agencies: Vec::new(),
    }
}

/// Texts as people write them: commas, quotation marks, other alphabets, line ends.
fn text() -> impl Strategy<Value = String> {
    "[A-Za-zÆØÅéشж0-9][A-Za-z ,;\"'ÆØÅéشж0-9.]{0,20}[a-z]"
}

fn said() -> impl Strategy<Value = Localised> {
    prop_oneof![Just(Localised::default()), text().prop_map(|text| Localised::from(text.as_str()))]
}

fn phones() -> impl Strategy<Value = Vec<Phone>> {
    let one = ("[0-9 +]{3,10}[0-9]", said(), languages());
    let one = one.prop_map(|(number, description, languages)| Phone { number, description, languages });
    prop::collection::vec(one, 0..3)
}

fn languages() -> impl Strategy<Value = Vec<Language>> {
    let all = ["lt", "nb", "ar", "prs"].map(|code| Language::new(code).unwrap());
    prop::sample::subsequence(all.to_vec(), 0..=4)
}

fn countries() -> impl Strategy<Value = Vec<Country>> {
    prop::sample::subsequence(["LT", "NO", "GB"].map(|code| Country::new(code).unwrap()).to_vec(), 0..=3)
}

fn service() -> impl Strategy<Value = Service> {
    let needs = prop::sample::subsequence(Need::ALL.to_vec(), 0..=7);
    let texts = (text(), said(), said(), said(), said(), said());
    (texts, needs, countries(), languages(), phones()).prop_map(
        |((name, description, eligibility, fees, apply, hours), needs, countries, languages, phones)| Service {
            id: String::new(),
            name: Localised::from(name.as_str()),
            description,
            needs,
            countries,
            languages,
            eligibility,
            fees,
            apply,
            hours,
            website: Some("https://example.org".into()),
            email: None,
            phones,
        },
    )
}

fn agency() -> impl Strategy<Value = Agency> {
    let address = (text(), text(), text()).prop_map(|(one, two, city)| Address {
        lines: vec![one, two],
        city,
        postal_code: Some("0150".into()),
        country: Country::new("NO").unwrap(),
    });
    let contact = (text(), said(), phones()).prop_map(|(name, title, phones)| Contact {
        name,
        title,
        email: Some("a@example.org".into()),
        phones,
    });
    let lists = (
        prop::collection::vec(service(), 0..3),
        prop::collection::vec(address, 0..2),
        prop::collection::vec(contact, 0..2),
        phones(),
    );
    (text(), text(), lists, any::<bool>()).prop_map(
        |(name, description, (services, addresses, contacts, phones), own)| {
            let mut services = services;
            for (number, service) in (1..).zip(&mut services) {
                service.id = format!("service-{number}");
            }
            Agency {
                id: String::new(),
                name,
                alternate_name: None,
                description: Localised::from(description.as_str()),
                website: None,
                email: Some("post@example.org".into()),
                phones,
                addresses,
                contacts,
                services,
                source: own.then(|| "their own page".to_owned()),
                as_of: own.then(|| day("2026-10-01")),
                review_by: own.then(|| day("2026-12-01")),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_directory_comes_back_as_it_was(agencies in prop::collection::vec(agency(), 0..4)) {
        let mut directory = Directory { agencies, ..empty() };
        for (number, agency) in (1..).zip(&mut directory.agencies) {
            agency.id = format!("agency-{number}");
        }
        let pick = |text: &Localised| text.0.values().next().cloned().unwrap_or_default();
        let json = written(&[&directory], &pick);
        let again = serde_json::from_str(&json.to_string()).unwrap();
        prop_assert_eq!(&read(&again, empty()).unwrap(), &directory);
        if !directory.agencies.is_empty() {
            let files: BTreeMap<String, Vec<u8>> = tables::written(&json)
                .into_iter()
                .map(|table| (table.name.to_owned(), table.text.into_bytes()))
                .collect();
            prop_assert_eq!(&read(&tables::read(&files).unwrap(), empty()).unwrap(), &directory);
        }
    }
}

#[test]
fn what_others_write_is_read_as_far_as_it_goes() {
    let theirs = json!({ "contents": [{
        "id": "3f0a2c44-9f1d-4b3e-8f0e-000000000001", "name": "Ærlig hjelp", "description": "Help", "legal_status": "x",
        "services": [
            { "id": "1", "name": "Beds", "status": "active", "service_areas": [{ "extent": "NO" }, { "name": "Mars" }] },
            { "id": "1", "name": "Meals", "status": "active", "languages": [{ "code": "lt" }, { "code": "zz9" }] },
        ],
        "locations": [{ "addresses": [{ "address_1": "Gate 1", "city": "Oslo", "country": "NO" },
                                      { "address_1": "Crater 1", "city": "Tharsis", "country": "Mars" }] }],
    }, { "id": "å", "name": "Ærlig hjelp" }] });
    let found = read(&theirs, empty()).unwrap();
    let ids: Vec<&str> = found.agencies.iter().map(|agency| agency.id.as_str()).collect();
    assert_eq!(ids, ["3f0a2c44-9f1d-4b3e-8f0e-000000000001", "a"]);
    let first = &found.agencies[0];
    assert_eq!(first.services.iter().map(|service| service.id.as_str()).collect::<Vec<_>>(), ["1", "1-2"]);
    assert_eq!(
        (first.services[0].countries.len(), first.services[1].languages.len(), first.addresses.len()),
        (1, 1, 1)
    );
    for (value, place) in [
        (json!(7), "organizations"),
        (json!([7]), "organizations[0]"),
        (json!([{ "id": "a" }]), "organizations[0].name"),
        (json!([{ "name": "A", "services": 7 }]), "organizations[0].services"),
        (json!([{ "name": "A", "services": [{}] }]), "organizations[0].services[0].name"),
    ] {
        let fault: Unreadable = read(&value, empty()).unwrap_err();
        assert_eq!(fault.place, place);
    }
}

#[test]
fn every_identifier_is_a_uuid_and_what_names_one_is_there() {
    let here = crate::catalogue::Catalogue::built_in(day("2026-11-24"));
    let directories: Vec<&Directory> = here.services.directories.iter().collect();
    let json = written(&directories, &|text| text.0.values().next().cloned().unwrap_or_default());
    let (mut ids, mut named) = (Vec::new(), Vec::new());
    gather(&json, &mut ids, &mut named);
    let is_uuid = |id: &String| {
        let parts: Vec<&str> = id.split('-').collect();
        parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
            && parts.iter().all(|part| part.chars().all(|c| c.is_ascii_hexdigit()))
            && parts[2].starts_with('8')
            && parts[3].starts_with(['8', '9', 'a', 'b'])
    };
    assert!(ids.len() > 50 && ids.iter().all(is_uuid), "{ids:?}");
    assert!(named.iter().all(|id| ids.contains(id)));
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "no two things have one");
    // Read again, they are called what they are called with us.
    let again = read(&json, empty()).unwrap();
    let called =
        |agency: &Agency| (agency.id.clone(), agency.services.iter().map(|s| s.id.clone()).collect::<Vec<_>>());
    let ours: Vec<_> = directories.iter().flat_map(|directory| directory.agencies.iter().map(called)).collect();
    assert_eq!(again.agencies.iter().map(called).collect::<Vec<_>>(), ours);
}

fn gather(value: &serde_json::Value, ids: &mut Vec<String>, named: &mut Vec<String>) {
    use serde_json::Value;
    match value {
        Value::Array(list) => list.iter().for_each(|value| gather(value, ids, named)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value) {
                    ("id", Value::String(id)) => ids.push(id.clone()),
                    ("link_id" | "resource_id", Value::String(id)) => named.push(id.clone()),
                    (_, value) => gather(value, ids, named),
                }
            }
        }
        _ => {}
    }
}
