//! What keeps the program's memory to itself: no core dump, and no other program of the account looking in.

#[cfg(target_os = "linux")]
use rustix::process::{DumpableBehavior, set_dumpable_behavior};
#[cfg(unix)]
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Raises it, before anything secret is read. What the system refuses `onward doctor` tells.
pub fn raise() {
    #[cfg(unix)]
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    if !is_watched() {
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Whether a fault would leave the memory of the program on disk.
#[must_use]
pub fn leaves_core() -> bool {
    #[cfg(unix)]
    return getrlimit(Resource::Core).current != Some(0);
    #[cfg(not(unix))]
    false
}

/// Whether other programs of the account may look into the memory of the program.
#[must_use]
pub fn is_open_to_others() -> bool {
    #[cfg(target_os = "linux")]
    return rustix::process::dumpable_behavior().is_ok_and(|now| now == DumpableBehavior::Dumpable);
    #[cfg(not(target_os = "linux"))]
    true
}

/// Whether a test is to look into the memory of a build that is for tests alone.
#[cfg(target_os = "linux")]
fn is_watched() -> bool {
    cfg!(debug_assertions) && std::env::var_os("ONWARD_WATCHED").is_some()
}
