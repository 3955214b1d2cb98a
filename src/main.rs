//! The program: everything is in the library, so that tests drive the same code.

use std::process::ExitCode;

fn main() -> ExitCode {
    onward::cli::run(std::env::args_os())
}
