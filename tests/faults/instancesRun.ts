import { setTimeout as delay } from 'node:timers/promises';
import { startTwoInstances } from '../setup/instances';
import { sendFeedback, type CallersPlan } from './callers';
import { answerFeedback } from './champion';
import { seenChains, type ChainsReport } from './chains';
import { comparedWith, type ListReport } from './comparedWith';
import { bodiesInHistory, editItem } from './editItem';
import { heldFeedback, untilDelivered } from './heldFeedback';
import { countedUse, recordUse, type CountedUse } from './recordUse';
import { voteFor, type Votes } from './voteFor';

export interface InstancesRunPlan extends CallersPlan {
  readonly licences: number;
  /** Milliseconds from the start of one instance to the death of the other. */
  readonly killEveryMs: number;
  /** How many of the submissions are answered meanwhile. */
  readonly answers: number;
  /** How many people vote. */
  readonly voters: number;
  readonly deliverWithinMs: number;
  readonly tellWithinMs: number;
}

/** What came of everything that was done while instances died. */
export interface InstancesRunReport extends ListReport {
  readonly parked: number;
  readonly killed: number;
  readonly chains: ChainsReport;
  /** Counted actions that were acknowledged, and what the tables and the roll-ups have more than before. */
  readonly use: CountedUse & { readonly acknowledged: number };
  readonly votes: Votes;
  /** Texts of one item: as acknowledged, and as SharePoint's history has them. */
  readonly edits: {
    readonly acknowledged: readonly string[];
    readonly inHistory: readonly (string | undefined)[];
  };
}

/** Milliseconds in which what will be answered is sent. */
const calmMs = 1_000;

/**
 * People send feedback, use the library, change an item and vote, and a champion answers, while of two
 * instances behind one address one is killed every few seconds; afterwards everything is counted.
 */
export async function runInstances(
  folder: string,
  plan: InstancesRunPlan,
): Promise<InstancesRunReport> {
  const deployment = await startTwoInstances(folder, { licences: plan.licences });
  try {
    const { tenant, product } = deployment;
    const { members, ownerToken } = tenant;
    const { origin } = product;
    const before = new Set((await heldFeedback(deployment)).map(({ clientKey }) => clientKey));
    const usedBefore = await countedUse(deployment);
    const calm = { ...plan, submissions: plan.answers, overMs: calmMs, seed: plan.seed + 1 };
    const answered = await sendFeedback(origin, members, calm);
    await untilDelivered(deployment, plan.deliverWithinMs);

    const stopped = new AbortController();
    const { signal } = stopped;
    let isOver = false;
    let killed = 0;
    const killing = async () => {
      while (!isOver) {
        await delay(plan.killEveryMs);
        await deployment.killProduct();
        killed += 1;
      }
    };
    const rest = { ...plan, submissions: plan.submissions - plan.answers };
    const keys = answered.map(({ request }) => request.clientKey);
    const [sent, , , acknowledgedUse, edited, votes] = await Promise.all([
      sendFeedback(origin, members, rest, signal).finally(() => (isOver = true)),
      killing(),
      answerFeedback(origin, ownerToken, keys, plan.overMs, signal),
      recordUse(origin, members, () => isOver, signal),
      editItem(origin, ownerToken, () => isOver, signal),
      voteFor(origin, members.slice(0, plan.voters), signal),
    ] as const satisfies readonly Promise<unknown>[]).catch((error: unknown) => {
      // Where one cannot go on, the others need not.
      isOver = true;
      stopped.abort(error);
      throw error;
    });
    const submissions = [...answered, ...sent];
    const { parked } = await untilDelivered(deployment, plan.deliverWithinMs);
    const held = (await heldFeedback(deployment)).filter(({ clientKey }) => !before.has(clientKey));
    const used = await countedUse(deployment);
    return {
      ...comparedWith(submissions, held),
      ...{ parked, killed, votes },
      chains: await seenChains(deployment, submissions, held, plan.tellWithinMs),
      use: {
        acknowledged: acknowledgedUse,
        events: used.events - usedBefore.events,
        rolledUp: used.rolledUp - usedBefore.rolledUp,
      },
      edits: {
        acknowledged: edited.bodies,
        inHistory: await bodiesInHistory(deployment, edited.clientKey),
      },
    };
  } finally {
    await deployment.close();
  }
}

/** Whether everything that was acknowledged is there once. */
export function isRight({ chains, use, votes, edits, ...list }: InstancesRunReport): boolean {
  return (
    list.lost + list.duplicated + list.strange + list.parked === 0 &&
    chains.doubled + chains.missing + chains.astray === 0 &&
    use.events === use.acknowledged &&
    use.rolledUp === use.acknowledged &&
    votes.shown === votes.expected &&
    edits.inHistory.join() === edits.acknowledged.join()
  );
}
