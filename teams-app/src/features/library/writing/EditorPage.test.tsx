import type { LibraryItem } from '@last-mile/shared/library';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { libraryItem } from '../../../testing/library';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

/** An own item; each test has another, because what is typed stays on the device. */
const ownItem = () =>
  libraryItem({
    clientKey: crypto.randomUUID(),
    author: { userId: people.member.userId, name: 'Priya Raman' },
  });
const contentRoute = ({ clientKey }: LibraryItem) => `POST /api/library/${clientKey}/content`;
const answering =
  (json: unknown, status = 200): Answer =>
  () => ({ json, status });

const title = () => screen.findByRole('textbox', { name: 'Title' });
const text = () => screen.findByRole('textbox', { name: 'Text' });

function openEditor(item: LibraryItem, change: Answer = answering(item)) {
  return openTab({
    me: people.member,
    at: `library/${item.clientKey}/edit`,
    answers: {
      [`GET /api/library/${item.clientKey}`]: answering(item),
      [contentRoute(item)]: change,
    },
  });
}

describe('writing a new item', () => {
  test('asks what is filled in for each placeholder of the text, and saves a draft', async () => {
    const { user, requestsTo } = openTab({
      me: people.member,
      at: 'library/new',
      answers: {
        'POST /api/library/drafts': ({ body }) => ({
          status: 202,
          json: { clientKey: (body as { clientKey: string }).clientKey, state: 'accepted' },
        }),
      },
    });
    await user.type(await title(), 'Chase a date');
    await user.type(await text(), 'Ask {{{{client}} for {{{{tone}} words.');
    await user.type(
      screen.getByRole('textbox', { name: 'What to write for client' }),
      'Who is asked',
    );
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Proposed for client from' }),
      'Recipient’s company',
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of tone' }), 'Choice');
    await user.type(
      screen.getByRole('textbox', { name: 'Choices for tone, separated by commas' }),
      'warm, plain',
    );
    await user.click(screen.getByRole('button', { name: 'Add a source' }));
    await user.type(screen.getByRole('textbox', { name: 'Title of source 1' }), 'Fees');
    await user.type(
      screen.getByRole('textbox', { name: 'Address of source 1' }),
      'https://example.org/fees',
    );
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => {
      expect(requestsTo('POST /api/library/drafts')).toHaveLength(1);
    });
    expect(requestsTo('POST /api/library/drafts')[0]?.body).toMatchObject({
      content: {
        kind: 'prompt',
        title: 'Chase a date',
        body: 'Ask {{client}} for {{tone}} words.',
        placeholders: [
          {
            name: 'client',
            kind: 'text',
            description: 'Who is asked',
            choices: [],
            from: 'recipientCompany',
          },
          { name: 'tone', kind: 'choice', description: '', choices: ['warm', 'plain'], from: null },
        ],
        sources: [{ title: 'Fees', url: 'https://example.org/fees', ownerId: null }],
      },
    });
    // Only then is it left, and the next test begins in a tab that nobody leads elsewhere.
    await waitFor(() => {
      expect(window.location.hash).toMatch(/^#\/library\/[0-9a-f-]{36}$/);
    });
  });

  test('what the API wants mended is said at its field, and nothing is lost', async () => {
    const { user } = openTab({
      me: people.member,
      at: 'library/new',
      answers: {
        'POST /api/library/drafts': answering(
          {
            code: 'invalidRequest',
            message: 'Something in the request needs mending.',
            issues: [{ path: 'content.title', message: 'Write something here.' }],
          },
          400,
        ),
      },
    });
    await user.type(await text(), 'Only a text');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    const field = await title();
    await waitFor(() => {
      expect(field.getAttribute('aria-invalid')).toBe('true');
    });
    expect((await text()) as HTMLTextAreaElement).toHaveProperty('value', 'Only a text');
  });
});

describe('changing an item', () => {
  test('what is typed is there again after a crash, until it is saved', async () => {
    const item = ownItem();
    const first = openEditor(item);
    const field = await text();
    await first.user.clear(field);
    await first.user.type(field, 'Half a thought');
    first.close();

    const { user, requestsTo } = openEditor(item);
    await waitFor(async () => {
      expect(await text()).toHaveProperty('value', 'Half a thought');
    });
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => {
      expect(requestsTo(contentRoute(item))[0]?.body).toMatchObject({
        eTag: '"e,3"',
        content: { body: 'Half a thought' },
      });
    });
  });

  test('somebody else’s change shows both texts, and the person chooses which to go on with', async () => {
    const item = ownItem();
    const theirs = libraryItem({
      ...item,
      eTag: '"e,4"',
      proposal: {
        content: { ...item.content, body: 'Their own words' },
        changed: ['body'],
        status: 'draft',
        at: '2026-11-23T10:00:00Z',
      },
    });
    const { user, requestsTo } = openEditor(item, ({ body }) =>
      (body as { eTag: string }).eTag === '"e,4"'
        ? { json: theirs }
        : { status: 412, json: { code: 'conflict', message: 'Changed.', current: theirs } },
    );
    const field = await text();
    await user.clear(field);
    await user.type(field, 'My own words');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    const conflict = await screen.findByRole('alert');
    expect(within(conflict).getByText('Their', { selector: 'del' })).toBeTruthy();
    expect(within(conflict).getByText('My', { selector: 'ins' })).toBeTruthy();
    await user.click(within(conflict).getByRole('button', { name: 'Go on with mine' }));
    expect(await text()).toHaveProperty('value', 'My own words');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => {
      expect(requestsTo(contentRoute(item)).at(-1)?.body).toMatchObject({
        eTag: '"e,4"',
        content: { body: 'My own words' },
      });
    });
  });

  test('says in a pause what a good text would still say, until nothing is left', async () => {
    const { user } = openEditor(ownItem());
    await user.clear(await text());
    await user.click(await text());
    await user.paste('The budget');
    expect(await screen.findByText('Say what the assistant should do.')).toBeTruthy();
    expect(screen.getByText('What a good item would still say')).toBeTruthy();
    await user.clear(await text());
    await user.click(await text());
    await user.paste(
      'Write three short bullet points for the board about why we need a bigger budget, from the notes below.',
    );
    expect(await screen.findByText('Meets every standard.')).toBeTruthy();
  });

  test('is not offered to who may not', async () => {
    openEditor({ ...ownItem(), author: { userId: 'other', name: 'Mara' } });
    expect(await screen.findByText('You cannot change this item')).toBeTruthy();
  });
});
