import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '@last-mile/shared/calendar';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../api/local-tenant/testing/adoptionStage';
import { expectAgreement } from './organisations/expectAgreement';
import { settledDashboard } from './organisations/settledDashboard';
import { recount } from './recount';

const firstTuesday = '2026-11-03';

async function asPerson(stage: AdoptionStage, userId: string, path: string, body: object) {
  const token = await stage.tenant.entra.userToken(userId);
  const response = await stage.ask({ token }, path, body);
  expect([path, response.status]).toEqual([path, 202]);
}

/** On a day, at eleven: these people's devices send what they did at nine. */
async function act(
  stage: AdoptionStage,
  day: string,
  done: readonly { readonly who: string; readonly what: readonly object[] }[],
) {
  stage.clock.at = new Date(`${day}T11:00:00Z`);
  await stage.product.members.run();
  for (const { who, what } of done) {
    const at = `${day}T09:00:00Z`;
    const events = what.map((each) => ({ clientKey: randomUUID(), at, ...each }));
    await asPerson(stage, who, '/api/events', { events });
  }
}

async function erase(stage: AdoptionStage, people: readonly string[]) {
  for (const userId of people) {
    await asPerson(stage, userId, '/api/me/erasure', { clientKey: randomUUID() });
  }
  await stage.product.app.erasures.resume();
  await stage.settle();
  await stage.product.app.erasures.resume();
}

/** The dashboard on a day, held to the recount of the same moment. */
async function recountedDashboard(stage: AdoptionStage, day: string) {
  stage.clock.at = new Date(`${day}T11:00:00Z`);
  await stage.product.members.run();
  const { clientKey: programmeKey, timeZone, startsOn } = stage.programme;
  const { connectionString } = stage.database;
  const now = stage.clock.at;
  const recounted = await recount({ connectionString, programmeKey, timeZone, startsOn, now });
  const dashboard = await settledDashboard(() => stage.dashboard());
  expectAgreement(dashboard, recounted);
  return dashboard;
}

const copied = { kind: 'promptCopied', itemKey: randomUUID(), version: 1, surface: 'teams' };
const answered = (redo: boolean) => ({ ...copied, kind: 'redoAnswered', redo });
const drafted = (minutes: number | null) => ({
  ...{ kind: 'draftSent', minutes, taskKey: null, template: null, surface: 'outlook' },
});

test('after erasures the recount finds what the dashboard answers, in the weeks before and after', async () => {
  const stage = await createAdoptionStage('2026-11-02T06:00:00Z');
  const { colleagues } = stage;
  const actIn = (week: number, people: readonly string[]) =>
    act(
      stage,
      addDays(firstTuesday, 7 * week),
      people.map((who) => ({ who, what: [copied, answered(week === 0)] })),
    );
  try {
    await actIn(0, colleagues);
    await actIn(1, colleagues.slice(0, 9));
    await erase(stage, colleagues.slice(0, 2));
    await actIn(2, colleagues.slice(0, 7));
    await actIn(3, colleagues.slice(0, 8));
    const dashboard = await recountedDashboard(stage, '2026-12-03');
    const active = dashboard.weeks.map((week) => week.active);
    expect(active.slice(0, 4)).toEqual(
      [12, 9, 7, 8].map((n) => ({ state: 'known', n, of: stage.members.length })),
    );
  } finally {
    await stage.close();
  }
});

const week = fc.record({
  // Seldom five in a week: what they did waits for later weeks.
  did: fc.array(
    fc.record({
      who: fc.nat({ max: 6 }),
      what: fc.constantFrom(copied, answered(true), answered(false), drafted(7), drafted(null)),
    }),
    { maxLength: 8 },
  ),
  erased: fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 2 }),
});

test('so it does whoever of the few who did something was erased in between, also again and again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(week, { minLength: 5, maxLength: 5 }), async (weeks) => {
      const stage = await createAdoptionStage('2026-11-02T06:00:00Z');
      const userIdOf = (index: number) => stage.colleagues[index] ?? '';
      try {
        for (const [index, { did, erased }] of weeks.entries()) {
          const day = addDays(firstTuesday, 7 * index);
          const done = did.map(({ who, what }) => ({ who: userIdOf(who), what: [what] }));
          await act(stage, day, done);
          await recountedDashboard(stage, day);
          await erase(stage, erased.map(userIdOf));
          await recountedDashboard(stage, addDays(day, 2));
        }
        await recountedDashboard(stage, addDays(firstTuesday, 7 * weeks.length + 2));
      } finally {
        await stage.close();
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 240_000);
