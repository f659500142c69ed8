-- Which published item of which programme an item began as a copy of: all five, or none.
ALTER TABLE library_origin
  ADD COLUMN from_programme text,
  ADD COLUMN from_programme_name text,
  ADD COLUMN from_item text,
  ADD COLUMN from_version integer,
  ADD COLUMN copied_at timestamptz;

-- The name of the programme whose items were copied; null for an import from a file.
ALTER TABLE library_import ADD COLUMN from_programme_name text;
