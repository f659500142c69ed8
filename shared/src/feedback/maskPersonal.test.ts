import fc from 'fast-check';
import { expect, test } from 'vitest';
import { englishMasks, maskPersonal } from './maskPersonal';

const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    ...['Dear ', 'Frau ', 'Anna', 'Müller', ' and ', '\n', ' ', ', ', '+49 ', '0', '12', '3456789'],
    ...['a@b.de', 'https://x.example/1', 'DE', '-', '.', '(', ')', 'regards,\n', '[name]', '['],
  ),
);
const anyText = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
const names = fc.array(fc.constantFrom('Anna Müller', 'Berg, Ada', 'o', '', '[x', 'name'));

test('masking a masked text changes nothing', () => {
  fc.assert(
    fc.property(anyText, names, (text, known) => {
      const once = maskPersonal(text, { names: known });
      expect(maskPersonal(once.text, { names: known })).toEqual({ text: once.text, replaced: 0 });
    }),
    { numRuns: 2_000 },
  );
});

test('what stays is what was written, in its order', () => {
  const anyMask = new RegExp(
    Object.values(englishMasks)
      .map((mask) => mask.replace(/[[\]]/gu, '\\$&'))
      .join('|'),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      let from = 0;
      for (const part of maskPersonal(text).text.split(anyMask)) {
        const at = text.indexOf(part, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + part.length;
      }
    }),
  );
});

const sentence = fc.constantFrom('It said so. ', 'Das steht dort: ', 'See ', 'Bitte an ', '(', '“');
const after = fc.constantFrom('.', ', please', ' senden', ')', '\n', '');
const digits = (least: number, most: number) =>
  fc.string({
    unit: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'),
    minLength: least,
    maxLength: most,
  });

test('wherever an e-mail address stands, it is gone', () => {
  fc.assert(
    fc.property(sentence, fc.emailAddress(), after, (before, address, rest) => {
      const { text } = maskPersonal(before + address + rest);
      expect(text).not.toContain('@');
    }),
  );
});

test('wherever a number of six digits or more stands, it is gone, however it is grouped', () => {
  const grouped = fc
    .tuple(digits(6, 16), fc.constantFrom('', ' ', '-', '.', '/'), fc.integer({ min: 3, max: 4 }))
    .map(
      ([all, between, each]) => all.match(new RegExp(`.{1,${each}}`, 'gu'))?.join(between) ?? '',
    );
  fc.assert(
    fc.property(sentence, grouped, after, (before, number, rest) => {
      expect(maskPersonal(before + number + rest).text).not.toMatch(/\d/);
    }),
  );
});

test('a short number, a day and a year stay', () => {
  const kept = fc.oneof(
    digits(1, 5),
    fc
      .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .chain((date) => {
        const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
        return fc.constantFrom(
          `${day}.${month}.${year}`,
          `${month}/${day}/${year}`,
          `${year}-${month}-${day}`,
        );
      }),
  );
  fc.assert(
    fc.property(kept, (number) => {
      const text = `On ${number} it was so.`;
      expect(maskPersonal(text)).toEqual({ text, replaced: 0 });
    }),
  );
});

test('who is known is gone from wherever they are named', () => {
  const person = fc.constantFrom('Anna Müller', 'Jürgen Groß', 'Priya Raman', 'Ada Öztürk');
  fc.assert(
    fc.property(sentence, person, after, (before, name, rest) => {
      const { text } = maskPersonal(`${before}${name}${rest}`, { names: [name] });
      for (const word of name.split(' ')) expect(text).not.toContain(word);
    }),
  );
});

test("masks are in the reader's words", () => {
  const words = { ...englishMasks, name: '[Name]', email: '[E-Mail]' };
  expect(maskPersonal('Liebe Anna, bitte an a@b.de.', { words }).text).toBe(
    'Liebe [Name], bitte an [E-Mail].',
  );
});
