import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, fillHtml, fillText, placeholdersIn } from './placeholders';

describe('placeholders', () => {
  test('are found once each, in order, in subject and body alike', () => {
    expect(
      placeholdersIn('About {{company}}', '<p>{{ name }}, {{company}} {{Frist für Abgabe}}</p>'),
    ).toEqual(['company', 'name', 'Frist für Abgabe']);
  });

  test('that are empty or hold code are not placeholders', () => {
    expect(placeholdersIn('{{}} {{ }} {{#if x}} {{{raw}}} {{a(b)}}', null)).toEqual(['raw']);
  });

  test('without a value stay where they are', () => {
    expect(fillText('Dear {{name}}, by {{date}}', { name: 'Ada', date: '' })).toBe(
      'Dear Ada, by {{date}}',
    );
  });

  test('are not looked up on the prototype', () => {
    expect(fillText('{{constructor}}', {})).toBe('{{constructor}}');
  });

  test('filled into HTML can never add markup', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const filled = fillHtml('<p>{{x}}</p>', { x: value });
        const inside = filled.slice(3, -4).replaceAll('<br>', '');
        return value === '' || !/[<>"']/.test(inside);
      }),
    );
  });

  test('a value that looks like a placeholder or a replacement pattern is taken literally', () => {
    expect(fillText('{{a}} {{b}}', { a: '{{b}}', b: "$& $1 $'" })).toBe("{{b}} $& $1 $'");
  });

  test('line breaks of a value are kept in HTML', () => {
    expect(escapeHtml('a\r\nb\nc')).toBe('a<br>b<br>c');
  });
});
