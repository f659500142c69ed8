import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '@last-mile/shared/calendar';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { createOrganisation, firstMonday } from './attackedOrganisation';
import { numbersOf } from './attacker';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

const copiedAt = (at: string) => ({
  ...{ kind: 'promptCopied', at, itemKey: randomUUID(), version: 1, surface: 'teams' },
});

/**
 * Every number of an answer is either attacked (`differencingAttack.test.ts`, `windowAttack.test.ts`) or about something else. A new one makes this
 * fail until somebody has said which; exports are written from the answer, so they hold no others.
 */
test('every number that can be asked for is known to the attack', async () => {
  const attacked = [
    ...['active', 'aiUse', 'templateUse'].map((kind) => `weeks[].${kind}`),
    ...['teams', 'outlook', 'copilot'].map((surface) => `weeks[].surfaces.${surface}`),
    'weeks[].revision.wasActive',
    ...['departments[].active[]', 'jobFamilies[].active[]', 'retention[].active[]'],
  ].flatMap((share) => [`${share}.n`, `${share}.of`]);
  const lifecycle = ['new', 'returning', 'resurrecting', 'dormant'];
  const changedInCompany = [
    ...lifecycle.map((kind) => `weeks[].lifecycle.${kind}`),
    ...['joined', 'left'].map((moved) => `weeks[].moved.${moved}.n`),
    ...['weeks', 'of', 'power', 'habitual', 'novice', 'low', 'none'].map((band) => `habit.${band}`),
    ...['weekly[].value', 'weekly[].n', 'observed.n', 'observed.of'].map(
      (figure) => `draftingTime.${figure}`,
    ),
    ...['keptShare', 'redoRate', 'flagsPer100'].flatMap((measure) => [
      `trust.${measure}.value`,
      `trust.${measure}.n`,
    ]),
  ];
  const notOfPeople = ['targetActiveRate', 'smallestGroup'];
  const ofTexts = ['library.', 'feedback.', 'improvements.', 'copilot.'];

  const it = await createOrganisation(
    database,
    Array.from({ length: 60 }, (_, index) => ({
      department: ['Audit', 'Tax', 'Board'][index % 3] ?? 'Audit',
      jobFamily: index % 7 === 0 ? 'Office' : 'Advisers',
    })),
  );
  for (const week of Array.from({ length: 6 }).keys()) {
    const monday = addDays(firstMonday, 7 * week);
    it.clock.now = new Date(`${monday}T12:00:00Z`);
    for (const index of Array(12 + 6 * week).keys()) {
      await it.send(index, [copiedAt(`${monday}T09:00:00Z`)]);
    }
  }
  it.clock.now = new Date(`${addDays(firstMonday, 7 * 6 + 3)}T12:00:00Z`);
  const numbers = new Set((await it.answers()).flatMap((answer) => numbersOf(answer)));
  expect(numbers).toContain('habit.power');
  expect(numbers).toContain('retention[].active[].n');
  const known = [...attacked, ...changedInCompany, ...notOfPeople];
  expect(
    [...numbers].filter(
      (number) => !known.includes(number) && !ofTexts.some((part) => number.startsWith(part)),
    ),
  ).toEqual([]);
});
