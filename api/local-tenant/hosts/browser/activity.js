import { askTenant, element, readPageData } from './page.js';

const everyMs = 5_000;

/** @typedef {{ title: string, preview: string, at: string, href: string }} Notification */

/** The bell: what Teams would show in the person's activity feed, asked for again and again. */
export function startActivity() {
  // Not beside the tab's own opening, which is measured.
  setTimeout(() => void show(), 1_000);
  setInterval(() => void show(), everyMs);
}

async function show() {
  if (!navigator.onLine) return;
  const response = await askTenant('/hosts/teams/activity').catch(() => undefined);
  if (response === undefined || !response.ok) return;
  /** @type {{ value: Notification[] }} */
  const { value } = await response.json();
  element('activity-count').textContent = String(value.length);
  element('activity-empty').hidden = value.length > 0;
  const list = element('activity-list');
  const links = value.map(({ href }) => href).join('\n');
  const titles = value.map(({ title, at }) => `${title} ${at}`).join('\n');
  // Somebody may stand on one of them with the keyboard.
  if (list.dataset['shown'] === `${links}\n${titles}`) return;
  list.dataset['shown'] = `${links}\n${titles}`;
  list.replaceChildren(...value.map(toEntry));
}

/** @param {Notification} notification */
function toEntry({ title, preview, at, href }) {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  const line = document.createElement('strong');
  line.textContent = title;
  const more = document.createElement('span');
  more.textContent = preview;
  const time = document.createElement('time');
  time.dateTime = at;
  time.textContent = new Date(at).toLocaleString(readPageData().person.locale);
  link.append(line, more, time);
  entry.append(link);
  return entry;
}
