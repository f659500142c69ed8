import type { LibraryItem } from '@last-mile/shared/library';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { libraryItem } from '../../../testing/library';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

// How long code takes to come that is fetched when it is opened is not asked here.
beforeAll(async () => {
  await Promise.all([
    import('../LibraryPage'),
    import('../LibraryDetail'),
    import('../writing/EditorPage'),
  ]);
}, 60_000);

const answering =
  (json: unknown): Answer =>
  () => ({ json });
const self = { userId: people.member.userId, name: 'Priya Raman' };

/** A published item of somebody else; each test has another, because drafts stay on the device. */
const sharedItem = (content: Partial<LibraryItem['content']> = {}) =>
  libraryItem({ clientKey: crypto.randomUUID(), content: { language: 'en-GB', ...content } });

function openAt(at: string, items: readonly LibraryItem[], answers: Record<string, Answer> = {}) {
  return openTab({
    me: people.member,
    at,
    answers: {
      ...Object.fromEntries(
        items.flatMap((item) => [
          [`GET /api/library/${item.clientKey}`, answering(item)],
          [`GET /api/library/${item.clientKey}/translations`, answering({ items: [] })],
        ]),
      ),
      'POST /api/library/drafts': ({ body }) => ({
        status: 202,
        json: { clientKey: (body as { clientKey: string }).clientKey, state: 'accepted' },
      }),
      ...answers,
    },
  });
}

const text = () => screen.findByRole('textbox', { name: 'Text' });

describe('from an item', () => {
  test('a person’s own variant begins with its text, and is kept here until it is saved', async () => {
    const item = sharedItem();
    const first = openAt(`library/${item.clientKey}`, [item]);
    await first.user.click(await screen.findByRole('link', { name: 'Make my own variant' }));
    const field = await text();
    expect(field).toHaveProperty('value', item.content.body);
    await first.user.clear(field);
    await first.user.type(field, 'My way');
    first.close();

    const { user, requestsTo } = openAt(`library/${item.clientKey}/ownVariant`, [item]);
    await waitFor(async () => {
      expect(await text()).toHaveProperty('value', 'My way');
    });
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => {
      expect(requestsTo('POST /api/library/drafts')[0]?.body).toMatchObject({
        content: { title: item.content.title, body: 'My way' },
        original: { as: 'ownVariant', clientKey: item.clientKey, version: item.version },
      });
    });
  });

  test('a translation asks for its language first, among those the item is not there in', async () => {
    const item = sharedItem();
    const french = libraryItem({
      clientKey: crypto.randomUUID(),
      translationOf: item.clientKey,
      content: { language: 'fr-FR' },
    });
    const { user, requestsTo } = openAt(`library/${item.clientKey}/translation`, [item], {
      [`GET /api/library/${item.clientKey}/translations`]: answering({ items: [french] }),
    });
    const language = await screen.findByRole('combobox', { name: /Language of the translation/ });
    expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull();
    await waitFor(() => {
      expect(within(language).queryByRole('option', { name: 'French' })).toBeNull();
    });
    expect(within(language).queryByRole('option', { name: 'British English' })).toBeNull();
    await user.selectOptions(language, 'German');
    const field = await text();
    await user.clear(field);
    await user.type(field, 'Schreib an den Kunden.');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => {
      expect(requestsTo('POST /api/library/drafts')[0]?.body).toMatchObject({
        content: { language: 'de', body: 'Schreib an den Kunden.' },
        original: { as: 'translation', clientKey: item.clientKey, version: item.version },
      });
    });
  });

  test('nothing is made of a draft', async () => {
    const item = { ...sharedItem(), status: 'draft' as const };
    openAt(`library/${item.clientKey}/ownVariant`, [item]);
    expect(
      await screen.findByText('Only a published item can be translated or varied'),
    ).toBeTruthy();
  });
});

