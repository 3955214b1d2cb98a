//! The words: every message that the code says exists in every language, with the same variables, and none is left over.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use onward::i18n::locale::LOCALES;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The messages of a language, each with its variables.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for path in files(&root().join("locales").join(tag), "ftl") {
        let text = fs::read_to_string(&path).unwrap();
        let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, e)| panic!("{}: {e:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut variables = BTreeSet::new();
            pattern(message.value.as_ref().unwrap(), &mut variables);
            let twice = found.insert(message.id.name.clone(), variables);
            assert!(twice.is_none(), "{} stands twice in {tag}", message.id.name);
        }
    }
    found
}

fn pattern(pattern: &Pattern<String>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression: found } = element else { continue };
        expression(found, variables);
    }
}

fn expression(found: &Expression<String>, variables: &mut BTreeSet<String>) {
    match found {
        Expression::Inline(found) => inline(found, variables),
        Expression::Select { selector, variants } => {
            inline(selector, variables);
            for variant in variants {
                pattern(&variant.value, variables);
            }
        }
    }
}

fn inline(found: &InlineExpression<String>, variables: &mut BTreeSet<String>) {
    match found {
        InlineExpression::VariableReference { id } => drop(variables.insert(id.name.clone())),
        InlineExpression::Placeable { expression: found } => expression(found, variables),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline(argument, variables);
            }
        }
        _ => {}
    }
}

/// All source code without comments.
fn code() -> String {
    let mut code = String::new();
    for path in files(&root().join("src"), "rs") {
        for line in fs::read_to_string(path).unwrap().lines() {
            if !line.trim_start().starts_with("//") {
                code.push_str(line);
                code.push('\n');
            }
        }
    }
    code
}

/// Every `say!(words, "id", name = …)`: the message and the variables it is given.
fn said(code: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for start in code.match_indices("say!(").map(|(at, _)| at + 5) {
        let arguments = split(&code[start..]);
        let Some(id) = arguments.get(1).and_then(|id| id.strip_prefix('"')?.strip_suffix('"')) else { continue };
        let name = |argument: &String| argument.split_once('=').map(|(name, _)| name.trim().to_owned());
        found.push((id.to_owned(), arguments.iter().skip(2).filter_map(name).collect()));
    }
    found
}

/// The arguments of a call, up to its closing parenthesis.
fn split(call: &str) -> Vec<String> {
    let (mut depth, mut arguments, mut current, mut quoted, mut escaped) = (0, Vec::new(), String::new(), false, false);
    for c in call.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                arguments.push(current.trim().to_owned());
                current.clear();
                continue;
            }
            _ => {}
        }
        current.push(c);
    }
    if !current.trim().is_empty() {
        arguments.push(current.trim().to_owned());
    }
    arguments
}

/// Every text literal that looks like the name of a message.
fn literals(code: &str) -> BTreeSet<String> {
    code.split('"').map(str::to_owned).collect()
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let english = messages("en");
    for tag in LOCALES.iter().map(|locale| locale.tag).filter(|tag| *tag != "en") {
        let other = messages(tag);
        let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        let surplus: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{tag}: missing {missing:?}, surplus {surplus:?}");
        let differ: Vec<_> = english.iter().filter(|(id, variables)| other[*id] != **variables).collect();
        assert!(differ.is_empty(), "{tag}: {differ:?}");
    }
}

#[test]
fn what_the_code_says_is_there_with_its_variables() {
    let (english, code) = (messages("en"), code());
    let mut wrong = Vec::new();
    for (id, given) in said(&code) {
        match english.get(&id) {
            None => wrong.push(format!("{id} is missing")),
            Some(wanted) if *wanted != given => wrong.push(format!("{id}: wants {wanted:?}, is given {given:?}")),
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(said(&code).len() > 50, "the calls are not found any more");
}

#[test]
fn every_finding_that_the_code_names_is_there() {
    let (code, english) = (code(), messages("en"));
    let named = literals(&code).into_iter().filter(|id| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        id.strip_prefix("finding-").is_some_and(|rest| !rest.is_empty() && rest.chars().all(plain))
    });
    let missing: Vec<_> = named.filter(|id| !english.contains_key(id)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_message_is_left_over() {
    let (code, english) = (code(), messages("en"));
    let literals = literals(&code);
    // Other words for a message are found through it.
    let used = |id: &str| literals.contains(id) || id.strip_suffix("-also").is_some_and(|id| literals.contains(id));
    let unused: Vec<_> = english.keys().filter(|id| !used(id)).collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn every_file_under_locales_is_read() {
    let code = fs::read_to_string(root().join("src/i18n/locale.rs")).unwrap();
    for path in files(&root().join("locales"), "ftl") {
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(code.contains(&format!("\"{name}\"")), "{} is not in the list", path.display());
    }
}
