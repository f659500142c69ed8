import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  libraryItem,
  sessionResponse,
  sessionsResponse,
  type AddEntryRequest,
  type SessionResponse,
} from '@last-mile/shared/library';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../../local-tenant/testProduct';

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const path = '/api/build-sessions';

async function answered(response: Response): Promise<SessionResponse> {
  expect(response.status).toBe(200);
  return sessionResponse.parse(await response.json());
}

async function openSession(title = 'What worked this week') {
  const clientKey = crypto.randomUUID();
  const { session } = await answered(
    await it.ask('alice', path, { clientKey, title, jobFamily: 'audit' }),
  );
  return session.clientKey;
}

const entry = (more: Partial<AddEntryRequest> = {}): AddEntryRequest => ({
  clientKey: crypto.randomUUID(),
  kind: 'prompt',
  title: 'Notes to actions',
  body: 'List the actions in {{notes}}.',
  purpose: 'Saved me half an hour on Tuesday',
  taskKey: null,
  ...more,
});

const add = (who: PersonName, session: string, what = entry()) =>
  it.ask(who, `${path}/${session}/entries`, what);
const vote = (who: PersonName, session: string, key: string, forIt = true) =>
  it.ask(who, `${path}/${session}/entries/${key}/vote`, { vote: forIt });
const read = async (who: PersonName, session: string, since = 0) =>
  answered(await it.ask(who, `${path}/${session}?since=${since}`));
const setClosed = async (session: string, closed: boolean) =>
  answered(await it.ask('bob', `${path}/${session}/closing`, { closed }));
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('a build session', () => {
  test('is listed for everyone in the programme, those that run first', async () => {
    const earlier = await openSession('Earlier');
    const running = await openSession('Running');
    await setClosed(earlier, true);
    const response = await it.ask('carol', path);
    const { sessions } = sessionsResponse.parse(await response.json());
    const keys = sessions.map(({ clientKey }) => clientKey);
    expect(keys.indexOf(running)).toBeLessThan(keys.indexOf(earlier));
    expect(sessions.find(({ clientKey }) => clientKey === running)).toMatchObject({
      ...{ title: 'Running', jobFamily: 'audit', closedAt: null, entries: 0 },
      openedBy: { userId: people.alice, name: 'Alice Example' },
    });
  });

  test('opened twice under one key is one session; somebody else’s key is refused', async () => {
    const request = { clientKey: crypto.randomUUID(), title: 'Once', jobFamily: null };
    await answered(await it.ask('alice', path, request));
    await answered(await it.ask('alice', path, request));
    expect(await codeOf(await it.ask('bob', path, request))).toBe('keyReused');
  });

  test('of another programme is not there', async () => {
    const session = await openSession();
    expect((await it.ask('erin', `${path}/${session}`)).status).toBe(404);
    expect((await add('erin', session)).status).toBe(404);
  });

  test('shows everybody what others add, whose it is, and what they vote', async () => {
    const session = await openSession();
    const mine = entry();
    await answered(await add('carol', session, mine));
    await answered(await vote('alice', session, mine.clientKey));
    await answered(await vote('bob', session, mine.clientKey));
    const { changed } = await read('bob', session);
    expect(changed).toEqual([
      {
        ...mine,
        author: { userId: people.carol, name: 'Carol Example' },
        addedAt: expect.any(String) as string,
        votes: 2,
        voted: true,
        drafted: false,
      },
    ]);
    expect((await read('carol', session)).changed[0]?.voted).toBe(false);
  });

  test('answers only what changed since the reader’s revision', async () => {
    const session = await openSession();
    const first = entry({ title: 'First' });
    await add('carol', session, first);
    const { revision } = await answered(await add('bob', session, entry({ title: 'Second' })));
    await vote('alice', session, first.clientKey);
    const { changed } = await read('carol', session, revision);
    expect(changed.map(({ title, votes }) => [title, votes])).toEqual([['First', 1]]);
  });

  test('lets a reader wait, and answers as soon as somebody adds something', async () => {
    const session = await openSession();
    const { revision } = await read('carol', session);
    const waiting = read('carol', session, revision);
    const added = entry();
    await add('bob', session, added);
    expect((await waiting).changed.map(({ clientKey }) => clientKey)).toEqual([added.clientKey]);
  });

  test('lets a person wait ten times at once, and nobody else because of them', async () => {
    const session = await openSession();
    const waiting = Array.from({ length: 11 }, () => it.ask('carol', `${path}/${session}?since=1`));
    const first = await Promise.race(waiting);
    expect([first.status, await codeOf(first)]).toEqual([429, 'tooManyRequests']);
    const other = read('bob', session, 1);
    await add('alice', session);
    const statuses = (await Promise.all(waiting)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    expect((await other).changed).toHaveLength(1);
    expect((await it.ask('carol', `${path}/${session}?since=1`)).status).toBe(200);
  });

  test('keeps an entry once, however often it is sent, and never over somebody else’s', async () => {
    const session = await openSession();
    const mine = entry();
    await Promise.all([add('carol', session, mine), add('carol', session, mine)]);
    expect((await read('bob', session)).changed).toHaveLength(1);
    expect(await codeOf(await add('bob', session, { ...mine, title: 'Other' }))).toBe('keyReused');
    expect((await read('bob', session)).changed[0]?.title).toBe(mine.title);
  });

  test('counts a person’s vote once, takes it back, and takes none for their own', async () => {
    const session = await openSession();
    const mine = entry();
    await add('carol', session, mine);
    await vote('bob', session, mine.clientKey);
    await vote('bob', session, mine.clientKey);
    expect((await read('bob', session)).changed[0]?.votes).toBe(1);
    await vote('bob', session, mine.clientKey, false);
    expect((await read('bob', session)).changed[0]).toMatchObject({ votes: 0, voted: false });
    expect(await codeOf(await vote('carol', session, mine.clientKey))).toBe('ownEntry');
  });

  test('that is closed takes nothing more, and can be opened again', async () => {
    const session = await openSession();
    const mine = entry();
    await add('carol', session, mine);
    expect((await setClosed(session, true)).session.closedAt).not.toBeNull();
    expect(await codeOf(await add('bob', session))).toBe('sessionClosed');
    expect(await codeOf(await vote('bob', session, mine.clientKey))).toBe('sessionClosed');
    // Sent again after its answer was lost: it is there.
    expect((await add('carol', session, mine)).status).toBe(200);
    expect((await setClosed(session, false)).session.closedAt).toBeNull();
    expect((await add('bob', session)).status).toBe(200);
  });

  test('names what is missing, and keeps nothing of it', async () => {
    const session = await openSession();
    const response = await add('carol', session, entry({ title: ' ', body: '' }));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ issues: [{ path: 'title' }, { path: 'body' }] });
    expect((await read('carol', session)).changed).toEqual([]);
  });
});

