//! A store seen from outside: whether it is whole, and what stands in it. What is looked at is a copy, so that
//! the next desk meets what the last one left.

use crate::prison::{PASSPHRASE, Prison};
use onward::domain::attendance::NOT_RECORDED;
use onward::domain::audit::Audit;
use onward::domain::record::Reads;
use onward::domain::room::Room;
use onward::store::{Store, unlock, unlock_as};
use onward::tui::shell::clock::now;
use rusqlite::Connection;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use tempfile::TempDir;

/// A copy of a store, open.
pub struct Copy {
    pub store: Store,
    /// Every page is what was written, every index is right, the journal makes every table.
    pub audit: Audit,
    _folder: TempDir,
}

impl Copy {
    /// A copy of the store in `dir`, which has to be whole.
    pub fn sound(dir: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["onward.db", "onward.db-wal", "onward.key", "onward.tries"] {
            if dir.join(name).exists() {
                fs::copy(dir.join(name), folder.path().join(name)).unwrap();
            }
        }
        // Where several people have a key it is Kari's; where one has, whoever that is.
        let unlocked =
            unlock_as(folder.path(), "kari", PASSPHRASE).or_else(|_| unlock(folder.path(), PASSPHRASE)).unwrap();
        let db = Connection::open(folder.path().join("onward.db")).unwrap();
        db.execute_batch(&unlocked.key.pragma()).unwrap();
        assert_eq!(lines(&db, "PRAGMA integrity_check"), ["ok"]);
        // A page that was cut short on its way from the log stands in the log still; the check below reads the
        // file alone.
        db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map(|busy: i64| assert_eq!(busy, 0))
            .unwrap();
        assert_eq!(lines(&db, "PRAGMA cipher_integrity_check"), [""; 0]);
        db.close().unwrap();
        let store = Store::open(folder.path(), &unlocked).unwrap();
        let audit = store.audit(None, &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
        assert_eq!(audit.damage, None);
        Self { store, audit, _folder: folder }
    }

    /// Entries in the journal.
    pub fn entries(&self) -> i64 {
        self.audit.head.seq
    }

    /// The symbols of the people in today's room, in the order of the screen.
    pub fn marks(&self) -> Vec<char> {
        let today = self.store.sessions_on(now().date_naive()).unwrap().remove(0);
        let group = self.store.group(today.session.group, "en").unwrap().unwrap();
        let room = Room::of(&group, today.id).unwrap();
        let symbol = |person| room.mark(person).map_or(NOT_RECORDED, |mark| mark.code.row().symbol);
        room.people().map(|member| symbol(member.id)).collect()
    }
}

fn lines(db: &Connection, pragma: &str) -> Vec<String> {
    let mut statement = db.prepare(pragma).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The symbols of the people in the room that is on the screen.
pub fn shown(screen: &vt100::Screen) -> Vec<char> {
    let contents = screen.contents();
    let people = contents.lines().skip(3).filter_map(|line| line.split_once('│'));
    let symbols = people.map_while(|(_, person)| person.chars().nth(3).filter(|c| *c != ' '));
    symbols.map(|c| if c == '·' { NOT_RECORDED } else { c }).collect()
}

/// The keys that mark the person in this row of the room, wherever the selection is.
pub fn mark_keys(row: usize, code: char) -> String {
    format!("\u{1b}[H{}{}", "\u{1b}[B".repeat(row), code.to_lowercase())
}

/// The files of a store in another place.
pub fn copy_store(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_store(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

impl Prison {
    /// With a small desk whose session of today has begun and is unmarked.
    pub fn in_session() -> Self {
        let prison = Self::with(24);
        let mut desk = prison.desk();
        desk.press("s", "0 of 4 here");
        desk.type_text(" ");
        desk.wait_for("▸");
        desk.power_cut();
        prison
    }
}
