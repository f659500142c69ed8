import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  draftReceipt,
  laterContent,
  libraryItem,
  libraryResponse,
  ownItemsResponse,
  reviewResponse,
  translationsResponse,
  versionsResponse,
  type DraftRequest,
  type EditRequest,
  type LibraryContent,
  type LibraryItem,
} from '@last-mile/shared/library';
import { saveLibrarySettings } from '../../../local-tenant/testing/librarySettings';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../local-tenant/testProduct';

let now = new Date('2026-11-23T11:00:00Z');
let it: TestProduct;
let written = 0;
beforeAll(async () => {
  it = await createTestProduct({ now: () => now });
});
afterAll(() => it.close());
afterEach(() => {
  it.tenant.faults.clear();
});

function textOf(more: Partial<LibraryContent> = {}): LibraryContent {
  written += 1;
  return {
    kind: 'prompt',
    title: `Written ${written}`,
    purpose: 'Says what it is for',
    body: `Summarise {{document}} in five lines. (${written})`,
    subject: null,
    jobFamilies: [],
    taskKey: null,
    assistant: 'Copilot Chat',
    language: 'en-GB',
    tags: [],
    checkBeforeTrusting: 'Dates.',
    ...laterContent,
    ...more,
  };
}

const draftOf = (more: Partial<DraftRequest> = {}): DraftRequest => ({
  clientKey: randomUUID(),
  content: textOf(),
  ...more,
});

const send = (name: PersonName, draft: DraftRequest) => it.ask(name, '/api/library/drafts', draft);

/** A draft of `name`, in SharePoint. */
async function drafted(name: PersonName, more: Partial<DraftRequest> = {}) {
  const draft = draftOf(more);
  const response = await send(name, draft);
  expect(response.status).toBe(202);
  await it.settle();
  return seenBy(name, draft.clientKey);
}

async function seenBy(name: PersonName, clientKey: string): Promise<LibraryItem> {
  const response = await it.ask(name, `/api/library/${clientKey}`);
  expect(response.status).toBe(200);
  return libraryItem.parse(await response.json());
}

type Act =
  | 'submission'
  | 'return'
  | 'publication'
  | 'renewal'
  | 'retirement'
  | 'reinstatement'
  | 'restoration';

const ask = (name: PersonName, item: LibraryItem, act: Act | 'content', more: object = {}) =>
  it.ask(name, `/api/library/${item.clientKey}/${act}`, { eTag: item.eTag, ...more });

async function done(name: PersonName, item: LibraryItem, act: Act | 'content', more: object = {}) {
  const response = await ask(name, item, act, more);
  expect([act, response.status]).toEqual([act, 200]);
  return libraryItem.parse(await response.json());
}

const rewrite = (name: PersonName, item: LibraryItem, content: Partial<LibraryContent>) =>
  done(name, item, 'content', {
    content: { ...(item.proposal?.content ?? item.content), ...content },
  } satisfies Omit<EditRequest, 'eTag'>);

async function refusal(response: Response) {
  return [response.status, ((await response.json()) as { code: string }).code];
}

/** Written by carol, approved by bob. */
async function published(more: Partial<DraftRequest> = {}) {
  return done('bob', await seenBy('bob', (await drafted('carol', more)).clientKey), 'publication');
}

async function listed(name: PersonName, { content: { title } }: LibraryItem) {
  const response = await it.ask(name, `/api/library?q=${encodeURIComponent(title)}`);
  const { items } = libraryResponse.parse(await response.json());
  return items.find((item) => item.content.title === title);
}

async function ownKeys(name: PersonName) {
  const response = await it.ask(name, '/api/library/own');
  return ownItemsResponse.parse(await response.json()).items.map(({ clientKey }) => clientKey);
}

async function reviewReasons({ clientKey }: LibraryItem) {
  const response = await it.ask('bob', '/api/library/review');
  const { items } = reviewResponse.parse(await response.json());
  return items.find(({ item }) => item.clientKey === clientKey)?.reasons;
}

