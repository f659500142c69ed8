import type { Faults, FaultScope } from './faults';
import type { Meter } from './meter';

interface Controlled {
  readonly faults: Faults;
  readonly meter: Meter;
}

const json = (status: number, body: unknown) => Response.json(body, { status });

/**
 * `/control/…`: the faults and counters of the local tenant over http, for loopback only. It takes JSON
 * from the tenant's own origin or from no origin, so that no other page in the browser can press it.
 */
export function createControlAddress({ faults, meter }: Controlled) {
  const actions: Readonly<Record<string, (body: ControlBody) => void | Promise<void>>> = {
    answer(body) {
      const retryAfter = body.number('retryAfter');
      faults.answer(body.number('status') ?? 503, {
        ...body.scope(),
        ...(retryAfter === undefined ? {} : { retryAfter }),
      });
    },
    challenge: (body) => {
      const claims = body.text('claims') ?? '{"access_token":{"nbf":{"essential":true}}}';
      faults.challenge(claims, { times: 1, ...body.scope() });
    },
    'drop-after-write': (body) => {
      faults.dropAfterWrite({ times: 1, ...body.scope() });
    },
    'drop-before': (body) => {
      faults.dropBefore({ times: 1, ...body.scope() });
    },
    slow: (body) => {
      faults.slow(body.number('milliseconds') ?? 1000, body.scope());
    },
    race: (body) => {
      faults.race(body.number('times') ?? 1);
    },
    'lag-replication': (body) => {
      faults.lagReplication(body.number('looks') ?? 3);
    },
    'expire-delta-tokens': (body) => {
      faults.expireDeltaTokens(body.text('listId'));
    },
    'roll-keys': () => faults.rollKeys(),
    'revoke-consent': (body) => {
      const clientId = body.text('clientId');
      if (clientId === undefined) throw new BadControl('clientId is needed');
      faults.revokeConsent(clientId);
    },
    'conceal-names': (body) => {
      faults.concealNames(body.flag('concealed') ?? true);
    },
    'require-reauthorization': () => {
      faults.requireReauthorization();
    },
    clear: () => {
      faults.clear();
    },
    'reset-counters': () => {
      meter.reset();
    },
  };

  return async function control(request: Request, url: URL): Promise<Response> {
    if (!isFromLoopback(request, url)) return json(403, { message: 'Loopback only.' });
    const name = url.pathname.slice('/control/'.length);
    if (request.method === 'GET' && name === 'counters') {
      return json(200, { calls: meter.calls(), units: meter.units(), byPath: meter.byPath() });
    }
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!action) return json(404, { message: 'Unknown control.', known: Object.keys(actions) });
    if (request.method !== 'POST') return json(405, { message: 'POST this control.' });
    if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
      return json(415, { message: 'Send JSON.' });
    }
    try {
      await action(readControlBody(await request.text()));
      return json(200, { done: name });
    } catch (error) {
      if (error instanceof BadControl) return json(400, { message: error.message });
      throw error;
    }
  };
}

class BadControl extends Error {}

interface ControlBody {
  number(name: string): number | undefined;
  text(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  scope(): FaultScope;
}

function readControlBody(text: string): ControlBody {
  let given: unknown;
  try {
    given = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new BadControl('Send JSON.');
  }
  if (typeof given !== 'object' || given === null) throw new BadControl('Send a JSON object.');
  const values = given as Readonly<Record<string, unknown>>;
  const number = (name: string) => {
    const value = values[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || value < 0) {
      throw new BadControl(`${name} must be a number, 0 or more`);
    }
    return value;
  };
  const textOf = (name: string) => {
    const value = values[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw new BadControl(`${name} must be a text`);
    return value;
  };
  return {
    number,
    text: textOf,
    flag(name) {
      const value = values[name];
      if (value === undefined || typeof value === 'boolean') return value;
      throw new BadControl(`${name} must be true or false`);
    },
    scope() {
      const times = number('times');
      const seconds = number('seconds');
      const path = textOf('path');
      const method = textOf('method');
      return {
        ...(times === undefined ? {} : { times }),
        ...(seconds === undefined ? {} : { seconds }),
        ...(path === undefined ? {} : { path }),
        ...(method === undefined ? {} : { method }),
      };
    },
  };
}

function isFromLoopback(request: Request, url: URL): boolean {
  const origin = request.headers.get('origin');
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return isLoopback && (origin === null || origin === url.origin);
}
