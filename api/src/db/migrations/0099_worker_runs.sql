-- When what a lease is for was last done to its end without an error; until then, when it was first begun.
ALTER TABLE lease ADD COLUMN well_at timestamptz NOT NULL DEFAULT now();