async function versionsSeenBy(name: PersonName, item: LibraryItem) {
  const response = await it.ask(name, `/api/library/${item.clientKey}/versions`);
  expect(response.status).toBe(200);
  return versionsResponse.parse(await response.json());
}

async function editByHand(item: LibraryItem, fields: Record<string, string | null>) {
  const stored = await it.product.lists.stores.Library.get(item.clientKey);
  const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Library');
  it.tenant.sharePoint.edit(list!.id, stored!.itemId!, fields, people.bob);
  await it.settle();
}

describe('a draft', () => {
  test('is safe at once, also while SharePoint is away, and is its author’s and the champions’', async () => {
    // Who carol is has been looked up before SharePoint and the directory go away.
    await drafted('carol');
    it.tenant.faults.answer(503);
    const draft = draftOf();
    const response = await send('carol', draft);
    expect(response.status).toBe(202);
    expect(draftReceipt.parse(await response.json())).toEqual({
      clientKey: draft.clientKey,
      state: 'accepted',
    });
    expect(await seenBy('carol', draft.clientKey)).toMatchObject({
      status: 'draft',
      content: draft.content,
      author: { userId: people.carol, name: 'Carol Example' },
      owner: { userId: people.carol, name: 'Carol Example' },
      provenance: { origin: 'written', sessionKey: null },
      eTag: null,
    });
    it.tenant.faults.clear();
    await it.settle();
    expect(await seenBy('bob', draft.clientKey)).toMatchObject({ content: draft.content });
    expect(await ownKeys('carol')).toContain(draft.clientKey);
    expect(await ownKeys('bob')).not.toContain(draft.clientKey);
    expect((await it.ask('dora', `/api/library/${draft.clientKey}`)).status).toBe(404);
  });

  test('sent twice is known; its key holds no other text and nobody else’s', async () => {
    const draft = draftOf();
    await send('carol', draft);
    const again = await send('carol', draft);
    expect(draftReceipt.parse(await again.json()).state).toBe('known');
    expect(await refusal(await send('carol', { ...draft, content: textOf() }))).toEqual([
      409,
      'keyReused',
    ]);
    expect(await refusal(await send('alice', draft))).toEqual([409, 'keyReused']);
  });

  test('keeps every part of its text through SharePoint and back', async () => {
    const content = textOf({
      kind: 'template',
      title: 'All parts',
      subject: 'About {{client}}',
      body: '<p>Dear {{client}}</p>',
      assistant: null,
      tags: ['one', 'two'],
      stepKey: 'send',
      placeholders: [
        {
          name: 'client',
          kind: 'choice',
          description: 'Who reads it',
          choices: ['Northwind', 'Contoso "GmbH"'],
          from: 'recipientCompany',
        },
      ],
      exampleOutput: 'Dear Northwind\n\nAll is well.',
      sources: [{ title: 'Fees', url: 'https://example.org/fees', ownerId: people.alice }],
    });
    expect((await drafted('carol', { content })).content).toEqual(content);
  });

  test('names every place to mend, and is taken without what could act', async () => {
    const bad = draftOf({
      content: textOf({
        title: '',
        sources: [{ title: 'x', url: 'javascript:alert(1)', ownerId: null }],
        placeholders: [{ name: '}}', kind: 'text', description: '', choices: [], from: null }],
      }),
    });
    const refused = await send('carol', bad);
    expect(refused.status).toBe(400);
    const { issues } = (await refused.json()) as { issues: { path: string }[] };
    expect(issues.map(({ path }) => path).sort()).toEqual([
      'content.placeholders.0.name',
      'content.sources.0.url',
      'content.title',
    ]);
    const item = await drafted('carol', {
      content: textOf({ kind: 'template', body: '<p onclick="x()">Hello</p><script>x</script>' }),
    });
    expect(item.content.body).toBe('<p>Hello</p>');
    const nothing = draftOf({ content: textOf({ kind: 'template', body: '<script>x</script>' }) });
    expect((await send('carol', nothing)).status).toBe(400);
  });
});

