-- Never edited once released: what changes the shape of the store is a new file.

-- What has a day of its own and is still open: actions of plans, lines of action plans, refreshers, contacts to be
-- looked at again. The day stands in the fact and nowhere else; the first screen asks for those that are due on every
-- start, and finds them here without reading the rest. What is no JSON has no day: an audit is to find it, not to fail.
CREATE INDEX fact_due ON fact (
  CASE WHEN json_valid(json) AND json_extract(json, '$.closed') IS NULL THEN json_extract(json, '$.due') END
) WHERE kind IN ('action', 'remedy', 'group-remedy', 'training', 'contact');
