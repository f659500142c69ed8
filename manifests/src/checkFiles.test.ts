import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addinOnlyManifest } from './addinOnlyManifest';
import { appPackage } from './appPackage';
import { checkFiles } from './checkFiles';
import { germanOfManifest } from './germanTexts';
import { encodePng } from './icons/png';
import { packageIds } from './ids';
import type { PackageOrder } from './packageOrder';
import { unifiedManifest } from './unifiedManifest';

const domain = 'lastmile.contoso.com';
const clientId = '1a57a171-1e00-4c11-8d00-c11e47000001';
const order: PackageOrder = {
  domain,
  clientId,
  environment: 'prod',
  version: '1.0.0',
  name: 'Last Mile',
  addinOnlyName: 'Last Mile for Outlook',
  developer: 'Last Mile',
};
const soundXml = addinOnlyManifest(order);
let soundEntries: Record<string, Uint8Array>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'last-mile-check-'));
  soundEntries = unzipSync(await appPackage(unifiedManifest(order), germanOfManifest(order)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function problemsOf(files: Readonly<Record<string, Uint8Array | string>>): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await writeFile(path, content);
    paths.push(path);
  }
  return (await checkFiles(paths)).flatMap(({ problems }) => problems);
}

const zipped = (changed: Readonly<Record<string, Uint8Array>>) =>
  zipSync({ ...soundEntries, ...changed });
const textOf = (file: string) => new TextDecoder().decode(soundEntries[file]);
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The text with one thing changed by hand, and the line an editor would show for it. */
function spoiled(text: string, from: string, to: string) {
  expect(text.split(from).length).toBeGreaterThan(1);
  const changed = text.replace(from, to);
  return { changed, line: changed.slice(0, text.indexOf(from)).split('\n').length };
}

test('files as they were written have no problem, alone and together', async () => {
  expect(await problemsOf({ 'app.zip': zipped({}), 'addin.xml': soundXml })).toEqual([]);
});

const registered = `api://${domain}/${clientId}`;
const ids = packageIds(clientId, 'prod');
const strange = '7c1d9f1e-9a57-4a55-8a0d-0a3c5f4b2e11';
const hint = 'webApplicationInfo.nestedAppAuthInfo[0]';
const asked = 'authorization.permissions.resourceSpecific';
const ribbon = 'extensions[0].ribbons[0].tabs[0].groups[0]';
const raised = 'extensions[0].autoRunEvents[0].events[2]';
const tab = `"contentUrl": "https://${domain}/tab/"`;

