//! The encrypted store on this machine: key, tables, journal.
