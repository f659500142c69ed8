import { invalidRequest } from './graphFailure';

/** The OData options of a request by their bare name; `$top` and `top` are the same to Graph. */
export type QueryOptions = ReadonlyMap<string, string>;

const known = new Set([
  'select',
  'expand',
  'filter',
  'top',
  'skiptoken',
  'skip',
  'orderby',
  'count',
  'search',
  'format',
  'token',
  'deltatoken',
]);

export function readQueryOptions(parameters: URLSearchParams): QueryOptions {
  const options = new Map<string, string>();
  for (const [name, value] of parameters) {
    const bare = name.replace(/^\$/, '').toLowerCase();
    if (!known.has(bare)) {
      // Graph ignores custom options but refuses an unknown one that claims to be OData's.
      if (name.startsWith('$'))
        throw invalidRequest(`The query option '${name}' is not recognized.`);
      continue;
    }
    if (options.has(bare)) {
      throw invalidRequest(`Query option '${name}' was specified more than once.`);
    }
    options.set(bare, value);
  }
  return options;
}

/** Refuses the options an address does not document, instead of ignoring them in silence. */
export function refuseOptions(query: QueryOptions, allowed: readonly string[]): void {
  for (const name of query.keys()) {
    if (!allowed.includes(name)) {
      throw invalidRequest(`The query option '$${name}' is not supported for this resource.`);
    }
  }
}

export function readTop(query: QueryOptions): number | undefined {
  const text = query.get('top');
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) {
    throw invalidRequest(`Invalid value '${text}' for $top query option.`);
  }
  return Number(text);
}

/** The names of a `$select`, or undefined when all are wanted. */
export function readSelect(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => !/^[A-Za-z_@][\w.@-]*$/.test(name))) {
    throw invalidRequest(`Invalid $select clause '${text}'.`);
  }
  return names;
}

export interface FieldsExpansion {
  /** Column names asked for; undefined means every column that is not hidden. */
  readonly select: readonly string[] | undefined;
}

/** `fields`, `fields($select=A,B)` or the documents' form `fields(select=A,B)`. */
export function readFieldsExpansion(text: string | undefined): FieldsExpansion | undefined {
  if (text === undefined) return undefined;
  const match = /^\s*fields\s*(?:\(\s*\$?select\s*=\s*([^()]*)\))?\s*$/i.exec(text);
  if (!match) throw invalidRequest(`The $expand clause '${text}' is not supported.`);
  return { select: readSelect(match[1]) };
}

/** Leaves the named properties and Graph's annotations. */
export function selectProperties(
  body: Readonly<Record<string, unknown>>,
  select: readonly string[] | undefined,
  always: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  if (!select) return body;
  return Object.fromEntries(
    Object.entries(body).filter(
      ([name]) => name.startsWith('@') || select.includes(name) || always.includes(name),
    ),
  );
}
