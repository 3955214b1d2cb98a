-- Never edited once released: what changes the shape of the store is a new file.

-- Everybody with what rules ask about, as narrow as it can be: twenty thousand of them are read when people
-- are chosen. Days are counted: the first of January of the year 1 is 1.
DROP INDEX applicant_by_release;
ALTER TABLE applicant RENAME TO applicant_before;
CREATE TABLE applicant (
  release INTEGER NOT NULL,        -- of 9999-12-31 when it is not recorded
  person INTEGER NOT NULL,
  since INTEGER NOT NULL,          -- waiting since then, or recorded then
  born INTEGER,
  occupation INTEGER,              -- the place in the list of the program
  legal_status INTEGER,            -- likewise
  consent INTEGER,
  languages TEXT NOT NULL,         -- lt B1,en
  answers TEXT,                    -- JSON
  PRIMARY KEY (release, person)
) STRICT, WITHOUT ROWID;
-- For counting, without what stands in the rows.
CREATE INDEX applicant_by_release ON applicant (release);

INSERT INTO applicant (release, person, since, born, occupation, legal_status, consent, languages, answers)
SELECT CAST(julianday(a.release) - 1721424.5 AS INTEGER), a.person, CAST(julianday(a.since) - 1721424.5 AS INTEGER),
  CAST(julianday(a.json ->> '$.born') - 1721424.5 AS INTEGER),
  CASE a.json ->> '$.occupation' WHEN 'None' THEN 0 WHEN 'Work' THEN 1 WHEN 'Education' THEN 2
    WHEN 'OtherActivity' THEN 3 END,
  CASE a.json ->> '$.legal_status' WHEN 'Sentenced' THEN 0 WHEN 'Remand' THEN 1 WHEN 'ImmigrationDetention' THEN 2
    WHEN 'Recalled' THEN 3 END,
  a.json ->> '$.consent',
  coalesce((SELECT group_concat(concat_ws(' ', l.value ->> '$.language', l.value ->> '$.level'), ',' ORDER BY l.key)
    FROM json_each(a.json, '$.languages') l), ''),
  a.json -> '$.answers'
FROM applicant_before a;
DROP TABLE applicant_before;