describe('original and translation', () => {
  test('lead to each other', async () => {
    const original = sharedItem();
    const german = libraryItem({
      clientKey: crypto.randomUUID(),
      translationOf: original.clientKey,
      originalVersion: 3,
      content: { title: 'Nachricht an Kunden', language: 'de' },
    });
    const { user } = openAt(`library/${original.clientKey}`, [original, german], {
      [`GET /api/library/${original.clientKey}/translations`]: answering({ items: [german] }),
    });
    const translations = await screen.findByRole('list', { name: 'Also in' });
    await user.click(within(translations).getByRole('link', { name: 'German' }));
    await screen.findByRole('heading', { name: 'Nachricht an Kunden' });
    expect(screen.queryByRole('link', { name: 'Translate' })).toBeNull();
    await user.click(await screen.findByRole('link', { name: original.content.title }));
    expect(await screen.findByRole('link', { name: 'Translate' })).toBeTruthy();
  });

  test('what is new in the original is compared, and the text says so once it says it too', async () => {
    const original = sharedItem({ body: 'Write two lines.' });
    const variant = libraryItem({
      clientKey: crypto.randomUUID(),
      status: 'draft',
      version: 0,
      author: self,
      basedOn: { clientKey: original.clientKey, version: 2 },
      originalVersion: 2,
      originalChanged: true,
    });
    const versions = [
      { version: 3, content: original.content },
      { version: 2, content: { ...original.content, body: 'Write ten lines.' } },
    ].map((one) => ({
      ...one,
      approvedAt: '2026-11-20T09:00:00Z',
      approvedBy: null,
      effect: null,
    }));
    const content = `POST /api/library/${variant.clientKey}/content`;
    const { user, requestsTo } = openAt(`library/${variant.clientKey}`, [original, variant], {
      [`GET /api/library/${original.clientKey}/versions`]: answering({
        approved: versions,
        history: null,
      }),
      [content]: answering(variant),
    });
    await screen.findByText('The original has a newer text.');
    await user.click(screen.getByRole('button', { name: 'Compare' }));
    expect(await screen.findByText('ten', { selector: 'del' })).toBeTruthy();
    expect(screen.getByText('two', { selector: 'ins' })).toBeTruthy();

    await user.click(screen.getByRole('link', { name: 'Edit' }));
    await user.click(
      await screen.findByRole('checkbox', {
        name: 'My text says what version 3 of the original says',
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => {
      expect(requestsTo(content)[0]?.body).toMatchObject({ originalVersion: 3 });
    });
  });
});

describe('my drafts and variants', () => {
  test('says how far each has come, and why one was given back', async () => {
    const returned = libraryItem({
      clientKey: crypto.randomUUID(),
      status: 'draft',
      version: 0,
      content: { title: 'Given back' },
      returned: { note: 'Say who reads it.', by: { userId: 'b', name: 'Tomás Herrera' } },
    });
    const handedIn = libraryItem({
      clientKey: crypto.randomUUID(),
      status: 'inReview',
      version: 0,
      content: { title: 'On its way' },
    });
    const variant = libraryItem({
      clientKey: crypto.randomUUID(),
      status: 'draft',
      version: 0,
      content: { title: 'My own words' },
      basedOn: { clientKey: crypto.randomUUID(), version: 1 },
      originalChanged: true,
    });
    openAt('library/own', [], {
      'GET /api/library/own': answering({
        items: [returned, handedIn, variant],
        retiring: [{ clientKey: returned.clientKey, on: '2026-12-24' }],
      }),
    });
    const entries = await screen.findAllByRole('listitem');
    const [first, second, third] = entries.map((entry) => entry.textContent);
    expect(first).toContain('Given back');
    expect(first).toContain('Tomás Herrera: Say who reads it.');
    expect(first).toContain('it is retired; save it once more');
    expect(second).toContain('Handed in');
    expect(third).toContain('Only for you');
    expect(third).toContain('The original has a newer text.');
  });

  test('where there is nothing it says how to begin', async () => {
    openAt('library/own', [], { 'GET /api/library/own': answering({ items: [], retiring: [] }) });
    expect(await screen.findByText('Nothing here yet')).toBeTruthy();
  });
});
