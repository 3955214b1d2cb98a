-- Never edited once released: what changes the shape of the store is a new file.

-- What the first screen needs of a course to say what is due, without reading the whole of it.
ALTER TABLE course ADD COLUMN least INTEGER NOT NULL DEFAULT 0;   -- people, at least and at most
ALTER TABLE course ADD COLUMN most INTEGER NOT NULL DEFAULT 0;
ALTER TABLE course ADD COLUMN rated INTEGER NOT NULL DEFAULT 0;   -- items of the self-rating
ALTER TABLE course ADD COLUMN rules TEXT NOT NULL DEFAULT '[]';   -- who may take part, JSON
ALTER TABLE course_plan ADD COLUMN objectives TEXT NOT NULL DEFAULT '[]'; -- their ids, JSON
ALTER TABLE course_plan ADD COLUMN rates TEXT;                    -- Before, After, or nothing

UPDATE course SET
  least = json ->> '$.group_size.min',
  most = json ->> '$.group_size.max',
  rated = json_array_length(json, '$.ratings.items'),
  rules = json -> '$.eligibility';
UPDATE course_plan SET
  objectives = (SELECT json_group_array(o.value ->> '$.id') FROM course c
    CROSS JOIN json_each(c.json, '$.sessions[' || course_plan.plan || '].objectives') o WHERE c.id = course_plan.course),
  rates = (SELECT c.json ->> ('$.sessions[' || course_plan.plan || '].rating') FROM course c WHERE c.id = course_plan.course);
