import { invalidRequest } from './graphFailure';

export type FilterToken =
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'date'; readonly value: string; readonly at: number }
  | { readonly kind: 'open' | 'close' | 'comma'; readonly at: number };

const patterns = {
  space: /\s+/y,
  text: /'(?:[^']|'')*'/y,
  date: /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?:Z|[+-]\d{2}:\d{2}))?(?![\w.])/y,
  number: /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.-])/y,
  // A path such as fields/Title; column names may hold SharePoint's _x0020_ escapes.
  name: /[A-Za-z_][\w-]*(?:\/[A-Za-z_][\w-]*)*/y,
};

const signs: Readonly<Record<string, 'open' | 'close' | 'comma'>> = {
  '(': 'open',
  ')': 'close',
  ',': 'comma',
};

/** Reads an OData filter into tokens; anything that is none is a 400 with its position. */
export function readFilterTokens(filter: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(filter)?.[0];
    if (match !== undefined) at += match.length;
    return match;
  };
  while (at < filter.length) {
    if (take(patterns.space) !== undefined) continue;
    const start = at;
    const sign = signs[filter[at] ?? ''];
    if (sign !== undefined) {
      at += 1;
      tokens.push({ kind: sign, at: start });
      continue;
    }
    const text = take(patterns.text);
    if (text !== undefined) {
      tokens.push({ kind: 'text', value: text.slice(1, -1).replaceAll("''", "'"), at: start });
      continue;
    }
    const date = take(patterns.date);
    if (date !== undefined) {
      tokens.push({ kind: 'date', value: date, at: start });
      continue;
    }
    const number = take(patterns.number);
    if (number !== undefined) {
      tokens.push({ kind: 'number', value: Number(number), at: start });
      continue;
    }
    const name = take(patterns.name);
    if (name === undefined) {
      throw invalidRequest(`Syntax error at position ${at} in '${filter}'.`);
    }
    tokens.push({ kind: 'name', text: name, at: start });
  }
  return tokens;
}
