import { createSecretKey } from 'node:crypto';
import { decodeJwt, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import * as z from 'zod/mini';
import { people, testClientId, type TestProduct } from '../testProduct';

/** A token that is spoiled in one way, and the code that says which. */
export interface SpoiledToken {
  readonly what: string;
  readonly code: string;
  readonly make: (it: TestProduct) => Promise<string>;
}

const otherTenant = '99999999-1111-4a5e-9c0d-1a57a1711e00';
const appIdUri = `api://localhost:3001/${testClientId}`;
const seconds = () => Math.floor(Date.now() / 1000);

/** Each is signed by Entra for carol; only its claims are others. */
const withClaims = (
  what: string,
  code: string,
  claims: () => Record<string, unknown>,
): SpoiledToken => ({ what, code, make: (it) => it.token('carol', { claims: claims() }) });

const misused: readonly SpoiledToken[] = [
  {
    what: 'an ID token',
    code: 'token_missing_scope',
    make: async (it) => (await ofBroker(it, `${appIdUri}/access_as_user`)).id_token,
  },
  {
    what: "Graph's token",
    code: 'token_wrong_version',
    make: async (it) => (await ofBroker(it, 'User.Read')).access_token,
  },
  {
    what: 'a refresh token',
    code: 'token_malformed',
    make: async (it) =>
      (await ofBroker(it, `offline_access ${appIdUri}/access_as_user`)).refresh_token,
  },
  {
    what: 'the token of an app without a person',
    code: 'token_missing_scope',
    make: (it) => it.tenant.entra.appToken(testClientId, testClientId),
  },
];

const forged: readonly SpoiledToken[] = [
  {
    what: 'no algorithm',
    code: 'token_bad_algorithm',
    make: async (it) => new UnsecuredJWT(decodeJwt(await it.token('carol'))).encode(),
  },
  {
    what: 'HS256 with the public key as its secret',
    code: 'token_bad_algorithm',
    make: async (it) => {
      const jwk = await publishedKey(it);
      const publicKey = await importJWK({ ...jwk, alg: 'RS256' } as never, 'RS256', {
        extractable: true,
      });
      const secret = createSecretKey(Buffer.from(await exportSPKI(publicKey as CryptoKey)));
      return new SignJWT(decodeJwt(await it.token('carol')))
        .setProtectedHeader({ alg: 'HS256', kid: jwk.kid })
        .sign(secret);
    },
  },
  {
    what: 'a signature by someone else under a known key id',
    code: 'token_bad_signature',
    make: async (it) => signedBySomeone(it, (await publishedKey(it)).kid),
  },
  {
    what: 'changed claims under a genuine signature',
    code: 'token_bad_signature',
    make: async (it) => {
      const [header, , signature] = (await it.token('carol')).split('.');
      const claims = { ...decodeJwt(await it.token('carol')), roles: ['Champion'] };
      const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return `${header}.${changed}.${signature}`;
    },
  },
  {
    what: 'a key that Entra never published',
    code: 'token_unknown_key',
    make: (it) => signedBySomeone(it, 'made-up'),
  },
];

/** Every way in which a token is not one for our API, by contracts and by what attackers try. */
export const spoiledTokens: readonly SpoiledToken[] = [
  {
    what: 'something that is no token',
    code: 'token_malformed',
    make: () => Promise.resolve('not-a-token'),
  },
  withClaims('another audience', 'token_wrong_audience', () => ({
    aud: '11111111-1111-4111-8111-111111111111',
  })),
  withClaims('our App ID URI as audience', 'token_wrong_audience', () => ({ aud: appIdUri })),
  withClaims('another issuer', 'token_wrong_issuer', () => ({
    iss: `https://login.microsoftonline.com/${otherTenant}/v2.0`,
  })),
  withClaims('a v1 issuer', 'token_wrong_issuer', () => ({
    iss: `https://sts.windows.net/${otherTenant}/`,
  })),
  withClaims('another tenant', 'token_unknown_tenant', () => ({
    tid: otherTenant,
    iss: `https://login.microsoftonline.com/${otherTenant}/v2.0`,
  })),
  withClaims('no tenant', 'token_unknown_tenant', () => ({ tid: undefined })),
  withClaims('an expiry more than five minutes ago', 'token_expired', () => ({
    exp: seconds() - 301,
  })),
  withClaims('a beginning in ten minutes', 'token_not_yet_valid', () => ({
    nbf: seconds() + 600,
  })),
  withClaims('no scope, as apps have none', 'token_missing_scope', () => ({
    scp: undefined,
    roles: ['Champion'],
  })),
  withClaims('another scope', 'token_missing_scope', () => ({ scp: 'User.Read' })),
  withClaims('a scope that only begins like ours', 'token_missing_scope', () => ({
    scp: 'access_as_user_too',
  })),
  withClaims('a client that is not listed', 'token_unlisted_client', () => ({
    azp: '22222222-2222-4222-8222-222222222222',
  })),
  withClaims('no client', 'token_unlisted_client', () => ({ azp: undefined })),
  withClaims('no object id', 'token_missing_object_id', () => ({ oid: undefined })),
  withClaims('no expiry', 'token_malformed', () => ({ exp: undefined })),
  withClaims('the v1 form', 'token_wrong_version', () => ({
    ver: '1.0',
    iss: 'https://sts.windows.net/7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00/',
    aud: appIdUri,
    azp: undefined,
    appid: testClientId,
  })),
  ...misused,
  ...forged,
];

const tokenAnswer = z.object({
  access_token: z.string(),
  id_token: z._default(z.string(), ''),
  refresh_token: z._default(z.string(), ''),
});

async function ofBroker({ tenant }: TestProduct, scope: string) {
  const asked = { userId: people.carol, clientId: testClientId, scope, interactive: false };
  return tokenAnswer.parse(await tenant.entra.brokerToken(asked));
}

async function signedBySomeone(it: TestProduct, kid: string) {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT(decodeJwt(await it.token('carol')))
    .setProtectedHeader({ alg: 'RS256', kid })
    .sign(privateKey);
}

const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) });

async function publishedKey({ tenant }: TestProduct) {
  const address = `https://login.microsoftonline.com/${tenant.tenantId}/discovery/v2.0/keys`;
  const { keys } = keySet.parse(await (await tenant.send(new Request(address))).json());
  const [key] = keys;
  if (key === undefined) throw new Error('Entra publishes no key.');
  return key;
}
