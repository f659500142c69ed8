import { refuse } from './asyncCalls.js';
import { askToOpen } from './dialogPrompt.js';
import { officeEnums } from './officeEnums.js';
import { officeErrors } from './officeErrors.js';

/** How often it is looked whether the person closed the window. */
const lookEveryMs = 200;
/** What a dialog's event says when its window was closed. */
const closedByPerson = 12006;
/** And when its first page is not there. */
const pageNotFound = 12002;

/**
 * `Office.context.ui` of a pane: one window at a time, whose first page is the add-in's own, and whose
 * messages count only while it shows a page of the add-in's.
 * @param {Window} page
 * @param {ReturnType<typeof import('./asyncCalls.js').createAsyncCalls>} run
 */
export function createDialogs(page, run) {
  const { DialogMessageReceived, DialogEventReceived } = officeEnums.EventType;
  /** @type {{ window: Window, handlers: Map<string, (event: object) => void> } | 'opening' | null} */
  let current = null;
  let looking = 0;

  /** @param {string} type @param {object} event */
  const raise = (type, event) => {
    if (current === null || current === 'opening') return;
    current.handlers.get(type)?.({ type, ...event });
  };
  page.addEventListener('message', ({ source, origin, data }) => {
    if (current === null || current === 'opening' || source !== current.window) return;
    if (origin !== page.location.origin) return;
    raise(DialogMessageReceived, { message: data, origin });
  });
  const lookAtWindow = () => {
    if (current === null || current === 'opening' || !current.window.closed) return;
    page.clearInterval(looking);
    raise(DialogEventReceived, { error: closedByPerson });
    current = null;
  };

  /** @param {URL} address @param {Record<string, any>} options */
  const openWindow = async (address, { width = 80, height = 80, promptBeforeOpen = true }) => {
    const size = `width=${(page.screen.width * width) / 100},height=${(page.screen.height * height) / 100}`;
    const open = () => page.open(address.href, 'office-dialog', `popup,${size}`) ?? 'blocked';
    return promptBeforeOpen ? askToOpen(page.document, open) : open();
  };

  return {
    /** @param {unknown} address @param {unknown[]} tail */
    displayDialogAsync: (address, ...tail) => {
      run(tail, async (options) => {
        const first = readAddress(address);
        if (first.protocol !== 'https:' && first.hostname !== 'localhost') {
          refuse(officeErrors.dialogNeedsHttps);
        }
        if (first.origin !== page.location.origin) refuse(officeErrors.dialogDomain);
        // A sign-in page cannot be shown in a frame, and nothing else is opened here.
        if (options['displayInIframe'] === true) refuse(officeErrors.notSupported);
        if (current !== null) refuse(officeErrors.dialogOpen);
        current = 'opening';
        const { status } = await page.fetch(first, { method: 'HEAD' }).catch(() => ({ status: 0 }));
        // What Office tells the page of its host; whoever reads it relies on what may change.
        first.search += `${first.search === '' ? '?' : '&'}_host_Info=${hostInfo}`;
        const opened = await openWindow(first, options);
        if (opened === null || opened === 'blocked') {
          current = null;
          refuse(opened === null ? officeErrors.dialogIgnored : officeErrors.dialogBlocked);
        }
        const handlers = new Map();
        current = { window: opened, handlers };
        looking = page.setInterval(lookAtWindow, lookEveryMs);
        if (status === 404) {
          page.setTimeout(() => raise(DialogEventReceived, { error: pageNotFound }));
        }
        return {
          /** @param {string} type @param {(event: object) => void} handler */
          addEventHandler: (type, handler) => {
            handlers.set(type, handler);
          },
          // It takes its time: a dialog asked for at once still meets this one.
          close: () => {
            opened.close();
            page.clearInterval(looking);
            page.setTimeout(() => {
              current = null;
            });
          },
        };
      });
    },
    messageParent: () => refuse(officeErrors.notSupported),
  };
}

const hostInfo = 'Outlook$Web$16.01$en-GB$local-tenant$isDialog$$0';

/** @param {unknown} address */
function readAddress(address) {
  if (typeof address !== 'string' || !URL.canParse(address)) {
    return refuse(officeErrors.invalidArgument);
  }
  return new URL(address);
}
