//! Where the desk keeps things, and in which language it speaks.

use crate::cli::Options;
use crate::i18n::{Locale, Words};
use std::path::PathBuf;

/// The folder of the store: `--data`, else the usual place of this system.
/// None when neither is given nor can be told (no home directory).
#[must_use]
pub fn data_dir(options: &Options) -> Option<PathBuf> {
    let usual = || directories::ProjectDirs::from("", "", "onward").map(|dirs| dirs.data_dir().to_owned());
    options.data.clone().or_else(usual)
}

/// The file of other keys: `--keys`, else `keys.ron` in the settings folder of this system; it need not
/// be there.
#[must_use]
pub fn keys_file(options: &Options) -> Option<PathBuf> {
    let usual = || directories::ProjectDirs::from("", "", "onward").map(|dirs| dirs.config_dir().join("keys.ron"));
    options.keys.clone().or_else(usual)
}

/// `settings.ron` in the settings folder of this system; it need not be there.
#[must_use]
pub fn settings_file() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "onward").map(|dirs| dirs.config_dir().join("settings.ron"))
}

/// The words of `--lang`, else of `setting`, else of the system.
#[must_use]
pub fn words(options: &Options, setting: Option<&str>) -> Words {
    let system: Vec<String> = sys_locale::get_locales().collect();
    let wishes = options.lang.as_deref().into_iter().chain(setting).chain(system.iter().map(String::as_str));
    Words::new(Locale::choose(wishes))
}

/// Where exports are offered to go, and the one place where the desk may write them: `--exports`, else the
/// documents folder, else the home folder, else here.
#[must_use]
pub fn exports(options: &Options) -> PathBuf {
    if let Some(given) = &options.exports {
        return std::path::absolute(given).unwrap_or_else(|_| given.clone());
    }
    let dirs = directories::UserDirs::new();
    let documents = dirs.as_ref().and_then(|dirs| dirs.document_dir()).filter(|dir| dir.is_dir());
    documents.or_else(|| dirs.as_ref().map(directories::UserDirs::home_dir)).map_or_else(PathBuf::new, Into::into)
}
