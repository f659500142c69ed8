import { expect, test } from 'vitest';
import { mapColumns, toImportRows } from './libraryImport';

test('columns are mapped by the names people give them, whatever the letter case', () => {
  expect(
    mapColumns(['\uFEFFTitle', 'Summary', 'PROMPT', 'description', 'Author', 'source']),
  ).toEqual({
    title: 0,
    purpose: 1,
    body: 2,
    author: 4,
    sourceUrl: 5,
  });
});

test('a column that nobody knows stays unmapped', () => {
  expect(mapColumns(['Priority', 'Prompt'])).toEqual({ body: 1 });
});

test('a bad row is named with the field and the reason, and the good ones are kept', () => {
  const mapping = mapColumns(['title', 'prompt', 'source']);
  const { rows, refused } = toImportRows(
    [
      ['Good', '  Keep\r\nmy `spaces`  ', 'https://example.org/a'],
      ['No text', '   ', ''],
      ['x'.repeat(256), 'Text', 'ftp://example.org'],
    ],
    mapping,
  );
  expect(rows).toEqual([
    {
      row: 1,
      kind: 'prompt',
      title: 'Good',
      purpose: '',
      body: '  Keep\r\nmy `spaces`  ',
      author: '',
      sourceUrl: 'https://example.org/a',
    },
  ]);
  expect(refused).toEqual([
    { row: 2, field: 'body', message: 'Write something here.' },
    { row: 3, field: 'title', message: 'Use at most 255 characters.' },
    { row: 3, field: 'sourceUrl', message: 'Use an address that starts with http:// or https://.' },
  ]);
});

test('a text longer than SharePoint keeps is refused before anything is written', () => {
  const { refused } = toImportRows([['Long', 'x'.repeat(64_000)]], { title: 0, body: 1 });
  expect(refused).toEqual([{ row: 1, field: 'body', message: 'Use at most 63999 characters.' }]);
});
