//! The wall around the program: no socket to any network (seccomp), and no file but those of its [`Reach`]
//! (Landlock). It is put up while there is one thread, holds for every later one, and nothing takes it down.
//!
//! What the kernel does not have is left out; `onward doctor` tries the wall and tells.

use crate::cli::reach::Reach;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, UdpSocket};

/// Puts it up.
pub fn raise(reach: &Reach) {
    #[cfg(target_os = "linux")]
    {
        // Either may be missing in this kernel; the other holds all the same.
        let _ = files::confine(reach);
        #[cfg(target_pointer_width = "64")]
        let _ = sockets::refuse();
    }
    #[cfg(not(target_os = "linux"))]
    let _ = reach;
}

/// Whether a socket to a network is refused, tried.
#[must_use]
pub fn keeps_from_networks() -> bool {
    UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
}

/// Whether files elsewhere are out of reach, tried on the one folder that everybody may otherwise read.
#[must_use]
pub fn keeps_from_files() -> bool {
    std::fs::read_dir("/").is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
}

#[cfg(target_os = "linux")]
mod files {
    use super::Reach;
    use landlock::{
        ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, PathBeneath, PathFd, Ruleset, RulesetAttr,
        RulesetCreatedAttr, RulesetError, make_bitflags,
    };
    use std::path::Path;

    /// What programs read without being told: libraries, time zones, locales, accounts, facts about the machine.
    const SYSTEM: [&str; 17] = [
        "/usr",
        "/lib",
        "/lib32",
        "/lib64",
        "/etc",
        "/nix/store",
        "/gnu/store",
        "/run/current-system",
        "/dev/urandom",
        "/dev/random",
        "/proc/self",
        "/proc/swaps",
        "/proc/meminfo",
        "/proc/cpuinfo",
        "/proc/sys/vm",
        "/sys/devices/system/cpu",
        "/sys/fs/cgroup",
    ];

    /// The terminal by its other name: passphrases are asked for there.
    const TERMINAL: [&str; 2] = ["/dev/tty", "/dev/null"];

    /// Nothing may be run, and no device, socket or link made.
    const WRITE: BitFlags<AccessFs> = make_bitflags!(AccessFs::{
        ReadFile | ReadDir | WriteFile | Truncate | MakeReg | MakeDir | RemoveFile | RemoveDir | Refer
    });
    const READ: BitFlags<AccessFs> = make_bitflags!(AccessFs::{ReadFile | ReadDir});
    const TALK: BitFlags<AccessFs> = make_bitflags!(AccessFs::{ReadFile | WriteFile | IoctlDev});

    /// Confines this thread, and every one that it starts.
    pub(super) fn confine(reach: &Reach) -> Result<(), RulesetError> {
        let abi = ABI::V5;
        let mut rules = Ruleset::default()
            // The first version of Landlock lets nothing be moved from one folder to another, which stores need.
            .set_compatibility(CompatLevel::HardRequirement)
            .handle_access(AccessFs::Refer)?
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(AccessFs::from_all(abi))?
            .handle_access(AccessNet::from_all(abi))?
            .create()?;
        let system = SYSTEM.iter().map(Path::new).map(|path| (path, READ));
        let terminal = TERMINAL.iter().map(Path::new).map(|path| (path, TALK));
        let reads = reach.reads.iter().map(|path| (path.as_path(), READ));
        let writes = reach.writes.iter().map(|path| (path.as_path(), WRITE));
        for (path, access) in system.chain(terminal).chain(reads).chain(writes) {
            // What is not there cannot be reached anyway.
            if let Ok(file) = PathFd::new(path) {
                rules = rules.add_rule(PathBeneath::new(file, access))?;
            }
        }
        rules.restrict_self()?;
        Ok(())
    }
}

#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
mod sockets {
    use seccompiler::{
        BackendError, BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition,
        SeccompFilter, SeccompRule, TargetArch, apply_filter_all_threads,
    };
    use std::collections::BTreeMap;

    /// Refuses, as a lacking right, every socket that is not one between programs of this machine, and the ring
    /// that could ask for one past this filter.
    pub(super) fn refuse() -> Result<(), Error> {
        let denied = SeccompAction::Errno(libc::EACCES.unsigned_abs());
        let here = TargetArch::try_from(std::env::consts::ARCH)?;
        let filter = SeccompFilter::new(rules()?, SeccompAction::Allow, denied, here)?;
        apply_filter_all_threads(&BpfProgram::try_from(filter)?)
    }

    fn rules() -> Result<BTreeMap<i64, Vec<SeccompRule>>, BackendError> {
        let local = u64::from(libc::AF_UNIX.unsigned_abs());
        let not_local = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, local)?;
        let not_local = || SeccompRule::new(vec![not_local.clone()]).map(|rule| vec![rule]);
        let mut rules = BTreeMap::from([
            (libc::SYS_socket, not_local()?),
            (libc::SYS_socketpair, not_local()?),
            (libc::SYS_io_uring_setup, Vec::new()),
        ]);
        if cfg!(target_arch = "x86_64") {
            // The same calls by their numbers for programs of the x32 kind, which the filter would not know.
            for number in [libc::SYS_socket, libc::SYS_socketpair, libc::SYS_io_uring_setup] {
                rules.insert(number | 0x4000_0000, Vec::new());
            }
        }
        Ok(rules)
    }
}