describe('editing', () => {
  test('is for the author and champions', async () => {
    const item = await drafted('carol');
    const mine = await rewrite('carol', item, { body: 'Better' });
    expect(mine).toMatchObject({ status: 'draft', content: { body: 'Better' } });
    const theirs = await rewrite('bob', await seenBy('bob', item.clientKey), { body: 'Best' });
    expect(theirs.content.body).toBe('Best');
    expect(theirs.writers.map(({ name }) => name)).toEqual(['Bob Example', 'Carol Example']);
    const item2 = await published();
    expect(
      await refusal(await ask('dora', { ...item2, eTag: '"x"' }, 'content', { content: textOf() })),
    ).toEqual([409, 'notYourItem']);
  });

  test('of what someone else changed meanwhile loses neither text: both are there to choose from', async () => {
    const item = await drafted('carol');
    await rewrite('bob', await seenBy('bob', item.clientKey), { body: 'By the champion' });
    const late = await ask('carol', item, 'content', {
      content: { ...item.content, body: 'By the author' },
    });
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({
      code: 'conflict',
      current: { clientKey: item.clientKey, content: { body: 'By the champion' } },
    });
    const current = await seenBy('carol', item.clientKey);
    expect(current.writers.map(({ name }) => name)).toEqual(['Bob Example']);
    expect(await rewrite('carol', current, { body: 'Of both' })).toMatchObject({
      content: { body: 'Of both' },
    });
  });

  test('of what was changed a moment ago by hand, unseen by the replica, is a conflict too', async () => {
    const item = await drafted('carol');
    const stored = await it.product.lists.stores.Library.get(item.clientKey);
    const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Library');
    it.tenant.sharePoint.edit(list!.id, stored!.itemId!, { Body: 'By hand' }, people.bob);
    const late = await ask('carol', item, 'content', { content: textOf() });
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ current: { content: { body: 'By hand' } } });
  });

  test('while SharePoint is away says so and changes nothing', async () => {
    const item = await drafted('carol');
    it.tenant.faults.answer(503, { method: 'PATCH' });
    expect((await ask('carol', item, 'content', { content: textOf() })).status).toBe(503);
    it.tenant.faults.clear();
    expect((await seenBy('carol', item.clientKey)).content).toEqual(item.content);
  });

  test('a published text makes a proposal beside it; members go on seeing what was approved', async () => {
    const item = await published();
    const changed = await rewrite('alice', item, { body: 'A new way' });
    expect(changed).toMatchObject({
      status: 'published',
      content: item.content,
      proposal: { status: 'draft', content: { body: 'A new way' } },
    });
    expect(changed.proposal!.changed).toContain('body');
    expect(await listed('dora', item)).toMatchObject({ content: item.content, proposal: null });
    const waits = await done('alice', changed, 'submission');
    expect(waits.proposal?.status).toBe('inReview');
    expect(await refusal(await ask('alice', waits, 'publication'))).toEqual([
      409,
      'authorCannotPublish',
    ]);
    const approved = await done('bob', waits, 'publication');
    expect(approved).toMatchObject({ version: 2, content: { body: 'A new way' }, writers: [] });
    expect(await listed('dora', item)).toMatchObject({ version: 2 });
  });

  test('writing the approved text again withdraws the proposal', async () => {
    const item = await published();
    const changed = await rewrite('alice', item, { body: 'A new way' });
    expect(await rewrite('alice', changed, item.content)).toMatchObject({
      proposal: null,
      writers: [],
    });
  });
});

