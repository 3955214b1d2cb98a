-- Never edited once released: what changes the shape of the store is a new file.

-- What is due of every pathway that runs, drawn from the facts whenever they change: a day is computed from facts
-- and stands nowhere else, but the first screen asks for all of them on every start. Days are counted: the first
-- of January of the year 1 is 1.
CREATE TABLE duty (
  due INTEGER NOT NULL,
  person INTEGER NOT NULL,
  run TEXT NOT NULL,
  pathway TEXT NOT NULL,           -- what it is pinned by
  step INTEGER NOT NULL,           -- index, from 0
  PRIMARY KEY (due, person, run)
) STRICT, WITHOUT ROWID;
CREATE INDEX duty_by_person ON duty (person);

-- What lists need of a pinned pathway, without reading the whole of it.
CREATE TABLE pathway_step (
  pathway TEXT NOT NULL,
  step INTEGER NOT NULL,
  of TEXT NOT NULL,                -- what the pathway is called, JSON
  title TEXT NOT NULL,             -- JSON
  PRIMARY KEY (pathway, step)
) STRICT, WITHOUT ROWID;
