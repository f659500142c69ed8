-- Who would like a suggestion to come true: by keyed digest, never by name. A vote stays with the
-- suggestion it was given to, also while that is merged into another.
CREATE TABLE suggestion_vote (
  suggestion_key uuid NOT NULL,
  voter_digest bytea NOT NULL,
  voted_at timestamptz NOT NULL,
  PRIMARY KEY (suggestion_key, voter_digest)
);
-- Everything of one person can be found and erased.
CREATE INDEX suggestion_vote_voter ON suggestion_vote (voter_digest);
