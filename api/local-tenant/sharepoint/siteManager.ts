import type { GraphCaller } from '../storage/entraTokens';
import { toGraphTime, type GraphGround } from '../graph/graphCall';
import type { Site } from '../storage/directoryRecords';
import { newSiteGroups, personLogin } from '../storage/siteSecurity';
import { siteUrl } from '../storage/tenantState';
import { accessIsDenied, badArgument, RestFailure } from './restFailure';

/** A call of `/_api/SPSiteManager`, after its token was read. */
interface SiteCall {
  readonly request: Request;
  readonly url: URL;
  readonly caller: GraphCaller;
  readonly body: unknown;
}

interface Answer {
  readonly SiteId: string;
  readonly SiteStatus: number;
  readonly SiteUrl: string;
}

interface Asked {
  readonly Title: string;
  readonly Url: string;
  readonly WebTemplate: string;
  readonly Owner?: string;
}

/** How often somebody asks after a site in the making until it is there. */
const looksInTheMaking = 2;
const templates = ['STS#3', 'SITEPAGEPUBLISHING#0'];
const status = { notFound: 0, provisioning: 1, ready: 2, error: 3 } as const;

/**
 * Makes sites and tells how far they are (learn.microsoft.com/sharepoint/dev/apis/site-creation-rest).
 * What that page does not say, such as the permission it takes, is guessed: docs/local-tenant.md.
 */
export function createSiteManager(ground: GraphGround): (call: SiteCall) => Answer {
  const { state, switches } = ground;
  const failed = new Set<string>();
  const inTheMaking = new Map<string, { looks: number; finish: () => void }>();

  const siteOf = (address: string) =>
    [...state.sites.values()].find((site) => siteUrl(site).toLowerCase() === address.toLowerCase());
  const upnOf = (userId: string) => state.users.get(userId)?.userPrincipalName;

  return ({ request, url, caller, body }) => {
    const isPerson = caller.userId !== undefined;
    const needed = isPerson ? 'AllSites.FullControl' : 'Sites.FullControl.All';
    if (!caller.scopes.includes(needed)) throw accessIsDenied();
    const act = /([^/]+)$/.exec(url.pathname)?.[1]?.toLowerCase();
    if (act === 'status' && request.method === 'GET') return tell(url);
    if (act !== 'create' || request.method !== 'POST') {
      throw new RestFailure(404, '-1, Microsoft.SharePoint.Client.ResourceNotFoundException', '');
    }
    if (isPerson && switches.peopleMakeSites === 'refused') {
      throw new RestFailure(
        500,
        '-2146232832, Microsoft.SharePoint.SPException',
        'Modern site creation is not allowed. Contact your administrator for more information.',
      );
    }
    return make(askedIn(body), caller);
  };

  function tell(url: URL): Answer {
    const [, address = ''] = /^'(.*)'$/.exec(url.searchParams.get('url') ?? '') ?? [];
    const pending = inTheMaking.get(address);
    if (pending && --pending.looks <= 0) {
      inTheMaking.delete(address);
      pending.finish();
    }
    const site = siteOf(address);
    if (site) return told(site, status.ready);
    if (failed.has(address)) return nothing(status.error);
    return nothing(
      inTheMaking.has(address) ? status.provisioning : Number(switches.missingSiteStatus),
    );
  }

  function make(asked: Asked, caller: GraphCaller): Answer {
    const there = siteOf(asked.Url);
    if (there) {
      return switches.existingSiteStatus === '2' ? told(there, status.ready) : nothing(4);
    }
    if (state.deletedSites.has(asked.Url)) {
      failed.add(asked.Url);
      return nothing(status.error);
    }
    if (inTheMaking.has(asked.Url)) return nothing(status.provisioning);
    const owner = caller.userId === undefined ? asked.Owner : upnOf(caller.userId);
    if (owner === undefined) throw badArgument('The parameter Owner is required.');
    const { hostname, pathname } = new URL(asked.Url);
    const site: Site = {
      ...{ id: `${hostname},${ground.newId()},${ground.newId()}`, hostname, path: pathname },
      ...{ displayName: asked.Title, template: asked.WebTemplate },
      createdAt: toGraphTime(ground.now()),
    };
    const finish = () => {
      ground.journal.commit({ kind: 'site', site });
      // A site that a person makes this way is nobody's but theirs.
      for (const group of newSiteGroups(asked.Title)) {
        const members = group.kind === 'owners' ? [personLogin(owner)] : [];
        ground.journal.commit({ kind: 'siteGroup', siteId: site.id, group: { ...group, members } });
      }
    };
    if (switches.newSiteStatus === '2') {
      finish();
      return told(site, status.ready);
    }
    inTheMaking.set(asked.Url, { looks: looksInTheMaking, finish });
    return nothing(Number(switches.newSiteStatus));
  }
}

const told = (site: Site, SiteStatus: number): Answer => ({
  SiteId: site.id.split(',')[1] ?? '',
  SiteStatus,
  SiteUrl: siteUrl(site),
});

const nothing = (SiteStatus: number): Answer => ({ SiteId: '', SiteStatus, SiteUrl: '' });

function askedIn(body: unknown): Asked {
  const asked = (body as { request?: Partial<Asked> } | undefined)?.request;
  const { Title, Url, WebTemplate, Owner } = asked ?? {};
  if (typeof Title !== 'string' || typeof Url !== 'string' || typeof WebTemplate !== 'string') {
    throw badArgument('The parameter request does not exist in method Create, or is not whole.');
  }
  if (!templates.includes(WebTemplate)) throw badArgument(`There is no template ${WebTemplate}.`);
  return { Title, Url, WebTemplate, ...(typeof Owner === 'string' && { Owner }) };
}
