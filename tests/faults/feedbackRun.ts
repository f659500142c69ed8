import { percentile } from '../setup/percentile';
import { startDeployment } from '../setup/deployment';
import { sendFeedback, type CallersPlan, type Submission } from './callers';
import { heldFeedback, untilDelivered, type HeldFeedback } from './heldFeedback';
import { makeTrouble, type Trouble, type TroublePlan } from './trouble';

export interface FeedbackRunPlan extends CallersPlan, TroublePlan {
  /** Licences of the tenant: they decide how much SharePoint takes in a minute. */
  readonly licences: number;
  /** Milliseconds that the queue may take to empty once the trouble is over. */
  readonly deliverWithinMs: number;
}

/** What came of everything that was sent. */
export interface FeedbackRunReport {
  readonly submitted: number;
  /** Whose senders were told that they are safe. */
  readonly acknowledged: number;
  /** Acknowledged, and not in the list. */
  readonly lost: number;
  /** In the list more than once, by key or by words; given up or not. */
  readonly duplicated: number;
  /** In the list under words that nobody sent. */
  readonly strange: number;
  /** Kept out of the list for good by SharePoint's refusal. */
  readonly parked: number;
  /** Sent more than once until they were acknowledged. */
  readonly sentAgain: number;
  /** Milliseconds within which 99 of 100 answers came while SharePoint was away; null without any. */
  readonly awayP99: number | null;
  /** How many answers that rests on. */
  readonly awayAnswers: number;
  readonly trouble: Trouble['counts'];
}

/** Feedback comes in while everything behind it breaks; afterwards the list is counted. */
export async function runFeedback(
  folder: string,
  plan: FeedbackRunPlan,
): Promise<FeedbackRunReport> {
  const deployment = await startDeployment(folder, { licences: plan.licences });
  try {
    const before = new Set((await heldFeedback(deployment)).map(({ clientKey }) => clientKey));
    const { tenant, product } = deployment;
    let isOver = false;
    const stopped = new AbortController();
    const [submissions, trouble] = await Promise.all([
      sendFeedback(product.origin, tenant.tokens, plan, stopped.signal).finally(() => {
        isOver = true;
      }),
      makeTrouble(deployment, plan, () => isOver).catch((error: unknown) => {
        stopped.abort(error);
        throw error;
      }),
    ]);
    const { parked } = await untilDelivered(deployment, plan.deliverWithinMs);
    const held = (await heldFeedback(deployment)).filter(({ clientKey }) => !before.has(clientKey));
    return { ...compare(submissions, held), parked, ...whileAway(submissions, trouble) };
  } finally {
    await deployment.close();
  }
}

function compare(submissions: readonly Submission[], held: readonly HeldFeedback[]) {
  const keys = tally(held.map(({ clientKey }) => clientKey));
  const words = tally(held.map((item) => item.words));
  const sent = new Set(submissions.map(({ request }) => request.text));
  const acknowledged = submissions.filter((submission) => submission.acknowledged);
  return {
    submitted: submissions.length,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(
      ({ request }) => !keys.has(request.clientKey) || !words.has(request.text),
    ).length,
    duplicated: [...keys.values(), ...words.values()].filter((times) => times > 1).length,
    strange: held.filter((item) => !sent.has(item.words)).length,
    sentAgain: acknowledged.filter(({ attempts }) => attempts > 1).length,
  };
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function whileAway(submissions: readonly Submission[], { away, counts }: Trouble) {
  const times = submissions
    .flatMap(({ answered }) => answered ?? [])
    .filter(({ at, ms }) => away.some(({ from, until }) => at >= from && at + ms <= until))
    .map(({ ms }) => ms);
  const awayP99 = times.length === 0 ? null : percentile(times, 0.99);
  return { awayP99, awayAnswers: times.length, trouble: counts };
}
