import { expect, test } from 'vitest';
import { addinOnlyManifest } from './addinOnlyManifest';
import { addinOnlyProblems } from './addinOnlyChecks';
import type { PackageOrder } from './packageOrder';

const domain = 'lastmile.contoso.com';
const order: PackageOrder = {
  domain,
  clientId: '1a57a171-1e00-4c11-8d00-c11e47000001',
  environment: 'prod',
  version: '1.0.0',
  name: 'Last Mile',
  addinOnlyName: 'Last Mile for Outlook',
  developer: 'Last Mile',
};
const sound = addinOnlyManifest(order);

test('the manifest as it is built has no problem', () => {
  expect(addinOnlyProblems(sound, domain)).toEqual([]);
});

test.each([
  ['an element out of order', '<Version>1.0.0</Version>', '', /elements are/],
  ['a resource nobody defined', 'resid="groupLabel"', 'resid="lost"', /lost is used/],
  [
    'a resource nobody uses',
    '<bt:Image id="icon16"',
    '<bt:Image id="icon17"',
    /icon17 is defined, not used/,
  ],
  ['an address elsewhere', `https://${domain}/terms`, 'https://contoso.com/', /contoso\.com\//],
  ['a plain http address', `https://${domain}/terms`, `http://${domain}/`, /^http:/],
  ['a long short string', 'DefaultValue="Templates"', `DefaultValue="${'x'.repeat(126)}"`, /126/],
  ['a long name', 'Last Mile for Outlook', 'x'.repeat(126), /DisplayName takes 125/],
])('%s is found', (_what, from, to, problem) => {
  expect(sound).toContain(from);
  expect(addinOnlyProblems(sound.replace(from, to), domain).join('\n')).toMatch(problem);
});

test('a single version of the overrides is found', () => {
  const single = sound.replace(/ {4}<VersionOverrides [\s\S]*?<\/VersionOverrides>\n/, '');
  expect(addinOnlyProblems(single, domain).join('\n')).toMatch(/two versions/);
});
