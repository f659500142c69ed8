import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dashboardResponse } from '@last-mile/shared/adoption';
import { createTestProduct, people, type TestProduct } from '../../../local-tenant/testProduct';

let now: Date;
let it: TestProduct;
beforeAll(async () => {
  now = new Date('2026-11-23T11:00:00Z');
  it = await createTestProduct({ now: () => now });
});
afterAll(() => it.close());

async function suggest(): Promise<string> {
  const clientKey = randomUUID();
  const response = await it.ask('carol', '/api/feedback', {
    ...{ clientKey, kind: 'suggestion', reason: null, reachedClient: false },
    ...{ about: { type: 'tool' }, text: 'Shorter, please.', named: true, surface: 'teams' },
  });
  expect(response.status).toBe(202);
  return clientKey;
}

/** As a champion does it in SharePoint. */
async function edit(clientKey: string, fields: Readonly<Record<string, string>>) {
  const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Feedback');
  const items = it.tenant.sharePoint.items(list!.id);
  const item = items.find((each) => each.fields['ClientKey'] === clientKey);
  it.tenant.sharePoint.edit(list!.id, item!.id, fields, people.alice);
  await it.settle();
}

async function dashboard() {
  const response = await it.ask('alice', '/api/adoption/dashboard');
  expect(response.status).toBe(200);
  return dashboardResponse.parse(await response.json());
}

test('the dashboard says how feedback was answered and what became of suggestions', async () => {
  expect((await dashboard()).improvements.total).toBe(0);

  const [adjusted, same, waiting] = [await suggest(), await suggest(), await suggest()];
  await it.settle();
  await edit(adjusted, {
    ...{ State: 'closed', RespondedAt: '2026-11-24T09:00:00Z', ClosedAt: '2026-11-26T09:00:00Z' },
    ...{ Outcome: 'promptAdjusted', OutcomeReference: 'Version 3', Helped: 'yes' },
  });
  await edit(same, {
    ...{ State: 'closed', RespondedAt: '2026-11-27T09:00:00Z' },
    // Copied by a person: in capitals, with a blank behind it.
    MergedInto: `${adjusted.toUpperCase()} `,
  });
  now = new Date('2026-12-01T09:00:00Z');

  const { feedback, improvements } = await dashboard();
  expect(improvements).toEqual({
    total: 2,
    byState: { new: 1, inProgress: 0, waitingOnVendor: 0, closed: 1 },
    byRoute: {
      ...{ promptAdjusted: 1, workflowChanged: 0, trainingChanged: 0 },
      ...{ vendor: 0, declined: 0, undecided: 1 },
    },
  });
  expect(feedback).toEqual({
    ...{ open: 1, overdue: 1, openReachedClient: 0, closed: 2, suggestions: 3 },
    firstResponseDays: { state: 'known', value: 2.5, n: 2 },
    insideDue: { state: 'known', value: 1 / 3, n: 3 },
    withOutcome: { state: 'known', value: 1, n: 1 },
    helped: { state: 'known', value: 1, n: 1 },
  });

  await edit(waiting, { State: 'waitingOnVendor', Outcome: 'vendor' });
  expect((await dashboard()).improvements.byRoute).toMatchObject({ vendor: 1, undecided: 0 });
});
