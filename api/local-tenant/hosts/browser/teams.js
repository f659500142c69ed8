import { startActivity } from './activity.js';
import { createBroker } from './brokeredSignIn.js';
import { currentTheme, element, readPageData, setAddress, startHostBar } from './page.js';
import { answerTeams } from './teamsProtocol.js';

const patience = 20_000;

const data = readPageData();
/** @type {HTMLIFrameElement} */
const frame = element('tab-frame');
const broker = createBroker(data.person, data.tenantId);
/** @type {Set<string>} handlers the app has registered with us */
const registered = new Set();
let subPageId = data.subPageId;
let opened = false;

/** @type {import('./teamsProtocol.js').TeamsHost} */
const host = {
  data,
  broker,
  subPageId: () => subPageId,
  onLife(state, reason) {
    opened = true;
    const line = element('frame-state');
    line.hidden = state !== 'failed';
    if (state === 'failed') line.textContent = `The tab could not start. ${reason ?? ''}`;
  },
  say,
  onShared(shared) {
    subPageId = shared;
    setAddress('subPageId', shared);
    say('A link to this place is now in the address of this page.');
  },
  shares,
};

/**
 * Asks the person whether to share, and posts the link in this channel.
 * @param {{ url: string, message?: string }} content
 * @returns {Promise<boolean>}
 */
async function shares({ url, message }) {
  /** @type {HTMLDialogElement} */
  const dialog = element('share');
  element('share-message').textContent = message ?? url;
  dialog.returnValue = 'cancel';
  dialog.showModal();
  await new Promise((resolve) => {
    dialog.addEventListener('close', resolve, { once: true });
  });
  if (dialog.returnValue !== 'share') return false;
  const context = JSON.parse(new URL(url).searchParams.get('context') ?? '{}');
  const link = document.createElement('a');
  link.href = `/teams?${new URLSearchParams({ subPageId: context.subEntityId ?? '' }).toString()}`;
  link.textContent = message ?? url;
  const shared = document.createElement('p');
  shared.append(`${data.person.displayName}: `, link);
  element('panel-posts').replaceChildren(shared);
  say('The link is now under “Posts”.');
  return true;
}

window.addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow || event.origin !== data.productOrigin) return;
  const message = event.data;
  if (message?.func === 'registerHandler') registered.add(message.args?.[0]);
  void answerTeams(message, host).then((args) => {
    if (args === undefined) return;
    post({ id: message.id, uuidAsString: message.uuidAsString, args, isPartialResponse: false });
  });
});

startHostBar((theme) => {
  if (registered.has('themeChange')) post({ func: 'themeChange', args: [theme] });
});
for (const name of ['posts', 'last-mile']) startTab(name);
startActivity();
if (data.tab === 'last-mile') open();

/** @param {object} message */
function post(message) {
  const monotonicTimestamp = performance.now() + performance.timeOrigin;
  frame.contentWindow?.postMessage({ ...message, monotonicTimestamp }, data.productOrigin);
}

function open() {
  if (frame.src !== '') return;
  frame.src = `${data.productOrigin}/tab/?theme=${currentTheme()}`;
  setTimeout(() => {
    if (!opened) element('frame-state').textContent = 'The tab does not answer. Is it running?';
  }, patience);
}

/** @param {string} text */
function say(text) {
  const toast = element('toast');
  toast.textContent = text;
  setTimeout(() => {
    if (toast.textContent === text) toast.textContent = '';
  }, 8000);
}

/** @param {string} name */
function startTab(name) {
  const tab = element(`tab-${name}`);
  tab.addEventListener('click', () => show(name));
  tab.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = name === 'posts' ? 'last-mile' : 'posts';
    show(other);
    element(`tab-${other}`).focus();
  });
}

/** @param {string} name */
function show(name) {
  for (const each of ['posts', 'last-mile']) {
    const selected = each === name;
    element(`tab-${each}`).setAttribute('aria-selected', String(selected));
    element(`tab-${each}`).tabIndex = selected ? 0 : -1;
    element(`panel-${each}`).hidden = !selected;
  }
  setAddress('tab', name);
  if (name === 'last-mile') open();
}
