import {
  AuthenticationHandler,
  Client,
  ResponseType,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import * as z from 'zod/mini';
import { batchRequests, type BatchAnswer, type BatchRequest } from './batch';
import { createDeadline, isLate } from './deadline';
import { entraAway, GraphError, readRetryAfter, toGraphError, wasNeverSent } from './graphError';
import { background, type Patience } from './patience';
import type { Send } from './send';

/** The requests Last Mile makes to Graph; answers are unknown until the caller has parsed them. */
export interface GraphClient {
  get(path: string, options?: CallOptions): Promise<unknown>;
  /** Every item of a collection, page after page. */
  getAll(path: string, options?: CallOptions): Promise<unknown[]>;
  /**
   * A report's text, sent at once or, after a 302, downloaded from the short-lived address that
   * speaks for itself: our token stays with Graph.
   */
  getText(path: string, options?: CallOptions): Promise<string>;
  post(path: string, body: unknown, options?: CallOptions): Promise<unknown>;
  patch(path: string, body: unknown, options?: CallOptions): Promise<unknown>;
  delete(path: string, options?: CallOptions): Promise<void>;
  /**
   * Sends any number of requests, 20 at a time, and answers each in the order given, refused ones
   * included. Requests for the same `item` reach Graph one after the other.
   */
  batch(requests: readonly BatchRequest[], options?: CallOptions): Promise<BatchAnswer[]>;
}

interface CallOptions {
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface GraphClientOptions {
  send: Send;
  /** `renew` asks for a token that Graph has not refused yet. */
  getToken: (options?: { renew?: boolean }) => Promise<string>;
  version: string;
  patience?: Patience;
}

const collection = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.optional(z.string()),
});

const refusalBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Graph behind the stock authentication, retry and telemetry handlers, ending in `send`. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const patience = options.patience ?? background;
  const client = Client.initWithMiddleware({ middleware: chain(options, patience) });

  async function call(
    path: string,
    { headers = {}, signal }: CallOptions,
    method: 'get' | 'getText' | 'post' | 'patch' | 'delete',
    body?: unknown,
  ): Promise<unknown> {
    const deadline = createDeadline(patience.totalMs, signal);
    try {
      return await attempt();
    } catch (error) {
      const refused = toGraphError(error);
      if (refused.status !== 401 || wasNeverSent(refused)) throw refused;
      // A token can be refused before it expires (keys rolled, access reviewed): once, a new one.
      await awaitToken({ renew: true });
      return await attempt().catch((again: unknown) => {
        throw toGraphError(again);
      });
    } finally {
      deadline.clear();
    }

    /** Asked for first: inside the Graph client whatever Entra says would look like no answer. */
    async function awaitToken(wanted?: { renew: true }): Promise<void> {
      await deadline.hold(options.getToken(wanted)).catch((error: unknown) => {
        throw isLate(error) ? withoutToken(error) : toGraphError(error);
      });
    }

    async function attempt(): Promise<unknown> {
      await awaitToken();
      return deadline.hold(send());
    }

    async function send(): Promise<unknown> {
      const request = client.api(path).headers(headers).option('signal', deadline.signal);
      if (method === 'get') return request.get();
      if (method === 'getText') {
        const raw = request.option('redirect', 'manual').responseType(ResponseType.RAW);
        return readText((await raw.get()) as Response, options.send, deadline.signal);
      }
      if (method === 'delete') return request.delete();
      return request[method](body);
    }
  }

  const graph: GraphClient = {
    get: (path, callOptions = {}) => call(path, callOptions, 'get'),
    async getAll(path, callOptions = {}) {
      const items: unknown[] = [];
      let next: string | undefined = path;
      while (next !== undefined) {
        const page: z.infer<typeof collection> = collection.parse(
          await call(next, callOptions, 'get'),
        );
        items.push(...page.value);
        next = page['@odata.nextLink'];
      }
      return items;
    },
    getText: async (path, callOptions = {}) =>
      z.string().parse(await call(path, callOptions, 'getText')),
    post: (path, body, callOptions = {}) => call(path, callOptions, 'post', body),
    patch: (path, body, callOptions = {}) => call(path, callOptions, 'patch', body),
    async delete(path, callOptions = {}) {
      await call(path, callOptions, 'delete');
    },
    async batch(requests, callOptions = {}) {
      const post = (body: unknown) => call('/$batch', callOptions, 'post', body);
      const answers = await batchRequests(requests, patience, post, callOptions.signal).catch(
        (error: unknown) => {
          throw toGraphError(error);
        },
      );
      const isRefused = answers.some((answer) => !answer.ok && answer.error.status === 401);
      if (isRefused) await options.getToken({ renew: true }).catch(() => undefined);
      return answers;
    },
  };
  return graph;
}

const withoutToken = (cause: unknown) =>
  new GraphError(
    { status: 503, code: entraAway, message: 'Entra gave no token in time.' },
    { cause },
  );

/** The text of a raw answer; a refusal becomes the error it is for every other request. */
async function readText(answer: Response, send: Send, signal: AbortSignal): Promise<string> {
  const location = answer.status === 302 ? answer.headers.get('location') : null;
  const file = location === null ? answer : await send(new Request(location, { signal }));
  if (file.ok) return file.text();
  const refusal = refusalBody.safeParse(await file.json().catch(() => undefined)).data?.error;
  throw new GraphError({
    // A download that is over is asked for again by asking Graph again: it says nothing of the app.
    status: location === null ? file.status : 0,
    code: refusal?.code ?? '',
    message: refusal?.message ?? `Graph answered ${file.status}`,
    headers: file.headers,
  });
}

function chain(options: GraphClientOptions, patience: Patience): Middleware {
  const authentication = new AuthenticationHandler({ getAccessToken: () => options.getToken() });
  const retry = new RetryHandler(
    new RetryHandlerOptions(
      1,
      patience.retries,
      (_delay, _attempt, _request, _options, response) =>
        (readRetryAfter(response.headers) ?? 0) <= patience.longestWaitSeconds,
    ),
  );
  const telemetry = new TelemetryHandler();
  authentication.setNext(retry);
  retry.setNext(telemetry);
  telemetry.setNext(terminal(options, patience));
  return authentication;
}

/** The one place where a request leaves for Graph. */
function terminal({ send, version }: GraphClientOptions, patience: Patience): Middleware {
  const userAgent = `NONISV|LastMile|LastMile/${version}`;
  return {
    async execute(context: Context) {
      // Not cleared with the answer's head: its body has to arrive in time too.
      const attempt = createDeadline(patience.attemptMs, context.options?.signal ?? undefined);
      const url: unknown = context.request;
      if (typeof url !== 'string') throw new Error('The Graph client names requests by address');
      const request = new Request(url, {
        ...context.options,
        signal: attempt.signal,
      });
      // SharePoint tells well-behaved callers apart by this name when it throttles.
      request.headers.set('User-Agent', userAgent);
      context.response = await attempt.hold(send(request));
    },
  };
}
