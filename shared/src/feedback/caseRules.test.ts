import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byWhatIsToDo,
  canBecomeCase,
  canSeeCases,
  canWalkCase,
  caseStateOf,
  countCases,
  latestFirst,
  proposedWords,
} from './caseRules';
import { caseStates, walkOutcomes, type CaseState } from './cases';

type Walk = Parameters<typeof caseStateOf>[1][number];
type Ground = Parameters<typeof caseStateOf>[2];
type Change = Ground['changes'][number];

const active = { retired: null };
const published = { version: 3, assistant: 'Copilot in Outlook' };
const berlin = 'Europe/Berlin';

const walk = (fields: Partial<Walk> = {}): Walk => ({
  ...{ clientKey: 'a', version: 3, outcome: 'held', walkedAt: '2026-11-20T10:00:00Z' },
  ...fields,
});
const change = (fields: Partial<Change> = {}): Change => ({
  assistant: 'Copilot in Outlook',
  ...{ changedOn: '2026-11-24', recordedAt: '2026-11-25T09:00:00Z' },
  ...fields,
});
const standing = (walks: Walk[], changes: Change[] = [], item: Ground['published'] = published) =>
  caseStateOf(active, walks, { published: item, changes, timeZone: berlin });
const toWalk = (why: Extract<CaseState, { state: 'toWalk' }>['why']) => ({ state: 'toWalk', why });

describe('a flag becomes a case', () => {
  const fixed = {
    kind: 'flag',
    state: 'closed',
    outcome: 'promptAdjusted',
    caseConsent: true,
  } as const;

  test('once its prompt was adjusted, if whoever wrote it agreed', () => {
    expect(canBecomeCase(fixed)).toEqual({ allowed: true });
    expect(canBecomeCase({ ...fixed, caseConsent: false })).toMatchObject({
      reason: 'noCaseConsent',
    });
    expect(canBecomeCase({ ...fixed, kind: 'suggestion' })).toMatchObject({ reason: 'noFlag' });
  });

  test('never while it is open, and never where something else was done about it', () => {
    for (const state of ['new', 'inProgress', 'waitingOnVendor'] as const) {
      expect(canBecomeCase({ ...fixed, state })).toMatchObject({ reason: 'flagNotFixed' });
    }
    for (const outcome of ['workflowChanged', 'vendor', 'declined', null] as const) {
      expect(canBecomeCase({ ...fixed, outcome })).toMatchObject({ reason: 'flagNotFixed' });
    }
  });

  test('with words in which neither names nor numbers stand, the reporter’s own name least of all', () => {
    const words = proposedWords(
      { text: 'It wrote "Dear Ms Weber" to 0171 2345678. Ada Stone', output: 'Ask Stone.' },
      ['Ada Stone'],
    );
    expect(words).toBe('It wrote "Dear Ms [name]" to [phone]. [name]\n\nAsk [name].');
    expect(proposedWords({ text: 'Too long', output: null }, [])).toBe('Too long');
  });
});

test('champions and the owner of the item see its cases, nobody else', () => {
  const item = { ownerId: 'olga' };
  expect(canSeeCases(item, { userId: 'olga', champion: false })).toBe(true);
  expect(canSeeCases(item, { userId: 'carl', champion: true })).toBe(true);
  expect(canSeeCases(item, { userId: 'mia', champion: false })).toBe(false);
  expect(canSeeCases({ ownerId: null }, { userId: 'mia', champion: false })).toBe(false);
});

test('a case is walked on a version that was published, as long as it is not retired', () => {
  expect(canWalkCase(active, 2, [3, 2, 1])).toEqual({ allowed: true });
  expect(canWalkCase(active, 4, [3, 2, 1])).toMatchObject({ reason: 'versionUnknown' });
  const retired = { because: 'byChampion', reason: null } as const;
  expect(canWalkCase({ retired }, 2, [2])).toMatchObject({ reason: 'caseRetired' });
});

