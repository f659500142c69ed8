import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { DirectoryUser } from '../storage/directory';
import type { FeaturedPerson, HostTenant } from './hostTenant';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

const themes = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

const themeNames: Record<Theme, string> = {
  default: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};

export function readTheme(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'default';
}

const languages = ['en-GB', 'de-DE', 'ar-XB'] as const;
/** A display language of the simulated hosts; `ar-XB` is English written from right to left. */
export type DisplayLanguage = (typeof languages)[number];

const languageNames: Record<DisplayLanguage, string> = {
  'en-GB': 'English',
  'de-DE': 'Deutsch',
  'ar-XB': 'العربية (layout only)',
};

export function readLanguage(tag: string | null | undefined): DisplayLanguage {
  return languages.find((language) => language === tag) ?? 'en-GB';
}

type Surface = 'chooser' | 'teams' | 'outlook' | 'outlookRead' | 'sharepoint';

/** What each surface has beside the styles of all. */
const styleSheets: Readonly<Record<Surface, readonly string[]>> = {
  chooser: [],
  teams: ['teams'],
  outlook: ['outlook'],
  outlookRead: ['outlook', 'outlookRead'],
  sharepoint: ['sharepoint'],
};

/** One HTML document of the local tenant. `data` reaches the page's script as JSON. */
export function layout(page: {
  title: string;
  surface: Surface;
  theme: Theme;
  body: Markup;
  data?: unknown;
}): Markup {
  const script = page.data === undefined ? '' : pageData(page.data, page.surface);
  return html`<!doctype html>
    <html lang="en" data-theme="${page.theme}" data-surface="${page.surface}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/hosts/assets/hostPages.css" />
        ${styleSheets[page.surface].map(
          (name) => html`<link rel="stylesheet" href="/hosts/assets/${name}.css" />`,
        )}
        ${script}
      </head>
      <body>
        ${page.body}
      </body>
    </html>`;
}

function pageData(data: unknown, surface: string): Markup {
  // JSON in a script element must not be able to end it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return html`<script type="application/json" id="page-data">
      ${raw(json)}
    </script>
    <script type="module" src="/hosts/assets/${surface}.js"></script>`;
}

/** The bar every host page has: what this is, its theme and language, and who is signed in. */
export function hostBar(bar: {
  product: string;
  theme: Theme;
  language: DisplayLanguage;
  person: DirectoryUser;
  people: readonly { id: string; label: string }[];
}): Markup {
  return html`<header class="bar" aria-label="Simulation">
    <p class="bar-title"><strong>${bar.product}</strong> <span>simulation</span></p>
    <div class="bar-controls">
      <label
        ><span>Theme</span>
        <select id="theme">
          ${themes.map(
            (theme) =>
              html`<option value="${theme}" ${theme === bar.theme ? 'selected' : ''}>
                ${themeNames[theme]}
              </option>`,
          )}
        </select></label
      >
      <label
        ><span>Language</span>
        <select id="language">
          ${languages.map(
            (language) =>
              html`<option value="${language}" ${language === bar.language ? 'selected' : ''}>
                ${languageNames[language]}
              </option>`,
          )}
        </select></label
      >
      <label
        ><span>Signed in as</span>
        <select id="person">
          ${bar.people.map(
            ({ id, label }) =>
              html`<option value="${id}" ${id === bar.person.id ? 'selected' : ''}>
                ${label}
              </option>`,
          )}
        </select></label
      >
    </div>
  </header>`;
}

/** Ways between the simulated products. */
export function rail(current: 'teams' | 'outlook' | 'sharepoint'): Markup {
  const places = [
    ['/', 'People', '⌂'],
    ['/teams', 'Teams', 'T'],
    ['/outlook', 'Outlook', 'O'],
    ['/sharepoint', 'SharePoint', 'S'],
  ] as const;
  return html`<nav class="rail" aria-label="Local tenant">
    ${places.map(
      ([address, name, letter]) =>
        html`<a href="${address}" ${address === `/${current}` ? raw('aria-current="page"') : ''}
          ><span class="rail-sign" aria-hidden="true">${letter}</span> ${name}</a
        >`,
    )}
  </nav>`;
}

/** The people a menu offers: the featured ones, and whoever is signed in. */
export function peopleToOffer(
  tenant: HostTenant,
  featured: readonly FeaturedPerson[],
  person: DirectoryUser,
): readonly { id: string; label: string }[] {
  const known = featured.flatMap(({ userId, note }) => {
    const user = tenant.directory.user(userId);
    return user === undefined ? [] : [{ id: userId, label: `${user.displayName} · ${note}` }];
  });
  if (known.some(({ id }) => id === person.id)) return known;
  return [{ id: person.id, label: person.displayName }, ...known];
}
