import type { FaultPlan } from './faults';

type Answer = (request: Request) => Promise<Response>;

/**
 * Entra with the faults that name its token endpoint. Too many requests (429) and a credential that has
 * ended (401) are refused as JSON, in Entra's own words; any other status comes from whatever stands in
 * front of it, as a page: 200 is an answer that is no JSON.
 */
export function withTokenFaults(
  answer: Answer,
  plan: Pick<FaultPlan, 'takeAnswer' | 'takeDelay' | 'takeDrop'>,
): Answer {
  return async (request) => {
    const { method, url } = request;
    const { pathname } = new URL(url);
    if (!pathname.endsWith('/oauth2/v2.0/token')) return answer(request);
    if (plan.takeDrop('dropBefore', method, pathname)) throw connectionLost();
    const delay = plan.takeDelay(method, pathname);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const planned = plan.takeAnswer(method, pathname);
    if (planned !== undefined) return refusal(planned.status, planned.retryAfter);
    const answered = await answer(request);
    if (plan.takeDrop('dropAfterWrite', method, pathname)) throw connectionLost();
    return answered;
  };
}

function refusal(status: number, retryAfter: number | undefined): Response {
  const headers = new Headers(
    retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
  );
  const words = inEntrasWords[status];
  if (words !== undefined) return Response.json(words, { status, headers });
  headers.set('Content-Type', 'text/html');
  return new Response(`<h1>${status}</h1>`, { status, headers });
}

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const inEntrasWords: Readonly<Record<number, object>> = {
  401: {
    error: 'invalid_client',
    error_description: 'AADSTS7000222: The provided client secret keys are expired.',
    error_codes: [7000222],
  },
  429: {
    error: 'temporarily_unavailable',
    error_description: 'AADSTS90055: Too many requests were made by this application.',
  },
};

/** What `fetch` rejects with when the other side hangs up. */
const connectionLost = () => new TypeError('fetch failed');
