//! The chain over the journal: every entry carries a salted digest of its contents, and a hash over that, over
//! who, when and about what, and over the hash before it. Contents and salt can go while the chain holds.

use crate::domain::audit::Head;
use crate::domain::entry::Keys;
use crate::domain::record::Failure;
use crate::store::key::{hex, system_random};
use crate::store::row;
use blake2::{Blake2s256, Digest};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A digest or a hash.
pub(super) type Hash = [u8; 32];

/// Without it nobody can try out what erased contents may have been.
pub(super) type Salt = [u8; 16];

/// Before the first entry.
pub(super) const START: Hash = [0; 32];

/// A salt for one entry. It decides nothing that anybody sees, so it is not passed in.
pub(super) fn salt() -> Result<Salt, Failure> {
    let mut salt = [0; 16];
    system_random(&mut salt)?;
    Ok(salt)
}

/// The digest of what an entry says and of what stood before it.
pub(super) fn digest(salt: &[u8], value: Option<&str>, before: Option<&str>) -> Hash {
    let mut hash = Blake2s256::new_with_prefix("onward contents 1");
    bytes(&mut hash, salt);
    text(&mut hash, value);
    text(&mut hash, before);
    hash.finalize().into()
}

/// Everything of an entry but its contents.
#[derive(Debug)]
pub(super) struct Link<'a> {
    pub(super) seq: i64,
    pub(super) step: i64,
    /// The last entry of its step: a step that lost its end shows.
    pub(super) last: i64,
    pub(super) at: &'a str,
    pub(super) actor: &'a str,
    pub(super) undoes: Option<i64>,
    pub(super) kind: &'a str,
    pub(super) keys: &'a Keys,
    pub(super) digest: &'a [u8],
}

impl<'a> Link<'a> {
    /// From a row that begins with number, step, end of the step, when, who, what it undoes, and kind.
    pub(super) fn read(row: &'a Row, keys: &'a Keys, digest: &'a [u8]) -> Result<Self, Failure> {
        Ok(Self {
            seq: row.get(0)?,
            step: row.get(1)?,
            last: row.get(2)?,
            at: row::text(row, 3)?,
            actor: row::text(row, 4)?,
            undoes: row.get(5)?,
            kind: row::text(row, 6)?,
            keys,
            digest,
        })
    }

    /// The hash of this entry after one with the hash `before`.
    pub(super) fn after(&self, before: &[u8]) -> Hash {
        let mut hash = Blake2s256::new_with_prefix("onward entry 1");
        bytes(&mut hash, before);
        let Keys { person, group, session, course, item } = self.keys;
        let ids = [person.map(|id| id.0), group.map(|id| id.0), session.map(|id| id.0), course.map(|id| id.0)];
        for number in [Some(self.seq), Some(self.step), Some(self.last), self.undoes].into_iter().chain(ids) {
            // A number that is not there is not the number nought.
            hash.update([u8::from(number.is_some())]);
            hash.update(number.unwrap_or_default().to_le_bytes());
        }
        for said in [Some(self.at), Some(self.actor), Some(self.kind), item.as_deref()] {
            text(&mut hash, said);
        }
        bytes(&mut hash, self.digest);
        hash.finalize().into()
    }
}

/// With their length, so that no two lists of texts are the same bytes.
fn bytes(hash: &mut Blake2s256, bytes: &[u8]) {
    hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
    hash.update(bytes);
}

fn text(hash: &mut Blake2s256, text: Option<&str>) {
    hash.update([u8::from(text.is_some())]);
    bytes(hash, text.unwrap_or_default().as_bytes());
}

/// The last entry and its hash.
pub(super) fn end(db: &Connection) -> Result<(i64, Vec<u8>), Failure> {
    let mut statement = db.prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?;
    let found = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(found.unwrap_or((0, START.to_vec())))
}

/// The end of the journal as it is printed.
pub(super) fn head(db: &Connection) -> Result<Head, Failure> {
    let (seq, hash) = end(db)?;
    Ok(Head { seq, hash: hex(&hash) })
}

/// Chains the entries of a store that an older program made, some at a time.
pub(super) fn chain_all(db: &Connection) -> Result<(), Failure> {
    const SOME: i64 = 2_000;
    let mut write = db.prepare("UPDATE journal SET salt = ?, digest = ?, hash = ? WHERE seq = ?")?;
    let mut read = db.prepare(
        "SELECT j.seq, j.step, s.last, s.at, s.actor, s.undoes, j.kind, j.person, j.grp, j.session, j.course, j.item,
           j.value, j.before
         FROM journal j CROSS JOIN step s ON s.id = j.step WHERE j.seq > ? ORDER BY j.seq LIMIT ?",
    )?;
    let (mut last, mut before) = (0, START);
    loop {
        let mut links = Vec::new();
        let mut rows = read.query(params![last, SOME])?;
        while let Some(row) = rows.next()? {
            let salt = salt()?;
            let digest = digest(&salt, row::text_or_none(row, 12)?, row::text_or_none(row, 13)?);
            let keys = row::keys(row, 7)?;
            let link = Link::read(row, &keys, &digest)?;
            before = link.after(&before);
            last = link.seq;
            links.push((salt, digest, before, last));
        }
        if links.is_empty() {
            return Ok(());
        }
        for (salt, digest, hash, seq) in links {
            write.execute(params![salt, digest, hash, seq])?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::PersonId;

    fn hash(change: impl FnOnce(&mut Link)) -> Hash {
        let keys = Keys { person: Some(PersonId(9)), ..Keys::default() };
        let mut link = Link {
            seq: 4,
            step: 3,
            last: 5,
            at: "2026-11-24T10:00:00+01:00",
            actor: "Kari",
            undoes: None,
            kind: "person",
            keys: &keys,
            digest: &START,
        };
        change(&mut link);
        link.after(&START)
    }

    #[test]
    fn everything_about_an_entry_is_in_its_hash() {
        let as_it_was = hash(|_| {});
        assert_eq!(hash(|_| {}), as_it_was);
        let other = Keys { group: Some(crate::domain::id::GroupId(9)), ..Keys::default() };
        let named = Keys { person: Some(PersonId(9)), item: Some(String::new()), ..Keys::default() };
        let changed = [
            hash(|link| link.seq = 5),
            hash(|link| link.step = 4),
            hash(|link| link.last = 6),
            hash(|link| link.at = "2026-11-24T10:00:00+00:00"),
            hash(|link| link.actor = "Ola"),
            hash(|link| link.undoes = Some(0)),
            hash(|link| link.kind = "group"),
            hash(|link| link.digest = &[1; 32]),
            hash(|link| link.keys = Box::leak(Box::new(other))),
            hash(|link| link.keys = Box::leak(Box::new(named))),
        ];
        for (at, one) in changed.iter().enumerate() {
            assert!(*one != as_it_was && !changed[..at].contains(one), "{at}");
        }
    }

    #[test]
    fn contents_cannot_be_moved_from_one_place_to_the_other() {
        let of = |value, before| digest(&[7; 16], value, before);
        assert_ne!(of(Some("ab"), Some("c")), of(Some("a"), Some("bc")));
        assert_ne!(of(Some("ab"), None), of(None, Some("ab")));
        assert_ne!(of(None, None), of(Some(""), None));
        assert_ne!(of(Some("a"), None), digest(&[8; 16], Some("a"), None));
    }
}
