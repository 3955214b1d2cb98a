-- Never edited once released: what changes the shape of the store is a new file.

-- What somebody did last is found from the end of the journal: an index of it was one page more to be written,
-- encrypted and on disk with every mark.
DROP INDEX step_by_actor;

-- What was given out of everything stands in the history of everybody whom it held: found without reading the whole
-- journal for each of them.
CREATE INDEX journal_given ON journal (seq) WHERE kind = 'disclosure';
