import { refuse } from './asyncCalls.js';
import { requirementsOn } from './officeEnums.js';
import { officeErrors } from './officeErrors.js';

/** Where Office keeps, for the pages a dialog goes on to, what the first one's address said. */
const hostInfoKey = 'hostInfoValue';

/**
 * Whether the page is in a window that the stand-in opened for a pane.
 * @param {Window} page
 */
export function isDialogPage(page) {
  if (page.parent !== page || !page.opener) return false;
  const said = new URLSearchParams(page.location.search).get('_host_Info');
  if (said !== null) page.sessionStorage.setItem(hostInfoKey, said);
  return page.sessionStorage.getItem(hostInfoKey)?.split('$').includes('isDialog') ?? false;
}

/**
 * `Office.context` of a page in a dialog: it may send texts to its parent and ask for requirement sets.
 * A message goes to a parent of the origin that is named, and unnamed to one of the page's own.
 * @param {Window} page
 */
export function createDialogContext(page) {
  return {
    host: 'Outlook',
    platform: 'OfficeOnline',
    requirements: { isSetSupported: requirementsOn('OfficeOnline') },
    ui: {
      /** @param {unknown} message @param {{ targetOrigin?: string }} [options] */
      messageParent: (message, { targetOrigin = page.location.origin } = {}) => {
        if (typeof message !== 'string') refuse(officeErrors.invalidArgument);
        page.opener.postMessage(message, targetOrigin);
      },
    },
  };
}

/**
 * Entra's pages are the local tenant's: a dialog that goes to them is sent there instead.
 * @param {any} page TypeScript's library does not know every browser's `navigation` yet
 * @param {string} tenantOrigin
 */
export function leadToLocalEntra(page, tenantOrigin) {
  page.navigation?.addEventListener('navigate', (/** @type {any} */ event) => {
    const to = new URL(event.destination.url);
    if (to.hostname !== 'login.microsoftonline.com') return;
    event.preventDefault();
    page.setTimeout(() => {
      page.location.assign(`${tenantOrigin}/${to.hostname}${to.pathname}${to.search}`);
    });
  });
}
