-- Facts, roll-ups and what is shown, as decision 0009 has them. What 0020 kept is carried over: events,
-- counts per person and week, used items, memberships, and every decision to hide.

CREATE INDEX membership_span_subject ON membership_span (subject_id);
-- Every view asks for the first measured week.
CREATE INDEX membership_span_first ON membership_span (programme_key, valid_from);

-- Facts: what happened, under the client's key, about a random subject. The key makes a repeated send
-- harmless; the subject leads it, because a cluster keeps a subject on one node. `week` is the Monday
-- of the week in the programme's time zone.

-- Counted actions. Item and version are null where the source does not know them.
ALTER TABLE usage_event
  DROP CONSTRAINT usage_event_pkey,
  ADD PRIMARY KEY (subject_id, client_key),
  ALTER COLUMN item_key DROP NOT NULL,
  ALTER COLUMN version DROP NOT NULL;
DROP INDEX usage_event_at;
CREATE INDEX usage_event_when ON usage_event USING brin (at, week);

-- Drafts that were sent. Null stands for what the device or the person did not tell.
CREATE TABLE draft_observation (
  client_key uuid NOT NULL,
  subject_id uuid NOT NULL,
  at timestamptz NOT NULL,
  week date NOT NULL,
  minutes double precision,
  task_key uuid,
  -- The template that was inserted, if any, and what was kept of it: `kept`, `rewritten` or
  -- `deleted` for each of its paragraphs, in its order.
  item_key uuid,
  version integer,
  kept_share double precision,
  paragraphs text[],
  PRIMARY KEY (subject_id, client_key)
);
CREATE INDEX draft_observation_when ON draft_observation USING brin (at, week);

-- Answers to "Did you have to redo it?".
CREATE TABLE redo_answer (
  client_key uuid NOT NULL,
  subject_id uuid NOT NULL,
  at timestamptz NOT NULL,
  week date NOT NULL,
  item_key uuid NOT NULL,
  version integer NOT NULL,
  redo boolean NOT NULL,
  PRIMARY KEY (subject_id, client_key)
);
CREATE INDEX redo_answer_when ON redo_answer USING brin (at, week);

-- Roll-ups per person and week, kept in the transaction of the facts (a late fact's wait in
-- `held_fact`). Nobody writes another person's rows, so people who act at once never wait for each
-- other.

ALTER TABLE subject_week RENAME TO subject_kind_week;
ALTER TABLE subject_kind_week RENAME CONSTRAINT subject_week_pkey TO subject_kind_week_pkey;
CREATE TABLE subject_week (
  week date NOT NULL,
  subject_id uuid NOT NULL,
  -- Counted actions of either kind.
  ai_use integer NOT NULL,
  template_use integer NOT NULL,
  -- Where they happened.
  teams boolean NOT NULL,
  outlook boolean NOT NULL,
  copilot boolean NOT NULL,
  -- The library items that were used, once for each use.
  items uuid[] NOT NULL,
  PRIMARY KEY (week, subject_id)
) WITH (fillfactor = 85);

-- Counts outlive their events. Of events that have expired it is not known any more where they
-- happened and with which item.
INSERT INTO subject_week
SELECT week, subject_id,
       coalesce(sum(actions) FILTER (WHERE kind = 'aiUse'), 0),
       coalesce(sum(actions) FILTER (WHERE kind = 'templateUse'), 0),
       coalesce(bool_or(event.teams), false), coalesce(bool_or(event.outlook), false), false,
       coalesce(min(event.items), '{}')
  FROM subject_kind_week
  LEFT JOIN (SELECT week, subject_id, bool_or(surface = 'teams') AS teams,
                    bool_or(surface = 'outlook') AS outlook, array_agg(item_key) AS items
               FROM usage_event GROUP BY week, subject_id) AS event USING (week, subject_id)
 GROUP BY week, subject_id;
DROP TABLE subject_kind_week;

-- The week of each person's first counted action.
CREATE TABLE subject_first (
  subject_id uuid PRIMARY KEY,
  week date NOT NULL
);
INSERT INTO subject_first SELECT subject_id, min(week) FROM subject_week GROUP BY subject_id;

-- Drafts sent, by what they were for and with which template.
CREATE TABLE subject_draft_week (
  week date NOT NULL,
  subject_id uuid NOT NULL,
  task_key uuid,
  item_key uuid,
  -- Minutes of those whose time was observed, and how many there are of which it was not.
  minutes double precision[] NOT NULL,
  unobserved integer NOT NULL,
  kept_shares double precision[] NOT NULL,
  UNIQUE NULLS NOT DISTINCT (week, subject_id, task_key, item_key)
);

CREATE TABLE subject_redo_week (
  week date NOT NULL,
  subject_id uuid NOT NULL,
  item_key uuid NOT NULL,
  answers integer NOT NULL,
  redone integer NOT NULL,
  PRIMARY KEY (week, subject_id, item_key)
);

-- Roll-ups about texts, never about a person.

