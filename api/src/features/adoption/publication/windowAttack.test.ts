import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DashboardResponse, MappedTask } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { createOrganisation, firstMonday, type AttackedOrganisation } from './attackedOrganisation';
import { readTakenIn } from './takenIn';
import { attackWindows, noteWindows, type Noted } from './windowAttacks';

/**
 * Figures over several weeks, attacked: whoever asks for every week, looks again and again, and adds
 * and subtracts the figures of all windows, tasks and looks learns of nobody or of enough people, also where
 * some of these are erased and go on as somebody new.
 */

const [reply, minutes] = [randomUUID(), randomUUID()];
const [shortReply, longReply, agenda, spare] = Array.from({ length: 4 }, () => randomUUID());
const tasks: MappedTask[] = [
  { workflowKey: reply, task: 'Reply', jobFamily: '', itemKeys: [shortReply!, longReply!] },
  { workflowKey: minutes, task: 'Write minutes', jobFamily: '', itemKeys: [agenda!] },
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

const people = 14;
const who = fc.nat({ max: people - 1 });
const item = fc.constantFrom(shortReply!, shortReply!, longReply!, agenda!, spare!);
const what = fc.oneof(
  fc.record({
    kind: fc.constantFrom('promptCopied' as const, 'templateInserted' as const),
    ...{ itemKey: item, version: fc.constant(1), surface: fc.constant('outlook') },
  }),
  fc.record({
    ...{ kind: fc.constant('draftSent' as const), surface: fc.constant('outlook') },
    minutes: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 6 }),
    taskKey: fc.option(fc.constantFrom(reply, minutes)),
    template: fc.option(
      fc.record({
        ...{ itemKey: item, version: fc.constant(1), paragraphs: fc.constant([]) },
        keptShare: fc.option(fc.constantFrom(0, 0.5, 1), { freq: 6 }),
      }),
      { freq: 2 },
    ),
  }),
  fc.record({
    ...{ kind: fc.constant('redoAnswered' as const), itemKey: item, version: fc.constant(1) },
    ...{ redo: fc.boolean(), surface: fc.constant('teams') },
  }),
);
const did = fc.record({ who, what });
const round = fc.record({
  onTime: fc.array(did, { maxLength: 60 }),
  // One of the first two more often than not: again and again.
  erased: fc.uniqueArray(fc.oneof(who, fc.nat({ max: 1 })), { maxLength: 3 }),
  // Some of the same kind, so that they can keep each other company.
  late: fc.record({
    weeksAgo: fc.nat({ max: 2 }),
    people: fc.uniqueArray(who, { maxLength: 9 }),
    what: fc.array(what, { maxLength: 2 }),
    besides: fc.array(did, { maxLength: 4 }),
  }),
});

test('nobody learns of few from the windows of all weeks, the tasks beside the whole, and what came late', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 3, maxLength: 5 }), async (rounds) => {
      const places = Array.from({ length: people }, () => ({
        department: 'Audit',
        jobFamily: 'A',
      }));
      const it = await createOrganisation(database, places, tasks);
      const noted: Noted = new Map();
      let monday = firstMonday;
      for (const { onTime, erased, late } of rounds) {
        it.clock.now = new Date(`${addDays(monday, 3)}T12:00:00Z`);
        await sendAll(it, onTime, `${addDays(monday, 1)}T09:00:00Z`);
        await look(it, noted);
        for (const index of erased) await it.erase(index);
        await look(it, noted);
        it.clock.now = new Date(`${addDays(monday, 10)}T12:00:00Z`);
        await look(it, noted);
        const alike = late.people.flatMap((one) =>
          late.what.map((each) => ({ who: one, what: each })),
        );
        const earlier = `${addDays(monday, 2 - 7 * late.weeksAgo)}T09:00:00Z`;
        await sendAll(it, [...alike, ...late.besides], earlier);
        await look(it, noted);
        monday = addDays(monday, 7);
      }
      attackWindows(noted, it.personOf);
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 240_000);

async function sendAll(
  it: AttackedOrganisation,
  done: readonly { readonly who: number; readonly what: object }[],
  at: string,
) {
  for (const index of new Set(done.map((each) => each.who))) {
    const own = done.filter((each) => each.who === index);
    await it.send(
      index,
      own.map((each) => ({ ...each.what, at })),
    );
  }
}

/** Notes every figure of every answer, and holds it to the facts it was made of. */
async function look(it: AttackedOrganisation, noted: Noted) {
  const answers = await settled(it);
  const takenInBy = await readTakenIn(database, it.programmeKey, tasks);
  noteWindows(noted, answers, takenInBy, firstMonday);
}

/** Answers once nothing is being worked out again. */
async function settled(it: AttackedOrganisation): Promise<DashboardResponse[]> {
  await it.answers();
  const isCurrent = async () => {
    const outdated = await database.query(
      'SELECT FROM kept_window WHERE programme_key = $1 AND counted < changed',
      [it.programmeKey],
    );
    return outdated.length === 0;
  };
  await expect.poll(isCurrent, { interval: 5, timeout: 20_000 }).toBe(true);
  it.hear();
  return it.answers();
}
