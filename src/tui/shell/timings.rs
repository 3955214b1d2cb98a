//! Where the time of a start went: one line a milestone, for benches, when `ONWARD_TIMINGS` names a file.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

/// The file, when one is named.
#[must_use]
pub fn file() -> Option<PathBuf> {
    std::env::var_os("ONWARD_TIMINGS").map(PathBuf::from)
}

/// Appends `name` and the time since boot to the file, if one is named. Never says anything of its own:
/// a bench notices when lines are missing.
pub fn milestone(name: &str) {
    let Some(path) = file() else { return };
    if let Ok(mut file) = OpenOptions::new().append(true).open(path) {
        let _ = writeln!(file, "{name} {}", nanoseconds());
    }
}

/// Nanoseconds of the monotonic clock, which a process outside can read too.
fn nanoseconds() -> u128 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    u128::try_from(time.tv_sec).unwrap_or(0) * 1_000_000_000 + u128::try_from(time.tv_nsec).unwrap_or(0)
}
