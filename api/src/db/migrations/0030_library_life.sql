-- Drafts written here: the key of a draft is its author's, for one text.
ALTER TABLE library_origin ADD COLUMN content_digest bytea;

-- Who changed a text since it was last approved: they do not approve it themselves.
CREATE TABLE library_writer (
  client_key text NOT NULL,
  user_id text NOT NULL,
  PRIMARY KEY (client_key, user_id)
);

-- Approved items that are out of use. Who can edit the list in SharePoint retires nothing.
CREATE TABLE library_retirement (
  client_key text PRIMARY KEY,
  retired_by text NOT NULL,
  retired_at timestamptz NOT NULL
);

-- What is between its two writes may be a publication, or the end of one, or its return.
ALTER TABLE library_publication
  ADD COLUMN act text NOT NULL DEFAULT 'publish' CHECK (act IN ('publish', 'retire', 'reinstate'));
