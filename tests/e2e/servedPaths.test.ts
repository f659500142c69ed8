import { expect, test } from 'vitest';
import { paths, servedPaths } from '../../manifests/src/addresses';
import { productOfLane } from './lane';

const { origin } = productOfLane();

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
