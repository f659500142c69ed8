import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  itemOrigins,
  laterContent,
  libraryItemStatuses,
  placeholderKinds,
  placeholderOrigins,
  type LibraryContent,
} from '@last-mile/shared/library';
import { checkFields, toFields } from '../../sync/sharePointItem';
import {
  contentFields,
  libraryList,
  recordFields,
  toContent,
  toRecord,
  type LibraryRecord,
} from './libraryList';

const words = fc.stringMatching(/^[A-Za-zÄé{}"<&,] ?[a-z"\\]{0,20}$/);
const lines = fc.array(
  words.map((word) => word.trim()),
  { maxLength: 4 },
);
const key = fc.uuid();

const content: fc.Arbitrary<LibraryContent> = fc.record({
  kind: fc.constantFrom('prompt' as const, 'template' as const),
  title: words,
  purpose: fc.oneof(fc.constant(''), words),
  body: words,
  subject: fc.option(words),
  jobFamilies: lines,
  taskKey: fc.option(key),
  assistant: fc.option(words),
  language: fc.constantFrom('en-GB', 'de', 'und'),
  tags: lines,
  checkBeforeTrusting: fc.oneof(fc.constant(''), words),
  stepKey: fc.option(words),
  placeholders: fc.array(
    fc.record({
      name: fc.stringMatching(/^[a-z]{1,10}$/),
      kind: fc.constantFrom(...placeholderKinds),
      description: words,
      choices: lines,
      from: fc.option(fc.constantFrom(...placeholderOrigins)),
    }),
    { maxLength: 3 },
  ),
  exampleOutput: fc.oneof(fc.constant(''), words),
  sources: fc.array(fc.record({ title: words, url: fc.webUrl(), ownerId: fc.option(key) }), {
    maxLength: 3,
  }),
});

const basis = fc.record({ clientKey: key, version: fc.integer({ min: 1, max: 99 }) });
const record: fc.Arbitrary<LibraryRecord> = fc
  .record({
    status: fc.constantFrom(...libraryItemStatuses),
    authorId: fc.option(key),
    authorName: fc.option(words),
    importedBy: fc.option(key),
    sourceUrl: fc.option(fc.webUrl()),
    origin: fc.option(fc.constantFrom(...itemOrigins)),
    sessionKey: fc.option(key),
    copiedFrom: fc.option(
      fc.record({
        ...{ programmeKey: key, programme: words, itemKey: key },
        ...{ version: fc.integer({ min: 1, max: 99 }) },
        at: fc.constant('2026-11-23T09:00:00.000Z'),
      }),
    ),
    editorIds: fc.uniqueArray(key, { maxLength: 3 }),
    editedVersion: fc.option(fc.nat(99)),
    ownerId: fc.option(key),
    translationOf: fc.option(key),
    basedOn: fc.option(basis),
    originalVersion: fc.option(fc.integer({ min: 1, max: 99 })),
    returnNote: fc.option(words),
    returnedBy: fc.option(key),
    reviewOn: fc.option(fc.constantFrom('2026-11-25', '2027-02-28')),
    version: fc.nat(99),
    programmeKey: fc.option(key),
  })
  .map((one) => ({ ...one, originalVersion: one.basedOn ? null : one.originalVersion }));

test('what is written to the list is read from it again', () => {
  fc.assert(
    fc.property(content, record, (text, beside) => {
      const fields = { ...contentFields(text), ...recordFields(beside) };
      checkFields(libraryList, fields);
      const stored = toFields(libraryList, fields);
      expect(toContent(stored)).toEqual({ content: text, complete: true });
      expect(toRecord(stored)).toEqual(beside);
    }),
  );
});

test('an item of before the later columns reads as one that says nothing there', () => {
  const { content: read, complete } = toContent({ Title: 'Old', Kind: 'prompt', Body: 'Text' });
  expect(complete).toBe(true);
  expect(read).toMatchObject(laterContent);
  expect(toRecord({})).toMatchObject({
    origin: null,
    ownerId: null,
    translationOf: null,
    basedOn: null,
    originalVersion: null,
  });
});

test.each([
  ['is no JSON', 'client, deadline'],
  ['is of another shape', '[{"name":"client"}]'],
  ['leads where no link may', '[{"title":"x","url":"javascript:alert(1)","ownerId":null}]'],
])('what people left in a JSON column that %s cannot be approved', (_, written) => {
  const fields = { Title: 'Text', Kind: 'prompt', Body: 'Text' };
  for (const column of ['Placeholders', 'Sources']) {
    const read = toContent({ ...fields, [column]: written });
    expect(read.complete).toBe(false);
    expect(read.content).toMatchObject(laterContent);
  }
});
