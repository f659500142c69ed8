import type { TenantSwitches } from '../storage/switches';
import { badRequest, GraphFailure } from './graphFailure';
import { isJsonObject, requireObject, type JsonObject } from './jsonBody';

/** The most requests of one `$batch`. */
const batchSize = 20;

/** A request as it came, alone or inside a `$batch`. */
export interface PlainRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: unknown;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface BatchEntry {
  readonly id: string;
  readonly body: JsonObject;
  readonly dependsOn: readonly string[];
}

/** Answers a `$batch`: outer 200 whatever its requests come to, each judged and costed by itself. */
export async function answerBatch(
  body: unknown,
  answer: (request: PlainRequest) => Promise<PlainAnswer>,
  refuse: (failure: GraphFailure) => PlainAnswer,
  switches: TenantSwitches,
): Promise<{ status: 200; body: JsonObject }> {
  const entries = readEntries(requireObject(body), switches);
  const answers = new Map<string, PlainAnswer>();
  for (const entry of entries) {
    const failed = entry.dependsOn.find((id) => (answers.get(id)?.status ?? 0) >= 400);
    answers.set(
      entry.id,
      failed === undefined ? await answerEntry(entry) : refuse(dependencyFailed(failed)),
    );
  }
  const responses = [...answers].map(([id, { status, headers, body: answered }]) => ({
    id,
    status,
    headers,
    // What is not JSON travels as base64.
    ...(answered === undefined
      ? {}
      : {
          body: typeof answered === 'string' ? Buffer.from(answered).toString('base64') : answered,
        }),
  }));
  // The contract promises no order; whoever relies on one must find out here.
  const isParallel = entries.every((entry) => entry.dependsOn.length === 0);
  if (isParallel && switches.batchOrder === 'reversed') responses.reverse();
  return { status: 200, body: { responses } };

  async function answerEntry(entry: BatchEntry): Promise<PlainAnswer> {
    try {
      return await answer(readRequest(entry.body));
    } catch (error) {
      if (error instanceof GraphFailure) return refuse(error);
      throw error;
    }
  }
}

function readEntries(body: JsonObject, switches: TenantSwitches): readonly BatchEntry[] {
  const requests = body['requests'];
  if (!Array.isArray(requests) || requests.length === 0) {
    throw badRequest('Invalid batch payload: an array of requests is expected.');
  }
  if (requests.length > batchSize) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${batchSize}.`);
  }
  const entries: BatchEntry[] = [];
  for (const request of requests as unknown[]) {
    const id = isJsonObject(request) ? request['id'] : undefined;
    if (!isJsonObject(request) || typeof id !== 'string' || id === '') {
      throw badRequest('Invalid batch payload: each request needs an id.');
    }
    if (entries.some((entry) => entry.id === id)) {
      throw badRequest(`Invalid batch payload: the id '${id}' is not unique.`);
    }
    entries.push({ id, body: request, dependsOn: readDependencies(request, id, entries) });
  }
  refuseMixed(entries, switches);
  return entries;
}

function readDependencies(
  request: JsonObject,
  id: string,
  earlier: readonly BatchEntry[],
): readonly string[] {
  const given = request['dependsOn'];
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw badRequest(`dependsOn of request '${id}' must be an array.`);
  return (given as unknown[]).map((dependency) => {
    if (typeof dependency !== 'string' || !earlier.some((entry) => entry.id === dependency)) {
      throw badRequest(`Request '${id}' depends on a request that does not come before it.`);
    }
    return dependency;
  });
}

function refuseMixed(entries: readonly BatchEntry[], switches: TenantSwitches): void {
  if (switches.mixedBatch === 'allowed') return;
  const isParallel = entries.every((entry) => entry.dependsOn.length === 0);
  const isSequential = entries.every((entry, position) =>
    position === 0
      ? entry.dependsOn.length === 0
      : entry.dependsOn.length === 1 && entry.dependsOn[0] === entries[position - 1]?.id,
  );
  if (!isParallel && !isSequential) {
    throw badRequest('A batch must be either fully sequential or fully parallel.');
  }
}

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

function readRequest(entry: JsonObject): PlainRequest {
  const { method, url, body } = entry;
  if (typeof method !== 'string' || !methods.includes(method.toUpperCase())) {
    throw badRequest('Invalid batch payload: unknown method.');
  }
  if (typeof url !== 'string' || url === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) {
    throw badRequest('Invalid batch payload: the url must be relative.');
  }
  const headers = new Map<string, string>();
  const given = entry['headers'] ?? {};
  if (!isJsonObject(given)) throw badRequest('Invalid batch payload: headers must be an object.');
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string') {
      throw badRequest(`Invalid batch payload: the header '${name}' must be a text.`);
    }
    headers.set(name.toLowerCase(), value);
  }
  if (body !== undefined && !headers.has('content-type')) {
    throw badRequest(
      'Write requests (excluding DELETE) must contain the Content-Type header declaration.',
    );
  }
  const address = `https://graph.microsoft.com/v1.0/${url.replace(/^\//, '')}`;
  if (!URL.canParse(address)) throw badRequest('Invalid batch payload: the url is not valid.');
  const parsed = new URL(address);
  if (parsed.pathname.toLowerCase().endsWith('/$batch')) {
    throw badRequest('A batch cannot hold another batch.');
  }
  return { method: method.toUpperCase(), url: parsed, headers, body };
}

function dependencyFailed(id: string): GraphFailure {
  return new GraphFailure(
    424,
    'failedDependency',
    `The request was not run because the request '${id}' it depends on failed.`,
  );
}
