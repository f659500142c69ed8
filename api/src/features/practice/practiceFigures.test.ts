import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { practiceFigures, type PracticeFigures } from '@last-mile/shared/practice';
import {
  createPracticeStage,
  type PracticeStage,
} from '../../../local-tenant/testing/practiceStage';

const session = '2026-11-03T12:00:00.000Z';
const auditors = Array.from(
  { length: 24 },
  (_, index) => `00000000-0000-4000-8000-${String(index + 500).padStart(12, '0')}`,
);
const [came, stayed] = [auditors.slice(0, 12), auditors.slice(12)];

let stage: PracticeStage;
/** Twenty-four auditors who have been there for five weeks when the first session begins. */
beforeEach(async () => {
  stage = await createPracticeStage('2026-09-28T08:00:00Z');
  stage.tenant.directory.addUsers(
    auditors.map((id, index) => ({
      ...{ id, displayName: `Auditor ${index}`, userPrincipalName: `auditor${index}@example.com` },
      ...{ mail: null, department: 'Audit', jobTitle: 'Audit Senior', accountEnabled: true },
      preferredLanguage: null,
    })),
  );
  stage.setMembers(auditors);
  stage.clock.at = new Date('2026-09-28T10:00:00Z');
  await stage.product.members.run();
});
afterEach(() => stage.close());

async function figures(as: 'alice' | 'dora' = 'alice'): Promise<PracticeFigures> {
  const response = await stage.ask(as, '/api/practice/figures');
  expect(response.status).toBe(200);
  return practiceFigures.parse(await response.json());
}

/** Somebody copies a prompt once in each of these weeks. */
async function active(userId: string, mondays: readonly string[]) {
  const events = mondays.map((monday) => ({
    ...{ clientKey: randomUUID(), kind: 'promptCopied', at: `${monday}T09:00:00Z` },
    ...{ itemKey: randomUUID(), version: 1, surface: 'teams' },
  }));
  const response = await stage.ask({ token: await stage.tokenOf(userId) }, '/api/events', {
    events,
  });
  expect(response.status).toBe(202);
}

async function attend(userIds: readonly string[], practise: number) {
  stage.clock.at = new Date(session);
  const sessionKey = await stage.planned({ startsAt: session });
  for (const [index, userId] of userIds.entries()) {
    const as = { token: await stage.tokenOf(userId) };
    expect(await stage.checkIn(as, sessionKey)).toBe('accepted');
    if (index < practise) expect(await stage.practise(as, sessionKey)).toBe('accepted');
  }
}

const weeksAfter = ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'];

test('of the eligible it is told how many came and practised, to champions and leaders alike', async () => {
  await attend(came, 10);
  stage.clock.at = new Date('2026-11-12T08:00:00Z');
  expect(await figures()).toMatchObject({
    attended: { state: 'known', n: 12, of: 24 },
    practised: { state: 'known', n: 10, of: 24 },
    useAfterAttending: { state: 'notEnoughData' },
  });
  expect(await figures('dora')).toEqual(await figures());
});

test('use after practice is told beside those of the job family who did not come', async () => {
  await attend(came, 0);
  stage.clock.at = new Date('2026-12-10T08:00:00Z');
  // Half of them one week less than the others, on both sides.
  for (const [index, userId] of came.entries()) await active(userId, weeksAfter.slice(index % 2));
  for (const [index, userId] of stayed.entries()) {
    await active(userId, weeksAfter.slice(0, 1 + (index % 2)));
  }
  const { useAfterAttending, useAfterPractising } = await figures();
  expect(useAfterAttending).toMatchObject({
    ...{ state: 'known', people: 12, others: 12, change: 3.5, othersChange: 1.5, difference: 2 },
  });
  expect(useAfterPractising).toEqual({ state: 'notEnoughData' });
});

test('nothing is known before a week is closed, nor where there was no session to come to', async () => {
  const unknown = { state: 'notEnoughData' };
  const nothing = {
    ...{ attended: unknown, practised: unknown },
    ...{ useAfterAttending: unknown, useAfterPractising: unknown },
  };
  expect(await figures()).toEqual(nothing);
  stage.clock.at = new Date('2026-11-12T08:00:00Z');
  expect(await figures()).toEqual(nothing);
});

test('of a group too small to be shown nothing is told', async () => {
  stage.setMembers(auditors.slice(0, 4));
  stage.clock.at = new Date('2026-10-05T10:00:00Z');
  await stage.product.members.run();
  await attend(auditors.slice(0, 3), 3);
  stage.clock.at = new Date('2026-11-12T08:00:00Z');
  expect(await figures()).toMatchObject({
    ...{ attended: { state: 'hidden' }, practised: { state: 'hidden' } },
  });
});

test('nobody is named, and members are not told', async () => {
  await attend(came, 3);
  stage.clock.at = new Date('2026-11-12T08:00:00Z');
  const told = await (await stage.ask('dora', '/api/practice/figures')).text();
  const sessions = await (await stage.ask('dora', '/api/practice/sessions')).text();
  for (const text of [told, sessions]) {
    expect(came.filter((id) => text.includes(id))).toEqual([]);
    expect(text).not.toMatch(/auditor|subject/i);
  }
  expect((await stage.ask('carol', '/api/practice/figures')).status).toBe(403);
  const asMember = { token: await stage.tokenOf(came[0] ?? '') };
  expect((await stage.ask(asMember, '/api/practice/figures')).status).toBe(403);
});
