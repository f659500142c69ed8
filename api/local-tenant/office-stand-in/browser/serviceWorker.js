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

const entraAddress = 'https://login.microsoftonline.com/';

const settings = new URL(worker.location.href).searchParams;

/** A worker of another version of the stand-in has another address, and so a cache of its own. */
const cacheName = `office-stand-in-${settings.get('version')}`;

worker.addEventListener('install', (event) => {
  void worker.skipWaiting();
  event.waitUntil(Promise.all([keepStandIn(), routeWithoutWorker(event)]));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([worker.clients.claim(), forgetOlderStandIns()]));
});

// For browsers without static routes, and for a cache that was emptied.
worker.addEventListener('fetch', (event) => {
  const { url } = event.request;
  if (url.split('?')[0] === officeAddress) {
    event.respondWith(fetch(standInAddress, { cache: 'no-store' }));
  }
  if (url.startsWith(entraAddress)) event.respondWith(askLocalEntra(event.request));
});

/**
 * What a page asks of Entra is answered by the local tenant. The answer is made anew: as it is it would
 * tell of an address that the page's own policy does not know.
 * @param {Request} request
 */
async function askLocalEntra(request) {
  const { method } = request;
  const answer = await fetch(request.url.replace('https:/', settings.get('tenant') ?? ''), {
    method,
    headers: { 'Content-Type': request.headers.get('content-type') ?? '' },
    ...(method === 'GET' ? {} : { body: await request.text() }),
  });
  return new Response(await answer.text(), { status: answer.status, headers: answer.headers });
}

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
