import { askTenant, element } from './page.js';

/** The list of what this person sent from here, newest first. */
export function createSentItems() {
  return {
    async refresh() {
      const response = await askTenant('/hosts/outlook/sent');
      if (!response.ok) return;
      const { value } = await response.json();
      element('sent').replaceChildren(...value.map(toEntry));
    },
  };
}

/** @param {any} message */
function toEntry(message) {
  const summary = document.createElement('summary');
  const people = [...message.to, ...message.cc].map((each) => each.displayName).join(', ');
  summary.textContent = `${message.subject || '(no subject)'} · to ${people}`;
  const content = document.createElement('pre');
  content.textContent = message.format === 'html' ? textOf(message.body) : message.body;
  const details = document.createElement('details');
  details.append(summary, content);
  const entry = document.createElement('li');
  entry.append(details);
  return entry;
}

/** @param {string} html */
function textOf(html) {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  for (const block of body.querySelectorAll('div,p,li,br')) block.append('\n');
  return (body.textContent ?? '').trim();
}
