//! The desk on the terminal.

pub mod app;
pub mod ascii;
pub mod desk;
pub mod draft;
pub mod effect;
pub mod keymap;
pub mod keys;
pub mod layers;
pub mod look;
pub mod manuscript;
pub mod paint;
pub mod screen;
pub mod screens;
pub mod shell;
pub mod widgets;
