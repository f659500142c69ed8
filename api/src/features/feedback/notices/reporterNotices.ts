import { ownFeedbackPlace, type ActivityTypeName } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import type { Pseudonyms } from '../pseudonyms';
import { keptFor, type ReadProgrammeFeedback } from '../programmeFeedback';
import { isReportedIn, type Read } from '../readFeedback';
import { reporterDigests } from '../receipts';
import type { ChainIdOf } from './chainIds';
import type { DueNotice, Recipient } from './dueNotice';
import { readChains, type ChainState } from './noticeStore';
import { reporterNotice, type ReporterNews, type Told } from './reporterNotice';

export interface ReporterNoticesDependencies {
  readonly database: Database;
  readonly readEvery: ReadProgrammeFeedback;
  readonly pseudonyms: Pick<Pseudonyms, 'digestOf' | 'lastingDigestOf'>;
  readonly chainIdOf: ChainIdOf;
  readonly tenantId: string;
}

/**
 * News older than this are not told: after a long outage, or with the lists of an earlier time, nobody
 * is flooded with what they have long seen.
 */
const oldestNewsMs = 7 * 24 * 60 * 60_000;

const activityTypeOf: Readonly<Record<ReporterNews, ActivityTypeName>> = {
  answered: 'feedbackAnswered',
  closed: 'feedbackClosed',
  reopened: 'feedbackReopened',
};

interface Candidate {
  readonly read: Read;
  /** The one that goes on for it: itself, unless it was merged into another. */
  readonly kept: Read;
  readonly person: Buffer;
  readonly recipient: Recipient;
  readonly chainId: number;
}

/**
 * What the programme's people who reported something have not been told yet, from the list as it stands,
 * whoever answers it.
 */
export function createReporterNotices(dependencies: ReporterNoticesDependencies) {
  const { database, readEvery, pseudonyms, chainIdOf, tenantId } = dependencies;

  /** Null where nobody knows who wrote it: it was made in SharePoint without a name. */
  function reporterOf(
    { clientKey, record }: Read,
    receipt: Buffer | undefined,
  ): { person: Buffer; recipient: Recipient } | null {
    const userId = record.named && record.reporter !== '' ? record.reporter : null;
    const named = userId === null ? null : { tenantId, userId };
    // The receipt decides: a name that was typed over in SharePoint leads nobody else to it.
    if (receipt) {
      const isNamed = named !== null && pseudonyms.digestOf(named).equals(receipt);
      return {
        person: receipt,
        recipient: isNamed ? { userId: named.userId } : { digest: receipt },
      };
    }
    if (named) {
      return { person: pseudonyms.lastingDigestOf(named), recipient: { userId: named.userId } };
    }
    // Nobody else has this mark, and nobody is found by it without the key.
    const mark = record.named ? null : record.reporterMark;
    return mark === null
      ? null
      : { person: Buffer.from(mark, 'hex'), recipient: { mark, clientKey } };
  }

  async function candidatesOf(programme: Programme, since: number): Promise<Candidate[]> {
    const feedback = await readEvery(programme);
    const changed = feedback.all
      .filter(({ record }) => isReportedIn(programme, record))
      .map((each) => ({ read: each, kept: keptFor(feedback, each) }))
      .filter(({ read: own, kept }) => Date.parse(changedAtOf(own, kept)) >= since);
    if (changed.length === 0) return [];
    const receipts = await reporterDigests(
      database,
      changed.map(({ read: own }) => own.clientKey),
    );
    return changed.flatMap(({ read: own, kept }) => {
      const reporter = reporterOf(own, receipts.get(own.clientKey));
      if (!reporter) return [];
      const chainId = chainIdOf(reporter.person, own.clientKey);
      return [{ read: own, kept, ...reporter, chainId }];
    });
  }

  /** Undefined where there is nothing to tell. */
  function noticeOf(
    { read: own, kept, recipient, chainId }: Candidate,
    programme: Programme,
    chain: ChainState | undefined,
    since: number,
  ): DueNotice | undefined {
    const changedAt = changedAtOf(own, kept);
    // Somebody with a newer copy of the list told what is still to come here.
    if (chain?.changedAt && Date.parse(changedAt) < chain.changedAt.getTime()) return undefined;
    const progress = { ...kept.record, helped: own.record.helped };
    const notice = reporterNotice(progress, changedAt, toTold(chain?.told ?? null));
    if (!notice) return undefined;
    // What was merged into an answered one was answered then.
    const at = own === kept ? notice.at : changedAt;
    if (Date.parse(at) < since) return undefined;
    return {
      ...{ chainId, programme, recipient, changedAt },
      isKnown: notice.isOwnAct,
      activityType: activityTypeOf[notice.news],
      templateParameters: {},
      place: ownFeedbackPlace(own.clientKey),
      told: `${notice.news} ${notice.round}`,
    };
  }

  return async (programme: Programme, now: Date): Promise<DueNotice[]> => {
    const since = now.getTime() - oldestNewsMs;
    const candidates = await candidatesOf(programme, since);
    const chains = await readChains(
      database,
      candidates.map(({ chainId }) => chainId),
    );
    return candidates.flatMap((candidate) => {
      const chain = chains.get(candidate.chainId);
      if (chain?.parkedUntil && chain.parkedUntil > now) return [];
      return noticeOf(candidate, programme, chain, since) ?? [];
    });
  };
}

/** When the item or the one that goes on for it was last changed. */
function changedAtOf(own: Read, kept: Read): string {
  return own.modifiedAt > kept.modifiedAt ? own.modifiedAt : kept.modifiedAt;
}

function toTold(told: string | null): Told | null {
  const [, news, round] = /^(answered|closed|reopened) (\d+)$/.exec(told ?? '') ?? [];
  return news === undefined ? null : { news: news as ReporterNews, round: Number(round) };
}
