import * as z from 'zod/mini';
import type { Send } from '../graph/send';
import { CommandWrong } from './commandWrong';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const configuration = z.object({ issuer: z.string() });

/** The id of a tenant named by it or by one of its domains, which Entra tells everybody. */
export async function findTenantId(send: Send, tenant: string): Promise<string> {
  if (guid.test(tenant)) return tenant.toLowerCase();
  const address = `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/v2.0/.well-known/openid-configuration`;
  const answer = await send(new Request(address));
  const read = configuration.safeParse(await answer.json().catch(() => undefined));
  const id = read.success ? new URL(read.data.issuer).pathname.split('/')[1] : undefined;
  if (answer.ok && id !== undefined) return id;
  throw new CommandWrong(
    `--tenant ${tenant}: Entra knows no tenant of that name. Give its id, or a domain such as contoso.onmicrosoft.com.`,
  );
}
