//! `onward directory`, and guides on paper, as the built program writes them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod started;

use std::fs;
use std::path::Path;

/// How the program ends with this line in `folder`, and what it says.
fn onward(folder: &Path, line: &str) -> (i32, String) {
    started::onward(folder, line.split_whitespace().chain(["--lang", "en", "--data", "data"]))
}

fn done(folder: &Path, line: &str) -> String {
    let (code, said) = onward(folder, line);
    assert_eq!(code, 0, "{line}: {said}");
    said
}

/// What others are given is what the desk knows, and what is taken in from it says the same once more.
#[test]
fn agencies_go_out_as_hsds_and_come_back_as_a_file_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, "directory export --output first.json");
    done(at, "directory export --format csv --output tables");
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(at.join("first.json")).unwrap()).unwrap();
    let iss = json.as_array().unwrap().iter().find(|one| one["attributes"][1]["value"] == "iss").unwrap();
    // HSDS wants UUIDs; ours stands in an attribute, and comes back from it.
    assert_eq!(iss["id"].as_str().unwrap().len(), 36);
    assert_eq!(iss["attributes"][1]["link_id"], iss["id"]);
    assert_eq!(iss["services"][0]["status"], "active");
    assert_eq!(iss["services"][0]["attributes"][0]["value"], "Work");
    assert_eq!(iss["attributes"][0]["value"], "2027-05-01");
    let organizations = fs::read_to_string(at.join("tables/organizations.csv")).unwrap();
    assert!(organizations.starts_with("id,name,"), "{organizations}");
    assert!(fs::read_to_string(at.join("tables/services.csv")).unwrap().contains("organization_id"));
    let all = json.as_array().unwrap().len();
    for from in ["first.json", "tables"] {
        let said = done(at, &format!("directory import {from} --output {from}-ours.ron --source theirs --force"));
        assert!(said.contains(&format!("{all} agencies")), "{said}");
        done(at, &format!("check {from}-ours.ron"));
        done(at, &format!("directory export {from}-ours.ron --output again.json --force"));
        let again: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(at.join("again.json")).unwrap()).unwrap();
        assert_eq!(again, json, "{from}");
    }
    // What is there is not written over.
    assert_eq!(onward(at, "directory export --output first.json").0, 2);
}

#[test]
fn what_is_no_directory_is_refused_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("broken.json"), "[{\"name\": \"A\", \"services\": [{}]}]").unwrap();
    let (code, said) = onward(at, "directory import broken.json --output ours.ron");
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("organizations[0].services[0].name"), "{said}");
    fs::write(at.join("text.json"), "no json").unwrap();
    assert_eq!(onward(at, "directory import text.json --output ours.ron").0, 1);
    fs::create_dir(at.join("tables")).unwrap();
    let (code, said) = onward(at, "directory import tables --output ours.ron");
    assert!(code == 1 && said.contains("organizations.csv"), "{said}");
    fs::write(at.join("mail.json"), "[{\"name\": \"A\", \"email\": \"nobody\"}]").unwrap();
    let (code, said) = onward(at, "directory import mail.json --output ours.ron");
    assert!(code == 1 && said.contains("Nothing was written") && !at.join("ours.ron").exists(), "{said}");
}

#[test]
fn a_new_directory_is_sound_at_once() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), "new directory our-agencies");
    done(folder.path(), "check our-agencies.ron");
}

#[test]
fn a_guide_is_printed_to_hand_out_in_several_languages() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for lang in ["en", "nb"] {
        let page = done(at, &format!("print rights --format md --lang {lang} --output -"));
        insta::assert_snapshot!(format!("rights_{lang}"), page);
    }
    // In other languages too, and who reads it is told that nobody has checked them yet.
    for (lang, title) in [("es", "Lo que puede pedir"), ("fr", "Ce que vous pouvez demander")] {
        let page = done(at, &format!("print rights --lang {lang} --output -"));
        assert!(page.contains(title) && page.contains("class=\"notice\""), "{page}");
    }
    let chart = done(at, "print language-chart --format md --output -");
    assert!(chart.contains("Aš kalbu lietuviškai") && chart.contains("Lithuanian"), "{chart}");
    let one = done(at, "print rights --session 2 --lang nb,en --output -");
    assert!(one.starts_with("<!DOCTYPE html>") && one.contains("Tolk") && one.contains("An interpreter"), "{one}");
    assert!(!one.contains("Juridisk råd"), "{one}");
    let (code, said) = onward(at, "print rights --session 9 --output -");
    assert!(code == 2 && said.contains("5 pages"), "{said}");
}
