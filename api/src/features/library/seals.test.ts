import { afterAll, beforeAll, expect, test } from 'vitest';
import { laterContent, libraryContent, type LibraryContent } from '@last-mile/shared/library';
import { createTestDatabase, type TestDatabase } from '../../db/testDatabase';
import { canonical, createSeals } from './seals';

let it: TestDatabase;
beforeAll(async () => {
  it = await createTestDatabase();
});
afterAll(() => it.end());

/** A text and its seal as they were made before placeholders, sources and examples existed. */
const before = {
  clientKey: '11111111-1111-4111-8111-111111111111',
  version: 3,
  content:
    '{"kind":"prompt","title":"Client update","purpose":"","body":"Write to {{client}}.",' +
    '"subject":null,"jobFamilies":["advisory"],"taskKey":null,"assistant":"Copilot Chat",' +
    '"language":"en-GB","tags":["update"],"checkBeforeTrusting":"Dates."}',
  seal: '8364d560eda79d5b22b0d7d09fa1885b0e8fccacc1cefe063359bd682eca96fa',
};

test('a seal of before the later parts holds, and they are empty in its text', async () => {
  await it.query(`INSERT INTO library_seal VALUES ($1, $2, $3, decode($4, 'hex'), 'bob', now())`, [
    before.clientKey,
    before.version,
    before.content,
    before.seal,
  ]);
  const broken: string[] = [];
  const seals = await createSeals({
    database: it,
    key: 'a key of the test',
    onBroken: (clientKey) => broken.push(clientKey),
  });
  const approved = (await seals.latest()).get(before.clientKey);
  await seals.close();
  expect(broken).toEqual([]);
  expect(approved?.content).toEqual({
    ...(JSON.parse(before.content) as LibraryContent),
    ...laterContent,
  });
  expect(canonical(approved!.content)).toBe(before.content);
});

test('what the later parts say is part of what is sealed', () => {
  const content = libraryContent.parse(JSON.parse(before.content));
  const asked = {
    name: 'client',
    kind: 'text' as const,
    description: 'Who reads it',
    choices: [],
    from: 'recipientCompany' as const,
  };
  const later = [
    { ...content, stepKey: 'send' },
    { ...content, placeholders: [asked] },
    { ...content, exampleOutput: 'Dear Ms Lind' },
    { ...content, sources: [{ title: 'Fees', url: 'https://example.org/fees', ownerId: null }] },
  ].map(canonical);
  expect(new Set([before.content, ...later]).size).toBe(5);
  expect(later.map((text) => canonical(libraryContent.parse(JSON.parse(text))))).toEqual(later);
});
