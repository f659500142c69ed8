import { describe, expect, test } from 'vitest';
import { stemOf, wordsOf } from './words';

describe('words', () => {
  test.each([
    [
      'without case, accents and signs',
      'Résumé: THE Q3-Report!',
      ['resume', 'the', 'q3', 'report'],
    ],
    [
      'with umlauts as they are typed anywhere',
      'Prüfung pruefung prufung',
      Array(3).fill('prufung'),
    ],
    ['with ß as ss', 'Straße STRASSE', ['strasse', 'strasse']],
    ['keep two vowels that are no umlaut', 'neue queue', ['neue', 'queue']],
    [
      'of a script without spaces are its pairs',
      '会議の案内 Teams',
      ['会議', '議の', 'の案', '案内', 'teams'],
    ],
    ['of one such character are itself', '会', ['会']],
    ['are none where there are only signs', ' – {{}} ', []],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test.each([
    ['draft', 'drafting', 'drafted', 'drafts'],
    ['policy', 'policies'],
    ['Vertrag', 'Verträge', 'Verträgen', 'Vertrages'],
    ['Kündigung', 'Kündigungen'],
    ['Jahresabschluss', 'Jahresabschlüsse', 'Jahresabschlüssen'],
    ['explain', 'explained', 'explaining'],
  ])('%s has the stem of its other forms', (plain, ...others) => {
    const stem = (word: string) => stemOf(wordsOf(word)[0] ?? '');
    for (const other of others) expect([other, stem(other)]).toEqual([other, stem(plain)]);
  });

  test('a short word keeps its ending', () => {
    expect(['bus', 'being', 'essen'].map(stemOf)).toEqual(['bus', 'being', 'essen']);
  });
});
