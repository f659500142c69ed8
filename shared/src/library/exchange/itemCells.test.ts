import { expect, test } from 'vitest';
import { mapColumns } from './exchangeFields';
import { toImportRows } from './itemCells';

const read = (header: string[], ...lines: string[][]) =>
  toImportRows({ header, lines, written: 'byOthers' }, mapColumns(header));

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
  const { rows, refused } = read(
    ['title', 'prompt', 'source'],
    ['Good', '  Keep\r\nmy `spaces`  ', 'https://example.org/a'],
    ['No text', '   ', ''],
    ['x'.repeat(256), 'Text', 'ftp://example.org'],
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
    { row: 2, field: 'body', code: 'empty', message: 'Write something here.' },
    { row: 3, field: 'title', code: 'tooLong', limit: 255, message: 'Use at most 255 characters.' },
    {
      row: 3,
      field: 'sourceUrl',
      code: 'webAddress',
      message: 'Use an address that starts with http:// or https://.',
    },
  ]);
});

test('a text longer than SharePoint keeps is refused before anything is written', () => {
  const { refused } = read(['title', 'prompt'], ['Long', 'x'.repeat(64_000)]);
  expect(refused).toEqual([
    {
      row: 1,
      field: 'body',
      code: 'tooLong',
      limit: 63_999,
      message: 'Use at most 63999 characters.',
    },
  ]);
});

test('a row that is wider than the header is refused: a part of its text would be lost', () => {
  const { rows, refused } = read(
    ['title', 'prompt'],
    ['Unquoted', 'First half', ' second half'],
    ['Trailing separators', 'Kept', '', ' '],
    ['Short'],
  );
  expect(rows.map(({ row }) => row)).toEqual([2]);
  expect(refused).toEqual([
    {
      row: 1,
      field: 'row',
      code: 'moreColumns',
      limit: 2,
      message: 'This row has more columns than the first row, which has 2.',
    },
    { row: 3, field: 'body', code: 'empty', message: 'Write something here.' },
  ]);
});

test('a text with NUL or half a character is refused before it is sent', () => {
  const { refused } = read(['title', 'prompt'], ['Nul \0 inside', 'Text'], ['Half', 'a \uD83D']);
  expect(refused).toEqual([
    { row: 1, field: 'title', code: 'notStorable', message: 'Use characters that can be stored.' },
    { row: 2, field: 'body', code: 'notStorable', message: 'Use characters that can be stored.' },
  ]);
});

test('what a file says of kind, tags and languages is taken, and what it says wrongly is named', () => {
  const header = ['title', 'prompt', 'kind', 'tags', 'placeholders'];
  const { rows, refused } = read(
    header,
    ['One', 'Text', 'Email template', 'status; client,weekly', ''],
    ['Two', 'Text', 'poem', '', ''],
    ['Three', 'Text', '', '', 'client, project'],
  );
  expect(rows).toEqual([
    {
      ...{ row: 1, kind: 'template', title: 'One', purpose: '', body: 'Text' },
      ...{ author: '', sourceUrl: '', tags: ['status', 'client', 'weekly'] },
    },
  ]);
  expect(refused).toEqual([
    { row: 2, field: 'kind', code: 'itemKind', message: 'Write “prompt” or “template”.' },
    {
      ...{ row: 3, field: 'placeholders' },
      code: 'exportedParts',
      message: 'Leave this empty, or as an export of a library has it.',
    },
  ]);
});
