//! A directory as a file of ours, written by the description that files are checked against.

use crate::catalogue::shape::{Fields, Kind, Shape};
use crate::domain::agency::Directory;
use serde_json::Value;
use std::fmt::Write;

/// The text of the file: what says nothing is left out, texts stand in the language of the file.
#[must_use]
pub fn text(directory: &Directory) -> String {
    // A directory is written as JSON: none of its parts refuses.
    let value = serde_json::to_value(directory).unwrap_or_default();
    let mut out = String::new();
    fields(&mut out, &value, Kind::Directory.fields(), 0);
    out + "\n"
}

fn fields(out: &mut String, value: &Value, of: &Fields, indent: usize) {
    let inner = indent + 4;
    out.push_str("(\n");
    for field in of.fields {
        let Some(value) = value.get(field.name).filter(|value| says(value)) else { continue };
        let _ = write!(out, "{:inner$}{}: ", "", field.name);
        one(out, value, field.shape, inner);
        out.push_str(",\n");
    }
    let _ = write!(out, "{:indent$})", "");
}

fn says(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(list) => !list.is_empty(),
        Value::Object(map) => !map.is_empty(),
        _ => true,
    }
}

fn one(out: &mut String, value: &Value, shape: Shape, indent: usize) {
    match (shape, value) {
        (Shape::Maybe(inner), _) => one(out, value, *inner, indent),
        (Shape::Fields(of), _) => fields(out, value, of, indent),
        (Shape::List(item), Value::Array(list)) => {
            let is_long = matches!(item, Shape::Fields(_));
            let inner = indent + 4;
            out.push('[');
            for (at, value) in list.iter().enumerate() {
                if is_long {
                    let _ = write!(out, "\n{:inner$}", "");
                } else if at > 0 {
                    out.push_str(", ");
                }
                one(out, value, *item, inner);
                out.push_str(if is_long { "," } else { "" });
            }
            if is_long {
                let _ = write!(out, "\n{:indent$}", "");
            }
            out.push(']');
        }
        // The one language is that of the file.
        (Shape::Text(_), Value::Object(said)) => {
            let text = said.values().next().and_then(Value::as_str).unwrap_or_default();
            out.push_str(&quoted(text));
        }
        (Shape::Choice(_), Value::String(name)) => out.push_str(name),
        (_, Value::String(text)) => out.push_str(&quoted(text)),
        (_, other) => out.push_str(&other.to_string()),
    }
}

fn quoted(text: &str) -> String {
    ron::to_string(text).unwrap_or_default()
}
