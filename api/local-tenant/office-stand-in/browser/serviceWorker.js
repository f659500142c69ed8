/// <reference lib="webworker" />
/*
 * Answers Office.js's own address with the stand-in, so that the pane keeps its production script
 * tag. Served by the local start alone; the production build has no such file.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const officeAddress = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

worker.addEventListener('install', () => {
  void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  if (event.request.url.split('?')[0] === officeAddress) {
    event.respondWith(fetch('/pane/local-office-stand-in.js', { cache: 'no-store' }));
  }
});
