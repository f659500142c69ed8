import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { activityTypeNames } from '@last-mile/shared/feedback';
import { servedPaths } from './addresses';
import { notRun } from './checks';
import { allIcons, packagedIcons } from './icons/iconFiles';
import { measurePng } from './icons/png';
import type { TypedOrder } from './packageOrder';
import type { UnifiedManifest } from './unifiedManifest';
import { writePackage } from './writePackage';

const contoso = {
  domain: 'lastmile.contoso.com',
  clientId: '1a57a171-1e00-4c11-8d00-c11e47000001',
} satisfies TypedOrder;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'last-mile-package-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const looseManifest = z.looseObject({ id: z.string(), version: z.string() });

async function packaged(typed: TypedOrder = contoso, out = folder) {
  const result = await writePackage(typed, out);
  if (result.outcome !== 'written') throw new Error(JSON.stringify(result));
  const [zipFile, xmlFile] = result.files.map(({ path }) => path);
  const zip = new Uint8Array(await readFile(zipFile ?? ''));
  const entries = unzipSync(zip);
  const json: unknown = JSON.parse(new TextDecoder().decode(entries['manifest.json']));
  const manifest = looseManifest.parse(json) as unknown as UnifiedManifest;
  return { result, zip, entries, manifest, xml: await readFile(xmlFile ?? '', 'utf8') };
}

async function refusalsOf(typed: TypedOrder, out = folder) {
  const result = await writePackage(typed, out);
  if (result.outcome !== 'refused') throw new Error(`It was ${result.outcome}.`);
  return result.refusals;
}

test('the package holds the manifest, its German and three icons at its root, and nothing else', async () => {
  const { entries } = await packaged();
  expect(Object.keys(entries)).toEqual([
    'color.png',
    'color32x32.png',
    'de.json',
    'manifest.json',
    'outline.png',
  ]);
});

test('every check that can be made without a network passes', async () => {
  const { result } = await packaged();
  expect(result.checks.flatMap(({ problems }) => problems)).toEqual([]);
  expect(result.checks).toHaveLength(11);
});

test('each icon in the package has the size Teams asks for, read from its header', async () => {
  const { entries } = await packaged();
  const sizes = Object.values(packagedIcons).map(({ file }) =>
    measurePng(entries[file] ?? new Uint8Array()),
  );
  expect(sizes).toEqual([
    { width: 192, height: 192 },
    { width: 32, height: 32 },
    { width: 32, height: 32 },
  ]);
});

