import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedbackResponse, type FeedbackRequest } from '@last-mile/shared/feedback';
import { libraryItem, reviewResponse, type LibraryItem } from '@last-mile/shared/library';
import { librarySettingsResponse } from '@last-mile/shared/programme';
import { createFeedbackStage, type FeedbackStage } from '../local-tenant/testing/feedbackStage';
import { people, type PersonName } from '../local-tenant/testProduct';
import { copyTestDatabase } from './db/testDatabase';

/** The status of what is accepted before it is in SharePoint. */
async function sendWords(
  { it }: FeedbackStage,
  clientKey: string,
  text: string,
  name: PersonName = 'carol',
) {
  const request: FeedbackRequest = {
    ...{ clientKey, kind: 'flag', reason: 'wrong', reachedClient: false, text, named: false },
    ...{ about: { type: 'aiOutput' }, surface: 'outlook' },
  };
  return (await it.ask(name, '/api/feedback', request)).status;
}

async function settings({ it }: FeedbackStage) {
  return librarySettingsResponse.parse(
    await (await it.ask('alice', '/api/programme/library')).json(),
  );
}

async function reviewAfter(stage: FeedbackStage, reviewAfterDays: number) {
  const { eTag, sharesLibrary, librariesFrom } = await settings(stage);
  const wanted = { eTag, reviewAfterDays, sharesLibrary, librariesFrom };
  expect((await stage.it.ask('alice', '/api/programme/library', wanted)).status).toBe(200);
}

async function itemFor({ it }: FeedbackStage, name: PersonName, { clientKey }: LibraryItem) {
  const response = await it.ask(name, `/api/library/${clientKey}`);
  return response.status === 404 ? null : libraryItem.parse(await response.json());
}

async function act(stage: FeedbackStage, name: PersonName, item: LibraryItem, what: string) {
  const { eTag } = (await itemFor(stage, name, item))!;
  const path = `/api/library/${item.clientKey}/${what}`;
  const response = await stage.it.ask(name, path, { eTag });
  const answer: unknown = await response.json();
  expect([response.status, answer]).toEqual([200, answer]);
  return libraryItem.parse(answer);
}

async function edit(stage: FeedbackStage, name: PersonName, item: LibraryItem, body: string) {
  const { eTag, content } = (await itemFor(stage, name, item))!;
  const path = `/api/library/${item.clientKey}/content`;
  const response = await stage.it.ask(name, path, { eTag, content: { ...content, body } });
  expect(response.status).toBe(200);
}

function feedbackInSharePoint({ it: { tenant } }: FeedbackStage) {
  const list = tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Feedback')!;
  const items = tenant.sharePoint.items(list.id);
  return {
    keys: items.map(({ fields }) => fields['ClientKey']).sort(),
    removeByHand(clientKey: string) {
      const item = items.find(({ fields }) => fields['ClientKey'] === clientKey);
      tenant.sharePoint.remove(list.id, item!.id);
    },
  };
}

