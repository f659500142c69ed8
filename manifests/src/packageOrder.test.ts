import { expect, test } from 'vitest';
import { readOrder, type TypedOrder } from './packageOrder';

const good = {
  domain: 'lastmile.contoso.com',
  clientId: '1a57a171-1e00-4c11-8d00-c11e47000001',
} satisfies TypedOrder;

/** Each spoils one value; the refusal must name its field, show the value and say why. */
const spoiled: [what: string, spoil: TypedOrder, field: string, reason: RegExp][] = [
  ['a missing domain', { domain: '' }, '--domain', /empty/],
  ['an https address', { domain: 'https://lastmile.contoso.com' }, '--domain', /scheme/],
  ['an http address', { domain: 'http://lastmile.contoso.com' }, '--domain', /scheme/],
  ['a port', { domain: 'lastmile.contoso.com:8443' }, '--domain', /port/],
  ['a path', { domain: 'lastmile.contoso.com/tab' }, '--domain', /path/],
  ['a query', { domain: 'lastmile.contoso.com?x=1' }, '--domain', /path/],
  ['a user', { domain: 'admin@contoso.com' }, '--domain', /user/],
  ['upper case', { domain: 'LastMile.contoso.com' }, '--domain', /upper-case/],
  ['a single label', { domain: 'lastmile' }, '--domain', /single label/],
  ['localhost', { domain: 'localhost' }, '--domain', /reserved/],
  ['a name under localhost', { domain: 'tab.localhost' }, '--domain', /reserved/],
  ['a local network name', { domain: 'lastmile.internal' }, '--domain', /reserved/],
  ['an example domain', { domain: 'lastmile.example.com' }, '--domain', /reserved/],
  ['an IPv4 address', { domain: '203.0.113.7' }, '--domain', /IP address/],
  ['an IPv6 address', { domain: '2001:db8::7' }, '--domain', /IP address/],
  ['an IPv6 address in brackets', { domain: '[2001:db8::7]' }, '--domain', /IP address/],
  ['a wildcard', { domain: '*.contoso.com' }, '--domain', /wildcard/],
  ['a wildcard over all tenants', { domain: '*.onmicrosoft.com' }, '--domain', /wildcard/],
  ['a tenant name', { domain: 'contoso.onmicrosoft.com' }, '--domain', /Microsoft/],
  ['a Teams host', { domain: 'teams.microsoft.com' }, '--domain', /Microsoft/],
  ['a SharePoint site', { domain: 'contoso.sharepoint.com' }, '--domain', /Microsoft/],
  ['everyone’s Azure host', { domain: 'azurewebsites.net' }, '--domain', /shared/],
  ['a trailing dot', { domain: 'lastmile.contoso.com.' }, '--domain', /dot/],
  ['an empty label', { domain: 'lastmile..contoso.com' }, '--domain', /label/],
  ['an underscore', { domain: 'last_mile.contoso.com' }, '--domain', /last_mile/],
  ['a hyphen at an end', { domain: '-lastmile.contoso.com' }, '--domain', /-lastmile/],
  ['a label of 64', { domain: `${'a'.repeat(64)}.contoso.com` }, '--domain', /label/],
  ['a name of 254', { domain: `${'a.'.repeat(124)}com.uk` }, '--domain', /254/],
  ['letters outside ASCII', { domain: 'letzte-meile.münchen.de' }, '--domain', /xn--/],
  ['a numeric top level', { domain: 'lastmile.contoso.123' }, '--domain', /number/],
  ['two hosts', { domain: 'a.contoso.com b.contoso.com' }, '--domain', /blank/],
  ['a missing client id', { clientId: '' }, '--client-id', /missing/],
  ['a client id that is no GUID', { clientId: 'last-mile' }, '--client-id', /GUID/],
  ['a GUID in braces', { clientId: `{${good.clientId}}` }, '--client-id', /braces/],
  [
    'the empty GUID',
    { clientId: '00000000-0000-0000-0000-000000000000' },
    '--client-id',
    /empty GUID/,
  ],
  ['a GUID one digit short', { clientId: good.clientId.slice(0, -1) }, '--client-id', /GUID/],
  ['a version of two numbers', { version: '1.0' }, '--version', /n\.n\.n/],
  ['a version of four numbers', { version: '1.0.0.0' }, '--version', /n\.n\.n/],
  ['a pre-release', { version: '1.0.0-beta' }, '--version', /n\.n\.n/],
  ['a v before the version', { version: 'v1.0.0' }, '--version', /n\.n\.n/],
  ['six digits', { version: '1.0.100000' }, '--version', /five digits/],
  ['a leading zero', { version: '1.01.0' }, '--version', /leading zero/],
  ['a version below 1.0', { version: '0.9.9' }, '--version', /below 1\.0\.0/],
  ['a blank environment', { environment: '' }, '--env', /short name/],
  ['a long environment', { environment: 'integration' }, '--env', /short name/],
  ['a name of 31', { name: 'x'.repeat(31) }, '--name', /31 characters/],
  [
    'a name too long with its environment',
    { name: 'x'.repeat(25), environment: 'dev' },
    '--name',
    /31/,
  ],
  ['a blank name', { name: ' ' }, '--name', /blank/],
  ['mark-up in a name', { name: '<b>Last Mile</b>' }, '--name', /angle bracket/],
  ['two lines in a name', { name: 'Last\nMile' }, '--name', /control character/],
  ['a developer of 33', { developer: 'x'.repeat(33) }, '--developer', /33 characters/],
];

test.each(spoiled)('%s is refused, and the refusal says where', (_what, spoil, field, reason) => {
  const read = readOrder({ ...good, ...spoil });
  if ('order' in read) throw new Error('It was taken.');
  expect(read.refusals).toHaveLength(1);
  const [refusal] = read.refusals;
  expect(refusal?.field).toBe(field);
  expect(Object.values(spoil)).toContain(refusal?.value);
  expect(refusal?.reason).toMatch(reason);
  expect(refusal?.reason).toMatch(/\.$/);
});

test.each([
  { domain: 'lastmile.contoso.com' },
  { domain: 'xn--bcher-kva.example-firm.de' },
  { domain: 'last-mile.azurewebsites.net' },
  { domain: 'a.b.c.d.contoso.co.uk' },
  { clientId: good.clientId.toUpperCase() },
  { version: '1.0.0' },
  { version: '99999.99999.99999' },
  { environment: 'dev', name: 'x'.repeat(24) },
  { name: 'x'.repeat(30), developer: 'x'.repeat(32) },
])('%o is taken', (typed) => {
  expect(readOrder({ ...good, ...typed })).toHaveProperty('order');
});

test('production keeps the plain name and a first version of 1.0.0', () => {
  expect(readOrder(good)).toMatchObject({
    order: { name: 'Last Mile', addinOnlyName: 'Last Mile for Outlook', version: '1.0.0' },
  });
});
