import { createAsyncCalls, refuse } from './asyncCalls.js';
import { createEventHandlers } from './eventHandlers.js';
import { createHostPort } from './hostPort.js';
import { createRoamingSettings } from './keptValues.js';
import { listenToLaunchEvents } from './launchEvents.js';
import { createMailboxItem } from './mailboxItem.js';
import { createNestedAppAuthBridge } from './nestedAppAuthBridge.js';
import { isSetSupported, officeEnums } from './officeEnums.js';
import { officeErrors } from './officeErrors.js';

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
    isSetSupported,
  };
  const ready = alone
    ? Promise.resolve({ host: null, platform: null, addin: null })
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
  if (start.runtime === 'events') {
    listenToLaunchEvents(host, office.actions._association.mappings);
    // The add-in's own script comes after this one: before that, nobody has associated anything.
    void scriptsHaveRun(page).then(() => host.call('launchEvents.ready'));
  }
  return { host: 'Outlook', platform: 'OfficeOnline', addin: null };
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
  /** @type {any} */
  const mailbox = {
    item: null,
    userProfile: start.userProfile,
    diagnostics: { hostName: 'OutlookWebApp', hostVersion: '20261101.1', OWAView: 'ThreeColumns' },
  };
  const context = {
    host: 'Outlook',
    platform: 'OfficeOnline',
    displayLanguage: start.language,
    contentLanguage: start.language,
    diagnostics: { host: 'Outlook', platform: 'OfficeOnline', version: '16.0.0.0' },
    officeTheme: start.officeTheme,
    partitionKey: start.partitionKey,
    requirements: { isSetSupported },
    roamingSettings: createRoamingSettings(run, host.call, start.roamingSettings),
    ui: {
      /** @param {string} _address @param {unknown[]} tail */
      displayDialogAsync: (_address, ...tail) => run(tail, () => refuse(officeErrors.notSupported)),
      messageParent: () => refuse(officeErrors.notSupported),
    },
    mailbox,
  };

  /** @param {{ id: string } | null} kept */
  const turnTo = (kept) => {
    /** @type {unknown} */
    const item =
      kept === null ? null : createMailboxItem(run, host, kept, () => mailbox.item === item);
    mailbox.item = item;
  };
  turnTo(start.item);

  if (start.runtime === 'events') blockForEvents(context, mailbox);

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