describe('four eyes', () => {
  test('whoever changed a draft does not publish it, whatever SharePoint’s columns say', async () => {
    const item = await drafted('carol');
    const changed = await rewrite('bob', await seenBy('bob', item.clientKey), { body: 'Mine now' });
    await editByHand(changed, { AuthorId: people.dora, ActorId: people.dora });
    const seen = await seenBy('bob', item.clientKey);
    expect(await refusal(await ask('bob', seen, 'publication'))).toEqual([
      409,
      'authorCannotPublish',
    ]);
    expect(await done('alice', seen, 'publication')).toMatchObject({ version: 1 });
  });

  test('the first author may approve what another one changed', async () => {
    const item = await done(
      'bob',
      await seenBy('bob', (await drafted('alice')).clientKey),
      'publication',
    );
    const changed = await rewrite('bob', item, { body: 'Changed by bob' });
    expect(await done('alice', changed, 'publication')).toMatchObject({ version: 2 });
  });
});

describe('review', () => {
  test('a text handed in waits in the queue, goes back with a word, and comes again', async () => {
    const item = await drafted('carol');
    expect(await reviewReasons(item)).toBeUndefined();
    const waits = await done('carol', item, 'submission');
    expect(waits.status).toBe('inReview');
    expect(await reviewReasons(item)).toEqual(['inReview']);
    expect(await refusal(await ask('carol', waits, 'submission'))).toEqual([
      409,
      'nothingToSubmit',
    ]);
    expect(await refusal(await ask('carol', waits, 'return', { note: 'No' }))).toEqual([
      403,
      'championRoleRequired',
    ]);
    const back = await done('bob', waits, 'return', { note: 'Say who reads it.' });
    expect(back.status).toBe('draft');
    expect(await reviewReasons(item)).toBeUndefined();
    const seen = await seenBy('carol', item.clientKey);
    expect(seen.returned).toEqual({
      note: 'Say who reads it.',
      by: { userId: people.bob, name: 'Bob Example' },
    });
    const again = await done('carol', seen, 'submission');
    expect(again).toMatchObject({ status: 'inReview', returned: null });
    expect(await done('bob', await seenBy('bob', item.clientKey), 'publication')).toMatchObject({
      status: 'published',
    });
    expect(await reviewReasons(item)).toBeUndefined();
  });

  test('what was changed by hand in SharePoint waits as a proposal', async () => {
    const item = await published();
    await editByHand(item, { Body: 'By hand' });
    expect(await reviewReasons(item)).toEqual(['proposal']);
  });

  test('the queue is for champions', async () => {
    expect((await it.ask('carol', '/api/library/review')).status).toBe(403);
  });

  test('a published text falls due after 90 days and is still right for as long again', async () => {
    const item = await published();
    expect(item).toMatchObject({ reviewOn: '2027-02-21', stale: false });
    const then = now;
    now = new Date('2027-02-22T11:00:00Z');
    try {
      expect((await listed('dora', item))?.stale).toBe(true);
      expect(await reviewReasons(item)).toEqual(['stale']);
      const due = await seenBy('alice', item.clientKey);
      expect(await refusal(await ask('dora', { ...due, eTag: due.eTag }, 'renewal'))).toEqual([
        409,
        'notYourItem',
      ]);
      const renewed = await done('alice', due, 'renewal');
      expect(renewed).toMatchObject({ reviewOn: '2027-05-23', stale: false, version: 1 });
      expect(await reviewReasons(item)).toBeUndefined();
    } finally {
      now = then;
    }
  });

  test('the period that a champion chose holds for what is published or renewed from then on', async () => {
    const before = await published();
    const choose = (reviewAfterDays: number) =>
      saveLibrarySettings(it, 'alice', { reviewAfterDays });
    await choose(30);
    try {
      expect((await published()).reviewOn).toBe('2026-12-23');
      const seen = await seenBy('alice', before.clientKey);
      expect(seen.reviewOn).toBe('2027-02-21');
      expect(await done('alice', seen, 'renewal')).toMatchObject({ reviewOn: '2026-12-23' });
    } finally {
      await choose(90);
    }
  });

  test('its owner, no champion, may say that it is still right', async () => {
    const item = await published();
    const seen = await seenBy('carol', item.clientKey);
    expect(await done('carol', seen, 'renewal')).toMatchObject({ status: 'published' });
  });
});

