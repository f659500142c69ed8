import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  coachingResponse,
  outreach,
  type CoachingResponse,
  type Outreach,
  type OutreachOutcome,
  type OutreachWay,
} from '@last-mile/shared/coaching';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../local-tenant/testing/adoptionStage';
import { people, type PersonName } from '../../../local-tenant/testProduct';

const path = '/api/coaching';
let stage: AdoptionStage;

/** A programme that began on 2 November, seen from its first day on. */
beforeEach(async () => {
  stage = await createAdoptionStage('2026-11-02T08:00:00Z');
});
afterEach(() => stage.close());

const { carol } = people;
const colleague = (index: number) => stage.colleagues[index] ?? '';

function setNow(at: string) {
  stage.clock.at = new Date(at);
}

/** Thursday of the fourth week: the second and the third are the last two closed ones. */
const later = '2026-11-26T11:00:00Z';

async function ask(userId: string, address: string, body?: object) {
  const token = await stage.tenant.entra.userToken(userId);
  const response = await stage.ask({ token }, address, body);
  return { status: response.status, answer: (await response.json()) as { code?: string } };
}

/** What was done went through. */
async function done(userId: string, address: string, body?: object) {
  const { status, answer } = await ask(userId, address, body);
  expect([address, status < 300, answer.code]).toEqual([address, true, undefined]);
  return answer;
}

const list = async (userId: string = people.alice): Promise<CoachingResponse> =>
  coachingResponse.parse(await done(userId, path));
const reasonOf = async (userId: string) =>
  (await list()).people.find((each) => each.userId === userId)?.reason;

async function use(userId: string, ...days: string[]) {
  const events = days.map((day) => ({
    ...{ clientKey: randomUUID(), kind: 'promptCopied', itemKey: randomUUID(), version: 1 },
    ...{ surface: 'teams', at: `${day}T09:00:00Z` },
  }));
  await done(userId, '/api/events', { events });
}

const hadToRedo = (userId: string, at: string) =>
  done(userId, '/api/events', {
    events: [
      {
        ...{ clientKey: randomUUID(), kind: 'redoAnswered', at, redo: true },
        ...{ itemKey: randomUUID(), version: 1, surface: 'teams' },
      },
    ],
  });

const flag = (userId: string, named: boolean) =>
  done(userId, '/api/feedback', {
    ...{ clientKey: randomUUID(), kind: 'flag', reason: 'wrong', reachedClient: false },
    ...{ about: { type: 'aiOutput' }, text: 'It invented a ruling.', named, surface: 'teams' },
  });

const order = (userId: string, way: OutreachWay = 'teamsChat') => ({
  ...{ clientKey: randomUUID(), userId, way },
});
const reachOut = async (userId: string, way?: OutreachWay, by: string = people.alice) =>
  outreach.parse(await done(by, `${path}/outreach`, order(userId, way)));
const outcomePath = ({ clientKey }: Pick<Outreach, 'clientKey'>) =>
  `${path}/outreach/${clientKey}/outcome`;
const answerOf = ({ eTag }: Pick<Outreach, 'eTag'>, outcome: OutreachOutcome) => ({
  ...{ eTag: eTag ?? '', outcome, note: null },
});
const keepOutcome = async (of: Outreach, outcome: OutreachOutcome) =>
  outreach.parse(await done(people.alice, outcomePath(of), answerOf(of, outcome)));
const choose = (userId: string, optedOut: boolean) => done(userId, `${path}/choice`, { optedOut });

describe('on the list, for one reason each, is who', () => {
  test('never started, once two weeks of the programme are closed', async () => {
    setNow('2026-11-18T11:00:00Z');
    expect((await list()).people).toEqual([]);
    setNow('2026-11-19T11:00:00Z');
    expect(await reasonOf(carol)).toBe('neverStarted');
    const found = (await list()).people.find(({ userId }) => userId === carol);
    expect(found).toEqual({
      ...{ userId: carol, name: 'Carol Example', userPrincipalName: 'carol@example.com' },
      ...{ language: 'en-GB', jobFamily: 'audit', reason: 'neverStarted', lastUsedOn: null },
      ...{ lastOutreach: null, mayReachOut: true },
    });
  });

  test('used something and then nothing for two closed weeks', async () => {
    setNow('2026-11-06T08:00:00Z');
    await use(carol, '2026-11-05');
    setNow(later);
    expect((await list()).people[0]).toMatchObject({
      ...{ userId: carol, reason: 'wentQuiet', lastUsedOn: '2026-11-05' },
    });
    await use(carol, '2026-11-26');
    expect(await reasonOf(carol)).toBeUndefined();
  });

  test('began with a flag under their name, or with work to redo; an unnamed flag tells nothing', async () => {
    for (const who of [carol, colleague(0), colleague(1)]) {
      setNow('2026-11-05T12:00:00Z');
      await use(who, '2026-11-05');
    }
    await flag(carol, true);
    await flag(colleague(0), false);
    await hadToRedo(colleague(1), '2026-11-05T11:00:00Z');
    setNow(later);
    expect(await reasonOf(carol)).toBe('badStart');
    expect(await reasonOf(colleague(0))).toBe('wentQuiet');
    expect(await reasonOf(colleague(1))).toBe('badStart');
  });

  test('did use something, though nothing but the count of the week is kept of it', async () => {
    setNow('2026-11-06T08:00:00Z');
    await use(carol, '2026-11-05');
    await stage.database.query('TRUNCATE usage_event');
    setNow(later);
    expect((await list()).people[0]).toMatchObject({
      ...{ userId: carol, reason: 'wentQuiet', lastUsedOn: '2026-11-02' },
    });
  });

  test('is in the programme, and does not run it', async () => {
    setNow(later);
    const named = (await list()).people.map(({ userId }) => userId);
    expect(named).toHaveLength(13);
    expect(named).not.toContain(people.alice);
    expect(named).not.toContain(people.bob);
    stage.setMembers(stage.members.filter((userId) => userId !== carol));
    await stage.product.members.run();
    setNow('2026-11-26T11:10:00Z');
    expect(await reasonOf(carol)).toBeUndefined();
  });
});

