import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noticesResponse } from '@last-mile/shared/feedback';
import {
  createFeedbackStage,
  type FeedbackStage,
} from '../../../../local-tenant/testing/feedbackStage';
import {
  people,
  testApp,
  testClientId,
  testTeamsAppId,
  type PersonName,
} from '../../../../local-tenant/testProduct';

let stage: FeedbackStage;
beforeEach(async () => {
  stage = await createFeedbackStage();
  await stage.ownerActs();
});
afterEach(() => stage.it.close());

const run = async () => {
  expect(await stage.it.product.notices?.run()).toBe(true);
};
const sentTo = (name: PersonName) => stage.it.tenant.notifications(people[name]);
const feedOf = (name: PersonName) =>
  stage.it.tenant.activityFeed(people[name]).map(({ activityType }) => activityType);
const statusFor = async (name: PersonName) =>
  noticesResponse.parse(await (await stage.it.ask(name, '/api/programme/notifications')).json());
const warnings = () =>
  stage.it.logged
    .map((line) => JSON.parse(line) as { level: number; msg: string })
    .filter(({ level }) => level >= 40)
    .map(({ msg }) => msg);

const takeUp = { do: 'takeUp', note: 'We ask the vendor.' } as const;
const decline = {
  do: 'close',
  outcome: { route: 'declined', reason: 'It is how the tax works.' },
  note: null,
} as const;

describe('a reporter', () => {
  test('is told that there is an answer, in words that say nothing of it, with a link to it', async () => {
    const clientKey = await stage.send({ text: 'The client Aurora is named in it.' });
    await run();
    expect(stage.it.tenant.notifications()).toEqual([]);
    await stage.act(clientKey, takeUp);
    await run();
    const [sent, ...others] = stage.it.tenant.notifications();
    expect(others).toEqual([]);
    expect(sent).toMatchObject({
      userId: people.carol,
      activityType: 'feedbackAnswered',
      body: { topic: { source: 'text', value: 'Last Mile' }, templateParameters: [] },
    });
    expect(JSON.stringify(sent)).not.toMatch(/Aurora|vendor|wrong/i);
    const { webUrl } = sent?.body['topic'] as { webUrl: string };
    const link = new URL(webUrl);
    expect(`${link.origin}${link.pathname}`).toBe(
      `https://teams.microsoft.com/l/entity/${testTeamsAppId}/lastMile`,
    );
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
      subEntityId: `feedback/${clientKey}`,
    });
  });

  test('sees one notification for each piece of feedback: how it stands now', async () => {
    const [first, second] = [await stage.send(), await stage.send()];
    await stage.act(first, takeUp);
    await run();
    await stage.act(first, decline);
    await stage.act(second, takeUp);
    await run();
    await run();
    expect(sentTo('carol')).toHaveLength(3);
    expect(feedOf('carol').sort()).toEqual(['feedbackAnswered', 'feedbackClosed']);
  });

  test('is told the same when it was done by hand in SharePoint', async () => {
    const clientKey = await stage.send();
    await stage.editInSharePoint(clientKey, { State: 'closed' });
    await run();
    expect(feedOf('carol')).toEqual(['feedbackClosed']);
    await stage.editInSharePoint(clientKey, { State: 'new' });
    await run();
    expect(feedOf('carol')).toEqual(['feedbackReopened']);
  });

  test('is told that it was opened again, and not when it was their own answer', async () => {
    const [theirs, own] = [await stage.send(), await stage.send()];
    for (const clientKey of [theirs, own]) await stage.act(clientKey, decline);
    await run();
    await stage.act(theirs, { do: 'reopen', note: null });
    await stage.editInSharePoint(own, { State: 'new', Reopened: 1, Helped: 'no' });
    await run();
    expect(feedOf('carol')).toEqual(['feedbackReopened', 'feedbackClosed']);
  });

  test('whose feedback was merged is told when the kept one is answered', async () => {
    const [kept, merged] = [await stage.send({}, 'bob'), await stage.send()];
    await stage.act(merged, { do: 'merge', into: kept });
    await run();
    expect(stage.it.tenant.notifications()).toEqual([]);
    await stage.act(kept, takeUp);
    await run();
    expect([feedOf('bob'), feedOf('carol')]).toEqual([['feedbackAnswered'], ['feedbackAnswered']]);
    expect(JSON.stringify(sentTo('carol'))).toContain(merged);
  });

  test('whose "no" opened a merged one again knows, and whoever wrote the kept one is told', async () => {
    const [kept, merged] = [await stage.send({}, 'bob'), await stage.send()];
    await stage.act(merged, { do: 'merge', into: kept });
    await stage.act(kept, decline);
    await run();
    const answer = { clientKey: crypto.randomUUID(), helped: false, words: 'Still wrong.' };
    const answered = await stage.it.ask('carol', `/api/feedback/${merged}/helped`, answer);
    expect(answered.ok).toBe(true);
    await stage.it.product.app.resume();
    await stage.it.settle();
    await run();
    expect([feedOf('bob'), feedOf('carol')]).toEqual([['feedbackReopened'], ['feedbackClosed']]);
  });

  test('who asked not to be named is told, and neither table nor log holds who it was', async () => {
    const clientKey = await stage.send({ named: false });
    await stage.act(clientKey, takeUp);
    stage.it.tenant.directory.setAppInstalled(testClientId, people.carol, false);
    await run();
    expect(await statusFor('alice')).toMatchObject({ notInstalled: 0 });
    const kept = () => stage.it.database.query('SELECT * FROM notification_chain');
    expect(JSON.stringify(await kept())).not.toContain(people.carol);
    stage.it.tenant.directory.setAppInstalled(testClientId, people.carol, true);
    stage.setNow('2026-11-24T12:00:00Z');
    await run();
    expect(feedOf('carol')).toEqual(['feedbackAnswered']);
    expect(stage.it.tenant.notifications()).toHaveLength(1);
    expect(JSON.stringify(await kept())).not.toContain(people.carol);
    expect(stage.it.logged.join('\n')).not.toContain(people.carol);
  });

  test('is the one who wrote it, whatever name somebody types over theirs', async () => {
    const clientKey = await stage.send();
    await stage.editInSharePoint(clientKey, { Reporter: people.bob, State: 'inProgress' });
    await run();
    expect([feedOf('bob'), feedOf('carol')]).toEqual([[], ['feedbackAnswered']]);
  });

  test('is not told of what is long past', async () => {
    const clientKey = await stage.send();
    await stage.act(clientKey, takeUp);
    stage.setNow('2026-12-02T11:00:00Z');
    await run();
    expect(stage.it.tenant.notifications()).toEqual([]);
  });
});

