import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { admins, createAdminDesk, type AdminDesk } from '../../../local-tenant/testing/adminDesk';
import { localTenantDomain, localTenantId } from '../../../local-tenant/localTenant';
import type { HandOver } from '../handOver';
import { runProvision } from '../runProvision';
import { runCommand } from '../runCommand';
import { createSelfSigned } from './selfSigned';

const domain = 'lastmile.contoso.com';
const signInPage = `https://${domain}/pane/sign-in.html`;
const forTokens = { path: '/oauth2/v2.0/token' };
const day = 86_400_000;
let clock: Date;
let desk: AdminDesk;

beforeEach(async () => {
  clock = new Date('2026-11-26T09:00:00Z');
  desk = await createAdminDesk({ now: () => clock });
});
afterEach(async () => {
  await desk.close();
});

const where = () => [
  ...['--tenant', localTenantDomain, '--domain', domain, '--step', 'entra'],
  ...['--handover', desk.file('handover.json')],
];
const typed = (...more: string[]) => [...where(), '--certificate', desk.file('key.pem'), ...more];
const run = (...more: string[]) => runProvision(typed(...more), desk.surroundings);
const shown = () => desk.told.join('\n');
const handOver = () => JSON.parse(readFileSync(desk.file('handover.json'), 'utf8')) as HandOver;
/** The app a run made: those that were put there without Graph have ids of the local tenant's own. */
const app = () =>
  desk.tenant.directory.apps().find(({ clientId }) => !clientId.startsWith('1a57a171'));
/** What lies in the tenant, without the ids Entra chose. */
const held = () => {
  const made = app();
  return (
    made && {
      ...made,
      clientId: 'id',
      appIdUri: made.appIdUri?.replace(made.clientId, 'id'),
      certificates: made.certificates?.length,
    }
  );
};

