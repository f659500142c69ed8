import type { AssistantChangesResponse, CasesResponse } from '@last-mile/shared/feedback';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { promptCase } from '../../../testing/cases';
import { openTab, type OpenTabOptions } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const [fees, minutes] = [
  '00000000-0000-4000-8000-000000000051',
  '00000000-0000-4000-8000-000000000052',
];

const toWalk: CasesResponse = {
  cases: [
    {
      ...promptCase({
        itemKey: fees,
        standing: { state: 'toWalk', why: { reason: 'newVersion', version: 4 } },
      }),
      ...{ title: 'Fee letter', version: 4 },
    },
    {
      ...promptCase({
        itemKey: minutes,
        standing: {
          state: 'toWalk',
          why: { reason: 'assistantChanged', assistant: 'Copilot Chat', changedOn: '2026-11-20' },
        },
      }),
      ...{ title: 'Minutes', version: 2 },
    },
    {
      ...promptCase({
        itemKey: fees,
        standing: { state: 'toWalk', why: { reason: 'newVersion', version: 4 } },
      }),
      ...{ title: 'Fee letter', version: 4 },
    },
  ],
  asOf: '2026-11-23T09:00:00Z',
};

const changes: AssistantChangesResponse = {
  changes: [
    {
      ...{ clientKey: crypto.randomUUID(), assistant: 'Copilot Chat', changedOn: '2026-11-20' },
      ...{ what: 'A new model.', recordedAt: '2026-11-20T10:00:00Z', delivered: true },
      recordedBy: { userId: people.champion.userId, name: 'Amara Okafor' },
    },
  ],
  assistants: ['Copilot Chat', 'Copilot in Outlook'],
  asOf: null,
};

const open = (at: string, options: Partial<OpenTabOptions> = {}) =>
  openTab({
    me: people.champion,
    at,
    ...options,
    answers: {
      'GET /api/cases': () => ({ json: toWalk }),
      'GET /api/assistant-changes': () => ({ json: changes }),
      ...options.answers,
    },
  });

describe('cases to walk', () => {
  test('each item says how many of its cases wait and why, and leads to the walk', async () => {
    const { requestsTo } = open('feedback/cases');
    const first = (await screen.findByText('Fee letter')).closest('li')!;
    expect(first.textContent).toBe('Fee letter2 cases · Version 4 is newWalk');
    const second = screen.getByText('Minutes').closest('li')!;
    expect(second.textContent).toBe('Minutes1 case · Copilot Chat changed on 20 Nov 2026Walk');
    const walk = within(first).getByRole('link', { name: 'Walk the cases of Fee letter' });
    expect(walk.getAttribute('href')).toBe(`#/library/${fees}/cases/walk`);
    const book = within(second).getByRole('link', { name: 'Minutes' });
    expect(book.getAttribute('href')).toBe(`#/library/${minutes}/cases`);
    const [asked] = requestsTo('GET /api/cases');
    expect(asked?.url.searchParams.get('state')).toBe('toWalk');
  });

  test('a champion comes to it from the other lists of feedback', async () => {
    const { user } = open('feedback/queue');
    await user.click(await screen.findByRole('tab', { name: 'Cases to walk' }));
    expect(await screen.findByText('Fee letter')).toBeTruthy();
    const tab = screen.getByRole('tab', { name: 'Feedback' });
    expect(tab.getAttribute('aria-selected')).toBe('true');
  });

  test('where none waits, it says when one does', async () => {
    open('feedback/cases', {
      answers: { 'GET /api/cases': () => ({ json: { cases: [], asOf: null } }) },
    });
    expect(await screen.findByText('No case waits to be walked')).toBeTruthy();
  });

  test('what cannot be had says why', async () => {
    const json = { code: 'sharePointUnavailable', message: 'SharePoint does not answer.' };
    open('feedback/cases', { answers: { 'GET /api/cases': () => ({ status: 503, json }) } });
    expect(await screen.findByText(/SharePoint does not answer/)).toBeTruthy();
  });

  test.each(['member', 'leader'] as const)('a %s is not asked into it', async (who) => {
    const { requestsTo } = open('feedback/cases', { me: people[who] });
    expect(await screen.findByText('You have not written anything yet')).toBeTruthy();
    expect(screen.queryByRole('tab', { name: 'Cases to walk' })).toBeNull();
    expect(requestsTo('GET /api/cases')).toEqual([]);
  });
});

