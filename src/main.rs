//! The program: everything is in the library, so that tests drive the same code.

use std::alloc::System;
use std::process::ExitCode;
use zeroizing_alloc::ZeroAlloc;

/// What the program gives back to the system is wiped first: names and keys do not outlive what held them.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    onward::cli::run(std::env::args_os())
}