describe('the step entra', () => {
  test('makes the app from nothing: address, scope, hosts, roles, redirect, permissions, certificate', async () => {
    await run('--consent');
    expect(held()).toMatchObject({
      displayName: 'Last Mile',
      appIdUri: `api://${domain}/id`,
      certificates: 1,
      redirectUris: [`brk-multihub://${domain}`, signInPage],
      exposedScopes: ['access_as_user'],
      accessTokenVersion: 2,
      grantedApplicationPermissions: [
        'Sites.Selected',
        'User.Read.All',
        'GroupMember.Read.All',
        'Reports.Read.All',
      ],
    });
    expect(app()?.preAuthorizedClientIds).toHaveLength(8);
    expect(app()?.appRoles.map(({ value }) => value)).toEqual(['Champion', 'Leader', 'Admin']);
    expect(
      desk.tenant.directory.consentedScopes(
        handOver().entra!.clientId,
        admins.nora,
        'https://graph.microsoft.com',
      ),
    ).toEqual(['User.Read', 'Calendars.ReadWrite']);
  });

  test('shows everything with its reason first, and changes nothing without a yes', async () => {
    desk.answers.push('no');
    await run();
    expect(shown()).toContain('Application.ReadWrite.All: to make the app registration');
    expect(shown()).toContain(
      'Add the app roles Champion, Leader, Admin\n     Who runs programmes',
    );
    expect(shown()).toContain('Nothing was changed.');
    expect(app()).toBeUndefined();
    expect(existsSync(desk.file('key.pem'))).toBe(false);
    expect(existsSync(desk.file('handover.json'))).toBe(false);
  });

  test('as a dry run shows the same and asks nothing', async () => {
    await run('--dry-run');
    expect(shown()).toContain('Make the app registration "Last Mile" for lastmile.contoso.com');
    expect(shown()).toContain('This was a dry run: nothing was changed.');
    expect(shown()).not.toContain('Type yes');
    expect([app(), existsSync(desk.file('key.pem'))]).toEqual([undefined, false]);
  });

  test('finds nothing to do the second time', async () => {
    await run('--consent');
    const before = [held(), readFileSync(desk.file('key.pem'), 'utf8'), handOver()];
    desk.told.length = 0;
    await run('--consent');
    expect(shown()).toContain('Nothing to do: everything is in place.');
    expect(shown()).not.toContain('Type yes');
    expect([held(), readFileSync(desk.file('key.pem'), 'utf8'), handOver()]).toEqual(before);
  });

  test('hands over ids and thumbprints, and no secret is in the file, the output or the address of the browser', async () => {
    await run();
    expect(handOver()).toEqual({
      format: 1,
      tenantId: localTenantId,
      domain,
      entra: {
        clientId: app()!.clientId,
        appIdUri: `api://${domain}/${app()!.clientId}`,
        displayName: 'Last Mile',
        certificates: [
          {
            thumbprintSha256: expect.stringMatching(/^[0-9A-F]{64}$/) as string,
            expires: '2027-11-26T09:00:00.000Z',
          },
        ],
      },
    });
    const secretLines = readFileSync(desk.file('key.pem'), 'utf8')
      .split('\n')
      .filter((line) => line.length > 20 && !line.startsWith('-----'));
    const public_ = `${shown()}\n${readFileSync(desk.file('handover.json'), 'utf8')}`;
    expect(secretLines.filter((line) => public_.includes(line))).toEqual([]);
    expect(public_).not.toMatch(/eyJ[\w-]+\.eyJ|PRIVATE KEY|client_secret/);
    expect(statSync(desk.file('key.pem')).mode & 0o777).toBe(0o600);
  });

  test('goes on where it was interrupted, whichever change was the last', async () => {
    await run('--consent');
    const wanted = held();
    const changes = desk.told.filter((line) => line.startsWith('  done: ')).length;
    expect(changes).toBeGreaterThan(10);
    for (let last = 1; last < changes; last++) {
      await desk.close();
      desk = await createAdminDesk({ now: () => clock });
      await expect(runProvision(typed('--consent'), dyingAfter(last))).rejects.toThrow('killed');
      await run('--consent');
      expect([last, held()]).toEqual([last, wanted]);
      expect(desk.told.filter((line) => line.startsWith('  done: '))).toHaveLength(changes);
    }
  });

  test('by device code signs in without a browser', async () => {
    await run('--device-code');
    expect(shown()).toContain('https://microsoft.com/devicelogin');
    expect(app()?.displayName).toBe('Last Mile');
  });

  test('prints the consent that is still missing, who gives it and where', async () => {
    desk.signsIn = admins.claude;
    await run();
    expect(shown()).toContain(
      `Privileged Role Administrator or a Global Administrator consents to Sites.Selected, GroupMember.Read.All, User.Read.All, Reports.Read.All`,
    );
    expect(shown()).toContain(
      `https://login.microsoftonline.com/${localTenantId}/adminconsent?client_id=${app()!.clientId}`,
    );
    desk.told.length = 0;
    desk.signsIn = admins.gloria;
    await run('--consent');
    expect(shown()).not.toContain('Make the app registration');
    desk.told.length = 0;
    await run();
    expect(shown()).not.toContain('Still to do by hand');
  });

  test('adds what an owner took away and leaves what one added', async () => {
    await run();
    const { clientId } = app()!;
    const graph = await ownersGraph();
    await graph('PATCH', `/applications(uniqueName='last-mile-${domain}')`, {
      spa: { redirectUris: ['brk-multihub://other.contoso.com'] },
      api: { preAuthorizedApplications: [] },
    });
    desk.told.length = 0;
    await run();
    expect(desk.told.filter((line) => line.startsWith('  done: '))).toEqual([
      '  done: Let Teams, Outlook and Microsoft 365 ask for that scope without a question to people',
      `  done: Take sign-ins from brk-multihub://${domain} and ${signInPage}`,
    ]);
    expect(desk.tenant.directory.app(clientId)).toMatchObject({
      redirectUris: [
        ...['brk-multihub://other.contoso.com', `brk-multihub://${domain}`, signInPage],
      ],
    });
  });

  test('stops where another registration stands for the domain', async () => {
    const graph = await ownersGraph();
    const { id, appId } = await graph('POST', '/applications', { displayName: 'By hand' });
    await graph('PATCH', `/applications/${id}`, { identifierUris: [`api://${domain}/${appId}`] });
    await expect(run()).rejects.toThrow(
      `The app registration "By hand" (${appId}) already stands for api://${domain}/`,
    );
    expect(app()).toBeUndefined();
  });
});

