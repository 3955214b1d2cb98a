//! Onward: a terminal desk for the people who run group reintegration sessions in prisons.

pub mod catalogue;
pub mod cli;
pub mod demo;
pub mod domain;
pub mod i18n;
pub mod intake;
pub mod report;
pub mod store;
pub mod tui;
