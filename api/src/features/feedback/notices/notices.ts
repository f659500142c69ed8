import { tabLink, type TabAddress } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Database, Transaction } from '../../../db/database';
import { sendActivityNotification, type NotTold } from '../../../graph/activityFeed';
import type { GraphClient } from '../../../graph/graphClient';
import { GraphError } from '../../../graph/graphError';
import type { Log } from '../../../http/log';
import type { LogEvent } from '../../../http/logEvents';
import { Unavailable } from '../../../http/refusals';
import { LeaseLost, type Lease } from '../../../sync/lease';
import { repeatedly } from '../../../sync/repeatedly';
import type { ReadProgrammeFeedback } from '../programmeFeedback';
import type { Pseudonyms } from '../pseudonyms';
import { createCaseNotices, type CaseNoticesDependencies } from './caseNotices';
import { createChainIds } from './chainIds';
import { createCoachingNotices, type CoachingNoticesDependencies } from './coachingNotices';
import { createDueDigests } from './dueDigests';
import type { DueNotice } from './dueNotice';
import { createFailedNotices } from './failedNotices';
import { createFindRecipient, type FindRecipient } from './findRecipient';
import { noticePreviews } from './noticePreviews';
import { keepTold, parkChain } from './noticeStore';
import { createProgrammeNotices, type ProgrammeNoticesDependencies } from './programmeNotices';
import { createReporterNotices } from './reporterNotices';

export interface NoticesDependencies {
  readonly database: Database;
  readonly graph: GraphClient;
  readonly lease: Lease;
  /** What a programme's champions answer. */
  readonly read: ReadProgrammeFeedback;
  /** What anybody wrote. */
  readonly readEvery: ReadProgrammeFeedback;
  readonly caseNews: CaseNoticesDependencies['caseNews'];
  readonly coachingNews: CoachingNoticesDependencies['coachingNews'];
  readonly programmeNews: ProgrammeNoticesDependencies['programmeNews'];
  readonly programmes: () => Promise<readonly Programme[]>;
  /** Everybody in the programme's group; throws Unavailable. */
  readonly membersOf: (programme: Programme) => Promise<ReadonlyMap<string, unknown>>;
  readonly pseudonyms: Pick<Pseudonyms, 'digestOf' | 'lastingDigestOf' | 'markFor'>;
  /** From which the ids of chains are derived. */
  readonly chainKey: string;
  readonly tab: TabAddress;
  readonly log: Log;
  readonly now: () => Date;
}

/**
 * Tells people in Teams what became of their feedback, what is due, which cases are to be walked, and that
 * a champion offers them a hand.
 */
export interface Notices {
  /** Tells what nobody told yet; false while another instance does. */
  run(): Promise<boolean>;
  /** Runs again and again from now on; the answer stops it and lets another instance take over. */
  start(everyMs: number): () => Promise<void>;
}

/** Graph takes five a second from an app in a tenant. */
const spaceMs = 250;
const parkedForMs = 24 * 60 * 60_000;
const restMs = 10_000;
/** One notification that fails does not keep the others waiting; this many mean that Graph is away. */
const mostFailures = 3;

/**
 * What is to be told is worked out from the lists and from what was told (decision 0021), so there is no
 * queue that could lose or double anything. A notification is sent first and kept as told afterwards: a
 * process killed in between sends it again, in the same chain, and the person sees one.
 */