describe('its certificate', () => {
  test('is asked for where the app has none', async () => {
    await expect(runProvision(where(), desk.surroundings)).rejects.toThrow('--certificate FILE');
    expect(app()).toBeUndefined();
  });

  test('is taken from a file that is there', async () => {
    const own = createSelfSigned('our own', clock, new Date(clock.getTime() + 30 * day));
    writeFileSync(desk.file('key.pem'), own.certificate + own.privateKey, { mode: 0o600 });
    await run();
    expect(handOver().entra!.certificates[0]!.expires).toBe('2026-12-26T09:00:00.000Z');
    expect(shown()).toContain('expires within 30 days');
    expect(readFileSync(desk.file('key.pem'), 'utf8')).toBe(own.certificate + own.privateKey);
  });

  test('is refused without its key, readable by others, or expired', async () => {
    const own = createSelfSigned('our own', clock, new Date(clock.getTime() + day));
    writeFileSync(desk.file('key.pem'), own.certificate, { mode: 0o600 });
    await expect(run()).rejects.toThrow('must hold a certificate and its private key');
    writeFileSync(desk.file('open.pem'), own.certificate + own.privateKey, { mode: 0o644 });
    const open = [...where(), '--certificate', desk.file('open.pem')];
    await expect(runProvision(open, desk.surroundings)).rejects.toThrow('chmod 600');
    writeFileSync(desk.file('old.pem'), own.certificate + own.privateKey, { mode: 0o600 });
    clock = new Date(clock.getTime() + 2 * day);
    const old = [...where(), '--certificate', desk.file('old.pem')];
    await expect(runProvision(old, desk.surroundings)).rejects.toThrow('expired on 2026-11-27');
    expect(app()).toBeUndefined();
  });

  test('is named beside its own key in the settings, also where a newer one is there', async () => {
    await run();
    const [first] = handOver().entra!.certificates;
    clock = new Date(clock.getTime() + 340 * day);
    await runProvision([...where(), '--certificate', desk.file('next.pem')], desk.surroundings);
    desk.told.length = 0;
    await run();
    expect(shown()).toContain(`CLIENT_CERTIFICATE_THUMBPRINT=${first!.thumbprintSha256}`);
    expect(shown()).toContain(`CLIENT_CERTIFICATE_KEY_FILE=${desk.file('key.pem')}`);
  });

  test('rolls over: the new one is added beside the old one, which goes once it has expired', async () => {
    await run();
    clock = new Date(clock.getTime() + 340 * day);
    const next = [...where(), '--certificate', desk.file('next.pem')];
    await runProvision(next, desk.surroundings);
    expect(handOver().entra!.certificates).toHaveLength(2);
    clock = new Date(clock.getTime() + 40 * day);
    desk.told.length = 0;
    await runProvision(next, desk.surroundings);
    expect(desk.told.filter((line) => line.startsWith('  done: '))).toEqual([
      expect.stringMatching(/^ {2}done: Remove the certificate Last Mile \w{8} that expired on/),
    ]);
    expect(handOver().entra!.certificates).toHaveLength(1);
  });
});

