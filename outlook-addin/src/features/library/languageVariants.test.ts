import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraryItemOf } from '../../testing/paneFixture';
import { inOneLanguage, originalKey, variantsOf } from './languageVariants';

const english = libraryItemOf({ title: 'Offer', language: 'en-GB' });
const german = {
  ...libraryItemOf({ title: 'Angebot', language: 'de' }),
  translationOf: english.clientKey,
};
const other = libraryItemOf({ title: 'Agenda', language: 'en-GB' });

test('of an item and its translations the one in the wanted language is shown, else the original', () => {
  const items = [german, english, other];
  expect(inOneLanguage(items, ['de', 'en'])).toEqual([german, other]);
  expect(inOneLanguage(items, ['en'])).toEqual([english, other]);
  expect(inOneLanguage(items, ['fr'])).toEqual([english, other]);
  expect(inOneLanguage([german], ['fr'])).toEqual([german]);
});

test('an item knows itself in every language it is published in', () => {
  const draft = { ...german, clientKey: crypto.randomUUID(), status: 'draft' as const };
  expect(variantsOf(german, [english, german, draft, other])).toEqual([german, english]);
});

test('whatever is wanted, nothing is lost and nothing stands twice', () => {
  const languages = ['en', 'de', 'fr'];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...languages)), { maxLength: 12 }),
      fc.uniqueArray(fc.constantFrom(...languages)),
      (made, wanted) => {
        const originals = [0, 1, 2, 3].map(() => crypto.randomUUID());
        const items = made.map(([of, language]) => ({
          ...libraryItemOf({ language }),
          translationOf: originals[of] ?? null,
        }));
        const shown = inOneLanguage(items, wanted).map(originalKey);
        expect(new Set(shown)).toEqual(new Set(items.map(originalKey)));
        expect(shown).toHaveLength(new Set(shown).size);
      },
    ),
  );
});
