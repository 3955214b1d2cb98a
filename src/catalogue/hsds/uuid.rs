//! Identifiers as HSDS wants them: UUIDs that follow from what a thing is called with us.

use blake2::{Blake2s256, Digest};
use serde_json::Value;
use std::fmt::Write;

/// What keeps them apart from whatever else is made of the same texts.
const NAMESPACE: &str = "onward/directory/";

/// The fields that hold an identifier.
const FIELDS: [&str; 3] = ["id", "link_id", "resource_id"];

/// Puts a UUID in the place of every identifier in `value`.
pub(super) fn instead(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(instead),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if FIELDS.contains(&name.as_str()) => *text = of(text),
                    value => instead(value),
                }
            }
        }
        _ => {}
    }
}

/// Version 8 of RFC 9562, for which a program chooses the digest: version 5 is the same with SHA-1.
fn of(text: &str) -> String {
    let digest = Blake2s256::digest([NAMESPACE, text].concat());
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, made)| *byte = made);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut out = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        let hyphen = if matches!(at, 4 | 6 | 8 | 10) { "-" } else { "" };
        let _ = write!(out, "{hyphen}{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_the_same_whenever_it_is_made() {
        assert_eq!(of("red-cross"), "f6892edd-c4bb-800c-abbb-e88775f5578b");
        assert_ne!(of("red-cross"), of("red-cross/tracing"));
        assert_eq!(of("").len(), 36);
    }
}
