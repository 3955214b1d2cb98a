//! What is seen of the file, and the place in it that is kept from one save to the next.

use super::{Proof, View, paper, sheet};
use crate::domain::programme::Programme;
use crate::domain::record::Failure;
use crate::domain::rehearsal::{GROUP, Rehearsal};
use crate::domain::shelf::Content;
use crate::report::paper::tongue::Tongue;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::manuscript::Manuscript;
use crate::tui::screen::Screen;
use crate::tui::screens::room::RoomScreen;
use std::sync::Arc;

impl Proof {
    /// Takes the file as it is now. The session that is looked at stays the same one, wherever it stands by now.
    pub(super) fn take(&mut self, file: Option<Manuscript>) {
        let part = self.page.checked_sub(1).and_then(|at| self.parts().get(at).map(|id| (*id).to_owned()));
        let version = self.course.as_ref().map(|course| course.version.clone());
        self.file = file;
        self.course = self.programme().and_then(|programme| {
            let same = version.and_then(|version| programme.course(&version));
            same.or_else(|| programme.courses().next()).map(Arc::new)
        });
        if let Some(at) = part.and_then(|part| self.parts().iter().position(|id| *id == part)) {
            self.page = at + 1;
        }
        self.page = self.page.min(self.parts().len());
        if self.course.is_none() {
            self.view = View::Text;
        }
    }

    fn programme(&self) -> Option<&Programme> {
        if let Some(Content::Programme(programme)) = self.content() { Some(programme) } else { None }
    }

