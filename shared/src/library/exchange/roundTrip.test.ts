import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStorable } from '../../text';
import type { ImportRow } from '../libraryImport';
import { libraryItem, type LibraryItem } from '../libraryItem';
import { exchangeHeader, mapColumns } from './exchangeFields';
import { toCells, toImportRows, toTexts, type FileLines } from './itemCells';
import { markdownHead, readMarkdown, toMarkdown } from './markdown';

/** Texts of people, and what spreadsheets, Markdown and CSV take for something else. */
const awkward = fc.constantFrom(
  ...['=1+1', "'=1+1", "''-", '@sum', '\tx', '\r', '+', '# Title', '```', '````text\n```', '~~~'],
  ...['- Kind: x', '<b>&amp;</b>', '\\*', '"', '""', ',', ';', '\r\n', '\n\n', ' ', '  x', 'x  '],
  ...['_x000D_', '_x0041_', '\u2028', 'é', '👩🏽‍💻', 'שלום', '{{client}}', '### Prompt'],
);
const anyText = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 })
  .map((parts) => parts.join(''))
  .filter(isStorable);
const saying = anyText.filter((text) => text.trim() !== '');
const oneLine = saying.filter((text) => !/[\r\n]/.test(text));
const nothingOr = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const key = fc.uuid();

const items: fc.Arbitrary<LibraryItem> = fc
  .record({
    clientKey: key,
    status: fc.constantFrom('draft', 'inReview', 'published', 'retired'),
    content: fc.record({
      kind: fc.constantFrom('prompt', 'template'),
      title: oneLine,
      purpose: anyText,
      body: saying,
      subject: nothingOr(saying),
      jobFamilies: fc.array(oneLine, { maxLength: 3 }),
      taskKey: nothingOr(key),
      assistant: nothingOr(oneLine),
      language: fc.constantFrom('und', 'en', 'de-CH'),
      tags: fc.array(oneLine, { maxLength: 3 }),
      checkBeforeTrusting: anyText,
      stepKey: nothingOr(oneLine),
      placeholders: fc.array(
        fc.record({
          name: fc.constantFrom('client', 'due date', 'Name_2'),
          kind: fc.constantFrom('text', 'choice', 'date', 'message'),
          description: anyText,
          choices: fc.array(anyText, { maxLength: 2 }),
          from: nothingOr(fc.constantFrom('recipientName', 'today')),
        }),
        { maxLength: 2 },
      ),
      exampleOutput: anyText,
      sources: fc.array(
        fc.record({
          title: oneLine,
          url: fc.constant('https://prompts.example/a'),
          ownerId: nothingOr(key),
        }),
        { maxLength: 2 },
      ),
    }),
    author: fc.record({ userId: fc.constant(null), name: nothingOr(oneLine) }),
    importedBy: fc.constant(null),
    sourceUrl: nothingOr(fc.constant('https://prompts.example/?a=1&b="2"')),
    translationOf: nothingOr(key),
    reviewOn: nothingOr(fc.constant('2026-12-01')),
    modifiedAt: fc.constant('2026-11-23T09:00:00.000Z'),
    version: fc.nat(9),
    eTag: fc.constant(null),
    proposal: fc.constant(null),
  })
  .map((item) => libraryItem.parse(item));

/** Everything of an item that an import takes. */
function toRow({ content, ...item }: LibraryItem, index: number): ImportRow {
  const optional = {
    subject: content.subject,
    jobFamilies: content.jobFamilies,
    taskKey: content.taskKey,
    stepKey: content.stepKey,
    assistant: content.assistant,
    language: content.language,
    tags: content.tags,
    checkBeforeTrusting: content.checkBeforeTrusting,
    placeholders: content.placeholders,
    exampleOutput: content.exampleOutput,
    sources: content.sources,
    translationOf: item.translationOf,
  };
  const given = Object.entries(optional).filter(([, value]) => value !== null && value.length > 0);
  return {
    row: index + 1,
    kind: content.kind,
    title: content.title,
    purpose: content.purpose,
    body: content.body,
    author: item.author.name ?? '',
    sourceUrl: item.sourceUrl ?? '',
    ...Object.fromEntries(given),
  };
}

const readBack = (file: Omit<FileLines, 'unclosed'>) => toImportRows(file, mapColumns(file.header));
const several = fc.array(items, { minLength: 1, maxLength: 4 });

test('cells of a spreadsheet come back as they left, and none begins like a formula', () => {
  fc.assert(
    fc.property(several, (library) => {
      const lines = library.map((item) => toCells(item));
      for (const cell of lines.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(readBack({ header: exchangeHeader, lines, written: 'asCells' })).toEqual({
        rows: library.map(toRow),
        refused: [],
      });
    }),
  );
});

test('a library as Markdown comes back as it left', () => {
  fc.assert(
    fc.property(several, (library) => {
      const sections = library.map((item) => toMarkdown(exchangeHeader, toTexts(item)));
      const file = readMarkdown(markdownHead + sections.join(''));
      expect(file.written).toBe('asTexts');
      expect([...file.unclosed]).toEqual([]);
      expect(readBack(file)).toEqual({ rows: library.map(toRow), refused: [] });
    }),
  );
});
