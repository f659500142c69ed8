import { describe, expect, test } from 'vitest';
import { testConfig } from '../../local-tenant/testProduct';
import { contentSecurityPolicy } from '../http/contentSecurity';
import { judgeAddins, judgeHealth } from './address/answers';
import { judgeName } from './address/dns';
import { judgePage } from './address/pages';
import { judgeEncoding, judgeRoom, judgeVersion } from './database/server';
import { judgeSignIn } from './entra/signIn';
import { couldNotCheck, ok, problem, type Finding } from './finding';
import { exitCode, toJson, toText } from './report';

const origin = 'https://lastmile.contoso.com';
const config = testConfig({ publicOrigin: origin });
const answer = (status: number, body = '', headers: Readonly<Record<string, string>> = {}) => ({
  ...{ status, body, header: (name: string) => headers[name] ?? null },
});
const told = (finding: Finding) =>
  finding.state === 'ok' ? 'ok' : [finding.state, finding.found, finding.toDo];
const has = (part: string): unknown => expect.stringContaining(part);

describe('what a proxy in front spoils is told from what the API lacks', () => {
  const page = `<script type="application/json" id="last-mile-config">${JSON.stringify({
    ...{ clientId: config.clientId, tenantId: config.tenantId },
    apiScope: `${config.appIdUri}/access_as_user`,
  })}</script>`;
  const policy = contentSecurityPolicy('tab', 'any', []);

  test.each<[string, ReturnType<typeof answer>, unknown]>([
    ['as it is', answer(200, page, { 'content-security-policy': policy }), 'ok'],
    ['not built', answer(404), ['problem', has('answers 404'), has('npm run build')]],
    ['another page', answer(200, '<p>Welcome'), ['problem', has('not a page'), has('proxy')]],
    [
      'a broken page',
      answer(200, page.replace('{', '')),
      ['problem', has('not a page'), has('proxy')],
    ],
    [
      'without a policy',
      answer(200, page),
      ['problem', has('lacks frame-ancestors'), has('proxy')],
    ],
    [
      'with X-Frame-Options',
      answer(200, page, { 'content-security-policy': policy, 'x-frame-options': 'DENY' }),
      ['problem', has('X-Frame-Options'), has('Take the header X-Frame-Options out')],
    ],
  ])('on the tab’s page: %s', (_, given, wanted) => {
    expect(told(judgePage('tab', config, given))).toEqual(wanted);
  });

  const forWindow = contentSecurityPolicy('signIn', 'any', []);
  const withPolicy = (policyOfPage: string, more: Readonly<Record<string, string>> = {}) =>
    answer(200, page, { 'content-security-policy': policyOfPage, ...more });
  const opener = 'cross-origin-opener-policy';

  test.each<[string, ReturnType<typeof answer>, unknown]>([
    ['as it is', withPolicy(forWindow), 'ok'],
    [
      'with an opener policy of no effect',
      withPolicy(forWindow, { [opener]: 'unsafe-none' }),
      'ok',
    ],
    ['not built', answer(404), ['problem', has('answers 404'), has('npm run build')]],
    ['another page', answer(200, '<p>Welcome'), ['problem', has('not a page'), has('proxy')]],
    [
      'cut off from the Outlook that opened it',
      withPolicy(forWindow, { [opener]: 'same-origin' }),
      ['problem', has('Cross-Origin-Opener-Policy: same-origin'), has('out of the proxy')],
    ],
    [
      'without Office.js',
      withPolicy("default-src 'self'; script-src 'self'"),
      ['problem', has('script-src https://appsforoffice.microsoft.com'), has('proxy')],
    ],
    [
      'without a way to Entra',
      withPolicy(forWindow.replace(' https://login.microsoftonline.com', '')),
      ['problem', has('connect-src https://login.microsoftonline.com'), has('proxy')],
    ],
  ])('on the page of the sign-in window: %s', (_, given, wanted) => {
    expect(told(judgePage('signIn', config, given))).toEqual(wanted);
  });

  test('on the API and on what Outlook looks up', () => {
    expect(told(judgeHealth(answer(200, '{"status":"ok"}')))).toBe('ok');
    expect(told(judgeHealth(answer(200, '<p>Welcome')))).toEqual([
      ...['problem', has('something else'), has('proxy')],
    ]);
    expect(told(judgeHealth(answer(503)))).toEqual(['problem', has('503'), has('log of the API')]);
    for (const given of [answer(404), answer(200, 'no JSON'), answer(200, '{"allowed":[]}')]) {
      expect(told(judgeAddins(origin, given))).toEqual([
        'problem',
        has('.well-known'),
        has('proxy'),
      ]);
    }
  });
});

