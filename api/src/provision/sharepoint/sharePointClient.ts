import * as z from 'zod/mini';
import { createDeadline } from '../../graph/deadline';
import { GraphError, isPassing } from '../../graph/graphError';
import type { Send } from '../../graph/send';
import { PermissionMissing } from '../permissionMissing';

/**
 * SharePoint's own REST service at one site, for what Graph has no call for: making a site, and who may
 * open a list. Paths begin after `/_api`; refusals are thrown as Graph's are, and answers are unknown until
 * the caller has parsed them.
 */
export interface SharePointClient {
  get(path: string, dialect?: Dialect): Promise<unknown>;
  post(path: string, body?: unknown, dialect?: Dialect): Promise<unknown>;
}

/** The version of OData in which Microsoft documents a call. */
type Dialect = keyof typeof dialects;

const dialects = {
  odata3: { accept: 'application/json;odata=nometadata', headers: {} },
  odata4: {
    accept: 'application/json;odata.metadata=none',
    headers: { 'OData-Version': '4.0' },
  },
} as const;

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly dialect: Dialect | undefined;
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
const refusal = z.union([
  z.object({
    'odata.error': z.object({ code: z.string(), message: z.object({ value: z.string() }) }),
  }),
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
]);

/** Waits as long as a throttled site asks; a connection that broke off is the caller's to look into. */
export function createSharePointClient(options: SharePointClientOptions): SharePointClient {
  const base = `${options.siteUrl.replace(/\/+$/, '')}/_api`;

  async function call(asked: Asked): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask(asked, attempt > 1);
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

  async function ask({ method, path, body, dialect = 'odata3' }: Asked, renew: boolean) {
    const { accept, headers } = dialects[dialect];
    const deadline = createDeadline(attemptMs);
    try {
      const token = await options.getToken({ renew });
      const request = new Request(base + path, {
        method,
        headers: {
          Accept: accept,
          ...headers,
          Authorization: `Bearer ${token}`,
          'User-Agent': `NONISV|LastMile|LastMile/${options.version}`,
          ...(body === undefined ? {} : { 'Content-Type': accept }),
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
    get: (path, dialect) => call({ method: 'GET', path, dialect }),
    post: (path, body, dialect) => call({ method: 'POST', path, body, dialect }),
  };
}

async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return text === '' ? undefined : (JSON.parse(text) as unknown);
  throw new GraphError({
    status: response.status,
    ...wordsOf(text, response.status),
    headers: response.headers,
  });
}

function wordsOf(text: string, status: number): { code: string; message: string } {
  const told = refusal.safeParse(safeJson(text)).data;
  if (told && 'error' in told) return told.error;
  const said = told?.['odata.error'];
  return {
    code: said?.code ?? '',
    message: said?.message.value ?? `SharePoint answered ${status}`,
  };
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
