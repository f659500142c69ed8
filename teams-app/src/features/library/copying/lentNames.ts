import type { LentItem } from '@last-mile/shared/library';
import { eachOnce } from '../importing/foreignNames';

/** The tasks and job families that items name, each once, in the other programme's words. */
export function toTheirNames(items: readonly LentItem[]) {
  return {
    tasks: eachOnce(items.flatMap(({ task }) => task ?? [])),
    families: eachOnce(items.flatMap(({ jobFamilies }) => jobFamilies)),
  };
}