describe('without a permission', () => {
  const provisioning = '1a57a171-1e00-4c11-8d00-c11e47000002';
  const permissions = [
    'Application.ReadWrite.All',
    'AppRoleAssignment.ReadWrite.All',
    'DelegatedPermissionGrant.ReadWrite.All',
  ];
  const asApp = (granted: readonly string[]) => {
    desk.tenant.directory.registerApp({
      clientId: provisioning,
      displayName: 'Pipeline',
      secret: 'for tests',
      appRoles: [],
      redirectUris: [],
      grantedApplicationPermissions: granted,
    });
    const environment = { CLIENT_ID: provisioning, CLIENT_SECRET: 'for tests' };
    return runCommand(
      () =>
        runProvision(typed('--consent', '--app-only', '--yes'), {
          ...desk.surroundings,
          environment,
        }),
      (line) => desk.told.push(line),
    );
  };

  test('an app that has them all does it unattended', async () => {
    expect([await asApp(permissions), shown()]).toEqual([0, expect.any(String)]);
    expect(desk.tenant.directory.apps().some(({ appIdUri }) => appIdUri?.includes(domain))).toBe(
      true,
    );
  });

  test.each(permissions)(
    'an unattended run says that %s is missing and who gives it',
    async (missing) => {
      expect(await asApp(permissions.filter((each) => each !== missing))).toBe(1);
      expect(desk.told.at(-1)).toContain(missing);
      expect(desk.told.at(-1)).toMatch(/Privileged Role Administrator or a Global Administrator/);
      expect(shown()).not.toContain('for tests');
    },
  );

  test('a person who may not consent is told what Entra withheld and who can give it', async () => {
    desk.signsIn = admins.nora;
    await expect(run()).rejects.toThrow(
      /did not give this sign-in Application\.ReadWrite\.All .*Cloud Application Administrator.*\nhttps:\/\/login\.microsoftonline\.com\/.*adminconsent/s,
    );
  });

  test('a person with the permission but without the role is told of the role', async () => {
    desk.signsIn = admins.claude;
    await expect(run('--consent')).rejects.toThrow(
      /Consent to Sites\.Selected.*AppRoleAssignment\.ReadWrite\.All and the role Privileged Role Administrator/s,
    );
    desk.told.length = 0;
    desk.signsIn = admins.gloria;
    await run('--consent');
    expect(app()?.grantedApplicationPermissions).toHaveLength(4);
  });
});

describe('through the faults of a tenant', () => {
  test.each([
    [
      '429 with a time to wait',
      () => {
        desk.tenant.faults.answer(429, { retryAfter: 7, times: 3 });
      },
    ],
    [
      '503',
      () => {
        desk.tenant.faults.answer(503, { times: 3 });
      },
    ],
    [
      'a connection that drops before anything',
      () => {
        desk.tenant.faults.dropBefore({ times: 2 });
      },
    ],
    [
      'answers lost after the write',
      () => {
        desk.tenant.faults.dropAfterWrite({ times: 3 });
      },
    ],
    [
      'answers lost after every consent',
      () => {
        desk.tenant.faults.dropAfterWrite({ method: 'POST', times: 4 });
      },
    ],
    [
      'a token that is refused once',
      () => {
        desk.tenant.faults.answer(503, { ...forTokens, retryAfter: 0, times: 1 });
      },
    ],
    [
      'a token whose answer was lost',
      () => {
        desk.tenant.faults.dropBefore({ ...forTokens, times: 1 });
      },
    ],
    [
      'a directory that is behind',
      () => {
        desk.tenant.faults.lagReplication(4);
      },
    ],
  ])('%s: the app is the same in the end', async (_name, spoil) => {
    spoil();
    await run('--consent');
    expect(app()).toMatchObject({ displayName: 'Last Mile', accessTokenVersion: 2 });
    expect(app()?.grantedApplicationPermissions).toHaveLength(4);
    const made = desk.tenant.directory.apps().filter(({ appIdUri }) => appIdUri?.includes(domain));
    expect(made).toHaveLength(1);
    desk.tenant.faults.clear();
    desk.told.length = 0;
    await run('--consent');
    expect(shown()).toContain('Nothing to do: everything is in place.');
  });

  test('an Entra that gives no tokens is said to, with how long to wait, and nothing was changed', async () => {
    desk.tenant.faults.answer(429, { ...forTokens, retryAfter: 30 });
    expect(
      await runCommand(
        () => run(),
        (line) => desk.told.push(line),
      ),
    ).toBe(1);
    expect(desk.told.at(-1)).toBe(
      'Entra answered 429 when it was asked for a token. Try again in 30 s.',
    );
    expect(app()).toBeUndefined();
    desk.tenant.faults.clear();
    await run();
    expect(app()?.displayName).toBe('Last Mile');
  });

  test('a tenant that stays away is said to be, and a later run goes on', async () => {
    desk.tenant.faults.answer(503, { method: 'PATCH', path: 'servicePrincipals' });
    expect(
      await runCommand(
        () => run(),
        (line) => desk.told.push(line),
      ),
    ).toBe(1);
    expect(desk.told.at(-1)).toContain('Run it again: it goes on where it ended.');
    desk.tenant.faults.clear();
    await run();
    expect(app()?.displayName).toBe('Last Mile');
  });
});

