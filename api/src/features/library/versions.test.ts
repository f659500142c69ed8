import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { libraryLife } from '../../../local-tenant/testing/libraryLife';
import { people } from '../../../local-tenant/testProduct';

const now = new Date('2026-11-23T11:00:00Z');

const { it, seenBy, ask, done, rewrite, refusal, published, versionsSeenBy, editByHand } =
  libraryLife(() => now);

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
    it().tenant.faults.answer(503, { method: 'GET' });
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
      const response = await it().ask('carol', '/api/feedback', {
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
