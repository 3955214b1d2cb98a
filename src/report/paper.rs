//! A programme on paper: a sheet for those who take part, or the manual of whoever leads it; and a guide to hand out;
//! in one language, or in several side by side.

pub mod guide;
pub mod html;
mod manual;
pub mod md;
mod participant;
mod said;
pub mod tongue;

use crate::domain::programme::Course;
pub use said::{Phrase, Said};
use tongue::Tongue;

/// Who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Participant,
    Facilitator,
}

/// What is wanted on paper.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub course: &'a Course,
    /// The programme that it was made from.
    pub descends_from: Option<&'a str>,
    pub reader: Reader,
    /// One session alone, from 1; else all of them, and what holds for the whole.
    pub session: Option<usize>,
}

/// What stands on the paper, from top to bottom.
#[derive(Debug)]
pub struct Paper<'a> {
    pub title: Said,
    pub reader: Reader,
    pub tongues: &'a [Tongue],
    pub blocks: Vec<Block>,
}

/// One thing on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Begins a page.
    Sheet(Said),
    Heading(Said),
    /// A part of a session, with its minutes.
    Timed(u16, Said),
    Paragraph(Said),
    /// What must not be read over.
    Notice(Said),
    Fact(Said, Said),
    Items(Vec<Said>),
    /// Each with a box to tick.
    Boxes(Vec<Said>),
    /// The steps of a scale, and what is rated: a box for each pair.
    Grid(Vec<Said>, Vec<Said>),
    /// Labels with room to write behind them.
    Blanks(Vec<Said>),
    /// Empty lines to write on.
    Lines(u8),
}

/// What `wanted` asks for; `None` when the course has no such session.
#[must_use]
pub fn of<'a>(wanted: &Wanted, tongues: &'a [Tongue]) -> Option<Paper<'a>> {
    let mut writer = Writer { tongues, blocks: Vec::new() };
    let sessions = (1..).zip(wanted.course.sessions.iter().map(|plan| &**plan));
    let chosen: Vec<_> = sessions.filter(|(n, _)| wanted.session.is_none_or(|one| one == *n)).collect();
    if chosen.is_empty() {
        return None;
    }
    match wanted.reader {
        Reader::Participant => participant::write(&mut writer, wanted, &chosen),
        Reader::Facilitator => manual::write(&mut writer, wanted, &chosen),
    }
    let title = writer.text(&wanted.course.title);
    Some(Paper { title, reader: wanted.reader, tongues, blocks: writer.blocks })
}

/// Puts one block under the other, each said in every tongue.
struct Writer<'a> {
    tongues: &'a [Tongue],
    blocks: Vec<Block>,
}
