import type { User } from '@last-mile/shared/user';
import { keyedDigest, type Keys } from '../../../auth/keyedDigest';

/** Whom a digest stands for. */
export type Person = Pick<User, 'tenantId' | 'userId'>;

/**
 * Turns a person into the digest under which the link table knows them. A name that somebody signs in
 * with is digested in place of an object id, which it is never equal to.
 */
export type PersonDigest = (person: Person) => Buffer;

/**
 * A keyed HMAC of `tid` and `oid`: without the key, which lives outside the database, nobody can
 * tell from the tables whose usage they hold (design 4). Several keys are those of a secret that was rolled.
 */
export function createPersonDigest(...keys: Keys): PersonDigest {
  if (keys.some((key) => key.length < 32)) {
    throw new Error('The subject key needs at least 32 characters.');
  }
  return ({ tenantId, userId }) =>
    keyedDigest(keys, `${tenantId.toLowerCase()}/${userId.toLowerCase()}`);
}
