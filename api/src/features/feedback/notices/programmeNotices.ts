import { programmeEndingPlace, programmeOwnerPlace } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import type { Pseudonyms } from '../pseudonyms';
import type { ChainIdOf } from './chainIds';
import type { DueNotice } from './dueNotice';
import { readChains } from './noticeStore';
import { isDaytime } from './workingHours';

/** What somebody is to hear of their programme itself. */
interface ProgrammeNews {
  readonly kind: 'ownerSilent' | 'programmeEnded';
  readonly userId: string;
  readonly cause: string;
}

export interface ProgrammeNoticesDependencies {
  readonly database: Database;
  readonly programmeNews: (programme: Programme, now: Date) => Promise<readonly ProgrammeNews[]>;
  readonly pseudonyms: Pick<Pseudonyms, 'lastingDigestOf'>;
  readonly chainIdOf: ChainIdOf;
  readonly tenantId: string;
}

const places = { ownerSilent: programmeOwnerPlace, programmeEnded: programmeEndingPlace };

/**
 * That nobody answers for a programme, to its sponsor, and how it ended, to everybody who took part: each
 * cause once, on working days between morning and evening.
 */
export function createProgrammeNotices(dependencies: ProgrammeNoticesDependencies) {
  const { database, programmeNews, pseudonyms, chainIdOf, tenantId } = dependencies;

  return async (programme: Programme, now: Date): Promise<DueNotice[]> => {
    if (!isDaytime(now, programme)) return [];
    const news = (await programmeNews(programme, now)).map((each) => {
      const person = pseudonyms.lastingDigestOf({ tenantId, userId: each.userId });
      return { ...each, chainId: chainIdOf(person, `${each.kind} ${programme.clientKey}`) };
    });
    const chains = await readChains(
      database,
      news.map(({ chainId }) => chainId),
    );
    return news
      .filter(({ chainId, cause }) => {
        const chain = chains.get(chainId);
        return chain?.told !== cause && (chain?.parkedUntil ?? now) <= now;
      })
      .map(({ chainId, kind, userId, cause }) => ({
        ...{ chainId, programme, recipient: { userId }, isKnown: false },
        ...{ activityType: kind, templateParameters: {}, place: places[kind] },
        ...{ told: cause, changedAt: null },
      }));
  };
}
