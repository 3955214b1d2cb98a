//! How the program is linked: the places that are set at its start are packed where the system reads that.

use std::process::Command;

/// The first version of the GNU C library that reads packed relocations.
const READS_PACKED: (u32, u32) = (2, 36);

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // Forty thousand of them, most in the tables of OpenSSL: packed, they take a megabyte less of memory.
    if is_native_gnu() && glibc().is_some_and(|version| version >= READS_PACKED) {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// Whether this machine builds for itself, so that what it has says what the program will find.
fn is_native_gnu() -> bool {
    let said = |name| std::env::var(name).unwrap_or_default();
    said("CARGO_CFG_TARGET_ENV") == "gnu" && said("HOST") == said("TARGET")
}

/// The version of the C library here, from `glibc 2.36`.
fn glibc() -> Option<(u32, u32)> {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}