describe('a case', () => {
  test('that nobody walked is to be walked: it is not known to hold', () => {
    expect(standing([])).toEqual(toWalk({ reason: 'neverWalked' }));
  });

  test('stands as it was last walked on the published version', () => {
    expect(standing([walk()])).toEqual({ state: 'held' });
    const later = walk({ clientKey: 'b', outcome: 'failed', walkedAt: '2026-11-20T10:00:01Z' });
    expect(standing([later, walk()])).toEqual({ state: 'failed' });
    const unclear = walk({ outcome: 'unclear' });
    expect(standing([unclear])).toEqual(toWalk({ reason: 'unclear' }));
  });

  test('walked twice at one moment stands as the one with the later key says', () => {
    const same = [walk({ clientKey: 'b', outcome: 'failed' }), walk({ clientKey: 'a' })];
    expect(standing(same)).toEqual({ state: 'failed' });
    expect(standing(same.toReversed())).toEqual({ state: 'failed' });
  });

  test('is to be walked again on a new version', () => {
    expect(standing([walk({ version: 2 })])).toEqual(toWalk({ reason: 'newVersion', version: 3 }));
  });

  test('of what is not published, or retired, is walked by nobody', () => {
    expect(standing([walk()], [], null)).toEqual({ state: 'notApplicable' });
    const retired = { because: 'consentWithdrawn', reason: null } as const;
    const ground = { published, changes: [], timeZone: berlin };
    expect(caseStateOf({ retired }, [walk()], ground)).toEqual({ state: 'retired' });
  });
});

describe('a change of the assistant', () => {
  const asked = (changedOn: string) =>
    toWalk({ reason: 'assistantChanged', assistant: 'Copilot in Outlook', changedOn });

  test('asks for another walk of what was walked before it, also of what failed', () => {
    expect(standing([walk()], [change()])).toEqual(asked('2026-11-24'));
    expect(standing([walk({ outcome: 'failed' })], [change()])).toEqual(asked('2026-11-24'));
    const last = change({ changedOn: '2026-11-25' });
    expect(standing([walk()], [last, change()])).toEqual(asked('2026-11-25'));
  });

  test('asks nothing of a walk that came after it, however late it was recorded', () => {
    const after = walk({ walkedAt: '2026-11-25T08:00:00Z' });
    expect(standing([after], [change()])).toEqual({ state: 'held' });
  });

  test('asks again on its own day, until somebody walks once it is recorded', () => {
    const same = change({ changedOn: '2026-11-25' });
    const before = walk({ walkedAt: '2026-11-25T08:00:00Z' });
    const after = walk({ walkedAt: '2026-11-25T09:30:00Z' });
    expect(standing([before], [same])).toEqual(asked('2026-11-25'));
    expect(standing([after], [same])).toEqual({ state: 'held' });
  });

  test('falls on the programme’s days', () => {
    const late = walk({ walkedAt: '2026-11-24T23:30:00Z' });
    const next = change({ changedOn: '2026-11-25', recordedAt: '2026-11-24T23:00:00Z' });
    expect(standing([late], [next])).toEqual({ state: 'held' });
    const utc = { published, changes: [next], timeZone: 'UTC' };
    expect(caseStateOf(active, [late], utc)).toEqual(asked('2026-11-25'));
  });

  test('is about the assistant that the item names, however it is written', () => {
    const written = change({ assistant: ' copilot  in outlook' });
    expect(standing([walk()], [written])).toEqual(asked('2026-11-24'));
    expect(standing([walk()], [change({ assistant: 'Copilot in Word' })])).toEqual({
      state: 'held',
    });
    const template = { version: 3, assistant: null };
    expect(standing([walk()], [change()], template)).toEqual({ state: 'held' });
  });
});

const assistants = ['Copilot in Outlook', 'Copilot in Word', 'Copilot Chat'];
const at = fc
  .integer({ min: 0, max: 14 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 10, 10, 0, minutes)).toISOString());
const anyWalk: fc.Arbitrary<Walk> = fc.record({
  clientKey: fc.uuid(),
  version: fc.integer({ min: 1, max: 4 }),
  outcome: fc.constantFrom(...walkOutcomes),
  walkedAt: at,
});
const anyChange: fc.Arbitrary<Change> = fc.record({
  assistant: fc.constantFrom(...assistants),
  changedOn: at.map((instant) => instant.slice(0, 10)),
  recordedAt: at,
});
const walks = fc.uniqueArray(anyWalk, { selector: ({ clientKey }) => clientKey, maxLength: 8 });
const changes = fc.array(anyChange, { maxLength: 4 });
const item = fc.record({
  version: fc.integer({ min: 1, max: 4 }),
  assistant: fc.option(fc.constantFrom(...assistants)),
});

