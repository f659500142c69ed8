import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { DirectoryUser } from '../storage/directory';
import { showActivityFeed } from './activityFeed';
import { chooserPage } from './chooserPage';
import { hostAsset } from './hostAssets';
import type { ClientContact, FeaturedPerson, HostChannel, HostTenant } from './hostTenant';
import { createMailboxes } from './mailbox';
import { outlookPage } from './outlookPage';
import { outlookReadPage, type Phone } from './outlookReadPage';
import {
  peopleToOffer,
  readLanguage,
  readTheme,
  type DisplayLanguage,
  type Markup,
  type Theme,
} from './pageLayout';
import { receivedMail } from './receivedMail';
import { sharePointRoutes } from './sharePointRoutes';
import { isFromOwnPage, personOfPage, signedInPerson, signIn } from './signedInPerson';
import { teamsPage } from './teamsPage';
import { brokerToken, readBrokerRequest } from './tokenRoute';

export interface HostPagesOptions {
  readonly tenant: HostTenant;
  /** Where the tab and the pane are served, for example `http://localhost:3001`. */
  readonly productOrigin: string;
  /** Where these pages are served, for example `http://localhost:3000`. */
  readonly tenantOrigin: string;
  readonly featuredPeople?: readonly FeaturedPerson[];
  readonly channel?: HostChannel;
  /** People outside the firm, suggested as recipients. */
  readonly contacts?: readonly ClientContact[];
  readonly now?: () => Date;
}

const defaultChannel: HostChannel = {
  teamId: '19:1a57a1711e00@thread.tacv2',
  teamName: 'AI adoption',
  groupId: '9c0d1a57-0000-4000-8000-000000000001',
  channelId: '19:1a57a1711e01@thread.tacv2',
  channelName: 'Pilot',
};

const defaultContacts: readonly ClientContact[] = [
  { displayName: 'Marta Lindqvist', emailAddress: 'marta.lindqvist@northwind.example' },
  { displayName: 'Samuel Adeyemi', emailAddress: 'samuel.adeyemi@fabrikam.example' },
  { displayName: 'Priya Raman', emailAddress: 'priya.raman@adventure-works.example' },
];

/**
 * The pages of the simulated Teams, Outlook and SharePoint, answered at the tenant's origin.
 * Undefined for an address that is none of theirs.
 */
