//! Export profiles: those that come with the desk, and those of a folder.

use super::check::Check;
use super::finding::{Finding, What};
use super::outline::Path as Place;
use super::{read, read_text};
use crate::domain::profile::{Profile, ProfileFault};
use std::path::Path;

/// The profiles that come with the desk: file name and text.
const BUILT_IN: &[(&str, &str)] = &[
    ("ministry.ron", include_str!("../../profiles/ministry.ron")),
    ("research.ron", include_str!("../../profiles/research.ron")),
    ("probation.ron", include_str!("../../profiles/probation.ron")),
    ("participant.ron", include_str!("../../profiles/participant.ron")),
];

/// Every profile that can be used, and what was found on the way.
#[derive(Debug, Clone, Default)]
pub struct Profiles {
    /// No two with the same id.
    pub profiles: Vec<Profile>,
    pub findings: Vec<Finding>,
}

impl Profiles {
    /// The built-in profiles, then those of the folder `profiles` in the data folder `data`; a later one
    /// replaces an earlier of the same id.
    #[must_use]
    pub fn load(data: Option<&Path>) -> Self {
        let mut found = Self::default();
        for (file, text) in BUILT_IN {
            found.add(check_profile(file, text));
        }
        let folder = data.map(|data| data.join("profiles")).filter(|folder| folder.is_dir());
        for raw in folder.map(|folder| read::directory(&folder)).unwrap_or_default() {
            match raw.text {
                Ok(text) => found.add(check_profile(&raw.file, &text)),
                Err(finding) => found.findings.push(*finding),
            }
        }
        found
    }

    fn add(&mut self, (profile, findings): (Option<Profile>, Vec<Finding>)) {
        self.findings.extend(findings);
        if let Some(profile) = profile {
            self.profiles.retain(|known| known.id != profile.id);
            self.profiles.push(profile);
        }
    }
}

/// One profile as `text`; `file` is the name that findings carry.
#[must_use]
pub fn check_profile(file: &str, text: &str) -> (Option<Profile>, Vec<Finding>) {
    read_text(file, text, |profile: &Profile, text, _| {
        let mut check = Check::new(file, text);
        if let Some(fault) = profile.fault() {
            let key = match fault {
                ProfileFault::NotesWithoutNames => "notes",
                ProfileFault::Threshold | ProfileFault::LinesAndThreshold => "threshold",
                ProfileFault::NoThreshold => "people",
            };
            check.error(&Place::Root.key(key), What::new(fault.message()));
        }
        check.findings()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profiles_of_the_desk_are_sound() {
        let found = Profiles::load(None);
        assert!(found.findings.is_empty(), "{:?}", found.findings);
        let ids: Vec<_> = found.profiles.iter().map(|profile| profile.id.as_str()).collect();
        assert_eq!(ids, ["ministry", "research", "probation", "participant"]);
    }

    #[test]
    fn a_file_of_ones_own_replaces_a_profile_and_a_fault_is_named_at_its_place() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("profiles")).unwrap();
        let text = r#"(id: "ministry", title: "Ours", reports: ["evaluation"], formats: ["csv"], people: Nobody, threshold: Some(10))"#;
        std::fs::write(folder.path().join("profiles/a.ron"), text).unwrap();
        std::fs::write(folder.path().join("profiles/b.ron"), text.replace("10", "2").replace("ministry", "other"))
            .unwrap();
        let found = Profiles::load(Some(folder.path()));
        let ours = found.profiles.iter().find(|profile| profile.id == "ministry").unwrap();
        assert_eq!((ours.threshold, found.profiles.len()), (Some(10), 4));
        assert_eq!(found.findings.iter().map(|finding| finding.what.id).collect::<Vec<_>>(), ["profile-threshold"]);
    }
}
