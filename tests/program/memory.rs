//! What another process holds in memory, read as a debugger would read it.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

/// How often each of `sought` stands in what the process may write to.
pub fn found(pid: u32, sought: &[&[u8]]) -> Vec<usize> {
    let memory = File::open(format!("/proc/{pid}/mem")).unwrap();
    let mut counts = vec![0; sought.len()];
    for (from, to) in regions(pid) {
        let mut bytes = vec![0; to - from];
        // A page may be gone since the list was read.
        let Ok(read) = memory.read_at(&mut bytes, from as u64) else { continue };
        for (count, wanted) in counts.iter_mut().zip(sought) {
            *count += bytes[..read].windows(wanted.len()).filter(|window| window == wanted).count();
        }
    }
    counts
}

/// The parts of the memory that can be written: heap, stacks, data.
fn regions(pid: u32) -> Vec<(usize, usize)> {
    let maps = fs::read_to_string(format!("/proc/{pid}/maps")).unwrap();
    let parse = |line: &str| {
        let mut parts = line.split_whitespace();
        let (range, rights) = (parts.next()?, parts.next()?);
        let (from, to) = range.split_once('-')?;
        let address = |text| usize::from_str_radix(text, 16).ok();
        rights.starts_with("rw").then_some((address(from)?, address(to)?))
    };
    maps.lines().filter_map(parse).collect()
}
