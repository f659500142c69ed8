import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
} from 'jose';
import type { KeyStore } from '../storage/entraTokens';

/** One signing key as it is kept between starts. */
interface StoredKey {
  readonly kid: string;
  readonly privateJwk: JWK;
  readonly createdAt: string;
  /** When a newer key took over; it still verifies for some hours. */
  readonly retiredAt?: string;
}

export interface SigningKeys {
  sign(claims: JWTPayload): Promise<string>;
  /** The claims of a token this tenant signed, whatever its audience; undefined when it did not. */
  verify(token: string): Promise<JWTPayload | undefined>;
  jwks(): Promise<{ keys: JWK[] }>;
  roll(): Promise<void>;
}

/** RS256 keys made once, kept by `store`, and rolled without breaking tokens already out. */
export function createSigningKeys(
  store: KeyStore,
  now: () => Date,
  overlapHours: number,
): SigningKeys {
  let loading: Promise<readonly StoredKey[]> | undefined;

  const keys = () => (loading ??= loadOrCreate(store, now));

  const publicKeys = async () => {
    const current = (await keys()).filter((key) => isUsable(key, now(), overlapHours));
    return { keys: current.map((key) => publicHalf(key)) };
  };

  return {
    jwks: publicKeys,
    async sign(claims) {
      const [current] = (await keys()).filter((key) => key.retiredAt === undefined);
      if (current === undefined) throw new Error('The local tenant has no signing key.');
      return new SignJWT(claims)
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: current.kid })
        .sign(await importJWK(current.privateJwk, 'RS256'));
    },
    async verify(token) {
      try {
        const verified = await jwtVerify(token, createLocalJWKSet(await publicKeys()), {
          algorithms: ['RS256'],
          currentDate: now(),
        });
        return verified.payload;
      } catch {
        return undefined;
      }
    },
    async roll() {
      const retiredAt = now().toISOString();
      const kept = (await keys())
        .filter((key) => isUsable(key, now(), overlapHours))
        .map((key) => ({ retiredAt, ...key }));
      const rolled = [await createKey(now), ...kept];
      store.save(JSON.stringify(rolled));
      loading = Promise.resolve(rolled);
    },
  };
}

/** A store for tests and tenants without a folder. */
export function createMemoryKeyStore(): KeyStore {
  let kept: string | undefined;
  return {
    load: () => kept,
    save(text) {
      kept = text;
    },
  };
}

async function loadOrCreate(store: KeyStore, now: () => Date): Promise<readonly StoredKey[]> {
  const kept = store.load();
  // Only this file writes there.
  if (kept !== undefined) return JSON.parse(kept) as StoredKey[];
  const created = [await createKey(now)];
  store.save(JSON.stringify(created));
  return created;
}

async function createKey(now: () => Date): Promise<StoredKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const privateJwk = await exportJWK(privateKey);
  const kid = createHash('sha256')
    .update(privateJwk.n ?? '')
    .digest('base64url')
    .slice(0, 27);
  return { kid, privateJwk, createdAt: now().toISOString() };
}

function publicHalf({ kid, privateJwk }: StoredKey): JWK {
  return {
    kty: 'RSA',
    use: 'sig',
    kid,
    x5t: kid,
    n: privateJwk.n ?? '',
    e: privateJwk.e ?? 'AQAB',
  };
}

function isUsable(key: StoredKey, now: Date, overlapHours: number): boolean {
  if (key.retiredAt === undefined) return true;
  return now.getTime() - Date.parse(key.retiredAt) < overlapHours * 3_600_000;
}
