import { createHmac } from 'node:crypto';

/**
 * Names a chain of notifications: one person (by keyed digest) and one thing they are told of. The same
 * two always give the same whole number, and without the key it gives neither away. Graph takes 63 bits,
 * of which we use the 53 that JSON's numbers hold.
 */
export type ChainIdOf = (person: Buffer, about: string) => number;

export function createChainIds(key: string): ChainIdOf {
  return (person, about) => {
    const digest = createHmac('sha256', key).update(person).update(`\n${about}`).digest();
    return Number(digest.readBigUInt64BE() >> 11n);
  };
}
