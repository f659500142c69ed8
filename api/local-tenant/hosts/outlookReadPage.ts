import { html, raw } from 'hono/html';
import type { DirectoryUser } from '../storage/directory';
import { taskPane } from './outlookPage';
import { hostBar, layout, rail, type DisplayLanguage, type Markup, type Theme } from './pageLayout';
import type { ReceivedMessage } from './receivedMail';
import { consentDialog, toPagePerson } from './teamsPage';

/** Phones whose Outlook is played: message read only, and little of Office.js. */
export type Phone = 'iOS' | 'Android';

/** An Outlook window on messages that are read; `outlookRead.js` answers the `Office` stand-in. */
export function outlookReadPage(options: {
  tenantId: string;
  productOrigin: string;
  person: DirectoryUser;
  people: readonly { id: string; label: string }[];
  messages: readonly ReceivedMessage[];
  messageId: string;
  roamingSettings: Readonly<Record<string, unknown>>;
  theme: Theme;
  language: DisplayLanguage;
  /** Whether this host has apps sign in by nested app authentication. */
  nestedAppAuth: boolean;
  /** Whether this host opens dialogs. */
  dialogs: boolean;
  /** Null for Outlook on the web. */
  phone: Phone | null;
}): Markup {
  const { phone } = options;
  return layout({
    title: 'Inbox · Outlook (simulation)',
    surface: 'outlookRead',
    theme: options.theme,
    data: {
      tenantId: options.tenantId,
      productOrigin: options.productOrigin,
      person: toPagePerson(options.person, options.language),
      messages: options.messages,
      messageId: options.messageId,
      roamingSettings: options.roamingSettings,
      platform: phone ?? 'OfficeOnline',
      nestedAppAuth: options.nestedAppAuth,
      dialogs: options.dialogs,
    },
    body: html`${hostBar({ product: phone === null ? 'Outlook' : `Outlook for ${phone}`, ...options })}
      <div class="workspace" ${phone === null ? '' : raw('data-phone')}>
        ${rail('outlook')}
        <div class="mail">
          ${ribbon(phone)}
          <div class="mail-columns" id="mail-columns">
            <nav class="inbox" aria-label="Messages">
              <ul id="inbox"></ul>
            </nav>
            <main class="reading" aria-labelledby="read-subject">
              <ul
                id="notifications"
                class="notifications"
                aria-label="Messages from the add-in"
              ></ul>
              <p id="mail-state" role="status" class="mail-state"></p>
              <article class="message">
                <h1 id="read-subject"></h1>
                <dl id="read-people" class="people-lines"></dl>
                <div id="read-body" class="read-body"></div>
              </article>
            </main>
            ${taskPane()}
          </div>
        </div>
      </div>
      ${consentDialog('Outlook')}`,
  });
}

function ribbon(phone: Phone | null): Markup {
  return html`<section aria-label="Ribbon">
    <div class="ribbon" role="toolbar" aria-label="Message">
      ${
        phone === null
          ? html`<div class="ribbon-group">
              <a class="button" href="/outlook">New message</a>
              <button id="reply">Reply</button>
            </div>`
          : ''
      }
      <div class="ribbon-group" role="group" aria-labelledby="ribbon-last-mile">
        <button id="templates" aria-pressed="false" aria-controls="pane">
          <span class="ribbon-icon" aria-hidden="true"></span>Templates
        </button>
        <span id="ribbon-last-mile" class="ribbon-label">Last Mile</span>
      </div>
    </div>
  </section>`;
}
