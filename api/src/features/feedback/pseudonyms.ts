import { createHmac } from 'node:crypto';
import type { User } from '@last-mile/shared/user';
import { createBoundedMap } from '../../http/boundedMap';

/**
 * Stands in for people who did not give their name. Both need the key, which lives outside the
 * database: neither the list nor the tables tell who somebody is.
 */
export interface Pseudonyms {
  /** Finds a person's own feedback again. */
  digestOf(user: Pick<User, 'tenantId' | 'userId'>): Buffer;
  /** The name shown for one item; another item of the same person has another. */
  nameFor(user: Pick<User, 'tenantId' | 'userId'>, clientKey: string): string;
}

/** Letters and digits that nobody mistakes for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function createPseudonyms(key: string): Pseudonyms {
  if (key.length < 32) throw new Error('The pseudonym key needs at least 32 characters.');
  const digest = (purpose: string, ...parts: readonly string[]) =>
    createHmac('sha256', key)
      .update([purpose, ...parts].join('\n').toLowerCase())
      .digest();
  const digests = createBoundedMap<string, Buffer>(20_000);
  return {
    digestOf({ tenantId, userId }) {
      const person = `${tenantId}/${userId}`;
      const known = digests.get(person);
      if (known) return known;
      const made = digest('reporter', tenantId, userId);
      digests.set(person, made);
      return made;
    },
    nameFor({ tenantId, userId }, clientKey) {
      const bytes = digest('item', tenantId, userId, clientKey).subarray(0, 5);
      const letters = [...bytes].map((byte) => alphabet[byte % alphabet.length]);
      return `Colleague ${letters.join('')}`;
    },
  };
}
