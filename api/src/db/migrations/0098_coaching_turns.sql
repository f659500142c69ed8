-- When somebody was last reached out to, so that two champions who begin at once do not both do it.
-- `person` is the digest of coaching_choice.
CREATE TABLE coaching_turn (
  person bytea PRIMARY KEY,
  reached_at timestamptz NOT NULL
);
