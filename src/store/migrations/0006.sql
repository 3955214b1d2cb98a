-- Never edited once released: what changes the shape of the store is a new file.

-- Everybody with what rules ask about and nothing else, the soonest release first: who belongs together is
-- found among very many without reading what most of them have recorded.
CREATE TABLE applicant (
  release TEXT NOT NULL,           -- 9999-12-31 when it is not recorded
  person INTEGER NOT NULL,
  since TEXT NOT NULL,             -- waiting since then, or recorded then
  json TEXT NOT NULL,
  PRIMARY KEY (release, person)
) STRICT, WITHOUT ROWID;
-- For counting, without what stands in the rows.
CREATE INDEX applicant_by_release ON applicant (release);

INSERT INTO applicant (release, person, since, json)
SELECT coalesce(f.json ->> '$.release', '9999-12-31'), f.id,
  coalesce(f.json ->> '$.waiting_since',
    (SELECT substr(s.at, 1, 10) FROM journal j JOIN step s ON s.id = j.step WHERE j.person = f.id ORDER BY j.seq LIMIT 1),
    '9999-12-31'),
  json_remove(f.json, '$.reference', '$.given', '$.family', '$.country', '$.sentence_start', '$.waiting_since',
    '$.note')
FROM person_facts f;
