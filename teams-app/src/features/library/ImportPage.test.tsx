import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { ImportRow } from '@last-mile/shared/library';
import { openTab, type Answer } from '../../testing/openTab';
import { people } from '../../testing/people';

const awkward = [
  '\uFEFFName,Prompt text,Author',
  '"Weekly ""digest"" 🚀","Line one,\r\n```js\nlet a = 1;\n```\n  trailing  ",Mei-Ling Duarte',
  ',No title here,Somebody',
  'No text,,Somebody',
  '',
  'Plain,Do it.,',
].join('\n');

/** An API that takes rows as the real one does: once each, known by title and text. */
function library() {
  const seen = new Set<string>();
  const take: Answer = ({ body }) => {
    const { rows } = body as { rows: ImportRow[] };
    const fresh = rows.filter(({ title, body: text }) => !seen.has(title + text));
    for (const { title, body: text } of fresh) seen.add(title + text);
    return { json: { imported: fresh.length, known: rows.length - fresh.length, refused: [] } };
  };
  return { take, seen };
}

function openImport(take: Answer = library().take) {
  return openTab({
    me: people.champion,
    at: 'library/import',
    answers: { 'POST /api/library/import': take },
  });
}

async function choose(opened: ReturnType<typeof openTab>, content: BlobPart, name = 'prompts.csv') {
  const file = new File([content], name, { type: 'text/csv' });
  await opened.user.upload(await screen.findByLabelText('Choose a CSV file'), file);
}

describe('importing prompts', () => {
  test('columns are matched by name, bad rows are named, good ones are previewed', async () => {
    const opened = openImport();
    await choose(opened, awkward);
    expect(await screen.findByText('prompts.csv: 5 rows')).toBeTruthy();
    expect(screen.getByRole('combobox', { name: /Title/ })).toHaveProperty('value', '0');
    expect(screen.getByRole('combobox', { name: /Prompt text/ })).toHaveProperty('value', '1');
    const refused = within(
      screen.getByRole('table', { name: '2 rows cannot be imported' }),
    ).getAllByRole('row');
    expect(refused.map((row) => row.textContent)).toEqual([
      'RowColumnReason',
      '2TitleWrite something here.',
      '3Prompt textWrite something here.',
    ]);
    expect(screen.getByRole('button', { name: 'Import 2 prompts' })).toBeTruthy();
  });

  test('what is sent is byte for byte what the author wrote', async () => {
    const opened = openImport();
    await choose(opened, awkward);
    await opened.user.click(await screen.findByRole('button', { name: 'Import 2 prompts' }));
    expect(await screen.findByText(/2 prompts imported as drafts; 2 were refused/)).toBeTruthy();
    const { rows } = opened.requestsTo('POST /api/library/import')[0]?.body as {
      rows: ImportRow[];
    };
    expect(rows[0]).toMatchObject({
      row: 1,
      title: 'Weekly "digest" 🚀',
      body: 'Line one,\r\n```js\nlet a = 1;\n```\n  trailing  ',
      author: 'Mei-Ling Duarte',
    });
  });

  test('importing twice says that all is known', async () => {
    const opened = openImport();
    await choose(opened, awkward);
    await opened.user.click(await screen.findByRole('button', { name: 'Import 2 prompts' }));
    await opened.user.click(await screen.findByRole('button', { name: 'Import another file' }));
    await choose(opened, awkward);
    await opened.user.click(await screen.findByRole('button', { name: 'Import 2 prompts' }));
    expect(
      await screen.findByText(/0 prompts imported as drafts; 2 were in the library already/),
    ).toBeTruthy();
  });

  test('a batch that fails stops the import, and going on finishes it without doubles', async () => {
    const { take, seen } = library();
    let calls = 0;
    const opened = openImport((request) => {
      calls += 1;
      // The second batch arrives, but its answer does not.
      if (calls === 2) {
        take(request);
        return { status: 503, json: { code: 'unavailable', message: 'Not now.' } };
      }
      return take(request);
    });
    const rows = Array.from({ length: 60 }, (_, row) => `Title ${row},Text ${row}`);
    await choose(opened, ['title,prompt', ...rows].join('\n'));
    await opened.user.click(await screen.findByRole('button', { name: 'Import 60 prompts' }));
    expect(await screen.findByText('Stopped after 25 of 60.')).toBeTruthy();
    await opened.user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(
      await screen.findByText(/35 prompts imported as drafts; 25 were in the library already/),
    ).toBeTruthy();
    expect(seen.size).toBe(60);
  });

  test('semicolons are understood, and another separator can be chosen', async () => {
    const opened = openImport();
    await choose(opened, 'title;prompt;author\nOne;Do, this;Me\n');
    expect(await screen.findByRole('button', { name: 'Import 1 prompt' })).toBeTruthy();
    const separator = screen.getByRole('combobox', { name: 'Columns are separated by' });
    expect(separator).toHaveProperty('value', ';');
    await opened.user.selectOptions(separator, ',');
    expect(await screen.findByText(/No row of this file can be imported/)).toBeTruthy();
  });

  test('a column can be matched by hand, and feeds one field only', async () => {
    const opened = openImport();
    await choose(opened, 'heading,what to say\nOne,Do this\n');
    const text = await screen.findByRole('combobox', { name: /Prompt text/ });
    expect(text).toHaveProperty('value', '');
    await opened.user.selectOptions(text, 'what to say');
    expect(screen.getByRole('button', { name: 'Import 1 prompt' })).toBeTruthy();
    await opened.user.selectOptions(text, 'heading');
    expect(screen.getByRole('combobox', { name: /Title/ })).toHaveProperty('value', '');
  });

  test('a file in another encoding is refused with what to do', async () => {
    const opened = openImport();
    await choose(opened, new Uint8Array([0x74, 0x69, 0x74, 0x6c, 0xe9]));
    expect(await screen.findByText(/This file is not UTF-8/)).toBeTruthy();
  });

  test('a row whose quotes never close is named', async () => {
    const opened = openImport();
    await choose(opened, 'title,prompt\nOne,Fine\nTwo,"never closed\n');
    expect(await screen.findByText('A quotation mark in this row never closes.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Import 1 prompt' })).toBeTruthy();
  });

  test('a member does not get there', async () => {
    openTab({ me: people.member, at: 'library/import' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Library' })).toBeTruthy();
    expect(screen.queryByText('1. Choose a file')).toBeNull();
  });
});
