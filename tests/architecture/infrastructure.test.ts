import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readConfig } from '../../api/src/config';
import { logEvents } from '../../api/src/http/logEvents';

/**
 * What can be told of the Bicep files without Bicep: no linter of it runs here. That they compile, Azure
 * CLI says (`az bicep build --file api/infra/main.bicep`).
 */
const folder = fileURLToPath(new URL('../../api/infra', import.meta.url));
const files = (readdirSync(folder, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.bicep'))
  .sort();
const textOf = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Names of a file's parameters, and which of them must be given. */
function parametersOf(path: string) {
  const found = [...textOf(path).matchAll(/^param (\w+) \w+( = )?/gm)];
  return {
    all: found.map(([, name = '']) => name),
    required: found
      .filter(([, , hasDefault]) => hasDefault === undefined)
      .map(([, name = '']) => name),
  };
}

const closedBy: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

test.each(files)('%s closes what it opens', (path) => {
  const open: string[] = [];
  const bare = textOf(path)
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/'(?:\\.|\$\{[^}]*\}|[^'\\])*'/g, "''");
  for (const sign of bare.replace(/[^{}[\]()]/g, '')) {
    if (sign in closedBy) open.push(closedBy[sign] ?? '');
    else expect(sign).toBe(open.pop());
  }
  expect(open).toEqual([]);
});

test.each(files)('%s uses every parameter it takes', (path) => {
  const text = textOf(path);
  const unused = parametersOf(path).all.filter(
    (name) => (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length < 2,
  );
  expect(unused).toEqual([]);
});

test('every module is given what it must have, and nothing it does not take', () => {
  for (const path of files) {
    const calls = textOf(path).matchAll(
      /^module \w+ '([^']+)' = \{[\s\S]*?params: \{([\s\S]*?)\n?\s*\}\n/gm,
    );
    for (const [, target = '', body = ''] of calls) {
      const given = [...body.matchAll(/(?:^|[\s,{])(\w+): /g)].map(([, name = '']) => name);
      const { all, required } = parametersOf(normalize(join(dirname(path), target)));
      expect({ target, unknown: given.filter((name) => !all.includes(name)) }).toEqual({
        ...{ target, unknown: [] },
      });
      expect({ target, missing: required.filter((name) => !given.includes(name)) }).toEqual({
        ...{ target, missing: [] },
      });
    }
  }
});

test('what is asked for at deployment is given by azd, or made by it', () => {
  const { parameters } = JSON.parse(textOf('main.parameters.json')) as { parameters: object };
  const { all, required } = parametersOf('main.bicep');
  expect(Object.keys(parameters).filter((name) => !all.includes(name))).toEqual([]);
  expect(required.filter((name) => !(name in parameters))).toEqual(['secret']);
});

test('every event that the telemetry page alerts on has an alert, and no other', () => {
  const page = readFileSync(join(folder, '../../docs/telemetry.md'), 'utf8');
  const [, section = ''] = /\n## Alerts\n([\s\S]*?)\n## /.exec(page) ?? [];
  const stated = [...section.matchAll(/^- .*\bthe event `(\w+)`/gm)].map(([, event = '']) => event);
  const made = [...textOf('modules/alerts.bicep').matchAll(/^ {4}event: '(\w+)'/gm)].map(
    ([, event = '']) => event,
  );
  expect(made.sort()).toEqual(stated.sort());
  expect(made.filter((event) => !(event in logEvents))).toEqual([]);
});

test('what the container is given is all that the API needs to start, and nothing else', () => {
  const names = [...textOf('modules/api.bicep').matchAll(/\{ name: '([A-Z_]+)', value/g)].map(
    ([, name = '']) => name,
  );
  const known = readFileSync(join(folder, '../src/config.ts'), 'utf8');
  const unknown = names.filter((name) => !known.includes(`  ${name.replace(/_FILE$/, '')}: `));
  expect(unknown).toEqual([]);

  const id = '1a57a171-1e00-4c11-8d00-c11e47000001';
  const plausible: Readonly<Record<string, string>> = {
    ...{ TENANT_ID: id, CLIENT_ID: id, TEAMS_APP_ID: '', MANAGED_IDENTITY_CLIENT_ID: id },
    ...{ APP_ID_URI: `api://lastmile.example.com/${id}`, SITE: 'https://contoso.sharepoint.com/x' },
    ...{ PUBLIC_ORIGIN: 'https://lastmile.example.com', PORT: '3001', STOP_WITHIN_SECONDS: '25' },
    ...{ DATABASE_URL: 'postgres://id-last-mile@host:5432/last_mile?sslmode=verify-full' },
    // Any file of 32 characters or more stands for the mounted one.
    ...{ SECRET_FILE: join(folder, 'main.bicep') },
  };
  const given = names.filter((name) => name !== 'SECRET_PREVIOUS_FILE');
  const config = readConfig(Object.fromEntries(given.map((name) => [name, plausible[name]])));
  expect(config.app.credential.kind).toBe('managedIdentity');
  expect(config.database).toHaveProperty('managedIdentityClientId');
});