test('a resolver that does not answer says nothing about the name', () => {
  expect(told(judgeName('lastmile.contoso.com', { failure: 'EAI_AGAIN' }))).toEqual([
    ...['couldNotCheck', has('EAI_AGAIN'), has('nslookup lastmile.contoso.com')],
  ]);
  expect(judgeName('lastmile.contoso.com', { addresses: [] }).state).toBe('problem');
});

test.each([
  ['AADSTS90002', 'problem', 'TENANT_ID'],
  ['AADSTS700016', 'problem', 'CLIENT_ID'],
  ['AADSTS7000112', 'problem', 'Enterprise applications'],
  ['AADSTS7000222', 'problem', 'CLIENT_SECRET'],
  ['AADSTS700027', 'problem', 'CLIENT_CERTIFICATE_THUMBPRINT'],
  ['AADSTS999999', 'problem', 'Read what AADSTS999999 means'],
  ['ENOTFOUND', 'couldNotCheck', 'login.microsoftonline.com'],
])('of a sign-in that failed with %s it says what to do', (failure, state, advice) => {
  expect(told(judgeSignIn(failure))).toEqual([state, has(failure), has(advice)]);
});

test('a database that is too old, too narrow or nearly full is told', () => {
  expect(told(judgeVersion(150_004))).toBe('ok');
  expect(told(judgeVersion(140_011))).toEqual(['problem', has('14.11'), has('15 or later')]);
  expect(told(judgeEncoding('SQL_ASCII'))).toEqual(['problem', has('SQL_ASCII'), has('UTF8')]);
  expect(told(judgeRoom({ bytes: 1, connections: 80, maxConnections: 100 }))).toBe('ok');
  expect(told(judgeRoom({ bytes: 1, connections: 81, maxConnections: 100 }))).toEqual([
    ...['problem', '81 of 100 connections are taken', has('max_connections')],
  ]);
});

test('the exit code is of the worst that was found, and what several lines ask for is said once', () => {
  const result = (id: string, finding: Finding) => ({ id, title: id, finding });
  const good = result('good', ok('fine'));
  const unknown = result('unknown', couldNotCheck('no answer', 'open', 'Ask again.'));
  const bad = result('bad', problem('broken', 'it hurts', 'Mend it.'));
  expect(exitCode([good])).toBe(0);
  expect(exitCode([good, unknown])).toBe(2);
  expect(exitCode([unknown, bad])).toBe(1);
  expect(toText([good])).toBe('ok       good  fine\n\nEverything is in order (checks: 1).');
  const told = toText([unknown, { ...unknown, id: 'again', title: 'again' }, bad]);
  expect(told.match(/Ask again\./g)).toHaveLength(1);
  const otherWhy = {
    ...unknown,
    finding: couldNotCheck('no answer', 'another matter', 'Ask again.'),
  };
  const apart = toText([unknown, otherWhy]);
  expect(apart.match(/Why: /g)).toHaveLength(2);
  expect(apart.match(/Do: {2}/g)).toHaveLength(1);
  expect(told).toContain('3 checks: 0 in order, 1 problem, 2 not known');
  expect(toText([bad])).toContain('1 check: 0 in order, 1 problem, 0 not known');
  expect(JSON.parse(toJson([bad], new Date(0)))).toEqual({
    ...{ at: '1970-01-01T00:00:00.000Z', exitCode: 1 },
    results: [{ id: 'bad', title: 'bad', ...bad.finding }],
  });
});
