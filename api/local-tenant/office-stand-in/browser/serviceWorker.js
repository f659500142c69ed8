/// <reference lib="webworker" />
/*
 * Answers Office.js's own address with the stand-in, so that the pane keeps its production script
 * tag. Served by the local start alone; the production build has no such file.
 *
 * The browser is told at the installation where everything comes from: Office.js from the cache, as a
 * browser has the real one, and the rest from the network. So the worker itself is started for no page.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const officeAddress = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const standInAddress = '/pane/local-office-stand-in.js';

/** A worker of another version of the stand-in has another address, and so a cache of its own. */
const cacheName = `office-stand-in-${new URL(worker.location.href).searchParams.get('version')}`;

worker.addEventListener('install', (event) => {
  void worker.skipWaiting();
  event.waitUntil(Promise.all([keepStandIn(), routeWithoutWorker(event)]));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([worker.clients.claim(), forgetOlderStandIns()]));
});

// For browsers without static routes, and for a cache that was emptied.
worker.addEventListener('fetch', (event) => {
  if (event.request.url.split('?')[0] === officeAddress) {
    event.respondWith(fetch(standInAddress, { cache: 'no-store' }));
  }
});

async function keepStandIn() {
  const cache = await caches.open(cacheName);
  await cache.put(officeAddress, await fetch(standInAddress, { cache: 'no-store' }));
}

/**
 * The static routing of service workers, which TypeScript's library does not know yet.
 * @param {ExtendableEvent & { addRoutes?: (rules: object[]) => Promise<void> }} event
 */
async function routeWithoutWorker(event) {
  const { origin } = worker.location;
  await event.addRoutes?.([
    { condition: { urlPattern: officeAddress }, source: { cacheName } },
    { condition: { urlPattern: `${origin}/*` }, source: 'network' },
  ]);
}

async function forgetOlderStandIns() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('office-stand-in-') && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}
