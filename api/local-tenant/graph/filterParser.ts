import { readFilterTokens, type FilterToken } from './filterTokens';
import { invalidRequest } from './graphFailure';

type ComparisonOperator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge' | 'startswith';

export interface FilterLiteral {
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'null';
  readonly value: string | number | boolean | null;
}

/** One condition on one property; `path` is `id`, `fields/Title` and so on. */
export interface Comparison {
  readonly path: string;
  readonly operator: ComparisonOperator;
  readonly literal: FilterLiteral;
}

const operators = new Set(['eq', 'ne', 'lt', 'gt', 'le', 'ge']);
const refused = new Set(['or', 'not', 'has', 'in', 'add', 'sub', 'mul', 'div', 'mod']);

/**
 * Parses the filters Graph documents for list items: comparisons and `startswith`, joined by `and`,
 * with parentheses. The answer is the flat conjunction. What is not documented (or, not, contains…) is
 * refused, so that nothing comes to rest on it.
 */
export function parseFilter(filter: string): readonly Comparison[] {
  const tokens = readFilterTokens(filter);
  let next = 0;

  const syntaxError = (token: FilterToken | undefined) =>
    invalidRequest(`Syntax error at position ${token?.at ?? filter.length} in '${filter}'.`);
  const take = () => tokens[next++];
  const expect = (kind: FilterToken['kind']) => {
    const token = take();
    if (token?.kind !== kind) throw syntaxError(token);
  };
  const nameAhead = () => {
    const token = tokens[next];
    return token?.kind === 'name' ? token.text.toLowerCase() : undefined;
  };

  const literal = (): FilterLiteral => {
    const token = take();
    switch (token?.kind) {
      case 'text':
      case 'number':
      case 'date':
        return { kind: token.kind, value: token.value };
      case 'name':
        if (token.text === 'null') return { kind: 'null', value: null };
        if (token.text === 'true') return { kind: 'boolean', value: true };
        if (token.text === 'false') return { kind: 'boolean', value: false };
        throw syntaxError(token);
      default:
        throw syntaxError(token);
    }
  };
  const path = () => {
    const token = take();
    if (token?.kind !== 'name') throw syntaxError(token);
    return token.text;
  };
  const startsWith = (): Comparison => {
    expect('open');
    const property = path();
    expect('comma');
    const prefix = literal();
    expect('close');
    if (prefix.kind !== 'text') {
      throw invalidRequest(`startswith takes a text in '${filter}'.`);
    }
    // Both `startswith(a,'b')` and the long form `startswith(a,'b') eq true` are OData.
    if (nameAhead() === 'eq') {
      take();
      if (literal().value !== true) {
        throw invalidRequest(`Only 'startswith(...) eq true' is supported in '${filter}'.`);
      }
    }
    return { path: property, operator: 'startswith', literal: prefix };
  };
  const term = (depth: number): readonly Comparison[] => {
    if (depth > 50) throw invalidRequest('The filter is nested too deeply.');
    if (tokens[next]?.kind === 'open') {
      take();
      const inside = conjunction(depth + 1);
      expect('close');
      return inside;
    }
    const property = path();
    if (tokens[next]?.kind === 'open') {
      if (property.toLowerCase() === 'startswith') return [startsWith()];
      throw invalidRequest(`The function '${property}' is not supported in a filter here.`);
    }
    if (property.toLowerCase() === 'not') {
      throw invalidRequest("The operator 'not' is not supported in a filter here.");
    }
    const operator = nameAhead();
    if (operator === undefined || !operators.has(operator)) {
      if (operator !== undefined && refused.has(operator)) {
        throw invalidRequest(`The operator '${operator}' is not supported in a filter here.`);
      }
      throw syntaxError(tokens[next]);
    }
    take();
    return [{ path: property, operator: operator as ComparisonOperator, literal: literal() }];
  };
  const conjunction = (depth: number): readonly Comparison[] => {
    const comparisons = [...term(depth)];
    while (nameAhead() === 'and') {
      take();
      comparisons.push(...term(depth));
    }
    if (nameAhead() === 'or') {
      throw invalidRequest("The operator 'or' is not supported in a filter here.");
    }
    return comparisons;
  };

  const comparisons = conjunction(0);
  if (next < tokens.length) throw syntaxError(tokens[next]);
  return comparisons;
}
