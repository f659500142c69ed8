import { expect, inject, test } from 'vitest';
import { servedPaths } from '../../manifests/src/addresses';

const { origin } = inject('product');

test.each(servedPaths)('the product answers %s, which the manifests name', async (path) => {
  const response = await fetch(origin + path);
  expect(response.status).toBe(200);
  const type = path.endsWith('.png') ? 'image/png' : 'text/html';
  expect(response.headers.get('content-type')).toContain(type);
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(200);
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
