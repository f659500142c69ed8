import { triageChange, type TriageProgress } from '@last-mile/shared/feedback';
import type { Database } from '../../db/database';

/** An answer that is committed and not yet known to be in SharePoint. */
export interface WaitingAnswer {
  readonly clientKey: string;
  readonly programmeKey: string;
  readonly feedbackKey: string;
  readonly helped: boolean;
  readonly words: string | null;
  /** How often the item had been opened again when it was answered. */
  readonly reopened: number;
  readonly answerDueOn: string;
  readonly answeredAt: Date;
}

const columns = `client_key::text AS "clientKey", programme_key::text AS "programmeKey",
  feedback_key::text AS "feedbackKey", helped, words, reopened, answer_due_on AS "answerDueOn",
  answered_at AS "answeredAt"`;

/** Everybody's, the oldest first. */
export function allWaiting(database: Database): Promise<WaitingAnswer[]> {
  return database.query<WaitingAnswer>(
    `SELECT ${columns} FROM feedback_answer WHERE settled_at IS NULL ORDER BY answered_at`,
  );
}

/** One person's, by the key of what they are about. */
export async function waitingOf(
  database: Database,
  reporter: Buffer,
): Promise<ReadonlyMap<string, WaitingAnswer>> {
  const rows = await database.query<WaitingAnswer>(
    `SELECT ${columns} FROM feedback_answer WHERE settled_at IS NULL AND reporter_digest = $1`,
    [reporter],
  );
  return new Map(rows.map((row) => [row.feedbackKey, row]));
}

/**
 * What an answer changes of the reporter's own item. Where it was opened again since, and perhaps
 * closed anew, the answer says nothing of that: only its words are kept.
 */
export function saidChange(
  own: TriageProgress,
  kept: TriageProgress,
  { helped, words, reopened }: WaitingAnswer,
): Partial<TriageProgress> {
  const isPast = kept.reopened !== reopened && (helped || kept.state === 'closed');
  return {
    ...(isPast || own.helped === helped ? {} : { helped }),
    ...(own.helpedWords === words || (isPast && words === null) ? {} : { helpedWords: words }),
  };
}

/** How "no" opens what goes on for the item again; nothing where somebody did already. */
export function reopenedChange(
  kept: TriageProgress,
  { helped, reopened, answerDueOn, answeredAt }: WaitingAnswer,
): Partial<TriageProgress> {
  if (helped || kept.state !== 'closed' || kept.reopened !== reopened) return {};
  return triageChange(
    kept,
    { do: 'reopen', note: null },
    { at: answeredAt.toISOString(), answerDueOn, title: '', step: null, published: 0 },
  );
}
