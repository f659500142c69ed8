import { createAsyncCalls, refuse } from './asyncCalls.js';
import { createDialogContext, isDialogPage, leadToLocalEntra } from './dialogPage.js';
import { createDialogs } from './dialogs.js';
import { createEventHandlers } from './eventHandlers.js';
import { createHostPort } from './hostPort.js';
import { createRoamingSettings } from './keptValues.js';
import { listenToLaunchEvents } from './launchEvents.js';
import { createMailboxItem } from './mailboxItem.js';
import { createNestedAppAuthBridge } from './nestedAppAuthBridge.js';
import { isPhone, officeEnums, requirementsOn } from './officeEnums.js';
import { officeErrors } from './officeErrors.js';
import { createReadItem } from './readItem.js';

/**
 * Puts the `Office` global on the page, as the script at Office.js's address does. A simulation of
 * Outlook: what it enforces is what Microsoft documents, and no real Outlook is behind it.
 * @param {Window & typeof globalThis} page
 * @param {string} hostOrigin
 */
export function installOffice(page, hostOrigin) {
  const alone = page.parent === page;
  /** @type {any} */
  const office = {
    ...officeEnums,
    initialize: undefined,
    actions: createActions(),
    isSetSupported: requirementsOn('OfficeOnline'),
  };
  const nowhere = { host: null, platform: null, addin: null };
  const ready = alone
    ? Promise.resolve(isDialogPage(page) ? openInDialog(page, hostOrigin, office) : nowhere)
    : connect(page, hostOrigin, office);
  /** @param {(info: unknown) => void} [callback] */
  office.onReady = (callback) => {
    void ready.then((info) => callback?.(info));
    return ready;
  };
  void ready.then(() => office.initialize?.('documentOpened'));

  // Office.js takes both away from every page it is on.
  Object.assign(page.history, { pushState: null, replaceState: null });
  Object.assign(page, { Office: office });
}

/**
 * @param {Window & typeof globalThis} page
 * @param {string} hostOrigin
 * @param {any} office
 */
function openInDialog(page, hostOrigin, office) {
  leadToLocalEntra(page, hostOrigin);
  office.context = createDialogContext(page);
  return { host: 'Outlook', platform: 'OfficeOnline', addin: null };
}

/** `Office.actions`: named functions for ribbon commands and events. */
function createActions() {
  /** @type {Record<string, unknown>} */
  const associated = {};
  return {
    _association: { mappings: associated },
    /** @param {string} name @param {unknown} action */
    associate: (name, action) => {
      associated[name] = action;
    },
  };
}

/**
 * @param {Window & typeof globalThis} page
 * @param {string} hostOrigin
 * @param {any} office
 */
async function connect(page, hostOrigin, office) {
  const host = createHostPort(page, hostOrigin);
  Object.assign(page, { nestedAppAuthBridge: createNestedAppAuthBridge(host) });
  const start = await host.call('hello');
  const run = createAsyncCalls();
  office.context = createContext(run, host, start);
  office.isSetSupported = office.context.requirements.isSetSupported;
  const hasDialogs = office.isSetSupported('DialogApi');
  office.context.ui = hasDialogs ? createDialogs(page, run) : noDialogs(run);
  if (start.runtime === 'events') blockForEvents(office.context, office.context.mailbox);
  if (start.runtime === 'events') {
    listenToLaunchEvents(host, office.actions._association.mappings);
    // The add-in's own script comes after this one: before that, nobody has associated anything.
    void scriptsHaveRun(page).then(() => host.call('launchEvents.ready'));
  }
  return { host: 'Outlook', platform: office.context.platform, addin: null };
}

/** @param {Window} page @returns {Promise<void>} */
function scriptsHaveRun(page) {
  return new Promise((resolve) => {
    if (page.document.readyState === 'loading') {
      page.addEventListener('DOMContentLoaded', () => resolve());
    } else {
      resolve();
    }
  });
}

/**
 * @param {ReturnType<typeof createAsyncCalls>} run
 * @param {import('./hostPort.js').HostPort} host
 * @param {any} start
 */
function createContext(run, host, start) {
  /** @type {import('./officeEnums.js').Platform} */
  const platform = start.platform ?? 'OfficeOnline';
  const onPhone = isPhone(platform);
  /** @type {any} */
  const mailbox = {
    item: null,
    userProfile: start.userProfile,
    diagnostics: onPhone
      ? { hostName: `Outlook${platform}`, hostVersion: '4.2647.0' }
      : { hostName: 'OutlookWebApp', hostVersion: '20261101.1', OWAView: 'ThreeColumns' },
  };
  /** @type {any} */
  const context = {
    host: 'Outlook',
    platform,
    displayLanguage: start.language,
    contentLanguage: start.language,
    diagnostics: { host: 'Outlook', platform, version: '16.0.0.0' },
    // A browser's: phones tell of neither.
    ...(onPhone ? {} : { officeTheme: start.officeTheme, partitionKey: start.partitionKey }),
    requirements: { isSetSupported: requirementsOn(platform, start) },
    roamingSettings: createRoamingSettings(run, host.call, start.roamingSettings),
    mailbox,
  };

  /** @param {any} kept a draft, or a message to read */
  const createItem = (kept, /** @type {() => boolean} */ isCurrent) =>
    kept.mode === 'read'
      ? createReadItem(run, host, kept, { isCurrent, canReply: !onPhone })
      : createMailboxItem(run, host, kept, isCurrent);
  /** @param {any} kept */
  const turnTo = (kept) => {
    /** @type {unknown} */
    const item = kept === null ? null : createItem(kept, () => mailbox.item === item);
    mailbox.item = item;
  };
  turnTo(start.item);

  const { ItemChanged, OfficeThemeChanged } = officeEnums.EventType;
  const handlers = createEventHandlers(run, [ItemChanged, OfficeThemeChanged]);
  Object.assign(mailbox, handlers.methods);
  host.on('itemChanged', (kept) => {
    turnTo(kept);
    handlers.raise(ItemChanged, { initialData: null });
  });
  host.on('themeChanged', (theme) => {
    context.officeTheme = theme;
    handlers.raise(OfficeThemeChanged, { officeTheme: theme });
  });
  return context;
}

/** @param {ReturnType<typeof createAsyncCalls>} run */
function noDialogs(run) {
  return {
    /** @param {string} _address @param {unknown[]} tail */
    displayDialogAsync: (_address, ...tail) => run(tail, () => refuse(officeErrors.notSupported)),
    messageParent: () => refuse(officeErrors.notSupported),
  };
}

/**
 * What a handler of an event may not do (contracts E): nothing that changes what the person sees, and
 * no token by `Office.context.auth`.
 * @param {any} context
 * @param {any} mailbox
 */
function blockForEvents(context, mailbox) {
  const blocked = () => refuse(officeErrors.notAllowedInEvents);
  Object.assign(context.ui, { displayDialogAsync: blocked, messageParent: blocked });
  context.auth = { getAccessToken: blocked, getAccessTokenAsync: blocked };
  for (const name of [
    'displayAppointmentForm',
    'displayMessageForm',
    'displayNewAppointmentForm',
    'displayNewMessageForm',
  ]) {
    mailbox[name] = blocked;
  }
  if (mailbox.item !== null) mailbox.item.close = blocked;
}
