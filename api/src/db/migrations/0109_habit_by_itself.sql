-- Habit rests on how often people acted and on nothing else: it is kept by itself, so that late
-- actions have nothing but habit worked out anew.
ALTER TABLE kept_window DROP CONSTRAINT kept_window_about_check;
