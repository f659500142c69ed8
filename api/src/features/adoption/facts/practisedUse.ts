import { mondayOf } from '@last-mile/shared/adoption';
import { calendarDayIn } from '@last-mile/shared/calendar';
import type { Transaction } from '../../../db/database';
import { insertActions } from './insertActions';

/** An exercise that somebody did on a task of their own. */
export interface PractisedUse {
  /** One for each person and session. */
  readonly clientKey: string;
  readonly subjectId: string;
  readonly at: Date;
}

/**
 * Counts exercises that were practised just now, in the transaction of the facts they rest on and in
 * weeks of `timeZone`. Which item was tried is no part of them: copying or inserting it is counted by itself.
 */
export async function countPractised(
  tx: Transaction,
  practised: readonly PractisedUse[],
  timeZone: string,
  now: Date,
): Promise<void> {
  const weekOf = (at: Date) => mondayOf(calendarDayIn(at, timeZone));
  const erased = await tx.query<{ subjectId: string; countsFrom: string }>(
    `SELECT subject_id AS "subjectId", counts_from::text AS "countsFrom" FROM usage_subject
      WHERE counts_from IS NOT NULL AND subject_id = ANY ($1::uuid[])`,
    [practised.map(({ subjectId }) => subjectId)],
  );
  const countsFrom = new Map(erased.map((each) => [each.subjectId, each.countsFrom]));
  const counted = practised.filter(
    ({ subjectId, at }) => weekOf(at) >= (countsFrom.get(subjectId) ?? ''),
  );
  await insertActions(
    tx,
    counted.map(({ clientKey, subjectId, at }) => ({
      ...{ clientKey, subjectId, kind: 'practised', at: at.toISOString(), week: weekOf(at) },
      ...{ itemKey: null, version: null, surface: 'teams' },
    })),
    weekOf(now),
  );
}
