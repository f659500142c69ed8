import { createHmac } from 'node:crypto';

/** Keys of one purpose, the earliest first: one for each secret that the deployment has had. */
export type Keys = readonly [string, ...string[]];

/** What a digest becomes when the next key is added: nobody has to know what it was made of. */
export function digestAgain(key: string, digest: Buffer): Buffer {
  return createHmac('sha256', key).update(digest).digest();
}

/**
 * A digest of `words` that takes every one of the keys to make. Who learns earlier ones, by a leak that
 * was the reason for the last, can tell nothing from it (docs/decisions/0042).
 */
export function keyedDigest([first, ...later]: Keys, words: string): Buffer {
  const digest: Buffer = createHmac('sha256', first).update(words).digest();
  return later.reduce((made, key) => digestAgain(key, made), digest);
}
