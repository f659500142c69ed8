import { coachingOfferPlace } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import type { Pseudonyms } from '../pseudonyms';
import type { ChainIdOf } from './chainIds';
import type { DueNotice } from './dueNotice';
import { readChains } from './noticeStore';

/** Somebody who is to hear that a champion reached out to them. */
interface CoachingNews {
  readonly userId: string;
  readonly outreachKey: string;
  readonly at: string;
}

export interface CoachingNoticesDependencies {
  readonly database: Database;
  /** Nobody in it has opted out. */
  readonly coachingNews: (programme: Programme) => Promise<readonly CoachingNews[]>;
  readonly pseudonyms: Pick<Pseudonyms, 'lastingDigestOf'>;
  readonly chainIdOf: ChainIdOf;
  readonly tenantId: string;
}

/** News older than this are not told, like those for reporters. */
const oldestNewsMs = 7 * 24 * 60 * 60_000;

/** That a champion offers a hand, to whom it is offered: once for each time, and nothing of why. */
export function createCoachingNotices(dependencies: CoachingNoticesDependencies) {
  const { database, coachingNews, pseudonyms, chainIdOf, tenantId } = dependencies;

  return async (programme: Programme, now: Date): Promise<DueNotice[]> => {
    const recent = (await coachingNews(programme))
      .filter(({ at }) => now.getTime() - Date.parse(at) < oldestNewsMs)
      .map(({ userId, outreachKey }) => {
        const person = pseudonyms.lastingDigestOf({ tenantId, userId });
        return { userId, outreachKey, chainId: chainIdOf(person, `coaching ${outreachKey}`) };
      });
    const chains = await readChains(
      database,
      recent.map(({ chainId }) => chainId),
    );
    return recent
      .filter(({ chainId, outreachKey }) => {
        const chain = chains.get(chainId);
        return chain?.told !== outreachKey && (chain?.parkedUntil ?? now) <= now;
      })
      .map(({ chainId, userId, outreachKey }) => ({
        ...{ chainId, programme, recipient: { userId }, isKnown: false },
        ...{ activityType: 'coachingOffered', templateParameters: {} },
        ...{ place: coachingOfferPlace, told: outreachKey, changedAt: null },
      }));
  };
}
