-- Only this table ties a subject to a person: by a keyed HMAC whose key lives outside the database.
CREATE TABLE usage_subject (
  person_digest bytea PRIMARY KEY,
  subject_id uuid NOT NULL UNIQUE
);

-- Membership as it was: valid_to is the first day on which it no longer held.
CREATE TABLE membership_span (
  programme_key uuid NOT NULL,
  subject_id uuid NOT NULL,
  department text NOT NULL,
  job_family text,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (programme_key, subject_id, valid_from),
  CHECK (valid_to > valid_from)
);
CREATE UNIQUE INDEX membership_span_open ON membership_span (programme_key, subject_id)
  WHERE valid_to IS NULL;

-- Facts (decision 0009): what happened, under the client's key, about a random subject. The key makes
-- a repeated send harmless; the subject leads it, because a cluster keeps a subject on one node.
-- `week` is the Monday of the week in the programme's time zone.

-- Counted actions. Item and version are null where the source does not know them.
CREATE TABLE usage_event (
  client_key uuid NOT NULL,
  subject_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  week date NOT NULL,
  item_key uuid,
  version integer,
  surface text NOT NULL,
  PRIMARY KEY (subject_id, client_key)
);
CREATE INDEX usage_event_at ON usage_event USING brin (at);

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
CREATE INDEX draft_observation_at ON draft_observation USING brin (at);

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
CREATE INDEX redo_answer_at ON redo_answer USING brin (at);

-- Roll-up per person and week, one row per counted kind; kept in the transaction of the events.
CREATE TABLE subject_week (
  week date NOT NULL,
  subject_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('aiUse', 'templateUse')),
  actions integer NOT NULL,
  PRIMARY KEY (week, subject_id, kind)
);

CREATE TABLE item_use (
  item_key uuid PRIMARY KEY,
  uses bigint NOT NULL
);

-- Says which weeks' counts went stale. Only ever appended to, so that people who act in the same
-- week never wait for each other.
CREATE TABLE week_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  week date NOT NULL
);
CREATE INDEX week_change_week ON week_change (week);

-- Counts of a week that is over, by department; counted_week says which weeks are current.
CREATE TABLE counted_week (
  programme_key uuid NOT NULL,
  week date NOT NULL,
  PRIMARY KEY (programme_key, week)
);
CREATE TABLE group_week (
  programme_key uuid NOT NULL,
  week date NOT NULL,
  department text NOT NULL,
  eligible integer NOT NULL,
  active integer NOT NULL,
  ai_use integer NOT NULL,
  template_use integer NOT NULL,
  -- A decision to hide is kept, so that two looks at a week cannot be subtracted.
  hidden boolean NOT NULL,
  PRIMARY KEY (programme_key, week, department)
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
