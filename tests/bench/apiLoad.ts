import { randomUUID } from 'node:crypto';
import type { FeedbackRequest } from '@last-mile/shared/feedback';
import { startChild } from '../setup/childServer';
import { startDeployment, type ProgrammeMember } from '../setup/deployment';
import { benchLine, median, type Bench, type BenchLine } from './benchLine';
import { commitsPerSecond } from './commitFloor';
import { load, type LoadResult, type ReadyRequest } from './load';
import type { BareAnswer, BareOrder, ServerReady } from './loadTargets';

const peerName = 'bare Hono route, same bytes';
const secondsEach = 3;
const rounds = 3;

/** How many requests a second the API takes, beside a server that does nothing but answer. */
export const apiLoad: Bench = {
  lines: [
    'api.library.read',
    'api.library.read.p99',
    'api.feedback.post',
    'api.feedback.post.p99',
    'api.feedback.post.floor',
  ],
  async *run(wanted, sample) {
    const deployment = await startDeployment(await sample.get());
    try {
      const { tenant, product } = deployment;
      for (const [name, requests] of Object.entries(requestsWith(tenant.members))) {
        if (!wanted.includes(name) && !wanted.includes(`${name}.p99`)) continue;
        yield* await compare(name, product.origin, requests);
      }
      if (wanted.includes('api.feedback.post.floor')) {
        const perSecond = await commitsPerSecond(product.database, secondsEach);
        yield benchLine('api.feedback.post.floor', perSecond, 'posts/s');
      }
    } finally {
      await deployment.close();
    }
  },
};

/** A fresh set of requests for one run. */
type Requests = () => readonly ReadyRequest[];

/** More flags than are taken in one run, so that none is sent twice. */
const flagsEach = 48_000;

function requestsWith(members: readonly ProgrammeMember[]): Record<string, Requests> {
  const reads = members.map(({ token }): ReadyRequest => {
    return { method: 'GET', path: '/api/library', headers: { authorization: `Bearer ${token}` } };
  });
  return {
    'api.library.read': () => reads,
    'api.feedback.post': () =>
      Array.from({ length: flagsEach }, (_, at): ReadyRequest => {
        const { token = '' } = members[at % members.length] ?? {};
        return {
          method: 'POST',
          path: '/api/feedback',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(flag()),
        };
      }),
  };
}

/** Each flag is a new one: a key that came before would be answered without being written. */
function flag(): FeedbackRequest {
  return {
    clientKey: randomUUID(),
    kind: 'flag',
    reason: 'wrong',
    reachedClient: false,
    about: { type: 'aiOutput' },
    text: 'It gave last year’s threshold for the disclosure note.',
    named: true,
    surface: 'outlook',
  };
}

/** Runs the two servers in turn, so that a disturbance of the machine meets both. */
async function compare(
  name: string,
  productOrigin: string,
  requests: Requests,
): Promise<BenchLine[]> {
  const bareRequests = requests();
  const answer = await answerOf(productOrigin, bareRequests[0]);
  const bare = await startChild(
    new URL('bareServer.ts', import.meta.url),
    { answers: [answer] } satisfies BareOrder,
    isServerReady,
  );
  try {
    await load(bare.ready.origin, bareRequests, 1);
    await load(productOrigin, requests(), 1);
    const results: Record<'bare' | 'product', LoadResult[]> = { bare: [], product: [] };
    for (let round = 0; round < rounds; round += 1) {
      results.bare.push(await load(bare.ready.origin, bareRequests, secondsEach));
      results.product.push(await eachOnce(name, productOrigin, requests()));
    }
    const middle = (of: keyof typeof results, figure: keyof LoadResult) =>
      median(results[of].map((result) => result[figure]));
    return [
      benchLine(name, middle('product', 'perSecond'), 'requests/s', {
        name: peerName,
        value: middle('bare', 'perSecond'),
      }),
      benchLine(`${name}.p99`, middle('product', 'p99'), 'ms', {
        name: peerName,
        value: middle('bare', 'p99'),
      }),
    ];
  } finally {
    await bare.close();
  }
}

/** A run of the product; a post that came round again would be answered without being written. */
async function eachOnce(
  name: string,
  origin: string,
  requests: readonly ReadyRequest[],
): Promise<LoadResult> {
  const result = await load(origin, requests, secondsEach);
  const writes = requests.some(({ method }) => method === 'POST');
  if (writes && result.answers * 1.3 > requests.length) {
    throw new Error(`${name}: ${requests.length} requests are too few for one run.`);
  }
  return result;
}

/** Headers that Node writes itself, for any server. */
const writtenByNode = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

async function answerOf(origin: string, request: ReadyRequest | undefined): Promise<BareAnswer> {
  if (request === undefined) throw new Error('There is nothing to ask.');
  const { method, path, headers, body } = request;
  const sent = { method, headers, ...(body === undefined ? {} : { body }) };
  const response = await fetch(`${origin}${path}`, sent);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return {
    method,
    path,
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([key]) => !writtenByNode.has(key))),
    body: text,
  };
}

function isServerReady(message: unknown): message is ServerReady {
  return typeof message === 'object' && message !== null && 'origin' in message;
}
