import { percentile } from '../setup/percentile';
import { startDeployment } from '../setup/deployment';
import { sendFeedback, type CallersPlan, type Submission } from './callers';
import { comparedWith, type ListReport } from './comparedWith';
import { heldFeedback, untilDelivered } from './heldFeedback';
import { seenChains, type ChainsReport } from './chains';
import { answerFeedback } from './champion';
import { makeTrouble, type Trouble, type TroublePlan } from './trouble';

export interface FeedbackRunPlan extends CallersPlan, TroublePlan {
  /** How many of the submissions are answered while the trouble lasts. */
  readonly answers: number;
  /** Licences of the tenant: they decide how much SharePoint takes in a minute. */
  readonly licences: number;
  /** Milliseconds that the queue may take to empty once the trouble is over. */
  readonly deliverWithinMs: number;
  /** Milliseconds after that until everybody has been told. */
  readonly tellWithinMs: number;
}

/** What came of everything that was sent. */
export interface FeedbackRunReport extends ListReport {
  /** Kept out of the list for good by SharePoint's refusal. */
  readonly parked: number;
  /** Milliseconds within which 99 of 100 answers came while SharePoint was away; null without any. */
  readonly awayP99: number | null;
  /** How many answers that rests on. */
  readonly awayAnswers: number;
  /** What came of telling those whose feedback was answered meanwhile. */
  readonly chains: ChainsReport;
  readonly trouble: Trouble['counts'];
}

/** Milliseconds in which what will be answered is sent. */
const calmMs = 1_000;

/**
 * Feedback comes in and is answered while everything behind it breaks; afterwards the list is counted,
 * and what people see in Teams of the answers.
 */
export async function runFeedback(
  folder: string,
  plan: FeedbackRunPlan,
): Promise<FeedbackRunReport> {
  const deployment = await startDeployment(folder, { licences: plan.licences });
  try {
    const before = new Set((await heldFeedback(deployment)).map(({ clientKey }) => clientKey));
    const { tenant, product } = deployment;
    // What is answered is in the list before the trouble begins.
    const calm = { ...plan, submissions: plan.answers, overMs: calmMs, seed: plan.seed + 1 };
    const answered = await sendFeedback(product.origin, tenant.members, calm);
    await untilDelivered(deployment, plan.deliverWithinMs);
    const stopped = new AbortController();
    const { signal } = stopped;
    /** Where one cannot go on, the others need not. */
    const orEnd = (work: Promise<unknown>) =>
      work.catch((error: unknown) => {
        stopped.abort(error);
        throw error;
      });
    let isOver = false;
    const rest = { ...plan, submissions: plan.submissions - plan.answers };
    const sending = sendFeedback(product.origin, tenant.members, rest, signal).finally(() => {
      isOver = true;
    });
    const troubling = makeTrouble(deployment, plan, () => isOver);
    const answering = answerFeedback(
      product.origin,
      tenant.ownerToken,
      answered.map(({ request }) => request.clientKey),
      plan.overMs,
      signal,
    );
    await Promise.all([orEnd(sending), orEnd(troubling), orEnd(answering)]);
    const submissions = [...answered, ...(await sending)];
    const trouble = await troubling;
    const { parked } = await untilDelivered(deployment, plan.deliverWithinMs);
    const held = (await heldFeedback(deployment)).filter(({ clientKey }) => !before.has(clientKey));
    const chains = await seenChains(deployment, submissions, held, plan.tellWithinMs);
    return {
      ...comparedWith(submissions, held),
      parked,
      ...whileAway(submissions, trouble),
      chains,
    };
  } finally {
    await deployment.close();
  }
}

function whileAway(submissions: readonly Submission[], { away, counts }: Trouble) {
  const times = submissions
    .flatMap(({ answered }) => answered ?? [])
    .filter(({ at, ms }) => away.some(({ from, until }) => at >= from && at + ms <= until))
    .map(({ ms }) => ms);
  const awayP99 = times.length === 0 ? null : percentile(times, 0.99);
  return { awayP99, awayAnswers: times.length, trouble: counts };
}
