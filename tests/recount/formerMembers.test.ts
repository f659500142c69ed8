import { expect, test } from 'vitest';
import { createAdoptionStage } from '../../api/local-tenant/testing/adoptionStage';
import { recount } from './recount';

test('who left before Copilot’s report told of their day counts in its week, in the roll-ups and in the recount', async () => {
  const stage = await createAdoptionStage('2026-11-16T06:00:00Z');
  try {
    const [leaver, ...stayed] = stage.colleagues;
    const users = [leaver!, ...stayed.slice(0, 5)];
    stage.setReport('2026-11-22', Object.fromEntries(users.map((user) => [user, ['2026-11-20']])));
    stage.clock.at = new Date('2026-11-24T06:00:00Z');
    stage.setMembers(stage.members.filter((member) => member !== leaver));
    await stage.product.copilot.run();

    const { clientKey: programmeKey, timeZone, startsOn } = stage.programme;
    const { connectionString } = stage.database;
    const now = stage.clock.at;
    const recounted = await recount({ connectionString, programmeKey, timeZone, startsOn, now });
    const share = { n: 6, of: 15 };
    expect(recounted.weeks.find(({ monday }) => monday === '2026-11-16')?.surfaces.copilot).toEqual(
      share,
    );
    const { weeks } = await stage.dashboard();
    expect(weeks.find((week) => week.startsOn === '2026-11-16')?.surfaces.copilot).toEqual({
      ...{ state: 'known', ...share },
    });
  } finally {
    await stage.close();
  }
});
