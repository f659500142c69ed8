import { randomUUID } from 'node:crypto';
import { createLocalTenant, localSiteId } from '../localTenant';

/** Writes items to the tenant in the folder given, and names each on standard output once it was answered. */
const admin = '1a57a171-1e00-4c11-8d00-c11e47000002';
const tenant = await createLocalTenant({
  folder: process.argv[2] ?? '',
  switches: { enforceLimits: false },
});
tenant.directory.registerApp({
  clientId: admin,
  displayName: 'Admin',
  secret: 'only in tests',
  appRoles: [],
  redirectUris: [],
  grantedApplicationPermissions: ['Sites.FullControl.All'],
});
const token = await tenant.entra.appToken(admin, 'https://graph.microsoft.com');

async function post(path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await tenant.send(
    new Request(`https://graph.microsoft.com/v1.0/sites/${localSiteId}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as Record<string, unknown>;
}

/** Waits until the reader's pipe has room: on a busy machine it fills up. */
const tell = (line: string) =>
  new Promise<void>((resolve) => {
    process.stdout.write(`${line}\n`, () => {
      resolve();
    });
  });

const known = tenant.sharePoint.lists().find((list) => list.displayName === 'Killed');
const id =
  known?.id ??
  String(
    (
      await post('/lists', {
        displayName: 'Killed',
        columns: [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }],
      })
    )['id'],
  );
await tell(`/lists/${id}`);
for (;;) {
  const Key = randomUUID();
  await post(`/lists/${id}/items`, { fields: { Key, Title: 'x'.repeat(200) } });
  await tell(Key);
}
