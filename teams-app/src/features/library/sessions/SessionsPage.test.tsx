import { screen, waitFor, within } from '@testing-library/react';
import type { BuildEntry, BuildSession, SessionResponse } from '@last-mile/shared/library';
import { describe, expect, test } from 'vitest';
import { openTab, type Answer } from '../../../testing/openTab';
import { people } from '../../../testing/people';

/** Each test is in another session, because what is typed stays on the device. */
const sessionOf = (more: Partial<BuildSession> = {}): BuildSession => ({
  clientKey: crypto.randomUUID(),
  title: 'What worked this week',
  jobFamily: null,
  openedBy: { userId: people.champion.userId, name: 'Mara Okafor' },
  openedAt: '2026-11-23T10:00:00Z',
  closedAt: null,
  entries: 1,
  goesOn: null,
  ...more,
});

const entryOf = (more: Partial<BuildEntry> = {}): BuildEntry => ({
  clientKey: crypto.randomUUID(),
  author: { userId: 'someone-else', name: 'Tomás Herrera' },
  kind: 'prompt',
  title: 'Notes to actions',
  body: 'List the actions in {{notes}}.',
  purpose: 'Saved me half an hour',
  taskKey: null,
  addedAt: '2026-11-23T10:05:00Z',
  votes: 0,
  voted: false,
  drafted: false,
  ...more,
});

/** The first question is answered with the entries; the next ones wait, as the API lets them. */
function following(session: BuildSession, entries: BuildEntry[]): Record<string, Answer> {
  const first: SessionResponse = { session, revision: 2, changed: entries };
  return {
    [`GET /api/build-sessions/${session.clientKey}`]: ({ url }) => {
      if (url.searchParams.get('since') === '0') return { json: first };
      throw new Error('interrupted');
    },
  };
}

const answering =
  (json: unknown, status = 200): Answer =>
  () => ({ json, status });

