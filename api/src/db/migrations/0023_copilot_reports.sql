-- When a snapshot was first counted: until the next one is there, it is looked for every hour.
ALTER TABLE copilot_snapshot ADD COLUMN counted_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE copilot_snapshot ALTER COLUMN counted_at DROP DEFAULT;

-- Why and since when Copilot's report cannot be read at all; no row while it can.
CREATE TABLE copilot_trouble (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  kind text NOT NULL CHECK (kind IN ('noAnswer', 'notAReport')),
  since timestamptz NOT NULL
);
