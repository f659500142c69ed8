import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { noFacets } from '@last-mile/shared/library';
import { libraryItem, libraryPage, noShelves, task } from '../../testing/library';
import { openTab, type Answer } from '../../testing/openTab';
import { championId, people } from '../../testing/people';

const published = libraryItem();
const itemRoute = `GET /api/library/${published.clientKey}`;
const place = `library/${published.clientKey}`;

const answering = (json: unknown): Answer => {
  return () => ({ json });
};

function openLibrary(items = [published], me: Parameters<typeof openTab>[0]['me'] = people.member) {
  return openTab({
    me,
    at: 'library',
    answers: { 'GET /api/library': answering(libraryPage(items)) },
  });
}

function openItem(item = published, options: Partial<Parameters<typeof openTab>[0]> = {}) {
  const { answers, ...others } = options;
  return openTab({
    me: people.member,
    at: place,
    ...others,
    answers: {
      'GET /api/library': answering(libraryPage([item])),
      [itemRoute]: answering(item),
      'POST /api/events': answering({ accepted: 1, known: 0, refused: [] }),
      ...answers,
    },
  });
}

describe('finding', () => {
  test('the list says how many there are, and as of when', async () => {
    openLibrary();
    expect(await screen.findByRole('link', { name: /Client update/ })).toBeTruthy();
    expect(screen.getByText('1 item')).toBeTruthy();
    expect(screen.getByText(/^As of 23 Nov 2026/)).toBeTruthy();
  });

  test('typing asks the API once the typing pauses', async () => {
    const { user, requestsTo } = openLibrary();
    await user.type(await screen.findByRole('searchbox'), 'delay notice');
    await waitFor(() => {
      const asked = requestsTo('GET /api/library').map(({ url }) => url.searchParams.get('q'));
      expect(asked).toEqual([null, 'delay notice']);
    });
  });

  test('filters narrow the list, and can be cleared', async () => {
    const { user, requestsTo } = openLibrary();
    await user.click(await screen.findByRole('button', { name: 'Kind' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Prompt' }));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Job family' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Advisory' }));
    await user.keyboard('{Escape}');
    await waitFor(() => {
      const last = requestsTo('GET /api/library').at(-1)?.url.searchParams;
      expect([last?.get('kind'), last?.get('jobFamily')]).toEqual(['prompt', 'advisory']);
    });
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(screen.getByRole('button', { name: 'Kind' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Job family' })).toBeTruthy();
  });

  test('several kinds may be chosen, and the filter says what it is narrowed to', async () => {
    const { user, requestsTo } = openLibrary();
    await user.click(await screen.findByRole('button', { name: 'Kind' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Prompt' }));
    expect(await screen.findByText('Kind: Prompt')).toBeTruthy();
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Email template' }));
    expect(await screen.findByText('Kind: 2')).toBeTruthy();
    await waitFor(() => {
      const last = requestsTo('GET /api/library').at(-1)?.url.searchParams;
      expect(last?.get('kind')).toBe('prompt\ntemplate');
    });
  });

  test('the way to the library leads to all of it, also from a narrowed list', async () => {
    const { user } = openTab({
      me: people.member,
      at: 'library?q=delay&kind=prompt',
      answers: { 'GET /api/library': answering(libraryPage([published])) },
    });
    expect(await screen.findByRole('button', { name: 'Kind: Prompt' })).toBeTruthy();
    await user.click(screen.getByRole('tab', { name: 'Library' }));
    expect(await screen.findByRole('button', { name: 'Kind' })).toBeTruthy();
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
    expect(window.location.hash).toBe('#/library');
  });

  test('the tasks offered are those of the chosen job family', async () => {
    const { user } = openLibrary();
    await user.click(await screen.findByRole('button', { name: 'Task' }));
    expect(await screen.findByRole('menuitemcheckbox', { name: task.task })).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Job family' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Tax' }));
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: 'Job family: Tax' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Task' })).toBeNull();
  });

  test('a member cannot filter by status and sees no import', async () => {
    const { user } = openLibrary();
    await screen.findByRole('link', { name: /Client update/ });
    expect(screen.queryByRole('button', { name: 'Status' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'More' }));
    const ways = await screen.findAllByRole('menuitem');
    expect(ways.map(({ textContent }) => textContent)).toEqual(['Export', 'Tasks']);
  });

  test('more pages are fetched on demand', async () => {
    const second = libraryItem({
      clientKey: '00000000-0000-4000-8000-000000000002',
      content: { title: 'Second page' },
    });
    const { user } = openTab({
      me: people.member,
      at: 'library',
      answers: {
        'GET /api/library': ({ url }) => ({
          json: url.searchParams.has('cursor')
            ? libraryPage([second], { total: 2 })
            : libraryPage([published], { total: 2, cursor: 'next' }),
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: /Second page/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  test('an empty library says what will come, and to a champion what to do', async () => {
    openLibrary([]);
    expect(await screen.findByText('The library is empty')).toBeTruthy();
  });

  test('a search without a match can be cleared', async () => {
    const { user } = openLibrary([]);
    await user.type(await screen.findByRole('searchbox'), 'x');
    expect(await screen.findByText('Nothing matches')).toBeTruthy();
  });

  test('an item past its review day is marked', async () => {
    openLibrary([libraryItem({ reviewOn: '2020-02-03' })]);
    expect(await screen.findByText('Review was due on 3 Feb')).toBeTruthy();
  });

  test('a list that cannot be had says why and can be asked for again', async () => {
    let failing = true;
    const { user } = openTab({
      me: people.member,
      at: 'library',
      answers: {
        'GET /api/library': () =>
          failing
            ? { status: 400, json: { code: 'bad', message: 'This search is too long.' } }
            : { json: libraryPage([published]) },
      },
    });
    expect(await screen.findByText(/This search is too long/)).toBeTruthy();
    failing = false;
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: /Client update/ })).toBeTruthy();
  });
});

describe('finding faster', () => {
  const counted = libraryPage([published], {
    words: ['update'],
    facets: {
      ...noFacets,
      kind: [{ value: 'prompt', count: 12 }],
      tag: [
        { value: 'email', count: 7 },
        { value: 'quick win', count: 2 },
      ],
    },
  });

  function openCounted(answers: Parameters<typeof openTab>[0]['answers'] = {}) {
    return openTab({
      me: people.member,
      at: 'library',
      answers: { 'GET /api/library': answering(counted), ...answers },
    });
  }

  test('each choice says how many items it would give', async () => {
    const { user } = openCounted();
    await user.click(await screen.findByRole('button', { name: 'Kind' }));
    expect(await screen.findByRole('menuitemcheckbox', { name: 'Prompt (12)' })).toBeTruthy();
    expect(screen.getByRole('menuitemcheckbox', { name: 'Email template (0)' })).toBeTruthy();
  });

  test('a filter that is always there stays in its place while others come and go', async () => {
    const { user } = openTab({
      me: people.champion,
      at: 'library',
      answers: {
        'GET /api/library': ({ url }) => ({
          json: url.searchParams.get('q') === null ? counted : libraryPage([]),
        }),
      },
    });
    const names = () =>
      within(screen.getByRole('search'))
        .getAllByRole('button')
        .map(({ textContent }) => textContent);
    await screen.findByRole('button', { name: 'Tags' });
    const before = names();
    await user.type(screen.getByRole('searchbox'), 'x');
    await screen.findByText('Nothing matches');
    const stayed = names().filter((name) => before.includes(name));
    expect(stayed.length).toBeLessThan(before.length);
    expect(before.slice(0, stayed.length)).toEqual(stayed);
  });

  test('several tags may be chosen, and the address says what is looked for', async () => {
    const { user, requestsTo } = openCounted();
    await user.click(await screen.findByRole('button', { name: 'Tags' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'email (7)' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'quick win (2)' }));
    await waitFor(() => {
      const last = requestsTo('GET /api/library').at(-1)?.url.searchParams;
      expect(last?.get('tag')).toBe('email\nquick win');
    });
    expect(window.location.hash).toBe('#/library?tag=email%0Aquick+win');
  });

  test('a link with words and filters opens what it was shared for', async () => {
    const { requestsTo } = openTab({ me: people.member, at: 'library?q=delay&kind=prompt' });
    expect(await screen.findByRole('searchbox')).toHaveProperty('value', 'delay');
    const asked = requestsTo('GET /api/library').map(({ url }) => url.searchParams.get('q'));
    expect(asked.at(-1)).toBe('delay');
  });

  test('the words that were meant stand out, whatever was typed', async () => {
    const { user } = openCounted();
    await user.type(await screen.findByRole('searchbox'), 'udpate');
    expect(await screen.findByText('update', { selector: 'mark' })).toBeTruthy();
  });

  test('a favourite is marked with its star, and leads the library from then on', async () => {
    let marked = false;
    const { user, requestsTo } = openCounted({
      'GET /api/library/shelves': () => ({
        json: { ...noShelves, favourites: marked ? [published] : [] },
      }),
      [`POST /api/library/${published.clientKey}/favourite`]: () => {
        marked = true;
        return { json: { favourite: true } };
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Favourite: Client update' }));
    const shelf = await screen.findByRole('list', { name: 'Your favourites' });
    expect(within(shelf).getByRole('link', { name: 'Client update' })).toBeTruthy();
    const sent = requestsTo(`POST /api/library/${published.clientKey}/favourite`);
    expect(sent.map(({ body }) => body)).toEqual([{ favourite: true }]);
    const star = screen.getByRole('button', { name: 'Favourite: Client update' });
    expect(star.getAttribute('aria-pressed')).toBe('true');
  });

  test('what was used last and what works in the role come before the list, until one searches', async () => {
    const { user } = openCounted({
      'GET /api/library/shelves': answering({
        ...noShelves,
        recent: [published],
        worksInRole: [published],
      }),
    });
    expect(await screen.findByRole('list', { name: 'Recently used' })).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Works for people in your role' })).toBeTruthy();
    await user.type(screen.getByRole('searchbox'), 'x');
    expect(screen.queryByRole('list', { name: 'Recently used' })).toBeNull();
  });

  test('the keyboard leads to the search, down the list and back', async () => {
    const { user } = openCounted();
    const item = await screen.findByRole('link', { name: /Client update/ });
    const box = screen.getByRole('searchbox');
    await user.keyboard('/');
    expect(document.activeElement).toBe(box);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(item);
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(box);
    expect(box).toHaveProperty('value', '');
  });
});

describe('using a prompt', () => {
  test('an item shows what it is for, who wrote it, its version, review day and task', async () => {
    openItem();
    expect(await screen.findByRole('heading', { level: 2, name: 'Client update' })).toBeTruthy();
    const facts = screen.getByText(/By Mara Lindqvist/).textContent;
    expect(facts).toContain('Version 3');
    expect(facts).toContain('Review by 31 Jan 2999');
    expect(facts).toContain('Advisory');
    expect(await screen.findByText('Task:')).toBeTruthy();
  });

  test('the task leads to what else serves it', async () => {
    const { user, requestsTo } = openItem();
    await user.click(await screen.findByRole('button', { name: task.task }));
    await waitFor(() => {
      const last = requestsTo('GET /api/library').at(-1);
      expect(last?.url.searchParams.get('task')).toBe(task.clientKey);
    });
    expect(screen.getByRole('button', { name: `Task: ${task.task}` })).toBeTruthy();
  });

  test.each([
    ['practice', 'From practice', 'practice'],
    ['session', 'From building together', 'library/sessions'],
  ] as const)('an item of %s leads to the session it comes from', async (origin, words, at) => {
    const sessionKey = 'cd0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11';
    openItem(libraryItem({ provenance: { origin, sessionKey } }));
    const link = await screen.findByRole('link', { name: words });
    expect(link.getAttribute('href')).toBe(`#/${at}/${sessionKey}`);
  });

  test('what is copied is the text to the letter, and the copy counts', async () => {
    const { user, requestsTo } = openItem();
    await user.click(await screen.findByRole('button', { name: 'Copy prompt' }));
    expect(
      await screen.findByText(/Before you trust the answer, check: Dates and amounts/),
    ).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(published.content.body);
    await waitFor(() => {
      expect(requestsTo('POST /api/events')[0]?.body).toMatchObject({
        events: [
          { kind: 'promptCopied', itemKey: published.clientKey, version: 3, surface: 'teams' },
        ],
      });
    });
  });

  test('placeholders can be filled before copying, or left as written', async () => {
    const { user } = openItem();
    await user.type(await screen.findByRole('textbox', { name: 'client' }), 'Contoso');
    await user.click(screen.getByRole('button', { name: 'Copy filled prompt' }));
    await screen.findByText(/Copied/);
    expect(await navigator.clipboard.readText()).toBe('Write to Contoso about  two\r\n\tspaces.\n');
    await user.click(screen.getByRole('button', { name: 'Copy as written' }));
    await waitFor(async () => {
      expect(await navigator.clipboard.readText()).toBe(published.content.body);
    });
  });

  test('opening the assistant counts once, as opened', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const { user, requestsTo } = openItem();
    await user.click(await screen.findByRole('button', { name: 'Copy and open Copilot' }));
    expect(open).toHaveBeenCalledWith(
      'https://m365.cloud.microsoft/chat',
      '_blank',
      'noopener,noreferrer',
    );
    await waitFor(() => {
      expect(requestsTo('POST /api/events')).toHaveLength(1);
    });
    expect(requestsTo('POST /api/events')[0]?.body).toMatchObject({
      events: [{ kind: 'promptOpened' }],
    });
  });

  test('a champion who copies a draft to review it is not counted', async () => {
    const draft = libraryItem({ status: 'draft', version: 0, reviewOn: null });
    const { user, requestsTo } = openItem(draft, { me: people.champion });
    await user.click(await screen.findByRole('button', { name: 'Copy prompt' }));
    await screen.findByText(/Copied/);
    expect(requestsTo('POST /api/events')).toEqual([]);
  });

  test('a flag carries the item and its version', async () => {
    const { user, requestsTo } = openItem(published, {
      answers: {
        'POST /api/feedback': ({ body }) => ({
          status: 202,
          json: {
            clientKey: (body as { clientKey: string }).clientKey,
            state: 'accepted',
            dueOn: '2026-11-25',
          },
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Flag a problem' }));
    await user.click(await screen.findByRole('radio', { name: 'It is wrong' }));
    await user.type(
      screen.getByRole('textbox', { name: /What happened/ }),
      'The date is invented.',
    );
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('Thank you, it arrived')).toBeTruthy();
    expect(requestsTo('POST /api/feedback')[0]?.body).toMatchObject({
      kind: 'flag',
      reason: 'wrong',
      text: 'The date is invented.',
      about: { type: 'libraryItem', itemKey: published.clientKey, version: 3 },
      surface: 'teams',
    });
  });

  test('a link to the item is shared through the host', async () => {
    const { user, host } = openItem();
    await user.click(await screen.findByRole('button', { name: 'Share link' }));
    expect(host.shareLink).toHaveBeenCalledWith({ subPageId: place, label: 'Client update' });
  });

  test('an item is shared to a channel or a chat through the host', async () => {
    const { user, host } = openItem();
    await user.click(await screen.findByRole('button', { name: 'Share to a channel or chat' }));
    expect(host.shareToTeams).toHaveBeenCalledWith({ subPageId: place, label: 'Client update' });
  });

  test('an item that is not there is said to be gone', async () => {
    openItem(published, {
      answers: {
        [itemRoute]: () => ({ status: 404, json: { code: 'not_found', message: 'No such item.' } }),
      },
    });
    expect(await screen.findByText('This item is not in the library')).toBeTruthy();
  });

  test('an email template is shown as text, and nothing in it runs', async () => {
    openItem(
      libraryItem({
        content: {
          kind: 'template',
          subject: 'Documents for {{matter}}',
          body: '<p onclick="alert(1)">Dear {{client}},</p><script>alert(1)</script><img src=x onerror=alert(1)><ul><li>one</li></ul>',
        },
      }),
    );
    const shown = await screen.findByText(/^Dear/);
    expect(shown.outerHTML).not.toContain('onclick');
    expect(document.querySelector('article script, article img')).toBeNull();
    expect(screen.getByText('one').tagName).toBe('LI');
  });
});

describe('reviewing', () => {
  const draft = libraryItem({ status: 'draft', version: 0, reviewOn: null, eTag: '"e,7"' });

  test('a champion publishes another person’s draft as they read it', async () => {
    const { user, requestsTo } = openItem(draft, {
      me: people.champion,
      answers: {
        [`POST /api/library/${draft.clientKey}/publication`]: answering(libraryItem()),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Publish' }));
    expect(await screen.findByText(/Everyone in the programme finds it now/)).toBeTruthy();
    const sent = requestsTo(`POST /api/library/${draft.clientKey}/publication`);
    expect(sent[0]?.body).toEqual({ eTag: '"e,7"' });
  });

  test.each([
    ['its author', { author: { userId: championId, name: 'Amara' } }, /You wrote it/],
    [
      'who changed it, as SharePoint alone still knows,',
      { editorIds: [championId] },
      /You wrote it/,
    ],
    ['its importer', { importedBy: championId }, /You imported it/],
    ['anyone before it reached SharePoint', { eTag: null }, /on its way to SharePoint/],
  ])('%s cannot publish it, and is told why', async (_, change, reason) => {
    openItem({ ...draft, ...change }, { me: people.champion });
    expect(await screen.findByRole('button', { name: 'Publish' })).toHaveProperty('disabled', true);
    expect(screen.getByText(reason)).toBeTruthy();
  });

  test('a member is offered no review', async () => {
    openItem();
    await screen.findByRole('button', { name: 'Copy prompt' });
    expect(screen.queryByRole('button', { name: /Publish/ })).toBeNull();
  });

  test('a text changed in SharePoint is compared with the published one before it is published', async () => {
    const { content } = published;
    openItem(
      libraryItem({
        proposal: {
          content: { ...content, checkBeforeTrusting: 'Dates and names.' },
          changed: ['checkBeforeTrusting'],
          status: 'inReview',
          at: '2026-11-20T10:00:00Z',
        },
      }),
      { me: people.champion },
    );
    expect(await screen.findByText('Changed in SharePoint since it was published')).toBeTruthy();
    expect(screen.getByText('amounts.', { selector: 'del' })).toBeTruthy();
    expect(screen.getByText('names.', { selector: 'ins' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Publish this text' })).toBeTruthy();
  });

  test('a refused publication says why', async () => {
    const { user } = openItem(draft, {
      me: people.champion,
      answers: {
        [`POST /api/library/${draft.clientKey}/publication`]: () => ({
          status: 412,
          json: { code: 'conflict', message: 'Someone changed it meanwhile.' },
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Publish' }));
    expect(await screen.findByText('Someone changed it meanwhile.')).toBeTruthy();
  });
});
