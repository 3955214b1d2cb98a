-- Never edited once released: what changes the shape of the store is a new file.

-- What lists and the first screen need of a course stands before the course itself. That runs over some thirty
-- pages, and a column behind it is reached through all of them.
ALTER TABLE course RENAME TO course_before;
CREATE TABLE course (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT NOT NULL,
  version_title TEXT NOT NULL,
  sessions INTEGER NOT NULL,
  least INTEGER NOT NULL,          -- people, at least and at most
  most INTEGER NOT NULL,
  rated INTEGER NOT NULL,          -- items of the self-rating
  rules TEXT NOT NULL,             -- who may take part, JSON
  json TEXT NOT NULL
) STRICT;
INSERT INTO course SELECT id, programme, version, title, version_title, sessions, least, most, rated, rules, json
  FROM course_before;
DROP TABLE course_before;
CREATE INDEX course_by_version ON course (programme, version);
