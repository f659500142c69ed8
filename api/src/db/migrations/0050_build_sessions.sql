-- Build sessions (docs/decisions/0018). Each change of a session or of what belongs to it raises the
-- session's revision, and marks with it what changed.
CREATE TABLE build_session (
  session_key uuid PRIMARY KEY,
  programme_key uuid NOT NULL,
  title text NOT NULL,
  job_family text,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  revision bigint NOT NULL
);
CREATE INDEX build_session_programme ON build_session (programme_key, opened_at);

CREATE TABLE build_entry (
  entry_key uuid PRIMARY KEY,
  session_key uuid NOT NULL REFERENCES build_session,
  author_id text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  purpose text NOT NULL,
  task_key uuid,
  added_at timestamptz NOT NULL,
  drafted_at timestamptz,
  revision bigint NOT NULL
);
CREATE INDEX build_entry_changed ON build_entry (session_key, revision);

CREATE TABLE build_vote (
  entry_key uuid NOT NULL REFERENCES build_entry,
  user_id text NOT NULL,
  PRIMARY KEY (entry_key, user_id)
);
