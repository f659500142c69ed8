import { caseBookPlace } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import type { CaseNews } from '../cases/caseNews';
import type { Pseudonyms } from '../pseudonyms';
import type { ChainIdOf } from './chainIds';
import type { DueNotice } from './dueNotice';
import { readChains } from './noticeStore';

export interface CaseNoticesDependencies {
  readonly database: Database;
  readonly caseNews: (programme: Programme) => Promise<readonly CaseNews[]>;
  readonly pseudonyms: Pick<Pseudonyms, 'lastingDigestOf'>;
  readonly chainIdOf: ChainIdOf;
  readonly tenantId: string;
}

/** News older than this are not told, like those for reporters. */
const oldestNewsMs = 7 * 24 * 60 * 60_000;

/**
 * That an item's cases are to be walked, to whoever keeps it true: once for each new version and each
 * change of its assistant. What somebody changed themselves they know.
 */
export function createCaseNotices(dependencies: CaseNoticesDependencies) {
  const { database, caseNews, pseudonyms, chainIdOf, tenantId } = dependencies;

  return async (programme: Programme, now: Date): Promise<DueNotice[]> => {
    const recent = (await caseNews(programme))
      .filter(({ at }) => now.getTime() - Date.parse(at) < oldestNewsMs)
      .map((news) => {
        const person = pseudonyms.lastingDigestOf({ tenantId, userId: news.userId });
        return { ...news, chainId: chainIdOf(person, `cases ${news.itemKey}`) };
      });
    const chains = await readChains(
      database,
      recent.map(({ chainId }) => chainId),
    );
    return recent
      .filter(({ chainId, cause }) => {
        const chain = chains.get(chainId);
        return chain?.told !== cause && (chain?.parkedUntil ?? now) <= now;
      })
      .map(({ chainId, userId, itemKey, cases, cause, by }) => ({
        ...{ chainId, programme, recipient: { userId }, isKnown: by === userId },
        activityType: 'casesToWalk',
        templateParameters: { count: String(cases) },
        place: caseBookPlace(itemKey),
        ...{ told: cause, changedAt: null },
      }));
  };
}
