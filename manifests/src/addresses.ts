import { addinOnlyIcons, servedIcons } from './icons/iconFiles';

/** The pages and files of the product that the manifests name. */
export const paths = {
  tab: '/tab/',
  pane: '/pane/',
  /** The events' page, and the one script that classic Outlook for Windows takes of it. */
  events: '/pane/events.html',
  eventsScript: '/pane/events.js',
  privacy: '/privacy',
  terms: '/terms',
  icons: '/icons/',
} as const;

/** Every path the manifests name: the product must answer each with 200 and no sign-in. */
export const servedPaths: readonly string[] = [
  paths.tab,
  paths.pane,
  paths.events,
  paths.eventsScript,
  paths.privacy,
  paths.terms,
  ...servedIcons.map(({ file }) => `${paths.icons}${file}`),
];

/** The address of one of those paths on the product's domain. */
export function addressOn(domain: string, path: string): string {
  return `https://${domain}${path}`;
}

/** The address of the add-in only manifest's icon of so many pixels. */
export function addinOnlyIconAddress(domain: string, pixels: number): string {
  const icon = addinOnlyIcons.find(({ size }) => size === pixels);
  if (icon === undefined) throw new Error(`No icon of ${pixels} pixels is drawn for the add-in.`);
  return addressOn(domain, `${paths.icons}${icon.file}`);
}
