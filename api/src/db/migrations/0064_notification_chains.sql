-- What was told last in each chain of notifications: a person and their piece of feedback, or a person
-- and their programme's daily digest (docs/decisions/0021). The chain's id is a keyed digest of both:
-- who it is can not be read from it.
CREATE TABLE notification_chain (
  chain_id bigint PRIMARY KEY,
  programme_key uuid NOT NULL,
  -- News and round (`closed 1`), or the day of a digest; null until anything was told.
  told text,
  -- As of which change of the item it was told: an older copy of the list tells nothing.
  changed_at timestamptz,
  -- Until when a notification that did not reach its person rests, and why.
  parked_until timestamptz,
  parked_because text,
  -- Meanwhile, of people whose name is known anyway, the object id, so that people can be counted.
  recipient text
);

CREATE INDEX notification_chain_parked ON notification_chain (programme_key)
  WHERE parked_until IS NOT NULL;
