-- When what is past its time was last deleted, and how much of which kind went.
CREATE TABLE retention_run (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  ran_at timestamptz NOT NULL,
  removed jsonb NOT NULL
);
