import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { addinOnlyProblems } from './addinOnlyChecks';
import { germanSchema } from './germanTexts';
import { packagedIcons } from './icons/iconFiles';
import { measurePng } from './icons/png';
import { nameLimits } from './packageOrder';
import type { UnifiedManifest } from './unifiedManifest';

export interface Check {
  readonly name: string;
  /** Empty when the check passed; otherwise what is wrong, one thing a line. */
  readonly problems: readonly string[];
}

/** What only Microsoft can tell, and what a person has to do to learn it. */
export const notRun = [
  "Microsoft's validation service (needs network)",
  "The admin centers' own check (made when the files are uploaded)",
] as const;

/** Every check that can be made without a network, on the very bytes that will be written. */
export async function checkPackage(
  zip: Uint8Array,
  manifest: UnifiedManifest,
  german: object,
  addinOnlyXml: string,
): Promise<Check[]> {
  return [
    {
      name: `Unified manifest against Microsoft's schema ${manifest.manifestVersion} (@microsoft/app-manifest, offline)`,
      problems: await AppManifestUtils.validateAgainstSchema(manifest),
    },
    {
      name: "The manifest's German against Microsoft's schema (@microsoft/app-manifest, offline)",
      problems: await germanProblems(german, manifest),
    },
    { name: 'Every address is https and within validDomains', problems: addressProblems(manifest) },
    { name: 'Icons in the package are PNGs of the right sizes', problems: iconProblems(zip) },
    {
      name: 'The unified manifest hides the add-in only manifest by its id',
      problems: pairingProblems(manifest, addinOnlyXml),
    },
    {
      name: 'Add-in only manifest read by office-addin-manifest',
      problems: await readingProblems(addinOnlyXml),
    },
    {
      name: 'Add-in only manifest: element order, resources, addresses, lengths',
      problems: addinOnlyProblems(addinOnlyXml, manifest.validDomains?.[0] ?? ''),
    },
  ];
}

/** What Teams would not show in German: a text that is too long, or that stands in no place of the manifest. */
export async function germanProblems(german: object, manifest: UnifiedManifest): Promise<string[]> {
  const places = new Set(textPlaces(manifest));
  return [
    ...(await germanSchemaProblems(german)),
    ...Object.keys(german)
      .filter((place) => place !== '$schema' && !places.has(place))
      .map((place) => `${place} is no text of the manifest`),
  ];
}

/** The checker's types know manifests only; a translation has a schema of its own. */
async function germanSchemaProblems(german: object): Promise<string[]> {
  const schema = await AppManifestUtils.fetchSchema(germanSchema);
  // Microsoft's patterns leave a bracket bare that the checker's regular expressions want escaped.
  const mended = JSON.stringify(schema).replaceAll(String.raw`\\b]`, String.raw`\\b\\]`);
  return AppManifestUtils.validateAgainstSchema(
    german as UnifiedManifest,
    JSON.parse(mended) as typeof schema,
  );
}

/** Every text of the manifest by its place, written as translations write it: `staticTabs[0].name`. */
function textPlaces(value: unknown, place = ''): string[] {
  if (typeof value === 'string') return [place];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (Array.isArray(value)) return textPlaces(inner, `${place}[${key}]`);
    return textPlaces(inner, place === '' ? key : `${place}.${key}`);
  });
}

/** Addresses in the manifest, whatever property holds them, that Teams or Outlook would not open. */
export function addressProblems(manifest: UnifiedManifest): string[] {
  const domains = manifest.validDomains ?? [];
  // The address of the schema names a format, not a page that anyone opens.
  return addressesIn({ ...manifest, $schema: '' }).flatMap((address) => {
    const { protocol, host } = new URL(address);
    if (protocol === 'http:') return [`${address} is not https`];
    return domains.includes(host) ? [] : [`${address} is not on ${domains.join(', ')}`];
  });
}

function addressesIn(value: unknown): string[] {
  if (typeof value === 'string')
    return /^(https?|api|brk-multihub):\/\//.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(addressesIn);
}

function iconProblems(zip: Uint8Array): string[] {
  const entries = unzipSync(zip);
  return Object.values(packagedIcons).flatMap(({ file, size }) => {
    const entry = entries[file];
    const found = entry === undefined ? undefined : measurePng(entry);
    if (found?.width === size && found.height === size) return [];
    return [
      `${file} is ${found ? `${found.width}×${found.height}` : 'no PNG'}, not ${size}×${size}`,
    ];
  });
}

/** What would leave a person with two buttons, or an admin with two add-ins he cannot tell apart. */
export function pairingProblems(manifest: UnifiedManifest, addinOnlyXml: string): string[] {
  const read = (pattern: RegExp) => pattern.exec(addinOnlyXml)?.[1] ?? '';
  const id = read(/<Id>([^<]*)<\/Id>/);
  const hidden = manifest.extensions?.[0]?.alternates?.map(
    ({ hide }) => hide?.customOfficeAddin?.officeAddinId,
  );
  const problems: string[] = [];
  if (hidden?.includes(id) !== true) problems.push(`The unified manifest does not hide ${id}`);
  if (manifest.id === id) problems.push(`Both manifests have the id ${id}`);
  if (manifest.name.short === read(/<DisplayName DefaultValue="([^"]*)"/)) {
    problems.push(`Both manifests are called ${manifest.name.short}`);
  }
  if (manifest.version !== read(/<Version>([^<]*)<\/Version>/)) {
    problems.push('The two manifests have different versions');
  }
  return problems;
}

/** Microsoft's reader takes a file, so the text goes through one. */
async function readingProblems(addinOnlyXml: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'last-mile-manifest-'));
  try {
    const file = join(folder, 'manifest.xml');
    await writeFile(file, addinOnlyXml);
    const info = await OfficeAddinManifest.readManifestFile(file);
    const problems: string[] = [];
    if (info.officeAppType !== 'MailApp') problems.push('It is not a mail add-in');
    if (info.hosts?.join() !== 'Mailbox') problems.push('Its host is not Mailbox');
    if (info.permissions !== 'ReadWriteItem') problems.push('It does not ask for ReadWriteItem');
    if ((info.displayName ?? '').length > nameLimits.addinName) {
      problems.push(`Its name is longer than ${nameLimits.addinName} characters`);
    }
    return problems;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
