-- Never edited once released: what changes the shape of the store is a new file.

-- The chain. A salt that is not there says that the contents of the entry were erased. What an older program
-- recorded is chained by the program that makes this change.
ALTER TABLE journal ADD COLUMN salt BLOB;
ALTER TABLE journal ADD COLUMN digest BLOB NOT NULL DEFAULT x'';   -- of salt, value and before
ALTER TABLE journal ADD COLUMN hash BLOB NOT NULL DEFAULT x'';     -- of everything else, and of the hash before
-- A step that lost contents cannot be taken back any more.
ALTER TABLE step ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
