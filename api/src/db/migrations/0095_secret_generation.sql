-- Under which secrets the keyed digests and seals of this database stand, the earliest first
-- (docs/decisions/0042). Of a secret only a fingerprint is kept, which leads nobody back to it.
CREATE TABLE secret_generation (
  number integer PRIMARY KEY,
  fingerprint text NOT NULL,
  since timestamptz NOT NULL DEFAULT now()
);
