import type { Programme } from '@last-mile/shared/programme';
import { NotFound } from '../../../http/refusals';
import type { Sharing } from '../libraryIndex';

/** The programme of this key, if its champion shares its library; else NotFound, whether it exists or not. */
export async function lenderOf(
  sharing: Sharing,
  programme: Programme,
  lenderKey: string,
): Promise<Programme> {
  const wanted = lenderKey.toLowerCase();
  const lenders = await sharing.lenders(programme);
  const lender = lenders.find(({ clientKey }) => clientKey === wanted);
  if (!lender) throw new NotFound();
  return lender;
}
