import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  smallestGroupShown,
  windowsOf,
  type DashboardResponse,
  type MappedTask,
} from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { createOrganisation, firstMonday, type AttackedOrganisation } from './attackedOrganisation';
import { readTakenIn, type TakenIn } from './takenIn';

/**
 * Figures over several weeks, attacked: whoever asks for every week, looks again and again, and adds
 * and subtracts the figures of all windows, tasks and looks learns of nobody or of enough people.
 */

const minimum = smallestGroupShown;
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
  // Some of the same kind, so that they can keep each other company.
  late: fc.record({
    weeksAgo: fc.nat({ max: 2 }),
    people: fc.uniqueArray(who, { maxLength: 9 }),
    what: fc.array(what, { maxLength: 2 }),
    besides: fc.array(did, { maxLength: 4 }),
  }),
});

/** A figure that was told, and the facts it was made of. */
interface Told extends TakenIn {
  readonly figure: string;
}

test('nobody learns of few from the windows of all weeks, the tasks beside the whole, and what came late', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 3, maxLength: 5 }), async (rounds) => {
      const places = Array.from({ length: people }, () => ({
        department: 'Audit',
        jobFamily: 'A',
      }));
      const it = await createOrganisation(database, places, tasks);
      const told = new Map<string, Told>();
      let monday = firstMonday;
      for (const { onTime, late } of rounds) {
        it.clock.now = new Date(`${addDays(monday, 3)}T12:00:00Z`);
        await sendAll(it, onTime, `${addDays(monday, 1)}T09:00:00Z`);
        it.clock.now = new Date(`${addDays(monday, 10)}T12:00:00Z`);
        await look(it, told);
        const alike = late.people.flatMap((one) =>
          late.what.map((each) => ({ who: one, what: each })),
        );
        const earlier = `${addDays(monday, 2 - 7 * late.weeksAgo)}T09:00:00Z`;
        await sendAll(it, [...alike, ...late.besides], earlier);
        await look(it, told);
        monday = addDays(monday, 7);
      }
      attack([...told.values()]);
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
async function look(it: AttackedOrganisation, told: Map<string, Told>) {
  const answers = await settled(it);
  const facts = await readTakenIn(database, it.programmeKey, tasks);
  for (const answer of answers) {
    const closed = answer.weeks.filter(({ state }) => state === 'closed');
    const mondays = closed.map(({ startsOn }) => startsOn);
    const windows = windowsOf(mondays, firstMonday);
    for (const { figure, kind, task, window, n } of figuresOf(answer)) {
      const takenIn = facts(kind, task, windows[window]);
      // What the attacker reckons with is what was counted.
      if (n !== null) expect({ figure, n: takenIn.size }).toEqual({ figure, n });
      const key = `${kind} ${[...takenIn.keys()].sort().join()}`;
      told.set(key, { figure: `${figure} ${mondays.at(-1) ?? ''}`, kind, facts: takenIn });
    }
  }
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

interface ShownFigure {
  readonly figure: string;
  readonly kind: string;
  readonly task: string | null;
  readonly window: 'lastTwelve' | 'beforeStart' | 'lastFour';
  /** How many facts it says it is made of; null where it says how many people. */
  readonly n: number | null;
}

/** What an answer tells over several weeks, as far as it tells anything. */
function figuresOf({ draftingTime, trust, tasks: rows }: DashboardResponse): ShownFigure[] {
  const figures: (ShownFigure | false)[] = [];
  const add = (
    figure: string,
    kind: string,
    n: number | null | false,
    { task = null, window = 'lastTwelve' }: Partial<Pick<ShownFigure, 'task' | 'window'>> = {},
  ) => n !== false && figures.push({ figure, kind, task, window, n });
  const nOf = (measure: { state: string; n?: number }) =>
    measure.state === 'known' ? (measure.n ?? null) : (false as const);
  const both = ({ state }: { state: string }) => (state === 'known' ? null : (false as const));

  const { observed, withTemplate, sinceStart } = draftingTime;
  add('observed', 'drafts', observed.state === 'known' && observed.of);
  add('with a template', 'withTemplate', both(withTemplate));
  add('without a template', 'withoutTemplate', both(withTemplate));
  add('before the start', 'timedDrafts', both(sinceStart), { window: 'beforeStart' });
  add('since the start', 'timedDrafts', both(sinceStart), { window: 'lastFour' });
  const addTrust = (of: DashboardResponse['trust'], task: string | null) => {
    add('kept', 'keptShares', nOf(of.keptShare), { task });
    add('redo', 'answers', nOf(of.redoRate), { task });
    add('flags', 'uses', nOf(of.flagsPer100), { task });
  };
  addTrust(trust, null);
  for (const { workflowKey: task, uses, withTemplate: compared, trust: own } of rows) {
    addTrust(own, task);
    add('uses', 'uses', uses.state === 'known' && uses.value, { task });
    add('with a template', 'withTemplate', both(compared), { task });
    add('without a template', 'withoutTemplate', both(compared), { task });
  }
  return figures.filter((figure) => figure !== false);
}

/** Every figure alone, and all sums and differences of two and three of one kind. */
function attack(told: readonly Told[]) {
  for (const kind of new Set(told.map((each) => each.kind))) {
    const own = told.filter((each) => each.kind === kind);
    own.forEach((one, index) => {
      expectEnough([[one, 1]]);
      own.slice(index + 1).forEach((other, later) => {
        for (const sign of [1, -1]) {
          expectEnough([
            [one, 1],
            [other, sign],
          ]);
          for (const third of own.slice(index + later + 2)) {
            for (const last of [1, -1]) {
              expectEnough([
                [one, 1],
                [other, sign],
                [third, last],
              ]);
            }
          }
        }
      });
    });
  }
}

function expectEnough(sum: readonly (readonly [Told, number])[]) {
  const times = new Map<string, number>();
  const personOf = new Map<string, string>();
  for (const [{ facts }, sign] of sum) {
    for (const [fact, person] of facts) {
      times.set(fact, (times.get(fact) ?? 0) + sign);
      personOf.set(fact, person);
    }
  }
  const about = [...times].filter(([, left]) => left !== 0).map(([fact]) => personOf.get(fact));
  const { size } = new Set(about);
  if (size === 0 || size >= minimum) return;
  const by = sum.map(([{ figure, kind }, sign]) => `${sign > 0 ? '+' : '−'} ${kind}: ${figure}`);
  expect({ by, people: size }).toEqual({ by, people: 0 });
}
