import type { Context, MiddlewareHandler, Next } from 'hono';
import { resolver, uniqueSymbol } from 'hono-openapi';
import { issueAt, issuesOf } from '@last-mile/shared/issue';
import type { Issue } from '@last-mile/shared/problem';
import { en } from 'zod/locales';
import * as z from 'zod/mini';
import type { AppEnv } from './appEnv';
import { InvalidRequest, MalformedJson, UnsupportedMediaType } from './refusals';

// Without a locale zod/mini says "Invalid input" of every form and value it does not take.
z.config(en());

export interface ValidJsonOptions {
  /** `checkedByRow`: the handler looks at each row's texts, so that a bad one refuses only itself. */
  readonly texts?: 'checkedByRow';
}

/**
 * Takes a JSON body that fits `schema`, or refuses it with every place that needs mending. The
 * schema is also what the OpenAPI document shows for the route.
 */
export function validJson<Schema extends z.core.$ZodType>(
  schema: Schema,
  options: ValidJsonOptions = {},
) {
  const middleware: MiddlewareHandler<
    AppEnv,
    string,
    { in: { json: z.core.input<Schema> }; out: { json: z.core.output<Schema> } }
  > = async (c: Context<AppEnv>, next: Next) => {
    requireJson(c.req.header('content-type'));
    const text = await c.req.text();
    const json = toJson(text);
    // JSON can hold what cannot be stored only as an escape: most bodies have none.
    if (options.texts !== 'checkedByRow' && text.includes('\\u')) refuseUnstorable(json);
    const value = parsed(schema, json);
    c.req.addValidatedData('json', value as object);
    await next();
  };
  return Object.assign(middleware, {
    [uniqueSymbol]: { target: 'json' as const, ...resolver(schema as never) },
  });
}

/** Takes a query string that fits `schema`; a parameter given twice or unknown is refused. */
export function validQuery<Schema extends z.core.$ZodType>(schema: Schema) {
  const middleware: MiddlewareHandler<
    AppEnv,
    string,
    { in: { query: z.core.input<Schema> }; out: { query: z.core.output<Schema> } }
  > = async (c: Context<AppEnv>, next: Next) => {
    c.req.addValidatedData('query', parsedQuery(schema, c.req.queries()) as object);
    await next();
  };
  return Object.assign(middleware, {
    [uniqueSymbol]: { target: 'query' as const, ...resolver(schema as never) },
  });
}

/** The query as `schema` has it, or {@link InvalidRequest}. */
function parsedQuery<Schema extends z.core.$ZodType>(
  schema: Schema,
  query: Readonly<Record<string, readonly string[]>>,
): z.core.output<Schema> {
  const twice = Object.entries(query).filter(([, values]) => values.length > 1);
  if (twice.length > 0) {
    throw new InvalidRequest(twice.map(([path]) => issueAt(path, 'sentTwice')));
  }
  const once = Object.fromEntries(Object.entries(query).map(([name, [value]]) => [name, value]));
  refuseUnstorable(once);
  return parsed(schema, once);
}

function parsed<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
): z.core.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new InvalidRequest(issuesOf(result.error));
}

function refuseUnstorable(value: unknown) {
  const issues = unstorableTexts(value, []);
  if (issues.length > 0) throw new InvalidRequest(issues);
}

function requireJson(contentType: string | undefined) {
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType ?? '')) {
    throw new UnsupportedMediaType('application/json');
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MalformedJson('The body is not JSON.', { cause });
  }
}

const deepest = 64;

/** Texts with NUL or half a character: neither PostgreSQL nor SharePoint can keep them as they are. */
export function unstorableTexts(value: unknown, path: readonly string[]): Issue[] {
  if (typeof value === 'string') {
    return /\0|\p{Surrogate}/u.test(value) ? [issueAt(path.join('.'), 'notStorable')] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (path.length > deepest) return [issueAt(path.join('.'), 'nestedTooDeep')];
  return Object.entries(value).flatMap(([key, inner]) => unstorableTexts(inner, [...path, key]));
}
