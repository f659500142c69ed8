-- The heat map is counted from the drafts, once for each closed week (paragraph_heat). What was counted
-- beside each draft was read by nothing.
DROP TABLE item_paragraph_week;
