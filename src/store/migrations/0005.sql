-- Never edited once released: what changes the shape of the store is a new file.

-- Somebody may leave a group and come back: every spell that counts has a row, none reaching into another.
CREATE TABLE spell (
  grp INTEGER NOT NULL,
  person INTEGER NOT NULL,
  first TEXT NOT NULL,             -- the first day that counts
  last TEXT,                       -- the last day that counts; nothing when open
  PRIMARY KEY (grp, person, first)
) STRICT, WITHOUT ROWID;
INSERT INTO spell SELECT grp, person, first, last FROM enrolment WHERE first IS NOT NULL;
ALTER TABLE enrolment DROP COLUMN first;
ALTER TABLE enrolment DROP COLUMN last;
