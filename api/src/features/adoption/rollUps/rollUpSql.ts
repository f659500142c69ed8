/**
 * How facts are added to the roll-ups per person and week. `from` names rows of the fact table;
 * rows are written in the order of their keys, so that nobody locks anybody out.
 */
export const mergeActions = (from: string) => `
    INSERT INTO subject_week
    SELECT week, subject_id, ${actionsOfWeek}
      FROM ${from} GROUP BY week, subject_id ORDER BY week, subject_id
    ON CONFLICT (week, subject_id) DO UPDATE
       SET ai_use = subject_week.ai_use + excluded.ai_use,
           template_use = subject_week.template_use + excluded.template_use,
           teams = subject_week.teams OR excluded.teams,
           outlook = subject_week.outlook OR excluded.outlook,
           copilot = subject_week.copilot OR excluded.copilot,
           items = subject_week.items || excluded.items
    RETURNING week, subject_id`;

/** Each place has a bit: three yes-or-nos are put together for the price of one. */
const place = `bit_or(CASE surface WHEN 'teams' THEN 1 WHEN 'outlook' THEN 2 WHEN 'copilot' THEN 4
                                ELSE 0 END)`;
const templateUse = `count(*) FILTER (WHERE kind = 'templateInserted')`;

/** How often one person used AI and templates in one week, and where. */
export const useOfWeek = `
           (count(*) - ${templateUse})::int AS ai_use, ${templateUse}::int AS template_use,
           ${place} & 1 > 0 AS teams, ${place} & 2 > 0 AS outlook, ${place} & 4 > 0 AS copilot`;

/** What `subject_week` says of one person's actions in one week. */
export const actionsOfWeek = `${useOfWeek},
           coalesce(array_agg(item_key) FILTER (WHERE item_key IS NOT NULL), '{}') AS items`;

/**
 * Moves first weeks forward where `merged` rows of `subject_week` are earlier. Asks for each person
 * by itself: as a join it would be planned as a look at everybody.
 */
export const mergeFirsts = (merged: string) => `
    INSERT INTO subject_first (subject_id, week)
    SELECT subject_id, min(week) FROM ${merged}
     WHERE coalesce((SELECT known.week > ${merged}.week FROM subject_first AS known
                      WHERE known.subject_id = ${merged}.subject_id), true)
     GROUP BY subject_id ORDER BY subject_id
    ON CONFLICT (subject_id) DO UPDATE SET week = excluded.week
     WHERE excluded.week < subject_first.week`;

export const mergeDrafts = (from: string) => `
    INSERT INTO subject_draft_week
    SELECT week, subject_id, task_key, item_key, ${draftsOfWeek}
      FROM ${from}
     GROUP BY week, subject_id, task_key, item_key ORDER BY week, subject_id, task_key, item_key
    ON CONFLICT (week, subject_id, task_key, item_key) DO UPDATE
       SET minutes = subject_draft_week.minutes || excluded.minutes,
           unobserved = subject_draft_week.unobserved + excluded.unobserved,
           kept_shares = subject_draft_week.kept_shares || excluded.kept_shares
    RETURNING week, subject_id`;

/** What `subject_draft_week` says of one person's drafts of one kind in one week. */
export const draftsOfWeek = `
           coalesce(array_agg(minutes) FILTER (WHERE minutes IS NOT NULL), '{}') AS minutes,
           count(*) FILTER (WHERE minutes IS NULL)::int AS unobserved,
           coalesce(array_agg(kept_share) FILTER (WHERE kept_share IS NOT NULL), '{}')
             AS kept_shares`;

export const mergeAnswers = (from: string) => `
    INSERT INTO subject_redo_week
    SELECT week, subject_id, item_key, ${answersOfWeek}
      FROM ${from} GROUP BY week, subject_id, item_key ORDER BY week, subject_id, item_key
    ON CONFLICT (week, subject_id, item_key) DO UPDATE
       SET answers = subject_redo_week.answers + excluded.answers,
           redone = subject_redo_week.redone + excluded.redone
    RETURNING week, subject_id`;

/** What `subject_redo_week` says of one person's answers about one item in one week. */
export const answersOfWeek = `
           count(*)::int AS answers, count(*) FILTER (WHERE redo)::int AS redone`;

/** Marks weeks before `running` (a parameter) to which `merged` rows were added. */
export const markWeeks = (merged: string, running: string) => `
    INSERT INTO week_change (programme_key, week)
    SELECT DISTINCT programme_key, week FROM ${merged} JOIN membership_span USING (subject_id)
     WHERE week < ${running}`;
