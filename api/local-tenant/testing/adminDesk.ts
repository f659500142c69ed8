import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surroundings } from '../../src/provision/surroundings';
import { createLocalTenant, type LocalTenant } from '../localTenant';
import { personLogin } from '../storage/siteSecurity';
import type { TenantSwitches } from '../storage/switches';

/** Where an admin sits in a test: an empty tenant with a few people, a terminal and a folder. */
export interface AdminDesk {
  readonly tenant: LocalTenant;
  readonly surroundings: Surroundings;
  /** Every line the admin was shown, questions included. */
  readonly told: string[];
  /** What the admin types next, one for each question; `yes` when nothing is left. */
  readonly answers: string[];
  /** Milliseconds of every wait, none of which took any time. */
  readonly waits: number[];
  /** Who signs in when a browser or a device login page opens. */
  signsIn: string;
  /** A path in the folder. */
  file(name: string): string;
  close(): Promise<void>;
}

export const admins = {
  /** Global Administrator. */
  gloria: '00000000-0000-4000-8000-0000000000a1',
  /** Cloud Application Administrator: registers apps, and consents to nothing the app does itself. */
  claude: '00000000-0000-4000-8000-0000000000a2',
  /** Without any role. */
  nora: '00000000-0000-4000-8000-0000000000a3',
} as const;

/** A public client an organisation registered to provision with. */
export const ownClient = '1a57a171-1e00-4c11-8d00-c11e47000008';

/** People who may hold roles of the app. */
export const colleagues = {
  ada: '00000000-0000-4000-8000-0000000000b1',
  ben: '00000000-0000-4000-8000-0000000000b2',
} as const;
const coachesGroup = '00000000-0000-4000-8000-0000000000c1';

export async function createAdminDesk(
  options: { now?: () => Date; switches?: Partial<TenantSwitches> } = {},
): Promise<AdminDesk> {
  const now = options.now ?? (() => new Date());
  const switches = { enforceLimits: false, ...options.switches };
  const tenant = await createLocalTenant({ now, switches });
  tenant.directory.addUsers(
    Object.entries({ ...admins, ...colleagues }).map(([name, id]) => ({
      id,
      displayName: name,
      userPrincipalName: `${name}@lastmile.example`,
      mail: `${name}@lastmile.example`,
      department: null,
      jobTitle: null,
      accountEnabled: true,
      preferredLanguage: null,
    })),
  );
  tenant.directory.addGroup({
    id: coachesGroup,
    displayName: 'Coaches',
    memberIds: [colleagues.ben],
  });
  tenant.directory.registerApp({
    clientId: ownClient,
    displayName: 'Provisioning by people',
    appRoles: [],
    redirectUris: ['http://localhost'],
    grantedApplicationPermissions: [],
    grantedDelegatedPermissions: [],
    consentsAtSignIn: true,
  });
  tenant.directory.setSiteGroup('owners', [personLogin('gloria@lastmile.example')]);
  tenant.directory.assignDirectoryRole(admins.gloria, 'Global Administrator');
  tenant.directory.assignDirectoryRole(admins.claude, 'Cloud Application Administrator');
  const folder = mkdtempSync(join(tmpdir(), 'last-mile-admin-'));
  const told: string[] = [];
  const answers: string[] = [];
  const waits: number[] = [];
  const desk: AdminDesk = {
    tenant,
    told,
    answers,
    waits,
    signsIn: admins.gloria,
    file: (name) => join(folder, name),
    surroundings: {
      send: (request) => tenant.send(request),
      environment: {},
      now,
      wait(milliseconds) {
        waits.push(milliseconds);
        return Promise.resolve();
      },
      tell(line) {
        told.push(line);
        const userCode = /enter the code (\w+)/.exec(line)?.[1];
        if (userCode !== undefined) tenant.entra.approveDevice(userCode, desk.signsIn);
      },
      ask(question) {
        told.push(question);
        return Promise.resolve(answers.shift() ?? 'yes');
      },
      openBrowser: (address) => signInInBrowser(tenant, address, desk.signsIn),
    },
    async close() {
      await tenant.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return desk;
}

/** Chooses the account on the sign-in page, and lets the page that comes back post itself. */
export async function signInInBrowser(tenant: LocalTenant, address: string, userId: string) {
  const choice = new URLSearchParams({ user: userId });
  const answer = await tenant.send(new Request(address, { method: 'POST', body: choice }));
  const page = await answer.text();
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1];
  if (action === undefined) throw new Error(`The sign-in page leads nowhere: ${page}`);
  const fields = [...page.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, unescaped(value)],
  );
  await fetch(action, { method: 'POST', body: new URLSearchParams(fields) });
}

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
