import { html } from 'hono/html';
import type { DirectoryUser } from '../storage/directory';
import type { FeaturedPerson, HostTenant } from './hostTenant';
import { layout, type Markup, type Theme } from './pageLayout';

const surfaces = [
  ['/teams', 'Teams channel', 'The tab: adoption dashboard and prompt library.'],
  ['/outlook', 'Outlook', 'A message being written, with the task pane in the ribbon.'],
  ['/outlook?mode=read', 'Outlook, reading', 'Messages that came, with the task pane beside them.'],
  [
    '/outlook?mode=read&phone=iOS',
    'Outlook on a phone',
    'A message being read, on a narrow screen.',
  ],
  ['/sharepoint', 'SharePoint site', 'The lists behind it all, to read and to edit by hand.'],
] as const;

/** The first page: what this is, who to be, and where to go. */
export function chooserPage(options: {
  tenant: HostTenant;
  featuredPeople: readonly FeaturedPerson[];
  person: DirectoryUser | undefined;
  theme: Theme;
  problem?: string | undefined;
}): Markup {
  const { tenant, person } = options;
  const people = options.featuredPeople.flatMap(({ userId, note }) => {
    const user = tenant.directory.user(userId);
    return user === undefined ? [] : [{ user, note }];
  });
  return layout({
    title: 'Local tenant (simulation)',
    surface: 'chooser',
    theme: options.theme,
    body: html`<main class="chooser">
      <header>
        <h1>Last Mile</h1>
        <p class="notice">
          Local tenant: a simulation of Microsoft 365 on this computer. No real Teams, Outlook or
          SharePoint is involved.
        </p>
      </header>
      <section aria-labelledby="people">
        <h2 id="people">Sign in as</h2>
        ${
          options.problem === undefined
            ? ''
            : html`<p class="problem" role="alert">${options.problem}</p>`
        }
        <form method="post" action="/hosts/sign-in">
          ${people.length === 0 ? html`<p>Nobody is in this tenant yet.</p>` : peopleList(people, person)}
          <div class="field-row">
            <label for="anyone">Anyone else, by user principal name</label>
            <span class="field-and-button">
              <input id="anyone" name="userPrincipalName" autocomplete="off" />
              <button>Sign in</button>
            </span>
          </div>
        </form>
      </section>
      <section aria-labelledby="places">
        <h2 id="places">${person === undefined ? 'Then open' : `Open as ${person.displayName}`}</h2>
        <ul class="cards">
          ${surfaces.map(
            ([address, name, text]) =>
              html`<li>
                ${
                  person === undefined
                    ? html`<div class="card" data-disabled>
                        <strong>${name}</strong><span>${text}</span>
                      </div>`
                    : html`<a class="card" href="${address}"
                        ><strong>${name}</strong><span>${text}</span></a
                      >`
                }
              </li>`,
          )}
        </ul>
      </section>
    </main>`,
  });
}

function peopleList(
  people: readonly { user: DirectoryUser; note: string }[],
  person: DirectoryUser | undefined,
): Markup {
  return html`<ul class="people">
    ${people.map(
      ({ user, note }) =>
        html`<li>
          <button
            class="person"
            name="userId"
            value="${user.id}"
            aria-pressed="${String(user.id === person?.id)}"
          >
            <span class="avatar" aria-hidden="true">${initials(user.displayName)}</span>
            <span><strong>${user.displayName}</strong><span>${note}</span></span>
          </button>
        </li>`,
    )}
  </ul>`;
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.at(0) ?? '')
    .join('')
    .toUpperCase();
}
