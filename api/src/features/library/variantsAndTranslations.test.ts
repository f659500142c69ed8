import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { translationsResponse } from '@last-mile/shared/library';
import { libraryLife } from '../../../local-tenant/testing/libraryLife';
import type { PersonName } from '../../../local-tenant/testProduct';

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
  reviewReasons,
} = libraryLife();

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
      expect((await it().ask(name, `/api/library/${variant.clientKey}`)).status).toBe(404);
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
      const response = await it().ask(name, `/api/library/${original.clientKey}/translations`);
      const { items } = translationsResponse.parse(await response.json());
      return items.map((item) => item.clientKey);
    };
    expect(await keysSeenBy('carol')).toEqual([clientKey]);
    expect(await keysSeenBy('bob')).toEqual([clientKey]);
    expect(await keysSeenBy('dora')).toEqual([]);
    await done('bob', await seenBy('bob', clientKey), 'publication');
    expect(await keysSeenBy('dora')).toEqual([clientKey]);
    const elsewhere = await it().ask('erin', `/api/library/${original.clientKey}/translations`);
    expect(elsewhere.status).toBe(404);
  });
});
