import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAdoptionStage } from '../../api/local-tenant/testing/adoptionStage';
import { expectAgreement } from './organisations/expectAgreement';
import { recount } from './recount';

test('after erasures the recount finds what the dashboard answers, in the weeks before and after', async () => {
  const stage = await createAdoptionStage('2026-11-02T06:00:00Z');
  const asPerson = async (userId: string, path: string, body: object) => {
    const token = await stage.tenant.entra.userToken(userId);
    const response = await stage.ask({ token }, path, body);
    expect([path, response.status]).toEqual([path, 202]);
  };
  const act = async (people: readonly string[], day: string) => {
    stage.clock.at = new Date(`${day}T11:00:00Z`);
    await stage.product.members.run();
    for (const userId of people) {
      const at = `${day}T09:00:00Z`;
      const common = { at, itemKey: randomUUID(), version: 1, surface: 'teams' };
      await asPerson(userId, '/api/events', {
        events: [
          { ...common, clientKey: randomUUID(), kind: 'promptCopied' },
          { ...common, clientKey: randomUUID(), kind: 'redoAnswered', redo: day < '2026-11-10' },
        ],
      });
    }
  };
  try {
    const { colleagues } = stage;
    await act(colleagues, '2026-11-03');
    await act(colleagues.slice(0, 9), '2026-11-10');
    for (const userId of colleagues.slice(0, 2)) {
      await asPerson(userId, '/api/me/erasure', { clientKey: randomUUID() });
    }
    await stage.product.app.erasures.resume();
    await stage.settle();
    await stage.product.app.erasures.resume();
    await act(colleagues.slice(0, 7), '2026-11-17');
    await act(colleagues.slice(0, 8), '2026-11-24');
    stage.clock.at = new Date('2026-12-03T11:00:00Z');
    await stage.product.members.run();

    const { clientKey: programmeKey, timeZone, startsOn } = stage.programme;
    const { connectionString } = stage.database;
    const now = stage.clock.at;
    const recounted = await recount({ connectionString, programmeKey, timeZone, startsOn, now });
    // What is worked out ahead may be pending at the first look.
    await stage.dashboard();
    const dashboard = await stage.dashboard();
    expectAgreement(dashboard, recounted);
    const active = dashboard.weeks.map((week) => week.active);
    expect(active.slice(0, 4)).toEqual(
      [12, 9, 7, 8].map((n) => ({ state: 'known', n, of: stage.members.length })),
    );
  } finally {
    await stage.close();
  }
});