describe('retiring', () => {
  test('takes an item out of members’ sight until it is brought back', async () => {
    const item = await published();
    const retired = await done('bob', item, 'retirement');
    expect(retired).toMatchObject({ status: 'retired', version: 1, proposal: null });
    expect(await listed('dora', item)).toBeUndefined();
    expect(await refusal(await ask('bob', retired, 'publication'))).toEqual([409, 'itemRetired']);
    expect(await refusal(await ask('bob', retired, 'content', { content: textOf() }))).toEqual([
      409,
      'itemRetired',
    ]);
    const back = await done('alice', retired, 'reinstatement');
    expect(back).toMatchObject({ status: 'published', version: 1, content: item.content });
    expect(await listed('dora', item)).toMatchObject({ content: item.content });
  });

  test('by hand in SharePoint retires nothing; the act accepts it', async () => {
    const item = await published();
    await editByHand(item, { Status: 'retired' });
    expect(await listed('dora', item)).toMatchObject({
      ...{ status: 'published', version: 1, content: item.content },
    });
    const proposed = await seenBy('bob', item.clientKey);
    expect(await done('bob', proposed, 'retirement')).toMatchObject({
      status: 'retired',
      proposal: null,
    });
    await editByHand(item, { Status: 'published' });
    expect(await listed('dora', item)).toBeUndefined();
  });

  test('is for champions; an author withdraws only what was never approved', async () => {
    const item = await published();
    const own = await seenBy('carol', item.clientKey);
    expect(await refusal(await ask('carol', own, 'retirement'))).toEqual([409, 'notYourItem']);
    const draft = await drafted('carol');
    const withdrawn = await done('carol', draft, 'retirement');
    expect(withdrawn.status).toBe('retired');
    expect(await done('carol', withdrawn, 'reinstatement')).toMatchObject({ status: 'draft' });
  });

  test('while SharePoint is away says so, retires nothing, and can be done again later', async () => {
    const item = await published();
    it.tenant.faults.answer(503, { method: 'PATCH' });
    expect((await ask('bob', item, 'retirement')).status).toBe(503);
    expect(await listed('dora', item)).toMatchObject({
      ...{ status: 'published', version: 1, content: item.content },
    });
    it.tenant.faults.clear();
    expect(await done('bob', item, 'retirement')).toMatchObject({ status: 'retired' });
  });

  test('that stopped between its two writes is finished on the next start', async () => {
    const item = await published();
    const retired = await done('bob', item, 'retirement');
    // The state a killed process leaves: SharePoint has it, PostgreSQL only the intent.
    await it.database.query('DELETE FROM library_retirement WHERE client_key = $1', [
      item.clientKey,
    ]);
    const [seal] = await it.database.query<{ content: string }>(
      'SELECT content FROM library_seal WHERE client_key = $1',
      [item.clientKey],
    );
    await it.database.query(
      `INSERT INTO library_publication
         (client_key, version, e_tag, content, fields, approved_by, approved_at, act)
       VALUES ($1, 1, $2, $3, '{"Status":"retired"}', $4, now(), 'retire')`,
      [item.clientKey, item.eTag, seal!.content, people.bob],
    );
    await it.database.query(`SELECT pg_notify('library_sealed', '')`);
    await expect
      .poll(() => listed('dora', item))
      .toMatchObject({ status: 'published', content: item.content });
    expect(await it.product.app.library.resume()).toBe(1);
    await expect.poll(() => listed('dora', item)).toBeUndefined();
    expect(await seenBy('bob', item.clientKey)).toMatchObject({
      status: 'retired',
      eTag: retired.eTag,
    });
  });
});

