-- What became of the paragraphs of the templates' versions in a closed week, of a programme's people;
-- only what may be told. It is worked out once for a week and stays: two looks cannot be subtracted.
CREATE TABLE paragraph_heat (
  programme_key uuid NOT NULL,
  week date NOT NULL,
  -- [{ "itemKey", "version", "drafts", "paragraphs": [{ "kept", "rewritten", "deleted" }] }]
  told jsonb NOT NULL,
  PRIMARY KEY (programme_key, week)
);
