import 'fake-indexeddb/auto';
import type { MeResponse } from '@last-mile/shared/programme';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import type { SignIn } from '../app/signIn';
import type { TeamsHost } from '../app/teamsHost';
import { TeamsTab } from '../app/TeamsTab';
import { createWatched } from '../app/watched';
import { libraryPage, task } from './library';
import { tenantId } from './people';

// happy-dom lays nothing out, so there is nothing to scroll; and it rejects where an animation is
// cancelled, which nobody awaits. Without animations Fluent shows the end at once.
window.scrollTo = () => undefined;
Reflect.deleteProperty(Element.prototype, 'animate');

/** What the API answers to a request, by `METHOD /path`. */
export type Answer = (request: { url: URL; body: unknown }) => { status?: number; json: unknown };

export interface OpenTabOptions {
  me: MeResponse;
  /** The place in the tab, as a deep link names it. */
  at?: string;
  answers?: Readonly<Record<string, Answer>>;
  signIn?: SignIn;
}

/** A request the tab made, as the API would have seen it. */
interface SeenRequest {
  readonly route: string;
  readonly url: URL;
  readonly body: unknown;
}

/** Opens the real tab in a host that answers, over an API whose answers the test gives. */
export function openTab({ me, at = '', answers = {}, signIn = signedIn() }: OpenTabOptions) {
  // A browser in which nobody opened the tab before.
  localStorage.clear();
  window.location.hash = at === '' ? '' : `#/${at}`;
  const requests: SeenRequest[] = [];
  const all: Readonly<Record<string, Answer>> = {
    'GET /api/me': () => ({ json: me }),
    'GET /api/workflows': () => ({ json: { workflows: [task] } }),
    'GET /api/library': () => ({ json: libraryPage([]) }),
    'GET /api/feedback': () => ({ json: { items: [], asOf: null } }),
    'GET /api/feedback/mine': () => ({ json: { items: [], asOf: null } }),
    ...answers,
  };

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://tab.test');
    const route = `${init?.method ?? 'GET'} ${url.pathname}`;
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    requests.push({ route, url, body });
    const answer = all[route];
    if (answer === undefined) throw new Error(`The test gives no answer to ${route}.`);
    const { status = 200, json } = answer({ url, body });
    await Promise.resolve();
    return Response.json(json, { status });
  };

  const host = fakeHost();
  const view = render(
    <TeamsTab host={host} config={{ tenantId, styleNonce: null }} signIn={signIn} fetch={fetch} />,
  );
  return {
    ...view,
    host,
    user: userEvent.setup(),
    requests,
    requestsTo: (route: string) => requests.filter((request) => request.route === route),
  };
}

function signedIn(): SignIn {
  return {
    accessToken: () => Promise.resolve('token'),
    start: () => Promise.resolve(),
    state: createWatched({ needed: false }),
  };
}

function fakeHost() {
  return {
    locale: 'en-GB',
    subPageId: undefined,
    theme: createWatched('default'),
    nestedAppAuth: true,
    authToken: () => Promise.resolve('token'),
    shareLink: vi.fn(() => true),
    appLoaded: vi.fn(),
    succeeded: vi.fn(),
    failed: vi.fn(),
  } satisfies TeamsHost;
}
