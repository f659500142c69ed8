import { calendarDayIn } from '@last-mile/shared/calendar';
import { dueFeedbackPlace, isInView } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import type { ReadProgrammeFeedback } from '../programmeFeedback';
import type { Pseudonyms } from '../pseudonyms';
import { queuePlaceOf } from '../shownFeedback';
import type { ChainIdOf } from './chainIds';
import type { DueNotice } from './dueNotice';
import { readChains } from './noticeStore';
import { isDaytime } from './workingHours';

export interface DueDigestsDependencies {
  readonly database: Database;
  readonly read: ReadProgrammeFeedback;
  readonly pseudonyms: Pick<Pseudonyms, 'lastingDigestOf'>;
  readonly chainIdOf: ChainIdOf;
  readonly tenantId: string;
}

/**
 * The daily digest for a programme's owner and deputies: how much feedback is due, as a number. On
 * working days, once for each person and day, and never of nothing.
 */
export function createDueDigests(dependencies: DueDigestsDependencies) {
  const { database, read, pseudonyms, chainIdOf, tenantId } = dependencies;

  return async (programme: Programme, now: Date): Promise<DueNotice[]> => {
    const today = calendarDayIn(now, programme.timeZone);
    if (!isDaytime(now, programme)) return [];
    const people = [...new Set([programme.ownerId, ...programme.deputyIds])];
    const chainIds = people.map((userId) =>
      chainIdOf(pseudonyms.lastingDigestOf({ tenantId, userId }), `due ${programme.clientKey}`),
    );
    const chains = await readChains(database, chainIds);
    const waiting = chainIds.flatMap((chainId, index) => {
      const userId = people[index];
      const chain = chains.get(chainId);
      const rests = chain?.parkedUntil !== null && (chain?.parkedUntil ?? now) > now;
      return userId === undefined || chain?.told === today || rests ? [] : [{ userId, chainId }];
    });
    const count = waiting.length === 0 ? 0 : await countDue(programme, today);
    if (count === 0) return [];
    return waiting.map(({ userId, chainId }) => ({
      ...{ chainId, programme, recipient: { userId }, isKnown: false },
      activityType: 'feedbackDue',
      templateParameters: { count: String(count) },
      place: dueFeedbackPlace,
      ...{ told: today, changedAt: null },
    }));
  };

  /** As the view of the queue counts that it leads to. */
  async function countDue(programme: Programme, today: string): Promise<number> {
    const feedback = await read(programme);
    return feedback.all.filter((each) =>
      isInView('due', queuePlaceOf(feedback, each), { userId: '', today }),
    ).length;
  }
}
