import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { savedTimeQuestion } from '@last-mile/shared/checkpoints';
import {
  createCheckpointStage,
  dayThirty,
  type CheckpointStage,
} from '../../../local-tenant/testing/checkpointStage';
import { people } from '../../../local-tenant/testProduct';

const path = '/api/saved-time';

let stage: CheckpointStage;
/** In the second week of a programme that began on 2 November. */
beforeEach(async () => {
  stage = await createCheckpointStage();
  stage.clock.at = new Date('2026-11-12T08:00:00Z');
});
afterEach(() => stage.close());

const tokenOf = (userId: string) => stage.tenant.entra.userToken(userId);

const answerOf = (use: string, more: object = {}) => ({
  ...{ clientKey: randomUUID(), month: '2026-11', use, ...more },
});

async function answer(userId: string, body: object) {
  const response = await stage.ask({ token: await tokenOf(userId) }, path, body);
  const { code, state } = (await response.json()) as { code?: string; state?: string };
  return [response.status, code ?? state];
}

async function question(userId: string = people.carol) {
  const response = await stage.ask({ token: await tokenOf(userId) }, path);
  return savedTimeQuestion.parse(await response.json());
}

/** What the checkpoint of day 30 says of November. */
async function told() {
  stage.clock.at = dayThirty;
  await stage.take();
  const { taken } = await stage.checkpoints();
  return taken.find(({ day }) => day === 30)?.figures.time.savedTime;
}

describe('where saved time went', () => {
  test('is asked of somebody once they used something this month, and once a month', async () => {
    const open = { month: '2026-11', asked: true, own: null };
    expect(await question()).toEqual({ ...open, asked: false });
    await stage.use(people.carol, '2026-10-30T09:00:00Z');
    expect(await question()).toEqual({ ...open, asked: false });
    await stage.use(people.carol, '2026-11-10T09:00:00Z');
    expect(await question()).toEqual(open);
    await answer(people.carol, answerOf('learning'));
    expect(await question()).toEqual({ ...open, asked: false, own: 'learning' });
    stage.clock.at = new Date('2026-11-30T23:30:00Z');
    expect(await question()).toEqual({ month: '2026-12', asked: false, own: null });
  });

  test('is one tap: sent again it is known, another one changes it, and the key keeps its answer', async () => {
    const first = answerOf('learning');
    expect(await answer(people.carol, first)).toEqual([202, 'accepted']);
    expect(await answer(people.carol, first)).toEqual([202, 'known']);
    expect(await answer(people.carol, { ...first, use: 'nowhere' })).toEqual([409, 'keyReused']);
    expect(await answer(people.alice, first)).toEqual([409, 'keyReused']);
    stage.clock.at = new Date('2026-11-12T08:01:00Z');
    expect(await answer(people.carol, answerOf('nowhere'))).toEqual([202, 'accepted']);
    expect((await question()).own).toBe('nowhere');
  });

  test('is told of the running month only', async () => {
    const refused = [409, 'monthNotRunning'];
    expect(await answer(people.carol, answerOf('learning', { month: '2026-10' }))).toEqual(refused);
    expect(await answer(people.carol, answerOf('learning', { month: '2026-12' }))).toEqual(refused);
  });

  test('is told of ten people, and not of nine', async () => {
    for (const userId of stage.members.slice(0, 9)) await answer(userId, answerOf('betterWork'));
    expect(await told()).toEqual({ state: 'notEnoughData' });
  });

  test('stands beside the time figure, everybody counted once', async () => {
    for (const userId of stage.members.slice(0, 10)) await answer(userId, answerOf('betterWork'));
    stage.clock.at = new Date('2026-11-20T08:00:00Z');
    await answer(people.carol, answerOf('nowhere'));
    expect(await told()).toEqual({
      ...{ state: 'known', n: 10, betterWork: 9, nowhere: 1 },
      ...{ moreClientWork: 0, learning: 0, shorterDay: 0 },
    });
  });

  test('is kept without a name, and without an id that leads to somebody', async () => {
    await answer(people.carol, answerOf('learning'));
    await stage.settle();
    const stored = JSON.stringify(await stage.product.lists.stores.SavedTime.all());
    expect(stored).toContain('learning');
    expect(stored).not.toMatch(new RegExp(`${people.carol}|carol`, 'i'));
  });
});
