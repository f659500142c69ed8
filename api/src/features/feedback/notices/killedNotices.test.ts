import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownershipResponse } from '@last-mile/shared/programme';
import { listenLocalTenant, type LoopbackServer } from '../../../../local-tenant/server';
import {
  createFeedbackStage,
  stageStart,
  type FeedbackStage,
} from '../../../../local-tenant/testing/feedbackStage';
import { people } from '../../../../local-tenant/testProduct';

type Moment = (request: Request, answer: () => Promise<Response>) => Promise<Response>;

let stage: FeedbackStage;
let server: LoopbackServer;
/** What happens when the instance reaches Graph; a test decides at which moment it dies. */
let onRequest: Moment;
let kill: () => Promise<void> = () => Promise.resolve();

beforeEach(async () => {
  onRequest = (_request, answer) => answer();
  stage = await createFeedbackStage();
  const { tenant } = stage.it;
  const watched = {
    ...tenant,
    send: (request: Request) => onRequest(request, () => tenant.send(request)),
  };
  server = await listenLocalTenant({ tenant: watched, port: 0 });
});
afterEach(async () => {
  await kill();
  await server.close();
  await stage.it.close();
});

function startInstance(): void {
  const program = join(
    import.meta.dirname,
    '../../../../local-tenant/testing/noticesInstance.testProgram.ts',
  );
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', program],
      ...[stage.it.database.connectionString, server.origin, stageStart],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  };
}

/** Starts an instance and kills it at its so-manieth notification: once Graph has it, or before. */
async function startAndDie(diesAt: number, isTold: boolean): Promise<void> {
  let requests = 0;
  const died = new Promise<void>((resolve) => {
    onRequest = async (request, answer) => {
      if (!request.url.endsWith('/sendActivityNotification')) return answer();
      requests += 1;
      if (requests < diesAt) return answer();
      const response = isTold ? await answer() : undefined;
      await kill();
      resolve();
      return response ?? new Response(null, { status: 500 });
    };
  });
  startInstance();
  await died;
}

/** What the next instance does once the lease of the killed one has run out. */
async function nextInstance(): Promise<void> {
  await stage.it.database.query(`UPDATE lease SET expires_at = now() WHERE name = 'notifications'`);
  expect(await stage.it.product.notices?.run()).toBe(true);
}

describe(
  'an instance killed with kill -9 while it tells three people leaves each with one notification',
  { timeout: 90_000 },
  () => {
    test.each([
      ['before Graph has read the first', 1, false],
      ['after Graph has told the first, before the answer arrives', 1, true],
      ['before Graph has read the second', 2, false],
      ['after Graph has told the last, before the answer arrives', 3, true],
    ])('%s', async (_when, diesAt, isTold) => {
      for (const name of ['alice', 'bob', 'carol'] as const) {
        const clientKey = await stage.send({ named: name !== 'carol' }, name);
        await stage.act(clientKey, { do: 'takeUp', note: null });
      }
      await startAndDie(diesAt, isTold);
      const told = isTold ? diesAt : diesAt - 1;
      expect(stage.it.tenant.notifications()).toHaveLength(told);

      await nextInstance();
      await nextInstance();
      expect(stage.it.tenant.notifications()).toHaveLength(isTold ? 4 : 3);
      for (const name of ['alice', 'bob', 'carol'] as const) {
        expect(stage.it.tenant.activityFeed(people[name])).toHaveLength(1);
      }
    });
  },
);

describe(
  'the end of a programme is seen once by everybody who took part, though who tells it is killed',
  { timeout: 90_000 },
  () => {
    test.each([
      ['before Graph has read the second', 2, false],
      ['after Graph has told the second, before the answer arrives', 2, true],
    ])('%s', async (_when, diesAt, isTold) => {
      const tookPart = ['alice', 'bob', 'carol'] as const;
      for (const name of tookPart) await stage.send({ named: name !== 'carol' }, name);
      const { it } = stage;
      const read = await it.ask('alice', '/api/programme/owner');
      const { eTag } = ownershipResponse.parse(await read.json());
      const ended = await it.ask('alice', '/api/programme/ending', {
        ...{ eTag, ending: { how: 'stop', reason: 'Enough.' }, message: 'Thank you all.' },
      });
      expect(ended.status).toBe(200);
      await it.settle();

      await startAndDie(diesAt, isTold);
      const told = isTold ? diesAt : diesAt - 1;
      expect(it.tenant.notifications()).toHaveLength(told);

      await nextInstance();
      await nextInstance();
      for (const name of tookPart) {
        const seen = it.tenant.activityFeed(people[name]);
        expect(seen.map(({ activityType }) => activityType)).toEqual(['programmeEnded']);
      }
    });
  },
);
