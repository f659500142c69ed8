import type { GraphCall } from './graphCall';
import { GraphFailure } from './graphFailure';
import type { JsonObject } from './jsonBody';

/**
 * Keeps the resources that meet a `$search` as the directory does it: tokens of the display name are
 * matched by their beginnings and in any order, other properties by theirs as a whole. Clauses are
 * joined by AND or OR from left to right; parentheses are not played.
 */
export function searchDirectory<T extends JsonObject>(
  call: GraphCall,
  resources: readonly T[],
): readonly T[] {
  const search = call.query.get('search');
  if (search === undefined) return resources;
  if (call.header('consistencylevel')?.toLowerCase() !== 'eventual') {
    throw unsupported(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const clauses = readClauses(search);
  return resources.filter((resource) =>
    clauses.reduce(
      (met, { joinedBy, property, text }) =>
        joinedBy === 'OR'
          ? met || meets(resource, property, text)
          : met && meets(resource, property, text),
      true,
    ),
  );
}

interface Clause {
  readonly joinedBy: string | undefined;
  readonly property: string;
  readonly text: string;
}

const clause = /\s*(?:(AND|OR)\s+)?"(\w+):((?:[^"\\]|\\["\\])*)"\s*/y;

function readClauses(search: string): Clause[] {
  const clauses: Clause[] = [];
  clause.lastIndex = 0;
  while (clause.lastIndex < search.length) {
    const match = clause.exec(search);
    const [, joinedBy, property = '', text = ''] = match ?? [];
    const isFirst = clauses.length === 0;
    if (!match || isFirst !== (joinedBy === undefined)) {
      throw unsupported(`Syntax error in the $search clause '${search}'.`);
    }
    clauses.push({ joinedBy, property, text: text.replace(/\\(["\\])/g, '$1') });
  }
  return clauses;
}

function meets(resource: JsonObject, property: string, text: string): boolean {
  const value = resource[property];
  if (typeof value !== 'string') return false;
  if (property !== 'displayName' && property !== 'description') {
    return value.toLowerCase().startsWith(text.toLowerCase());
  }
  const had = tokensOf(value);
  return tokensOf(text).every((wanted) => had.some((token) => token.startsWith(wanted)));
}

/** Words end at spaces and symbols, where digits begin or end, and where upper case follows lower case. */
const tokensOf = (text: string) =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/\p{Letter}+|\p{Number}+/gu) ?? [];

const unsupported = (message: string) => new GraphFailure(400, 'Request_UnsupportedQuery', message);
