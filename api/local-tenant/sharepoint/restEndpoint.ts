import type { FaultPlan } from '../control/faults';
import type { EntraTokens, GraphCaller } from '../storage/entraTokens';
import type { GraphGround } from '../graph/graphCall';
import { personRights } from '../graph/personRights';
import type { KeptSite } from '../storage/tenantState';
import { accessIsDenied, badArgument, RestFailure, unsupportedToken } from './restFailure';
import { createSiteManager } from './siteManager';
import { restRoutes } from './sitePermissions';

/**
 * Answers as the REST service of the tenant's SharePoint host, as far as provisioning speaks to it:
 * what Graph cannot do, making a site and giving people and groups permissions on one list.
 */
export function createSharePointRest(parts: {
  ground: GraphGround;
  entra: Pick<EntraTokens, 'verifySharePointToken'>;
  faults: FaultPlan;
}) {
  const { ground, entra, faults } = parts;

  async function callerOf(request: Request): Promise<GraphCaller> {
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    const caller = bearer === undefined ? undefined : await entra.verifySharePointToken(bearer);
    if (!caller) throw unsupportedToken('Invalid JWT token, or one for another audience.');
    if (caller.kind === 'app' && !caller.hasCertificate) {
      throw unsupportedToken('Unsupported app only token.');
    }
    return caller;
  }

  function siteAt(path: string): { site: KeptSite; rest: string } {
    const [, sitePath = '', rest = ''] = /^(.*?)\/_api\/web(.*)$/i.exec(path) ?? [];
    const wanted = sitePath === '' ? '/' : sitePath.toLowerCase();
    const site = [...ground.state.sites.values()].find(
      (each) => each.path.toLowerCase() === wanted,
    );
    if (!site)
      throw new RestFailure(404, '-1, System.IO.FileNotFoundException', '404 FILE NOT FOUND');
    return { site, rest };
  }

  async function answer(request: Request, url: URL): Promise<unknown> {
    const caller = await callerOf(request);
    const planned = faults.takeAnswer(request.method, url.pathname);
    if (planned) {
      const wait = planned.retryAfter;
      throw new RestFailure(
        planned.status,
        '-2147429894, System.ServiceModel.ServiceActivationException',
        'The request has been throttled.',
        wait === undefined ? {} : { 'Retry-After': String(wait) },
      );
    }
    const path = decodeURIComponent(url.pathname);
    if (/^\/_api\/SPSiteManager\//i.test(path)) {
      return makeSites({ request, url, caller, body: await readBody(request) });
    }
    const { site, rest } = siteAt(path);
    if (!mayManagePermissions(caller, site, ground)) throw accessIsDenied();
    for (const { method, path, handle } of restRoutes) {
      const found = method === request.method ? path.exec(rest) : null;
      if (!found) continue;
      const body: unknown = request.method === 'GET' ? undefined : await readBody(request);
      return handle({ site, caller, body, ground }, ...found.slice(1));
    }
    throw new RestFailure(404, '-1, Microsoft.SharePoint.Client.ResourceNotFoundException', rest);
  }

  const makeSites = createSiteManager(ground);

  return async function handle(request: Request, url: URL): Promise<Response> {
    const { method } = request;
    const lost = () => new TypeError('fetch failed');
    if (faults.takeDrop('dropBefore', method, url.pathname)) throw lost();
    let response: Response;
    try {
      response = Response.json((await answer(request, url)) ?? { 'odata.null': true });
    } catch (error) {
      if (!(error instanceof RestFailure)) throw error;
      const { status, code, message, headers } = error;
      const body =
        request.headers.get('odata-version') === '4.0'
          ? { error: { code, message } }
          : { 'odata.error': { code, message: { lang: 'en-US', value: message } } };
      response = Response.json(body, { status, headers });
    }
    if (faults.takeDrop('dropAfterWrite', method, url.pathname)) throw lost();
    return response;
  };
}

/** Permissions are an owner's to see and to set, for a person and for an app alike. */
function mayManagePermissions(caller: GraphCaller, site: KeptSite, ground: GraphGround): boolean {
  if (caller.userId === undefined) return caller.scopes.includes('Sites.FullControl.All');
  return (
    caller.scopes.includes('AllSites.FullControl') &&
    personRights(ground.state, caller.userId, site.id) === 'owner'
  );
}

async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badArgument('Invalid JSON. A token was not recognized in the JSON content.');
  }
}
