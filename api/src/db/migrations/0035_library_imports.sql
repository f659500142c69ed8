-- What came with which import, so that it can be taken back.
CREATE TABLE library_import (
  import_key text PRIMARY KEY,
  programme_key text NOT NULL,
  imported_by text NOT NULL,
  begun_at timestamptz NOT NULL
);
CREATE INDEX library_import_programme ON library_import (programme_key, begun_at);

CREATE TABLE library_import_item (
  client_key text PRIMARY KEY,
  import_key text NOT NULL REFERENCES library_import ON DELETE CASCADE,
  -- Kind, title and text of the row: the same row is the same item.
  row_key text NOT NULL
);
CREATE INDEX library_import_item_import ON library_import_item (import_key);

-- How often a row was taken back: keys are remembered for good, so the next time it needs another.
CREATE TABLE library_row_removed (
  row_key text PRIMARY KEY,
  times integer NOT NULL
);
