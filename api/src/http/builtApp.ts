import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import type { AppEnv } from './appEnv';
import { contentSecurityPolicy, pageHeaders, type Surface } from './contentSecurity';
import { NotFound } from './refusals';

const gzipped = promisify(gzip);

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.css', '.html', '.js', '.json', '.map', '.svg', '.txt']);

/** Vite names what it builds by content: such a file never changes. */
const hashedName = /-[\w-]{8}\.\w+$/;

/** What the pages read about the deployment (`readClientConfig` in shared/client). */
export interface PageConfig {
  readonly clientId: string;
  readonly tenantId: string;
  readonly apiScope: string;
  /** By which Teams knows the app; null where nobody said. */
  readonly teamsAppId: string | null;
  /** Origins of local host pages in development; none in production. */
  readonly hostOrigins: readonly string[];
}

interface ServedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
  readonly eTag: string;
  readonly type: string;
  readonly cacheControl: string;
}

/**
 * Serves the files of a built app. Only files that the folder listed are served, so no address can
 * lead out of it; each is read and compressed once. A page (`.html`) gets the deployment's
 * configuration and a fresh style nonce each time.
 */
export function builtApp(
  folder: string,
  surface: Surface,
  config: PageConfig,
  /** Pages that are another surface than the app, by name. */
  others: Readonly<Record<string, Surface>> = {},
) {
  const files = createFolder(folder);
  return new Hono<AppEnv>().get('/*', async (c) => {
    const path = c.req.path.slice(routePath(c, -1).length - 1);
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const file = await files.get(name);
    if (!file) throw new NotFound();

    if (name.endsWith('.html')) {
      const nonce = randomBytes(16).toString('base64');
      return c.body(withConfig(new TextDecoder().decode(file.bytes), config, nonce), 200, {
        ...pageHeaders,
        'Cache-Control': 'no-store',
        'Content-Security-Policy': contentSecurityPolicy(
          others[name] ?? surface,
          nonce,
          config.hostOrigins,
        ),
        'Content-Type': file.type,
      });
    }
    const headers = {
      ...pageHeaders,
      'Cache-Control': file.cacheControl,
      'Content-Type': file.type,
      ETag: file.eTag,
      Vary: 'Accept-Encoding',
    };
    if (c.req.header('if-none-match') === file.eTag) return c.body(null, 304, headers);
    const packed = file.gzip && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    return packed
      ? c.body(file.gzip, 200, { ...headers, 'Content-Encoding': 'gzip' })
      : c.body(file.bytes, 200, headers);
  });
}

/** The page with its configuration in place of the comment; `<` is escaped, so no value ends the script. */
function withConfig(html: string, config: PageConfig, nonce: string): string {
  const json = JSON.stringify(config).replaceAll('<', '\\u003c');
  return html.replace(
    '<!--last-mile-config-->',
    () =>
      `<meta property="csp-nonce" nonce="${nonce}">` +
      `<script type="application/json" id="last-mile-config">${json}</script>`,
  );
}

function createFolder(folder: string) {
  let listed: Promise<Map<string, Promise<ServedFile> | null>> | undefined;
  let builtAt = -1;

  async function list() {
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    return new Map(
      names
        .filter((entry) => entry.isFile())
        .map((entry) => [
          relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
          null,
        ]),
    ) as Map<string, Promise<ServedFile> | null>;
  }

  return {
    /** The file of that name, or undefined. A new build beside a running API is noticed. */
    async get(name: string): Promise<ServedFile | undefined> {
      const mark = await stat(join(folder, 'index.html')).catch(() =>
        stat(folder).catch(() => null),
      );
      if (!mark) return undefined;
      if (!listed || mark.mtimeMs !== builtAt) {
        builtAt = mark.mtimeMs;
        listed = list();
      }
      const files = await listed;
      const known = files.get(name);
      if (known === undefined) return undefined;
      const file = known ?? readServedFile(join(folder, name));
      files.set(name, file);
      return file;
    },
  };
}

async function readServedFile(path: string): Promise<ServedFile> {
  const bytes = new Uint8Array(await readFile(path));
  const extension = extname(path);
  return {
    bytes,
    gzip: compressible.has(extension) ? new Uint8Array(await gzipped(bytes, { level: 9 })) : null,
    eTag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    type: contentTypes[extension] ?? 'application/octet-stream',
    cacheControl: hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
