import * as z from 'zod/mini';
import type { GraphClient } from '../../graph/graphClient';
import { GraphError, isThrottled } from '../../graph/graphError';
import type { SharePointClient } from './sharePointClient';
import { findSite, makeOneByHand } from './site';

/** What SharePoint says of an address; 4 is not documented, and seen where a site is there already. */
type SiteStatus = 'notFound' | 'inTheMaking' | 'ready' | 'failed' | 'taken';

const statuses: readonly SiteStatus[] = ['notFound', 'inTheMaking', 'ready', 'failed', 'taken'];

const answer = z.object({ SiteStatus: z.number() });

export interface SiteToMake {
  readonly url: string;
  readonly title: string;
  readonly graph: GraphClient;
  /** SharePoint's own service at the root of the site's host. */
  readonly sharePoint: SharePointClient;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Between two looks whether a site is there, and how many of them. */
const lookEveryMs = 5_000;
const looks = { shortly: 12, inTheEnd: 60 } as const;

/**
 * Makes a team site without a Microsoft 365 group, and comes back when Graph finds it
 * (learn.microsoft.com/sharepoint/dev/apis/site-creation-rest). The address is the key: a call whose
 * answer was lost, or that is made again by the next run, makes no second site.
 */
export async function makeSite(site: SiteToMake): Promise<void> {
  const before = await readSiteStatus(site.sharePoint, site.url);
  if (before === 'failed') throw new Error(makingFailed(site.url));
  // Also said of an address with nothing behind it (SharePoint/sp-dev-docs issue 10746).
  if (before === 'inTheMaking' && (await appears(site, looks.shortly))) return;
  if (before !== 'ready') {
    const said = await create(site);
    if (said === 'failed') throw new Error(makingFailed(site.url));
    if (said === 'taken') {
      if (await appears(site, looks.shortly)) return;
      throw new Error(
        `SharePoint says that ${site.url} is taken, and Graph finds no site there. ${freeTheAddress}`,
      );
    }
  }
  // Whatever else was said: 0 is seen for sites that are there a moment later (issue 6798).
  if (await appears(site, looks.inTheEnd)) return;
  throw new Error(
    `${site.url} was asked for and is not there yet. Run this again in a few minutes: it goes on where it ended.`,
  );
}

export async function readSiteStatus(
  sharePoint: SharePointClient,
  url: string,
): Promise<SiteStatus> {
  const path = `/SPSiteManager/status?url='${encodeURIComponent(url)}'`;
  return statusIn(await sharePoint.get(path, 'odata4'));
}

async function create({ url, title, sharePoint }: SiteToMake): Promise<SiteStatus> {
  const request = {
    ...{ Title: title, Url: url, WebTemplate: 'STS#3' },
    ...{ Lcid: 1033, ShareByEmailEnabled: false },
  };
  try {
    return statusIn(await sharePoint.post('/SPSiteManager/create', { request }, 'odata4'));
  } catch (error) {
    if (!(error instanceof GraphError) || isLost(error.status)) throw error;
    throw new Error(
      `SharePoint does not make ${url} for this sign-in: ${error.message} (${error.status}). An ` +
        'organisation may forbid it, and its setting counts for this call as well: SharePoint admin ' +
        'center > Settings > Site creation > "Users can create SharePoint sites". ' +
        `${makeOneByHand} Then run this again without --create-site.`,
      { cause: error },
    );
  }
}

/** No answer, or one of a service that is busy or away; a 500 is how SharePoint words refusals of its own. */
const isLost = (status: number): boolean =>
  status === 0 || status === 408 || isThrottled(status) || status === 502 || status === 504;

function statusIn(body: unknown): SiteStatus {
  const { SiteStatus: number } = answer.parse(body);
  const status = statuses[number];
  if (status === undefined) {
    throw new Error(`SharePoint answers with the SiteStatus ${number}, which is not documented.`);
  }
  return status;
}

async function appears(site: SiteToMake, most: number): Promise<boolean> {
  for (let look = 1; ; look++) {
    if (await findSite(site.graph, site.url)) return true;
    if (look === most) return false;
    await site.wait(lookEveryMs);
    const now = await readSiteStatus(site.sharePoint, site.url);
    if (now === 'failed') throw new Error(makingFailed(site.url));
  }
}

const freeTheAddress =
  'Look in SharePoint admin center > Sites > Deleted sites: a deleted site keeps its address for 93 ' +
  'days. Restore it and run this without --create-site, delete it there for good, or name another ' +
  'address with --site.';

/** Why SharePoint makes no site at an address, as far as it lets anybody know. */
export const makingFailed = (url: string): string =>
  `SharePoint says that making ${url} failed (SiteStatus 3), and not why. ${freeTheAddress}`;
