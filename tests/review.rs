//! The built program: two desks write bundles, and a supervisor without their stores reviews them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use chrono::{DateTime, FixedOffset};
use onward::catalogue::Catalogue;
use onward::demo;
use onward::domain::programme::Programme;
use onward::domain::record::Records;
use onward::store::{Cost, Store, system_random};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;
use tempfile::TempDir;

const PASSPHRASE: &str = "seven grey herons wade";

/// A folder with two stores and a supervisor’s own.
struct Service(TempDir);

/// How a command ended, and what it said.
type Answer = (i32, String);

impl Service {
    fn new() -> Self {
        let service = Self(tempfile::tempdir().unwrap());
        fs::write(service.path("passphrase"), PASSPHRASE).unwrap();
        for (desk, seed) in [("halden", 7), ("ullersmo", 8)] {
            let cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };
            let (mut store, _) =
                Store::create(&service.path(desk), "Kari", PASSPHRASE, cost, &mut system_random).unwrap();
            let now: DateTime<FixedOffset> = "2026-11-24T09:00:00+01:00".parse().unwrap();
            let programmes = Catalogue::load(None, None, now.date_naive()).programmes;
            let courses: Vec<_> = programmes.iter().flat_map(Programme::courses).collect();
            for (stamp, entries) in demo::desk(seed, now, &courses[0], &courses[1]) {
                store.record(&entries, &stamp).unwrap();
            }
        }
        service
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, line: &str) -> Answer {
        let output = Command::new(env!("CARGO_BIN_EXE_onward"))
            .args(["--lang", "en", "--passphrase-file", "passphrase", "--exports", "."])
            .args(line.split_whitespace().map(|word| word.replace('_', " ")))
            .current_dir(self.0.path())
            .env_remove("ONWARD_DATA")
            .env("HOME", self.0.path())
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), said)
    }

    /// Runs it, and expects this exit code.
    fn ran(&self, line: &str, code: i32) -> String {
        let (ended, said) = self.run(line);
        assert_eq!(ended, code, "{line}: {said}");
        said
    }
}

