import 'fake-indexeddb/auto';
import type { MeResponse } from '@last-mile/shared/programme';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import type { SignIn } from '../app/signIn';
import type { TeamsHost } from '../app/teamsHost';
import { TeamsTab } from '../app/TeamsTab';
import { openAhead } from '../app/openAhead';
import { createWatched } from '../app/watched';
import { queuePage } from './feedback';
import { libraryPage, noShelves, task } from './library';
import { tenantId } from './people';

// happy-dom lays nothing out, so there is nothing to scroll; and it rejects where an animation is
// cancelled, which nobody awaits. Without animations Fluent shows the end at once.
window.scrollTo = () => undefined;
Reflect.deleteProperty(Element.prototype, 'animate');

/** What the API answers to a request, by `METHOD /path`. */
export type Answer = (request: { url: URL; body: unknown }) => Answered | Promise<Answered>;

type Answered = { status?: number; json: unknown } | { file: string };

export interface OpenTabOptions {
  me: MeResponse;
  /** The place in the tab, as a deep link names it. */
  at?: string;
  answers?: Readonly<Record<string, Answer>>;
  signIn?: SignIn;
  /** What asking for a consent does. @default it is given */
  consent?: SignIn['consent'] | undefined;
  /** Whom the host names, where it is not the person the API knows. */
  hostUserId?: string;
  /** The device was used before: it has what was kept then. @default false */
  again?: boolean;
}

/** A request the tab made, as the API would have seen it. */
interface SeenRequest {
  readonly route: string;
  readonly url: URL;
  readonly body: unknown;
}

/** Opens the real tab in a host that answers, over an API whose answers the test gives. */
export function openTab(options: OpenTabOptions) {
  const { me, at = '', answers = {}, again = false } = options;
  const { signIn = signedIn(options.consent) } = options;
  if (!again) localStorage.clear();
  window.location.hash = at === '' ? '' : `#/${at}`;
  const requests: SeenRequest[] = [];
  const all: Readonly<Record<string, Answer>> = {
    'GET /api/me': () => ({ json: me }),
    'GET /api/workflows': () => ({ json: { workflows: [task] } }),
    'GET /api/workflows/timings': () => ({ json: { point: null, timings: [], own: [] } }),
    'GET /api/library': () => ({ json: libraryPage([]) }),
    'GET /api/library/shelves': () => ({ json: noShelves }),
    'GET /api/programme/standards': () => ({ json: { eTag: '"p,1"', required: [] } }),
    'GET /api/saved-time': () => ({ json: { month: '2026-11', asked: false, own: null } }),
    'GET /api/feedback': () => ({ json: queuePage([]) }),
    'GET /api/feedback/mine': () => ({ json: { items: [], asOf: null } }),
    ...answers,
  };

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://tab.test');
    const route = `${init?.method ?? 'GET'} ${url.pathname}`;
    const body = await bodyOf(init?.body);
    requests.push({ route, url, body });
    const answer = all[route];
    if (answer === undefined) throw new Error(`The test gives no answer to ${route}.`);
    const answered = await answer({ url, body });
    if ('file' in answered) return new Response(answered.file);
    return Response.json(answered.json, { status: answered.status ?? 200 });
  };

  const host = fakeHost(options.hostUserId ?? me.userId);
  const config = { tenantId, styleNonce: null };
  let close: () => void = () => undefined;
  void openAhead({ host, config, signIn, storage: localStorage, now: Date.now, fetch }).then(
    (opened) => {
      const tab = <TeamsTab host={host} config={config} signIn={signIn} opened={opened} />;
      close = render(tab).unmount;
    },
  );
  return {
    host,
    /** The person closes the tab. */
    close: () => {
      close();
    },
    user: userEvent.setup(),
    requests,
    requestsTo: (route: string) => requests.filter((request) => request.route === route),
  };
}

/** What was sent: JSON as a value, a file as its text. */
async function bodyOf(body: RequestInit['body']): Promise<unknown> {
  if (typeof body === 'string') return JSON.parse(body);
  return body instanceof Blob ? body.text() : undefined;
}

function signedIn(consent: SignIn['consent'] = () => Promise.resolve()): SignIn {
  return {
    accessToken: () => Promise.resolve('token'),
    start: () => Promise.resolve(),
    consent,
    state: createWatched({ needed: false }),
  };
}

function fakeHost(userId: string) {
  return {
    locale: 'en-GB',
    userId,
    subPageId: undefined,
    theme: createWatched('default'),
    nestedAppAuth: true,
    authToken: () => Promise.resolve('token'),
    shareLink: vi.fn(() => true),
    shareToTeams: vi.fn(() => Promise.resolve()),
    appLoaded: vi.fn(),
    succeeded: vi.fn(),
    failed: vi.fn(),
  } satisfies TeamsHost;
}
