//! How the program is linked: so that little of it has to be in memory.

use std::path::Path;
use std::process::Command;

/// The functions that a day at the desk calls, by their symbols. Drawn up by `cargo bench --bench desk -- hot`. Those
/// of SQLite and OpenSSL are called the same by every compiler; those of Rust only by the version that the list was
/// drawn up with, with the same versions of all libraries (Cargo.lock). After another the list finds few of them, and
/// the program takes three megabytes more of memory: it is then drawn up anew.
const HOT: &str = "src/hot.txt";

/// The first version of the GNU C library that reads packed relocations.
const READS_PACKED: (u32, u32) = (2, 36);

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={HOT}");
    if !is_native_gnu() {
        return;
    }
    // Forty thousand of them, most in the tables of OpenSSL: packed, they take a megabyte less of memory.
    if glibc().is_some_and(|version| version >= READS_PACKED) {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    // What is called lies together, and what is not is never read from the disk: three megabytes less.
    let root = said("CARGO_MANIFEST_DIR");
    let order =
        format!("-Wl,--symbol-ordering-file={},--no-warn-symbol-ordering", Path::new(&root).join(HOT).display());
    if said("PROFILE") == "release" && can_link_with(&order) {
        println!("cargo:rustc-link-arg-bins={order}");
    }
}

/// Whether this machine builds for itself, so that what it has says what the program will find.
fn is_native_gnu() -> bool {
    said("CARGO_CFG_TARGET_ENV") == "gnu" && said("HOST") == said("TARGET")
}

/// The version of the C library here, from `glibc 2.36`.
fn glibc() -> Option<(u32, u32)> {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// Whether the linker that will be used takes `argument`: LLD does, others refuse it. Tried on the least
/// program there is.
fn can_link_with(argument: &str) -> bool {
    let out = Path::new(&said("OUT_DIR")).join("least");
    let least = out.with_extension("rs");
    if std::fs::write(&least, "fn main() {}").is_err() {
        return false;
    }
    let mut rustc = Command::new(said("RUSTC"));
    rustc.args(said("CARGO_ENCODED_RUSTFLAGS").split('\u{1f}').filter(|flag| !flag.is_empty()));
    if let Ok(linker) = std::env::var("RUSTC_LINKER") {
        rustc.arg(format!("-Clinker={linker}"));
    }
    rustc.arg(format!("-Clink-arg={argument}")).arg("-o").arg(&out).arg(&least);
    rustc.output().is_ok_and(|done| done.status.success())
}

fn said(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}
