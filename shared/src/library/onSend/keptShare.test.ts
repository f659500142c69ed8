import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fateOf, keptOf } from './keptShare';
import { readOwnText } from './ownText';

/** Paragraphs that share no word, so that each word's origin is known. */
const template = [
  'Dear Marta,',
  'Thank you for your time on Monday.',
  'We will send the revised plan by Friday.',
  'Kind regards',
];
const word = fc.stringMatching(/^[a-z]{2,8}$/);
const paragraphs = fc.array(
  fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
  { minLength: 1, maxLength: 12 },
);

describe('the kept share', () => {
  test('of what was sent unchanged is the whole', () => {
    fc.assert(
      fc.property(paragraphs, (inserted) => {
        const { share, paragraphs: each } = keptOf(inserted, inserted);
        expect(share).toBe(1);
        expect(each).toEqual(inserted.map(() => 1));
      }),
    );
  });

  test('of what was deleted is nothing', () => {
    fc.assert(
      fc.property(paragraphs, (inserted) => {
        const kept = keptOf(inserted, ['1 2 3 4']);
        expect(kept).toEqual({ share: 0, words: 0, paragraphs: inserted.map(() => 0) });
      }),
    );
  });

  test('lies between nothing and the whole, whatever both texts are', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (inserted, own) => {
        const { share } = keptOf(inserted, own);
        return share === null || (share >= 0 && share <= 1);
      }),
    );
  });

  test('does not depend on the order of the paragraphs, nor on what was written between them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 4, maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (words, size) => {
          const inserted: string[] = [];
          for (let at = 0; at < words.length; at += size) {
            inserted.push(words.slice(at, at + size).join(' '));
          }
          const own = [...inserted].reverse().flatMap((one) => [one, '1 2 3']);
          expect(keptOf(inserted, own).share).toBe(1);
        },
      ),
    );
  });

  test('survives an editor that rewrites the HTML', () => {
    const rewritten = readOwnText({
      type: 'html',
      content: `<div class="x_MsoNormal"><span style="color:black">Dear <b>Marta</b>,</span></div>
        <P>Thank&nbsp;you for<br>your time on Monday.</P><p>We will send the <i>revised</i>
        plan by Friday.<o:p></o:p></p><p>KIND REGARDS</p>`,
    });
    expect(keptOf(template, rewritten.lines).share).toBe(1);
  });

  test('tells paragraph by paragraph what became of them', () => {
    const { paragraphs: shares } = keptOf(template, [
      'Dear Marta,',
      'Thank you for your time on Tuesday morning.',
      'Kind regards',
    ]);
    expect(shares.map((share) => fateOf(share ?? 0))).toEqual([
      'kept',
      'rewritten',
      'deleted',
      'kept',
    ]);
  });

  test('counts a paragraph that stood twice and stands once only once', () => {
    const twice = ['please call me back today', 'please call me back today'];
    expect(keptOf(twice, ['please call me back today']).paragraphs).toEqual([1, 0]);
  });

  test('takes no account of a placeholder that went in open and was filled by hand', () => {
    expect(
      keptOf(['Dear {{name}}, thank you very much'], ['Dear Marta, thank you very much']).share,
    ).toBe(1);
  });

  test('of a template without words is unknown, not nothing', () => {
    expect(keptOf(['{{all of it}}', '—'], ['text'])).toEqual({
      share: null,
      words: 0,
      paragraphs: [null, null],
    });
  });
});
