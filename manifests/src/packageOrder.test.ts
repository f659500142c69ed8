import { expect, test } from 'vitest';
import { readOrder, type TypedOrder } from './packageOrder';

const good = {
  domain: 'lastmile.contoso.com',
  clientId: '1a57a171-1e00-4c11-8d00-c11e47000001',
} satisfies TypedOrder;

/** Each spoils one value; the refusal must name its field, show the value and say why. */
const spoiled: [what: string, spoil: TypedOrder, field: string, reason: string][] = [
  [
    'a missing domain',
    { domain: '' },
    '--domain',
    'is empty. Give the host that serves the product.',
  ],
  [
    'an https address',
    { domain: 'https://lastmile.contoso.com' },
    '--domain',
    'starts with a scheme. Give the host alone; https is implied.',
  ],
  [
    'an http address',
    { domain: 'http://lastmile.contoso.com' },
    '--domain',
    'starts with a scheme. Give the host alone; https is implied.',
  ],
  [
    'a port',
    { domain: 'lastmile.contoso.com:8443' },
    '--domain',
    'has a port. Teams takes no port in validDomains; serve the product on 443.',
  ],
  [
    'a path',
    { domain: 'lastmile.contoso.com/tab' },
    '--domain',
    'has a path. Give the host alone; the product answers at its root.',
  ],
  [
    'a query',
    { domain: 'lastmile.contoso.com?x=1' },
    '--domain',
    'has a path. Give the host alone; the product answers at its root.',
  ],
  ['a user', { domain: 'admin@contoso.com' }, '--domain', 'names a user. Give the host alone.'],
  [
    'upper case',
    { domain: 'LastMile.contoso.com' },
    '--domain',
    'has upper-case letters. The Application ID URI is compared in lower case.',
  ],
  [
    'a single label',
    { domain: 'lastmile' },
    '--domain',
    'is a single label. Give the full name, with its domain.',
  ],
  [
    'localhost',
    { domain: 'localhost' },
    '--domain',
    'is reserved and reachable by nobody else. Give the public host.',
  ],
  [
    'a name under localhost',
    { domain: 'tab.localhost' },
    '--domain',
    'is reserved and reachable by nobody else. Give the public host.',
  ],
  [
    'a local network name',
    { domain: 'lastmile.internal' },
    '--domain',
    'is reserved and reachable by nobody else. Give the public host.',
  ],
  [
    'an example domain',
    { domain: 'lastmile.example.com' },
    '--domain',
    'is reserved and reachable by nobody else. Give the public host.',
  ],
  [
    'an IPv4 address',
    { domain: '203.0.113.7' },
    '--domain',
    'is an IP address. Teams and Entra ID take a host name only.',
  ],
  [
    'an IPv6 address',
    { domain: '2001:db8::7' },
    '--domain',
    'is an IP address. Teams and Entra ID take a host name only.',
  ],
  [
    'an IPv6 address in brackets',
    { domain: '[2001:db8::7]' },
    '--domain',
    'is an IP address. Teams and Entra ID take a host name only.',
  ],
  [
    'a wildcard',
    { domain: '*.contoso.com' },
    '--domain',
    'has a wildcard. Outlook honours none; give the one host that serves the product.',
  ],
  [
    'a wildcard over all tenants',
    { domain: '*.onmicrosoft.com' },
    '--domain',
    'has a wildcard. Outlook honours none; give the one host that serves the product.',
  ],
  [
    'a tenant name',
    { domain: 'contoso.onmicrosoft.com' },
    '--domain',
    'belongs to Microsoft. Teams refuses it; give a host your organisation serves.',
  ],
  [
    'a Teams host',
    { domain: 'teams.microsoft.com' },
    '--domain',
    'belongs to Microsoft. Teams refuses it; give a host your organisation serves.',
  ],
  [
    'a SharePoint site',
    { domain: 'contoso.sharepoint.com' },
    '--domain',
    'belongs to Microsoft. Teams refuses it; give a host your organisation serves.',
  ],
  [
    'everyone’s Azure host',
    { domain: 'azurewebsites.net' },
    '--domain',
    'is shared by all its customers. Give your own name under it.',
  ],
  [
    'a trailing dot',
    { domain: 'lastmile.contoso.com.' },
    '--domain',
    'ends with a dot. Leave it out.',
  ],
  [
    'an empty label',
    { domain: 'lastmile..contoso.com' },
    '--domain',
    'has the label "". Each takes 1 to 63 letters, digits and inner hyphens.',
  ],
  [
    'an underscore',
    { domain: 'last_mile.contoso.com' },
    '--domain',
    'has the label "last_mile". Each takes 1 to 63 letters, digits and inner hyphens.',
  ],
  [
    'a hyphen at an end',
    { domain: '-lastmile.contoso.com' },
    '--domain',
    'has the label "-lastmile". Each takes 1 to 63 letters, digits and inner hyphens.',
  ],
  [
    'a label of 64',
    { domain: `${'a'.repeat(64)}.contoso.com` },
    '--domain',
    'has the label "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa". Each takes 1 to 63 letters, digits and inner hyphens.',
  ],
  [
    'a name of 254',
    { domain: `${'a.'.repeat(124)}com.uk` },
    '--domain',
    'is 254 characters long; 253 is the limit.',
  ],
  [
    'letters outside ASCII',
    { domain: 'letzte-meile.münchen.de' },
    '--domain',
    'has letters outside ASCII. Give the xn-- form your registrar shows.',
  ],
  [
    'a numeric top level',
    { domain: 'lastmile.contoso.123' },
    '--domain',
    'ends in a number. Give a public host name.',
  ],
  [
    'two hosts',
    { domain: 'a.contoso.com b.contoso.com' },
    '--domain',
    'contains a blank. Give one host name.',
  ],
  [
    'a missing client id',
    { clientId: '' },
    '--client-id',
    'is missing. Give the Application (client) ID of the registration.',
  ],
  [
    'a client id that is no GUID',
    { clientId: 'last-mile' },
    '--client-id',
    'is not a GUID. Copy the Application (client) ID from the app registration, without braces.',
  ],
  [
    'a GUID in braces',
    { clientId: `{${good.clientId}}` },
    '--client-id',
    'is not a GUID. Copy the Application (client) ID from the app registration, without braces.',
  ],
  [
    'the empty GUID',
    { clientId: '00000000-0000-0000-0000-000000000000' },
    '--client-id',
    'is the empty GUID. Copy the Application (client) ID from the app registration.',
  ],
  [
    'the id of Microsoft Graph',
    { clientId: '00000003-0000-0000-c000-000000000000' },
    '--client-id',
    'is one of Microsoft’s own services. Copy the Application (client) ID of your own registration.',
  ],
  [
    'a GUID one digit short',
    { clientId: good.clientId.slice(0, -1) },
    '--client-id',
    'is not a GUID. Copy the Application (client) ID from the app registration, without braces.',
  ],
  [
    'a version of two numbers',
    { version: '1.0' },
    '--version',
    'is not n.n.n. Give three numbers.',
  ],
  [
    'a version of four numbers',
    { version: '1.0.0.0' },
    '--version',
    'is not n.n.n. Give three numbers.',
  ],
  ['a pre-release', { version: '1.0.0-beta' }, '--version', 'is not n.n.n. Give three numbers.'],
  [
    'a v before the version',
    { version: 'v1.0.0' },
    '--version',
    'is not n.n.n. Give three numbers.',
  ],
  [
    'six digits',
    { version: '1.0.100000' },
    '--version',
    'has a number of more than five digits, which Office refuses.',
  ],
  [
    'a leading zero',
    { version: '1.01.0' },
    '--version',
    'has a leading zero, which the schema refuses.',
  ],
  [
    'a version below 1.0',
    { version: '0.9.9' },
    '--version',
    'is below 1.0.0. Office silently loads no add-in below 1.0.',
  ],
  [
    'a blank environment',
    { environment: '' },
    '--env',
    'is not a short name. Give 1 to 8 lower-case letters and digits, such as dev.',
  ],
  [
    'a long environment',
    { environment: 'integration' },
    '--env',
    'is not a short name. Give 1 to 8 lower-case letters and digits, such as dev.',
  ],
  [
    'a name of 31',
    { name: 'x'.repeat(31) },
    '--name',
    'makes "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 31 characters; Teams takes 30. Shorten it.',
  ],
  [
    'a name too long with its environment',
    { name: 'x'.repeat(25), environment: 'dev' },
    '--name',
    'makes "xxxxxxxxxxxxxxxxxxxxxxxxx (dev)", 31 characters; Teams takes 30. Shorten it.',
  ],
  ['a blank name', { name: ' ' }, '--name', 'is blank. Give the words people will see.'],
  [
    'mark-up in a name',
    { name: '<b>Last Mile</b>' },
    '--name',
    'has a control character or an angle bracket. Give plain words.',
  ],
  [
    'two lines in a name',
    { name: 'Last\nMile' },
    '--name',
    'has a control character or an angle bracket. Give plain words.',
  ],
  [
    'a developer of 33',
    { developer: 'x'.repeat(33) },
    '--developer',
    'is 33 characters; Teams takes 32. Shorten it.',
  ],
];

test.each(spoiled)('%s is refused, and the refusal says where', (_what, spoil, field, reason) => {
  const read = readOrder({ ...good, ...spoil });
  if ('order' in read) throw new Error('It was taken.');
  expect(read.refusals).toHaveLength(1);
  const [refusal] = read.refusals;
  expect(refusal?.field).toBe(field);
  expect(Object.values(spoil)).toContain(refusal?.value);
  expect(refusal?.reason).toBe(reason);
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
