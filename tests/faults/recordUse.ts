import pg from 'pg';
import type { UsageEvent } from '@last-mile/shared/adoption';
import { createApiClient } from '@last-mile/shared/client';
import { createDraws } from '../../api/local-tenant/sample/seededDraws';
import type { Deployment, ProgrammeMember } from '../setup/deployment';
import { uuidFrom } from '../setup/uuidFrom';
import { untilItPasses } from './untilItPasses';

/** Counted actions, as the tables hold them. */
export interface CountedUse {
  readonly events: number;
  /** What the roll-ups of people and weeks say all in all. */
  readonly rolledUp: number;
}

const eventsInBatch = 5;

/**
 * Everyone uses the library while it is not `isOver`, batch after batch; what is not acknowledged is
 * sent again under the same keys, and so is what was, as by a device that did not hear of it. Answers
 * how many actions there were.
 */
export async function recordUse(
  origin: string,
  members: readonly ProgrammeMember[],
  isOver: () => boolean,
  signal: AbortSignal,
): Promise<number> {
  const draws = createDraws(3);
  let actions = 0;
  for (let at = 0; !isOver(); at += 1) {
    const member = members[at % members.length];
    if (!member) throw new Error('Nobody is there to use anything.');
    const api = createApiClient({ origin, accessToken: () => Promise.resolve(member.token) });
    const batch = Array.from({ length: eventsInBatch }, (): UsageEvent => ({
      ...{ clientKey: uuidFrom(draws), kind: 'promptCopied', at: new Date().toISOString() },
      ...{ itemKey: uuidFrom(draws), version: 1, surface: 'teams' },
    }));
    await untilItPasses(() => api.sendEvents(batch), signal);
    await untilItPasses(() => api.sendEvents(batch), signal);
    actions += batch.length;
  }
  return actions;
}

/** What is counted so far. */
export async function countedUse({ product }: Deployment): Promise<CountedUse> {
  const client = new pg.Client({ connectionString: product.database });
  await client.connect();
  try {
    const { rows } = await client.query<CountedUse>(
      `SELECT (SELECT count(*)::integer FROM usage_event) AS events,
              (SELECT sum(ai_use + template_use)::integer FROM subject_week) AS "rolledUp"`,
    );
    return rows[0] ?? { events: 0, rolledUp: 0 };
  } finally {
    await client.end();
  }
}