describe('an assistant that changed', () => {
  const record = () => screen.findByRole('button', { name: 'Record the change' });
  const what = () => screen.findByRole('textbox', { name: 'What changed?' });
  const which = () => screen.findByRole('combobox', { name: 'Which assistant?' });

  test('is recorded with its day and what it was', async () => {
    const { user, requestsTo } = open('feedback/assistants', {
      answers: {
        'POST /api/assistant-changes': ({ body }) => ({
          status: 202,
          json: { clientKey: (body as { clientKey: string }).clientKey, state: 'accepted' },
        }),
      },
    });
    await user.type(await which(), 'Copilot Chat');
    const since = screen.getByLabelText(/^Since when/);
    await user.clear(since);
    await user.type(since, '2026-11-20');
    await user.type(await what(), 'A new model.');
    await user.click(await record());
    expect(await screen.findByText(/The cases of its prompts are to be walked/)).toBeTruthy();
    expect(requestsTo('POST /api/assistant-changes').map(({ body }) => body)).toEqual([
      {
        clientKey: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        ...{ assistant: 'Copilot Chat', changedOn: '2026-11-20', what: 'A new model.' },
      },
    ]);
    await waitFor(async () => {
      expect(((await what()) as HTMLTextAreaElement).value).toBe('');
    });
  });

  test('is sent again under its key where no answer came, and edited words under a new one', async () => {
    const json = { code: 'sharePointUnavailable', message: 'SharePoint does not answer.' };
    const { user, requestsTo } = open('feedback/assistants', {
      answers: {
        'POST /api/assistant-changes': ({ body }) => {
          const { clientKey, what } = body as { clientKey: string; what: string };
          return what.endsWith('too.')
            ? { status: 202, json: { clientKey, state: 'accepted' } }
            : { status: 503, json };
        },
      },
    });
    await user.type(await which(), 'Copilot Chat');
    await user.type(await what(), 'A new model.');
    for (const sent of [1, 2]) {
      await user.click(await record());
      expect(await screen.findByText(/SharePoint does not answer/)).toBeTruthy();
      expect(requestsTo('POST /api/assistant-changes')).toHaveLength(sent);
    }
    await user.type(await what(), ' It searches too.');
    await user.click(await record());
    expect(await screen.findByText(/The cases of its prompts are to be walked/)).toBeTruthy();
    const [first, again, edited] = requestsTo('POST /api/assistant-changes').map(
      ({ body }) => (body as { clientKey: string }).clientKey,
    );
    expect(again).toBe(first);
    expect(edited).not.toBe(first);
  });

  test('what was recorded before stands below, with who did it', async () => {
    open('feedback/assistants');
    const list = await screen.findByRole('region', { name: 'Recorded so far' });
    expect(list.textContent).toContain('Copilot Chat, since 20 Nov 2026');
    expect(list.textContent).toContain('A new model.');
    expect(list.textContent).toContain('Recorded by Amara Okafor');
  });

  test('a day to come and what is missing are said, and nothing is sent', async () => {
    const { user, requestsTo } = open('feedback/assistants');
    const since = await screen.findByLabelText(/^Since when/);
    await user.clear(since);
    await user.type(since, '2999-01-01');
    await user.click(await record());
    expect(await screen.findByText('A day up to today.')).toBeTruthy();
    expect(screen.getAllByText('Write a few words.')).toHaveLength(2);
    expect(requestsTo('POST /api/assistant-changes')).toEqual([]);
  });

  test('what was typed survives a reload', async () => {
    const first = open('feedback/assistants');
    await first.user.type(await what(), 'The web is searched now.');
    first.close();
    open('feedback/assistants', { again: true });
    expect(await screen.findByDisplayValue('The web is searched now.')).toBeTruthy();
  });
});
