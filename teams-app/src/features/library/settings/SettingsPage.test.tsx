import { noFacets } from '@last-mile/shared/library';
import type { SaveLibrarySettingsRequest } from '@last-mile/shared/programme';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { libraryItem, libraryPage } from '../../../testing/library';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const answering =
  (json: unknown): Answer =>
  () => ({ json });

const tax = {
  clientKey: '00000000-0000-4000-8000-000000000801',
  name: 'Tax at work',
  shared: true,
};
const stored = {
  ...{ eTag: '"p,1"', reviewAfterDays: 90, sharesLibrary: false, librariesFrom: [], tagNames: [] },
  others: [tax],
};
const leaver = { userId: 'left', name: null, items: 3, inProgramme: false };
const kim = { userId: 'kim', name: 'Kim Keeper', jobTitle: 'Manager' };

const openSettings = (answers: Readonly<Record<string, Answer>> = {}) =>
  openTab({
    me: people.champion,
    at: 'library/settings',
    answers: {
      'GET /api/programme/library': answering(stored),
      'GET /api/library/owners': answering({ owners: [leaver] }),
      'GET /api/programme/people': answering({ people: [kim] }),
      ...answers,
    },
  });

const days = () => screen.findByRole('spinbutton', { name: /Days until/ });
const save = () => screen.getByRole('button', { name: 'Save' });

