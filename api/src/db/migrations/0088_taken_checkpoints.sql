-- Checkpoints as they were taken, to the letter (docs/decisions/0036): what is shown, whatever becomes of
-- the copy in SharePoint. One each for a programme and day, whoever takes it.
CREATE TABLE taken_checkpoint (
  programme_key uuid NOT NULL,
  day integer NOT NULL,
  -- JSON; text and not jsonb, because the seal covers its bytes.
  content text NOT NULL,
  seal text NOT NULL,
  PRIMARY KEY (programme_key, day)
);