test('whatever order things arrive in, everybody sees the same', () => {
  const shuffled = fc
    .tuple(walks, changes)
    .chain(([some, others]) =>
      fc.tuple(
        fc.constant([some, others] as const),
        fc.shuffledSubarray(some, { minLength: some.length }),
        fc.shuffledSubarray(others, { minLength: others.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, item, ([[some, others], walked, changed], now) => {
      const state = standing(some, others, now);
      expect(standing(walked, changed, now)).toEqual(state);
      expect(latestFirst(walked)).toEqual(latestFirst(some));
    }),
  );
});

test('what was walked on other versions never says that the published one holds, or fails', () => {
  fc.assert(
    fc.property(walks, changes, item, (some, others, now) => {
      const elsewhere = some.filter(({ version }) => version !== now.version);
      expect(standing(elsewhere, others, now).state).toBe('toWalk');
      const here = some.filter(({ version }) => version === now.version);
      if (here.length === 0) return;
      expect(standing(some, others, now)).toEqual(standing(here, others, now));
    }),
  );
});

test('once the assistant changed after every walk, nothing is known to hold', () => {
  fc.assert(
    fc.property(walks, changes, item, (some, others, now) => {
      const later = { changedOn: '2026-12-01', recordedAt: '2026-12-01T09:00:00Z' };
      const assistant = now.assistant ?? 'Copilot Chat';
      const all = [...others, { assistant, ...later }];
      const { state } = standing(some, all, now);
      if (now.assistant !== null) expect(state).toBe('toWalk');
    }),
  );
});

test('changes of other assistants change nothing', () => {
  fc.assert(
    fc.property(walks, changes, item, (some, others, now) => {
      const own = others.filter(({ assistant }) => assistant === now.assistant);
      expect(standing(some, others, now)).toEqual(standing(some, own, now));
    }),
  );
});

test('a walk made now, after all that was recorded, always counts', () => {
  fc.assert(
    fc.property(walks, changes, item, (some, others, now) => {
      const last = walk({ version: now.version, walkedAt: '2026-12-01T09:00:00Z' });
      const state = standing([...some, last], others, now);
      expect(state).toEqual({ state: 'held' });
    }),
  );
});

const neverWalked: CaseState = { state: 'toWalk', why: { reason: 'neverWalked' } };
const stateOf = (state: (typeof caseStates)[number]): CaseState =>
  state === 'toWalk' ? neverWalked : { state };

test('how many hold is unknown until one was walked, and never 0 by itself', () => {
  expect(countCases([])).toEqual({ cases: 0, toWalk: 0, held: null, failed: null });
  expect(countCases([neverWalked, neverWalked])).toEqual({
    ...{ cases: 2, toWalk: 2, held: null, failed: null },
  });
  expect(countCases([neverWalked, { state: 'failed' }])).toEqual({
    ...{ cases: 2, toWalk: 1, held: 0, failed: 1 },
  });
});

test('every case that is asked for counts once, what is retired or not published nowhere', () => {
  const states = fc.array(fc.constantFrom(...caseStates).map(stateOf));
  fc.assert(
    fc.property(states, (all) => {
      const { cases, toWalk, held, failed } = countCases(all);
      const asked = all.filter(({ state }) => state !== 'retired' && state !== 'notApplicable');
      expect([cases, toWalk + (held ?? 0) + (failed ?? 0)]).toEqual([asked.length, asked.length]);
    }),
  );
});

test('a case book begins with what is to be walked, and ends with what is retired', () => {
  const booked = caseStates.map((state, index) => ({
    standing: stateOf(state),
    ...{ clientKey: String(index), createdAt: '2026-11-20T10:00:00Z' },
  }));
  const older = { ...booked[1], standing: stateOf('held'), clientKey: 'older' } as const;
  const first = { ...older, createdAt: '2026-11-19T10:00:00Z' };
  const inOrder = [...booked, first].sort(byWhatIsToDo);
  expect(inOrder.map(({ standing: { state } }) => state)).toEqual([
    ...['toWalk', 'failed', 'held', 'held', 'notApplicable', 'retired'],
  ]);
  expect(inOrder[2]).toBe(first);
});
