-- In which programme an act was done: whether an owner has fallen silent is asked of theirs alone. Null
-- for acts of before, and for what belongs to no programme.

ALTER TABLE audit_trail ADD COLUMN programme_key text;

CREATE INDEX audit_trail_actor ON audit_trail (actor_id, at);
