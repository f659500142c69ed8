-- Who offers colleagues help with a task: their own word, which they can take back at any time (the
-- row goes). By object id, because its owner wants to be named; nothing here leads to their usage.
CREATE TABLE help_offer (
  programme_key uuid NOT NULL,
  task_key uuid NOT NULL,
  user_id uuid NOT NULL,
  offered_at timestamptz NOT NULL,
  PRIMARY KEY (programme_key, task_key, user_id)
);
-- Everything of one person can be found and erased.
CREATE INDEX help_offer_user ON help_offer (user_id);
