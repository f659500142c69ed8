import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import * as z from 'zod/mini';
import { createLoopbackSend } from '../../api/local-tenant/loopbackSend';
import { localSiteId, localTenantId } from '../../api/local-tenant/localTenant';
import { createGraphClient, type GraphClient } from '../../api/src/graph/graphClient';
import { createGraphTokens } from '../../api/src/graph/tokens';
import type { Deployment } from '../setup/deployment';

/** An item of the Feedback list as somebody reads it who knows nothing of Last Mile. */
export interface HeldFeedback {
  readonly clientKey: string;
  readonly words: string;
  readonly state: string;
}

const listItem = z.object({
  fields: z.object({
    ClientKey: z.optional(z.string()),
    Words: z.optional(z.string()),
    State: z.optional(z.string()),
  }),
});

/** Graph as somebody asks it who knows nothing of Last Mile, with its permissions. */
export function graphOf({ origin, app }: Deployment['tenant']): GraphClient {
  const send = createLoopbackSend(origin);
  const { clientId, secret } = app;
  const tokens = createGraphTokens({
    tenantId: localTenantId,
    clientId,
    credential: { kind: 'secret', secret: secret ?? '' },
    send,
  });
  return createGraphClient({ send, getToken: tokens.forApp, version: 'faults' });
}

/** Everything in the Feedback list, page after page, from Graph itself. */
export async function heldFeedback({ tenant }: Deployment): Promise<HeldFeedback[]> {
  const items = await graphOf(tenant).getAll(
    `/sites/${localSiteId}/lists/Feedback/items?$expand=fields($select=ClientKey,Words,State)&$top=5000`,
  );
  return items.map((item) => {
    const { fields } = listItem.parse(item);
    return {
      clientKey: fields.ClientKey ?? '',
      words: fields.Words ?? '',
      state: fields.State ?? '',
    };
  });
}

const lookAgainMs = 250;

/** Waits until nothing is left to deliver; answers how much was given up as not deliverable. */
export async function untilDelivered(
  { product }: Deployment,
  withinMs: number,
): Promise<{ readonly parked: number }> {
  const client = new pg.Client({ connectionString: product.database });
  await client.connect();
  try {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const { rows } = await client.query<{ waiting: number; parked: number }>(
        `SELECT (count(*) FILTER (WHERE state = 'waiting'))::integer AS waiting,
                (count(*) FILTER (WHERE state = 'parked'))::integer AS parked
           FROM outbox`,
      );
      const { waiting = 0, parked = 0 } = rows[0] ?? {};
      if (waiting === 0) return { parked };
      if (Date.now() > deadline) throw new Error(`${waiting} items were not delivered in time.`);
      await delay(lookAgainMs);
    }
  } finally {
    await client.end();
  }
}