test('every address in both manifests is one the product promises to answer', async () => {
  const { manifest, xml } = await packaged();
  const inManifest = JSON.stringify({ ...manifest, $schema: '' }).match(/https?:\/\/[^"]+/g) ?? [];
  const inXml = [...xml.matchAll(/DefaultValue="(https?:\/\/[^"]+)"/g)].map((match) => match[1]);
  const promised = new Set(servedPaths.map((path) => `https://${contoso.domain}${path}`));
  const named = new Set([...inManifest, ...inXml]);
  expect([...named].filter((address) => !promised.has(address ?? ''))).toEqual([]);
  expect([...promised].filter((address) => !named.has(address))).toEqual([]);
});

test('the tab opens for a person, in a channel and beside a meeting, on the one valid domain', async () => {
  const { manifest } = await packaged();
  expect(manifest.validDomains).toEqual([contoso.domain]);
  expect(manifest.configurableTabs).toBeUndefined();
  expect(manifest.staticTabs).toMatchObject([
    {
      contentUrl: 'https://lastmile.contoso.com/tab/',
      websiteUrl: 'https://lastmile.contoso.com/tab/',
      scopes: ['personal', 'team', 'groupChat'],
      context: ['personalTab', 'channelTab', 'meetingSidePanel'],
    },
  ]);
});

test('sign-in names the same registration, resource and origin as the tab will', async () => {
  const { manifest } = await packaged();
  const resource = `api://${contoso.domain}/${contoso.clientId}`;
  expect(manifest.webApplicationInfo).toEqual({
    id: contoso.clientId,
    resource,
    nestedAppAuthInfo: [
      {
        redirectUri: 'brk-multihub://lastmile.contoso.com',
        scopes: [`${resource}/access_as_user`],
        claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
      },
    ],
  });
});

test('the app asks for the open mail item, to notify who has it, and nothing more', async () => {
  const { manifest } = await packaged();
  expect(manifest.authorization?.permissions?.resourceSpecific).toEqual([
    { name: 'MailboxItem.ReadWrite.User', type: 'Delegated' },
    { name: 'TeamsActivity.Send.User', type: 'Application' },
  ]);
});

test('the app declares what it notifies of, and each template knows the same parameters in German', async () => {
  const { entries, manifest } = await packaged();
  const german = JSON.parse(new TextDecoder().decode(entries['de.json'])) as Record<string, string>;
  const declared = manifest.activities?.activityTypes ?? [];
  expect(declared.map(({ type }) => type)).toEqual([...activityTypeNames]);
  const parametersOf = (template = '') => template.match(/\{\w+\}/g);
  for (const [index, { templateText }] of declared.entries()) {
    const place = `activities.activityTypes[${index}]`;
    expect(parametersOf(german[`${place}.templateText`])).toEqual(parametersOf(templateText));
    expect(german[`${place}.description`]).toBeTruthy();
  }
});

test('the ribbon button opens the pane by the runtime action', async () => {
  const { manifest, xml } = await packaged();
  const [extension] = manifest.extensions ?? [];
  const control = extension?.ribbons?.[0]?.tabs[0]?.groups?.[0]?.controls?.[0];
  expect(control).toMatchObject({ label: 'Templates', actionId: 'openTemplates' });
  expect(extension?.runtimes?.[0]).toMatchObject({
    code: { page: 'https://lastmile.contoso.com/pane/' },
    actions: [{ id: 'openTemplates', type: 'openPage', pinnable: true }],
  });
  expect(xml).toContain('<bt:Url id="paneUrl" DefaultValue="https://lastmile.contoso.com/pane/"/>');
});

test('both manifests raise the same events, and a person may always send anyway', async () => {
  const { manifest, xml } = await packaged();
  const [extension] = manifest.extensions ?? [];
  const [auto] = extension?.autoRunEvents ?? [];
  expect(auto?.events).toEqual([
    { type: 'newMessageComposeCreated', actionId: 'onNewMessageCompose' },
    { type: 'messageComposeOpened', actionId: 'onMessageCompose' },
    {
      type: 'messageSending',
      actionId: 'onMessageSend',
      options: { sendMode: 'promptUser' },
    },
  ]);
  expect(auto?.requirements?.capabilities).toEqual([{ name: 'Mailbox', minVersion: '1.12' }]);
  const runtime = extension?.runtimes?.find(({ code }) => code.script !== undefined);
  expect(runtime?.code).toEqual({
    page: 'https://lastmile.contoso.com/pane/events.html',
    script: 'https://lastmile.contoso.com/pane/events.js',
  });
  const named = auto?.events.map(({ actionId }) => actionId);
  expect(runtime?.actions?.map(({ id }) => id)).toEqual(named);
  const launched = [...xml.matchAll(/<LaunchEvent Type="(\w+)" FunctionName="(\w+)"(.*)\/>/g)];
  expect(launched.map((match) => match.slice(1))).toEqual([
    ['OnNewMessageCompose', 'onNewMessageCompose', ''],
    ['OnMessageCompose', 'onMessageCompose', ''],
    ['OnMessageSend', 'onMessageSend', ' SendMode="PromptUser"'],
  ]);
});

test('Teams and Outlook in German say every title and description in German', async () => {
  const { manifest, entries, xml } = await packaged();
  expect(manifest.localizationInfo?.additionalLanguages).toEqual([
    { languageTag: 'de', file: 'de.json' },
  ]);
  const german = z
    .record(z.string(), z.string())
    .parse(JSON.parse(new TextDecoder().decode(entries['de.json'])));
  expect(german['extensions[0].ribbons[0].tabs[0].groups[0].controls[0].label']).toBe('Vorlagen');
  expect(german['description.short']).toMatch(/Vorlagen/);

  const strings = [...xml.matchAll(/<bt:String id="(\w+)"[^>]*>\s*<bt:Override Locale="(\S+)"/g)];
  expect(strings.length).toBe((xml.match(/<bt:String /g) ?? []).length);
  expect(new Set(strings.map(([, , locale]) => locale))).toEqual(new Set(['de-DE']));
});

test('an Outlook without the events still reads the button', async () => {
  const { xml } = await packaged();
  const [, older = '', newer = ''] = xml.split('<VersionOverrides ');
  expect(older).toContain('DefaultMinVersion="1.8"');
  expect(older).toContain('id="templatesButton"');
  expect(older).not.toContain('LaunchEvent');
  expect(newer).toContain('DefaultMinVersion="1.5"');
  expect(newer).toContain('id="templatesButton"');
});

test('while a message is read the same pane opens from the ribbon, in both manifests', async () => {
  const { manifest, xml } = await packaged();
  const ribbons = manifest.extensions?.[0]?.ribbons ?? [];
  expect(ribbons.map(({ contexts }) => contexts)).toEqual([['mailCompose'], ['mailRead']]);
  const control = ribbons[1]?.tabs[0]?.groups?.[0]?.controls?.[0];
  expect(control).toMatchObject({ id: 'answerButton', actionId: 'openTemplates' });
  const [, older = '', newer = ''] = xml.split('<VersionOverrides ');
  for (const version of [older, newer]) {
    expect(version).toContain('<ExtensionPoint xsi:type="MessageReadCommandSurface">');
    expect(version).toContain('id="answerButton"');
  }
});

test('on phones the pane opens on a message being read, unpinned, by the XML alone', async () => {
  const { manifest, xml } = await packaged();
  const [base = '', older = '', newer = ''] = xml.split('<VersionOverrides ');
  // Outlook on phones has Mailbox 1.5: nothing that stands above the button may ask for more.
  expect(base).toContain('<Sets DefaultMinVersion="1.5">');
  expect(older).not.toContain('MobileFormFactor');
  const mobile = /<MobileFormFactor>[\s\S]*<\/MobileFormFactor>/.exec(newer)?.[0] ?? '';
  expect([...mobile.matchAll(/<ExtensionPoint xsi:type="(\w+)"/g)].map(([, type]) => type)).toEqual(
    ['MobileMessageReadCommandSurface'],
  );
  expect(mobile).not.toContain('SupportsPinning');
  const images = [...mobile.matchAll(/size="(\d+)" scale="(\d)" resid="icon(\d+)"/g)];
  expect(images.map(([, size, scale]) => `${size}@${scale}`)).toEqual(
    [25, 32, 48].flatMap((size) => [1, 2, 3].map((scale) => `${size}@${scale}`)),
  );
  for (const [, size, scale, pixels] of images) {
    expect(Number(pixels)).toBe(Number(size) * Number(scale));
  }
  expect(JSON.stringify(manifest.extensions)).not.toContain('mobile');
});

test('the two manifests have their own id and name, and the one hides the other', async () => {
  const { manifest, xml } = await packaged();
  const [alternate] = manifest.extensions?.[0]?.alternates ?? [];
  const own = /<Id>(.*)<\/Id>/.exec(xml)?.[1] ?? '';
  expect(own).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(alternate?.hide?.customOfficeAddin?.officeAddinId).toBe(own);
  expect(manifest.id).not.toBe(own);
  expect(xml).toContain(`<Version>${manifest.version}</Version>`);
  expect(xml).not.toContain(`<DisplayName DefaultValue="${manifest.name.short}"`);
});

test('the same input gives the same bytes', async () => {
  const first = await packaged(contoso, join(folder, 'first'));
  const second = await packaged(contoso, join(folder, 'second'));
  expect(Buffer.from(first.zip).equals(Buffer.from(second.zip))).toBe(true);
  expect(first.xml).toBe(second.xml);
});

test('the ids follow from the app registration, however its id is written', async () => {
  const lower = await packaged(contoso, join(folder, 'lower'));
  const upper = await packaged(
    { ...contoso, clientId: contoso.clientId.toUpperCase() },
    join(folder, 'upper'),
  );
  const other = await packaged(
    { ...contoso, clientId: '2a57a171-1e00-4c11-8d00-c11e47000001' },
    join(folder, 'other'),
  );
  expect(upper.manifest.id).toBe(lower.manifest.id);
  expect(upper.manifest.webApplicationInfo?.id).toBe(contoso.clientId);
  expect(other.manifest.id).not.toBe(lower.manifest.id);
});

test('a package for another environment is another app with a name that says so', async () => {
  const prod = await packaged();
  const dev = await packaged({ ...contoso, environment: 'dev' });
  expect(dev.manifest.id).not.toBe(prod.manifest.id);
  expect(dev.manifest.name.short).toBe('Last Mile (dev)');
  expect(dev.xml).toContain('<DisplayName DefaultValue="Last Mile for Outlook (dev)"/>');
});

test('words with mark-up characters stay words in the XML', async () => {
  const { xml } = await packaged({ ...contoso, name: 'R&D "Last" Mile' });
  expect(xml).toContain('DefaultValue="R&amp;D &quot;Last&quot; Mile for Outlook"');
});

test('a version must rise above every package of the same app in the folder', async () => {
  await packaged({ ...contoso, version: '1.9.0' });
  await packaged({ ...contoso, version: '1.10.0' });
  for (const version of ['1.0.0', '1.9.5', '1.10.0']) {
    expect(await refusalsOf({ ...contoso, version })).toMatchObject([
      { field: '--version', value: version, reason: expect.stringContaining('1.10.0') as string },
    ]);
  }
  await packaged({ ...contoso, version: '1.10.1' });
});

test('a new app registration on the same domain goes on with the versions', async () => {
  await packaged({ ...contoso, version: '2.0.0' });
  const renewed = { ...contoso, clientId: '3a57a171-1e00-4c11-8d00-c11e47000001' };
  expect(await refusalsOf(renewed)).toMatchObject([{ field: '--version' }]);
});

test('whether the version rose is passed or said to be unknown, never left out', async () => {
  const first = await packaged();
  expect(first.result.notRun.at(-1)).toMatch(/^Whether the version rose \(no earlier package/);
  const second = await packaged({ ...contoso, version: '1.1.0' });
  expect(second.result.checks.at(-1)).toEqual({
    name: 'The version rose from 1.0.0',
    problems: [],
  });
  expect(second.result.notRun).toEqual(notRun);
});

test('other apps and other files in the folder hold no version back', async () => {
  await writeFile(join(folder, 'holiday.zip'), 'not a zip');
  await writeFile(join(folder, 'empty.zip'), zipSync({ 'readme.txt': new Uint8Array(1) }));
  await packaged({ ...contoso, domain: 'other.contoso.com', environment: 'dev', version: '9.0.0' });
  await expect(packaged()).resolves.toBeDefined();
});

test('a refused order leaves nothing behind', async () => {
  const out = join(folder, 'out');
  await mkdir(out);
  await refusalsOf({ ...contoso, domain: 'localhost' }, out);
  expect(await readdir(out)).toEqual([]);
});

test('a folder that cannot be made is refused by name', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  expect(await refusalsOf(contoso, join(file, 'out'))).toMatchObject([{ field: '--out' }]);
  expect(await refusalsOf(contoso, file)).toMatchObject([{ field: '--out', value: file }]);
});

test('every fault is named at once', async () => {
  const refusals = await refusalsOf({ domain: 'localhost', clientId: 'x', version: '1' });
  expect(refusals.map(({ field }) => field)).toEqual(['--domain', '--client-id', '--version']);
});

test('each icon the product serves lies in the folder it is served from', async () => {
  const drawn = allIcons.map(({ file }) => file).sort();
  const lying = await readdir(new URL('../icons/', import.meta.url));
  expect(lying.sort()).toEqual(drawn);
});
