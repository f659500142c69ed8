import { html } from 'hono/html';
import type { DirectoryUser } from '../storage/directory';
import type { ClientContact } from './hostTenant';
import type { ReceivedMessage } from './receivedMail';
import { hostBar, layout, rail, type DisplayLanguage, type Markup, type Theme } from './pageLayout';
import { consentDialog, toPagePerson } from './teamsPage';

/** An Outlook compose window; `outlook.js` keeps the message and answers the `Office` stand-in. */
export function outlookPage(options: {
  tenantId: string;
  productOrigin: string;
  person: DirectoryUser;
  people: readonly { id: string; label: string }[];
  contacts: readonly ClientContact[];
  roamingSettings: Readonly<Record<string, unknown>>;
  theme: Theme;
  language: DisplayLanguage;
  /** Whether this host has apps sign in by nested app authentication. */
  nestedAppAuth: boolean;
  /** Whether this host opens dialogs. */
  dialogs: boolean;
  mode: 'compose' | 'reply';
  /** What a reply answers. */
  answered: ReceivedMessage;
}): Markup {
  const { person } = options;
  const mailboxes = mailboxesOf(person);
  return layout({
    title: 'Message · Outlook (simulation)',
    surface: 'outlook',
    theme: options.theme,
    data: {
      tenantId: options.tenantId,
      productOrigin: options.productOrigin,
      person: { ...toPagePerson(person, options.language), jobTitle: person.jobTitle ?? '' },
      mailboxes,
      contacts: options.contacts,
      roamingSettings: options.roamingSettings,
      mode: options.mode,
      answered: options.answered,
      platform: 'OfficeOnline',
      nestedAppAuth: options.nestedAppAuth,
      dialogs: options.dialogs,
    },
    body: html`${hostBar({ product: 'Outlook', ...options })}
      <div class="workspace">
        ${rail('outlook')}
        <div class="mail">
          ${ribbon()}
          <div class="mail-columns" id="mail-columns">
            <main class="compose" aria-label="Message">
              <h1 class="visually-hidden">New message</h1>
              <ul
                id="notifications"
                class="notifications"
                aria-label="Messages from the add-in"
              ></ul>
              <p id="mail-state" role="status" class="mail-state"></p>
              ${messageForm(mailboxes)} ${sentItems()}
            </main>
            ${taskPane()}
          </div>
        </div>
      </div>
      ${consentDialog('Outlook')} ${smartAlert()}`,
  });
}

/** What Outlook shows when an add-in asks before a message goes; the add-in's name is its title. */
function smartAlert(): Markup {
  return html`<dialog id="smart-alert" aria-labelledby="smart-alert-title">
    <h2 id="smart-alert-title">Last Mile</h2>
    <p id="smart-alert-text"></p>
    <div id="smart-alert-buttons" class="dialog-buttons"></div>
  </dialog>`;
}

function ribbon(): Markup {
  return html`<section aria-label="Ribbon">
    <div class="ribbon" role="toolbar" aria-label="Message">
      <div class="ribbon-group">
        <button id="send" class="primary">Send</button>
        <button id="new-message">New message</button>
        <a class="button" href="/outlook?mode=read">Open a message</a>
      </div>
      <div class="ribbon-group">
        <label for="format">Format</label>
        <select id="format">
          <option value="html">HTML</option>
          <option value="text">Plain text</option>
        </select>
        <button id="attach">Attach file</button>
        <input id="attach-file" type="file" aria-label="File to attach" hidden />
      </div>
      <div class="ribbon-group" role="group" aria-labelledby="ribbon-last-mile">
        <button id="templates" aria-pressed="false" aria-controls="pane">
          <span class="ribbon-icon" aria-hidden="true"></span>Templates
        </button>
        <span id="ribbon-last-mile" class="ribbon-label">Last Mile</span>
      </div>
    </div>
  </section>`;
}

/** Their own mailbox, and one they share with colleagues. */
function mailboxesOf(person: DirectoryUser): ClientContact[] {
  const emailAddress = person.mail ?? person.userPrincipalName;
  const domain = emailAddress.slice(emailAddress.indexOf('@'));
  return [
    { displayName: person.displayName, emailAddress },
    { displayName: 'Client Service', emailAddress: `client.service${domain}` },
  ];
}

function messageForm(mailboxes: readonly ClientContact[]): Markup {
  return html`<form id="message" class="message" autocomplete="off">
    <div class="line">
      <label class="line-label" for="from">From</label>
      <select id="from">
        ${mailboxes.map(
          ({ displayName, emailAddress }) =>
            html`<option>${displayName} &lt;${emailAddress}&gt;</option>`,
        )}
      </select>
    </div>
    ${recipientLine('to', 'To')} ${recipientLine('cc', 'Cc')}
    <datalist id="contacts"></datalist>
    <div class="line">
      <label class="line-label" for="subject">Subject</label>
      <input id="subject" maxlength="255" />
    </div>
    <ul id="attachments" class="chips" aria-label="Attachments"></ul>
    <div
      id="body-html"
      class="body"
      contenteditable="true"
      role="textbox"
      aria-multiline="true"
      aria-label="Message body"
      spellcheck="true"
    ></div>
    <textarea id="body-text" class="body" aria-label="Message body" hidden></textarea>
  </form>`;
}

function recipientLine(field: 'to' | 'cc', name: string): Markup {
  return html`<div class="line">
    <label class="line-label" for="${field}-input">${name}</label>
    <ul id="${field}-chips" class="chips" aria-label="${name} recipients"></ul>
    <input id="${field}-input" list="contacts" aria-describedby="recipient-hint" />
    ${
      field === 'to'
        ? html`<span id="recipient-hint" class="visually-hidden"
            >Type an address and press Enter to add it.</span
          >`
        : ''
    }
  </div>`;
}

function sentItems(): Markup {
  return html`<section class="sent" aria-labelledby="sent-title">
    <h2 id="sent-title">Sent items</h2>
    <p class="hint">Kept in the local tenant's memory. Nothing is ever delivered.</p>
    <ol id="sent"></ol>
  </section>`;
}

/** The pane beside a message, for `taskPane.js`. */
export function taskPane(): Markup {
  return html`<aside id="pane" class="pane" aria-label="Last Mile task pane" hidden>
    <div
      id="pane-divider"
      class="divider"
      role="separator"
      aria-label="Width of the task pane"
      aria-orientation="vertical"
      aria-valuemin="320"
      aria-valuemax="400"
      aria-valuenow="340"
      tabindex="0"
    ></div>
    <header class="pane-head">
      <h2>Last Mile</h2>
      <button id="pane-close" aria-label="Close the Last Mile pane">✕</button>
    </header>
    <p id="pane-state" class="frame-state" role="status"></p>
    <div id="pane-frame" class="pane-frame"></div>
  </aside>`;
}
