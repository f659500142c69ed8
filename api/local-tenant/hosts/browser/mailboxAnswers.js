import { askTenant, currentTheme, element } from './page.js';

/** @type {Record<import('./page.js').Theme, object>} the colours Office tells a pane of */
const officeThemes = {
  default: toOfficeTheme('#ffffff', '#242424', false),
  dark: toOfficeTheme('#292929', '#f5f5f5', true),
  contrast: toOfficeTheme('#000000', '#ffffff', true),
};

/**
 * Known before an add-in asks, as a real Outlook knows it: to find it out takes a browser tens of
 * milliseconds the first time, which the pane would wait for.
 */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/**
 * @typedef {object} AnyMailbox what the add-in may ask whatever message is in front of it
 * @property {any} data the page's data
 * @property {() => object | null} item what the stand-in makes its item from
 * @property {import('./brokeredSignIn.js').Broker} broker
 * @property {'pane' | 'events'} runtime what asks: the task pane, or the runtime of the events
 */

/**
 * Carries out a call that is about no message; says whether it was one.
 * @param {string} name
 * @param {any} args
 * @param {AnyMailbox} mailbox
 * @returns {{ value: unknown } | null}
 */
export function answerMailbox(name, args, mailbox) {
  if (name === 'hello') return { value: hello(mailbox) };
  if (name === 'nestedAppAuth') return { value: mailbox.broker.answer(args) };
  if (name === 'roamingSettings.set') return { value: keepRoamingSettings(args, mailbox.data) };
  return null;
}

export function currentOfficeTheme() {
  return officeThemes[currentTheme()];
}

/** @param {AnyMailbox} mailbox */
function hello({ data, item, runtime }) {
  const { person } = data;
  return {
    runtime,
    platform: data.platform,
    nestedAppAuth: data.nestedAppAuth,
    dialogs: data.dialogs,
    item: item(),
    userProfile: {
      displayName: person.displayName,
      emailAddress: person.mail,
      accountType: 'office365',
      timeZone,
    },
    language: person.locale,
    officeTheme: currentOfficeTheme(),
    roamingSettings: data.roamingSettings,
    partitionKey: person.id,
  };
}

/** @param {object} settings @param {any} data */
async function keepRoamingSettings(settings, data) {
  const address = '/hosts/outlook/roaming-settings';
  const response = await askTenant(address, { method: 'PUT', body: settings });
  if (!response.ok) throw new Error('The settings could not be kept.');
  data.roamingSettings = settings;
}

/** @param {import('./recipients.js').Recipient} recipient */
export function toDetails({ displayName, emailAddress }) {
  return { displayName, emailAddress, recipientType: 'other', appointmentResponse: 'none' };
}

/** @param {{ key: string, message: string, type: string }[]} messages */
export function showNotifications(messages) {
  element('notifications').replaceChildren(
    ...messages.map(({ message, type }) => {
      const line = document.createElement('li');
      line.dataset['type'] = type;
      line.textContent = message;
      return line;
    }),
  );
}

/** @param {string} background @param {string} foreground @param {boolean} isDarkTheme */
function toOfficeTheme(background, foreground, isDarkTheme) {
  return {
    bodyBackgroundColor: background,
    bodyForegroundColor: foreground,
    controlBackgroundColor: background,
    controlForegroundColor: foreground,
    isDarkTheme,
  };
}