describe('removing it', () => {
  test('says what goes, takes the name of the app, and leaves an empty tenant', async () => {
    await run('--consent');
    desk.told.length = 0;
    desk.answers.push('yes', 'Last Mile');
    await run('--remove');
    expect(shown()).toContain('What goes: the app roles of 0 people and groups, every consent');
    expect(app()?.displayName).toBe('Last Mile');
    await run('--remove');
    expect(app()).toBeUndefined();
    expect(existsSync(desk.file('handover.json'))).toBe(false);
    expect(existsSync(desk.file('key.pem'))).toBe(true);
    desk.told.length = 0;
    await run('--remove');
    expect(shown()).toContain('Nothing to do');
  });

  test('touches no registration that was made by hand', async () => {
    const graph = await ownersGraph();
    const { appId } = await graph('POST', '/applications', { displayName: 'Last Mile' });
    await graph('POST', '/servicePrincipals', { appId });
    writeFileSync(
      desk.file('handover.json'),
      JSON.stringify({
        format: 1,
        tenantId: localTenantId,
        domain,
        entra: {
          clientId: appId,
          appIdUri: `api://${domain}/${appId}`,
          displayName: 'Last Mile',
          certificates: [],
        },
      }),
    );
    await expect(run('--remove')).rejects.toThrow('was not made by this command');
    expect(app()?.clientId).toBe(appId);
  });
});

describe('the step teams', () => {
  const teams = () => [...where(), '--step', 'teams'];

  test('prints what the Teams administrator does, from the hand-over alone and without a sign-in', async () => {
    await expect(runProvision(teams(), desk.surroundings)).rejects.toThrow('comes before');
    await run();
    desk.told.length = 0;
    await runProvision(teams(), desk.surroundings);
    expect(shown()).toContain(
      `npm run package -- --domain ${domain} --client-id ${app()!.clientId} --out out`,
    );
    expect(shown()).not.toContain('Sign in');
    await runProvision([...teams(), '--remove'], desk.surroundings);
    expect(shown()).toContain('Manage apps: delete the app');
  });
});

describe('what is typed', () => {
  test.each([
    [['--domain', 'https://lastmile.contoso.com'], '--domain must be a host name'],
    [['--step', 'outlook'], '--step must be one of entra, sharepoint, teams'],
    [['--admin-client', 'me'], '--admin-client must be a client id'],
    [['--colour', 'blue'], "Unknown option '--colour'"],
    [['--tenant', 'fabrikam.example'], 'Entra knows no tenant of that name'],
  ])('%j is refused', async (more, words) => {
    await expect(run(...more)).rejects.toThrow(words);
  });

  test('a hand-over of another deployment, or with what does not belong there, is refused', async () => {
    await run();
    await expect(run('--domain', 'other.contoso.com')).rejects.toThrow('of another deployment');
    writeFileSync(
      desk.file('handover.json'),
      JSON.stringify({ ...handOver(), tenantId: 'contoso', clientSecret: 'no' }),
    );
    await expect(run()).rejects.toThrow(/tenantId must be a GUID\n.*holds clientSecret/);
  });
});

/** The same world, in which the process is killed once so many changes are made. */
function dyingAfter(changes: number) {
  let done = 0;
  return {
    ...desk.surroundings,
    tell(line: string) {
      desk.surroundings.tell(line);
      if (!line.startsWith('  done: ')) return;
      done += 1;
      if (done === changes) throw new Error('killed');
    },
  };
}

/** Graph as somebody who works in the Entra admin center by hand. */
async function ownersGraph() {
  const clientId = '1a57a171-1e00-4c11-8d00-c11e47000007';
  desk.tenant.directory.registerApp({
    clientId,
    displayName: 'By hand',
    secret: 'for tests',
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: ['Application.ReadWrite.All'],
  });
  const token = await desk.tenant.entra.appToken(clientId, 'https://graph.microsoft.com');
  return async (method: string, path: string, body: unknown) => {
    const answer = await desk.tenant.send(
      new Request(`https://graph.microsoft.com/v1.0${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    if (!answer.ok) throw new Error(await answer.text());
    const text = await answer.text();
    return (text === '' ? {} : JSON.parse(text)) as { id: string; appId: string };
  };
}
