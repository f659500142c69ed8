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
import {
  DefaultHeaders,
  DefaultInit,
  graphDelete,
  graphGet,
  graphPatch,
  graphPost,
  GraphQueryable,
} from '@pnp/graph';
import { body as jsonBody, HttpRequestError, parseBinderWithErrorCheck } from '@pnp/queryable';

/** What answers as Graph: the local tenant, or the real one. */
export interface AnswersAsGraph {
  readonly send: (request: Request) => Promise<Response>;
}

/** One request of a fact and what came of it, whichever client carried it. */
export interface ContractAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  /** What was answered, for answers that are no JSON. */
  readonly text: string;
}

/** Enough of JSON to read answers by their names. */
export interface Json {
  readonly [name: string]: Json;
  readonly [position: number]: Json;
}

/** A value of an answer that is a text, for it goes into the next request. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`No text: ${JSON.stringify(value)}`);
  return value;
}

export interface ContractClient {
  send(
    method: string,
    /** Below /v1.0, or the absolute address of a nextLink. */
    address: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ContractAnswer>;
}

export const clientKinds = ['plain HTTP', 'the official Graph client', '@pnp/graph'] as const;
export type ClientKind = (typeof clientKinds)[number];

export function createContractClient(
  kind: ClientKind,
  tenant: AnswersAsGraph,
  token: () => Promise<string>,
): ContractClient {
  // Asked for at once, so that a tenant that cannot be sent to says so here and not inside a client.
  const { send } = tenant;
  switch (kind) {
    case 'plain HTTP':
      return plainClient({ send }, token);
    case 'the official Graph client':
      return officialClient({ send }, token);
    case '@pnp/graph':
      return pnpClient({ send }, token);
  }
}

const root = 'https://graph.microsoft.com/v1.0';

function plainClient(tenant: AnswersAsGraph, token: () => Promise<string>): ContractClient {
  return {
    async send(method, address, body, headers = {}) {
      const url = address.startsWith('https:') ? address : `${root}${address}`;
      const response = await tenant.send(
        new Request(url, {
          method,
          headers: {
            authorization: `Bearer ${await token()}`,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      return read(response);
    },
  };
}

function officialClient(tenant: AnswersAsGraph, token: () => Promise<string>): ContractClient {
  const client = createOfficialClient(tenant, token, 0);
  return {
    async send(method, address, body, headers = {}) {
      const request = client
        .api(address)
        .headers({ ...headers })
        .responseType(ResponseType.RAW);
      return read((await call(request, method, body)) as Response);
    },
  };
}

/** The client as production has it: stock handlers, only the last step swapped. */
export function createOfficialClient(
  tenant: AnswersAsGraph,
  token: () => Promise<string>,
  retries: number,
): Client {
  const authentication = new AuthenticationHandler({ getAccessToken: token });
  const retry = new RetryHandler(new RetryHandlerOptions(0, retries));
  const telemetry = new TelemetryHandler();
  const last: Middleware = {
    async execute(context: Context) {
      const { request, options } = context;
      context.response = await tenant.send(new Request(request, options));
    },
  };
  authentication.setNext(retry);
  retry.setNext(telemetry);
  telemetry.setNext(last);
  return Client.initWithMiddleware({ middleware: authentication });
}

type GraphRequest = ReturnType<Client['api']>;

function call(request: GraphRequest, method: string, body: unknown): Promise<unknown> {
  switch (method) {
    case 'GET':
      return request.get() as Promise<unknown>;
    case 'POST':
      return request.post(body) as Promise<unknown>;
    case 'PATCH':
      return request.patch(body) as Promise<unknown>;
    case 'DELETE':
      return request.delete() as Promise<unknown>;
    default:
      throw new Error(`No fact is told with ${method}`);
  }
}

/**
 * @pnp/graph with its stock defaults; only authentication, the last step and the parsing are ours. It
 * builds addresses and encodes query options by itself, so the options are handed over one by one.
 */
function pnpClient(tenant: AnswersAsGraph, token: () => Promise<string>): ContractClient {
  const graph = GraphQueryable('');
  // Its own check of the status stays; what it takes for good comes out whole.
  const whole = parseBinderWithErrorCheck((response) => Promise.resolve(response));
  graph.using(DefaultHeaders(), DefaultInit(), whole);
  graph.on.auth.replace(async (url, init) => {
    // Its headers are a plain object, and the caller's are laid over them once more by their exact names.
    const given = init.headers as Readonly<Record<string, string>>;
    return [url, { ...init, headers: { ...given, Authorization: `Bearer ${await token()}` } }];
  });
  graph.on.send.replace((url, init) => tenant.send(new Request(url, init)));
  return {
    async send(method, address, body, headers = {}) {
      const [path = '', query] = address.startsWith('https:') ? [address] : address.split('?');
      const request = GraphQueryable([graph, path]);
      for (const option of query?.split('&') ?? []) {
        const [name = '', ...value] = option.split('=');
        request.query.set(decodeURIComponent(name), decodeURIComponent(value.join('=')));
      }
      const init = { headers: { ...headers } };
      try {
        const write = body === undefined ? init : jsonBody(body, init);
        return await read(await sendByPnp(method, request, write));
      } catch (error) {
        if (error instanceof HttpRequestError) return read(error.response);
        throw error;
      }
    },
  };
}

function sendByPnp(
  method: string,
  request: ReturnType<typeof GraphQueryable>,
  init: RequestInit,
): Promise<Response> {
  switch (method) {
    case 'GET':
      return graphGet<Response>(request, init);
    case 'POST':
      return graphPost<Response>(request, init);
    case 'PATCH':
      return graphPatch<Response>(request, init);
    case 'DELETE':
      return graphDelete<Response>(request, init);
    default:
      throw new Error(`No fact is told with ${method}`);
  }
}

async function read(response: Response): Promise<ContractAnswer> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json') && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : {}) as Json,
    text,
  };
}