/** One change by hand to manifest.json, and all that is said of it, behind the line it was made on. */
const spoiledManifests: [what: string, from: string, to: string, problem: string][] = [
  [
    'a comma too many',
    '"accentColor": "#0b5563",',
    '"accentColor": "#0b5563",,',
    ' is no JSON (PropertyNameExpected)',
  ],
  [
    'a property nobody knows',
    '"accentColor": "#0b5563"',
    '"accentColor": "#0b5563", "colour": "teal"',
    'colour: the schema knows no such property here',
  ],
  [
    'nobody who made it',
    '"developer": {\n    "name": "Last Mile",',
    '"developer": {',
    'developer.name: is missing',
  ],
  [
    'a colour by name',
    '"accentColor": "#0b5563"',
    '"accentColor": "teal"',
    'accentColor: must match pattern "^#[0-9a-fA-F]{6}$"',
  ],
  [
    'a form nobody tried',
    '"manifestVersion": "1.25"',
    '"manifestVersion": "1.99"',
    'manifestVersion: is not 1.25, the form this product is written in',
  ],
  [
    'a name of 31',
    '"short": "Last Mile"',
    `"short": "${'x'.repeat(31)}"`,
    'name.short: must NOT have more than 30 characters',
  ],
  [
    'a scope that is none',
    '"team",',
    '"everyone",',
    'staticTabs[0].scopes[1]: must be equal to one of the allowed values: team, personal, groupChat',
  ],
  [
    'a port',
    tab,
    `"contentUrl": "https://${domain}:8443/tab/"`,
    `staticTabs[0].contentUrl: https://${domain}:8443/tab/ is not on ${domain}`,
  ],
  [
    'plain http',
    tab,
    `"contentUrl": "http://${domain}/tab/"`,
    `staticTabs[0].contentUrl: http://${domain}/tab/ is not https`,
  ],
  [
    'a page elsewhere',
    tab,
    '"contentUrl": "https://www.contoso.com/tab/"',
    `staticTabs[0].contentUrl: https://www.contoso.com/tab/ is not on ${domain}`,
  ],
  [
    'a page the product has not',
    tab,
    `"contentUrl": "https://${domain}/dashboard"`,
    `staticTabs[0].contentUrl: https://${domain}/dashboard is no page of the product`,
  ],
  [
    'an address without a scheme',
    `"privacyUrl": "https://${domain}/privacy"`,
    `"privacyUrl": "${domain}/privacy"`,
    'developer.privacyUrl: must match pattern "^[Hh][Tt][Tt][Pp][Ss]?://"',
  ],
  [
    'a wildcard domain',
    `    "${domain}"\n`,
    '    "*.contoso.com"\n',
    'validDomains[0]: "*.contoso.com" has a wildcard. Outlook honours none; give the one host that serves the product.',
  ],
  [
    'a second domain',
    `    "${domain}"\n`,
    `    "${domain}", "www.contoso.com"\n`,
    'validDomains[1]: "www.contoso.com" is a second domain. The product is served from one; leave this out.',
  ],
  [
    'the id of another app',
    `"id": "${ids.app}"`,
    `"id": "${strange}"`,
    `id: is "${strange}"; from the app registration and the domain follows "${ids.app}"`,
  ],
  [
    'a sign-in for another host',
    `brk-multihub://${domain}`,
    `brk-multihub://${domain}/tab/`,
    `${hint}.redirectUri: is "brk-multihub://${domain}/tab/"; from the app registration and the domain follows "brk-multihub://${domain}"`,
  ],
  [
    'a scope nobody will ask for',
    `"${registered}/access_as_user"`,
    `"${registered}/.default"`,
    `${hint}.scopes[0]: is "${registered}/.default"; from the app registration and the domain follows "${registered}/access_as_user"`,
  ],
  [
    'a version below 1.0',
    '"version": "1.0.0"',
    '"version": "0.9.0"',
    'version: "0.9.0" is below 1.0.0. Office silently loads no add-in below 1.0.',
  ],
  [
    'the whole mailbox',
    'MailboxItem.ReadWrite.User',
    'Mailbox.ReadWrite.User',
    `${asked}[0].name: the product does not use Mailbox.ReadWrite.User. Leave it out.`,
  ],
  [
    'a permission for nothing',
    'TeamsActivity.Send.User',
    'TeamMember.Read.Group',
    `${asked}[1].name: the product does not use TeamMember.Read.Group. Leave it out.`,
  ],
  [
    'the wrong add-in hidden',
    `"officeAddinId": "${ids.addinOnly}"`,
    `"officeAddinId": "${strange}"`,
    `extensions[0].alternates[0].hide.customOfficeAddin.officeAddinId: is "${strange}"; from the app registration and the domain follows "${ids.addinOnly}"`,
  ],
  [
    'a button that does nothing',
    '"actionId": "openTemplates"',
    '"actionId": "openLibrary"',
    `${ribbon}.controls[0].actionId: no runtime has an action "openLibrary"`,
  ],
  [
    'an event nobody handles',
    '"type": "messageSending"',
    '"type": "appointmentSending"',
    `${raised}.type: the product handles no appointmentSending`,
  ],
  [
    'a send that can be blocked',
    '"sendMode": "promptUser"',
    '"sendMode": "block"',
    `${raised}.options.sendMode: is not promptUser, so a person could not always send`,
  ],
  [
    'an icon that is not there',
    '"color": "color.png"',
    '"color": "logo.png"',
    'icons.color: "logo.png" is not in the package',
  ],
  [
    'the outline for the colour icon',
    '"color": "color.png"',
    '"color": "outline.png"',
    'icons.color: outline.png is 32×32, not 192×192',
  ],
  [
    'a ribbon icon of another size',
    'ribbon-32.png',
    'ribbon-16.png',
    `${ribbon}.icons[1].url: ribbon-16.png is 16×16, not 32×32`,
  ],
  [
    'a language that is not there',
    '"file": "de.json"',
    '"file": "fr.json"',
    'localizationInfo.additionalLanguages[0].file: "fr.json" is not in the package',
  ],
];

