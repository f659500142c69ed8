-- Who holds, or held, a role, as their last verified token said it (docs/decisions/0032). Asking Entra
-- who was assigned which app role needs a permission over the whole directory, which we do not ask for.
-- People who never had a role are not in it.

CREATE TABLE seen_roles (
  -- A keyed digest of the person: no name, no object id.
  person bytea PRIMARY KEY,
  -- Sorted; empty where a later token said none any more.
  roles text[] NOT NULL,
  -- When Entra issued the token that said so: an older one that is still valid changes nothing.
  issued_at timestamptz NOT NULL
);
