import { isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { AppEnv } from './appEnv';

/**
 * Whom callers without a person are counted by: the address that the proxy before us saw, which is the
 * last one it wrote down. The API speaks http, so in production there always is one. What else stands in
 * the header anybody may have written. Of IPv6 the network counts: one customer has all of its addresses.
 */
export function callerAddress(c: Context<AppEnv>): string {
  const seenByProxy = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  const address = seenByProxy ?? socketAddress(c.env) ?? 'unknown';
  const bare = withoutPort(address);
  return isIPv6(bare) ? networkOf(bare) : bare;
}

/** Absent where no server stands between, as in tests. */
function socketAddress(env: unknown): string | undefined {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress;
}

/** App Service writes `203.0.113.7:52011` and `[2001:db8::7]:52011`. */
function withoutPort(address: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}

/** The first 64 bits, written out. */
function networkOf(address: string): string {
  const [front = '', back] = address.split('::');
  const groups = front.split(':').filter((group) => group !== '');
  const behind = (back ?? '').split(':').filter((group) => group !== '');
  const missing = back === undefined ? 0 : 8 - groups.length - behind.length;
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...behind];
  return all
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
