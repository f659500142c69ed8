import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { suggestionsResponse } from '@last-mile/shared/feedback';
import {
  createFeedbackStage,
  type FeedbackStage,
} from '../../../local-tenant/testing/feedbackStage';
import { people, type PersonName } from '../../../local-tenant/testProduct';

let stage: FeedbackStage;
beforeAll(async () => {
  stage = await createFeedbackStage();
});
afterAll(() => stage.it.close());

const suggest = (text: string, name: PersonName = 'carol', named = true) =>
  stage.send({ kind: 'suggestion', reason: null, about: { type: 'tool' }, text, named }, name);

async function suggested(text: string, name?: PersonName, named?: boolean) {
  const key = await suggest(text, name, named);
  await stage.act(key, { do: 'takeUp', note: null });
  return key;
}

async function list(name: PersonName) {
  const response = await stage.it.ask(name, '/api/suggestions');
  expect(response.status).toBe(200);
  return suggestionsResponse.parse(await response.json()).items;
}
const seenBy = async (name: PersonName, key: string) =>
  (await list(name)).find(({ clientKey }) => clientKey === key);

async function vote(key: string, name: PersonName, wanted = true) {
  const response = await stage.it.ask(name, `/api/suggestions/${key}/vote`, { vote: wanted });
  const { code } = (await response.json()) as { code?: string };
  return code ?? response.status;
}

describe('a suggestion', () => {
  test('is seen by colleagues once a champion took it up, without who wrote it', async () => {
    const key = await suggest('Ask for the fee first.');
    expect(await seenBy('bob', key)).toBeUndefined();
    expect(await seenBy('carol', key)).toMatchObject({ own: true, shown: false, votes: 0 });
    await stage.act(key, { do: 'takeUp', note: 'Good idea, Carol.' });

    const seen = await seenBy('bob', key);
    expect(seen).toMatchObject({
      ...{ text: 'Ask for the fee first.', state: 'inProgress', own: false, shown: true },
    });
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${people.carol}|Carol|Colleague`));
    expect(await seenBy('erin', key)).toBeUndefined();
  });

  test('that is held back is seen by its own author alone, until it is shared again', async () => {
    const key = await suggested('Northwind wants shorter letters.');
    await stage.act(key, { do: 'holdBack' });
    expect(await seenBy('bob', key)).toBeUndefined();
    expect(await vote(key, 'bob')).toBe('notFound');
    expect(await seenBy('carol', key)).toMatchObject({ shown: false });
    expect(stage.inSharePoint(key)).toMatchObject({ HeldBack: true });
    await stage.act(key, { do: 'share' });
    expect(await seenBy('bob', key)).toMatchObject({
      ...{ text: 'Northwind wants shorter letters.', own: false, shown: true },
    });
  });

  test('says what became of it', async () => {
    const key = await suggested('Leave out the greeting.');
    const outcome = { route: 'declined', reason: 'Clients like it.' } as const;
    await stage.act(key, { do: 'close', outcome, note: null });
    expect(await seenBy('bob', key)).toMatchObject({
      ...{ state: 'closed', outcome: 'declined', outcomeReference: 'Clients like it.' },
    });
  });

  test('is no flag, and a flag cannot be held back', async () => {
    const key = await stage.send();
    await stage.act(key, { do: 'takeUp', note: null });
    expect(await seenBy('carol', key)).toBeUndefined();
    const refused = await stage.ask(key, { do: 'holdBack' });
    expect(await refused.json()).toMatchObject({ code: 'noSuggestion' });
  });
});

describe('votes', () => {
  test('count each person once, can be taken back, and are counted as voices', async () => {
    const key = await suggested('One prompt for all letters.');
    expect(await vote(key, 'bob')).toBe(200);
    expect(await vote(key, 'bob')).toBe(200);
    expect(await vote(key, 'alice')).toBe(200);
    expect(await seenBy('bob', key)).toMatchObject({ votes: 2, voted: true });
    expect(await seenBy('carol', key)).toMatchObject({ votes: 2, voted: false });
    expect(await stage.seen(key)).toMatchObject({ voices: 3 });
    expect(await vote(key, 'bob', false)).toBe(200);
    expect(await vote(key, 'bob', false)).toBe(200);
    expect(await seenBy('bob', key)).toMatchObject({ votes: 1, voted: false });
  });

  test('are for what others suggested, also where one gave no name', async () => {
    const key = await suggested('Fewer steps.', 'carol', false);
    expect(await vote(key, 'carol')).toBe('ownSuggestion');
    expect(await vote(randomUUID(), 'carol')).toBe('notFound');
    expect(await vote(key, 'erin')).toBe('notFound');
  });

  test('name nobody in the database', async () => {
    const key = await suggested('A shorter form.');
    await vote(key, 'bob');
    const rows = await stage.it.database.query(
      `SELECT FROM suggestion_vote t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%'`,
      [people.bob],
    );
    expect(rows).toEqual([]);
  });

  test('of what was merged count for what goes on for it, and are given back', async () => {
    const kept = await suggested('Letters in German.', 'alice');
    const key = await suggested('Write letters in German too.');
    await vote(key, 'bob');
    await vote(kept, 'bob');
    await stage.act(key, { do: 'merge', into: kept });
    expect(await seenBy('bob', key)).toBeUndefined();
    expect(await seenBy('bob', kept)).toMatchObject({ votes: 1, voted: true });
    // Carol's went into it: it is hers too, and she has no vote on it.
    expect(await seenBy('carol', kept)).toMatchObject({ own: true, shown: true });
    expect(await vote(kept, 'carol')).toBe('ownSuggestion');
    expect(await vote(key, 'carol')).toBe('ownSuggestion');
    await stage.act(key, { do: 'unmerge' });
    expect(await seenBy('bob', key)).toMatchObject({ votes: 1, voted: true });
    expect(await seenBy('bob', kept)).toMatchObject({ votes: 1, voted: true });
    expect(await vote(kept, 'carol')).toBe(200);
  });
});
