import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** One file of an app's JavaScript, as Vite builds it for production. */
export interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  /** The source files inside, after tree shaking. */
  readonly moduleIds: readonly string[];
}

/** Builds an app with its own configuration, in memory: what `npm run build` writes, never a stale copy of it. */
export async function builtChunks(app: string, configFile?: string): Promise<Chunk[]> {
  const root = join(repository, app);
  return toChunks(
    await build({
      root,
      logLevel: 'error',
      build: { write: false },
      ...(configFile === undefined ? {} : { configFile: join(root, configFile) }),
    }),
  );
}

/** The one script of Outlook's events. */
export async function builtEvents(): Promise<Chunk> {
  const [events, ...others] = await builtChunks('outlook-addin', 'vite.events.config.ts');
  if (events === undefined || others.length > 0) throw new Error('The events are not one script.');
  return events;
}

/** Builds one module given as text, as if it lay in the app's folder; nothing it exports is shaken off. */
export async function builtFromText(app: string, text: string): Promise<Chunk[]> {
  const name = 'bench-bare-libraries';
  return toChunks(
    await build({
      root: join(repository, app),
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [
        {
          name,
          resolveId: (id) => (id === name ? join(repository, app, 'src', `${name}.js`) : null),
          load: (id) => (id.endsWith(`${name}.js`) ? text : null),
        },
      ],
      build: {
        write: false,
        target: 'es2022',
        rolldownOptions: { input: name, preserveEntrySignatures: 'strict' },
      },
    }),
  );
}

/** The chunks fetched with `entry`: what it imports, and what it imports later unless `skip` says it is not needed yet. */
export function closureOf(
  chunks: readonly Chunk[],
  entry: Chunk,
  skip: (chunk: Chunk) => boolean,
): Chunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Chunk>();
  const open = [entry];
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (found.has(chunk)) continue;
    found.add(chunk);
    const named = (names: readonly string[]) =>
      names.map((name) => byName.get(name)).filter((known) => known !== undefined);
    open.push(...named(chunk.imports), ...named(chunk.dynamicImports).filter((one) => !skip(one)));
  }
  return [...found];
}

/** What the chunks weigh on the wire, each packed by itself as the API sends it. */
export function gzippedKiB(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1024;
}

function toChunks(result: Awaited<ReturnType<typeof build>>): Chunk[] {
  const outputs = Array.isArray(result) ? result : [result];
  return outputs.flatMap((one) => {
    if (!('output' in one)) throw new Error('Vite is watching instead of building.');
    return one.output.filter((file) => file.type === 'chunk');
  });
}
