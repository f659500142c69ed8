import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths, servedPaths } from '../../manifests/src/addresses';
import { measurePng } from '../../manifests/src/icons/png';
import { writePackage } from '../../manifests/src/writePackage';
import { productOfLane } from './lane';

const { origin } = productOfLane();
const domain = 'lastmile.contoso.com';

let folder: string;
let manifestText: string;
let xml: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'last-mile-served-'));
  const clientId = '1a57a171-1e00-4c11-8d00-c11e47000001';
  const result = await writePackage({ domain, clientId }, folder);
  if (result.outcome !== 'written') throw new Error(JSON.stringify(result));
  const [zip = '', addin = ''] = result.files.map(({ path }) => path);
  const entries = unzipSync(new Uint8Array(await readFile(zip)));
  manifestText = new TextDecoder().decode(entries['manifest.json']);
  xml = await readFile(addin, 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every address of the two files that admins upload, whatever property or element holds it. */
function addresses(): URL[] {
  // What names a format is fetched by nobody.
  const manifest = manifestText.replace(/"\$schema": "[^"]*"/, '');
  const elements = xml.replaceAll(/ xmlns(:\w+)?="[^"]*"/g, '');
  const found = `${manifest}${elements}`.match(/[a-z][a-z-]*:\/\/[^"<\s]+/g) ?? [];
  return [...new Set(found)].map((address) => new URL(address));
}

test('every address in the uploaded files is on the one valid domain, sign-in included', () => {
  const { validDomains } = JSON.parse(manifestText) as { validDomains: string[] };
  expect(validDomains).toEqual([domain]);
  expect(new Set(addresses().map(({ host }) => host))).toEqual(new Set(validDomains));
  expect(new Set(addresses().map(({ protocol }) => protocol))).toEqual(
    new Set(['https:', 'api:', 'brk-multihub:']),
  );
});

test('the product answers every page that the uploaded files open, to whoever has not signed in', async () => {
  const pages = addresses().filter(
    ({ protocol, pathname }) => protocol === 'https:' && pathname !== '/',
  );
  expect(pages).toHaveLength(servedPaths.length);
  for (const { pathname } of pages) {
    const { status, redirected } = await fetch(origin + pathname);
    expect({ pathname, status, redirected }).toEqual({ pathname, status: 200, redirected: false });
  }
});

test('each icon that is fetched has the size that stands beside its address, as it is served', async () => {
  const inManifest = [
    ...manifestText.matchAll(/"size": (\d+),\s*"url": "https:\/\/[^/]+(\/icons\/[^"]+)"/g),
  ].map(([, size, path]) => ({ path: path ?? '', size: Number(size) }));
  const inXml = xml
    .split('<VersionOverrides ')
    .slice(1)
    .flatMap((version) => {
      const images = version.matchAll(
        /<bt:Image id="(\w+)" DefaultValue="https:\/\/[^/]+([^"]+)"/g,
      );
      const pathById = new Map([...images].map(([, id, path]) => [id, path ?? '']));
      const shown = version.matchAll(/<bt:Image size="(\d+)"(?: scale="(\d)")? resid="(\w+)"/g);
      return [...shown].map(([, size, scale, id]) => ({
        path: pathById.get(id) ?? '',
        size: Number(size) * Number(scale ?? 1),
      }));
    });
  const base = [
    ...xml.matchAll(/<(IconUrl|HighResolutionIconUrl) DefaultValue="https:\/\/[^/]+([^"]+)"/g),
  ].map(([, name, path]) => ({ path: path ?? '', size: name === 'IconUrl' ? 64 : 128 }));
  expect([inManifest.length, inXml.length, base.length]).toEqual([12, 21, 2]);
  for (const { path, size } of [...inManifest, ...inXml, ...base]) {
    const icon = new Uint8Array(await (await fetch(origin + path)).arrayBuffer());
    expect({ path, ...measurePng(icon) }).toEqual({ path, width: size, height: size });
  }
});

test.each(servedPaths)('the product answers %s, which the manifests name', async (path) => {
  const response = await fetch(origin + path);
  expect(response.status).toBe(200);
  const types: Record<string, string> = { png: 'image/png', js: 'text/javascript' };
  const type = types[path.split('.')[1] ?? ''] ?? 'text/html';
  expect(response.headers.get('content-type')).toContain(type);
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(200);
});

test('classic Outlook is told which script of ours may ask this origin', async () => {
  const response = await fetch(`${origin}/.well-known/microsoft-officeaddins-allowed.json`);
  expect(response.headers.get('content-type')).toContain('application/json');
  const { allowed } = (await response.json()) as { allowed: string[] };
  expect(allowed).toEqual([`${origin}${paths.eventsScript}`]);
});

test('the tab and the pane are served as they are built for production, with no part of the simulation', async () => {
  const pane = await (await fetch(`${origin}/pane/`)).text();
  expect(pane).toContain(
    '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js">',
  );
  for (const path of ['/tab/', '/pane/']) {
    const page = await (await fetch(origin + path)).text();
    expect(page).not.toContain('stand-in');
  }
});