#[test]
fn bundles_of_two_desks_are_written_known_reviewed_and_added_up() {
    let service = Service::new();
    service.ran("--data halden settings desk-name Halden,_wing_C", 0);
    for desk in ["halden", "ullersmo"] {
        let said = service.ran(&format!("--data {desk} export bundle --all --output {desk}.onward"), 0);
        assert!(said.starts_with(&format!("Written: {desk}.onward\nJournal up to ")), "{said}");
    }
    assert_eq!(fs::metadata(service.path("halden.onward")).unwrap().permissions().mode() & 0o777, 0o600);
    // Nobody compared a fingerprint yet: everything is shown, and nothing is counted.
    let said = service.ran("--data mine review halden.onward ullersmo.onward", 13);
    assert!(said.contains("Halden, wing C") && said.contains("desk not known"), "{said}");
    let prints: Vec<String> =
        ["halden", "ullersmo"].map(|desk| service.ran(&format!("--data {desk} fingerprint"), 0)).into();
    assert_ne!(prints[0], prints[1]);
    let wrong = service.ran("--data mine review halden.onward --know abcd-efgh-jkmn-pqrs", 2);
    assert!(wrong.contains("None of these bundles"), "{wrong}");
    let said = service.ran(&format!("--data mine review halden.onward --know {}", prints[0].trim()), 1);
    assert!(said.contains("Halden, wing C is known from now on"), "{said}");
    let know = format!("--data mine review ullersmo.onward --know {} --name Ullersmo", prints[1].trim().to_uppercase());
    service.ran(&know, 1);
    let json = service.ran("--data mine review halden.onward ullersmo.onward --format json", 1);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["groups_counted"], value["groups_given"]);
    assert!(value["groups"].as_array().unwrap().iter().any(|group| group["desk"] == "Ullersmo"), "{json}");
    // What all come to is what the two come to.
    let one = |file: &str| -> serde_json::Value {
        serde_json::from_str(&service.ran(&format!("--data mine review {file} --format json"), 1)).unwrap()
    };
    let (halden, ullersmo) = (one("halden.onward"), one("ullersmo.onward"));
    let attended = |value: &serde_json::Value| value["groups_totals"][0]["attendance"]["count"].as_u64().unwrap();
    assert_eq!(attended(&value), attended(&halden) + attended(&ullersmo));
    service.ran("--data mine review halden.onward ullersmo.onward --output all.xlsx", 1);
    assert!(fs::read(service.path("all.xlsx")).unwrap().starts_with(b"PK"));
    // Ticked off, and sent back: the remarks lie beside the bundle.
    let said = service.ran("--data mine review halden.onward --tick", 1);
    assert!(said.contains("is ticked off"), "{said}");
    // What is kept nothing encrypts: a remark names nobody of the group.
    let bundle = String::from_utf8_lossy(&fs::read(service.path("ullersmo.onward")).unwrap()).into_owned();
    let family = bundle.split("\"name\":\"").nth(1).unwrap().split(',').next().unwrap();
    let named = format!("--data mine review ullersmo.onward --remarks Ask_{}", family.replace(' ', "_"));
    let refused = service.ran(&named, 2);
    assert!(refused.contains("names somebody") && !service.path("ullersmo.remarks.md").exists(), "{refused}");
    let said = service.ran("--data mine review ullersmo.onward --remarks Who_was_away?", 1);
    assert!(said.contains("Remarks for the desk: ullersmo.remarks.md"), "{said}");
    let back = fs::read_to_string(service.path("ullersmo.remarks.md")).unwrap();
    assert!(back.contains("Who was away?") && back.contains(prints[1].trim()), "{back}");
    let said = service.ran("--data mine review halden.onward ullersmo.onward --format text", 1);
    assert!(said.contains("ticked off") && said.contains("sent back"), "{said}");
    let kept = service.path("mine/review");
    assert_eq!(fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(kept.join("reviews.json")).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_cannot_be_trusted_is_told_with_its_exit_code() {
    let service = Service::new();
    service.ran("--data halden export bundle --all --output old.onward", 0);
    let print = service.ran("--data halden fingerprint", 0);
    service.ran("--data halden settings desk-name Halden", 0);
    service.ran("--data halden export bundle --all --output new.onward", 0);
    let bytes = fs::read(service.path("new.onward")).unwrap();
    for eighth in 1..8 {
        fs::write(service.path("part.onward"), &bytes[..bytes.len() * eighth / 8]).unwrap();
        let said = service.ran("--data mine review part.onward", 11);
        assert!(said.contains("cut off"), "{said}");
    }
    for at in [20, 100, bytes.len() / 2, bytes.len() - 60] {
        let mut other = bytes.clone();
        other[at] ^= 1;
        fs::write(service.path("other.onward"), other).unwrap();
        assert!(service.ran("--data mine review other.onward", 10).contains("altered"));
    }
    fs::write(service.path("none.onward"), "Group,Session\r\n").unwrap();
    assert!(service.ran("--data mine review none.onward", 2).contains("no bundle"));
    assert!(service.ran("--data mine review nowhere.onward", 2).contains("cannot be read"));
    service.ran(&format!("--data mine review new.onward --tick --know {}", print.trim()), 1);
    let said = service.ran("--data mine review old.onward", 12);
    assert!(said.contains("older than reviewed"), "{said}");
    service.ran("--data mine review new.onward", 1);
    let both = service.ran("--data mine review old.onward new.onward", 12);
    assert!(both.contains("a newer one is here"), "{both}");
    // What was kept and is none any more is left as it is.
    fs::write(service.path("mine/review/reviews.json"), "{").unwrap();
    assert!(service.ran("--data mine review new.onward --tick", 2).contains("not what was kept"));
    assert_eq!(fs::read(service.path("mine/review/reviews.json")).unwrap(), b"{");
    // No group met then, and no bundle for a recipient who is not given everything.
    let said = service.ran("--data halden export bundle --all --since 2031-01-01 --output a.onward", 2);
    assert!(said.contains("No group met then"), "{said}");
    service.ran("--data halden export bundle --all --profile ministry --output a.onward", 2);
    service.ran("--data halden export bundle --all --format csv --output a.csv", 2);
}
