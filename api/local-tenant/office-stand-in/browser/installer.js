/**
 * Registers the worker that stands in for Office.js and tells the host page when the next page under
 * `/pane/` will be controlled by it.
 */
const { hostOrigin = '', version = '' } = document.documentElement.dataset;

/** @param {'ready' | 'failed'} state @param {string} [reason] */
const tell = (state, reason) => {
  window.parent.postMessage({ kind: 'officeStandIn', state, reason }, hostOrigin);
};

try {
  const settings = new URLSearchParams({ version, tenant: hostOrigin });
  const address = `/pane/local-office-stand-in-sw.js?${settings}`;
  const registration = await navigator.serviceWorker.register(address, {
    scope: '/pane/',
    updateViaCache: 'none',
  });
  await activated(registration);
  tell('ready');
} catch (error) {
  tell('failed', String(error));
}

/** @param {ServiceWorkerRegistration} registration */
async function activated(registration) {
  const worker = registration.installing ?? registration.waiting;
  if (worker === null) return;
  await new Promise((resolve) => {
    const check = () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve(undefined);
    };
    worker.addEventListener('statechange', check);
    check();
  });
}

export {};
