import type { CoachedPerson, CoachingResponse, Outreach } from '@last-mile/shared/coaching';
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openTab, type Answer } from '../../testing/openTab';
import { people as signedIn } from '../../testing/people';

const idOf = (index: number) => `d0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

const person = (change: Partial<CoachedPerson> = {}): CoachedPerson => ({
  ...{ userId: idOf(1), name: 'Carol Example', userPrincipalName: 'carol@example.com' },
  ...{ language: 'en-GB', jobFamily: 'tax', reason: 'wentQuiet', lastUsedOn: '2026-10-12' },
  ...{ lastOutreach: null, mayReachOut: true },
  ...change,
});

const reached = (change: Partial<Outreach> = {}): Outreach => ({
  ...{ clientKey: idOf(9), eTag: '"o,1"', userId: idOf(1), reason: 'wentQuiet' },
  ...{ way: 'teamsChat', at: '2026-11-20T09:00:00Z', by: signedIn.champion.userId },
  ...{ outcome: null, outcomeAt: null, note: null },
  ...change,
});

function open(coaching: Partial<CoachingResponse>, answers: Readonly<Record<string, Answer>> = {}) {
  const shown = { people: [], outreaches: [], optedOut: null, asOf: null, ...coaching };
  return openTab({
    me: signedIn.champion,
    at: 'programme/coaching',
    answers: { 'GET /api/coaching': () => ({ json: shown }), ...answers },
  });
}

const groupNames = async (name: string) =>
  within(await screen.findByRole('list', { name }))
    .getAllByRole('listitem')
    .map((each) => each.textContent);

describe('the list', () => {
  test('says who it is about, by reason, with the day they were last seen and no other figure', async () => {
    open({
      people: [
        person({ userId: idOf(2), name: 'Dan', reason: 'badStart', jobFamily: null }),
        person(),
        person({ userId: idOf(3), name: 'Eve', reason: 'neverStarted', lastUsedOn: null }),
      ],
    });
    expect(await groupNames('Went quiet')).toEqual([
      'Carol ExampleTaxLast used something on 12 Oct 2026Reach out',
    ]);
    expect(await groupNames('Had a bad start')).toEqual([
      'DanLast used something on 12 Oct 2026Reach out',
    ]);
    expect(await groupNames('Never started')).toEqual(['EveTaxReach out']);
    expect(screen.getByText(/Seen by the owner of the programme and the deputies/)).toBeTruthy();
    expect(screen.queryByText(/do not want to be asked/)).toBeNull();
  });

  test('of nobody says so, and how many do not want to be on it where that is told', async () => {
    open({ optedOut: 6 });
    expect(await screen.findByText('Nobody needs a word just now')).toBeTruthy();
    expect(screen.getByText(/^6 people do not want to be asked/)).toBeTruthy();
  });

  test('of many shows ten of each reason, and all on one tap, from where the focus goes on', async () => {
    const many = (reason: CoachedPerson['reason'], first: number) =>
      Array.from({ length: 23 }, (_, index) => person({ userId: idOf(first + index), reason }));
    const { user } = open({ people: [...many('wentQuiet', 20), ...many('neverStarted', 60)] });
    expect(await groupNames('Went quiet')).toHaveLength(10);
    const group = within(screen.getByRole('region', { name: 'Went quiet' }));
    await user.click(group.getByRole('button', { name: 'Show all 23' }));
    const shown = group.getAllByRole('listitem');
    expect(shown).toHaveLength(23);
    expect(document.activeElement).toBe(shown[10]);
    expect(group.queryByRole('button', { name: 'Show all 23' })).toBeNull();
    expect(await groupNames('Never started')).toHaveLength(10);
  });

  test('that cannot be loaded says so, and is asked for again', async () => {
    let away = true;
    const { user } = open(
      {},
      {
        'GET /api/coaching': () =>
          away
            ? { status: 503, json: { code: 'peopleUnavailable', message: 'Away.' } }
            : { json: { people: [person()], outreaches: [], optedOut: null, asOf: null } },
      },
    );
    const again = await screen.findByRole('button', { name: 'Try again' });
    away = false;
    await user.click(again);
    expect(await groupNames('Went quiet')).toHaveLength(1);
  });
});

describe('reaching out', () => {
  const accepted: Answer = ({ body }) => ({
    status: 202,
    json: reached(body as Partial<Outreach>),
  });

  test('by a chat is written down first, then opens with the words as they were changed', async () => {
    const { user, requestsTo } = open(
      { people: [person()] },
      { 'POST /api/coaching/outreach': accepted },
    );
    await user.click(await screen.findByRole('button', { name: 'Reach out to Carol Example' }));
    const draft = screen.getByRole<HTMLTextAreaElement>('textbox');
    expect(draft.value).toMatch(/^Hello! I look after Last Mile/);
    await user.clear(draft);
    await user.type(draft, 'Tea at four?');
    await user.click(screen.getByRole('button', { name: 'Write it down and go on to the chat' }));
    const link = await screen.findByRole('link', { name: 'Open the chat with Carol Example' });
    expect(link.getAttribute('href')).toBe(
      'https://teams.microsoft.com/l/chat/0/0?users=carol%40example.com&message=Tea%20at%20four%3F',
    );
    expect(document.activeElement).toBe(link);
    expect(requestsTo('POST /api/coaching/outreach').map(({ body }) => body)).toMatchObject([
      { userId: idOf(1), way: 'teamsChat' },
    ]);
  });

  test('begins in the language of the other person', async () => {
    const { user } = open({ people: [person({ language: 'de-AT', reason: 'neverStarted' })] });
    await user.click(await screen.findByRole('button', { name: 'Reach out to Carol Example' }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toMatch(
      /^Hallo! Ich betreue Last Mile/,
    );
  });

  test('by a notification says what it will say, and opens no chat', async () => {
    const { user, requestsTo } = open(
      { people: [person()] },
      { 'POST /api/coaching/outreach': accepted },
    );
    await user.click(await screen.findByRole('button', { name: 'Reach out to Carol Example' }));
    await user.click(screen.getByRole('radio', { name: 'A notification in Teams' }));
    expect(screen.getByText(/It says nothing of why/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Write it down and notify' }));
    expect((await screen.findByText(/Written down/)).textContent).toContain('told within a minute');
    expect(screen.queryByRole('link', { name: /Open the chat/ })).toBeNull();
    expect(requestsTo('POST /api/coaching/outreach').map(({ body }) => body)).toMatchObject([
      { way: 'notification' },
    ]);
  });

  test('to who is not on the list any more opens no chat, and keeps the words', async () => {
    const { user } = open(
      { people: [person()] },
      {
        'POST /api/coaching/outreach': () => ({
          status: 409,
          json: { code: 'notOnCoachingList', message: 'This person is not on the list any more.' },
        }),
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Reach out to Carol Example' }));
    await user.type(screen.getByRole('textbox'), ' Tea?');
    await user.click(screen.getByRole('button', { name: 'Write it down and go on to the chat' }));
    expect(await screen.findByText(/not on the list any more/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Open the chat/ })).toBeNull();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toMatch(/ Tea\?$/);
  });

  test('is not offered again within two weeks', async () => {
    open({ people: [person({ lastOutreach: reached(), mayReachOut: false })] });
    expect(await groupNames('Went quiet')).toEqual([
      'Carol ExampleTaxLast used something on 12 Oct 2026' +
        'Reached out to on 20 Nov 2026: A Teams chatTwo weeks have not passed since.',
    ]);
  });
});

describe('what came of it', () => {
  const outcomePath = `POST /api/coaching/outreach/${idOf(9)}/outcome`;
  const logged = (change: Partial<Outreach> = {}, backOn: string | null = null) => [
    { outreach: reached(change), name: 'Carol Example', backOn },
  ];

  test('shows who is back, and does not say that it was because of it', async () => {
    open({ outreaches: logged({ outcome: 'willTry' }, '2026-11-24') });
    const [row] = await groupNames('Reached out to');
    expect(row).toContain('Will try it');
    expect(row).toContain('Back on 24 Nov 2026');
    expect(screen.getByText(/does not say that it was because of this/)).toBeTruthy();
  });

  test('is written down at the state that was seen', async () => {
    const { user, requestsTo } = open(
      { outreaches: logged() },
      { [outcomePath]: () => ({ json: reached({ outcome: 'askedToStop' }) }) },
    );
    await user.click(await screen.findByRole('button', { name: 'What came of it: Carol Example' }));
    await user.selectOptions(screen.getByRole('combobox'), 'Does not want to be asked');
    expect(screen.getByText(/From then on they are on no list/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Write down' }));
    expect(requestsTo(outcomePath).map(({ body }) => body)).toEqual([
      { eTag: '"o,1"', outcome: 'askedToStop', note: null },
    ]);
  });

  test('of somebody who was faster is shown beside one’s own words, which stay', async () => {
    let current = reached();
    const theirs = reached({ eTag: '"o,2"', outcome: 'noAnswer' });
    const { user, requestsTo } = open(
      {},
      {
        'GET /api/coaching': () => ({
          json: {
            ...{ people: [], optedOut: null, asOf: null },
            outreaches: [{ outreach: current, name: 'Carol Example', backOn: null }],
          },
        }),
        [outcomePath]: ({ body }) => {
          if ((body as { eTag: string }).eTag === '"o,2"') return { json: theirs };
          current = theirs;
          return { status: 412, json: { code: 'conflict', message: 'Changed.', current: theirs } };
        },
      },
    );
    await user.click(await screen.findByRole('button', { name: 'What came of it: Carol Example' }));
    await user.selectOptions(screen.getByRole('combobox'), 'Will try it');
    await user.type(screen.getByRole('textbox'), 'On Monday');
    await user.click(screen.getByRole('button', { name: 'Write down' }));
    expect(await screen.findByText(/theirs stands above/)).toBeTruthy();
    expect((await groupNames('Reached out to'))[0]).toContain('No answer');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('On Monday');
    await user.click(screen.getByRole('button', { name: 'Write down' }));
    expect(requestsTo(outcomePath).at(-1)?.body).toMatchObject({
      ...{ eTag: '"o,2"', outcome: 'willTry', note: 'On Monday' },
    });
  });
});

describe('one’s own word', () => {
  const openOwn = (answers: Readonly<Record<string, Answer>> = {}) =>
    openTab({
      me: signedIn.member,
      at: 'me',
      answers: { 'GET /api/coaching/choice': () => ({ json: { optedOut: false } }), ...answers },
    });

  test('is given with one tap, beside who sees what', async () => {
    const { user, requestsTo } = openOwn({
      'POST /api/coaching/choice': ({ body }) => ({ json: body }),
    });
    const own = await screen.findByRole<HTMLInputElement>('switch');
    expect(own.checked).toBe(true);
    expect(screen.getByText(/Leaders see figures for groups, never a person/)).toBeTruthy();
    await user.click(own);
    expect(await screen.findByText('Kept.')).toBeTruthy();
    expect(screen.getByText(/You are on no list/)).toBeTruthy();
    expect(requestsTo('POST /api/coaching/choice').map(({ body }) => body)).toEqual([
      { optedOut: true },
    ]);
  });

  test('that could not be kept shows as it is kept', async () => {
    const { user } = openOwn({
      'POST /api/coaching/choice': () => ({
        status: 503,
        json: { code: 'sharePointUnavailable', message: 'Away.' },
      }),
    });
    await user.click(await screen.findByRole('switch'));
    expect(await screen.findByText(/Your choice was not kept/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('switch').checked).toBe(true);
  });

  test('is found from one’s own feedback', async () => {
    openTab({ me: signedIn.member, at: 'feedback' });
    const link = await screen.findByRole('link', { name: 'How Last Mile may contact me' });
    expect(link.getAttribute('href')).toBe('#/me');
  });
});

test('members who follow a link to the list do not get it', async () => {
  const { requestsTo } = openTab({
    me: signedIn.member,
    at: 'programme/coaching',
    answers: {
      'GET /api/practice/sessions': () => ({ json: { sessions: [], jobFamily: null, asOf: null } }),
      'GET /api/workflows/maps': () => ({ json: { maps: [], asOf: null } }),
    },
  });
  await screen.findByRole('main');
  expect(requestsTo('GET /api/coaching')).toEqual([]);
});
