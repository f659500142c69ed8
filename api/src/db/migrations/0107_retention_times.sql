-- Since when what was told last in a chain stands: after a time it is forgotten (docs/decisions/0054). Of
-- what was told before, since now.
ALTER TABLE notification_chain ADD COLUMN kept_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX notification_chain_kept ON notification_chain (kept_at);
