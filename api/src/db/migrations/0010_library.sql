-- What was approved, to the letter: shown to members, and what SharePoint's text is compared with.
CREATE TABLE library_seal (
  client_key text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  -- Canonical JSON of the text; text and not jsonb, because the seal covers its bytes.
  content text NOT NULL,
  seal bytea NOT NULL,
  approved_by text NOT NULL,
  approved_at timestamptz NOT NULL,
  PRIMARY KEY (client_key, version)
);

-- A publication between its two writes: SharePoint has it or not, the seal is still missing.
CREATE TABLE library_publication (
  client_key text PRIMARY KEY,
  version integer NOT NULL,
  e_tag text NOT NULL,
  content text NOT NULL,
  fields jsonb NOT NULL,
  approved_by text NOT NULL,
  approved_at timestamptz NOT NULL,
  -- False once the person was told that it did not work: then it is only looked up, not done again.
  may_write boolean NOT NULL DEFAULT true
);

-- Who wrote and who imported an item, where we know it ourselves: columns in SharePoint can be
-- edited by hand, and four eyes must not depend on them.
CREATE TABLE library_origin (
  client_key text PRIMARY KEY,
  author_id text,
  imported_by text
);
