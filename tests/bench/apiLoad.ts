import { randomUUID } from 'node:crypto';
import type { FeedbackRequest } from '@last-mile/shared/feedback';
import { benchLine, median, type Bench, type BenchLine } from './benchLine';
import { startChild } from './childServer';
import { startDeployment } from './deployment';
import { load, type LoadRequest, type LoadResult } from './load';
import type { BareAnswer, BareOrder, ServerReady } from './loadTargets';

const peerName = 'bare Hono route, same bytes';
const secondsEach = 3;
const rounds = 3;

/** How many requests a second the API takes, beside a server that does nothing but answer. */
export const apiLoad: Bench = {
  lines: ['api.library.read', 'api.library.read.p99', 'api.feedback.post', 'api.feedback.post.p99'],
  async run(wanted, sample) {
    const deployment = await startDeployment(await sample.get());
    try {
      const { tenant, product } = deployment;
      const nextToken = inTurn(tenant.tokens);
      const lines: BenchLine[] = [];
      for (const [name, request] of Object.entries(requestsWith(nextToken))) {
        if (!wanted.some((line) => line.startsWith(name))) continue;
        lines.push(...(await compare(name, product.origin, request)));
      }
      return lines;
    } finally {
      await deployment.close();
    }
  },
};

function requestsWith(nextToken: () => string): Record<string, LoadRequest> {
  const authorization = () => ({ authorization: `Bearer ${nextToken()}` });
  return {
    'api.library.read': {
      method: 'GET',
      path: '/api/library',
      next: () => ({ headers: authorization() }),
    },
    'api.feedback.post': {
      method: 'POST',
      path: '/api/feedback',
      next: () => ({
        headers: { ...authorization(), 'content-type': 'application/json' },
        body: JSON.stringify(flag()),
      }),
    },
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
  request: LoadRequest,
): Promise<BenchLine[]> {
  const answer = await answerOf(productOrigin, request);
  const bare = await startChild(
    'bareServer.ts',
    { answers: [answer] } satisfies BareOrder,
    isServerReady,
  );
  try {
    for (const origin of [bare.ready.origin, productOrigin]) await load(origin, request, 1);
    const results: Record<'bare' | 'product', LoadResult[]> = { bare: [], product: [] };
    for (let round = 0; round < rounds; round += 1) {
      results.bare.push(await load(bare.ready.origin, request, secondsEach));
      results.product.push(await load(productOrigin, request, secondsEach));
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

/** Headers that Node writes itself, for any server. */
const writtenByNode = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

async function answerOf(origin: string, request: LoadRequest): Promise<BareAnswer> {
  const { headers, body } = request.next();
  const response = await fetch(`${origin}${request.path}`, {
    method: request.method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${request.path} answered ${response.status}: ${text}`);
  return {
    method: request.method,
    path: request.path,
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([key]) => !writtenByNode.has(key))),
    body: text,
  };
}

function inTurn<T>(values: readonly T[]): () => T {
  let at = 0;
  return () => {
    const value = values[at++ % values.length];
    if (value === undefined) throw new Error('There is nobody to ask as.');
    return value;
  };
}

function isServerReady(message: unknown): message is ServerReady {
  return typeof message === 'object' && message !== null && 'origin' in message;
}