describe('a person’s own variant', () => {
  test('is seen by nobody else, stays beside the original, and tells when that changed', async () => {
    const original = await published();
    const variant = await drafted('dora', {
      original: { as: 'ownVariant', clientKey: original.clientKey, version: original.version },
    });
    expect(variant).toMatchObject({
      basedOn: { clientKey: original.clientKey, version: 1 },
      originalChanged: false,
    });
    for (const name of ['alice', 'carol'] as const) {
      expect((await it.ask(name, `/api/library/${variant.clientKey}`)).status).toBe(404);
      expect(await listed(name, variant)).toBeUndefined();
    }
    expect(await ownKeys('dora')).toContain(variant.clientKey);
    expect(await refusal(await ask('dora', variant, 'submission'))).toEqual([409, 'ownVariant']);
    expect(await refusal(await ask('bob', variant, 'publication'))).toEqual([409, 'ownVariant']);

    const changed = await rewrite('alice', original, { body: 'A new way' });
    await done('bob', changed, 'publication');
    expect(await seenBy('dora', variant.clientKey)).toMatchObject({ originalChanged: true });
  });

  test('is made of what is published only', async () => {
    const draft = await drafted('carol');
    const request = draftOf({
      original: { as: 'ownVariant', clientKey: draft.clientKey, version: 1 },
    });
    expect(await refusal(await send('carol', request))).toEqual([409, 'originalNotPublished']);
    expect((await send('dora', { ...request, clientKey: randomUUID() })).status).toBe(404);
  });
});

describe('a translation', () => {
  test('has its own approval and waits for review once its original moved on', async () => {
    const original = await published();
    const translation = await published({
      content: textOf({ language: 'de', body: 'Fasse {{document}} zusammen.' }),
      original: { as: 'translation', clientKey: original.clientKey, version: 1 },
    });
    expect(translation).toMatchObject({
      translationOf: original.clientKey,
      status: 'published',
      originalChanged: false,
    });
    await done('bob', await rewrite('alice', original, { body: 'A new way' }), 'publication');
    const behind = await seenBy('alice', translation.clientKey);
    expect(behind).toMatchObject({ originalChanged: true, originalVersion: 1 });
    expect(await reviewReasons(translation)).toEqual(['originalChanged']);
    const caughtUp = await done('alice', behind, 'content', {
      content: { ...behind.content, body: 'Ein neuer Weg' },
      originalVersion: 2,
    });
    expect(await done('bob', caughtUp, 'publication')).toMatchObject({ originalChanged: false });
    expect(await reviewReasons(translation)).toBeUndefined();
  });

  test('is listed at its original, for whoever may see it', async () => {
    const original = await published();
    const { clientKey } = await drafted('carol', {
      content: textOf({ language: 'de' }),
      original: { as: 'translation', clientKey: original.clientKey, version: 1 },
    });
    const keysSeenBy = async (name: PersonName) => {
      const response = await it.ask(name, `/api/library/${original.clientKey}/translations`);
      const { items } = translationsResponse.parse(await response.json());
      return items.map((item) => item.clientKey);
    };
    expect(await keysSeenBy('carol')).toEqual([clientKey]);
    expect(await keysSeenBy('bob')).toEqual([clientKey]);
    expect(await keysSeenBy('dora')).toEqual([]);
    await done('bob', await seenBy('bob', clientKey), 'publication');
    expect(await keysSeenBy('dora')).toEqual([clientKey]);
    const elsewhere = await it.ask('erin', `/api/library/${original.clientKey}/translations`);
    expect(elsewhere.status).toBe(404);
  });
});