describe('coaching is for owner and deputies:', () => {
  const asked = () =>
    [
      [path, undefined],
      [`${path}/outreach`, order(carol)],
      [outcomePath({ clientKey: randomUUID() }), answerOf({ eTag: null }, 'willTry')],
    ] as const;
  const refusals = async (userId: string) => {
    const found = [];
    for (const [address, body] of asked())
      found.push((await ask(userId, address, body)).answer.code);
    return found;
  };

  test('a deputy sees and does what the owner does', async () => {
    setNow(later);
    expect((await list(people.bob)).people).toHaveLength(13);
    const reached = await reachOut(carol, 'teamsChat', people.bob);
    expect(reached.by).toBe(people.bob);
    expect((await keepOutcome(reached, 'willTry')).outcome).toBe('willTry');
  });

  test('of two who reach out at once, one does', async () => {
    setNow(later);
    const answers = await Promise.all(
      [people.alice, people.bob].map((by) => ask(by, `${path}/outreach`, order(carol))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(answers.map(({ answer }) => answer.code)).toContain('reachedOutRecently');
    expect((await list()).outreaches).toHaveLength(1);
  });

  test('members and leaders are refused', async () => {
    setNow(later);
    const refused = 'championRoleRequired';
    expect(await refusals(carol)).toEqual([refused, refused, refused]);
    expect(await refusals(people.dora)).toEqual([refused, refused, refused]);
    expect(await refusals(people.frank)).toEqual([refused, refused, refused]);
  });

  test('the champion of another programme sees and reaches nobody of this one', async () => {
    setNow(later);
    const reached = await reachOut(carol);
    expect(await list(people.erin)).toMatchObject({ people: [], outreaches: [] });
    expect(await refusals(people.erin)).toEqual([undefined, 'notOnCoachingList', 'notFound']);
    const outcome = await ask(people.erin, outcomePath(reached), answerOf(reached, 'willTry'));
    expect(outcome.status).toBe(404);
  });

  test('one’s own choice is everybody’s of a programme', async () => {
    for (const name of ['alice', 'carol', 'dora', 'erin'] as const satisfies PersonName[]) {
      expect(await done(people[name], `${path}/choice`)).toEqual({ optedOut: false });
    }
    expect((await ask(people.frank, `${path}/choice`)).answer.code).toBe('noProgramme');
  });
});

describe('who opted out', () => {
  test('is on no list from that moment on, and back when they say so', async () => {
    setNow(later);
    await choose(carol, true);
    expect(await done(carol, `${path}/choice`)).toEqual({ optedOut: true });
    expect(JSON.stringify(await list())).not.toMatch(/carol|00000000000c/i);
    await choose(carol, false);
    expect(await reasonOf(carol)).toBe('neverStarted');
  });

  test('is named nowhere of what was before, and cannot be told from who came back', async () => {
    setNow(later);
    const reached = await reachOut(carol);
    await choose(carol, true);
    expect(JSON.stringify(await list())).not.toMatch(/carol|00000000000c/i);
    await use(colleague(0), '2026-11-26');
    const refused = { status: 409, answer: { code: 'notOnCoachingList' } };
    expect(await ask(people.alice, `${path}/outreach`, order(carol))).toMatchObject(refused);
    expect(await ask(people.alice, `${path}/outreach`, order(colleague(0)))).toMatchObject(refused);
    expect(reached.userId).toBe(carol);
  });

  test('by telling a champion is opted out until they say otherwise themselves', async () => {
    setNow(later);
    await keepOutcome(await reachOut(carol), 'askedToStop');
    expect(await reasonOf(carol)).toBeUndefined();
    expect(await done(carol, `${path}/choice`)).toEqual({ optedOut: true });
    setNow('2026-11-27T11:00:00Z');
    await choose(carol, false);
    expect(await reasonOf(carol)).toBe('neverStarted');
  });

  test('is no number while it could be seen who they are', async () => {
    setNow(later);
    for (const index of [0, 1, 2, 3]) await choose(colleague(index), true);
    expect((await list()).optedOut).toBeNull();
    await choose(colleague(4), true);
    // The list names all the others.
    expect((await list()).optedOut).toBeNull();
    for (const index of [5, 6, 7, 8, 9]) await use(colleague(index), '2026-11-26');
    expect((await list()).optedOut).toBe(5);
    await choose(colleague(4), false);
    expect((await list()).optedOut).toBeNull();
  });

  test('is counted among nobody whom the owner’s week asks to coach', async () => {
    setNow(later);
    const toCoach = async () => stage.product.app.coaching.toCoach(stage.programme);
    expect(await toCoach()).toEqual(new Map([['neverStarted', 13]]));
    await choose(carol, true);
    expect(await toCoach()).toEqual(new Map([['neverStarted', 12]]));
    await reachOut(colleague(0));
    expect(await toCoach()).toEqual(new Map([['neverStarted', 11]]));
  });
});

describe('an outreach', () => {
  test('is kept once however often it is sent, while SharePoint is away', async () => {
    setNow(later);
    await list();
    stage.tenant.faults.answer(503);
    const sent = order(carol);
    const first = await done(people.alice, `${path}/outreach`, sent);
    expect(await done(people.alice, `${path}/outreach`, sent)).toEqual(first);
    expect((await list()).outreaches).toHaveLength(1);
    const other = { ...sent, userId: colleague(0) };
    expect((await ask(people.alice, `${path}/outreach`, other)).answer.code).toBe('keyReused');
  });

  test('is shown with the person, who is reached out to again after two weeks', async () => {
    setNow(later);
    const reached = await reachOut(carol);
    const again = () => ask(people.bob, `${path}/outreach`, order(carol));
    expect((await again()).answer.code).toBe('reachedOutRecently');
    expect((await list()).people.find(({ userId }) => userId === carol)).toMatchObject({
      ...{ lastOutreach: reached, mayReachOut: false },
    });
    setNow('2026-12-10T11:00:00Z');
    expect((await again()).status).toBe(202);
  });

  test('is kept without a name, and no line of the log has one', async () => {
    setNow(later);
    await keepOutcome(await reachOut(carol), 'neededHelp');
    await stage.settle();
    const stored = JSON.stringify(await stage.product.lists.stores.Coaching.all());
    expect(stored).toContain('neededHelp');
    expect(stored).not.toMatch(/carol|00000000000c/i);
    expect(stage.logged.join('\n')).not.toMatch(/carol|00000000000c/i);
  });

  test('has an outcome that nobody writes over unseen', async () => {
    setNow(later);
    const reached = await reachOut(carol);
    await stage.settle();
    const [shown] = (await list()).outreaches;
    const first = await keepOutcome({ ...reached, eTag: shown?.outreach.eTag ?? '' }, 'willTry');
    expect(first).toMatchObject({ outcome: 'willTry', outcomeAt: later.replace('Z', '.000Z') });
    const late = await ask(people.bob, outcomePath(reached), {
      ...answerOf({ eTag: shown?.outreach.eTag ?? '' }, 'noAnswer'),
    });
    expect(late.status).toBe(412);
    expect(late.answer).toMatchObject({ current: { outcome: 'willTry' } });
    expect((await keepOutcome(first, 'noAnswer')).outcome).toBe('noAnswer');
  });

  test('has an outcome also from who read it before SharePoint had it, and only the first', async () => {
    setNow(later);
    const reached = await reachOut(carol);
    expect(reached.eTag).toBeNull();
    await stage.settle();
    expect((await keepOutcome(reached, 'willTry')).outcome).toBe('willTry');
    const late = await ask(people.bob, outcomePath(reached), answerOf(reached, 'noAnswer'));
    expect(late.status).toBe(412);
    expect(late.answer).toMatchObject({ current: { outcome: 'willTry' } });
  });

  test('is followed by the day on which they used something again', async () => {
    setNow(later);
    const backOn = async () => (await list()).outreaches.map((each) => each.backOn);
    await reachOut(carol);
    expect(await backOn()).toEqual([null]);
    setNow('2026-11-30T11:00:00Z');
    await use(carol, '2026-11-30');
    expect(await backOn()).toEqual(['2026-11-30']);
    expect(await reasonOf(carol)).toBeUndefined();
  });
});

describe('an outreach by notification', () => {
  const sentTo = (userId: string) =>
    stage.tenant
      .notifications(userId)
      .filter(({ activityType }) => activityType === 'coachingOffered');
  async function run() {
    expect(await stage.product.notices?.run()).toBe(true);
  }

  test('reaches the person once, with no word of why', async () => {
    setNow(later);
    await reachOut(carol, 'notification');
    await reachOut(colleague(0), 'teamsChat');
    await run();
    await run();
    expect(sentTo(carol)).toHaveLength(1);
    expect(JSON.stringify(sentTo(carol))).not.toMatch(/neverStarted|alice/i);
    expect(sentTo(colleague(0))).toEqual([]);
  });

  test('does not reach who opted out before it went', async () => {
    setNow(later);
    await reachOut(carol, 'notification');
    await choose(carol, true);
    await run();
    expect(sentTo(carol)).toEqual([]);
  });
});
