-- Who did what, by object id, kept beside what SharePoint's version history says.
CREATE TABLE audit_trail (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_id text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'
);

CREATE INDEX audit_trail_subject ON audit_trail (subject, at);

-- One row: what is true of the whole deployment.
CREATE TABLE deployment (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  sample_data boolean NOT NULL DEFAULT false
);

INSERT INTO deployment DEFAULT VALUES;
