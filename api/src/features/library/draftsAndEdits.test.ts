import { describe, expect, test } from 'vitest';
import { draftReceipt } from '@last-mile/shared/library';
import { libraryLife } from '../../../local-tenant/testing/libraryLife';
import { people } from '../../../local-tenant/testProduct';

const {
  it,
  textOf,
  draftOf,
  send,
  drafted,
  seenBy,
  ask,
  done,
  rewrite,
  refusal,
  published,
  listed,
  ownKeys,
  editByHand,
} = libraryLife();

describe('a draft', () => {
  test('is safe at once, also while SharePoint is away, and is its author’s and the champions’', async () => {
    // Who carol is has been looked up before SharePoint and the directory go away.
    await drafted('carol');
    it().tenant.faults.answer(503);
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
    it().tenant.faults.clear();
    await it().settle();
    expect(await seenBy('bob', draft.clientKey)).toMatchObject({ content: draft.content });
    expect(await ownKeys('carol')).toContain(draft.clientKey);
    expect(await ownKeys('bob')).not.toContain(draft.clientKey);
    expect((await it().ask('dora', `/api/library/${draft.clientKey}`)).status).toBe(404);
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
    const stored = await it().product.lists.stores.Library.get(item.clientKey);
    const list = it()
      .tenant.sharePoint.lists()
      .find(({ displayName }) => displayName === 'Library');
    it().tenant.sharePoint.edit(list!.id, stored!.itemId!, { Body: 'By hand' }, people.bob);
    const late = await ask('carol', item, 'content', { content: textOf() });
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ current: { content: { body: 'By hand' } } });
  });

  test('while SharePoint is away says so and changes nothing', async () => {
    const item = await drafted('carol');
    it().tenant.faults.answer(503, { method: 'PATCH' });
    expect((await ask('carol', item, 'content', { content: textOf() })).status).toBe(503);
    it().tenant.faults.clear();
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
