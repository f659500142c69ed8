/** Hosts that may frame the tab and the pane (contracts D). */
const hostOrigins = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
] as const;

const entra = 'https://login.microsoftonline.com';

/** What the pages of a surface may load and who may frame it: hosts tab and pane, nobody the others. */
export type Surface = 'tab' | 'pane' | 'signIn' | 'page';

interface SurfaceSources {
  readonly script: readonly string[];
  readonly connect: readonly string[];
}

/** Office.js loads its host file from its own address and MicrosoftAjax from the second one. */
const withOffice: SurfaceSources = {
  script: ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'],
  connect: [entra, 'https://appsforoffice.microsoft.com'],
};

const sources: Readonly<Record<Surface, SurfaceSources>> = {
  // teams-js reads its list of valid hosts from this address and has a built-in one besides.
  tab: { script: [], connect: [entra, 'https://res.cdn.office.net'] },
  pane: withOffice,
  signIn: withOffice,
  page: { script: [], connect: [] },
};

/**
 * The Content-Security-Policy of a surface. `extraHosts` are the origins of a local host page in
 * development; the nonce is for the style sheets Griffel inserts.
 */
export function contentSecurityPolicy(
  surface: Surface,
  nonce: string,
  extraHosts: readonly string[],
): string {
  const { script, connect } = sources[surface];
  const framed = surface === 'tab' || surface === 'pane';
  return [
    ["default-src 'none'"],
    ["script-src 'self'", ...script],
    [`style-src 'self' 'nonce-${nonce}'`],
    ["img-src 'self' data: blob:"],
    ["font-src 'self' data:"],
    ["connect-src 'self'", ...connect, ...(framed ? extraHosts : [])],
    [framed ? `frame-src 'self' ${entra}` : "frame-src 'none'"],
    ["worker-src 'self'"],
    ["manifest-src 'self'"],
    ["base-uri 'none'"],
    ["form-action 'none'"],
    framed ? ["frame-ancestors 'self'", ...hostOrigins, ...extraHosts] : ["frame-ancestors 'none'"],
  ]
    .map((directive) => directive.join(' '))
    .join('; ');
}

/**
 * What every answer carries, whatever it is. Browsers that came by https stay with https for a year; over
 * http, as on the local tenant, they take no notice of it (RFC 6797, 8.1).
 */
export const everyAnswer = {
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** What a page may use of the device: nothing but, where people copy texts, the clipboard. */
const permissionsPolicy = (clipboard: '()' | '(self)') =>
  `camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=${clipboard}`;

export const nothingAllowed = permissionsPolicy('()');

/** The headers of every page and file we serve. No X-Frame-Options: it cannot name several hosts. */
export const pageHeaders = {
  ...everyAnswer,
  'Permissions-Policy': permissionsPolicy('(self)'),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
} as const;
