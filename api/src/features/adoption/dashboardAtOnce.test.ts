import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dashboardResponse, eventsReceipt } from '@last-mile/shared/adoption';
import { importResponse, libraryItem, libraryResponse } from '@last-mile/shared/library';
import { createTestProduct, type TestProduct } from '../../../local-tenant/testProduct';

const now = new Date('2026-11-23T11:00:00Z');

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct({ now: () => now });
  await it.product.start();
});
afterAll(() => it.close());

async function answerTo(...asked: Parameters<TestProduct['ask']>): Promise<unknown> {
  const response = await it.ask(...asked);
  expect(response.status).toBeLessThan(300);
  return response.json();
}
const dashboard = async () =>
  dashboardResponse.parse(await answerTo('alice', '/api/adoption/dashboard'));

const suggestion = () => ({
  clientKey: randomUUID(),
  kind: 'suggestion',
  reason: null,
  reachedClient: false,
  about: { type: 'tool' },
  text: 'Shorter, please.',
  named: true,
  surface: 'teams',
});

async function draft(title: string) {
  const row = {
    ...{ row: 1, kind: 'prompt', title, purpose: 'Says what it is for' },
    ...{ body: 'Summarise.', author: 'Robin', sourceUrl: 'https://example.com/' },
  };
  importResponse.parse(await answerTo('alice', '/api/library/import', { rows: [row] }));
  await it.settle();
  const { items } = libraryResponse.parse(await answerTo('bob', '/api/library'));
  return items.find((item) => item.content.title === title)!;
}

test('feedback, a publication and a first use show in the very next view', async () => {
  expect((await dashboard()).feedback).toMatchObject({ open: 0, suggestions: 0 });
  await answerTo('carol', '/api/feedback', suggestion());
  expect((await dashboard()).feedback).toMatchObject({ open: 1, suggestions: 1 });

  const item = await draft('A prompt');
  expect((await dashboard()).library).toMatchObject({ drafts: 1, published: 0 });
  const address = `/api/library/${item.clientKey}/publication`;
  libraryItem.parse(await answerTo('bob', address, { eTag: item.eTag }));
  expect((await dashboard()).library).toMatchObject({ drafts: 0, published: 1, neverUsed: 1 });

  const use = {
    ...{ clientKey: randomUUID(), kind: 'promptCopied', at: now.toISOString() },
    ...{ itemKey: item.clientKey, version: 1, surface: 'teams' },
  };
  // The programme's members are known once the directory was read.
  await expect
    .poll(async () => {
      const receipt = eventsReceipt.parse(
        await answerTo('carol', '/api/events', { events: [use] }),
      );
      return receipt.refused;
    })
    .toEqual([]);
  expect((await dashboard()).library).toMatchObject({ published: 1, neverUsed: 0 });
});

test('a mapped task shows in the very next view, and so does an item published for it', async () => {
  const { Workflows, Library } = it.product.lists.stores;
  const workflowKey = randomUUID();
  const fields = {
    ...{ Title: 'Reply to a client', JobFamily: 'audit', Purpose: 'To answer in a day' },
    ...{ Steps: '[]', ProgrammeKey: it.programme.clientKey },
  };
  const actorId = it.programme.ownerId;
  await it.database.transaction((tx) =>
    Workflows.append(tx, { clientKey: workflowKey, actorId, fields }),
  );
  await it.settle();
  const unknown = { state: 'notEnoughData' };
  const row = {
    ...{ workflowKey, task: 'Reply to a client', jobFamily: 'audit', publishedItems: 0 },
    ...{ uses: unknown, withTemplate: unknown },
    trust: { keptShare: unknown, redoRate: unknown, flagsPer100: unknown },
  };
  const before = await dashboard();
  expect(before.tasks).toEqual([row]);
  expect(before.library).toMatchObject({ tasks: 1, tasksWithItem: 0 });

  const { clientKey, eTag } = await draft('A prompt for a reply');
  await Library.edit(clientKey, eTag ?? '', { actorId, fields: { TaskKey: workflowKey } });
  await it.settle();
  const item = libraryItem.parse(await answerTo('bob', `/api/library/${clientKey}`));
  await answerTo('bob', `/api/library/${clientKey}/publication`, { eTag: item.eTag });
  const after = await dashboard();
  expect(after.tasks).toEqual([{ ...row, publishedItems: 1 }]);
  expect(after.library).toMatchObject({ tasks: 1, tasksWithItem: 1 });
});

test('no view asks Graph, and neither does who is signed in', async () => {
  await dashboard();
  await answerTo('carol', '/api/me');
  await it.product.lists.stop();
  const { meter } = it.tenant;
  const before = meter.calls();
  for (let view = 0; view < 20; view += 1) {
    await dashboard();
    await answerTo('carol', '/api/me');
    await answerTo('carol', '/api/feedback', suggestion());
  }
  expect(meter.calls()).toBe(before);
});
