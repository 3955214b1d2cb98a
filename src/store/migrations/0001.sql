-- Never edited once released: what changes the shape of the store is a new file.

-- The journal: steps, each recorded by one person at one moment, and their entries.
CREATE TABLE step (
  id INTEGER PRIMARY KEY,          -- the seq of its first entry
  last INTEGER NOT NULL,           -- the seq of its last entry
  at TEXT NOT NULL,                -- RFC 3339 with offset
  actor TEXT NOT NULL,
  undoes INTEGER                   -- the step that it undid
) STRICT;
CREATE INDEX step_by_actor ON step (actor, id);
CREATE INDEX step_by_undone ON step (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  step INTEGER NOT NULL,
  kind TEXT NOT NULL,
  person INTEGER,
  grp INTEGER,
  session INTEGER,
  course INTEGER,
  item TEXT,
  value TEXT,                      -- JSON; nothing when the fact was set to nothing
  before TEXT
) STRICT;
CREATE INDEX journal_by_person ON journal (person) WHERE person IS NOT NULL;
CREATE INDEX journal_by_group ON journal (grp) WHERE grp IS NOT NULL;

-- What screens and exports read: one row per fact, as the journal last said it. Where a table has
-- a column json, that is the fact; the other columns are drawn from it to find, join and sort by.

-- Narrow, because every line of an export needs it; all facts of a person are in person_facts.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  given TEXT NOT NULL,
  family TEXT NOT NULL,
  release TEXT
) STRICT;
CREATE TABLE person_facts (
  id INTEGER PRIMARY KEY,
  json TEXT NOT NULL
) STRICT;

-- Everybody once for each alphabet, in its order, with the folded text that is searched.
CREATE TABLE find (
  alphabet TEXT NOT NULL,
  key BLOB NOT NULL,
  person INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (alphabet, key, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE exception (
  person INTEGER NOT NULL,
  item TEXT NOT NULL,              -- the programme
  json TEXT NOT NULL,
  PRIMARY KEY (person, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX exception_by_programme ON exception (item, person);

CREATE TABLE course (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT NOT NULL,
  version_title TEXT NOT NULL,
  sessions INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX course_by_version ON course (programme, version);

-- What lists need of a course's session plans, without reading the whole course.
CREATE TABLE course_plan (
  course INTEGER NOT NULL,
  plan INTEGER NOT NULL,           -- index, from 0
  title TEXT NOT NULL,
  essential INTEGER NOT NULL,
  PRIMARY KEY (course, plan)
) STRICT, WITHOUT ROWID;

CREATE TABLE grp (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  course INTEGER NOT NULL,
  start TEXT NOT NULL,
  finished TEXT,
  text TEXT NOT NULL,              -- folded: code, room, facilitators
  json TEXT NOT NULL
) STRICT;
-- With the text, so that a search reads nothing but the index until something is found.
CREATE INDEX grp_by_start ON grp (start, id, text);
CREATE INDEX grp_unfinished ON grp (start, id, text) WHERE finished IS NULL;
CREATE INDEX grp_by_course ON grp (course);

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  grp INTEGER NOT NULL,
  plan INTEGER NOT NULL,
  date TEXT NOT NULL,
  time TEXT NOT NULL,
  state TEXT NOT NULL,             -- planned, running, held, cancelled
  json TEXT NOT NULL
) STRICT;
CREATE INDEX session_by_group ON session (grp, plan, date, time, id, state);
CREATE INDEX session_by_date ON session (date, time, id);
CREATE INDEX session_planned ON session (date, time, id) WHERE state = 'planned';
CREATE INDEX session_running ON session (date, time, id) WHERE state = 'running';

CREATE TABLE enrolment (
  grp INTEGER NOT NULL,
  person INTEGER NOT NULL,
  state TEXT NOT NULL,             -- waiting, enrolled, left, completed
  first TEXT,                      -- the first day that counts; nothing when none does
  last TEXT,                       -- the last day that counts; nothing when open
  json TEXT NOT NULL,
  PRIMARY KEY (grp, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX enrolment_by_person ON enrolment (person, grp);

CREATE TABLE mark (
  session INTEGER NOT NULL,
  person INTEGER NOT NULL,
  code TEXT NOT NULL,              -- the stable name of the attendance table
  minutes INTEGER,
  note TEXT,
  caught_up_on TEXT,
  caught_up_minutes INTEGER,
  PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome (
  grp INTEGER NOT NULL,
  session INTEGER NOT NULL,
  person INTEGER NOT NULL,
  item TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (grp, session, person, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
  grp INTEGER NOT NULL,
  session INTEGER NOT NULL,
  item TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (grp, session, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_note (
  grp INTEGER NOT NULL,
  session INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (grp, session)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_note (
  grp INTEGER NOT NULL,
  session INTEGER NOT NULL,
  person INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (grp, session, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating (
  grp INTEGER NOT NULL,
  person INTEGER NOT NULL,
  item TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (grp, person, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  item TEXT PRIMARY KEY,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Everybody enrolled in an unfinished group who is released before a planned session of it: drawn
-- from the tables above whenever they change, because the first screen asks for it on every start.
CREATE TABLE watch (
  release TEXT NOT NULL,
  grp INTEGER NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (release, grp, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX watch_by_group ON watch (grp);

-- How the store itself was made: the alphabet tables that sorted `find`.
CREATE TABLE made (
  item TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
