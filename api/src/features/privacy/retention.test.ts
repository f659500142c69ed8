import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestProduct, people, type TestProduct } from '../../../local-tenant/testProduct';
import { lastRetentionRun } from './retention';
import { defaultRetentionDays, readRetentionDays } from './retentionDays';

describe('the setting', () => {
  test('changes what it names and leaves the rest as it is', () => {
    expect(readRetentionDays('coaching=365, audit=1095')).toEqual({
      ...defaultRetentionDays,
      ...{ coaching: 365, audit: 1095 },
    });
    expect(readRetentionDays('')).toEqual(defaultRetentionDays);
  });

  test.each(['coaching', 'coaching=-1', 'coaching=30', 'facts=200', 'toString=200', 'audit=99999'])(
    'refuses %j',
    (text) => {
      expect(readRetentionDays(text)).toBeNull();
    },
  );
});

describe('once a day', () => {
  let it: TestProduct;
  const clock = { at: new Date('2026-11-02T08:00:00Z') };
  const day = (count: number) => new Date(Date.parse('2026-11-02T08:00:00Z') + count * 86_400_000);
  beforeAll(async () => {
    it = await createTestProduct({ now: () => clock.at, switches: { enforceLimits: false } });
    await it.ask('carol', '/api/feedback', {
      ...{ clientKey: randomUUID(), kind: 'flag', reason: 'wrong', reachedClient: false },
      ...{ about: { type: 'aiOutput' }, text: 'It invented a ruling.', named: true },
      surface: 'teams',
    });
    await it.ask('carol', '/api/saved-time', {
      ...{ clientKey: randomUUID(), month: '2026-11', use: 'learning' },
    });
    await it.ask('alice', '/api/me');
    await it.settle();
    const [flag] = await it.product.lists.stores.Feedback.all();
    await it.product.lists.stores.Feedback.edit(flag?.clientKey ?? '', '', {
      actorId: people.alice,
      fields: { State: 'closed', ClosedAt: clock.at.toISOString(), Outcome: 'declined' },
    });
    await it.product.notices?.run();
  });
  afterAll(() => it.close());

  async function runOn(count: number) {
    clock.at = day(count);
    await it.product.retention.run();
    await it.settle();
    const { SavedTime, Feedback } = it.product.lists.stores;
    const [flag] = await Feedback.all();
    const roles = await it.database.query('SELECT FROM seen_roles');
    return {
      ranAt: (await lastRetentionRun(it.database))?.ranAt,
      savedTime: (await SavedTime.all()).length,
      words: flag?.fields['Words'],
      outcome: flag?.fields['Outcome'],
      roles: roles.length,
      told: (await it.database.query(`SELECT FROM notification_chain WHERE told LIKE 'closed%'`))
        .length,
    };
  }

  test('what is past its time goes, each kind after its own, and what came of it stays', async () => {
    const whole = {
      savedTime: 1,
      words: 'It invented a ruling.',
      outcome: 'declined',
      roles: 1,
      told: 1,
    };
    expect(await runOn(1)).toEqual({ ...whole, ranAt: day(1).toISOString() });
    // Not twice within a day.
    expect(await runOn(1.5)).toEqual({ ...whole, ranAt: day(1).toISOString() });
    expect(await runOn(181)).toEqual({ ...whole, roles: 0, ranAt: day(181).toISOString() });
    expect(await runOn(366)).toEqual({
      ...{ ...whole, roles: 0, told: 0 },
      ranAt: day(366).toISOString(),
    });
    // What is forgotten is not told again.
    await it.product.notices?.run();
    expect(it.tenant.notifications(people.carol)).toHaveLength(1);
    expect(await runOn(730)).toEqual({
      ...{ ...whole, roles: 0, told: 0 },
      ranAt: day(730).toISOString(),
    });
    expect(await runOn(731)).toEqual({
      ...{ savedTime: 0, words: '–', outcome: 'declined', roles: 0, told: 0 },
      ranAt: day(731).toISOString(),
    });
    expect((await lastRetentionRun(it.database))?.removed).toMatchObject({
      ...{ times: 1, feedbackWords: 1, roles: 0 },
    });
  });
});
