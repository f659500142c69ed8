import { AppManifestUtils } from '@microsoft/app-manifest';
import * as z from 'zod/mini';
import { addressOn, paths, servedPaths } from './addresses';
import { canServeFrom } from './domain';
import { packagedIcons, servedIcons } from './icons/iconFiles';
import { measurePng } from './icons/png';
import { packageIds } from './ids';
import { placeOfPointer, type JsonText } from './jsonText';
import { outlookAddin } from './outlookAddin';
import { askedPermissions, schemaOfManifest, type UnifiedManifest } from './unifiedManifest';
import { canBeVersion } from './version';

/** The files of a package by their names. */
export type PackageEntries = Readonly<Record<string, Uint8Array>>;

/** What Microsoft's schema says. It is read from the checker's own files, never from the network. */
export async function schemaProblems(manifest: JsonText): Promise<string[]> {
  const { values, where } = manifest;
  const wrongForm = Object.entries({ manifestVersion, $schema: schemaOfManifest })
    .filter(([place, form]) => values.get(place) !== form)
    .map(([place, form]) => `${where(place)}: is not ${form}, the form this product is written in`);
  if (wrongForm.length > 0) return wrongForm;
  const found = await AppManifestUtils.validateAgainstSchema(manifest.value as UnifiedManifest);
  return found.map((problem) => problemAt(manifest, problem));
}

const manifestVersion = /v(\d+\.\d+)\//.exec(schemaOfManifest)?.[1] ?? '';

/** The checker's own line (`/icons must NOT … Details: {…}`) with file, line and place before it. */
export function problemAt({ where }: JsonText, problem: string): string {
  const [, pointer = '', what = problem, details = '{}'] =
    /^(\S*) (.*)\. Details: (.*)$/s.exec(problem) ?? [];
  const { additionalProperty, allowedValues, missingProperty } = schemaDetails.parse(
    JSON.parse(details),
  );
  if (additionalProperty !== undefined) {
    const surplus = placeOfPointer(`${pointer}/${additionalProperty}`);
    return `${where(surplus)}: the schema knows no such property here`;
  }
  if (missingProperty !== undefined) {
    return `${where(placeOfPointer(`${pointer}/${missingProperty}`))}: is missing`;
  }
  const values = allowedValues === undefined ? '' : `: ${allowedValues.join(', ')}`;
  return `${where(placeOfPointer(pointer))}: ${what}${values}`;
}

const schemaDetails = z.object({
  additionalProperty: z.optional(z.string()),
  allowedValues: z.optional(z.array(z.unknown())),
  missingProperty: z.optional(z.string()),
});

/** Addresses, whatever property holds them, that Teams or Outlook would not open. */
export function addressProblems({ values, where }: JsonText): string[] {
  const domain = textAt(values, 'validDomains[0]');
  const decision = canServeFrom(domain);
  // All else follows from the domain, and would only repeat what is wrong with it.
  if (!decision.allowed) return [`${where('validDomains[0]')}: "${domain}" ${decision.reason}`];
  const more = [...values].filter(([place]) => /^validDomains\[[1-9]\d*\]$/.test(place));
  return [
    ...more.map(([place, host]) => `${where(place)}: "${host}" is a second domain. ${oneDomain}`),
    ...addressesIn(values).flatMap(({ place, address }) => {
      const problem = addressProblem(address, domain);
      return problem === undefined ? [] : [`${where(place)}: ${address} ${problem}`];
    }),
  ];
}

const oneDomain = 'The product is served from one; leave this out.';

/** What keeps an address from being opened: read after the address itself. */
export function addressProblem(address: string, domain: string): string | undefined {
  if (!URL.canParse(address)) return 'is no address';
  const url = new URL(address);
  if (url.protocol === 'http:') return 'is not https';
  if (url.host !== domain) return `is not on ${domain}`;
  if (url.protocol !== 'https:' || servedPaths.includes(url.pathname)) return undefined;
  return 'is no page of the product';
}

function addressesIn(values: JsonText['values']): { place: string; address: string }[] {
  return [...values].flatMap(([place, value]) =>
    // The address of the schema names a format, not a page that anyone opens.
    place !== '$schema' && /^(https?|api|brk-multihub):\/\//.test(String(value))
      ? [{ place, address: String(value) }]
      : [],
  );
}

/** What would make it another app than the one this app registration has, or a sign-in that fails. */
export function identityProblems({ values, where }: JsonText): string[] {
  const at = (place: string) => textAt(values, place);
  const version = canBeVersion(at('version'));
  const expected = Object.entries({ ...expectedIds(values), ...expectedSignIn(values) });
  return [
    ...(version.allowed ? [] : [`${where('version')}: "${at('version')}" ${version.reason}`]),
    ...expected
      .filter(([place, value]) => at(place) !== value)
      .map(
        ([place, value]) =>
          `${where(place)}: is "${at(place)}"; from the app registration and the domain follows "${value}"`,
      ),
  ];
}

