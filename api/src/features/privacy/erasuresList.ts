import type { Fields, ListDefinition } from '../../sync/listDefinition';
import type { StoredItem } from '../../sync/storedItem';
import { digestsIn, digestsText, type Digests } from './marks';

/** The Erasures list, for the site's owners only: what a restored database erases again. */
export const erasuresList: ListDefinition = {
  name: 'Erasures',
  columns: [
    { name: 'Title', type: 'text' },
    // By keyed digest: whose it was can be told by who holds the key and the person's object id.
    { name: 'Person', type: 'multilineText', displayName: 'Person (keyed digests)' },
    { name: 'AskedAt', type: 'dateTime', displayName: 'Asked for', indexed: true },
    { name: 'CountsFrom', type: 'text', displayName: 'Use counts again from' },
  ],
};

/** What is remembered of an erasure beside the database. */
export interface RememberedErasure {
  readonly clientKey: string;
  readonly digests: Digests;
  readonly askedAt: string;
  readonly countsFrom: string;
}

export function rememberedFields(erasure: Omit<RememberedErasure, 'clientKey'>): Fields {
  return {
    Title: `Erased ${erasure.askedAt.slice(0, 10)}`,
    Person: digestsText(erasure.digests),
    AskedAt: erasure.askedAt,
    CountsFrom: erasure.countsFrom,
  };
}

/** The erasure in an item; null where somebody left it in a state that tells of none. */
export function toRemembered({ clientKey, fields }: StoredItem): RememberedErasure | null {
  const { AskedAt: askedAt, CountsFrom: countsFrom } = fields;
  const digests = digestsIn(fields['Person']);
  if (digests === null || typeof askedAt !== 'string' || typeof countsFrom !== 'string')
    return null;
  if (Number.isNaN(Date.parse(askedAt)) || !/^\d{4}-\d{2}-\d{2}$/.test(countsFrom)) return null;
  return { clientKey, digests, askedAt: new Date(askedAt).toISOString(), countsFrom };
}
