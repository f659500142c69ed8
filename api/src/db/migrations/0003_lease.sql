-- Who may do a thing that only one instance does at a time. The token grows with every new
-- holder and is checked in each of the holder's transactions, so a stalled one cannot write late.
CREATE TABLE lease (
  name text PRIMARY KEY,
  holder uuid NOT NULL,
  token bigint NOT NULL,
  expires_at timestamptz NOT NULL
);
