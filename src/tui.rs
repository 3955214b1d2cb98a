//! The desk on the terminal.
