import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listenLocalTenant, type LoopbackServer } from '../../local-tenant/server';
import {
  createListsOnLocalTenant,
  type ListsOnLocalTenant,
} from '../../local-tenant/testing/listsOnLocalTenant';
import { listDefinitions } from '../lists';

type Moment = (request: Request, answer: () => Promise<Response>) => Promise<Response>;

let world: ListsOnLocalTenant;
let server: LoopbackServer;
/** What happens when the instance reaches Graph; a test decides at which moment it dies. */
let onRequest: Moment;
const instances: Instance[] = [];

interface Instance {
  process: ChildProcess;
  /** Keys whose acknowledgement arrived before the process died. */
  acknowledged: string[];
  accepted: Promise<void>;
  kill(): Promise<void>;
}

beforeEach(async () => {
  onRequest = (_request, answer) => answer();
  world = await createListsOnLocalTenant({ definitions: listDefinitions });
  const { tenant } = world;
  const watched = {
    ...tenant,
    send: (request: Request) => onRequest(request, () => tenant.send(request)),
  };
  server = await listenLocalTenant({ tenant: watched, port: 0 });
});
afterEach(async () => {
  await Promise.all(instances.splice(0).map((instance) => instance.kill()));
  await server.close();
  await world.close();
});

function startInstance(count: number, works: boolean): Instance {
  const program = join(
    import.meta.dirname,
    '../../local-tenant/testing/listsInstance.testProgram.ts',
  );
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', program],
      ...[world.database.connectionString, server.origin, String(count), String(works)],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const acknowledged: string[] = [];
  const accepted = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line === 'accepted') resolve();
      else acknowledged.push(line);
    });
  });
  const instance: Instance = {
    process: child,
    acknowledged,
    accepted,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    },
  };
  instances.push(instance);
  return instance;
}

/** What the next start does: take the lease over, deliver, sync. */
async function startAgain(): Promise<void> {
  onRequest = (_request, answer) => answer();
  await expect.poll(() => world.lists.deliverNow(), { timeout: 10_000 }).toBe(true);
  await world.lists.deliverNow();
  await world.lists.syncNow();
}

async function expectEachOnce(keys: readonly string[]): Promise<void> {
  const held = world.held('Feedback').map((item) => item.fields['ClientKey']);
  expect(held.filter((key) => keys.includes(String(key))).sort()).toEqual([...keys].sort());
  expect(new Set(held).size).toBe(held.length);
  const read = await world.lists.stores.Feedback.all();
  expect(read.map((item) => item.clientKey).sort()).toEqual(held.sort());
  expect(read.every((item) => item.delivered)).toBe(true);
  expect(await world.lists.status()).toMatchObject({ waiting: 0, parked: 0 });
}

describe(
  'an instance killed with kill -9 loses and duplicates nothing',
  { timeout: 90_000 },
  () => {
    test('between acknowledging and delivering', async () => {
      const instance = startInstance(5, false);
      await instance.accepted;
      await instance.kill();
      expect(world.held('Feedback')).toEqual([]);

      await startAgain();
      expect(instance.acknowledged).toHaveLength(5);
      await expectEachOnce(instance.acknowledged);
    });

    test.each([
      ['before Graph has read the batch', 0],
      ['after Graph has written, before the answer arrives', 5],
    ])('%s', async (_when, writtenWhenKilled) => {
      const first = startInstance(5, false);
      await first.accepted;
      await first.kill();

      const reached = new Promise<void>((resolve) => {
        onRequest = async (request, answer) => {
          if (!request.url.endsWith('/$batch')) return answer();
          const response = writtenWhenKilled > 0 ? await answer() : undefined;
          await second.kill();
          resolve();
          return response ?? new Response(null, { status: 500 });
        };
      });
      const second = startInstance(0, true);
      await reached;
      expect(world.held('Feedback')).toHaveLength(writtenWhenKilled);

      await startAgain();
      await expectEachOnce(first.acknowledged);
    });

    test('between a delta page and its commit', async () => {
      const first = startInstance(3, false);
      await first.accepted;
      await first.kill();
      await world.lists.deliverNow();
      await world.lists.stop();
      world.editByHand('Feedback', '2', { Words: 'edited by hand' });

      const reached = new Promise<void>((resolve) => {
        onRequest = async (request, answer) => {
          const response = await answer();
          if (!request.url.includes('/delta')) return response;
          await second.kill();
          resolve();
          return response;
        };
      });
      const second = startInstance(0, true);
      await reached;

      await startAgain();
      await expectEachOnce(first.acknowledged);
      const words = (await world.lists.stores.Feedback.all()).map((item) => item.fields['Words']);
      expect(words).toContain('edited by hand');
    });

    test('at any moment, again and again', async () => {
      const acknowledged: string[] = [];
      for (let life = 0; life < 6; life += 1) {
        let requests = 0;
        const diesAt = 2 + ((life * 7) % 11);
        const died = new Promise<void>((resolve) => {
          onRequest = async (_request, answer) => {
            const afterWriting = life % 2 === 0;
            requests += 1;
            if (requests < diesAt) return answer();
            if (afterWriting) await answer();
            await instance.kill();
            resolve();
            return new Response(null, { status: 500 });
          };
        });
        const instance = startInstance(40, true);
        await died;
        acknowledged.push(...instance.acknowledged);
      }
      await startAgain();
      expect(acknowledged.length).toBeGreaterThan(40);
      await expectEachOnce(acknowledged);
    });
  },
);