describe.each([
  ['lately', false],
  ['so long ago that SharePoint does not know its delta tokens any more', true],
])('a database that was backed up %s and is restored', (_when, tooOld) => {
  let lost: FeedbackStage;
  let stage: FeedbackStage;
  let changed: LibraryItem;
  let added: LibraryItem;
  let retired: LibraryItem;
  let editedByBob: LibraryItem;
  const lostDraft = { clientKey: randomUUID(), original: null };
  const keys = {
    ...{ told: '', later: '', laterNamed: '', deleted: '' },
    ...{ waiting: randomUUID(), deletedAfterIt: randomUUID() },
  };

  beforeAll(async () => {
    lost = await createFeedbackStage();
    await lost.ownerActs();
    changed = await lost.publish();
    retired = await lost.publish();
    editedByBob = await lost.publish();
    keys.told = await lost.send();
    keys.deleted = await lost.send();
    await lost.act(keys.told, { do: 'takeUp', note: 'We look.' });
    await lost.it.product.notices?.run();
    await sendWords(lost, keys.waiting, 'It waits while the backup is made.');
    await sendWords(lost, keys.deletedAfterIt, 'It waits too.');
    const backup = await copyTestDatabase(lost.it.database);

    await lost.it.settle();
    keys.later = await lost.send({ text: 'Written after the backup.', named: false });
    keys.laterNamed = await lost.send({ text: 'With a name.' });
    changed = await lost.publish(changed);
    added = await lost.publish();
    const draft = { ...lostDraft, content: { ...added.content, body: 'Kept.' } };
    expect((await lost.it.ask('carol', '/api/library/drafts', draft)).status).toBe(202);
    await lost.it.settle();
    await edit(lost, 'bob', editedByBob, 'What Bob changed.');
    retired = await act(lost, 'alice', retired, 'retirement');
    await reviewAfter(lost, 30);
    await lost.act(keys.told, {
      ...{ do: 'close', note: null },
      outcome: { route: 'declined', reason: 'It is how the tax works.' },
    });
    await lost.it.product.notices?.run();
    const byHand = feedbackInSharePoint(lost);
    byHand.removeByHand(keys.deleted);
    byHand.removeByHand(keys.deletedAfterIt);
    await lost.it.settle();
    await lost.it.product.stop();

    // Restoring takes longer than any lease of then holds.
    await backup.query('UPDATE lease SET expires_at = now()');
    if (tooOld) lost.it.tenant.faults.expireDeltaTokens();
    stage = await lost.restored(backup);
    await stage.it.settle();
  }, 60_000);
  afterAll(async () => {
    await stage.it.close();
    await lost.it.close();
  });

  test('brings every word to SharePoint once, and shows all of them again', async () => {
    const kept = Object.values(keys)
      .filter((key) => key !== keys.deleted)
      .sort();
    expect(feedbackInSharePoint(stage).keys).toEqual(kept);
    const { items } = await stage.queue();
    expect(items.map(({ clientKey }) => clientKey).sort()).toEqual(
      kept.filter((key) => key !== keys.told),
    );
    expect(await stage.seen(keys.told)).toMatchObject({ state: 'closed', outcome: 'declined' });
    expect(await stage.it.product.lists.status()).toMatchObject({ waiting: 0, parked: 0 });
  });

  test('forgets what was deleted in SharePoint, save what was waiting for it in the backup', async () => {
    expect((await stage.it.ask('alice', `/api/feedback/${keys.deleted}`)).status).toBe(404);
    expect(await stage.seen(keys.deletedAfterIt)).toMatchObject({ state: 'new' });
  });

  test('takes words that are sent again for those that SharePoint has, and no others', async () => {
    const words = 'Written after the backup.';
    expect(await sendWords(stage, keys.later, words)).toBe(202);
    expect(await sendWords(stage, keys.later, 'Other words.')).toBe(409);
    expect(await sendWords(stage, keys.later, words, 'bob')).toBe(409);
    await stage.it.settle();
    const held = feedbackInSharePoint(stage).keys;
    expect(held.filter((key) => key === keys.later)).toHaveLength(1);
  });

  test('shows people what they wrote, also without their name since the backup, and nobody else', async () => {
    const mine = await stage.it.ask('carol', '/api/feedback/mine');
    const { items } = feedbackResponse.parse(await mine.json());
    const { told, waiting, deletedAfterIt, later, laterNamed } = keys;
    expect(items.map(({ clientKey }) => clientKey).sort()).toEqual(
      [told, waiting, deletedAfterIt, later, laterNamed].sort(),
    );
    const others = await stage.it.ask('bob', '/api/feedback/mine');
    expect(feedbackResponse.parse(await others.json()).items).toEqual([]);
    // What a person is shown of it is theirs to hand out and to erase.
    const data = await stage.it.ask('carol', '/api/me/data');
    expect(await data.text()).toContain('Written after the backup.');
  });

  test('has the settings that SharePoint has', async () => {
    expect((await settings(stage)).reviewAfterDays).toBe(30);
  });

  test('repeats the last notification of a chain at most, so that people see one line as before', async () => {
    const before = stage.it.tenant.activityFeed(people.carol);
    const sentBefore = stage.it.tenant.notifications(people.carol).length;
    await stage.it.product.notices?.run();
    await stage.it.product.notices?.run();
    const repeated = stage.it.tenant.notifications(people.carol).slice(sentBefore);
    expect(repeated.map(({ activityType }) => activityType)).toEqual(['feedbackClosed']);
    const after = stage.it.tenant.activityFeed(people.carol);
    expect(after.map(({ activityType }) => activityType)).toEqual(
      before.map(({ activityType }) => activityType),
    );
  });

  test('tells who wrote without their name since the backup that they were answered, and nobody else', async () => {
    const sent = () =>
      Object.values(people).map((userId) => stage.it.tenant.notifications(userId).length);
    const before = sent();
    await stage.act(keys.later, { do: 'takeUp', note: 'We look.' });
    await stage.it.product.notices?.run();
    await stage.it.product.notices?.run();
    const isCarol = (userId: string) => userId === people.carol;
    expect(sent().map((count, at) => count - (before[at] ?? 0))).toEqual(
      Object.values(people).map((userId) => (isCarol(userId) ? 1 : 0)),
    );
    const [last] = stage.it.tenant.notifications(people.carol).slice(-1);
    expect(last?.activityType).toBe('feedbackAnswered');
    expect(
      JSON.stringify(await stage.it.database.query('SELECT * FROM notification_chain')),
    ).not.toContain(people.carol);
  });

  test('shows no text that its own seals do not hold, and asks for what was approved since', async () => {
    const first = await itemFor(stage, 'carol', changed);
    expect(first).toMatchObject({ status: 'published', version: 1 });
    expect(first?.content.body).not.toBe(changed.content.body);
    // What its author is shown is theirs; another member sees nothing of it.
    expect(await itemFor(stage, 'carol', added)).toMatchObject({ status: 'inReview', version: 0 });
    expect(await itemFor(stage, 'dora', added)).toBeNull();
    expect(await itemFor(stage, 'dora', retired)).toMatchObject({ status: 'published' });
    const review = await stage.it.ask('bob', '/api/library/review');
    const waiting = reviewResponse.parse(await review.json()).items;
    expect(waiting.map(({ item }) => item.clientKey)).toEqual(
      expect.arrayContaining([changed.clientKey, added.clientKey, retired.clientKey]),
    );
  });

  test('knows from SharePoint who changed a text since: they do not approve it themselves', async () => {
    // Screens know it as well, for champions; a member is not told who changes what.
    const { eTag, editorIds } = (await itemFor(stage, 'bob', editedByBob))!;
    expect(editorIds).toEqual([people.bob]);
    expect((await itemFor(stage, 'dora', editedByBob))?.editorIds).toEqual([]);
    const path = `/api/library/${editedByBob.clientKey}/publication`;
    const refused = await stage.it.ask('bob', path, { eTag });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'authorCannotPublish' });
    expect(await act(stage, 'alice', editedByBob, 'publication')).toMatchObject({
      content: { body: 'What Bob changed.' },
    });
    // What is changed by hand after that is not Bob's.
    const { sharePoint } = stage.it.tenant;
    const list = sharePoint.lists().find(({ displayName }) => displayName === 'Library')!;
    const item = sharePoint
      .items(list.id)
      .find(({ fields }) => fields['ClientKey'] === editedByBob.clientKey);
    sharePoint.edit(list.id, item!.id, { Body: 'By hand.' }, people.dora);
    await stage.it.settle();
    expect(await act(stage, 'bob', editedByBob, 'publication')).toMatchObject({
      content: { body: 'By hand.' },
    });
  });

  test('takes a draft that is sent again for the one that SharePoint has, and no other', async () => {
    const draft = { ...lostDraft, content: { ...added.content, body: 'Kept.' } };
    const send = async (name: PersonName, more: object = {}) => {
      const response = await stage.it.ask(name, '/api/library/drafts', { ...draft, ...more });
      const { state, code } = (await response.json()) as { state?: string; code?: string };
      return [response.status, state ?? code];
    };
    const other = { content: { ...draft.content, body: 'Other words.' } };
    expect(await send('alice')).toEqual([409, 'keyReused']);
    expect(await send('carol', other)).toEqual([409, 'keyReused']);
    expect(await send('carol')).toEqual([202, 'known']);
    expect(await send('carol')).toEqual([202, 'known']);
    expect(await send('carol', other)).toEqual([409, 'keyReused']);
  });

  test('shows it again once it is approved again, under a version that nothing else had', async () => {
    expect(await act(stage, 'bob', changed, 'publication')).toMatchObject({
      ...{ status: 'published', version: 3, proposal: null },
      content: { body: changed.content.body },
    });
    expect(await act(stage, 'bob', added, 'publication')).toMatchObject({
      ...{ status: 'published', version: 2, proposal: null },
      content: { body: added.content.body },
    });
    expect((await itemFor(stage, 'dora', changed))?.content.body).toBe(changed.content.body);
    await act(stage, 'bob', retired, 'retirement');
    expect(await itemFor(stage, 'dora', retired)).toBeNull();
  });
});
