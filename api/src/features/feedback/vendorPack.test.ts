import { randomUUID } from 'node:crypto';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createFeedbackStage,
  type FeedbackStage,
} from '../../../local-tenant/testing/feedbackStage';
import { people } from '../../../local-tenant/testProduct';

let stage: FeedbackStage;
beforeAll(async () => {
  stage = await createFeedbackStage();
});
afterAll(() => stage.it.close());

async function packOf(format: 'txt' | 'csv', ...keys: string[]) {
  const path = `/api/feedback/vendor-pack?keys=${keys.join(',')}&format=${format}`;
  const response = await stage.it.ask('alice', path);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Disposition')).toContain(`vendor-pack.${format}`);
  return response.text();
}

test('a text says what a vendor needs: what is wrong, where, the words, the output and the prompt', async () => {
  const prompt = await stage.publish();
  const about = { type: 'libraryItem', itemKey: prompt.clientKey, version: 1 } as const;
  const key = await stage.send({ about, output: 'In re Nobody, 2031.', text: 'Two\nlines.' });
  // What is published later is not what was read.
  await stage.publish(prompt);
  expect(await packOf('txt', key)).toBe(
    [
      ...['Report 1', '========', `Our reference: ${key}`, 'What is wrong: It is wrong'],
      ...['Reported on: 2026-11-23', 'Seen in: Outlook'],
      `About: ${prompt.content.title}, version 1`,
      ...['', 'What happened', '-------------', 'Two\nlines.', ''],
      ...['What the assistant wrote', '------------------------', 'In re Nobody, 2031.', ''],
      ...['The prompt', '----------', prompt.content.body, ''],
    ].join('\n'),
  );
});

test('a table has a line for each in the order asked for, and no cell is a formula', async () => {
  const formula = '=HYPERLINK("https://example.com","Click")';
  const [one, other] = [await stage.send({ text: formula }), await stage.send({ text: '@SUM' })];
  const { data } = Papa.parse<Record<string, string>>(
    (await packOf('csv', other, one)).replace('\uFEFF', ''),
    { header: true, skipEmptyLines: true },
  );
  expect(data.map((line) => [line['Our reference'], line['What happened']])).toEqual([
    [other, "'@SUM"],
    [one, `'${formula}`],
  ]);
});

test('nothing tells who reported, with a name or without, nor who works on it', async () => {
  const keys = [await stage.send(), await stage.send({ named: false })];
  const [first = ''] = keys;
  await stage.act(first, { do: 'assign', to: people.bob });
  for (const format of ['txt', 'csv'] as const) {
    const pack = await packOf(format, ...keys);
    expect(pack).not.toMatch(/Carol|Bob|Colleague/);
    for (const id of Object.values(people)) expect(pack).not.toContain(id);
  }
});

test('what is not there, or of another programme, makes no file', async () => {
  const key = await stage.send();
  const ask = (name: 'alice' | 'erin' | 'carol' | 'dora', keys: string) =>
    stage.it.ask(name, `/api/feedback/vendor-pack?keys=${keys}&format=txt`);
  expect((await ask('alice', `${key},${randomUUID()}`)).status).toBe(404);
  expect((await ask('erin', key)).status).toBe(404);
  expect((await ask('carol', key)).status).toBe(403);
  expect((await ask('dora', key)).status).toBe(403);
  expect((await ask('alice', 'x')).status).toBe(400);
  expect((await ask('alice', '')).status).toBe(400);
});
