const patience = 15_000;

/** @type {Promise<void> | undefined} */
let ready;

/**
 * Resolves when the product's origin has the worker that stands in for Office.js; a failure is tried
 * again by whoever asks next.
 * @param {string} productOrigin
 * @returns {Promise<void>}
 */
export function standInReady(productOrigin) {
  ready ??= install(productOrigin).catch((error) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

/** @param {string} productOrigin @returns {Promise<void>} */
function install(productOrigin) {
  const installer = document.createElement('iframe');
  installer.hidden = true;
  installer.title = 'Office stand-in';
  installer.src = `${productOrigin}/pane/local-office-stand-in.html`;
  /** @type {Promise<void>} */
  const ready = new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('the product does not answer. Is it running?')),
      patience,
    );
    window.addEventListener('message', function listen(event) {
      if (event.source !== installer.contentWindow || event.origin !== productOrigin) return;
      if (event.data?.kind !== 'officeStandIn') return;
      window.removeEventListener('message', listen);
      clearTimeout(timer);
      if (event.data.state === 'ready') resolve();
      else reject(new Error(`no worker for the Office stand-in (${event.data.reason}).`));
    });
  });
  document.body.append(installer);
  return ready.finally(() => installer.remove());
}
