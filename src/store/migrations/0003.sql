-- Never edited once released: what changes the shape of the store is a new file.

-- A session may carry a part of its plan, several plans, or one again. What it is called is then more than
-- the number of its plan (4a, 2+3, 4x), and who is not marked at an extra one is not missing there.
ALTER TABLE session ADD COLUMN label TEXT;      -- nothing where the number says it
ALTER TABLE session ADD COLUMN extra INTEGER NOT NULL DEFAULT 0;
CREATE INDEX session_labelled ON session (grp, id, label, extra) WHERE label IS NOT NULL;
