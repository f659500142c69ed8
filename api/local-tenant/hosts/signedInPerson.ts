import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { DirectoryUser } from '../storage/directory';
import type { HostTenant } from './hostTenant';

const cookieName = 'local-tenant-person';

/**
 * Who the host pages are signed in as. A plain cookie: anyone at this computer may be anyone, which
 * the pages say, and the product never sees it as a proof of anything.
 */
export function signedInPerson(c: Context, tenant: HostTenant): DirectoryUser | undefined {
  const chosen = c.req.query('as');
  const person = tenant.directory.user(chosen ?? getCookie(c, cookieName) ?? '');
  if (chosen !== undefined && person !== undefined) signIn(c, person.id);
  return person;
}

/**
 * Who a page's script asks for: the person that page was opened as. So two windows can show two
 * people side by side, though the browser keeps one cookie.
 */
export function personOfPage(c: Context, tenant: HostTenant): DirectoryUser | undefined {
  const person = signedInPerson(c, tenant);
  const shown = c.req.header('Local-Tenant-Person');
  return person === undefined || shown === undefined ? person : tenant.directory.user(shown);
}

export function signIn(c: Context, userId: string): void {
  setCookie(c, cookieName, userId, { path: '/', httpOnly: true, sameSite: 'Lax' });
}

/** Whether a request that changes something came from one of our own pages. */
export function isFromOwnPage(c: Context, tenantOrigin: string): boolean {
  return c.req.header('Origin') === tenantOrigin;
}
