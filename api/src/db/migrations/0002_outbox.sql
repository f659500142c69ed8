-- Items accepted for a list. A delivered one stays as its key, so that an item deleted in
-- SharePoint is not created again when a client repeats its request.
CREATE TABLE outbox (
  list_name text NOT NULL,
  client_key text NOT NULL,
  actor_id text NOT NULL,
  -- Empty once delivered: from then on the list is the text's only home.
  fields jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'parked', 'delivered')),
  accepted_at timestamptz NOT NULL DEFAULT now(),
  sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  -- Set before a create is sent, cleared when it is known not to have happened: what is still set
  -- is looked up in the list before it is sent again.
  sent_at timestamptz,
  not_before timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  reason text,
  written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (list_name, client_key)
);
CREATE INDEX outbox_waiting ON outbox (sequence) WHERE state = 'waiting';
CREATE INDEX outbox_parked ON outbox (sequence) WHERE state = 'parked';
CREATE INDEX outbox_written_by ON outbox (list_name, written_by);
