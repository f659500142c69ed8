-- How closed weeks are told in figures over several weeks: decided once, before the first of them
-- takes the week in, and kept (decision 0017).
CREATE TABLE told_week (
  programme_key uuid NOT NULL,
  week date NOT NULL,
  kind text NOT NULL,
  -- The item or task that is told by itself; null for the week as a whole.
  part uuid,
  -- It is told over windows that hold this run of weeks; null where it is not told, or not yet. A
  -- part without a row is told whenever its week is.
  run_from date,
  run_to date,
  -- Who waits for company in later weeks, fewer than the smallest group.
  who uuid[] NOT NULL,
  -- Of a week as a whole, how many people at least did it apart from the parts that are told.
  others integer NOT NULL,
  UNIQUE NULLS NOT DISTINCT (programme_key, week, kind, part)
);
ALTER TABLE shown_week ADD COLUMN in_windows boolean NOT NULL DEFAULT false;
-- Figures from before this was so are worked out again.
DELETE FROM kept_window;

-- A late action counts for its week before it counts among the uses of its item.
ALTER TABLE held_fact DROP CONSTRAINT held_fact_fact_check;
ALTER TABLE held_fact ADD CONSTRAINT held_fact_fact_check
  CHECK (fact IN ('usage_event', 'item_use', 'draft_observation', 'redo_answer'));
