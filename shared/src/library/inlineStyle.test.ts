import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedInlineStyle } from './inlineStyle';

describe('what emails look like stays as it was written', () => {
  test.each([
    'margin: 0',
    'color:#1F4E79;font-family:"Segoe UI", Calibri, sans-serif;font-size:11.0pt;',
    'background: rgb(255, 250, 240); border: 1px solid rgba(0, 0, 0, .2) !important',
    'border-collapse:collapse;mso-table-lspace:0pt; width: 100%',
    'margin:0cm 0cm 8pt .5in; text-indent: -.25in; line-height:107%',
    "font: italic bold .8em/1.2 'Open Sans', serif",
    'display: inline-block; vertical-align: -2px',
    'Color: RED',
    'width: 50% ;; height: auto',
  ])('%s', (style) => {
    expect(allowedInlineStyle(style)).toBe(style);
  });
});

describe('what would load, cover, hide or run goes', () => {
  test.each([
    'position: fixed',
    'position: absolute; top: 0; left: 0; z-index: 9',
    'background: url(https://evil.example/a.png)',
    'background:u\\72l(https://evil.example/)',
    'background: image-set("https://evil.example/a.png" 1x)',
    'list-style: url("https://evil.example/a.png")',
    'width: expression(ran())',
    'width: exp/**/ression(ran())',
    'behavior: url(#default#time2)',
    '-moz-binding: url(https://evil.example/a.xml#x)',
    '@import "https://evil.example/a.css"',
    'filter: progid:DXImageTransform.X(src=x)',
    'display: none',
    'visibility: hidden',
    'opacity: 0',
    'transform: translate(-100px)',
    'margin-top: -400px',
    'margin: 0 0 -9em',
    'animation: a 1s',
    'content: "x"',
    'color: var(--x)',
    'width: calc(100vw * 3)',
    'font-family: "a\\"; x"',
    'cursor: url(a.cur)',
    'color:',
    'color',
    '--x: red',
  ])('%s', (style) => {
    expect(allowedInlineStyle(style)).toBe('');
  });

  test('and leaves what stands beside it', () => {
    expect(allowedInlineStyle('color: red; position: fixed; width: 3px')).toBe(
      'color: red; width: 3px',
    );
  });
});

test('whatever is written, only what is allowed is left, and judging it again changes nothing', () => {
  const declaration = fc.oneof(
    fc.constantFrom('color: red', 'width:1px', 'position:fixed', 'background: url(x)', '"', "'"),
    fc.constantFrom('/*', '*/', '\\', '@import x', 'margin:-1px', 'font-family: "a b"', '}'),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(declaration), (declarations) => {
      const left = allowedInlineStyle(declarations.join(';'));
      expect(left).not.toMatch(/url|position|[\\@<>{}(*]/i);
      expect(allowedInlineStyle(left)).toBe(left);
    }),
  );
});
