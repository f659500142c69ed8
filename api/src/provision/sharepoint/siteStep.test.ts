import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  admins,
  createAdminDesk,
  ownClient,
  type AdminDesk,
} from '../../../local-tenant/testing/adminDesk';
import { localTenantDomain } from '../../../local-tenant/localTenant';
import type { TenantSwitches } from '../../../local-tenant/storage/switches';
import { listDefinitions } from '../../lists';
import type { HandOver } from '../handOver';
import { runProvision } from '../runProvision';
import type { Surroundings } from '../surroundings';

const url = 'https://lastmile.sharepoint.com/sites/new-lists';

let desk: AdminDesk;
beforeEach(() => openDesk());
afterEach(() => desk.close());

async function openDesk(switches: Partial<TenantSwitches> = {}) {
  desk = await createAdminDesk({ switches });
}

/** Another tenant than the likeliest one. */
async function inATenantWhere(switches: Partial<TenantSwitches>) {
  await desk.close();
  await openDesk(switches);
}

const typed = (...more: string[]) => [
  ...['--tenant', localTenantDomain, '--domain', 'lastmile.contoso.com', '--step', 'sharepoint'],
  ...['--site', url, '--handover', desk.file('handover.json'), '--admin-client', ownClient],
  ...more,
];
const making = ['--create-site', 'Last Mile'];
const run = (more: readonly string[] = making, other: Partial<Surroundings> = {}) =>
  runProvision(typed(...more), { ...desk.surroundings, ...other });
const shown = () => desk.told.join('\n');
const sites = () => desk.tenant.sharePoint.sites();
const questions = () => desk.told.filter((line) => line.startsWith('Type yes'));

/** Makes the calls of SharePoint's site manager countable, and lets something happen at one. */
function watched(at: (call: string) => unknown = () => undefined) {
  const calls: string[] = [];
  const send = async (request: Request) => {
    const call = /SPSiteManager\/(\w+)/.exec(request.url)?.[1];
    const answer = await desk.tenant.send(request);
    if (call !== undefined) {
      calls.push(call);
      await at(call);
    }
    return answer;
  };
  return { calls, send };
}

/** Somebody else makes a site at the address, of the kind they like. */
async function madeByOthers(template = 'STS#3') {
  const { tenant } = desk;
  const scope = 'https://lastmile.sharepoint.com/AllSites.FullControl';
  const asked = { userId: admins.gloria, clientId: ownClient, scope, interactive: true };
  const { access_token: token } = await tenant.entra.brokerToken(asked);
  await tenant.send(
    new Request('https://lastmile.sharepoint.com/_api/SPSiteManager/create', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ request: { Title: 'Other', Url: url, WebTemplate: template } }),
    }),
  );
  expect(sites()).toContain(url);
}

describe('a site that is asked for', () => {
  test('is planned first, with what it means, and a dry run makes nothing', async () => {
    const before = sites();
    await run([...making, '--dry-run']);
    expect(shown()).toContain(`1. make the site ${url}, a team site without a Microsoft 365 group`);
    expect(shown()).toMatch(/becomes its owner and reads everything/);
    expect(shown()).toMatch(/does not\n +say which permission it takes/);
    expect(shown()).toContain(`Once the site is there: ${listDefinitions.length} lists`);
    expect(questions()).toEqual([]);
    expect(sites()).toEqual(before);
  });

  test('is made once that is agreed, belongs to who signed in alone, and gets the lists', async () => {
    await run();
    expect(questions()).toHaveLength(2);
    const lists = desk.tenant.sharePoint.lists();
    expect(lists).toHaveLength(listDefinitions.length);
    for (const { id } of lists) {
      expect(desk.tenant.sharePoint.rightsOn(id, admins.gloria)).toBe('owner');
      expect(desk.tenant.sharePoint.rightsOn(id, admins.nora)).toBe('none');
    }
    expect(shown()).toContain(`Still to do by hand: ${url} belongs to whoever signed in`);
    const { sharepoint } = JSON.parse(readFileSync(desk.file('handover.json'), 'utf8')) as HandOver;
    expect(sharepoint?.siteUrl).toBe(url);
  });

  test('is not made, nor anything on it, where that is not agreed', async () => {
    const before = sites();
    desk.answers.push('no');
    await run();
    expect(shown()).toContain('Nothing was changed.');
    expect(sites()).toEqual(before);
    expect(existsSync(desk.file('handover.json'))).toBe(false);
  });

  test('is taken as it is where it is there', async () => {
    await run();
    const { calls, send } = watched();
    await run(making, { send });
    expect(calls).toEqual([]);
    expect(desk.told.filter((line) => line.startsWith('Nothing to do'))).toHaveLength(2);
  });

  test('that was deleted by hand meanwhile keeps nothing from being removed', async () => {
    await run();
    desk.tenant.sharePoint.deleteSite(url);
    await expect(run(['--remove'])).rejects.toThrow('nothing can be removed there');
    const bySite = typed('--remove').filter((word) => word !== '--site' && word !== url);
    await runProvision(bySite, desk.surroundings);
    expect(shown()).toContain('Nothing to do: nothing of it is there.');
    expect(shown()).toContain(`The site ${url} is gone`);
    expect(existsSync(desk.file('handover.json'))).toBe(false);
  });

  test('stays when the rest is removed', async () => {
    await run();
    desk.answers.push('Last Mile');
    await run(['--remove']);
    expect(desk.tenant.sharePoint.lists()).toEqual([]);
    expect(sites()).toContain(url);
    expect(shown()).toContain(`The site ${url} stays`);
  });
});

