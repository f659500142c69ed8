import { describe, expect, test } from 'vitest';
import { looksOf, templateWords } from './templateWords';

describe('the words of a template', () => {
  test('stand line by line as they are read', () => {
    expect(
      templateWords(
        '<p>Dear {{name}},</p>\n<p>Still&nbsp;open:<br>see below.</p><ul><li>{{a}}</li> <li><p>b</p></li></ul>' +
          '<table><tr><th>Due</th><td>1 May</td></tr></table>Regards',
      ).replace('\u00a0', ' '),
    ).toBe('Dear {{name}},\nStill open:\nsee below.\n• {{a}}\n• b\nDue | 1 May\nRegards');
  });

  test('say where a link leads and which picture there is, as neither is seen', () => {
    expect(
      templateWords(
        '<p><a href="https://a.example/x">our site</a> <img src="data:image/gif;base64,R0" alt="Plan"></p>',
      ),
    ).toBe('our site (https://a.example/x) [Plan] (data:image/gif;base64,R0)');
  });

  test('hold everything that is written, whatever hides it from a reader', () => {
    expect(templateWords('<p style="color: #fff">white</p><span hidden>hidden</span>')).toBe(
      'white\nhidden',
    );
  });
});

describe('how a template looks', () => {
  const text = '<p>Dear <b>you</b></p>';

  test.each([
    ['other words', '<p>Hello <b>there</b></p>'],
    ['another line', '<p>Dear <b>you</b></p><p>More</p>'],
  ])('is the same with %s', (_, other) => {
    expect(looksOf(other)).toBe(looksOf(text));
  });

  test('is the same with another address, which stands among the words', () => {
    expect(looksOf('<a href="https://a.example">x</a>')).toBe(
      looksOf('<a href="https://b.example">x</a>'),
    );
  });

  test.each([
    ['less weight', '<p>Dear you</p>'],
    ['a style', '<p style="color: #fff">Dear <b>you</b></p>'],
    ['a heading', '<h2>Dear <b>you</b></h2>'],
  ])('differs with %s', (_, other) => {
    expect(looksOf(other)).not.toBe(looksOf(text));
  });
});
