import type { Context } from 'hono';
import { clientKey } from '@last-mile/shared/text';
import type { AppEnv } from './appEnv';
import { NotFound } from './refusals';

/** A key in the path, in lower case. What is no key is the key of nothing: throws NotFound. */
export function keyParam(c: Context<AppEnv>, name = 'clientKey'): string {
  const key = clientKey.safeParse(c.req.param(name));
  if (!key.success) throw new NotFound();
  return key.data.toLowerCase();
}
