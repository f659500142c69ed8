import * as z from 'zod/mini';
import { startDeployment, type Deployment } from '../setup/deployment';
import { sendFeedback, type CallersPlan } from './callers';
import { untilDelivered } from './heldFeedback';
import { press } from './press';

const counters = z.object({
  byPath: z.array(z.object({ method: z.string(), path: z.string(), units: z.number() })),
});

export interface FeedbackCost {
  /** SharePoint resource units for each piece of feedback, all that was asked meanwhile included. */
  readonly unitsEach: number;
  /** The same by request, the dearest first. */
  readonly byPath: readonly { readonly request: string; readonly units: number }[];
}

const deliverWithinMs = 10 * 60_000;

/**
 * What feedback costs at the local tenant's meter when nothing is wrong: creates, the looks for
 * changes that go on meanwhile, and whatever else the product asks SharePoint for.
 */
export async function feedbackCost(
  folder: string,
  plan: CallersPlan,
  licences: number,
): Promise<FeedbackCost> {
  const deployment = await startDeployment(folder, { licences });
  try {
    await press(deployment, 'reset-counters');
    await sendFeedback(deployment.product.origin, deployment.tenant.members, plan);
    await untilDelivered(deployment, deliverWithinMs);
    const { byPath } = await readCounters(deployment);
    const costly = byPath.filter(({ units }) => units > 0);
    return {
      unitsEach: costly.reduce((sum, { units }) => sum + units, 0) / plan.submissions,
      byPath: costly
        .map(({ method, path, units }) => ({ request: `${method} ${path}`, units }))
        .sort((one, other) => other.units - one.units),
    };
  } finally {
    await deployment.close();
  }
}

async function readCounters({ tenant }: Deployment) {
  return counters.parse(await (await fetch(`${tenant.origin}/control/counters`)).json());
}
