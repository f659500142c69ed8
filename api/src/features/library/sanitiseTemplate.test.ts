import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { createTemplateSanitiser } from './sanitiseTemplate';

const sanitise = createTemplateSanitiser();

/** Everything in a piece of HTML that could act, after a browser has read it. */
function actsIn(html: string): string[] {
  const { document } = new JSDOM(html).window;
  return [...document.body.querySelectorAll('*')].flatMap((element) => [
    ...(/^(?:script|iframe|object|embed|form|style|link|meta|base|svg|math)$/i.test(
      element.localName,
    )
      ? [element.localName]
      : []),
    ...[...element.attributes]
      .filter(({ name, value }) => /^on|^srcdoc$/i.test(name) || /^\s*javascript:/i.test(value))
      .map(({ name }) => name),
  ]);
}

describe('what could act is taken out of', () => {
  test.each([
    '<script>alert(1)</script>',
    '<p onclick="x()">Hello</p>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">here</a>',
    '<a href=" jAvAsCrIpT:alert(1)">here</a>',
    '<iframe srcdoc="<script>x</script>"></iframe>',
    '<svg><script>alert(1)</script></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<form action="https://evil.example"><input name=p></form>',
    '<scr<p>ipt>alert(1)</scr</p>ipt>',
    '<p/onclick=alert(1)>x',
    '<P ONCLICK=alert(1)>x</P>',
    '<style>@import "https://evil.example"</style>',
  ])('%s', async (html) => {
    expect(actsIn(await sanitise(html))).toEqual([]);
  });

  test('whatever is put together of such pieces', async () => {
    const piece = fc.oneof(
      fc.constantFrom('<p>', '</p>', '<br>', '<', '>', '&', '"', "'", '/', ' ', '&lt;', '&#39;'),
      fc.constantFrom('script', '<script', 'onload=', 'javascript:', '<svg', '<img src=x ', '<!--'),
      fc.string({ maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        expect(actsIn(await sanitise(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

test('what people read stays: text, placeholders, links, lists, tables, styles and images', async () => {
  const html =
    '<p style="margin: 0">Dear {{recipient}},</p><ul><li>one &amp; two</li></ul>' +
    '<table><tbody><tr><td>3</td></tr></tbody></table>' +
    '<a href="https://example.com/">link</a><img src="https://example.com/a.png" alt="A">';
  expect(await sanitise(html)).toBe(html);
});

test('the layout of tables and images stays, as email clients need it', async () => {
  const html =
    '<table align="center" width="100%" border="0" cellpadding="4" cellspacing="0" bgcolor="white">' +
    '<tbody><tr><td colspan="2" rowspan="1" valign="top" dir="rtl" lang="de">3</td></tr></tbody></table>' +
    '<ol start="3" type="a"><li>x</li></ol><font face="Arial" size="2" color="red">y</font>' +
    '<img src="https://example.com/a.png" width="10" height="5" alt="A">' +
    '<a href="https://example.com/" rel="noopener">z</a>';
  expect(await sanitise(html)).toBe(html);
});

test('an address that is no link of an email goes', async () => {
  expect(await sanitise('<a href="ftp://example.com/" title="t">x</a>')).toBe('<a title="t">x</a>');
  expect(await sanitise('<td background="javascript:x" width="1">x</td>')).not.toContain(
    'javascript',
  );
});

test('a style says how words look, and neither covers nor loads anything', async () => {
  expect(await sanitise('<p style="color: red; position: fixed; top: 0">x</p>')).toBe(
    '<p style="color: red">x</p>',
  );
  expect(await sanitise('<td style="background: url(https://evil.example/)">x</td>')).not.toContain(
    'style',
  );
});

test('what would stand over the rest, or hold a page of its own, goes', async () => {
  expect(await sanitise('<p popover>a</p><dialog open>b</dialog>')).toBe('<p>a</p>b');
  expect(await sanitise('a<template shadowrootmode="open"><p>b</p></template>')).not.toMatch('<t');
});

test('a plain template stays byte for byte, and costs no DOM', async () => {
  let loaded = 0;
  const sparing = createTemplateSanitiser(() => {
    loaded += 1;
    return Promise.resolve(() => 'purified');
  });
  const plain = '<p>Dear {{recipient}},<br>\r\nthanks &amp; regards &lt;3</p><ul><li>x</li></ul>';
  expect(await sparing(plain)).toBe(plain);
  expect(loaded).toBe(0);
  expect(await sparing('<p class="x">Hello</p>')).toBe('purified');
  expect(await sparing('<p id=y>Hello</p>')).toBe('purified');
  expect(loaded).toBe(1);
});
