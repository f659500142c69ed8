import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  feedbackOverview,
  type FeedbackOverview,
  type FeedbackRequest,
} from '@last-mile/shared/feedback';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../local-tenant/testing/adoptionStage';
import { people } from '../../../local-tenant/testProduct';

let stage: AdoptionStage;
const [often, seldom] = [randomUUID(), randomUUID()];
const task = randomUUID();
const told: Record<string, string> = {};

/** A Thursday: the weeks from 9 and 16 November are the last two closed ones. */
const today = '2026-11-26T11:00:00Z';

async function ask(userId: string, path: string, body: unknown) {
  const token = await stage.tenant.entra.userToken(userId);
  const response = await stage.ask({ token }, path, body);
  expect([path, response.status]).toEqual([path, 202]);
}

async function use(userId: string, day: string, itemKey = often) {
  stage.clock.at = new Date(`${day}T09:00:00Z`);
  const event = {
    ...{ clientKey: randomUUID(), kind: 'promptCopied', at: stage.clock.at.toISOString() },
    ...{ itemKey, version: 1, surface: 'teams' },
  };
  await ask(userId, '/api/events', { events: [event] });
}

async function flag(name: string, userId: string, day: string, more: Partial<FeedbackRequest>) {
  stage.clock.at = new Date(`${day}T10:00:00Z`);
  const clientKey = randomUUID();
  told[name] = clientKey;
  const request: FeedbackRequest = {
    ...{ clientKey, kind: 'flag', reason: 'wrong', reachedClient: false, named: true },
    ...{ about: { type: 'libraryItem', itemKey: often, version: 1 }, text: `It is ${name}` },
    ...{ surface: 'teams', ...more },
  };
  await ask(userId, '/api/feedback', request);
}

async function overview(): Promise<FeedbackOverview> {
  const response = await stage.ask('alice', '/api/feedback/overview');
  expect(response.status).toBe(200);
  return feedbackOverview.parse(await response.json());
}

beforeAll(async () => {
  stage = await createAdoptionStage('2026-11-02T08:00:00Z');
  const [quiet, unnamed, back] = [stage.colleagues[0]!, stage.colleagues[1]!, stage.colleagues[2]!];
  for (const userId of stage.colleagues.slice(0, 5)) await use(userId, '2026-11-03');
  await flag('a bad start', quiet, '2026-11-03', {});
  await flag('nobody’s', unnamed, '2026-11-03', { named: false });
  await flag('soon over', back, '2026-11-03', {
    about: { type: 'workflow', workflowKey: task },
  });
  // With these four, those who used what is not told of this week are five as well.
  for (const userId of stage.colleagues.slice(5, 9)) await use(userId, '2026-11-03', randomUUID());
  await use(people.carol, '2026-11-04', seldom);
  await flag('seldom', people.carol, '2026-11-04', {
    ...{ about: { type: 'libraryItem', itemKey: seldom, version: 1 }, reachedClient: true },
  });
  await use(back, '2026-11-10');
  await use(people.carol, '2026-11-12', seldom);
  await stage.settle();
  stage.clock.at = new Date(today);
});
afterAll(() => stage.close());

test('flags are told per 100 uses by the uses that the dashboard tells: of weeks of five people or more', async () => {
  await stage.dashboard();
  await expect
    .poll(async () => (await overview()).flagRates[0]?.per100, { timeout: 20_000 })
    .not.toEqual({ state: 'notEnoughData' });
  const { weeks, flagRates } = await overview();
  expect(weeks).toEqual({ from: '2026-11-02', until: '2026-11-16' });
  expect(flagRates).toEqual([
    { itemKey: often, title: null, flags: 2, per100: { state: 'known', value: 40, n: 5 } },
    { itemKey: seldom, title: null, flags: 1, per100: { state: 'notEnoughData' } },
  ]);
});

test('causes recur, and what waits longest is overdue first', async () => {
  const { causes, overdue, firstResponseDays, closingDays } = await overview();
  expect(causes).toEqual([
    {
      ...{ reason: 'wrong', about: { type: 'libraryItem', itemKey: often }, title: null },
      ...{ times: 2, open: 2 },
    },
  ]);
  expect(overdue.map(({ text, dueOn }) => [text, dueOn])).toEqual(
    expect.arrayContaining([
      ['It is a bad start', '2026-11-05'],
      ['It is seldom', '2026-11-04'],
    ]),
  );
  expect(overdue[0]).toEqual({
    ...{ clientKey: told['seldom'], text: 'It is seldom', reachedClient: true },
    ...{ dueOn: '2026-11-04', daysLate: 16 },
  });
  expect([firstResponseDays, closingDays]).toEqual(Array(2).fill({ state: 'notEnoughData' }));
});

test('who began with a flag and went quiet is named, and nobody who flagged without a name', async () => {
  const { badStarts } = await overview();
  expect(badStarts).toEqual([
    {
      ...{ name: 'Colleague 1', userPrincipalName: 'Colleague1@example.com' },
      clientKey: told['a bad start'],
    },
  ]);
  expect(stage.logged.join('\n')).not.toMatch(/Colleague ?1/);
});

test('who has left the programme is named no more', async () => {
  stage.setMembers(stage.members.filter((userId) => userId !== stage.colleagues[0]));
  // The directory's answer is kept for minutes.
  stage.clock.at = new Date('2026-11-26T12:00:00Z');
  expect((await overview()).badStarts).toEqual([]);
});

test('a leader and a member get nothing of it', async () => {
  for (const name of ['dora', 'carol'] as const) {
    const response = await stage.ask(name, '/api/feedback/overview');
    expect([name, response.status]).toEqual([name, 403]);
    expect(await response.text()).not.toContain('Colleague');
  }
});