describe('the best of a session', () => {
  const draft = (session: string, ...entries: string[]) =>
    it.ask('alice', `${path}/${session}/drafts`, { entries });

  async function itemOf(clientKey: string) {
    await it.settle();
    const response = await it.ask('bob', `/api/library/${clientKey}`);
    return libraryItem.parse(await response.json());
  }

  test('become drafts in their authors’ names, for the session’s job family, once', async () => {
    const session = await openSession();
    const [one, other] = [entry({ title: 'One' }), entry({ title: 'Other' })];
    await add('carol', session, one);
    await add('bob', session, other);
    const { changed } = await answered(await draft(session, one.clientKey));
    expect(changed.map(({ title, drafted }) => [title, drafted])).toEqual([['One', true]]);
    expect((await answered(await draft(session, one.clientKey))).changed).toEqual([]);
    expect(await itemOf(one.clientKey)).toMatchObject({
      status: 'draft',
      author: { userId: people.carol },
      provenance: { origin: 'session', sessionKey: session },
      content: { title: 'One', body: one.body, jobFamilies: ['audit'], kind: 'prompt' },
    });
    const listed = await it.ask('bob', `/api/library/${other.clientKey}`);
    expect(listed.status).toBe(404);
  });

  test('cannot be published by their author', async () => {
    const session = await openSession();
    const mine = entry({ title: 'By a champion' });
    await add('bob', session, mine);
    await draft(session, mine.clientKey);
    const { eTag } = await itemOf(mine.clientKey);
    const publish = (who: PersonName) =>
      it.ask(who, `/api/library/${mine.clientKey}/publication`, { eTag });
    expect(await codeOf(await publish('bob'))).toBe('authorCannotPublish');
    expect((await publish('alice')).status).toBe(200);
  });

  test('are templates with paragraphs where they were emails, and nothing in them acts', async () => {
    const session = await openSession();
    const body = 'Dear {{name}},\n\nsee <b onclick="x()">this</b>\nand this.\n \nRegards';
    const mail = entry({ kind: 'template', title: 'A word', body });
    await add('carol', session, mail);
    await draft(session, mail.clientKey);
    expect((await itemOf(mail.clientKey)).content).toMatchObject({
      kind: 'template',
      subject: 'A word',
      body: [
        '<p>Dear {{name}},</p>',
        '<p>see &lt;b onclick=&quot;x()&quot;&gt;this&lt;/b&gt;<br>and this.</p>',
        '<p>Regards</p>',
      ].join('\n'),
    });
  });

  test('are all or none: an entry that is not in the session is not there', async () => {
    const session = await openSession();
    const mine = entry();
    await add('carol', session, mine);
    const elsewhere = await openSession();
    const foreign = entry();
    await add('carol', elsewhere, foreign);
    expect((await draft(session, mine.clientKey, foreign.clientKey)).status).toBe(404);
    expect((await read('bob', session)).changed[0]?.drafted).toBe(false);
  });
});
