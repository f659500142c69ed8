import type { User } from '@last-mile/shared/user';
import { keyedDigest, type Keys } from '../../auth/keyedDigest';
import { createBoundedMap } from '../../http/boundedMap';

/**
 * Stands in for people who did not give their name. Both need the key, which lives outside the
 * database: neither the list nor the tables tell who somebody is.
 */
export interface Pseudonyms {
  /** Finds a person's own feedback again. */
  digestOf(user: Pick<User, 'tenantId' | 'userId'>): Buffer;
  /**
   * Stands for a person whose name is known anyway, and stays when the secret is rolled: what they were
   * told is not told again.
   */
  lastingDigestOf(user: Pick<User, 'tenantId' | 'userId'>): Buffer;
  /** The name shown for one item; another item of the same person has another. */
  nameFor(user: Pick<User, 'tenantId' | 'userId'>, clientKey: string): string;
  /**
   * The same in full, shown nowhere: long enough that no other person has it, so that somebody finds their
   * own in SharePoint where the database forgot it. Without the key it leads to nobody, like the name.
   */
  markFor(user: Pick<User, 'tenantId' | 'userId'>, clientKey: string): string;
}

/** Letters and digits that nobody mistakes for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function createPseudonyms(...keys: Keys): Pseudonyms {
  if (keys.some((key) => key.length < 32)) {
    throw new Error('The pseudonym key needs at least 32 characters.');
  }
  const [first] = keys;
  const digest = (by: Keys, ...parts: readonly string[]) =>
    keyedDigest(by, parts.join('\n').toLowerCase());
  const digests = createBoundedMap<string, Buffer>(20_000);
  return {
    digestOf({ tenantId, userId }) {
      const person = `${tenantId}/${userId}`;
      const known = digests.get(person);
      if (known) return known;
      const made = digest(keys, 'reporter', tenantId, userId);
      digests.set(person, made);
      return made;
    },
    lastingDigestOf: ({ tenantId, userId }) => digest([first], 'reporter', tenantId, userId),
    nameFor({ tenantId, userId }, clientKey) {
      // The name stands in SharePoint, with its history: a later key would take nothing back.
      const bytes = digest([first], 'item', tenantId, userId, clientKey).subarray(0, 5);
      const letters = [...bytes].map((byte) => alphabet[byte % alphabet.length]);
      return `Colleague ${letters.join('')}`;
    },
    markFor: ({ tenantId, userId }, clientKey) =>
      digest([first], 'mark', tenantId, userId, clientKey).toString('hex'),
  };
}
