-- Who said whether they may be coached: their own word, by a keyed digest. It stays when it is taken
-- back: what was said last holds, and a champion may have been told something earlier or since.
CREATE TABLE coaching_choice (
  person bytea PRIMARY KEY,
  opted_out boolean NOT NULL,
  said_at timestamptz NOT NULL
);