test.each(spoiledManifests)(
  'a package with %s is found out, by its line and place',
  async (_what, from, to, problem) => {
    const { changed, line } = spoiled(textOf('manifest.json'), from, to);
    const found = await problemsOf({ 'app.zip': zipped({ 'manifest.json': bytesOf(changed) }) });
    const separator = problem.startsWith(' ') ? ':' : ', ';
    expect(found).toEqual([`manifest.json, line ${line}${separator}${problem}`]);
  },
);

const german = 'extensions[0].ribbons[0].tabs[0].groups[0].controls[0].label';

test.each([
  [
    'a text that stands nowhere',
    '"staticTabs[0].name"',
    '"staticTabs[3].name"',
    'staticTabs[3].name: stands in no place of the manifest',
  ],
  [
    'a text that is too long',
    `"${german}": "Vorlagen"`,
    `"${german}": "${'x'.repeat(65)}"`,
    `${german}: must NOT have more than 64 characters`,
  ],
])('a translation with %s is found out', async (_what, from, to, problem) => {
  const { changed, line } = spoiled(textOf('de.json'), from, to);
  const found = await problemsOf({ 'app.zip': zipped({ 'de.json': bytesOf(changed) }) });
  expect(found).toEqual([`de.json, line ${line}, ${problem}`]);
});

test('a package whose icon was drawn in another size is found out', async () => {
  const small = encodePng({ width: 96, height: 96, rgba: new Uint8Array(96 * 96 * 4) });
  const { line } = spoiled(textOf('manifest.json'), '"color": "color.png"', '');
  expect(await problemsOf({ 'app.zip': zipped({ 'color.png': small }) })).toEqual([
    `manifest.json, line ${line}, icons.color: color.png is 96×96, not 192×192`,
  ]);
});

test('another app’s client id makes every id in the package wrong, and each is named', async () => {
  const other = '2a57a171-1e00-4c11-8d00-c11e47000001';
  const changed = textOf('manifest.json').replace(`"id": "${clientId}"`, `"id": "${other}"`);
  const found = await problemsOf({ 'app.zip': zipped({ 'manifest.json': bytesOf(changed) }) });
  expect(found.map((problem) => /line \d+, ([^:]+):/.exec(problem)?.[1])).toEqual([
    'id',
    'extensions[0].alternates[0].hide.customOfficeAddin.officeAddinId',
    'webApplicationInfo.resource',
    `${hint}.scopes[0]`,
  ]);
});

test.each([
  ['no zip file', bytesOf('PK'), 'is no zip file'],
  ['some other zip file', zipSync({ 'readme.txt': bytesOf('Hello') }), 'has no manifest.json'],
  [
    'a zipped folder',
    zipSync({ 'out/manifest.json': bytesOf('{}') }),
    'has out/manifest.json, not manifest.json: zip the files themselves, not their folder',
  ],
])('%s is no package, and is told so', async (_what, zip, problem) => {
  expect(await problemsOf({ 'app.zip': zip })).toEqual([problem]);
});