describe('while Graph', () => {
  test('is busy, everybody waits as long as it says, and is told once', async () => {
    const clientKey = await stage.send();
    await stage.act(clientKey, takeUp);
    stage.it.tenant.faults.answer(429, { path: '/teamwork', retryAfter: 120, seconds: 60 });
    await run();
    stage.setNow('2026-11-23T11:01:30Z');
    await run();
    expect(sentTo('carol')).toEqual([]);
    stage.setNow('2026-11-23T11:02:01Z');
    await run();
    expect(sentTo('carol')).toHaveLength(1);
  });

  test('loses its answer, the notification is sent again and seen once', async () => {
    const clientKey = await stage.send();
    await stage.act(clientKey, takeUp);
    stage.it.tenant.faults.dropAfterWrite({ path: '/teamwork', times: 1 });
    await run();
    stage.setNow('2026-11-23T11:01:01Z');
    await run();
    await run();
    expect(sentTo('carol')).toHaveLength(2);
    expect(feedOf('carol')).toEqual(['feedbackAnswered']);
  });

  test('is away for one, the others are told meanwhile', async () => {
    const [first, second] = [await stage.send(), await stage.send({}, 'bob')];
    for (const clientKey of [first, second]) await stage.act(clientKey, takeUp);
    stage.it.tenant.faults.answer(400 + 9, { path: people.carol });
    await run();
    expect([feedOf('bob'), feedOf('carol')]).toEqual([['feedbackAnswered'], []]);
  });

  test('fails for the same three again and again, the others are told meanwhile', async () => {
    const theirs = [await stage.send(), await stage.send(), await stage.send()];
    for (const clientKey of [...theirs, await stage.send({}, 'bob')]) {
      await stage.act(clientKey, takeUp);
    }
    stage.it.tenant.faults.answer(500, { path: people.carol });
    for (const second of ['00', '11', '22']) {
      stage.setNow(`2026-11-23T11:00:${second}Z`);
      await run();
    }
    expect([feedOf('bob'), feedOf('carol')]).toEqual([['feedbackAnswered'], []]);
    stage.it.tenant.faults.clear();
    stage.setNow('2026-11-23T11:01:00Z');
    await run();
    expect(feedOf('carol')).toHaveLength(3);
  });

  test('says that somebody does not have the app, it is tried again a day later', async () => {
    const [mine, another] = [await stage.send(), await stage.send()];
    for (const clientKey of [mine, another]) await stage.act(clientKey, takeUp);
    stage.it.tenant.directory.setAppInstalled(testClientId, people.carol, false);
    await run();
    expect(await statusFor('alice')).toEqual({
      sending: true,
      ...{ notInstalled: 1, notPermitted: 0, refused: 0 },
    });
    stage.it.tenant.directory.setAppInstalled(testClientId, people.carol, true);
    stage.setNow('2026-11-24T10:00:00Z');
    await run();
    expect(sentTo('carol')).toEqual([]);
    stage.setNow('2026-11-24T11:00:01Z');
    await run();
    expect(sentTo('carol')).toHaveLength(2);
    expect(await statusFor('alice')).toMatchObject({ notInstalled: 0 });
    expect(warnings()).toEqual([]);
  });

  test('says that the app may not, that is said once, and nothing ends', async () => {
    const granted = testApp.grantedApplicationPermissions;
    stage.it.tenant.directory.registerApp({
      ...testApp,
      grantedApplicationPermissions: granted.filter((each) => !each.startsWith('TeamsActivity')),
    });
    // When the token of before has expired.
    stage.setNow('2026-11-23T14:00:00Z');
    for (const clientKey of [await stage.send(), await stage.send({}, 'bob')]) {
      await stage.act(clientKey, takeUp);
    }
    await run();
    await run();
    expect(await statusFor('alice')).toMatchObject({ notPermitted: 2, notInstalled: 0 });
    expect(warnings()).toEqual([expect.stringContaining('TeamsActivity.Send.User')]);
  });
});

