import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownershipResponse } from '@last-mile/shared/programme';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../../local-tenant/testing/adoptionStage';
import { people } from '../../../../local-tenant/testProduct';

let stage: AdoptionStage;

/** A Wednesday of the programme's second week, ten in the morning. */
beforeEach(async () => {
  stage = await createAdoptionStage('2026-11-11T09:00:00Z');
});
afterEach(() => stage.close());

const at = (day: string, hour = '09:00') => {
  stage.clock.at = new Date(`${day}T${hour}:00Z`);
};
const run = async () => {
  expect(await stage.product.notices?.run()).toBe(true);
};
const toldOf = (activityType: string) =>
  stage.tenant
    .notifications()
    .filter((sent) => sent.activityType === activityType)
    .map(({ userId }) => userId);

describe('a silent owner', () => {
  test('is raised to the sponsor once, on a working day, and again when they fall silent anew', async () => {
    at('2026-11-13');
    await run();
    expect(toldOf('ownerSilent')).toEqual([]);
    // Monday, too early in the morning.
    at('2026-11-16', '06:00');
    await run();
    expect(toldOf('ownerSilent')).toEqual([]);
    for (const day of ['2026-11-16', '2026-11-17', '2026-11-18']) {
      at(day);
      await run();
    }
    expect(toldOf('ownerSilent')).toEqual([people.dora]);
    const { activityType } = stage.tenant.activityFeed(people.dora)[0]!;
    expect(activityType).toBe('ownerSilent');
    await stage.ask('alice', '/api/programme/effort', {
      ...{ eTag: null, week: '2026-11-09', hours: 1, spend: 0, note: null },
    });
    at('2026-11-20');
    await run();
    at('2026-12-03');
    await run();
    expect(toldOf('ownerSilent')).toEqual([people.dora, people.dora]);
  });
});

describe('the end of a programme', () => {
  async function sendFeedback(userId: string, named: boolean) {
    const token = await stage.tenant.entra.userToken(userId);
    const response = await stage.ask({ token }, '/api/feedback', {
      ...{ clientKey: randomUUID(), kind: 'flag', reason: 'wrong', reachedClient: false },
      ...{ about: { type: 'tool' }, text: 'It said so.', named, surface: 'teams' },
    });
    expect(response.status).toBe(202);
  }

  async function end() {
    const read = await stage.ask('alice', '/api/programme/owner');
    const { eTag } = ownershipResponse.parse(await read.json());
    const response = await stage.ask('alice', '/api/programme/ending', {
      ...{ eTag, ending: { how: 'stop', reason: 'Enough.' }, message: 'Thank you all.' },
    });
    expect(response.status).toBe(200);
    await stage.settle();
  }

  test('is told once to everybody who took part, with their name or without, and to nobody else', async () => {
    const [first = '', second = '', third = ''] = stage.colleagues;
    await sendFeedback(first, true);
    await sendFeedback(second, false);
    await stage.ask({ token: await stage.tenant.entra.userToken(third) }, '/api/events', {
      events: [
        {
          ...{ clientKey: randomUUID(), kind: 'promptCopied', at: '2026-11-10T09:00:00Z' },
          ...{ itemKey: randomUUID(), version: 1, surface: 'teams' },
        },
      ],
    });
    await end();
    await run();
    await run();
    expect(toldOf('programmeEnded').sort()).toEqual([first, second, third].sort());
    expect(JSON.stringify(stage.tenant.notifications())).not.toContain('Thank you all');
    at('2026-11-12');
    await run();
    expect(toldOf('programmeEnded')).toHaveLength(3);
  });

  test('is seen once by each, also where an answer of Graph was lost in the middle', async () => {
    const told = stage.colleagues.slice(0, 3);
    for (const userId of told) await sendFeedback(userId, true);
    await end();
    stage.tenant.faults.dropAfterWrite({ path: '/teamwork', times: 1 });
    await run();
    at('2026-11-11', '09:10');
    await run();
    const seen = told.map((userId) =>
      stage.tenant
        .activityFeed(userId)
        .filter(({ activityType }) => activityType === 'programmeEnded'),
    );
    expect(seen.map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  test('is no news after a week', async () => {
    await sendFeedback(stage.colleagues[0] ?? '', true);
    await end();
    at('2026-11-20');
    await run();
    expect(toldOf('programmeEnded')).toEqual([]);
  });
});
