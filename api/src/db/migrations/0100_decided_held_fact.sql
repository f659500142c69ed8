-- Whether it was decided of a late fact that it waits, so that nobody decides again until something
-- else is late too or other people are members (decision 0047).
ALTER TABLE held_fact ADD COLUMN decided boolean NOT NULL DEFAULT false;
CREATE INDEX held_fact_undecided ON held_fact (week) WHERE NOT decided;
