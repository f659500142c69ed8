import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, placeholdersIn } from '../placeholders';
import { findLeftovers, type OutgoingMessage } from './findLeftovers';
import { leftoverAlert, longestAlert } from './leftoverTexts';
import { readOwnText } from './ownText';

const messageOf = (part: Partial<OutgoingMessage>): OutgoingMessage => ({
  subject: '',
  own: readOwnText({ type: 'html', content: '' }),
  recipients: [],
  attachments: [],
  fills: [],
  ...part,
});
const whatIsFound = (content: string, type: 'html' | 'text' = 'html') =>
  findLeftovers(messageOf({ own: readOwnText({ type, content }) }));

describe('the on-send check', () => {
  test('names what was left and the words around it', () => {
    expect(whatIsFound('<p>Dear {{name}}, thank you.</p>')).toEqual([
      { kind: 'placeholder', what: 'name', around: 'Dear {{name}}, thank you.' },
    ]);
  });

  test('finds every placeholder that the library itself would fill', () => {
    const name = fc.stringMatching(/^[A-Za-zäöüéß0-9][A-Za-zäöüéß0-9 ._-]{0,20}$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const sentence = names.map((one) => `word {{${one}}} word`).join(', ');
        const found = whatIsFound(`<p>${sentence}</p>`).map((one) =>
          one.kind === 'placeholder' ? one.what : one.kind,
        );
        const expected = placeholdersIn(sentence).map((one) => one.replace(/\s+/g, ' '));
        expect(found).toEqual([...new Set(expected)]);
      }),
    );
  });

  test('says the same of a message whatever thread hangs below it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (own, thread) => {
        const markup = `<p>${escapeHtml(own)} {{name}}</p>`;
        const below = `<div id="divRplyFwdMsg"></div>${thread}`;
        expect(whatIsFound(markup + below)).toEqual(whatIsFound(markup));
      }),
    );
  });

  test('answers whatever the body holds, in HTML and in plain text', () => {
    const shards = [
      '<',
      '>',
      '"',
      "'",
      '<a href="',
      '<!--',
      '-->',
      '{{',
      '}}',
      '<pre>',
      '</p',
      '&#',
      '`',
    ];
    const body = fc
      .array(fc.oneof(fc.constantFrom(...shards), fc.string()))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(body, fc.constantFrom('html', 'text'), (content, type) =>
        Array.isArray(whatIsFound(content, type)),
      ),
    );
  });

  test.each([
    '<a "',
    '<a b="',
    '<!--',
    '<p ',
    '{{',
    '{{a',
    '}}',
    '</',
    '<style>',
    '&',
    '> ',
    'On ',
    'From:\n',
    '`',
  ])('reads a million characters of %j to the end', (shard) => {
    const content = shard.repeat(Math.ceil(1_000_000 / shard.length));
    expect(Array.isArray(whatIsFound(content))).toBe(true);
    expect(Array.isArray(whatIsFound(content, 'text'))).toBe(true);
  });
});

describe('the alert', () => {
  test.each([
    ['en-GB', /^Before you send: {{name}} is not filled in/],
    ['de-DE', /^Vor dem Senden: {{name}} ist nicht ausgefüllt/],
    ['fr-FR', /^Before you send/],
  ])('speaks the language of Outlook’s own texts: %s', (language, words) => {
    expect(leftoverAlert(whatIsFound('<p>{{name}}</p>'), language).message).toMatch(words);
  });

  test('never exceeds what Outlook shows, and counts what it left out', () => {
    const names = Array.from({ length: 40 }, (_, at) => `{{a rather long placeholder ${at}}}`);
    const { message, action } = leftoverAlert(whatIsFound(`<p>${names.join('</p><p>')}</p>`), 'de');
    expect(message.length).toBeLessThanOrEqual(longestAlert);
    expect(message).toMatch(/Und \d+ weitere\.$/);
    expect(action.length).toBeLessThanOrEqual(20);
  });
});
