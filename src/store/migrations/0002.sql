-- Never edited once released: what changes the shape of the store is a new file.

-- Every fact that nothing is found, joined or sorted by: its kind, its keys, its value. A kind of entry
-- that needs no more than this needs no table of its own. A key that the kind does not have is 0 or ''.
CREATE TABLE fact (
  kind TEXT NOT NULL,
  person INTEGER NOT NULL,
  grp INTEGER NOT NULL,
  session INTEGER NOT NULL,
  course INTEGER NOT NULL,
  item TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (kind, person, grp, session, course, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_by_group ON fact (grp, kind) WHERE grp <> 0;
CREATE INDEX fact_by_person ON fact (person) WHERE person <> 0;

-- What somebody was still writing: no entry, because nobody has said it yet.
CREATE TABLE draft (
  place TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
