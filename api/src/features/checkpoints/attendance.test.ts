import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayThirty } from '../../../local-tenant/testing/checkpointStage';
import {
  createPracticeStage,
  type PracticeStage,
} from '../../../local-tenant/testing/practiceStage';
import { takeCheckpoints } from '../../../local-tenant/testing/takeCheckpoints';

let stage: PracticeStage;
/** At the beginning of a session in the programme's second week. */
beforeEach(async () => {
  stage = await createPracticeStage();
});
afterEach(() => stage.close());

async function useAtDayThirty() {
  stage.clock.at = dayThirty;
  const ask = (path: string) => stage.ask('dora', path);
  const { taken } = await takeCheckpoints(stage.product, stage.clock.at, ask);
  return taken[0]?.figures.use;
}

test('a checkpoint says who came and who practised in its four weeks, of all it is about', async () => {
  const sessionKey = await stage.planned();
  const there = stage.colleagues.slice(0, 6);
  for (const userId of there) {
    const token = await stage.tokenOf(userId);
    expect(await stage.checkIn({ token }, sessionKey)).toBe('accepted');
  }
  for (const userId of there.slice(0, 2)) {
    const token = await stage.tokenOf(userId);
    expect(await stage.practise({ token }, sessionKey)).toBe('accepted');
  }
  expect(await useAtDayThirty()).toMatchObject({
    attended: { state: 'known', n: 6, of: 15 },
    practised: { state: 'known', n: 2, of: 15 },
  });
});

test('nobody could have come where no session was planned, and that is not called nobody', async () => {
  const unknown = { state: 'notEnoughData' };
  expect(await useAtDayThirty()).toMatchObject({ attended: unknown, practised: unknown });
});
