import { randomUUID } from 'node:crypto';
import { createControlAddress } from './control/controlAddress';
import { createFaultPlan, type Faults } from './control/faults';
import { createLimits, delegationTokens } from './control/limits';
import { createMeter, type Meter } from './control/meter';
import { withTokenFaults } from './control/tokenFaults';
import { createReplicationLag } from './control/replicationLag';
import { createEntra, type Entra } from './entra/createEntra';
import { createChangeNotifications, type Notify } from './graph/changeNotifications';
import { toGraphTime, type GraphGround } from './graph/graphCall';
import { downloadReport } from './graph/copilotReports';
import { createGraph } from './graph/graphEndpoint';
import { createSharePointBrowser, type SharePointBrowser } from './graph/sharePointBrowser';
import { fromLoopbackUrl, isMicrosoftUrl } from './loopbackSend';
import { createSharePointRest } from './sharepoint/restEndpoint';
import { createDirectory, type Directory } from './storage/directory';
import { shownInFeed } from './graph/activityFeed';
import type { ActivityNotification, CalendarEvent } from './storage/directoryRecords';
import { createMemoryJournal, openJournal, type TenantJournal } from './storage/journal';
import type { CopilotUsageReport } from './storage/reportRecords';
import { likeliestSwitches, type TenantSwitches } from './storage/switches';
import { listsOf } from './storage/tenantState';

export const localTenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
/** The domain the tenant began with. */
export const localTenantDomain = 'lastmile.onmicrosoft.com';
export const localSiteId =
  'lastmile.sharepoint.com,5a1e0000-0000-4000-8000-000000000001,5a1e0000-0000-4000-8000-000000000002';
/** The tenant's own SharePoint host. */
const sharePointHost = 'lastmile.sharepoint.com';
const rootSiteId =
  'lastmile.sharepoint.com,5a1e0000-0000-4000-8000-000000000003,5a1e0000-0000-4000-8000-000000000004';

export interface LocalTenantOptions {
  /** Where the tenant keeps its data; in memory alone when not said. */
  folder?: string;
  now?: () => Date;
  switches?: Partial<TenantSwitches>;
  tenantId?: string;
  /** Opens `/control/…` on the loopback; off unless asked for. */
  controlEnabled?: boolean;
  /** Carries change notifications to their subscribers; over the network when not said. */
  notify?: Notify;
}

/** Making a key pair takes a tenth of a second, so tenants in memory share the first one made. */
let keysInMemory: string | undefined;

/** A simulation of one Microsoft 365 tenant, Entra ID and Graph, held to docs/local-tenant.md. */
export interface LocalTenant {
  readonly tenantId: string;
  /** Answers as Graph, Entra ID or the tenant's SharePoint host, by host or by loopback path. */
  send(request: Request): Promise<Response>;
  readonly directory: Directory;
  readonly entra: Entra;
  readonly meter: Meter;
  readonly faults: Faults;
  readonly sharePoint: SharePointBrowser;
  readonly reports: {
    /** What the Copilot usage report tells from now on. */
    set(report: CopilotUsageReport): void;
    /** Whether names are 32 hex digits in it from now on: what an administrator sets. */
    conceal(concealed: boolean): void;
  };
  /** Puts a meeting that somebody else organises into a person's calendar, as an invitation does. */
  invite(userId: string, organiserId: string, event: CalendarEvent['body']): void;
  /** What the activity feed was sent, for one person or all. */
  notifications(userId?: string): readonly ActivityNotification[];
  /** What a person sees of it, newest first: of each chain the last that was sent. */
  activityFeed(userId: string): readonly ActivityNotification[];
  /** Holds nothing that was asked so far against its limits: a sample's months are written in seconds. */
  forgetLimits(): void;
  /** Delivers the change notifications that are due by the tenant's clock; answers how many wait. */
  deliverNotifications(): Promise<number>;
  close(): Promise<void>;
}

export function createLocalTenant(options: LocalTenantOptions = {}): Promise<LocalTenant> {
  return new Promise((resolve) => {
    resolve(openTenant(options));
  });
}

