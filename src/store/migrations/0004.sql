-- Never edited once released: what changes the shape of the store is a new file.

-- The mark whole, as JSON, where the other columns do not say everything of it.
ALTER TABLE mark ADD COLUMN more TEXT;
