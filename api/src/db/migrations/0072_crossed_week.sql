-- How many people of a week share department, job family and cohort, which is never shown: the groups
-- are summed from it, and late facts change it by what they are about. Null where a week was counted
-- before it was kept: such a week is counted anew.
ALTER TABLE shown_week ADD COLUMN crossed jsonb;
