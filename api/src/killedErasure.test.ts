import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasureResponse, type Erasure } from '@last-mile/shared/privacy';
import type { OwnedListStore } from './sync/listStore';
import { listenLocalTenant, type LoopbackServer } from '../local-tenant/server';
import { everythingHeld } from '../local-tenant/testing/everythingHeld';
import {
  createFeedbackStage,
  stageStart,
  type FeedbackStage,
} from '../local-tenant/testing/feedbackStage';
import type { ErasureInstanceTask } from '../local-tenant/testing/erasureInstance.testProgram';
import { people, testConfig } from '../local-tenant/testProduct';

/** More steps than an erasure has; where that is not so the test fails. */
const mostSteps = 40;
const persons = Array.from({ length: mostSteps }, (_, index) => ({
  userId: `00000000-0000-4000-8000-${String(index + 200).padStart(12, '0')}`,
  clientKey: randomUUID(),
  words: `What person ${String(index).padStart(2, '0')} wrote of a ruling.`,
}));
type Person = (typeof persons)[number];

let stage: FeedbackStage;
let server: LoopbackServer;
beforeAll(async () => {
  stage = await createFeedbackStage();
  const { tenant, programme } = stage.it;
  tenant.directory.addUsers(
    persons.map(({ userId }, index) => ({
      ...{ id: userId, displayName: `Person ${index}`, mail: null, department: 'Audit' },
      ...{ userPrincipalName: `Person${index}@example.com`, jobTitle: 'Audit Senior' },
      ...{ accountEnabled: true, preferredLanguage: null },
    })),
  );
  const memberIds = [people.alice, people.carol, ...persons.map(({ userId }) => userId)];
  tenant.directory.addGroup({ id: programme.groupId, displayName: 'First', memberIds });
  await stage.it.product.members.run();
  const item = await stage.publish();
  for (const person of persons) {
    for (const named of [true, false]) {
      await done(person, '/api/feedback', {
        ...{ clientKey: randomUUID(), kind: 'flag', reason: 'wrong', reachedClient: false },
        ...{ about: { type: 'aiOutput' }, text: person.words, named, surface: 'teams' },
      });
    }
    const { clientKey, version, content } = item;
    await done(person, '/api/library/drafts', {
      clientKey: randomUUID(),
      content: { ...content, body: person.words },
      original: { clientKey, version, as: 'ownVariant' },
    });
    await done(person, '/api/saved-time', {
      ...{ clientKey: randomUUID(), month: '2026-11', use: 'learning' },
    });
  }
  await stage.it.settle();
  server = await listenLocalTenant({ tenant, port: 0 });
}, 60_000);
afterAll(async () => {
  await server.close();
  await stage.it.close();
});

async function done({ userId }: Person, path: string, body?: object): Promise<unknown> {
  const token = await stage.it.tenant.entra.userToken(userId);
  const response = await stage.it.ask({ token }, path, body);
  const answer = (await response.json()) as unknown;
  expect([path, response.status < 300, answer]).toEqual([path, true, answer]);
  return answer;
}

async function erasureOf(person: Person): Promise<Erasure | null> {
  return erasureResponse.parse(await done(person, '/api/me/erasure')).erasure;
}

/** Lets an instance erase the person and die at its so-manieth step; false where it ended before. */
async function eraseAndDie({ userId, clientKey }: Person, diesAt: number): Promise<boolean> {
  const program = '../local-tenant/testing/erasureInstance.testProgram.ts';
  const task: ErasureInstanceTask = {
    ...{ config: testConfig(), tenantOrigin: server.origin, now: stageStart },
    ...{ connectionString: stage.it.database.connectionString, userId, clientKey, diesAt },
  };
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, program), JSON.stringify(task)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect([0, null]).toContain(code);
  return signal === 'SIGKILL';
}

/** What the next start does once the leases of the killed one have run out. */
async function nextStart(): Promise<void> {
  await stage.it.database.query('UPDATE lease SET expires_at = now()');
  await stage.it.settle();
  await stage.it.product.app.erasures.resume();
  await stage.it.settle();
}

async function leadsTo({ userId, words }: Person): Promise<boolean> {
  // This instance has not heard of what the other one wrote.
  for (const store of Object.values(stage.it.product.lists.stores)) {
    (store as OwnedListStore).invalidate();
  }
  // The audit trail stays until its own time.
  const text = (await everythingHeld(stage.it, ['audit_trail'])).toLowerCase();
  return text.includes(userId) || text.includes(words.toLowerCase());
}

test(
  'an erasure killed with kill -9 at any step is whole after the next start, and said once',
  { timeout: 240_000 },
  async () => {
    let steps = 0;
    const receipts: unknown[] = [];
    for (const person of persons) {
      steps += 1;
      const isKilled = await eraseAndDie(person, steps);
      const left = await erasureOf(person);
      const isSaidDone = left !== null && left.doneAt !== null;
      // Nothing half erased is shown as done.
      if (isSaidDone) expect([steps, await leadsTo(person)]).toEqual([steps, false]);
      if (!isKilled) expect(isSaidDone).toBe(true);

      // A wish that nobody confirmed is sent again by the device, under its key.
      if (left === null) await done(person, '/api/me/erasure', { clientKey: person.clientKey });
      await nextStart();
      const erasure = await erasureOf(person);
      expect([steps, erasure?.clientKey, erasure?.doneAt]).toEqual([
        ...[steps, person.clientKey, new Date(stageStart).toISOString()],
      ]);
      expect([steps, await leadsTo(person)]).toEqual([steps, false]);
      receipts.push(erasure?.done);
      if (!isKilled) break;
    }
    expect(steps).toBeGreaterThan(10);
    expect(steps).toBeLessThan(mostSteps);
    // Everybody had the same, so that every receipt says the same, however it was interrupted.
    expect(receipts).toEqual(receipts.map(() => receipts[0]));

    const erased = persons.slice(0, steps).map(({ clientKey }) => clientKey);
    const said = await stage.it.database.query<{ subject: string }>(
      `SELECT subject FROM audit_trail WHERE action = 'privacy.erased' ORDER BY at`,
    );
    expect(said.map(({ subject }) => subject).sort()).toEqual([...erased].sort());
    const remembered = await stage.it.product.lists.stores.Erasures.all();
    expect(remembered.map(({ clientKey }) => clientKey).sort()).toEqual([...erased].sort());
    const { sharePoint } = stage.it.tenant;
    const list = sharePoint.lists().find(({ displayName }) => displayName === 'Erasures');
    expect(sharePoint.items(list?.id ?? '')).toHaveLength(erased.length);
  },
);
