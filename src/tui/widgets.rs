//! Pieces of screens: a text field, a list, a list read in windows.

pub mod banner;
pub mod document;
pub mod field;
pub mod find;
pub mod list;
pub mod sections;
pub mod window;
