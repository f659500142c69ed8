-- Where reading each SharePoint list stands.
CREATE TABLE list_sync (
  list_name text PRIMARY KEY,
  list_id text,
  -- The next page of the pass in progress, and the token a finished pass ended with.
  next_link text,
  delta_link text,
  -- Grows when the list is read from the start; what a finished full pass did not mark is gone.
  generation bigint NOT NULL DEFAULT 1,
  full_pass boolean NOT NULL DEFAULT true,
  full_pass_at timestamptz,
  synced_at timestamptz
);

-- The items as SharePoint last told them. A deleted item stays as a tombstone without its fields.
CREATE TABLE list_replica (
  list_name text NOT NULL,
  item_id text NOT NULL,
  client_key text NOT NULL,
  e_tag text NOT NULL,
  item_version integer NOT NULL,
  fields jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  modified_at timestamptz NOT NULL,
  generation bigint NOT NULL,
  deleted_at timestamptz,
  -- The transaction that wrote the row: what is newer than a snapshot can be read incrementally.
  written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (list_name, item_id)
);
CREATE INDEX list_replica_client_key ON list_replica (list_name, client_key);
CREATE INDEX list_replica_written_by ON list_replica (list_name, written_by);
