-- What stands under the key of a case, a walk or a change of an assistant, so that the same sent again is
-- known and something else under it is refused (docs/decisions/0023).
CREATE TABLE case_receipt (
  client_key uuid PRIMARY KEY,
  content_digest bytea NOT NULL,
  -- Of a case: the flag it was made of, which has one; null once its reporter took their consent back.
  feedback_key uuid UNIQUE
);

-- What reporters said last of whether their flag may become a case, until SharePoint has it; whose it is
-- stands in the receipt of the flag.
CREATE TABLE case_consent (
  feedback_key uuid PRIMARY KEY,
  consent boolean NOT NULL,
  said_at timestamptz NOT NULL,
  settled_at timestamptz
);

CREATE INDEX case_consent_waiting ON case_consent (said_at) WHERE settled_at IS NULL;
