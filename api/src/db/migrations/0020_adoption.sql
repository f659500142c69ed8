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

-- The client's key makes a repeated send harmless.
CREATE TABLE usage_event (
  client_key uuid PRIMARY KEY,
  subject_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  week date NOT NULL,
  item_key uuid NOT NULL,
  version integer NOT NULL,
  surface text NOT NULL
);
CREATE INDEX usage_event_at ON usage_event USING brin (at);

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
