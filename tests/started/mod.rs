//! The built program, started once in a folder.

use std::path::Path;
use std::process::Command;

/// How the program ends with these arguments in `folder`, and what it says: what it prints, then its errors.
pub fn onward<'a>(folder: &Path, arguments: impl IntoIterator<Item = &'a str>) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_onward"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("ONWARD_DATA")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}