describe('the settings of the library', () => {
  const route = 'POST /api/programme/library';

  test('say how long a text stays approved, and with whom it is shared', async () => {
    const { user, requestsTo } = openSettings({
      [route]: ({ body }) => ({ json: { ...stored, ...(body as object), eTag: '"p,2"' } }),
    });
    await user.clear(await days());
    await user.type(await days(), '120');
    await user.click(screen.getByRole('checkbox', { name: /^Let other programmes/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Tax at work' }));
    await user.click(save());
    expect(await screen.findByText('Saved.')).toBeTruthy();
    expect(requestsTo(route).map(({ body }) => body)).toEqual([
      {
        ...{ eTag: '"p,1"', reviewAfterDays: 120, sharesLibrary: true },
        ...{ librariesFrom: [tax.clientKey], tagNames: [] },
      },
    ]);
  });

  test('rename a tag, and take that back', async () => {
    const tag = [
      { value: 'letter', count: 2 },
      { value: 'tax', count: 1 },
    ];
    let kept: object = stored;
    const { user, requestsTo } = openSettings({
      'GET /api/library': answering(libraryPage([libraryItem()], { facets: { ...noFacets, tag } })),
      'GET /api/programme/library': () => ({ json: kept }),
      [route]: ({ body }) => {
        kept = { ...stored, ...(body as object), eTag: '"p,2"' };
        return { json: kept };
      },
    });
    const tags = await screen.findByRole('combobox', { name: 'Tag' });
    await within(tags).findByRole('option', { name: 'letter' });
    await user.selectOptions(tags, 'letter');
    await user.type(screen.getByRole('textbox', { name: 'New name' }), 'letters');
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    expect(screen.getByText('“letter” is called “letters”')).toBeTruthy();
    await user.click(save());
    expect(await screen.findByText('Saved.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Take back.*“letter”/i }));
    await user.click(save());
    await waitFor(() => {
      expect(
        requestsTo(route).map(({ body }) => (body as SaveLibrarySettingsRequest).tagNames),
      ).toEqual([[{ from: 'letter', to: 'letters' }], []]);
    });
  });

  test('do not go out with a period that is too short', async () => {
    const { user, requestsTo } = openSettings();
    await user.clear(await days());
    await user.type(await days(), '7');
    expect(await screen.findByText('Use a whole number from 30 to 365.')).toBeTruthy();
    await user.click(save());
    expect(requestsTo(route)).toEqual([]);
  });

  test('that somebody changed meanwhile are shown as they stand', async () => {
    const { user } = openSettings({
      [route]: () => ({
        status: 412,
        json: {
          code: 'conflict',
          message: 'Changed.',
          current: { ...stored, reviewAfterDays: 45 },
        },
      }),
    });
    await user.click(await screen.findByRole('checkbox', { name: /^Let other programmes/ }));
    await user.click(save());
    expect(await screen.findByText(/^Someone changed these meanwhile/)).toBeTruthy();
    expect(await days()).toHaveProperty('value', '45');
  });

  test('name a library that is not shared any more, so that it can be let go', async () => {
    openSettings({
      'GET /api/programme/library': answering({
        ...{ ...stored, librariesFrom: [tax.clientKey] },
        others: [{ ...tax, shared: false }],
      }),
    });
    const box = await screen.findByRole('checkbox', { name: 'Tax at work (not shared any more)' });
    expect(box).toHaveProperty('checked', true);
  });

  test('are for champions', async () => {
    openTab({ me: people.member, at: 'library/settings' });
    expect(await screen.findByRole('heading', { name: 'Library' })).toBeTruthy();
  });
});

describe('handing over', () => {
  test('everything of somebody who left goes on step by step, and what stayed is named', async () => {
    const route = 'POST /api/library/owners';
    let steps = 0;
    const { user, requestsTo } = openSettings({
      [route]: () => {
        steps += 1;
        const kept = [{ clientKey: tax.clientKey, title: 'Held by another' }];
        return {
          json:
            steps === 1 ? { handedOver: 20, kept: [], left: 2 } : { handedOver: 1, kept, left: 0 },
        };
      },
    });
    expect(await screen.findByText(/\(left the programme\)/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Hand over everything of/ }));
    await user.type(screen.getByRole('combobox', { name: /from now on/ }), 'Kim');
    await user.click(await screen.findByRole('option', { name: /Kim Keeper/ }));
    await user.click(screen.getByRole('button', { name: 'Hand over' }));
    expect(await screen.findByText('21 items handed over.')).toBeTruthy();
    expect(screen.getByText(/Held by another/)).toBeTruthy();
    expect(requestsTo(route).map(({ body }) => body)).toEqual([
      { from: 'left', ownerId: 'kim' },
      { from: 'left', ownerId: 'kim' },
    ]);
  });

  test('one item goes to the person who was chosen', async () => {
    const item = libraryItem({ owner: { userId: 'x', name: 'Old Owner' } });
    const route = `POST /api/library/${item.clientKey}/owner`;
    const { user, requestsTo } = openTab({
      me: people.champion,
      at: `library/${item.clientKey}`,
      answers: {
        'GET /api/library': answering(libraryPage([item])),
        [`GET /api/library/${item.clientKey}`]: answering(item),
        [`GET /api/library/${item.clientKey}/translations`]: answering({ items: [] }),
        'GET /api/programme/people': answering({ people: [kim] }),
        [route]: answering({ ...item, owner: { userId: 'kim', name: 'Kim Keeper' } }),
      },
    });
    expect(await screen.findByText('Kept by Old Owner')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Change owner' }));
    await user.type(screen.getByRole('combobox', { name: /Who keeps it true/ }), 'Kim');
    await user.click(await screen.findByRole('option', { name: /Kim Keeper/ }));
    await user.click(screen.getByRole('button', { name: 'Hand over' }));
    await waitFor(() => {
      expect(requestsTo(route).map(({ body }) => body)).toEqual([
        { eTag: '"e,3"', ownerId: 'kim' },
      ]);
    });
  });
});

test('an item of another programme says so, and only to be used', async () => {
  const item = libraryItem({
    ...{ eTag: null, content: { taskKey: null, jobFamilies: ['Forensics'] } },
    sharedFrom: { clientKey: tax.clientKey, name: 'Tax at work', task: 'Year-end letter' },
  });
  openTab({
    me: people.champion,
    at: `library/${item.clientKey}`,
    answers: {
      'GET /api/library': answering(libraryPage([item])),
      [`GET /api/library/${item.clientKey}`]: answering(item),
      [`GET /api/library/${item.clientKey}/translations`]: answering({ items: [] }),
    },
  });
  const open = within(await screen.findByRole('article'));
  expect(open.getByText('From the library of Tax at work')).toBeTruthy();
  expect(open.getByText('Year-end letter')).toBeTruthy();
  expect(open.getByText(/Forensics/)).toBeTruthy();
  for (const act of ['Edit', 'Change owner', 'Retire', 'Publish']) {
    expect(open.queryByRole('button', { name: act })).toBeNull();
    expect(open.queryByRole('link', { name: act })).toBeNull();
  }
});
