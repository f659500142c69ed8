import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import { inWords } from './age';

/** It runs once a day. */
const overdueMs = 2 * 24 * 60 * 60_000;

/** Whether what is past its time was deleted lately. */
function judgeRetention(ranAt: Date | null, now: Date): Finding {
  if (ranAt === null) {
    return couldNotCheck(
      'it has not run yet',
      'whether old personal data is deleted in time is not known',
      'Let the API run for a few minutes and run npm run doctor again.',
    );
  }
  const age = now.getTime() - ranAt.getTime();
  if (age <= overdueMs) return ok(`last ${inWords(age)} ago`);
  return problem(
    `last ${inWords(age)} ago`,
    'personal data is kept for longer than docs/privacy.md says',
    'Look at the log of the API for “work in the background will be tried again”, then restart it.',
  );
}

export const retentionCheck: Check<Ground> = {
  id: 'work.retention',
  title: 'Deletion of old personal data',
  async look({ db, now }) {
    const [row] = await (
      await db()
    ).query<{ ranAt: Date }>('SELECT ran_at AS "ranAt" FROM retention_run');
    return judgeRetention(row?.ranAt ?? null, now());
  },
};
