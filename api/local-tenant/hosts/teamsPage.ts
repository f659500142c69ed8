import { html } from 'hono/html';
import type { DirectoryUser } from '../storage/directory';
import { initials } from './chooserPage';
import type { HostChannel } from './hostTenant';
import { hostBar, layout, rail, type DisplayLanguage, type Markup, type Theme } from './pageLayout';

/** The id under which the local tenant's Teams knows the app. */
export const localTeamsAppId = '1a57a171-1e00-4c11-8d00-c11e47000003';

/** A Teams channel that frames the real tab; `teams.js` speaks the host's side of teams-js. */
export function teamsPage(options: {
  tenantId: string;
  productOrigin: string;
  channel: HostChannel;
  person: DirectoryUser;
  people: readonly { id: string; label: string }[];
  theme: Theme;
  language: DisplayLanguage;
  /** Whether this host has apps sign in by nested app authentication. */
  nestedAppAuth: boolean;
  tab: 'posts' | 'last-mile';
  subPageId: string;
  /** In a channel, or beside a meeting: 320 pixels wide. */
  frameContext: 'content' | 'sidePanel';
}): Markup {
  const { channel, person } = options;
  return layout({
    title: `${channel.channelName} · ${channel.teamName} · Teams (simulation)`,
    surface: 'teams',
    theme: options.theme,
    data: {
      tenantId: options.tenantId,
      teamsAppId: localTeamsAppId,
      productOrigin: options.productOrigin,
      channel,
      person: toPagePerson(person, options.language),
      tab: options.tab,
      subPageId: options.subPageId,
      frameContext: options.frameContext,
      nestedAppAuth: options.nestedAppAuth,
    },
    body: html`${hostBar({ product: 'Teams', ...options })}
      <div class="workspace">
        ${rail('teams')}
        <main class="channel" aria-label="Channel">
          <div class="channel-head">
            <span class="avatar square" aria-hidden="true">${initials(channel.teamName)}</span>
            <h1>${channel.teamName} <span>› ${channel.channelName}</span></h1>
            <div role="tablist" aria-label="Channel tabs" class="tabs">
              ${channelTab('posts', 'Posts', options.tab)}
              ${channelTab('last-mile', 'Last Mile', options.tab)}
            </div>
            ${bell()}
          </div>
          <section
            id="panel-posts"
            role="tabpanel"
            aria-labelledby="tab-posts"
            tabindex="0"
            ${options.tab === 'posts' ? '' : 'hidden'}
          >
            <p class="empty">This simulation has no posts. The product is under “Last Mile”.</p>
          </section>
          <section
            id="panel-last-mile"
            role="tabpanel"
            aria-labelledby="tab-last-mile"
            class="${options.frameContext === 'sidePanel' ? 'frame-panel side' : 'frame-panel'}"
            ${options.tab === 'last-mile' ? '' : 'hidden'}
          >
            <p id="frame-state" class="frame-state" role="status">Opening the tab…</p>
            <iframe id="tab-frame" title="Last Mile tab" allow="clipboard-write"></iframe>
          </section>
        </main>
      </div>
      <p id="toast" class="toast" role="status"></p>
      ${consentDialog('Teams')} ${shareDialog}`,
  });
}

/** Teams' activity feed: what the product has notified this person of. */
function bell(): Markup {
  return html`<details class="bell">
    <summary>
      <span aria-hidden="true">🔔</span> Activity (<span id="activity-count">0</span>)
    </summary>
    <div>
      <p>Simulated: what Teams would show you of Last Mile.</p>
      <p id="activity-empty">Nothing yet. Answers to your feedback arrive within seconds.</p>
      <ul id="activity-list"></ul>
    </div>
  </details>`;
}

/** Where Teams asks whom to share with; here there is only this channel. */
const shareDialog = html`<dialog id="share" aria-labelledby="share-title">
  <form method="dialog">
    <h2 id="share-title">Share to this channel (simulation)</h2>
    <p id="share-message"></p>
    <div class="dialog-buttons">
      <button value="share" class="primary">Share</button>
      <button value="cancel">Cancel</button>
    </div>
  </form>
</dialog>`;

/** The host's own consent window, for tokens that ask for the person. */
export function consentDialog(host: string): Markup {
  return html`<dialog id="consent" aria-labelledby="consent-title">
    <form method="dialog">
      <h2 id="consent-title">Sign in (simulation)</h2>
      <p>
        ${host} asks on behalf of <strong>Last Mile</strong>: confirm that it is you, and agree.
      </p>
      <p class="hint" id="consent-scope"></p>
      <div class="dialog-buttons">
        <button value="accept" class="primary">Accept</button>
        <button value="cancel">Cancel</button>
      </div>
    </form>
  </dialog>`;
}

/** A person as the host pages' scripts need them. */
export function toPagePerson(person: DirectoryUser, language: DisplayLanguage) {
  return {
    id: person.id,
    displayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    mail: person.mail ?? person.userPrincipalName,
    locale: language,
  };
}

function channelTab(id: string, name: string, current: string): Markup {
  const selected = id === current;
  return html`<button
    role="tab"
    id="tab-${id}"
    aria-controls="panel-${id}"
    aria-selected="${String(selected)}"
    tabindex="${selected ? 0 : -1}"
  >
    ${name}
  </button>`;
}