export function createNotices(dependencies: NoticesDependencies): Notices {
  const { database, graph, lease, programmes, pseudonyms, tab, log, now } = dependencies;
  const { tenantId } = tab;
  const sources = { ...dependencies, tenantId, chainIdOf: createChainIds(dependencies.chainKey) };
  const reporterNotices = createReporterNotices(sources);
  const dueDigests = createDueDigests(sources);
  const caseNotices = createCaseNotices(sources);
  const coachingNotices = createCoachingNotices(sources);
  const programmeNotices = createProgrammeNotices(sources);
  const say = createSayings(log);
  /** Until when all of them rest. */
  let restsUntil = 0;
  const failures = createFailedNotices(restMs);
  let lastSentAt = 0;

  async function run(): Promise<boolean> {
    if (now().getTime() < restsUntil) return true;
    const token = await lease.hold();
    if (token === undefined) return false;
    try {
      const find = createFindRecipient(pseudonyms, tenantId, dependencies.membersOf);
      let failed = 0;
      for (const notice of await due()) {
        const failure = await tell(notice, find, token);
        if (!failure) continue;
        failed += 1;
        if (failed >= mostFailures || failure.status === 429) throw failure;
      }
      if (failed === 0) await lease.noteDone();
      return true;
    } catch (error) {
      if (error instanceof LeaseLost) return false;
      if (!(error instanceof GraphError)) throw error;
      restsUntil = now().getTime() + (error.retryAfterSeconds ?? restMs / 1000) * 1000;
      log.tell('noticesRest', { status: error.status });
      return true;
    }
  }

  async function due(): Promise<DueNotice[]> {
    const at = now();
    const all: DueNotice[] = [];
    const sources = [reporterNotices, dueDigests, caseNotices, coachingNotices, programmeNotices];
    // What one is told of a programme's end takes minutes for hundreds: the others come first.
    for (const noticesOf of sources) {
      for (const programme of await programmes()) all.push(...(await noticesOf(programme, at)));
    }
    return all.filter(({ chainId }) => !failures.rests(chainId, at));
  }

  /** Answers the failure after which the person may have been told: then it is sent again. */
  async function tell(
    notice: DueNotice,
    find: FindRecipient,
    token: number,
  ): Promise<GraphError | undefined> {
    if (notice.isKnown) {
      await commit(token, (tx) => keep(tx, notice));
      return undefined;
    }
    try {
      const userId = await find(notice.programme, notice.recipient);
      const outcome = userId === null ? 'gone' : await send(notice, userId, token);
      failures.remove(notice.chainId);
      await commit(token, (tx) =>
        outcome === 'told' ? keep(tx, notice) : park(tx, notice, outcome),
      );
      return undefined;
    } catch (error) {
      // Whom to tell is not known for the moment.
      if (error instanceof Unavailable) return undefined;
      if (!(error instanceof GraphError)) throw error;
      failures.add(notice.chainId, now());
      return error;
    }
  }

  async function send(notice: DueNotice, userId: string, token: number) {
    const { activityType, templateParameters, place, chainId } = notice;
    await pause();
    // Held for as long as sending takes; whoever lost it does not send any more.
    if ((await lease.hold()) !== token) throw new LeaseLost('Another instance tells people');
    const outcome = await sendActivityNotification(graph, {
      ...{ userId, activityType, templateParameters, chainId },
      preview: noticePreviews[activityType],
      topic: 'Last Mile',
      link: tabLink(tab, place),
    });
    say(outcome);
    return outcome;
  }

  async function pause(): Promise<void> {
    const waitMs = lastSentAt + spaceMs - Date.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    lastSentAt = Date.now();
  }

  function commit(token: number, work: (tx: Transaction) => Promise<void>): Promise<void> {
    return database.transaction(async (tx) => {
      await lease.assertHeld(tx, token);
      await work(tx);
    });
  }

  const keep = (tx: Transaction, { chainId, programme, told, changedAt }: DueNotice) =>
    keepTold(tx, {
      ...{ chainId, programmeKey: programme.clientKey, told, changedAt },
      keptAt: now(),
    });

  function park(tx: Transaction, notice: DueNotice, because: NotTold | 'gone'): Promise<void> {
    const { chainId, programme, recipient } = notice;
    return parkChain(
      tx,
      { chainId, programmeKey: programme.clientKey, keptAt: now() },
      {
        until: new Date(now().getTime() + parkedForMs),
        because,
        recipient: 'userId' in recipient ? recipient.userId : null,
      },
    );
  }

  return {
    run,

    start(everyMs) {
      const work = async () => {
        await run();
      };
      const stop = repeatedly(work, everyMs, (error) => {
        log.tell('noticesTriedAgain', { err: error });
      });
      return async () => {
        await stop();
        await lease.release();
      };
    },
  };
}

const sayings = {
  notPermitted: 'noticesNotPermitted',
  refused: 'noticesRefused',
} as const satisfies Record<Exclude<NotTold, 'notInstalled'>, LogEvent>;

/** Says once why Graph tells nobody, until somebody is told again. */
function createSayings(log: Log): (outcome: 'told' | NotTold) => void {
  let said: NotTold | null = null;
  return (outcome) => {
    // That somebody has not installed the app is no fault of the deployment.
    if (outcome === 'notInstalled') return;
    const why = outcome === 'told' ? null : outcome;
    if (why !== null && why !== said) log.tell(sayings[why], {});
    said = why;
  };
}
