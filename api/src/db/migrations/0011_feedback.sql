-- Whose feedback is whose, by keyed digest and never by name: the receipt of a key, what makes a
-- second use of it for other words known, and how people find their own again.
CREATE TABLE feedback_receipt (
  client_key uuid PRIMARY KEY,
  reporter_digest bytea NOT NULL,
  content_digest bytea NOT NULL,
  due_on text NOT NULL,
  accepted_at timestamptz NOT NULL
);

CREATE INDEX feedback_receipt_reporter ON feedback_receipt (reporter_digest, accepted_at DESC);
