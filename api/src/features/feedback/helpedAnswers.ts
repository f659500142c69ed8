import { hash } from 'node:crypto';
import {
  canAnswerHelped,
  responseDueOn,
  type HelpedReceipt,
  type HelpedRequest,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Database } from '../../db/database';
import { NotFound, RuleRefused } from '../../http/refusals';
import { keptFor, type ReadProgrammeFeedback } from './programmeFeedback';
import type { Pseudonyms } from './pseudonyms';
import type { Reporters } from './reporters';

export interface HelpedAnswersDependencies {
  readonly database: Database;
  /** What anybody wrote: another programme's champions may answer it. */
  readonly read: ReadProgrammeFeedback;
  readonly programmes: () => Promise<readonly Programme[]>;
  readonly reporters: Reporters;
  readonly pseudonyms: Pseudonyms;
  /** Takes what waits to SharePoint, soon. */
  readonly settleSoon: () => void;
  readonly now: () => Date;
}

/**
 * Commits what a reporter answered to "Did that help?" and says so; it reaches SharePoint later. Throws
 * NotFound for what is not theirs, RuleRefused where nothing is asked or the key holds something else.
 */
export type AnswerHelped = (
  programme: Programme,
  user: User,
  feedbackKey: string,
  request: HelpedRequest,
) => Promise<HelpedReceipt>;

export function createHelpedAnswers(dependencies: HelpedAnswersDependencies): AnswerHelped {
  const { database, read, programmes, reporters, pseudonyms, settleSoon, now } = dependencies;

  /** What stands under the key: this very answer, or something else; undefined for nothing. */
  async function known(clientKey: string, feedbackKey: string, reporter: Buffer, content: Buffer) {
    const [row] = await database.query<{ same: boolean }>(
      `SELECT feedback_key = $2 AND reporter_digest = $3 AND content_digest = $4 AS same
         FROM feedback_answer WHERE client_key = $1`,
      [clientKey, feedbackKey, reporter, content],
    );
    if (row?.same === false) throw new RuleRefused('keyReused');
    return row && { clientKey, state: 'known' as const };
  }

  return async (programme, user, feedbackKey, request) => {
    const clientKey = request.clientKey.toLowerCase();
    const { helped, words } = request;
    const reporter = pseudonyms.digestOf(user);
    const content = hash('sha256', JSON.stringify([helped, words]), 'buffer');
    const before = await known(clientKey, feedbackKey, reporter, content);
    if (before) return before;

    const [feedback, isOwn] = await Promise.all([read(programme), reporters.ownOf(user)]);
    const own = feedback.byKey.get(feedbackKey);
    if (!own || !isOwn(own)) throw new NotFound();
    const kept = keptFor(feedback, own);
    const { state, reopened, programmeKey } = kept.record;
    const decision = canAnswerHelped({ state, helped: own.record.helped });
    if (!decision.allowed) throw new RuleRefused(decision.reason);

    const at = now();
    const answering = (await programmes()).find(({ clientKey: key }) => key === programmeKey);
    // By the working days of those who answer.
    const dueOn = responseDueOn(kept.record, at, answering ?? programme);
    const accepted = await database.query(
      `INSERT INTO feedback_answer (client_key, programme_key, feedback_key, reporter_digest,
         content_digest, helped, words, reopened, answer_due_on, answered_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT DO NOTHING RETURNING client_key`,
      [
        ...[
          clientKey,
          programme.clientKey,
          feedbackKey,
          reporter,
          content,
          helped,
          words,
          reopened,
        ],
        ...[dueOn, at],
      ],
    );
    settleSoon();
    if (accepted.length > 0) return { clientKey, state: 'accepted' };
    // The same answer from two devices at once, or another one that still waits.
    const meanwhile = await known(clientKey, feedbackKey, reporter, content);
    if (!meanwhile) throw new RuleRefused('helpedAnswered');
    return meanwhile;
  };
}