describe('the sessions', () => {
  test('are listed with who opened them, and a member is told where they come from', async () => {
    openTab({
      me: people.member,
      at: 'library/sessions',
      answers: { 'GET /api/build-sessions': answering({ sessions: [sessionOf()] }) },
    });
    expect(await screen.findByRole('link', { name: 'What worked this week' })).toBeTruthy();
    expect(screen.getByText(/Opened by Mara Okafor/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Open session' })).toBeNull();
  });

  test('say when they go, and that nobody loses what they wrote', async () => {
    const session = sessionOf({ goesOn: '2026-12-24' });
    openTab({
      me: people.member,
      at: 'library/sessions',
      answers: { 'GET /api/build-sessions': answering({ sessions: [session] }) },
    });
    expect(await screen.findByText(/this session goes/)).toBeTruthy();
  });

  test('are opened by a champion, who is then in it', async () => {
    const session = sessionOf({ title: 'Friday', entries: 0 });
    const { user, requestsTo } = openTab({
      me: people.champion,
      at: 'library/sessions',
      answers: {
        'GET /api/build-sessions': answering({ sessions: [] }),
        'POST /api/build-sessions': answering({ session, revision: 1, changed: [] }),
        ...following(session, []),
      },
    });
    await user.type(await screen.findByRole('textbox', { name: 'What is it about?' }), 'Friday');
    await user.click(screen.getByRole('button', { name: 'Open session' }));
    expect(await screen.findByRole('heading', { name: 'Friday' })).toBeTruthy();
    expect(requestsTo('POST /api/build-sessions')[0]?.body).toMatchObject({
      title: 'Friday',
      jobFamily: null,
    });
  });
});

describe('in a session', () => {
  test('what somebody adds is sent under one key, and shown without waiting for it to come round', async () => {
    const session = sessionOf();
    const route = `POST /api/build-sessions/${session.clientKey}/entries`;
    const { user, requestsTo } = openTab({
      me: people.member,
      at: `library/sessions/${session.clientKey}`,
      answers: {
        ...following(session, [entryOf()]),
        [route]: ({ body }) => ({
          json: {
            session,
            revision: 3,
            changed: [
              entryOf({
                ...(body as Pick<BuildEntry, 'clientKey' | 'title' | 'body'>),
                author: { userId: people.member.userId, name: 'Priya Raman' },
              }),
            ],
          },
        }),
      },
    });
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await user.type(title, 'Brief to questions');
    await user.type(screen.getByRole('textbox', { name: 'Text' }), 'What does it ask?');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Brief to questions')).toBeTruthy();
    await waitFor(() => {
      expect(title).toHaveProperty('value', '');
    });
    expect(requestsTo(route)).toHaveLength(1);
  });

  test('what could not be sent stays, is kept over a reload, and goes under the same key', async () => {
    const session = sessionOf();
    const route = `POST /api/build-sessions/${session.clientKey}/entries`;
    const away = { code: 'internal', message: 'Something went wrong on our side.' };
    const first = openTab({
      me: people.member,
      at: `library/sessions/${session.clientKey}`,
      answers: { ...following(session, []), [route]: answering(away, 500) },
    });
    await first.user.type(await screen.findByRole('textbox', { name: 'Title' }), 'Kept');
    await first.user.type(screen.getByRole('textbox', { name: 'Text' }), 'Every word');
    await first.user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Something went wrong on our side.')).toBeTruthy();
    first.close();

    const again = openTab({
      me: people.member,
      at: `library/sessions/${session.clientKey}`,
      answers: {
        ...following(session, []),
        [route]: answering({ session, revision: 3, changed: [] }),
      },
    });
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: 'Text' })).toHaveProperty('value', 'Every word');
    });
    await again.user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => {
      expect(again.requestsTo(route)).toHaveLength(1);
    });
    const keyOf = (body: unknown) => (body as { clientKey: string }).clientKey;
    expect(keyOf(again.requestsTo(route)[0]?.body)).toBe(keyOf(first.requestsTo(route)[0]?.body));
  });

  test('people vote for what others added, not for their own', async () => {
    const session = sessionOf();
    const theirs = entryOf({ title: 'Theirs', votes: 2 });
    const own = entryOf({
      title: 'Own',
      votes: 1,
      author: { userId: people.member.userId, name: 'Priya Raman' },
    });
    const route = `POST /api/build-sessions/${session.clientKey}/entries/${theirs.clientKey}/vote`;
    const { user, requestsTo } = openTab({
      me: people.member,
      at: `library/sessions/${session.clientKey}`,
      answers: {
        ...following(session, [own, theirs]),
        [route]: answering({
          session,
          revision: 3,
          changed: [{ ...theirs, votes: 3, voted: true }],
        }),
      },
    });
    const [best, second] = await screen.findAllByRole('listitem');
    expect(within(best!).getByText('Theirs')).toBeTruthy();
    expect(within(second!).getByText('1 vote')).toBeTruthy();
    expect(within(second!).queryByRole('button')).toBeNull();
    await user.click(within(best!).getByRole('button', { name: 'Vote for “Theirs”, 2 votes' }));
    expect(
      await screen.findByRole('button', { name: 'Vote for “Theirs”, 3 votes', pressed: true }),
    ).toBeTruthy();
    expect(requestsTo(route)[0]?.body).toEqual({ vote: true });
  });

  test('a champion makes drafts of the chosen ones with one action', async () => {
    const session = sessionOf();
    const [good, other] = [entryOf({ title: 'Good' }), entryOf({ title: 'Other' })];
    const route = `POST /api/build-sessions/${session.clientKey}/drafts`;
    const { user, requestsTo } = openTab({
      me: people.champion,
      at: `library/sessions/${session.clientKey}`,
      answers: {
        ...following(session, [good, other]),
        [route]: answering({ session, revision: 3, changed: [{ ...good, drafted: true }] }),
      },
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Choose “Good”' }));
    await user.click(screen.getByRole('button', { name: 'Make 1 draft' }));
    expect(await screen.findByText('Draft in the library')).toBeTruthy();
    expect(requestsTo(route)[0]?.body).toEqual({ entries: [good.clientKey] });
    expect(screen.queryByRole('checkbox', { name: 'Choose “Good”' })).toBeNull();
  });

  test('an interrupted connection is said, and what is known stays', async () => {
    const session = sessionOf();
    openTab({
      me: people.member,
      at: `library/sessions/${session.clientKey}`,
      answers: following(session, [entryOf()]),
    });
    expect(await screen.findByText(/The connection is interrupted/)).toBeTruthy();
    expect(screen.getByText('Notes to actions')).toBeTruthy();
  });

  test('that is closed takes nothing more, and says so', async () => {
    const session = sessionOf({ closedAt: '2026-11-23T11:00:00Z' });
    openTab({
      me: people.member,
      at: `library/sessions/${session.clientKey}`,
      answers: following(session, [entryOf()]),
    });
    expect(await screen.findByText(/This session is closed/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
  });
});
