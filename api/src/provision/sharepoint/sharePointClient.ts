import * as z from 'zod/mini';
import { createDeadline } from '../../graph/deadline';
import { GraphError, isPassing } from '../../graph/graphError';
import type { Send } from '../../graph/send';
import { PermissionMissing } from '../permissionMissing';

/**
 * SharePoint's own REST service at one site, for what Graph has no call for: who may open a list.
 * Paths begin after `/_api/web`; refusals are thrown as Graph's are, and answers are unknown until
 * the caller has parsed them.
 */
export interface SharePointClient {
  get(path: string): Promise<unknown>;
  post(path: string, body?: unknown): Promise<unknown>;
}

export interface SharePointClientOptions {
  /** The site's https address. */
  siteUrl: string;
  send: Send;
  /**
   * A token for the site's host, not for Graph: an admin's with `AllSites.FullControl`, or an app's
   * with `Sites.FullControl.All` that it got by a certificate (SharePoint takes no other).
   */
  getToken: (options?: { renew?: boolean }) => Promise<string>;
  version: string;
}

const attemptMs = 30_000;
const attempts = 4;
const longestWaitSeconds = 120;
const refusal = z.object({
  'odata.error': z.object({ code: z.string(), message: z.object({ value: z.string() }) }),
});

/** Waits as long as a throttled site asks; a connection that broke off is the caller's to look into. */
export function createSharePointClient(options: SharePointClientOptions): SharePointClient {
  const base = `${options.siteUrl.replace(/\/+$/, '')}/_api/web`;

  async function call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask(method, path, body, attempt > 1);
      } catch (error) {
        // The sign-in said what is missing: SharePoint was not asked.
        if (error instanceof PermissionMissing) throw error;
        const refused = toError(error);
        const wait = refused.retryAfterSeconds ?? 0;
        const isBusy = isPassing(refused.status) && refused.status !== 0;
        const mayRenew = refused.status === 401 && attempt === 1;
        const again = attempt < attempts && (mayRenew || (isBusy && wait <= longestWaitSeconds));
        if (!again) throw refused;
        await new Promise((resolve) => setTimeout(resolve, wait * 1000));
      }
    }
  }

  async function ask(method: string, path: string, body: unknown, renew: boolean) {
    const deadline = createDeadline(attemptMs);
    try {
      const token = await options.getToken({ renew });
      const request = new Request(base + path, {
        method,
        headers: {
          Accept: 'application/json;odata=nometadata',
          Authorization: `Bearer ${token}`,
          'User-Agent': `NONISV|LastMile|LastMile/${options.version}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json;odata=nometadata' }),
        },
        signal: deadline.signal,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return await deadline.hold(options.send(request).then(readAnswer));
    } finally {
      deadline.clear();
    }
  }

  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
  };
}

async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return text === '' ? undefined : (JSON.parse(text) as unknown);
  const told = refusal.safeParse(safeJson(text)).data?.['odata.error'];
  throw new GraphError({
    status: response.status,
    code: told?.code ?? '',
    message: told?.message.value ?? `SharePoint answered ${response.status}`,
    headers: response.headers,
  });
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function toError(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new GraphError({ status: 0, code: 'noAnswer', message }, { cause: error });
}