describe('whatever SharePoint answers, one site is made', () => {
  /** The lists are another step's, and another test's. */
  const siteAlone = (other: Partial<Surroundings> = {}) => {
    desk.answers.push('yes', 'no');
    return run(making, other);
  };

  const tenants: readonly Partial<TenantSwitches>[] = [
    { newSiteStatus: '1' },
    { newSiteStatus: '0' },
    { missingSiteStatus: '1' },
    { newSiteStatus: '1', missingSiteStatus: '1' },
  ];
  test.each(tenants)('in a tenant with %o', async (switches) => {
    await inATenantWhere(switches);
    const before = sites().length;
    const { calls, send } = watched();
    await siteAlone({ send });
    expect(calls.filter((call) => call === 'create')).toHaveLength(1);
    expect(sites()).toHaveLength(before + 1);
  });

  test('when its answer is lost', async () => {
    const before = sites().length;
    desk.tenant.faults.dropAfterWrite({ path: 'SPSiteManager/create', times: 1 });
    await siteAlone();
    expect(shown()).toContain('An answer was lost');
    expect(sites()).toHaveLength(before + 1);
  });

  test.each(['2', '1'] as const)(
    'when the run is killed after the call that answered %s, and run again',
    async (newSiteStatus) => {
      await inATenantWhere({ newSiteStatus });
      const before = sites().length;
      const killed = watched((call) => {
        if (call === 'create') throw Object.assign(new Error('killed'), { name: 'Killed' });
      });
      const dead = () => Promise.reject(new Error('killed'));
      await expect(run(making, { send: killed.send, wait: dead })).rejects.toThrow('killed');
      const again = watched();
      desk.answers.length = 0;
      await siteAlone({ send: again.send });
      expect(again.calls).not.toContain('create');
      expect(sites()).toHaveLength(before + 1);
    },
  );

  test.each(['2', '4'] as const)(
    'when somebody else makes it just before, which is answered with %s',
    async (existingSiteStatus) => {
      await inATenantWhere({ existingSiteStatus });
      const { calls, send } = watched(async (call) => {
        // The plan asks first, the change asks once more and then makes it.
        if (call === 'status' && calls.length === 2) await madeByOthers();
      });
      await siteAlone({ send });
      expect(calls).toEqual(['status', 'status', 'create']);
      expect(sites().filter((each) => each === url)).toHaveLength(1);
      expect(shown()).toContain(`done: make the site ${url}`);
    },
  );
});

describe('is refused with what to do', () => {
  test('where a deleted site holds the address, now and when it is run again', async () => {
    await run();
    desk.tenant.sharePoint.deleteSite(url);
    const words = /SiteStatus 3.*Deleted sites.*delete it there for good, or name another address/s;
    await expect(run()).rejects.toThrow(words);
    await expect(run()).rejects.toThrow(words);
    expect(sites()).not.toContain(url);
  });

  test('where a site of another kind stands at the address', async () => {
    await madeByOthers('SITEPAGEPUBLISHING#0');
    await expect(run()).rejects.toThrow(
      /another kind: a communication site.*leave out --create-site/s,
    );
    expect(desk.tenant.sharePoint.lists()).toEqual([]);
    await run([]);
    expect(desk.tenant.sharePoint.lists()).toHaveLength(listDefinitions.length);
  });

  test('where the organisation lets nobody make sites', async () => {
    await inATenantWhere({ peopleMakeSites: 'refused' });
    await expect(run()).rejects.toThrow(
      /Modern site creation is not allowed.*Settings > Site creation.*Then run this again without --create-site/s,
    );
    expect(sites()).not.toContain(url);
  });

  test('where the site is still not there after minutes', async () => {
    await inATenantWhere({ newSiteStatus: '1', missingSiteStatus: '1' });
    const { send } = desk.surroundings;
    const blind = (request: Request) =>
      request.url.includes('graph.microsoft.com') && request.url.includes('new-lists')
        ? Promise.resolve(
            Response.json({ error: { code: 'itemNotFound', message: '' } }, { status: 404 }),
          )
        : send(request);
    await expect(run(making, { send: blind })).rejects.toThrow('Run this again in a few minutes');
  });

  test('where nothing was said of making one', async () => {
    const before = sites();
    await expect(run([])).rejects.toThrow(
      /There is no site.*admin center.*--create-site "Last Mile"/s,
    );
    expect(sites()).toEqual(before);
  });

  test.each([
    [['--create-site', 'Last Mile', '--remove'], '--remove leaves the site'],
    [['--create-site', 'Last Mile', '--step', 'entra'], 'belongs to the step sharepoint'],
    [['--create-site', 'Last Mile', '--step', 'teams'], 'belongs to the step sharepoint'],
    [['--create-site', 'Last Mile', '--app-only'], 'takes somebody who signs in'],
    [['--create-site', ''], 'must not be empty'],
    [['--site', ''], 'must not be empty'],
    [[...making, '--site', 'https://contoso.sharepoint.com'], 'needs the address'],
    [[...making, '--site', 'https://contoso-admin.sharepoint.com/sites/a'], 'needs the address'],
    [[...making, '--site', 'https://contoso.sharepoint.com/sites/a b'], 'needs the address'],
  ])('when %o is typed', async (more, told) => {
    await expect(run(more)).rejects.toThrow(told);
  });
});
