import type { PracticeSession, ShownSession } from '@last-mile/shared/practice';
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { libraryItem, libraryPage, task } from '../../testing/library';
import { openTab, type Answer } from '../../testing/openTab';
import { people } from '../../testing/people';

const key = (index: number) => `e0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const minute = 60_000;
const at = (minutes: number) => new Date(Date.now() + minutes * minute).toISOString();

const session = (change: Partial<PracticeSession> = {}): PracticeSession => ({
  ...{ clientKey: key(1), eTag: '"s,1"', jobFamily: 'tax', title: 'Answer a client' },
  ...{ workflowKey: task.clientKey, scenario: 'A client asks what comes next.' },
  exercise: {
    ...{ kind: 'judge', instruction: 'Find the wrong date.', input: 'Dear client, on 31 June …' },
    ...{ itemKey: null, solution: 'June has 30 days.' },
  },
  ...{ startsAt: at(0), minutes: 20, place: { kind: 'someoneElsesMeeting' } },
  cancelledAt: null,
  ...change,
});

const shown = (
  change: Partial<PracticeSession> = {},
  own: Partial<ShownSession> = {},
): ShownSession => ({
  ...{ session: session(change), gaps: [], checkedIn: false, practised: false },
  ...own,
});

const noFigures = {
  ...{ attended: { state: 'notEnoughData' }, practised: { state: 'notEnoughData' } },
  ...{ useAfterAttending: { state: 'notEnoughData' } },
  ...{ useAfterPractising: { state: 'notEnoughData' } },
};

function open(
  sessions: readonly ShownSession[] | (() => readonly ShownSession[]),
  {
    me = people.member,
    at: place = 'practice',
    answers = {},
    consent = () => Promise.resolve(),
  }: {
    me?: Parameters<typeof openTab>[0]['me'];
    at?: string;
    answers?: Readonly<Record<string, Answer>>;
    consent?: Parameters<typeof openTab>[0]['consent'];
  } = {},
) {
  const current = typeof sessions === 'function' ? sessions : () => sessions;
  return openTab({
    ...{ me, at: place, consent },
    answers: {
      'GET /api/practice/sessions': () => ({
        json: { sessions: current(), jobFamily: 'tax', asOf: null },
      }),
      'GET /api/practice/figures': () => ({ json: noFigures }),
      'GET /api/practice/exercises': () => ({ json: { exercises: [] } }),
      'GET /api/practice/meetings': () => ({ json: { meetings: [] } }),
      'GET /api/library': () => ({ json: libraryPage([libraryItem()]) }),
      ...answers,
    },
  });
}

const receipt: Answer = ({ body }) => ({
  status: 202,
  json: { clientKey: (body as { clientKey: string }).clientKey, state: 'accepted' },
});

describe('the next session', () => {
  test('of one’s own job family comes first, and being there is one tap', async () => {
    let checkedIn = false;
    const { user, requestsTo } = open(
      () => [
        shown({ clientKey: key(2), title: 'Advisory first', jobFamily: 'advisory' }),
        shown({}, { checkedIn }),
      ],
      {
        answers: {
          'POST /api/practice/check-ins': (request) => {
            checkedIn = true;
            return receipt(request);
          },
        },
      },
    );
    const card = await screen.findByRole('article', { name: 'Answer a client' });
    await user.click(within(card).getByRole('button', { name: 'I am here' }));
    expect(await within(card).findByText('You were there')).toBeTruthy();
    expect(requestsTo('POST /api/practice/check-ins').map(({ body }) => body)).toMatchObject([
      { sessionKey: key(1) },
    ]);
    expect(
      await within(card).findByRole('button', { name: 'I did it on my own task' }),
    ).toBeTruthy();
  });

  test('that is to come says from when on one is there', async () => {
    open([shown({ startsAt: at(120) })]);
    expect(await screen.findByText(/from a quarter of an hour before/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I am here' })).toBeNull();
  });

  test('tells what there is to find when somebody asks', async () => {
    const { user } = open([shown()]);
    const ask = await screen.findByRole('button', { name: 'Show what there is to find' });
    expect(screen.queryByText('June has 30 days.')).toBeNull();
    await user.click(ask);
    expect(screen.getByText('June has 30 days.')).toBeTruthy();
  });

  test('that nobody planned is said to members and champions in their own words', async () => {
    open([]);
    expect(await screen.findByText(/Your champion plans them/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'To plan' })).toBeNull();
  });
});

describe('what was done on one’s own task', () => {
  test('is said once, with what worked, which leads to the draft', async () => {
    let practised = false;
    const { user, requestsTo } = open(() => [shown({}, { checkedIn: true, practised })], {
      answers: {
        'POST /api/practice/practised': (request) => {
          practised = true;
          return receipt(request);
        },
      },
    });
    await user.type(
      await screen.findByRole('textbox', { name: /What worked/ }),
      'Ask for the dates first.',
    );
    await user.click(screen.getByRole('button', { name: 'I did it on my own task' }));
    const link = await screen.findByRole('link', { name: 'See your draft' });
    expect(link.getAttribute('href')).toBe('#/library/own');
    expect(requestsTo('POST /api/practice/practised').map(({ body }) => body)).toMatchObject([
      { sessionKey: key(1), worked: 'Ask for the dates first.' },
    ]);
  });

  test('keeps its words where it cannot be had', async () => {
    const { user } = open([shown({}, { checkedIn: true })], {
      answers: {
        'POST /api/practice/practised': () => ({
          status: 409,
          json: { code: 'practiceClosed', message: 'You could say this until four weeks after.' },
        }),
      },
    });
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /What worked/ });
    await user.type(field, 'My words');
    await user.click(screen.getByRole('button', { name: 'I did it on my own task' }));
    expect(await screen.findByText(/This was not kept/)).toBeTruthy();
    expect(field.value).toBe('My words');
  });
});

describe('champions', () => {
  test('see which job families have no session, what sessions lack, and figures with their words', async () => {
    open([shown({ startsAt: at(-5) }, { gaps: ['noScenario', 'noPlace'] })], {
      me: people.champion,
      answers: {
        'GET /api/practice/figures': () => ({
          json: {
            ...noFigures,
            attended: { state: 'known', n: 12, of: 40 },
            practised: { state: 'band', of: 8, half: 'over' },
            useAfterAttending: {
              ...{ state: 'known', people: 12, others: 20, change: 1, othersChange: 0.5 },
              ...{ difference: 0.5, low: -0.2, high: 1.1 },
            },
          },
        }),
      },
    });
    expect(await screen.findByText(/No session next week: Advisory, Tax/)).toBeTruthy();
    expect(screen.getByText('Missing: a scenario, a meeting')).toBeTruthy();
    expect(await screen.findByText('12 of 40 people')).toBeTruthy();
    expect(screen.getByText('At least half of 8 people')).toBeTruthy();
    expect(screen.getByText('0.5 weeks of four (95%: -0.2 to 1.1; n = 12 beside 20)')).toBeTruthy();
    expect(screen.getByText('Association, not proof.')).toBeTruthy();
  });

  test('save a session unfinished, once, and go on to its meeting', async () => {
    const saved: ShownSession[] = [];
    const { user, requestsTo } = open(() => saved, {
      me: people.champion,
      at: 'practice/new',
      answers: {
        'POST /api/practice/sessions': ({ body }) => {
          const kept = { ...(body as PracticeSession), eTag: null, place: null, cancelledAt: null };
          saved.push({ ...shown(), session: kept, gaps: ['noExercise', 'noPlace'] });
          return { json: kept };
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Save the session' }));
    expect(screen.getByText('Give the session a name.')).toBeTruthy();
    expect(requestsTo('POST /api/practice/sessions')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: /What it is called/ }), 'Answer a tender');
    const when = screen.getByLabelText<HTMLInputElement>(/When it begins/);
    await user.type(when, '2026-12-03T09:30');
    await user.selectOptions(screen.getByRole('combobox', { name: 'For whom' }), 'Tax');
    await user.click(screen.getByRole('button', { name: 'Save the session' }));
    expect(await screen.findByText(/It stands in no meeting yet/)).toBeTruthy();
    expect(requestsTo('POST /api/practice/sessions').map(({ body }) => body)).toMatchObject([
      {
        ...{ eTag: null, title: 'Answer a tender', jobFamily: 'tax', exercise: null, minutes: 20 },
        startsAt: new Date('2026-12-03T09:30').toISOString(),
      },
    ]);
  });

  test('begin with an exercise that is there', async () => {
    const { user } = open([], {
      me: people.champion,
      at: 'practice/new',
      answers: {
        'GET /api/practice/exercises': () => ({
          json: {
            exercises: [
              {
                ...{ id: 'one', audience: 'Tax', title: 'Spot the date', scenario: 'A letter.' },
                exercise: session().exercise,
              },
            ],
          },
        }),
      },
    });
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Begin with one that is there' }),
      'Tax: Spot the date',
    );
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /What it is called/ }).value).toBe(
      'Spot the date',
    );
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What to do' }).value).toBe(
      'Find the wrong date.',
    );
  });

  test('who were overtaken read both sessions and choose', async () => {
    const theirs = session({ eTag: '"s,2"', title: 'Their title' });
    const { user, requestsTo } = open([shown()], {
      me: people.champion,
      at: `practice/${key(1)}/edit`,
      answers: {
        'POST /api/practice/sessions': ({ body }) =>
          (body as PracticeSession).eTag === '"s,2"'
            ? { json: { ...theirs, ...(body as PracticeSession), eTag: '"s,3"' } }
            : { status: 412, json: { code: 'conflict', message: 'Changed.', current: theirs } },
      },
    });
    const title = await screen.findByRole<HTMLInputElement>('textbox', {
      name: /What it is called/,
    });
    await user.clear(title);
    await user.type(title, 'My title');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Their title')).toBeTruthy();
    expect(title.value).toBe('My title');
    await user.click(screen.getByRole('button', { name: 'Go on with mine' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved.')).toBeTruthy();
    expect(requestsTo('POST /api/practice/sessions').at(-1)?.body).toMatchObject({
      ...{ eTag: '"s,2"', title: 'My title' },
    });
  });

  test('place a session in a series of theirs, or take words along for somebody else’s', async () => {
    const { user, requestsTo } = open([shown({ place: null })], {
      me: people.champion,
      at: `practice/${key(1)}/edit`,
      answers: {
        'GET /api/practice/meetings': () => ({
          json: {
            meetings: [
              {
                ...{ eventId: 'series', subject: 'Tax weekly', nextStart: at(60) },
                ...{ nextEnd: at(90), organisedByCaller: false, organiser: 'Ben' },
              },
            ],
          },
        }),
        [`POST /api/practice/sessions/${key(1)}/place`]: () => ({
          json: { session: session({ eTag: '"s,2"' }), agenda: 'Practice: Answer a client' },
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Look in my calendar' }));
    const series = await screen.findByRole('combobox', { name: 'Which series' });
    expect(within(series).getByRole('option', { name: /Tax weekly .* by Ben/ })).toBeTruthy();
    await user.selectOptions(series, 'series');
    await user.click(screen.getByRole('button', { name: 'Place it there' }));
    expect(
      await screen.findByDisplayValue<HTMLTextAreaElement>('Practice: Answer a client'),
    ).toBeTruthy();
    expect(requestsTo(`POST /api/practice/sessions/${key(1)}/place`)[0]?.body).toEqual({
      ...{ eTag: '"s,1"', place: { kind: 'existingMeeting', eventId: 'series' } },
    });
  });
});

describe('a calendar without the person’s consent', () => {
  const scopes = ['https://graph.microsoft.com/Calendars.ReadWrite'];
  const refusal = { code: 'consent_required', message: 'Your consent is needed first.', scopes };
  const asChampion = { me: people.champion, at: `practice/${key(1)}/edit` };

  test('is asked for where it is wanted, and looked into once there is one', async () => {
    let consented = false;
    const consent = vi.fn(() => {
      consented = true;
      return Promise.resolve();
    });
    const { user } = open([shown({ place: null })], {
      ...asChampion,
      consent,
      answers: {
        'GET /api/practice/meetings': () =>
          consented ? { json: { meetings: [] } } : { status: 401, json: refusal },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Look in my calendar' }));
    await user.click(await screen.findByRole('button', { name: 'Give consent' }));
    expect(consent).toHaveBeenCalledWith({ scopes });
    expect(await screen.findByText(/Your calendar has no series/)).toBeTruthy();
  });

  test('that only an admin may give says what to ask them for', async () => {
    const { user } = open([shown({ place: null })], {
      ...asChampion,
      consent: () => Promise.reject(new Error('AADSTS90094')),
      answers: { 'GET /api/practice/meetings': () => ({ status: 401, json: refusal }) },
    });
    await user.click(await screen.findByRole('button', { name: 'Look in my calendar' }));
    await user.click(await screen.findByRole('button', { name: 'Give consent' }));
    expect(await screen.findByText(/ask one to grant .* Calendars\.ReadWrite/)).toBeTruthy();
  });
});

test('a session that is not there says so', async () => {
  open([], { at: `practice/${key(7)}` });
  expect(await screen.findByText('This session is not there')).toBeTruthy();
});

describe('a session that shall not take place', () => {
  const path = `POST /api/practice/sessions/${key(1)}/cancellation`;
  const ahead = { startsAt: at(120) };
  const asChampion = { me: people.champion, at: `practice/${key(1)}` };

  test('is cancelled once that is confirmed, and its meeting is said to stay', async () => {
    let cancelledAt: string | null = null;
    const { user, requestsTo } = open(() => [shown({ ...ahead, cancelledAt })], {
      ...asChampion,
      answers: {
        [path]: () => {
          cancelledAt = '2026-11-26T09:00:00.000Z';
          return { json: session({ ...ahead, cancelledAt, eTag: '"s,2"' }) };
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Cancel this session' }));
    const part = screen.getByRole('group', { name: 'Cancel this session' });
    expect(document.activeElement).toBe(part);
    expect(within(part).getByText(/Its meeting in the calendar stays as it is/)).toBeTruthy();
    expect(requestsTo(path)).toEqual([]);
    await user.click(within(part).getByRole('button', { name: 'Yes, cancel it' }));
    expect(await within(part).findByText(/^Cancelled on /)).toBeTruthy();
    expect(within(part).getByText(/Its meeting in the calendar stays as it is/)).toBeTruthy();
    expect(document.activeElement).toBe(part);
    expect(requestsTo(path).map(({ body }) => body)).toEqual([{ eTag: '"s,1"' }]);
    expect(screen.queryByRole('link', { name: 'Prepare it' })).toBeNull();
    expect(screen.queryByText(/from a quarter of an hour before/)).toBeNull();
  });

  test('may be left as it is', async () => {
    const { user, requestsTo } = open([shown(ahead)], asChampion);
    await user.click(await screen.findByRole('button', { name: 'Cancel this session' }));
    await user.click(screen.getByRole('button', { name: 'Leave it as it is' }));
    expect(screen.getByRole('button', { name: 'Cancel this session' })).toBeTruthy();
    expect(requestsTo(path)).toEqual([]);
  });

  test('that somebody changed meanwhile is looked at again first', async () => {
    let minutes = 20;
    const { user, requestsTo } = open(
      () => [shown({ ...ahead, minutes, eTag: minutes === 20 ? '"s,1"' : '"s,2"' })],
      {
        ...asChampion,
        answers: {
          [path]: () => {
            minutes = 40;
            const current = session({ ...ahead, minutes, eTag: '"s,2"' });
            return { status: 412, json: { code: 'conflict', message: 'Changed.', current } };
          },
        },
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Cancel this session' }));
    await user.click(screen.getByRole('button', { name: 'Yes, cancel it' }));
    expect(await screen.findByText(/Somebody else changed it meanwhile/)).toBeTruthy();
    expect(await screen.findByText(/40 minutes/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Yes, cancel it' }));
    expect(requestsTo(path).map(({ body }) => body)).toEqual([
      { eTag: '"s,1"' },
      { eTag: '"s,2"' },
    ]);
  });

  test('is offered to no member, and not once it has begun or somebody is there', async () => {
    const names = async () => {
      await screen.findByRole('article', { name: 'Answer a client' });
      return screen.queryByRole('button', { name: 'Cancel this session' });
    };
    const member = open([shown(ahead)], { at: `practice/${key(1)}` });
    expect(await names()).toBeNull();
    member.close();
    const begun = open([shown({ startsAt: at(-1) })], asChampion);
    expect(await names()).toBeNull();
    begun.close();
    open([shown({ startsAt: at(10) }, { checkedIn: true })], asChampion);
    expect(await names()).toBeNull();
  });

  test('stays in a champion’s list as cancelled, and counts for no job family', async () => {
    const cancelledAt = '2026-11-26T09:00:00.000Z';
    open([shown({ startsAt: at(30), jobFamily: null, cancelledAt })], { me: people.champion });
    const list = await screen.findByRole('list', { name: 'Still to come' });
    expect(within(list).getByText('Cancelled')).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.getByText(/^No session next week/)).toBeTruthy();
    expect(screen.getByText(/^No session this week/)).toBeTruthy();
  });

  test('is not prepared any more', async () => {
    const cancelledAt = '2026-11-26T09:00:00.000Z';
    open([shown({ ...ahead, cancelledAt })], {
      ...{ me: people.champion, at: `practice/${key(1)}/edit` },
    });
    expect(await screen.findByText('This session is not there')).toBeTruthy();
  });
});
