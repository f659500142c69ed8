-- Groups may be inside a programme's group. The delta follows them too, up to fifty.
ALTER TABLE membership_sync
  ADD COLUMN nested_ids text[] NOT NULL DEFAULT '{}',
  ALTER COLUMN delta_link DROP NOT NULL;
