-- What a person has marked, under the digest that only the deployment's key can make of them. Nothing
-- else refers to it: erasing a person deletes their rows.
CREATE TABLE library_favourite (
  person_digest bytea NOT NULL,
  item_key uuid NOT NULL,
  marked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_digest, item_key)
);

-- What many people of each job family used in the weeks up to a closed one, and how many they were.
-- It is worked out once for a week and stays: two looks at a week cannot be subtracted.
CREATE TABLE role_use (
  programme_key uuid NOT NULL,
  week date NOT NULL,
  -- [{ "jobFamily", "itemKey", "people" }]
  uses jsonb NOT NULL,
  PRIMARY KEY (programme_key, week)
);