    /// The ids of what pages are made of.
    pub(super) fn parts(&self) -> Vec<&str> {
        match (&self.course, self.content()) {
            (Some(course), _) => course.sessions.iter().map(|plan| plan.id.as_str()).collect(),
            (None, Some(Content::Pathway(pathway))) => pathway.steps.iter().map(|step| step.id.as_str()).collect(),
            (None, Some(Content::Guide(guide))) => guide.pages.iter().map(|page| page.id.as_str()).collect(),
            (None, Some(Content::Directory(directory))) => {
                directory.agencies.iter().map(|agency| agency.id.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The first page there is: a room and a sheet are always those of a session.
    pub(super) fn first_page(&self) -> usize {
        usize::from(matches!(self.view, View::Room | View::Sheet))
    }

    /// The index of the session that is looked at.
    fn plan(&self) -> usize {
        self.page.saturating_sub(1)
    }

    /// How many activities the session has.
    pub(super) fn activities(&self) -> usize {
        let plan = self.course.as_ref().and_then(|course| course.sessions.get(self.plan()));
        plan.map_or(0, |plan| plan.activities.len())
    }

    /// The languages in which the file is there.
    pub(super) fn tongues(&self) -> Vec<String> {
        let Some(file) = &self.file else { return Vec::new() };
        let beside = file.beside.iter().map(|(tag, _)| tag);
        let mut tongues: Vec<String> = file.languages.iter().chain(beside).cloned().collect();
        tongues.sort();
        tongues.dedup();
        tongues
    }

    pub(super) fn next_version(&mut self, desk: &Desk) -> Result<(), Failure> {
        let here = self.course.as_ref().map(|course| course.version.clone());
        let versions: Vec<String> = self
            .programme()
            .iter()
            .flat_map(|programme| &programme.versions)
            .map(|version| version.id.clone())
            .collect();
        let at = versions.iter().position(|id| Some(id) == here.as_ref()).unwrap_or(0);
        let next = versions.get((at + 1) % versions.len().max(1));
        self.look_at_version(next.map(String::as_str));
        self.show(desk)
    }

    /// Looks at another version, at the same session where it has that.
    fn look_at_version(&mut self, version: Option<&str>) {
        let part = self.page.checked_sub(1).and_then(|at| self.parts().get(at).map(|id| (*id).to_owned()));
        let course = version.and_then(|version| self.programme()?.course(version));
        self.course = course.map(Arc::new).or_else(|| self.course.take());
        let at = part.and_then(|part| self.parts().iter().position(|id| *id == part));
        self.page = at.map_or(self.page, |at| at + 1).min(self.parts().len());
    }

    /// Turns to the part of the file with this number and id; in another version where this one is without it.
    pub(super) fn turn_to(&mut self, (number, id): (usize, &str)) {
        let in_file = self.programme().and_then(|programme| programme.plans.get(number)).map(|plan| plan.id.clone());
        let known = |id: &str| self.parts().contains(&id) || self.version_with(id).is_some();
        let Some(id) = Some(id.to_owned()).filter(|id| known(id)).or(in_file) else { return };
        if !self.parts().contains(&id.as_str()) {
            let version = self.version_with(&id);
            self.look_at_version(version.as_deref());
        }
        if let Some(at) = self.parts().iter().position(|part| *part == id) {
            self.page = at + 1;
            self.activity = 0;
        }
    }

    fn version_with(&self, plan: &str) -> Option<String> {
        let mut versions = self.programme()?.versions.iter();
        versions.find(|version| version.sessions.iter().any(|id| id == plan)).map(|version| version.id.clone())
    }

    /// Gives each part of the screen the rows it has.
    pub(super) fn settle(&mut self) {
        let rows = self.height.saturating_sub(self.pane.rows(self.height) + u16::from(self.is_earlier()));
        self.reader.set_height(rows);
        self.planner.set_height(rows);
        self.paper.set_height(rows);
        // Its head stands above it.
        self.room.set_height(rows.saturating_sub(1));
    }

    /// Whether what is seen is of an earlier state of the file.
    pub(super) fn is_earlier(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.is_broken && file.picture.is_some())
    }

    /// Puts the file into what is looked at.
    ///
    /// # Errors
    /// What the record says; a trainer's desk has an empty one.
    pub(super) fn show(&mut self, desk: &Desk) -> Result<(), Failure> {
        self.page = self.page.max(self.first_page()).min(self.parts().len());
        self.activity = self.activity.min(self.activities().saturating_sub(1));
        self.settle();
        let Some(course) = self.course.clone() else {
            let blocks = self.content().map_or_else(Vec::new, |content| paper::page(content, self.page, desk.words));
            self.paper.set(blocks, desk.columns);
            return Ok(());
        };
        let (group, name) = (say!(desk.words, "proof-group"), say!(desk.words, "proof-person"));
        let rehearsal = || Rehearsal::of(Arc::clone(&course), &group, &name, desk.now);
        match self.view {
            View::Text => self.reader.show(Arc::clone(&course), self.page),
            View::Room => {
                let (record, moment) = rehearsal().in_the_room(self.plan(), self.activity);
                self.enter(Rehearsal::session(self.plan()));
                self.room.show(Some(record));
                self.moment = Some(moment);
            }
            View::Planner => {
                let versions: Vec<_> = self.programme().iter().flat_map(|programme| programme.courses()).collect();
                self.planner.show(Some(rehearsal().planned(desk.closed)), &versions, desk)?;
            }
            View::Sheet => {
                let tag = self.tongue.as_deref().unwrap_or(desk.words.locale().tag);
                let source = self.programme().and_then(|programme| programme.language.as_ref());
                let source = source.map_or("en", |language| language.code());
                let tongue = Tongue::new(tag, source, self.file.as_ref().map_or(&[], |file| &file.translations));
                self.paper.set(sheet::blocks(&course, self.plan(), tongue), desk.columns);
            }
        }
        Ok(())
    }

    /// Another session is another room.
    fn enter(&mut self, session: crate::domain::id::SessionId) {
        if self.room.place() != RoomScreen::to_look_on(GROUP, session).place() {
            self.room = RoomScreen::to_look_on(GROUP, session);
            self.settle();
        }
    }
}
