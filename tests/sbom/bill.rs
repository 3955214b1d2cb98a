//! The bill of materials as CycloneDX has it, a part a line, so that a change of one is seen as such.

use crate::parts::Part;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The bill: the desk, which is the first of `parts`, and what it is made of, crates, sources in C and
/// fonts.
pub fn of(parts: &[Part], in_c: &[Part], fonts: &Part) -> String {
    let by_id: BTreeMap<&str, String> = parts.iter().map(|part| (part.id.as_str(), part.purl())).collect();
    let needs = parts.iter().map(|part| {
        let mut on: Vec<&String> = part.needs.iter().map(|id| &by_id[id.as_str()]).collect();
        on.sort();
        json!({ "ref": part.purl(), "dependsOn": on })
    });
    // The database and what it is made with are built into the crate that speaks to it.
    let binding = parts.iter().find(|part| part.name == "libsqlite3-sys").unwrap();
    let needs = needs.map(|mut need| {
        if need["ref"] == binding.purl() {
            let on = need["dependsOn"].as_array_mut().unwrap();
            on.extend(in_c.iter().map(|part| Value::from(part.purl())));
        } else if need["ref"] == parts[0].purl() {
            need["dependsOn"].as_array_mut().unwrap().push(Value::from(fonts.purl()));
        }
        need
    });
    let components = parts[1..].iter().chain(in_c).chain([fonts]).map(|part| component(part, "library"));
    let application = component(&parts[0], "application");
    format!(
        "{{\n\"bomFormat\": \"CycloneDX\",\n\"specVersion\": \"1.5\",\n\"version\": 1,\n\
         \"metadata\": {{ \"component\": {application} }},\n\
         \"components\": [\n{}\n],\n\"dependencies\": [\n{}\n]\n}}\n",
        lines(components),
        lines(needs)
    )
}

fn lines(values: impl Iterator<Item = Value>) -> String {
    values.map(|value| value.to_string()).collect::<Vec<_>>().join(",\n")
}

fn component(part: &Part, kind: &str) -> Value {
    let mut made = json!({
        "type": kind, "bom-ref": part.purl(), "name": part.name, "version": part.version, "purl": part.purl(),
        "scope": if part.is_built_in { "required" } else { "excluded" },
        "licenses": [{ "expression": part.licence }],
    });
    if let Some(checksum) = &part.checksum {
        made["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if !part.home.is_empty() {
        made["externalReferences"] = json!([{ "type": "vcs", "url": part.home }]);
    }
    made
}