/** One change by hand to the add-in only manifest, and all that is said of it. */
const spoiledXml: [what: string, from: string, to: string, problem: string][] = [
  ['a tag that does not close', '</AppDomain>', '</Domain>', 'is no XML: unexpected close tag.'],
  [
    'an element out of order',
    '<ProviderName>',
    '<SupportUrl/><ProviderName>',
    '<SupportUrl> stands where <ProviderName> must',
  ],
  ['an id that is none', ids.addinOnly, 'last-mile', 'the id "last-mile" is not a GUID'],
  [
    'a version of four numbers',
    '<Version>1.0.0<',
    '<Version>1.0.0.0<',
    'the version "1.0.0.0" is not n.n.n. Give three numbers.',
  ],
  [
    'the whole mailbox',
    '>ReadWriteItem<',
    '>ReadWriteMailbox<',
    'asks for ReadWriteMailbox; the product uses ReadWriteItem, no more',
  ],
  [
    'another host',
    '<Host Name="Mailbox"/>',
    '<Host Name="Workbook"/>',
    'the host is Workbook, not Mailbox',
  ],
  ['another kind', 'xsi:type="MailApp"', 'xsi:type="TaskPaneApp"', 'is no mail add-in'],
  [
    'a port',
    `<AppDomain>https://${domain}<`,
    `<AppDomain>https://${domain}:8443<`,
    `the domain "${domain}:8443" has a port. Teams takes no port in validDomains; serve the product on 443.`,
  ],
  [
    'plain http',
    `https://${domain}/terms`,
    `http://${domain}/terms`,
    `http://${domain}/terms is not https`,
  ],
  [
    'a page elsewhere',
    `https://${domain}/terms`,
    'https://www.contoso.com/',
    `https://www.contoso.com/ is not on ${domain}`,
  ],
  [
    'a page the product has not',
    `https://${domain}/terms`,
    `https://${domain}/support`,
    `https://${domain}/support is no page of the product`,
  ],
  [
    'a resource nobody defined',
    '<Label resid="groupLabel"',
    '<Label resid="lost"',
    'lost is used, not defined',
  ],
  [
    'a long name',
    'DefaultValue="Last Mile for Outlook"',
    `DefaultValue="${'x'.repeat(126)}"`,
    'DisplayName takes 125 characters, this has 126',
  ],
  [
    'a long label',
    'DefaultValue="Templates"',
    `DefaultValue="${'x'.repeat(126)}"`,
    'bt:ShortStrings takes 125 characters, this has 126',
  ],
  [
    'an event nobody handles',
    'Type="OnMessageSend"',
    'Type="OnAppointmentSend"',
    'the product handles no OnAppointmentSend',
  ],
  [
    'a function that is not there',
    'FunctionName="onMessageSend"',
    'FunctionName="send"',
    'OnMessageSend is handled by onMessageSend, not by send',
  ],
  [
    'a send that can be blocked',
    'SendMode="PromptUser"',
    'SendMode="Block"',
    'SendMode is not PromptUser, so a person could not always send',
  ],
  ['an icon of another size', 'addin-64.png', 'addin-32.png', 'addin-32.png is 32×32, not 64×64'],
  [
    'a ribbon icon of another size',
    '<bt:Image size="16" resid="icon16"',
    '<bt:Image size="80" resid="icon16"',
    'addin-16.png is 16×16, not 80×80',
  ],
];

test.each(spoiledXml)(
  'an add-in only manifest with %s is found out, by its line',
  async (_what, from, to, problem) => {
    const { changed, line } = spoiled(soundXml, from, to);
    expect(await problemsOf({ 'addin.xml': changed })).toEqual([`line ${line}: ${problem}`]);
  },
);

test('a resource defined twice, and one that nobody uses, are found out', async () => {
  const image = `<bt:Image id="icon16" DefaultValue="https://${domain}/icons/addin-16.png"/>`;
  const { changed, line } = spoiled(
    soundXml,
    image,
    `${image}${image.replace('16"', '17"')}${image}`,
  );
  expect(await problemsOf({ 'addin.xml': changed })).toEqual([
    `line ${line}: icon17 is defined, not used`,
    `line ${line}: icon16 is defined twice`,
  ]);
});

test('a single version of the overrides is found out', async () => {
  const single = soundXml.replace(/ {4}<VersionOverrides [\s\S]*?<\/VersionOverrides>\n/, '');
  expect(await problemsOf({ 'addin.xml': single })).toEqual([
    expect.stringMatching(/^line \d+: there are not two versions of the overrides$/),
  ]);
});

test('two files that do not belong together are found out', async () => {
  const twin = addinOnlyManifest({
    ...order,
    clientId: '2a57a171-1e00-4c11-8d00-c11e47000001',
    version: '1.0.1',
    addinOnlyName: 'Last Mile',
  });
  const other = packageIds('2a57a171-1e00-4c11-8d00-c11e47000001', 'prod').addinOnly;
  const found = await problemsOf({ 'app.zip': zipped({}), 'addin.xml': twin });
  expect(found.map((problem) => problem.replace(/^manifest.json, line \d+, /, ''))).toEqual([
    `extensions[0].alternates[0].hide.customOfficeAddin.officeAddinId: does not hide the add-in ${other}`,
    'name.short: both manifests have this name',
    "version: the add-in's is 1.0.1",
  ]);
});

test('a file that is not there is named', async () => {
  const [check] = await checkFiles([join(folder, 'lost.zip')]);
  expect(check).toEqual({
    name: `${join(folder, 'lost.zip')} can be read`,
    problems: ['there is no such file'],
  });
});
