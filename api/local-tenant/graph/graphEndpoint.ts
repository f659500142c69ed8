import type { createLimits } from '../control/limits';
import type { FaultPlan, PlannedAnswer } from '../control/faults';
import type { RecordingMeter } from '../control/meter';
import type { EntraTokens, GraphCaller } from '../storage/entraTokens';
import { answerBatch, type PlainAnswer, type PlainRequest } from './batch';
import { findRoute } from './graphAddress';
import type { GraphCall, GraphGround } from './graphCall';
import { badRequest, GraphFailure } from './graphFailure';
import { readQueryOptions } from './queryOptions';
import { serviceLimits } from './serviceLimits';
import { rememberVerified } from './verifiedTokens';

/** Graph takes four megabytes a request. */
const largestBody = 4 * 1024 * 1024;

export interface GraphParts {
  readonly ground: GraphGround;
  readonly entra: Pick<EntraTokens, 'verifyGraphToken'>;
  readonly meter: RecordingMeter;
  readonly faults: FaultPlan;
  readonly takeLimit: ReturnType<typeof createLimits>['take'];
}

/** Answers as graph.microsoft.com; whatever is sent, the answer has Graph's shape. */
export function createGraph({ ground, entra, meter, faults, takeLimit }: GraphParts) {
  const verified = rememberVerified(entra, ground.now);

  /** One request with a verified caller, by itself or inside a batch; writes before it answers. */
  async function answer(
    request: PlainRequest,
    caller: GraphCaller,
    ids: RequestIds,
  ): Promise<PlainAnswer> {
    try {
      const { method, url } = request;
      const { route, at } = findRoute(method, url.pathname, ground.state);
      const call: GraphCall = {
        method,
        url,
        query: readQueryOptions(url.searchParams),
        caller,
        body: request.body,
        header: (name) => request.headers.get(name),
      };
      const units = typeof route.units === 'function' ? route.units(call) : route.units;
      const limit = takeLimit({
        clientId: caller.clientId,
        userId: caller.userId,
        units,
        others: serviceLimits(route.path, at, call),
      });
      const throttled = limit.retryAfter !== undefined;
      meter.record({ method, path: route.path, units, throttled });
      if (limit.retryAfter !== undefined) {
        throw throttle(Number(ground.switches.throttledAnswer), limit.retryAfter, limit.headers);
      }
      const fault = faults.takeAnswer(method, url.pathname);
      if (fault) throw plannedFailure(fault);
      const { status, headers = {}, body } = await route.handle(call, at, ground);
      return {
        status,
        headers: { ...limit.headers, ...typeOf(body), ...headers },
        ...(body === undefined ? {} : { body }),
      };
    } catch (error) {
      if (error instanceof GraphFailure) return refuse(error, ids);
      throw error;
    }
  }

  function refuse(failure: GraphFailure, ids: RequestIds): PlainAnswer {
    const inner = {
      ...(failure.innerCode === undefined ? {} : { code: failure.innerCode }),
      date: ground.now().toISOString().slice(0, 19),
      'request-id': ids.requestId,
      'client-request-id': ids.clientRequestId,
    };
    const body = {
      error: {
        code: failure.code,
        message: failure.message,
        [ground.switches.innerErrorName]: inner,
      },
    };
    return { status: failure.status, headers: { ...failure.headers, ...typeOf(body) }, body };
  }

  async function callerOf(request: Request): Promise<GraphCaller> {
    const authorization = request.headers.get('authorization') ?? '';
    const bearer = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
    if (bearer === undefined) throw unauthenticated('Access token is empty.');
    const caller = await verified(bearer);
    if (!caller) throw unauthenticated('Access token validation failure.');
    const isWithdrawn = ground.state.revokedConsent.has(caller.clientId);
    // Where tokens go on without roles, what a token carries is all that counts.
    if (isWithdrawn && ground.switches.withdrawnConsent === 'refused') {
      throw unauthenticated('The consent given to this application was withdrawn.');
    }
    const user = caller.userId === undefined ? undefined : ground.state.users.get(caller.userId);
    if (caller.kind === 'delegated' && !user?.accountEnabled) {
      throw unauthenticated('The account of this token is disabled or unknown.');
    }
    return caller;
  }

  async function answerRequest(request: Request, url: URL, ids: RequestIds): Promise<PlainAnswer> {
    try {
      const isBatch = url.pathname === '/v1.0/$batch';
      // A fault on the batch itself, not on one request inside it.
      const fault = isBatch ? faults.takeAnswer(request.method, url.pathname) : undefined;
      if (fault) throw plannedFailure(fault);
      const caller = await callerOf(request);
      const plain: PlainRequest = {
        method: request.method,
        url,
        headers: new Map(request.headers),
        body: await readBody(request),
      };
      if (!isBatch) return await answer(plain, caller, ids);
      if (request.method !== 'POST') throw new GraphFailure(405, 'notAllowed', 'POST a $batch.');
      const inner = () => ({ ...ids, requestId: ground.newId() });
      const batch = await answerBatch(
        plain.body,
        (each) => answer(each, caller, inner()),
        (failure) => refuse(failure, inner()),
        ground.switches,
      );
      return { ...batch, headers: typeOf(batch.body) };
    } catch (error) {
      if (error instanceof GraphFailure) return refuse(error, ids);
      throw error;
    }
  }

  return async function handle(request: Request, url: URL): Promise<Response> {
    const requestId = ground.newId();
    const ids = {
      requestId,
      clientRequestId: request.headers.get('client-request-id') ?? requestId,
    };
    if (faults.takeDrop('dropBefore', request.method, url.pathname)) throw connectionLost();
    const delay = faults.takeDelay(request.method, url.pathname);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const { status, headers, body } = await answerRequest(request, url, ids);
    if (faults.takeDrop('dropAfterWrite', request.method, url.pathname)) throw connectionLost();
    return new Response(textOf(body), {
      status,
      headers: {
        ...headers,
        Date: ground.now().toUTCString(),
        'request-id': ids.requestId,
        'client-request-id': ids.clientRequestId,
      },
    });
  };
}

interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** What fetch rejects with when the other side went away. */
const connectionLost = () => new TypeError('fetch failed');

/** JSON, but for a report, whose text is the body as it is. */
const textOf = (body: unknown) =>
  body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);

const typeOf = (body: unknown): Record<string, string> =>
  body === undefined
    ? {}
    : {
        'Content-Type':
          'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
      };

function unauthenticated(message: string): GraphFailure {
  return new GraphFailure(401, 'InvalidAuthenticationToken', message, {
    headers: { 'WWW-Authenticate': 'Bearer realm="", error="invalid_token"' },
  });
}

function plannedFailure({ status, retryAfter, claims }: PlannedAnswer): GraphFailure {
  if (claims === undefined) return throttle(status, retryAfter);
  const encoded = Buffer.from(claims).toString('base64');
  return new GraphFailure(
    status,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge.',
    {
      headers: {
        'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`,
      },
    },
  );
}

function throttle(
  status: number,
  retryAfter: number | undefined,
  headers: Readonly<Record<string, string>> = {},
): GraphFailure {
  const codes: Readonly<Record<number, string>> = {
    429: 'activityLimitReached',
    503: 'serviceNotAvailable',
    504: 'gatewayTimeout',
  };
  return new GraphFailure(
    status,
    codes[status] ?? 'generalException',
    status === 429 ? 'The request has been throttled.' : 'The service is not available.',
    {
      headers: {
        ...headers,
        ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
      },
    },
  );
}

async function readBody(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const text = await request.text();
  if (text === '') return undefined;
  if (text.length > largestBody) {
    throw new GraphFailure(413, 'requestEntityTooLarge', 'The request is larger than 4 MB.');
  }
  const type = request.headers.get('content-type');
  if (type === null) {
    throw badRequest(
      'Write requests (excluding DELETE) must contain the Content-Type header declaration.',
    );
  }
  if (!/^application\/json\b/i.test(type)) {
    throw new GraphFailure(
      415,
      'UnsupportedMediaType',
      `The media type '${type}' is not supported.`,
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}
