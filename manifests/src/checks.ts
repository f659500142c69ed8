import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { addinOnlyProblems } from './addinOnlyChecks';
import { readJson } from './jsonText';
import {
  actionProblems,
  addressProblems,
  hiddenAddin,
  iconProblems,
  identityProblems,
  permissionProblems,
  schemaProblems,
} from './manifestChecks';
import { translationProblems } from './translationChecks';
import { childOf, readXml } from './xmlTree';

export interface Check {
  readonly name: string;
  /** Empty when the check passed; otherwise what is wrong and where, one thing a line. */
  readonly problems: readonly string[];
}

/** What only Microsoft can tell, and what a person has to do to learn it. */
export const notRun = [
  "Microsoft's validation service (needs network)",
  "The admin centers' own check (made when the files are uploaded)",
] as const;

const manifestFile = 'manifest.json';

/** Every check of an app package that can be made without a network, on its very bytes. */
export async function checkPackage(zip: Uint8Array): Promise<Check[]> {
  const read = readPackage(zip);
  const reading = 'The package can be read';
  if ('problem' in read) return [{ name: reading, problems: [read.problem] }];
  const { entries, manifest } = read;
  return [
    { name: reading, problems: [] },
    {
      name: "Unified manifest against Microsoft's schema (@microsoft/app-manifest, offline)",
      problems: await schemaProblems(manifest),
    },
    {
      name: "The manifest's other languages against Microsoft's schema (@microsoft/app-manifest, offline)",
      problems: await translationProblems(manifest, entries),
    },
    {
      name: 'Every address is https, on the one valid domain, and a page of the product',
      problems: addressProblems(manifest),
    },
    {
      name: 'Ids, version and sign-in follow from the app registration and the domain',
      problems: identityProblems(manifest),
    },
    { name: 'No permission that the product does not use', problems: permissionProblems(manifest) },
    { name: 'Every button and event does something', problems: actionProblems(manifest) },
    { name: 'Icons are PNGs of the right sizes', problems: iconProblems(manifest, entries) },
  ];
}

/** Every check of an add-in only manifest that can be made without a network. */
export async function checkAddinOnly(xml: string): Promise<Check[]> {
  const read = readXml(xml);
  return [
    {
      name: 'Add-in only manifest read by office-addin-manifest',
      problems: 'problem' in read ? [read.problem] : await readingProblems(xml),
    },
    {
      name: 'Add-in only manifest: element order, resources, addresses, events, icons, lengths',
      problems: 'problem' in read ? [] : addinOnlyProblems(read.root),
    },
  ];
}

/** What would leave a person with two buttons, or an admin with two add-ins he cannot tell apart. */
export function checkPair(zip: Uint8Array, xml: string): Check {
  const name = 'The package hides the add-in only manifest by its id; names differ, versions agree';
  const read = readPackage(zip);
  const tree = readXml(xml);
  if ('problem' in read || 'problem' in tree) return { name, problems: ['cannot be read'] };
  const { values, where } = read.manifest;
  const addin = {
    id: childOf(tree.root, 'Id')?.text ?? '',
    version: childOf(tree.root, 'Version')?.text,
    name: childOf(tree.root, 'DisplayName')?.attributes['DefaultValue'],
  };
  const faults: [place: string, isFault: boolean, problem: string][] = [
    [hiddenAddin, values.get(hiddenAddin) !== addin.id, `does not hide the add-in ${addin.id}`],
    ['id', values.get('id') === addin.id, 'is the id of the add-in only manifest too'],
    ['name.short', values.get('name.short') === addin.name, 'both manifests have this name'],
    ['version', values.get('version') !== addin.version, `the add-in's is ${addin.version}`],
  ];
  return {
    name,
    problems: faults
      .filter(([, isFault]) => isFault)
      .map(([place, , problem]) => `${where(place)}: ${problem}`),
  };
}

function readPackage(zip: Uint8Array) {
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(zip);
  } catch {
    return { problem: 'is no zip file' };
  }
  const entry = entries[manifestFile];
  if (entry === undefined) {
    const deeper = Object.keys(entries).find((path) => path.endsWith(`/${manifestFile}`));
    return {
      problem:
        deeper === undefined
          ? `has no ${manifestFile}`
          : `has ${deeper}, not ${manifestFile}: zip the files themselves, not their folder`,
    };
  }
  const manifest = readJson(manifestFile, new TextDecoder().decode(entry));
  return 'problem' in manifest ? manifest : { entries, manifest };
}

/** Microsoft's reader takes a file, so the text goes through one. */
async function readingProblems(xml: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'last-mile-manifest-'));
  try {
    const file = join(folder, 'manifest.xml');
    await writeFile(file, xml);
    await OfficeAddinManifest.readManifestFile(file);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
