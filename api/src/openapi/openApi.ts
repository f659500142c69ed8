import { Hono } from 'hono';
import { describeRoute, generateSpecs, resolver } from 'hono-openapi';
import { problem } from '@last-mile/shared/problem';
import type { AppEnv } from '../http/appEnv';
import type { RouteAccess, Who } from '../http/routeAccess';
import { routes } from '../routes';
import { openAnswers } from './openAnswers';
import type { OpenApiDocument } from './openApiDocument';
import { nameSchemas } from './schemaNames';

const callers: Readonly<Record<Who, string>> = {
  anyone: 'Anyone, without a token.',
  member: 'Everyone signed in.',
  anyChampion: 'Champions, whether they are in a programme or not.',
  champion: "Champions of the caller's programme.",
  championOrLeader: "Champions of the caller's programme, and leaders.",
  admin: 'Admins, whether they are in a programme or not.',
};

/**
 * The OpenAPI document of the API: what is asked comes from the validators on the routes, what is
 * answered and who may ask from the routes' table. Worked out when first asked for.
 */
export function createOpenApi(app: () => Hono<AppEnv>): () => Promise<OpenApiDocument> {
  let made: Promise<OpenApiDocument> | undefined;
  return () => (made ??= makeDocument(app()));
}

async function makeDocument(app: Hono<AppEnv>): Promise<OpenApiDocument> {
  nameSchemas();
  const documented = new Hono<AppEnv>();
  for (const route of routes) documented.on(route.method, route.path, describe(route));
  documented.route('/', app);
  const document = await generateSpecs(documented, {
    excludeStaticFile: false,
    documentation: {
      info: {
        title: 'Last Mile',
        version: '0.1.0',
        description: 'The API of Last Mile for its Teams tab and its Outlook add-in.',
      },
      components: {
        securitySchemes: {
          entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT (Microsoft Entra ID, v2.0)' },
        },
      },
    },
    defaultValidationErrorResponse: false,
  });
  return openAnswers(document);
}

const refusals = {
  400: 'The request needs mending; `issues` says where.',
  401: 'No access token, or not one for this API; with `claims`, ask Entra for them and try again.',
  403: 'The caller lacks the role or the standing.',
  404: 'There is no such thing, or not for the caller.',
  409: 'A rule of the domain says no; `code` says which.',
  412: 'Someone changed it meanwhile; `current` is how it is now.',
  413: 'The body is too long.',
  415: 'The body is not sent as what the route takes.',
  429: 'Too often; see Retry-After.',
  503: 'Something the API needs is away; see Retry-After.',
} as const;

const takesQuery: readonly string[] = [
  '/api/library',
  '/api/library/export',
  '/api/library/lenders/:lenderKey',
  '/api/adoption/dashboard',
  '/api/feedback',
  '/api/feedback/vendor-pack',
  '/api/admin/audit',
  '/api/admin/audit/export',
];

/** What is written only if nobody changed it meanwhile. */
const isEdit = ({ method, path }: RouteAccess) =>
  method === 'POST' &&
  (path.startsWith('/api/library/:clientKey/') ||
    path.endsWith('/job-families') ||
    path.endsWith('/:clientKey/triage'));

function refusalsOf(route: RouteAccess): (keyof typeof refusals)[] {
  return [
    ...(route.longestBody > 0 ? ([400, 409, 413, 415] as const) : []),
    ...(takesQuery.includes(route.path) ? ([400] as const) : []),
    ...(route.path.includes(':') ? ([404] as const) : []),
    ...(isEdit(route) ? ([412] as const) : []),
    ...(route.who === 'anyone' ? [] : ([401, 403, 429, 503] as const)),
  ];
}

function describe(route: RouteAccess) {
  return describeRoute({
    summary: route.summary,
    description: `${callers[route.who]} Graph: ${route.graph.join(', ') || 'nothing'}.`,
    ...(route.who === 'anyone' ? {} : { security: [{ entra: [] }] }),
    // JSON bodies are described by their validators.
    ...(route.body === undefined
      ? {}
      : { requestBody: { content: { [route.body]: { schema: { type: 'string' } } } } }),
    responses: {
      [route.status]: {
        description: 'Done.',
        // A file says its own type.
        content: route.answer
          ? { 'application/json': { schema: resolver(route.answer as never) } }
          : { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      ...Object.fromEntries(
        refusalsOf(route).map((code) => [
          code,
          {
            description: refusals[code],
            content: { 'application/json': { schema: resolver(problem as never) } },
          },
        ]),
      ),
    },
  });
}

/** The document as it is kept in docs/openapi.json. */
export function documentText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
