-- How far a programme's members are known. Committed together with the spans it speaks of.
CREATE TABLE membership_sync (
  programme_key uuid PRIMARY KEY,
  group_id text NOT NULL,
  -- Where Graph's delta of the group goes on.
  delta_link text NOT NULL,
  -- What job titles and departments meant when everybody was last read.
  job_families text NOT NULL,
  -- When everybody was last read, with title and department, and when the delta was last asked.
  read_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL
);
