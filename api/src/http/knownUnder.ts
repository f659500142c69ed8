import type { Fields } from '../sync/listDefinition';
import type { ListStore } from '../sync/storedItem';
import { RuleRefused } from './refusals';

/**
 * The receipt of what arrived in a list under this key before; undefined for a new key. Throws
 * RuleRefused where it said something else.
 */
export async function knownUnder(
  list: Pick<ListStore, 'get'>,
  clientKey: string,
  saidTheSame: (kept: Fields) => boolean,
): Promise<{ clientKey: string; state: 'known' } | undefined> {
  const kept = await list.get(clientKey);
  if (!kept) return undefined;
  if (!saidTheSame(kept.fields)) throw new RuleRefused('keyReused');
  return { clientKey, state: 'known' };
}
