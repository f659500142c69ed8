-- What reporters answered to "Did that help?", until SharePoint has it; whose it is by keyed digest. A
-- settled answer keeps its key, so that sent again it is known, and not its words.
CREATE TABLE feedback_answer (
  client_key uuid PRIMARY KEY,
  programme_key uuid NOT NULL,
  feedback_key uuid NOT NULL,
  reporter_digest bytea NOT NULL,
  content_digest bytea NOT NULL,
  helped boolean NOT NULL,
  words text,
  -- The closing it is about: how often the item had been opened again before.
  reopened integer NOT NULL,
  answer_due_on text NOT NULL,
  answered_at timestamptz NOT NULL,
  settled_at timestamptz
);

-- A closing is answered once.
CREATE UNIQUE INDEX feedback_answer_waiting ON feedback_answer (feedback_key) WHERE settled_at IS NULL;
CREATE INDEX feedback_answer_reporter ON feedback_answer (reporter_digest) WHERE settled_at IS NULL;