test('of two instances at work at once, one tells', async () => {
  const other = await stage.it.another();
  const clientKey = await stage.send();
  await stage.act(clientKey, takeUp);
  await expect
    .poll(async () => {
      for (const store of Object.values(other.lists.stores)) await store.all();
      const [item] = await other.lists.stores.Feedback.all();
      return item?.fields['State'];
    })
    .toBe('inProgress');
  const ran = await Promise.all([stage.it.product.notices?.run(), other.notices?.run()]);
  expect(ran.sort()).toEqual([false, true]);
  expect(sentTo('carol')).toHaveLength(1);
});

test('whether people are notified is for champions to know', async () => {
  expect((await stage.it.ask('carol', '/api/programme/notifications')).status).toBe(403);
  expect((await stage.it.ask('dora', '/api/programme/notifications')).status).toBe(403);
});

describe('the daily digest', () => {
  const countOf = (name: PersonName) =>
    sentTo(name).map(({ body }) => (body['templateParameters'] as [{ value: string }?])[0]?.value);

  test('tells owner and deputies in the morning how much is due, once a day', async () => {
    await stage.send();
    await stage.send({ reason: 'unsafe' });
    await stage.send();
    // Half past seven in Berlin, of the day on which the unsafe one is due.
    stage.setNow('2026-11-24T06:30:00Z');
    await run();
    expect(stage.it.tenant.notifications()).toEqual([]);
    stage.setNow('2026-11-24T07:00:00Z');
    await run();
    expect([countOf('alice'), countOf('bob')]).toEqual([['1'], ['1']]);
    expect((await stage.queue({ view: 'due' })).total).toBe(1);
    await stage.send({ reachedClient: true });
    await run();
    expect(countOf('alice')).toEqual(['1']);
    stage.setNow('2026-11-25T07:30:00Z');
    await run();
    expect([countOf('alice'), feedOf('alice')]).toEqual([['1', '4'], ['feedbackDue']]);
    expect([countOf('carol'), countOf('erin')]).toEqual([[], []]);
  });

  test('leads to what is due in the queue', async () => {
    await stage.send({ reachedClient: true });
    await run();
    const [sent] = sentTo('bob');
    expect(JSON.stringify(sent?.body)).toContain(encodeURIComponent('feedback/queue?view=due'));
  });

  test('is not sent on days off, in the evening, or where nothing is due', async () => {
    await stage.send({ reachedClient: true });
    for (const at of ['2026-11-23T17:00:00Z', '2026-11-28T09:00:00Z', '2026-11-29T09:00:00Z']) {
      stage.setNow(at);
      await run();
    }
    const calendar = (await (
      await stage.it.ask('alice', '/api/programme/working-calendar')
    ).json()) as object;
    await stage.it.ask('alice', '/api/programme/working-calendar', {
      ...calendar,
      holidays: [{ day: '2026-11-30', name: 'St Andrew’s Day' }],
    });
    stage.setNow('2026-11-30T09:00:00Z');
    await run();
    expect(stage.it.tenant.notifications()).toEqual([]);
    stage.setNow('2026-12-01T09:00:00Z');
    await run();
    expect(countOf('alice')).toEqual(['1']);
  });
});
