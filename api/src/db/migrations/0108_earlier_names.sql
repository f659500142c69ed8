-- Of members who were renamed: the keyed digest of the name they signed in with before, for as long as a
-- report may still tell of their days by it (docs/decisions/0054).
CREATE TABLE earlier_name (
  name_digest bytea NOT NULL,
  person_digest bytea NOT NULL,
  -- The day on which the new name was seen.
  until date NOT NULL,
  PRIMARY KEY (name_digest, person_digest)
);
CREATE INDEX earlier_name_person ON earlier_name (person_digest);
