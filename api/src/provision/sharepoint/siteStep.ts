import * as z from 'zod/mini';
import { CommandWrong } from '../commandWrong';
import type { Step, StepGround } from '../step';
import { findSite, isDenied, type Site } from './site';
import { makeSite, makingFailed, readSiteStatus } from './siteMaking';

export interface SiteStepOptions {
  /** The https address the site shall have. */
  readonly url: string;
  readonly title: string;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const address = /^https:\/\/([a-z0-9-]+)\.sharepoint\.com\/(?:sites|teams)\/[a-z0-9][a-z0-9_-]*$/i;

/** The address as SharePoint keeps it; throws CommandWrong for one it would make no site at. */
export function addressOfNewSite(typed: string | undefined): string {
  const url = typed?.replace(/\/+$/, '') ?? '';
  const host = address.exec(url)?.[1];
  if (host !== undefined && !/-(admin|my)$/i.test(host)) return url;
  throw new CommandWrong(
    '--create-site needs the address the site shall have, in --site: https://TENANT.sharepoint.com/sites/NAME, ' +
      'with letters, digits, - and _ in the name.',
  );
}

/**
 * The site itself, which is made only where that is asked for (decision 0055). What is there is taken as
 * it is, and nothing of this step is ever removed.
 */
export function createSiteStep({ url, title, wait }: SiteStepOptions): Step {
  return {
    name: 'site',
    admin: 'SharePoint Administrator',
    scopes: [
      { resource: 'sharePoint', scope: 'AllSites.FullControl', why: 'to make the site' },
      { scope: 'Sites.FullControl.All', why: 'to see whether the site is there' },
    ],
    async plan(ground) {
      const there = await findSite(ground.graph, url, ground.sharePoint);
      if (there) return nothingToDo(ground, await otherKind(there));
      const sharePoint = ground.sharePoint(new URL(url).origin);
      if ((await readSiteStatus(sharePoint, url)) === 'failed') {
        return nothingToDo(ground, makingFailed(url));
      }
      const { graph, handOver } = ground;
      return {
        changes: [
          {
            what: `make the site ${url}, a team site without a Microsoft 365 group, called ${title}`,
            why: whatItMeans,
            apply: () => makeSite({ url, title, graph, sharePoint, wait }),
          },
        ],
        conflicts: [],
        outcome: () => ({
          handOver,
          byHand: [
            `${url} belongs to whoever signed in, who reads everything that is kept there. Make the ` +
              'owner and the deputies of the programme its owners, and nobody else: SharePoint admin ' +
              'center > Active sites > the site > Membership > Site owners.',
          ],
        }),
      };
    },
    planRemoval: (ground) => Promise.resolve(nothingToDo(ground)),
  };
}

const whatItMeans = [
  'nothing is at that address. Whoever is signed in here becomes its owner and reads everything in',
  'the lists. An organisation may forbid people to make sites; then SharePoint refuses, and nothing is',
  'changed. It is made in English and without sharing by mail. Microsoft’s page about this call does not',
  'say which permission it takes of a person, and it was never tried in a real tenant. Rather by hand?',
  'Say no, and make it in the SharePoint admin center (docs/admin-guide.md, step 3)',
].join('\n     ');

function nothingToDo({ handOver }: StepGround, conflict?: string) {
  return {
    changes: [],
    conflicts: conflict === undefined ? [] : [conflict],
    outcome: () => ({ handOver, byHand: [] }),
  };
}

const web = z.object({ WebTemplate: z.string(), Configuration: z.number() });

const kinds: Readonly<Partial<Record<string, string>>> = {
  'GROUP#0': 'a team site with a Microsoft 365 group',
  'SITEPAGEPUBLISHING#0': 'a communication site',
};

/** What speaks against a site that is there, where this sign-in may see of which kind it is. */
async function otherKind({ url, sharePoint }: Site): Promise<string | undefined> {
  try {
    const found = await sharePoint?.get('/web?$select=WebTemplate,Configuration');
    const { WebTemplate, Configuration } = web.parse(found);
    const template = `${WebTemplate}#${Configuration}`;
    if (template === 'STS#3') return undefined;
    return (
      `At ${url} there is a site already, of another kind: ${kinds[template] ?? template}. Name ` +
      'another address with --site or, if that site is the one you mean, leave out --create-site.'
    );
  } catch (error) {
    // The next step says what it takes to be let near it.
    if (isDenied(error)) return undefined;
    throw error;
  }
}
