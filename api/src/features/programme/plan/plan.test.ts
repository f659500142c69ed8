import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dashboardResponse } from '@last-mile/shared/adoption';
import {
  planResponse,
  programmesResponse,
  type PlanResponse,
  type SavePlanRequest,
} from '@last-mile/shared/programme';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../../local-tenant/testing/adoptionStage';
import { people, type PersonName } from '../../../../local-tenant/testProduct';

let stage: AdoptionStage;
/** A programme that begins on 2 November; its fifteen people are known two weeks before. */
beforeEach(async () => {
  stage = await createAdoptionStage('2026-10-19T08:00:00Z');
});
afterEach(() => stage.close());

const activeRate = { metric: 'activeRate' as const, value: 0.6, by: '2027-01-31' };
const wanted: Omit<SavePlanRequest, 'eTag'> = {
  ...{ deputyIds: [people.bob], sponsorId: people.dora, weeklyHours: 8, lighterHours: 2 },
  budget: { amount: 4000, currency: 'EUR' },
  targets: [activeRate],
};

async function read(as: PersonName = 'alice'): Promise<PlanResponse> {
  const response = await stage.ask(as, '/api/programme/plan');
  expect(response.status).toBe(200);
  return planResponse.parse(await response.json());
}
async function save(change: Partial<SavePlanRequest> = {}, as: PersonName = 'alice') {
  return stage.ask(as, '/api/programme/plan', { ...wanted, eTag: (await read()).eTag, ...change });
}
async function saved(change: Partial<SavePlanRequest> = {}): Promise<PlanResponse> {
  const response = await save(change);
  expect(response.status).toBe(200);
  return planResponse.parse(await response.json());
}
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const programmesOf = async (as: PersonName) =>
  programmesResponse.parse(await (await stage.ask(as, '/api/programmes')).json()).programmes;

/** So many people copy a prompt on a day. */
async function used(day: string, count: number) {
  const before = stage.clock.at;
  stage.clock.at = new Date(`${day}T12:00:00Z`);
  for (const userId of stage.members.slice(0, count)) {
    const token = await stage.tenant.entra.userToken(userId);
    const event = { kind: 'promptCopied', at: `${day}T09:00:00Z`, surface: 'teams', version: 1 };
    const response = await stage.ask({ token }, '/api/events', {
      events: [{ ...event, clientKey: randomUUID(), itemKey: randomUUID() }],
    });
    expect(response.status).toBe(202);
  }
  if (before > stage.clock.at) stage.clock.at = before;
}
const at = (instant: string) => {
  stage.clock.at = new Date(instant);
};
const freeze = () => stage.product.targets.run();
const shownAt = async (week: string) =>
  dashboardResponse
    .parse(await (await stage.ask('alice', `/api/adoption/dashboard?until=${week}`)).json())
    .weeks.at(-1)?.active;
const audited = (action: string) =>
  stage.database.query<{ details: unknown }>(
    'SELECT details FROM audit_trail WHERE action = $1 AND subject = $2',
    [action, stage.programme.clientKey],
  );

describe('the plan of a programme', () => {
  test('of before there were plans says who and when, and gets its hours and budget', async () => {
    at('2026-11-03T08:00:00Z');
    expect(await read('dora')).toMatchObject({
      ...{ effort: null, targets: [], phase: 'active', activeUntil: '2026-12-27' },
      ...{ ownerId: people.alice, deputyIds: [people.bob], sponsorId: people.dora },
      people: [{ name: 'Alice Example' }, { name: 'Dora Example' }, { name: 'Bob Example' }],
      group: { name: 'First' },
    });
    expect(await saved()).toMatchObject({
      effort: { weeklyHours: 8, lighterHours: 2, budget: { amount: 4000, currency: 'EUR' } },
      targets: [{ ...activeRate, baseline: null, current: null, result: null }],
    });
    expect((await stage.product.app.programmes.all())[0]?.targetActiveRate).toBe(0.6);
  });

  test('is changed by champions of the programme alone', async () => {
    expect(await codeOf(await save({}, 'dora'))).toBe('championRoleRequired');
    expect((await save({}, 'bob')).status).toBe(200);
    expect((await stage.ask('carol', '/api/programme/plan')).status).toBe(403);
  });

  test('that somebody changed meanwhile is not written over: both can be seen', async () => {
    const { eTag } = await read();
    await saved({ weeklyHours: 6 });
    const response = await save({ eTag, weeklyHours: 10 });
    expect(response.status).toBe(412);
    const { current } = (await response.json()) as { current: unknown };
    expect(planResponse.parse(current).effort?.weeklyHours).toBe(6);
  });

  test('takes only a leader who was seen as a new sponsor, and never the owner', async () => {
    expect(await codeOf(await save({ sponsorId: people.erin }))).toBe('sponsorNotLeader');
    expect(await codeOf(await save({ sponsorId: people.alice }))).toBe('sponsorIsOwner');
    expect(await codeOf(await save({ deputyIds: [people.alice] }))).toBe('ownerIsDeputy');
  });
});

