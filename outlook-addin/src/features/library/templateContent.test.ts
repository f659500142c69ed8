// @vitest-environment jsdom
import createPurify from 'dompurify';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTemplateSanitiser, SanitiserUnsupported } from './templateContent';

const sanitiser = createTemplateSanitiser(createPurify(window));
const htmlOf = (body: string, values: Record<string, string> = {}) =>
  sanitiser.toContent(body, values).html;
const textOf = (body: string, values: Record<string, string> = {}) =>
  sanitiser.toContent(body, values).text;

function previewOf(body: string, values: Record<string, string> = {}): HTMLElement {
  const place = document.createElement('div');
  place.append(sanitiser.toPreview(body, values));
  return place;
}

describe('what is inserted', () => {
  test('keeps the letter as it was written, styles included', () => {
    const body =
      '<p style="color: #333">Dear {{name}}, see <a href="https://n.example/a?b=1">this</a></p>' +
      '<table width="100%" border="0"><tbody><tr><td align="left" colspan="2">a</td></tr></tbody></table>';
    expect(htmlOf(body, { name: 'Ada' })).toBe(body.replace('{{name}}', 'Ada'));
  });

  test.each([
    ['<p onclick="steal()">a</p>', '<p>a</p>'],
    ['<script>steal()</script><p>a</p>', '<p>a</p>'],
    ['<a href="javascript:steal()">a</a>', '<a>a</a>'],
    ['<img src="x" onerror="steal()">', '<img src="x">'],
    ['<form action="https://evil.example"><input name="a">b</form>', 'b'],
    ['<style>p { color: red }</style><p id="root">a</p>', '<p>a</p>'],
    ['<iframe src="https://evil.example"></iframe>a', 'a'],
    ['<frameset><frame src="https://evil.example"></frameset>', ''],
    ['<p popover autofocus>a</p><dialog open>b</dialog>', '<p>a</p>b'],
  ])('%s becomes %s', (body, safe) => {
    expect(htmlOf(body)).toBe(safe);
  });

  test('styles say how words look, and neither cover nor load anything', () => {
    expect(htmlOf('<p style="color: red; position: fixed">a</p>')).toBe(
      '<p style="color: red">a</p>',
    );
    expect(htmlOf('<p style="background: url(https://evil.example/a.png)">a</p>')).toBe('<p>a</p>');
    expect(htmlOf('<p title="a > b" style="position: fixed">a</p>')).toBe(
      '<p title="a &gt; b">a</p>',
    );
    expect(htmlOf('<p data-style-kept="position: fixed">a</p>')).toBe('<p>a</p>');
  });

  test('words about styles are words', () => {
    const body = '<p title="in style = b">Please answer in style = {{a}}, or style="plain".</p>';
    const values = { a: 'my style = x' };
    const words = 'Please answer in style = my style = x, or style="plain".';
    expect(htmlOf(body, values)).toBe(`<p title="in style = b">${words}</p>`);
    expect(textOf(body, values)).toBe(words);
    expect(previewOf(body, values).textContent).toBe(words);
  });

  test('a value never becomes markup, nor a link that runs code', () => {
    expect(htmlOf('<p>{{a}}</p>', { a: '<img src=x onerror=steal()>' })).toBe(
      '<p>&lt;img src=x onerror=steal()&gt;</p>',
    );
    expect(htmlOf('<a href="{{a}}">b</a>', { a: 'javascript:steal()' })).toBe('<a>b</a>');
    const place = document.createElement('div');
    place.innerHTML = htmlOf('<p title="{{a}}">b</p>', { a: '" onmouseover="steal()' });
    expect(place.querySelector('p')?.getAttributeNames()).toEqual(['title']);
  });

  test('whatever the value, the elements are those of the template', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const place = document.createElement('div');
        place.innerHTML = htmlOf('<p>{{a}}</p>', { a: value });
        const names = [...place.querySelectorAll('*')].map(({ tagName }) => tagName);
        expect(new Set(names.filter((name) => name !== 'BR'))).toEqual(new Set(['P']));
      }),
    );
  });
});

describe('in a plain-text message', () => {
  test('paragraphs, lists and links stay readable', () => {
    expect(
      textOf(
        '<p>Dear {{name}},</p><p>as   agreed:</p><ul><li>one</li><li>two</li></ul><ol><li>a</li><li>b</li></ol>' +
          '<p>See <a href="https://n.example">our page</a> or <a href="mailto:a@n.example">a@n.example</a>.<br>Bye</p>',
        { name: 'Ada' },
      ),
    ).toBe(
      'Dear Ada,\n\nas agreed:\n\n- one\n- two\n\n1. a\n2. b\n\nSee our page (https://n.example) or a@n.example.\nBye',
    );
  });

  test('special characters are themselves again, and nothing is left of code', () => {
    expect(textOf('<p>R&amp;D &lt;3 {{a}}<script>x()</script></p>', { a: 'Q&A' })).toBe(
      'R&D <3 Q&A',
    );
  });

  test('a table is a line for each row', () => {
    expect(
      textOf('<table><tr><th>What</th><th>When</th></tr><tr><td>A</td><td>B</td></tr></table>'),
    ).toBe('What\tWhen\nA\tB');
  });
});

describe('the preview', () => {
  test('marks what was filled in and what is missing', () => {
    const preview = previewOf('<p>Dear {{name}}, by {{date}}.</p>', { name: 'Ada & Ben' });
    const marks = [...preview.querySelectorAll('mark')].map((mark) => [
      mark.dataset['is'],
      mark.textContent,
    ]);
    expect(marks).toEqual([
      ['filled', 'Ada & Ben'],
      ['missing', '{{date}}'],
    ]);
    expect(preview.textContent).toBe('Dear Ada & Ben, by {{date}}.');
  });

  test('keeps a value of several lines in one piece', () => {
    const preview = previewOf('<p>{{a}}!</p>', { a: 'one\ntwo' });
    expect(preview.innerHTML).toBe(
      '<p><mark data-is="filled">one</mark><br><mark data-is="filled">two</mark>!</p>',
    );
  });

  test('loads nothing, leads nowhere and brings no styles of its own', () => {
    const preview = previewOf(
      '<p style="position:fixed">a <a href="https://n.example">b</a><img src="https://n.example/p.png"></p>',
    );
    expect(preview.innerHTML).toBe('<p>a <a>b</a></p>');
  });

  test('a value cannot pretend to be a mark', () => {
    const preview = previewOf('<p>{{a}}</p>', { a: '\uE001fake\uE002' });
    expect(preview.querySelector('mark')?.dataset['is']).toBe('filled');
    expect(preview.textContent).toBe('fake');
  });
});

test('where the sanitiser cannot work, nothing is shown or inserted', () => {
  expect(() =>
    createTemplateSanitiser(Object.assign(createPurify(window), { isSupported: false })),
  ).toThrow(SanitiserUnsupported);
});
