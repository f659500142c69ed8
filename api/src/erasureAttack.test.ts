import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dashboardResponse,
  eventsReceipt,
  smallestGroupShown,
  type DashboardResponse,
} from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import { erasureResponse } from '@last-mile/shared/privacy';
import { createAdoptionStage, type AdoptionStage } from '../local-tenant/testing/adoptionStage';
import { attackMovers, attackWeek } from './features/adoption/publication/attacks';
import { personWeeks } from './features/adoption/rollUps/personWeek';

/**
 * Erasures, attacked: whoever asks for all figures before and after one, of every week and again and
 * again, and adds and subtracts them, learns nothing of who was erased and of no small group. Exports and
 * checkpoints are written from the same answers.
 */

const firstMonday = '2026-11-02';
const minimum = smallestGroupShown;
const size = 40;
const who = fc.nat({ max: size - 1 });
const round = fc.record({
  onTime: fc.uniqueArray(who, { maxLength: 25 }),
  erased: fc.uniqueArray(who, { maxLength: 3 }),
  /** Who acts once more after the erasures, in the same week. */
  after: fc.uniqueArray(who, { maxLength: 9 }),
  late: fc.uniqueArray(who, { maxLength: 9 }),
});

/** Alice, Bob and Carol, their colleagues, and more of these. */
const others = Array.from({ length: size - 15 }, (_, index) => ({
  ...{ id: randomUUID(), displayName: `Other ${index}`, mail: null, accountEnabled: true },
  ...{ userPrincipalName: `Other${index}@example.com`, preferredLanguage: null },
  ...{ department: index % 4 === 0 ? 'Tax' : 'Audit', jobTitle: 'Audit Senior' },
}));

async function createStage(): Promise<AdoptionStage> {
  const stage = await createAdoptionStage(`${firstMonday}T06:00:00Z`);
  stage.tenant.directory.addUsers(others);
  stage.setMembers(membersOf(stage));
  await stage.product.members.run();
  return stage;
}

const membersOf = ({ members }: AdoptionStage) => [...members, ...others.map(({ id }) => id)];

async function asPerson(stage: AdoptionStage, index: number, path: string, body?: object) {
  const token = await stage.tenant.entra.userToken(membersOf(stage)[index] ?? '');
  const response = await stage.ask({ token }, path, body);
  const answer = (await response.json()) as unknown;
  return { status: response.status, answer };
}

/** Answers how many facts were new. */
async function act(stage: AdoptionStage, people: readonly number[], at: string): Promise<number> {
  let accepted = 0;
  for (const index of people) {
    const event = {
      ...{ clientKey: randomUUID(), kind: 'promptCopied', itemKey: randomUUID(), version: 1, at },
      surface: 'teams',
    };
    const { answer } = await asPerson(stage, index, '/api/events', { events: [event] });
    accepted += eventsReceipt.parse(answer).accepted;
  }
  return accepted;
}

async function erase(stage: AdoptionStage, people: readonly number[]): Promise<void> {
  for (const index of people) {
    const clientKey = randomUUID();
    const { status, answer } = await asPerson(stage, index, '/api/me/erasure', { clientKey });
    // Alice owns the programme.
    expect([202, 409]).toContain(status);
    if (status === 202) expect(erasureResponse.parse(answer).erasure?.clientKey).toBe(clientKey);
  }
  await stage.product.app.erasures.resume();
  await stage.settle();
  await stage.product.app.erasures.resume();
  const [open] = await stage.database.query('SELECT FROM erasure WHERE done_at IS NULL');
  expect(open).toBeUndefined();
  await stage.product.members.run();
}

/** How it stands now, first, and after every closed week; each attacked. */
async function look(stage: AdoptionStage): Promise<DashboardResponse[]> {
  const read = async (query: string) => {
    const response = await stage.ask('alice', `/api/adoption/dashboard${query}`);
    return { ...dashboardResponse.parse(await response.json()), asOf: '' };
  };
  const now = await read('');
  const answers = [now];
  for (const { week } of now.weeks.filter(({ state }) => state === 'closed')) {
    answers.push(await read(`?until=${week}`));
  }
  const mondays = now.weeks
    .filter(({ state }) => state !== 'running')
    .map(({ startsOn }) => startsOn);
  const subjects = await stage.database.query<{ id: string }>(
    'SELECT DISTINCT subject_id AS id FROM membership_span WHERE programme_key = $1',
    [stage.programme.clientKey],
  );
  const did = await personWeeks(
    stage.database,
    stage.programme.clientKey,
    mondays,
    subjects.map(({ id }) => id),
  );
  for (const answer of answers) {
    for (const monday of mondays) attackWeek(answer, monday, did);
    attackMovers(answer, did);
  }
  return answers;
}

test(
  'nobody who subtracts the figures before an erasure from those after it learns of who was erased',
  { timeout: 240_000 },
  async () => {
    let erasures = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 3, maxLength: 3 }), async (rounds) => {
        const stage = await createStage();
        const setNow = (day: string) => {
          stage.clock.at = new Date(`${day}T12:00:00Z`);
        };
        try {
          let monday = firstMonday;
          for (const { onTime, erased, after, late } of rounds) {
            setNow(monday);
            await stage.product.members.run();
            await act(stage, onTime, `${monday}T09:00:00Z`);
            setNow(addDays(monday, 3));
            const before = await look(stage);
            await erase(stage, erased);
            erasures += erased.length;
            expect(await look(stage)).toEqual(before);
            await act(stage, after, `${addDays(monday, 3)}T09:00:00Z`);

            // Late facts, some of people who were erased: they are nobody's, and refused.
            setNow(addDays(monday, 10));
            await stage.product.members.run();
            const then = await look(stage);
            const told = await act(stage, late, `${addDays(monday, 2)}T09:00:00Z`);
            const since = await look(stage);
            if (told < minimum) expect(since).toEqual(then);
            monday = addDays(monday, 7);
          }
        } finally {
          await stage.close();
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
    expect(erasures).toBeGreaterThan(3);
  },
);
