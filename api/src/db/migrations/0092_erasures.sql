-- Erasures of what is held about a person (docs/decisions/0045). The intent comes first and is finished
-- by whichever instance lives; its receipt stays for a while.
CREATE TABLE erasure (
  erasure_key uuid PRIMARY KEY,
  -- The digest under which the link table knows the person.
  person bytea NOT NULL,
  -- The object id, for as long as there is something to do with it; null where only digests are known.
  user_id uuid,
  -- Keyed digests of the person by the purposes of the keys, in hex; forgotten with the end.
  digests jsonb,
  -- What takes their place where it must differ from everybody else's, at random; forgotten with the end.
  stand_in uuid,
  asked_at timestamptz NOT NULL,
  -- The Monday from which the person's use counts again.
  counts_from date NOT NULL,
  done_at timestamptz,
  -- Done before, and done again because the database was restored: what came since is not of it.
  again boolean NOT NULL DEFAULT false,
  -- [{ "place", "kind", "act", "records" }]
  done jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX erasure_person ON erasure (person, asked_at DESC);
-- A person has one under way at a time.
CREATE UNIQUE INDEX erasure_under_way ON erasure (person) WHERE done_at IS NULL;

-- Whose use was erased: what is told late of the weeks before is refused, and a new subject begins then.
CREATE TABLE erased_subject (
  person_digest bytea PRIMARY KEY,
  counts_from date NOT NULL
);

-- Of a subject that began after an erasure: facts of earlier weeks are not its own.
ALTER TABLE usage_subject ADD COLUMN counts_from date;
CREATE INDEX usage_subject_counts_from ON usage_subject (subject_id) WHERE counts_from IS NOT NULL;