describe('versions', () => {
  async function twice() {
    const item = await published();
    const changed = await rewrite('alice', item, { body: 'The second way' });
    return { first: item, second: await done('bob', changed, 'publication') };
  }

  test('tell champions what was approved, by whom, and what SharePoint keeps of the rest', async () => {
    const { first, second } = await twice();
    const { approved, history } = await versionsSeenBy('alice', second);
    expect(approved).toEqual([
      {
        version: 2,
        content: second.content,
        approvedAt: now.toISOString(),
        approvedBy: { userId: people.bob, name: 'Bob Example' },
        effect: { uses: null, keptShare: null, flags: 0 },
      },
      expect.objectContaining({ version: 1, content: first.content }),
    ]);
    expect(history!.map(({ content: { body } }) => body)).toEqual([
      'The second way',
      'The second way',
      first.content.body,
      first.content.body,
    ]);
    expect(history!.map(({ by }) => by?.name)).toEqual([
      'Bob Example',
      'Alice Example',
      'Bob Example',
      'Carol Example',
    ]);
  });

  test('name who changed a text by hand, though Last Mile wrote before', async () => {
    const item = await published();
    await editByHand(item, { Body: 'By hand' });
    const { history } = await versionsSeenBy('alice', item);
    expect(history![0]).toMatchObject({
      by: { userId: people.bob, name: 'Bob Example' },
      content: { body: 'By hand' },
    });
  });

  test('show members the approved texts alone', async () => {
    const { first, second } = await twice();
    const { approved, history } = await versionsSeenBy('dora', second);
    expect(history).toBeNull();
    expect(approved).toMatchObject([
      { version: 2, content: second.content, approvedBy: null, effect: null },
      { version: 1, content: first.content, approvedBy: null, effect: null },
    ]);
  });

  test('are told from the seals while SharePoint is away', async () => {
    const { second } = await twice();
    it.tenant.faults.answer(503, { method: 'GET' });
    const { approved, history } = await versionsSeenBy('alice', second);
    expect(approved).toHaveLength(2);
    expect(history).toBeNull();
  });

  test('a restored text is a proposal, and four eyes hold', async () => {
    const { first, second } = await twice();
    const restored = await done('alice', second, 'restoration', { from: { approved: 1 } });
    expect(restored).toMatchObject({
      version: 2,
      content: second.content,
      proposal: { content: first.content, status: 'draft' },
    });
    expect(await refusal(await ask('alice', restored, 'publication'))).toEqual([
      409,
      'authorCannotPublish',
    ]);
    expect(await done('bob', restored, 'publication')).toMatchObject({
      version: 3,
      content: first.content,
    });
  });

  test('a text from SharePoint’s history is restored too; one that it trimmed is not found', async () => {
    const item = await published();
    await editByHand(item, { Body: 'By hand, first' });
    await editByHand(item, { Body: 'By hand, second' });
    const seen = await seenBy('alice', item.clientKey);
    const { history } = await versionsSeenBy('alice', item);
    const wanted = history!.find(({ content }) => content.body === 'By hand, first')!;
    expect(
      await done('alice', seen, 'restoration', { from: { history: wanted.id } }),
    ).toMatchObject({ proposal: { content: { body: 'By hand, first' } } });
    const after = await seenBy('alice', item.clientKey);
    expect((await ask('alice', after, 'restoration', { from: { history: '99.0' } })).status).toBe(
      404,
    );
  });

  test('keep the flags that were about them', async () => {
    const { second } = await twice();
    for (const version of [1, 1, 2]) {
      const response = await it.ask('carol', '/api/feedback', {
        clientKey: randomUUID(),
        kind: 'flag',
        reason: 'wrong',
        reachedClient: false,
        about: { type: 'libraryItem', itemKey: second.clientKey, version },
        text: 'It is wrong.',
        named: false,
        surface: 'teams',
      });
      expect(response.status).toBe(202);
    }
    const { approved } = await versionsSeenBy('alice', second);
    expect(approved.map(({ version, effect }) => [version, effect?.flags])).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });
});