export function createHostPages(
  options: HostPagesOptions,
): (request: Request) => Promise<Response | undefined> {
  const { tenant, productOrigin, tenantOrigin } = options;
  const featuredPeople = options.featuredPeople ?? [];
  const mailboxes = createMailboxes(options.now ?? (() => new Date()));
  const app = new Hono();

  app.use(async (c, next) => {
    if (c.req.method !== 'GET' && !isFromOwnPage(c, tenantOrigin)) return c.text('Forbidden', 403);
    await next();
    c.header('Content-Security-Policy', contentSecurity(productOrigin));
    c.header('X-Content-Type-Options', 'nosniff');
    // Under `no-referrer` a form's own Origin would be null, and refused above.
    c.header('Referrer-Policy', 'same-origin');
    return undefined;
  });

  /** Pages for somebody: without a person the chooser comes first. */
  const forPerson = (show: (c: Context, person: DirectoryUser) => Markup) => (c: Context) => {
    const person = signedInPerson(c, tenant);
    return person === undefined ? c.redirect('/') : c.html(show(c, person));
  };
  const common = (c: Context, person: DirectoryUser) => ({
    tenantId: tenant.tenantId,
    productOrigin,
    person,
    people: peopleToOffer(tenant, featuredPeople, person),
    theme: chosenTheme(c),
    language: chosenLanguage(c, person),
    nestedAppAuth: c.req.query('nestedAppAuth') !== 'off',
    dialogs: c.req.query('dialogs') !== 'off',
  });

  app.get('/', (c) =>
    c.html(
      chooserPage({
        tenant,
        featuredPeople,
        person: signedInPerson(c, tenant),
        theme: chosenTheme(c),
        problem:
          c.req.query('unknown') === undefined ? undefined : 'No such person in this tenant.',
      }),
    ),
  );
  app.post('/hosts/sign-in', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const name = form.get('userPrincipalName')?.trim().toLowerCase();
    const person =
      tenant.directory.user(form.get('userId') ?? '') ??
      tenant.directory.users().find((user) => user.userPrincipalName.toLowerCase() === name);
    if (person === undefined) return c.redirect('/?unknown', 303);
    signIn(c, person.id);
    return c.redirect('/', 303);
  });
  app.get(
    '/teams',
    forPerson((c, person) =>
      teamsPage({
        ...common(c, person),
        channel: options.channel ?? defaultChannel,
        tab: c.req.query('tab') === 'posts' ? 'posts' : 'last-mile',
        subPageId: c.req.query('subPageId') ?? '',
        frameContext: c.req.query('frame') === 'sidePanel' ? 'sidePanel' : 'content',
      }),
    ),
  );
  app.get(
    '/outlook',
    forPerson((c, person) => {
      const contacts = options.contacts ?? defaultContacts;
      const messages = receivedMail(toContact(person), contacts);
      const answered = messages.find(({ id }) => id === c.req.query('message')) ?? messages[0];
      const page = { ...common(c, person), roamingSettings: mailboxes.roamingSettings(person.id) };
      const mode = c.req.query('mode');
      if (mode === 'read') {
        return outlookReadPage({
          ...page,
          messages,
          messageId: answered.id,
          phone: phoneOf(c.req.query('phone')),
        });
      }
      return outlookPage({
        ...page,
        contacts,
        mode: mode === 'reply' ? 'reply' : 'compose',
        answered,
      });
    }),
  );
  app.route(
    '/sharepoint',
    sharePointRoutes(tenant, (c, person) => common(c, person)),
  );

  app.post('/hosts/token', async (c) => {
    const person = personOfPage(c, tenant);
    const request = readBrokerRequest(await c.req.json().catch(() => undefined));
    if (person === undefined) return c.json({ code: 'signedOut' }, 401);
    if (request === undefined) return c.json({ code: 'invalidRequest' }, 400);
    return c.json(await brokerToken(tenant, person, request));
  });
  app.get('/hosts/teams/activity', (c) => {
    const person = personOfPage(c, tenant);
    if (person === undefined) return c.json({ code: 'signedOut' }, 401);
    const feed = tenant.activityFeed(person.id);
    return c.json({ value: showActivityFeed(feed, chosenLanguage(c, person)) });
  });
  app.get('/hosts/outlook/sent', (c) => {
    const person = personOfPage(c, tenant);
    return person === undefined
      ? c.json({ code: 'signedOut' }, 401)
      : c.json({ value: mailboxes.sent(person.id) });
  });
  app.post('/hosts/outlook/sent', async (c) => {
    const person = personOfPage(c, tenant);
    if (person === undefined) return c.json({ code: 'signedOut' }, 401);
    const sent = mailboxes.send(person.id, await c.req.json().catch(() => undefined));
    return sent === undefined ? c.json({ code: 'invalidRequest' }, 400) : c.json(sent, 201);
  });
  app.put('/hosts/outlook/roaming-settings', async (c) => {
    const person = personOfPage(c, tenant);
    if (person === undefined) return c.json({ code: 'signedOut' }, 401);
    const kept = mailboxes.setRoamingSettings(person.id, await c.req.json().catch(() => undefined));
    return kept ? c.body(null, 204) : c.json({ code: 'invalidRequest' }, 400);
  });
  app.get('/hosts/assets/:name', (c) => hostAsset(c.req.param('name')) ?? c.notFound());

  return async (request) => {
    const response = await app.fetch(request);
    return response.status === 404 ? undefined : response;
  };
}

const toContact = (person: DirectoryUser): ClientContact => ({
  displayName: person.displayName,
  emailAddress: person.mail ?? person.userPrincipalName,
});

/** The phone whose Outlook is asked for; null for Outlook on the web. */
function phoneOf(asked: string | undefined): Phone | null {
  return asked === 'iOS' || asked === 'Android' ? asked : null;
}

/** The theme asked for, which stays from page to page. */
function chosenTheme(c: Context): Theme {
  const asked = c.req.query('theme');
  if (asked === undefined) return readTheme(getCookie(c, 'local-tenant-theme'));
  setCookie(c, 'local-tenant-theme', readTheme(asked), { path: '/', sameSite: 'Lax' });
  return readTheme(asked);
}

/** The display language asked for, which stays from page to page; the person's own before. */
function chosenLanguage(c: Context, person: DirectoryUser): DisplayLanguage {
  const asked = c.req.query('language');
  if (asked === undefined) {
    return readLanguage(getCookie(c, 'local-tenant-language') ?? person.preferredLanguage);
  }
  setCookie(c, 'local-tenant-language', readLanguage(asked), { path: '/', sameSite: 'Lax' });
  return readLanguage(asked);
}

/** Styles may be inline because a message body brings its own; scripts are never. */
function contentSecurity(productOrigin: string): string {
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `frame-src ${productOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