function expectedIds(values: JsonText['values']) {
  const environment = environmentOf(textAt(values, 'name.short'));
  const ids = packageIds(textAt(values, 'webApplicationInfo.id'), environment);
  return { id: ids.app, [hiddenAddin]: ids.addinOnly };
}

/** The place that names the add-in only manifest whose button is hidden. */
export const hiddenAddin = 'extensions[0].alternates[0].hide.customOfficeAddin.officeAddinId';

function expectedSignIn(values: JsonText['values']): Record<string, string> {
  const domain = textAt(values, 'validDomains[0]');
  if (!canServeFrom(domain).allowed) return {};
  const resource = `api://${domain}/${textAt(values, 'webApplicationInfo.id')}`;
  const hint = 'webApplicationInfo.nestedAppAuthInfo[0]';
  return {
    'webApplicationInfo.resource': resource,
    [`${hint}.redirectUri`]: `brk-multihub://${domain}`,
    [`${hint}.scopes[0]`]: `${resource}/access_as_user`,
  };
}

/** The environment a name tells of: `Last Mile (dev)`. */
function environmentOf(name: string): string {
  return / \(([a-z][a-z0-9]{0,7})\)$/.exec(name)?.[1] ?? 'prod';
}

/** Permissions beyond those the product uses: an admin is asked to grant them for nothing. */
export function permissionProblems({ values, where }: JsonText): string[] {
  const asked = /^authorization\.permissions\.resourceSpecific\[\d+\]\.name$/;
  const used = new Set<string>(askedPermissions.map(({ name }) => name));
  return [...values]
    .filter(([place, name]) => asked.test(place) && !used.has(String(name)))
    .map(([place, name]) => `${where(place)}: the product does not use ${name}. Leave it out.`);
}

/** Buttons and events that would do nothing, or that would stop a person from sending. */
export function actionProblems({ values, where }: JsonText): string[] {
  const actions = [...values].filter(([place]) => /\.actions\[\d+\]\.id$/.test(place));
  const known = new Set(actions.map(([, id]) => id));
  const carriedOut = new Set<unknown>([
    outlookAddin.action.id,
    ...outlookAddin.events.map(({ handler }) => handler),
  ]);
  const raised = [...values].filter(([place]) => /\.events\[\d+\]\.type$/.test(place));
  const handled = new Set<unknown>(outlookAddin.events.map(({ type }) => type));
  return [
    ...raised
      .filter(([, type]) => !handled.has(type))
      .map(([place, type]) => `${where(place)}: the product handles no ${type}`),
    ...actions
      .filter(([, id]) => !carriedOut.has(id))
      .map(([place, id]) => `${where(place)}: the product carries out no "${id}"`),
    ...[...values]
      .filter(([place, id]) => place.endsWith('.actionId') && !known.has(id))
      .map(([place, id]) => `${where(place)}: no runtime has an action "${id}"`),
    ...raised
      .filter(([, type]) => type === 'messageSending')
      .map(([place]) => place.replace(/\.type$/, '.options.sendMode'))
      .filter((place) => textAt(values, place) !== 'promptUser')
      .map((place) => `${where(place)}: is not promptUser, so a person could not always send`),
  ];
}

/** Icons in the package, measured, and icons fetched from the product, by the size beside their address. */
export function iconProblems({ values, where }: JsonText, entries: PackageEntries): string[] {
  const packaged = Object.entries(packagedIcons).flatMap(([kind, { size }]) => {
    const place = `icons.${kind}`;
    const file = textAt(values, place);
    const entry = entries[file];
    if (entry === undefined) return [`${where(place)}: "${file}" is not in the package`];
    const found = measurePng(entry);
    if (found?.width === size && found.height === size) return [];
    const measured = found ? `${found.width}×${found.height}` : 'no PNG';
    return [`${where(place)}: ${file} is ${measured}, not ${size}×${size}`];
  });
  const domain = textAt(values, 'validDomains[0]');
  const fetched = [...values].flatMap(([place, address]) => {
    if (!/\.icons\[\d+\]\.url$/.test(place)) return [];
    const size = values.get(place.replace(/\.url$/, '.size'));
    const icon = servedIcons.find(
      ({ file }) => address === addressOn(domain, `${paths.icons}${file}`),
    );
    if (icon === undefined || icon.size === size) return [];
    return [`${where(place)}: ${icon.file} is ${icon.size}×${icon.size}, not ${size}×${size}`];
  });
  return [...packaged, ...fetched];
}

function textAt(values: JsonText['values'], place: string): string {
  return String(values.get(place) ?? '');
}