describe('a baseline', () => {
  test('is what the dashboard says of the week before the start, once it is closed, and stays', async () => {
    await used('2026-10-28', 6);
    await saved();
    at('2026-11-04T20:00:00Z');
    await freeze();
    expect((await read()).targets[0]?.baseline).toBeNull();
    at('2026-11-05T08:00:00Z');
    await freeze();
    const [target] = (await read()).targets;
    expect(target?.baseline).toEqual({
      ...{ state: 'known', value: 6 / 15, n: 15, week: '2026-W44' },
      frozenAt: '2026-11-05T08:00:00.000Z',
    });
    expect(await shownAt('2026-W44')).toEqual({ state: 'known', n: 6, of: 15 });
    // Nine more, late, and another target.
    await used('2026-10-28', 15);
    at('2026-11-12T08:00:00Z');
    await freeze();
    const moved = await saved({ targets: [{ ...activeRate, value: 0.7 }] });
    expect(moved.targets[0]).toMatchObject({ value: 0.7, baseline: target?.baseline });
    expect(await audited('programme.baselineFrozen')).toEqual([{ details: { activeRate: 0.4 } }]);
  });

  test('of a figure nobody knew says so, and so does that of one that was not measured', async () => {
    await saved({ targets: [activeRate, { ...activeRate, metric: 'draftingMinutes', value: 12 }] });
    at('2026-11-05T08:00:00Z');
    await freeze();
    expect((await read()).targets.map(({ metric, baseline }) => [metric, baseline?.state])).toEqual(
      [
        ['activeRate', 'known'],
        ['draftingMinutes', 'notEnoughData'],
      ],
    );
  });

  test('is frozen once, by whichever of two instances comes first', async () => {
    await saved();
    at('2026-11-05T08:00:00Z');
    const another = await stage.another();
    await Promise.all([freeze(), another.targets.run()]);
    await freeze();
    expect(await audited('programme.baselineFrozen')).toHaveLength(1);
  });
});

describe('the programmes of a person', () => {
  test('are those they own, deputise for or sponsor, and to everybody else none', async () => {
    at('2026-11-03T08:00:00Z');
    expect((await programmesOf('alice')).map(({ name }) => name)).toEqual(['Everyday AI']);
    expect((await programmesOf('bob')).map(({ name }) => name)).toEqual(['Everyday AI']);
    expect((await programmesOf('dora')).map(({ name }) => name)).toEqual(['Everyday AI']);
    expect(await programmesOf('carol')).toEqual([]);
    expect(await programmesOf('frank')).toEqual([]);
    const token = await stage.token('alice', { roles: [] });
    const withoutRole = await stage.ask({ token }, '/api/programmes');
    expect(await withoutRole.json()).toEqual({ programmes: [] });
  });

  test('say where a target stands at the last closed week', async () => {
    await saved();
    await used('2026-11-04', 9);
    at('2026-11-11T08:00:00Z');
    expect((await programmesOf('dora'))[0]?.targets[0]?.current).toBeNull();
    at('2026-11-12T08:00:00Z');
    expect((await programmesOf('dora'))[0]).toMatchObject({
      ...{ phase: 'active', owner: { state: 'present' }, ended: null },
      targets: [{ ...activeRate, current: { state: 'known', value: 0.6, n: 15 } }],
    });
  });

  test('keep what a past one came to, as it was at its end', async () => {
    await saved();
    await used('2027-01-27', 12);
    at('2027-02-03T20:00:00Z');
    await freeze();
    expect((await programmesOf('dora'))[0]?.targets[0]?.result).toBeNull();
    at('2027-02-04T08:00:00Z');
    await freeze();
    const past = (await programmesOf('dora'))[0];
    expect(past).toMatchObject({
      phase: 'toBeEnded',
      targets: [
        {
          current: null,
          result: { state: 'known', value: 0.8, n: 15, week: '2027-W04' },
        },
      ],
    });
    await used('2027-01-27', 15);
    at('2027-02-11T08:00:00Z');
    await freeze();
    expect((await programmesOf('dora'))[0]?.targets).toEqual(past?.targets);
    expect(await audited('programme.resultsFrozen')).toEqual([{ details: { activeRate: 0.8 } }]);
    expect(await codeOf(await save())).toBe('resultFrozen');
  });
});