-- Items somebody has used. Only ever added to.
CREATE TABLE used_item (
  item_key uuid PRIMARY KEY
);
INSERT INTO used_item SELECT item_key FROM item_use;
DROP TABLE item_use;

-- What became of a template's paragraphs in the drafts it was inserted into.
CREATE TABLE item_paragraph_week (
  week date NOT NULL,
  item_key uuid NOT NULL,
  version integer NOT NULL,
  paragraph smallint NOT NULL,
  kept integer NOT NULL,
  rewritten integer NOT NULL,
  deleted integer NOT NULL,
  PRIMARY KEY (week, item_key, version, paragraph)
);

-- Late facts: of a week that somebody has been shown. They count once enough people's change
-- together (decision 0009, publication 4); until then the roll-ups do not have them.
CREATE TABLE held_fact (
  subject_id uuid NOT NULL,
  week date NOT NULL,
  fact text NOT NULL CHECK (fact IN ('usage_event', 'draft_observation', 'redo_answer')),
  client_key uuid NOT NULL,
  PRIMARY KEY (subject_id, fact, client_key)
);

-- Weeks that were over when a fact of theirs was counted at once, by the programmes of its person.
-- Whoever counts such a week at that very moment may miss the fact, and finds the mark afterwards.
-- Only ever appended to.
DROP TABLE week_change;
CREATE TABLE week_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  programme_key uuid NOT NULL,
  week date NOT NULL
);

-- What a week that is over says of everybody in a programme. A row means that it was shown.
DROP TABLE counted_week;
CREATE TABLE shown_week (
  programme_key uuid NOT NULL,
  week date NOT NULL,
  eligible integer NOT NULL,
  active integer NOT NULL,
  ai_use integer NOT NULL,
  template_use integer NOT NULL,
  teams integer NOT NULL,
  outlook integer NOT NULL,
  copilot integer NOT NULL,
  "new" integer NOT NULL,
  "returning" integer NOT NULL,
  resurrecting integer NOT NULL,
  dormant integer NOT NULL,
  joined integer NOT NULL,
  "left" integer NOT NULL,
  -- People with observed drafts, and the median of what these took.
  drafters integer NOT NULL DEFAULT 0,
  draft_minutes double precision,
  -- When late facts last changed it after it was closed, and what it had said before.
  changed_at timestamptz,
  was_active integer,
  PRIMARY KEY (programme_key, week)
);

-- What it says of the groups of each partition: departments, job families, cohorts of a first week.
ALTER TABLE group_week RENAME TO department_week;
ALTER TABLE department_week RENAME CONSTRAINT group_week_pkey TO department_week_pkey;
CREATE TABLE group_week (
  programme_key uuid NOT NULL,
  week date NOT NULL,
  partition text NOT NULL CHECK (partition IN ('department', 'jobFamily', 'cohort')),
  name text NOT NULL,
  eligible integer NOT NULL,
  active integer NOT NULL,
  -- Changes that wait for company: of these people, who are fewer than the smallest group.
  held_eligible integer NOT NULL DEFAULT 0,
  held_active integer NOT NULL DEFAULT 0,
  held_subjects uuid[] NOT NULL DEFAULT '{}',
  -- A decision to hide is kept, so that two looks at a week cannot be subtracted.
  hidden boolean NOT NULL DEFAULT false,
  PRIMARY KEY (programme_key, week, partition, name)
);
INSERT INTO group_week (programme_key, week, partition, name, eligible, active, hidden)
SELECT programme_key, week, 'department', department, eligible, active, hidden
  FROM department_week;
DROP TABLE department_week;

-- What is counted over the weeks up to one that is closed: habit, drafting time, trust, and the tasks'.
-- Kept because it costs more than a view may. `changed` says how often the roll-ups under it changed
-- since (late facts were let in), and `counted` after how many of these changes `figures` were worked
-- out; null while they are for the first time.
CREATE TABLE kept_window (
  programme_key uuid NOT NULL,
  week date NOT NULL,
  about text NOT NULL CHECK (about IN ('everybody', 'tasks')),
  rests_on jsonb NOT NULL,
  figures jsonb,
  changed integer NOT NULL DEFAULT 0,
  counted integer NOT NULL DEFAULT -1,
  PRIMARY KEY (programme_key, week, about)
);

-- How the last look at Microsoft 365 Copilot's usage report went; no row before the first one.
-- `reported_on` is the report's own refresh date, `detail` names what was refused.
CREATE TABLE copilot_report_status (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  state text NOT NULL CHECK (state IN ('refused', 'concealed', 'known')),
  detail text CHECK (state <> 'refused' OR detail IS NOT NULL),
  reported_on date CHECK (state = 'refused' OR reported_on IS NOT NULL),
  looked_at timestamptz NOT NULL
);

-- The days of which a report was read, so that the missing ones can be told.
CREATE TABLE copilot_snapshot (
  reported_on date PRIMARY KEY
);
