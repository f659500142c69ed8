import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createPracticeStage,
  type PracticeStage,
} from '../../../local-tenant/testing/practiceStage';
import { people } from '../../../local-tenant/testProduct';

let stage: PracticeStage;
let sessionKey: string;
beforeEach(async () => {
  stage = await createPracticeStage();
  sessionKey = await stage.planned();
});
afterEach(() => stage.close());

const at = (moment: string) => {
  stage.clock.at = new Date(moment);
};
const drafts = async (as: 'carol' | 'alice' = 'carol') => {
  const response = await stage.ask(as, '/api/library/own');
  const { items } = (await response.json()) as { items: { clientKey: string }[] };
  return items;
};
const practisedActions = () =>
  stage.database.query<{ surface: string; week: string }>(
    `SELECT surface, week::text FROM usage_event WHERE kind = 'practised'`,
  );
const stored = (list: 'CheckIns' | 'Practised') => stage.product.lists.stores[list].all();

describe('a check-in', () => {
  test('is taken from a quarter of an hour before until a day after, and shown to who gave it', async () => {
    at('2026-11-10T11:44:59Z');
    expect(await stage.checkIn('carol', sessionKey)).toBe('checkInNotOpen');
    at('2026-11-10T11:45:00Z');
    expect(await stage.checkIn('carol', sessionKey)).toBe('accepted');
    expect((await stage.shown(sessionKey, 'carol'))?.checkedIn).toBe(true);
    expect((await stage.shown(sessionKey, 'alice'))?.checkedIn).toBe(false);
    at('2026-11-11T12:20:01Z');
    expect(await stage.checkIn('alice', sessionKey)).toBe('checkInClosed');
    expect(await stage.checkIn('carol', sessionKey)).toBe('known');
  });

  test('counts once, from two devices at the same moment and however often it is sent', async () => {
    const told = await Promise.all(
      Array.from({ length: 6 }, () => stage.checkIn('carol', sessionKey)),
    );
    expect(told.sort()).toEqual(['accepted', ...Array<string>(5).fill('known')]);
    await stage.settle();
    expect(await stage.checkIn('carol', sessionKey)).toBe('known');
    expect(await stored('CheckIns')).toHaveLength(1);
  });

  test('is kept without a name, by whom nobody knows', async () => {
    await stage.checkIn('carol', sessionKey);
    await stage.settle();
    expect(JSON.stringify(await stored('CheckIns'))).not.toMatch(
      new RegExp(`${people.carol}|carol`, 'i'),
    );
  });

  test('is of sessions that one sees, not of another job family’s', async () => {
    const ofTax = await stage.planned({ jobFamily: 'tax' });
    expect(await stage.checkIn('carol', ofTax)).toBe('notFound');
    expect(await stage.checkIn('carol', randomUUID())).toBe('notFound');
    expect(await stage.checkIn('erin', sessionKey)).toBe('notFound');
  });
});

describe('an exercise on a task of one’s own', () => {
  beforeEach(async () => {
    await stage.checkIn('carol', sessionKey);
  });

  test('is practised by who was there, within four weeks', async () => {
    expect(await stage.practise('alice', sessionKey)).toBe('notCheckedIn');
    at('2026-12-08T12:00:01Z');
    expect(await stage.practise('carol', sessionKey)).toBe('practiceClosed');
    at('2026-12-08T12:00:00Z');
    expect(await stage.practise('carol', sessionKey)).toBe('accepted');
    expect((await stage.shown(sessionKey, 'carol'))?.practised).toBe(true);
  });

  test('is one counted action of AI use, however often it is said', async () => {
    const told = await Promise.all(
      Array.from({ length: 4 }, () => stage.practise('carol', sessionKey)),
    );
    expect(told.sort()).toEqual(['accepted', 'known', 'known', 'known']);
    expect(await stage.practise('carol', sessionKey)).toBe('known');
    expect(await practisedActions()).toEqual([{ surface: 'teams', week: '2026-11-09' }]);
    const [week] = await stage.database.query(
      'SELECT ai_use, template_use, teams, items FROM subject_week',
    );
    expect(week).toEqual({ ai_use: 1, template_use: 0, teams: true, items: [] });
  });

  test('brings what worked into the library as the person’s own draft, once', async () => {
    const clientKey = randomUUID();
    const worked = 'Write a follow-up from these notes: {{notes}}';
    expect(await stage.practise('carol', sessionKey, { clientKey, worked })).toBe('accepted');
    expect(await stage.practise('carol', sessionKey, { clientKey, worked })).toBe('known');
    expect(await drafts()).toMatchObject([
      {
        ...{ clientKey, status: 'draft', author: { userId: people.carol } },
        provenance: { origin: 'practice', sessionKey },
        content: {
          ...{ kind: 'prompt', title: 'Follow up in ten minutes', body: worked },
          ...{ jobFamilies: ['audit'], taskKey: stage.workflowKey },
        },
      },
    ]);
    expect(await drafts('alice')).toEqual([]);
  });

  test('is known again by its draft though the session was renamed before the answer came', async () => {
    const clientKey = randomUUID();
    await stage.practise('carol', sessionKey, { clientKey, worked: 'What worked' });
    await stage.settle();
    const eTag = (await stage.shown(sessionKey))?.session.eTag ?? null;
    await stage.save(stage.planOf({ clientKey: sessionKey, eTag, title: 'Renamed' }));
    expect(await stage.practise('carol', sessionKey, { clientKey, worked: 'What worked' })).toBe(
      'known',
    );
    expect(await drafts()).toHaveLength(1);
  });

  test('may get its draft later', async () => {
    await stage.practise('carol', sessionKey);
    expect(await stage.practise('carol', sessionKey, { worked: 'What worked after all' })).toBe(
      'known',
    );
    expect(await drafts()).toHaveLength(1);
    expect(await practisedActions()).toHaveLength(1);
  });

  test('is kept with its count and its draft, or not at all', async () => {
    const { Library } = stage.product.lists.stores;
    const append = vi.spyOn(Library, 'append').mockImplementationOnce(() => {
      throw new Error('The process was stopped here');
    });
    const clientKey = randomUUID();
    const worked = 'What worked';
    expect(await stage.practise('carol', sessionKey, { clientKey, worked })).toBe('internal');
    append.mockRestore();
    expect([await practisedActions(), await stored('Practised'), await drafts()]).toEqual([
      ...[[], [], []],
    ]);
    expect(await stage.practise('carol', sessionKey, { clientKey, worked })).toBe('accepted');
    expect([await practisedActions(), await stored('Practised'), await drafts()]).toMatchObject([
      [{}],
      [{}],
      [{ clientKey }],
    ]);
  });

  test('takes no draft under a key that is somebody else’s, and counts nothing then', async () => {
    const clientKey = randomUUID();
    await stage.checkIn('alice', sessionKey);
    await stage.practise('alice', sessionKey, { clientKey, worked: 'Of Alice' });
    expect(await stage.practise('carol', sessionKey, { clientKey, worked: 'Of Carol' })).toBe(
      'keyReused',
    );
    expect(await practisedActions()).toHaveLength(1);
  });
});
