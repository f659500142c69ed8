import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfigError, keyFor, readConfig } from './config';

const settings = {
  TENANT_ID: '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00',
  CLIENT_ID: '1a57a171-1e00-4c11-8d00-c11e47000001',
  APP_ID_URI: 'api://lastmile.example.com/1a57a171-1e00-4c11-8d00-c11e47000001',
  CLIENT_SECRET: 'secret',
  SITE: 'https://example.sharepoint.com/sites/last-mile',
  PUBLIC_ORIGIN: 'https://lastmile.example.com',
  SECRET: 'x'.repeat(32),
};

let mounted: string;
beforeAll(() => {
  mounted = mkdtempSync(join(tmpdir(), 'last-mile-secrets-'));
});
afterAll(() => {
  rmSync(mounted, { recursive: true });
});

/** A file as an orchestrator mounts it; answers its path. */
function mount(name: string, text: string): string {
  const path = join(mounted, name);
  writeFileSync(path, text);
  return path;
}

test('settings are read once, with defaults for what may be left out', () => {
  const { app, port, database, logLevel, telemetryEndpoint } = readConfig(settings);
  expect({ port, database, logLevel, telemetryEndpoint }).toEqual({
    port: 3001,
    database: { folder: '.data' },
    logLevel: 'info',
    telemetryEndpoint: null,
  });
  expect(app).toMatchObject({
    credential: { kind: 'secret', secret: 'secret' },
    teamsAppId: null,
    hostOrigins: [],
    rateLimit: { burst: 120, perSecond: 10 },
  });
});

test('a certificate goes before a secret, a database of your own before the built-in one', () => {
  const { app, database } = readConfig({
    ...settings,
    CLIENT_CERTIFICATE_THUMBPRINT: 'a'.repeat(64),
    CLIENT_CERTIFICATE_KEY: 'PEM',
    DATABASE_URL: 'postgres://db/last_mile',
  });
  expect(app.credential).toMatchObject({ kind: 'certificate', privateKey: 'PEM' });
  expect(database).toEqual({ url: 'postgres://db/last_mile' });
});

test('everything that is missing or wrong is said at once, by name and without its value', () => {
  const wrong = {
    ...settings,
    TENANT_ID: 'contoso',
    SITE: undefined,
    PUBLIC_ORIGIN: 'https://lastmile.example.com/tab',
    SECRET: 'short-secret',
    PORT: 'http',
  };
  const read = () => readConfig(wrong);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/TENANT_ID must be the tenant id, a GUID/);
  expect(read).toThrow(/SITE is missing/);
  expect(read).toThrow(/PUBLIC_ORIGIN must be an origin/);
  expect(read).toThrow(/SECRET must be at least 32 characters/);
  expect(read).toThrow(/PORT /);
  expect(read).not.toThrow(/short-secret/);
});

test('a secret may be a mounted file, whose last line break does not count', () => {
  const { app, database } = readConfig({
    ...{ ...settings, SECRET: undefined, CLIENT_SECRET: undefined },
    SECRET_FILE: mount('secret', `${'f'.repeat(32)}\n`),
    SECRET_PREVIOUS_FILE: mount('previous', `${'d'.repeat(32)}\n${'e'.repeat(32)}\n`),
    CLIENT_CERTIFICATE_THUMBPRINT: 'a'.repeat(64),
    CLIENT_CERTIFICATE_KEY_FILE: mount('key.pem', 'PEM\n'),
    DATABASE_URL_FILE: mount('database', 'postgres://db/last_mile'),
  });
  expect(app.secret).toBe('f'.repeat(32));
  expect(app.previousSecrets).toEqual(['d'.repeat(32), 'e'.repeat(32)]);
  expect(app.credential).toMatchObject({ kind: 'certificate', privateKey: 'PEM' });
  expect(database).toEqual({ url: 'postgres://db/last_mile' });
});

test('a file that cannot be read, and a secret given twice, are refused by name and without a value', () => {
  const read = () =>
    readConfig({
      ...settings,
      SECRET_FILE: mount('twice', 'z'.repeat(32)),
      DATABASE_URL_FILE: join(mounted, 'absent'),
    });
  expect(read).toThrow(/SECRET and SECRET_FILE are both set/);
  expect(read).toThrow(/DATABASE_URL_FILE cannot be read \(ENOENT\)/);
  expect(read).not.toThrow(/zzz|xxx/);
});

test('a variable that is empty counts as one that is not set', () => {
  const { app } = readConfig({ ...settings, TEAMS_APP_ID: '', SECRET_PREVIOUS: '' });
  expect(app).toMatchObject({ teamsAppId: null, previousSecrets: [] });
});

test('a managed identity stands in for a credential, and for a password that the address lacks', () => {
  const identity = '1a57a171-1e00-4c11-8d00-c11e4700000a';
  const read = (DATABASE_URL: string) =>
    readConfig({
      ...{ ...settings, CLIENT_SECRET: undefined },
      ...{ MANAGED_IDENTITY_CLIENT_ID: identity, DATABASE_URL },
    });
  expect(read('postgres://app@db/last_mile').app.credential).toEqual({
    kind: 'managedIdentity',
    identityClientId: identity,
  });
  expect(read('postgres://app@db/last_mile').database).toEqual({
    url: 'postgres://app@db/last_mile',
    managedIdentityClientId: identity,
  });
  expect(read('postgres://app:word@db/last_mile').database).toEqual({
    url: 'postgres://app:word@db/last_mile',
  });
});

test('without any credential the start is refused', () => {
  expect(() => readConfig({ ...settings, CLIENT_SECRET: undefined })).toThrow(
    /CLIENT_CERTIFICATE_THUMBPRINT/,
  );
});

test('keys of two purposes are different, and the same again for the same secret', () => {
  expect(keyFor('secret', 'library seals')).toBe(keyFor('secret', 'library seals'));
  expect(keyFor('secret', 'library seals')).not.toBe(keyFor('secret', 'usage subjects'));
  expect(keyFor('secret', 'library seals')).toHaveLength(64);
});
