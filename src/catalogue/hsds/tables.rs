//! The tabular form of HSDS: one CSV file for each kind of thing, each line naming what it belongs to.

use super::Unreadable;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A table: the name of its file without the ending, and what stands in it, the header first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: &'static str,
    pub text: String,
}

/// The list in which a thing stands in JSON, its table, and what others call the column that names it.
const KINDS: [(&str, &str, &str); 11] = [
    ("organizations", "organizations", "organization_id"),
    ("services", "services", "service_id"),
    ("locations", "locations", "location_id"),
    ("contacts", "contacts", "contact_id"),
    ("phones", "phones", "phone_id"),
    ("addresses", "addresses", "address_id"),
    ("schedules", "schedules", "schedule_id"),
    ("service_areas", "service_areas", "service_area_id"),
    ("languages", "languages", "language_id"),
    ("attributes", "attributes", "link_id"),
    ("metadata", "metadata", "resource_id"),
];

/// What says by itself to which thing of any kind it belongs.
const OWN_LINK: [(&str, &str); 2] = [("attributes", "link_id"), ("metadata", "resource_id")];

type Line = BTreeMap<String, String>;

/// The organisations as tables; one without a line is left out.
#[must_use]
pub fn written(organizations: &Value) -> Vec<Table> {
    let mut lines: BTreeMap<&'static str, Vec<Line>> = BTreeMap::new();
    for one in organizations.as_array().into_iter().flatten() {
        flatten(one, "organizations", None, &mut lines);
    }
    KINDS.iter().filter_map(|(_, name, _)| Some(Table { name, text: as_csv(lines.get(name)?) })).collect()
}

fn flatten(value: &Value, kind: &'static str, of: Option<(&str, &str)>, lines: &mut BTreeMap<&'static str, Vec<Line>>) {
    let Value::Object(fields) = value else { return };
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    };
    let mut line: Line = fields.iter().filter_map(|(name, value)| Some((name.clone(), text(value)?))).collect();
    if let Some((column, id)) = of.filter(|_| own_link(kind).is_none()) {
        line.insert(column.to_owned(), id.to_owned());
    }
    let id = line.get("id").cloned().unwrap_or_default();
    lines.entry(kind).or_default().push(line);
    let column = KINDS.iter().find(|(_, name, _)| *name == kind).map_or("", |(_, _, column)| column);
    for (list, name, _) in KINDS {
        for inner in fields.get(list).and_then(Value::as_array).into_iter().flatten() {
            flatten(inner, name, Some((column, &id)), lines);
        }
    }
}

fn own_link(kind: &str) -> Option<&'static str> {
    OWN_LINK.iter().find(|(name, _)| *name == kind).map(|(_, column)| *column)
}

/// A table with a column for everything that any of its lines has: `id` first.
fn as_csv(lines: &[Line]) -> String {
    let columns: BTreeSet<&String> = lines.iter().flat_map(Line::keys).collect();
    let mut columns: Vec<&str> = columns.into_iter().map(String::as_str).collect();
    columns.sort_by_key(|column| (*column != "id", *column != "name"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = writer.write_record(&columns);
    for line in lines {
        let _ = writer.write_record(columns.iter().map(|column| line.get(*column).map_or("", String::as_str)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The organisations of tables, by the names of their files without the ending; other tables are left out.
///
/// # Errors
/// [`Unreadable`] where a file is no CSV table, or there are no organisations.
pub fn read(files: &BTreeMap<String, Vec<u8>>) -> Result<Value, Unreadable> {
    let mut lines: BTreeMap<&str, Vec<Line>> = BTreeMap::new();
    for (_, name, _) in KINDS {
        // Other writers call the file by the singular.
        let singular = name.strip_suffix("es").filter(|_| name == "addresses").or(name.strip_suffix('s'));
        let file = files.get(name).or_else(|| files.get(singular?));
        if let Some(bytes) = file {
            lines.insert(name, parsed(name, bytes)?);
        }
    }
    let Some(organizations) = lines.get("organizations") else {
        return Err(Unreadable { place: "organizations.csv".to_owned(), what: "the file is missing" });
    };
    Ok(organizations.iter().map(|line| gather(line, "organizations", &lines, 0)).collect())
}

fn parsed(name: &str, bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let broken = || Unreadable { place: format!("{name}.csv"), what: "this is no CSV table in UTF-8" };
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::Reader::from_reader(bytes);
    let columns = reader.headers().map_err(|_| broken())?.clone();
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| broken())?;
        let fields = columns.iter().zip(record.iter()).filter(|(_, value)| !value.is_empty());
        lines.push(fields.map(|(column, value)| (column.to_owned(), value.to_owned())).collect());
    }
    Ok(lines)
}

/// Things inside things inside things: an organisation, a location, an address; no more.
const DEEPEST: usize = 4;

/// A line with everything that names it.
fn gather(line: &Line, kind: &str, all: &BTreeMap<&str, Vec<Line>>, depth: usize) -> Value {
    let mut fields: Map<String, Value> =
        line.iter().map(|(column, value)| (column.clone(), Value::String(value.clone()))).collect();
    let column = KINDS.iter().find(|(_, name, _)| *name == kind).map_or("", |(_, _, column)| column);
    let Some(id) = line.get("id").filter(|_| depth < DEEPEST) else { return Value::Object(fields) };
    for (list, name, _) in KINDS.into_iter().filter(|(_, name, _)| *name != kind) {
        let names_it = own_link(name).unwrap_or(column);
        let inner = all.get(name).into_iter().flatten().filter(|inner| inner.get(names_it) == Some(id));
        let inner: Vec<Value> = inner.map(|inner| gather(inner, name, all, depth + 1)).collect();
        if !inner.is_empty() {
            fields.insert(list.to_owned(), Value::Array(inner));
        }
    }
    Value::Object(fields)
}
