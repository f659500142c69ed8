import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createAdminDesk,
  ownClient,
  type AdminDesk,
} from '../../../local-tenant/testing/adminDesk';
import { localTenantDomain } from '../../../local-tenant/localTenant';
import { siteUrl } from '../../../local-tenant/testing/siteStage';
import { runCommand } from '../runCommand';
import { runProvision } from '../runProvision';

let desk: AdminDesk;
beforeEach(async () => {
  desk = await createAdminDesk();
});
afterEach(() => desk.close());

async function run(...more: string[]) {
  const complaints: string[] = [];
  const typed = [
    ...['--tenant', localTenantDomain, '--domain', 'lastmile.contoso.com', '--step', 'sharepoint'],
    ...['--site', siteUrl, '--handover', desk.file('handover.json'), ...more],
  ];
  const exitCode = await runCommand(
    () => runProvision(typed, desk.surroundings),
    (line) => complaints.push(line),
  );
  return { exitCode, complaints };
}

test('where Entra refuses Microsoft’s client SharePoint, a client of one’s own is named, and nothing is changed', async () => {
  expect(await run()).toEqual({
    exitCode: 1,
    // Not as a fault of Graph's that another run would mend.
    complaints: [
      expect.stringMatching(
        /^Entra lets the client 14d82eec.*AADSTS65002.*admin-guide.*--admin-client, or run with --app-only\.$/s,
      ),
    ],
  });
  expect(desk.tenant.sharePoint.lists()).toEqual([]);
  expect(await run('--admin-client', ownClient)).toEqual({ exitCode: 0, complaints: [] });
});
