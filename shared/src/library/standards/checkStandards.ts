import type { CheckedItem } from './checkedItem';
import { standardIds, type Finding } from './finding';
import { personalDataFindings } from './personalData';
import { placeholderFindings } from './placeholderFindings';
import { missingParts } from './promptParts';
import { missingInTemplate } from './templateParts';
import { tooLong } from './tooLong';

/**
 * What a good item would still have, in the order of {@link standardIds}; nothing for a good one.
 * It advises while somebody writes, and refuses publication only for the standards that a champion
 * switched on (design 2.2).
 */
export function checkStandards(item: CheckedItem): Finding[] {
  const found = [
    ...(item.kind === 'prompt' ? missingParts(item) : missingInTemplate(item)),
    ...placeholderFindings(item),
    ...personalDataFindings(item),
    ...tooLong(item),
  ];
  return found.sort(
    (one, other) => standardIds.indexOf(one.standard) - standardIds.indexOf(other.standard),
  );
}
