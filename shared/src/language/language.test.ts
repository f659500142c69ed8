import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createLanguageChoice,
  declareTexts,
  languageFor,
  plural,
  speak,
  spokenLanguage,
} from './index';

const texts = declareTexts('door', {
  open: 'Open',
  kinds: { front: 'Front door', back: 'Back door' },
  left: (count: number) => plural(count, { one: '# door left', other: '# doors left' }),
});
const german = {
  door: {
    open: 'Öffnen',
    kinds: { front: 'Vordertür', back: 'Hintertür' },
    left: (count) => plural(count, { one: '# Tür übrig', other: '# Türen übrig' }),
  } satisfies typeof texts,
};
const { kinds } = texts;

test('before the language is chosen a text cannot be read', async () => {
  vi.resetModules();
  const { declareTexts: fresh } = await import('./index');
  const early = fresh('door', { open: 'Open' });
  expect(() => early.open).toThrow('before the language was chosen');
});

describe('the language for a display language', () => {
  test.each([
    ['de-DE', { texts: 'de', locale: 'de-DE', dir: 'ltr' }],
    ['de-AT', { texts: 'de', locale: 'de-AT', dir: 'ltr' }],
    ['de', { texts: 'de', locale: 'de', dir: 'ltr' }],
    ['en-us', { texts: 'en', locale: 'en-US', dir: 'ltr' }],
    ['fr-FR', { texts: 'en', locale: 'en-GB', dir: 'ltr' }],
    ['ar-SA', { texts: 'en', locale: 'en-GB', dir: 'ltr' }],
    ['ar-XB', { texts: 'en', locale: 'en-GB', dir: 'rtl' }],
    ['deutsch!', { texts: 'en', locale: 'en-GB', dir: 'ltr' }],
    ['', { texts: 'en', locale: 'en-GB', dir: 'ltr' }],
  ])('%s', (displayLanguage, language) => {
    expect(languageFor(displayLanguage)).toEqual(language);
  });
});

describe('texts', () => {
  beforeEach(() => {
    speak(languageFor('de-DE'), german);
  });

  test('are read in the language that is spoken then, in groups and in sentences', () => {
    expect([texts.open, kinds.back, texts.left(1), texts.left(1200)]).toEqual([
      'Öffnen',
      'Hintertür',
      '1 Tür übrig',
      '1.200 Türen übrig',
    ]);
    speak(languageFor('en-GB'), null);
    expect([texts.open, kinds.back, texts.left(1), texts.left(1200)]).toEqual([
      'Open',
      'Back door',
      '1 door left',
      '1,200 doors left',
    ]);
  });

  test('can be listed like the object they are written as', () => {
    expect(Object.entries(texts.kinds)).toEqual([
      ['front', 'Vordertür'],
      ['back', 'Hintertür'],
    ]);
  });
});

describe('an app', () => {
  const rootOf = () => ({ lang: '', dir: '' }) as HTMLElement;

  test('fetches German only for who reads it, and says on the page what it speaks', async () => {
    const loadGerman = vi.fn(() => Promise.resolve(german));
    const root = rootOf();
    const choice = createLanguageChoice({ loadGerman, root });
    choice.expect('en-GB');
    await choice.choose('en-GB');
    expect(loadGerman).not.toHaveBeenCalled();
    expect(root).toEqual({ lang: 'en', dir: 'ltr' });

    await choice.choose('de-CH');
    expect(root).toEqual({ lang: 'de', dir: 'ltr' });
    expect(texts.open).toBe('Öffnen');

    await choice.choose('ar-XB');
    expect(root).toEqual({ lang: 'en', dir: 'rtl' });
    expect(texts.open).toBe('Open');
  });

  test('speaks English, figures and all, where German cannot be fetched', async () => {
    const root = rootOf();
    const loadGerman = () => Promise.reject(new TypeError('fetch failed'));
    const choice = createLanguageChoice({ loadGerman, root });
    choice.expect('de-DE');
    await choice.choose('de-DE');
    expect(root.lang).toBe('en');
    expect(texts.left(1200)).toBe('1,200 doors left');
    expect(spokenLanguage().locale).toBe('en-GB');
  });
});
