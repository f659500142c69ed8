import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDatabase } from '../db/database';
import { createManagedIdentity } from './managedIdentity';
import { createGraphTokens } from './tokens';

const identityClientId = '1a57a171-1e00-4c11-8d00-c11e4700000a';
let azure: Server;
let asked: IncomingMessage[];

/** The endpoint that Azure puts beside the container, as Container Apps and App Service do; one a process. */
beforeAll(async () => {
  asked = [];
  azure = createServer((request, response) => {
    asked.push(request);
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const body = {
      access_token: `token for ${searchParams.get('resource') ?? ''}`,
      expires_on: String(Math.floor(Date.now() / 1000) + 3600),
      resource: searchParams.get('resource'),
      ...{ token_type: 'Bearer', client_id: searchParams.get('client_id') },
    };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
  });
  azure.listen(0, '127.0.0.1');
  await once(azure, 'listening');
  const { port } = azure.address() as AddressInfo;
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${port}/msi/token`);
  vi.stubEnv('IDENTITY_HEADER', 'only for the container');
});
afterAll(() => {
  vi.unstubAllEnvs();
  azure.close();
});

test('the app proves itself to Entra by a token of its managed identity, and keeps no secret', async () => {
  const forms: URLSearchParams[] = [];
  const tokens = createGraphTokens({
    tenantId: '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00',
    clientId: '1a57a171-1e00-4c11-8d00-c11e47000001',
    credential: { kind: 'managedIdentity', identityClientId },
    async send(request) {
      if (request.method === 'POST') forms.push(new URLSearchParams(await request.text()));
      return Response.json({ token_type: 'Bearer', expires_in: 3600, access_token: 'for Graph' });
    },
  });

  expect(await tokens.forApp()).toBe('for Graph');
  expect(Object.fromEntries(forms[0] ?? [])).toMatchObject({
    client_assertion: 'token for api://AzureADTokenExchange',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  });
  expect(forms[0]?.has('client_secret')).toBe(false);
  const { searchParams } = new URL(asked[0]?.url ?? '/', 'http://localhost');
  expect(searchParams.get('client_id')).toBe(identityClientId);
  expect(asked[0]?.headers['x-identity-header']).toBe('only for the container');
});

test('PostgreSQL is given a token in the place of a password, for every new connection', async () => {
  const identity = createManagedIdentity('1a57a171-1e00-4c11-8d00-c11e4700000b');
  const given: string[] = [];
  const postgres = askForPasswords((password) => given.push(password));
  await once(postgres, 'listening');
  const { port } = postgres.address() as AddressInfo;
  const database = createDatabase(`postgres://last-mile@127.0.0.1:${port}/last_mile`, {
    password: () => identity.tokenFor('https://ossrdbms-aad.database.windows.net'),
  });
  try {
    for (const statement of ['SELECT 1', 'SELECT 2']) {
      await expect(database.query(statement)).rejects.toThrow();
    }
    expect(given).toEqual(Array(2).fill('token for https://ossrdbms-aad.database.windows.net'));
  } finally {
    await database.end();
    postgres.close();
  }
});

/**
 * As much of PostgreSQL's protocol as it takes to be told a password in clear text, as Azure asks for
 * tokens: the start-up message is answered with a request for one, and what it says ends the connection.
 */
function askForPasswords(told: (password: string) => void): net.Server {
  const authenticationCleartextPassword = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
  return net
    .createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (message) => {
        if (message[0] !== 0x70) {
          socket.write(authenticationCleartextPassword);
          return;
        }
        told(message.subarray(5, -1).toString());
        socket.destroy();
      });
    })
    .listen(0, '127.0.0.1');
}
