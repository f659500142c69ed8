-- A report tells of days some days later, by the names people sign in with. Of who left meanwhile the
-- name is known by its keyed digest alone, and only for as long as a report may tell of their days.
ALTER TABLE usage_subject ADD COLUMN name_digest bytea;
