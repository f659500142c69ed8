import { expect, onTestFinished } from 'vitest';
import { createLoopbackSend } from '../../../api/local-tenant/loopbackSend';
import type { LocalTenant, LocalTenantOptions } from '../../../api/local-tenant/localTenant';
import { likeliestSwitches, type TenantSwitches } from '../../../api/local-tenant/storage/switches';
import {
  createContractClient,
  textOf,
  type ClientKind,
  type ContractClient,
} from '../contractClients';
import type { Scratch } from '../scratch';
import { likeliestFormWasTold } from './liveReport';
import type { LiveSettings } from './liveSettings';

/** What only the local tenant can be asked: to turn a clock or a switch, to fail, to show its inside. */
class OnlyLocal extends Error {
  override name = 'OnlyLocal';
}

const told = new Set<string>();

/** What outlives a test unless it is taken back: lists and grants. */
const isKept = /\/(?:lists|permissions)$/;

/** The scratch of a fact on a real site; the lists and grants it makes are taken back when its test ends. */
export function createLiveScratch(
  kind: ClientKind,
  options: LocalTenantOptions,
  settings: LiveSettings,
): Scratch {
  const test = expect.getState().currentTestName ?? '';
  if (options.now ?? options.notify) throw new OnlyLocal('a clock or an endpoint of its own');
  if (!isLikeliest(options.switches ?? {})) {
    throw new OnlyLocal(told.has(test) ? likeliestFormWasTold : 'another form than the likeliest');
  }
  if (options.switches) told.add(test);
  const { rehearsal, tenantId } = settings;
  const send = patiently(rehearsal === undefined ? fetch : createLoopbackSend(rehearsal));
  const site = `/sites/${settings.siteId}`;
  const made: string[] = [];

  const client = (app: LiveSettings['runtime']): ContractClient => {
    const sender = createContractClient(kind, { send }, () => appToken(tenantId, app, send));
    return {
      async send(method, address, body, headers) {
        const answer = await sender.send(method, address, body, headers);
        if (method === 'POST' && answer.status === 201 && isKept.test(address)) {
          made.push(`${address}/${textOf(answer.body['id'])}`);
        }
        return answer;
      },
    };
  };
  const admin = client(settings.admin);
  onTestFinished(async () => {
    for (const address of made.reverse()) await admin.send('DELETE', address);
  });
  const onlyLocal = (what: string): never => {
    throw new OnlyLocal(what);
  };
  return {
    // Whatever a test would ask of the tenant itself, a real one does not answer.
    tenant: new Proxy({} as LocalTenant, { get: (_, name) => onlyLocal(`tenant.${String(name)}`) }),
    runtime: client(settings.runtime),
    admin,
    stranger: client(settings.stranger),
    delegated: () => onlyLocal('a person who signs in'),
    async createList(columns = [], displayName = 'Scratch') {
      const { status, body } = await admin.send('POST', `${site}/lists`, { displayName, columns });
      if (status !== 201) throw new Error(`No list: ${JSON.stringify(body)}`);
      return `${site}/lists/${textOf(body['id'])}`;
    },
  };
}

/** A real tenant throttles; that is no answer to what was asked, so it is asked again when it may be. */
function patiently(send: (request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    for (let attempt = 1; ; attempt++) {
      const response = await send(request.clone());
      const isThrottled = response.status === 429 || response.status === 503;
      if (!isThrottled || attempt === 5) return response;
      const seconds = Number(response.headers.get('retry-after') ?? 10);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  };
}

function isLikeliest(switches: Partial<TenantSwitches>): boolean {
  const likeliest: Readonly<Record<string, unknown>> = { ...likeliestSwitches };
  return Object.entries(switches).every(([name, value]) => likeliest[name] === value);
}

const tokens = new Map<string, Promise<string>>();

/** Client credentials with a secret; one token per app lasts for a run of under an hour. */
function appToken(
  tenantId: string,
  { clientId, secret }: LiveSettings['runtime'],
  send: (request: Request) => Promise<Response>,
): Promise<string> {
  const known = tokens.get(clientId);
  if (known) return known;
  const token = (async () => {
    const response = await send(
      new Request(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: secret,
          scope: 'https://graph.microsoft.com/.default',
        }),
      }),
    );
    const body = (await response.json()) as { access_token?: string; error?: string };
    if (body.access_token === undefined) throw new Error(`No token: ${body.error ?? ''}`);
    return body.access_token;
  })();
  tokens.set(clientId, token);
  return token;
}
