-- How exactly a group is shown is decided jointly for a week and kept; late facts change all figures
-- of a week together (decision 0009, publication 2 to 4). What waited group by group no longer does.
ALTER TABLE group_week ADD COLUMN detail text NOT NULL DEFAULT 'exact'
  CHECK (detail IN ('exact', 'band', 'hidden'));
UPDATE group_week
   SET eligible = eligible + held_eligible, active = active + held_active,
       detail = CASE WHEN hidden THEN 'hidden' ELSE 'exact' END;
ALTER TABLE group_week
  DROP COLUMN held_eligible, DROP COLUMN held_active, DROP COLUMN held_subjects, DROP COLUMN hidden;
-- Who never started is a part of everybody, but not a cohort.
DELETE FROM group_week WHERE partition = 'cohort' AND name = 'not started';