function openTenant(options: LocalTenantOptions): LocalTenant {
  const { now = () => new Date(), tenantId = localTenantId } = options;
  const switches = { ...likeliestSwitches, ...options.switches };
  const journal =
    options.folder === undefined ? createMemoryJournal() : openJournal(options.folder);
  const { state } = journal;
  if (state.sites.size === 0) {
    const site = { hostname: sharePointHost, createdAt: '2026-01-05T08:00:00Z' };
    journal.commit({
      kind: 'site',
      site: { ...site, id: localSiteId, path: '/sites/last-mile', displayName: 'Last Mile' },
    });
    journal.commit({
      kind: 'site',
      site: {
        ...{ ...site, id: rootSiteId, path: '/', displayName: 'Communication site' },
        template: 'SITEPAGEPUBLISHING#0',
      },
    });
  }
  const directory = createDirectory(journal, randomUUID);
  const keyStore = {
    load: () => state.signingKeys ?? (options.folder === undefined ? keysInMemory : undefined),
    save(text: string) {
      keysInMemory ??= text;
      journal.commit({ kind: 'signingKeys', text });
    },
  };
  const limits = createLimits(switches, now);
  const entra = createEntra({
    directory,
    tenantId,
    tenantDomain: localTenantDomain,
    now,
    keyStore,
    switches,
    takeDelegation: (userId) =>
      limits.take({ clientId: '', units: 0, others: [delegationTokens(userId)] }).retryAfter,
  });
  const meter = createMeter();
  const plan = createFaultPlan(now);
  const notifications = createChangeNotifications({
    state,
    tenantId,
    now,
    switches,
    notify: options.notify ?? ((request) => fetch(request)),
  });
  const replication = createReplicationLag();
  const ground: GraphGround = {
    replication,
    journal: announcing(journal, notifications),
    notifications,
    state,
    switches,
    now,
    newId: randomUUID,
    takeRace: plan.takeRace,
  };
  const answerGraph = createGraph({
    ground,
    entra,
    meter,
    faults: plan,
    takeLimit: limits.take,
  });
  const answerEntra = withTokenFaults((request) => entra.handle(request), plan);
  const answerSharePoint = createSharePointRest({ ground, entra, faults: plan });
  const concealNames = (concealed: boolean) => {
    journal.commit({ kind: 'concealedNames', concealed });
  };
  const faults: Faults = {
    ...plan,
    lagReplication(looks) {
      replication.set(looks);
    },
    clear() {
      plan.clear();
      replication.set(0);
    },
    expireDeltaTokens(listId) {
      for (const list of listsOf(state)) {
        if (listId !== undefined && list.id !== listId) continue;
        journal.commit({
          kind: 'deltaEpoch',
          siteId: list.siteId,
          listId: list.id,
          epoch: list.deltaEpoch + 1,
        });
      }
    },
    rollKeys: () => entra.rollKeys(),
    revokeConsent(clientId) {
      directory.setConsent(clientId, false);
    },
    concealNames,
    requireReauthorization: () => {
      notifications.requireReauthorization();
    },
  };
  const control = createControlAddress({ faults, meter });

  return {
    tenantId,
    directory,
    entra,
    meter,
    faults,
    sharePoint: createSharePointBrowser(ground),
    reports: {
      set(report) {
        journal.commit({ kind: 'copilotUsage', report });
      },
      conceal: concealNames,
    },
    invite(userId, organiserId, body) {
      const at = toGraphTime(now());
      journal.commit({
        kind: 'event',
        event: {
          ...{ id: randomUUID().replaceAll('-', ''), owner: { kind: 'user', id: userId } },
          ...{ organiserId, clientId: '', createdAt: at, modifiedAt: at, version: 1, body },
        },
      });
    },
    notifications: (userId) =>
      state.notifications.filter((each) => userId === undefined || each.userId === userId),
    activityFeed: (userId) => shownInFeed(state.notifications, userId),
    forgetLimits: () => {
      limits.forget();
    },
    async send(request) {
      const asked = new URL(request.url);
      const url = isMicrosoftUrl(asked) ? asked : fromLoopbackUrl(asked);
      if (url?.hostname === 'graph.microsoft.com') return answerGraph(request, url);
      if (url?.hostname === sharePointHost) return answerSharePoint(request, url);
      if (url?.hostname === switches.reportDownloadHost) return downloadReport(url, ground);
      if (url) return dated(await answerEntra(await readdress(request, url)), now());
      if (options.controlEnabled && asked.pathname.startsWith('/control/')) {
        return control(request, asked);
      }
      return Response.json({ message: 'The local tenant has nothing here.' }, { status: 404 });
    },
    deliverNotifications: () => notifications.deliverDue(),
    close() {
      notifications.stop();
      journal.close();
      return Promise.resolve();
    },
  };
}

/** The journal, and a word to subscribers for every change of an item. */
function announcing(
  journal: TenantJournal,
  { listChanged }: { listChanged: (listId: string) => void },
): TenantJournal {
  return {
    ...journal,
    commit(mutation) {
      journal.commit(mutation);
      const { kind } = mutation;
      if (kind === 'itemCreated' || kind === 'itemChanged' || kind === 'itemRemoved') {
        listChanged(mutation.listId);
      }
    },
  };
}

/** Every answer says when it was made. */
function dated(response: Response, at: Date): Response {
  response.headers.set('Date', at.toUTCString());
  return response;
}

/** The same request at the address it stands for. */
async function readdress(request: Request, url: URL): Promise<Request> {
  if (request.url === url.href) return request;
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    redirect: 'manual',
    ...(hasBody ? { body: await request.arrayBuffer() } : {}),
  });
}
